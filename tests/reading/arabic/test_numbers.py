from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.reading.arabic.numbers import approximator_at, digits_value, number_at, ordinal_at
from taqrib.reading.layout import lay_out


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("خمسة", 5),
        ("اثني عشر", 12),
        ("أحد عشر", 11),
        ("ثلاث عشرة", 13),
        ("سبعة وعشرين", 27),
        ("اثنين وأربعين", 42),
        ("الخمسة والثلاثين", 35),
        ("مئة وخمسة وعشرين", 125),
        ("مائتين وأحد عشر", 211),
        ("أربعمائة", 400),
        ("خمس مئة", 500),
        ("ثلاثة آلاف وخمسمئة", 3500),
        ("180 ألف", 180_000),
        ("25 ألفا", 25_000),
        ("ألفا", 2_000),
        ("ألفي", 2_000),
        ("مئتي ألف", 200_000),
        ("مليون ونصف المليون", 1_500_000),
        ("3 ملايين و200 ألف", 3_200_000),
        ("نصف مليون", 500_000),
        ("2.5 مليار", 2_500_000_000),
        ("٣٬٤٠٠", 3_400),
    ],
)
def test_numbers_are_read_whole(written: str, value: float) -> None:
    tokens = lay_out(f"{written} قارب").tokens
    number = number_at(tokens, 0)
    assert number is not None
    assert number.value == value
    assert number.last == len(tokens) - 1


@pytest.mark.parametrize("written", ["مئات", "عشرات الآلاف", "آلاف", "بضعة ملايين"])
def test_many_is_a_number_without_a_value(written: str) -> None:
    number = number_at(lay_out(written).tokens, 0)
    assert number is not None
    assert number.value is None


@pytest.mark.parametrize("written", ["أحد", "نصف", "بضعة", "12345678901234567", "قارب"])
def test_what_counts_nothing_is_no_number(written: str) -> None:
    assert number_at(lay_out(f"{written} أعضاء").tokens, 0) is None


def test_two_numbers_side_by_side_stay_two() -> None:
    tokens = lay_out("خمسة وعشرة").tokens
    number = number_at(tokens, 0)
    assert number is not None
    assert (number.value, number.last) == (5, 1)
    tokens = lay_out("ألف وألف").tokens
    number = number_at(tokens, 0)
    assert number is not None
    assert (number.value, number.last) == (1000, 1)


def test_a_number_begins_behind_its_conjunction() -> None:
    number = number_at(lay_out("وبخمسة").tokens, 0)
    assert number is None or number.start == 2


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("1200", 1200),
        ("1,200", 1200),
        ("1.200.000", 1_200_000),
        ("3.2", 3.2),
        ("3,25", 3.25),
        ("0,200", 0.2),
        ("24.07.2025", None),
    ],
)
def test_digits_are_grouped_or_decimal(digits: str, value: float | None) -> None:
    assert digits_value(digits) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [("السابع", 7), ("السابع عشر", 17), ("الحادي والعشرين", 21), ("الثلاثين", 30), ("الحادية عشرة", 11)],
)
def test_ordinals_take_their_ten_in(written: str, value: int) -> None:
    tokens = lay_out(f"{written} من").tokens
    ordinal = ordinal_at(tokens, 0)
    assert ordinal is not None
    assert (ordinal.value, ordinal.last) == (value, len(tokens) - 1)


def test_a_verb_approximates_but_stands_outside_the_span() -> None:
    noun = approximator_at(lay_out("وأكثر من خمسين").tokens, 0)
    verb = approximator_at(lay_out("تفوق خمسين").tokens, 0)
    assert noun is not None
    assert (noun.last, noun.start) == (2, 1)
    assert verb is not None
    assert (verb.last, verb.start) == (1, None)


WORDS = [
    "ألف",
    "وألف",
    "مليون",
    "ومليون",
    "ثلاثة",
    "وعشرين",
    "مئة",
    "ومئة",
    "نصف",
    "ونصف",
    "آلاف",
    "3",
    "و",
    "12",
    "عشر",
    "وأحد",
    "مئات",
]


@given(st.lists(st.sampled_from(WORDS)))
def test_no_row_of_number_words_is_too_long(row: list[str]) -> None:
    tokens = lay_out(" ".join(row * 40)).tokens
    for index in range(len(tokens)):
        number = number_at(tokens, index)
        assert number is None or index < number.last <= len(tokens)
