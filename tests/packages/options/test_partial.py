"""The largest sets of issues that can be settled."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings

from packages.options.spaces import space, spaces, view
from taqrib.packages.options import Choice, Condition, Space, partial_agreements


def settled(found: Space, *, certain: bool) -> dict[frozenset[str], int]:
    """Set of issues -> in how many ways it can be settled, by brute force."""
    ways: dict[frozenset[str], int] = {}
    for taken in product(*([*options, None] for options in found.issues.values())):
        chosen = {Choice(issue, option) for issue, option in zip(found.issues, taken, strict=True) if option}
        issues = frozenset(choice.issue for choice in chosen)
        fine = not any(found.level(holder, choice) == "cannot" for holder in found.holders for choice in chosen)
        fine = fine and not any(chosen.issuperset(one.choices) for one in found.apart)
        for condition in found.conditions:
            for needed in {choice.issue for choice in condition.requires}:
                met = chosen & {choice for choice in condition.requires if choice.issue == needed}
                if condition.choice in chosen and not met and (certain or needed in issues):
                    fine = False
        if certain:
            fine = fine and all(found.accepted(choice) for choice in chosen)
        if fine:
            ways[issues] = ways.get(issues, 0) + 1
    return ways


@pytest.mark.parametrize("certain", [True, False])
@given(found=spaces())
@settings(deadline=None)
def test_the_largest_sets_are_found_with_their_ways(found: Space, *, certain: bool) -> None:
    expected = settled(found, certain=certain)
    size = max(map(len, expected))
    answer, complete = partial_agreements(found, certain=certain)
    assert complete
    assert {frozenset(one.issues): one.ways for one in answer} == {
        issues: ways for issues, ways in expected.items() if len(issues) == size
    }


def test_a_condition_on_an_open_issue_is_possible_and_not_certain() -> None:
    yes = [view(party, "dock:a", "can live with", "e1") for party in ("orla", "venn")]
    found = space(
        *yes,
        conditions=(Condition(holder="venn", choice=Choice("dock", "a"), requires=(Choice("toll", "a"),)),),
        issues="dock:a,b toll:a,b",
    )
    assert partial_agreements(found, certain=True)[0][0].issues == ()
    assert partial_agreements(found, certain=False)[0][0].issues == ("dock", "toll")


def test_more_sets_than_asked_for_are_not_passed_off_as_all() -> None:
    refused = [view("orla", f"dock:{option}", "cannot", "e1") for option in "ab"]
    tied = (Condition(holder="venn", choice=Choice("toll", "a"), requires=(Choice("flag", "b"),)),)
    found = space(*refused, conditions=tied, issues="dock:a,b toll:a flag:a")
    answer, complete = partial_agreements(found, certain=False, most=1)
    assert (len(answer), complete) == (1, False)
