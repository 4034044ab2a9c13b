"""The lists of the vocabulary as lexicons, each built once, when first asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from taqrib.normal import normalised
from taqrib.reading.arabic.conjugation import Form, noun_forms, verb_forms
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable


def inflected_nouns(citations: Iterable[str]) -> dict[str, Form]:
    """The forms of several nouns; what two share is the first one's."""
    forms: dict[str, Form] = {}
    for citation in citations:
        for word, form in noun_forms(citation).items():
            known = forms.get(word)
            if known is None or (known.suffixed and not form.suffixed):
                forms[word] = form  # مقبلة before "its مقبل"
    return forms


def inflected_verbs(citations: Iterable[str]) -> dict[str, Form]:
    """The forms of several verbs, each cited as perfect and imperfect: ``"رفض يرفض"``."""
    forms: dict[str, Form] = {}
    for citation in citations:
        for word, form in verb_forms(*citation.split()).items():
            forms.setdefault(word, form)
    return forms


@cache
def noun_list(table: str, key: str) -> Lexicon[Form]:
    """The nouns under ``key`` of an Arabic table, inflected."""
    return Lexicon(inflected_nouns(load(f"arabic/{table}")[key]))


@cache
def mixed_list(table: str, key: str) -> Lexicon[Form]:
    """The ``verbs`` and ``nouns`` under ``key`` of an Arabic table, inflected."""
    entry: dict[str, Any] = load(f"arabic/{table}")[key]
    return Lexicon({**inflected_nouns(entry.get("nouns", ())), **inflected_verbs(entry.get("verbs", ()))})


@cache
def apart_list(table: str, key: str) -> Lexicon[Form]:
    """The same of ``key_verbs`` and ``key_nouns``: words that are too often others to divide clauses at."""
    lists: dict[str, list[str]] = load(f"arabic/{table}")
    return Lexicon({**inflected_nouns(lists[f"{key}_nouns"]), **inflected_verbs(lists.get(f"{key}_verbs", ()))})


@cache
def verb_list(table: str, key: str) -> Lexicon[Form]:
    """The verbs under ``key`` of an Arabic table, inflected."""
    return Lexicon(inflected_verbs(load(f"arabic/{table}")[key]))


@cache
def plain_list(table: str, key: str) -> frozenset[str]:
    """The words under ``key`` of an Arabic table, normalised and as they stand."""
    return frozenset(normalised(word) for word in load(f"arabic/{table}")[key])


@cache
def objects() -> Lexicon[frozenset[str]]:
    """The classes of object a noun belongs to (``talks``, ``deal`` ...), named after the needs that ask for them."""
    table = load("arabic/events")
    classes = {**table["objects"], "mediation": table["mediation"], "delegation": table["delegations"]}
    found: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in inflected_nouns(words):
            found.setdefault(word, set()).add(name)
    return Lexicon({word: frozenset(names) for word, names in found.items()})
