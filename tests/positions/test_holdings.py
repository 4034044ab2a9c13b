"""Who holds what as of a date."""

from __future__ import annotations

from datetime import date

import pytest

from lagoon import entry, lagoon
from taqrib.positions import HOLDING, positions
from taqrib.reading.findings import StanceKind
from taqrib.record import Touch


def test_every_kind_of_stance_does_something_to_its_option() -> None:
    assert set(HOLDING) == set(StanceKind.__args__)  # type: ignore[attr-defined]  # the literal's own list


def test_a_position_rests_on_all_entries_of_its_run() -> None:
    (position,) = positions(lagoon(), [entry(2, on="2031-05-04"), entry(1)], as_of=date(2031, 5, 5))
    assert (position.actor, position.issue, position.option) == ("orla", "fishing", "open-water")
    assert (position.holding, position.since, position.until) == ("holds", "2031-05-02", None)
    assert position.entries == ("e1", "e2")


def test_a_later_refusal_ends_a_position_and_keeps_it() -> None:
    was, now = positions(lagoon(), [entry(1), entry(2, type="reject", on="2031-05-06")], as_of=date(2031, 5, 7))
    assert (was.holding, was.since, was.until) == ("holds", "2031-05-02", "2031-05-06")
    assert (now.holding, now.since, now.until) == ("excludes", "2031-05-06", None)


def test_last_week_can_still_be_asked() -> None:
    history = [entry(1), entry(2, type="drop", on="2031-05-06")]
    (before,) = positions(lagoon(), history, as_of=date(2031, 5, 5))
    assert before.holding == "holds"
    assert before.until is None


def test_a_week_counts_when_it_is_over() -> None:
    dropped = entry(1, type="drop", on="2031-04-27/2031-05-03")
    assert positions(lagoon(), [dropped], as_of=date(2031, 5, 2)) == []
    assert len(positions(lagoon(), [dropped], as_of=date(2031, 5, 3))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "statement"},
        {"actor": None},
        {"actor": "somebody-else"},
        {"touches": ()},
        {"touches": (Touch("closeness", "near"),)},
        {"on": None, "on_basis": "unknown"},
    ],
)
def test_nobody_holds_what_no_stance_of_theirs_says(changes: dict[str, object]) -> None:
    assert positions(lagoon(), [entry(1, **changes)], as_of=date(2031, 5, 5)) == []


def test_who_speaks_for_another_holds_that_ones_position() -> None:
    (position,) = positions(lagoon(), [entry(1, actor="envoy", name="Nada Mersal")], as_of=date(2031, 5, 5))
    assert position.actor == "venn"


def test_being_spoken_of_holds_nothing() -> None:
    told = entry(1, voice="ساهر الوادي", voice_actor="premier")
    assert {position.actor for position in positions(lagoon(), [told], as_of=date(2031, 5, 5))} == {"orla"}
