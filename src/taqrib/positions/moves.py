"""Who moved: the days on which somebody's position on an issue changed, and the words it rests on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from taqrib.positions.holdings import day_order, positions
from taqrib.positions.model import Move, Position

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from taqrib.case import Case
    from taqrib.record import Entry


def moves(case: Case, entries: Iterable[Entry], *, as_of: date) -> list[Move]:
    """The moves until ``as_of``, by day and then in the case's order.

    A move is a demand dropped (also when only the dropping itself is on record), an option held that was excluded or
    the reverse, or another option of the same issue taken up while an earlier one stood. A first position is no move,
    and neither are two that sources report of one day: those contradict each other.

    :param entries: accepted entries; see :func:`taqrib.positions.positions`.
    """
    found = []
    taken = positions(case, entries, as_of=as_of)
    for _, run in groupby(taken, key=lambda position: (position.issue, position.actor)):
        earlier: list[Position] = []
        for position in run:
            before = _left_behind(position, earlier)
            earlier.append(position)
            if before or position.holding == "dropped":
                found.append(
                    Move(
                        actor=position.actor,
                        issue=position.issue,
                        before=before,
                        after=position,
                        on=position.since,
                        entries=(*(before.entries if before else ()), *position.entries),
                    )
                )
    return sorted(found, key=lambda move: day_order(move.on))


def _left_behind(position: Position, earlier: list[Position]) -> Position | None:
    """The position of an earlier day that ``position`` changes, if any."""
    began = day_order(position.since)
    past = [before for before in earlier if day_order(before.since) < began]
    same_option = [before for before in past if before.option == position.option]
    if same_option:
        return same_option[-1]
    if position.holding != "holds" or position.option is None:
        return None
    given_up = [before for before in past if before.option and before.holding in {"holds", "dropped"}]
    return given_up[-1] if given_up else None
