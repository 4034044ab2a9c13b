"""Small random negotiations, and what brute force says of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from taqrib.packages.utilities.domain import Domain, Issue, Profile, Rectangle

few = st.integers(0, 3).map(Fraction)
decimals = st.integers(0, 10**4).map(lambda number: Fraction(number, 10**4))
thirds = st.builds(Fraction, st.integers(-6, 6), st.sampled_from([1, 2, 3, 7]))
long = st.floats(0, 1, allow_subnormal=False).map(lambda number: Fraction(*number.as_integer_ratio()))
alike = st.builds(lambda high, low: Fraction(high) + Fraction(low, 3**90), st.integers(0, 2), st.integers(0, 3))
"""Numbers that differ only beyond what one machine word holds."""

kinds = st.sampled_from([few, decimals, thirds, long, alike])


@st.composite
def domains(draw: st.DrawFn, *, parties: tuple[int, int] = (2, 5), rectangles: bool = False) -> Domain:
    """Up to four issues of up to four options; with ``rectangles`` also bonuses, penalties and exclusions."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    number = draw(kinds)
    issues = tuple(
        Issue(f"issue {place}", tuple(f"option {option}" for option in range(size))) for place, size in enumerate(sizes)
    )

    def area(value: Fraction) -> Rectangle:
        named = draw(st.sets(st.integers(0, len(sizes) - 1), max_size=3))
        return Rectangle(
            tuple((issue, frozenset(draw(st.sets(st.integers(0, sizes[issue] - 1))))) for issue in sorted(named)), value
        )

    count = draw(st.integers(*parties))
    profiles = tuple(
        Profile(
            party=f"party {party}",
            weights=tuple(abs(draw(number)) for _ in sizes),
            evaluations=tuple(tuple(draw(number) for _ in range(size)) for size in sizes),
            rectangles=tuple(area(draw(thirds)) for _ in range(draw(st.integers(0, 3)) if rectangles else 0)),
            reserved=draw(st.none() | number),
        )
        for party in range(count)
    )
    excluded = tuple(area(Fraction(0)) for _ in range(draw(st.integers(0, 2)) if rectangles else 0))
    return Domain(issues=issues, profiles=profiles, excluded=excluded)


Package = tuple[int, ...]
Utilities = tuple[Fraction, ...]


def possible(domain: Domain) -> dict[Package, Utilities]:
    """Every package that nothing excludes, with its utilities."""
    return {
        package: domain.utilities(package)
        for package in product(*(range(len(issue.options)) for issue in domain.issues))
        if not any(area.meets(package) for area in domain.excluded)
    }


def dominates(one: Utilities, other: Utilities) -> bool:
    return one != other and all(mine >= theirs for mine, theirs in zip(one, other, strict=True))


def undominated(packages: dict[Package, Utilities]) -> dict[Package, Utilities]:
    """What no other package dominates, by comparing each with each."""
    points = set(packages.values())
    best = {point for point in points if not any(dominates(other, point) for other in points)}
    return {package: point for package, point in packages.items() if point in best}


def reordered(domain: Domain, order: Sequence[int]) -> Domain:
    """The same negotiation with its parties in another order."""
    return Domain(
        issues=domain.issues, profiles=tuple(domain.profiles[place] for place in order), excluded=domain.excluded
    )
