"""Sums of fractions as arrays of machine integers, without rounding.

A party's numbers are brought to their common denominator. What then fits 62 bits is one ``int64``; what does not is
spread over several *limbs*, the highest first, each lower one between 0 and 2^62. Limbs are carried after every
addition, so the highest alone orders nearly every pair, and ties are settled by the lower ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from numpy.typing import NDArray

    from taqrib.packages.utilities.domain import Profile

BITS = 62
"""Bits of a limb: two of them and a carry fit an int64."""

MASK = (1 << BITS) - 1


@dataclass(frozen=True, slots=True)
class Scale:
    """How the numbers of every party become integers.

    :ivar denominators: one for each party: utility times denominator is an integer.
    :ivar shifts: the bits each party's integers are shifted up, so that the highest limb is full.
    :ivar limbs: how many an integer takes.
    :ivar tables: party -> issue -> option -> what the option adds, times the denominator.
    """

    denominators: tuple[int, ...]
    shifts: tuple[int, ...]
    limbs: int
    tables: tuple[tuple[tuple[int, ...], ...], ...]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Scale:
        """The scale on which every utility of every party is exact, and so is every sum on the way to it."""
        denominators, tables, bits = [], [], []
        for profile in profiles:
            weights = [weight.as_integer_ratio() for weight in profile.weights]
            evaluations = [[value.as_integer_ratio() for value in values] for values in profile.evaluations]
            bonuses = [area.value.as_integer_ratio() for area in profile.rectangles]
            of_weights = lcm(*(below for _, below in weights))
            of_values = lcm(*(below for values in evaluations for _, below in values))
            common = lcm(of_weights * of_values, *(below for _, below in bonuses))
            spare = common // (of_weights * of_values)
            table = []
            for (above, below), values in zip(weights, evaluations, strict=True):
                factor = above * (of_weights // below) * spare
                table.append(tuple(factor * number * (of_values // under) for number, under in values))
            largest = sum(max(map(abs, row)) for row in table)
            largest += sum(abs(above) * (common // below) for above, below in bonuses)
            denominators.append(common)
            tables.append(tuple(table))
            bits.append(max(largest.bit_length(), 1))
        limbs = max(-(-number // BITS) for number in bits)
        shifts = [0 if limbs == 1 else BITS * limbs - number for number in bits]
        return cls(tuple(denominators), tuple(shifts), limbs, tuple(tables))

    def terms(self, issue: int) -> NDArray[np.int64]:
        """What the options of ``issue`` add, as limbs: shape (limbs, parties, options)."""
        return self._split([table[issue] for table in self.tables])

    def vector(self, values: Sequence[Fraction]) -> NDArray[np.int64]:
        """One fraction for each party as limbs: shape (limbs, parties, 1)."""
        return self._split(
            [
                [value.numerator * (common // value.denominator)]
                for value, common in zip(values, self.denominators, strict=True)
            ]
        )

    def _split(self, rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
        """Integers of shape (parties, numbers) as limbs."""
        if self.limbs == 1:
            return np.array([rows], dtype=np.int64)
        shifted = [[number << shift for number in row] for row, shift in zip(rows, self.shifts, strict=True)]
        highest = BITS * (self.limbs - 1)
        limbs = [[[number >> highest for number in row] for row in shifted]]
        limbs += [
            [[number >> place & MASK for number in row] for row in shifted]
            for place in range(highest - BITS, -1, -BITS)
        ]
        return np.array(limbs, dtype=np.int64)

    def whole(self, sums: NDArray[np.int64]) -> NDArray[Any]:
        """The sums as Python's integers, utility times denominator: shape (sums, parties), dtype object."""
        found: NDArray[Any] = sums[0].astype(object)
        for limb in sums[1:]:
            found = (found << BITS) + limb
        for party, shift in enumerate(self.shifts):
            found[party] >>= shift
        columns: NDArray[Any] = np.ascontiguousarray(found.T)
        return columns


def add_each(sums: NDArray[np.int64], terms: NDArray[np.int64]) -> NDArray[np.int64]:
    """Every sum plus every term: shape (limbs, parties, terms * sums), the sums running fastest."""
    limbs, parties = sums.shape[:2]
    added = (sums[:, :, None, :] + terms[:, :, :, None]).reshape(limbs, parties, -1)
    for limb in range(limbs - 1, 0, -1):
        added[limb - 1] += added[limb] >> BITS
        added[limb] &= MASK
    return added


def comparable(sums: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each party integers in the order of its sums, equal where they are equal: shape (parties, sums)."""
    if sums.shape[0] == 1:
        highest: NDArray[np.int64] = sums[0]
        return highest
    return np.stack([_ranks(sums[:, party]) for party in range(sums.shape[1])])


def _ranks(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The dense ranks of numbers of shape (limbs, numbers)."""
    order = np.argsort(numbers[0], kind="stable")
    highest = numbers[0][order]
    differs = highest[1:] != highest[:-1]
    if not differs.all():
        order = np.lexsort(numbers[::-1])
        found = numbers[:, order]
        differs = (found[:, 1:] != found[:, :-1]).any(axis=0)
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order[:1]] = 0
    ranks[order[1:]] = np.cumsum(differs)
    return ranks
