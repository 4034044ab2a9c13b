"""One SQLite file, opened safely."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import CannotStore, Conflict, Damaged, Invalid, NotFound
from taqrib.record import Record, verify
from taqrib.record import database as database_module


@pytest.fixture
def place(path: Path) -> Path:
    """SQLite alone."""
    return path


def test_a_record_that_is_not_there_is_said_so(path: Path) -> None:
    with pytest.raises(NotFound, match="'taqrib case new' makes a case"):
        Record.open(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"some text", b"\x00" * 4096])
def test_a_file_that_is_no_database_is_named_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"expected a Taqrib record .* restore"):
        Record.open(path)
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused_and_left_alone(path: Path) -> None:
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE recipes (name TEXT)")
    foreign.commit()
    foreign.close()
    before = path.read_bytes()
    with pytest.raises(Invalid, match="another program's"):
        Record.open(path)
    assert path.read_bytes() == before


def test_a_record_of_a_later_format_is_refused(record: Record, path: Path) -> None:
    record.close()
    later = sqlite3.connect(path)
    later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(Invalid, match="format 99"):
        Record.open(path)


def test_a_record_is_opened_for_its_own_case_only(record: Record, path: Path) -> None:
    record.close()
    Record.open(path, case="lagoon").close()
    with pytest.raises(Invalid, match="expected the record of the case 'strait', found that of 'lagoon'"):
        Record.open(path, case="strait")


def test_a_database_cut_short_is_damaged_not_a_traceback(record: Record, path: Path, add: Callable[[], str]) -> None:
    add()
    record.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Damaged):
        Record.open(path).entries()


def test_the_ledger_refuses_to_be_rewritten(path: Path, add: Callable[[], str]) -> None:
    add()
    raw = sqlite3.connect(path)
    for rewriting in ("UPDATE ledger SET by = 'x'", "DELETE FROM ledger"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(rewriting)
    raw.close()


def test_every_commit_is_brought_to_the_disk(record: Record) -> None:
    with record._database.writing() as connection:  # noqa: SLF001 - a power cut cannot be had in a test
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


def test_a_name_with_every_sign_opens_the_file_of_that_name(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1 & more" / "record.db"
    path.parent.mkdir()
    Record.create(path, case="lagoon", by="nour").close()
    assert [file.name for file in path.parent.iterdir()] == ["record.db"]
    assert Record.open(path, writable=False).entries() == []


def test_reading_leaves_nothing_beside_the_record(record: Record, path: Path, add: Callable[[], str]) -> None:
    add()
    record.close()
    before = path.read_bytes()
    reading = Record.open(path, writable=False)
    assert len(reading.entries()) == 1
    with pytest.raises(CannotStore, match="check who owns it"):
        reading.decide("e1", "accept", by="nour")
    reading.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["record.db", "reports"]
    assert path.read_bytes() == before


def test_a_reader_sees_what_a_writer_has_committed_meanwhile(
    record: Record, path: Path, add: Callable[[], str]
) -> None:
    add()
    reading = Record.open(path, writable=False)
    assert len(reading.entries()) == 1
    add_another = record.add(a_report("Venn waits."), no_findings(), [a_proposal()], by="nour")
    assert add_another.entries == ("e2",)
    assert len(reading.entries()) == 2
    record.close()
    assert len(reading.entries()) == 2


def test_a_record_written_while_it_is_read_without_locks_is_a_conflict(
    record: Record, path: Path, add: Callable[[], str]
) -> None:
    add()
    record.close()
    reading = Record.open(path, writable=False)

    def read_while_another_writes() -> None:
        with reading._database.reading():  # noqa: SLF001
            writer = Record.open(path)
            writer.decide("e1", "accept", by="nour")
            writer.close()

    with pytest.raises(Conflict, match="run the command again"):
        read_while_another_writes()
    assert reading.entry("e1").status == "accepted"


@pytest.fixture
def as_nobody(path: Path) -> Iterator[Callable[[], None]]:
    """Makes the rest of the test somebody who may read the case's folder and no more."""
    if os.geteuid() != 0:
        pytest.skip("only the administrator may become somebody else")
    closed = {folder: folder.stat().st_mode for folder in path.parents if not folder.stat().st_mode & 0o001}

    def becoming() -> None:
        for folder in closed:  # pytest's own
            folder.chmod(0o711)
        path.parent.chmod(0o755)
        for file in path.parent.iterdir():
            file.chmod(0o755 if file.is_dir() else 0o644)
        os.seteuid(65534)

    yield becoming
    os.seteuid(0)
    for folder, mode in closed.items():
        folder.chmod(mode)


