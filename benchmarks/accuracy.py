"""How accurately reports are read, by the annotators' own scorer: ``make accuracy``.

Each language's total, the half the rules were tuned on, and the half that was looked at only to measure.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from material import FOLDER, TUNED, annotated

from taqrib.reading import read

TARGETS = {
    "statements F1": (0.90, 0.85),
    "speaker name, of matched": (0.88, 0.85),
    "content exact, of matched": (0.75, 0.70),
    "times F1": (0.93, 0.90),
    "times value, of matched": (0.92, 0.88),
    "events F1": (0.70, 0.60),
    "stances F1": (0.60, 0.55),
    "figures F1": (0.90, 0.85),
}
"""What each line should reach, in Arabic and in English."""


def main() -> None:
    """Read every annotated report, score, and print the table."""
    reports = annotated()
    with tempfile.TemporaryDirectory() as folder:
        for report in reports:
            found = read(report.text, published=report.published).as_json()
            answer = json.dumps({"report": report.name, **found}, ensure_ascii=False)
            (Path(folder) / f"{report.name}.json").write_text(answer, encoding="utf-8")
        columns = {}
        for language, title in (("ar", "Arabic"), ("en", "English")):
            names = [report.name for report in reports if report.language == language]
            tuned = [name for name in names if name in TUNED]
            columns[f"{title}: all {len(names)}"] = scored(folder, names)
            columns[f"tuned {len(tuned)}"] = scored(folder, tuned)
            columns[f"held out {len(names) - len(tuned)}"] = scored(
                folder, [name for name in names if name not in TUNED]
            )
            show(title, columns, 0 if language == "ar" else 1)
            columns = {}


def scored(folder: str, names: list[str]) -> dict[str, float | None]:
    """The scorer's totals over the reports ``names``."""
    command = [
        sys.executable,
        str(FOLDER / "score.py"),
        str(FOLDER / "gold"),
        folder,
        "--only",
        ",".join(names),
        "--json",
    ]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    total = answer["total"]

    def share(layer: str, name: str) -> float | None:
        right, pairs = total[layer]["acc"].get(name, (0, 0))
        return right / pairs if pairs else None

    return {
        "statements F1": total["statements"]["f1"],
        "speaker name, of matched": share("statements", "speaker name"),
        "content exact, of matched": share("statements", "exact content"),
        "times F1": total["times (relaxed)"]["f1"],
        "times value, of matched": share("times (relaxed)", "value"),
        "events F1": total["events"]["f1"],
        "stances F1": total["stances"]["f1"],
        "figures F1": total["figures"]["f1"],
        "bad spans": answer["provenance"]["bad"],
    }


def show(title: str, columns: dict[str, dict[str, Any]], place: int) -> None:
    """Print one language's table with what each line should reach."""
    print(f"{title:28}" + "".join(f"{name.split(': ')[-1]:>14}" for name in columns) + f"{'to reach':>12}")
    for line in next(iter(columns.values())):
        target = TARGETS[line][place] if line in TARGETS else 0
        values = "".join(f"{written(column[line]):>14}" for column in columns.values())
        print(f"{line:28}{values}{target:>12}")
    print()


def written(value: float | None) -> str:
    """A share with three digits, a count as it is, a dash for nothing to measure."""
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


main()
