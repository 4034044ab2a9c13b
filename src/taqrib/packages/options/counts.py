"""How many packages are possible and how many certain: exact, or between two bounds where a diagram grows too wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taqrib.errors import LimitReached
from taqrib.packages.options.constraints import boxes_of, constraints
from taqrib.packages.options.diagram import WIDEST, Diagram
from taqrib.packages.options.order import good_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from taqrib.packages.options.constraints import Box
    from taqrib.packages.options.model import Space


@dataclass(frozen=True, slots=True)
class Count:
    """A number of packages, which lies between two bounds, both included; as a rule they are the same."""

    at_least: int
    at_most: int

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.at_least == self.at_most


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many packages there are at all, possible (nobody excludes them) and certain (everybody accepts them)."""

    all: int
    possible: Count
    certain: Count


def counts(space: Space, *, widest: int = WIDEST) -> Counts:
    """Count the packages of ``space``.

    :param widest: the arcs a diagram may have; beyond, counts are bounds.
    """
    boxes = boxes_of(constraints(space))
    return Counts(
        all=space.packages,
        possible=count(space.issues, boxes, widest=widest),
        certain=count(accepted(space), boxes, widest=widest),
    )


def accepted(space: Space) -> dict[str, tuple[str, ...]]:
    """Issue -> the options that every party accepts and nobody excludes or doubts."""
    found: dict[str, list[str]] = {issue: [] for issue in space.issues}
    for choice in space.choices:
        if space.accepted(choice):
            found[choice.issue].append(choice.option)
    return {issue: tuple(options) for issue, options in found.items()}


def count(domains: Mapping[str, Sequence[str]], boxes: Sequence[Box], *, widest: int) -> Count:
    """How many packages no box forbids.

    Where the diagram is too wide, boxes that reach furthest through it are simplified, a few at a time: left out for
    the upper bound, and for the lower one replaced by one of their parts, which forbids more.
    """
    kept = list(boxes)
    simplified: list[Box] = []
    while True:
        try:
            most = Diagram(domains, kept, widest=widest).count
            least = most
            if simplified:
                parts = [(min(box, key=lambda part: (len(part[1]), part[0])),) for box in simplified]
                least = Diagram(domains, [*kept, *parts], widest=widest).count
            return Count(least, most)
        except LimitReached:
            place = {issue: level for level, issue in enumerate(good_order(domains, kept))}
            reach = sorted(
                (box for box in kept if len(box) > 1),
                key=lambda box: (max(place[i] for i, _ in box) - min(place[i] for i, _ in box), repr(box)),
            )
            if not reach:
                raise
            dropped = set(reach[-max(1, len(reach) // 8) :])
            simplified += dropped
            kept = [box for box in kept if box not in dropped]
