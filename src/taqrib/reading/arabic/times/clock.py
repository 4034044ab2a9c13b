"""Hours in Arabic: «الساعة العاشرة والنصف مساء», «الساعة 10:30 من صباح الأحد», «التاسعة صباحا»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.times.days import day_at
from taqrib.reading.arabic.times.scan import ARTICLE, Found
from taqrib.reading.arabic.times.words import PARTS, UNITS, words
from taqrib.reading.arabic.words import start_behind

if TYPE_CHECKING:
    from taqrib.reading.arabic.times.scan import Scan

_AFTERNOON, _ADVERBS = words("afternoon"), words("adverb_parts")
_MINUTES = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}


class _Hour(NamedTuple):
    hour: int
    minute: int
    last: int


def clock_at(scan: Scan, index: int) -> list[Found] | None:
    """An hour of the day; its value is open unless the day stands beside it."""
    head = UNITS.find(scan.norm(index))
    if head is not None:
        if head.form != "ساعه" or not head.clitics.endswith(ARTICLE):
            return None
        start, hour = start_behind(scan.tokens[index], head.clitics), _hour(scan, index + 1)
    else:
        ordinal = numbers.ordinal_at(scan.tokens, index)
        hour = _spoken_hour(scan, index)
        if ordinal is None or hour is None or not (scan.norm(hour.last) in _ADVERBS or _part_of_day(scan, hour.last)):
            return None  # «العاشرة» alone is the tenth
        start = start_behind(scan.tokens[index], ordinal.clitics)
    if hour is None or hour.hour > 24 or hour.minute > 59:
        return None
    last, day, late = _day_behind(scan, hour.last)
    if scan.norm(last) == "بتوقيت" and last + 1 < len(scan.tokens):
        last += 2
    if day is None and scan.named is not None and 0 <= index - scan.named[0] <= 1:
        day = scan.named[1]  # «السبت عند الساعة التاسعة»
    value = None
    if day is not None and len(day) == 10:
        value = f"{day}T{(hour.hour + 12 * (late and hour.hour < 12)) % 24:02}:{hour.minute:02}"
    return [Found(index, last, start, "TIME", value, "clock", 0.85)]


def _hour(scan: Scan, at: int) -> _Hour | None:
    norm = scan.norm(at)
    if not norm[:1].isdigit():
        return _spoken_hour(scan, at)
    digits = norm.replace(",", ".").split(".")
    if scan.norm(at + 1) == ":" and scan.norm(at + 2).isdigit():
        digits, at = [norm, scan.norm(at + 2)], at + 2
    if len(digits) > 2 or not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in digits):
        return None
    return _Hour(int(digits[0]), int(digits[1]) if len(digits) == 2 else 0, at + 1)


def _spoken_hour(scan: Scan, at: int) -> _Hour | None:
    if scan.norm(at) == "الواحده":
        hour, last = 1, at + 1
    else:
        ordinal = numbers.ordinal_at(scan.tokens, at)
        if ordinal is None or not ordinal.clitics.endswith("ال") or ordinal.value > 12:
            return None
        hour, last = ordinal.value, ordinal.last
    minute = _MINUTES.get(scan.norm(last))
    return _Hour(hour, minute or 0, last + (minute is not None))


def _part_of_day(scan: Scan, at: int) -> bool:
    """«من مساء ...» behind an hour."""
    return scan.norm(at) == "من" and PARTS.find(scan.tokens, at + 1) is not None


def _day_behind(scan: Scan, at: int) -> tuple[int, str | None, bool]:
    """The token past the part of the day and the day behind an hour, the day's value, whether it is past noon."""
    linked = at + (scan.norm(at) == "من")
    part = PARTS.find(scan.tokens, linked)
    late = False
    if part is not None and not part.clitics:
        late = scan.norm(part.last - 1) in _AFTERNOON
        at = linked = part.last
    if linked < len(scan.tokens) and (part is not None or linked > at):
        day = day_at(scan, linked)
        if day and day[0].start == scan.tokens[linked].start:
            return day[0].last, day[0].value, late
    return at, None, late
