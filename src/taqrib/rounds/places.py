"""Places by one name: الدوحة and Doha are one city, whichever language a report is in."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.normal import folded

if TYPE_CHECKING:
    from taqrib.case import Case


def canonical_place(name: str, case: Case) -> str:
    """The English name of a place, folded; its own name, folded, if nobody knows it in both languages.

    Known are the actors of the case, states, capitals and cities where talks are often held.
    """
    plain = folded(name)
    return _of_case(case).get(plain) or _known().get(plain, plain)


@lru_cache(maxsize=4)
def _of_case(case: Case) -> dict[str, str]:
    """The names of the actors; no aliases, for a capital may stand for its state there."""
    return {folded(name): folded(actor.name.en) for actor in case.actors for name in (actor.name.ar, actor.name.en)}


@cache
def _known() -> dict[str, str]:
    names: dict[str, str] = {}
    for venue in vocabulary.load("venues"):
        for name in (*venue["ar"], *venue["en"]):
            names.setdefault(folded(name), folded(venue["en"][0]))
    for state in vocabulary.load("states"):
        arabic, english = state["ar"], state["en"]
        for own in ("name", "capital"):
            if not (arabic.get(own) and english.get(own)):
                continue
            one = folded(_listed(english[own])[0])
            for name in (*_listed(arabic[own]), *_listed(english[own])):
                names.setdefault(folded(name), one)
        for alias in (*arabic.get("aliases", ()), *english.get("aliases", ())):
            names.setdefault(folded(alias), folded(english["name"]))
    return names


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
