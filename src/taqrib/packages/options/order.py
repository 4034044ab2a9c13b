"""In which order a diagram takes the issues: those that constraints tie together near one another.

A diagram must remember, between two issues, what every constraint that began before and ends after has seen. The order
is sought that keeps those few: greedily, from several first issues, the next is the one that leaves the fewest
constraints hanging. (Finding the best order is NP-hard; a diagram's answers do not depend on it, only its size.)
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.packages.options.constraints import Box

STARTS = 12
"""How many first issues are tried in each connected part."""


def good_order(issues: Iterable[str], boxes: Iterable[Box]) -> list[str]:
    """The issues, tied ones near each other; depends on ids and boxes only, never on the order they come in."""
    ties = {frozenset(issue for issue, _ in box) for box in boxes if len(box) > 1}
    tied: dict[str, list[frozenset[str]]] = defaultdict(list)
    for tie in sorted(ties, key=sorted):
        for issue in tie:
            tied[issue].append(tie)
    order: list[str] = []
    for part in connected(issues, ties):
        starts = sorted(part, key=lambda issue: (len(tied[issue]), issue))[:STARTS]
        order += min((_greedy(start, tied) for start in starts), key=lambda tried: (tried[0], tried[1]))[1]
    return order


def connected(issues: Iterable[str], ties: Iterable[Iterable[str]]) -> list[list[str]]:
    """The parts of the space that no constraint joins, each sorted by id."""
    neighbours: dict[str, set[str]] = {issue: set() for issue in sorted(issues)}
    for tie in ties:
        members = set(tie)
        for issue in members:
            neighbours[issue] |= members
    parts = []
    left = dict.fromkeys(neighbours)
    while left:
        part, reached = [], [next(iter(left))]
        while reached:
            issue = reached.pop()
            if issue in left:
                del left[issue]
                part.append(issue)
                reached += neighbours[issue]
        parts.append(sorted(part))
    return parts


def _greedy(start: str, tied: dict[str, list[frozenset[str]]]) -> tuple[int, list[str]]:
    """An order of what is tied to ``start``, with how much it makes a diagram remember."""
    order: list[str] = []
    placed: set[str] = set()
    inside: dict[frozenset[str], int] = defaultdict(int)
    reachable = {start}
    hanging = burden = 0
    while reachable:
        change, _, issue = min(
            (_change(issue, tied, inside), -_begun(issue, tied, inside), issue) for issue in reachable
        )
        order.append(issue)
        placed.add(issue)
        for tie in tied[issue]:
            inside[tie] += 1
            reachable |= tie
        reachable -= placed
        hanging += change
        burden += 1 << hanging
    return burden, order


def _change(issue: str, tied: dict[str, list[frozenset[str]]], inside: dict[frozenset[str], int]) -> int:
    """How many more constraints hang once ``issue`` is placed."""
    return sum((not inside[tie]) - (inside[tie] == len(tie) - 1) for tie in tied[issue])


def _begun(issue: str, tied: dict[str, list[frozenset[str]]], inside: dict[frozenset[str], int]) -> int:
    return sum(inside[tie] > 0 for tie in tied[issue])
