"""Why nothing is possible: minimal sets that block and minimal changes that open, all of them."""

from __future__ import annotations

from itertools import chain, combinations, pairwise, product

import pytest
from hypothesis import given, settings

from packages.options.spaces import all_packages, blocks, grounds, is_possible, space, spaces, view
from taqrib.errors import LimitReached
from taqrib.packages.options import Choice, Condition, Constraint, Knot, Space, knots


def blocking_sets(found: list[Knot]) -> set[frozenset[int]]:
    return {
        frozenset(map(id_of, taken))
        for knot in found
        for blocker in knot.blockers
        for taken in product(*blocker.places)
    }


def id_of(constraint: Constraint) -> int:
    return id(constraint.ground)


def minimal(found: Space) -> set[frozenset[int]]:
    """Every minimal blocking set, by trying all sets."""
    standing = grounds(found)
    blocked = {
        frozenset(map(id_of, some))
        for some in chain.from_iterable(combinations(standing, size) for size in range(len(standing) + 1))
        if blocks(found, list(some))
    }
    return {one for one in blocked if not any(other < one for other in blocked)}


def openings(found: Space) -> set[frozenset[int]]:
    """Every minimal change that makes some package possible: what excludes it, where nothing less excludes another."""
    excluded = {
        frozenset(id_of(one) for one in grounds(found) if one.broken_by(package)) for package in all_packages(found)
    }
    return {one for one in excluded if not any(other < one for other in excluded)}


@given(spaces(most_issues=3, harsh=True).filter(lambda found: len(grounds(found)) <= 10))
@settings(deadline=None)
def test_blocking_sets_are_all_the_minimal_ones(found: Space) -> None:
    assert blocking_sets(knots(found)) == (
        set() if any(is_possible(found, package) for package in all_packages(found)) else minimal(found)
    )


@given(spaces(most_issues=4, harsh=True))
@settings(deadline=None)
def test_one_opening_of_each_knot_is_a_minimal_change_and_there_is_no_other(found: Space) -> None:
    answer = knots(found)
    assert all(knot.complete for knot in answer)
    together = {
        frozenset(id_of(one) for opening in taken for one in opening)
        for taken in product(*(knot.openings for knot in answer))
    }
    assert together == openings(found)


@given(spaces(harsh=True))
@settings(deadline=None)
def test_there_is_a_knot_exactly_if_nothing_is_possible(found: Space) -> None:
    assert bool(knots(found)) == (not any(is_possible(found, package) for package in all_packages(found)))


def test_a_search_that_reaches_its_limit_says_so_and_still_names_changes_that_open() -> None:
    issues = [f"i{number}" for number in range(4)]
    ties = tuple(
        Condition(
            holder="orla", choice=Choice(one, "a"), requires=(Choice(after, "b"), Choice(after, "a")), entries=("c",)
        )
        for one, after in pairwise(issues)
    )
    refused = [view("venn", f"{issue}:{option}", "cannot", "e1") for issue in issues for option in "abc"]
    found = space(*refused, conditions=ties, issues=" ".join(f"{issue}:a,b,c" for issue in issues))
    (knot,) = knots(found, most=5)
    assert not knot.complete
    assert knot.openings
    for opening in knot.openings:
        left = [one for one in grounds(found) if one not in opening]
        assert not blocks(found, left)
        assert all(blocks(found, [*left, one]) for one in opening)


def test_a_search_that_finds_nothing_within_its_steps_is_a_limit_and_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    tied = Condition(holder="orla", choice=Choice("dock", "a"), requires=(Choice("toll", "a"),), entries=("e1",))
    refused = [view("venn", "dock:b", "cannot", "e2"), view("venn", "toll:a", "cannot", "e3")]
    found = space(*refused, conditions=(tied,), issues="dock:a,b toll:a,b")
    (knot,) = knots(found)
    assert [blocker.sets for blocker in knot.blockers] == [1]
    monkeypatch.setattr("taqrib.packages.options.blockers.LONGEST", 0)
    with pytest.raises(LimitReached, match="within 0 steps"):
        knots(found)


def test_two_who_say_the_same_are_two_sets_and_one_blocker() -> None:
    found = space(
        view("orla", "dock:a", "cannot", "e1"),
        view("venn", "dock:a", "cannot", "e2"),
        view("venn", "dock:b", "cannot", "e3"),
        issues="dock:a,b toll:a,b",
    )
    (knot,) = knots(found)
    (blocker,) = knot.blockers
    assert blocker.sets == 2
    assert knot.issues == ("dock",)
    changes = [{entry for one in opening for entry in one.ground.entries} for opening in knot.openings]  # type: ignore[union-attr]
    assert changes == [{"e3"}, {"e1", "e2"}]
