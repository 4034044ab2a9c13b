"""The gap matrix: every negotiated issue, who holds what on it, and where it stands between the parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.positions.model import Gap, Position, State
from taqrib.positions.standing import standing, standing_briefly

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from taqrib.case import Case, Issue
    from taqrib.positions.timeline import Timeline

COLUMNS = ("party", "mediator", "guarantor", "ratifier")
"""The roles that have a column, in this order; only parties decide a row's state."""


def gap_matrix(case: Case, timeline: Timeline, *, as_of: date) -> list[Gap]:
    """One row for each negotiated issue, in the case's order.

    :param timeline: of accepted entries.
    """
    return _rows(case, standing(case, timeline, as_of=as_of))


def states(case: Case, timeline: Timeline, *, as_of: date) -> dict[str, State]:
    """Where each negotiated issue stands: the states of :func:`gap_matrix` without its cells."""
    return {row.issue: row.state for row in _rows(case, standing_briefly(case, timeline, as_of=as_of))}


def _rows(case: Case, positions: Iterable[Position]) -> list[Gap]:
    columns = [actor.id for role in COLUMNS for actor in case.actors if actor.role == role]
    parties = [actor.id for actor in case.parties]
    held: dict[tuple[str, str], list[Position]] = {}
    for position in positions:
        held.setdefault((position.issue, position.actor), []).append(position)
    rows = []
    for issue in case.negotiated:
        cells = {actor: tuple(held.get((issue.id, actor), ())) for actor in columns}
        rows.append(Gap(issue=issue.id, state=state(issue, {party: cells[party] for party in parties}), cells=cells))
    return rows


def state(issue: Issue, cells: Mapping[str, tuple[Position, ...]]) -> State:
    """Where the parties stand on an issue, from what each of them holds.

    *unknown*: a party has no option on record that it holds, excludes or has reservations on. *agreed*: one option is
    held by all, and none excludes it, sets a condition, has reservations, or holds beside it what cannot be true
    together with it: sources contradict each other about that party. *open*: a party excludes every option that
    another holds. *bridgeable*: neither.

    :param cells: party -> its standing positions on the issue.
    """
    held = {party: _options(cell, "holds") for party, cell in cells.items()}
    excluded = {party: _options(cell, "excludes") for party, cell in cells.items()}
    reserved = {party: _options(cell, "reserved") for party, cell in cells.items()}
    if not cells or not all(held[party] or excluded[party] or reserved[party] for party in cells):
        return "unknown"
    conditional = {position.option for cell in cells.values() for position in cell if position.stance == "condition"}
    contested = {
        option for options in held.values() for option in options for other in options if issue.oppose(option, other)
    }
    unsettled = conditional.union(contested, *excluded.values(), *reserved.values())
    if set.intersection(*held.values()) - unsettled:
        return "agreed"
    shut = any(held[one] and held[one] <= excluded[other] for one in cells for other in cells if one != other)
    return "open" if shut else "bridgeable"


def _options(cell: tuple[Position, ...], holding: str) -> set[str]:
    return {position.option for position in cell if position.option and position.holding == holding}
