"""Days of months and months in Arabic: «الخامس من أبريل», «يوليو (تموز) الماضي», «12 و13 آب», «24/07/2025»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.times.scan import ARTICLE, BETWEEN, DASHES, RANGES, THIS, Anaphor, Found
from taqrib.reading.arabic.times.words import MONTHS, UNITS, words
from taqrib.reading.arabic.times.year_of_month import (
    Way,
    YearPart,
    begun_before,
    dated,
    in_told_year,
    which_way,
    year_part,
)
from taqrib.reading.arabic.words import start_behind

if TYPE_CHECKING:
    from taqrib.reading.arabic.times.scan import Scan

_BEFORE_MONTH = words("before_month")
_HIJRI, _NAMED_AFTER_DAYS = words("hijri_marks"), words("named_after_days")
_ALONE_ARTICLES = frozenset({"ال", "وال", "لل", "بال"})
_WIRE_DAYS = 7
"""How many days ahead of the day of publication a dateline may be: files are dated late and early."""
_FEMININE = ("ه", "اولي")
"""«الخامسة» is a round or an hour, and no day of the month."""
_OLD_YEARS = range(1300, 1600)
"""Numeric dates with such a year are Hijri: no report on talks reaches back to the fourteenth century."""


class _InMonth(NamedTuple):
    """A month behind one or two days: the days' values, the token past it, what is unsure, the cue."""

    first_value: str | None
    second_value: str | None
    last: int
    unsure: tuple[str, ...]
    cue: int | None


def day_of_month_at(scan: Scan, index: int) -> list[Found] | None:
    """«الخامس من أبريل», «25 من يوليو الماضي», «12 و13 آب», «الـ 20 من الشهر الجاري»; days joined by «أو» are two."""
    day = _day_number(scan, index)
    if day is None:
        return None
    number, at, start = day
    if scan.norm(at) == "منه":
        month = scan.same(Anaphor("month", 0, at))
        value = calendar.day_value(int(month[:4]), int(month[5:]), number) if month is not None else None
        return [Found(index, at + 1, start, "DATE", value, "day-of-that-month", 0.85)] if value is not None else None
    second, joint, second_at = None, scan.norm(at), at
    if joint in RANGES or joint in {"و", "او"}:
        other = _day_number(scan, at + 1)
        if other is not None:
            second, second_at, at = other[0], at + 1, other[1]
    found = _in_month(scan, index, at + 1 if scan.norm(at) == "من" else at, number, second)
    if found is None or scan.norm(index - 1) in _NAMED_AFTER_DAYS:
        return None
    made = Found(index, found.last, start, "DATE", found.first_value, "day-month", 0.95, found.unsure, found.cue)
    if second is None:
        return [made]
    between = scan.norm(index - 1) in BETWEEN
    if joint == "او" or (joint == "و" and second != number + 1 and not between):
        made.last = second_at - 1
        other_start = scan.tokens[second_at].start
        return [
            made,
            Found(second_at, found.last, other_start, "DATE", found.second_value, "day-month", 0.9, cue=found.cue),
        ]
    made.value, made.rule = calendar.interval(found.first_value, found.second_value), "days-of-month"
    return [made]


def month_at(scan: Scan, index: int) -> list[Found] | None:
    """«يوليو (تموز) الماضي», «شهر رمضان», «ديسمبر (كانون الأول) 2013»."""
    if scan.norm(index - 2) in _NAMED_AFTER_DAYS and _is_day_number(scan.norm(index - 1)):
        return None  # «تحالف 14 نوفمبر»
    at, start = index, None
    head = UNITS.find(scan.norm(index))
    if head is not None:
        if head.form not in {"شهر", "شهري"} or head.clitics.endswith(ARTICLE):
            return None
        at, start = index + 1, start_behind(scan.tokens[index], head.clitics)
    month = MONTHS.find(scan.tokens, at)
    if month is None or (month.clitics and (start is not None or month.clitics.endswith(ARTICLE))):
        return None
    named_twice = _second_name(scan, month.last, month.value.number)
    part = year_part(scan, named_twice)
    if month.value.doubtful and start is None and part.last == month.last and not _is_month(scan, at):
        return None
    begins = start if start is not None else start_behind(scan.tokens[at], month.clitics)
    if part.last == named_twice and not month.value.hijri:
        joined = _joined_month(scan, index, named_twice, month.value.number, begins)
        if joined is not None:
            return joined
    part = in_told_year(scan, index, month.value, None, part)
    way = which_way(scan, index, part)
    value = dated(scan, None, month.value.number, part, way, hijri=month.value.hijri)
    sure = 0.95 if part.last > named_twice else 0.85
    return [Found(index, part.last, begins, "DATE", value, "month", sure, cue=way.cue)]


