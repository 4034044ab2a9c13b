"""Stances sorted into cells: who may hold what on which issue, and what ends what. The rules positions follow.

A *cell* is one actor's place on one issue; what is done to one option in it (held, excluded, reserved, dropped) is a
*hold*. What somebody says who ``speaks_for`` another counts as that other's, because the case says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.case import Case, Issue
    from taqrib.positions.model import Holding
    from taqrib.record.entry import Key

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


class Cell(NamedTuple):
    """One actor's place on one issue, by their ids."""

    actor: str
    issue: str


Hold: TypeAlias = "tuple[str | None, Holding]"
"""An option, and what is done to it."""


class Board:
    """The cells of a case, and under which keys each hold of theirs is told.

    :param keys: of stances; those of nobody in the case, or that touch no negotiated issue, are passed over.
    """

    def __init__(self, case: Case, keys: Iterable[Key]) -> None:
        self._counts_as = {actor.id: case.counts_as(actor).id for actor in case.actors}
        self._issues: dict[str, Issue] = {issue.id: issue for issue in case.negotiated}
        self.cells: dict[Cell, dict[Hold, list[Key]]] = {}
        for key in keys:
            cell = self.cell(key)
            if cell:
                self.cells.setdefault(cell, {}).setdefault(hold(key), []).append(key)

    def cell(self, key: Key) -> Cell | None:
        """The cell a stance under ``key`` counts in; ``None`` if in none."""
        if key.kind != "stance" or key.actor not in self._counts_as or key.issue not in self._issues:
            return None
        return Cell(self._counts_as[key.actor], key.issue)

    def enders(self, cell: Cell, of: Hold) -> list[Hold]:
        """The holds of the cell that leave no room for ``of`` when they are told on a later day."""
        return [other for other in self.cells[cell] if other != of and self.ends(cell.issue, other, of)]

    def ends(self, issue: str, later: Hold, earlier: Hold) -> bool:
        """Whether ``later`` leaves no room for ``earlier``.

        Another holding of the same option does, or the holding of an option that the case says cannot be true together
        with it.
        """
        (option, holding), (before, held) = later, earlier
        if option == before:
            return holding != held
        both_held = holding == held == "holds" and option is not None and before is not None
        return both_held and self._issues[issue].oppose(str(option), str(before))


def hold(key: Key) -> Hold:
    """What a stance under ``key`` does to which option."""
    return key.option, HOLDING[key.type]
