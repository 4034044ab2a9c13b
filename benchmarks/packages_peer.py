"""NegMAS's frontier of one scenario, in its own environment, for ``benchmarks/packages.py``: JSON in, JSON out.

Without Taqrib: what is measured here is the peer alone. Making the utility functions is not counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any


def frontier(ufuns: list[Any], issues: list[Any]) -> int:
    """How many outcomes ``pareto_frontier`` finds; the outcomes themselves are taken from the list it indexes."""
    from negmas.outcomes import enumerate_issues
    from negmas.preferences.ops import pareto_frontier

    _, indices = pareto_frontier(ufuns, issues=issues)
    listed = enumerate_issues(issues)
    return len([listed[index] for index in indices])


def sampler(ufuns: list[Any], _: list[Any]) -> int:
    """How many outcomes its default sampler of two parties' frontiers offers."""
    from negmas.preferences.pareto_sampler import DefaultParetoSampler

    own, other = ufuns
    found = DefaultParetoSampler()
    found.init(own, opponent_ufun=other)
    return len(list(found.pareto_outcomes()))


def main() -> None:
    """Read a scenario, time one run of what the command line names, and print the answer."""
    from negmas import LinearAdditiveUtilityFunction, make_issue, make_os

    scenario = json.load(sys.stdin)
    issues = [make_issue(len(table), f"i{place}") for place, table in enumerate(scenario["evaluations"])]
    space = make_os(issues)
    ufuns = [
        LinearAdditiveUtilityFunction(
            {
                issue.name: {option: row[party] for option, row in enumerate(table)}
                for issue, table in zip(issues, scenario["evaluations"], strict=True)
            },
            weights=weights,
            outcome_space=space,
        )
        for party, weights in enumerate(scenario["weights"])
    ]
    began = time.process_time()
    found = {"frontier": frontier, "sampler": sampler}[sys.argv[1]](ufuns, issues)
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "found": found, "memory": memory}))


main()
