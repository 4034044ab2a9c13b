from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.normal import normalised, view


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("أمس", "امس"),
        ("إلى", "الي"),
        ("هدنةٌ", "هدنه"),
        ("مـــفاوضات", "مفاوضات"),
        ("١٢٫٥", "12.5"),
        ("۱۴٬۰۰۰", "14,000"),
        ("ﻻﻓﺮﻭﻑ", "لافروف"),
        ("گفت‌وگوی", "كفتوكوي"),
        ("it’s", "it's"),
        ("٪30", "%30"),
    ],
)
def test_what_writers_use_interchangeably_is_folded(written: str, form: str) -> None:
    assert normalised(written) == form


def test_a_span_of_the_view_comes_back_with_the_harakat_that_close_its_last_letter() -> None:
    raw = "قُرِّرَ عقدُ جلسةٍ غدًا."
    seen = view(raw)
    at = seen.text.index("غدا")
    start, end = seen.span(at, at + 3)
    assert raw[start:end] == "غدًا"


def test_a_text_without_uneven_characters_maps_to_itself() -> None:
    seen = view("The talks resume on Monday.")
    assert seen.span(4, 9) == (4, 9)


@given(st.text())
def test_every_character_of_the_view_has_its_place_in_the_raw_text(raw: str) -> None:
    seen = view(raw)
    previous = 0
    for at in range(len(seen.text)):
        start, end = seen.span(at, at + 1)
        assert previous <= start < end <= len(raw)
        previous = start
