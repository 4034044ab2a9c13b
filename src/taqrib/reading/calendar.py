"""Calendar arithmetic for both languages: EDTF values of dates, ISO 8601 values of durations.

Pure functions; ``None`` is a date that does not exist or that the calendar at hand does not reach. Weekdays are those
of :meth:`datetime.date.weekday`: Monday is 0, Sunday 6.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal, TypeAlias

MONDAY = 0
SUNDAY = 6

Direction: TypeAlias = Literal[-1, 0, 1]
"""Where a bare weekday or day of the year lies: -1 past, 1 future, 0 not said."""

NEAR_FUTURE = 120
"""Days within which an undetermined day of the year is read as coming, not as almost a year gone."""

_SMALLER_HALF = {"Y": (6, "M"), "M": (15, "D"), "D": (12, "H"), "H": (30, "M")}
_YEARS = {"decade": 10, "century": 100}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
_CALENDAR = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the day exists in the Gregorian calendar."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def day_value(year: int, month: int, day: int) -> str | None:
    """A day, ``2024-07-09``; ``None`` if it does not exist."""
    return f"{year:04}-{month:02}-{day:02}" if is_day(year, month, day) else None


def month_value(year: int, month: int) -> str | None:
    """A month, ``2024-07``."""
    return f"{year:04}-{month:02}" if MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 else None


def year_value(year: int) -> str | None:
    """A year, ``2024``."""
    return f"{year:04}" if MINYEAR <= year <= MAXYEAR else None


def season_value(year: int, season: int) -> str | None:
    """The three months of a season of the north, ``2014-03/2014-05``; a winter begins in December of ``year``.

    :param season: 1 spring, 2 summer, 3 autumn, 4 winter.
    """
    if season == 4:
        return interval(month_value(year, 12), month_value(year + 1, 2))
    return interval(month_value(year, 3 * season), month_value(year, 3 * season + 2))


def interval(first: str | None, last: str | None) -> str | None:
    """From one value to another, ``2014/2016``; one value if both are the same, ``None`` if one is missing."""
    if first is None or last is None:
        return None
    return first if first == last else f"{first}/{last}"


def quarter_value(year: int, quarter: int) -> str | None:
    """Three months, ``2015-01/2015-03``; quarters count from 1."""
    return interval(month_value(year, 3 * quarter - 2), month_value(year, 3 * quarter)) if 1 <= quarter <= 4 else None


def half_value(year: int, half: int) -> str | None:
    """Six months, ``2015-01/2015-06``; halves count from 1."""
    return interval(month_value(year, 6 * half - 5), month_value(year, 6 * half)) if 1 <= half <= 2 else None


def decade_value(first_year: int) -> str | None:
    """Ten years, ``1990/1999``."""
    return interval(year_value(first_year), year_value(first_year + 9))


def first_weekday(year: int, month: int) -> int:
    """The weekday of a month's first day."""
    return monthrange(year, month)[0]


def as_day(value: str | None) -> date | None:
    """The day that a value names; ``None`` for anything less precise than a day."""
    return date.fromisoformat(value[:10]) if value and len(value) >= 10 and "/" not in value else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the rule of Meeus, Jones and Butcher).

    :param year: 1583 to 9999, of the Gregorian calendar.
    """
    golden, century, of_century = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def shifted(of: date, days: int) -> date | None:
    """The day ``days`` after ``of``; ``None`` beyond the calendar's ends."""
    try:
        return of + timedelta(days)
    except OverflowError:
        return None


def shifted_value(of: date, days: int) -> str | None:
    """The value of the day ``days`` after ``of``."""
    moved = shifted(of, days)
    return moved.isoformat() if moved else None


def week_value(of: date, offset: int, *, starts: int) -> str | None:
    """The week ``offset`` weeks after that of ``of``, as the interval of its days.

    :param starts: the weekday a week begins with: ``SUNDAY`` in Arabic reports, ``MONDAY`` in English ones.
    """
    first = shifted(of, 7 * offset - (of.weekday() - starts) % 7)
    last = shifted(first, 6) if first else None
    return interval(first.isoformat(), last.isoformat()) if first and last else None


def week_of_month(month: str, number: int) -> str | None:
    """Seven days of a month: the first week is its days 1 to 7.

    :param month: a month's value, ``2015-08``.
    :param number: 1 to 4; 0 for the last seven days.
    """
    year, of_year = int(month[:4]), int(month[5:])
    first = 7 * number - 6 if number else monthrange(year, of_year)[1] - 6
    return interval(day_value(year, of_year, first), day_value(year, of_year, first + 6))


