"""One SQLite file, opened safely."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import CannotStore, Damaged, Invalid, NotFound
from taqrib.record import Record, verify
from taqrib.record import database as database_module


def test_a_record_that_is_not_there_is_said_so(path: Path) -> None:
    with pytest.raises(NotFound, match="taqrib case new"):
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
