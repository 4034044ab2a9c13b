from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabic_times import found, values


def test_the_longest_reading_is_kept() -> None:
    assert values("غادرت أول من أمس، والقاهرة بعد غد") == [("أول من أمس", "2023-05-15"), ("بعد غد", "2023-05-19")]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("يجتمعون يوميا", "يوميا", "P1D"),
        ("يجتمعون كل أسبوع", "كل أسبوع", "P1W"),
        ("ينتخبون كل أربع سنوات", "كل أربع سنوات", "P4Y"),
    ],
)
def test_repetition_is_a_set(text: str, span: str, value: str) -> None:
    assert values(text) == [(span, value)]
    assert [time.type for time in found(text)] == ["SET"]


@pytest.mark.parametrize("word", ["الآن", "لاحقاً", "حاليا", "مؤخرا"])
def test_now_and_later_have_no_value(word: str) -> None:
    assert values(f"قالت {word} إن") == [(word, None)]


def test_earlier_this_week_is_the_week() -> None:
    span = "وقت سابق من هذا الأسبوع"
    assert values(f"قالت في {span} إن") == [(span, "2023-05-14/2023-05-20")]


def test_near_and_a_name_are_no_times() -> None:
    assert values("بقي قريبا من آلان") == []


def test_a_number_glued_to_its_unit_is_read() -> None:
    assert values("منذ 9أشهر") == [("9أشهر", "P9M")]


def test_harakat_stay_inside_the_span() -> None:
    assert values("تصلُ غدًا، الخميسَ") == [("غدًا، الخميسَ", "2023-05-18")]


WORDS = [
    "أمس",
    "اليوم",
    "غدا",
    "الأحد",
    "والاثنين",
    "المقبل",
    "الماضي",
    "مساء",
    "ليل",
    "يوم",
    "يومي",
    "الأسبوع",
    "الشهر",
    "العام",
    "نفسه",
    "هذا",
    "12",
    "2015",
    "7",
    "و",
    "-",
    "/",
    "(",
    ")",
    "،",
    "من",
    "إلى",
    "حتى",
    "بين",
    "يوليو",
    "تموز",
    "آب",
    "رمضان",
    "منذ",
    "بعد",
    "ثلاثة",
    "أشهر",
    "عقود",
    "ونصف",
    "السنة",
    "الـ",
    "الساعة",
    "السابع",
    "عشر",
    "نهاية",
    "منتصف",
    "الربع",
    "الأول",
    "كل",
    "منه",
    "هـ",
    "ربيع",
    "التسعينات",
    "القرن",
    ".",
    "الآن",
    "وقت",
    "سابق",
    "نفس",
    "اليوم",
    "التالي",
]


@pytest.mark.parametrize(
    "text", ["وقال إن اتفاقا قريبا ممكن", "وقعا اتفاقًا قريبًا", "وأمل أن يكون الحل قريبا", "إنه حل قريب"]
)
def test_near_as_an_adjective_is_no_time(text: str) -> None:
    assert found(text) == []


def test_soon_is_a_time() -> None:
    assert [time.value for time in found("سيعود الوفد قريبا")] == [None]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_times_in_order_with_trimmed_spans(text: str, published: date | None) -> None:
    end = 0
    for time in found(text, published=published):
        start, last = time.span
        assert end <= start < last <= len(text)
        assert text[start:last] == text[start:last].strip()
        assert time.rule
        assert 0 < time.certainty <= 1
        end = last
