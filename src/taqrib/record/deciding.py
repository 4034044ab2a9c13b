"""Deciding within one transaction: accept, amend, reject, retract, and undo."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from taqrib import edtf
from taqrib.errors import Conflict, Invalid, NotFound
from taqrib.record.entry import CLAIM_GRADES
from taqrib.record.ledger import Act, append, as_rows, history
from taqrib.record.projection import Projection
from taqrib.record.rows import as_row, entry_number, report_number
from taqrib.record.tables import entries, facts, ledger, standings
from taqrib.record.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from taqrib.record.entry import Decision, Entry, Status
    from taqrib.record.ledger import LedgerRow

AMENDABLE = ("actor", "touches", "on", "qualifiers", "claim_grade")

_UNDOABLE = frozenset({"accept", "amend", "reject", "retract"})
_OF_CORRECTIONS = ("correct", "withdraw")
_CHUNK = 10_000
"""Entries asked for at once: fewer than either database's limit of parameters."""


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
        found = self._view.entry(entry)
        _expect_standing(found, only_if)
        self._expect_report_stands(found.report, entry)
        self._write(Act(self._by, decision, entry, {"changes": fields, "why": why}))
        return self._view.entry(entry)

    def accept_proposed(self, *, why: str) -> tuple[str, ...]:
        """See :meth:`taqrib.record.Record.accept_proposed`."""
        waiting = (
            select(standings.c.entry)
            .join(entries, entries.c.number == standings.c.entry)
            .join(facts, facts.c.report == entries.c.report)
            .where(standings.c.status == "proposed", standings.c.until.is_(None))
            .where(facts.c.until.is_(None), ~facts.c.retracted)
        )
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
        self._expect_last(rows)
        for row in rows:
            if row.subject.startswith("e"):
                self._expect_undoable(row)
        self._write(*(Act(self._by, "undo", row.subject, {"of": row.number}) for row in reversed(rows)))
        return tuple(row.subject for row in reversed(rows))

    def _expect_undoable(self, row: LedgerRow) -> None:
        """Refuse to bring an entry back from what became of its report since.

        :raises Conflict: if the report is retracted; or if its day was corrected and the entry was withdrawn for it, or
            would stand again with a date that reading counted from the old day and that nobody was told of.
        """
        entry = self._view.entry(row.subject)
        self._expect_report_stands(entry.report, row.subject)
        if entry.status == "withdrawn":
            _expect_standing(entry, None)
        before = select(standings.c.status, standings.c.on_basis).where(
            standings.c.entry == entry_number(row.subject), standings.c.until == row.number
        )
        was = self._connection.execute(before).one_or_none()
        if was is None or was.on_basis != "text" or (was.status, entry.status) == ("accepted", "accepted"):
            return
        if entry.status == "retracted":  # a decided one: the correction named it
            return
        for since in history(self._connection, entry.report):
            if since.number > row.number and since.act == "correct" and "published" in (since.body or {}).get("to", {}):
                raise Conflict(
                    f"expected nothing new about {entry.report} since that decision, found its day of publication "
                    "corrected; decide on the entry again instead",
                    where=f"entry {row.subject}",
                )

    def _expect_report_stands(self, report: str, entry: str) -> None:
        standing = select(facts.c.retracted).where(facts.c.report == report_number(report), facts.c.until.is_(None))
        if self._connection.execute(standing).scalar():
            by = next(row.by for row in reversed(history(self._connection, report)) if row.act == "retract")
            raise Conflict(
                f"expected an entry of a report that stands, found {report} retracted by {by}; whoever did may undo it",
                where=f"entry {entry}",
            )

    def _write(self, *acts: Act) -> None:
        if acts:
            Projection(self._connection, {}).apply(append(self._connection, self._now, *acts))

    def _last_decision(self) -> list[LedgerRow]:
        """The rows of what ``by`` decided last and has not undone, the last first."""
        undone: set[int] = set()
        with closing(self._own_backwards()) as backwards:
            for row in backwards:
                if row.body is None:  # removed: there is nothing left to undo
                    continue
                if row.act == "remove":
                    raise Conflict(
                        f"expected a decision to undo, found that the last thing {self._by} did was to remove "
                        f"{row.subject} for good, which nothing undoes"
                    )
                if row.act == "undo":
                    undone.add(row.body["of"])
                elif row.number not in undone:
                    together = (other for other in backwards if other.number not in undone and other.body is not None)
                    return [row, *takewhile(partial(_at_once, row), together)]
        return []

    def _own_backwards(self) -> Generator[LedgerRow]:
        query = select(ledger).where(ledger.c.by == self._by, ledger.c.act.in_(sorted({*_UNDOABLE, "undo", "remove"})))
        streamed = query.order_by(ledger.c.number.desc()).execution_options(yield_per=500)
        with self._connection.execute(streamed) as found:
            yield from as_rows(found)

    def _expect_last(self, rows: list[LedgerRow]) -> None:
        """Refuse to undo what somebody has decided on since.

        :raises Conflict: if one of the rows is not the last word on an entry.
        """
        concerned = {
            int(entry[1:]): row
            for row in rows
            for entry in (row.body or {}).get("entries", [row.subject])
            if entry.startswith("e")
        }
        for entry, last in self._last_words(sorted(concerned)):
            row = concerned[entry]
            if last.number != row.number:
                raise Conflict(
                    f"expected what {row.by} decided to be the last word, found '{last.act}' by {last.by} since; "
                    "decide on it again instead",
                    where=f"entry e{entry}",
                )

    def _last_words(self, numbers: list[int]) -> Iterator[tuple[int, Any]]:
        """For each entry the row that made what stands: none that was undone, and nothing a correction brought."""
        for start in range(0, len(numbers), _CHUNK):
            query = (
                select(standings.c.entry, ledger.c.number, ledger.c.by, ledger.c.act)
                .join(ledger, ledger.c.number == standings.c.since)
                .where(standings.c.entry.in_(numbers[start : start + _CHUNK]), ledger.c.act.not_in(_OF_CORRECTIONS))
                .order_by(standings.c.entry, standings.c.since)
            )
            for entry, rows in groupby(self._connection.execute(query), key=lambda row: row.entry):
                words: list[Any] = []
                for row in rows:
                    if row.act == "undo":
                        words.pop()  # what is undone was the last word then
                    else:
                        words.append(row)
                yield entry, words[-1]


