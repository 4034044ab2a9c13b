"""What an English stance turns away from."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def turned(text: str) -> list[tuple[str, list[str]]]:
    """Kind of each stance, and what it turns away from."""
    return [(one.kind, [text[slice(*span)] for span in one.turned]) for one in read(text, language="en").stances]


@pytest.mark.parametrize(
    ("text", "kind", "away"),
    [
        ("Peru demanded that Chile drop the map.", "demand", "the map"),
        ("Peru urged Chile to abandon the map.", "demand", "the map"),
        ("Peru asked Chile to give up the map.", "demand", "the map"),
        ("Peru called for an end to the patrols.", "demand", "to the patrols"),
        ("Peru urged Chile not to accept the map.", "demand", "to accept the map"),
        ("Rosa Leal said Chile must drop the map.", "demand", "the map"),
        ("Peru demanded that the map be dropped.", "demand", "that the map be"),
        ("Peru wants the map scrapped.", "demand", "the map"),
        ("Peru refuses to drop the map.", "reject", "the map"),
        ("Peru refuses to back down from the map.", "reject", "from the map"),
        ("Peru is not ready to give up the map.", "reject", "the map"),
        ("Peru rejected calls to drop the map.", "reject", "the map"),
        ("Peru vowed not to drop the map.", "reject", "the map"),
        ("Rosa Leal said she would not abandon the map.", "reject", "the map"),
        ("Peru agreed to drop the map.", "accept", "the map"),
        ("Peru dropped its opposition to the map.", "drop", "to the map"),
        ("Peru demands the port rather than the pier.", "demand", "the pier"),
        ("Peru rejects everything except the pier.", "reject", "the pier"),
        ("Peru accepts anything but the pier.", "accept", "the pier"),
        ("Peru demands the port and not the pier.", "demand", "the pier"),
        ("Peru favours the port over the pier.", "support", "the pier"),
        ("Peru urged Chile to replace the map with the chart.", "demand", "the map"),
        ("Peru warned against dropping the map.", "reject", "the map"),
    ],
)
def test_what_is_given_up_refused_or_left_is_turned_away_from(text: str, kind: str, away: str) -> None:
    assert turned(text) == [(kind, [away])]


@pytest.mark.parametrize(
    "text",
    [
        "Peru demanded the port.",
        "Peru rejected the map.",
        "Peru vowed to block the map.",
        "Peru continues to reject the map.",
        "Peru warned against the map.",
        "Peru is against the map.",
        "Peru dropped its demand for the map.",
        "Peru demanded not only the port.",
    ],
)
def test_a_stance_with_nothing_between_turns_away_from_nothing(text: str) -> None:
    assert [away for _, away in turned(text)] == [[]]


def test_what_is_joined_to_an_end_is_demanded_again() -> None:
    assert turned("Peru called for an end to the patrols and the release of the crew.") == [
        ("demand", ["to the patrols"])
    ]


def test_what_is_given_up_for_something_does_not_take_it_along() -> None:
    assert turned("Peru urged Chile to drop the map in favour of the port.") == [("demand", ["the map"])]


def test_what_is_not_to_be_dropped_is_not_turned_away_from() -> None:
    assert turned("Peru demanded that the map not be dropped.") == [("demand", ["be dropped"])]


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("Peru agreed to discuss the map.", ["the map"]),
        ("Peru demanded talks on the map.", ["the map"]),
        ("Peru demanded an explanation for the map.", ["for the map"]),
        ("Peru refused to discuss the map.", []),
    ],
)
def test_what_is_only_to_be_talked_of_is_neither_accepted_nor_demanded(text: str, away: list[str]) -> None:
    assert [one for _, one in turned(text)] == [away]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will accept nothing less than the port.",
        "Rosa Leal said she would settle for nothing short of the port.",
        "Peru will not accept anything less than the port.",
        "Rosa Leal said she would not accept less than the port.",
        "Peru insists on nothing less than the port.",
        "Peru rejected anything other than the port.",
        "Peru will accept nothing but the port.",
        "Peru will not accept any alternative to the port.",
    ],
)
def test_who_accepts_nothing_else_demands_it(text: str) -> None:
    assert turned(text) == [("demand", [])]


@pytest.mark.parametrize(
    ("text", "kind", "away"),
    [
        ("Peru rejected an offer of less than the port.", "reject", "the port"),
        ("Peru rejected less than half of the port.", "reject", "half of the port"),
        ("Peru proposed an alternative to the port.", "offer", "the port"),
    ],
)
def test_what_is_less_or_instead_is_not_the_thing(text: str, kind: str, away: str) -> None:
    assert turned(text) == [(kind, [away])]


def test_what_has_to_come_first_is_the_condition() -> None:
    assert turned("Peru will not sign before the port is open.") == [("condition", [])]
    assert turned("Peru will sign before the port is open.") != [("condition", [])]
