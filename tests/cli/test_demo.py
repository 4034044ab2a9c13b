"""``taqrib demo``: what the example reports tell is in the record, and nothing else is."""

from __future__ import annotations

import json
import os
import re
import socket
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from commandline import Run
from taqrib.cli.brief import material_of


@pytest.fixture(scope="session")
def truce(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The truce demo, built once, by the command itself; no connection may be opened on the way."""
    from taqrib.cli.demo import Example, demo

    def refuse(*_: object) -> None:
        raise AssertionError("something tried to reach the network")

    folder = tmp_path_factory.mktemp("demo") / "truce"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket.socket, "connect_ex", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        demo(folder, Example.truce)
    return folder


@pytest.fixture(scope="session")
def material(truce: Path) -> Any:
    return material_of(truce, date(2024, 7, 4), date(2024, 7, 10))


def cells(material: Any, actor: str) -> list[Any]:
    return [position for row in material.gaps for position in row.cells[actor]]


def test_who_is_only_spoken_of_holds_nothing(material: Any) -> None:
    for actor in ("israel", "israel-pm", "qatar", "usa"):
        assert cells(material, actor) == [], actor
    spoken_of = {"israel", "israel-pm"}
    assert not [entry for entry in material.entries.values() if entry.kind == "statement" and entry.actor in spoken_of]


def test_the_dropped_demand_is_a_move_from_what_was_demanded_told_by_the_narrators(material: Any) -> None:
    drops = [move for move in material.moves if move.after.holding == "dropped"]
    assert {move.actor for move in drops} == {"hamas"}
    (move,) = [move for move in drops if move.after.option == "permanent-first"]
    assert move.before is not None
    assert (move.before.stance, move.before.since) == ("demand", "2024-07-03")
    told_by = {material.entries[entry].voice for entry in move.after.entries}
    assert told_by == {None}
    assert len({material.reports[material.entries[entry].report].source for entry in move.after.entries}) >= 2


def test_the_qualifier_one_report_lost_is_not_put_back(material: Any) -> None:
    (unqualified,) = [report.id for report in material.reports.values() if report.stem.endswith("unqualified-ar")]
    (drop,) = [entry for entry in material.entries.values() if entry.report == unqualified and entry.type == "drop"]
    assert [str(touch) for touch in drop.touches] == ["ceasefire"]


def test_the_safety_net_has_two_days_side_by_side(material: Any) -> None:
    (one,) = [found for found in material.contradictions if found.matter == "date"]
    assert (one.actor, one.issue, one.option) == ("lapid", "majority", "safety-net")
    assert [claim for claim, _ in one.claims] == ["2024-07-08", "2024-07-09"]


def test_agreement_and_gaps_stand_side_by_side(material: Any) -> None:
    (one,) = [found for found in material.contradictions if found.matter == "assessment"]
    claims = {claim: {material.entries[entry].actor for entry in entries} for claim, entries in one.claims}
    assert claims == {"many-points": {"egyptian-source"}, "gaps": {"kirby"}}


def test_the_rounds_of_10_and_11_july_are_announced_and_not_held(material: Any) -> None:
    ahead = [one for one in material.rounds if one.when in {"2024-07-10", "2024-07-11"}]
    assert {one.status for one in ahead} == {"announced"}
    assert {"2024-07-10", "2024-07-11"} == {one.when for one in ahead if one.type in {"resume", "talks"}}


def test_every_quote_is_its_report_at_its_offsets(material: Any) -> None:
    assert len(material.entries) > 60
    for entry in material.entries.values():
        start, end = entry.span
        assert material.reports[entry.report].text[start:end] == entry.quote


def test_both_languages_rest_on_the_same_entries(truce: Path) -> None:
    ids = {
        language: re.findall(r'href="#(e\d+)"', (truce / f"brief-{language}.html").read_text(encoding="utf-8"))
        for language in ("ar", "en")
    }
    assert ids["ar"] == ids["en"]
    assert len(ids["ar"]) > 20


def test_the_demo_writes_what_opens_anywhere_in_both_languages(truce: Path) -> None:
    beginnings = {"md": b"", "html": b"<!DOCTYPE html>", "docx": b"PK", "pdf": b"%PDF"}
    for language in ("ar", "en"):
        for kind, beginning in beginnings.items():
            assert (truce / f"brief-{language}.{kind}").read_bytes().startswith(beginning)


def test_without_an_arabic_font_the_demo_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from taqrib.brief import pdf
    from taqrib.cli.demo import kinds_to_write

    monkeypatch.setattr(pdf, "ARABIC_FONTS", ("No Such Font",))
    assert [kind.value for kind in kinds_to_write()] == ["md", "html", "docx"]
    assert "No PDF is written: expected a font with Arabic letters" in capsys.readouterr().err


def test_a_day_without_change_says_so(run: Run, truce: Path) -> None:
    quiet = ("brief", truce, "--from", "2024-07-07", "--to", "2024-07-07")
    assert "لا تغيّر في المواقف مسجَّل في هذه المدة" in run(*quiet, "--lang", "ar").stdout
    assert "no change" in run(*quiet, "--lang", "en").stdout.lower()


def test_last_week_can_still_be_asked(run: Run, truce: Path) -> None:
    def ceasefire(day: str) -> list[Any]:
        rows = json.loads(run("gaps", truce, "--as-of", day, "--format", "json").stdout)["issues"]
        cell: list[Any] = next(row for row in rows if row["issue"] == "ceasefire")["cells"]["hamas"]
        return cell

    assert [position["stance"] for position in ceasefire("2024-07-05")] == ["demand"]
    assert "demand" not in {
        position["stance"] for position in ceasefire("2024-07-10") if position["option"] == "permanent-first"
    }


def test_the_demo_leaves_what_it_finds_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "mine.txt").write_text("mine")
    done = run("demo")
    assert done.returncode == 2
    assert "demo: expected a new or an empty folder" in done.stderr
    assert os.listdir(tmp_path / "demo") == ["mine.txt"]  # noqa: PTH208 - names are what is compared


def test_the_invented_case_builds_too(run: Run) -> None:
    done = run("demo", "strait", "--example", "strait")
    assert done.returncode == 0, done.stderr
    assert "The record is whole" in run("record", "verify", "strait").stdout
