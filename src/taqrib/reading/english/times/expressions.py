"""Dates, parts of days, durations and sets in English reports.

An expression begins at one of a few words (a weekday, a month, "last", a number ...); from there the longest reading
wins. A bare weekday or day of the month is past, as reports narrate, unless its clause looks ahead ("will meet on
Friday", "talks due on 3 May"). A number is a year only where a preposition, a month or a definite noun phrase makes it
one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.english.numbers import NUMBER_WORDS, ORDINALS, VAGUE_NUMBERS, ordinal, read_number, small
from taqrib.reading.english.times.parts import PartReader
from taqrib.reading.english.times.words import (
    DAYS,
    DECADE,
    DECADES,
    FEASTS,
    HIJRI,
    MONTHS,
    SEASONS,
    SETS,
    SIDES,
    UNITS,
    VAGUE,
    VAGUE_DAYS,
    WEEKDAYS,
    YEAR,
    Reading,
)
from taqrib.reading.findings import Time

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.reading.document import Document

_STARTS: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(DAYS, "day"),
    **dict.fromkeys(VAGUE_DAYS, "vague"),
    **dict.fromkeys(SIDES, "side"),
    **dict.fromkeys(SETS, "set"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(HIJRI, "hijri"),
    **dict.fromkeys(DECADES, "decade"),
    **dict.fromkeys(VAGUE, "amount"),
    **dict.fromkeys(("a", "an", "half", "one", "another"), "amount"),
    **dict.fromkeys(("early", "late", "later", "earlier", "mid"), "edge"),
    **dict.fromkeys(("end", "beginning", "start", "middle", "close"), "border"),
    **dict.fromkeys(("tonight", "overnight", "midnight", "noon", "midday", "dawn"), "night"),
    **dict.fromkeys(("every", "each", "per"), "every"),
    **dict.fromkeys(("decades", "years", "months", "weeks", "days", "hours", "centuries"), "plural"),
    **dict.fromkeys(FEASTS, "feast"),
    "weekend": "weekend",
    **dict.fromkeys(("q1", "q2", "q3", "q4"), "quarter"),
    **dict.fromkeys(("that", "same"), "that"),
    "the": "the",
}
_BEGINNINGS = _STARTS.keys() | NUMBER_WORDS | ORDINALS.keys() | VAGUE_NUMBERS
"""Every word an expression can begin with, but for digits and hyphenated words."""

_WITH_ARTICLE = frozenset(("decade", "part-of-year", "part-of-day", "weekend", "vague-time"))
"""Expressions whose article is part of them: "the first quarter of 2016", "the coming days"."""


def times(document: Document) -> list[Time]:
    """The time expressions of the text in order; without a publication date no relative one is resolved."""
    reader = _Reader(document)
    found: list[Time] = []
    index, tokens = 0, document.tokens
    while index < len(tokens):
        norm = reader.norms[index]
        # most words begin no expression: one look-up tells
        reading = reader.read(index) if norm in _BEGINNINGS or norm[0].isdigit() or "-" in norm else None
        if reading is None:
            index += 1
            continue
        begin = reading.first
        if begin and tokens[begin - 1].norm == "the" and (reading.rule in _WITH_ARTICLE or reader.norm(begin) in SIDES):
            reading = reading._replace(first=begin - 1)
        last = tokens[reading.last - 1]
        end = last.end - 2 if last.norm.endswith("'s") else last.end
        span = (tokens[reading.first].start, end)
        found.append(
            Time(
                span=span,
                type=reading.type,
                value=reading.value,
                rule=reading.rule,
                certainty=reading.certainty,
                rests_on=(span,),
                unsure=reading.unsure,
            )
        )
        index = reading.last
    return found


class _Reader(PartReader):
    """All readings, by the word an expression begins with."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.rules: dict[str, Callable[[int], Reading | None]] = {
            "month": self.month,
            "weekday": self.weekday,
            "day": self.day,
            "vague": self.vague,
            "side": self.side,
            "set": self.set_of_times,
            "season": self.season,
            "hijri": self.hijri,
            "decade": self.named_decade,
            "amount": self.amount,
            "edge": self.edge,
            "border": self.border,
            "night": self.night,
            "every": self.every,
            "plural": self.plural,
            "feast": self.feast,
            "weekend": self.weekend_before,
            "quarter": self.numbered_quarter,
            "the": self.definite,
            "that": self.anaphoric,
        }

    def read(self, index: int) -> Reading | None:
        norm = self.norms[index]
        start = _STARTS.get(norm)
        if start is not None:
            return self.rules[start](index) or (self.number(index) if start == "amount" else None)
        if norm[0].isdigit():
            return self.digits(index) or self.hyphenated(index)
        if small(norm) is not None or ordinal(norm) is not None:
            return self.number(index)
        return self.hyphenated(index) if "-" in norm else None

    def digits(self, index: int) -> Reading | None:
        """What begins with a digit: a day, a year, a decade, a time of the clock, else a count of units."""
        norm = self.norm(index)
        day = self.day_month(index) or self.numeric_date(index)
        if day is not None:
            return day
        if len(norm) == 4 and YEAR.fullmatch(norm):
            return self.year(index)
        if len(norm) == 5 and (decade := DECADE.fullmatch(norm)):
            return Reading(index, index + 1, "DATE", calendar.decade_value(int(decade[1]) * 10), "decade")
        return self.clock(index) or self.count(index)

    def count(self, index: int) -> Reading | None:
        """``72 hours``, ``72-hour``: digits and their unit are three tokens."""
        number = read_number(self.tokens, index)
        if number is None:
            return None
        last = number.last
        hyphen = self.norm(last) in {"-", "‑"} and last - index == 1
        if hyphen and self.tokens[last].start == self.tokens[index].end:
            unit = UNITS.get(self.norm(last + 1))
            if unit and number.value is not None and self.tokens[last + 1].start == self.tokens[last].end:
                length = self.length(number.value, unit)
                return Reading(index, last + 2, "DURATION", length, "duration-adjective", 0.8)
        return self.counted(number)
