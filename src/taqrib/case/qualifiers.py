"""Qualifiers: what words say a thing is (permanent, written, in the first phase, conditional), in both languages.

A qualifier changes what was demanded or granted, and is the first thing to be lost when a report is told again. Here
they are only found; comparing them is the work of :mod:`taqrib.positions.contradictions`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from taqrib import vocabulary
from taqrib.case.phrases import Phrases, first_forms, is_arabic, words_of
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDINGS = ("", "ه", "ان", "ين", "تان", "تين", "ون", "ات")
"""What gender and number add to an Arabic adjective, as normalised: ة is ه."""

_ACCUSATIVE = "ا"
_NOT_NOUNS = ("وا", "ها")
"""Endings in alef of verbs and pronouns: behind «كانوا» or «إنها», «دائما» is the adverb "always"."""

_LOOK_ALIKE = ""


def qualifiers_in(words: str) -> tuple[str, ...]:
    """The ids of the qualifiers that ``words`` carry, each once, in the order of ``vocabulary/qualifiers.yaml``.

    Whole words, whatever their gender, number, case or definiteness, Arabic clitics in front allowed. A qualifier
    that is denied right in front of it ("not permanent", «غير دائم») does not count; its opposite does where the
    vocabulary says so.

    >>> qualifiers_in("a permanent ceasefire, with guarantees in writing")
    ('permanent', 'written')
    >>> qualifiers_in("ضمانات مكتوبة بوقف دائم لإطلاق النار")
    ('permanent', 'written')
    """
    found = set(_found(words_of(folded(words))))
    return tuple(id_ for id_ in qualifier_ids() if id_ in found)


@cache
def qualifier_ids() -> tuple[str, ...]:
    """The ids of all qualifiers, in the order of the vocabulary."""
    return tuple(vocabulary.load("qualifiers")["qualifiers"])


def opposites(qualifier: str) -> frozenset[str]:
    """The qualifiers that one thing cannot have beside ``qualifier``; empty if there are none or it is unknown."""
    known = vocabulary.load("qualifiers")["qualifiers"].get(qualifier)
    return frozenset(known["opposite"]) if known else frozenset()


def label(qualifier: str, language: Literal["ar", "en"]) -> str:
    """What a qualifier is called in ``language``; the id itself if it is unknown."""
    known = vocabulary.load("qualifiers")["qualifiers"].get(qualifier)
    return str(known["label"][language]) if known else qualifier


def _found(words: Sequence[str]) -> Iterator[str]:
    for found in _phrases().find(words):
        (qualifier, is_accusative), *_ = sorted(found.values, key=lambda value: value[1])
        if qualifier == _LOOK_ALIKE or _is_denied(words[: found.start]):
            continue
        if is_accusative and not _follows_a_noun(words, found.start):
            continue
        yield qualifier


def _follows_a_noun(words: Sequence[str], place: int) -> bool:
    """Whether the word before may be an indefinite noun in the accusative, with which an adjective in ا agrees."""
    before = words[place - 1] if place else ""
    return len(before) > 3 and before.endswith(_ACCUSATIVE) and not before.endswith(_NOT_NOUNS)


def _is_denied(before: Sequence[str]) -> bool:
    """Whether the words that end where a qualifier begins take it back."""
    denials = _denials()
    for length in (1, 2, 3):
        last = before[-length:]
        if len(last) < length:
            return False
        heads = first_forms(last[0]) if is_arabic(last[0]) else (last[0],)
        if any((head, *last[1:]) in denials for head in heads):
            return True
    return False


@cache
def _denials() -> frozenset[tuple[str, ...]]:
    known = vocabulary.load("qualifiers")["denials"]
    return frozenset(tuple(words_of(folded(words))) for language in ("ar", "en") for words in known[language])


@cache
def _phrases() -> Phrases[tuple[str, bool]]:
    """Every form of every qualifier: its id, and whether it is an adjective in the accusative."""
    known = vocabulary.load("qualifiers")
    phrases: Phrases[tuple[str, bool]] = Phrases()
    for id_, qualifier in known["qualifiers"].items():
        for words in (*qualifier["ar"]["words"], *qualifier["en"]):
            phrases.add(folded(words), (id_, False))
        for adjective in map(folded, qualifier["ar"]["adjectives"]):
            for ending in _ENDINGS:
                phrases.add(adjective + ending, (id_, False))
            phrases.add(adjective + _ACCUSATIVE, (id_, True))
    for language in ("ar", "en"):
        for words in known["look_alikes"][language]:
            phrases.add(folded(words), (_LOOK_ALIKE, False))
    return phrases
