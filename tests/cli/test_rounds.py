"""``taqrib rounds``: announced, held, called off; and the same as a calendar."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import icalendar
import pytest

from taqrib.cli.brief import Language
from taqrib.cli.rounds import RoundsFormat, rounds


@pytest.fixture
def found(talks: Path, capsys: pytest.CaptureFixture[str]) -> list[Any]:
    """The rounds as a program gets them."""
    rounds(talks, as_of="2031-05-10", format=RoundsFormat.json)
    listed: list[Any] = json.loads(capsys.readouterr().out)["rounds"]
    return listed


def test_a_round_announced_is_not_held_and_each_names_its_entries(
    talks: Path, found: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert {(each["when"], each["status"]) for each in found} >= {("2031-05-04", "held"), ("2031-05-08", "announced")}
    rounds(talks, as_of="2031-05-10")
    table = capsys.readouterr().out
    assert "2031-05-08" in table
    assert "announced" in table
    assert all(entry in table for each in found for entry in each["entries"])


def test_what_was_not_yet_known_is_not_told(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rounds(talks, as_of="2031-05-01")
    assert "No rounds are on record." in capsys.readouterr().out


@pytest.mark.parametrize("language", list(Language))
def test_the_calendar_has_the_rounds_that_have_a_day_and_names_the_others(
    talks: Path, found: list[Any], tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    path = tmp_path / "rounds.ics"
    rounds(talks, as_of="2031-05-10", format=RoundsFormat.ics, lang=language, output=path)
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    dated = [each["when"] for each in found if each["when"]]
    undated = [entry for each in found if not each["when"] for entry in each["entries"]]
    assert [event["DTSTART"].dt.isoformat() for event in events] == dated
    assert undated
    assert ", ".join(undated) in capsys.readouterr().err
