"""Which year a day or month lies in: «يوليو 2013», «الماضي», «من العام الماضي», or what the verb or story implies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.arabic.times.scan import RANGES, THIS
from taqrib.reading.arabic.times.words import UNITS, words

if TYPE_CHECKING:
    from datetime import date

    from taqrib.reading.arabic.times.scan import Scan
    from taqrib.reading.arabic.times.words import Month
    from taqrib.reading.calendar import Direction

_PAST = words("past_cues")
_NEAR = 8
"""How many tokens off a past verb still dates a month without its year."""
_VERY_NEAR = 60
"""Nobody writes "in September" in August for a September eleven months ago, whatever the verb: days ahead."""
_PLUPERFECT = frozenset({"كان", "كانت", "وكان", "وكانت", "كانا", "كانوا", "سبق", "وسبق", "منذ", "ومنذ"})
_STORY = 25
"""Tokens within which a story keeps the year it named."""


class YearPart(NamedTuple):
    """What follows a month: a year, or a modifier of the month or (``of_year``) of the year."""

    last: int
    year: int | None = None
    hijri: bool = False
    modifier: int | None = None
    of_year: bool = False


class Way(NamedTuple):
    """Where a date without its year lies, the word that says so, and how many days ahead it may lie all the same.

    It is counted from the day ``since``; ``None`` for that of publication.
    """

    direction: Direction
    cue: int | None = None
    near: int = calendar.NEAR_FUTURE
    since: date | None = None


def year_part(scan: Scan, index: int) -> YearPart:
    """What follows a month: «2013», «من عام 2013», «الماضي», «من العام الماضي», «هذا العام»."""
    linked = scan.norm(index) in {"من", "،", ","}
    at = index + linked
    anaphor = scan.anaphor(at)
    if anaphor is not None and anaphor.unit == "year":
        same = scan.same(anaphor)
        return YearPart(anaphor.last, int(same) if same is not None else None)
    this = scan.norm(at) in THIS
    unit = UNITS.find(scan.norm(at + this))
    if unit is not None and unit.value.name == "year" and unit.value.number == 1:
        if this:
            return YearPart(at + 2, modifier=0, of_year=True)
        year = scan.year_number(at + 1)
        if year is not None:
            return YearPart(year.last, year.number, year.hijri)
        modifier = scan.modifier(at + 1) if unit.clitics == "ال" else None
        return YearPart(modifier.last, modifier=modifier.offset, of_year=True) if modifier else YearPart(index)
    year = scan.year_number(at) if scan.norm(index) != "من" else None
    if year is not None:
        return YearPart(year.last, year.number, year.hijri)
    modifier = scan.modifier(index) if not linked and not this else None
    return YearPart(modifier.last, modifier=modifier.offset) if modifier else YearPart(index)


def which_way(scan: Scan, first: int, part: YearPart) -> Way:
    """Which July: the one the year or modifier says, else the verb; a verb far off says less than how near it is."""
    if part.year is not None:
        return Way(0)
    if part.modifier is not None:
        return Way(-1 if part.modifier < 0 else 1 if part.modifier > 0 else 0)
    direction, cue = scan.direction(first, part.last)
    if direction < 0 and cue is not None and scan.norm(cue) not in _PLUPERFECT:
        return Way(0, cue, calendar.NEAR_FUTURE if first - cue > _NEAR else _VERY_NEAR)
    return Way(direction, cue, since=scan.since(first, direction))


def begun_before(scan: Scan, first: int, month: int, day: int | None) -> int | None:
    """The year of a date that ends a range: «من 20 ديسمبر حتى 5 يناير»."""
    if scan.named is None or scan.norm(first - 1) not in RANGES or scan.named[0] != first - 1:
        return None
    value = scan.named[1]
    if len(value) < 7:
        return None
    begun = (int(value[5:7]), int(value[8:10]) if len(value) == 10 and day else 0)
    return int(value[:4]) + ((month, day or 0) < begun)


def in_told_year(scan: Scan, first: int, month: Month, day: int | None, part: YearPart) -> YearPart:
    """The year a story is in: «بدأت في مايو 2019 وتوقفت في يونيو», where "and" or "then" carries it on.

    An earlier month than the one before lies in the next year; a story never leads past the day of publication.
    """
    if (
        part.year is not None
        or part.modifier is not None
        or month.hijri
        or scan.named is None
        or scan.published is None
    ):
        return part
    past, value = scan.named
    if len(value) < 7 or not 0 < first - past <= _STORY or int(value[:4]) >= scan.published.year:
        return part
    if any(scan.norm(at) in {".", "؛", "«", "»"} for at in range(past, first)):
        return part
    direction, cue = scan.direction(first, first + 1)
    if direction >= 0 or cue is None or cue < past:
        return part
    joined = scan.norm(cue)[0] in "وف" and scan.norm(cue) not in _PAST  # وتوقفت, not وصل
    if not joined and scan.norm(cue - 1) not in {"ثم", "وثم", "قد"}:
        return part
    before = (int(value[5:7]), int(value[8:10]) if len(value) == 10 and day else 0)
    year = int(value[:4]) + ((month.number, day or 0) < before)
    ahead = (year, month.number) > (scan.published.year, scan.published.month)
    return part if ahead else part._replace(year=year)


def dated(scan: Scan, day: int | None, month: int, part: YearPart, way: Way, *, hijri: bool) -> str | None:
    """The value of a day or month in the year the text gives or implies."""
    year, published = part.year, scan.published
    if hijri:
        if year is None and published is not None:
            year = calendar.hijri_year_of(published, month, day, way.direction)
        return calendar.from_hijri(year, month, day) if year is not None else None
    if year is None:
        if published is None:
            return None
        nearest = calendar.year_of(way.since or published, month, day, way.direction, near=way.near)
        year = _implied_year(published.year, nearest, part, way.direction)
        if part.modifier in {-1, 1} and not part.of_year and day is None:
            # «يوليو الماضي», read in July, is last year's
            year += way.direction if (year, month) == (published.year, published.month) else 0
    return calendar.month_value(year, month) if day is None else calendar.day_value(year, month, day)


def _implied_year(this: int, nearest: int, part: YearPart, direction: Direction) -> int:
    if part.modifier is None:
        return nearest
    if part.of_year:
        return this + part.modifier
    if part.modifier == 0:
        return this
    return nearest + (part.modifier - direction)  # «قبل الماضي» is a year further
