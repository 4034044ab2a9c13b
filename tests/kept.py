"""Entries and reports that a test made by hand, put into a real record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

from taqrib.evidence import Report
from taqrib.reading import Findings
from taqrib.record import Entry, KeptReport, Record
from taqrib.record.proposals import Proposal

_TAKEN = {field.name for field in fields(Proposal)}


def recorded(path: Path, reports: Sequence[KeptReport], entries: Iterable[Entry], *, case: str = "lagoon") -> Record:
    """A record at ``path`` that holds ``reports`` (``r1``, ``r2``, ...) and ``entries``, decided as they say.

    Numbers between the entries' own are taken by entries that were rejected.
    """
    by_number = {int(entry.id[1:]): entry for entry in entries}
    clock = _Clock()
    record = Record.create(path, case=case, by="nour", clock=clock)
    filler = next(iter(by_number.values()), None)
    numbered = range(1, max(by_number, default=0) + 1)
    every = [
        by_number.get(number) or replace(filler, id=f"e{number}", status="rejected") for number in numbered if filler
    ]
    for report in reports:
        clock.now = datetime.fromisoformat(report.captured_at)
        record.add(_captured(report), _findings(report), [], by="nour")
    for entry in every:
        _propose(record, entry)
    for entry in every:
        if entry.status in {"accepted", "rejected"}:
            record.decide(entry.id, "accept" if entry.status == "accepted" else "reject", by=entry.decided_by or "nour")
    return record


class _Clock:
    def __init__(self) -> None:
        self.now = datetime(2031, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def _propose(record: Record, entry: Entry) -> None:
    """Propose one entry from its report, after all that was proposed before it."""
    from taqrib.record.ledger import Act, append
    from taqrib.record.projection import Projection
    from taqrib.record.rows import as_row

    proposal = {name: getattr(entry, name) for name in _TAKEN}
    with record._database.writing() as connection:  # noqa: SLF001 - reading proposes a whole report at once
        body = {**as_row(proposal), "report": int(entry.report[1:])}
        rows = append(connection, datetime(2031, 1, 1, tzinfo=UTC), Act("reading", "propose", entry.id, body))
        Projection(connection, {}).apply(rows)


def _captured(report: KeptReport) -> Report:
    told = f"{report.id}: {report.text}" if report.sha256 == "0" * 64 else report.text
    return Report(
        stem=report.stem,
        text=told,
        sha256=hashlib.sha256(told.encode()).hexdigest(),
        media_type=report.media_type,
        source=report.source,
        title=report.title,
        url=report.url,
        grade=report.grade,
    )


def _findings(report: KeptReport) -> Findings:
    published = date.fromisoformat(report.published) if report.published else None
    basis = report.published_basis if published else "unknown"
    return Findings(language=report.language, published=published, published_basis=basis)  # type: ignore[arg-type]
