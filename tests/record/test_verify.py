"""Whether a record still is what was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from taqrib.errors import Damaged
from taqrib.record import Record, Touch, verify


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
    raw.executescript("DROP TRIGGER ledger_refuses_update; DROP TRIGGER ledger_refuses_delete;")
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def test_an_untouched_record_is_whole(sealed: Path) -> None:
    assert verify(sealed) == (5, 1, 1)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE ledger SET by = 'ghost' WHERE number = 4", "row 4"),
        ("UPDATE ledger SET at = '2031-01-01' WHERE number = 2", "row 2"),
        ("UPDATE ledger SET body = '{}' WHERE number = 3", "row 3"),
        ("DELETE FROM ledger WHERE number = 3", "row 3"),
        ("DELETE FROM ledger WHERE number = 5", "entry e1"),
        ("UPDATE reports SET text = 'Orla wants nothing.'", "text of report r1"),
        ("UPDATE reports SET published = '2031-05-03'", "report r1"),
        ("DELETE FROM reports", "report r1"),
        ("UPDATE entries SET quote = 'Orla agrees'", "entry e1"),
        ("UPDATE entries SET status = 'accepted'", "entry e1"),
        ("UPDATE entries SET start = 1", "entry e1"),
        ("DELETE FROM entries", "entry e1"),
        (
            "INSERT INTO entries SELECT 9, report, kind, type, start, [end], quote, name, actor, voice, voice_actor,"
            " touches, [on], on_basis, certainty, finding, status, amended, decided_by FROM entries",
            "entry e9",
        ),
    ],
)  # fmt: skip
def test_whatever_was_changed_behind_its_back_is_named(sealed: Path, statement: str, named: str) -> None:
    tamper(sealed, statement)
    with pytest.raises(Damaged, match=named):
        verify(sealed)


def test_a_flipped_bit_is_found(sealed: Path) -> None:
    content = bytearray(sealed.read_bytes())
    place = content.rindex(b"not hers to say")
    content[place] ^= 1
    sealed.write_bytes(content)
    with pytest.raises(Damaged, match="row 5"):
        verify(sealed)
