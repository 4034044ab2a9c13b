"""What the theory of bargaining would single out on a frontier: several answers, each with all of its ties.

None of them is the best deal. Each is what follows from axioms that the parties may or may not accept, from the
utilities they disclosed, and from a disagreement point that the user chose and that is always named.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

import numpy as np

from taqrib.errors import Invalid
from taqrib.packages.utilities.domain import Domain, Profile, Rectangle
from taqrib.packages.utilities.frontier import MOST_SUMS, Frontier, frontier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class Disagreement(StrEnum):
    """What is taken for the parties' utilities if they do not agree."""

    reserved = "reserved"
    """Each party's reserved value, 0 where it disclosed none."""
    minimum = "minimum"
    """The least each party could get from any package that nothing excludes."""
    zero = "zero"
    """0 for everybody."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The points of a frontier that each solution singles out, as indices into it, in its order; ties are all there.

    Only points at least as good as disagreement for everybody count, except for ``utilitarian``. All but
    ``utilitarian`` are empty if there is none.

    :ivar disagreement: the utilities without agreement, one for each party.
    :ivar nash: the greatest product of gains over disagreement (Nash 1950).
    :ivar kalai_smorodinsky: the greatest least share of what each party could gain at most (Kalai and Smorodinsky
        1975, for finite sets of packages as in Nagahisa and Tanaka 2002). A party that can gain nothing is left out.
    :ivar egalitarian: the greatest least gain (Kalai 1977).
    :ivar leximin: of those, the greatest second least gain, and so on (Sen 1970).
    :ivar utilitarian: the greatest sum of utilities (Harsanyi 1955).
    """

    disagreement: tuple[Fraction, ...]
    nash: tuple[int, ...]
    kalai_smorodinsky: tuple[int, ...]
    egalitarian: tuple[int, ...]
    leximin: tuple[int, ...]
    utilitarian: tuple[int, ...]


def solutions(points: Frontier, disagreement: Sequence[Fraction]) -> Solutions:
    """Every solution on a frontier, by comparing integers.

    :param disagreement: one utility for each party; see :func:`disagreement_point`.
    :raises Invalid: if it has another length than there are parties.
    """
    if len(disagreement) != len(points.parties):
        raise Invalid(
            f"expected a disagreement utility for each of {len(points.parties)} parties, found {len(disagreement)}"
        )
    common = lcm(*points.denominators, *(value.denominator for value in disagreement))
    factors = [common // denominator for denominator in points.denominators]
    utilities = points.whole * np.array(factors, dtype=object)
    floor = np.array([value.numerator * (common // value.denominator) for value in disagreement], dtype=object)
    gains = utilities - floor
    rational = np.flatnonzero((gains >= 0).all(axis=1))
    gains = gains[rational]

    def best(scores: NDArray[Any]) -> tuple[int, ...]:
        return tuple(int(point) for point in rational[scores == scores.max()]) if len(rational) else ()

    sums = utilities.sum(axis=1)
    ordered = np.sort(gains, axis=1)
    return Solutions(
        disagreement=tuple(disagreement),
        nash=best(gains.prod(axis=1)),
        kalai_smorodinsky=best(_least_share(gains)),
        egalitarian=best(ordered[:, 0]),
        leximin=tuple(int(rational[row]) for row in _leximin(ordered)),
        utilitarian=tuple(int(point) for point in np.flatnonzero(sums == sums.max())),
    )


def disagreement_point(
    domain: Domain, rule: Disagreement | str, *, limit: int = MOST_SUMS
) -> tuple[tuple[Fraction, ...], tuple[str, ...]]:
    """The utilities without agreement by ``rule``, one for each party, and the parties for which 0 was assumed.

    :raises Invalid: for a rule that there is not.
    """
    zero = Fraction(0)
    if rule not in set(Disagreement):
        raise Invalid(f"expected the disagreement point to be one of {', '.join(Disagreement)}, found {rule!r}")
    if rule == Disagreement.zero:
        return (zero,) * len(domain.profiles), ()
    if rule == Disagreement.minimum:
        return tuple(-_highest(domain, _turned_round(who), limit=limit) for who in domain.profiles), ()
    assumed = tuple(who.party for who in domain.profiles if who.reserved is None)
    return tuple(zero if who.reserved is None else who.reserved for who in domain.profiles), assumed


def _least_share(gains: NDArray[Any]) -> NDArray[Any]:
    """The least of the gains divided by the greatest gain of their party, times all greatest gains."""
    if not len(gains):
        return np.empty(0, dtype=object)
    most = gains.max(axis=0)
    able = np.flatnonzero(most > 0)
    if not len(able):
        return np.zeros(len(gains), dtype=object)
    product = most[able].prod()
    others = np.array([product // most[party] for party in able], dtype=object)
    shares: NDArray[Any] = (gains[:, able] * others).min(axis=1)
    return shares


def _leximin(ordered: NDArray[Any]) -> list[int]:
    """The rows that are greatest in lexicographic order."""
    rows = list(range(len(ordered)))
    for column in ordered.T:
        if rows:
            most = max(column[row] for row in rows)
            rows = [row for row in rows if column[row] == most]
    return rows


def _highest(domain: Domain, profile: Profile, *, limit: int) -> Fraction:
    """The highest utility that ``profile`` gives to a package that nothing excludes."""
    alone = Domain(issues=domain.issues, profiles=(profile,), excluded=domain.excluded)
    return frontier(alone, limit=limit).exact(0)[0]


def _turned_round(profile: Profile) -> Profile:
    """The profile to which good is bad."""
    return Profile(
        party=profile.party,
        weights=profile.weights,
        evaluations=tuple(tuple(-value for value in values) for values in profile.evaluations),
        rectangles=tuple(Rectangle(area.choices, -area.value) for area in profile.rectangles),
    )
