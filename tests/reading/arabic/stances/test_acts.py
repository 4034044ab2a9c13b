"""Which time dates an Arabic stance."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read


def acted(text: str) -> list[str | None]:
    """For each stance, in order, the words of the time that dates it."""
    stances = read(text, language="ar", published=date(2031, 5, 8)).stances
    return [None if one.acted is None else text[slice(*one.acted)] for one in stances]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("رفضت كينيا أمس الخطة.", "أمس"),
        ("رفضت كينيا الخطة يوم الاثنين.", "يوم الاثنين"),
        ("رفضت كينيا في 2 أبريل 2031 الخطة.", "2 أبريل 2031"),
        ("قال وزير كيني إن كينيا تخلت عن مطلبها الشهر الماضي.", "الشهر الماضي"),
        ("قال وزير كيني إن كينيا تخلت عن مطلب رحلة كل ليلة الشهر الماضي.", "الشهر الماضي"),
        ("وفي الثاني من أبريل رفضت كينيا الخطة.", "الثاني من أبريل"),
        ("أعلنت كينيا أمس رفضها الخطة.", "أمس"),
        ("عرضت كينيا على الحكومة، اليوم الخميس، شبكة أمان.", "اليوم الخميس"),
        ("رفضت كينيا خطة الأمم المتحدة مساء الاثنين.", "مساء الاثنين"),
    ],
)
def test_a_time_of_the_verb_dates_what_was_done(text: str, day: str) -> None:
    assert acted(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "ترفض كينيا الخطة يوم الاثنين.",
        "رفضت كينيا مقترح 2 أبريل.",
        "رفضت كينيا مقترح أمس.",
        "رفضت كينيا الخطة المقدمة يوم الاثنين.",
        "رفضت كينيا الخطة منذ يوم الاثنين.",
        "رفضت كينيا الخطة التي قدمتها بيرو أمس.",
        "قال وزير كيني أمس إن كينيا رفضت الخطة.",
    ],
)
def test_a_time_of_a_noun_or_of_another_verb_dates_nothing(text: str) -> None:
    assert acted(text) == [None]
