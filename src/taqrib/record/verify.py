"""Whether a record still is what was written: every seal, every text, every derived row, every original."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from taqrib.errors import Damaged, Unreadable
from taqrib.evidence import same_bytes
from taqrib.record.chain import FIRST, canonical, seal
from taqrib.record.database import Database
from taqrib.record.ledger import body_of
from taqrib.record.record import ORIGINALS
from taqrib.record.rows import plain
from taqrib.record.tables import entries, ledger, reports

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Row


class Verified(NamedTuple):
    """How much was checked and found whole.

    :ivar seal: of the last ledger row. Kept elsewhere, it is what tells a record from one whose last rows, or all of
        them, were written anew: such a record is whole in itself.
    """

    rows: int
    reports: int
    entries: int
    seal: str


class _Replay(NamedTuple):
    """What the ledger says: how reports and entries stand, and name -> (report, hash) of every original."""

    reports: dict[int, dict[str, Any]]
    entries: dict[int, dict[str, Any]]
    originals: dict[str, tuple[int, str]]


def verify(path: Path, originals: Path | None = None) -> Verified:
    """Check the record at ``path`` from its first row to its last, and the originals it names.

    :param originals: the folder of the originals; by default ``reports`` beside the record.
    :raises NotFound: if there is no record.
    :raises Damaged: at the first row whose seal, text or derived state is not what the ledger says, or at the first
        original that is missing or not the one captured; it names the row, the report or the file.
    """
    database = Database.open(path, writable=False)
    where = str(path)
    try:
        with database.reading() as connection:
            problem = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            if problem != "ok":
                raise Damaged(f"SQLite finds the file damaged ({problem}); restore it from a copy", where=where)
            replayed, rows, last = _replay(connection, where)
            whole = Verified(
                rows, _check_reports(connection, replayed, where), _check_entries(connection, replayed, where), last
            )
    finally:
        database.close()
    _check_originals(replayed.originals, originals or path.parent / ORIGINALS)
    return whole


_STATUS = {"accept": "accepted", "amend": "accepted", "reject": "rejected"}


def _replay(connection: Connection, where: str) -> tuple[_Replay, int, str]:
    """What the ledger says, how many rows it has, and its last seal."""
    previous, number = FIRST, 0
    replay = _Replay({}, {}, {})
    for row in connection.execute(select(ledger).order_by(ledger.c.number)):
        number += 1
        texts = (row.at, row.by, row.act, row.subject, row.body)
        if not all(isinstance(text, str) for text in texts) or row.seal != seal(
            previous, number=row.number, at=row.at, by=row.by, act=row.act, subject=row.subject, body=row.body
        ) or row.number != number:  # fmt: skip
            raise Damaged(
                f"ledger row {number} is not what was sealed; everything before it is whole; restore from a copy",
                where=where,
            )
        previous = row.seal
        try:
            _follow(replay, row)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Damaged(
                f"ledger row {number} is sealed but does not follow from those before it; restore from a copy",
                where=where,
            ) from error
    return replay, number, previous


def _follow(replay: _Replay, row: Row[Any]) -> None:
    """Take one row of the ledger into account."""
    body = body_of(row.number, row.body)
    if row.act == "begin":
        return
    number = int(row.subject[1:])
    if row.act == "capture":
        replay.reports[number] = {**body, "captured_at": row.at}
    elif row.act == "correct":
        replay.reports[number].update(body["to"])
        for entry, date in body["dated"].items():
            replay.entries[int(entry[1:])].update(date)
    elif row.act == "propose":
        replay.entries[number] = {**body, "status": "proposed", "amended": False, "decided_by": None}
    elif row.act == "withdraw":
        replay.entries[number]["status"] = "withdrawn"
    else:
        entry = replay.entries[number]
        entry.update(body["changes"], status=_STATUS[row.act], decided_by=row.by)
        entry["amended"] = entry["amended"] or bool(body["changes"])
    if row.act in {"capture", "correct"}:
        report = replay.reports[number]
        if report["original"] is not None:
            replay.originals[report["original"]] = (number, report["original_sha256"])


def _check_reports(connection: Connection, replay: _Replay, where: str) -> int:
    found = (plain(reports, row, where) for row in connection.execute(select(reports)).mappings())
    rows = {row.pop("number"): row for row in found}
    for number in sorted(rows.keys() | replay.reports.keys()):
        row = rows.get(number, {})
        text = row.pop("text", "")
        if canonical(row) != canonical(replay.reports.get(number)):
            raise Damaged(f"report r{number} is not as the ledger has it; restore from a copy", where=where)
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
            raise Damaged(f"the text of report r{number} is not the one captured; restore from a copy", where=where)
    return len(rows)


def _check_entries(connection: Connection, replay: _Replay, where: str) -> int:
    count = 0
    expected = dict(replay.entries)
    for row in connection.execute(select(entries).order_by(entries.c.number)).mappings():
        fields = plain(entries, row, where)
        number = fields.pop("number")
        count += 1
        if canonical(fields) != canonical(expected.pop(number, None)):
            raise Damaged(f"entry e{number} is not as the ledger has it; restore from a copy", where=where)
        if fields["report"] not in replay.reports:
            raise Damaged(f"entry e{number} is from a report that never was; restore from a copy", where=where)
    if expected:
        raise Damaged(
            f"entry e{min(expected)} is in the ledger but gone from the record; restore from a copy", where=where
        )
    return count


def _check_originals(originals: dict[str, tuple[int, str]], folder: Path) -> None:
    for name, (report, sha256) in originals.items():
        copy = folder / name
        try:
            same = same_bytes(copy, sha256)
        except OSError as error:
            raise Unreadable(
                f"expected the original of report r{report}, found that it cannot be read ({error.strerror}); "
                "check its permissions",
                where=str(copy),
            ) from error
        if not same:
            found = "is not the file captured" if copy.is_file() else "is missing"
            raise Damaged(f"the original of report r{report} {found}; restore it from a copy", where=str(copy))
