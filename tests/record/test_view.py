"""Questions to a record as it was known at one time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import NotFound
from taqrib.record import Place, Record, Touch, View, Wanted, search

DAYS = date(2031, 5, 1), date(2031, 5, 31)


def moment(record: Record) -> datetime:
    """When the last row was written."""
    with record.view() as view:
        return datetime.fromisoformat(list(view.ledger())[-1].at)


@pytest.fixture
def then(record: Record) -> datetime:
    """A moment at which one entry was accepted, and after which everything changed."""
    record.add(a_report(published=None, published_basis="unknown"), no_findings(published=None), [
        a_proposal(on="2031-05-02"), a_proposal(5, 10, kind="statement", type="direct", on=None)
    ], by="nour")  # fmt: skip
    record.decide("e1", "accept", by="nour")
    at = moment(record)
    record.decide("e1", "amend", by="sami", changes={"touches": (Touch("patrols"),), "on": "2031-05-20"})
    record.decide("e2", "reject", by="nour")
    record.decide("e2", "accept", by="sami")
    later = date(2031, 5, 30)
    record.add(a_report("Venn waits.", published=later), no_findings(published=later), [a_proposal(0, 4)], by="sami")
    record.add(a_report(published=later, title="Nets"), no_findings(published=later), [], by="sami")
    record.retract("r2", by="nour", why="misheard")
    return at


def test_nothing_written_later_leaks_into_the_past(record: Record, then: datetime) -> None:
    with record.view(known_at=then) as view:
        assert [(entry.id, entry.status, entry.on) for entry in view.entries()] == [
            ("e1", "accepted", "2031-05-02"),
            ("e2", "proposed", None),
        ]
        assert [view.count(status) for status in ("proposed", "accepted", "rejected", "retracted")] == [1, 1, 0, 0]  # type: ignore[arg-type]
        assert view.disputed() == []
        assert [(report.id, report.title, report.published) for report in view.reports()] == [("r1", None, None)]
        assert view.last_day() == view.report("r1").captured_at[:10]
        assert [(key.issue, key.option) for key in view.keys("stance")] == [("fishing", "open-water")]
        assert view.keys("statement") == []
        assert [entry.id for entry in view.said(("stance", "statement"), *DAYS)] == ["e1"]
        assert [entry.id for entry in view.dated("stance", *DAYS, known_by=date(2031, 12, 31))] == ["e1"]
        assert view.dated("stance", date(2031, 5, 3), DAYS[1], known_by=date(2031, 12, 31)) == []
        assert [row.act for row in view.history("e1")] == ["propose", "accept"]
        assert view.history("r2") == []
        assert view.last_row() == 5
        assert [row.number for row in view.ledger()] == [1, 2, 3, 4, 5]
        assert search(view, "venn", Wanted(), limit=9)[:2] == ([], [])
        for nothing in ("e3", "r2"):
            with pytest.raises(NotFound):
                view.entry(nothing) if nothing == "e3" else view.report(nothing)


def test_what_is_asked_of_a_day_is_of_its_kind_and_was_known_by_then(record: Record) -> None:
    early, late, day = date(2031, 5, 2), date(2031, 5, 20), date(2031, 5, 10)
    told = a_proposal(on="2031-05-10")
    said = a_proposal(5, 10, kind="statement", type="direct", on="2031-05-10")
    record.add(a_report(published=early), no_findings(published=early), [told, said], by="nour")
    record.add(a_report("Venn waits.", published=late), no_findings(published=late), [told], by="nour")
    record.accept_proposed(by="nour")
    with record.view() as view:
        assert [entry.id for entry in view.dated("stance", day, day, known_by=early)] == ["e1"]
        assert [entry.id for entry in view.dated("stance", day, day, known_by=late)] == ["e1", "e3"]
        assert [entry.id for entry in view.dated("statement", day, day, known_by=late)] == ["e2"]
        assert [entry.id for entry in view.said(("statement",), early, early)] == ["e2"]
        assert [entry.id for entry in view.said(("stance",), late, late)] == ["e3"]


def test_the_missing_entrys_message_tells_nothing_of_the_future(record: Record, then: datetime) -> None:
    with record.view(known_at=then) as view, pytest.raises(NotFound, match="e1 to e2"):
        view.entry("e3")


def test_the_last_day_is_the_last_on_which_anything_became_known(record: Record, then: datetime) -> None:
    with record.view(known_at=then - timedelta(days=3650)) as view:
        assert view.last_day() is None
    with record.view() as view:
        assert view.last_day() == "2031-05-30"


def test_a_moment_means_the_same_in_any_zone(record: Record, then: datetime) -> None:
    with record.view(known_at=then.astimezone(timezone(timedelta(hours=5, minutes=30)))) as view:
        assert view.last_row() == 5
    with record.view(known_at=then - timedelta(milliseconds=1)) as view:
        assert view.last_row() == 4


def test_the_distant_past_and_future_are_asked_like_any_day(record: Record, then: datetime) -> None:
    with record.view(known_at=datetime.min.replace(tzinfo=UTC)) as view:
        assert (view.entries(), view.reports(), view.last_row()) == ([], [], 0)
    with record.view(known_at=datetime.max.replace(tzinfo=UTC)) as view, record.view() as now:
        assert view.entries() == now.entries()
    assert then


@pytest.mark.parametrize("known", [False, True])
def test_all_questions_of_a_view_see_one_state_while_another_writes(
    record: Record,
    place: Place,
    path: Path,
    known: bool,  # noqa: FBT001 - a parameter of the test
    add: Callable[[], str],
) -> None:
    add()
    writer = Record.open(place, case="lagoon", originals=path.parent / "reports")
    at = datetime.max.replace(tzinfo=UTC) if known else None

    def told(view: View) -> list[object]:
        found = search(view, "orla", Wanted(), limit=9)
        return [view.entries(), view.reports(), view.count("proposed"), view.keys("stance"), found, list(view.ledger())]

    with record.view(known_at=at) as view:
        first = view.entry("e1")
        writer.decide("e1", "accept", by="sami")
        writer.add(a_report("Orla left."), no_findings(), [a_proposal()], by="sami")
        assert view.entry("e1") == first
        before = told(view)
        writer.retract("r2", by="sami", why="misheard")
        assert told(view) == before
        assert (view.count("accepted"), len(view.reports())) == (0, 1)
    with record.view() as view:
        assert (view.count("accepted"), len(view.reports())) == (1, 2)
    writer.close()
