"""The record of one case: what was captured, what reading proposed, what analysts decided."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select, update

from taqrib import edtf
from taqrib.errors import Conflict, Damaged, Invalid, NotFound
from taqrib.evidence import keep_original
from taqrib.record.correction import named, other_facts, redated
from taqrib.record.database import Database
from taqrib.record.ledger import Act, append, begun_for, history
from taqrib.record.rows import as_row, entry_number, entry_of, plain, report_number, report_of, stored
from taqrib.record.tables import FORMAT, entries, reports

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from taqrib.evidence import Report
    from taqrib.reading import Findings
    from taqrib.record.entry import Decision, Entry, KeptReport, Status
    from taqrib.record.proposals import Proposal

ORIGINALS = "reports"
"""The folder beside the record in which the originals are kept."""

_STATUS: dict[str, Status] = {"accept": "accepted", "amend": "accepted", "reject": "rejected"}
_AMENDABLE = ("actor", "touches", "on")


class Added(NamedTuple):
    """What :meth:`Record.add` did.

    :ivar report: the report's id.
    :ivar new: whether it was not in the record before.
    :ivar entries: the ids of the entries proposed from it now.
    :ivar corrected: the facts about a report kept already that stand otherwise now, such as ``published``.
    """

    report: str
    new: bool
    entries: tuple[str, ...]
    corrected: tuple[str, ...] = ()


def _now() -> datetime:
    return datetime.now(UTC)


class Record:
    """An append-only ledger and how things stand after its last row.

    Each public method that changes something is one transaction: when it returns, the change is on the disk.

    :param database: see :meth:`create` and :meth:`open`.
    :param clock: gives the time of a change; aware, of any zone.
    """

    def __init__(self, database: Database, *, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._clock = clock
        self._where = str(database.path)

    @classmethod
    def create(cls, path: Path, *, case: str, by: str, clock: Callable[[], datetime] = _now) -> Record:
        """A new record at ``path`` for the case with the id ``case``.

        It appears whole or not at all; a record that another process makes there meanwhile is opened instead.
        """
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        record = cls(Database.create(part), clock=clock)
        try:
            with record._database.writing() as connection:
                append(connection, record._time(), Act(by, "begin", case, {"format": FORMAT}))
            record.close()
            with suppress(FileExistsError):
                os.link(part, path)
        finally:
            record.close()
            part.unlink()
        return cls.open(path, case=case, clock=clock)

    @classmethod
    def open(
        cls, path: Path, *, case: str | None = None, writable: bool = True, clock: Callable[[], datetime] = _now
    ) -> Record:
        """The record at ``path``.

        :param case: the id of the case it should be about; ``None`` takes any.
        :param writable: ``False`` only reads, which needs no right to write the file or its folder.
        :raises NotFound: if there is none.
        :raises Invalid: if the file is something else, or the record of another case.
        :raises Damaged: if it cannot be read.
        :raises CannotStore: if ``writable`` and it may not be written.
        """
        record = cls(Database.open(path, writable=writable), clock=clock)
        if case is not None:
            with record._database.reading() as connection:
                found = begun_for(connection)
            if found != case:
                record.close()
                raise Invalid(
                    f"expected the record of the case {case!r}, found that of {found!r}; put each record back into the "
                    f"folder of its own case, or write 'id: {found}' in case.yaml if only the id was changed",
                    where=str(path),
                )
        return record

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # ------------------------------------------------------------------ changes

    def add(self, report: Report, findings: Findings, proposed: Sequence[Proposal], *, by: str) -> Added:
        """Keep ``report``, its original and what reading proposes from it, all or nothing.

        Two captures are the same report when text and source are the same. Of a report already kept, facts that are
        told now and stand otherwise (title, day, url, grade) are corrected; if there are none, nothing changes. After
        another day of publication, proposals nobody has decided on are withdrawn and proposed anew where the reading
        differs; what somebody decided on keeps its decision and, unless the day of publication is all that dates it,
        its date.

        :raises OSError: if the original cannot be kept.
        """
        same = select(reports).where(
            reports.c.sha256 == report.sha256, reports.c.source.is_not_distinct_from(report.source)
        )
        told = {
            "stem": report.stem,
            "sha256": report.sha256,
            "media_type": report.media_type,
            "language": findings.language,
            "source": report.source,
            "title": report.title,
            "published": findings.published.isoformat() if findings.published else None,
            "published_basis": findings.published_basis,
            "url": report.url,
            "grade": report.grade,
            "given": sorted(report.given),
            "original": report.original.kept_as if report.original else None,
            "original_sha256": report.original.sha256 if report.original else None,
        }
        rows = [as_row(asdict(proposal)) for proposal in proposed]
        with self._database.writing() as connection:
            kept = connection.execute(same).mappings().one_or_none()
            if kept is not None:
                return self._correct(connection, plain(reports, kept, self._where), report, told, rows, by=by)
            number = _following(connection, reports.c.number)
            at = self._time()
            append(connection, at, Act(by, "capture", f"r{number}", told))
            connection.execute(
                insert(reports), stored({**told, "number": number, "captured_at": at, "text": report.text})
            )
            ids = self._propose(connection, at, number, rows)
            self._keep_original(report)
        return Added(f"r{number}", new=True, entries=ids)

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
            :class:`Touch`) and ``on`` (EDTF or ``None``).
        :param only_if: decide only if this is how the entry stands, such as ``proposed``; ``None`` decides in any case.
        :raises NotFound: if there is no such entry.
        :raises Invalid: if ``by`` is empty, or the changes are not such changes.
        :raises Conflict: if the entry stands otherwise than ``only_if``, or has been withdrawn.
        """
        _expect_name(by)
        fields = _amendment(entry, decision, changes or {})
        number = entry_number(entry)
        with self._database.writing() as connection:
            _expect_standing(self._entry(connection, number), only_if)
            append(connection, self._time(), Act(by, decision, entry, {"changes": fields, "why": why}))
            standing = {**stored(fields), "status": _STATUS[decision], "decided_by": by}
            if fields:
                standing["amended"] = True
            connection.execute(update(entries).where(entries.c.number == number).values(standing))
            return self._entry(connection, number)

    def accept_proposed(self, *, by: str, why: str = "") -> tuple[str, ...]:
        """Accept every entry that is still proposed, all or none of them; returns their ids.

        :raises Invalid: if ``by`` is empty.
        """
        _expect_name(by)
        waiting = entries.c.status == "proposed"
        with self._database.writing() as connection:
            numbers = connection.execute(select(entries.c.number).where(waiting).order_by(entries.c.number)).scalars()
            ids = tuple(f"e{number}" for number in numbers)
            if ids:
                body = {"changes": {}, "why": why}
                append(connection, self._time(), *(Act(by, "accept", entry, body) for entry in ids))
                connection.execute(update(entries).where(waiting).values(status="accepted", decided_by=by))
        return ids

    # ------------------------------------------------------------------ questions

    def entries(self, *, status: Status | None = None, report: str | None = None) -> list[Entry]:
        """The entries, in the order of their numbers; only those of ``status`` or of ``report`` where given.

        :raises Damaged: if a row is not as Taqrib writes it; this holds for every question.
        """
        query = select(entries).order_by(entries.c.number)
        if status:
            query = query.where(entries.c.status == status)
        if report:
            query = query.where(entries.c.report == report_number(report))
        with self._database.reading() as connection:
            known = {f"r{number}" for number in connection.execute(select(reports.c.number)).scalars()}
            found = [entry_of(row, self._where) for row in connection.execute(query).mappings()]
        for entry in found:
            if entry.report not in known:
                raise Damaged(
                    f"entry {entry.id} is from report {entry.report}, which is gone from the record; restore the "
                    "record from a copy",
                    where=self._where,
                )
        return found

    def entry(self, entry: str) -> Entry:
        """One entry by its id.

        :raises NotFound: if there is none; the message says which there are.
        """
        number = entry_number(entry)
        with self._database.reading() as connection:
            return self._entry(connection, number)

    def reports(self) -> list[KeptReport]:
        """The reports, in the order of capture."""
        query = select(reports).order_by(reports.c.number)
        with self._database.reading() as connection:
            return [report_of(row, self._where) for row in connection.execute(query).mappings()]

    def report(self, report: str) -> KeptReport:
        """One report by its id, ``r1``, ``r2``, ...

        :raises NotFound: if there is none.
        """
        query = select(reports).where(reports.c.number == report_number(report))
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().one_or_none()
            if row is not None:
                return report_of(row, self._where)
            if history(connection, report):
                raise Damaged(
                    f"report {report} is in the ledger but gone from the record; restore the record from a copy",
                    where=self._where,
                )
        raise NotFound(f"expected a report of this record, found no {report}", where=self._where)

    def history(self, subject: str) -> list[dict[str, Any]]:
        """Every ledger row about ``subject`` (``r1``, ``e1``), oldest first: number, at, by, act, body."""
        with self._database.reading() as connection:
            return history(connection, subject)

    # ------------------------------------------------------------------ within a transaction

    def _correct(
        self,
        connection: Connection,
        kept: Mapping[str, Any],
        report: Report,
        told: Mapping[str, Any],
        rows: list[dict[str, Any]],
        *,
        by: str,
    ) -> Added:
        """Let the facts told now stand for the report in the row ``kept``; nothing if they stand already."""
        number = kept["number"]
        changed = other_facts(kept, told)
        if not changed:
            return Added(f"r{number}", new=False, entries=())
        dated: dict[int, dict[str, str]] = {}
        withdrawn: tuple[int, ...] = ()
        fresh: list[dict[str, Any]] = []
        if "published" in changed:
            of_report = select(entries).where(entries.c.report == number, entries.c.status != "withdrawn")
            found = connection.execute(of_report.order_by(entries.c.number)).mappings()
            standing = [plain(entries, row, self._where) for row in found]
            rows = [{**row, "report": number} for row in rows]
            dated, withdrawn, fresh = redated(standing, rows, changed["published"])
        body = {
            "from": {name: kept[name] for name in changed},
            "to": changed,
            "dated": {f"e{entry}": date for entry, date in dated.items()},
        }
        at = self._time()
        gone = (Act(by, "withdraw", f"e{entry}", {"corrected": f"r{number}"}) for entry in withdrawn)
        append(connection, at, Act(by, "correct", f"r{number}", body), *gone)
        connection.execute(update(reports).where(reports.c.number == number).values(stored(changed)))
        for entry, date in dated.items():
            connection.execute(update(entries).where(entries.c.number == entry).values(date))
        connection.execute(update(entries).where(entries.c.number.in_(withdrawn)).values(status="withdrawn"))
        ids = self._propose(connection, at, number, fresh)
        if "original" in changed:
            self._keep_original(report)
        return Added(f"r{number}", new=False, entries=ids, corrected=named(changed))

    def _propose(self, connection: Connection, at: str, report: int, rows: list[dict[str, Any]]) -> tuple[str, ...]:
        """Append what reading proposes from ``report``; returns the ids of the entries."""
        if not rows:
            return ()
        first = _following(connection, entries.c.number)
        numbered = {first + offset: {**row, "report": report} for offset, row in enumerate(rows)}
        append(connection, at, *(Act("reading", "propose", f"e{number}", row) for number, row in numbered.items()))
        standing = {"status": "proposed", "amended": False}
        connection.execute(
            insert(entries), [stored({**row, "number": number, **standing}) for number, row in numbered.items()]
        )
        return tuple(f"e{number}" for number in numbered)

    def _keep_original(self, report: Report) -> None:
        # Last before the commit: a failing disk undoes the rows, and a kill in between leaves a file, not a lie.
        if report.original:
            keep_original(report.original, self._database.path.parent / ORIGINALS)

    def _entry(self, connection: Connection, number: int) -> Entry:
        row = connection.execute(select(entries).where(entries.c.number == number)).mappings().one_or_none()
        if row is not None:
            return entry_of(row, self._where)
        last = connection.execute(select(func.max(entries.c.number))).scalar()
        there = f"e1 to e{last}" if last else "none yet"
        raise NotFound(f"expected an entry of this record ({there}), found no e{number}")

    def _time(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")


def _following(connection: Connection, column: Any) -> int:  # noqa: ANN401 - a column of integers
    return (connection.execute(select(func.max(column))).scalar() or 0) + 1


def _expect_name(by: str) -> None:
    if not by.strip():
        raise Invalid("expected the name of whoever decides, found an empty one; give --by NAME")


def _expect_standing(entry: Entry, only_if: Status | None) -> None:
    """Refuse a decision on what somebody has decided, or reading withdrawn, meanwhile."""
    if entry.status == only_if or (only_if is None and entry.status != "withdrawn"):
        return
    if entry.status == "withdrawn":
        stands = f"withdrawn because the day of {entry.report} was corrected; decide on what is proposed in its place"
    elif entry.status == "proposed":
        stands = "still proposed; decide on it first"
    else:
        stands = f"{entry.status} by {entry.decided_by}; look at it again before you decide otherwise"
    expected = f"{only_if!r}" if only_if else "not withdrawn"
    raise Conflict(f"expected an entry that is {expected}, found it {stands}", where=f"entry {entry.id}")


def _amendment(entry: str, decision: Decision, changes: Mapping[str, object]) -> dict[str, Any]:
    """The changes as the row keeps them; empty unless ``decision`` amends.

    :raises Invalid: if they are not such changes.
    """
    where = f"entry {entry}"
    unknown = sorted(set(changes) - set(_AMENDABLE))
    if unknown or bool(changes) != (decision == "amend"):
        raise Invalid(
            f"expected changes to {', '.join(_AMENDABLE)} with 'amend' and none otherwise, "
            f"found {', '.join(unknown or changes or ['none'])} with {decision!r}",
            where=where,
        )
    on = changes.get("on")
    if on is not None:
        try:
            edtf.days(str(on))
        except ValueError as error:
            raise Invalid(str(error), where=where) from None
    fields = as_row(dict(changes))
    if "on" in fields:
        fields["on_basis"] = "analyst"
    return fields
