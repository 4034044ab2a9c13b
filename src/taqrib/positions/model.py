"""Positions, gaps, moves and contradictions: what follows from the entries, and only from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from taqrib.record.entry import Holding

State = Literal["agreed", "bridgeable", "open", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one actor holds on one option (or on an issue, where no option was named) over a period.

    :ivar stance: the stance kind of the latest entry: ``demand``, ``condition``, ``accept``, ``drop``, ...
    :ivar since: EDTF date of the first entry of this unbroken run.
    :ivar until: EDTF date on which a later entry ended it; ``None`` while it stands.
    :ivar entries: the ids of the entries it rests on, earliest first.
    :ivar abridged: whether it rests on more: then ``entries`` has the first and the latest.
    """

    actor: str
    issue: str
    option: str | None
    holding: Holding
    stance: str
    since: str
    until: str | None
    entries: tuple[str, ...]
    abridged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One row of the matrix: where an issue stands between the parties.

    :ivar cells: actor id -> the positions that stand; an empty tuple is *unknown*.
    """

    issue: str
    state: State
    cells: dict[str, tuple[Position, ...]]

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of all entries the row rests on, in order of their numbers."""
        ids = {entry for positions in self.cells.values() for position in positions for entry in position.entries}
        return tuple(sorted(ids, key=lambda entry: int(entry[1:])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An actor's position on an issue changed: what it was, what it became, on which words.

    :ivar before: the position that ended, of an option dropped possibly long before; ``None`` when only the words of
        the move itself tell of it.
    :ivar after: the position that began (a ``dropped`` one when a demand was given up).
    :ivar on: EDTF date of the change.
    """

    actor: str
    issue: str
    before: Position | None
    after: Position
    on: str
    entries: tuple[str, ...]


Claims: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


Matter: TypeAlias = Literal["date", "assessment", "stance", "options", "qualifier", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Sources that say different things of one matter, side by side; nothing is decided between them.

    :ivar matter: ``date`` (one act, different days), ``assessment`` (opposing options of an assessed issue), ``stance``
        (held and excluded on the same day), ``options`` (options that exclude each other, held on the same day),
        ``qualifier`` (one stance, qualified or not) or ``number`` (one thing,
        counted differently).
    :ivar issue: ``None`` for figures that touch no issue, or several.
    :ivar actor: whose act or stance it is; ``None`` for assessments and numbers.
    :ivar claims: what is claimed (an EDTF date, an option id, a stance kind, a qualifier or nothing for a stance told
        without it, a number) -> the ids of the entries that claim it; not all of them where there are very many.
    :ivar about: the qualifier in question, or the unit of the numbers; ``None`` for other matters.
    """

    matter: Matter
    issue: str | None
    actor: str | None
    option: str | None
    claims: Claims
    about: str | None = None

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of all entries concerned, in the order of the claims."""
        return tuple(entry for _, entries in self.claims for entry in entries)

    def since(self, known_on: Mapping[str, date]) -> date:
        """The day it came up: when the second of its claims was first known. Before that nobody said otherwise.

        :param known_on: the id of each of its entries -> the day its words could be known.
        """
        return sorted(min(known_on[entry] for entry in entries) for _, entries in self.claims)[1]
