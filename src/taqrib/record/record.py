"""The record of one case: what was captured, what reading proposed, what analysts decided."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select, update

from taqrib.errors import Invalid, NotFound
from taqrib.record.chain import FIRST, canonical, seal
from taqrib.record.database import Database
from taqrib.record.entry import Entry, KeptReport, Touch
from taqrib.record.tables import FORMAT, entries, ledger, reports

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, RowMapping

    from taqrib.evidence import Report
    from taqrib.reading import Findings
    from taqrib.record.entry import Decision, Status
    from taqrib.record.proposals import Proposal

_STATUS: dict[str, Status] = {"accept": "accepted", "amend": "accepted", "reject": "rejected"}
_AMENDABLE = ("actor", "touches", "on")


class Added(NamedTuple):
    """What :meth:`Record.add` did: the report's id, whether it is new, and the ids of the entries proposed from it."""

    report: str
    new: bool
    entries: tuple[str, ...]


class _Act(NamedTuple):
    by: str
    act: str
    subject: str
    body: object


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

    @classmethod
    def create(cls, path: Path, *, case: str, by: str, clock: Callable[[], datetime] = _now) -> Record:
        """A new record at ``path`` for the case with the id ``case``.

        It appears whole or not at all; a record that another process makes there meanwhile is opened instead.
        """
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        record = cls(Database.create(part), clock=clock)
        try:
            with record._database.writing() as connection:
                record._append(connection, _Act(by, "begin", case, {"format": FORMAT}))
            record.close()
            with suppress(FileExistsError):
                os.link(part, path)
        finally:
            record.close()
            part.unlink()
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime] = _now) -> Record:
        """The record at ``path``.

        :raises NotFound: if there is none.
        :raises Invalid: if the file is something else.
        :raises Damaged: if it cannot be read.
        """
        return cls(Database.open(path), clock=clock)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # ------------------------------------------------------------------ changes

    def add(self, report: Report, findings: Findings, proposed: Sequence[Proposal], *, by: str) -> Added:
        """Keep ``report`` and what reading proposes from it, all or nothing; a report already kept changes nothing.

        Two captures are the same report when text and source are the same.
        """
        with self._database.writing() as connection:
            same = select(reports.c.number).where(
                reports.c.sha256 == report.sha256, reports.c.source.is_not_distinct_from(report.source)
            )
            kept = connection.execute(same).scalar()
            if kept is not None:
                return Added(f"r{kept}", new=False, entries=())
            number = _following(connection, reports.c.number)
            facts = {
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
            }
            first = _following(connection, entries.c.number)
            rows = [_as_row({**asdict(proposal), "report": number}) for proposal in proposed]
            at = self._append(
                connection,
                _Act(by, "capture", f"r{number}", facts),
                *(_Act("reading", "propose", f"e{first + offset}", row) for offset, row in enumerate(rows)),
            )
            connection.execute(insert(reports), {**facts, "number": number, "captured_at": at, "text": report.text})
            if rows:
                connection.execute(
                    insert(entries),
                    [
                        {**row, "number": first + offset, "status": "proposed", "amended": False}
                        for offset, row in enumerate(rows)
                    ],
                )
        return Added(f"r{number}", new=True, entries=tuple(f"e{first + offset}" for offset in range(len(rows))))

    def decide(
        self, entry: str, decision: Decision, *, by: str, changes: Mapping[str, object] | None = None, why: str = ""
    ) -> Entry:
        """Accept, amend or reject ``entry``; the last decision stands, and every one stays in the ledger.

        :param changes: for ``amend``: new values for ``actor`` (a case id or ``None``), ``touches`` (a sequence of
            :class:`Touch`) and ``on`` (EDTF or ``None``).
        :raises NotFound: if there is no such entry.
        :raises Invalid: if ``by`` is empty, or the changes are not such changes.
        """
        if not by.strip():
            raise Invalid("expected the name of whoever decides, found an empty one; give --by NAME")
        unknown = sorted(set(changes or {}) - set(_AMENDABLE))
        if unknown or bool(changes) != (decision == "amend"):
            raise Invalid(
                f"expected changes to {', '.join(_AMENDABLE)} with 'amend' and none otherwise, "
                f"found {', '.join(unknown or changes or ['none'])} with {decision!r}",
                where=f"entry {entry}",
            )
        number = entry_number(entry)
        fields: dict[str, Any] = {}
        if changes:
            fields = _as_row(dict(changes))
            if "on" in fields:
                fields["on_basis"] = "analyst"
        with self._database.writing() as connection:
            if connection.execute(select(entries.c.number).where(entries.c.number == number)).scalar() is None:
                raise _no_entry(connection, entry)
            self._append(connection, _Act(by, decision, entry, {"changes": fields, "why": why}))
            standing = {**fields, "status": _STATUS[decision], "decided_by": by}
            if fields:
                standing["amended"] = True
            connection.execute(update(entries).where(entries.c.number == number).values(standing))
        return self.entry(entry)

    # ------------------------------------------------------------------ questions

    def entries(self, *, status: Status | None = None, report: str | None = None) -> list[Entry]:
        """The entries, in the order of their numbers; only those of ``status`` or of ``report`` where given."""
        query = select(entries).order_by(entries.c.number)
        if status:
            query = query.where(entries.c.status == status)
        if report:
            query = query.where(entries.c.report == int(report[1:]))
        with self._database.reading() as connection:
            return [_entry(row) for row in connection.execute(query).mappings()]

    def entry(self, entry: str) -> Entry:
        """One entry by its id.

        :raises NotFound: if there is none; the message says which there are.
        """
        with self._database.reading() as connection:
            row = (
                connection.execute(select(entries).where(entries.c.number == entry_number(entry)))
                .mappings()
                .one_or_none()
            )
            if row is None:
                raise _no_entry(connection, entry)
            return _entry(row)

    def reports(self) -> list[KeptReport]:
        """The reports, in the order of capture."""
        with self._database.reading() as connection:
            return [_report(row) for row in connection.execute(select(reports).order_by(reports.c.number)).mappings()]

    def report(self, report: str) -> KeptReport:
        """One report by its id, ``r1``, ``r2``, ...

        :raises NotFound: if there is none.
        """
        with self._database.reading() as connection:
            row = (
                connection.execute(select(reports).where(reports.c.number == int(report[1:]))).mappings().one_or_none()
            )
            if row is None:
                raise NotFound(f"expected a report of this record, found no {report}", where=str(self._database.path))
            return _report(row)

    def history(self, subject: str) -> list[dict[str, Any]]:
        """Every ledger row about ``subject`` (``r1``, ``e1``), oldest first: number, at, by, act, body."""
        query = select(ledger).where(ledger.c.subject == subject).order_by(ledger.c.number)
        with self._database.reading() as connection:
            return [
                {"number": row.number, "at": row.at, "by": row.by, "act": row.act, "body": json.loads(row.body)}
                for row in connection.execute(query)
            ]

    # ------------------------------------------------------------------ the ledger

    def _append(self, connection: Connection, *acts: _Act) -> str:
        """Append one row for each act, all at one time; returns that time."""
        last = connection.execute(select(ledger).order_by(ledger.c.number.desc()).limit(1)).one_or_none()
        written, previous = (last.number, last.seal) if last else (0, FIRST)
        at = self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
        rows = []
        for number, (by, act, subject, content) in enumerate(acts, written + 1):
            body = canonical(content)
            previous = seal(previous, number=number, at=at, by=by, act=act, subject=subject, body=body)
            rows.append(
                {
                    "number": number,
                    "at": at,
                    "by": by,
                    "act": act,
                    "subject": subject,
                    "body": body,
                    "seal": previous,
                }
            )
        connection.execute(insert(ledger), rows)
        return at


