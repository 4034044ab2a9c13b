"""From accepted entries to the material of a brief: what belongs to its days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from taqrib.brief.material import Material
from taqrib.edtf import last_day
from taqrib.positions import contradictions, gap_matrix, moves
from taqrib.rounds import rounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taqrib.case import Case
    from taqrib.record import Entry, KeptReport


def gather(
    case: Case, entries: Sequence[Entry], reports: Iterable[KeptReport], *, since: date, until: date
) -> Material:
    """Everything a brief of the days from ``since`` to ``until``, both included, rests on.

    What was said, what moved and which rounds were told of belong to the days they happened on *and* to the days they
    became known: a report of the 7th that tells of the 6th is news on both. What nobody dated is news on the day it
    became known. Where the issues stand, and what is still to come, is as of ``until``.

    :param entries: accepted entries, of any kind.
    :param reports: the reports they come from.
    """
    kept = {report.id: report for report in reports}
    of_entry = {entry.id: entry for entry in entries}

    def became_known(ids: Iterable[str]) -> bool:
        return any(since <= kept[of_entry[id_].report].known_on <= until for id_ in ids)

    def belongs(on: str | None, ids: Iterable[str]) -> bool:
        return (on is not None and since <= last_day(on) <= until) or became_known(ids)

    gaps = gap_matrix(case, entries, as_of=until)
    eve = since - timedelta(days=1) if since > date.min else since
    before = {row.issue: row.state for row in gap_matrix(case, entries, as_of=eve)}
    return Material(
        case=case,
        since=since,
        until=until,
        reports=kept,
        entries=of_entry,
        said=tuple(entry.id for entry in entries if entry.kind == "statement" and belongs(entry.on, (entry.id,))),
        moves=tuple(move for move in moves(case, entries, as_of=until) if belongs(move.on, move.after.entries[:1])),
        gaps=tuple(gaps),
        changed=tuple((row.issue, before[row.issue], row.state) for row in gaps if before[row.issue] != row.state),
        rounds=tuple(
            one
            for one in rounds(entries, kept, as_known_on=until)
            if became_known(one.entries) or (one.when is not None and last_day(one.when) >= since)
        ),
        contradictions=tuple(contradictions(case, entries, kept, as_of=until)),
    )
