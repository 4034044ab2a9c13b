"""How many packages are possible and certain, held against counting them one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packages.options.spaces import SIGNED, all_packages, is_certain, is_possible, space, spaces, view
from taqrib.packages.options import Apart, Choice, Condition, Space, counts
from taqrib.packages.options.constraints import boxes_of, constraints
from taqrib.packages.options.counts import accepted
from taqrib.packages.options.diagram import Diagram


@given(spaces(most_issues=5))
@settings(deadline=None)
def test_counts_equal_brute_force(found: Space) -> None:
    answer = counts(found)
    everything = all_packages(found)
    assert answer.all == len(everything)
    assert answer.possible.exact
    assert answer.possible.at_least == sum(is_possible(found, package) for package in everything)
    assert answer.certain.at_least == sum(is_certain(found, package) for package in everything)


@given(spaces(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_parties_issues_and_options_changes_no_count(found: Space, random: object) -> None:
    def shuffled(items: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(random.sample(items, len(items)))  # type: ignore[attr-defined]

    other = replace(
        found,
        issues={issue: shuffled(found.issues[issue]) for issue in shuffled(tuple(found.issues))},
        parties=shuffled(found.parties),
        conditions=found.conditions[::-1],
        apart=found.apart[::-1],
    )
    assert counts(other) == counts(found)


@given(spaces(harsh=True), st.data())
@settings(deadline=None)
def test_removing_a_constraint_never_shrinks_the_set(found: Space, data: st.DataObject) -> None:
    before = {tuple(package.items()) for package in all_packages(found) if is_possible(found, package)}
    removable = [one.ground for one in constraints(found)]
    if not removable:
        return
    gone = data.draw(st.sampled_from(removable))
    less = replace(
        found,
        views={key: one for key, one in found.views.items() if one is not gone},
        conditions=tuple(one for one in found.conditions if one is not gone),
        apart=tuple(one for one in found.apart if one is not gone),
    )
    assert counts(less).possible.at_least >= counts(found).possible.at_least == len(before)
    assert before <= {tuple(package.items()) for package in all_packages(less) if is_possible(less, package)}


@given(spaces(most_issues=5), st.integers(1, 30))
@settings(deadline=None)
def test_where_the_diagram_would_be_too_wide_the_count_lies_between_its_bounds(found: Space, more: int) -> None:
    widest = sum(map(len, found.issues.values())) + more  # without ties, a diagram has an arc for each option
    exact, bounded = counts(found), counts(found, widest=widest)
    assert bounded.possible.at_least <= exact.possible.at_least <= bounded.possible.at_most
    assert bounded.certain.at_least <= exact.certain.at_least <= bounded.certain.at_most


@given(spaces(most_issues=5))
@settings(deadline=None)
def test_every_option_knows_how_many_packages_take_it(found: Space) -> None:
    taken = Diagram(found.issues, boxes_of(constraints(found))).with_choice()
    possible = [package for package in all_packages(found) if is_possible(found, package)]
    for choice in found.choices:
        assert taken.get(choice, 0) == sum(package[choice.issue] == choice.option for package in possible)


def test_a_silent_party_leaves_a_package_possible_and_never_certain() -> None:
    found = space(view("orla", "dock:a", "wants", "e1"), issues="dock:a,b")
    assert (counts(found).possible.at_least, counts(found).certain.at_least) == (2, 0)


def test_a_silent_approver_leaves_it_certain_and_one_with_doubts_does_not() -> None:
    views = [view("orla", "dock:a", "wants"), view("venn", "dock:a", "can live with")]
    silent = replace(space(*views, issues="dock:a,b"), approvers=("house",))
    assert counts(silent).certain.at_least == 1
    doubting = replace(space(*views, view("house", "dock:a", "unknown", "e3"), issues="dock:a,b"), approvers=("house",))
    assert counts(doubting).certain.at_least == 0
    refusing = replace(space(*views, view("house", "dock:a", "cannot", "e3"), issues="dock:a,b"), approvers=("house",))
    assert counts(refusing).possible.at_least == 1


def test_options_of_one_issue_are_alternatives_in_a_condition_and_issues_are_all_required() -> None:
    requires = (Choice("toll", "a"), Choice("toll", "b"), Choice("flag", "a"))
    found = space(
        conditions=(Condition(holder="orla", choice=Choice("dock", "a"), requires=requires, entries=("e1",)),),
        issues="dock:a,b toll:a,b,c flag:a,b",
    )
    assert counts(found).possible.at_least == 6 + 2


def test_options_of_three_or_four_issues_that_cannot_stand_together_exclude_only_that() -> None:
    three = Apart(choices=tuple(Choice(issue, "a") for issue in ("dock", "flag", "toll")), estimate=SIGNED)
    four = Apart(choices=tuple(Choice(issue, "b") for issue in ("dock", "flag", "quay", "toll")), estimate=SIGNED)
    found = space(apart=(three, four), issues="dock:a,b,c toll:a,b,c flag:a,b,c quay:a,b,c")
    assert counts(found).possible.at_least == 81 - 3 - 1


def test_forty_issues_are_counted_exactly() -> None:
    issues = " ".join(f"i{number}:a,b,c,d,e" for number in range(40))
    found = space(view("orla", "i7:c", "cannot", "e1"), issues=issues)
    assert counts(found).all == 5**40
    assert counts(found).possible.at_least == 4 * 5**39
    assert accepted(found)["i7"] == ()


@pytest.mark.parametrize("seed", range(3))
def test_a_chain_of_forty_issues_is_counted_as_a_recurrence_counts_it(seed: int) -> None:
    """Each first option needs the first option of the next issue: a + b over n issues, worked out by hand."""
    length = 40 - seed
    names = [f"i{number:02}" for number in range(length)]
    found = space(
        conditions=tuple(
            Condition(holder="orla", choice=Choice(one, "a"), requires=(Choice(after, "a"),), entries=("e1",))
            for one, after in pairwise(names)
        ),
        issues=" ".join(f"{name}:a,b,c" for name in names),
    )
    with_first, without = 1, 2  # of the last issue
    for _ in names[1:]:
        without = 2 * (with_first + without)
    assert counts(found).possible.at_least == with_first + without