def numeric_at(scan: Scan, index: int) -> list[Found] | None:
    """«24/07/2025», «2015-7-24», «24.07.2025»."""
    norm, link = scan.norm(index), scan.norm(index + 1)
    if norm.count(".") == 2:
        parts, last = norm.split("."), index + 1
    elif link in DASHES and scan.norm(index + 3) == link:
        parts, last = [scan.norm(at) for at in (index, index + 2, index + 4)], index + 5
    else:
        return None
    if not all(part.isdigit() and part.isascii() and len(part) <= 4 for part in parts):
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    if len(parts[2]) != 4 or len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    day, month, year = map(int, parts)
    if year in _OLD_YEARS:
        value = calendar.from_hijri(year, month, day)
        last += scan.norm(last) in _HIJRI
    else:
        value = calendar.day_value(year, month, day) or calendar.day_value(year, day, month)
        last += scan.norm(last) == "م"
    return [Found(index, last, scan.tokens[index].start, "DATE", value, "numeric-date")] if value is not None else None


def dateline_at(scan: Scan, index: int) -> list[Found] | None:
    """«3 - 9 (» in the line that opens a wire report."""
    if index > 6 or scan.norm(index + 1) not in DASHES or scan.norm(index + 3) != "(":
        return None
    day, month = scan.norm(index), scan.norm(index + 2)
    if not (_is_day_number(day) and _is_day_number(month) and int(month) <= 12):
        return None
    value = dated(scan, int(day), int(month), YearPart(index + 3), Way(0, None, _WIRE_DAYS), hijri=False)
    return [Found(index, index + 3, scan.tokens[index].start, "DATE", value, "dateline", 0.85)]


def is_day_number_word(norm: str) -> bool:
    """Whether ``norm`` can begin a day of the month."""
    return norm in _ALONE_ARTICLES or numbers.is_ordinal_word(norm)


def _is_day_number(norm: str) -> bool:
    return len(norm) <= 2 and norm.isdigit() and norm.isascii() and 1 <= int(norm) <= 31


def _day_number(scan: Scan, index: int) -> tuple[int, int, int] | None:
    """A day of the month, the token past it and where it starts: «12», «الـ 20», «السابع عشر»."""
    norm = scan.norm(index)
    if not norm:
        return None
    if norm[0].isdigit():
        return (int(norm), index + 1, scan.tokens[index].start) if _is_day_number(norm) else None
    if norm in _ALONE_ARTICLES:
        if not _is_day_number(scan.norm(index + 1)):
            return None
        return int(scan.norm(index + 1)), index + 2, start_behind(scan.tokens[index], norm)
    ordinal = numbers.ordinal_at(scan.tokens, index) if not norm.endswith(_FEMININE) else None
    if ordinal is None or not ordinal.clitics.endswith(ARTICLE) or ordinal.value > 31:
        return None
    return ordinal.value, ordinal.last, start_behind(scan.tokens[index], ordinal.clitics)


