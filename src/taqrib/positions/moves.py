"""Who moved: the days on which somebody's position on an issue changed, and the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.edtf import last_day
from taqrib.positions.board import Cell, board_of
from taqrib.positions.model import Move
from taqrib.positions.runs import Run, Runs, before_day
from taqrib.positions.standing import standing_position

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from taqrib.case import Case
    from taqrib.positions.board import Board, Hold
    from taqrib.positions.timeline import Timeline
    from taqrib.record.entry import Key


def moves(case: Case, timeline: Timeline, days: Iterable[tuple[Key, str]], *, as_of: date) -> list[Move]:
    """The moves made on ``days``, by day and then in the case's order.

    A move is a demand dropped (also when only the dropping itself is on record), an option held that was excluded or
    the reverse, or another option of the same issue taken up while an earlier one stood. A first position is no move,
    and neither are two that sources report of one day: those contradict each other.

    :param days: under which key, on which day, something was told that may have been a move:
        :meth:`taqrib.positions.Tellings.days` for all there are. Days after ``as_of`` are passed over.
    """
    board = board_of(case, tuple(timeline.keys("stance")))
    until = as_of.isoformat()
    asked = dict.fromkeys(
        (cell, day) for key, day in days if "" < day <= until and (cell := board.cell(key)) and cell in board.cells
    )
    return _Making(case, board, timeline, until).moves(list(asked))


class _Making:
    def __init__(self, case: Case, board: Board, timeline: Timeline, until: str) -> None:
        self._actors = {actor.id: place for place, actor in enumerate(case.actors)}
        self._issues = {issue.id: place for place, issue in enumerate(case.issues)}
        self._runs = Runs(board, timeline)
        self._until = until

    def moves(self, asked: list[tuple[Cell, str]]) -> list[Move]:
        told = self._runs.told_on(asked)
        eves = self._runs.standing([(cell, before_day(day)) for cell, day in told])
        befores: list[Run] = []
        afters: list[Run] = []
        unheld: list[Run] = []
        for (cell, day), of_day in told.items():
            stood = eves[cell, before_day(day)]
            for line, tellings in of_day:
                if line in {run.line for run in stood}:
                    continue
                before = _left_behind(line.hold, stood)
                if before is not None:
                    befores.append(Run(before.line, before.last, before.beside))
                    afters.append(Run(line, tellings[-1]))
                elif line.hold[1] == "dropped":
                    unheld.append(Run(line, tellings[-1]))
        return self._told([*befores, *self._ended_before(unheld)], [*afters, *unheld])

    def _ended_before(self, drops: list[Run]) -> list[Run]:
        """What was last held of each option dropped, though it had ended; the dropping itself if nothing ever was."""
        lasts = self._runs.last_of_option([(run.line, before_day(run.last.day)) for run in drops])
        found = [Run(*last) if last else drop for last, drop in zip(lasts, drops, strict=True)]
        self._runs.ended_after([run for run, last in zip(found, lasts, strict=True) if last], self._until)
        return found

    def _told(self, befores: list[Run], afters: list[Run]) -> list[Move]:
        self._runs.complete(befores, [before_day(run.last.day) for run in afters])
        self._runs.ended_after(afters, self._until)
        self._runs.complete(afters, [before_day(run.ended.day) if run.ended else self._until for run in afters])
        found = [self._move(before, after) for before, after in zip(befores, afters, strict=True)]
        return sorted(found, key=self._order)

    def _move(self, before: Run, after: Run) -> Move:
        new = standing_position(after)
        old = None
        if before.tellings and before.line is not after.line:
            if before.ended is None and after.line in before.line.enders:
                before.ended = after.tellings[0]
            old = standing_position(before)
        return Move(
            actor=after.line.cell.actor,
            issue=after.line.cell.issue,
            before=old,
            after=new,
            on=new.since,
            entries=(*(old.entries if old else ()), *new.entries),
        )

    def _order(self, move: Move) -> tuple[date, int, int, str]:
        return last_day(move.on), self._issues[move.issue], self._actors[move.actor], move.after.option or ""


def _left_behind(held: Hold, stood: list[Run]) -> Run | None:
    """What stood on the eve that taking up ``held`` leaves behind, if anything."""
    option, holding = held
    same_option = [run for run in stood if run.line.hold[0] == option]
    if same_option:
        return _latest(same_option)
    if holding != "holds" or option is None:
        return None
    given_up = [run for run in stood if run.line.hold[0] and run.line.hold[1] in {"holds", "dropped"}]
    return _latest(given_up) if given_up else None


def _latest(runs: list[Run]) -> Run:
    return max(runs, key=lambda run: (run.last.day, run.last.entry))
