from __future__ import annotations

import pytest

from taqrib.clitics import Split, splits
from taqrib.reading.arabic.words import Lexicon, Phrasebook, behind, start_behind
from taqrib.reading.layout import lay_out


def test_every_way_to_take_clitics_off_is_offered_the_least_first() -> None:
    offered = splits("وبالجزيره")
    assert offered[0] == Split("", "وبالجزيره")
    assert Split("وبال", "جزيره") in offered
    assert Split("لل", "وفد") in splits("للوفد")


def test_a_clitic_comes_off_only_before_a_known_word() -> None:
    lexicon = Lexicon({"وفد": "delegation", "وزير": "minister", "جزيرة": "island"})
    assert lexicon.find("وفد") == ("", "وفد", "delegation")
    assert lexicon.find("ووزير") == ("و", "وزير", "minister")
    assert lexicon.find("بالجزيره") == ("بال", "جزيره", "island")
    assert lexicon.find("فد") is None
    assert lexicon.find("زير") is None


def test_a_phrase_is_matched_longest_first_and_only_its_first_word_carries_clitics() -> None:
    book = Phrasebook([("أول", 1), ("أول من أمس", 3)])
    tokens = lay_out("وأول من أمس").tokens
    match = book.find(tokens, 0)
    assert match is not None
    assert (match.clitics, match.last, match.value) == ("و", 3, 3)
    assert book.find(lay_out("أول من وأمس").tokens, 0) == ("", 1, 1)
    assert book.find(tokens, 9) is None


@pytest.mark.parametrize(
    ("word", "clitics", "rest"),
    [
        ("وبالأمس", "وبال", "الأمس"),
        ("للأسبوع", "لل", "لأسبوع"),
        ("وَخمسة", "و", "خمسة"),
        ("ولـخمسة", "ول", "خمسة"),
        ("خمسة", "", "خمسة"),
    ],
)
def test_a_span_begins_behind_conjunctions_and_prepositions_and_keeps_the_article(
    word: str, clitics: str, rest: str
) -> None:
    token = lay_out(word).tokens[0]
    assert word[start_behind(token, clitics) :] == rest


def test_letters_are_counted_behind_ligatures_too() -> None:
    token = lay_out("ﻻن").tokens[0]
    assert token.norm == "لان"
    assert behind(token, 3) == token.end
