"""Which words show a stance, of what kind, and what each needs beside it to do so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from taqrib.normal import normalised
from taqrib.reading.arabic.conjugation import Form, noun_forms, verb_forms
from taqrib.reading.arabic.wordlists import noun_list
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.reading.findings import StanceKind

KINDS = ("demand", "condition", "reject", "accept", "offer", "drop", "reserve", "support", "commit")
PREPOSITIONS = frozenset({"على", "عن", "إلى", "ب", "ل", "من", "في"})
"""Needs that are prepositions; with ؟ behind it the preposition may be missing."""

Part = Literal["verb", "masdar", "participle", "tabled"]


class Sense(NamedTuple):
    """One stance a word may show.

    :ivar need: the preposition, class of object or turn of phrase beside it; ``always`` for none.
    :ivar part: ``tabled`` is a noun that a side puts on the table: its proposal, its demand.
    """

    kind: StanceKind
    need: str
    part: Part
    form: Form


@cache
def stance_words() -> Lexicon[tuple[Sense, ...]]:
    """Every form of every word that may show a stance."""
    found: dict[str, list[Sense]] = {}
    table = load("arabic/stances")
    for name in KINDS:
        kind = cast("StanceKind", name)
        for need, citations in table[name]["verbs"].items():
            for citation in citations:
                for word, form in verb_forms(*citation.split()).items():
                    found.setdefault(word, []).append(Sense(kind, need, "verb", form))
        for word, sense in _noun_senses(kind, table[name]["nouns"]):
            found.setdefault(word, []).append(sense)
    # what only a negator makes a stance is asked first: لا يريد rejects before يريد could demand
    return Lexicon(
        {word: tuple(sorted(senses, key=lambda sense: sense.need != "denied")) for word, senses in found.items()}
    )


def _noun_senses(kind: StanceKind, nouns: dict[str, list[str]]) -> Iterator[tuple[str, Sense]]:
    for part, need in (("participle", "always"), ("needing", "need"), ("unthinkable", "unthinkable")):
        for citation in nouns.get(part, ()):
            for word in _cases(normalised(citation)):
                yield word, Sense(kind, need, "participle", Form("noun"))
    parts: tuple[Part, ...] = ("masdar", "tabled")
    for noun in parts:
        for citation in nouns.get(noun, ()):
            for word, form in noun_forms(citation).items():
                yield word, Sense(kind, "always", noun, form)


def _cases(word: str) -> tuple[str, ...]:
    """A participle as it stands, and with the ending of the accusative: ما زال مستعدا."""
    return (word,) if word.endswith(("ا", "ه", "ون", "ين")) else (word, word + "ا")


def is_need(norm: str) -> bool:
    """Whether the word is ضرورة or its like, or denies there is such a thing: what a reporting verb may govern."""
    return noun_list("stances", "needs").find(norm) is not None or is_denial(norm)


def is_denial(norm: str) -> bool:
    """Whether the word is عدم or its like."""
    return noun_list("stances", "denials").find(norm) is not None


def is_observer(text: str) -> bool:
    """Whether the naming of somebody says that he gives a reading of the talks and is no party to them."""
    observers = noun_list("stances", "observers")
    return any(observers.find(word) for word in normalised(text).split())
