"""Questions to a record: all of them see it as it stood after one ledger row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select, true, union

from taqrib.errors import Damaged, NotFound
from taqrib.record.entry import EntryKind, Key
from taqrib.record.ledger import as_rows, history, last_row
from taqrib.record.rows import (
    ENTRY,
    REPORT,
    entry_number,
    entry_of,
    report_number,
    report_of,
    tombstone_of,
)
from taqrib.record.tables import entries, facts, keys, ledger, reports, standings, told, tombstones
from taqrib.record.timeline import StoredTimeline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, Table

    from taqrib.record.entry import Entry, KeptReport, Status, Tombstone
    from taqrib.record.ledger import LedgerRow

_CHUNK = 10_000
"""Ids asked for at once: fewer than either database's limit of parameters."""


class View:
    """A record as it was known at one time.

    Made by :meth:`taqrib.record.Record.view`, and good as long as that block lasts: every question in it sees the same
    state, whoever writes meanwhile. Only the content of removed reports is gone from earlier times too.

    :param known: the number of the last ledger row that counts; ``None`` counts all of them.
    """

    def __init__(self, connection: Connection, where: str, known: int | None = None) -> None:
        self._connection = connection
        self._where = where
        self._known = known

    # ------------------------------------------------------------------ entries

    def entries(
        self, *, status: Status | None = None, report: str | None = None, ids: Collection[str] | None = None
    ) -> list[Entry]:
        """The entries by number; only those of ``status``, of ``report`` or in ``ids`` where given.

        :raises Damaged: if a row is not as Taqrib writes it; this holds for every question.
        """
        query = self._standing_entries()
        if status:
            query = query.where(standings.c.status == status)
        if report:
            query = query.where(entries.c.report == report_number(report))
        if ids is None:
            return self._entries(query)
        numbers = sorted(map(entry_number, ids))
        return [entry for some in _chunks(numbers) for entry in self._entries(query.where(entries.c.number.in_(some)))]

    def entry(self, entry: str) -> Entry:
        """One entry by its id.

        :raises NotFound: if there is none, or its content was removed; the message says which there are.
        """
        number = entry_number(entry)
        found = self._entries(self._standing_entries().where(entries.c.number == number))
        if found:
            return found[0]
        self._expect_content(entry, self._report_ever(entry))
        last = self._scalar(select(func.max(standings.c.entry)).where(self.stands(standings)))
        there = f"e1 to e{last}" if last else "none yet"
        raise NotFound(f"expected an entry of this record ({there}), found no e{number}")

    def count(self, status: Status) -> int:
        """How many entries have this status."""
        query = select(func.count()).select_from(standings)
        return int(self._scalar(query.where(self.stands(standings), standings.c.status == status)))

    def disputed(self) -> list[Entry]:
        """The entries on which analysts decided otherwise, whichever decision was the last."""
        return self._entries(self._standing_entries().where(standings.c.disputed))

    def said(self, kinds: Collection[EntryKind], since: date, until: date) -> list[Entry]:
        """The accepted entries of these kinds said, done or become known on a day from ``since`` to ``until``.

        An entry becomes known on the day its report was published, or captured where nobody knows when it was.
        """
        first, last = since.isoformat(), until.isoformat()
        known = (
            select(entries.c.number)
            .join(facts, facts.c.report == entries.c.report)
            .where(facts.c.known_on.between(first, last), self.stands(facts), entries.c.kind.in_(sorted(kinds)))
        )
        return self._accepted(union(self._dated(kinds, first, last), known))

    def dated(self, kind: EntryKind, since: date, until: date, *, known_by: date) -> list[Entry]:
        """The accepted entries of a kind said or done on a day from ``since`` to ``until``.

        :param known_by: only those that had become known by this day.
        """
        query = (
            self._dated((kind,), since.isoformat(), until.isoformat())
            .join(facts, facts.c.report == told.c.report)
            .where(facts.c.known_on <= known_by.isoformat(), self.stands(facts))
        )
        return self._accepted(query)

    def timeline(self) -> StoredTimeline:
        """The accepted entries under their keys, by day: what positions are looked up in."""
        return StoredTimeline(self)

    def keys(self, kind: EntryKind) -> list[Key]:
        """Every key under which an entry of ``kind`` was ever accepted."""
        query = select(keys.c.kind, keys.c.type, keys.c.actor, keys.c.issue, keys.c.option).where(keys.c.kind == kind)
        if self._known is not None:
            query = query.where(select(told.c.key).where(told.c.key == keys.c.id, told.c.since <= self._known).exists())
        return [
            Key(of_kind, type_, actor or None, issue or None, option or None)
            for of_kind, type_, actor, issue, option in self._connection.execute(query.order_by(keys.c.id)).all()
        ]

    # ------------------------------------------------------------------ reports

    def reports(self, ids: Collection[str] | None = None) -> list[KeptReport]:
        """The reports, in the order of capture; only those in ``ids`` where given."""
        query = self._standing_reports()
        if ids is None:
            return self._reports(query)
        numbers = sorted(map(report_number, ids))
        return [
            report for some in _chunks(numbers) for report in self._reports(query.where(reports.c.number.in_(some)))
        ]

    def report(self, report: str) -> KeptReport:
        """One report by its id, ``r1``, ``r2``, ...

        :raises NotFound: if there is none, or its content was removed.
        """
        number = report_number(report)
        found = self._reports(self._standing_reports().where(reports.c.number == number))
        if found:
            return found[0]
        self._expect_content(report, number)
        if self._known is None and history(self._connection, report):
            raise Damaged(
                f"report {report} is in the ledger but gone from the record; restore the record from a copy",
                where=self._where,
            )
        raise NotFound(f"expected a report of this record, found no {report}", where=self._where)

    def same_words(self, report: str) -> tuple[str, ...]:
        """The other reports that carry the words of ``report``: its original, and the copies of either.

        Of a report whose content was removed, the copies that are left.
        """
        number = report_number(report)
        original = self._scalar(select(reports.c.copy_of).where(reports.c.number == number)) or number
        alike = or_(reports.c.number == original, reports.c.copy_of == original)
        query = self._standing_reports().with_only_columns(reports.c.number).where(alike)
        found = (f"r{number}" for number in self._connection.execute(query).scalars())
        return tuple(other for other in found if other != report)

    def last_day(self) -> str | None:
        """The last day on which anything became known; ``None`` if nothing did."""
        found: str | None = self._scalar(select(func.max(facts.c.known_on)).where(self.stands(facts)))
        return found

    def tombstones(self) -> list[Tombstone]:
        """What is left of the reports whose content was removed, in the order of their numbers."""
        query = select(tombstones).order_by(tombstones.c.report)
        return [tombstone_of(row, self._where) for row in self._connection.execute(query)]

    # ------------------------------------------------------------------ the ledger

    def history(self, subject: str) -> list[LedgerRow]:
        """Every ledger row about ``subject`` (``r1``, ``e1``), oldest first."""
        return [row for row in history(self._connection, subject) if self._known is None or row.number <= self._known]

    def ledger(self, after: int = 0) -> Iterator[LedgerRow]:
        """Every row of the ledger after the row ``after``, oldest first."""
        query = select(ledger).where(ledger.c.number > after, self._counted(ledger.c.number)).order_by(ledger.c.number)
        with self._connection.execute(query.execution_options(yield_per=1000)) as found:
            yield from as_rows(found)

    def last_row(self) -> int:
        """The number of the last row that counts; 0 if there is none."""
        return last_row(self._connection) if self._known is None else self._known

    # ------------------------------------------------------------------ for other modules of this room

    def stands(self, table: Table) -> ColumnElement[bool]:
        """That a version in ``table`` is the one known."""
        if self._known is None:
            return table.c.until.is_(None)
        return and_(table.c.since <= self._known, or_(table.c.until.is_(None), table.c.until > self._known))

    def stands_in_words(self) -> str:
        """The same of the table ``told``, in SQL; its parameters are :meth:`known_in_words`."""
        if self._known is None:
            return "told.until IS NULL"
        return "told.since <= :known AND (told.until IS NULL OR told.until > :known)"

    def known_in_words(self) -> dict[str, int]:
        """The parameters of :meth:`stands_in_words`."""
        return {} if self._known is None else {"known": self._known}

    @property
    def connection(self) -> Connection:
        """What every question is put to."""
        return self._connection

    def standing_entries(self) -> Select[Any]:
        """Every entry's row, to be narrowed down and read by :meth:`read_entries`."""
        return self._standing_entries(ordered=False)

    def standing_reports(self) -> Select[Any]:
        """Every report's row, to be narrowed down and read by :meth:`read_reports`."""
        return self._standing_reports().order_by(None)

    def read_reports(self, query: Select[Any]) -> list[KeptReport]:
        """The reports of a narrowed :meth:`standing_reports`."""
        return self._reports(query)

    def read_entries(self, query: Select[Any]) -> list[Entry]:
        """The entries of a narrowed :meth:`standing_entries`."""
        return self._entries(query)

    # ------------------------------------------------------------------ within

    def _dated(self, kinds: Collection[EntryKind], first: str, last: str) -> Select[Any]:
        of_kind = told.c.kind.in_(sorted(kinds))
        return select(told.c.entry).where(of_kind, told.c.day.between(first, last), self.stands(told))

    def _accepted(self, numbers: Select[Any] | CompoundSelect[Any]) -> list[Entry]:
        found = sorted(set(self._connection.execute(numbers).scalars()))
        query = self._standing_entries().where(standings.c.status == "accepted")
        return [entry for some in _chunks(found) for entry in self._entries(query.where(entries.c.number.in_(some)))]

    def _standing_entries(self, *, ordered: bool = True) -> Select[Any]:
        query = (
            select(*ENTRY.columns, reports.c.number.label("kept"))
            .select_from(entries)
            .join(standings, standings.c.entry == entries.c.number)
            .outerjoin(reports, reports.c.number == entries.c.report)
            .where(self.stands(standings))
        )
        return query.order_by(entries.c.number) if ordered else query

    def _entries(self, query: Select[Any]) -> list[Entry]:
        found = []
        for row in self._connection.execute(query).all():
            found.append(entry_of(row, self._where))
            if row.kept is None:
                entry = found[-1]
                raise Damaged(
                    f"entry {entry.id} is from report {entry.report}, which is gone from the record; restore the "
                    "record from a copy",
                    where=self._where,
                )
        return found

    def _standing_reports(self) -> Select[Any]:
        return (
            select(*REPORT.columns)
            .select_from(reports)
            .join(facts, facts.c.report == reports.c.number)
            .where(self.stands(facts))
            .order_by(reports.c.number)
        )

    def _reports(self, query: Select[Any]) -> list[KeptReport]:
        return [report_of(row, self._where) for row in self._connection.execute(query).all()]

    def _counted(self, number: ColumnElement[int]) -> ColumnElement[bool]:
        return true() if self._known is None else number <= self._known

    def _report_ever(self, entry: str) -> int | None:
        """The report whose removal took ``entry`` with it."""
        return next((report_number(stone.report) for stone in self.tombstones() if entry in stone.entries), None)

    def _expect_content(self, subject: str, report: int | None) -> None:
        """Refuse what was removed, with the reason.

        :raises NotFound: if it was.
        """
        if report is None:
            return
        row = self._connection.execute(select(tombstones).where(tombstones.c.report == report)).one_or_none()
        if row is None:
            return
        stone = tombstone_of(row, self._where)
        raise NotFound(
            f"the content of {subject} was removed on {stone.at[:10]} by {stone.by}: {stone.why}", where=self._where
        )

    def _scalar(self, query: Select[Any]) -> Any:  # noqa: ANN401 - whatever the one column holds
        return self._connection.execute(query).scalar()


def _chunks(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))
