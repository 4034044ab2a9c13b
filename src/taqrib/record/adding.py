"""Adding reports within one transaction: what is new, what is a copy, what is known already and corrected."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from taqrib.errors import Conflict
from taqrib.evidence import keep_original
from taqrib.record.copies import Copies
from taqrib.record.correction import named, other_facts, redated
from taqrib.record.ledger import Act, append
from taqrib.record.projection import Projection
from taqrib.record.rows import ENTRY, REPORT, as_row, tombstone_of
from taqrib.record.tables import entries, facts, reports, standings, tombstones

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from taqrib.evidence import Original, Report
    from taqrib.reading import Findings
    from taqrib.record.proposals import Proposal


_BATCH = 500
"""Arrivals looked up and written together."""


class Arrival(NamedTuple):
    """A report that arrives, with what reading found and proposes."""

    report: Report
    findings: Findings
    proposed: Sequence[Proposal]


class Added(NamedTuple):
    """What became of an arrival.

    :ivar report: the report's id.
    :ivar new: whether it was not in the record before.
    :ivar entries: the ids of the entries proposed from it now.
    :ivar corrected: the facts about a report kept already that stand otherwise now, such as ``published``.
    :ivar copy_of: the id of the earlier report whose words a new one carries.
    :ivar doubtful: the ids of accepted entries whose dates were counted from a day that has been corrected now, and
        that stay as they are: nobody but an analyst takes them back.
    """

    report: str
    new: bool
    entries: tuple[str, ...]
    corrected: tuple[str, ...] = ()
    copy_of: str | None = None
    doubtful: tuple[str, ...] = ()


class Adding:
    """One transaction that adds reports; see :meth:`taqrib.record.Record.add_all`.

    New reports wait until some hundreds are looked at, and are written together.
    """

    def __init__(self, connection: Connection, where: str, now: datetime, originals: Path, *, by: str) -> None:
        self._connection = connection
        self._where = where
        self._now = now
        self._folder = originals
        self._by = by
        self._copies = Copies(connection, ())
        self._met: set[str] = set()
        self._texts: dict[int, str] = {}
        self._captures: list[Act] = []
        self._proposals: list[Act] = []
        self._originals: list[Original] = []
        self._arrived: set[tuple[str, str | None]] = set()
        self._next_report = 0
        self._next_entry = 0

    def all(self, arrivals: Iterable[Arrival]) -> list[Added]:
        """Add them, in their order; says what became of each."""
        added: list[Added] = []
        waiting = iter(arrivals)
        while some := list(islice(waiting, _BATCH)):
            self._look_up(some)
            added += [self._one(arrival) for arrival in some]
            self._write()
        for original in self._originals:
            # Last before the commit: a failing disk undoes the rows, and a kill in between leaves a file, not a lie.
            keep_original(original, self._folder)
        return added

    def _look_up(self, arrivals: Sequence[Arrival]) -> None:
        """What the record has of the arrivals: the same texts, and those they may be copies of."""
        hashes = {arrival.report.sha256 for arrival in arrivals}
        self._met = {
            sha256
            for table in (reports, tombstones)
            for sha256 in self._connection.execute(select(table.c.sha256).where(table.c.sha256.in_(hashes))).scalars()
        }
        self._copies = Copies(self._connection, [arrival.report.text for arrival in arrivals])

    def _one(self, arrival: Arrival) -> Added:
        report = arrival.report
        rows = [as_row(_fields(proposal)) for proposal in arrival.proposed]
        if (report.sha256, report.source) in self._arrived:
            self._write()
        if report.sha256 in self._met:
            kept = self._kept(report)
            if kept is not None:
                self._write()
                return self._correct(kept, report, _told(arrival), rows)
            self._expect_never_removed(report)
        return self._capture(arrival, rows)

    def _capture(self, arrival: Arrival, rows: list[dict[str, Any]]) -> Added:
        report = arrival.report
        number = self._next_report = (self._next_report or self._last_report()) + 1
        copy_of = self._copies.original_of(report.text)
        self._copies.remember(number, report.text, copy_of)
        self._texts[number] = report.text
        self._arrived.add((report.sha256, report.source))
        self._captures.append(Act(self._by, "capture", f"r{number}", {**_told(arrival), "copy_of": copy_of}))
        if report.original:
            self._originals.append(report.original)
        copied = f"r{copy_of}" if copy_of is not None else None
        return Added(f"r{number}", new=True, entries=self._propose(number, rows), copy_of=copied)

    def _propose(self, report: int, rows: list[dict[str, Any]]) -> tuple[str, ...]:
        ids = []
        for row in rows:
            self._next_entry = (self._next_entry or self._last_entry()) + 1
            ids.append(f"e{self._next_entry}")
            self._proposals.append(Act("reading", "propose", ids[-1], {**row, "report": report}))
        return tuple(ids)

    def _correct(
        self, kept: Mapping[str, Any], report: Report, told: Mapping[str, Any], rows: list[dict[str, Any]]
    ) -> Added:
        """Let the facts told now stand for the report in the row ``kept``; nothing if they stand already."""
        number = kept["number"]
        changed = other_facts(kept, told)
        if not changed:
            return Added(f"r{number}", new=False, entries=())
        dated: dict[int, dict[str, str]] = {}
        withdrawn: tuple[int, ...] = ()
        doubtful: tuple[int, ...] = ()
        fresh: list[dict[str, Any]] = []
        if "published" in changed:
            rows = [{**row, "report": number} for row in rows]
            dated, withdrawn, fresh, doubtful = redated(self._standing(number), rows, changed["published"])
        body = {
            "from": {name: kept[name] for name in changed},
            "to": changed,
            "dated": {f"e{entry}": date for entry, date in dated.items()},
        }
        self._captures = [
            Act(self._by, "correct", f"r{number}", body),
            *(Act(self._by, "withdraw", f"e{entry}", {"corrected": f"r{number}"}) for entry in withdrawn),
        ]
        ids = self._propose(number, fresh)
        self._write()
        if "original" in changed and report.original:
            self._originals.append(report.original)
        return Added(
            f"r{number}",
            new=False,
            entries=ids,
            corrected=named(changed),
            doubtful=tuple(f"e{entry}" for entry in doubtful),
        )

    def _write(self) -> None:
        """Write what waits: all captures, then all proposals, so that each table takes them together."""
        acts = [*self._captures, *self._proposals]
        if acts:
            rows = append(self._connection, self._now, *acts)
            Projection(self._connection, self._texts).apply(rows)
        self._met.update(sha256 for sha256, _ in self._arrived)
        self._captures, self._proposals, self._texts, self._arrived = [], [], {}, set()

    def _kept(self, report: Report) -> dict[str, Any] | None:
        query = (
            select(*REPORT.columns)
            .join(facts, facts.c.report == reports.c.number)
            .where(
                reports.c.sha256 == report.sha256,
                reports.c.source.is_not_distinct_from(report.source),
                facts.c.until.is_(None),
            )
        )
        row = self._connection.execute(query).one_or_none()
        return None if row is None else REPORT.read(row, self._where)

    def _standing(self, report: int) -> list[dict[str, Any]]:
        """The rows of the report's entries that reading has not withdrawn.

        The status of a retracted one is the one it had before, in which it would stand again.
        """
        query = (
            select(*ENTRY.columns)
            .join(standings, standings.c.entry == entries.c.number)
            .where(entries.c.report == report, standings.c.until.is_(None), standings.c.status != "withdrawn")
            .order_by(entries.c.number)
        )
        rows = [ENTRY.read(row, self._where) for row in self._connection.execute(query)]
        before = (
            select(standings.c.entry, standings.c.status)
            .where(standings.c.entry.in_([row["number"] for row in rows if row["status"] == "retracted"]))
            .where(standings.c.status != "retracted")
            .order_by(standings.c.since)
        )
        was: dict[int, str] = dict(self._connection.execute(before).all())
        return [{**row, "status": was.get(row["number"], row["status"])} for row in rows]

    def _expect_never_removed(self, report: Report) -> None:
        query = select(tombstones).where(tombstones.c.sha256 == report.sha256).limit(1)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return
        stone = tombstone_of(row, self._where)
        raise Conflict(
            f"expected a report that was not removed, found that its content was removed as {stone.report} on "
            f"{stone.at[:10]} by {stone.by} ({stone.why}); leave it out, or add it to another record",
            where=report.stem,
        )

    def _last_report(self) -> int:
        return max(self._most(reports.c.number), self._most(tombstones.c.report))

    def _last_entry(self) -> int:
        gone = self._connection.execute(select(tombstones))
        removed = (int(entry[1:]) for row in gone for entry in tombstone_of(row, self._where).entries)
        return max(self._most(entries.c.number), *removed, 0)

    def _most(self, column: Any) -> int:  # noqa: ANN401 - a column of integers
        return self._connection.execute(select(func.max(column))).scalar() or 0


def _fields(proposal: Proposal) -> dict[str, Any]:
    """The proposal's own values: deep copies of what nobody changes took a tenth of the time of adding."""
    return {name: getattr(proposal, name) for name in proposal.__slots__}


def _told(arrival: Arrival) -> dict[str, Any]:
    """The facts an arrival brings, as its ledger row keeps them."""
    report, findings = arrival.report, arrival.findings
    return {
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
