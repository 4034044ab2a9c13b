"""A report that comes again with other facts about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger import DAY, a_proposal, a_report, no_findings
from taqrib.errors import Conflict
from taqrib.evidence import Original
from taqrib.record import Added, Record, Verified

LATER = date(2031, 5, 9)


def again(record: Record, *proposed: Any, by: str = "sami", day: date | None = DAY, **facts: Any) -> Added:
    basis = facts.get("published_basis", "given")
    findings = no_findings(published=day, published_basis=basis)
    return record.add(a_report(published=day, **facts), findings, list(proposed), by=by)


def test_accepted_dates_counted_from_a_day_that_was_wrong_are_named(record: Record) -> None:
    spoken = {"on": "2031-05-01", "on_basis": "text"}
    again(record, a_proposal(0, 4, **spoken), a_proposal(5, 10, **spoken), a_proposal(11, 13), day=DAY)
    record.decide("e1", "accept", by="nour")
    record.decide("e2", "reject", by="nour")
    record.decide("e3", "accept", by="nour")
    moved = {"on": "2031-05-08", "on_basis": "text"}
    read = (a_proposal(0, 4, **moved), a_proposal(5, 10, **moved), a_proposal(11, 13))
    added = again(record, *read, day=LATER)
    assert added.doubtful == ("e1",)
    assert record.entry("e1").on == "2031-05-01"


def test_facts_told_later_are_corrected_and_both_stay_on_record(record: Record, whole: Callable[[], Verified]) -> None:
    again(record, a_proposal(), title="Nets", published_basis="stated")
    added = again(record, a_proposal(), title="Orla casts its net", grade="B2", given=("grade",))
    assert added == Added("r1", new=False, entries=(), corrected=("title", "grade", "published_basis"))
    kept = record.report("r1")
    assert (kept.title, kept.grade, kept.given, kept.published_basis) == (
        "Orla casts its net",
        "B2",
        ("grade",),
        "given",
    )
    row = record.history("r1")[-1]
    assert (row.act, row.by) == ("correct", "sami")
    assert row.body["from"] == {"title": "Nets", "grade": None, "published_basis": "stated", "given": []}
    assert row.body["to"]["title"] == "Orla casts its net"
    assert [entry.status for entry in record.entries()] == ["proposed"]
    whole()


def test_what_is_not_told_again_is_not_forgotten(record: Record, whole: Callable[[], Verified]) -> None:
    again(record, a_proposal(), title="Nets", url="https://gazette.example/nets", grade="B2")
    before = whole()
    assert again(record, a_proposal(), day=None, published_basis="unknown").corrected == ()
    assert whole() == before


@pytest.mark.parametrize("fact", [{"grade": "C3"}, {"url": "https://mirror.example/nets"}])
def test_what_a_file_states_does_not_undo_what_a_user_gave(record: Record, fact: dict[str, str]) -> None:
    (name,) = fact
    again(record, **fact, published_basis="stated")
    given = {"grade": "B2", "url": "https://gazette.example/nets"}[name]
    assert again(record, day=LATER, given=(name,), **{name: given}).corrected == (name, "published", "published_basis")
    assert again(record, **fact, published_basis="stated").corrected == ()
    assert (getattr(record.report("r1"), name), record.report("r1").published) == (given, "2031-05-09")
    assert again(record, given=(name,), **fact).corrected == (name, "published")


def test_another_day_withdraws_what_nobody_decided_on_and_proposes_it_anew(
    record: Record, whole: Callable[[], Verified]
) -> None:
    again(record, a_proposal(0, 4), a_proposal(5, 10, on="2031-05-01", on_basis="text"), a_proposal(11, 13, on=None))
    added = again(
        record,
        a_proposal(0, 4, on="2031-05-09"),
        a_proposal(5, 10, on="2031-05-08", on_basis="text"),
        a_proposal(11, 13, on=None),
        day=LATER,
    )
    assert added == Added("r1", new=False, entries=("e4", "e5"), corrected=("published",))
    assert [(entry.id, entry.status, entry.on) for entry in record.entries()] == [
        ("e1", "withdrawn", "2031-05-02"),
        ("e2", "withdrawn", "2031-05-01"),
        ("e3", "proposed", None),
        ("e4", "proposed", "2031-05-09"),
        ("e5", "proposed", "2031-05-08"),
    ]
    assert [(row.act, row.by) for row in record.history("e1")] == [("propose", "reading"), ("withdraw", "sami")]
    whole()


def test_another_day_leaves_decisions_and_follows_only_where_it_is_all_that_dates(
    record: Record, whole: Callable[[], Verified]
) -> None:
    first = [
        a_proposal(0, 4),
        a_proposal(5, 10, on="2031-05-01", on_basis="text"),
        a_proposal(11, 13, kind="event"),
        a_proposal(14, 18),
    ]
    again(record, *first)
    record.accept_proposed(by="nour")
    record.decide("e3", "reject", by="nour")
    record.decide("e4", "amend", by="nour", changes={"on": "2031-04"})
    then = [
        a_proposal(0, 4, on="2031-05-09"),
        a_proposal(5, 10, on="2031-05-08", on_basis="text"),
        a_proposal(11, 13, kind="event", on="2031-05-09"),
        a_proposal(14, 18, on="2031-05-09"),
    ]
    assert again(record, *then, day=LATER) == Added(
        "r1", new=False, entries=(), corrected=("published",), doubtful=("e2",)
    )
    assert [(entry.status, entry.on, entry.on_basis, entry.decided_by) for entry in record.entries()] == [
        ("accepted", "2031-05-09", "published", "nour"),
        ("accepted", "2031-05-01", "text", "nour"),
        ("rejected", "2031-05-09", "published", "nour"),
        ("accepted", "2031-04", "analyst", "nour"),
    ]
    assert set(record.history("r1")[-1].body["dated"]) == {"e1", "e3"}
    whole()


def test_a_day_that_was_unknown_dates_what_only_it_can_date(record: Record, whole: Callable[[], Verified]) -> None:
    again(record, a_proposal(0, 4, on=None), a_proposal(5, 10, on=None), day=None, published_basis="unknown")
    record.accept_proposed(by="nour")
    then = [a_proposal(0, 4, on="2031-05-02"), a_proposal(5, 10, on="2031-05-01", on_basis="text")]
    assert again(record, *then).corrected == ("published", "published_basis")
    # What the text says only now, no analyst has seen: it stays open until one amends it.
    assert [(entry.on, entry.on_basis) for entry in record.entries()] == [
        ("2031-05-02", "published"),
        (None, "unknown"),
    ]
    whole()


def test_two_alike_in_one_report_are_told_apart_by_number(record: Record) -> None:
    again(record, a_proposal(0, 4), a_proposal(0, 4))
    record.decide("e1", "accept", by="nour")
    added = again(record, a_proposal(0, 4, on="2031-05-09"), a_proposal(0, 4, on="2031-05-09"), day=LATER)
    assert added.entries == ("e3",)
    assert [entry.status for entry in record.entries()] == ["accepted", "withdrawn", "proposed"]


def test_nobody_decides_on_what_was_withdrawn(record: Record) -> None:
    again(record, a_proposal())
    again(record, a_proposal(on="2031-05-09"), day=LATER)
    with pytest.raises(Conflict, match="withdrawn because the day of r1 was corrected"):
        record.decide("e1", "accept", by="nour")
    assert record.accept_proposed(by="nour") == ("e2",)


def test_a_correction_made_twice_is_made_once(record: Record, whole: Callable[[], Verified]) -> None:
    again(record, a_proposal())
    again(record, a_proposal(on="2031-05-09"), day=LATER)
    before = whole()
    assert again(record, a_proposal(on="2031-05-09"), day=LATER) == Added("r1", new=False, entries=(), corrected=())
    assert whole() == before


def test_the_file_a_correction_came_from_is_kept_beside_the_first(
    record: Record, path: Path, whole: Callable[[], Verified]
) -> None:
    again(record, original=Original("day-1.txt", b"first"))
    again(record, original=Original("day-1.txt", b"second"))
    originals = path.parent / "reports"
    assert [file.read_bytes() for file in originals.iterdir()] == [b"first"]
    again(record, title="Nets", original=Original("day-1.txt", b"second"))
    assert {file.read_bytes() for file in originals.iterdir()} == {b"first", b"second"}
    assert record.report("r1").original == Original("day-1.txt", b"second").kept_as
    whole()


def test_an_original_that_cannot_be_kept_keeps_the_report_out(record: Record, path: Path) -> None:
    (path.parent / "reports").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="reports"):
        again(record, a_proposal())
    assert (record.reports(), record.entries()) == ([], [])
