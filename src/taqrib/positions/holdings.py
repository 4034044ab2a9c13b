"""Who held what, when: every position with its beginning and its end, replayed from all entries."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from taqrib.edtf import last_day
from taqrib.positions.board import Board, hold
from taqrib.positions.model import Position
from taqrib.positions.timeline import entry_keys, telling_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from taqrib.case import Case
    from taqrib.positions.board import Cell, Hold
    from taqrib.record import Entry
    from taqrib.record.entry import Telling


def positions(case: Case, entries: Iterable[Entry], *, as_of: date) -> list[Position]:
    """Every position that somebody took up by ``as_of``, also those that ended; in the case's order, then by day.

    A stance counts from the last day its date may mean: a demand dropped "last week" is dropped once the week is over.
    A stance without any date counts from no day. What an actor says who ``speaks_for`` another counts as that other's,
    because the case says so. A later day's stance ends what it contradicts: another holding of the same option, or the
    holding of an option that the case says cannot be true together with it. Stances of one day end nothing of that day:
    where sources contradict each other on it, all of their positions stand.

    For what stands on one day, :func:`taqrib.positions.standing` is quicker: it replays nothing.

    :param entries: accepted entries; those that are no stance, name nobody in the case or touch no negotiated issue are
        passed over.
    """
    told: dict[Cell, list[tuple[Telling, Hold]]] = {}
    board = Board(case, ())
    for entry in entries:
        if not entry.on or last_day(entry.on) > as_of:
            continue
        one = telling_of(entry, entry.on)
        for key in entry_keys(entry):
            cell = board.cell(key)
            if cell:
                told.setdefault(cell, []).append((one, hold(key)))
    found = [position for cell, stances in told.items() for position in _over_time(board, cell, stances)]
    return in_order(case, found)


def in_order(case: Case, found: Iterable[Position]) -> list[Position]:
    """Positions in the case's order of issues and actors, then by day."""
    actors = {actor.id: place for place, actor in enumerate(case.actors)}
    issues = {issue.id: place for place, issue in enumerate(case.issues)}
    return sorted(
        found,
        key=lambda position: (
            issues[position.issue],
            actors[position.actor],
            last_day(position.since),
            position.option or "",
            position.holding,
        ),
    )


def position_of(
    cell: Cell, held: Hold, tellings: list[Telling], *, until: str | None, abridged: bool = False
) -> Position:
    """The position of a hold, from its tellings, oldest first."""
    option, holding = held
    return Position(
        actor=cell.actor,
        issue=cell.issue,
        option=option,
        holding=holding,
        stance=tellings[-1].type,
        since=tellings[0].on,
        until=until,
        entries=tuple(f"e{told.entry}" for told in tellings),
        abridged=abridged,
    )


def _over_time(board: Board, cell: Cell, stances: list[tuple[Telling, Hold]]) -> list[Position]:
    """One actor's positions on one issue, day by day."""
    standing: dict[Hold, list[Telling]] = {}
    found: list[Position] = []
    for _, of_day in groupby(sorted(stances), key=lambda stance: stance[0].day):
        today: dict[Hold, list[Telling]] = {}
        for told, held in of_day:
            today.setdefault(held, []).append(told)
        for held in [held for held in standing if held not in today]:
            ending = next(
                (tellings[0] for later, tellings in today.items() if board.ends(cell.issue, later, held)), None
            )
            if ending:
                found.append(position_of(cell, held, standing.pop(held), until=ending.on))
        for held, tellings in today.items():
            standing.setdefault(held, []).extend(tellings)
    return found + [position_of(cell, held, run, until=None) for held, run in standing.items()]
