"""Days and parts of days: ``on Monday evening``, ``9-11 July``, ``the tenth of June``, ``3.30pm``."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.english.numbers import ordinal
from taqrib.reading.english.times.anchors import AnchorReader
from taqrib.reading.english.times.words import (
    DAYS,
    DOUBTFUL_MONTHS,
    EDGES,
    FEASTS,
    MONTHS,
    PARTS,
    SIDES,
    TITLES_WITH_DAYS,
    WEEKDAYS,
    YEAR,
    YEAR_BEFORE,
    Reading,
)
from taqrib.reading.english.words import PREPOSITIONS

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction

_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[.:]([0-5]\d))?(am|pm)?")
_RANGE = frozenset(("-", "–", "—", "to", "and", "/"))
_ZONES = frozenset(("gmt", "utc", "bst", "cet", "est", "edt"))
_NEAR_AHEAD = 45
"""Days ahead of publication within which a day told with a past verb still is a coming one ("had set 10 May as")."""


_FAR_AHEAD = 300
"""Days ahead at which a report would give the year of what is to come."""


class DayReader(AnchorReader):
    """Readings of single days and runs of days."""

    def day(self, index: int) -> Reading:
        """``today``, ``yesterday evening``."""
        on = calendar.shifted(self.published, DAYS[self.norm(index)]) if self.published else None
        value = on.isoformat() if on else None
        if on is not None:
            self.days_read.append((index, on))
        if index + 1 < self.total and self.norm(index + 1) in PARTS:
            return self.part_of_day(index, index + 1, value)
        return Reading(index, index + 1, "DATE", value, "relative-day", 0.95)

    def part_of_day(self, first: int, part: int, value: str | None) -> Reading:
        """A day and the part of it that the word at ``part`` names."""
        suffix = PARTS[self.norm(part)]
        return Reading(first, part + 1, "TIME", f"{value}T{suffix}" if value else None, "part-of-day")

    def weekday(self, index: int, side: Direction | None = None, first: int | None = None) -> Reading | None:
        """``Monday``, ``Monday 9 July``, ``Monday night``; ``side`` is what "last" or "next" said."""
        token = self.tokens[index]
        norm = self.norms[index]
        if not token.text[0].isupper() or (
            len(norm) <= 4 and self.norm(index + 1) not in {".", ","} and not self.norm(index + 1).isdigit()
        ):
            return None
        begin = index if first is None else first
        end = index + 1
        if self.norm(end) in TITLES_WITH_DAYS and self.tokens[end].text[0].isupper():
            return None
        if len(norm) <= 5 and self.norm(end) == "." and self.norm(end + 1).isdigit():
            end += 1
        dated = end + (self.norm(end) == ",")
        explicit = self.month_at(dated, begin) if dated < self.total else None
        if explicit is not None:
            return explicit
        direction = side or self.direction(begin, end)
        value = None
        if self.published:
            since = (self.reckoned_from(begin) if direction > 0 and side is None else None) or self.published
            if side == 0 and not direction:  # "this Friday"
                on = calendar.shifted(since, WEEKDAYS[norm] - since.weekday())
            else:
                on = calendar.weekday_date(since, WEEKDAYS[norm], direction, other_day=bool(side))
            value = on.isoformat() if on else None
        self._remember(begin, value)
        if self.norm(end) in PARTS:
            return self.part_of_day(begin, end, value)
        unsure = () if side is not None or direction else ("past assumed",)
        return Reading(begin, end, "DATE", value, "weekday", 0.93 if direction else 0.9, unsure)

    def month_at(self, index: int, begin: int) -> Reading | None:
        """A day and month that begins at ``index`` and belongs to the expression from ``begin``."""
        norm = self.norm(index)
        if norm == "the":
            return self.month_at(index + 1, begin)
        if norm in MONTHS:
            found = self.month(index)
        elif norm and (norm[0].isdigit() or ordinal(norm)):
            found = self.day_month(index)
        else:
            return None
        if found is None or (found.value is None and self.published is not None):
            return None
        return found._replace(first=begin) if found.rule == "day-month" else None

    def month(self, index: int) -> Reading | None:
        """``July``, ``July 2016``, ``July 9``, ``July 9, 2016``, ``July 9-11``."""
        token = self.tokens[index]
        if not token.text[0].isupper():
            return None
        norm = self.norms[index]
        month, after = MONTHS[norm], index + 1
        if len(norm) <= 4 and self.norm(after) == "." and after + 1 < self.total and self.norm(after + 1)[0].isdigit():
            after += 1
        day = self.day_number(after)
        if day and not YEAR.fullmatch(self.norm(after)):
            last = after + 1
            until = day
            if (
                self.norm(last) in {"-", "–", "—", "and", "to"}
                and (other := self.day_number(last + 1))
                and other > day
                and self.norm(last + 2) not in MONTHS
            ):
                until, last = other, last + 2
            year, last = self.year_after(last)
            return self.dated(index, last, month, day, until, year)
        year, last = self.year_after(after)
        if year is None and (norm in DOUBTFUL_MONTHS and not self.datable(index)):
            return None
        if year is None and self.published:
            year = calendar.year_of(self.published, month, None, self.direction(index, last))
        value = calendar.month_value(year, month) if year else None
        return Reading(index, last, "DATE", value, "month", 0.93, () if last > after else ("year implied",))

    def datable(self, index: int) -> bool:
        """Whether a word before makes a doubtful month one: "in May", "last March"."""
        if self.norm(index - 1) in {"and", "to"} and self.norm(index - 2) in MONTHS:
            return True  # "between March and May"
        return self.norm(index - 1) in YEAR_BEFORE | EDGES | {"last", "next", "this", "on", "between"}

    def day_number(self, index: int) -> int | None:
        """A day of the month in digits or as an ordinal."""
        norm = self.norm(index)
        if not norm:
            return None
        value = int(norm) if norm.isascii() and norm.isdigit() and len(norm) <= 2 else ordinal(norm)
        return value if value and 1 <= value <= 31 else None

    def year_after(self, index: int) -> tuple[int | None, int]:
        """A year at ``index`` (after a comma, too; "last year", "of this year") and where it ends."""
        for skip in (0, 1):
            if skip and self.norm(index) not in {",", "of"}:
                break
            if YEAR.fullmatch(self.norm(index + skip)):
                return int(self.norm(index + skip)), index + skip + 1
            if self.norm(index + skip) in SIDES and self.norm(index + skip + 1) == "year":
                year = self.published.year + SIDES[self.norm(index + skip)] if self.published else None
                return year, index + skip + 2
        return None, index

    def dated(self, first: int, last: int, month: int, day: int, until: int, year: int | None) -> Reading | None:  # noqa: PLR0917 - the parts of one finding
        """Days ``day`` to ``until`` of a month, the year implied if ``year`` is ``None``."""
        implied = year is None
        if year is None and self.published:
            direction = self.direction(first, last)
            # a past day of the year that also lies just ahead would be told with its year: let nearness decide
            near = _NEAR_AHEAD if direction < 0 else calendar.NEAR_FUTURE
            since = (self.reckoned_from(first) if direction > 0 else None) or self.published
            year = calendar.year_of(since, month, day, 1 if direction > 0 else 0, near=near)
            if direction > 0 and not self.is_certain_to_come(first, last):
                year = self.not_a_year_off(year, month, day)
        value = None
        if year is not None:
            value = calendar.day_value(year, month, day)
            if until != day:
                value = calendar.interval(value, calendar.day_value(year, month, until))
        elif not calendar.is_day(2000, month, day):
            return None
        self._remember(first, value)
        if self.norm(last) in PARTS:
            return self.part_of_day(first, last, value)
        return Reading(first, last, "DATE", value, "day-month", 0.95, ("year implied",) if implied else ())

    def _remember(self, first: int, value: str | None) -> None:
        """Keep a day that others may be counted from."""
        self.last_day = value or self.last_day
        day = calendar.as_day(value)
        if day is not None:
            self.days_read.append((first, day))

    def not_a_year_off(self, year: int, month: int, day: int | None) -> int:
        """The year of what was to come ("due on 20 October"), which has just gone by rather than be a year away."""
        coming = calendar.day_value(year, month, day or 1)
        if self.published is None or coming is None:
            return year
        return year - ((date.fromisoformat(coming) - self.published).days > _FAR_AHEAD)

    def day_month(self, index: int) -> Reading | None:
        """``9 July``, ``9-11 July 2016``, ``9 and 10 July``, ``the tenth of June``."""
        day = self.day_number(index)
        if day is None:
            return None
        last, until = index + 1, day
        if self.norm(last) in _RANGE and (other := self.day_number(last + 1)) and other > day:
            until, last = other, last + 2
        if self.norm(last) == "of" and (self.norm(last + 1) == "this" and self.norm(last + 2) == "month"):
            return self.this_month(index, last + 3, day)
        last += self.norm(last) == "of"
        month = MONTHS.get(self.norm(last))
        if month is None or not self.tokens[last].text[0].isupper():
            return None
        last += 1 + (
            self.norm(last + 1) == "." and len(self.norm(last)) <= 4 and YEAR.fullmatch(self.norm(last + 2)) is not None
        )
        year, last = self.year_after(last)
        return self.dated(index, last, month, day, until, year)

    def this_month(self, first: int, last: int, day: int) -> Reading:
        """``the tenth of this month``."""
        value = calendar.day_value(self.published.year, self.published.month, day) if self.published else None
        return Reading(first, last, "DATE", value, "day-month", 0.9)

    def numeric_date(self, index: int) -> Reading | None:
        """``2016-07-09``, ``19/7/2016``; of ``9/7/2016`` only the reading that the clause leaves open, if it is one."""
        if (
            index + 4 >= self.total
            or self.norm(index + 1) not in {"-", "/"}
            or self.norm(index + 3) != self.norm(index + 1)
        ):
            return None
        parts = [self.norm(index), self.norm(index + 2), self.norm(index + 4)]
        if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
            return None
        one, two, three = map(int, parts)
        if len(parts[0]) == 4:
            readings = [calendar.day_value(one, two, three)]
        elif three >= 1000:
            readings = [calendar.day_value(three, two, one), calendar.day_value(three, one, two)]
        else:
            readings = []
        values = dict.fromkeys(value for value in readings if value)
        if not values:
            return None
        fitting = [value for value in values if len(values) == 1 or self._fits_clause(value, index, index + 5)]
        if len(fitting) == 1:
            return Reading(index, index + 5, "DATE", fitting[0], "numeric-date", 0.85)
        return Reading(index, index + 5, "DATE", None, "numeric-date", 0.5, ("the day or the month may come first",))

    def _fits_clause(self, value: str, first: int, last: int) -> bool:
        """Whether the day lies where the clause looks: past, or still to come."""
        direction, published = self.direction(first, last), self.published
        if not direction or published is None:
            return True
        return value <= published.isoformat() if direction < 0 else value >= published.isoformat()

    def night(self, index: int) -> Reading | None:
        """``tonight``, ``overnight``, ``at noon``."""
        norm = self.norm(index)
        if norm == "dawn" and self.norm(index - 1) not in PREPOSITIONS:
            return None  # "a new dawn"
        if norm == "tonight":
            value = f"{self.published.isoformat()}TNI" if self.published else None
            return Reading(index, index + 1, "TIME", value, "part-of-day")
        return self.on_day(index, index + 1, PARTS.get(norm, "NI")) or Reading(
            index, index + 1, "TIME", None, "part-of-day", 0.7, ("which day is not said",)
        )

    def on_day(self, first: int, last: int, part: str) -> Reading | None:
        """``10 a.m. Friday``, ``noon on 3 May``: the day that follows a time of day, with the part of it."""
        after = last + (self.norm(last) in {",", "on"})
        norm = self.norm(after)
        if norm in WEEKDAYS:
            day = self.weekday(after, None, first)
        elif norm in DAYS:
            day = self.day(after)
        elif norm in FEASTS:
            day = self.read(after)
        else:
            day = self.month_at(after, after) if norm else None
        if day is None or day.type != "DATE":
            return None
        value = f"{day.value}T{part}" if day.value else None
        return Reading(first, day.last, "TIME", value, "part-of-day", day.certainty, day.unsure)

    def clock(self, index: int) -> Reading | None:
        """``3pm``, ``3.30 pm``, ``14:00``, ``1400 GMT``."""
        norm, last = self.norm(index), index + 1
        if norm[-1] == "m" and (found := _CLOCK.fullmatch(norm)) and found[3]:
            return self.clock_value(index, last, int(found[1]), int(found[2] or 0), found[3])
        minute = 0
        hour_text, mark, minute_text = norm.partition(".")
        if not (hour_text.isascii() and hour_text.isdigit() and len(hour_text) <= 4):
            return None
        hour = int(hour_text)
        clear = False
        if mark and minute_text.isdigit() and len(minute_text) == 2:
            minute = int(minute_text)
        elif (
            not mark
            and self.norm(last) == ":"
            and self.norm(last + 1).isdigit()
            and len(self.norm(last + 1)) == 2
            and self.tokens[last].start == self.tokens[index].end
            and self.tokens[last + 1].start == self.tokens[last].end
        ):
            minute, last, clear = int(self.norm(last + 1)), last + 2, True
        elif not mark and len(hour_text) == 4 and self.norm(last) in {"gmt", "utc"}:
            return self.clock_value(index, last + 1, hour // 100, hour % 100, "")
        if mark and not minute_text:
            return None
        half = self.norm(last)
        if half in {"am", "pm"} or (half in {"a", "p"} and self.norm(last + 1) == "." and self.norm(last + 2) == "m"):
            end = last + 1 if len(half) == 2 else last + 3 + (self.norm(last + 3) == ".")
            return self.clock_value(index, end, hour, minute, half[0] + "m")
        return self.clock_value(index, last, hour, minute, "") if clear else None

    def clock_value(self, first: int, last: int, hour: int, minute: int, half: str) -> Reading | None:
        """A time of the clock."""
        if half and not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "pm") if half else hour
        if hour > 23 or minute > 59:
            return None
        if self.norm(last) == "local" and self.norm(last + 1) == "time":
            last += 2
        last += self.norm(last) in _ZONES
        part = "MO" if hour < 12 else "AF" if hour < 18 else "EV" if hour < 22 else "NI"
        return self.on_day(first, last, part) or Reading(first, last, "TIME", f"T{hour:02}:{minute:02}", "clock", 0.9)
