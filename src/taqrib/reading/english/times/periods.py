"""Periods: ``last week``, ``early next year``, ``the end of May``, ``the first quarter of 2016``, ``the 1990s``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.english.numbers import ordinal, read_number
from taqrib.reading.english.times.lengths import LengthReader
from taqrib.reading.english.times.words import (
    DAYS,
    DECADE,
    DECADES,
    EDGES,
    HIJRI,
    MONTHS,
    PARTS,
    SEASONS,
    SIDES,
    UNITS,
    VAGUE,
    WEEKDAYS,
    YEAR,
    YEAR_BEFORE,
    Reading,
)
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction

_TABLE = load("english/times")


_COUNTED = frozenset(_TABLE["counted"].split())
_SMALL_HOURS = frozenset(("early", "small", "wee"))
_BEFORE_SEASONS = frozenset(("in", "by", "until", "during", "over", "for", "before", "from", "since", "after"))
_HALVES_OF_DAY = {"early": "MO", "late": "EV"}
"""``early Friday``, ``late on Monday``: parts of the day, as agencies write them."""


class PeriodReader(LengthReader):
    """Readings of weeks, months, seasons, years and their borders."""

    def vague(self, index: int) -> Reading | None:
        """``now``; it names no day."""
        norm = self.norm(index)
        if norm == "later":
            return self.edge(index)
        return Reading(index, index + 1, "DATE", None, "vague-time", 0.6, ("names no day",))

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

    def weekend(self, first: int, last: int, side: Direction) -> Reading:
        """Saturday and Sunday of this week or the one beside it."""
        value = None
        if self.published:
            week = calendar.shifted(self.published, -self.published.weekday() + 7 * side)
            if week:
                value = calendar.interval(calendar.shifted_value(week, 5), calendar.shifted_value(week, 6))
        return Reading(first, last, "DATE", value, "weekend", 0.85)

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

    def edge(self, index: int) -> Reading | None:
        """``later this month``, ``early next year``, ``mid July``, ``late Monday``; "later" alone names no day."""
        norm, after = self.norm(index), self.behind_edge(index)
        if self.norm(after) in {"morning", "evening", "afternoon"}:
            return None
        if self.norm(after) == "hours" and norm in _SMALL_HOURS and self.norm(after + 1) == "of":
            return self.early_hours(index, after + 2)
        reading = self.edged(index, after)
        if reading is None and norm == "later" and self.bare_later(index):
            return Reading(index, index + 1, "DATE", None, "vague-time", 0.6, ("names no day",))
        return reading

    def behind_edge(self, index: int) -> int:
        """Where the period begins whose edge is named: behind "late in the"."""
        after = index + 1
        dated = self.norm(after + 1) in {"the", "this"} | MONTHS.keys() | WEEKDAYS.keys()
        if self.norm(after) in {"in", "on"} and self.norm(index) in {"late", "early", "later", "earlier"} and dated:
            after += 1
        return after + (self.norm(after) == "the")

    def edged(self, index: int, after: int) -> Reading | None:
        """The period at ``after``, from its edge at ``index`` on."""
        following = self.norm(after)
        found: Reading | None = None
        if following in SIDES:
            return self.side(after, index)
        if following in WEEKDAYS:
            day = self.weekday(after, None, index)
            part = _HALVES_OF_DAY.get(self.norm(index))
            if day is None or day.type != "DATE" or part is None or day.rule != "weekday":
                return day
            return day._replace(type="TIME", value=f"{day.value}T{part}" if day.value else None)
        if following in MONTHS:
            found = self.month(after)
        elif following in DAYS:
            found = self.day(after)
        elif following and YEAR.fullmatch(following):
            found = Reading(index, after + 1, "DATE", following, "year")
        elif following and DECADE.fullmatch(following):
            found = self.read(after)
        return found and found._replace(first=index)

    def bare_later(self, index: int) -> bool:
        """Whether "later" is an adverb of time: not "a later date", not "two days later", not "later rounds"."""
        before, after = self.norm(index - 1), self.norm(index + 1)
        return (
            before not in {"a", "the", "no", "any"}
            and before not in UNITS
            and after not in {"than", "date", "stage", "rounds", "round"}
        )

    def early_hours(self, first: int, index: int) -> Reading | None:
        """``early hours of Friday``."""
        inner = self.read(index) if index < self.total else None
        if inner is None or inner.type != "DATE":
            return None
        return Reading(first, inner.last, "TIME", f"{inner.value}TMO" if inner.value else None, "part-of-day", 0.9)

    def border(self, index: int) -> Reading | None:
        """``the end of the year``, ``the beginning of next week``: the period whose border it is."""
        if self.norm(index + 1) != "of":
            return None
        after = index + 2
        definite = self.norm(after) == "the"
        after += definite
        first = index - (self.norm(index - 1) == "the")
        norm = self.norm(after)
        if definite and norm in UNITS and not norm.endswith("s") and self.period_unit(UNITS[norm]):
            return Reading(first, after + 1, "DATE", self.period(UNITS[norm], 0), "border-of-period", 0.85)
        inner = self.read(after) if norm in SIDES or norm in MONTHS or norm in EDGES or YEAR.fullmatch(norm) else None
        if inner is None and YEAR.fullmatch(norm):
            inner = Reading(after, after + 1, "DATE", norm, "year")
        return inner._replace(first=first) if inner and inner.type == "DATE" else None

    def definite(self, index: int) -> Reading | None:
        """``the tenth of June``, ``the first quarter of 2016``, ``the early hours of Friday``, ``the 1990s``."""
        following = self.norm(index + 1)
        rank = ordinal(following) if following else None
        if following in SEASONS:
            year, last = self.year_after(index + 2)
            value = calendar.season_value(year, SEASONS[following]) if year is not None else None
            return Reading(index, last, "DATE", value, "season") if last > index + 2 else None
        ranked = rank is not None or following == "last"
        if ranked and self.norm(index + 2) in {"half", "week"} and self.norm(index + 3) == "of":
            found = self.part_of_month(index, self.norm(index + 2), rank)
            if found is not None:
                return found
        if rank:
            if self.norm(index + 2) in {"quarter", "half"}:
                return self.part_of_year(index + 1, rank)
            if self.norm(index + 2) == "of" or self.norm(index + 2) in MONTHS:
                found = self.day_month(index + 1)
                return found._replace(first=index) if found else None
        if following in _SMALL_HOURS and self.norm(index + 2) == "hours":
            return self.edge(index + 1)
        return None

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

    def part_of_month(self, first: int, part: str, rank: int | None) -> Reading | None:
        """``the second half of May``, ``the first week of June``, ``the last week of July``; no rank is the last."""
        at = first + 4 + (self.norm(first + 4) in SIDES)
        month = self.read(first + 4) if self.norm(at) in MONTHS else None
        if month is None or month.rule != "month":
            return None
        value = None
        if month.value is not None and len(month.value) == 7:
            year, number = int(month.value[:4]), int(month.value[5:])
            days = [day for day in range(1, 32) if calendar.is_day(year, number, day)]
            chosen = (days[:15] if rank == 1 else days[15:] if rank in {2, None} else []) if part == "half" else []
            if part == "week":
                chosen = days[-7:] if rank is None else days[7 * rank - 7 : 7 * rank] if rank <= 4 else []
            if chosen:
                one, other = (calendar.day_value(year, number, day) for day in (chosen[0], chosen[-1]))
                value = calendar.interval(one, other)
        return Reading(first, month.last, "DATE", value, "part-of-month", 0.75, ("its days are counted by the rule",))

    def part_of_year(self, index: int, rank: int) -> Reading | None:
        """``first quarter of 2016``, ``second half of the year``."""
        last = index + 2
        year: int | None = None
        if self.norm(last) == "of":
            after = last + 1
            if YEAR.fullmatch(self.norm(after)):
                year, last = int(self.norm(after)), after + 1
            elif self.norm(after) in SIDES and self.norm(after + 1) == "year":
                year = self.published.year + SIDES[self.norm(after)] if self.published else None
                last = after + 2
            elif self.norm(after) == "the" and self.norm(after + 1) == "year":
                year, last = (self.published.year if self.published else None), after + 2
            else:
                return None
        else:
            return None
        half = self.norm(index + 1) == "half"
        value = None
        if year is not None:
            value = calendar.half_value(year, rank) if half else calendar.quarter_value(year, rank)
        return Reading(index, last, "DATE", value, "part-of-year", 0.9)

    def year(self, index: int) -> Reading | None:
        """A year after a preposition or in a definite noun phrase ("the 2016 accord"); else it is a count."""
        norm, before, after = self.norm(index), self.norm(index - 1), self.norm(index + 1)
        certain = before in YEAR_BEFORE
        plural = (
            after.endswith("s")
            and not after.endswith(("'s", "ss", "us", "is"))
            and index + 1 < self.total
            and self.tokens[index + 1].text[0].islower()
        )
        if before == "of" and after and plural:
            certain = False
        # a count of exactly so many would stand without an article or with a comma: "the 2022 clashes" dates them
        recent = self.published is not None and 1950 <= int(norm) <= self.published.year + 1
        phrase = (
            (before == "the" or before in {"a", "its", "their", "his", "her"} or before.endswith("'s"))
            and index + 1 < self.total
            and (self.tokens[index + 1].text[0].isalpha() and (not plural or (recent and after not in _COUNTED)))
        )
        if (
            not (certain and not (plural and before not in {"in", "since"}))
            and not phrase
            and not (before == "(" and after == ")")
        ):
            return None
        last = index + 1
        if after in {"-", "–", "to"} and YEAR.fullmatch(self.norm(last + 1)) and (after != "to" or before == "from"):
            return Reading(index, last + 2, "DATE", calendar.interval(norm, self.norm(last + 1)), "years", 0.9)
        return Reading(index, last, "DATE", norm, "year", 0.93 if certain else 0.85)
