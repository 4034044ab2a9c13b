"""Removing the content of a report for good."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import psycopg
import pytest
import sqlalchemy

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import CannotStore, Conflict, Invalid, NotFound
from taqrib.evidence import Original
from taqrib.record import Place, Record, Touch, Verified, Wanted, search
from taqrib.record import database as database_module

TOLD = "The heron told Quillon of المستنقع by night."
"""A text of which no word stands anywhere else."""

WORDS = ("heron", "Quillon", "المستنقع", "night.txt", "Marshland", "moorhen", "whispered", "2031-03-17", "Bitterns")
"""What must be gone: of text and quotes, names, the file's name, the title, amendments and reasons."""


@pytest.fixture
def secret(record: Record) -> Record:
    """Two reports; the second, ``r2``, should go: decided on, amended, corrected, retracted, undone."""
    record.add(a_report(), no_findings(), [a_proposal(0, 4)], by="nour")
    proposed = [
        a_proposal(4, 9, quote="heron", name="The heron", voice="Quillon", finding={"holder": "The heron"}),
        a_proposal(10, 27, quote=TOLD[10:27], name="Quillon", kind="statement"),
    ]
    original = Original("night.txt", TOLD.encode())
    record.add(a_report(TOLD, stem="night.txt", original=original), no_findings(), proposed, by="nour")
    record.accept_proposed(by="nour", why="read together")
    record.decide("e2", "amend", by="sami", changes={"actor": "moorhen", "on": "2031-03-17"}, why="whispered so")
    record.decide("e3", "reject", by="sami", why="whispered otherwise")
    record.undo(by="sami")
    another = Original("night.txt", TOLD.encode() + b" Bitterns")
    record.add(a_report(TOLD, title="Marshland", original=another), no_findings(), [], by="nour")
    record.retract("r2", by="nour", why="whispered by nobody")
    record.undo(by="nour")
    return record


@pytest.fixture
def everything(place: Place, path: Path) -> Callable[[], bytes]:
    """All bytes that are kept: files, or in PostgreSQL every row of every table."""

    def found() -> bytes:
        files = b"".join(
            str(file.relative_to(path.parent)).encode() + file.read_bytes()
            for file in sorted(path.parent.rglob("*"))
            if file.is_file()
        )
        return files if isinstance(place, Path) else files + b"".join(_rows(place))

    return found


def _rows(address: str) -> Iterator[bytes]:
    url = sqlalchemy.make_url(address)
    with psycopg.connect(host=url.host, port=url.port, user=url.username, dbname=url.database) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'taqrib_lagoon'").fetchall()
        assert len(tables) > 9
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM taqrib_lagoon."{table}"'):  # noqa: S608 - our own name
                yield repr(row).encode()


def test_no_word_of_it_is_left_in_any_byte(
    secret: Record, everything: Callable[[], bytes], whole: Callable[[], Verified]
) -> None:
    before = everything()
    assert [word for word in WORDS if word.encode() not in before] == []
    assert secret.remove("r2", by="nour", why="asked to") == ("e2", "e3")
    left = everything()
    assert [word for word in WORDS if word.encode() in left] == []
    secret.close()
    left = everything()
    assert [word for word in WORDS if word.encode() in left] == []
    whole()


def test_no_question_finds_it_now_or_at_any_earlier_time(secret: Record) -> None:
    with secret.view() as view:
        moments = [row.at for row in view.ledger()]
    secret.remove("r2", by="nour", why="asked to")
    for moment in [None, *map(datetime.fromisoformat, moments)]:
        with secret.view(known_at=moment) as view:
            asked = [search(view, word, Wanted(), limit=9) for word in ("heron", "quillon", "مستنقع")]
            told = repr(
                [
                    asked, view.entries(), view.reports(), view.last_day(), view.disputed(), list(view.ledger()),
                    [view.history(subject) for subject in ("r2", "e2", "e3")],
                    [view.keys(kind) for kind in ("stance", "statement")],
                ]
            )  # fmt: skip
            assert [word for word in WORDS if word in told] == []
            for gone in ("e2", "r2"):
                with pytest.raises(NotFound, match=f"the content of {gone} was removed on .* by nour: asked to"):
                    view.report(gone) if gone == "r2" else view.entry(gone)


