"""The exact Pareto frontier with its packages, issue by issue, without listing the packages it leaves behind.

The sums of the issues decided so far that are dominated stay dominated whatever the rest brings, so only the
undominated go on, each with pointers to the sums and options it came from (dynamic programming over Minkowski sums;
Nemhauser and Ullmann 1969 in the bibliography). With rectangles the same is done apart for each set of open ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from taqrib.errors import Infeasible, Invalid, LimitReached
from taqrib.packages.utilities.dominance import undominated
from taqrib.packages.utilities.exact_sums import Scale, add_each, comparable
from taqrib.packages.utilities.steps import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from taqrib.packages.utilities.domain import Domain
    from taqrib.packages.utilities.steps import Open, Step, Steps

MOST_SUMS = 20_000_000
"""As many sums are compared at once if nothing else is asked for: some gigabytes, some minutes with five parties."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """The undominated sums after one issue, and how each came about.

    :ivar first: the first way to each sum, and at the end how many ways there are; shape (sums + 1).
    :ivar before: for each way the sum it came from, in the layer before.
    :ivar option: for each way the option chosen.
    """

    issue: int
    first: NDArray[np.int64]
    before: NDArray[np.int64]
    option: NDArray[np.int64]


@dataclass(frozen=True)
class Frontier:
    """The undominated utilities and all packages that bring them, in the order of the packages' options.

    A *point* is a vector of utilities; several packages may bring the same one, and all are kept. The order does not
    depend on the order of the parties.

    :ivar parties: their names, in the order of the columns.
    :ivar whole: utility times denominator as Python integers, shape (points, parties), dtype object.
    :ivar denominators: one for each party.
    :ivar packages: for each point its first package, as option indices, shape (points, issues).
    """

    parties: tuple[str, ...]
    whole: NDArray[Any]
    denominators: tuple[int, ...]
    packages: NDArray[np.int64]
    _layers: tuple[_Layer, ...] = field(repr=False)
    _ends: NDArray[np.int64] = field(repr=False)

    def __len__(self) -> int:
        return len(self.whole)

    @cached_property
    def utilities(self) -> NDArray[np.float64]:
        """The utilities rounded to the nearest double, shape (points, parties)."""
        columns = [self.whole[:, party] / common for party, common in enumerate(self.denominators)]
        return np.stack(columns, axis=1).astype(np.float64)

    def exact(self, point: int) -> tuple[Fraction, ...]:
        """The exact utilities of a point, one for each party."""
        return tuple(
            Fraction(int(number), common) for number, common in zip(self.whole[point], self.denominators, strict=True)
        )

    @cached_property
    def ways(self) -> list[int]:
        """How many packages bring each point: exact integers."""
        return [int(number) for number in _ways(self._layers)[self._ends]]

    @property
    def package_count(self) -> int:
        """How many packages are on the frontier."""
        return sum(self.ways)

    def packages_of(self, point: int, *, most: int | None = None) -> NDArray[np.int64]:
        """The packages that bring ``point`` (at most ``most``), in order: shape (packages, issues)."""
        return self.all_packages([point], most=most)[1]

    def all_packages(
        self, points: Sequence[int] | None = None, *, most: int | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every package of the given points, or of all.

        :param points: indices in rising order.
        :param most: if there are more, at most so many in all, but at least one of each point; ``ways`` says how many
            there are.
        :return: the points, shape (packages), and the option indices, shape (packages, issues).
        """
        of = np.arange(len(self)) if points is None else np.asarray(points, dtype=np.int64)
        sums = self._ends[of]
        options: list[NDArray[np.int64]] = []
        for layer in reversed(self._layers):
            each = layer.first[sums + 1] - layer.first[sums]
            again = np.repeat(np.arange(len(sums)), each)
            within = np.arange(len(again)) - np.repeat(np.cumsum(each) - each, each)
            way = layer.first[sums][again] + within
            of, options, sums = of[again], [column[again] for column in options], layer.before[way]
            options.append(layer.option[way])
            if most is not None and len(of) > most:
                runs = np.flatnonzero(np.append(True, of[1:] != of[:-1]))
                place = np.arange(len(of)) - np.repeat(runs, np.diff(np.append(runs, len(of))))
                few = place < max(most // len(runs), 1)
                of, sums, options = of[few], sums[few], [column[few] for column in options]
        packages = np.empty((len(of), len(self._layers)), dtype=np.int64)
        for layer, column in zip(reversed(self._layers), options, strict=True):
            packages[:, layer.issue] = column
        order = np.lexsort((*_keys(packages)[::-1], of))
        return of[order], packages[order]


def frontier(domain: Domain, *, limit: int = MOST_SUMS) -> Frontier:
    """The exact frontier of ``domain``: no package on it is dominated, and none that belongs there is missing.

    :param limit: how many sums may be compared at once.
    :raises Invalid: if there is no party.
    :raises Infeasible: if every package is excluded.
    :raises LimitReached: if an issue would need more sums than ``limit``; the message says how far it came.
    """
    if not domain.profiles:
        raise Invalid("expected the profile of at least one party, found none; give the parties' utilities")
    plan = steps(domain)
    none = Infeasible("expected some package that nothing excludes, found none; relax an exclusion")
    if plan.impossible:
        raise none
    scale = Scale.of(domain.profiles)
    states: dict[Open, tuple[NDArray[np.int64], int]] = {plan.start: (scale.vector(plan.always), 0)}
    layers = []
    for place, step in enumerate(plan.order):
        reached = _reached(plan, step, states, scale, place=place, limit=limit)
        if not reached:
            raise none
        states, layer = _prune(step, reached)
        layers.append(layer)
    ((sums, _),) = states.values()  # every rectangle has ended, so there is one state
    first = _first_ways(layers)
    packages = _walk(layers, first)
    order = np.lexsort(tuple(_keys(packages)[::-1]))
    return Frontier(
        domain.parties,
        scale.whole(np.ascontiguousarray(sums[:, :, order])),
        scale.denominators,
        packages[order],
        tuple(layers),
        order,
    )


def _reached(
    plan: Steps,
    step: Step,
    states: dict[Open, tuple[NDArray[np.int64], int]],
    scale: Scale,
    *,
    place: int,
    limit: int,
) -> dict[Open, list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]]:
    """For each state after the issue the sums that may reach it, with the sums and options they come from."""
    table = scale.terms(step.issue)
    groups = _options_worth_trying(step, table)
    blocks: dict[Open, list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]] = {}
    made = 0
    for state, (sums, start) in states.items():
        count = sums.shape[2]
        for options in groups:
            chosen = plan.choose(state, step, int(options[0]))
            if chosen is None:
                continue
            after, met = chosen
            made += count * len(options)
            if made > limit:
                held = sum(before.shape[2] for before, _ in states.values())
                raise LimitReached(
                    f"expected at most {limit:,} sums to compare, found that {held:,} are undominated after {place} of "
                    f"{len(plan.order)} issues and the next needs at least {made:,}; "
                    "raise the limit, or join or leave out issues"
                )
            added = table[:, :, options]
            if met and any(plan.bonus(met)):
                added = add_each(added, scale.vector(plan.bonus(met)))
            blocks.setdefault(after, []).append(
                (
                    add_each(sums, added),
                    np.tile(np.arange(start, start + count), len(options)),
                    np.repeat(options, count),
                )
            )
    return blocks


