"""Writing and reading the ledger's rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import insert, select

from taqrib.errors import Damaged
from taqrib.record.chain import FIRST, canonical, seal
from taqrib.record.tables import ledger

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Act(NamedTuple):
    """Who did what to which report or entry, with what."""

    by: str
    act: str
    subject: str
    body: object


def append(connection: Connection, at: str, *acts: Act) -> None:
    """Append one row for each act, all at the time ``at``."""
    last = connection.execute(select(ledger).order_by(ledger.c.number.desc()).limit(1)).one_or_none()
    written, previous = (last.number, last.seal) if last else (0, FIRST)
    rows = []
    for number, (by, act, subject, content) in enumerate(acts, written + 1):
        row: dict[str, Any] = {
            "number": number, "at": at, "by": by, "act": act, "subject": subject, "body": canonical(content)
        }  # fmt: skip
        previous = seal(previous, **row)
        rows.append({**row, "seal": previous})
    connection.execute(insert(ledger), rows)


def begun_for(connection: Connection) -> str:
    """The id of the case the record was begun for.

    :raises Damaged: if the ledger does not begin with that.
    """
    first = connection.execute(select(ledger).order_by(ledger.c.number).limit(1)).one_or_none()
    if first is None or first.act != "begin" or not isinstance(first.subject, str):
        raise Damaged("the ledger does not begin with the case it is about; restore the record from a copy")
    return first.subject


def history(connection: Connection, subject: str) -> list[dict[str, Any]]:
    """Every row about ``subject``, oldest first: number, at, by, act, body.

    :raises Damaged: if a body is no JSON.
    """
    query = select(ledger).where(ledger.c.subject == subject).order_by(ledger.c.number)
    return [
        {"number": row.number, "at": row.at, "by": row.by, "act": row.act, "body": body_of(row.number, row.body)}
        for row in connection.execute(query)
    ]


def body_of(number: int, body: object) -> Any:  # noqa: ANN401 - any JSON value
    """The content of the ledger row ``number``.

    :raises Damaged: if it is no JSON.
    """
    try:
        return json.loads(body)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise Damaged(f"ledger row {number} holds no JSON; restore the record from a copy") from None
