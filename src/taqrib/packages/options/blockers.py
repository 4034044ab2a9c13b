"""Why nothing is possible: every minimal set of positions that blocks, and every minimal change that would open it.

The two determine each other: a change opens the talks if it touches every blocking set (Reiter's hitting sets; see the
bibliography). So blocking sets are gathered until each smallest way to touch all of them is seen to open the talks.
Each is made minimal by QuickXplain, within a short run of issues that the failed search points at.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from taqrib.errors import LimitReached
from taqrib.packages.options.constraints import constraints
from taqrib.packages.options.order import connected, good_order
from taqrib.packages.options.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from taqrib.packages.options.constraints import Box, Constraint
    from taqrib.packages.options.model import Space

LONGEST = 500_000
"""States that may be gone through for one knot before the search stops: a few seconds."""

MOST = 1000
"""How many blocking sets, or ways to open, are gathered for one knot before the search stops."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """A minimal blocking set, and all that differ from it only in who says the same thing.

    :ivar places: what has to stand; each place lists every position that says it. One from each place, whichever,
        blocks, and without any of them nothing is blocked.
    """

    places: tuple[tuple[Constraint, ...], ...]

    @property
    def sets(self) -> int:
        """How many minimal blocking sets these are."""
        return prod(map(len, self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """Issues that cannot be settled together, whatever becomes of all others.

    :ivar issues: the issues that its blockers speak of, by id.
    :ivar blockers: every minimal blocking set among them.
    :ivar openings: every minimal set of positions whose change would open this knot; each knot needs one.
    :ivar complete: whether these are all; otherwise the search stopped at its limit, and there may be more.
    """

    issues: tuple[str, ...]
    blockers: tuple[Blocker, ...]
    openings: tuple[tuple[Constraint, ...], ...]
    complete: bool


def knots(space: Space, *, most: int = MOST) -> list[Knot]:
    """What blocks; empty if some package is possible.

    :param most: how many blocking sets, or openings, to gather for a knot.
    :raises LimitReached: if :data:`LONGEST` steps do not even find one blocking set.
    """
    same: dict[frozenset[Box], list[Constraint]] = {}
    for constraint in constraints(space):
        if constraint.boxes:
            same.setdefault(frozenset(constraint.boxes), []).append(constraint)
    groups = list(same.items())
    ties = [[issue for issue, _ in box] for boxes in same for box in boxes]
    # A condition on two issues is one position: its boxes belong together.
    ties += [[issue for box in boxes for issue, _ in box] for boxes in same]
    found = []
    for part in connected(space.issues, ties):
        inside = [group for group in groups if next(iter(group[0]))[0][0] in part]
        search = _Search({issue: space.issues[issue] for issue in part}, [boxes for boxes, _ in inside], most)
        if search.blocking:
            members = [constraints_of for _, constraints_of in inside]
            found.append(_knot(search, members))
    return found


def _knot(search: _Search, members: Sequence[Sequence[Constraint]]) -> Knot:
    blocking = sorted(search.blocking, key=lambda one: (len(one), sorted(one)))
    return Knot(
        issues=tuple(
            sorted({i for one in blocking for number in one for box in search.groups[number] for i, _ in box})
        ),
        blockers=tuple(Blocker(tuple(tuple(members[number]) for number in sorted(one))) for one in blocking),
        openings=tuple(sorted((_changed(opening, members) for opening in sorted(search.opening, key=sorted)), key=len)),
        complete=search.complete,
    )


def _changed(opening: frozenset[int], members: Sequence[Sequence[Constraint]]) -> tuple[Constraint, ...]:
    """Every position that has to change: all who say the same thing."""
    return tuple(constraint for number in sorted(opening) for constraint in members[number])


class _TooLongError(Exception):
    """The steps are used up."""


class _Search:
    """All minimal blocking sets among groups of equal constraints (given by their boxes), and all that open them."""

    def __init__(self, issues: dict[str, tuple[str, ...]], groups: Sequence[frozenset[Box]], most: int) -> None:
        self.issues = issues
        self.groups = groups
        self.order = good_order(issues, [box for boxes in groups for box in boxes])
        self.blocking: list[frozenset[int]] = []
        self.opening: set[frozenset[int]] = set()
        self.complete = True
        self.steps = 0
        try:
            self._gather(most)
        except _TooLongError:
            self.complete = False
            if not self.blocking:
                raise LimitReached(
                    f"expected to find what blocks within {LONGEST:,} steps, found it takes more; take fewer issues"
                ) from None

    def _gather(self, most: int) -> None:
        """Gather blocking sets and what opens them, until each fits the other or there are too many."""
        touching: list[frozenset[int]] = [frozenset()]
        untried = list(touching)
        while untried:
            tried = untried.pop(0)
            blocking = self._blocked_without(tried)
            if blocking is None:
                self.opening |= {tried} - {frozenset()}
                continue
            touching = touching_also(touching, blocking)
            if len(self.blocking) >= most or len(touching) > most:
                self.complete = False
                self._open_some(most)
                return
            untried = sorted(set(touching) - self.opening, key=lambda one: (len(one), sorted(one)))

    def _open_some(self, most: int) -> None:
        """Openings for a search that cannot list them all: one that changes each member of the first blocking set."""
        for first in sorted(self.blocking[0]):
            tried = frozenset({first})
            while len(self.blocking) < 2 * most:
                for blocking in self.blocking:
                    if not tried & blocking:
                        tried |= {min(blocking)}
                for number in sorted(tried):
                    if all(blocking & tried - {number} for blocking in self.blocking):
                        tried -= {number}
                if self._blocked_without(tried) is None:
                    self.opening.add(tried)
                    break

    def _blocked_without(self, tried: frozenset[int]) -> frozenset[int] | None:
        """A minimal blocking set that ``tried`` does not touch, noted; ``None`` if changing ``tried`` opens."""
        blocking = self._blocking([number for number in range(len(self.groups)) if number not in tried])
        if blocking is not None:
            self.blocking.append(blocking)
        return blocking

    def _blocking(self, standing: list[int]) -> frozenset[int] | None:
        """A minimal blocking set among the groups that are ``standing``; ``None`` if they block nothing."""
        order = self.order
        while True:
            reach = self._dead_end(standing, order)
            if reach is None:
                return None
            shorter = order[: reach + 1][::-1]
            inside = set(shorter)
            standing = [number for number in standing if any(_within(box, inside) for box in self.groups[number])]
            if len(shorter) == len(order) and order is not self.order:
                return frozenset(self._needed([], standing, added=False))
            order = shorter

    def _needed(self, given: list[int], candidates: list[int], *, added: bool) -> list[int]:
        """QuickXplain: the fewest ``candidates`` that block together with ``given``."""
        if added and self._blocks(given):
            return []
        if len(candidates) == 1:
            return candidates
        half = len(candidates) // 2
        first, second = candidates[:half], candidates[half:]
        of_second = self._needed([*given, *first], second, added=True)
        of_first = self._needed([*given, *of_second], first, added=bool(of_second))
        return of_first + of_second

    def _blocks(self, standing: Collection[int]) -> bool:
        concerned = {issue for number in standing for box in self.groups[number] for issue, _ in box}
        return self._dead_end(standing, [issue for issue in self.order if issue in concerned]) is not None

    def _dead_end(self, standing: Iterable[int], order: Sequence[str]) -> int | None:
        """How far along ``order`` no package can go, as a place in it; ``None`` if one goes all the way."""
        inside = set(order)
        boxes = [box for number in standing for box in self.groups[number] if _within(box, inside)]
        rules = Rules({issue: self.issues[issue] for issue in order}, boxes, order)
        for level, options in enumerate(rules.options):
            if not options:
                return level
        seen: list[set[int]] = [set() for _ in order]
        ahead = [(0, 0)]
        while ahead:
            level, state = ahead.pop()
            self.steps += 1
            if self.steps > LONGEST:
                raise _TooLongError
            for _, after in rules.arcs(level, state):
                if level + 1 == len(order):
                    return None
                if after not in seen[level]:
                    seen[level].add(after)
                    ahead.append((level + 1, after))
        return rules.reach


def touching_also(touching: Sequence[frozenset[int]], one: frozenset[int]) -> list[frozenset[int]]:
    """From the minimal sets that touch every member of a family to those that touch ``one`` as well (Berge's step)."""
    touch = [found for found in touching if found & one]
    grown = [found | {number} for found in touching if not found & one for number in sorted(one)]
    return touch + [found for found in grown if not any(smaller <= found for smaller in touch)]


def _within(box: Box, issues: Collection[str]) -> bool:
    return all(issue in issues for issue, _ in box)
