"""Periods beside the day of publication or a day named before: ``last week``, ``the past two months``, ``that day``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.english.numbers import read_number
from taqrib.reading.english.times.seasons import SeasonReader
from taqrib.reading.english.times.words import MONTHS, PARTS, SEASONS, SIDES, UNITS, VAGUE, WEEKDAYS, Reading

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction


class PeriodReader(SeasonReader):
    """Readings of weeks, months and years by where they lie."""

    def side(self, index: int, first: int | None = None) -> Reading | None:
        """``last week``, ``next Monday``, ``this morning``, ``the past two months``."""
        begin = index if first is None else first
        return self.sided_name(index, begin) or self.sided_unit(index, begin, embedded=first is not None)

    def sided_name(self, index: int, begin: int) -> Reading | None:
        """``next Monday``, ``last May``, ``this morning``, ``last spring``, ``this weekend``, ``last quarter``."""
        norm, following = self.norm(index), self.norm(index + 1)
        side = SIDES[norm]
        found: Reading | None = None
        if following in WEEKDAYS:
            found = self.weekday(index + 1, side if norm != "following" else 1, begin)
        elif following in MONTHS and self.tokens[index + 1].text[0].isupper():
            found = self.sided_month(begin, index + 1, side)
        elif following in PARTS and norm != "past":
            value = calendar.shifted_value(self.published, side) if self.published else None
            found = self.part_of_day(begin, index + 1, value)
        elif following in SEASONS:
            found = self.sided_season(begin, index + 1, side)
        elif following == "weekend":
            found = self.weekend(begin, index + 2, side)
        elif following == "quarter":
            found = self.sided_quarter(begin, index + 2, side)
        return found

    def sided_unit(self, index: int, begin: int, *, embedded: bool) -> Reading | None:
        """``last week``, ``the past two months``, ``recent years``; ``embedded`` behind an edge ("late last year")."""
        norm, vague = self.norm(index), self.norm(index + 1) in VAGUE
        side = SIDES[norm]
        number = read_number(self.tokens, index + 1) if index + 1 < self.total else None
        after = index + 2 if vague else number.last if number else index + 1
        unit = UNITS.get(self.norm(after))
        if unit is None or unit == "second" or (norm == "current" and unit == "day"):
            return None
        if unit == "minute" and number is None:
            return None  # "at the last minute" is no length
        definite = self.norm(index - 1) == "the" and not embedded
        lasting = norm == "past" or unit == "fortnight" or (definite and norm == "last" and unit != "century")
        if number or vague or lasting:
            return self.stretch(begin, after, unit, side, None if vague else number.value if number else 1)
        if self.norm(after).endswith("s"):
            return Reading(begin, after + 1, "DATE", None, "vague-time", 0.8, ("how many is not said",))
        if norm in {"previous", "following"}:
            return self.anchored(begin, after + 1, unit, side)
        return (
            Reading(begin, after + 1, "DATE", self.period(unit, side), "sided-period", 0.95)
            if self.period_unit(unit)
            else None
        )

    def stretch(self, begin: int, after: int, unit: str, side: Direction, amount: float | None) -> Reading:
        """``the past two months``: a length; ``the next few days`` name no day."""
        if amount is None and side >= 0:
            return Reading(begin, after + 1, "DATE", None, "vague-time", 0.7, ("how many is not said",))
        return Reading(begin, after + 1, "DURATION", self.length(amount, unit), "duration", 0.85)

    def sided_quarter(self, first: int, last: int, side: Direction) -> Reading | None:
        """``last quarter``, ``this quarter``; "the last quarter of" is counted in its year."""
        if self.norm(last) == "of" or self.published is None:
            return None
        year, quarter = divmod(self.published.year * 4 + (self.published.month - 1) // 3 + side, 4)
        return Reading(first, last, "DATE", calendar.quarter_value(year, quarter + 1), "part-of-year", 0.85)

    def anchored(self, first: int, last: int, unit: str, side: Direction) -> Reading:
        """``the following day``: counted from the day named before it, if there is one."""
        if unit == "day" and self.last_day and len(self.last_day) == 10:
            value = calendar.shifted_value(date.fromisoformat(self.last_day), side)
            return Reading(first, last, "DATE", value, "anchored-day", 0.8, ("counted from the day named before",))
        return Reading(first, last, "DATE", None, "anchored-period", 0.6, ("its anchor is not certain",))

    def period_unit(self, unit: str) -> bool:
        """Whether the unit is one of the calendar."""
        return unit in {"day", "week", "month", "year", "decade", "century", "fortnight"}

    def sided_month(self, first: int, index: int, side: Direction) -> Reading:
        """``last May``, ``next July 4``."""
        month = MONTHS[self.norm(index)]
        day = self.day_number(index + 1)
        year = None
        if self.published:
            year = calendar.year_of(self.published, month, day, side) if side else self.published.year
            if side < 0 and not day and month == self.published.month:
                year -= 1
            elif side > 0 and not day and month == self.published.month:
                year += 1
        if day:
            return Reading(
                first, index + 2, "DATE", calendar.day_value(year, month, day) if year else None, "day-month"
            )
        return Reading(first, index + 1, "DATE", calendar.month_value(year, month) if year else None, "month")

    def anaphoric(self, index: int) -> Reading | None:
        """``that evening``, ``the same day``: of the day named before it."""
        norm, following = self.norm(index), self.norm(index + 1)
        if norm == "same" and self.norm(index - 1) not in {"the", "that"}:
            return None
        first = index - (norm == "same")
        dated = self.last_day is not None and len(self.last_day) == 10
        if following in PARTS:
            value = f"{self.last_day}T{PARTS[following]}" if dated else None
            return Reading(first, index + 2, "TIME", value, "anchored-day", 0.75, ("of the day named before",))
        if following not in {"day", "week", "month", "year"} or (norm == "that" and self.norm(index - 1) == "so"):
            return None
        value = self.last_day if dated and following == "day" else None
        return Reading(first, index + 2, "DATE", value, "anchored-day", 0.7, ("of the day named before",))
