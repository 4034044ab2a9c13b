"""The annotated reports a measurement runs on; they are not the project's to ship."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(os.environ.get("TAQRIB_READING", Path(__file__).parents[2] / "shared" / "reading"))
"""Holds ``text/NAME.txt``, ``gold/NAME.json``, ``published.json`` and ``score.py``."""

TUNED = ("ar01", "ar09", "ar11", "ar21", "ar33", "en01")
"""The half of the annotated reports that rules were tuned on; the rest was looked at only to measure."""


class Annotated(NamedTuple):
    """One report with the day it was published."""

    name: str
    text: str
    published: date

    @property
    def language(self) -> str:
        """``ar`` or ``en``, by the report's name."""
        return self.name[:2]


def annotated() -> list[Annotated]:
    """The annotated reports, by name; stops with one sentence where there are none."""
    if not (FOLDER / "gold").is_dir():
        sys.exit(f"Expected annotated reports in {FOLDER}, found none; name their folder with TAQRIB_READING=...")
    published = json.loads((FOLDER / "published.json").read_text(encoding="utf-8"))
    return [
        Annotated(
            gold.stem,
            (FOLDER / "text" / f"{gold.stem}.txt").read_text(encoding="utf-8"),
            date.fromisoformat(published[gold.stem]),
        )
        for gold in sorted((FOLDER / "gold").glob("*.json"))
    ]
