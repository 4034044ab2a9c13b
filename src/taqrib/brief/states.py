"""States and capitals by their name in the brief's language: a reader of English looks for Doha, not for الدوحة."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from taqrib import vocabulary
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.brief.material import Language


def state_or_capital(name: str, language: Language) -> str | None:
    """The name in ``language`` of the state or capital that ``name`` is in either.

    ``None`` for any other name, and for one that is two things: «عمان» without its vowels is Oman, and is Amman.

    >>> state_or_capital("القاهرة", "en")
    'Cairo'
    """
    known = _known(language).get(folded(name), set())
    return next(iter(known)) if len(known) == 1 else None


@cache
def _known(language: Language) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for state in vocabulary.load("states"):
        for names, told in _named(state["ar"], state["en"]):
            for name in names:
                known.setdefault(folded(name), set()).add(told[language])
    return known


def _named(arabic: dict[str, Any], english: dict[str, Any]) -> Iterator[tuple[list[str], dict[Language, str]]]:
    """A state, then its capitals: all names of each, and the one to tell it by in each language.

    Where one language has more names of the capital than the other, they are spellings of one.
    """
    names = [[of["name"], *of.get("aliases", ())] for of in (arabic, english)]
    capitals = [of.get("capital", []) for of in (arabic, english)]
    paired = len(capitals[0]) == len(capitals[1])
    cities = [[[one] for one in of] if paired else [of] for of in capitals]
    for in_arabic, in_english in [names, *zip(*cities, strict=True)]:
        yield [*in_arabic, *in_english], {"ar": in_arabic[0], "en": in_english[0]}
