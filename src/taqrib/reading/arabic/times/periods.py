"""Weeks, months, years and longer, placed by a modifier: «الأسبوع الماضي», «مطلع العام قبل الماضي»."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.times.dates import month_at
from taqrib.reading.arabic.times.days import day_at, night_at
from taqrib.reading.arabic.times.scan import ARTICLE, THIS, Found, is_same
from taqrib.reading.arabic.times.words import DECADES, EDGES, SEASONS, UNITS, is_general, words
from taqrib.reading.arabic.times.years import is_bare_year, year_at, year_behind
from taqrib.reading.arabic.words import behind, start_behind

if TYPE_CHECKING:
    from taqrib.reading.arabic.times.scan import Scan

_BETWEEN = words("between")
_FRACTIONS = {"الربع": 4, "النصف": 2, "الفصل": 4, "الثلث": 3}
_CLOSING = frozenset({"نهايه", "اخر", "نهايات"})
_LAST = frozenset({"الاخير", "الاخيره"})


def period_at(scan: Scan, index: int) -> list[Found] | None:
    """«الأسبوع الماضي», «هذا العام», «الأيام القليلة المقبلة», «الأشهر الستة الماضية»."""
    norm = scan.norm(index)
    this = norm in THIS or norm.removeprefix("و") in THIS
    at = index + this
    unit = UNITS.find(scan.norm(at))
    if unit is None or not unit.clitics.endswith(ARTICLE) or unit.value.name in {"second", "minute"}:
        return None
    start = behind(scan.tokens[index], norm not in THIS) if this else start_behind(scan.tokens[at], unit.clitics)
    if unit.value.number == 1:
        if scan.anaphor(index) is not None or (not this and is_general(scan.norm(at - 1))):
            return None  # «العام نفسه»; «الأمين العام السابق»
        return _one_period(scan, Found(index, at + 1, start, "DATE", None, "period"), unit.value.name, this=this)
    amount, last = float(unit.value.number), at + 1
    number = _number_behind(scan, last) if amount == 0 else None
    if number is not None:
        amount, last = number
    last = _placed(scan, last, this=this)[1]
    if last == 0:
        return None
    if amount == 0:
        return [Found(index, last, start, "DATE", None, "vague-period", 0.85)]
    length = calendar.duration(amount, "day" if unit.value.name == "night" else unit.value.name)
    return [Found(index, last, start, "DURATION", length, "counted-period", 0.9)]


def _placed(scan: Scan, index: int, *, this: bool) -> tuple[int, int]:
    """Where the modifier at ``index`` puts a period, and the token past it; 0 where nothing places it."""
    between = index + (scan.norm(index) in _BETWEEN)
    modifier = scan.modifier(between)
    if modifier is not None:
        return modifier.offset, modifier.last
    return (0, index) if this else (0, 0)


def _one_period(scan: Scan, found: Found, unit: str, *, this: bool) -> list[Found] | None:
    """A single period and its value: «الأسبوع الماضي», «العام الحالي 2015»."""
    offset, found.last = _placed(scan, found.last, this=this)
    if found.last == 0 or unit in {"hour", "night", "day"}:
        return None
    found.value = _period_value(scan, unit, offset)
    found.certainty = 0.95 if found.value else 0.75
    year = scan.year_number(found.last) if unit == "year" else None
    if year is not None:
        found.last, found.value = year.last, calendar.year_value(year.number)
    return [found]


def anaphor_at(scan: Scan, index: int) -> list[Found] | None:
    """«العام نفسه», «نفس الشهر», «اليوم التالي»: counted from the date the text named last."""
    anaphor = scan.anaphor(index)
    if anaphor is None or anaphor.unit not in {"day", "month", "year"}:
        return None
    if is_general(scan.norm(index - 1)):
        return None  # «الأمين العام السابق»
    head = scan.tokens[index]
    unit = UNITS.find(head.norm)
    start = (
        start_behind(head, unit.clitics) if unit is not None else behind(head, not is_same(head.norm.removeprefix("و")))
    )
    return [Found(index, anaphor.last, start, "DATE", scan.same(anaphor), "same-or-next", 0.75)]


def edge_at(scan: Scan, index: int) -> list[Found] | None:
    """«مطلع العام قبل الماضي», «منتصف يوليو», «نهاية العام»: the value is the period's."""
    match = EDGES.find(scan.norm(index))
    if match is None or match.clitics.endswith(ARTICLE) or match.clitics == "س":
        return None
    start = start_behind(scan.tokens[index], match.clitics)
    at = index + 1 + (scan.norm(index + 1) == "من")
    if at >= len(scan.tokens):
        return None
    best: list[Found] | None = None
    for rule in (period_at, anaphor_at, month_at, year_at, decade_at, season_at, week_of_month_at, night_at):
        found = rule(scan, at)
        if found and (best is None or found[0].last > best[0].last):
            best = found
    if scan.norm(at) in {"يوم", "نهار"}:
        best = best or day_at(scan, at)
    if not best:
        return _edge_of_this(scan, index, at, start)
    if best[0].type not in {"DATE", "TIME"}:
        return None
    best[0].first, best[0].start, best[0].rule = index, start, "edge-of-" + best[0].rule
    return best


