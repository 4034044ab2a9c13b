"""The record of one case: what was captured, what reading proposed, what analysts decided."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from taqrib.errors import Conflict, Invalid
from taqrib.evidence import copies_of
from taqrib.record.adding import Added, Adding, Arrival
from taqrib.record.archive import Archive, write_archive
from taqrib.record.deciding import Deciding
from taqrib.record.ledger import Act, append, begun_for, last_row, moment
from taqrib.record.postgres import PostgresSchema
from taqrib.record.removing import Removing
from taqrib.record.sqlite_file import SqliteFile
from taqrib.record.tables import FORMAT
from taqrib.record.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from taqrib.evidence import Report
    from taqrib.reading import Findings
    from taqrib.record.database import Database, Place
    from taqrib.record.entry import Decision, Entry, KeptReport, Status
    from taqrib.record.ledger import LedgerRow
    from taqrib.record.proposals import Proposal

ORIGINALS = "reports"
"""The folder beside an SQLite record in which the originals are kept."""


def _now() -> datetime:
    return datetime.now(UTC)


class Record:
    """An append-only ledger and what follows from it.

    Each public method that changes something is one transaction: when it returns, the change is on the disk. What is
    asked is asked of a :meth:`view`.

    :param database: see :meth:`create` and :meth:`open`.
    :param originals: the folder of the originals.
    :param clock: gives the time of a change; aware, of any zone.
    """

    def __init__(self, database: Database, originals: Path, *, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._originals = originals
        self._clock = clock

    @classmethod
    def create(
        cls, place: Place, *, case: str, by: str, originals: Path | None = None, clock: Callable[[], datetime] = _now
    ) -> Record:
        """A new record at ``place`` for the case with the id ``case``.

        It appears whole or not at all; a record that another process makes there meanwhile is opened instead.

        :param originals: the folder of the originals; by default ``reports`` beside the file.
        """
        if isinstance(place, Path):
            part = place.with_name(f".{place.name}.{os.getpid()}.part")
            try:
                _begin(SqliteFile.create(part), clock(), case, by=by)
                with suppress(FileExistsError):
                    os.link(part, place)
            finally:
                part.unlink(missing_ok=True)
        else:
            _begin(PostgresSchema.create(place, case), clock(), case, by=by)
        return cls.open(place, case=case, originals=originals, clock=clock)

    @classmethod
    def open(
        cls,
        place: Place,
        *,
        case: str | None = None,
        writable: bool = True,
        originals: Path | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> Record:
        """The record at ``place``.

        :param case: the id of the case it should be about; ``None`` takes any, of an SQLite file.
        :param writable: ``False`` only reads, which needs no right to write the file or its folder.
        :param originals: the folder of the originals; by default ``reports`` beside the file.
        :raises NotFound: if there is none.
        :raises Invalid: if the place is something else, or the record of another case.
        :raises Damaged: if it cannot be read.
        :raises CannotStore: if ``writable`` and it may not be written.
        """
        database = database_at(place, case=case, writable=writable)
        beside = place.parent if isinstance(place, Path) else Path()
        record = cls(database, originals or beside / ORIGINALS, clock=clock)
        if case is not None:
            with database.reading() as connection:
                found = begun_for(connection)
            if found != case:
                record.close()
                raise Invalid(
                    f"expected the record of the case {case!r}, found that of {found!r}; put each record back into the "
                    f"folder of its own case, or write 'id: {found}' in case.yaml if only the id was changed",
                    where=database.where,
                )
        return record

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    # ------------------------------------------------------------------ changes

    def add(self, report: Report, findings: Findings, proposed: Sequence[Proposal], *, by: str) -> Added:
        """Keep one report; see :meth:`add_all`."""
        return self.add_all([Arrival(report, findings, proposed)], by=by)[0]

    def add_all(self, arrivals: Iterable[Arrival], *, by: str) -> list[Added]:
        """Keep reports, their originals and what reading proposes from them, all or nothing.

        Two captures are the same report when text and source are the same. Of a report already kept, facts that are
        told now and stand otherwise (title, day, url, grade) are corrected; if there are none, nothing changes. After
        another day of publication, proposals nobody has decided on are withdrawn and proposed anew where the reading
        differs; what somebody decided on keeps its decision and, unless the day of publication is all that dates it,
        its date.

        A report that carries the words of an earlier one is marked as its copy.

        :raises OSError: if an original cannot be kept.
        :raises Conflict: if the content of a report was removed from this record.
        """
        with self._database.writing() as connection:
            adding = Adding(connection, self._database.where, moment(connection, self._clock()), self._originals, by=by)
            return adding.all(arrivals)

    def decide(
        self,
        entry: str,
        decision: Decision,
        *,
        by: str,
        changes: Mapping[str, object] | None = None,
        why: str = "",
        only_if: Status | None = None,
    ) -> Entry:
        """Accept, amend or reject ``entry``; the last decision stands, and every one stays in the ledger.

        :param changes: for ``amend``: new values for ``actor`` (a case id or ``None``), ``touches`` (a sequence of
            :class:`Touch`), ``on`` (EDTF or ``None``), ``qualifiers`` (a sequence of their ids) and ``claim_grade``
            (``1`` to ``6`` or ``None``).
        :param only_if: decide only if this is how the entry stands, such as ``proposed``; ``None`` decides in any case.
        :raises NotFound: if there is no such entry.
        :raises Invalid: if ``by`` is empty, or the changes are not such changes.
        :raises Conflict: if the entry stands otherwise than ``only_if``, or has been withdrawn or retracted.
        """
        with self._database.writing() as connection:
            deciding = Deciding(connection, self._database.where, moment(connection, self._clock()), by=by)
            return deciding.decide(entry, decision, changes=changes or {}, why=why, only_if=only_if)

    def accept_proposed(self, *, by: str, why: str = "") -> tuple[str, ...]:
        """Accept every entry that is still proposed, all or none of them; returns their ids.

        :raises Invalid: if ``by`` is empty.
        """
        with self._database.writing() as connection:
            return Deciding(connection, self._database.where, moment(connection, self._clock()), by=by).accept_proposed(
                why=why
            )

    def retract(self, subject: str, *, by: str, why: str) -> tuple[str, ...]:
        """Take an entry, or a report with all its entries, out of what counts; it stays on record, marked.

        :param subject: an entry's or a report's id.
        :returns: the ids of the entries retracted.
        :raises NotFound: if there is no such entry or report.
        :raises Invalid: if ``by`` or ``why`` is empty.
        :raises Conflict: if it is retracted already.
        """
        with self._database.writing() as connection:
            return Deciding(connection, self._database.where, moment(connection, self._clock()), by=by).retract(
                subject, why=why
            )

    def undo(self, *, by: str) -> tuple[str, ...]:
        """Let what stood before the last decision of ``by`` stand again, in new rows; returns the ids concerned.

        A decision is whatever was decided at once: one entry, all that was proposed, a retraction. What was undone is
        passed over, so that undoing twice undoes the last two.

        :raises NotFound: if ``by`` has decided nothing that is not undone.
        :raises Conflict: if somebody has decided on it since.
        """
        with self._database.writing() as connection:
            return Deciding(connection, self._database.where, moment(connection, self._clock()), by=by).undo()

    def remove(self, report: str, *, by: str, why: str) -> tuple[str, ...]:
        """Remove the content of ``report`` and of its entries for good; a tombstone with hash and reason stays.

        Text, quotes, names, the original and the bodies of their ledger rows are gone, also for questions about the
        past; the seals stay whole, since they cover the bodies' hashes. It cannot be undone. Where a kill interrupts
        it after the record was changed, calling it again finishes the work.

        :param why: kept in the tombstone; it should tell nothing of the content.
        :returns: the ids of the entries gone.
        :raises NotFound: if there is no such report.
        :raises Invalid: if ``by`` or ``why`` is empty.
        :raises CannotStore: if a reader or a full disk keeps what was removed from leaving the database's files.
        :raises OSError: if an original cannot be deleted.
        """
        with self._database.writing() as connection:
            removing = Removing(connection, self._database.where, moment(connection, self._clock()), by=by)
            gone, originals = removing.remove(report, why=why)
        try:
            for sha256 in originals:
                for copy in copies_of(sha256, self._originals):
                    copy.unlink()
        finally:
            self._database.forget()
        return gone

    # ------------------------------------------------------------------ questions

    @contextmanager
    def view(self, *, known_at: datetime | None = None) -> Iterator[View]:
        """The record as it stands, for as many questions as the block asks: all see one state.

        :param known_at: the record as it stood then; aware, of any zone.
        """
        with self._database.reading() as connection:
            known = None
            if known_at is not None:
                known = last_row(connection, until=known_at.astimezone(UTC).isoformat(timespec="milliseconds"))
            yield View(connection, self._database.where, known)

    def entries(self, *, status: Status | None = None, report: str | None = None) -> list[Entry]:
        """One question to a :meth:`view`; see :meth:`taqrib.record.View.entries`."""
        with self.view() as view:
            return view.entries(status=status, report=report)

    def entry(self, entry: str) -> Entry:
        """One question to a :meth:`view`; see :meth:`taqrib.record.View.entry`."""
        with self.view() as view:
            return view.entry(entry)

    def reports(self) -> list[KeptReport]:
        """One question to a :meth:`view`; see :meth:`taqrib.record.View.reports`."""
        with self.view() as view:
            return view.reports()

    def report(self, report: str) -> KeptReport:
        """One question to a :meth:`view`; see :meth:`taqrib.record.View.report`."""
        with self.view() as view:
            return view.report(report)

    def history(self, subject: str) -> list[LedgerRow]:
        """One question to a :meth:`view`; see :meth:`taqrib.record.View.history`."""
        with self.view() as view:
            return view.history(subject)

    def export(self, case_yaml: str, file: IO[bytes]) -> str:
        """Write the whole case to ``file``; see :mod:`taqrib.record.archive`. Returns the last seal.

        :param case_yaml: the text of ``case.yaml``, which goes with it.
        """
        with self._database.reading() as connection:
            return write_archive(connection, case_yaml, self._originals, file)

    @classmethod
    def restore(cls, archive: Archive, place: Place, *, originals: Path) -> Record:
        """A new record at ``place``, filled from ``archive``: whole, or not at all.

        :param originals: the folder of the originals.
        :raises Conflict: if there is a record already.
        :raises Damaged: if the archive's seals do not hold.
        """
        if isinstance(place, Path):
            if place.exists():
                raise Conflict("expected no record yet, found one; name a new folder", where=str(place))
            part = place.with_name(f".{place.name}.{os.getpid()}.part")
            try:
                _fill(SqliteFile.create(part), archive, originals)
                os.link(part, place)
            except FileExistsError:
                raise Conflict("expected no record yet, found one; name a new folder", where=str(place)) from None
            finally:
                part.unlink(missing_ok=True)
        else:
            _fill(PostgresSchema.create(place, archive.case), archive, originals)
        return cls.open(place, case=archive.case, originals=originals)


def _begin(database: Database, now: datetime, case: str, *, by: str) -> None:
    """Write the first row, unless somebody else has."""
    try:
        with database.writing() as connection:
            if last_row(connection) == 0:
                append(connection, now, Act(by, "begin", case, {"format": FORMAT}))
    finally:
        database.close()


def _fill(database: Database, archive: Archive, originals: Path) -> None:
    """Fill an empty record from an archive."""
    try:
        with database.writing() as connection:
            if last_row(connection):
                raise Conflict("expected no record yet, found one; remove it first", where=database.where)
            archive.restore(connection, originals)
    finally:
        database.close()


def database_at(place: Place, *, case: str | None, writable: bool) -> Database:
    """The database of a record.

    :param case: its case's id; needed for a place in PostgreSQL, where each case has a schema of its own.
    :raises Invalid: if ``case`` is needed and ``None``; otherwise as the databases' ``open`` does.
    """
    if isinstance(place, Path):
        return SqliteFile.open(place, writable=writable)
    if case is None:
        raise Invalid("expected the id of a case with a record in PostgreSQL, found none; name its folder")
    return PostgresSchema.open(place, case, writable=writable)
