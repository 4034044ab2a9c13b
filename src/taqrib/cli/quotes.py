"""An entry for the eye: its words highlighted in their report, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from taqrib.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taqrib.record import Entry, KeptReport, LedgerRow

CONTEXT = 160
"""How many code points of the report are shown on each side of the quote."""


def in_context(entry: Entry, report: KeptReport) -> Text:
    """The quote in bold between what stands around it."""
    start, end = entry.span
    text = report.text
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return Text.assemble(
        "…" if start > CONTEXT else "",
        visible(before),
        (visible(text[start:end]), "bold reverse"),
        visible(after),
        "…" if end + CONTEXT < len(text) else "",
    )


def heading(entry: Entry) -> str:
    """One line: what the entry is, whose, on what, since when, and who vouches for it."""
    parts = [
        f"{entry.id}  {entry.kind}: {entry.type}",
        f"{entry.name or 'nobody named'} ({entry.actor or 'not in the case'})",
    ]
    if entry.touches:
        parts.append("on " + ", ".join(map(str, entry.touches)))
    basis = "" if entry.on_basis == "text" else f" ({entry.on_basis})"
    parts.append(f"{entry.on or 'no date'}{basis}")
    parts.append(f"told by {entry.voice}" if entry.voice else "told by the narrator")
    if entry.qualifiers:
        parts.append(", ".join(entry.qualifiers))
    if entry.claim_grade:
        parts.append(f"claim graded {entry.claim_grade}")
    if entry.disputed:
        parts.append("disputed: " + ", ".join(f"{vote.by} {vote.status}" for vote in entry.votes))
    return visible(" · ".join(parts))


def provenance(report: KeptReport) -> str:
    """Where the report comes from, and what its date rests on."""
    source = report.source or "no source given"
    dated = f"{report.published} ({report.published_basis})" if report.published else "no date"
    grade = f", grade {report.grade}" if report.grade else ""
    copied = f", a copy of {report.copy_of}" if report.copy_of else ""
    taken_back = ", retracted" if report.retracted else ""
    return visible(f"{report.id}  {report.stem}, {source}, published {dated}{grade}{copied}{taken_back}")


def history_lines(history: Sequence[LedgerRow]) -> Iterator[str]:
    """What was done with an entry, a line for each act, oldest first."""
    for row in history:
        body = row.body or {}
        changes = body.get("changes") if row.act == "amend" else None
        undone = f" of ledger row {body['of']}" if row.act == "undo" else ""
        why = body.get("why")
        told = f": {changes}" if changes else ""
        line = f"{row.at}  {row.act}{undone} by {row.by}{told}{f' ({why})' if why else ''}"
        yield visible(" ".join(line.split("\n")))  # what somebody typed on several lines is still one row