def moved_month(of: date, offset: int) -> tuple[int, int]:
    """Year and month, ``offset`` months after the month of ``of``."""
    year, month = divmod(of.year * 12 + of.month - 1 + offset, 12)
    return year, month + 1


def weekday_date(published: date, weekday: int, direction: Direction, *, other_day: bool = False) -> date | None:
    """The weekday nearest to the day of publication on the side of ``direction`` (0: the past, as reports narrate).

    :param other_day: the day of publication itself does not count ("last Monday", read on a Monday).
    """
    if direction > 0:
        return shifted(published, (weekday - published.weekday() - other_day) % 7 + other_day)
    return shifted(published, -((published.weekday() - weekday - other_day) % 7 + other_day))


def year_of(published: date, month: int, day: int | None, direction: Direction, *, near: int = NEAR_FUTURE) -> int:
    """The year a report leaves out of "12 July" or "in July".

    The month or day of publication counts as past and as future. With direction 0 the date is past, unless it comes
    within ``near`` days.
    """
    this = (published.month, published.day) if day else (published.month, 0)
    that = (month, day or 0)
    if direction > 0:
        return published.year + (that < this)
    past = published.year - (that > this)
    if direction == 0 and past < published.year:
        begins = _clamped(published.year, month, day or 1)
        if (begins - published).days <= near:
            return published.year
    elif direction == 0 and published.year < MAXYEAR:
        begins = _clamped(published.year + 1, month, day or 1)
        if that != this and (begins - published).days <= near:
            return published.year + 1
    return past


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def duration(amount: float, unit: str) -> str:
    """A length of time in ISO 8601: ``P3M``, ``PT2H``, ``P2Y6M`` for two years and a half.

    :param amount: how many, >= 0.
    :param unit: ``second``, ``minute``, ``hour``, ``day``, ``week``, ``month``, ``year``, ``decade`` or ``century``.
    """
    if unit in _YEARS:
        amount, unit = amount * _YEARS[unit], "year"
    letter, mark = (_CLOCK[unit], "T") if unit in _CLOCK else (_CALENDAR[unit], "")
    whole = int(amount)
    if amount == whole:
        return f"P{mark}{whole}{letter}"
    if amount - whole == 0.5 and unit in {"year", "month", "day", "hour"}:
        number, smaller = _SMALLER_HALF[letter]
        lead = f"{whole}{letter}" if whole else ""
        if unit == "day":
            return f"P{lead}T{number}{smaller}"
        return f"P{mark}{lead}{number}{smaller}"
    return f"P{mark}{amount:g}{letter}"


def joined(durations: list[str]) -> str | None:
    """One duration of several, the longest unit first: ``P1Y`` and ``P3M`` are ``P1Y3M``."""
    if not durations:
        return None
    days = "".join(part[1:].partition("T")[0] for part in durations)
    clock = "".join(part.partition("T")[2] for part in durations)
    return f"P{days}T{clock}" if clock else f"P{days}"


def from_hijri(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The Gregorian value of a Hijri day, month or year (Umm al-Qura): a day, or the interval of the days.

    ``None`` outside the years the calendar's tables reach (1343 to 1500 AH) and for days that do not exist.
    """
    from hijridate import Hijri  # noqa: PLC0415 - reports with a Hijri date are few; the rest need not wait for it

    try:
        if day is not None and month is not None:
            return str(Hijri(year, month, day).to_gregorian().isoformat())
        if month is not None:
            first = Hijri(year, month, 1)
            last = Hijri(year, month, first.month_length())
        else:
            first = Hijri(year, 1, 1)
            twelfth = Hijri(year, 12, 1)
            last = Hijri(year, 12, twelfth.month_length())
        return interval(first.to_gregorian().isoformat(), last.to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


def hijri_year_of(published: date, month: int, day: int | None, direction: Direction) -> int | None:
    """The Hijri year a report leaves out of "9 Ramadan": the latest that has begun, or the next if still to come."""
    from hijridate import Gregorian  # noqa: PLC0415 - see from_hijri

    try:
        today = Gregorian(published.year, published.month, published.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    this = (today.month, today.day) if day else (today.month, 0)
    that = (month, day or 0)
    if direction > 0:
        return int(today.year) + (that < this)
    return int(today.year) - (that > this)
