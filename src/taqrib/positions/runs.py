"""Runs: an unbroken time over which a hold stands, found by looking up days instead of replaying history.

A hold stands on a day if nothing that ends it was told on a later day than itself. Its run began with its first telling
after the last such end. Stances of one day end nothing of that day, in whatever order they came: where sources
contradict each other on a day, all of it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from taqrib.positions.board import Board, Cell, Line
    from taqrib.positions.timeline import Timeline
    from taqrib.record.entry import Telling

SHOWN = 4
"""Entries of one run that a position names: its first, and its latest."""


@dataclass(slots=True)
class Run:
    """A hold's run, seen from a day in it.

    :ivar last: the latest telling until the day asked for.
    :ivar beside: of the lines of its cell the latest telling until that day, where they were looked up together.
    :ivar tellings: the first of the run and the latest, oldest first; at most :data:`SHOWN`.
    :ivar abridged: whether there are more in between.
    :ivar ended: the telling that ended it; ``None`` while it stands.
    """

    line: Line
    last: Telling
    beside: Mapping[Line, Telling | None] = field(default_factory=dict)
    tellings: list[Telling] = field(default_factory=list)
    abridged: bool = False
    ended: Telling | None = None


class Runs:
    """Looks up runs; all that is asked together is looked up together."""

    def __init__(self, board: Board, timeline: Timeline) -> None:
        self._board = board
        self._timeline = timeline

    def standing(self, asked: Iterable[tuple[Cell, str]]) -> dict[tuple[Cell, str], list[Run]]:
        """For each cell and day asked, the holds that stand then; their tellings are not looked up yet."""
        cells = list(dict.fromkeys(asked))
        lasts = iter(self._last([(line, day) for cell, day in cells for line in self._board.lines(cell)]))
        found: dict[tuple[Cell, str], list[Run]] = {}
        for cell, day in cells:
            beside = dict(zip(self._board.lines(cell), lasts, strict=False))
            found[cell, day] = [
                Run(line, last, beside)
                for line, last in beside.items()
                if last and not any(told.day > last.day for other in line.enders if (told := beside[other]))
            ]
        return found

    def complete(self, runs: Sequence[Run], until: Sequence[str]) -> None:
        """Look up the tellings of each run.

        :param until: for each run the last day whose tellings count.
        """
        firsts = self._firsts(runs)
        recent = self._latest([(run.line, day) for run, day in zip(runs, until, strict=True)], limit=SHOWN)
        for run, first, told in zip(runs, firsts, recent, strict=True):
            latest = [one for one in told if one.day >= first.day]
            run.abridged = first not in latest
            run.tellings = [first, *latest[1 - SHOWN :]] if run.abridged else latest

    def told_on(self, asked: Iterable[tuple[Cell, str]]) -> dict[tuple[Cell, str], list[tuple[Line, list[Telling]]]]:
        """For each cell and day asked, what was told on that very day, by line."""
        every = [(line, day) for cell, day in asked for line in self._board.lines(cell)]
        lasts = zip(every, self._last(every), strict=True)
        lines = [(line, day) for (line, day), last in lasts if last and last.day == day]
        found: dict[tuple[Cell, str], list[tuple[Line, list[Telling]]]] = {}
        for (line, day), told in zip(lines, self._latest(lines, limit=SHOWN), strict=True):
            found.setdefault((line.cell, day), []).append((line, [one for one in told if one.day == day]))
        return found

    def last_of_option(self, asked: Sequence[tuple[Line, str]]) -> list[tuple[Line, Telling] | None]:
        """For each line and day, what else was last told of its option until that day, and in which line."""
        every = [(other, day) for line, day in asked for other in self._others(line)]
        told = iter(zip(every, self._last(every), strict=True))
        found = []
        for line, _ in asked:
            of_option = [(last, other) for (other, _), last in islice(told, len(self._others(line))) if last]
            last, other = max(of_option, key=lambda one: one[0], default=(None, line))
            found.append((other, last) if last else None)
        return found

    def ended_after(self, runs: Sequence[Run], as_of: str) -> None:
        """Look up what ended each run after its last telling, until ``as_of``."""
        waiting = list(runs)
        while waiting:
            told = iter(self._earliest([(ender, run.last.day) for run in waiting for ender in run.line.enders]))
            endings: list[tuple[Run, Telling]] = []
            for run in waiting:
                ends = [one for one in islice(told, len(run.line.enders)) if one and one.day <= as_of]
                if ends:
                    endings.append((run, min(ends)))
            own = self._last([(run.line, end.day) for run, end in endings])
            waiting = []
            for (run, end), last in zip(endings, own, strict=True):
                if last and last.day > run.last.day:  # told again before or on that day: the run went on
                    run.last = last
                    waiting.append(run)
                else:
                    run.ended = end

    # ------------------------------------------------------------------ where a run began

    def _firsts(self, runs: Sequence[Run]) -> list[Telling]:
        """The first telling of each run: the first after what ended the hold before, if anything did."""
        firsts = [run.last for run in runs]
        waiting = {place: before_day(run.last.day) for place, run in enumerate(runs)}
        while waiting:
            ends = self._ends_until(runs, waiting)
            told = self._earliest([(runs[place].line, before_day(end)) for place, end in ends.items()])
            waiting = {}
            for (place, end), first in zip(ends.items(), told, strict=True):
                if first and first.day == end:  # told on the very day of that end, it was not ended: look further back
                    waiting[place] = before_day(end)
                elif first:
                    firsts[place] = first
        return firsts

    def _ends_until(self, runs: Sequence[Run], days: Mapping[int, str]) -> dict[int, str]:
        """For runs by their place the latest day, until the one given, on which an ender was told; empty if none was.

        What was looked up beside the run is not looked up again.
        """
        ends = dict.fromkeys(days, "")
        asked: list[tuple[int, Line, str]] = []
        for place, day in days.items():
            beside = runs[place].beside
            for ender in runs[place].line.enders:
                known = beside.get(ender)
                if known and known.day <= day:
                    ends[place] = max(ends[place], known.day)
                elif known or ender not in beside:
                    asked.append((place, ender, day))
        for (place, _, _), told in zip(asked, self._last([(line, day) for _, line, day in asked]), strict=True):
            if told:
                ends[place] = max(ends[place], told.day)
        return ends

    # ------------------------------------------------------------------ look-ups by line

    def _others(self, line: Line) -> list[Line]:
        """The other lines of a line's option."""
        return [other for other in self._board.lines(line.cell) if other.hold[0] == line.hold[0] and other is not line]

    def _last(self, asked: Sequence[tuple[Line, str]]) -> list[Telling | None]:
        """The latest telling of each line until its day."""
        answers = iter(self._timeline.latest([(key, day) for line, day in asked for key in line.keys]))
        return [max((telling for key in line.keys for telling in next(answers)), default=None) for line, _ in asked]

    def _latest(self, asked: Sequence[tuple[Line, str]], *, limit: int) -> list[list[Telling]]:
        """The latest tellings of each line until its day, oldest first; at most ``limit``."""
        answers = iter(self._timeline.latest([(key, day) for line, day in asked for key in line.keys], limit=limit))
        return [sorted(telling for key in line.keys for telling in next(answers))[-limit:] for line, _ in asked]

    def _earliest(self, asked: Sequence[tuple[Line, str]]) -> list[Telling | None]:
        """The earliest telling of each line after its day."""
        answers = iter(self._timeline.earliest([(key, day) for line, day in asked for key in line.keys]))
        return [min((telling for key in line.keys if (telling := next(answers))), default=None) for line, _ in asked]


@lru_cache(maxsize=1 << 12)
def before_day(day: str) -> str:
    """The day before ``day``; empty before the first there is, and before no day."""
    if not day or date.fromisoformat(day) == date.min:
        return ""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
