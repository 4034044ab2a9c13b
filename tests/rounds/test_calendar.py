"""The calendar of the talks."""

from __future__ import annotations

from datetime import date
from typing import Any

from lagoon import entry, kept_report, lagoon
from taqrib.record import Entry
from taqrib.rounds import Round, rounds

REPORTS = {
    "r1": kept_report(1, published="2031-05-02"),
    "r2": kept_report(2, published="2031-05-05"),
    "r3": kept_report(3, published=None),
}


def told(number: int, *, status: str, report: str = "r1", **changes: Any) -> Entry:
    finding = {"status": status, "place": changes.pop("place", "Sel"), "actors": changes.pop("actors", ["Orla"])}
    return entry(
        number, kind="event", report=report, finding=finding, **({"type": "talks", "on": "2031-05-04"} | changes)
    )


def known(*entries: Entry, on: date = date(2031, 5, 9)) -> list[Round]:
    return rounds(lagoon(), entries, REPORTS, as_known_on=on)


def test_an_announced_round_is_not_held_because_its_day_has_passed() -> None:
    (one,) = known(told(1, status="announced"), on=date(2031, 6, 30))
    assert one.status == "announced"


def test_the_latest_report_says_what_became_of_a_round() -> None:
    (one,) = known(told(2, status="held", report="r2", actors=["Venn"]), told(1, status="announced"))
    assert (one.status, one.when, one.place) == ("held", "2031-05-04", "Sel")
    assert one.entries == ("e1", "e2")
    assert one.actors == ("Orla", "Venn")


def test_what_was_not_published_yet_was_not_known() -> None:
    entries = (told(1, status="announced"), told(2, status="cancelled", report="r2"))
    assert [one.status for one in known(*entries, on=date(2031, 5, 4))] == ["announced"]
    assert [one.status for one in known(*entries, on=date(2031, 5, 5))] == ["cancelled"]


def test_another_day_place_or_type_is_another_round() -> None:
    assert len(known(told(1, status="held"), told(2, status="held", on="2031-05-05"))) == 2
    assert len(known(told(1, status="held"), told(2, status="held", place="Mir"))) == 2
    assert len(known(told(1, status="held"), told(2, status="held", type="travel"))) == 2


def test_who_tells_no_place_tells_of_the_one_round_of_that_day() -> None:
    (one,) = known(told(1, status="announced"), told(2, status="cancelled", place=None, report="r2"))
    assert (one.status, one.place, one.entries) == ("cancelled", "Sel", ("e1", "e2"))


def test_who_tells_no_place_decides_nothing_between_two_rounds_of_that_day() -> None:
    entries = (told(1, status="announced"), told(2, status="announced", place="Mir"))
    assert len(known(*entries, told(3, status="cancelled", place=None, report="r2"))) == 3


def test_next_week_is_one_week_whether_it_begins_on_sunday_or_on_monday() -> None:
    arabic, english = "2031-05-11/2031-05-17", "2031-05-12/2031-05-18"
    (one,) = known(told(1, status="announced", on=arabic), told(2, status="announced", on=english))
    assert (one.when, one.entries) == (english, ("e1", "e2"))
    assert (
        len(known(told(1, status="announced", on=arabic), told(2, status="announced", on="2031-05-18/2031-05-24"))) == 2
    )
    assert (
        len(known(told(1, status="announced", on=arabic), told(2, status="announced", on="2031-05-12/2031-05-13"))) == 2
    )


def test_talks_that_resume_are_those_talks() -> None:
    (one,) = known(told(1, status="held"), told(2, status="held", type="resume"))
    assert (one.type, one.entries) == ("resume", ("e1", "e2"))


def test_what_may_be_some_day_is_no_round() -> None:
    assert known(told(1, status="possible", on=None, on_basis="unknown")) == []
    assert len(known(told(1, status="possible"))) == 1


def test_rounds_without_a_day_are_never_taken_for_one() -> None:
    undated = {"on": None, "on_basis": "unknown"}
    assert len(known(told(1, status="announced", **undated), told(2, status="announced", **undated))) == 2


def test_a_round_without_a_day_is_that_of_its_reprint() -> None:
    undated = {"on": None, "on_basis": "unknown"}
    reports = REPORTS | {"r2": kept_report(2, published="2031-05-05", copy_of="r1")}
    entries = (told(1, status="announced", **undated), told(2, status="announced", report="r2", **undated))
    (one,) = rounds(lagoon(), entries, reports, as_known_on=date(2031, 5, 9))
    assert one.entries == ("e1", "e2")
    other = told(2, status="announced", report="r2", quote="They will meet.", **undated)
    assert len(rounds(lagoon(), (entries[0], other), reports, as_known_on=date(2031, 5, 9))) == 2


def test_what_is_no_meeting_is_left_out() -> None:
    assert known(told(1, status="held", type="vote"), entry(3)) == []


def test_a_report_nobody_dated_is_known_from_its_capture() -> None:
    undated = told(1, status="held", report="r3")
    assert known(undated, on=date(2031, 5, 1)) == []
    assert len(known(undated, on=date(2031, 5, 2))) == 1


def test_a_city_is_one_place_in_either_language() -> None:
    arabic, english = told(1, status="announced", place="القاهرة"), told(2, status="held", place="Cairo", report="r2")
    (one,) = known(arabic, english)
    assert (one.status, one.entries) == ("held", ("e1", "e2"))


def test_a_later_report_added_first_still_says_what_became_of_a_round() -> None:
    (one,) = known(told(1, status="held", report="r2"), told(2, status="announced", report="r1"))
    assert one.status == "held"


def test_rounds_come_by_day() -> None:
    entries = (told(1, status="announced", on="2031-05-08"), told(2, status="held", on="2031-05-01"))
    assert [one.when for one in known(*entries)] == ["2031-05-01", "2031-05-08"]


def test_those_who_say_otherwise_are_kept_apart_from_those_who_say_what_became_of_it() -> None:
    (one,) = known(told(1, status="announced", place="Salm"), told(2, status="held", report="r2", place="Salm"))
    assert (one.status, one.otherwise) == ("held", (("announced", ("e1",)),))


def test_talks_that_only_go_on_are_no_round_until_a_day_is_told() -> None:
    assert known(told(1, status="ongoing", on=None, on_basis="unknown")) == []
    assert [one.status for one in known(told(1, status="ongoing"))] == ["ongoing"]
