"""Edges, borders and parts of periods: ``early next year``, ``the end of May``, ``the last quarter of 2016``."""

from __future__ import annotations

from taqrib.reading import calendar
from taqrib.reading.english.numbers import ordinal
from taqrib.reading.english.times.periods import PeriodReader
from taqrib.reading.english.times.words import (
    DAYS,
    DECADE,
    EDGES,
    MONTHS,
    SEASONS,
    SIDES,
    UNITS,
    WEEKDAYS,
    YEAR,
    Reading,
)

_SMALL_HOURS = frozenset(("early", "small", "wee"))
_HALVES_OF_DAY = {"early": "MO", "late": "EV"}
"""``early Friday``, ``late on Monday``: parts of the day, as agencies write them."""


class BorderReader(PeriodReader):
    """Readings of a part of a period that is named with it."""

    def vague(self, index: int) -> Reading | None:
        """``now``; it names no day."""
        norm = self.norm(index)
        if norm == "later":
            return self.edge(index)
        return Reading(index, index + 1, "DATE", None, "vague-time", 0.6, ("names no day",))

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
