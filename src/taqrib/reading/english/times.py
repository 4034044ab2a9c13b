"""Dates, parts of days, durations and sets in English reports.

An expression begins at one of a few words (a weekday, a month, "last", a number ...); from there the longest reading
wins. A bare weekday or day of the month is past, as reports narrate, unless its clause looks ahead ("will meet on
Friday", "talks due on 3 May"). A number is a year only where a preposition, a month or a definite noun phrase makes it one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.calendar import MONDAY, Direction
from taqrib.reading.english.numbers import Number, ordinal, read_number, small
from taqrib.reading.english.words import ADJECTIVES, PREPOSITIONS, VERBS
from taqrib.reading.findings import Time, TimeType
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from taqrib.reading.document import Document, Token

_TABLE = load("english/times")
_MONTHS: dict[str, int] = _TABLE["months"]
_DOUBTFUL_MONTHS = frozenset(_TABLE["doubtful_months"])
_WEEKDAYS: dict[str, int] = _TABLE["weekdays"]
_DAYS: dict[str, int] = _TABLE["days"]
_VAGUE_DAYS = frozenset(_TABLE["vague_days"])
_UNITS: dict[str, str] = _TABLE["units"]
_PARTS: dict[str, str] = _TABLE["parts"]
_SEASONS: dict[str, int] = _TABLE["seasons"]
_SETS: dict[str, str] = _TABLE["sets"]
_SIDES: dict[str, Direction] = {
    **dict.fromkeys(_TABLE["past"], -1),
    **dict.fromkeys(_TABLE["future"], 1),
    **dict.fromkeys(_TABLE["present"], 0),
}
_EDGES = frozenset(_TABLE["edges"])
_VAGUE = frozenset(_TABLE["vague_amounts"])
_HIJRI: dict[str, int] = _TABLE["hijri_months"]
_COMING = frozenset(_TABLE["coming"])
_DECADES: dict[str, int] = _TABLE["decades"]
_YEAR_BEFORE = frozenset(
    "in since of by from until till before after during early late mid around circa to through".split()
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DECADE = re.compile(r"((?:1[89]|20)\d)0s")
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[.:]([0-5]\d))?(am|pm)?")
_ADJECTIVE = re.compile(r"([a-z]+|\d+)-(hour|day|week|month|year|minute|decade)(?:-(?:long|old))?")
_STARTS: dict[str, str] = {
    **dict.fromkeys(_MONTHS, "month"),
    **dict.fromkeys(_WEEKDAYS, "weekday"),
    **dict.fromkeys(_DAYS, "day"),
    **dict.fromkeys(_VAGUE_DAYS, "vague"),
    **dict.fromkeys(_SIDES, "side"),
    **dict.fromkeys(_SETS, "set"),
    **dict.fromkeys(_SEASONS, "season"),
    **dict.fromkeys(_HIJRI, "hijri"),
    **dict.fromkeys(_DECADES, "decade"),
    **dict.fromkeys(_VAGUE, "amount"),
    **dict.fromkeys(("a", "an", "half", "one", "another"), "amount"),
    **dict.fromkeys(("early", "late", "later", "earlier", "mid"), "edge"),
    **dict.fromkeys(("end", "beginning", "start", "middle", "close"), "border"),
    **dict.fromkeys(("tonight", "overnight", "midnight", "noon", "midday", "dawn"), "night"),
    **dict.fromkeys(("every", "each", "per"), "every"),
    **dict.fromkeys(("decades", "years", "months", "weeks", "days", "hours", "centuries"), "plural"),
    **dict.fromkeys(("weekend", "christmas"), "feast"),
    "the": "the",
}
_WITH_ARTICLE = frozenset(("decade", "part-of-year", "part-of-day", "weekend", "vague-time", "ordinal-day"))
"""Expressions whose article is part of them: "the first quarter of 2016", "the coming days"."""
_GENITIVES = frozenset(
    {*_WEEKDAYS, *_MONTHS, *_DAYS, *_SEASONS, "week", "month", "year", "weekend", "century", "decade"}
)
NEAR_AHEAD = 45
"""Days ahead of publication within which a day told with a past verb still is a coming one ("had set 10 May as")."""
_RANGE = frozenset(("-", "–", "—", "to", "and", "/"))


class _Reading(NamedTuple):
    """An expression ``tokens[first:last]``."""

    first: int
    last: int
    type: TimeType
    value: str | None
    rule: str
    certainty: float = 0.95
    unsure: tuple[str, ...] = ()


def times(document: Document) -> list[Time]:
    """The time expressions of the text in order; without a publication date no relative one is resolved."""
    reader = _Reader(document)
    found: list[Time] = []
    index, tokens = 0, document.tokens
    while index < len(tokens):
        reading = reader.read(index)
        if reading is None:
            index += 1
            continue
        begin = reading.first
        if begin and tokens[begin - 1].norm == "the" and (reading.rule in _WITH_ARTICLE or reader.norm(begin) in _SIDES):
            reading = reading._replace(first=begin - 1)
        last = tokens[reading.last - 1]
        end = last.end - 2 if last.norm.endswith("'s") else last.end
        span = (tokens[reading.first].start, end)
        found.append(
            Time(
                span=span,
                type=reading.type,
                value=reading.value,
                rule=reading.rule,
                certainty=reading.certainty,
                rests_on=(span,),
                unsure=reading.unsure,
            )
        )
        index = reading.last
    return found


class _Reader:
    """Readings at one token; the sentences of the layout bound how far a governing verb is sought."""

    def __init__(self, document: Document) -> None:
        self.tokens: Sequence[Token] = document.tokens
        self.text = document.text
        self.published: date | None = document.published
        self.total = len(document.tokens)
        self.norms = [token.norm for token in document.tokens]
        for index, norm in enumerate(self.norms):
            if norm.endswith("'s") and norm[:-2] in _GENITIVES:  # "Friday's", "last week's"
                self.norms[index] = norm[:-2]
        self.last_day: str | None = None
        self.rules: dict[str, Callable[[int], _Reading | None]] = {
            "month": self.month,
            "weekday": self.weekday,
            "day": self.day,
            "vague": self.vague,
            "side": self.side,
            "set": self.set_of_times,
            "season": self.season,
            "hijri": self.hijri,
            "decade": self.named_decade,
            "amount": self.amount,
            "edge": self.edge,
            "border": self.border,
            "night": self.night,
            "every": self.every,
            "plural": self.plural,
            "feast": self.feast,
            "the": self.definite,
        }

    def norm(self, index: int) -> str:
        return self.norms[index] if 0 <= index < self.total else ""

    def read(self, index: int) -> _Reading | None:
        norm = self.norms[index]
        start = _STARTS.get(norm)
        if start is not None:
            return self.rules[start](index) or (self.number(index) if start == "amount" else None)
        if norm[0].isdigit():
            return self.digits(index) or self.hyphenated(index)
        if small(norm) is not None or ordinal(norm) is not None:
            return self.number(index)
        return self.hyphenated(index) if "-" in norm else None

    # -- days ---------------------------------------------------------------------------------------------------------

    def day(self, index: int) -> _Reading:
        value = calendar.shifted_value(self.published, _DAYS[self.norm(index)]) if self.published else None
        if index + 1 < self.total and self.norm(index + 1) in _PARTS:
            return self.part_of_day(index, index + 1, value)
        return _Reading(index, index + 1, "DATE", value, "relative-day", 0.95)

    def part_of_day(self, first: int, part: int, value: str | None) -> _Reading:
        suffix = _PARTS[self.norm(part)]
        return _Reading(first, part + 1, "TIME", f"{value}T{suffix}" if value else None, "part-of-day")

    def vague(self, index: int) -> _Reading | None:
        norm = self.norm(index)
        if norm == "later":
            return self.edge(index)
        return _Reading(index, index + 1, "DATE", None, "vague-time", 0.6, ("names no day",))

    def weekday(self, index: int, side: Direction | None = None, first: int | None = None) -> _Reading | None:
        token = self.tokens[index]
        norm = self.norms[index]
        if not token.text[0].isupper() or (
            len(norm) <= 4 and self.norm(index + 1) not in {".", ","} and not self.norm(index + 1).isdigit()
        ):
            return None
        begin = index if first is None else first
        end = index + 1
        if len(norm) <= 5 and self.norm(end) == "." and self.norm(end + 1).isdigit():
            end += 1
        dated = end + (self.norm(end) == ",")
        explicit = self.month_at(dated, begin) if dated < self.total else None
        if explicit is not None:
            return explicit
        direction = self.direction(begin, end) if side is None else side
        value = None
        if self.published:
            on = calendar.weekday_date(
                self.published, _WEEKDAYS[norm], direction, other_day=side is not None and side != 0
            )
            value = on.isoformat() if on else None
        self.last_day = value or self.last_day
        if self.norm(end) in _PARTS:
            return self.part_of_day(begin, end, value)
        unsure = () if side is not None or direction else ("past assumed",)
        return _Reading(begin, end, "DATE", value, "weekday", 0.93 if direction else 0.9, unsure)

    def month_at(self, index: int, begin: int) -> _Reading | None:
        """A day and month that begins at ``index`` and belongs to the expression from ``begin``."""
        norm = self.norm(index)
        if norm == "the":
            return self.month_at(index + 1, begin)
        if norm in _MONTHS:
            found = self.month(index)
        elif norm and (norm[0].isdigit() or ordinal(norm)):
            found = self.day_month(index)
        else:
            return None
        if found is None or found.value is None and self.published is not None:
            return None
        return found._replace(first=begin) if found.rule == "day-month" else None

    def month(self, index: int) -> _Reading | None:
        """``July``, ``July 2016``, ``July 9``, ``July 9, 2016``, ``July 9-11``."""
        token = self.tokens[index]
        if not token.text[0].isupper():
            return None
        norm = self.norms[index]
        month, after = _MONTHS[norm], index + 1
        if len(norm) <= 4 and self.norm(after) == "." and after + 1 < self.total and self.norm(after + 1)[0].isdigit():
            after += 1
        day = self.day_number(after)
        if day and not _YEAR.fullmatch(self.norm(after)):
            last = after + 1
            until = day
            if (
                self.norm(last) in {"-", "–", "—", "and", "to"}
                and (other := self.day_number(last + 1))
                and other > day
                and self.norm(last + 2) not in _MONTHS
            ):
                until, last = other, last + 2
            year, last = self.year_after(last)
            return self.dated(index, last, month, day, until, year)
        year, last = self.year_after(after)
        if year is None and (norm in _DOUBTFUL_MONTHS and not self.datable(index)):
            return None
        if year is None and self.published:
            year = calendar.year_of(self.published, month, None, self.direction(index, last))
        value = calendar.month_value(year, month) if year else None
        return _Reading(index, last, "DATE", value, "month", 0.93, () if last > after else ("year implied",))

    def datable(self, index: int) -> bool:
        """Whether a word before makes a doubtful month one: "in May", "last March"."""
        return self.norm(index - 1) in _YEAR_BEFORE | _EDGES | {"last", "next", "this", "on", "between"}

    def day_number(self, index: int) -> int | None:
        norm = self.norm(index)
        if not norm:
            return None
        value = int(norm) if norm.isascii() and norm.isdigit() and len(norm) <= 2 else ordinal(norm)
        return value if value and 1 <= value <= 31 else None

    def year_after(self, index: int) -> tuple[int | None, int]:
        """A year at ``index`` (after a comma, too) and where it ends."""
        for skip in (0, 1):
            if skip and self.norm(index) not in {",", "of"}:
                break
            if _YEAR.fullmatch(self.norm(index + skip)):
                return int(self.norm(index + skip)), index + skip + 1
        return None, index

    def dated(self, first: int, last: int, month: int, day: int, until: int, year: int | None) -> _Reading | None:
        implied = year is None
        if year is None and self.published:
            direction = self.direction(first, last)
            # a past day of the year that also lies just ahead would be told with its year: let nearness decide
            near = NEAR_AHEAD if direction < 0 else calendar.NEAR_FUTURE
            year = calendar.year_of(self.published, month, day, 1 if direction > 0 else 0, near=near)
        value = None
        if year is not None:
            value = calendar.day_value(year, month, day)
            if until != day:
                value = calendar.interval(value, calendar.day_value(year, month, until))
        elif not calendar.is_day(2000, month, day):
            return None
        self.last_day = value or self.last_day
        if self.norm(last) in _PARTS:
            return self.part_of_day(first, last, value)
        return _Reading(first, last, "DATE", value, "day-month", 0.95, ("year implied",) if implied else ())

    def day_month(self, index: int) -> _Reading | None:
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
        month = _MONTHS.get(self.norm(last))
        if month is None or not self.tokens[last].text[0].isupper():
            return None
        last += 1 + (
            self.norm(last + 1) == "."
            and len(self.norm(last)) <= 4
            and _YEAR.fullmatch(self.norm(last + 2)) is not None
        )
        year, last = self.year_after(last)
        return self.dated(index, last, month, day, until, year)

    def this_month(self, first: int, last: int, day: int) -> _Reading:
        value = calendar.day_value(self.published.year, self.published.month, day) if self.published else None
        return _Reading(first, last, "DATE", value, "day-month", 0.9)

    # -- weeks, months, years -----------------------------------------------------------------------------------------

    def side(self, index: int, first: int | None = None) -> _Reading | None:
        """``last week``, ``next Monday``, ``this morning``, ``the past two months``."""
        norm = self.norm(index)
        side = _SIDES[norm]
        begin = index if first is None else first
        definite = self.norm(index - 1) == "the" and first is None
        following = self.norm(index + 1)
        if following in _WEEKDAYS:
            return self.weekday(index + 1, side if norm != "following" else 1, begin)
        if following in _MONTHS and self.tokens[index + 1].text[0].isupper():
            return self.sided_month(begin, index + 1, side)
        if following in _PARTS:
            offset = -1 if side < 0 else 1 if side > 0 else 0
            value = calendar.shifted_value(self.published, offset) if self.published else None
            return self.part_of_day(begin, index + 1, value) if norm != "past" else None
        if following in _SEASONS:
            return self.sided_season(begin, index + 1, side)
        if following == "weekend":
            return self.weekend(begin, index + 2, side)
        number = read_number(self.tokens, index + 1) if index + 1 < self.total else None
        after = number.last if number else index + 1
        if following in _VAGUE:
            after = index + 2
        unit = _UNITS.get(self.norm(after))
        if unit is None or unit == "second" or norm == "current" and unit == "day":
            return None
        if (
            number
            or following in _VAGUE
            or (definite and norm in {"past", "last"} and unit != "century")
            or norm == "past"
        ):
            amount = None if following in _VAGUE else number.value if number else 1
            if norm in {"previous", "following"} and number is None:
                return None
            if amount is None and side >= 0:
                return _Reading(begin, after + 1, "DATE", None, "vague-time", 0.7, ("how many is not said",))
            return _Reading(begin, after + 1, "DURATION", self.length(amount, unit), "duration", 0.85)
        if self.norm(after).endswith("s"):
            return _Reading(begin, after + 1, "DATE", None, "vague-time", 0.8, ("how many is not said",))
        if norm in {"previous", "following"}:
            return self.anchored(begin, after + 1, unit, side)
        return (
            _Reading(begin, after + 1, "DATE", self.period(unit, side), "sided-period", 0.95)
            if self.period_unit(unit)
            else None
        )

    def anchored(self, first: int, last: int, unit: str, side: Direction) -> _Reading:
        """``the following day``: counted from the day named before it, if there is one."""
        if unit == "day" and self.last_day and len(self.last_day) == 10:
            from datetime import date as day_type  # noqa: PLC0415 - only for this rare expression

            value = calendar.shifted_value(day_type.fromisoformat(self.last_day), side)
            return _Reading(first, last, "DATE", value, "anchored-day", 0.8, ("counted from the day named before",))
        return _Reading(first, last, "DATE", None, "anchored-period", 0.6, ("its anchor is not certain",))

    def period_unit(self, unit: str) -> bool:
        return unit in {"day", "week", "month", "year", "decade", "century", "fortnight"}

    def period(self, unit: str, offset: int) -> str | None:
        """The week, month, year ... ``offset`` after the one of publication."""
        published = self.published
        if published is None:
            return None
        if unit == "day":
            return calendar.shifted_value(published, offset)
        if unit == "week":
            return calendar.week_value(published, offset, starts=MONDAY)
        if unit == "month":
            return calendar.month_value(*calendar.moved_month(published, offset))
        if unit == "year":
            return calendar.year_value(published.year + offset)
        if unit == "decade":
            return calendar.decade_value(published.year // 10 * 10 + 10 * offset)
        return None

    def sided_month(self, first: int, index: int, side: Direction) -> _Reading:
        month = _MONTHS[self.norm(index)]
        day = self.day_number(index + 1)
        year = None
        if self.published:
            year = calendar.year_of(self.published, month, day, side) if side else self.published.year
            if side < 0 and not day and month == self.published.month:
                year -= 1
            elif side > 0 and not day and month == self.published.month:
                year += 1
        if day:
            return _Reading(
                first, index + 2, "DATE", calendar.day_value(year, month, day) if year else None, "day-month"
            )
        return _Reading(first, index + 1, "DATE", calendar.month_value(year, month) if year else None, "month")

    def sided_season(self, first: int, index: int, side: Direction) -> _Reading:
        season = _SEASONS[self.norm(index)]
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
        return _Reading(first, index + 1, "DATE", value, "season", 0.85)

    def season(self, index: int) -> _Reading | None:
        """``spring 2016``, ``in the autumn``: a verb or noun otherwise."""
        year, last = self.year_after(index + 1)
        if year is not None:
            return _Reading(index, last, "DATE", calendar.season_value(year, _SEASONS[self.norm(index)]), "season")
        before = self.norm(index - 1)
        if (
            before in {"in", "by", "until", "before"}
            or (before == "the" and self.norm(index - 2) in {"in", "by", "until", "during", "over"})
        ) and self.norm(index) != "fall":
            side: Direction = self.direction(index, index + 1)
            return self.sided_season(index, index, side)
        return None

    def weekend(self, first: int, last: int, side: Direction) -> _Reading:
        value = None
        if self.published:
            week = calendar.shifted(self.published, -self.published.weekday() + 7 * side)
            if week:
                value = calendar.interval(calendar.shifted_value(week, 5), calendar.shifted_value(week, 6))
        return _Reading(first, last, "DATE", value, "weekend", 0.85)

    def feast(self, index: int) -> _Reading | None:
        if self.norm(index) == "christmas":
            if not self.published or self.tokens[index].text[0].islower():
                return None
            year = calendar.year_of(self.published, 12, 25, self.direction(index, index + 1))
            return _Reading(index, index + 1, "DATE", calendar.day_value(year, 12, 25), "feast", 0.8)
        if self.norm(index - 1) == "the":
            side: Direction = self.direction(index, index + 1)
            return self.weekend(index - 1, index + 1, 0 if side > 0 else -1)
        return None

    def hijri(self, index: int) -> _Reading | None:
        if not self.tokens[index].text[0].isupper():
            return None
        value = None
        month = _HIJRI[self.norm(index)]
        if self.published and (
            year := calendar.hijri_year_of(self.published, month, None, self.direction(index, index + 1))
        ):
            value = calendar.from_hijri(year, month)
        return _Reading(index, index + 1, "DATE", value, "hijri-month", 0.8)

    def named_decade(self, index: int) -> _Reading | None:
        if self.norm(index - 1) != "the":
            return None
        return _Reading(
            index, index + 1, "DATE", calendar.decade_value(1900 + _DECADES[self.norm(index)]), "decade", 0.75
        )

    def edge(self, index: int) -> _Reading | None:
        """``later this month``, ``early next year``, ``mid July``, ``late Monday``; "later" alone names no day."""
        norm = self.norm(index)
        after = index + 1
        following = self.norm(after)
        reading: _Reading | None = None
        if (
            following in {"in", "on"}
            and norm in {"late", "early", "later", "earlier"}
            and self.norm(after + 1) in {"the", "this"} | _MONTHS.keys() | _WEEKDAYS.keys()
        ):
            after += 1
            following = self.norm(after)
        if following == "the":
            after += 1
            following = self.norm(after)
        if following in _SIDES:
            reading = self.side(after, index)
        elif following in _MONTHS:
            found = self.month(after)
            reading = found and found._replace(first=index)
        elif following in _WEEKDAYS:
            reading = self.weekday(after, None, index)
        elif following in _DAYS:
            reading = self.day(after)._replace(first=index)
        elif following in {"morning", "evening", "afternoon"}:
            return None
        elif following == "hours" and norm == "early" and self.norm(after + 1) == "of":
            return self.early_hours(index, after + 2)
        elif following and _YEAR.fullmatch(following):
            reading = _Reading(index, after + 1, "DATE", following, "year")
        elif following and _DECADE.fullmatch(following):
            found = self.digits(after)
            reading = found and found._replace(first=index)
        if reading is None and norm == "later" and self.bare_later(index):
            return _Reading(index, index + 1, "DATE", None, "vague-time", 0.6, ("names no day",))
        return reading

    def bare_later(self, index: int) -> bool:
        """Whether "later" is an adverb of time: not "a later date", not "two days later", not "later rounds"."""
        before, after = self.norm(index - 1), self.norm(index + 1)
        return (
            before not in {"a", "the", "no", "any"}
            and before not in _UNITS
            and after not in {"than", "date", "stage", "rounds", "round"}
        )

    def early_hours(self, first: int, index: int) -> _Reading | None:
        inner = self.read(index) if index < self.total else None
        if inner is None or inner.type != "DATE":
            return None
        return _Reading(first, inner.last, "TIME", f"{inner.value}TMO" if inner.value else None, "part-of-day", 0.9)

    def border(self, index: int) -> _Reading | None:
        """``the end of the year``, ``the beginning of next week``: the period whose border it is."""
        if self.norm(index + 1) != "of":
            return None
        after = index + 2
        definite = self.norm(after) == "the"
        after += definite
        first = index - (self.norm(index - 1) == "the")
        norm = self.norm(after)
        if definite and norm in _UNITS and not norm.endswith("s") and self.period_unit(_UNITS[norm]):
            return _Reading(first, after + 1, "DATE", self.period(_UNITS[norm], 0), "border-of-period", 0.85)
        inner = (
            self.read(after) if norm in _SIDES or norm in _MONTHS or norm in _EDGES or _YEAR.fullmatch(norm) else None
        )
        if inner is None and _YEAR.fullmatch(norm):
            inner = _Reading(after, after + 1, "DATE", norm, "year")
        return inner._replace(first=first) if inner and inner.type == "DATE" else None

    def definite(self, index: int) -> _Reading | None:
        """``the tenth of June``, ``the first quarter of 2016``, ``the early hours of Friday``, ``the 1990s``."""
        following = self.norm(index + 1)
        rank = ordinal(following) if following else None
        if rank:
            if self.norm(index + 2) in {"quarter", "half"}:
                return self.part_of_year(index + 1, rank)
            if self.norm(index + 2) == "of" or self.norm(index + 2) in _MONTHS:
                found = self.day_month(index + 1)
                return found._replace(first=index) if found else None
        if following in {"early", "late"} and self.norm(index + 2) == "hours":
            return self.edge(index + 1)
        return None

    def part_of_year(self, index: int, rank: int) -> _Reading | None:
        last = index + 2
        year: int | None = None
        if self.norm(last) == "of":
            after = last + 1
            if _YEAR.fullmatch(self.norm(after)):
                year, last = int(self.norm(after)), after + 1
            elif self.norm(after) in _SIDES and self.norm(after + 1) == "year":
                year = self.published.year + _SIDES[self.norm(after)] if self.published else None
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
        return _Reading(index, last, "DATE", value, "part-of-year", 0.9)

    # -- amounts ------------------------------------------------------------------------------------------------------

    def amount(self, index: int) -> _Reading | None:
        """``a decade``, ``several months``, ``a few days``, ``half an hour``, ``one year``."""
        norm = self.norm(index)
        if norm == "half" and self.norm(index + 1) in {"a", "an"} and (unit := _UNITS.get(self.norm(index + 2))):
            return _Reading(index, index + 3, "DURATION", self.length(0.5, unit), "duration")
        if norm in {"a", "an"}:
            after = index + 1
            if self.norm(after) in _VAGUE:
                after += 1 + (self.norm(after) == "couple" and self.norm(after + 1) == "of")
                unit = _UNITS.get(self.norm(after))
                return self.lapse(index, after, None, unit) if unit and unit != "second" else None
            half = self.norm(after) == "half"
            unit = _UNITS.get(self.norm(after))
            if (
                unit
                and unit != "second"
                and not half
                and self.norm(index - 1) not in {"once", "twice", "times", "such", "what", "of"}
                and self.norm(after + 1) not in {"'"}
            ):
                return self.lapse(index, after, 1, unit)
            if unit and self.norm(index - 1) in {"once", "twice", "times"}:
                return _Reading(index - 1, after + 1, "SET", self.length(1, unit), "set")
            return None
        if norm in {"one", "another"}:
            unit = _UNITS.get(self.norm(index + 1))
            return self.lapse(index, index + 1, 1, unit) if unit and unit != "second" else None
        after = index + 1 + (self.norm(index + 1) == "more")
        unit = _UNITS.get(self.norm(after))
        if unit and unit != "second" and self.norm(after).endswith("s"):
            if norm == "recent":
                return _Reading(index, after + 1, "DATE", None, "vague-time", 0.8, ("how many is not said",))
            return self.lapse(index, after, None, unit)
        return None

    def lapse(self, first: int, unit_at: int, value: float | None, unit: str) -> _Reading:
        """A duration, or with "ago" the date it reaches back to."""
        last = unit_at + 1
        if (
            self.norm(last) == "and"
            and self.norm(last + 1) == "a"
            and self.norm(last + 2) == "half"
            and value is not None
        ):
            value, last = value + 0.5, last + 3
        if self.norm(last) == "ago":
            return _Reading(first, last + 1, "DATE", self.ago(value, unit), "ago", 0.9)
        return _Reading(first, last, "DURATION", self.length(value, unit), "duration", 0.92)

    def ago(self, value: float | None, unit: str) -> str | None:
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
        if amount is None:
            return None
        if unit == "fortnight":
            return calendar.duration(2 * amount, "week")
        return calendar.duration(amount, unit)

    def number(self, index: int) -> _Reading | None:
        """A number in words before a unit or a month: ``eight months``, ``ten July``."""
        day = self.day_month(index)
        if day is not None:
            return day
        number = read_number(self.tokens, index)
        return self.counted(number) if number else None

    def counted(self, number: Number) -> _Reading | None:
        after = number.last + (
            self.norm(number.last) in {"more", "full", "consecutive", "straight", "long", "working", "whole"}
        )
        unit = _UNITS.get(self.norm(after))
        if unit is None or (unit == "second" and not self.norm(after).endswith("s")):
            return None
        return self.lapse(number.first, after, number.value, unit)

    def hyphenated(self, index: int) -> _Reading | None:
        """``72-hour``, ``seven-year``: the length inside an adjective; an age ("-old") is none."""
        norm = self.norm(index)
        found = _ADJECTIVE.fullmatch(norm)
        if found is None or norm.endswith("old"):
            return None
        amount = float(found[1]) if found[1].isascii() and found[1].isdigit() and len(found[1]) < 6 else small(found[1])
        if amount is None:
            return None
        return _Reading(index, index + 1, "DURATION", calendar.duration(amount, found[2]), "duration-adjective", 0.8)

    def plural(self, index: int) -> _Reading | None:
        """``years of war``, ``for decades``: a length nobody counts."""
        if (
            self.norm(index - 1) in {"for", "after", "in", "within", "over", "took", "lasting", "lasted", "despite"}
            or self.norm(index + 1) == "of"
            or self.norm(index + 1) == "ago"
        ):
            last = index + 1 + (self.norm(index + 1) == "ago")
            return _Reading(
                index,
                last,
                "DATE" if last > index + 1 else "DURATION",
                None,
                "vague-duration",
                0.7,
                ("how many is not said",),
            )
        return None

    def digits(self, index: int) -> _Reading | None:
        norm = self.norm(index)
        day = self.day_month(index) or self.numeric_date(index)
        if day is not None:
            return day
        if len(norm) == 4 and _YEAR.fullmatch(norm):
            return self.year(index)
        if len(norm) == 5 and (decade := _DECADE.fullmatch(norm)):
            return _Reading(index, index + 1, "DATE", calendar.decade_value(int(decade[1]) * 10), "decade")
        clock = self.clock(index)
        if clock is not None:
            return clock
        number = read_number(self.tokens, index)
        if number is None:
            return None
        if (
            self.norm(number.last) in {"-", "‑"}
            and number.last - index == 1
            and self.tokens[number.last].start == self.tokens[index].end
        ):
            unit = _UNITS.get(self.norm(number.last + 1))  # "72-hour": digits and their unit are three tokens
            if unit and number.value is not None and self.tokens[number.last + 1].start == self.tokens[number.last].end:
                return _Reading(
                    index, number.last + 2, "DURATION", self.length(number.value, unit), "duration-adjective", 0.8
                )
        return self.counted(number)

    def numeric_date(self, index: int) -> _Reading | None:
        """``2016-07-09`` and ``9/7/2016``, day first."""
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
        year, month, day = (one, two, three) if len(parts[0]) == 4 else (three, two, one)
        value = calendar.day_value(year, month, day) if year >= 1000 else None
        return _Reading(index, index + 5, "DATE", value, "numeric-date", 0.85) if value else None

    def year(self, index: int) -> _Reading | None:
        """A year after a preposition or in a definite noun phrase ("the 2016 accord"); else it is a count."""
        norm, before, after = self.norm(index), self.norm(index - 1), self.norm(index + 1)
        certain = before in _YEAR_BEFORE
        plural = (
            after.endswith("s")
            and not after.endswith(("'s", "ss", "us", "is"))
            and index + 1 < self.total
            and self.tokens[index + 1].text[0].islower()
        )
        if before == "of" and after and plural:
            certain = False
        phrase = (
            (before == "the" or before in {"a", "its", "their", "his", "her"} or before.endswith("'s"))
            and index + 1 < self.total
            and (self.tokens[index + 1].text[0].isalpha() and not plural)
        )
        if (
            not (certain and not (plural and before not in {"in", "since"}))
            and not phrase
            and not (before == "(" and after == ")")
        ):
            return None
        last = index + 1
        if after in {"-", "–", "to"} and _YEAR.fullmatch(self.norm(last + 1)) and (after != "to" or before in {"from"}):
            return _Reading(index, last + 2, "DATE", calendar.interval(norm, self.norm(last + 1)), "years", 0.9)
        return _Reading(index, last, "DATE", norm, "year", 0.93 if certain else 0.85)

    def clock(self, index: int) -> _Reading | None:
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

    def clock_value(self, first: int, last: int, hour: int, minute: int, half: str) -> _Reading | None:
        if half and not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "pm") if half else hour
        if hour > 23 or minute > 59:
            return None
        last += self.norm(last) in {"gmt", "utc"}
        return _Reading(first, last, "TIME", f"T{hour:02}:{minute:02}", "clock", 0.9)

    def night(self, index: int) -> _Reading:
        norm = self.norm(index)
        if norm == "tonight":
            value = f"{self.published.isoformat()}TNI" if self.published else None
            return _Reading(index, index + 1, "TIME", value, "part-of-day")
        unsure = ("which day is not said",)
        return _Reading(index, index + 1, "TIME", None, "part-of-day", 0.7, unsure)

    def set_of_times(self, index: int) -> _Reading | None:
        value = _SETS[self.norm(index)]
        return _Reading(index, index + 1, "SET", value, "set", 0.8)

    def every(self, index: int) -> _Reading | None:
        """``every day``, ``each week``, ``every two months``, ``every Friday``."""
        after = index + 1
        number = read_number(self.tokens, after) if after < self.total and self.norm(index) == "every" else None
        after = number.last if number else after
        norm = self.norm(after)
        if norm in _WEEKDAYS and number is None:
            return _Reading(index, after + 1, "SET", "P1W", "set", 0.85)
        if norm == "annum":
            return _Reading(index, after + 1, "SET", "P1Y", "set", 0.85)
        unit = _UNITS.get(norm)
        if unit is None or unit == "second":
            return None
        return _Reading(index, after + 1, "SET", self.length(number.value if number else 1, unit), "set", 0.85)

    # -- direction ----------------------------------------------------------------------------------------------------

    def direction(self, first: int, last: int) -> Direction:
        """Where the clause looks: 1 if what governs the expression is to come, -1 if it is past, 0 if nothing tells."""
        infinitive = False
        if self.norm(first - 1) in {"until", "till", "by"} or (
            self.norm(first - 1) == "to" and self.norm(first - 2) == "up"
        ):
            return 1
        for index in range(first - 1, max(first - 22, -1), -1):
            norm = self.tokens[index].norm
            if norm in {".", "!", "?", ";", ":", "“", "”", '"'}:
                break
            if norm in _COMING and not (norm in {"from", "until"} and index < first - 2):
                return 1
            if norm == "to" and self.norm(index - 1) in {"is", "are", "set", "going", "about"}:
                return 1
            verb = VERBS.get(norm)
            if verb is None:
                continue
            if "b" in verb.forms and self.norm(index - 1) == "to":
                if self.norm(index - 2) in _PROSPECTS:
                    return 1
                infinitive = True
            elif "d" in verb.forms and "b" not in verb.forms and not self.is_modifier(index):
                return 1 if infinitive and verb.lemma in _PROSPECTIVE else -1
        for index in range(last, min(last + 25, self.total)):
            norm = self.tokens[index].norm
            if norm in {".", "!", "?", ";"}:
                break
            if norm in {"will", "shall", "due", "scheduled", "would"} or (
                norm == "to" and self.norm(index - 1) in {"is", "are", "set"}
            ):
                return 1
            verb = VERBS.get(norm)
            if verb and "d" in verb.forms and "b" not in verb.forms and not self.is_modifier(index):
                return -1
        return 0

    def is_modifier(self, index: int) -> bool:
        """Whether a past form is a participle: before its noun ("the proposed talks") or still to come ("to be held")."""
        before = self.norm(index - 1)
        return before in _BEFORE_MODIFIER or before in PREPOSITIONS or before in ADJECTIVES


_BEFORE_MODIFIER = frozenset("the a an its their his her our any some no more less very only be being".split())
_PROSPECTS = frozenset(
    "decision plan offer pledge promise invitation refusal proposal agreement intention willingness deal threat ready willing "
    "prepared likely unlikely able yet date deadline".split()
)
_PROSPECTIVE = frozenset(
    "agree plan expect invite ask urge want decide hope pledge vow prepare promise offer intend schedule need request demand "
    "order tell call persuade press propose arrange choose opt threaten refuse".split()
)
