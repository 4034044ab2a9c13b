"""The gap matrix: every negotiated issue, who holds what on it, and where it stands between the parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.positions.holdings import positions
from taqrib.positions.model import Gap, Position, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from taqrib.case import Case
    from taqrib.record import Entry

COLUMNS = ("party", "mediator", "guarantor", "ratifier")
"""The roles that have a column, in this order; only parties decide a row's state."""


def gap_matrix(case: Case, entries: Iterable[Entry], *, as_of: date) -> list[Gap]:
    """One row for each negotiated issue, in the case's order.

    :param entries: accepted entries; see :func:`taqrib.positions.positions`.
    """
    columns = [actor.id for role in COLUMNS for actor in case.actors if actor.role == role]
    parties = [actor.id for actor in case.parties]
    standing = [position for position in positions(case, entries, as_of=as_of) if position.until is None]
    rows = []
    for issue in case.negotiated:
        cells = {
            actor: tuple(position for position in standing if (position.issue, position.actor) == (issue.id, actor))
            for actor in columns
        }
        rows.append(Gap(issue=issue.id, state=state({party: cells[party] for party in parties}), cells=cells))
    return rows


def state(cells: Mapping[str, tuple[Position, ...]]) -> State:
    """Where the parties stand, from what each of them holds.

    *unknown*: a party has no option on record that it holds, excludes or has reservations on. *agreed*: one option is
    held by all, and none excludes it, sets a condition or has reservations. *open*: a party excludes every option that
    another holds. *bridgeable*: neither.

    :param cells: party -> its standing positions on the issue.
    """
    held = {party: _options(cell, "holds") for party, cell in cells.items()}
    excluded = {party: _options(cell, "excludes") for party, cell in cells.items()}
    reserved = {party: _options(cell, "reserved") for party, cell in cells.items()}
    if not cells or not all(held[party] or excluded[party] or reserved[party] for party in cells):
        return "unknown"
    conditional = {position.option for cell in cells.values() for position in cell if position.stance == "condition"}
    unsettled = conditional.union(*excluded.values(), *reserved.values())
    if set.intersection(*held.values()) - unsettled:
        return "agreed"
    shut = any(held[one] and held[one] <= excluded[other] for one in cells for other in cells if one != other)
    return "open" if shut else "bridgeable"


def _options(cell: tuple[Position, ...], holding: str) -> set[str]:
    return {position.option for position in cell if position.option and position.holding == holding}
