"""Which time dates an English stance."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read


def acted(text: str) -> list[str | None]:
    """For each stance, in order, the words of the time that dates it."""
    stances = read(text, language="en", published=date(2031, 5, 8)).stances
    return [None if one.acted is None else text[slice(*one.acted)] for one in stances]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru dropped its demand for the port on 2 April.", "2 April"),
        ("Rosa Leal said Peru had accepted the map on Monday.", "Monday"),
        ("Peru rejected the map on Sunday, a spokesman said.", "Sunday"),
        ("Peru dropped its demand for the port last month.", "last month"),
        ("Peru accepted the map earlier this week, and waits.", "earlier this week"),
        ("On Monday, Peru rejected the map.", "Monday"),
        ("Peru expressed its opposition to the map on Sunday.", "Sunday"),
        ("Last week Peru accepted the map.", "Last week"),
        ("Peru rejected the map of 2 April on Sunday.", "Sunday"),
    ],
)
def test_a_time_of_the_verb_dates_what_was_done(text: str, day: str) -> None:
    assert acted(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejects the map on Sunday.",
        "Peru would accept the map on Sunday.",
        "Peru has accepted the map on Sunday.",
        "Peru rejected the map of 2 April.",
        "Peru rejected the 2 April map.",
        "Peru rejected Monday's map.",
        "Peru rejected a map that Chile sent on Monday.",
        "Peru rejected a map made on Monday.",
        "On Monday, Rosa Leal said that Peru had rejected the map.",
        "On Monday, Peru rejected the map and on Tuesday the port.",
    ],
)
def test_a_time_of_a_noun_of_another_verb_or_one_of_two_dates_nothing(text: str) -> None:
    assert acted(text) == [None]
