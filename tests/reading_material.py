"""Real reports for tests: theirs are their publishers' words, so they never travel with the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("TAQRIB_READING", Path(__file__).parents[2] / "shared" / "reading"))
"""Where ``text/``, ``gold/`` and ``score.py`` lie, if they do."""

needs_real_reports = pytest.mark.skipif(
    not (FOLDER / "text").is_dir(),
    reason="needs real reports, which are not the project's to ship (set TAQRIB_READING)",
)


def real_text(name: str) -> str:
    """The text of one real report."""
    return (FOLDER / "text" / f"{name}.txt").read_text(encoding="utf-8")