def season_at(scan: Scan, index: int) -> list[Found] | None:
    """«ربيع 2014», «صيف العام الماضي», «الصيف المقبل»."""
    match = SEASONS.find(scan.norm(index))
    if match is None:
        return None
    start = start_behind(scan.tokens[index], match.clitics)
    if match.clitics.endswith(ARTICLE):
        modifier = scan.modifier(index + 1)
        if modifier is None:
            return None
        value = _season_near(scan, match.value, modifier.offset)
        return [Found(index, modifier.last, start, "DATE", value, "season", 0.85)]
    placed = year_behind(scan, index + 1)
    if placed is None:
        return None
    year, offset, last = placed
    if year is None and scan.published is not None and offset is not None:
        year = scan.published.year + offset
    value = calendar.season_value(year, match.value) if year is not None else None
    return [Found(index, last, start, "DATE", value, "season", 0.9)]


def decade_at(scan: Scan, index: int) -> list[Found] | None:
    """«التسعينيات», «ثمانينات القرن الماضي»; «عشرينياته» is an age."""
    match = DECADES.find(scan.norm(index))
    if match is None:
        return None
    last = index + 1
    at = last + (scan.norm(last) == "من")
    if scan.norm(at) == "القرن":
        modifier = scan.modifier(at + 1)
        if modifier is not None and modifier.offset == -1:
            last = modifier.last
        elif scan.norm(at + 1) == "العشرين":
            last = at + 2
    if last == index + 1 and (not match.clitics.endswith("ال") or match.value < 50):
        return None
    value = calendar.decade_value(1900 + match.value)
    return [Found(index, last, start_behind(scan.tokens[index], match.clitics), "DATE", value, "decade", 0.85)]


def is_fraction(norm: str) -> bool:
    """Whether ``norm`` can begin a part of a year: «الربع», «النصف»."""
    return norm.endswith(tuple(_FRACTIONS))


def fraction_at(scan: Scan, index: int) -> list[Found] | None:
    """«الربع الأول من العام الجاري», «النصف الثاني من 2015»; of anything but a year the value is the whole."""
    norm = scan.norm(index)
    kind = next((kind for kind in _FRACTIONS if norm.endswith(kind)), None)
    if kind is None or len(norm) > len(kind) + 2:
        return None
    ordinal = numbers.ordinal_at(scan.tokens, index + 1)
    if scan.norm(index + 1) in _LAST:
        number, at = _FRACTIONS[kind], index + 2
    elif ordinal is not None and ordinal.clitics == "ال":
        number, at = ordinal.value, ordinal.last
    else:
        return None
    if scan.norm(at) != "من" or at + 1 >= len(scan.tokens):
        return None
    at += 1
    start = start_behind(scan.tokens[index], norm[: -len(kind)])
    found = period_at(scan, at) or year_at(scan, at) or month_at(scan, at) or _edge_of_this(scan, index, at, start)
    if not found or found[0].type != "DATE":
        return None
    made = found[0]
    if made.value is not None and len(made.value) == 4 and kind != "الثلث":
        make = calendar.half_value if kind == "النصف" else calendar.quarter_value
        made.value = make(int(made.value), number)
    elif made.value is not None and len(made.value) == len("2000-01") and kind == "النصف" and made.value[4] == "-":
        made.value = _half_month(made.value, number)
    made.first, made.start, made.rule = index, start, "part-of-period"
    return [made]