def _at_once(row: LedgerRow, other: LedgerRow) -> bool:
    return (row.at, row.act) == (other.at, other.act)


def _expect_standing(entry: Entry, only_if: Status | None) -> None:
    """Refuse a decision on what somebody has decided, reading withdrawn or somebody retracted, meanwhile."""
    gone = entry.status in {"withdrawn", "retracted"}
    if not gone and only_if in {None, entry.status}:
        return
    if entry.status == "withdrawn":
        stands = f"withdrawn because the day of {entry.report} was corrected; decide on what is proposed in its place"
    elif entry.status == "retracted":
        stands = f"retracted by {entry.decided_by}; whoever did may undo it"
    elif entry.status == "proposed":
        stands = "still proposed; decide on it first"
    else:
        stands = f"{entry.status} by {entry.decided_by}; look at it again before you decide otherwise"
    expected = "neither withdrawn nor retracted" if gone else repr(only_if)
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
    for name, value in changes.items():
        expected, fits = _FITTING[name]
        if not fits(value):
            raise Invalid(f"expected {expected}, found {value!r}", where=f"{where}, {name}")
    if (on := changes.get("on")) is not None:
        try:
            edtf.days(str(on))
        except ValueError as error:
            raise Invalid(str(error), where=where) from None
    fields = as_row(dict(changes))
    if "on" in fields:
        fields["on_basis"] = "analyst"
    return fields


def _is_grade(value: object) -> bool:
    return value is None or value in CLAIM_GRADES


def _is_name(value: object) -> bool:
    return value is None or isinstance(value, str)


def _are_names(value: object) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(one, str) for one in value)


def _are_touches(value: object) -> bool:
    return isinstance(value, tuple | list) and all(
        isinstance(one, tuple | list) and len(one) == 2 and isinstance(one[0], str) and _is_name(one[1])
        for one in value
    )


_FITTING: dict[str, tuple[str, Callable[[object], bool]]] = {
    "actor": ("an actor's id or None", _is_name),
    "touches": ("a sequence of touches, each an issue's id with an option's or None", _are_touches),
    "on": ("a date or None", _is_name),
    "qualifiers": ("a sequence of qualifiers' ids", _are_names),
    "claim_grade": ("the grade of a claim, 1 to 6, or None", _is_grade),
}
