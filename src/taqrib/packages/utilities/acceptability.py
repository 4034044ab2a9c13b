"""Robust analysis where weights are only ranked or bounded: how often each package would be a party's first choice.

Stochastic multicriteria acceptability analysis (SMAA; Lahdelma, Hokkanen and Salminen 1998 in the bibliography). The
shares that come out are shares of the weights that are possible, each weighing the same; they are not probabilities
that anybody agrees. They are sampled, so each comes with its standard error and the seed that reproduces it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from taqrib.errors import Infeasible, Invalid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

MOST_TRIES = 200
"""A block of draws of which so few fit that this many are not enough is taken for a contradiction."""


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Shares of the possible weights.

    :ivar first: for each package the share of weights for which no other is better, ties shared out evenly; the shares
        sum to 1. Shape (packages).
    :ivar ranks: the share for which the package comes at each rank, the first rank first, ties by their best rank;
        shape (packages, ranks).
    :ivar central: for each package the mean of the weights that make it first, ``nan`` where none does; shape
        (packages, issues).
    :ivar error: the standard error of ``first``; shape (packages).
    :ivar draws: how many weights were drawn.
    """

    first: NDArray[np.float64]
    ranks: NDArray[np.float64]
    central: NDArray[np.float64]
    error: NDArray[np.float64]
    draws: int


def acceptability(
    evaluations: ArrayLike,
    *,
    ranking: Sequence[int | Sequence[int]] | None = None,
    bounds: ArrayLike | None = None,
    draws: int = 10_000,
    seed: int = 0,
) -> Acceptability:
    """How acceptable each package is to a party whose weights sum to 1 and are otherwise only partly known.

    :param evaluations: what each package is worth to the party on each issue, higher is better, on scales that can be
        compared; shape (packages, issues).
    :param ranking: issues from the weightiest to the least; issues in a group of their own are not ranked among
        themselves. Issues that are not named weigh anything.
    :param bounds: the least and the greatest weight of each issue, shape (issues, 2).
    :raises Invalid: for numbers that are not finite, or shapes or issues that do not fit.
    :raises Infeasible: if no weights, or hardly any, fit both ranking and bounds.
    """
    worth = np.asarray(evaluations, dtype=np.float64)
    if worth.ndim != 2 or not worth.size or not np.isfinite(worth).all():
        raise Invalid(f"expected finite evaluations of shape (packages, issues), found the shape {worth.shape}")
    if draws < 1:
        raise Invalid(f"expected at least one draw, found {draws}")
    weights = sample_weights(worth.shape[1], ranking=ranking, bounds=bounds, draws=draws, seed=seed)
    packages = len(worth)
    first = np.zeros(packages)
    squares = np.zeros(packages)
    ranks = np.zeros((packages, packages))
    central = np.zeros((packages, worth.shape[1]))
    for block in np.array_split(weights, max(1, draws * packages // 2_000_000)):
        utilities = block @ worth.T
        best = utilities == utilities.max(axis=1, keepdims=True)
        shared = best / best.sum(axis=1, keepdims=True)
        first += shared.sum(axis=0)
        squares += (shared**2).sum(axis=0)
        central += shared.T @ block
        order = np.sort(utilities, axis=1)
        for row, utility in zip(order, utilities, strict=True):
            better = packages - np.searchsorted(row, utility, side="right")
            ranks[np.arange(packages), better] += 1
    share = first / draws
    with np.errstate(invalid="ignore"):
        middle = central / first[:, None]
    error = np.sqrt(np.maximum(squares / draws - share**2, 0) / draws)
    return Acceptability(share, ranks / draws, middle, error, draws)


def sample_weights(
    issues: int,
    *,
    ranking: Sequence[int | Sequence[int]] | None = None,
    bounds: ArrayLike | None = None,
    draws: int = 10_000,
    seed: int = 0,
) -> NDArray[np.float64]:
    """Weights drawn evenly from all that are possible; shape (draws, issues), each row summing to 1.

    :raises Invalid: for a ranking or bounds that do not fit the issues.
    :raises Infeasible: if no weights fit, or hardly any.
    """
    groups = [[group] if isinstance(group, int) else list(group) for group in ranking or ()]
    named = [issue for group in groups for issue in group]
    if len(set(named)) < len(named) or any(not 0 <= issue < issues for issue in named):
        raise Invalid(f"expected a ranking to name issues from 0 to {issues - 1} once each, found {named}")
    low, high = np.zeros(issues), np.ones(issues)
    if bounds is not None:
        limits = np.asarray(bounds, dtype=np.float64)
        if limits.shape != (issues, 2) or not np.isfinite(limits).all():
            raise Invalid(f"expected finite bounds of shape ({issues}, 2), found the shape {limits.shape}")
        low, high = np.maximum(limits[:, 0], 0), np.minimum(limits[:, 1], 1)
        if (low > high).any() or low.sum() > 1 or high.sum() < 1:
            raise Infeasible("expected weights between the bounds that sum to 1, found none; widen the bounds")
    random = np.random.default_rng(seed)
    found: list[NDArray[np.float64]] = []
    kept = 0
    for _ in range(MOST_TRIES):
        # an even draw above the lower bounds; without bounds the issues are alike, so putting the ranked ones in their
        # order keeps the draw even and throws none away
        block = low + (1 - low.sum()) * random.dirichlet(np.ones(issues), size=draws)
        if groups and bounds is None:
            block[:, named] = -np.sort(-block[:, named], axis=1)
            place = 0
            for group in groups:
                columns = named[place : place + len(group)]
                block[:, columns] = random.permuted(block[:, columns], axis=1)
                place += len(group)
        fits = (block <= high + 1e-12).all(axis=1)
        for above, below in pairwise(groups):
            fits &= block[:, above].min(axis=1) >= block[:, below].max(axis=1)
        found.append(block[fits])
        kept += int(fits.sum())
        if kept >= draws:
            return np.concatenate(found)[:draws]
    raise Infeasible(
        f"expected weights that fit both ranking and bounds, found {kept} in {MOST_TRIES * draws:,} draws; "
        "loosen the ranking or the bounds"
    )
