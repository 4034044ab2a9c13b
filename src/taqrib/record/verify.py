"""Whether a record still is what was written: every seal, every text, every derived row."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from taqrib.errors import Damaged
from taqrib.record.chain import FIRST, canonical, seal
from taqrib.record.database import Database
from taqrib.record.tables import entries, ledger, reports

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


class Verified(NamedTuple):
    """How much was checked and found whole."""

    rows: int
    reports: int
    entries: int


def verify(path: Path) -> Verified:
    """Check the record at ``path`` from its first row to its last.

    :raises Damaged: at the first row whose seal, text or derived state is not what the ledger says; it names the row.
    """
    database = Database.open(path)
    try:
        with database.reading() as connection:
            report = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            if report != "ok":
                raise Damaged(f"SQLite finds the file damaged ({report}); restore it from a copy", where=str(path))
            replayed = _replay(connection, path)
            return Verified(
                replayed.rows, _check_reports(connection, replayed, path), _check_entries(connection, replayed, path)
            )
    finally:
        database.close()


class _Replay(NamedTuple):
    rows: int
    reports: dict[int, dict[str, object]]
    entries: dict[int, dict[str, object]]


_STATUS = {"accept": "accepted", "amend": "accepted", "reject": "rejected"}


def _replay(connection: Connection, path: Path) -> _Replay:
    previous, number = FIRST, 0
    kept: dict[int, dict[str, object]] = {}
    standing: dict[int, dict[str, object]] = {}
    for row in connection.execute(select(ledger).order_by(ledger.c.number)):
        number += 1
        sealed = seal(previous, number=number, at=row.at, by=row.by, act=row.act, subject=row.subject, body=row.body)
        if row.number != number or row.seal != sealed:
            raise Damaged(
                f"ledger row {number} is not what was sealed; everything before it is whole; restore from a copy",
                where=str(path),
            )
        previous = row.seal
        body = json.loads(row.body)
        if row.act == "capture":
            kept[int(row.subject[1:])] = {**body, "captured_at": row.at}
        elif row.act == "propose":
            standing[int(row.subject[1:])] = {**body, "status": "proposed", "amended": False, "decided_by": None}
        elif row.act in _STATUS:
            entry = standing[int(row.subject[1:])]
            entry.update(body["changes"], status=_STATUS[row.act], decided_by=row.by)
            entry["amended"] = entry["amended"] or bool(body["changes"])
    return _Replay(number, kept, standing)


def _check_reports(connection: Connection, replay: _Replay, path: Path) -> int:
    rows = {row["number"]: dict(row) for row in connection.execute(select(reports)).mappings()}
    for number in sorted(rows.keys() | replay.reports.keys()):
        row = rows.get(number, {})
        text = str(row.pop("text", ""))
        row.pop("number", None)
        if canonical(row) != canonical(replay.reports.get(number)):
            raise Damaged(f"report r{number} is not as the ledger has it; restore from a copy", where=str(path))
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
            raise Damaged(f"the text of report r{number} is not the one captured; restore from a copy", where=str(path))
    return len(rows)


def _check_entries(connection: Connection, replay: _Replay, path: Path) -> int:
    count = 0
    expected = replay.entries
    for row in connection.execute(select(entries).order_by(entries.c.number)).mappings():
        fields = dict(row)
        number = fields.pop("number")
        count += 1
        if canonical(fields) != canonical(expected.pop(number, None)):
            raise Damaged(f"entry e{number} is not as the ledger has it; restore from a copy", where=str(path))
    if expected:
        raise Damaged(
            f"entry e{min(expected)} is in the ledger but gone from the record; restore from a copy", where=str(path)
        )
    return count