def _options_worth_trying(step: Step, table: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The options in groups that touch the same rectangles, without those that a fellow of the group dominates."""
    if not any(step.outside):
        return [np.sort(undominated(comparable(table))[0])]
    alike: dict[Open, list[int]] = {}
    for option, outside in enumerate(step.outside):
        alike.setdefault(outside, []).append(option)
    return [np.sort(np.array(options)[undominated(comparable(table[:, :, options]))[0]]) for options in alike.values()]


def _prune(
    step: Step, reached: dict[Open, list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]]
) -> tuple[dict[Open, tuple[NDArray[np.int64], int]], _Layer]:
    """Only the undominated sums of each state, equal ones joined, and the layer that remembers their ways."""
    states: dict[Open, tuple[NDArray[np.int64], int]] = {}
    firsts, befores, options = [], [], []
    sums_so_far = ways_so_far = 0
    for state, blocks in reached.items():
        one = len(blocks) == 1
        sums = blocks[0][0] if one else np.concatenate([block[0] for block in blocks], axis=2)
        before = blocks[0][1] if one else np.concatenate([block[1] for block in blocks])
        option = blocks[0][2] if one else np.concatenate([block[2] for block in blocks])
        kept, apart = undominated(comparable(sums))
        starts = np.flatnonzero(apart)
        states[state] = (sums[:, :, kept[starts]], sums_so_far)
        firsts.append(starts + ways_so_far)
        befores.append(before[kept])
        options.append(option[kept])
        sums_so_far += len(starts)
        ways_so_far += len(kept)
    firsts.append(np.array([ways_so_far]))
    layer = _Layer(step.issue, np.concatenate(firsts), np.concatenate(befores), np.concatenate(options))
    return states, layer


def _ways(layers: Sequence[_Layer]) -> NDArray[Any]:
    """How many packages lead to each sum of the last layer, as exact integers."""
    ways: NDArray[Any] = np.array([1], dtype=object)
    for layer in layers:
        ways = np.add.reduceat(ways[layer.before], layer.first[:-1])
    return ways


def _first_ways(layers: Sequence[_Layer]) -> list[NDArray[np.int64]]:
    """For each layer and sum the way to its first package, in the order of the options as they were decided."""
    found = []
    rank = np.zeros(1, dtype=np.int64)
    ties = False
    for layer in layers:
        starts = layer.first[:-1]
        if len(layer.before) == len(starts) and not ties:
            # nothing to choose between so far; ranks are needed from the first tie on
            found.append(starts)
            continue
        if not ties:
            ties = True
            walked = _walk(layers[: len(found)], found)
            rank = _order_of([walked[:, earlier.issue] for earlier in layers[: len(found)]], len(walked))
        key = rank[layer.before] * (int(layer.option.max()) + 1) + layer.option
        least = np.minimum.reduceat(key, starts)
        is_least = np.flatnonzero(key == np.repeat(least, np.diff(layer.first)))
        found.append(is_least)
        rank = np.empty(len(least), dtype=np.int64)
        rank[np.argsort(least, kind="stable")] = np.arange(len(least))
    return found


def _order_of(columns: Sequence[NDArray[np.int64]], count: int) -> NDArray[np.int64]:
    rank = np.zeros(count, dtype=np.int64)
    if columns:
        rank[np.lexsort(tuple(columns[::-1]))] = np.arange(count)
    return rank


def _walk(layers: Sequence[_Layer], first: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """The package to which the chosen ways lead, for each sum of the last layer: shape (sums, issues)."""
    issues = max((layer.issue for layer in layers), default=-1) + 1
    sums = np.arange(len(layers[-1].first) - 1) if layers else np.zeros(1, dtype=np.int64)
    packages = np.zeros((len(sums), issues), dtype=np.int64)
    for layer, ways in zip(reversed(layers), reversed(first), strict=True):
        way = ways[sums]
        packages[:, layer.issue] = layer.option[way]
        sums = layer.before[way]
    return packages


def _keys(packages: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Few integers for each package that sort as its options do, the weightiest first."""
    keys: list[NDArray[np.int64]] = [np.zeros(len(packages), dtype=np.int64)]
    room = 1
    for column in packages.T:
        size = int(column.max()) + 1 if len(column) else 1
        if room * size > np.iinfo(np.int64).max:
            keys.append(np.zeros(len(packages), dtype=np.int64))
            room = 1
        keys[-1] = keys[-1] * size + column
        room *= size
    return keys
