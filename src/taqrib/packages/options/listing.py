"""The possible packages one after another, those with the fewest open questions first; as many as are asked for.

The order says how much is on record, not how good a package is: fewest unknowns, then fewest options that somebody can
only live with; the rest is in the order of the issues' ids and of their options as the case states them. Swapping
parties or moving an issue in the case changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from taqrib.packages.options.constraints import boxes_of, constraints
from taqrib.packages.options.diagram import WIDEST, Diagram
from taqrib.packages.options.model import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.packages.options.model import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One option for every issue that nobody on record excludes.

    :ivar choices: in the case's order of issues.
    :ivar unknown: how often a holder has yet to say something of one of the choices; 0 makes the package certain.
    :ivar lived_with: how often a holder can live with a choice that it does not want.
    """

    choices: tuple[Choice, ...]
    unknown: int
    lived_with: int

    @property
    def certain(self) -> bool:
        """Whether everybody is on record as accepting all of it."""
        return self.unknown == 0


def packages(space: Space, *, widest: int = WIDEST) -> Iterator[Package]:
    """Every possible package, lazily; the first costs no more than counting them.

    :raises LimitReached: if the diagram has more than ``widest`` arcs.
    """
    diagram = Diagram(space.issues, boxes_of(constraints(space)), widest=widest)
    cost = _Cost(space)
    prices = [
        [cost.of(Choice(issue, option)) for option in options]
        for issue, options in zip(diagram.order, diagram.options, strict=True)
    ]
    rest = diagram.least(prices)
    if rest[0][0] is None:
        return
    # (total of the cheapest package that begins so, paid so far, node, places taken); totals are all different.
    beginnings: list[tuple[int, int, int, tuple[int, ...]]] = [(rest[0][0], 0, 0, ())]
    while beginnings:
        _, paid, node, places = heappop(beginnings)
        level = len(places)
        if level == len(diagram.order):
            taken = {diagram.order[at]: diagram.options[at][place] for at, place in enumerate(places)}
            yield cost.package(taken)
            continue
        for place, target in diagram.arcs[level][node]:
            due = rest[level + 1][target]
            if due is not None:
                price = paid + prices[level][place]
                heappush(beginnings, (price + due, price, target, (*places, place)))


class _Cost:
    """The order of packages as one whole number: unknowns, then what is lived with, then the place as stated."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.stated = space.packages
        self.lived_with = len(space.holders) * len(space.issues) + 1
        weight = self.stated
        self.weights = {}
        for issue in sorted(space.issues):
            weight //= len(space.issues[issue])
            self.weights[issue] = weight

    def of(self, choice: Choice) -> int:
        place = self.space.issues[choice.issue].index(choice.option)
        unknown, lived_with = len(self.space.unknown(choice)), len(self.space.lived_with(choice))
        return (unknown * self.lived_with + lived_with) * self.stated + place * self.weights[choice.issue]

    def package(self, taken: dict[str, str]) -> Package:
        choices = tuple(Choice(issue, taken[issue]) for issue in self.space.issues)
        return Package(
            choices=choices,
            unknown=sum(len(self.space.unknown(choice)) for choice in choices),
            lived_with=sum(len(self.space.lived_with(choice)) for choice in choices),
        )