def _half_month(month: str, half: int) -> str | None:
    """The first fifteen days of ``2027-06``, or the rest of it."""
    last = monthrange(int(month[:4]), int(month[5:]))[1]
    days = {1: (1, _MID_MONTH), 2: (_MID_MONTH + 1, last)}.get(half)
    return f"{month}-{days[0]:02}/{month}-{days[1]:02}" if days is not None else None


_MID_MONTH = 15


def week_of_month_at(scan: Scan, index: int) -> list[Found] | None:
    """«الأسبوع الأول من أغسطس»: its seven days, counted from the first of the month."""
    unit = UNITS.find(scan.norm(index))
    if unit is None or unit.value.name != "week" or unit.value.number != 1 or not unit.clitics.endswith(ARTICLE):
        return None
    ordinal = numbers.ordinal_at(scan.tokens, index + 1)
    last_week = scan.norm(index + 1) in _LAST
    at = index + 2
    if scan.norm(at) != "من" or at + 1 >= len(scan.tokens):
        return None
    if not last_week and (ordinal is None or ordinal.last != at or ordinal.value > 4):
        return None
    month = month_at(scan, at + 1) or period_at(scan, at + 1)
    if not month or month[0].type != "DATE":
        return None
    made = month[0]
    if made.value is not None and len(made.value) == 7:
        made.value = calendar.week_of_month(made.value, 0 if last_week or ordinal is None else ordinal.value)
    elif made.value is not None:
        return None
    made.first, made.start, made.rule = index, start_behind(scan.tokens[index], unit.clitics), "week-of-month"
    return [made]


def _number_behind(scan: Scan, index: int) -> tuple[float, int] | None:
    """The number behind a definite plural, and the token past it: «الستة», «الـ24»."""
    article = scan.norm(index) == "ال"
    number = numbers.number_at(scan.tokens, index + article)
    if number is None or number.value is None or not (article or number.clitics.endswith("ال")):
        return None
    return number.value, number.last


def _period_value(scan: Scan, name: str, offset: int) -> str | None:
    of = scan.published
    if of is None:
        return None
    if name == "week":
        return calendar.week_value(of, offset, starts=calendar.SUNDAY)
    if name == "month":
        return calendar.month_value(*calendar.moved_month(of, offset))
    if name == "year":
        return calendar.year_value(of.year + offset)
    if name == "century":
        first = (of.year // 100 + offset) * 100
        return calendar.interval(calendar.year_value(first), calendar.year_value(first + 99))
    return None  # «العقد الماضي» may be the last ten years or the decade before


def _edge_of_this(scan: Scan, index: int, at: int, start: int) -> list[Found] | None:
    """«نهاية العام»: of this one; «نهاية 2014»."""
    year = scan.year_number(at)
    if year is not None and is_bare_year(scan, at, year, "في"):
        return [Found(index, year.last, start, "DATE", calendar.year_value(year.number), "edge-of-year", 0.9)]
    unit = UNITS.find(scan.norm(at))
    if (
        unit is None
        or unit.clitics != "ال"
        or unit.value.number != 1
        or unit.value.name not in {"week", "month", "year"}
    ):
        return None
    edge = EDGES.find(scan.norm(index))
    if unit.value.name == "week" and edge is not None and edge.form in _CLOSING:
        weekend = ("the text does not say which weekend, or all of them",)
        return [Found(index, at + 1, start, "DATE", None, "weekend", 0.7, weekend)]
    value = _period_value(scan, unit.value.name, 0)
    unsure = ("the text does not say which one: read as the one of publication",)
    return [Found(index, at + 1, start, "DATE", value, "edge-of-this-period", 0.75, unsure)]


def _season_near(scan: Scan, season: int, offset: int) -> str | None:
    of = scan.published
    if of is None or season == 4:  # a winter lies in two years
        return None
    ended, begun = of.month > 3 * season + 2, of.month >= 3 * season
    if offset < 0:
        return calendar.season_value(of.year - (not ended) + offset + 1, season)
    if offset > 0:
        return calendar.season_value(of.year + begun + offset - 1, season)
    return calendar.season_value(of.year, season)
