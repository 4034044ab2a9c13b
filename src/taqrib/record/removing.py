"""Removing the content of a report within one transaction: what is taken out of the ledger, and what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from taqrib.errors import Invalid
from taqrib.record.ledger import Act, append, history
from taqrib.record.projection import Projection
from taqrib.record.rows import report_number, tombstone_of
from taqrib.record.tables import entries, facts, ledger, tombstones
from taqrib.record.view import View

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_CHUNK = 10_000


class Removing:
    """One transaction in which ``by`` removes content; see :meth:`taqrib.record.Record.remove`.

    :raises Invalid: if ``by`` is empty.
    """

    def __init__(self, connection: Connection, where: str, now: datetime, *, by: str) -> None:
        if not by.strip():
            raise Invalid("expected the name of whoever removes, found an empty one; give --by NAME")
        self._connection = connection
        self._view = View(connection, where)
        self._now = now
        self._by = by

    def remove(self, report: str, *, why: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Remove ``report``; gives the ids of its entries and the hashes of the originals that nobody else needs."""
        if not why.strip():
            raise Invalid("expected the reason of a removal, found none; give --why TEXT", where=report)
        number = report_number(report)
        stone = next((stone for stone in self._view.tombstones() if stone.report == report), None)
        if stone is not None:  # removed already: whatever of it a kill left behind goes now
            row = next(row for row in reversed(history(self._connection, report)) if row.act == "remove")
            return stone.entries, self._unshared((row.body or {})["originals"])
        kept = self._view.report(report)
        numbers = list(
            self._connection.execute(
                select(entries.c.number).where(entries.c.report == number).order_by(entries.c.number)
            ).scalars()
        )
        originals = self._connection.execute(
            select(facts.c.original_sha256).where(facts.c.report == number).distinct()
        ).scalars()
        of_report = sorted(filter(None, originals))
        body = {"sha256": kept.sha256, "why": why, "entries": numbers, "originals": of_report}
        rows = append(self._connection, self._now, Act(self._by, "remove", report, body))
        subjects = [report, *(f"e{entry}" for entry in numbers)]
        for start in range(0, len(subjects), _CHUNK):
            self._connection.execute(
                update(ledger)
                .where(ledger.c.subject.in_(subjects[start : start + _CHUNK]), ledger.c.number < rows[0].number)
                .values(body=None)
            )
        Projection(self._connection, {}).apply(rows)
        return tuple(f"e{entry}" for entry in numbers), self._unshared(of_report)

    def _unshared(self, originals: list[str]) -> tuple[str, ...]:
        """Those of the originals that no other report was captured from."""
        used = set(
            self._connection.execute(
                select(facts.c.original_sha256).where(facts.c.original_sha256.in_(originals))
            ).scalars()
        )
        return tuple(sha256 for sha256 in originals if sha256 not in used)


def first_lost(kept: Connection, derived: Connection) -> int | None:
    """The first ledger row whose content is gone though no later row removed it; ``None`` if there is none.

    :param kept: to the ledger.
    :param derived: to the tables that follow from it.
    """
    removed = {
        subject: row.removed
        for row in derived.execute(select(tombstones))
        for stone in [tombstone_of(row, "")]
        for subject in (stone.report, *stone.entries)
    }
    empty = select(ledger.c.number, ledger.c.subject).where(ledger.c.body.is_(None)).order_by(ledger.c.number)
    return next((number for number, subject in kept.execute(empty) if number >= removed.get(subject, 0)), None)
