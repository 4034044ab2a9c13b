"""Days of months, months and years in Arabic: «الخامس من أبريل», «يوليو (تموز) الماضي», «12 و13 آب», «عام 2015»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.times import tense
from taqrib.reading.arabic.times.scan import ARTICLE, DASHES, THIS, Anaphor, Found, WrittenYear
from taqrib.reading.arabic.times.words import MONTHS, UNITS, words
from taqrib.reading.arabic.words import start_behind

if TYPE_CHECKING:
    from datetime import date

    from taqrib.reading.arabic.times.scan import Scan
    from taqrib.reading.arabic.times.words import Month
    from taqrib.reading.calendar import Direction

_PAST = words("past_cues")
_YEARLY = words("yearly")
_YEAR_PREPOSITIONS, _AFTER_YEAR, _BEFORE_MONTH = words("year_prepositions"), words("after_year"), words("before_month")
_HIJRI, _NAMED_AFTER_DAYS = words("hijri_marks"), words("named_after_days")
_ALONE_ARTICLES = frozenset({"ال", "وال", "لل", "بال"})
_NEAR = 8
"""How many tokens off a past verb still dates a month without its year."""
_VERY_NEAR = 60
"""Nobody writes "in September" in August for a September eleven months ago, whatever the verb: days ahead."""
_PLUPERFECT = frozenset({"كان", "كانت", "وكان", "وكانت", "كانا", "كانوا", "سبق", "وسبق", "منذ", "ومنذ"})
_WIRE_DAYS = 7
"""How many days ahead of the day of publication a dateline may be: files are dated late and early."""
_BETWEEN = frozenset({"بين", "وبين"})
_RANGES = frozenset({"الي", "حتي"}) | DASHES
_OLD_YEARS = range(1300, 1600)
"""Numeric dates with such a year are Hijri: no report on talks reaches back to the fourteenth century."""


class _YearPart(NamedTuple):
    """What follows a month: a year, or a modifier of the month or (``of_year``) of the year."""

    last: int
    year: int | None = None
    hijri: bool = False
    modifier: int | None = None
    of_year: bool = False


class _Way(NamedTuple):
    """Where a date without its year lies, the word that says so, and how many days ahead it may lie all the same.

    It is counted from the day ``since``; ``None`` for that of publication.
    """

    direction: Direction
    cue: int | None = None
    near: int = calendar.NEAR_FUTURE
    since: date | None = None


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
    if joint in _RANGES or joint in {"و", "او"}:
        other = _day_number(scan, at + 1)
        if other is not None:
            second, second_at, at = other[0], at + 1, other[1]
    found = _in_month(scan, index, at + 1 if scan.norm(at) == "من" else at, number, second)
    if found is None or scan.norm(index - 1) in _NAMED_AFTER_DAYS:
        return None
    made = Found(index, found.last, start, "DATE", found.first_value, "day-month", 0.95, found.unsure, found.cue)
    if second is None:
        return [made]
    between = scan.norm(index - 1) in _BETWEEN
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
    part = _year_part(scan, named_twice)
    if month.value.doubtful and start is None and part.last == month.last and not _is_month(scan, at):
        return None
    begins = start if start is not None else start_behind(scan.tokens[at], month.clitics)
    if part.last == named_twice and not month.value.hijri:
        joined = _joined_month(scan, index, named_twice, month.value.number, begins)
        if joined is not None:
            return joined
    part = _in_told_year(scan, index, month.value, None, part)
    way = _which_way(scan, index, part)
    value = _dated(scan, None, month.value.number, part, way, hijri=month.value.hijri)
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
    value = _dated(scan, int(day), int(month), _YearPart(index + 3), _Way(0, None, _WIRE_DAYS), hijri=False)
    return [Found(index, index + 3, scan.tokens[index].start, "DATE", value, "dateline", 0.85)]


def year_at(scan: Scan, index: int) -> list[Found] | None:
    """«عام 2015», «عامي 2013 و2014», «1436هـ», «منذ 2011», «2014-2016»."""
    head = UNITS.find(scan.norm(index))
    if head is not None:
        return _headed_year(scan, index, start_behind(scan.tokens[index], head.clitics), head.form)
    year = scan.year_number(index)
    if year is None:
        return None
    before = scan.norm(index - 1)
    found = _years(scan, index, scan.tokens[index].start, year, pair=before in _BETWEEN)
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


def _names_event(norm: str) -> bool:
    """Whether a year told apart by its number can follow: محادثات 2023, اتفاق الرياض 2019."""
    return norm in _YEARLY or norm[1:] in _YEARLY or norm[2:] in _YEARLY


def year_behind(scan: Scan, index: int) -> tuple[int | None, int | None, int] | None:
    """What places a season: a year's number, or its distance from that of publication; and the token past it."""
    part = _year_part(scan, index)
    if part.last == index or (part.modifier is not None and not part.of_year):
        return None
    return part.year, part.modifier, part.last


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
    ordinal = numbers.ordinal_at(scan.tokens, index)
    if ordinal is None or not ordinal.clitics.endswith(ARTICLE) or ordinal.value > 31:
        return None
    return ordinal.value, ordinal.last, start_behind(scan.tokens[index], ordinal.clitics)


