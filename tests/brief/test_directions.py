"""Words of two directions on one line: set apart only where they would disturb each other."""

from __future__ import annotations

import pytest

from taqrib.brief.directions import direction, is_right_to_left, set_apart


def test_a_language_we_do_not_know_finds_its_own_direction() -> None:
    assert [direction(language) for language in ("ar", "en", "xx")] == ["rtl", "ltr", "auto"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("word", "ar", True),
        ("كلمة", "en", False),
        ("«كلمة» one", "xx", True),
        ("one كلمة", "xx", False),
        ("...", "xx", False),
    ],
)
def test_a_text_runs_as_its_language_does_or_as_its_first_letter_does(
    text: str, language: str, *, expected: bool
) -> None:
    assert is_right_to_left(text, language) is expected


def test_words_of_the_lines_own_direction_need_no_mark() -> None:
    assert set_apart("كلمة، (أخرى)", rtl=True, line_rtl=True) == ("كلمة، (أخرى)", "")
    assert set_apart("one (two) 3", rtl=False, line_rtl=False) == ("one (two) 3", "")


@pytest.mark.parametrize("text", ["2024", "NATO كلمة", "[e4]"])
def test_digits_and_foreign_letters_inside_an_arabic_text_are_kept_in_place(text: str) -> None:
    assert set_apart(text, rtl=True, line_rtl=True) == (f"\u200f{text}\u200f", "\u200f")


def test_words_of_the_other_direction_stand_between_marks_of_their_own_and_give_the_line_back() -> None:
    assert set_apart("was it?", rtl=False, line_rtl=True) == ("\u200ewas it?\u200e", "\u200f")
    assert set_apart("كلمة", rtl=True, line_rtl=False) == ("\u200fكلمة\u200f", "\u200e")
