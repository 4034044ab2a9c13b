"""Trades rest on recorded words, and on nothing else."""

from __future__ import annotations

from hypothesis import given, settings

from packages.options.spaces import all_packages, is_possible, space, spaces, view
from taqrib.packages.options import Space, View, trades


def offered(*more: View) -> list[tuple[str, str]]:
    found = space(
        view("orla", "dock:a", "wants", "e1", intensity="strong"),
        view("venn", "dock:b", "can live with", "e2", intensity="weak"),
        view("venn", "toll:a", "wants", "e3", intensity="strong"),
        view("orla", "toll:a", "can live with", "e4", intensity="weak"),
        *more,
        issues="dock:a,b toll:a,b",
    )
    return [(str(one.one.choice), str(one.other.choice)) for one in trades(found)]


def test_each_side_gives_what_it_speaks_of_less_strongly() -> None:
    assert offered() == [("toll:a", "dock:a")]


def test_nobody_gives_what_it_excludes_or_what_it_speaks_of_strongly() -> None:
    assert offered(view("venn", "dock:a", "cannot", "e5", intensity="strong")) == []
    assert offered(view("venn", "dock:b", "wants", "e5", intensity="strong")) == []


def test_an_estimate_is_no_intensity() -> None:
    assert offered(view("venn", "dock:b", "can live with")) == []


@given(spaces())
@settings(deadline=None)
def test_what_is_traded_stands_together_in_a_possible_package(found: Space) -> None:
    possible = [package for package in all_packages(found) if is_possible(found, package)]
    for trade in trades(found):
        assert trade.one.giver < trade.one.taker
        assert (trade.one.giver, trade.one.taker) == (trade.other.taker, trade.other.giver)
        assert any(
            all(package[one.choice.issue] == one.choice.option for one in (trade.one, trade.other))
            for package in possible
        )
        for one in (trade.one, trade.other):
            assert found.level(one.taker, one.choice) == "wants"
            assert found.level(one.giver, one.choice) in {"can live with", "unknown"}
            spoken = [v for (who, c), v in found.views.items() if who == one.giver and c.issue == one.choice.issue]
            assert {v.intensity for v in spoken} == {"weak"}
