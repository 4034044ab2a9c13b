"""The calendar of the talks: which meetings and journeys the entries tell of, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.edtf import day_order
from taqrib.rounds.model import Round
from taqrib.rounds.places import canonical_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from taqrib.record import Entry, KeptReport

ROUND_TYPES = ("meet", "talks", "travel", "resume")


def rounds(entries: Iterable[Entry], reports: Mapping[str, KeptReport], *, as_known_on: date) -> list[Round]:
    """The rounds told of in reports known by ``as_known_on``, by day.

    Entries tell of one round when type, day and place are the same, in whichever language; the latest report says what
    became of it. A round announced is never taken for held because its day has passed.

    :param entries: accepted entries, of any kind.
    :param reports: the reports of the record by id.
    """
    told: dict[tuple[str, str | None, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "event" and entry.type in ROUND_TYPES and reports[entry.report].known_on <= as_known_on:
            place = canonical_place(entry.finding.get("place") or "")
            alone = "" if entry.on else entry.id  # without a day nothing says that two reports mean one round
            told.setdefault((entry.type, entry.on, place + alone), []).append(entry)
    found = []
    for (kind, when, _), group in told.items():
        group.sort(key=lambda entry: (reports[entry.report].known_on, int(entry.id[1:])))
        latest = group[-1]
        actors = dict.fromkeys(name for entry in group for name in entry.finding.get("actors", ()))
        found.append(
            Round(
                type=kind,
                when=when,
                place=latest.finding.get("place"),
                status=latest.finding["status"],
                actors=tuple(actors),
                entries=tuple(entry.id for entry in group),
            )
        )
    return sorted(found, key=lambda round_: (day_order(round_.when), int(round_.entries[0][1:])))
