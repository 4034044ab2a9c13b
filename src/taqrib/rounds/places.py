"""Places by one name: الدوحة and Doha are one city, whichever language a report is in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.normal import folded

if TYPE_CHECKING:
    from taqrib.case import Case


class Places:
    """Each place by one name: the actors of the case, states, capitals and cities where talks are often held.

    :param case: by whose actors' names, not their aliases: a capital may stand for its state there.
    """

    def __init__(self, case: Case) -> None:
        self._actors = {folded(name): folded(one.name.en) for one in case.actors for name in (one.name.ar, one.name.en)}

    def canonical(self, name: str) -> str:
        """The English name of a place, folded; its own name, folded, if nobody knows it in both languages."""
        plain = folded(name)
        return self._actors.get(plain) or _known().get(plain, plain)


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
