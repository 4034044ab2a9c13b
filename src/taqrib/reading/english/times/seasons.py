"""Seasons, feasts, weekends, Hijri months and decades by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.english.times.words import DECADES, HIJRI, SEASONS, Reading
from taqrib.reading.english.times.years import YearReader

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction

_BEFORE_SEASONS = frozenset(("in", "by", "until", "during", "over", "for", "before", "from", "since", "after"))


class SeasonReader(YearReader):
    """Readings of what the year brings round, by its name."""

    def season(self, index: int) -> Reading | None:
        """``spring 2016``, ``in the autumn``: a verb or noun otherwise."""
        year, last = self.year_after(index + 1)
        if year is not None:
            return Reading(index, last, "DATE", calendar.season_value(year, SEASONS[self.norm(index)]), "season")
        before = self.norm(index - 1)
        if (
            before in {"in", "by", "until", "before"} or (before == "the" and self.norm(index - 2) in _BEFORE_SEASONS)
        ) and self.norm(index) != "fall":
            side: Direction = self.direction(index, index + 1)
            return self.sided_season(index, index, side)
        return None

    def sided_season(self, first: int, index: int, side: Direction) -> Reading:
        """``last spring``."""
        season = SEASONS[self.norm(index)]
        value = None
        if self.published:
            begins = 3 * season  # March, June, September, December
            year = self.published.year
            if side < 0 and self.published.month < begins + 3:
                year -= 1
            elif side > 0 and self.published.month >= begins:
                year += 1
            elif side == 0 and season == 4 and self.published.month <= 2:
                year -= 1
            value = calendar.season_value(year, season)
        return Reading(first, index + 1, "DATE", value, "season", 0.85)

    def feast(self, index: int) -> Reading | None:
        """``Christmas``, ``the weekend``."""
        if self.norm(index) == "christmas":
            if not self.published or self.tokens[index].text[0].islower():
                return None
            year = calendar.year_of(self.published, 12, 25, self.direction(index, index + 1))
            return Reading(index, index + 1, "DATE", calendar.day_value(year, 12, 25), "feast", 0.8)
        if self.norm(index - 1) == "the":
            side: Direction = self.direction(index, index + 1)
            return self.weekend(index - 1, index + 1, 0 if side > 0 else -1)
        return None

    def weekend(self, first: int, last: int, side: Direction) -> Reading:
        """Saturday and Sunday of this week or the one beside it."""
        value = None
        if self.published:
            week = calendar.shifted(self.published, -self.published.weekday() + 7 * side)
            if week:
                value = calendar.interval(calendar.shifted_value(week, 5), calendar.shifted_value(week, 6))
        return Reading(first, last, "DATE", value, "weekend", 0.85)

    def hijri(self, index: int) -> Reading | None:
        """``Ramadan`` of the Hijri year that fits."""
        if not self.tokens[index].text[0].isupper():
            return None
        value = None
        month = HIJRI[self.norm(index)]
        if self.published and (
            year := calendar.hijri_year_of(self.published, month, None, self.direction(index, index + 1))
        ):
            value = calendar.from_hijri(year, month)
        return Reading(index, index + 1, "DATE", value, "hijri-month", 0.8)

    def named_decade(self, index: int) -> Reading | None:
        """``the nineties``."""
        if self.norm(index - 1) != "the":
            return None
        return Reading(
            index, index + 1, "DATE", calendar.decade_value(1900 + DECADES[self.norm(index)]), "decade", 0.75
        )
