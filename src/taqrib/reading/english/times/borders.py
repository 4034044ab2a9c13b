"""Edges and borders of periods: ``early next year``, ``later in the week``, ``the end of May``."""

from __future__ import annotations

from taqrib.reading.english.times.periods import PeriodReader
from taqrib.reading.english.times.words import (
    DAYS,
    DECADE,
    EDGES,
    MONTHS,
    SIDES,
    UNITS,
    WEEKDAYS,
    YEAR,
    Reading,
)

_SMALL_HOURS = frozenset(("early", "small", "wee"))
_WITHIN = frozenset(("day", "week", "month", "year"))
_HALVES_OF_DAY = {"early": "MO", "late": "EV"}
"""``early Friday``, ``late on Monday``: parts of the day, as agencies write them."""


class BorderReader(PeriodReader):
    """Readings of a period with the side of it that is meant."""

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
        if self.norm(after - 1) == "the" and following in _WITHIN:
            return self.within(index, after)
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

    def within(self, first: int, unit: int) -> Reading:
        """``later in the week``: the period of publication; a day is the one named before."""
        norm = self.norm(unit)
        value = (self.last_day or self.period(norm, 0)) if norm == "day" else self.period(norm, 0)
        return Reading(first, unit + 1, "DATE", value, "within-period", 0.8)

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
