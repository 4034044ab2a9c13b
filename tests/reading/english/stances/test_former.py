"""Which English stances stand in former times."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def former(text: str) -> list[bool]:
    """For each stance, in order, whether it stands in former times."""
    return [one.former for one in read(text, language="en").stances]


@pytest.mark.parametrize(
    "text",
    [
        "Peru had previously rejected the map.",
        "Peru has previously rejected the map.",
        "Peru had rejected the map previously.",
        "Peru was previously opposed to the map.",
        "Peru had earlier insisted on the port.",
        "Peru long demanded the port.",
        "Peru rejected the map in the past.",
        "Peru had in the past rejected the map.",
        "Until recently, Peru rejected the map.",
        "Rosa Leal said Peru had previously rejected the map.",
        "Rosa Leal had previously said Peru rejected the map.",
    ],
)
def test_a_word_of_former_times_places_a_stance_there(text: str) -> None:
    assert former(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected the map.",
        "Rosa Leal said Peru had rejected the map.",
        "Rosa Leal said Peru had rejected the map on Monday.",
        "Peru has long demanded the port.",
        "Peru rejected the map earlier on Monday.",
        "In the past week, Peru rejected the map.",
        "Peru rejected the previously agreed map.",
        "Peru demanded the port that Chile had previously rejected.",
        "Peru accepted the map it had previously rejected.",
        "Peru rejected the map that shut the port in the past.",
    ],
)
def test_a_stance_without_one_or_with_anothers_is_not_placed_in_former_times(text: str) -> None:
    assert former(text) == [False]


def test_both_verbs_of_one_had_previously_are_former() -> None:
    assert former("Peru had previously rejected the map and demanded the port.") == [True, True]


def test_both_verbs_behind_a_fronted_word_are_former() -> None:
    assert former("In the past, Peru rejected the map and demanded the port.") == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Peru had previously rejected the map and now rejects the port.",
        "Peru had previously rejected the map and rejects the port.",
        "Peru, which previously rejected the map, now rejects the port.",
    ],
)
def test_what_is_held_now_is_not_former_for_what_was(text: str) -> None:
    assert former(text) == [True, False]


def test_until_recently_is_no_condition() -> None:
    (stance,) = read("Until recently, Peru rejected the map.", language="en").stances
    assert (stance.kind, stance.requires) == ("reject", None)


def test_a_headline_cut_off_in_the_middle_of_a_time_is_read() -> None:
    (stance,) = read("Peru will demand the port until", language="en").stances
    assert (stance.kind, stance.former) == ("demand", False)
