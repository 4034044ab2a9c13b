"""What an English word can be by itself: from the lexicon, its capital, its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english import words
from taqrib.reading.english.numbers import NUMBER_WORDS, VAGUE_NUMBERS, is_number_word
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Container
    from collections.abc import Set as AbstractSet

    from taqrib.reading.document import Token

_EITHER = frozenset(("after", "before", "since", "until", "till", "as", "once"))

_MARKS = {
    **{mark: mark for mark in ",;:().!?"},
    "…": ".",
    "..": ".",
    "...": ".",
    **dict.fromkeys("–—‒―-", "-"),
    "[": "(",
    "]": ")",
    "؟": "?",
    "%": "#",
    "$": "#",
    "£": "#",
    "€": "#",
    "&": "c",
    "/": "n",
}

_ACTORS = load("english/actors")

PARTICLES = words.words(load("english/actors")["name_particles"])
"""Small words inside names: "de", "al", "van"."""

_SOMEBODY = words.words(_ACTORS["persons"]) | words.words(_ACTORS["bodies"]) | words.words(_ACTORS["organisations"])
"""Who acts is a noun, whatever its ending: "the foreign secretary"."""


def _base_classes() -> dict[str, str]:
    """The class of every known word; ``V`` a verb whose form decides, ``M`` a noun as well as a verb."""
    classes: dict[str, str] = {}
    for form in words.VERBS:
        classes[form] = "M" if form in words.NOUNS else "V"
    classes.update({noun: "n" for noun in _SOMEBODY | words.NOUNS if noun not in words.VERBS})
    for known, name in (
        (words.ADJECTIVES, "j"),
        (words.ADVERBS, "a"),
        (words.PREPOSITIONS, "p"),
        (words.SUBORDINATORS, "u"),
        (_EITHER, "y"),
        (words.CONJUNCTIONS, "c"),
        (words.WH_WORDS, "w"),
        (words.PRONOUNS, "o"),
        (words.DETERMINERS, "d"),
        (words.AUXILIARIES, "x"),
        (words.MODALS, "m"),
    ):
        classes.update(dict.fromkeys(known, name))
    classes.update(dict.fromkeys(NUMBER_WORDS, "#"))
    classes.update(dict.fromkeys(VAGUE_NUMBERS, "n"))
    classes.update(
        {
            "that": "h",
            "to": "t",
            "open": "j",
            "free": "j",
            "close": "j",
            "according": "V",
            "clear": "j",
            "will": "m",
            "present": "j",
            "lead": "M",
        }
    )
    return classes


_BASE = _base_classes()


def base_of(token: Token, index: int, initial: AbstractSet[int], capitals: Container[str]) -> str:
    """The class of a token by itself."""
    text, norm = token.text, token.norm
    base = _BASE.get(norm)
    if base is not None and text.islower():
        return base
    if not text.islower() and text[0].islower() and text.isascii() and not text[0].isdigit():
        if norm.endswith("'s"):
            return "s"
        return "j" if norm.startswith(_PREFIXES) else "r"  # al-Amin, but non-European
    if text[0].isupper():
        return _capital(text, norm, base, opens=index in initial, named=text in capitals)
    if base is not None:
        return base
    return _MARKS.get(text) or _unknown(text, norm)


def _capital(text: str, norm: str, base: str | None, *, opens: bool, named: bool) -> str:
    """The class of a word with a capital: a name, unless it opens its sentence and is no name elsewhere."""
    if text == "US":  # no pronoun
        return "r"
    if base is None or base in "VMnj":
        if norm.endswith("'s"):
            return "s"
        return "r" if base is None or not opens or (named and base != "j") else base
    return "r" if base == "m" and not opens else base  # Clara May


def _unknown(text: str, norm: str) -> str:
    """The class of a word in small letters, a number or a mark that no list knows."""
    if text[0].isdigit() or is_number_word(norm):
        return "#"
    return _guessed(norm) if text[0].isalpha() else "*"


_PREFIXES = (
    "non-",
    "pro-",
    "anti-",
    "ex-",
    "post-",
    "pre-",
    "self-",
    "multi-",
    "cross-",
    "inter-",
    "high-",
    "low-",
    "long-",
    "far-",
    "well-",
)


def _guessed(norm: str) -> str:  # noqa: PLR0911 - a case of the grammar per branch
    """The class of an unknown word in lower case, by its ending."""
    if norm.endswith("'s"):
        return "s"
    if "-" in norm or "‑" in norm:
        if norm.startswith(_PREFIXES):
            return "j"
        return (
            "j"
            if norm.endswith(
                (
                    "ed",
                    "en",
                    "y",
                    "al",
                    "led",
                    "wide",
                    "time",
                    "year",
                    "old",
                    "ing",
                    "hand",
                    "ish",
                    "based",
                    "man",
                    "up",
                )
            )
            else "n"
        )
    if norm.endswith("ly") and norm not in words.NOT_ADVERBS and len(norm) > 4:
        return "a"
    if norm.endswith("ed") and len(norm) > 4:
        return "V"
    if norm.endswith("ing") and len(norm) > 5:
        return "V"
    if norm.endswith(("ous", "ful", "ive", "able", "ible", "less", "ical", "ish", "ary", "ional")) and len(norm) > 5:
        return "j"
    return "n"
