"""Which entries may tell of one day: the days an entry's words may mean, and entries gathered by a day they share."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from taqrib.edtf import days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from taqrib.record import Entry

ONCE = frozenset({"offer", "drop", "accept"})
"""Acts done on one day; a demand or a refusal may be repeated on another without anybody contradicting anybody."""

ACT_TOLD_WITHIN = timedelta(days=6)
"""How long before its publication an act may lie that a report gives no day for: a week, that day included."""

SAID_TOLD_WITHIN = timedelta(days=1)
"""The same of words and of stances held, which reports without a day tell the same or the next day."""

NEAR = timedelta(days=7)
"""Days further apart than this are two occasions, not one told differently."""


def window(entry: Entry) -> tuple[date, date] | None:
    """The first and the last day ``entry`` may be about; ``None`` without any date.

    A date that only the publication gives is no later than it, and may be somewhat earlier.
    """
    if not entry.on:
        return None
    first, last = days(entry.on)
    if entry.on_basis != "published":
        return first, last
    once = entry.kind == "stance" and entry.type in ONCE
    within = ACT_TOLD_WITHIN if once else SAID_TOLD_WITHIN
    return (first - within if first - date.min > within else date.min), last


def reach(on: str) -> tuple[date, date]:
    """The first and the last day on which something may lie that is near an EDTF date."""
    first, last = days(on)
    return (
        first - NEAR if first - date.min > NEAR else date.min,
        last + NEAR if date.max - last > NEAR else date.max,
    )


def stated(entry: Entry) -> tuple[date, date] | None:
    """The first and the last day of the date ``entry`` has, with no leeway for reports that give no day."""
    return days(entry.on) if entry.on else None


def occasions(
    entries: Iterable[Entry], *, within: Callable[[Entry], tuple[date, date] | None] = window
) -> list[list[Entry]]:
    """The dated entries, gathered so that those of a group have a day in common, by day; in n log n time.

    The fewest groups there can be: each takes whatever may still be the last day of its first entry.

    :param within: gives the days an entry may be about.
    """
    dated = [(about, entry) for entry in entries if (about := within(entry))]
    dated.sort(key=lambda pair: (pair[0][1], pair[0][0], _number(pair[1])))
    groups: list[list[Entry]] = []
    shared = date.min
    for (first, last), entry in dated:
        if groups and first <= shared:
            groups[-1].append(entry)
        else:
            groups.append([entry])
            shared = last
    return [sorted(group, key=_number) for group in groups]


def episodes(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The dated entries, gathered while each is within :data:`NEAR` of those before it, by day."""
    dated = sorted(
        ((days(entry.on), entry) for entry in entries if entry.on), key=lambda pair: (pair[0][0], _number(pair[1]))
    )
    groups: list[list[Entry]] = []
    reached = date.min
    for (first, last), entry in dated:
        if groups and first - reached <= NEAR:
            groups[-1].append(entry)
        else:
            groups.append([entry])
        reached = max(reached, last)
    return [sorted(group, key=_number) for group in groups]


def _number(entry: Entry) -> int:
    return int(entry.id[1:])
