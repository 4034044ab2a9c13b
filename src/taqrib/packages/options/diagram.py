"""All packages that nothing forbids, as one diagram: shared beginnings and shared ends, so that 10^28 of them fit.

A node stands between two issues; an arc takes an option; every way from the first node to the last is a package. It is
a multi-valued decision diagram (see the bibliography), built from the first issue to the last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.errors import LimitReached
from taqrib.packages.options.model import Choice
from taqrib.packages.options.order import good_order
from taqrib.packages.options.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from taqrib.packages.options.constraints import Box

WIDEST = 1_000_000
"""Arcs a diagram may have before it is given up: about a gigabyte."""


class Diagram:
    """The packages that no box forbids.

    :param domains: issue -> the options that may be taken.
    :param boxes: what is forbidden.
    :param widest: the most arcs allowed.
    :raises LimitReached: if there are more.
    :ivar arcs: for each issue in order and each node before it: (place of the option, node after it).
    """

    def __init__(self, domains: Mapping[str, Sequence[str]], boxes: Iterable[Box], *, widest: int = WIDEST) -> None:
        boxes = tuple(boxes)
        self.order = tuple(good_order(domains, boxes))
        rules = Rules(domains, boxes, self.order)
        self.options = rules.options
        self.arcs: list[list[list[tuple[int, int]]]] = []
        layer = {0: 0}
        size = 0
        for level in range(len(self.order)):
            following: dict[int, int] = {}
            nodes = []
            for state in layer:
                found = rules.arcs(level, state)
                size += len(found)
                nodes.append([(place, following.setdefault(after, len(following))) for place, after in found])
                if size > widest:
                    raise LimitReached(
                        f"expected a diagram of at most {widest:,} arcs, found more after {level + 1} of "
                        f"{len(self.order)} issues; ask about fewer issues, or leave out some conditions"
                    )
            self.arcs.append(nodes)
            layer = following
        self.size = size
        self._ways = self._count()

    @property
    def count(self) -> int:
        """How many packages there are, exactly."""
        return self._ways[0][0]

    def with_choice(self) -> dict[Choice, int]:
        """How many of the packages take each option; options that none takes are left out."""
        counts: dict[Choice, int] = {}
        before = [1]
        for level, nodes in enumerate(self.arcs):
            after = [0] * len(self._ways[level + 1])
            taken = [0] * len(self.options[level])
            for node, arcs in enumerate(nodes):
                for place, target in arcs:
                    after[target] += before[node]
                    taken[place] += before[node] * self._ways[level + 1][target]
            issue = self.order[level]
            counts |= {
                Choice(issue, option): count for option, count in zip(self.options[level], taken, strict=True) if count
            }
            before = after
        return counts

    def least(self, cost: Sequence[Sequence[int]]) -> list[list[int | None]]:
        """For every node, what the cheapest way from it to the end costs; ``None`` if there is no way.

        :param cost: for each issue in order, what each of ``options`` costs.
        """
        found: list[list[int | None]] = [[0] * len(self._ways[-1])]
        for level in reversed(range(len(self.order))):
            after, prices = found[-1], cost[level]
            found.append(
                [
                    min(
                        (prices[place] + rest for place, target in arcs if (rest := after[target]) is not None),
                        default=None,
                    )
                    for arcs in self.arcs[level]
                ]
            )
        return found[::-1]

    def _count(self) -> list[list[int]]:
        """For every node, how many ways lead from it to the end."""
        last = {target for arcs in self.arcs[-1] for _, target in arcs} if self.arcs else {0}
        ways = [[1] * len(last)]
        for nodes in reversed(self.arcs):
            after = ways[-1]
            ways.append([sum(after[target] for _, target in arcs) for arcs in nodes])
        ways.reverse()
        return ways
