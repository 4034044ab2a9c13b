"""Who holds what as of a date: the stances of each actor on each option, in the order of their days."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from taqrib.edtf import last_day
from taqrib.positions.model import Holding, Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.case import Case, Issue
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
    because the case says so. A later day's stance ends what it contradicts: another holding of the same option, or the
    holding of an option that the case says cannot be true together with it. Stances of one day end nothing of that day:
    where sources contradict each other on it, all of their positions stand.

    :param entries: accepted entries; those that are no stance, name nobody in the case or touch no negotiated issue are
        passed over.
    """
    counts_as = {actor.id: case.counts_as(actor).id for actor in case.actors}
    negotiated = {issue.id: issue for issue in case.negotiated}
    taken: dict[tuple[str, str], list[tuple[Entry, str | None]]] = {}
    for entry in entries:
        if entry.kind != "stance" or entry.actor not in counts_as or not entry.on or last_day(entry.on) > as_of:
            continue
        for touch in entry.touches:
            if touch.issue in negotiated:
                taken.setdefault((touch.issue, counts_as[entry.actor]), []).append((entry, touch.option))
    found = [
        position
        for (issue, actor), stances in taken.items()
        for position in _over_time(actor, negotiated[issue], stances)
    ]
    actor_order = {actor.id: place for place, actor in enumerate(case.actors)}
    issue_order = {issue.id: place for place, issue in enumerate(case.issues)}
    return sorted(
        found,
        key=lambda position: (
            issue_order[position.issue],
            actor_order[position.actor],
            day_order(position.since),
            position.option or "",
            position.holding,
        ),
    )


def day_order(value: str | None) -> date:
    """When a date that may be vague has certainly come; the key positions and entries are ordered by."""
    return last_day(value) if value else date.max


_Key: TypeAlias = tuple[str | None, Holding]
"""An option, and what is done to it."""


def _over_time(actor: str, issue: Issue, stances: list[tuple[Entry, str | None]]) -> list[Position]:
    """One actor's positions on one issue, day by day."""
    stances.sort(key=lambda stance: (day_order(stance[0].on), int(stance[0].id[1:])))
    standing: dict[_Key, list[Entry]] = {}
    found: list[Position] = []
    for _, told in groupby(stances, key=lambda stance: day_order(stance[0].on)):
        today: dict[_Key, list[Entry]] = {}
        for entry, option in told:
            today.setdefault((option, HOLDING[entry.type]), []).append(entry)
        for key in [key for key in standing if key not in today]:
            ending = next((entries[0] for other, entries in today.items() if _ends(issue, other, key)), None)
            if ending:
                found.append(_position(actor, issue, key, standing.pop(key), until=ending.on))
        for key, entries in today.items():
            standing.setdefault(key, []).extend(entries)
    return found + [_position(actor, issue, key, run, until=None) for key, run in standing.items()]


def _ends(issue: Issue, later: _Key, earlier: _Key) -> bool:
    """Whether a later stance leaves no room for an earlier one."""
    (option, holding), (before, held) = later, earlier
    if option == before:
        return True
    both_held = holding == held == "holds" and option is not None and before is not None
    return both_held and issue.oppose(str(option), str(before))


def _position(actor: str, issue: Issue, key: _Key, run: list[Entry], *, until: str | None) -> Position:
    option, holding = key
    return Position(
        actor=actor,
        issue=issue.id,
        option=option,
        holding=holding,
        stance=run[-1].type,
        since=run[0].on,
        until=until,
        entries=tuple(entry.id for entry in run),
    )
