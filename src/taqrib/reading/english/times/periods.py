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

    def side(self, index: int, first: int | None = None) -> Reading | None:  # noqa: C901, PLR0911 - a case of the grammar per branch
        """``last week``, ``next Monday``, ``this morning``, ``the past two months``."""
        norm = self.norm(index)
        side = SIDES[norm]
        begin = index if first is None else first
        definite = self.norm(index - 1) == "the" and first is None
        following = self.norm(index + 1)
        if following in WEEKDAYS:
            return self.weekday(index + 1, side if norm != "following" else 1, begin)
        if following in MONTHS and self.tokens[index + 1].text[0].isupper():
            return self.sided_month(begin, index + 1, side)
        if following in PARTS:
            offset = -1 if side < 0 else 1 if side > 0 else 0
            value = calendar.shifted_value(self.published, offset) if self.published else None
            return self.part_of_day(begin, index + 1, value) if norm != "past" else None
        if following in SEASONS:
            return self.sided_season(begin, index + 1, side)
        if following == "weekend":
            return self.weekend(begin, index + 2, side)
        number = read_number(self.tokens, index + 1) if index + 1 < self.total else None
        after = number.last if number else index + 1
        if following in VAGUE:
            after = index + 2
        unit = UNITS.get(self.norm(after))
        if unit is None or unit == "second" or (norm == "current" and unit == "day"):
            return None
        if (
            number
            or following in VAGUE
            or (definite and norm in {"past", "last"} and unit != "century")
            or norm == "past"
            or unit == "fortnight"
        ):
            amount = None if following in VAGUE else number.value if number else 1
            if norm in {"previous", "following"} and number is None:
                return None
            if amount is None and side >= 0:
                return Reading(begin, after + 1, "DATE", None, "vague-time", 0.7, ("how many is not said",))
            return Reading(begin, after + 1, "DURATION", self.length(amount, unit), "duration", 0.85)
        if self.norm(after).endswith("s"):
            return Reading(begin, after + 1, "DATE", None, "vague-time", 0.8, ("how many is not said",))
        if norm in {"previous", "following"}:
            return self.anchored(begin, after + 1, unit, side)
        return (
            Reading(begin, after + 1, "DATE", self.period(unit, side), "sided-period", 0.95)
            if self.period_unit(unit)
            else None
        )

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
