from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.reading.layout import lay_out


def words(text: str) -> list[str]:
    return [token.text for token in lay_out(text).tokens]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("في 12 و13 آب", ["في", "12", "و", "13", "آب"]),
        ("بعد 9أشهر", ["بعد", "9", "أشهر"]),
        ("بـ3.2 مليار", ["بـ", "3.2", "مليار"]),
        ("بلغ 1,200 طن.", ["بلغ", "1,200", "طن", "."]),
        ("a $1.5bn fund", ["a", "$", "1.5bn", "fund"]),
        ("the 30,000-strong force", ["the", "30,000", "-", "strong", "force"]),
        ("a two-way deal; it's off", ["a", "two-way", "deal", ";", "it's", "off"]),
        ("24/07/2025", ["24", "/", "07", "/", "2025"]),
        ("نقاط.. ثم", ["نقاط", "..", "ثم"]),
    ],
)
def test_text_falls_into_words_numbers_and_marks(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


@pytest.mark.parametrize(
    ("glued", "tokens"),
    [
        ("الجمهوريةالجديدة", ["الجمهورية", "الجديدة"]),
        ("إلىالعاصمة", ["إلى", "العاصمة"]),
        ("جلسةٌمغلقة", ["جلسةٌ", "مغلقة"]),
    ],
)
def test_words_that_lost_their_space_come_apart_where_no_word_can_go_on(glued: str, tokens: list[str]) -> None:
    assert words(glued) == tokens


def test_a_word_that_ends_in_ta_marbuta_stays_whole() -> None:
    assert words("هدنةٌ، هدنة") == ["هدنةٌ", "،", "هدنة"]


def test_tokens_know_their_raw_place_and_their_normal_form() -> None:
    token = lay_out("قالت المبعوثةُ").tokens[1]
    assert (token.start, token.end, token.text, token.norm) == (5, 14, "المبعوثةُ", "المبعوثه")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("«»“”\"'‘’.؟!\n (ةىوال12"))))
def test_any_text_is_laid_out_in_order_without_a_gap_in_its_sentences(text: str) -> None:
    document = lay_out(text)
    end = 0
    for token in document.tokens:
        assert end <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        end = token.end
    at = 0
    for sentence in document.sentences:
        assert sentence.first == at < sentence.last
        at = sentence.last
    assert at == len(document.tokens)
    end = 0
    for quote in document.quotes:
        start, last = quote.span
        assert end <= start < last
        assert text[start:last].strip()
        assert quote.first < quote.last
        end = last
