"""Stances sorted into cells: who may hold what on which issue, and what ends what. The rules positions follow.

A *cell* is one actor's place on one issue; what is done to one option in it (held, excluded, reserved, dropped) is a
*hold*. What somebody says who ``speaks_for`` another counts as that other's, because the case says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast, get_args

from taqrib.record.entry import Holding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from taqrib.case import Case, Issue
    from taqrib.record.entry import Key


class Cell(NamedTuple):
    """One actor's place on one issue, by their ids."""

    actor: str
    issue: str


Hold: TypeAlias = "tuple[str | None, Holding]"
"""An option, and what is done to it."""


@dataclass(slots=True, eq=False)
class Line:
    """One hold of one cell, as it is looked up.

    :ivar keys: under which it is told.
    :ivar enders: the lines of the cell that leave no room for it when they are told on a later day.
    """

    cell: Cell
    hold: Hold
    keys: list[Key] = field(default_factory=list)
    enders: list[Line] = field(default_factory=list)


class Board:
    """The cells of a case, and the lines in them.

    :param keys: of stances; those of nobody in the case, or that touch no negotiated issue, are passed over.
    """

    def __init__(self, case: Case, keys: Iterable[Key]) -> None:
        self._counts_as = {actor.id: case.counts_as(actor).id for actor in case.actors}
        self._opposed = {issue.id: _opposed(issue) for issue in case.negotiated}
        self._ended_by: dict[tuple[str, Hold], tuple[Hold, ...]] = {}
        self.cells: dict[Cell, dict[Hold, Line]] = {}
        for key in keys:
            cell = self.cell(key)
            if cell:
                of_key = hold(key)
                lines = self.cells.setdefault(cell, {})
                if of_key not in lines:
                    lines[of_key] = Line(cell, of_key)
                lines[of_key].keys.append(key)
        for cell, lines in self.cells.items():
            for line in lines.values():
                line.enders = [lines[other] for other in self._enders(cell.issue, line.hold) if other in lines]

    def cell(self, key: Key) -> Cell | None:
        """The cell a stance under ``key`` counts in; ``None`` if in none."""
        if key.kind != "stance" or key.actor not in self._counts_as or key.issue not in self._opposed:
            return None
        return Cell(self._counts_as[key.actor], key.issue)

    def lines(self, cell: Cell) -> Collection[Line]:
        """The lines in a cell; none if nobody ever took a position there."""
        return self.cells.get(cell, {}).values()

    def ends(self, issue: str, later: Hold, earlier: Hold) -> bool:
        """Whether ``later`` leaves no room for ``earlier``.

        Another holding of the same option does, or the holding of an option that the case says cannot be true together
        with it.
        """
        return later in self._enders(issue, earlier)

    def _enders(self, issue: str, of: Hold) -> tuple[Hold, ...]:
        """The holds that leave no room for ``of``, whether anybody ever took them or not."""
        if (issue, of) not in self._ended_by:
            option, holding = of
            found: list[Hold] = [(option, other) for other in get_args(Holding) if other != holding]
            if holding == "holds" and option is not None:
                found += [(other, holding) for other in self._opposed[issue].get(option, ())]
            self._ended_by[issue, of] = tuple(found)
        return self._ended_by[issue, of]


@lru_cache(maxsize=4)
def board_of(case: Case, keys: tuple[Key, ...]) -> Board:
    """The board of these keys: one brief asks several things of the same."""
    return Board(case, keys)


def hold(key: Key) -> Hold:
    """What a stance under ``key`` does to which option."""
    return key.option, cast("Holding", key.type)


def _opposed(issue: Issue) -> Mapping[str, list[str]]:
    """For each option of the issue, those that cannot be true together with it."""
    options = [option.id for option in issue.options]
    return {one: [other for other in options if other != one and issue.oppose(one, other)] for one in options}
