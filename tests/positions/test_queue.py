"""In which order proposed entries are decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given

from lagoon import entry, lagoon
from positions.test_standing import histories
from taqrib.positions import Tellings, review_order, states
from taqrib.positions.queue import Queued
from taqrib.record import Entry, Touch

DAY = date(2031, 5, 9)


def queue(*proposed: Entry, accepted: tuple[Entry, ...] = ()) -> list[Queued]:
    waiting = [replace(one, status="proposed") for one in proposed]
    return review_order(lagoon(), Tellings(accepted), waiting, as_of=DAY)


def test_what_would_change_where_an_issue_stands_comes_first_and_says_how() -> None:
    held = entry(1, type="accept")
    again, answer = entry(2, type="demand"), entry(3, actor="venn", type="reject")
    first, second = queue(again, answer, accepted=(held,))
    assert (first.entry.id, first.matter, first.issue, first.before, first.after) == (
        "e3", "state", "fishing", "unknown", "open",
    )  # fmt: skip
    assert (second.entry.id, second.matter, second.issue) == ("e2", "party", None)


def test_parties_come_before_other_columns_and_those_before_words_on_an_issue_and_the_rest() -> None:
    nothing = {"touches": (), "actor": None}
    placed = queue(
        entry(1, kind="figure", type="people", **nothing),
        entry(2, kind="event", type="meet", **nothing),
        entry(3, kind="statement", type="indirect", actor="tamar", touches=(Touch("closeness", "far"),)),
        entry(4, actor="tamar"),
        entry(5),
        entry(6, actor=None),
    )
    assert [(one.entry.id, one.matter) for one in placed] == [
        ("e5", "party"), ("e4", "column"), ("e3", "issue"), ("e6", "issue"), ("e2", "event"), ("e1", "other"),
    ]  # fmt: skip


def test_an_entry_without_a_day_or_of_a_day_to_come_changes_no_state() -> None:
    held = entry(1, actor="venn", type="accept")
    undated, to_come = entry(2, type="reject", on=None, on_basis="unknown"), entry(3, type="reject", on="2031-06-01")
    assert [one.matter for one in queue(undated, to_come, accepted=(held,))] == ["party", "party"]


@given(histories())
def test_a_state_said_to_change_is_the_one_accepting_would_give(entries: list[Entry]) -> None:
    *accepted, last = entries or [entry(1)]
    before, after = states(lagoon(), Tellings(accepted), as_of=DAY), states(lagoon(), Tellings(entries), as_of=DAY)
    (one,) = queue(last, accepted=tuple(accepted))
    changed = {issue for issue in before if before[issue] != after[issue]}
    if entries:
        assert ({one.issue} if one.issue else set()) == changed
        assert one.issue is None or (one.before, one.after) == (before[one.issue], after[one.issue])
