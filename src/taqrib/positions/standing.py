"""What stands as of a day, looked up: the cost does not grow with the history before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.positions.board import board_of
from taqrib.positions.holdings import in_order, position_of
from taqrib.positions.runs import Run, Runs

if TYPE_CHECKING:
    from datetime import date

    from taqrib.case import Case
    from taqrib.positions.model import Position
    from taqrib.positions.timeline import Timeline


def standing(case: Case, timeline: Timeline, *, as_of: date) -> list[Position]:
    """The positions that stand as of a day, in the case's order: those of ``positions`` that have not ended.

    Of a position that many entries tell of, the first and the latest are named, :data:`taqrib.positions.runs.SHOWN` in
    all; ``abridged`` says that there are more.
    """
    board = board_of(case, tuple(timeline.keys("stance")))
    runs = Runs(board, timeline)
    day = as_of.isoformat()
    found = [run for standing in runs.standing([(cell, day) for cell in board.cells]).values() for run in standing]
    runs.complete(found, [day] * len(found))
    return in_order(case, map(standing_position, found))


def standing_briefly(case: Case, timeline: Timeline, *, as_of: date) -> list[Position]:
    """The parties' positions of the same, with their latest entry only: enough to tell where an issue stands."""
    board = board_of(case, tuple(timeline.keys("stance")))
    parties = {party.id for party in case.parties}
    day = as_of.isoformat()
    found = Runs(board, timeline).standing([(cell, day) for cell in board.cells if cell.actor in parties])
    return in_order(
        case,
        (
            position_of(run.line.cell, run.line.hold, [run.last], until=None, abridged=True)
            for standing in found.values()
            for run in standing
        ),
    )


def standing_position(run: Run) -> Position:
    """The position of a run that stands, or of one that ended."""
    until = run.ended.on if run.ended else None
    return position_of(run.line.cell, run.line.hold, run.tellings, until=until, abridged=run.abridged)
