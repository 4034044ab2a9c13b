"""Dates, parts of days, durations and sets in Arabic reports.

The reader tries, at each word that can begin an expression of time, every rule that word can begin, and keeps the
longest reading. Each rule looks a bounded number of tokens ahead, so the whole is linear in the text's length.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.arabic import numbers, tense
from taqrib.reading.arabic.timewords import (
    DAYS,
    DECADES,
    EDGES,
    MODIFIERS,
    MONTHS,
    NIGHTS,
    PARTS,
    SEASONS,
    SETS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    words,
)
from taqrib.reading.arabic.words import behind, start_behind
from taqrib.reading.findings import Time

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.reading.calendar import Direction
    from taqrib.reading.document import Document, Token
    from taqrib.reading.findings import TimeType

_NOT_TODAY, _NOT_YESTERDAY = words("not_today"), words("not_yesterday")
_HEADS = words("day_heads")
_THIS = words("this")
_BETWEEN, _LOOSE = words("between"), words("loose")
_GENERAL_HEADS = words("general_heads")
_LENGTH_PREPOSITIONS, _LONG_PREPOSITIONS = words("length_prepositions"), words("long_prepositions")
_YEAR_PREPOSITIONS, _AFTER_YEAR = words("year_prepositions"), words("after_year")
_GREGORIAN, _HIJRI = words("gregorian_marks"), words("hijri_marks")
_NAME_HEADS = words("name_heads")
_ADVERBS = words("adverb_parts")
_ARTICLE = ("ال", "لل")
_DASHES = frozenset("-–—/")
_STOPS = frozenset(".،,؛:!؟?()»”\"…") | {".."}


@dataclass(slots=True)
class _Found:
    """An expression: tokens ``first:last``, the raw offset of its first letter, what it is and what it rests on."""

    first: int
    last: int
    start: int
    type: TimeType
    value: str | None
    rule: str
    certainty: float = 0.95
    unsure: tuple[str, ...] = ()
    cue: int | None = None


class _YearPart(NamedTuple):
    """What follows a month: a year, or a modifier (-1 last, 0 this, 1 next) of the month or of the year."""

    last: int
    year: int | None = None
    hijri: bool = False
    modifier: int | None = None
    of_year: bool = False


def times(document: Document) -> list[Time]:
    """Every expression of time in the document, in order; see :meth:`taqrib.reading.pack.LanguagePack.times`."""
    return _Reader(document).read()
