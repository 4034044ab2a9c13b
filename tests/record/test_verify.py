"""Whether a record still is what was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import Damaged, Invalid, NotFound
from taqrib.record import Record, Touch, verify
from taqrib.record.chain import digest, seal


@pytest.fixture
def place(path: Path) -> Path:
    """SQLite alone."""
    return path


@pytest.fixture
def sealed(record: Record, path: Path, add: Callable[[], str]) -> Path:
    """A record with a report, an entry, an amendment and a rejection, closed."""
    entry = add()
    record.decide(entry, "amend", by="nour", changes={"touches": (Touch("patrols"),)})
    record.decide(entry, "reject", by="sami", why="not hers to say")
    record.close()
    return path


def tamper(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    guards = raw.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    raw.executescript("DROP TRIGGER ledger_refuses_update; DROP TRIGGER ledger_refuses_delete;")
    for statement in (*statements, *(guard for (guard,) in guards)):
        raw.execute(statement)
    raw.commit()
    raw.close()


def test_an_untouched_record_is_whole(sealed: Path) -> None:
    whole = verify(sealed)
    assert whole[:3] == (5, 1, 1)
    raw = sqlite3.connect(sealed)
    assert raw.execute("SELECT seal FROM ledger WHERE number = 5").fetchone() == (whole.seal,)
    raw.close()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE ledger SET by = 'ghost' WHERE number = 4", "row 4"),
        ("UPDATE ledger SET at = '2031-01-01' WHERE number = 2", "row 2"),
        ("UPDATE ledger SET body = '{}' WHERE number = 3", "row 3"),
        ("DELETE FROM ledger WHERE number = 3", "row 3"),
        ("DELETE FROM ledger WHERE number = 5", "entry e1"),
        ("UPDATE reports SET text = 'Orla wants nothing.'", "text of report r1"),
        ("UPDATE facts SET published = '2031-05-03'", "report r1"),
        ("DELETE FROM reports", "report r1"),
        ("UPDATE entries SET quote = 'Orla agrees'", "entry e1"),
        ("UPDATE standings SET status = 'accepted' WHERE until IS NULL", "entry e1"),
        ("UPDATE standings SET until = NULL WHERE until = 4", "entry e1"),
        ("DELETE FROM told", "entry e1"),
        ("UPDATE keys SET issue = 'peace'", "the table keys"),
        ("DELETE FROM bands", "report r1"),
        ("UPDATE entries SET start = 1", "entry e1"),
        ("DELETE FROM entries", "entry e1"),
        ("UPDATE standings SET disputed = x'' WHERE until IS NULL", "the column standings.disputed"),
        ("INSERT INTO entry_words(rowid, words) VALUES (1, 'peace')", "the words by which entry e1 is found"),
        ("INSERT INTO report_words(rowid, words) VALUES (1, 'peace')", "the words by which report r1 is found"),
        ("INSERT INTO report_words(report_words) VALUES ('delete-all')", "the words by which report r1 is found"),
        (
            "INSERT INTO entries SELECT 9, report, kind, type, start, [end], quote, name, voice, voice_actor,"
            " certainty, finding FROM entries",
            "entry e9",
        ),
    ],
)  # fmt: skip
def test_whatever_was_changed_behind_its_back_is_named(sealed: Path, statement: str, named: str) -> None:
    tamper(sealed, statement)
    with pytest.raises(Damaged, match=named):
        verify(sealed)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("DROP TRIGGER ledger_refuses_update", "trigger ledger_refuses_update of the record is missing"),
        ("CREATE TRIGGER t AFTER INSERT ON ledger BEGIN DELETE FROM told; END", "trigger t of the record is not one"),
        ("CREATE TABLE notes(x)", "table notes of the record is not one"),
        ("DROP INDEX told_by_entry", "index told_by_entry of the record is missing"),
    ],
)
def test_what_acts_or_is_missing_in_the_database_is_named(sealed: Path, statement: str, named: str) -> None:
    raw = sqlite3.connect(sealed)
    raw.execute(statement)
    raw.commit()
    raw.close()
    with pytest.raises(Damaged, match=named):
        verify(sealed)


def test_a_guard_that_lets_everything_through_is_named(sealed: Path) -> None:
    raw = sqlite3.connect(sealed)
    raw.executescript(
        "DROP TRIGGER ledger_refuses_delete; "
        "CREATE TRIGGER ledger_refuses_delete BEFORE DELETE ON ledger BEGIN SELECT 1; END;"
    )
    raw.close()
    with pytest.raises(Damaged, match="trigger ledger_refuses_delete of the record is not one"):
        verify(sealed)


def test_the_last_seal_tells_a_record_from_one_whose_last_rows_are_gone(record: Record, path: Path) -> None:
    record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    earlier = verify(path).seal
    record.decide("e1", "reject", by="sami")
    later = verify(path).seal
    record.close()
    tamper(
        path,
        "DELETE FROM ledger WHERE number = 4",
        "DELETE FROM standings WHERE since = 4",
        "UPDATE standings SET until = NULL",
    )
    assert verify(path).seal == earlier != later


def test_every_original_is_checked_byte_for_byte(sealed: Path) -> None:
    (copy,) = (sealed.parent / "reports").iterdir()
    content = copy.read_bytes()
    copy.write_bytes(content + b" ")
    with pytest.raises(Damaged, match=rf"{copy.name}: the original of report r1 is not the file captured"):
        verify(sealed)
    copy.unlink()
    with pytest.raises(Damaged, match="the original of report r1 is missing"):
        verify(sealed)
    elsewhere = sealed.parent / "safe"
    elsewhere.mkdir()
    (elsewhere / copy.name).write_bytes(content)
    assert verify(sealed, elsewhere).reports == 1


def test_a_case_without_a_record_and_a_folder_of_that_name_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="found none yet; 'taqrib add' makes it"):
        verify(tmp_path / "record.db")
    with pytest.raises(NotFound, match="found no such folder"):
        verify(tmp_path / "nowhere" / "record.db")
    (tmp_path / "record.db").mkdir()
    with pytest.raises(Invalid, match="found a folder of that name"):
        verify(tmp_path / "record.db")


QUESTIONS: tuple[Callable[[Record], object], ...] = (
    Record.entries,
    Record.reports,
    lambda record: record.entry("e1"),
    lambda record: record.report("r1"),
    lambda record: [record.history(subject) for subject in ("r1", "e1", "lagoon")],
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET quote = CAST(x'FFFE' AS TEXT)",
        "UPDATE entries SET quote = x'FFFE'",
        "UPDATE standings SET touches = '[['",
        "UPDATE standings SET touches = '[1]'",
        "UPDATE standings SET touches = '{}'",
        "UPDATE entries SET finding = '[]'",
        "UPDATE entries SET start = 'first'",
        "UPDATE entries SET [end] = -1",
        "UPDATE entries SET certainty = 'high'",
        "UPDATE standings SET [on] = '2031-02-30'",
        "UPDATE standings SET [on] = 'soon'",
        "UPDATE standings SET status = 'lost'",
        "UPDATE entries SET report = 9",
        "DELETE FROM reports",
        "UPDATE facts SET published = 'soon'",
        "UPDATE facts SET published_basis = 'rumour'",
        "UPDATE facts SET given = 'grade'",
        "UPDATE facts SET given = '{}'",
        "UPDATE reports SET text = CAST(x'C328' AS TEXT)",
        "UPDATE reports SET text = 7.5, sha256 = x'00'",
        "UPDATE ledger SET body = '{' WHERE number = 2",
        "UPDATE ledger SET body = x'00' WHERE number = 2",
        "UPDATE ledger SET body = CAST(x'FF' AS TEXT) WHERE number = 2",
        "UPDATE standings SET votes = '[1]'",
        "UPDATE standings SET qualifiers = '{}'",
        "UPDATE standings SET until = 'never'",
        "UPDATE ledger SET body = NULL WHERE number = 3",
        "DROP TABLE standings",
        "DROP TABLE entries",
        "DROP TABLE reports",
        "ALTER TABLE entries DROP COLUMN quote",
    ],
)
def test_a_row_that_makes_no_sense_is_one_sentence_whatever_is_asked(sealed: Path, statement: str) -> None:
    tamper(sealed, statement)
    with pytest.raises(Damaged):
        verify(sealed)
    record = Record.open(sealed, writable=False)
    for question in QUESTIONS:
        with suppress(Damaged, NotFound):
            question(record)


def test_a_chain_sealed_anew_over_nonsense_is_damaged_not_a_traceback(sealed: Path) -> None:
    raw = sqlite3.connect(sealed)
    (previous,) = raw.execute("SELECT seal FROM ledger WHERE number = 5").fetchone()
    raw.close()
    for act, subject, body in (
        ("accept", "e9", '{"changes":{}}'),
        ("propose", "everything", "{}"),
        ("accept", "e1", '{"changes":7}'),
        ("applaud", "e1", '{"changes":{}}'),
    ):
        row = {"number": 6, "at": "2031-05-09", "by": "ghost", "act": act, "subject": subject, "digest": digest(body)}
        columns = (*list(row.values())[:-1], body, row["digest"], seal(previous, **row))  # type: ignore[arg-type]
        raw = sqlite3.connect(sealed)
        raw.execute("DROP TRIGGER IF EXISTS ledger_refuses_delete")
        raw.execute("DELETE FROM ledger WHERE number = 6")
        raw.execute("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)", columns)
        raw.commit()
        raw.close()
        with pytest.raises(Damaged, match="ledger row 6 is sealed but does not follow"):
            verify(sealed)


def test_a_flipped_bit_is_found(sealed: Path) -> None:
    content = bytearray(sealed.read_bytes())
    place = content.rindex(b"not hers to say")
    content[place] ^= 1
    sealed.write_bytes(content)
    with pytest.raises(Damaged, match="row 5"):
        verify(sealed)
