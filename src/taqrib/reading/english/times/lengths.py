"""Lengths of time and repetitions: ``eight months``, ``72-hour``, ``three weeks ago``, ``every Friday``."""

from __future__ import annotations

import re

from taqrib.reading import calendar
from taqrib.reading.calendar import MONDAY
from taqrib.reading.english.numbers import Number, read_number, small
from taqrib.reading.english.times.days import DayReader
from taqrib.reading.english.times.words import DAYS, MONTHS, SETS, UNITS, VAGUE, WEEKDAYS, YEAR, Reading
from taqrib.reading.english.words import PREPOSITIONS, VERBS

_MULTIPLES = frozenset(("%", "percent", "cent", "million", "billion", "trillion", "m", "bn", "tn"))
_ADJECTIVE = re.compile(r"([a-z]+|\d+)-(hour|day|week|month|year|minute|decade)(?:-(?:long|old))?")
_LONG = re.compile(r"(hour|day|week|month|year|decade)-long")


class LengthReader(DayReader):
    """Readings of durations and sets."""

    def amount(self, index: int) -> Reading | None:
        """``a decade``, ``several months``, ``a few days``, ``half an hour``, ``one year``."""
        norm, unit = self.norm(index), UNITS.get(self.norm(index + 1))
        if norm == "half" and self.norm(index + 1) in {"a", "an"} and (part := UNITS.get(self.norm(index + 2))):
            return Reading(index, index + 3, "DURATION", self.length(0.5, part), "duration")
        if norm in {"a", "an"}:
            return self.after_article(index, unit)
        if norm in {"one", "another"}:
            return self.lapse(index, index + 1, 1, unit) if unit and unit != "second" else None
        after = index + 1 + (self.norm(index + 1) == "more")
        unit = UNITS.get(self.norm(after))
        if not unit or unit == "second" or not self.norm(after).endswith("s"):
            return None
        if norm == "recent":
            return Reading(index, after + 1, "DATE", None, "vague-time", 0.8, ("how many is not said",))
        return self.lapse(index, after, None, unit)

    def after_article(self, index: int, unit: str | None) -> Reading | None:
        """``a decade``, ``a few days``, ``twice a month``."""
        after, before = index + 1, self.norm(index - 1)
        if self.norm(after) in VAGUE:
            after += 1 + (self.norm(after) == "couple" and self.norm(after + 1) == "of")
            vague = UNITS.get(self.norm(after))
            return self.lapse(index, after, None, vague) if vague and vague != "second" else None
        if unit and before in {"once", "twice", "times"}:
            return Reading(index - 1, after + 1, "SET", self.length(1, unit), "set")
        if unit and self.per(index, after + 1):
            return Reading(index, after + 1, "SET", self.length(1, unit), "set", 0.85)
        whole = unit and unit != "second" and self.norm(after) != "half" and self.norm(after + 1) != "'"
        return self.lapse(index, after, 1, unit) if unit and whole and before not in {"such", "what"} else None

    def per(self, article: int, last: int) -> bool:
        """``40 tonnes a day``, ``$2bn a year``: what a count comes to in each period."""
        if self.norm(last) in {"ago", "later", "earlier", "before", "after", "of", "to", "long", "on"}:
            return False
        before = self.norm(article - 1)
        if before in _MULTIPLES or (before[:1].isdigit() and not YEAR.fullmatch(before)):
            return True
        noun = before not in PREPOSITIONS and before not in VERBS and before.replace("-", "").isalpha()
        return noun and any(self.norm(index)[:1].isdigit() for index in range(article - 4, article - 1))

    def lapse(self, first: int, unit_at: int, value: float | None, unit: str) -> Reading:
        """A duration, or with "ago" the date it reaches back to."""
        last = unit_at + 1
        if (
            self.norm(last) == "and"
            and self.norm(last + 1) == "a"
            and self.norm(last + 2) == "half"
            and value is not None
        ):
            value, last = value + 0.5, last + 3
        counted = self.counted_from(first, last, value, unit)
        if counted is not None:
            return counted
        if self.norm(last) == "ago":
            return Reading(first, last + 1, "DATE", self.ago(value, unit), "ago", 0.9)
        return Reading(first, last, "DURATION", self.length(value, unit), "duration", 0.92)

    def counted_from(self, first: int, join: int, value: float | None, unit: str) -> Reading | None:
        """``a week from tomorrow``: so many days or weeks behind the day that is named."""
        at = join + 1
        named = self.norm(at) in DAYS or self.norm(at) in WEEKDAYS
        if value is None or unit not in {"day", "week"} or self.norm(join) != "from" or not named:
            return None
        day = self.read(at)
        on = calendar.as_day(day.value) if day is not None and day.type == "DATE" else None
        if day is None or on is None:
            return None
        days = int(value) * (7 if unit == "week" else 1)
        return Reading(first, day.last, "DATE", calendar.shifted_value(on, days), "counted-from", 0.85)

    def ago(self, value: float | None, unit: str) -> str | None:
        """The date so long before publication, as precise as the unit."""
        if value is None or self.published is None or value != int(value) or value > 5000:
            return None
        count = int(value)
        if unit == "day":
            return calendar.shifted_value(self.published, -count)
        if unit in {"week", "fortnight"}:
            return calendar.week_value(self.published, -count * (2 if unit == "fortnight" else 1), starts=MONDAY)
        if unit in {"month", "year"}:
            return self.period(unit, -count)
        if unit == "decade":
            return calendar.year_value(self.published.year - 10 * count)
        return self.published.isoformat() if unit in {"hour", "minute"} and count <= 12 else None

    def length(self, amount: float | None, unit: str) -> str | None:
        """The ISO 8601 value; ``None`` where how many is not said."""
        if amount is None:
            return None
        if unit == "fortnight":
            return calendar.duration(2 * amount, "week")
        return calendar.duration(amount, unit)

    def number(self, index: int) -> Reading | None:
        """A number in words before a unit or a month: ``eight months``, ``ten July``."""
        day = self.day_month(index)
        if day is not None:
            return day
        number = read_number(self.tokens, index)
        return self.counted(number) if number else None

    def counted(self, number: Number) -> Reading | None:
        """A number and its unit, over words such as "consecutive"."""
        after = number.last + (
            self.norm(number.last) in {"more", "full", "consecutive", "straight", "long", "working", "whole"}
        )
        value, unit = number.value, UNITS.get(self.norm(after))
        half = [self.norm(at) for at in range(after, after + 3)] == ["and", "a", "half"]
        if half and value is not None and self.norm(after + 3) in UNITS:  # "two and a half years"
            value, after = value + 0.5, after + 3
            unit = UNITS[self.norm(after)]
        if unit is None or (unit == "second" and not self.norm(after).endswith("s")):
            return None
        return self.lapse(number.first, after, value, unit)

    def hyphenated(self, index: int) -> Reading | None:
        """``72-hour``, ``seven-year``: the length inside an adjective; an age ("-old") is none."""
        norm = self.norm(index)
        if norm.startswith(("mid-", "early-", "late-")):
            return self.edged_by_hyphen(index, norm.partition("-")[2])
        long = _LONG.fullmatch(norm)
        if long is not None:
            return Reading(index, index + 1, "DURATION", calendar.duration(1, long[1]), "duration-adjective", 0.8)
        found = _ADJECTIVE.fullmatch(norm)
        if found is None or norm.endswith("old"):
            return None
        amount = float(found[1]) if found[1].isascii() and found[1].isdigit() and len(found[1]) < 6 else small(found[1])
        if amount is None:
            return None
        return Reading(index, index + 1, "DURATION", calendar.duration(amount, found[2]), "duration-adjective", 0.8)

    def edged_by_hyphen(self, index: int, norm: str) -> Reading | None:
        """``mid-2016``, ``mid-July``, ``mid-July 2016``."""
        if YEAR.fullmatch(norm):
            return Reading(index, index + 1, "DATE", norm, "year", 0.85)
        if norm not in MONTHS:
            return None
        year, last = self.year_after(index + 1)
        if year is None and self.published:
            year = calendar.year_of(self.published, MONTHS[norm], None, self.direction(index, last))
        value = calendar.month_value(year, MONTHS[norm]) if year else None
        return Reading(index, last, "DATE", value, "month", 0.88)

    def plural(self, index: int) -> Reading | None:
        """``years of war``, ``for decades``: a length nobody counts; "hours later" names no day."""
        if self.norm(index + 1) in {"later", "earlier"}:
            return Reading(index, index + 2, "DATE", None, "vague-time", 0.7, ("how many is not said",))
        if (
            self.norm(index - 1) in {"for", "after", "in", "within", "over", "took", "lasting", "lasted", "despite"}
            or self.norm(index + 1) == "of"
            or self.norm(index + 1) == "ago"
        ):
            last = index + 1 + (self.norm(index + 1) == "ago")
            return Reading(
                index,
                last,
                "DATE" if last > index + 1 else "DURATION",
                None,
                "vague-duration",
                0.7,
                ("how many is not said",),
            )
        return None

    def set_of_times(self, index: int) -> Reading | None:
        """``daily``, ``weekly``."""
        value = SETS[self.norm(index)]
        return Reading(index, index + 1, "SET", value, "daily", 0.8)

    def every(self, index: int) -> Reading | None:
        """``every day``, ``each week``, ``every two months``, ``every Friday``."""
        after = index + 1
        number = read_number(self.tokens, after) if after < self.total and self.norm(index) == "every" else None
        after = number.last if number else after
        norm = self.norm(after)
        if norm in WEEKDAYS and number is None:
            return Reading(index, after + 1, "SET", "P1W", "set", 0.85)
        if norm == "annum":
            return Reading(index, after + 1, "SET", "P1Y", "set", 0.85)
        unit = UNITS.get(norm)
        if unit is None or unit == "second":
            return None
        return Reading(index, after + 1, "SET", self.length(number.value if number else 1, unit), "set", 0.85)
