"""Signs where told pieces meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.brief.marks import ends, inside, tidied
from taqrib.brief.runs import Label, Quote, Words
from taqrib.brief.tongue import Tongue, tongue

ENGLISH, ARABIC = tongue("en"), tongue("ar")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the sides were “close” to it", "the sides were ‘close’ to it"),
        ('the sides were "close" to it', "the sides were ‘close’ to it"),
        ("إن الطرفين «قريبان» منه", "إن الطرفين «قريبان» منه"),
        ("“We are far apart”", "We are far apart"),
        ("“Far” and “wide”", "‘Far’ and ‘wide’"),
        ("We don’t know", "We don’t know"),
    ],
)
def test_marks_inside_a_quotation_are_inner_marks(text: str, expected: str) -> None:
    assert inside(text, ENGLISH, "en") == expected


def test_marks_inside_words_of_the_other_language_are_its_own() -> None:
    assert inside('عن "أسفها" للتأخير', ENGLISH, "ar") == "عن «أسفها» للتأخير"
    assert inside('her "regret" over it', ARABIC, "en") == "her “regret” over it"


def test_arabic_marks_inside_an_arabic_quotation_are_inner_marks() -> None:
    assert inside("إن الطرفين «قريبان» منه", ARABIC, "ar") == "إن الطرفين “قريبان” منه"
    assert inside('عن"أسفها" للتأخير', ARABIC, "ar") == "عن“أسفها” للتأخير"
    assert inside("they are “close” to it", ARABIC, "en") == "they are “close” to it"


@pytest.mark.parametrize("text", ["the talks “were dead", 'the talks "were dead', "the talks were” dead", "«the talks"])
def test_a_mark_without_the_other_of_its_pair_is_left_out(text: str) -> None:
    assert inside(text, ENGLISH, "en") == text.translate({ord(mark): None for mark in '«“”"'})


def test_what_a_report_says_between_two_parts_of_a_quotation_is_left_out_visibly() -> None:
    assert inside("We will not go,” he added, “until they do", ENGLISH, "en") == "We will not go […] until they do"
    assert inside('We will not go," he added, "until they do', ENGLISH, "en") == "We will not go […] until they do"
    assert inside("لن نذهب»، وأضاف: «حتى يذهبوا", ARABIC, "ar") == "لن نذهب […] حتى يذهبوا"
    parts = "No,” he said, “not now,” he added, “or “ever” at all"
    assert inside(parts, ENGLISH, "en") == "No […] not now […] or ‘ever’ at all"


@given(st.text(alphabet='ab «»“”" ,', max_size=12), st.sampled_from([ENGLISH, ARABIC]))
def test_no_mark_is_left_alone(text: str, language: Tongue) -> None:
    told = inside(text, language, language.language)
    for opening, closing in ("«»", "‘’"):
        assert told.count(opening) == told.count(closing)
    assert '"' not in told


def test_a_sentence_ends_also_inside_marks_of_its_own() -> None:
    assert ends("he said ‘no.’")
    assert ends("هل «نذهب؟»")
    assert not ends("he said ‘no’")


def test_two_remarks_stand_in_one_bracket() -> None:
    runs = (Words("on 8 May (day of publication)"), Words(" (reprinted by "), Label("A (1)"), Words(")"), Words(" (x)"))
    assert tidied(runs, ENGLISH) == (
        Words("on 8 May (day of publication"),
        Words("; reprinted by "),
        Label("A (1)"),
        Words(""),
        Words("; x)"),
    )
    assert tidied((Quote("“no” (x)", "en"), Words(" (y)")), ENGLISH) == (Quote("‘no’ (x)", "en"), Words(" (y)"))
