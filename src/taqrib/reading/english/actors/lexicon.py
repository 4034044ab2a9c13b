"""What English reports call actors and places: titles, offices, bodies, states in all their forms."""

from __future__ import annotations

from typing import NamedTuple

from taqrib.reading.english.words import words
from taqrib.vocabulary import load

_TABLE = load("english/actors")
HONORIFICS = words(_TABLE["honorifics"])
PERSONS = words(_TABLE["persons"])
SOURCES = words(_TABLE["sources"])
DOCUMENTS = words(_TABLE["documents"])
BODIES = words(_TABLE["bodies"])
ORGANISATIONS = words(_TABLE["organisations"])
NAMED_AFTER = words(_TABLE["named_after"])
PLACES = words(_TABLE["places"])
ACRONYMS = {short.lower(): full for short, full in _TABLE["acronyms"].items()}
KNOWN_ORGANISATIONS = frozenset(word.lower() for word in words(_TABLE["known_organisations"]))
KNOWN_PLACES = frozenset(word.lower() for word in words(_TABLE["known_places"]))
DOMAINS = words(_TABLE["domains"])
GIVEN_NAMES = frozenset(word.lower() for word in words(_TABLE["given_names"]))
ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "one"])
DETERMINERS = ARTICLES | frozenset(["its", "his", "her", "their", "our"])


class State(NamedTuple):
    """A state and which of its forms a word is: ``name``, ``capital``, ``adjective`` or ``people``."""

    name: str
    form: str


def _states() -> dict[str, State]:
    """Every English form of a state's name, in lower case: ``name``, ``capital``, ``adjective`` or ``people``."""
    found: dict[str, State] = {}
    for state in load("states"):
        english = state["en"]
        name = english["name"]
        for form, values in (
            ("name", [name, *english.get("aliases", [])]),
            ("capital", english.get("capital", [])),
            ("adjective", english.get("adjective", [])),
            ("people", english.get("people", [])),
        ):
            for value in [values] if isinstance(values, str) else values or []:
                found.setdefault(value.lower(), State(name, form))
    return found


STATES = _states()
SPEAKS = words(_TABLE["speaking_verbs"])


def bare(text: str) -> str:
    """A description without its article and a closing genitive."""
    head, space, rest = text.partition(" ")
    if space and head.lower() in ARTICLES:
        text = rest
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return " ".join(text.split())