def entry_number(entry: str) -> int:
    """The number in an entry's id.

    :raises NotFound: if ``entry`` is not written as one.
    """
    digits = entry[1:]
    if not entry.startswith("e") or not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise NotFound(f"expected an entry such as e12, found {entry!r}")
    return int(digits)


def _following(connection: Connection, column: Any) -> int:  # noqa: ANN401 - a column of integers
    return (connection.execute(select(func.max(column))).scalar() or 0) + 1


def _no_entry(connection: Connection, entry: str) -> NotFound:
    last = connection.execute(select(func.max(entries.c.number))).scalar()
    there = f"e1 to e{last}" if last else "none yet"
    return NotFound(f"expected an entry of this record ({there}), found no {entry}")


def _as_row(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields as the table keeps them: the span as two columns, touches as plain lists."""
    if "span" in fields:
        fields["start"], fields["end"] = fields.pop("span")
    if "touches" in fields:
        fields["touches"] = [[touch[0], touch[1]] for touch in fields["touches"]]
    return fields


def _entry(row: RowMapping) -> Entry:
    fields = dict(row)
    number, start, end, report = (fields.pop(name) for name in ("number", "start", "end", "report"))
    fields["touches"] = tuple(Touch(issue, option) for issue, option in fields["touches"])
    return Entry(id=f"e{number}", report=f"r{report}", span=(start, end), **fields)


def _report(row: RowMapping) -> KeptReport:
    fields = dict(row)
    return KeptReport(id=f"r{fields.pop('number')}", **fields)
