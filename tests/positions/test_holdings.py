"""Who holds what as of a date."""

from __future__ import annotations

from datetime import date

import pytest

from lagoon import entry, lagoon
from taqrib.positions import positions
from taqrib.reading.findings import StanceKind
from taqrib.record import HOLDING, Touch


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


def test_contradicting_stances_of_one_day_both_stand_whatever_their_order() -> None:
    held, refused = entry(1, type="accept"), entry(2, type="reject", report="r2")
    both = positions(lagoon(), [held, refused], as_of=date(2031, 5, 5))
    assert [(position.holding, position.until) for position in both] == [("excludes", None), ("holds", None)]
    assert positions(lagoon(), [refused, held], as_of=date(2031, 5, 5)) == both


def test_a_later_day_settles_what_sources_disputed() -> None:
    disputed = [entry(1, type="accept"), entry(2, type="reject", report="r2")]
    later = entry(3, type="accept", on="2031-05-04")
    standing = [each for each in positions(lagoon(), [*disputed, later], as_of=date(2031, 5, 5)) if each.until is None]
    assert [(position.holding, position.entries) for position in standing] == [("holds", ("e1", "e3"))]


def test_taking_up_an_opposed_option_ends_the_first_and_going_back_begins_it_anew() -> None:
    other = (Touch("patrols", "neutral"),)
    first = (Touch("patrols", "joint"),)
    history = [
        entry(1, touches=first),
        entry(2, touches=other, on="2031-05-03"),
        entry(3, touches=first, on="2031-05-04"),
    ]
    found = positions(lagoon(), history, as_of=date(2031, 5, 5))
    assert [(position.option, position.since, position.until) for position in found] == [
        ("joint", "2031-05-02", "2031-05-03"),
        ("neutral", "2031-05-03", "2031-05-04"),
        ("joint", "2031-05-04", None),
    ]


def test_options_that_can_be_true_together_stand_together() -> None:
    both = [entry(1), entry(2, touches=(Touch("fishing", "north-bank"),), on="2031-05-03")]
    assert {position.until for position in positions(lagoon(), both, as_of=date(2031, 5, 5))} == {None}
