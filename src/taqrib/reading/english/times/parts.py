"""Parts of periods by their number: ``the last quarter of 2016``, ``the first Monday in May``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.calendar import MONDAY
from taqrib.reading.english.numbers import ordinal
from taqrib.reading.english.times.borders import BorderReader
from taqrib.reading.english.times.words import DAYS, MONTHS, SEASONS, SIDES, WEEKDAYS, YEAR, Reading
from taqrib.reading.english.words import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALL_HOURS = frozenset(("early", "small", "wee"))
_BEFORE_DAYS = frozenset(("on", "by", "until", "till", "from", "since", "before", "after"))
_LAST = -1
"""The rank of what is last of its kind."""

_RULE = ("its days are counted by the rule",)


class PartReader(BorderReader):
    """Readings that begin with "the" and a rank."""

    def definite(self, index: int) -> Reading | None:
        """``the tenth of June``, ``the first quarter of 2016``, ``the early hours of Friday``, ``the new year``."""
        following = self.norm(index + 1)
        if following in SEASONS:
            return self.dated_season(index)
        if following in _SMALL_HOURS and self.norm(index + 2) == "hours":
            return self.edge(index + 1)
        if following in {"new", "week", "day"}:
            return self.named_period(index, following)
        rank = _LAST if following in {"last", "final"} else ordinal(following) if following else None
        return self.ranked(index, rank) if rank else None

    def dated_season(self, index: int) -> Reading | None:
        """``the spring of 2016``."""
        year, last = self.year_after(index + 2)
        value = calendar.season_value(year, SEASONS[self.norm(index + 1)]) if year is not None else None
        return Reading(index, last, "DATE", value, "season") if last > index + 2 else None

    def ranked(self, index: int, rank: int) -> Reading | None:
        """What stands behind "the first", "the second", "the last"."""
        part = self.norm(index + 2)
        joined = self.norm(index + 3) in {"of", "in"}
        found = None
        if joined and part in {"half", "week"} | WEEKDAYS.keys():
            found = self.part_of_month(index, part, rank)
        if found is None and part in {"quarter", "half"} and (part == "quarter" or joined):
            found = self.part_of_year(index, part, rank)
        if found is None and rank > 0 and (part == "of" or part in MONTHS):
            day = self.day_month(index + 1)
            found = day._replace(first=index) if day else None
        return found or self.day_of_month(index)

    def day_of_month(self, index: int) -> Reading | None:
        """``on the 27th``: of the month of publication, or of the one beside it."""
        norm, after = self.norm(index + 1), self.norm(index + 2)
        day = self.day_number(index + 1)
        ends = not after or not after[0].isalpha() or after in PREPOSITIONS
        if not norm[:1].isdigit() or day is None or not ends or self.norm(index - 1) not in _BEFORE_DAYS:
            return None
        value = None
        if self.published is not None:
            direction = self.direction(index, index + 2)
            today = self.published.day
            offset = 1 if direction > 0 and day < today else -1 if direction <= 0 and day > today else 0
            value = calendar.day_value(*calendar.moved_month(self.published, offset), day)
        return Reading(index, index + 2, "DATE", value, "day-of-month", 0.75, ("month implied",))

    def part_of_month(self, first: int, part: str, rank: int) -> Reading | None:
        """``the second half of May``, ``the first week of June``, ``the last Friday of this month``."""
        at = first + 4
        sided = self.norm(at) in SIDES
        if self.norm(at + sided) in MONTHS or (sided and self.norm(at + 1) == "month"):
            month = self.read(at)
        else:
            return None
        if month is None or month.rule not in {"month", "sided-period"}:
            return None
        value = None
        if month.value is not None and len(month.value) == 7:
            year, number = int(month.value[:4]), int(month.value[5:])
            days = [day for day in range(1, 32) if calendar.is_day(year, number, day)]
            chosen = self.chosen_days(days, part, rank, calendar.first_weekday(year, number))
            if chosen:
                one, other = (calendar.day_value(year, number, day) for day in (chosen[0], chosen[-1]))
                value = calendar.interval(one, other)
        return Reading(first, month.last, "DATE", value, "part-of-month", 0.75, _RULE)

    def chosen_days(self, days: Sequence[int], part: str, rank: int, starts: int) -> Sequence[int]:
        """The days of a month that a part of it means; ``starts`` is the weekday of the first."""
        if part == "half":
            return days[:15] if rank == 1 else days[15:] if rank in {2, _LAST} else ()
        if part == "week":
            return days[-7:] if rank == _LAST else days[7 * rank - 7 : 7 * rank] if rank <= 4 else ()
        on = days[(WEEKDAYS[part] - starts) % 7 :: 7]
        return on[-1:] if rank == _LAST else on[rank - 1 : rank]

    def part_of_year(self, first: int, part: str, rank: int) -> Reading | None:
        """``the first quarter of 2016``, ``the second half of the year``, ``the third quarter``."""
        last = first + 3
        year: int | None = None
        if self.norm(last) == "of":
            year, last = self.year_of_part(last + 1)
            if last == first + 3:
                return None
        elif part == "quarter" and rank == _LAST:
            return None
        elif self.published is not None:
            year = self.quarters_year(first, last, rank)
        return Reading(first, last, "DATE", self.part_value(year, part, rank), "part-of-year", 0.9)

    def year_of_part(self, after: int) -> tuple[int | None, int]:
        """The year behind "of" and where it ends: ``2016``, ``next year``, ``the year``; else where it began."""
        if YEAR.fullmatch(self.norm(after)):
            return int(self.norm(after)), after + 1
        if self.norm(after + 1) == "year" and self.norm(after) in SIDES | {"the": 0}:
            side = SIDES.get(self.norm(after), 0)
            return (self.published.year + side if self.published else None), after + 2
        return None, after - 1

    def part_value(self, year: int | None, part: str, rank: int) -> str | None:
        """The months of a quarter or half."""
        if year is None:
            return None
        if part == "half":
            return calendar.half_value(year, 2 if rank == _LAST else rank)
        return calendar.quarter_value(year, 4 if rank == _LAST else rank)

    def quarters_year(self, first: int, last: int, rank: int) -> int | None:
        """The year of a quarter without one: the latest that has begun, or the next where the clause looks ahead."""
        if self.published is None:
            return None
        now = (self.published.month + 2) // 3
        if self.direction(first, last) > 0:
            return self.published.year + (rank < now)
        return self.published.year - (rank > now)

    def numbered_quarter(self, index: int) -> Reading | None:
        """``Q3``, ``Q1 2018``."""
        if self.tokens[index].text[0].islower():
            return None
        rank = int(self.norm(index)[1])
        year, last = self.year_after(index + 1)
        year = self.quarters_year(index, last, rank) if year is None else year
        return Reading(index, last, "DATE", self.part_value(year, "quarter", rank), "part-of-year", 0.85)

    def named_period(self, index: int, following: str) -> Reading | None:
        """``the new year``, ``the week of 23 May``, ``the week after next``, ``the day after tomorrow``."""
        third, fourth = self.norm(index + 2), self.norm(index + 3)
        if following == "new":
            if third != "year" or self.norm(index - 1) not in {"in", "before", "until", "by", "after"}:
                return None
            value = self.period("year", 1 if self.published and self.published.month > 6 else 0)
            return Reading(index, index + 3, "DATE", value, "new-year", 0.7)
        if (third, fourth) == ("after", "next") and following == "week":
            return Reading(index, index + 4, "DATE", self.period("week", 2), "sided-period", 0.9)
        if following == "day" and third in {"after", "before"} and fourth in DAYS and self.published:
            days = DAYS[fourth] + (1 if third == "after" else -1)
            return Reading(index, index + 4, "DATE", calendar.shifted_value(self.published, days), "relative-day", 0.95)
        if following == "week" and third in {"of", "beginning", "starting"}:
            return self.week_of(index, index + 3)
        return None

    def week_of(self, first: int, at: int) -> Reading | None:
        """``the week of 23 May``, ``the week beginning 23 May``: the week of that day."""
        day = self.month_at(at, at) if at < self.total else None
        if day is None:
            return None
        on = calendar.as_day(day.value)
        value = calendar.week_value(on, 0, starts=MONDAY) if on else None
        return Reading(first, day.last, "DATE", value, "week-of-day", 0.85)
