"""How counting, listing, asking and blockers grow with issues and conditions: ``python benchmarks/options.py``.

Spaces are drawn at random from seeds: 5 options an issue, 4 parties; each party rejects an option with the probability
given, is silent on one in five, and accepts the rest; a condition ties an option to one of another issue. Times are CPU
seconds, the median of the seeds, and of one run each.
"""

from __future__ import annotations

import random
import resource
import time
from functools import partial
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from taqrib.packages.options import Choice, Condition, Space, View, counts, knots, packages, questions
from taqrib.packages.options.constraints import boxes_of, constraints
from taqrib.packages.options.diagram import Diagram

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.packages.options import Level, Package

Answer = TypeVar("Answer")

SEEDS = range(9)
PARTIES = ("orla", "tamar", "venn", "welm")
EVERY_SIZE = [(issues, issues * 3 // 2) for issues in (10, 20, 40, 80, 160)]
EVERY_TIE = [(40, conditions) for conditions in (0, 30, 60, 80, 100, 120)]


def main() -> None:
    """Print one table for possible packages and one for blockers."""
    print("Counts, first 100 packages, questions; 5 % of options rejected; inf: too wide, counts are bounds")
    print(f"{'issues':>8}{'conditions':>12}{'packages':>12}{'arcs':>10}{'counts s':>10}{'list s':>10}{'ask s':>10}")
    for issues, conditions in (*EVERY_SIZE, *EVERY_TIE):
        rows = []
        for seed in SEEDS:
            space = drawn(issues, conditions, rejected=0.05, seed=seed)
            counted, answer = timed(partial(counts, space))
            if not answer.possible.exact:
                rows.append((float("inf"), counted, float("inf"), float("inf")))  # bounds only
                continue
            arcs = Diagram(space.issues, boxes_of(constraints(space))).size
            listed, _ = timed(partial(_first, space))
            asked, _ = timed(partial(questions, space))
            rows.append((arcs, counted, listed, asked))
        arcs, *seconds = (median(column) for column in zip(*rows, strict=True))
        times = "".join(f"{one:>10.3f}" for one in seconds)
        print(f"{issues:>8}{conditions:>12}{5.0**issues:>12.0e}{arcs:>10.0f}{times}")
    for rejected in (0.05, 0.35):
        print(f"\nBlockers, where nothing is possible; {rejected:.0%} of options rejected by each party")
        print(f"{'issues':>8}{'conditions':>12}{'cases':>8}{'sets':>12}{'openings':>10}{'complete':>10}{'seconds':>10}")
        for issues, conditions in (*EVERY_SIZE[:-2], *EVERY_TIE):
            found = []
            for seed in range(60):
                space = drawn(issues, conditions, rejected=rejected, seed=seed)
                if len(found) < len(SEEDS) and not counts(space).possible.at_most:
                    seconds, answer = timed(partial(knots, space))
                    sets = sum(blocker.sets for knot in answer for blocker in knot.blockers)
                    changes = sum(len(knot.openings) for knot in answer)
                    found.append((sets, changes, all(knot.complete for knot in answer), seconds))
            if found:
                sets, changes, complete, seconds = zip(*found, strict=True)
                told = f"{median(sets):>12,.0f}{median(changes):>10,.0f}{sum(complete):>7}/{len(found)}"
                print(f"{issues:>8}{conditions:>12}{len(found):>8}{told}{max(seconds):>10.3f}")
    print(f"\nPeak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _first(space: Space) -> list[Package]:
    return list(islice(packages(space), 100))


def drawn(issues: int, conditions: int, *, rejected: float, seed: int) -> Space:
    """A space drawn at random."""
    draw = random.Random(seed)  # noqa: S311 - reproducible, not secret
    named = {f"i{number:03}": tuple("abcde") for number in range(issues)}
    levels: list[Level] = ["unknown", "wants", "can live with", "wants", "can live with"]
    views = {}
    for issue, options in named.items():
        for option in options:
            for party in PARTIES:
                level: Level = "cannot" if draw.random() < rejected else draw.choice(levels)
                if level != "unknown":
                    choice = Choice(issue, option)
                    views[party, choice] = View(
                        holder=party, choice=choice, level=level, entries=(f"e{len(views) + 1}",)
                    )
    ties = []
    for number in range(conditions):
        one, other = draw.sample(sorted(named), 2)
        ties.append(
            Condition(
                holder=draw.choice(PARTIES),
                choice=Choice(one, draw.choice("abcde")),
                requires=(Choice(other, draw.choice("abcde")),),
                entries=(f"e{len(views) + 1 + number}",),
            )
        )
    return Space(issues=named, parties=PARTIES, views=views, conditions=tuple(ties))


def timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """CPU seconds of one run, and what it answers."""
    began = time.process_time()
    answer = work()
    return time.process_time() - began, answer


if __name__ == "__main__":
    main()