def test_an_export_holds_nothing_of_it(secret: Record) -> None:
    secret.remove("r2", by="nour", why="asked to")
    file = BytesIO()
    secret.export("case: lagoon\n", file)
    with zipfile.ZipFile(file) as archive:
        told = b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    assert [word for word in WORDS if word.encode() in told] == []


def test_the_tombstone_says_what_went_who_took_it_and_why(secret: Record) -> None:
    sha256 = secret.report("r2").sha256
    secret.remove("r2", by="sami", why="asked to by her lawyer")
    with secret.view() as view:
        (stone,) = view.tombstones()
    assert (stone.report, stone.entries, stone.sha256, stone.by, stone.why) == (
        "r2",
        ("e2", "e3"),
        sha256,
        "sami",
        "asked to by her lawyer",
    )
    rows = secret.history("e2")
    assert [(row.act, row.by, row.body) for row in rows[:2]] == [("propose", "reading", None), ("accept", "nour", None)]


def test_what_else_is_on_record_stays_as_it_was(secret: Record, path: Path, whole: Callable[[], Verified]) -> None:
    before = secret.report("r1"), secret.entry("e1"), secret.history("e1")
    secret.remove("r2", by="nour", why="asked to")
    assert (secret.report("r1"), secret.entry("e1"), secret.history("e1")) == before
    assert [report.id for report in secret.reports()] == ["r1"]
    assert [file.name.partition("-")[2] for file in (path.parent / "reports").iterdir()] == ["day-1.txt"]
    assert whole().entries == 1


def test_ids_are_never_used_again(secret: Record) -> None:
    secret.remove("r2", by="nour", why="asked to")
    added = secret.add(a_report("Venn waits."), no_findings(), [a_proposal(0, 4)], by="nour")
    assert (added.report, added.entries) == ("r3", ("e4",))
    secret.remove("r3", by="nour", why="asked to")
    assert secret.add(a_report("Venn left."), no_findings(), [a_proposal()], by="nour").entries == ("e5",)


def test_the_same_text_is_refused_with_the_reason(secret: Record, whole: Callable[[], Verified]) -> None:
    secret.remove("r2", by="nour", why="asked to")
    before = whole()
    for source in ("Example Gazette", "Another Outlet", None):
        with pytest.raises(Conflict, match=r"removed as r2 on \d{4}-\d\d-\d\d by nour \(asked to\)"):
            secret.add(a_report(TOLD, source=source), no_findings(), [a_proposal()], by="sami")
    assert whole() == before


def test_a_copy_that_another_outlet_printed_stays(secret: Record, path: Path, whole: Callable[[], Verified]) -> None:
    copied = secret.add(a_report(TOLD, source="Another Outlet", original=Original("night.txt", TOLD.encode())),
                        no_findings(), [a_proposal(4, 9, quote="heron")], by="nour")  # fmt: skip
    assert (copied.report, copied.copy_of) == ("r3", "r2")
    secret.remove("r2", by="nour", why="asked to")
    assert secret.report("r3").text == TOLD
    assert secret.entry("e4").quote == "heron"
    with secret.view() as view:
        assert [entry.id for entry in search(view, "heron", Wanted(), limit=9).entries] == ["e4"]
    names = {file.name.partition("-")[2] for file in (path.parent / "reports").iterdir()}
    assert names == {"day-1.txt", "night.txt"}
    whole()
    secret.remove("r3", by="nour", why="asked to")
    assert {file.name.partition("-")[2] for file in (path.parent / "reports").iterdir()} == {"day-1.txt"}
    whole()


def test_a_report_nobody_decided_on_and_one_retracted_are_removed_alike(
    record: Record, whole: Callable[[], Verified]
) -> None:
    for text in ("Venn waits.", "Venn left."):
        record.add(a_report(text), no_findings(), [a_proposal(0, 4)], by="nour")
    record.retract("r2", by="nour", why="misheard")
    assert record.remove("r1", by="nour", why="asked to") == ("e1",)
    assert record.remove("r2", by="nour", why="asked to") == ("e2",)
    assert (record.entries(), record.reports()) == ([], [])
    with record.view() as view:
        assert (view.last_day(), view.count("proposed"), view.count("retracted")) == (None, 0, 0)
    whole()


