"""Each bargaining solution is what its definition says, with every tie; and the reference values are met."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from math import prod
from pathlib import Path

import pytest
from hypothesis import given, settings

from packages.utilities.spaces import domains, possible, undominated
from taqrib.errors import Invalid
from taqrib.packages.utilities.domain import Domain
from taqrib.packages.utilities.formats import Source, read_domain
from taqrib.packages.utilities.frontier import frontier
from taqrib.packages.utilities.solutions import Disagreement, disagreement_point, solutions
from taqrib.packages.utilities.steps import count_packages

FOLDER = Path(os.environ.get("TAQRIB_DOMAINS", Path(__file__).parents[4] / "shared" / "domains"))
REFERENCE = FOLDER / "reference.json"
CASES = json.loads(REFERENCE.read_text(encoding="utf-8"))["domains"] if REFERENCE.is_file() else {}


@settings(max_examples=500, deadline=None, derandomize=True)
@given(domains(rectangles=True))
def test_the_solutions_are_what_their_definitions_say(domain: Domain) -> None:
    packages = possible(domain)
    if not packages:
        return
    found = frontier(domain)
    points = [found.exact(point) for point in range(len(found))]
    for rule in Disagreement:
        floor, assumed = disagreement_point(domain, rule)
        if rule is Disagreement.minimum:
            assert floor == tuple(map(min, zip(*packages.values(), strict=True)))
        if rule is Disagreement.reserved:
            assert floor == tuple(who.reserved or Fraction(0) for who in domain.profiles)
            assert assumed == tuple(who.party for who in domain.profiles if who.reserved is None)
        answers = solutions(found, floor)
        gains = {
            point: tuple(value - least for value, least in zip(utilities, floor, strict=True))
            for point, utilities in enumerate(points)
        }
        rational = {point: gain for point, gain in gains.items() if min(gain) >= 0}
        most = [max((gain[party] for gain in rational.values()), default=0) for party in range(len(floor))]
        scores = {
            "nash": {point: prod(gain) for point, gain in rational.items()},
            "egalitarian": {point: min(gain) for point, gain in rational.items()},
            "leximin": {point: sorted(gain) for point, gain in rational.items()},
            "kalai_smorodinsky": {
                point: min((g / m for g, m in zip(gain, most, strict=True) if m), default=0)
                for point, gain in rational.items()
            },
            "utilitarian": {point: sum(utilities) for point, utilities in enumerate(points)},
        }
        for name, score in scores.items():
            best = tuple(point for point in score if score[point] == max(score.values()))
            assert getattr(answers, name) == best, (rule, name)
        assert {points[point] for point in answers.utilitarian} <= set(undominated(packages).values())


def test_without_a_package_as_good_as_disagreement_only_the_greatest_sum_is_named() -> None:
    domain = Domain.from_arrays([[[1, 0], [0, 1]]], reserved=[2, 2])
    answers = solutions(frontier(domain), disagreement_point(domain, "reserved")[0])
    assert answers.nash == answers.kalai_smorodinsky == answers.egalitarian == answers.leximin == ()
    assert answers.utilitarian == (0, 1)


def test_a_rule_that_there_is_not_is_refused_with_those_there_are() -> None:
    domain = Domain.from_arrays([[[1, 0], [0, 1]]])
    with pytest.raises(Invalid, match="one of reserved, minimum, zero, found 'none'"):
        disagreement_point(domain, "none")
    with pytest.raises(Invalid, match="each of 2 parties, found 1"):
        solutions(frontier(domain), [Fraction(0)])


@pytest.mark.skipif(
    not CASES, reason="needs the reference domains, which are not the project's to ship (set TAQRIB_DOMAINS)"
)
@pytest.mark.parametrize("name", ["laptop", "itex-cypress", "england-zimbabwe", "energy", "party-3"])
def test_the_reference_values_of_well_known_domains_are_met(name: str) -> None:
    case = CASES[name]
    exact = case["exact"]
    paths = [FOLDER / path for path in (case["domain"], *case["profiles"])]
    domain, *profiles = (Source(str(path), path.read_bytes()) for path in paths)
    read = read_domain(domain, profiles)
    found = frontier(read)
    assert count_packages(read) == case["outcomes"]
    assert len(found) == exact["pareto_utility_points"]
    assert found.package_count == exact["pareto_outcomes"]
    for rule in ("zero", "minimum"):
        floor, _ = disagreement_point(read, rule)
        answers = solutions(found, floor)
        (nash,) = answers.nash
        assert found.utilities[nash].tolist() == pytest.approx(exact[f"nash_disagreement_{rule}"], abs=1e-15)
        if rule == "minimum":
            assert [float(value) for value in floor] == pytest.approx(exact["min_per_party"], abs=1e-15)
    floor, _ = disagreement_point(read, "zero")
    answers = solutions(found, floor)
    (egalitarian,) = answers.egalitarian
    assert found.utilities[egalitarian].tolist() == pytest.approx(exact["egalitarian_maximin"], abs=1e-15)
    assert found.utilities[answers.utilitarian[0]].sum() == pytest.approx(exact["max_welfare"], abs=1e-15)
    assert found.utilities.max(axis=0).tolist() == pytest.approx(exact["max_per_party"], abs=1e-15)
