"""Partial agreements: the largest sets of issues that can be settled together while the others are left open."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from taqrib.packages.options.constraints import OPEN, boxes_of, constraints
from taqrib.packages.options.counts import accepted
from taqrib.packages.options.diagram import WIDEST, Diagram

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from taqrib.packages.options.model import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """Issues that can be settled together.

    :ivar issues: in the case's order.
    :ivar ways: in how many ways, exactly.
    """

    issues: tuple[str, ...]
    ways: int


def partial_agreements(
    space: Space, *, certain: bool, most: int = 20, widest: int = WIDEST
) -> tuple[list[Partial], bool]:
    """The largest sets of issues, all of one size, and whether these are all of that size.

    *Possible*: nobody excludes what is settled, whatever becomes of the rest. *Certain*: everybody accepts it as it
    stands, so a condition on an issue that is left open is not met.

    :param most: how many sets to give at most.
    :raises LimitReached: if the diagram has more than ``widest`` arcs.
    """
    boxes = boxes_of(constraints(space, open_breaks=certain))
    settled = accepted(space) if certain else dict(space.issues)
    diagram = Diagram({issue: (*options, OPEN) for issue, options in settled.items()}, boxes, widest=widest)
    found = list(islice(_sets(diagram), most + 1))
    partials = []
    for issues in found[:most]:
        domains: Mapping[str, Sequence[str]] = {
            issue: options if issue in issues else (OPEN,) for issue, options in settled.items()
        }
        ways = Diagram(domains, boxes, widest=widest).count
        partials.append(Partial(issues=tuple(issue for issue in space.issues if issue in issues), ways=ways))
    return sorted(partials, key=lambda partial: sorted(partial.issues)), len(found) <= most


def _sets(diagram: Diagram) -> Iterator[set[str]]:
    """Every set of settled issues that leaves the fewest open, each once.

    Goes through the diagram with all nodes that one and the same set can reach at a time, and only where the rest can
    still be settled well enough, so that no way is gone in vain.
    """
    opened = [[int(option == OPEN) for option in options] for options in diagram.options]
    rest = diagram.least(opened)
    fewest = rest[0][0]
    if fewest is None:
        return
    ahead: list[tuple[frozenset[int], int, tuple[str, ...]]] = [(frozenset({0}), fewest, ())]
    taken: list[int] = [0]
    while ahead:
        nodes, budget, settled = ahead.pop()
        level = taken.pop()
        if level == len(diagram.order):
            yield set(settled)
            continue
        for left_open in (1, 0):
            reached = frozenset(
                target
                for node in nodes
                for place, target in diagram.arcs[level][node]
                if opened[level][place] == left_open
                and (due := rest[level + 1][target]) is not None
                and due <= budget - left_open
            )
            if reached:
                ahead.append((reached, budget - left_open, settled if left_open else (*settled, diagram.order[level])))
                taken.append(level + 1)
