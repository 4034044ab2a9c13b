"""``taqrib moves``: who moved, from what to what, on which words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from taqrib.cli.moves import moves
from taqrib.cli.output import Format


def test_a_move_says_who_from_what_to_what_and_shows_its_words(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moves(talks, as_of="2031-05-10", format=Format.json)
    (move,) = [move for move in json.loads(capsys.readouterr().out)["moves"] if move["actor"] == "orla"]
    assert move["issue"] == "fishing"
    assert (move["before"]["stance"], move["after"]["stance"]) == ("demand", "drop")
    assert set(move["quotes"]) == set(move["entries"])
    moves(talks, as_of="2031-05-10")
    told = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert "2031-05-09 Orla" in told
    assert f"demand: fishing in open water [{move['before']['entries'][0]}]" in told
    assert f"{move['after']['entries'][0]} “Orla dropped its demand" in told


def test_before_the_move_nobody_had_moved(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moves(talks, as_of="2031-05-04")
    assert "No move is on record." in capsys.readouterr().out
    moves(talks, as_of="2031-05-04", format=Format.json)
    assert json.loads(capsys.readouterr().out) == {"ok": True, "as_of": "2031-05-04", "moves": []}
