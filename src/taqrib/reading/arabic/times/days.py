"""Single days and their parts in Arabic: «أمس (الاثنين)», «يوم الأربعاء المقبل», «صباح أول من أمس السبت»."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.times.dates import day_of_month_at, numeric_at
from taqrib.reading.arabic.times.scan import ARTICLE, Found
from taqrib.reading.arabic.times.words import DAYS, NIGHTS, PARTS, UNITS, words
from taqrib.reading.arabic.words import start_behind

if TYPE_CHECKING:
    from taqrib.reading.arabic.times.scan import Modifier, Scan
    from taqrib.reading.calendar import Direction

_NOT_TODAY, _NOT_YESTERDAY, _NAME_HEADS = words("not_today"), words("not_yesterday"), words("name_heads")
_ADVERBS = words("adverb_parts")
_DAYTIME = frozenset({"نهار", "ونهار"})
_COMMAS = frozenset("،,")
_STOPS = frozenset('.،,؛:!?؟()»”"…') | {".."}
_TWO = frozenset({"بين", "هذين", "كلا"})
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WHOLE = frozenset({"الليل", "النهار"})
"""«منتصف الليل» names a part of a day without its day."""
_MOST_PARTS = 3


class _Head(NamedTuple):
    """What stands before a day: «يوم», «نهار», «هذا»; ``at`` is the token of the day itself."""

    at: int
    start: int | None
    dual: bool = False


def day_at(scan: Scan, index: int) -> list[Found] | None:
    """A day counted from publication, a weekday, or a dated day behind «يوم», with what stands in apposition to it."""
    head = _head(scan, index)
    at = head.at
    relative = DAYS.find(scan.tokens, at)
    if relative is not None and _is_relative(scan, at, relative.clitics, relative.last, relative.value):
        start = head.start if head.start is not None else start_behind(scan.tokens[at], relative.clitics)
        return _relative_day(scan, index, start, relative.last, relative.value)
    weekday = scan.weekday(at)
    if weekday is not None and scan.norm(at + 1) not in numbers.TEN:  # «الأحد عشر» are eleven
        if head.start is None and _is_name(scan, at, two=weekday[0] == calendar.MONDAY):
            return None
        start = head.start if head.start is not None else start_behind(scan.tokens[at], weekday[1])
        return [_week_day(scan, index, start, at, weekday[0], dual=head.dual)]
    if head.start is None or scan.norm(index) == "هذا":
        return None
    dated = day_of_month_at(scan, at) or numeric_at(scan, at)
    if dated:
        dated[0].start, dated[0].first = head.start, index
    return dated


def night_at(scan: Scan, index: int) -> list[Found] | None:
    """«الليلة الماضية», «الليلة», «هذا المساء»."""
    match = NIGHTS.find(scan.tokens, index)
    if match is None or match.clitics.endswith(ARTICLE):
        return None
    value = calendar.shifted_value(scan.published, match.value) if scan.published else None
    start = start_behind(scan.tokens[index], match.clitics)
    return [Found(index, match.last, start, "TIME", value, "relative-night", 0.9)]


def part_at(scan: Scan, index: int) -> list[Found] | None:
    """«صباح أول من أمس السبت», «فجر الأحد», «منتصف ليل أمس», «ليل السبت - الأحد»."""
    match = PARTS.find(scan.tokens, index)
    if match is None or match.clitics.endswith(ARTICLE):
        return None  # «المغرب اليوم» is a country
    at = match.last
    for _ in range(_MOST_PARTS):  # «ليل فجر أمس» happens
        again = PARTS.find(scan.tokens, at)
        if again is None or again.clitics:
            break
        at = again.last
    at += scan.norm(at) == "من"
    found = (day_at(scan, at) or day_of_month_at(scan, at)) if at < len(scan.tokens) else None
    if not found or found[0].start != scan.tokens[at].start:
        if match.last > index + 1 and scan.norm(match.last - 1) in _WHOLE:
            start = start_behind(scan.tokens[index], match.clitics)
            return [Found(index, match.last, start, "TIME", None, "part-of-day", 0.7)]
        return None
    made = found[0]
    made.first, made.start = index, start_behind(scan.tokens[index], match.clitics)
    made.type, made.rule = "TIME", "part-of-" + made.rule
    if scan.norm(at - 1).endswith(("ليل", "ليله")) and made.last == at + 1:
        dash = scan.norm(made.last) in {"-", "–", "/"}
        following = scan.weekday(made.last + dash)
        if following is not None and following[1] == "ال":  # the night between two days is named by both
            made.last += 1 + dash
    return found


def _head(scan: Scan, index: int) -> _Head:
    token = scan.tokens[index]
    if token.norm == "هذا":
        return _Head(index + 1, token.start)
    if token.norm in _DAYTIME:
        return _Head(index + 1, start_behind(token, token.norm.removesuffix("نهار")))
    unit = UNITS.find(token.norm)
    if unit is not None and unit.form in {"يوم", "يومي"} and not unit.clitics.endswith(ARTICLE):
        return _Head(index + 1, start_behind(token, unit.clitics), dual=unit.form == "يومي")
    return _Head(index, None)


def _is_name(scan: Scan, index: int, *, two: bool) -> bool:
    """Whether a word of time is a name here («صحيفة الغد», «روسيا اليوم») or «الاثنين» is "the two"."""
    before = scan.norm(index - 1)
    if (
        before in _NAME_HEADS
        or before.removeprefix("و") in _NAME_HEADS
        or (before in {"«", '"', "“"} and scan.norm(index + 1) in {"»", '"', "”"})
    ):
        return True
    return two and before in _TWO and not scan.norm(index + 1).startswith("وال")


def _is_relative(scan: Scan, index: int, clitics: str, last: int, offset: int) -> bool:
    """Whether «اليوم», «أمس», «غدا» here are counted from the day of publication."""
    token, following = scan.tokens[index], scan.norm(last)
    if clitics.endswith(ARTICLE) or _is_name(scan, index, two=False):
        return False
    if offset == 0 or token.norm.endswith("الغد"):
        return following not in _NOT_TODAY and following != "ال"
    if offset == -1:
        return following not in _NOT_YESTERDAY
    if token.norm.endswith("غدا"):
        # without its tanwin it may be "became": then a predicate in the accusative follows
        return "\u064b" in token.text or not following.endswith("ا") or following.startswith("ال")
    return True


def _relative_day(scan: Scan, first: int, start: int, last: int, offset: int) -> list[Found]:
    day = calendar.shifted(scan.published, offset) if scan.published else None
    found = Found(first, last, start, "DATE", day.isoformat() if day else None, "relative-day", 0.97)
    weekday, found.last = _weekday_behind(scan, last)
    if weekday is not None:
        found.rule = "relative-day-weekday"
        _check(found, weekday, day)
    dated = _date_behind(scan, found.last)
    if dated is not None:
        _agree(found, dated, day)
    return [_with_part(scan, found)]


def _check(found: Found, weekday: int, day: date | None) -> None:
    """Say so where the weekday in the text is not that of the day counted from publication; the counted day stays."""
    if day is not None and day.weekday() != weekday:
        counted = f"counted from the publication day it is {_NAMES[day.weekday()]} {day.isoformat()}"
        found.unsure += (f"the text says {_NAMES[weekday]}; {counted}",)
        found.certainty = 0.6


def _agree(found: Found, dated: Found, day: date | None) -> None:
    """Take in a date in apposition; where it differs from the day counted from publication, the written date stands."""
    found.last, found.rule = dated.last, found.rule + "-date"
    found.unsure += dated.unsure
    if dated.value is None:
        return
    if day is not None and dated.value != day.isoformat():
        found.unsure += (f"the date says {dated.value}; counted from the publication day it is {day.isoformat()}",)
        found.certainty = 0.6
    found.value = dated.value


def _opened(scan: Scan, index: int) -> tuple[int, str]:
    """Past an opening bracket or a comma: where an apposition may stand, and what must close it."""
    norm = scan.norm(index)
    if norm == "(":
        return index + 1, ")"
    return (index + 1, "،") if norm in _COMMAS else (index, "")


def _closed(scan: Scan, index: int, closer: str) -> int | None:
    """Past the mark that closes an apposition (its comma stays outside); ``None`` if it is missing."""
    norm = scan.norm(index)
    if closer == ")":
        return index + 1 if norm == ")" else None
    if closer == "،":
        return index if norm in _STOPS or not norm else None
    return index


def _weekday_behind(scan: Scan, index: int) -> tuple[int | None, int]:
    """A weekday in apposition: «أمس الاثنين», «أمس (الاثنين)», «أمس، الاثنين،»; and the token past it."""
    at, closer = _opened(scan, index)
    at += scan.norm(at) == "يوم"
    weekday = scan.weekday(at)
    if weekday is None or weekday[1] != "ال":
        return None, index
    end = _closed(scan, at + 1, closer)
    return (weekday[0], end) if end is not None else (None, index)


def _date_behind(scan: Scan, index: int) -> Found | None:
    """A written date in apposition: «الأربعاء (12 أغسطس)», «الثلاثاء 9 يوليو», «الأحد الموافق 12 يوليو»."""
    at, closer = _opened(scan, index)
    at += scan.norm(at) in {"الموافق", "الموافقه"}
    dated = day_of_month_at(scan, at) or numeric_at(scan, at)
    if not dated:
        return None
    end = _closed(scan, dated[0].last, ")" if closer == ")" else "")
    if end is None:
        return None
    dated[0].last = end
    return dated[0]


def _week_day(scan: Scan, first: int, start: int, at: int, weekday: int, *, dual: bool) -> Found:
    last = at + 1
    second = scan.weekday(last) if dual else None
    if second is not None and (second[1] != "وال" or (second[0] - weekday) % 7 != 1):
        second = None
    last += second is not None
    modifier = scan.modifier(last)
    if modifier is None and second is None:
        found = _weekday_and_relative(scan, first, start, last, weekday)
        if found is not None:
            return found
    if modifier is not None:
        last = modifier.last
    direction, cue = _side(scan, first, last, modifier)
    since = scan.since(first, direction) if modifier is None else scan.published
    day = _resolved(since, second[0] if second is not None and direction <= 0 else weekday, direction, modifier)
    found = Found(first, last, start, "DATE", None, "weekday", 0.85 if modifier is None else 0.93, cue=cue)
    if day is not None:
        found.value = day.isoformat()
        if second is not None:
            other = calendar.shifted(day, 1 if direction > 0 else -1)
            pair = (day, other) if direction > 0 else (other, day)
            found.value = calendar.interval(*(one.isoformat() if one else None for one in pair))
    dated = _date_behind(scan, last) if second is None else None
    if dated is not None:
        found.last, found.unsure, found.rule, found.certainty = dated.last, dated.unsure, "weekday-date", 0.95
        found.value, found.cue = dated.value, dated.cue
        if dated.value is not None and len(dated.value) == 10 and date.fromisoformat(dated.value).weekday() != weekday:
            found.unsure += (f"{dated.value} is no {_NAMES[weekday]}",)
            found.certainty = 0.6
    return _with_part(scan, found)


def _side(scan: Scan, first: int, last: int, modifier: Modifier | None) -> tuple[Direction, int | None]:
    if modifier is None:
        return scan.direction(first, last)
    return (-1 if modifier.offset < 0 else 1 if modifier.offset > 0 else 0), None


def _resolved(since: date | None, weekday: int, direction: Direction, modifier: Modifier | None) -> date | None:
    """The day of a weekday, counted from ``since``; with «الماضي» or «المقبل» it is not that day itself."""
    if since is None:
        return None
    strict = modifier is not None and modifier.offset != 0
    day = calendar.weekday_date(since, weekday, direction, other_day=strict)
    further = modifier.offset - direction if modifier is not None else 0  # «قبل الماضي» is a week further
    return calendar.shifted(day, 7 * further) if day is not None else None


def _weekday_and_relative(scan: Scan, first: int, start: int, index: int, weekday: int) -> Found | None:
    """«الجمعة أمس», «الأربعاء (اليوم)»: the relative word counts, the weekday checks it."""
    at, closer = _opened(scan, index)
    relative = DAYS.find(scan.tokens, at) if closer != "،" else None
    if relative is None or relative.clitics or not _is_relative(scan, at, "", relative.last, relative.value):
        return None
    end = _closed(scan, relative.last, closer)
    if end is None:
        return None
    day = calendar.shifted(scan.published, relative.value) if scan.published else None
    found = Found(first, end, start, "DATE", day.isoformat() if day else None, "weekday-relative-day")
    _check(found, weekday, day)
    return _with_part(scan, found)


def _with_part(scan: Scan, found: Found) -> Found:
    """Take in a part of the day said behind it: «الثلاثاء صباحا»."""
    if scan.norm(found.last) in _ADVERBS:
        found.last += 1
        found.type = "TIME"
    return found
