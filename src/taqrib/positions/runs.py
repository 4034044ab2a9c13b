"""Runs: an unbroken time over which a hold stands, found by looking up days instead of replaying history.

A hold stands on a day if nothing that ends it was told on a later day than itself. Its run began with its first telling
after the last such end. Stances of one day end nothing of that day, in whatever order they came: where sources
contradict each other on a day, all of it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from taqrib.positions.board import Board, Cell, Hold
    from taqrib.positions.timeline import Timeline
    from taqrib.record.entry import Key, Telling

SHOWN = 4
"""Entries of one run that a position names: its first, and its latest."""


class Told(NamedTuple):
    """A telling with the kind of stance it was."""

    day: str
    entry: int
    on: str
    stance: str


@dataclass(slots=True)
class Run:
    """A hold's run, seen from a day in it.

    :ivar last: the latest telling until the day asked for.
    :ivar tellings: the first of the run and the latest, oldest first; at most :data:`SHOWN`.
    :ivar abridged: whether there are more in between.
    :ivar ended: the day of what ended it; ``None`` while it stands.
    """

    cell: Cell
    hold: Hold
    last: Told
    tellings: list[Told] = field(default_factory=list)
    abridged: bool = False
    ended: Told | None = None


class Runs:
    """Looks up runs; all that is asked together is looked up together."""

    def __init__(self, board: Board, timeline: Timeline) -> None:
        self._board = board
        self._timeline = timeline

    def standing(self, asked: Iterable[tuple[Cell, str]]) -> dict[tuple[Cell, str], list[Run]]:
        """For each cell and day asked, the holds that stand then; their tellings are not looked up yet."""
        wanted = {(cell, day): list(self._board.cells.get(cell, ())) for cell, day in asked}
        lasts = self._last([(cell, hold, day) for (cell, day), holds in wanted.items() for hold in holds])
        found: dict[tuple[Cell, str], list[Run]] = {}
        for (cell, day), holds in wanted.items():
            told = {hold: last for hold in holds if (last := lasts[cell, hold, day])}
            found[cell, day] = [
                Run(cell, hold, last)
                for hold, last in told.items()
                if not any(told[other].day > last.day for other in self._board.enders(cell, hold) if other in told)
            ]
        return found

    def begun(self, runs: Sequence[Run]) -> dict[int, str]:
        """For each run the day after which it began: that of the last end before; empty if there was none.

        :returns: by the place of the run.
        """
        ends: dict[int, str] = {}
        waiting = {place: before_day(run.last.day) for place, run in enumerate(runs)}
        while waiting:
            asked = [(runs[place], day) for place, day in waiting.items()]
            enders = self._last(
                [(run.cell, other, day) for run, day in asked for other in self._board.enders(run.cell, run.hold)]
            )
            latest = {
                place: max(
                    (
                        told.day
                        for other in self._board.enders(runs[place].cell, runs[place].hold)
                        if (told := enders[runs[place].cell, other, day])
                    ),
                    default="",
                )
                for place, day in waiting.items()
            }
            # What was told on the very day of its end was not ended by it: look further back.
            same_day = self._last([(runs[place].cell, runs[place].hold, day) for place, day in latest.items() if day])
            waiting = {}
            for place, day in latest.items():
                own = same_day[runs[place].cell, runs[place].hold, day] if day else None
                if own and own.day == day:
                    waiting[place] = before_day(day)
                else:
                    ends[place] = day
        return ends

    def complete(self, runs: Sequence[Run], until: Mapping[int, str]) -> None:
        """Look up the tellings of each run.

        :param until: by the place of the run, the last day whose tellings count.
        """
        begun = self.begun(runs)
        firsts = self._first([(run, begun[place]) for place, run in enumerate(runs)])
        recent = self._recent([(run.cell, run.hold, until[place]) for place, run in enumerate(runs)])
        for place, run in enumerate(runs):
            latest = [told for told in recent[run.cell, run.hold, until[place]] if told.day > begun[place]]
            first = firsts[place]
            run.abridged = first is not None and first not in latest
            run.tellings = [first, *latest[1 - SHOWN :]] if run.abridged and first else latest

    def told_on(self, asked: Iterable[tuple[Cell, str]]) -> dict[tuple[Cell, str], dict[Hold, list[Told]]]:
        """For each cell and day asked, what was told on that very day."""
        wanted = [(cell, hold, day) for cell, day in asked for hold in self._board.cells.get(cell, ())]
        recent = self._recent(wanted)
        found: dict[tuple[Cell, str], dict[Hold, list[Told]]] = {}
        for cell, hold, day in wanted:
            of_day = [told for told in recent[cell, hold, day] if told.day == day]
            if of_day:
                found.setdefault((cell, day), {})[hold] = of_day
        return found

    def ended_after(self, runs: Sequence[Run], as_of: str) -> None:
        """Look up what ended each run after its last telling, until ``as_of``."""
        waiting = {place: run.last.day for place, run in enumerate(runs)}
        while waiting:
            asked = [
                (place, other, key, day)
                for place, day in waiting.items()
                for other in self._board.enders(runs[place].cell, runs[place].hold)
                for key in self._board.cells[runs[place].cell][other]
            ]
            earliest = self._timeline.earliest([(key, day) for _, _, key, day in asked])
            first: dict[int, Told] = {}
            for (place, _, key, _), telling in zip(asked, earliest, strict=True):
                told = _told(key, telling) if telling and telling.day <= as_of else None
                if told and (place not in first or told < first[place]):
                    first[place] = told
            own = self._last([(runs[place].cell, runs[place].hold, told.day) for place, told in first.items()])
            waiting = {}
            for place, told in first.items():
                run = runs[place]
                last = own[run.cell, run.hold, told.day]
                if last and last.day > run.last.day:  # told again before or on that day: the run went on
                    run.last = last
                    waiting[place] = last.day
                else:
                    run.ended = told

    # ------------------------------------------------------------------ look-ups by hold

    def _last(self, asked: Sequence[tuple[Cell, Hold, str]]) -> dict[tuple[Cell, Hold, str], Told | None]:
        return {one: (told[-1] if told else None) for one, told in self._looked_up(asked, limit=1).items()}

    def _recent(self, asked: Sequence[tuple[Cell, Hold, str]]) -> dict[tuple[Cell, Hold, str], list[Told]]:
        return self._looked_up(asked, limit=SHOWN)

    def _looked_up(
        self, asked: Sequence[tuple[Cell, Hold, str]], *, limit: int
    ) -> dict[tuple[Cell, Hold, str], list[Told]]:
        """The latest tellings of each hold until its day, oldest first."""
        unique = list(dict.fromkeys(asked))
        keys = [(one, key) for one in unique for key in self._board.cells[one[0]][one[1]]]
        found: dict[tuple[Cell, Hold, str], list[Told]] = {one: [] for one in unique}
        latest = self._timeline.latest([(key, one[2]) for one, key in keys], limit=limit)
        for (one, key), tellings in zip(keys, latest, strict=True):
            found[one].extend(_told(key, telling) for telling in tellings)
        return {one: sorted(told)[-limit:] for one, told in found.items()}

    def _first(self, asked: Sequence[tuple[Run, str]]) -> list[Told | None]:
        keys = [
            (place, key, day) for place, (run, day) in enumerate(asked) for key in self._board.cells[run.cell][run.hold]
        ]
        first: list[Told | None] = [None] * len(asked)
        earliest = self._timeline.earliest([(key, day) for _, key, day in keys])
        for (place, key, _), telling in zip(keys, earliest, strict=True):
            told = _told(key, telling) if telling else None
            current = first[place]
            if told and (current is None or told < current):
                first[place] = told
        return first


def _told(key: Key, telling: Telling) -> Told:
    return Told(telling.day, telling.entry, telling.on or "", key.type)


def before_day(day: str) -> str:
    """The day before ``day``; empty before the first there is, and before no day."""
    if not day or date.fromisoformat(day) == date.min:
        return ""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
