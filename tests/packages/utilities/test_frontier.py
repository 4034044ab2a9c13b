"""The frontier is exactly what brute force finds, for additive and interdependent utilities."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packages.utilities.spaces import domains, possible, reordered, undominated
from taqrib.errors import Infeasible, Invalid, LimitReached
from taqrib.packages.utilities.domain import Domain, Issue, Profile, Rectangle
from taqrib.packages.utilities.frontier import Frontier, frontier
from taqrib.packages.utilities.steps import count_packages

many = settings(max_examples=400, deadline=None, derandomize=True)


def listed(found: Frontier) -> dict[tuple[int, ...], tuple[Fraction, ...]]:
    of, packages = found.all_packages()
    return {tuple(package): found.exact(point) for point, package in zip(of.tolist(), packages.tolist(), strict=True)}


def check(domain: Domain) -> None:
    packages = possible(domain)
    assert count_packages(domain) == len(packages)
    if not packages:
        with pytest.raises(Infeasible):
            frontier(domain)
        return
    found = frontier(domain)
    best = undominated(packages)
    assert listed(found) == best
    assert found.package_count == len(best) == len(found.all_packages()[0])
    assert len(found) == len(set(best.values()))
    for point, package in enumerate(found.packages.tolist()):
        fellows = sorted(other for other, utilities in best.items() if utilities == found.exact(point))
        assert tuple(package) == fellows[0] or domain.excluded or any(who.rectangles for who in domain.profiles)
        assert [tuple(row) for row in found.packages_of(point).tolist()] == fellows
        assert found.ways[point] == len(fellows)
        assert tuple(found.utilities[point]) == tuple(float(value) for value in found.exact(point))


@many
@given(domains())
def test_additive_frontiers_equal_brute_force(domain: Domain) -> None:
    check(domain)


@many
@given(domains(rectangles=True))
def test_interdependent_and_constrained_frontiers_equal_brute_force(domain: Domain) -> None:
    check(domain)


@many
@given(domains(parties=(1, 1), rectangles=True))
def test_of_one_party_the_frontier_is_its_best_packages(domain: Domain) -> None:
    check(domain)


@many
@given(domains(rectangles=True), st.randoms(use_true_random=False))
def test_the_order_of_the_parties_changes_nothing(domain: Domain, random: st.randoms) -> None:  # type: ignore[valid-type]
    if not possible(domain):
        return
    order = list(range(len(domain.profiles)))
    random.shuffle(order)
    one, other = frontier(domain), frontier(reordered(domain, order))
    assert one.packages.tolist() == other.packages.tolist()
    assert one.whole[:, order].tolist() == other.whole.tolist()
    assert one.all_packages()[1].tolist() == other.all_packages()[1].tolist()


@many
@given(domains(rectangles=True))
def test_removing_an_exclusion_never_shrinks_what_is_possible_nor_makes_the_best_worse(domain: Domain) -> None:
    if not domain.excluded or not possible(domain):
        return
    freed = Domain(issues=domain.issues, profiles=domain.profiles, excluded=domain.excluded[1:])
    assert count_packages(freed) >= count_packages(domain)
    assert possible(freed).keys() >= possible(domain).keys()
    after = [frontier(freed).exact(point) for point in range(len(frontier(freed)))]
    for point in listed(frontier(domain)).values():
        assert any(all(new >= old for new, old in zip(free, point, strict=True)) for free in after)


def many_issues(issues: int, parties: int, *, seed: int) -> Domain:
    random = np.random.default_rng(seed)
    weights = random.dirichlet(np.ones(issues), size=parties)
    return Domain.from_arrays([random.random((10, parties)) for _ in range(issues)], weights=weights)


def test_a_space_of_a_nonillion_packages_is_searched_whole() -> None:
    domain = many_issues(30, 2, seed=3)
    found = frontier(domain)
    assert domain.combinations == 10**30
    utilities = [found.exact(point) for point in range(len(found))]
    by_first = sorted(utilities)
    assert all(one[0] < other[0] and one[1] > other[1] for one, other in pairwise(by_first))
    assert [domain.utilities(package) for package in found.packages.tolist()] == utilities
    for party in range(2):  # the ends of the frontier are each party's best of every issue
        best = sum(
            (
                weight * max(values)
                for weight, values in zip(
                    domain.profiles[party].weights, domain.profiles[party].evaluations, strict=True
                )
            ),
            Fraction(0),
        )
        assert max(point[party] for point in utilities) == best
    for share in range(1, 20):  # and no mixture of the two has a better package than the frontier's
        mixed = [Fraction(share, 20), Fraction(20 - share, 20)]
        best = sum(
            (
                max(
                    sum(
                        mixed[party] * who.weights[issue] * who.evaluations[issue][option]
                        for party, who in enumerate(domain.profiles)
                    )
                    for option in range(10)
                )
                for issue in range(30)
            ),
            Fraction(0),
        )
        assert max(mixed[0] * one + mixed[1] * two for one, two in utilities) == best


def test_ties_without_number_are_counted_and_not_listed() -> None:
    nothing = tuple(Fraction(0) for _ in range(10))
    issues = tuple(Issue(f"issue {place}", tuple(map(str, range(10)))) for place in range(40))
    indifferent = [
        Profile(party=name, weights=(Fraction(1),) * 40, evaluations=(nothing,) * 40) for name in ("one", "other")
    ]
    found = frontier(Domain(issues=issues, profiles=tuple(indifferent)))
    assert found.ways == [10**40]
    assert found.packages_of(0, most=7).shape == (7, 40)
    assert len({tuple(row) for row in found.packages_of(0, most=7).tolist()}) == 7


def test_a_limit_reached_says_how_far_it_came() -> None:
    with pytest.raises(LimitReached, match=r"at most 1,000 sums .* undominated after \d+ of 12 issues"):
        frontier(many_issues(12, 4, seed=1), limit=1000)


def test_a_rectangle_that_excludes_everything_leaves_nothing() -> None:
    domain = Domain(
        issues=(Issue("water", ("a", "b")),),
        profiles=(Profile(party="one", weights=(Fraction(1),), evaluations=((Fraction(0), Fraction(1)),)),),
        excluded=(Rectangle(()),),
    )
    with pytest.raises(Infeasible, match="relax an exclusion"):
        frontier(domain)
    assert count_packages(domain) == 0


def test_without_a_party_there_is_nothing_to_compare() -> None:
    with pytest.raises(Invalid, match="at least one party"):
        frontier(Domain(issues=(Issue("water", ("a",)),), profiles=()))


def test_rectangles_spread_over_many_issues_stay_exact() -> None:
    base = many_issues(16, 2, seed=5)
    pairs = [Rectangle(((place, frozenset({0, 1, 2})), (place + 1, frozenset({3, 4, 5})))) for place in range(0, 16, 2)]
    domain = Domain(issues=base.issues, profiles=base.profiles, excluded=tuple(pairs))
    assert count_packages(domain) == 91**8
    found = frontier(domain)
    for point, package in enumerate(found.packages.tolist()):
        assert not any(area.meets(package) for area in pairs)
        assert domain.utilities(package) == found.exact(point)
