"""The report it began with, through the whole house."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from commandline import Run
from reading_material import FOLDER, needs_real_reports, real_text
from taqrib.cli.brief import material_of

pytestmark = needs_real_reports


@pytest.fixture
def talks(run: Run, tmp_path: Path) -> Path:
    """A case with the report added and everything accepted."""
    folder = tmp_path / "talks"
    folder.mkdir()
    case = files("taqrib.examples").joinpath("truce-2024", "case.yaml").read_bytes()
    (folder / "case.yaml").write_bytes(case)
    added = run("add", folder, FOLDER / "text" / "seed.txt", "--published", "2024-07-09", "--source", "a real outlet")
    assert added.returncode == 0, added.stderr
    assert run("review", folder, "--accept-all", "--by", "a test").returncode == 0
    return folder


@pytest.fixture
def material(talks: Path) -> Any:
    return material_of(talks, date(2024, 7, 1), date(2024, 7, 12))


def test_the_dropped_demand_is_the_narrators(material: Any) -> None:
    drops = [entry for entry in material.entries.values() if entry.type == "drop"]
    assert [(entry.actor, entry.voice) for entry in drops] == [("hamas", None)]
    assert drops[0].on == "2024-06-30/2024-07-06"
    assert {touch.issue for touch in drops[0].touches} == {"ceasefire"}
    assert not [entry for entry in material.entries.values() if entry.kind == "statement" and entry.actor == "hamas"]


def test_the_prime_ministers_cells_stay_unknown(material: Any) -> None:
    assert {row.cells["israel-pm"] for row in material.gaps} == {()}
    assert not [
        entry
        for entry in material.entries.values()
        if entry.kind in {"statement", "stance"} and entry.actor == "israel-pm"
    ]


def test_announced_meetings_are_not_shown_as_held(material: Any) -> None:
    to_come = [one for one in material.rounds if one.when and one.when >= "2024-07-10"]
    assert to_come
    assert {one.status for one in to_come} == {"announced"}
    text = real_text("seed")
    for words in ("للقاء", "للاجتماع", "يتجه"):
        place = text.index(words)
        told = [
            entry
            for entry in material.entries.values()
            if entry.kind == "event" and entry.finding["trigger"][0] == place
        ]
        assert {entry.finding["status"] for entry in told} <= {"announced", "ongoing"}, words


def test_every_quote_is_the_reports_own_characters(material: Any) -> None:
    text = real_text("seed").rstrip()
    assert len(material.entries) > 25
    for entry in material.entries.values():
        assert text[slice(*entry.span)] == entry.quote


def test_the_kept_original_is_the_file(talks: Path) -> None:
    (kept,) = (talks / "reports").iterdir()
    assert kept.read_bytes() == (FOLDER / "text" / "seed.txt").read_bytes()


def test_a_second_outlet_saying_the_same_is_another_report(run: Run, talks: Path) -> None:
    again = run("add", talks, FOLDER / "text" / "seed.txt", "--published", "2024-07-09", "--source", "another")
    assert "r2," in again.stderr
