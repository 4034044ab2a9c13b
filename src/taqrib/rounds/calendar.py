"""The calendar of the talks: which meetings and journeys the entries tell of, and what became of them."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from taqrib.edtf import day_order, days
from taqrib.rounds.model import Round
from taqrib.rounds.outcome import outcome
from taqrib.rounds.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from taqrib.case import Case
    from taqrib.record import Entry, KeptReport

_HALF_A_WEEK = timedelta(days=3)
ROUND_TYPES = ("meet", "talks", "travel", "resume")


def is_of_round(entry: Entry) -> bool:
    """Whether the entry tells of a meeting or journey, and not of talks that go on or may be some time or other."""
    if entry.kind != "event" or entry.type not in ROUND_TYPES:
        return False
    return entry.on is not None or entry.finding["status"] not in {"ongoing", "possible"}


def rounds(
    case: Case, entries: Iterable[Entry], reports: Mapping[str, KeptReport], *, as_known_on: date
) -> list[Round]:
    """The rounds told of in reports known by ``as_known_on``, by day.

    Entries tell of one round when type (a resumption is one of talks), day (or week) and place are the same, in
    whichever language; one that tells no place is of the one round of its type and day, unless there are two.
    :func:`outcome` says what became of it. A round announced is never taken for held because its day has passed, and
    talks that are said to go on, without a day, are no round.

    :param entries: accepted entries, of any kind.
    :param reports: the reports of the record by id.
    """
    known = [entry for entry in entries if is_of_round(entry) and reports[entry.report].known_on <= as_known_on]
    found = [_round(group, reports) for group in _of_one_round(known, case, reports)]
    return sorted(found, key=lambda round_: (day_order(round_.when), int(round_.entries[0][1:])))


def _of_one_round(entries: Iterable[Entry], case: Case, reports: Mapping[str, KeptReport]) -> Iterable[list[Entry]]:
    """The entries that tell of one round, together."""
    known, alike = Places(case), Counter[tuple[str, ...]]()
    told: dict[tuple[str, str | None, str], list[Entry]] = {}
    for entry in entries:
        kind = "talks" if entry.type == "resume" and entry.on else entry.type  # talks resumed are talks
        place = known.canonical(entry.finding.get("place") or "")
        where = place if entry.on else place + _undated(entry, reports, alike)
        told.setdefault((kind, common_day(entry.on), where), []).append(entry)
    places: dict[tuple[str, str | None], list[str]] = {}
    for kind, when, place in told:
        if place:
            places.setdefault((kind, when), []).append(place)
    for (kind, when), found_at in places.items():
        if when is not None and len(found_at) == 1:
            told[kind, when, found_at[0]] += told.pop((kind, when, ""), [])
    return told.values()


def _round(group: list[Entry], reports: Mapping[str, KeptReport]) -> Round:
    group.sort(key=lambda entry: (reports[entry.report].known_on, int(entry.id[1:])))
    became = outcome(group, reports)
    others = {id_ for _, ids in became.otherwise for id_ in ids}
    latest = next((entry for entry in reversed(group) if entry.id not in others), group[-1])
    actors = dict.fromkeys(name for entry in group for name in entry.finding.get("actors", ()))
    return Round(
        type=latest.type,
        when=latest.on,
        place=next(filter(None, (entry.finding.get("place") for entry in (latest, *reversed(group)))), None),
        status=became.status,
        actors=tuple(actors),
        entries=tuple(entry.id for entry in group),
        otherwise=became.otherwise,
    )


def common_day(on: str | None) -> str | None:
    """What two dates of one round have in common: a week is one, whether it begins on Sunday or on Monday."""
    if on is None or "/" not in on:
        return on
    first, last = days(on)
    return f"{(first + _HALF_A_WEEK):%G-W%V}" if last - first == 2 * _HALF_A_WEEK else on


def _undated(entry: Entry, reports: Mapping[str, KeptReport], told: Counter[tuple[str, ...]]) -> str:
    """What an entry without a day has in common with those of reprints: the text they are of, and their words.

    Nothing else says that two reports mean one round, and nothing that two entries of one report do.
    """
    original, seen = entry.report, {entry.report}
    while (kept := reports.get(original)) and kept.copy_of and kept.copy_of not in seen:
        original = kept.copy_of
        seen.add(original)
    told[entry.report, entry.type, entry.quote] += 1
    return f" {original} {entry.quote} {told[entry.report, entry.type, entry.quote]}"
