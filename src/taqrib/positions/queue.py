"""In which order proposed entries are decided on: first what matters for the gap matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from taqrib.edtf import last_day
from taqrib.positions.board import Cell, board_of, hold
from taqrib.positions.gaps import COLUMNS, state
from taqrib.positions.holdings import position_of
from taqrib.positions.runs import Runs
from taqrib.positions.timeline import entry_keys, telling_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from taqrib.case import Case
    from taqrib.positions.board import Hold
    from taqrib.positions.model import Position, State
    from taqrib.positions.timeline import Timeline
    from taqrib.record import Entry
    from taqrib.record.entry import Telling

Matter: TypeAlias = Literal["state", "party", "column", "issue", "event", "other"]
"""Why an entry comes where it does, what matters most first: accepting it changes where an issue stands; it is a
party's position; that of another column of the matrix; it touches an issue; it tells of an event; none of these."""

MATTERS: tuple[Matter, ...] = ("state", "party", "column", "issue", "event", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A proposed entry and why it comes where it does.

    :ivar issue: the issue whose state it would change, with ``before`` and ``after``; otherwise ``None``.
    """

    entry: Entry
    matter: Matter
    issue: str | None = None
    before: State | None = None
    after: State | None = None


def review_order(case: Case, timeline: Timeline, proposed: Iterable[Entry], *, as_of: date) -> list[Queued]:
    """The proposed entries in the order of :data:`MATTERS`, and within each in the order of their numbers.

    :param timeline: of what is accepted; whether an entry would change a state is asked of each one alone.
    :param as_of: the day the matrix is asked about.
    """
    queue = _Queue(case, timeline, as_of)
    queued = [queue.placed(entry) for entry in proposed]
    return sorted(queued, key=lambda one: (MATTERS.index(one.matter), int(one.entry.id[1:])))


class _Queue:
    def __init__(self, case: Case, timeline: Timeline, as_of: date) -> None:
        self._as_of = as_of
        self._columns = {actor.id for role in COLUMNS for actor in case.actors if actor.role == role}
        self._parties = [actor.id for actor in case.parties]
        self._issues = {issue.id: issue for issue in case.negotiated}
        self._board = board_of(case, tuple(timeline.keys("stance")))
        cells = [Cell(party, issue.id) for issue in case.negotiated for party in self._parties]
        standing = Runs(self._board, timeline).standing([(cell, as_of.isoformat()) for cell in cells])
        self._standing: dict[Cell, dict[Hold, Telling]] = {
            cell: {run.line.hold: run.last for run in runs} for (cell, _), runs in standing.items()
        }

    def placed(self, entry: Entry) -> Queued:
        """The entry with its matter."""
        cells = [(cell, key) for key in entry_keys(entry) if (cell := self._board.cell(key))]
        dated = entry.on is not None and last_day(entry.on) <= self._as_of
        for cell, key in cells:
            if dated and cell.actor in self._parties:
                before = self._state(cell.issue, {})
                after = self._state(cell.issue, {cell: self._with(cell, hold(key), entry)})
                if before != after:
                    return Queued(entry=entry, matter="state", issue=cell.issue, before=before, after=after)
        if any(cell.actor in self._parties for cell, _ in cells):
            return Queued(entry=entry, matter="party")
        if any(cell.actor in self._columns for cell, _ in cells):
            return Queued(entry=entry, matter="column")
        if entry.touches:
            return Queued(entry=entry, matter="issue")
        return Queued(entry=entry, matter="event" if entry.kind == "event" else "other")

    def _with(self, cell: Cell, held: Hold, entry: Entry) -> dict[Hold, Telling]:
        """What would stand in the cell if the entry were accepted."""
        on = entry.on or ""
        told = telling_of(entry, on)
        standing = self._standing[cell]
        latest = {**standing, held: max(told, standing.get(held, told))}
        return {
            one: last
            for one, last in latest.items()
            if not any(
                later.day > last.day and self._board.ends(cell.issue, other, one) for other, later in latest.items()
            )
        }

    def _state(self, issue: str, instead: Mapping[Cell, dict[Hold, Telling]]) -> State:
        """Where the issue stands, with some cells otherwise than they are."""
        cells: dict[str, tuple[Position, ...]] = {}
        for party in self._parties:
            cell = Cell(party, issue)
            held = instead.get(cell, self._standing[cell])
            cells[party] = tuple(position_of(cell, one, [told], until=None) for one, told in held.items())
        return state(self._issues[issue], cells)
