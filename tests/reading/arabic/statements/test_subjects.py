"""The subject of a reporting verb: never whoever vouches, never what is told, the whole of a title."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read

WEDNESDAY = date(2023, 3, 15)


def said_by(text: str) -> list[tuple[str | None, str]]:
    found = read(text, published=WEDNESDAY).statements
    return [(statement.speaker_name, text[slice(*statement.content)]) for statement in found]


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "أما الوفد الكيني فاقترح، بحسب مصدر مشارك في الحوار، إنشاء لجنة ثلاثية.",
            "الوفد الكيني",
            "إنشاء لجنة ثلاثية",
        ),
        ("وصف مسؤول كيني كبير التقدم بأنه «جيد».", "مسؤول كيني كبير", "بأنه «جيد»"),
        (
            "قال وزير الخارجية والتعاون والكينيين بالخارج نور شيخ إن الأمر صعب.",
            "نور شيخ",
            "إن الأمر صعب",
        ),
        ("كشف النقاب مسؤول رفيع عن اتصالات سرية.", "مسؤول رفيع", "اتصالات سرية"),
        ("حذر مكتب رئيس الوزراء الكيني سامي عمر من «اتفاق سيئ».", "مكتب رئيس الوزراء الكيني سامي عمر", "اتفاق سيئ"),
    ],
)
def test_the_subject_is_who_speaks(text: str, name: str, content: str) -> None:
    assert (name, content) in said_by(text)


def test_a_prop_with_ba_is_no_speaker() -> None:
    text = "قال الوزير نور شيخ إن الأمر صعب. وختم بالتأكيد على أن الحوار هو السبيل."
    assert said_by(text)[-1] == ("نور شيخ", "أن الحوار هو السبيل")


def test_shares_are_not_attributed() -> None:
    assert said_by("إن نسب تقسيم المقاعد لا يمكن أن تطبق.") == []


def test_a_marked_passive_has_no_speaker() -> None:
    assert said_by("قال الوزراء إن الأمر ممكن. ووُصفت المحادثات بأنها الأخيرة.") == [("الوزراء", "إن الأمر ممكن")]
