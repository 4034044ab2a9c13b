"""A phrase in its own words: its span, its description as cited, and the words of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.actors.known import HEADS
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrase import Phrase
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.findings import Span


_STATES = frozenset(
    normalised(name) for state in load("states") for name in (state["ar"]["name"], *state["ar"].get("aliases", ()))
)


def words_of(ground: Ground, first: int, last: int, clitics: str = "") -> tuple[str, ...]:
    """The normalised words of the tokens ``first:last``, without the ``clitics`` of the first."""
    words = tuple(token.norm for token in ground.tokens[first:last])
    return (words[0][len(clitics) :], *words[1:]) if clitics else words


def span_of(ground: Ground, phrase: Phrase) -> Span:
    """The raw span of a phrase without the conjunction and preposition before it."""
    token = ground.tokens[phrase.first]
    attached = phrase.clitics.removesuffix("لل").removesuffix("ال")
    start = token.start
    for letter in attached:
        at = token.text.find(letter, start - token.start)
        start = token.start + at + 1 if at >= 0 else start
    return start, ground.tokens[phrase.last - 1].end


def description(ground: Ground, phrase: Phrase) -> str:
    """The phrase's own words, without what is attached before them; للوفد is الوفد."""
    start, _ = span_of(ground, phrase)
    first = ground.tokens[phrase.first]
    whole = ground.words(phrase.first, phrase.last)[start - first.start :]
    if phrase.head is not None and not phrase.definite and first.norm.endswith("ا"):
        return _nominative(whole)
    return "ا" + whole[1:] if phrase.clitics.endswith("لل") else whole


def _nominative(words: str) -> str:
    """As cited, "مسؤول أوروبي" for "مسؤولا أوروبيا": the accusative's ending taken from the noun and its adjectives."""
    cited = words.split(" ")
    if len(cited) > 1 and cited[1].startswith("ال"):
        return words  # رئيسا الوفدين: two
    if normalised(" ".join(cited[1:])) in _STATES:
        return words  # وفدا كينيا: two, not وفدا كينيا كبيرا
    for at, word in enumerate(cited):
        bare = word.removesuffix("\u064b").removesuffix("ا").removesuffix("\u064b")
        if bare == word or (at == 0 and HEADS.find(normalised(bare)) is None):
            break
        cited[at] = bare
    return " ".join(cited)