def test_who_may_only_read_reads_and_verifies_and_is_told_who_may_write(
    record: Record, path: Path, add: Callable[[], str], as_nobody: Callable[[], None]
) -> None:
    add()
    record.close()
    as_nobody()
    assert verify(path).entries == 1
    assert len(Record.open(path, writable=False).entries()) == 1
    with pytest.raises(CannotStore, match="check who owns it"):
        Record.open(path)


def test_who_may_only_read_reads_beside_a_writer(
    record: Record, path: Path, add: Callable[[], str], as_nobody: Callable[[], None]
) -> None:
    add()
    as_nobody()
    assert len(Record.open(path, writable=False).entries()) == 1
    os.seteuid(0)
    record.decide("e1", "accept", by="nour")
    os.seteuid(65534)
    assert Record.open(path, writable=False).entry("e1").status == "accepted"


def test_a_full_disk_is_one_sentence_and_changes_nothing(record: Record, path: Path) -> None:
    record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    record._database._engine.dispose()  # noqa: SLF001 - the limit below belongs to one connection
    with record._database.reading() as connection:  # noqa: SLF001
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotStore, match="disk is full"):
        record.add(a_report("x" * 100_000), no_findings(), [a_proposal()], by="nour")
    assert len(record.reports()) == 1
    record.close()
    assert verify(path).reports == 1


def test_a_second_writer_waits_and_then_says_why(
    path: Path, add: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = add()
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    second = Record.open(path)
    with pytest.raises(CannotStore, match="another Taqrib"):
        second.decide(entry, "accept", by="sami")
    holder.execute("ROLLBACK")
    assert second.decide(entry, "accept", by="sami").status == "accepted"
    second.close()
    holder.close()


WRITER = textwrap.dedent("""
    import sys
    from pathlib import Path
    sys.path[:0] = [{tests!r}]
    from ledger import a_proposal, a_report, no_findings
    from taqrib.record import Record

    record = Record.open(Path({path!r}))
    for number in range(10_000):
        text = f"report {{number}} " + "word " * 400
        added = record.add(a_report(text), no_findings(), [a_proposal()] * 20, by="nour")
        for entry in added.entries[:3]:
            record.decide(entry, "accept", by="nour")
            print(entry, flush=True)
        print(added.report, flush=True)
""")


@pytest.mark.parametrize("acknowledged_before_the_kill", [1, 2, 3, 4, 7, 11, 16, 22])
def test_a_kill_at_any_moment_loses_nothing_acknowledged(
    record: Record, path: Path, acknowledged_before_the_kill: int
) -> None:
    record.close()
    script = WRITER.format(tests=str(Path(__file__).parents[1]), path=str(path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline().strip() for _ in range(acknowledged_before_the_kill)]
        writer.kill()
        acknowledged += writer.stdout.read().split()
    whole = verify(path)
    after = Record.open(path)
    accepted = {entry.id for entry in after.entries(status="accepted")}
    assert {name for name in acknowledged if name.startswith("e")} <= accepted
    assert {name for name in acknowledged if name.startswith("r")} <= {report.id for report in after.reports()}
    assert whole.entries == 20 * whole.reports
    after.close()
