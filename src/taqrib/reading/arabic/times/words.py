"""The vocabulary of Arabic times as lexicons: what a word says about time, by role."""

from __future__ import annotations

from typing import Any, NamedTuple

from taqrib.normal import normalised
from taqrib.reading.arabic.words import Lexicon, Match, Phrasebook
from taqrib.vocabulary import load

_WORDS = load("arabic/times")


class Month(NamedTuple):
    """A month's number; ``doubtful`` names are also everyday words or given names."""

    number: int
    hijri: bool
    doubtful: bool


class Unit(NamedTuple):
    """A unit of time in one of its forms.

    :ivar number: 1 singular, 2 dual, 0 plural.
    :ivar ambiguous: without a number the form means something else.
    """

    name: str
    number: int
    ambiguous: bool


def words(key: str) -> frozenset[str]:
    """The normalised forms of a plain list of the table."""
    return frozenset(map(normalised, _WORDS[key]))


def _by_value(key: str) -> list[tuple[str, Any]]:
    return [(form, value) for value, forms in _WORDS[key].items() for form in forms]


def _months() -> list[tuple[str, Month]]:
    found = []
    for key, hijri in (("months", False), ("hijri_months", True)):
        doubtful = words("doubtful_hijri_months" if hijri else "doubtful_months")
        found += [(form, Month(number, hijri, normalised(form) in doubtful)) for form, number in _by_value(key)]
    return found


def _units() -> dict[str, Unit]:
    ambiguous = words("number_only")
    return {
        form: Unit(name, count, normalised(form) in ambiguous)
        for name, forms in _WORDS["units"].items()
        for number, count in (("one", 1), ("two", 2), ("many", 0))
        for form in forms[number]
    }


# Without the article, so that «للثلاثاء» is found too; the reader of times asks for the article in the clitics.
_WEEKDAYS: Lexicon[int] = Lexicon({form.removeprefix("ال"): day for form, day in _by_value("weekdays")})
MONTHS: Phrasebook[Month] = Phrasebook(_months())
DAYS: Phrasebook[int] = Phrasebook(_by_value("days"))
NIGHTS: Phrasebook[int] = Phrasebook(_by_value("nights"))
PARTS: Phrasebook[bool] = Phrasebook((form, True) for form in _WORDS["parts_of_day"])
EDGES: Lexicon[bool] = Lexicon(dict.fromkeys(_WORDS["edges"], True))
MODIFIERS: Phrasebook[int] = Phrasebook(_by_value("modifiers"))
UNITS: Lexicon[Unit] = Lexicon(_units())
# Those in the table without the article are so without it too: «مدير عام».
_GENERAL_HEADS: Lexicon[bool] = Lexicon(
    {form.removeprefix("ال"): not form.startswith("ال") for form in sorted(_WORDS["general_heads"])}
)
SEASONS: Lexicon[int] = Lexicon(dict(_by_value("seasons")))
ANAPHORS: Lexicon[int] = Lexicon(dict(_by_value("anaphors")))
DECADES: Lexicon[int] = Lexicon(dict(_by_value("decades")))
SETS: Phrasebook[str] = Phrasebook(_by_value("sets"))
VAGUE: Phrasebook[bool] = Phrasebook((form, True) for form in _WORDS["vague"])


def weekday_of(norm: str) -> Match[int] | None:
    """The weekday (Monday is 0) that ``norm`` names; only with its article: «أحد» is "one of"."""
    match = _WEEKDAYS.find(norm)
    return match if match is not None and match.clitics.endswith(("ال", "لل")) else None


def is_general(before: str) -> bool:
    """Whether «العام» behind the word ``before`` is "general": «الأمين العام», «للمؤتمر العام»."""
    match = _GENERAL_HEADS.find(before)
    return match is not None and (match.value or match.clitics.endswith(("ال", "لل")))
