"""Adjusted Winner: two parties divide issues by points, equitably and efficiently, splitting at most one.

Brams and Taylor 1996 in the bibliography. Everything is exact: a share is a fraction such as 2/15.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from taqrib.errors import Invalid
from taqrib.packages.utilities.numbers import Number, exact

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Division:
    """Who gets how much of each issue.

    :ivar parties: the two, as given.
    :ivar shares: issue -> the first party's share of it, from 0 to 1; the rest is the second's.
    :ivar points: what each gets by its own points, out of what it gave in all.
    :ivar totals: the points each gave in all.
    :ivar split: the issue that is divided, if one is.
    :ivar alternatives: issues that could be split in its place, or along with it, to the same points for both: those
        with the same ratio of points.
    """

    parties: tuple[str, str]
    shares: Mapping[str, Fraction]
    points: tuple[Fraction, Fraction]
    totals: tuple[Fraction, Fraction]
    split: str | None
    alternatives: tuple[str, ...]


def adjusted_winner(points: Mapping[str, Mapping[str, Number]]) -> Division:
    """Divide issues between two parties so that both get the same share of their points and nothing better exists.

    Each issue goes first to whoever put more points on it; issues then pass from the one who is ahead, in the order
    in which it costs the least, until both are level. Points need not sum to 100: what is made level is each party's
    share of its own total.

    :param points: party -> issue -> points, 0 or more; exactly two parties with the same issues.
    :raises Invalid: for another number of parties, issues that differ, a negative number, or no points at all.
    """
    if len(points) != 2:
        raise Invalid(f"expected the points of two parties, found {len(points)}; Adjusted Winner is for two")
    names = tuple(points)
    given = [
        {issue: exact(value, what=f"the points of {party} for {issue}") for issue, value in issues.items()}
        for party, issues in points.items()
    ]
    _check(names, given)
    totals = [sum(of.values(), Fraction(0)) for of in given]
    mine, theirs = (
        {issue: value / total for issue, value in of.items()} for of, total in zip(given, totals, strict=True)
    )
    # issues from the one that the first party values most beside the second: it keeps a beginning of this row
    row = sorted(mine, key=lambda issue: mine[issue] / (mine[issue] + theirs[issue]), reverse=True)
    shares, split = _cut(row, mine, theirs)
    alternatives = tuple(
        issue
        for issue in row
        if split and issue != split and mine[issue] * theirs[split] == mine[split] * theirs[issue]
    )
    got = sum((shares[issue] * given[0][issue] for issue in mine), Fraction(0))
    left = sum(((1 - shares[issue]) * given[1][issue] for issue in mine), Fraction(0))
    ordered = {issue: shares.get(issue, Fraction(0)) for issue in given[0]}
    return Division((names[0], names[1]), ordered, (got, left), (totals[0], totals[1]), split, alternatives)


def _cut(
    row: list[str], mine: Mapping[str, Fraction], theirs: Mapping[str, Fraction]
) -> tuple[dict[str, Fraction], str | None]:
    """Where the row is cut so that what lies before is worth to the first what the rest is worth to the second."""
    before, after = Fraction(0), sum(theirs.values(), Fraction(0))
    shares = dict.fromkeys(row, Fraction(0))
    for issue in row:
        if before + mine[issue] <= after - theirs[issue]:
            shares[issue] = Fraction(1)
            before += mine[issue]
            after -= theirs[issue]
            continue
        share = (after - before) / (mine[issue] + theirs[issue])
        shares[issue] = share
        return shares, issue if share else None
    return shares, None


def _check(names: tuple[str, ...], given: list[dict[str, Fraction]]) -> None:
    for party, of in zip(names, given, strict=True):
        for issue, value in of.items():
            if value < 0:
                raise Invalid(f"expected {party} to give {issue!r} 0 points or more, found {float(value):g}")
        if not sum(of.values()):
            raise Invalid(f"expected {party} to give points to some issue, found none")
    if given[0].keys() != given[1].keys():
        apart = sorted(given[0].keys() ^ given[1].keys())
        raise Invalid(f"expected both parties to give points to the same issues, found only one for {apart[0]!r}")
    for issue in given[0]:
        if not given[0][issue] and not given[1][issue]:
            raise Invalid(f"expected points for {issue!r} from a party, found 0 from both; leave the issue out")
