"""Who holds what as of a date: the stances of each actor on each option, in the order of their days."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from taqrib.edtf import last_day
from taqrib.positions.model import Holding, Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.case import Case
    from taqrib.record import Entry

HOLDING: dict[str, Holding] = {
    "demand": "holds",
    "condition": "holds",
    "accept": "holds",
    "offer": "holds",
    "support": "holds",
    "commit": "holds",
    "reject": "excludes",
    "reserve": "reserved",
    "drop": "dropped",
}
"""What each kind of stance does to the option it names."""


def positions(case: Case, entries: Iterable[Entry], *, as_of: date) -> list[Position]:
    """Every position that somebody took up by ``as_of``, also those that ended; in the case's order, then by day.

    A stance counts from the last day its date may mean: a demand dropped "last week" is dropped once the week is over.
    A stance without any date counts from no day. What an actor says who ``speaks_for`` another counts as that other's,
    because the case says so.

    :param entries: accepted entries; those that are no stance, name nobody in the case or touch no negotiated issue are
        passed over.
    """
    counts_as = {actor.id: case.counts_as(actor).id for actor in case.actors}
    negotiated = {issue.id for issue in case.negotiated}
    taken: dict[tuple[str, str, str | None], list[Entry]] = {}
    for entry in entries:
        if entry.kind != "stance" or entry.actor not in counts_as or not entry.on or last_day(entry.on) > as_of:
            continue
        for touch in entry.touches:
            if touch.issue in negotiated:
                taken.setdefault((counts_as[entry.actor], touch.issue, touch.option), []).append(entry)
    actor_order = {actor.id: place for place, actor in enumerate(case.actors)}
    issue_order = {issue.id: place for place, issue in enumerate(case.issues)}
    found = [position for place, stances in taken.items() for position in _runs(place, stances)]
    return sorted(
        found,
        key=lambda position: (
            issue_order[position.issue],
            actor_order[position.actor],
            day_order(position.since),
            position.option or "",
        ),
    )


def day_order(value: str | None) -> date:
    """When a date that may be vague has certainly come; the key positions and entries are ordered by."""
    return last_day(value) if value else date.max


def _runs(place: tuple[str, str, str | None], stances: list[Entry]) -> list[Position]:
    """The unbroken runs of one holding; each ends on the day the next begins."""
    actor, issue, option = place
    stances.sort(key=lambda entry: (day_order(entry.on), int(entry.id[1:])))
    runs = [(holding, list(run)) for holding, run in groupby(stances, key=lambda entry: HOLDING[entry.type])]
    ends = [run[0].on for _, run in runs[1:]] + [None]
    return [
        Position(
            actor=actor,
            issue=issue,
            option=option,
            holding=holding,
            stance=run[-1].type,
            since=run[0].on,
            until=until,
            entries=tuple(entry.id for entry in run),
        )
        for (holding, run), until in zip(runs, ends, strict=True)
    ]
