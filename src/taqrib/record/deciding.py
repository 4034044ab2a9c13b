"""Deciding within one transaction: accept, amend, reject, retract, and undo."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from taqrib import edtf
from taqrib.errors import Conflict, Invalid, NotFound
from taqrib.record.entry import CLAIM_GRADES
from taqrib.record.ledger import Act, append, as_rows
from taqrib.record.projection import Projection
from taqrib.record.rows import as_row
from taqrib.record.tables import ledger, standings
from taqrib.record.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from taqrib.record.entry import Decision, Entry, Status
    from taqrib.record.ledger import LedgerRow

AMENDABLE = ("actor", "touches", "on", "qualifiers", "claim_grade")

_UNDOABLE = frozenset({"accept", "amend", "reject", "retract"})


class Deciding:
    """One transaction in which ``by`` decides; see :class:`taqrib.record.Record`.

    :raises Invalid: if ``by`` is empty.
    """

    def __init__(self, connection: Connection, where: str, now: datetime, *, by: str) -> None:
        if not by.strip():
            raise Invalid("expected the name of whoever decides, found an empty one; give --by NAME")
        self._connection = connection
        self._view = View(connection, where)
        self._now = now
        self._by = by

    def decide(
        self, entry: str, decision: Decision, *, changes: Mapping[str, object], why: str, only_if: Status | None
    ) -> Entry:
        """See :meth:`taqrib.record.Record.decide`."""
        fields = _amendment(entry, decision, changes)
        _expect_standing(self._view.entry(entry), only_if)
        self._write(Act(self._by, decision, entry, {"changes": fields, "why": why}))
        return self._view.entry(entry)

    def accept_proposed(self, *, why: str) -> tuple[str, ...]:
        """See :meth:`taqrib.record.Record.accept_proposed`."""
        waiting = select(standings.c.entry).where(standings.c.status == "proposed", standings.c.until.is_(None))
        numbers = self._connection.execute(waiting.order_by(standings.c.entry)).scalars()
        ids = tuple(f"e{number}" for number in numbers)
        body: dict[str, Any] = {"changes": {}, "why": why}
        self._write(*(Act(self._by, "accept", entry, body) for entry in ids))
        return ids

    def retract(self, subject: str, *, why: str) -> tuple[str, ...]:
        """See :meth:`taqrib.record.Record.retract`."""
        if not why.strip():
            raise Invalid("expected the reason of a retraction, found none; give --why TEXT", where=subject)
        if subject.startswith("r"):
            report = self._view.report(subject)
            if report.retracted:
                raise Conflict("expected a report that stands, found it retracted already", where=f"report {subject}")
            gone = {"rejected", "withdrawn", "retracted"}
            ids = tuple(entry.id for entry in self._view.entries(report=subject) if entry.status not in gone)
            self._write(Act(self._by, "retract", subject, {"entries": list(ids), "why": why}))
            return ids
        _expect_standing(self._view.entry(subject), None)
        self._write(Act(self._by, "retract", subject, {"why": why}))
        return (subject,)

    def undo(self) -> tuple[str, ...]:
        """See :meth:`taqrib.record.Record.undo`."""
        rows = self._last_decision()
        if not rows:
            raise NotFound(f"expected a decision of {self._by} that can be undone, found none")
        for row in rows:
            self._expect_last(row)
        self._write(*(Act(self._by, "undo", row.subject, {"of": row.number}) for row in reversed(rows)))
        return tuple(row.subject for row in reversed(rows))

    def _write(self, *acts: Act) -> None:
        if acts:
            Projection(self._connection, {}).apply(append(self._connection, self._now, *acts))

    def _last_decision(self) -> list[LedgerRow]:
        """The rows of what ``by`` decided last and has not undone, the last first."""
        undone: set[int] = set()
        backwards = self._own_backwards()
        for row in backwards:
            body = row.body or {}
            if row.act == "undo":
                undone.add(body["of"])
            elif row.number not in undone and row.body is not None:
                together = (other for other in backwards if other.number not in undone and other.body is not None)
                return [row, *takewhile(partial(_at_once, row), together)]
        return []

    def _own_backwards(self) -> Iterator[LedgerRow]:
        query = select(ledger).where(ledger.c.by == self._by, ledger.c.act.in_(sorted({*_UNDOABLE, "undo"})))
        streamed = self._connection.execution_options(yield_per=500)
        yield from as_rows(streamed.execute(query.order_by(ledger.c.number.desc())))

    def _expect_last(self, row: LedgerRow) -> None:
        """Refuse to undo what somebody has decided on since.

        :raises Conflict: if the row is not the one that made what stands.
        """
        concerned = [int(entry[1:]) for entry in (row.body or {}).get("entries", [row.subject])]
        later = self._connection.execute(
            select(standings.c.entry, ledger.c.by, ledger.c.act)
            .join(ledger, ledger.c.number == standings.c.since)
            .where(standings.c.entry.in_(concerned), standings.c.until.is_(None), standings.c.since > row.number)
            .limit(1)
        ).one_or_none()
        if later is not None:
            raise Conflict(
                f"expected what {row.by} decided to be the last word, found '{later.act}' by {later.by} since; "
                "decide on it again instead",
                where=f"entry e{later.entry}",
            )


def _at_once(row: LedgerRow, other: LedgerRow) -> bool:
    return (row.at, row.act) == (other.at, other.act)


def _expect_standing(entry: Entry, only_if: Status | None) -> None:
    """Refuse a decision on what somebody has decided, reading withdrawn or somebody retracted, meanwhile."""
    gone = entry.status in {"withdrawn", "retracted"}
    if entry.status == only_if or (only_if is None and not gone):
        return
    if entry.status == "withdrawn":
        stands = f"withdrawn because the day of {entry.report} was corrected; decide on what is proposed in its place"
    elif entry.status == "retracted":
        stands = f"retracted by {entry.decided_by}; whoever did may undo it"
    elif entry.status == "proposed":
        stands = "still proposed; decide on it first"
    else:
        stands = f"{entry.status} by {entry.decided_by}; look at it again before you decide otherwise"
    expected = f"{only_if!r}" if only_if else "neither withdrawn nor retracted" if gone else "decided on"
    raise Conflict(f"expected an entry that is {expected}, found it {stands}", where=f"entry {entry.id}")


def _amendment(entry: str, decision: Decision, changes: Mapping[str, object]) -> dict[str, Any]:
    """The changes as the row keeps them; empty unless ``decision`` amends.

    :raises Invalid: if they are not such changes.
    """
    where = f"entry {entry}"
    unknown = sorted(set(changes) - set(AMENDABLE))
    if unknown or bool(changes) != (decision == "amend"):
        raise Invalid(
            f"expected changes to {', '.join(AMENDABLE)} with 'amend' and none otherwise, "
            f"found {', '.join(unknown or changes or ['none'])} with {decision!r}",
            where=where,
        )
    if (on := changes.get("on")) is not None:
        try:
            edtf.days(str(on))
        except ValueError as error:
            raise Invalid(str(error), where=where) from None
    grade = changes.get("claim_grade")
    if grade is not None and grade not in CLAIM_GRADES:
        raise Invalid(f"expected the grade of a claim, 1 to 6, found {grade!r}", where=where)
    fields = as_row(dict(changes))
    if "on" in fields:
        fields["on_basis"] = "analyst"
    return fields
