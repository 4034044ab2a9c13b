"""Years in Arabic: «عام 2015», «عامي 2013 و2014», «1436هـ», «منذ 2011», «2014-2016»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.arabic.times import tense
from taqrib.reading.arabic.times.scan import BETWEEN, DASHES, Found
from taqrib.reading.arabic.times.words import UNITS, words
from taqrib.reading.arabic.times.year_of_month import year_part
from taqrib.reading.arabic.words import start_behind

if TYPE_CHECKING:
    from taqrib.reading.arabic.times.scan import Scan, WrittenYear

_YEARLY = words("yearly")
_YEAR_PREPOSITIONS, _AFTER_YEAR = words("year_prepositions"), words("after_year")


def year_at(scan: Scan, index: int) -> list[Found] | None:
    """«عام 2015», «عامي 2013 و2014», «1436هـ», «منذ 2011», «2014-2016»."""
    head = UNITS.find(scan.norm(index))
    if head is not None:
        return _headed_year(scan, index, start_behind(scan.tokens[index], head.clitics), head.form)
    year = scan.year_number(index)
    if year is None:
        return None
    before = scan.norm(index - 1)
    found = _years(scan, index, scan.tokens[index].start, year, pair=before in BETWEEN)
    if year.hijri:
        return [found]
    if found.rule != "years" and not is_bare_year(scan, index, year, before):
        return None
    found.certainty, found.rule = 0.85, "bare-" + found.rule
    return [found]


def _headed_year(scan: Scan, index: int, start: int, form: str) -> list[Found] | None:
    """«عام 2015», «عامي 2013 و2014», «عام 67»."""
    if form not in {"عام", "سنه", "عامي", "سنتي"}:
        return None
    year = scan.year_number(index + 1)
    if year is not None:
        return [_years(scan, index, start, year, pair=form.endswith("ي"))]
    short = scan.norm(index + 1)
    if len(short) != 2 or not (short.isascii() and short.isdigit()) or int(short) < 40 or form.endswith("ي"):
        return None
    return [Found(index, index + 2, start, "DATE", f"19{short}", "short-year", 0.7)]


def is_bare_year(scan: Scan, index: int, year: WrittenYear, before: str) -> bool:
    """Whether four digits without «عام» are a year: behind a preposition, and nothing they could count behind them."""
    if not 1800 <= year.number <= 2100:
        return False
    if year.last > index + 1:
        return True
    led = before in _YEAR_PREPOSITIONS or before[1:] in _YEAR_PREPOSITIONS
    if not led and not _names_event(before) and not (_names_event(scan.norm(index - 2)) and before[:1].isalpha()):
        return False
    following = scan.norm(year.last)
    return (
        not following
        or not following[0].isalnum()
        or following.startswith(("ال", "و", "بال"))
        or following in _AFTER_YEAR
        or tense.way(following) != 0
    )


def year_behind(scan: Scan, index: int) -> tuple[int | None, int | None, int] | None:
    """What places a season: a year's number, or its distance from that of publication; and the token past it."""
    part = year_part(scan, index)
    if part.last == index or (part.modifier is not None and not part.of_year):
        return None
    return part.year, part.modifier, part.last


def _names_event(norm: str) -> bool:
    """Whether a year told apart by its number can follow: محادثات 2023, اتفاق الرياض 2019."""
    return norm in _YEARLY or norm[1:] in _YEARLY or norm[2:] in _YEARLY


def _years(scan: Scan, first: int, start: int, year: WrittenYear, *, pair: bool) -> Found:
    value = calendar.from_hijri(year.number) if year.hijri else calendar.year_value(year.number)
    link = scan.norm(year.last)
    if link in DASHES or (pair and link in {"و", "الي"}):
        other = scan.year_number(year.last + 1)
        if other is not None and 1800 <= year.number < other.number <= year.number + 100:
            value = calendar.interval(value, calendar.year_value(other.number))
            return Found(first, other.last, start, "DATE", value, "years", 0.9)
    return Found(first, year.last, start, "DATE", value, "year", 0.95)
