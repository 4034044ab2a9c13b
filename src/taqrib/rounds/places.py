"""Places by one name: الدوحة and Doha are one city, whichever language a report is in."""

from __future__ import annotations

from functools import cache

from taqrib import vocabulary
from taqrib.normal import folded


def canonical_place(name: str) -> str:
    """The English name of a state or a capital, folded; of any other place, its own name, folded.

    >>> canonical_place("القاهرة") == canonical_place("Cairo")
    True
    """
    plain = folded(name)
    return _known().get(plain, plain)


@cache
def _known() -> dict[str, str]:
    names: dict[str, str] = {}
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
