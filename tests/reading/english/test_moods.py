"""Which clauses are asserted: a wish, a supposition, a doubt or a question is nobody's word."""

from __future__ import annotations

import pytest

from taqrib.reading.english.moods import ASKED, ASSERTED, DOUBTED, SUPPOSED, WISHED, hedged, moods_of
from taqrib.reading.english.outline import outline_of
from taqrib.reading.layout import lay_out


def mood(text: str, word: str) -> str:
    """The mark of the phrase that holds ``word``."""
    outline = outline_of(lay_out(text))
    token = next(index for index, token in enumerate(outline.tokens) if token.norm == word)
    return moods_of(outline)[outline.phrase_at[token]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Its demand that Gabon cede the island was repeated.", "cede", WISHED),
        ("Its demand that Gabon cede the island was repeated.", "repeated", ASSERTED),
        ("Togo urged Gabon to accept the map but Gabon refused.", "accept", WISHED),
        ("Togo urged Gabon to accept the map but Gabon refused.", "refused", ASSERTED),
        ("Togo insisted that Gabon withdraw.", "withdraw", WISHED),
        ("Togo insisted that Gabon had withdrawn.", "withdrawn", ASSERTED),
        ("If Gabon accepted the map, Togo would sign.", "accepted", SUPPOSED),
        ("If Gabon accepted the map, Togo would sign.", "sign", ASSERTED),
        ("The board asked whether Gabon would accept the map.", "accept", SUPPOSED),
        ("Togo will sign unless Gabon rejects the map.", "rejects", SUPPOSED),
        ("Would Gabon accept the map?", "accept", ASKED),
        ("Togo has not confirmed that it will attend.", "attend", DOUBTED),
        ("Togo denied that it had accepted the map.", "accepted", DOUBTED),
        ("The prospect that Gabon will accept the map is dim.", "accept", DOUBTED),
        ("Togo demanded an inquiry after Gabon rejected the map.", "rejected", ASSERTED),
        ("Togo, which demands that Gabon leave, has accepted the map.", "accepted", ASSERTED),
        ("Togo will stay as long as Gabon rejects the map.", "rejects", SUPPOSED),
        ("Its signature is conditional on Gabon agreeing.", "agreeing", SUPPOSED),
        ("Togo said Gabon had accepted the map.", "accepted", ASSERTED),
        ("It is likely that Gabon will accept the map.", "accept", DOUBTED),
        ("It is expected that Gabon will accept the map.", "accept", DOUBTED),
        ("It is not true that Gabon rejects the map.", "rejects", DOUBTED),
        ("It is true that Gabon rejects the map.", "rejects", ASSERTED),
        ("Togo predicted that Gabon would accept the map.", "accept", DOUBTED),
        ("Reports that Gabon rejects the map are wrong.", "rejects", DOUBTED),
    ],
)
def test_a_clause_is_asserted_only_where_somebody_says_that_it_is_so(text: str, word: str, expected: str) -> None:
    assert mood(text, word) == expected


def test_every_phrase_has_one_mark() -> None:
    outline = outline_of(lay_out("Togo wants Gabon to leave. Will it? If so, the sides meet; they deny that."))
    assert len(moods_of(outline)) == len(outline.phrases)


def left_open(text: str) -> bool:
    """Whether the clause of "accept" is left open."""
    outline = outline_of(lay_out(text))
    token = next(index for index, token in enumerate(outline.tokens) if token.norm == "accept")
    return hedged(outline, outline.phrase_at[token])


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps Gabon will accept the map.",
        "Gabon, perhaps, will accept the map.",
        "Gabon will probably accept the map.",
    ],
)
def test_an_adverb_of_doubt_leaves_its_clause_open(text: str) -> None:
    assert left_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gabon will accept the map.",
        "Perhaps it rained, and the board said Gabon would accept the map.",
    ],
)
def test_a_clause_without_such_an_adverb_stays_told(text: str) -> None:
    assert not left_open(text)


def test_what_would_have_been_did_not_come_to_be() -> None:
    outline = outline_of(lay_out("Gabon would have accepted the map."))
    assert hedged(outline, 1)
