"""Words that are nouns as well as verbs."""

from __future__ import annotations

import pytest

from taqrib.reading import read


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The union demands higher pay, its spokesman said.", "union"),
        ("Orla demands fishing in open water, the foreign ministry said.", "Orla"),
        ("Venn demands joint patrols.", "Venn"),
    ],
)
def test_the_word_after_a_sentences_first_noun_phrase_is_its_verb(text: str, holder: str) -> None:
    (demand,) = [stance for stance in read(text).stances if stance.kind == "demand"]
    assert demand.holder == holder


@pytest.mark.parametrize(
    "text",
    ["Border talks top the agenda.", "Rebel demands grew louder.", "The rebels' demands new and old were read out."],
)
def test_a_noun_in_s_stays_a_noun(text: str) -> None:
    assert not [stance for stance in read(text).stances if stance.kind == "demand"]
