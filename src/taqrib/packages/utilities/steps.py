"""Issue by issue: what choosing an option adds, and which rectangles it leaves open.

Choosing options one issue after another, all that the future needs to know of the past is which rectangles are still
*open*: every choice so far lies in them and some issue of theirs is to come. Packages under way with the same open
rectangles can be compared; others cannot. Without rectangles there is one such state, and with few that overlap few.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.packages.utilities.domain import Domain, Rectangle

Open = int
"""A set of rectangles as bits."""


@dataclass(frozen=True, slots=True)
class Step:
    """One issue, with what its options do to the open rectangles.

    :ivar issue: its index in the domain.
    :ivar outside: for each option the rectangles it does not lie in.
    :ivar ends: the rectangles none of whose issues is still to come after this one.
    """

    issue: int
    outside: tuple[Open, ...]
    ends: Open


@dataclass(frozen=True, slots=True)
class Steps:
    """The issues in the order in which they are decided.

    :ivar start: the rectangles open before anything is chosen.
    :ivar excluding: which of the rectangles exclude.
    :ivar bonuses: for each rectangle what it adds for each party.
    :ivar always: what rectangles that every package meets add for each party.
    :ivar impossible: whether a rectangle excludes every package.
    """

    order: tuple[Step, ...]
    start: Open
    excluding: Open
    bonuses: tuple[tuple[Fraction, ...], ...]
    always: tuple[Fraction, ...]
    impossible: bool

    def choose(self, state: Open, step: Step, option: int) -> tuple[Open, Open] | None:
        """The rectangles open after ``option``, and those that are met by it; ``None`` if it is excluded."""
        still = state & ~step.outside[option]
        met = still & step.ends
        return None if met & self.excluding else (still & ~step.ends, met)

    def bonus(self, met: Open) -> tuple[Fraction, ...]:
        """What the rectangles just met add for each party."""
        total = [Fraction(0)] * len(self.always)
        while met:
            lowest = met & -met
            for party, value in enumerate(self.bonuses[lowest.bit_length() - 1]):
                total[party] += value
            met ^= lowest
        return tuple(total)


def steps(domain: Domain) -> Steps:
    """The steps of ``domain``, in an order that closes rectangles early and does not depend on the parties' order."""
    sizes = [len(issue.options) for issue in domain.issues]
    parties = len(domain.profiles)
    nothing = (Fraction(0),) * parties
    always = list(nothing)
    impossible = False
    areas: list[dict[int, frozenset[int]]] = []
    bonuses: list[tuple[Fraction, ...]] = []
    excluding = 0
    given: list[tuple[Rectangle, int | None]] = [(area, None) for area in domain.excluded]
    given += [(area, party) for party, profile in enumerate(domain.profiles) for area in profile.rectangles]
    for area, party in given:
        choices = {issue: options for issue, options in area.choices if len(options) < sizes[issue]}
        if not all(choices.values()) or (party is not None and not area.value):
            continue  # no package meets it, or meeting it changes nothing
        if not choices:
            if party is None:
                impossible = True
            else:
                always[party] += area.value
            continue
        if party is None:
            excluding |= 1 << len(areas)
        bonuses.append(nothing if party is None else (*nothing[:party], area.value, *nothing[party + 1 :]))
        areas.append(choices)
    order = _order(len(sizes), areas)
    last = [max(order.index(issue) for issue in area) for area in areas]
    made = tuple(
        Step(
            issue=issue,
            outside=tuple(
                sum(1 << bit for bit, area in enumerate(areas) if issue in area and option not in area[issue])
                for option in range(sizes[issue])
            ),
            ends=sum(1 << bit for bit, end in enumerate(last) if end == place),
        )
        for place, issue in enumerate(order)
    )
    return Steps(made, (1 << len(areas)) - 1, excluding, tuple(bonuses), tuple(always), impossible)


def count_packages(domain: Domain) -> int:
    """How many packages nothing excludes: an exact integer, also where they could never be listed."""
    if not domain.excluded:
        return domain.combinations
    plan = steps(domain)
    if plan.impossible:
        return 0
    ways = {plan.start & plan.excluding: 1}
    for step in plan.order:
        after: defaultdict[Open, int] = defaultdict(int)
        for state, number in ways.items():
            for option in range(len(step.outside)):
                chosen = plan.choose(state, step, option)
                if chosen:
                    after[chosen[0]] += number
        ways = after
    return sum(ways.values())


def _order(issues: int, areas: Sequence[dict[int, frozenset[int]]]) -> list[int]:
    """Each time the issue that leaves the fewest rectangles begun and not ended; the domain's order among equals."""
    if not areas:
        return list(range(issues))
    left = list(range(issues))
    done: set[int] = set()
    order = []

    def begun(issue: int) -> int:
        chosen = done | {issue}
        return sum(1 for area in areas if not chosen.isdisjoint(area) and not chosen.issuperset(area))

    while left:
        best = min(left, key=begun)
        left.remove(best)
        done.add(best)
        order.append(best)
    return order
