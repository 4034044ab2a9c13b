"""What belongs to the days of a brief."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kept import recorded
from lagoon import entry, kept_report, lagoon
from taqrib.brief import Material, gather
from taqrib.record import Entry, Touch

REPORTS = [
    kept_report(1, published="2031-05-02"),
    kept_report(2, published="2031-05-07"),
    kept_report(3, published=None, captured_at="2031-05-09T10:00:00.000+00:00"),
]


def gathered(since: date, until: date, *entries: Entry) -> Material:
    with TemporaryDirectory() as folder:
        record = recorded(Path(folder) / "record.db", REPORTS, entries)
        with record.view() as view:
            material = gather(lagoon(), view, since=since, until=until)
        record.close()
    return material


def may(first: int, last: int, *entries: Entry) -> Material:
    return gathered(date(2031, 5, first), date(2031, 5, last), *entries)


def said(number: int, **changes: Any) -> Entry:
    return entry(number, kind="statement", type="indirect", **changes)


def meeting(number: int, status: str, **changes: Any) -> Entry:
    finding = {"status": status, "place": "Sel", "actors": ["Orla"]}
    return entry(number, kind="event", type="meet", finding=finding, **changes)


def test_a_statement_is_news_on_its_own_day_and_on_the_day_it_became_known() -> None:
    yesterday = said(1, on="2031-05-06", report="r2")
    assert may(6, 6, yesterday).said == ("e1",)
    assert may(7, 7, yesterday).said == ("e1",)
    assert may(5, 5, yesterday).said == ()
    assert may(8, 8, yesterday).said == ()


def test_what_nobody_dated_is_news_on_the_day_of_its_capture() -> None:
    undated = said(1, on=None, on_basis="unknown", report="r3")
    assert may(9, 9, undated).said == ("e1",)
    assert may(8, 8, undated).said == ()


def test_a_move_is_news_on_its_own_day_and_on_the_day_it_became_known() -> None:
    history = (entry(1), entry(2, type="drop", on="2031-05-05", report="r2"))
    assert len(may(5, 5, *history).moves) == 1
    assert len(may(7, 7, *history).moves) == 1
    assert may(6, 6, *history).moves == ()
    assert may(8, 8, *history).moves == ()


def test_an_issue_that_changed_in_the_period_is_told_with_what_it_was_before_it() -> None:
    history = (entry(1), entry(2, actor="venn", type="reject", on="2031-05-05"))
    assert may(5, 6, *history).changed == (("fishing", "unknown", "open"),)
    assert may(6, 6, *history).changed == ()
    assert may(5, 5, *history).gaps[0].state == "open"
    assert may(4, 4, *history).gaps[0].state == "unknown"


def test_rounds_are_those_of_the_period_those_to_come_and_those_that_became_known() -> None:
    past = meeting(1, "held", on="2031-05-01")
    to_come = meeting(2, "announced", on="2031-05-20")
    late = meeting(3, "held", on="2031-05-03", report="r2")
    rounds = [one.entries for one in may(7, 7, past, to_come, late).rounds]
    assert rounds == [("e3",), ("e2",)]
    assert [one.entries for one in may(1, 2, past, to_come, late).rounds] == [("e1",), ("e2",)]


def test_what_contradicts_something_new_is_found_beside_it() -> None:
    def held(number: int, option: str, **changes: Any) -> Entry:
        return entry(number, type="accept", touches=(Touch("patrols", option),), report=f"r{number}", **changes)

    (one,) = may(7, 7, held(1, "joint"), held(2, "neutral")).contradictions
    assert one.claims == (("joint", ("e1",)), ("neutral", ("e2",)))
    assert may(8, 8, held(1, "joint"), held(2, "neutral")).contradictions == ()
    assert may(7, 7, held(1, "joint", on="2030-05-02"), held(2, "neutral")).contradictions == ()


def test_a_round_reported_after_the_period_is_not_known_in_it() -> None:
    assert may(3, 3, meeting(3, "held", on="2031-05-03", report="r2")).rounds == ()


def test_the_first_day_there_is_has_an_eve() -> None:
    assert gathered(date.min, date(2031, 5, 5), entry(1)).gaps


def test_the_last_day_there_is_has_a_horizon() -> None:
    assert gathered(date(2031, 5, 5), date.max, entry(1)).gaps


def test_older_statements_that_may_tell_a_persons_gender_are_at_hand_and_not_told() -> None:
    older = said(1, actor="envoy", name="ندى مرسال", touches=(), on="2031-05-01")
    council = said(2, actor="orla", touches=(), on="2031-05-01")
    today = said(3, actor="envoy", name="Nada Mersal", touches=(), on="2031-05-07")
    material = may(7, 7, older, council, today)
    assert material.entries.keys() == {"e1", "e3"}
    assert material.said == ("e3",)
    assert may(7, 7, older, council).entries == {}, "nobody is told of"