def _joined_month(scan: Scan, first: int, index: int, number: int, start: int) -> list[Found] | None:
    """A month that shares the year of the one behind it: «مايو ويونيو الماضيين», «من يناير إلى مارس 2023»."""
    at = index + (scan.norm(index) in _RANGES)
    month = MONTHS.find(scan.tokens, at)
    if month is None or month.value.hijri or month.clitics != ("و" if at == index else ""):
        return None
    part = _year_part(scan, _second_name(scan, month.last, month.value.number))
    way = _which_way(scan, first, part)
    later = month.value.number
    if part.year is None and part.modifier is None:  # neither is placed: the second follows the first
        earlier = _dated(scan, None, number, part, way, hijri=False)
        value = calendar.month_value(int(earlier[:4]) + (later < number), later) if earlier is not None else None
    else:
        value = _dated(scan, None, later, part, way, hijri=False)
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
    part = _year_part(scan, _second_name(scan, month.last, month.value.number))
    number, hijri = month.value.number, month.value.hijri
    year = _begun_before(scan, first, number, day) if part.year is None and part.modifier is None else None
    if year is not None and not hijri:
        part = part._replace(year=year)
    part = _in_told_year(scan, first, month.value, day, part)
    way = _which_way(scan, first, part)
    value = _dated(scan, day, number, part, way, hijri=hijri)
    other = _dated(scan, second, number, part, way, hijri=hijri) if second is not None else None
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


def _year_part(scan: Scan, index: int) -> _YearPart:
    """What follows a month: «2013», «من عام 2013», «الماضي», «من العام الماضي», «هذا العام»."""
    linked = scan.norm(index) in {"من", "،", ","}
    at = index + linked
    anaphor = scan.anaphor(at)
    if anaphor is not None and anaphor.unit == "year":
        same = scan.same(anaphor)
        return _YearPart(anaphor.last, int(same) if same is not None else None)
    this = scan.norm(at) in THIS
    unit = UNITS.find(scan.norm(at + this))
    if unit is not None and unit.value.name == "year" and unit.value.number == 1:
        if this:
            return _YearPart(at + 2, modifier=0, of_year=True)
        year = scan.year_number(at + 1)
        if year is not None:
            return _YearPart(year.last, year.number, year.hijri)
        modifier = scan.modifier(at + 1) if unit.clitics == "ال" else None
        return _YearPart(modifier.last, modifier=modifier.offset, of_year=True) if modifier else _YearPart(index)
    year = scan.year_number(at) if scan.norm(index) != "من" else None
    if year is not None:
        return _YearPart(year.last, year.number, year.hijri)
    modifier = scan.modifier(index) if not linked and not this else None
    return _YearPart(modifier.last, modifier=modifier.offset) if modifier else _YearPart(index)


def _which_way(scan: Scan, first: int, part: _YearPart) -> _Way:
    """Which July: the one the year or modifier says, else the verb; a verb far off says less than how near it is."""
    if part.year is not None:
        return _Way(0)
    if part.modifier is not None:
        return _Way(-1 if part.modifier < 0 else 1 if part.modifier > 0 else 0)
    direction, cue = scan.direction(first, part.last)
    if direction < 0 and cue is not None and scan.norm(cue) not in _PLUPERFECT:
        return _Way(0, cue, calendar.NEAR_FUTURE if first - cue > _NEAR else _VERY_NEAR)
    return _Way(direction, cue, since=scan.since(first, direction))


def _begun_before(scan: Scan, first: int, month: int, day: int | None) -> int | None:
    """The year of a date that ends a range: «من 20 ديسمبر حتى 5 يناير»."""
    if scan.named is None or scan.norm(first - 1) not in _RANGES or scan.named[0] != first - 1:
        return None
    value = scan.named[1]
    if len(value) < 7:
        return None
    begun = (int(value[5:7]), int(value[8:10]) if len(value) == 10 and day else 0)
    return int(value[:4]) + ((month, day or 0) < begun)


def _in_told_year(scan: Scan, first: int, month: Month, day: int | None, part: _YearPart) -> _YearPart:
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


_STORY = 25
"""Tokens within which a story keeps the year it named."""


def _dated(scan: Scan, day: int | None, month: int, part: _YearPart, way: _Way, *, hijri: bool) -> str | None:
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


def _implied_year(this: int, nearest: int, part: _YearPart, direction: Direction) -> int:
    if part.modifier is None:
        return nearest
    if part.of_year:
        return this + part.modifier
    if part.modifier == 0:
        return this
    return nearest + (part.modifier - direction)  # «قبل الماضي» is a year further


def _is_month(scan: Scan, index: int) -> bool:
    """Whether a name that is also a word is a month here: «آب» with its madda, «في مارس»."""
    token = scan.tokens[index]
    return "آ" in token.text if token.norm.endswith("اب") else scan.norm(index - 1) in _BEFORE_MONTH


def _years(scan: Scan, first: int, start: int, year: WrittenYear, *, pair: bool) -> Found:
    value = calendar.from_hijri(year.number) if year.hijri else calendar.year_value(year.number)
    link = scan.norm(year.last)
    if link in DASHES or (pair and link in {"و", "الي"}):
        other = scan.year_number(year.last + 1)
        if other is not None and 1800 <= year.number < other.number <= year.number + 100:
            value = calendar.interval(value, calendar.year_value(other.number))
            return Found(first, other.last, start, "DATE", value, "years", 0.9)
    return Found(first, year.last, start, "DATE", value, "year", 0.95)