def _joined_month(scan: Scan, first: int, index: int, number: int, start: int) -> list[Found] | None:
    """A month that shares the year of the one behind it: «مايو ويونيو الماضيين», «من يناير إلى مارس 2023»."""
    at = index + (scan.norm(index) in RANGES)
    month = MONTHS.find(scan.tokens, at)
    if month is None or month.value.hijri or month.clitics != ("و" if at == index else ""):
        return None
    part = year_part(scan, _second_name(scan, month.last, month.value.number))
    way = which_way(scan, first, part)
    later = month.value.number
    if part.year is None and part.modifier is None:  # neither is placed: the second follows the first
        earlier = dated(scan, None, number, part, way, hijri=False)
        value = calendar.month_value(int(earlier[:4]) + (later < number), later) if earlier is not None else None
    else:
        value = dated(scan, None, later, part, way, hijri=False)
        earlier = calendar.month_value(int(value[:4]) - (later < number), number) if value is not None else None
    begins = start_behind(scan.tokens[at], month.clitics)
    return [
        Found(first, index, start, "DATE", earlier, "month-shared-year", 0.9, cue=way.cue),
        Found(at, part.last, begins, "DATE", value, "month", 0.9, cue=way.cue),
    ]


def _in_month(scan: Scan, first: int, index: int, day: int, second: int | None) -> _InMonth | None:
    at = index + 1 if scan.norm(index) == "شهر" else index
    month = MONTHS.find(scan.tokens, at)
    if month is None or month.clitics:
        return _in_relative_month(scan, index, day, second)
    part = year_part(scan, _second_name(scan, month.last, month.value.number))
    number, hijri = month.value.number, month.value.hijri
    year = begun_before(scan, first, number, day) if part.year is None and part.modifier is None else None
    if year is not None and not hijri:
        part = part._replace(year=year)
    part = in_told_year(scan, first, month.value, day, part)
    way = which_way(scan, first, part)
    value = dated(scan, day, number, part, way, hijri=hijri)
    other = dated(scan, second, number, part, way, hijri=hijri) if second is not None else None
    known = part.year is not None or scan.published is not None
    unsure = ("the calendar has no such day",) if value is None and known else ()
    return _InMonth(value, other, part.last, unsure, way.cue)


def _in_relative_month(scan: Scan, index: int, day: int, second: int | None) -> _InMonth | None:
    """«الرابع من الشهر الحالي», «الـ 20 من هذا الشهر»."""
    anaphor = scan.anaphor(index)
    if anaphor is not None and anaphor.unit == "month":
        named = scan.same(anaphor)
        if named is None:
            return _InMonth(None, None, anaphor.last, (), None)
        year, month = int(named[:4]), int(named[5:])
        other = calendar.day_value(year, month, second) if second is not None else None
        return _InMonth(calendar.day_value(year, month, day), other, anaphor.last, (), None)
    this = scan.norm(index) in THIS
    unit = UNITS.find(scan.norm(index + this))
    if unit is None or unit.value.name != "month" or unit.clitics != "ال" or unit.value.number != 1:
        return None
    modifier = (0, index + 2) if this else scan.modifier(index + 1)
    if modifier is None:
        return None
    offset, last = modifier
    value = other = None
    if scan.published is not None:
        year, month = calendar.moved_month(scan.published, offset)
        value = calendar.day_value(year, month, day)
        other = calendar.day_value(year, month, second) if second is not None else None
    return _InMonth(value, other, last, (), None)


def _second_name(scan: Scan, index: int, number: int) -> int:
    """Past a month's other name: «(تموز)», «/نيسان», «- آب»."""
    opened = scan.norm(index) == "("
    at = index + 1 if opened or scan.norm(index) in DASHES else index
    other = MONTHS.find(scan.tokens, at)
    if other is None or other.clitics or other.value.hijri or other.value.number != number:
        return index
    if not opened:
        return other.last
    return other.last + 1 if scan.norm(other.last) == ")" else index


def _is_month(scan: Scan, index: int) -> bool:
    """Whether a name that is also a word is a month here: «آب» with its madda, «في مارس»."""
    token = scan.tokens[index]
    return "آ" in token.text if token.norm.endswith("اب") else scan.norm(index - 1) in _BEFORE_MONTH
