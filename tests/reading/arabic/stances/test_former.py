"""Which Arabic stances stand in former times."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def former(text: str) -> list[bool]:
    """For each stance, in order, whether it stands in former times."""
    return [one.former for one in read(text, language="ar").stances]


@pytest.mark.parametrize(
    "text",
    [
        "كانت الحكومة ترفض الخطة.",
        "كانت الحكومة ترفض سابقا الخطة.",
        "وكان الوفد يطالب بالميناء.",
        "سبق أن رفضت الحكومة الخطة.",
        "سبق وأن رفضت الحكومة الخطة.",
        "سبق أن أعلنت الحكومة رفضها الخطة.",
        "رفضت الحكومة في السابق الخطة.",
        "رفضت الحكومة الخطة سابقا.",
        "رفضت الحكومة الميناء سابقا.",
        "في الماضي، رفضت الحكومة الخطة.",
        "حتى وقت قريب رفضت الحكومة الخطة.",
        "كانت الحكومة قد رفضت الخطة في وقت سابق.",
        "قال الوزير إن كينيا كانت ترفض الخطة.",
        "قال الوزير سابقا إن كينيا ترفض الخطة.",
    ],
)
def test_a_word_of_former_times_places_a_stance_there(text: str) -> None:
    assert former(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "رفضت الحكومة الخطة.",
        "كانت الحكومة قد رفضت الخطة.",
        "كانت الحكومة قد رفضت الخطة أمس.",
        "قال الوزير إن كينيا ترفض الخطة.",
        "كانت الحكومة لا تزال ترفض الخطة.",
        "لطالما رفضت الحكومة الخطة.",
        "كانت لجنة محايدة تدرس خطة ترفضها الحكومة.",
        "رفضت الحكومة الخطة في وقت سابق.",
        "كانت الحكومة قد رفضت الخطة في وقت سابق اليوم.",
        "رفضت الحكومة الخطة المقترحة سابقا.",
        "رفضت الحكومة الشروط المتفق عليها سابقا.",
    ],
)
def test_a_stance_without_one_or_with_anothers_is_not_placed_in_former_times(text: str) -> None:
    assert former(text) == [False]


def test_what_a_side_used_to_want_goes_on_over_and() -> None:
    assert former("كانت الحكومة ترفض الخطة وتطالب بالميناء.") == [True, True]


def test_what_a_side_used_to_want_leaves_what_it_did_then() -> None:
    assert former("رفضت الحكومة الخطة بعدما كانت تطالب بالميناء.") == [False, True]
