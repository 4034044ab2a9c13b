"""Writing and reading the ledger's rows."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from taqrib.errors import Damaged
from taqrib.record.chain import FIRST, canonical, digest, seal
from taqrib.record.many import insert_many
from taqrib.record.tables import ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection


class Act(NamedTuple):
    """Who did what to which report or entry, with what."""

    by: str
    act: str
    subject: str
    body: dict[str, Any]


class LedgerRow(NamedTuple):
    """One row, its seal apart.

    :ivar body: ``None`` once a later row has removed it.
    """

    number: int
    at: str
    by: str
    act: str
    subject: str
    body: dict[str, Any] | None


def moment(connection: Connection, now: datetime) -> datetime:
    """The time of the change that comes next: each has its own, so that what was decided at once can be told.

    :param now: the time by the machine's clock; where it is not later than the last row's, the time just after that.
    """
    last = connection.execute(select(ledger.c.at).order_by(ledger.c.number.desc()).limit(1)).scalar()
    return max(now, datetime.fromisoformat(last) + timedelta(milliseconds=1)) if last else now


def append(connection: Connection, now: datetime, *acts: Act) -> list[LedgerRow]:
    """Append one row for each act, all at one time; returns them.

    :param now: see :func:`moment`; where it is behind the last row's, that row's time is kept, so that the ledger never
        runs backwards.
    """
    last = connection.execute(select(ledger).order_by(ledger.c.number.desc()).limit(1)).one_or_none()
    written, previous = (last.number, last.seal) if last else (0, FIRST)
    at = max(now.astimezone(UTC).isoformat(timespec="milliseconds"), last.at if last else "")
    rows, made = [], []
    body = hashed = ""
    told: object = None
    for number, (by, act, subject, content) in enumerate(acts, written + 1):
        if content is not told:  # acts done at once share one body
            told, body = content, canonical(content)
            hashed = digest(body)
        previous = seal(previous, number=number, at=at, by=by, act=act, subject=subject, digest=hashed)
        rows.append(
            {"number": number, "at": at, "by": by, "act": act, "subject": subject, "body": body, "digest": hashed,
             "seal": previous}
        )  # fmt: skip
        made.append(LedgerRow(number, at, by, act, subject, content))
    insert_many(connection, ledger, rows)
    return made


def begun_for(connection: Connection) -> str:
    """The id of the case the record was begun for.

    :raises Damaged: if the ledger does not begin with that.
    """
    first = connection.execute(select(ledger).order_by(ledger.c.number).limit(1)).one_or_none()
    if first is None or first.act != "begin" or not isinstance(first.subject, str):
        raise Damaged("the ledger does not begin with the case it is about; restore the record from a copy")
    return first.subject


def last_row(connection: Connection, until: str | None = None) -> int:
    """The number of the last row; 0 if there is none.

    :param until: ISO 8601, UTC: the last row written by then.
    """
    query = select(func.max(ledger.c.number))
    if until is not None:
        query = query.where(ledger.c.at <= until)
    return connection.execute(query).scalar() or 0


def history(connection: Connection, subject: str) -> list[LedgerRow]:
    """Every row about ``subject``, oldest first.

    :raises Damaged: if a body is no JSON.
    """
    query = select(ledger).where(ledger.c.subject == subject).order_by(ledger.c.number)
    return list(as_rows(connection.execute(query)))


def as_rows(found: Iterable[Any]) -> Iterator[LedgerRow]:
    """Rows of the ledger's table with their bodies decoded.

    :raises Damaged: if a body is no JSON object.
    """
    for row in found:
        body = None if row.body is None else _decoded(row.number, row.body)
        yield LedgerRow(row.number, row.at, row.by, row.act, row.subject, body)


def _decoded(number: int, body: object) -> dict[str, Any]:
    try:
        content = json.loads(body)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        content = None
    if not isinstance(content, dict):
        raise Damaged(f"ledger row {number} holds no JSON; restore the record from a copy")
    return content
