"""Which of many vectors no other dominates: as good for everybody and better for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

EXACT_IN_A_FLOAT = 1 << 53
"""Integers up to this size are doubles without rounding."""


def undominated(columns: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The undominated vectors, equal ones kept and side by side.

    :param columns: shape (parties, vectors), higher is better.
    :return: the indices of the undominated, and for each whether it differs from the one before it.
    """
    parties, count = columns.shape
    if count == 0:
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.bool_)
    if parties == 1:
        best = np.flatnonzero(columns[0] == columns[0].max())
        return best, np.arange(len(best)) == 0
    if parties == 2:
        return _of_two(columns[0], columns[1])
    return _of_more(columns)


def _of_two(first: NDArray[np.int64], second: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Sort by the first party, sweep by the second; what is kept rises for the first and falls for the second."""
    order = np.argsort(first, kind="stable")  # the candidates are a few rising runs, which a merge sort only merges
    ones = first[order]
    if (ones[1:] == ones[:-1]).any():
        order = np.lexsort((second, first))
        ones = first[order]
    twos = second[order]
    differs = np.ones(len(order), dtype=np.bool_)  # from the next better for the first party
    differs[:-1] = (ones[1:] != ones[:-1]) | (twos[1:] != twos[:-1])
    best = np.maximum.accumulate(twos[::-1])[::-1]
    kept = np.ones(len(order), dtype=np.bool_)
    kept[:-1] = twos[:-1] > best[1:]
    if not differs.all():
        # an equal vector is kept with its fellows: the last of a run decides for the run
        run = np.cumsum(differs[::-1])[::-1]
        kept = kept[differs][::-1][run - 1]
    chosen = np.flatnonzero(kept)
    apart = np.ones(len(chosen), dtype=np.bool_)
    apart[1:] = (ones[chosen[1:]] != ones[chosen[:-1]]) | (twos[chosen[1:]] != twos[chosen[:-1]])
    return order[chosen], apart


def _of_more(columns: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    from moocore import is_nondominated  # noqa: PLC0415 - two parties do without

    if max(int(columns.max()), -int(columns.min())) >= EXACT_IN_A_FLOAT:
        columns = np.stack([np.unique(column, return_inverse=True)[1] for column in columns])
    chosen = np.flatnonzero(is_nondominated(columns.T.astype(np.float64), maximise=True, keep_weakly=True))
    found = columns[:, chosen]
    # equal vectors have equal sums of mixed-up columns, so they come to lie side by side
    mixed = np.zeros(len(chosen), dtype=np.int64)
    for column in found:
        mixed = mixed * np.int64(0x5851F42D4C957F2D) + column
    order = np.argsort(mixed, kind="stable")
    if (mixed[order][1:] == mixed[order][:-1]).any():
        order = np.lexsort(found)  # also where unequal vectors happen to share a sum
    found = found[:, order]
    apart = np.ones(len(order), dtype=np.bool_)
    apart[1:] = (found[:, 1:] != found[:, :-1]).any(axis=0)
    return chosen[order], apart
