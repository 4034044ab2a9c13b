"""How fast exact frontiers are found, beside NegMAS on the same scenarios: ``make bench-packages``.

A scenario has some issues of ten options each, evaluations drawn evenly and weights from a Dirichlet distribution,
all of them doubles, which Taqrib takes as the exact fractions they are. Each measurement has a process of its own,
after a run on a small scenario that loads what is loaded late; ours is the median of up to nine runs, NegMAS's one
run; seconds are CPU seconds, memory is the most the process held. Both sides hand back the packages. NegMAS 0.16 gets
an environment of its own under ``.venv/peers``. Its frontier stops after ``--patience`` seconds; its sampler, for two
parties only, works in doubles.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from taqrib.errors import LimitReached
from taqrib.packages.utilities.domain import Domain
from taqrib.packages.utilities.frontier import frontier

HERE = Path(__file__).parent
PEER = "negmas==0.16.*"
PATIENCE = 150
COMPARED = [(2, 5), (2, 6), (2, 7), (3, 6), (3, 7), (5, 5), (5, 6)]
"""(parties, issues of ten options)."""
ALONE = [(2, 10), (2, 15), (2, 20), (2, 30), (3, 8), (3, 10), (3, 12)]
SEED = 20
RUNS, LONG_ENOUGH = 9, 2.0
"""Our runs of one scenario: so many, or until they have taken so many seconds."""


def scenario(parties: int, issues: int) -> dict[str, Any]:
    """Evaluations of shape (issues, options, parties) and weights of shape (parties, issues), as lists."""
    random = np.random.default_rng([SEED, parties, issues])
    weights = random.dirichlet(np.ones(issues), size=parties)
    return {"evaluations": random.random((issues, 10, parties)).tolist(), "weights": weights.tolist()}


def measure() -> None:
    """Time our own frontier of the scenario on standard input (the child's side)."""
    given = json.load(sys.stdin)
    small = scenario(len(given["weights"]), 2)
    warm = frontier(Domain.from_arrays(small["evaluations"], weights=small["weights"]))
    _ = warm.all_packages(), warm.utilities
    runs: list[float] = []
    while len(runs) < RUNS and sum(runs) < LONG_ENOUGH:
        domain = Domain.from_arrays(given["evaluations"], weights=given["weights"])  # anew: nothing is remembered
        began = time.process_time()
        try:
            found = frontier(domain)
        except LimitReached as error:
            print(json.dumps({"error": error.message}))
            return
        _, packages = found.all_packages()
        utilities = found.utilities
        runs.append(time.process_time() - began)
    seconds = statistics.median(runs)
    began = time.process_time()
    _ = packages.copy(), utilities.copy()
    passing = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "found": len(packages), "memory": memory, "pass": passing}))


def run(command: list[str], given: dict[str, Any], patience: float | None = None) -> dict[str, Any]:
    """What a child answers to a scenario; ``{}`` if it fails or is not done in time."""
    try:
        done = subprocess.run(
            command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False, timeout=patience
        )
    except subprocess.TimeoutExpired:
        return {"error": f"> {patience:.0f} s"}
    if done.returncode:
        return {"error": done.stderr.strip().splitlines()[-1]}
    return json.loads(done.stdout.splitlines()[-1])


def peer() -> str | None:
    """The peer's Python, installed if it is not there; ``None``, and one sentence, where it cannot be."""
    folder = HERE.parent / ".venv" / "peers" / "negmas"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    there = subprocess.run([str(python), "-c", "import negmas"], check=False, stderr=subprocess.DEVNULL)
    if there.returncode:
        quiet = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        if subprocess.run(quiet, check=False, stderr=subprocess.DEVNULL).returncode:
            print("NegMAS cannot be installed here and is left out")
            return None
    return str(python)


def told(answer: dict[str, Any]) -> str:
    """Seconds and megabytes, or why there are none."""
    return f"{answer['seconds']:10.4f} s {answer['memory']:7.0f} MB" if "seconds" in answer else answer["error"][:23]


def main() -> None:
    """Print one row for each scenario, and how our cost grows beyond what can be compared."""
    python = peer()
    print(f"{'parties':>7} {'packages':>8} {'frontier':>9}  {'ours':>23}  {'one pass':>9}  {'NegMAS frontier':>23}"
          f"  {'ratio':>8}  {'NegMAS sampler':>23}")  # fmt: skip
    for parties, issues in COMPARED + ALONE:
        given = scenario(parties, issues)
        ours = run([sys.executable, __file__, "--ours"], given)
        line = f"{parties:>7} {f'1e{issues}':>8} {ours.get('found', '?'):>9}  {told(ours):>23}"
        line += f"  {ours.get('pass', 0):>9.6f}"
        if python and (parties, issues) in COMPARED:
            theirs = run([python, str(HERE / "packages_peer.py"), "frontier"], given, PATIENCE)
            ratio = f"{theirs['seconds'] / ours['seconds']:,.0f}" if "seconds" in theirs else ""
            if theirs.get("found", ours["found"]) != ours["found"]:
                ratio += f" (finds {theirs['found']})"
            line += f"  {told(theirs):>23}  {ratio:>8}"
        if python and parties == 2:
            pad = "" if (parties, issues) in COMPARED else " " * 35
            sampled = run([python, str(HERE / "packages_peer.py"), "sampler"], given, PATIENCE)
            line += f"{pad}  {told(sampled):>23}"
            if sampled.get("found", ours["found"]) != ours["found"]:
                line += f" (finds {sampled['found']})"
        print(line, flush=True)


if "--ours" in sys.argv:
    measure()
else:
    main()
