"""The packages themselves."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from packages.options.spaces import all_packages, is_certain, is_possible, space, spaces, view
from taqrib.packages.options import Choice, Package, Space, packages


def key(found: Space, package: dict[str, str]) -> tuple[object, ...]:
    """The order as the docs give it, computed from the package alone."""
    takes = [Choice(issue, option) for issue, option in package.items()]
    stated = [found.issues[issue].index(package[issue]) for issue in sorted(found.issues)]
    return (
        sum(len(found.unknown(choice)) for choice in takes),
        sum(len(found.lived_with(choice)) for choice in takes),
        stated,
    )


@given(spaces(most_issues=5))
@settings(deadline=None)
def test_every_possible_package_is_listed_once_in_order(found: Space) -> None:
    expected = sorted((p for p in all_packages(found) if is_possible(found, p)), key=lambda p: key(found, p))
    listed = list(packages(found))
    assert [dict(package.choices) for package in listed] == expected
    assert [package.certain for package in listed] == [is_certain(found, package) for package in expected]


@given(spaces(), st.permutations(range(3)))
@settings(deadline=None)
def test_neither_parties_nor_issues_in_another_order_change_the_list(found: Space, order: list[int]) -> None:
    parties = tuple(found.parties[place] for place in order if place < len(found.parties))
    other = replace(found, parties=parties, issues=dict(reversed(found.issues.items())))

    def told(package: Package) -> tuple[frozenset[Choice], int, int]:
        return frozenset(package.choices), package.unknown, package.lived_with

    assert list(map(told, packages(other))) == list(map(told, packages(found)))


def test_the_first_packages_of_very_many_come_at_once() -> None:
    found = space(
        *(view("orla", f"i{number}:b", "wants", "e1") for number in range(40)),
        issues=" ".join(f"i{number}:a,b,c,d,e" for number in range(40)),
    )
    first, second = islice(packages(found), 2)
    assert {choice.option for choice in first.choices} == {"b"}
    assert (first.unknown, second.unknown) == (40, 41)
