"""What became of a round does not hang on the order of its reports, and no announcement undoes a meeting held."""

from __future__ import annotations

from itertools import permutations

import pytest

from lagoon import entry, kept_report
from taqrib.record import Entry
from taqrib.rounds.outcome import outcome

REPORTS = {
    "r1": kept_report(1, published="2031-05-06"),
    "r2": kept_report(2, published="2031-05-08"),
    "r3": kept_report(3, published="2031-05-08"),
    "r4": kept_report(4, published=None, captured_at="2031-06-01T06:00:00Z"),
}
"""Of the sixth; two of the eighth; one that nobody dated, captured long after."""


def told(number: int, status: str, report: str) -> Entry:
    return entry(number, kind="event", type="meet", on="2031-05-07", report=report, finding={"status": status})


def of(*statuses: tuple[str, str]) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The outcome of entries told as (status, report), the same in whichever order the reports were added."""
    entries = [told(number, status, report) for number, (status, report) in enumerate(statuses, 1)]
    orders = [sorted(order, key=lambda one: REPORTS[one.report].known_on) for order in permutations(entries)]
    found = [outcome(order, REPORTS) for order in orders]
    results = {(one.status, tuple(sorted(one.otherwise))) for one in found}
    (only,) = results
    return only


def test_held_wins_over_an_announcement_known_before_or_on_the_same_day() -> None:
    assert of(("announced", "r1"), ("held", "r2")) == ("held", (("announced", ("e1",)),))
    assert of(("announced", "r2"), ("held", "r3")) == ("held", (("announced", ("e1",)),))


def test_an_announcement_added_later_never_undoes_what_was_held() -> None:
    assert of(("held", "r1"), ("announced", "r4")) == ("held", (("announced", ("e2",)),))
    assert of(("held", "r1"), ("possible", "r2")) == ("held", (("possible", ("e2",)),))


def test_a_denial_known_later_disputes_what_was_held_and_one_known_before_does_not() -> None:
    assert of(("held", "r1"), ("denied", "r2")) == ("disputed", (("denied", ("e2",)), ("held", ("e1",))))
    assert of(("denied", "r1"), ("held", "r2")) == ("held", (("denied", ("e1",)),))


@pytest.mark.parametrize("status", ["announced", "possible", "held"])
@pytest.mark.parametrize("other", ["postponed", "cancelled", "denied"])
def test_what_two_reports_of_one_day_contradict_is_not_decided(status: str, other: str) -> None:
    assert of((status, "r2"), (other, "r3"))[0] == "disputed"


def test_what_was_announced_is_called_off_by_what_became_known_later_or_in_the_same_report() -> None:
    assert of(("announced", "r1"), ("cancelled", "r2"))[0] == "cancelled"
    assert of(("announced", "r1"), ("postponed", "r2"))[0] == "postponed"
    assert of(("announced", "r1"), ("denied", "r1"))[0] == "denied"


def test_what_was_called_off_is_on_again_only_by_a_dated_announcement() -> None:
    assert of(("cancelled", "r1"), ("announced", "r2"))[0] == "announced"
    assert of(("cancelled", "r1"), ("announced", "r4"))[0] == "disputed"
    assert of(("denied", "r1"), ("possible", "r2"))[0] == "disputed"


def test_all_of_one_mind_leave_nothing_otherwise() -> None:
    assert of(("held", "r1"), ("held", "r2")) == ("held", ())
