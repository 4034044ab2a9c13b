"""Seasons, feasts, weekends, Hijri months and decades by name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.english.times.words import DECADES, FEASTS, HIJRI, SEASONS, TITLES_WITH_DAYS, Reading
from taqrib.reading.english.times.years import YearReader
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction

_SEASONAL = frozenset(load("english/times")["seasonal"].split())
_BEFORE_SEASONS = frozenset(("in", "by", "until", "during", "over", "for", "before", "from", "since", "after"))


class SeasonReader(YearReader):
    """Readings of what the year brings round, by its name."""

    def season(self, index: int) -> Reading | None:
        """``spring 2016``, ``in the autumn``: a verb or noun otherwise."""
        year, last = self.year_after(index + 1)
        if year is not None:
            return Reading(index, last, "DATE", calendar.season_value(year, SEASONS[self.norm(index)]), "season")
        if self.norm(index + 1) in _SEASONAL:
            return None
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
        """``Christmas Eve``, ``Easter``, ``New Year's Day``."""
        if not self.tokens[index].text[0].isupper():
            return None
        for behind, *day in FEASTS[self.norm(index)]:
            words = behind.split()
            last = index + 1 + len(words)
            titled = self.norm(last) in TITLES_WITH_DAYS and self.tokens[last].text[0].isupper()
            if not titled and [self.norm(at) for at in range(index + 1, last)] == words:
                return self.feast_day(index, last, day)
        return None

    def feast_day(self, first: int, last: int, day: list[int]) -> Reading:
        """The feast on a day of the year, or so many days from Easter Sunday, on the side the clause looks to."""
        year, last = self.year_after(last)
        direction = self.direction(first, last)
        value = None
        if year is not None:
            value = self.day_of_feast(year, day)
        elif self.published is not None:
            today = self.published.isoformat()
            around = [self.day_of_feast(self.published.year + offset, day) for offset in (-1, 0, 1)]
            past = [one for one in around if one is not None and one <= today]
            coming = [one for one in around if one is not None and one >= today]
            near = bool(coming) and (date.fromisoformat(coming[0]) - self.published).days <= calendar.NEAR_FUTURE
            ahead = direction > 0 or (direction == 0 and near)
            value = (coming[0] if coming else None) if ahead else (past[-1] if past else None)
        return Reading(first, last, "DATE", value, "feast", 0.8)

    def day_of_feast(self, year: int, day: list[int]) -> str | None:
        """A feast's day in one year."""
        if len(day) == 1:
            return calendar.shifted_value(calendar.easter(year), day[0])
        return calendar.day_value(year, day[0], day[1])

    def weekend_before(self, index: int) -> Reading | None:
        """``the weekend``: the one before, or where the clause looks ahead this week's."""
        if self.norm(index - 1) != "the":
            return None
        side: Direction = self.direction(index, index + 1)
        return self.weekend(index - 1, index + 1, 0 if side > 0 else -1)

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