def test_removing_twice_finishes_what_a_kill_interrupted(
    secret: Record, path: Path, everything: Callable[[], bytes]
) -> None:
    originals = path.parent / "reports"
    kept = {file.name: file.read_bytes() for file in originals.iterdir()}
    assert secret.remove("r2", by="nour", why="asked to") == ("e2", "e3")
    for name, content in kept.items():  # as a kill right after the rows were changed leaves it
        (originals / name).write_bytes(content)
    kept_part = next(name for name in kept if name.endswith("night.txt"))
    (originals / f".{kept_part[:16]}.999999.part").write_bytes(TOLD.encode())
    rows = len(secret.history("r2"))
    assert secret.remove("r2", by="nour", why="asked to") == ("e2", "e3")
    assert len(secret.history("r2")) == rows
    assert [word for word in WORDS if word.encode() in everything()] == []


def test_nothing_is_removed_without_a_reason_by_nobody_or_that_is_not_there(secret: Record) -> None:
    with pytest.raises(Invalid, match="--why"):
        secret.remove("r2", by="nour", why="  ")
    with pytest.raises(Invalid, match="--by"):
        secret.remove("r2", by="", why="asked to")
    for nothing in ("r9", "e1", "", "lagoon"):
        with pytest.raises(NotFound):
            secret.remove(nothing, by="nour", why="asked to")
    assert secret.report("r2").text == TOLD


def test_a_reader_in_the_way_is_said_and_removing_again_finishes(
    secret: Record, place: Place, everything: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.2)
    secret.close()
    removing = Record.open(place, case="lagoon", originals=secret._originals)  # noqa: SLF001 - where they are
    reading = Record.open(place, case="lagoon")
    with reading.view() as view:
        assert view.report("r2").text == TOLD
        with pytest.raises(CannotStore, match="run the command again"):
            removing.remove("r2", by="nour", why="asked to")
        assert view.report("r2").text == TOLD
    reading.close()
    assert removing.remove("r2", by="nour", why="asked to") == ("e2", "e3")
    removing.close()
    assert [word for word in WORDS if word.encode() in everything()] == []


def test_an_original_that_cannot_be_deleted_is_named_and_the_record_forgets_all_the_same(
    secret: Record, path: Path, everything: Callable[[], bytes]
) -> None:
    first, second = sorted((path.parent / "reports").glob("*-night.txt"))
    content = first.read_bytes()
    first.unlink()
    first.mkdir()  # what no program deletes like a file
    with pytest.raises(OSError, match=first.name):
        secret.remove("r2", by="nour", why="asked to")
    assert b"moorhen" not in everything()
    first.rmdir()
    first.write_bytes(content)
    secret.remove("r2", by="nour", why="asked to")
    assert [word for word in WORDS if word.encode() in everything()] == []
    assert not second.exists()


@pytest.mark.usefixtures("secret")
def test_the_ledger_lets_nothing_but_a_removal_take_content_away(path: Path, place: Place) -> None:
    if not isinstance(place, Path):
        pytest.skip("PostgreSQL's own guard has its own test")
    raw = sqlite3.connect(path)
    for rewriting in (
        "UPDATE ledger SET body = '{}' WHERE number = 3",
        "UPDATE ledger SET body = NULL, by = 'x' WHERE number = 3",
        "UPDATE ledger SET seal = '' WHERE number = 3",
        "DELETE FROM ledger WHERE number = 3",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(rewriting)
    raw.close()


def test_the_last_touch_of_a_key_takes_the_key_with_it(secret: Record, whole: Callable[[], Verified]) -> None:
    secret.decide("e2", "amend", by="nour", changes={"touches": (Touch("patrols", "neutral"),)})
    with secret.view() as view:
        assert "patrols" in {key.issue for key in view.keys("stance")}
    secret.remove("r2", by="nour", why="asked to")
    with secret.view() as view:
        assert {key.issue for key in view.keys("stance")} == {"fishing"}
    whole()
