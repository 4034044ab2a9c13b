"""Dates, parts of days, durations and sets in Arabic reports.

The reader tries, at each word that can begin an expression of time, every rule that word can begin, and keeps the
longest reading. Each rule looks a bounded number of tokens ahead, so the whole is linear in the text's length.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.arabic import numbers, tense
from taqrib.reading.arabic.timewords import (
    DAYS,
    DECADES,
    EDGES,
    MODIFIERS,
    MONTHS,
    NIGHTS,
    PARTS,
    SEASONS,
    SETS,
    UNITS,
    VAGUE,
    weekday_of,
    words,
)
from taqrib.reading.arabic.words import behind, start_behind
from taqrib.reading.findings import Time

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.reading.calendar import Direction
    from taqrib.reading.document import Document, Token
    from taqrib.reading.findings import TimeType

_NOT_TODAY, _NOT_YESTERDAY = words("not_today"), words("not_yesterday")
_HEADS = words("day_heads")
_THIS = words("this")
_BETWEEN = words("between")
_GENERAL_HEADS = words("general_heads")
_YEAR_PREPOSITIONS, _AFTER_YEAR = words("year_prepositions"), words("after_year")
_GREGORIAN, _HIJRI = words("gregorian_marks"), words("hijri_marks")
_NAME_HEADS, _ANAPHORIC = words("name_heads"), words("anaphoric_modifiers")
_ADVERBS = words("adverb_parts")
_ARTICLE = ("ال", "لل")
_DASHES = frozenset("-–—/")
_STOPS = frozenset(".،,؛:!؟?()»”\"…") | {".."}


@dataclass(slots=True)
class _Found:
    """An expression: tokens ``first:last``, the raw offset of its first letter, what it is and what it rests on."""

    first: int
    last: int
    start: int
    type: TimeType
    value: str | None
    rule: str
    certainty: float = 0.95
    unsure: tuple[str, ...] = ()
    cue: int | None = None


class _YearPart(NamedTuple):
    """What follows a month: a year, or a modifier (-1 last, 0 this, 1 next) of the month or of the year."""

    last: int
    year: int | None = None
    hijri: bool = False
    modifier: int | None = None
    of_year: bool = False


def times(document: Document) -> list[Time]:
    """Every expression of time in the document, in order; see :meth:`taqrib.reading.pack.LanguagePack.times`."""
    return _Reader(document).read()


class _Reader:
    """One pass over a document's tokens."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.published = document.published
        self._sentence = 0

    def read(self) -> list[Time]:
        found: list[Time] = []
        index, count = 0, len(self.tokens)
        while index < count:
            rules = _rules(self.tokens[index].norm)
            if not rules:
                index += 1
                continue
            best: list[_Found] = []
            for rule in rules:
                readings = rule(self, index)
                if readings and (not best or readings[-1].last > best[-1].last):
                    best = readings
            found.extend(map(self._time, best))
            index = best[-1].last if best else index + 1
        return found

    def _time(self, found: _Found) -> Time:
        span = (found.start, self.tokens[found.last - 1].end)
        rests_on = (span,)
        if found.cue is not None:
            cue = self.tokens[found.cue]
            rests_on = (span, (cue.start, cue.end))
        return Time(
            span=span,
            type=found.type,
            value=found.value,
            certainty=found.certainty,
            rule=found.rule,
            rests_on=rests_on,
            unsure=found.unsure,
        )

    # What stands at an index.

    def _norm(self, index: int) -> str:
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def _weekday(self, index: int) -> tuple[int, str] | None:
        """The weekday at ``index`` and its clitics; only with its article."""
        match = weekday_of(self._norm(index))
        return (match.value, match.clitics) if match is not None else None

    def _modifier(self, index: int) -> tuple[int, int] | None:
        """The modifier at ``index`` (-2 to 2) and the token past it."""
        match = MODIFIERS.find(self.tokens, index)
        return (match.value, match.last) if match is not None and not match.clitics else None

    def _year_number(self, index: int) -> tuple[int, int, bool] | None:
        """The four digits of a year at ``index``, the token past them and their mark, whether Hijri."""
        norm = self._norm(index)
        if len(norm) != 4 or not norm.isdigit() or not 1000 <= int(norm) <= 2199:
            return None
        mark = self._norm(index + 1)
        if mark in _HIJRI and int(norm) < 1600:
            return int(norm), index + 2, True
        return int(norm), index + 1 + (mark in _GREGORIAN), False

    def _direction(self, first: int, last: int) -> tuple[Direction, int | None]:
        sentences = self.document.sentences
        while self._sentence < len(sentences) - 1 and sentences[self._sentence].last <= first:
            self._sentence += 1
        while self._sentence > 0 and sentences[self._sentence].first > first:
            self._sentence -= 1
        if not sentences:
            return 0, None
        sentence = sentences[self._sentence]
        return tense.direction(self.tokens, first, last, sentence.first, sentence.last)

    # Days.

    def _day(self, index: int) -> list[_Found] | None:
        """«أمس (الاثنين)», «يوم الأربعاء المقبل (12 أغسطس)», «الجمعة أمس»."""
        tokens = self.tokens
        head = UNITS.find(tokens[index].norm)
        start, at, dual = None, index, False
        if tokens[index].norm in {"هذا"}:
            at += 1
            start = tokens[index].start
        elif head is not None and head.form in _HEADS and not head.clitics.endswith(_ARTICLE):
            at += 1
            start, dual = start_behind(tokens[index], head.clitics), head.form == "يومي"
        elif head is None and tokens[index].norm in {"نهار", "ونهار"}:
            at += 1
            start = tokens[index].end - 4
        relative = DAYS.find(tokens, at)
        if relative is not None and self._is_relative(at, relative.clitics, relative.last, relative.value):
            begins = start if start is not None else start_behind(tokens[at], relative.clitics)
            return self._relative_day(index, begins, relative.last, relative.value)
        if tokens[index].norm == "هذا":
            return None
        weekday = self._weekday(at)
        if weekday is not None:
            if start is None and self._is_name(at):
                return None
            begins = start if start is not None else start_behind(tokens[at], weekday[1])
            return self._week_day(index, begins, at, weekday[0], dual=dual)
        if start is not None:
            dated = self._day_of_month(at) or self._numeric(at)
            if dated:
                dated[0].start, dated[0].first = start, index
                return dated
        return None

    def _is_name(self, index: int) -> bool:
        before = self._norm(index - 1)
        if before == "«" and self._norm(index + 1) == "»":
            before = self._norm(index - 2)
            return True
        return before in _NAME_HEADS or (before in {"بين", "هذين"} and not self._norm(index + 1).startswith("وال"))

    def _is_relative(self, index: int, clitics: str, last: int, offset: int) -> bool:
        """Whether «اليوم», «أمس», «غدا» here are counted from the day of publication."""
        following = self._norm(last)
        if clitics.endswith(_ARTICLE) or self._is_name(index):
            return False
        if offset == 0 or self.tokens[index].norm.endswith("الغد"):
            return following not in _NOT_TODAY and following != "ال"
        if offset == -1:
            return following not in _NOT_YESTERDAY
        if offset == 1 and self.tokens[index].norm.endswith("غدا") and last == index + 1:
            # «غدا» without its tanwin may be "became": then a predicate follows.
            return "\u064b" in self.tokens[index].text or not (following.endswith("ا") and following[:2] != "ال")
        return True

    def _relative_day(self, first: int, start: int, last: int, offset: int) -> list[_Found]:
        day = calendar.shifted(self.published, offset) if self.published else None
        found = _Found(first, last, start, "DATE", day.isoformat() if day else None, "relative-day", 0.97)
        weekday, end = self._attached_weekday(last)
        if weekday is not None:
            found.last, found.rule = end, "relative-day-weekday"
            if day is not None and day.weekday() != weekday:
                found.unsure, found.certainty = (_conflict(weekday, day),), 0.6
        dated = self._attached_date(found.last)
        if dated is not None:
            return [self._agreeing(found, dated, day)]
        return [self._with_part(found)]

    def _agreeing(self, found: _Found, dated: _Found, day: date | None) -> _Found:
        """A day named twice: the written date counts."""
        found.last = dated.last
        found.unsure += dated.unsure
        if dated.value is not None:
            if day is not None and dated.value != day.isoformat():
                found.unsure += (f"the date says {dated.value}, the words from the publication day {day.isoformat()}",)
                found.certainty = 0.6
            found.value = dated.value
        found.rule += "-date"
        return self._with_part(found)

    def _opened(self, index: int) -> tuple[int, str | None]:
        """Past an opening bracket or a comma: where an apposition may stand, and what must close it."""
        norm = self._norm(index)
        if norm == "(":
            return index + 1, ")"
        return (index + 1, ",") if norm in {"،", ","} else (index, None)

    def _closed(self, index: int, closer: str | None) -> int | None:
        """Past the closing mark, ``None`` if it is missing; an apposition's comma stays outside."""
        norm = self._norm(index)
        if closer == ")":
            return index + 1 if norm == ")" else None
        if closer == ",":
            return index if norm in _STOPS or not norm else None
        return index

    def _attached_weekday(self, index: int) -> tuple[int | None, int]:
        """A weekday in apposition: «أمس الاثنين», «أمس (الاثنين)», «أمس، الاثنين،»."""
        at, closer = self._opened(index)
        if self._norm(at) == "يوم":
            at += 1
        weekday = self._weekday(at)
        if weekday is None or weekday[1] != "ال":
            return None, index
        end = self._closed(at + 1, closer)
        return (weekday[0], end) if end is not None else (None, index)

    def _attached_date(self, index: int) -> _Found | None:
        """A written date in apposition: «الأربعاء (12 أغسطس)», «الثلاثاء 9 يوليو», «الأحد الموافق 12 يوليو»."""
        at, closer = self._opened(index)
        if self._norm(at) in {"الموافق", "الموافقه"}:
            at += 1
        dated = self._day_of_month(at) or self._numeric(at)
        if not dated:
            return None
        end = self._closed(dated[0].last, closer if closer == ")" else None)
        return replace(dated[0], last=end) if end is not None else None

    def _week_day(self, first: int, start: int, at: int, weekday: int, *, dual: bool) -> list[_Found]:
        last = at + 1
        second: int | None = None
        if dual:
            other = weekday_of(self._norm(last))
            if other is not None and other.clitics == "وال" and (other.value - weekday) % 7 == 1:
                second, last = other.value, last + 1
        modifier = self._modifier(last)
        direction: Direction = 0
        cue: int | None = None
        if modifier is not None:
            last = modifier[1]
            direction = -1 if modifier[0] < 0 else 1
        relative = None
        if modifier is None and second is None:
            opening, closer = self._opened(last)
            if closer != ",":
                relative = DAYS.find(self.tokens, opening)
                end = self._closed(relative.last, closer) if relative is not None and not relative.clitics else None
                if relative is not None and end is not None and self._is_relative(opening, "", relative.last, relative.value):
                    return self._weekday_relative(first, start, end, weekday, relative.value)
            direction, cue = self._direction(first, last)
        strict = modifier is not None
        day = self._resolved_weekday(weekday if second is None or direction > 0 else second, direction, strict=strict)
        if modifier is not None and day is not None and modifier[0] == -2:
            day = calendar.shifted(day, -7)
        if modifier is not None and modifier[0] == 0 and self.published:
            day = calendar.weekday_date(self.published, weekday, 0)
        value = day.isoformat() if day else None
        if second is not None and day is not None:
            other_day = calendar.shifted(day, 1 if direction > 0 else -1)
            value = _days(*((day, other_day) if direction > 0 else (other_day, day)))
        sure = 0.93 if modifier is not None else 0.85
        found = _Found(first, last, start, "DATE", value, "weekday", sure, cue=cue)
        dated = self._attached_date(last) if second is None else None
        if dated is not None:
            found.last, found.unsure, found.rule, found.certainty = dated.last, dated.unsure, "weekday-date", 0.95
            found.value = dated.value
            if dated.value is not None and _weekday_of(dated.value) not in {None, weekday}:
                found.unsure += (f"{dated.value} is no {_DAY_NAMES[weekday]}",)
                found.certainty = 0.6
        return [self._with_part(found)]

    def _weekday_relative(self, first: int, start: int, last: int, weekday: int, offset: int) -> list[_Found]:
        """«الجمعة أمس»: the relative word counts, the weekday checks it."""
        day = calendar.shifted(self.published, offset) if self.published else None
        found = _Found(first, last, start, "DATE", day.isoformat() if day else None, "weekday-relative-day")
        if day is not None and day.weekday() != weekday:
            found.unsure, found.certainty = (_conflict(weekday, day),), 0.6
        return [self._with_part(found)]

    def _resolved_weekday(self, weekday: int, direction: Direction, *, strict: bool) -> date | None:
        if self.published is None:
            return None
        return calendar.weekday_date(self.published, weekday, direction, other_day=strict)

    def _with_part(self, found: _Found) -> _Found:
        """A part of the day said behind it: «الثلاثاء صباحا»."""
        if self._norm(found.last) in _ADVERBS and self._norm(found.last + 1) not in _ADVERBS:
            found.last += 1
            found.type = "TIME"
        return found

    def _night(self, index: int) -> list[_Found] | None:
        match = NIGHTS.find(self.tokens, index)
        if match is None or match.clitics.endswith(_ARTICLE):
            return None
        value = calendar.shifted_value(self.published, match.value) if self.published else None
        start = start_behind(self.tokens[index], match.clitics)
        return [_Found(index, match.last, start, "TIME", value, "relative-night", 0.9)]

    def _part(self, index: int) -> list[_Found] | None:
        """«مساء أول من أمس الخميس», «فجر الأحد», «منتصف ليل أمس»."""
        match = PARTS.find(self.tokens, index)
        if match is None or match.clitics.endswith("لل"):
            return None
        at = match.last
        for _ in range(3):  # «مساء فجر أمس» happens
            again = PARTS.find(self.tokens, at)
            if again is None or again.clitics:
                break
            at = again.last
        if self._norm(at) == "من":
            at += 1
        if at >= len(self.tokens):
            return None
        found = self._day(at) or self._day_of_month(at)
        if not found or found[0].first != at or found[0].start != self.tokens[at].start:
            return None
        found[0].first, found[0].start = index, start_behind(self.tokens[index], match.clitics)
        found[0].type, found[0].rule = "TIME", "part-of-" + found[0].rule
        return found

    # Days of a month, months, years.

    def _day_number(self, index: int) -> tuple[int, int, int] | None:
        """A day of the month, the token past it and where it starts: «12», «الـ 20», «السابع عشر»."""
        norm = self._norm(index)
        if not norm:
            return None
        if norm[0].isdigit():
            return (int(norm), index + 1, self.tokens[index].start) if _is_day_number(norm) else None
        if norm in {"ال", "وال", "لل", "بال"} and _is_day_number(self._norm(index + 1)):
            return int(self._norm(index + 1)), index + 2, start_behind(self.tokens[index], norm)
        ordinal = numbers.ordinal_at(self.tokens, index)
        if ordinal is None or not ordinal.clitics.endswith(_ARTICLE) or ordinal.value > 31:
            return None
        return ordinal.value, ordinal.last, start_behind(self.tokens[index], ordinal.clitics)

    def _day_of_month(self, index: int) -> list[_Found] | None:
        """«السابع من أكتوبر», «25 من يوليو الماضي», «12 و13 آب», «الـ 20 من الشهر الجاري»."""
        day = self._day_number(index)
        if day is None:
            return None
        number, at, start = day
        second, joint, second_at = None, "", at
        link = self._norm(at)
        if link in _DASHES or link in {"و", "او", "الي", "حتي"}:
            other = self._day_number(at + 1)
            if other is not None:
                second, joint, second_at, at = other[0], link, at + 1, other[1]
        month_at = at + 1 if self._norm(at) == "من" else at
        found = self._in_month(index, month_at, number, second)
        if found is None:
            return None
        value, last, unsure, cue, second_value = found
        made = _Found(index, last, start, "DATE", value, "day-month", 0.95, unsure, cue)
        if second is None:
            return [made]
        between = self._norm(index - 1) in {"بين", "وبين"}
        if joint == "او" or (joint == "و" and second != number + 1 and not between):
            made.last = second_at - 1
            other_start = self.tokens[second_at].start
            return [made, _Found(second_at, last, other_start, "DATE", second_value, "day-month", 0.9, unsure, cue)]
        made.value, made.rule = calendar.interval(value, second_value), "days-of-month"
        return [made]

    def _in_month(
        self, first: int, index: int, day: int, second: int | None
    ) -> tuple[str | None, int, tuple[str, ...], int | None, str | None] | None:
        """The month behind a day's number: value, token past it, what is unsure, the cue, the second day's value."""
        at = index + 1 if self._norm(index) == "شهر" else index
        month = MONTHS.find(self.tokens, at)
        if month is not None and not month.clitics:
            part = self._year_part(self._second_name(month.last, month.value.number))
            direction, cue = self._which_way(first, part)
            values = [
                self._dated(day_, month.value.number, part, direction, hijri=month.value.hijri)
                for day_ in (day, second)
                if day_ is not None
            ]
            unsure: tuple[str, ...] = ()
            if values[0] is None and self.published is not None:
                unsure = ("the calendar has no such day",)
            return values[0], part.last, unsure, cue, values[-1]
        this = self._norm(index) in _THIS
        unit = UNITS.find(self._norm(index + this))
        if unit is None or unit.value.name != "month" or unit.clitics != "ال" or unit.value.count != 1:
            return None
        modifier = (0, index + 2) if this else self._modifier(index + 1)
        if modifier is None:
            return None
        values = [self._in_relative_month(day_, modifier[0]) for day_ in (day, second) if day_ is not None]
        return values[0], modifier[1], (), None, values[-1]

    def _in_relative_month(self, day: int, offset: int) -> str | None:
        return calendar.day_value(*calendar.moved_month(self.published, offset), day) if self.published else None

    def _second_name(self, index: int, number: int) -> int:
        """Past a month's other name: «(تموز)», «/نيسان», «- آب»."""
        opened = self._norm(index) == "("
        at = index + 1 if opened or self._norm(index) in _DASHES else index
        other = MONTHS.find(self.tokens, at)
        if other is None or other.clitics or other.value.hijri or other.value.number != number:
            return index
        if not opened:
            return other.last
        return other.last + 1 if self._norm(other.last) == ")" else index

    def _year_part(self, index: int) -> _YearPart:
        """What follows a month: «2013», «من عام 2013», «الماضي», «من العام الماضي», «هذا العام»."""
        at = index
        if self._norm(at) in {"من", "،", ","}:
            at += 1
        year_word = UNITS.find(self._norm(at))
        this = self._norm(at) in _THIS
        if this:
            year_word = UNITS.find(self._norm(at + 1))
        is_year = year_word is not None and year_word.value.name == "year" and year_word.value.count == 1
        if is_year:
            if this:
                return _YearPart(at + 2, modifier=0, of_year=True)
            year = self._year_number(at + 1)
            if year is not None:
                return _YearPart(year[1], year[0], year[2])
            modifier = self._modifier(at + 1)
            if modifier is not None and year_word is not None and year_word.clitics == "ال":
                return _YearPart(modifier[1], modifier=modifier[0], of_year=True)
            return _YearPart(index)
        if self._norm(at - 1) == "من" and at > index:
            return _YearPart(index)
        year = self._year_number(at)
        if year is not None:
            return _YearPart(year[1], year[0], year[2])
        if at > index:
            return _YearPart(index)
        modifier = self._modifier(at)
        if modifier is not None and not (self._norm(at) in _THIS):
            return _YearPart(modifier[1], modifier=modifier[0])
        return _YearPart(index)

    def _which_way(self, first: int, part: _YearPart) -> tuple[Direction, int | None]:
        if part.year is not None:
            return 0, None
        if part.modifier is not None:
            return (-1 if part.modifier < 0 else 1 if part.modifier > 0 else 0), None
        return self._direction(first, part.last)

    def _dated(self, day: int | None, month: int, part: _YearPart, direction: Direction, *, hijri: bool) -> str | None:
        """The value of a day or month with the year the text gives or implies."""
        year = part.year
        if hijri:
            if year is None and self.published is not None:
                year = calendar.hijri_year_of(self.published, month, day, direction)
            return calendar.from_hijri(year, month, day) if year is not None else None
        if year is None:
            if self.published is None:
                return None
            if part.modifier is None:
                year = calendar.year_of(self.published, month, day, direction)
            elif part.of_year:
                year = self.published.year + part.modifier
            elif part.modifier == 0:
                year = self.published.year
            else:
                year = calendar.year_of(self.published, month, day, direction)
                if day is None and (year, month) == (self.published.year, self.published.month):
                    year += direction  # «يوليو الماضي», read in July
                year += {-2: -1, 2: 1}.get(part.modifier, 0)
        return calendar.month_value(year, month) if day is None else calendar.day_value(year, month, day)

    def _month(self, index: int) -> list[_Found] | None:
        """«يوليو (تموز) الماضي», «شهر رمضان», «ديسمبر (كانون الأول) 2013»."""
        at, start = index, None
        head = UNITS.find(self.tokens[index].norm)
        if head is not None:
            if head.value.name != "month" or head.clitics.endswith(_ARTICLE) or head.form not in {"شهر", "شهري"}:
                return None
            at, start = index + 1, start_behind(self.tokens[index], head.clitics)
        month = MONTHS.find(self.tokens, at)
        if month is None or (month.clitics and (start is not None or month.clitics.endswith(_ARTICLE))):
            return None
        named_twice = self._second_name(month.last, month.value.number)
        part = self._year_part(named_twice)
        if month.value.doubtful and start is None and part.last == month.last and not self._is_month(at):
            return None
        direction, cue = self._which_way(index, part)
        value = self._dated(None, month.value.number, part, direction, hijri=month.value.hijri)
        sure = 0.95 if part.last > named_twice else 0.85
        begins = start if start is not None else start_behind(self.tokens[at], month.clitics)
        return [_Found(index, part.last, begins, "DATE", value, "month", sure, cue=cue)]

    def _is_month(self, index: int) -> bool:
        """Whether a name that is also a word is a month here: «آب» with its madda, «في مارس»."""
        token = self.tokens[index]
        if token.norm.endswith("اب"):
            return "آ" in token.text
        return self._norm(index - 1) in {"في", "منذ", "حتي", "بحلول", "خلال", "مطلع", "نهايه", "اواخر", "اوايل", "منتصف"}

    def _numeric(self, index: int) -> list[_Found] | None:
        """«24/07/2025», «2015-7-24», «24.07.2025»."""
        if index >= len(self.tokens):
            return None
        token = self.tokens[index]
        if token.norm.count(".") == 2:
            parts, last = token.norm.split("."), index + 1
        elif self._norm(index + 1) in _DASHES and self._norm(index + 3) == self._norm(index + 1):
            parts, last = [self._norm(at) for at in (index, index + 2, index + 4)], index + 5
        else:
            return None
        if not all(part.isdigit() and part.isascii() and len(part) <= 4 for part in parts):
            return None
        if len(parts[0]) == 4:
            parts.reverse()
        if len(parts[2]) != 4 or not 1 <= len(parts[0]) <= 2:
            return None
        day, month, year = map(int, parts)
        mark = self._norm(last)
        if year < 1600 and (mark in _HIJRI or year >= 1300):
            value = calendar.from_hijri(year, month, day)
            last += mark in _HIJRI
        else:
            value = calendar.day_value(year, month, day) or calendar.day_value(year, day, month)
            last += mark in _GREGORIAN
        if value is None:
            return None
        return [_Found(index, last, token.start, "DATE", value, "numeric-date")]

    def _dateline(self, index: int) -> list[_Found] | None:
        """«15 - 7 (» in the line that opens a wire report."""
        if index > 6 or self._norm(index + 1) not in _DASHES or self._norm(index + 3) != "(":
            return None
        day, month = self._norm(index), self._norm(index + 2)
        if not (_is_day_number(day) and _is_day_number(month) and int(month) <= 12):
            return None
        value = self._dated(int(day), int(month), _YearPart(index + 3), 0, hijri=False)
        return [_Found(index, index + 3, self.tokens[index].start, "DATE", value, "dateline", 0.85)]

    def _year(self, index: int) -> list[_Found] | None:
        """«عام 2015», «عامي 2013 و2014», «1436هـ», «منذ 2011»."""
        head = UNITS.find(self.tokens[index].norm)
        if head is not None and head.value.name == "year" and head.form in {"عام", "سنه", "عامي", "سنتي"}:
            year = self._year_number(index + 1)
            start = start_behind(self.tokens[index], head.clitics)
            if year is None:
                short = self._norm(index + 1)
                if len(short) == 2 and short.isdigit() and head.value.count == 1 and int(short) >= 40:
                    return [_Found(index, index + 2, start, "DATE", f"19{short}", "short-year", 0.7)]
                return None
            return [self._years(index, start, year, pair=head.value.count == 2)]
        year = self._year_number(index)
        if year is None:
            return None
        token, before = self.tokens[index], self._norm(index - 1)
        if year[2]:
            return [self._years(index, token.start, year, pair=False)]
        if not 1800 <= year[0] <= 2100 or not self._is_year(index, year[1], before):
            return None
        found = self._years(index, token.start, year, pair=False)
        found.certainty, found.rule = 0.85, "bare-year"
        return [found]

    def _is_year(self, index: int, last: int, before: str) -> bool:
        if last > index + 1:
            return True
        if before not in _YEAR_PREPOSITIONS and before[1:] not in _YEAR_PREPOSITIONS:
            return False
        following = self._norm(last)
        return (
            not following
            or not following[0].isalnum()
            or following.startswith(("ال", "وال", "و", "بال"))
            or following in _AFTER_YEAR
            or tense.way(following) != 0
        )

    def _years(self, first: int, start: int, year: tuple[int, int, bool], *, pair: bool) -> _Found:
        number, last, hijri = year
        value = calendar.from_hijri(number) if hijri else calendar.year_value(number)
        link = self._norm(last)
        if link in _DASHES or (pair and link in {"و", "الي"}):
            other = self._year_number(last + 1)
            if other is not None and other[0] > number:
                return _Found(first, other[1], start, "DATE", calendar.interval(value, str(other[0])), "years", 0.9)
        if not hijri and link == "(" and self._year_number(last + 1) is not None:  # «1436 (2015)»
            return _Found(first, last, start, "DATE", value, "year", 0.95)
        return _Found(first, last, start, "DATE", value, "year", 0.95)

    # Periods.

    def _period(self, index: int) -> list[_Found] | None:
        """«الأسبوع الماضي», «هذا العام», «الأيام القليلة المقبلة», «الأشهر الستة الماضية»."""
        tokens = self.tokens
        this = tokens[index].norm.removeprefix("و") in _THIS or tokens[index].norm in _THIS
        at = index + 1 if this else index
        unit = UNITS.find(self._norm(at))
        if unit is None or not unit.clitics.endswith(_ARTICLE):
            return None
        name, count = unit.value.name, unit.value.count
        if name in {"second", "minute"} or unit.value.ambiguous and name not in {"decade", "century"}:
            return None
        if name == "year" and unit.form == "عام" and not this and self._norm(at - 1) in _GENERAL_HEADS:
            return None
        last, amount = at + 1, float(count)
        if count == 0:
            number = self._number_behind(last)
            if number is not None:
                amount, last = number
        if self._norm(last) in _BETWEEN:
            last += 1
        modifier = self._modifier(last)
        if this and modifier is None:
            offset = 0
        elif modifier is None:
            return None
        else:
            offset, last = modifier
        start = tokens[index].start if this else start_behind(tokens[at], unit.clitics)
        if this and tokens[index].norm not in _THIS:
            start = behind(tokens[index], 1)
        if count == 0 and amount == 0:
            return [_Found(index, last, start, "DATE", None, "vague-period", 0.85)]
        if count != 1:
            length = calendar.duration(amount, "day" if name == "night" else name)
            return [_Found(index, last, start, "DURATION", length, "counted-period", 0.9)]
        if name in {"hour", "night", "day"}:
            return None
        value = self._period_value(name, offset) if not self._is_anaphoric(last - 1) else None
        found = _Found(index, last, start, "DATE", value, "period", 0.95 if value else 0.75)
        if name == "year":
            year = self._year_number(last)
            if year is not None:
                found.last, found.value = year[1], calendar.year_value(year[0])
        return [found]

    def _is_anaphoric(self, index: int) -> bool:
        return self._norm(index) in _ANAPHORIC

    def _number_behind(self, index: int) -> tuple[float, int] | None:
        """The number behind a definite plural: «الستة», «الـ24»."""
        if self._norm(index) == "ال":
            digits = numbers.number_at(self.tokens, index + 1)
            return (digits.value, digits.last) if digits is not None and digits.value is not None else None
        number = numbers.number_at(self.tokens, index)
        if number is None or number.value is None or not number.clitics.endswith("ال"):
            return None
        return number.value, number.last

    def _period_value(self, name: str, offset: int) -> str | None:
        of = self.published
        if of is None:
            return None
        if name == "week":
            return calendar.week_value(of, offset, starts=calendar.SUNDAY)
        if name == "month":
            return calendar.month_value(*calendar.moved_month(of, offset))
        if name == "year":
            return calendar.year_value(of.year + offset)
        if name == "century":
            first = (of.year // 100 + offset) * 100
            return calendar.interval(calendar.year_value(first), calendar.year_value(first + 99))
        return None  # «العقد الماضي» may be the last ten years or the decade before

    def _edge(self, index: int) -> list[_Found] | None:
        """«أواخر العام قبل الماضي», «منتصف يوليو», «نهاية العام»."""
        match = EDGES.find(self.tokens[index].norm)
        if match is None or match.clitics.endswith(_ARTICLE) or match.clitics == "س":
            return None
        at = index + 1
        if self._norm(at) == "من":
            at += 1
        if at >= len(self.tokens):
            return None
        found = None
        rules = (_Reader._period, _Reader._month, _Reader._year, _Reader._decade, _Reader._season, _Reader._day_of_month)
        headed = self._norm(at) in {"يوم", "نهار"}
        for rule in (*rules, _Reader._day) if headed else rules:
            reading = rule(self, at)
            if reading and (found is None or reading[0].last > found[0].last):
                found = reading
        start = start_behind(self.tokens[index], match.clitics)
        if not found:
            return self._bare_edge(index, at, start)
        found[0].first, found[0].start, found[0].rule = index, start, "edge-of-" + found[0].rule
        return found if found[0].type == "DATE" else None

    def _bare_edge(self, index: int, at: int, start: int) -> list[_Found] | None:
        unit = UNITS.find(self._norm(at))
        year = self._year_number(at)
        if year is not None and self._is_year(at, year[1], "في"):
            return [_Found(index, year[1], start, "DATE", calendar.year_value(year[0]), "edge-of-year", 0.9)]
        if unit is None or unit.clitics != "ال" or unit.value.count != 1 or unit.value.name not in {"week", "month", "year"}:
            return None
        value = self._period_value(unit.value.name, 0)
        return [_Found(index, at + 1, start, "DATE", value, "edge-of-this-period", 0.75)]

    def _season(self, index: int) -> list[_Found] | None:
        """«ربيع 2014», «صيف العام الماضي», «الصيف المقبل»."""
        match = SEASONS.find(self.tokens[index].norm)
        if match is None:
            return None
        start = start_behind(self.tokens[index], match.clitics)
        if match.clitics.endswith(_ARTICLE):
            modifier = self._modifier(index + 1)
            if modifier is None:
                return None
            return [_Found(index, modifier[1], start, "DATE", self._season_near(match.value, modifier[0]), "season", 0.85)]
        part = self._year_part(index + 1)
        if part.last == index + 1 or (part.modifier is not None and not part.of_year):
            return None
        year = part.year
        if year is None and self.published is not None and part.modifier is not None:
            year = self.published.year + part.modifier
        value = calendar.season_value(year, match.value) if year is not None else None
        return [_Found(index, part.last, start, "DATE", value, "season", 0.9)]

    def _season_near(self, season: int, offset: int) -> str | None:
        of = self.published
        if of is None or season == 4:  # a winter lies in two years
            return None
        ended, begun = of.month > 3 * season + 2, of.month >= 3 * season
        if offset < 0:
            return calendar.season_value(of.year - (not ended) + offset + 1, season)
        if offset > 0:
            return calendar.season_value(of.year + begun + offset - 1, season)
        return calendar.season_value(of.year, season)

    def _decade(self, index: int) -> list[_Found] | None:
        """«التسعينيات», «ثمانينات القرن الماضي»."""
        match = DECADES.find(self.tokens[index].norm)
        if match is None:
            return None
        last = index + 1
        at = last + 1 if self._norm(last) == "من" else last
        if self._norm(at) == "القرن":
            modifier = self._modifier(at + 1)
            if modifier is not None and modifier[0] == -1:
                last = modifier[1]
            elif self._norm(at + 1) == "العشرين":
                last = at + 2
        if last == index + 1 and (not match.clitics.endswith("ال") or match.value < 50):
            return None  # «في عشرينياته»: an age
        value = calendar.decade_value(1900 + match.value)
        return [_Found(index, last, start_behind(self.tokens[index], match.clitics), "DATE", value, "decade", 0.85)]

    def _quarter(self, index: int) -> list[_Found] | None:
        """«الربع الأول من العام الجاري», «النصف الثاني من 2015»."""
        norm = self.tokens[index].norm
        kind = next((kind for kind in ("الربع", "النصف", "الفصل", "الثلث") if norm.endswith(kind)), None)
        if kind is None or len(norm) > len(kind) + 2:
            return None
        ordinal = numbers.ordinal_at(self.tokens, index + 1)
        final = self._norm(index + 1) in {"الاخير", "الاخيره"}
        if (ordinal is None or ordinal.clitics != "ال") and not final:
            return None
        at = (index + 2 if final else ordinal.last) if ordinal is not None or final else index
        if self._norm(at) != "من":
            return None
        at += 1
        if at >= len(self.tokens):
            return None
        found = self._period(at) or self._year(at) or self._month(at)
        if not found:
            year = self._year_number(at)
            bare = self._bare_edge(index, at, self.tokens[index].start)
            if year is None and not bare:
                return None
            found = bare or [_Found(at, year[1], 0, "DATE", calendar.year_value(year[0]), "year")] if year else bare
        if not found or found[0].type != "DATE":
            return None
        made = found[0]
        number = 0 if final or ordinal is None else ordinal.value
        if made.value is not None and len(made.value) == 4:
            parts = {"النصف": 2}.get(kind, 4)
            number = number or parts
            make = calendar.half_value if parts == 2 else calendar.quarter_value
            made.value = make(int(made.value), number) if kind != "الثلث" else made.value
        made.first, made.start, made.rule = index, start_behind(self.tokens[index], norm[: -len(kind)]), "part-of-period"
        return [made]

    # Lengths, sets, hours, vague words.

    def _length(self, index: int) -> list[_Found] | None:
        from taqrib.reading.arabic.durations import length_at

        found = length_at(self.tokens, index)
        if found is None:
            return None
        return [_Found(index, found.last, found.start, "DURATION", found.value, found.rule, found.certainty)]

    def _set(self, index: int) -> list[_Found] | None:
        match = SETS.find(self.tokens, index)
        if match is None or match.clitics not in {"", "و"}:
            return None
        start = start_behind(self.tokens[index], match.clitics)
        return [_Found(index, match.last, start, "SET", match.value, "set", 0.9)]

    def _vague(self, index: int) -> list[_Found] | None:
        match = VAGUE.find(self.tokens, index)
        if match is None or match.clitics.endswith(_ARTICLE):
            return None
        if self._norm(match.last) == "من" and self.tokens[index].norm.endswith("قريبا"):
            return None  # «قريبا من»: near
        last = match.last
        found = _Found(index, last, start_behind(self.tokens[index], match.clitics), "DATE", None, "vague-time", 0.7)
        if self.tokens[last - 1].norm in {"سابق", "لاحق"}:
            at = last + 1 if self._norm(last) == "من" else last
            inner = (self._period(at) or self._day(at)) if at < len(self.tokens) else None
            if inner and len(inner) == 1 and inner[0].type == "DATE":
                found.last, found.value, found.certainty = inner[0].last, inner[0].value, 0.85
        return [found]

    def _clock(self, index: int) -> list[_Found] | None:
        """«الساعة العاشرة مساء», «الساعة 10:30 من صباح الأحد»."""
        head = UNITS.find(self.tokens[index].norm)
        if head is None or head.form != "ساعه" or not head.clitics.endswith(_ARTICLE):
            return None
        start, at = start_behind(self.tokens[index], head.clitics), index + 1
        hour, minute = None, 0
        norm = self._norm(at)
        if norm[:1].isdigit():
            digits = norm.replace(",", ".").split(".")
            if self._norm(at + 1) == ":" and self._norm(at + 2).isdigit():
                digits, at = [norm, self._norm(at + 2)], at + 2
            if len(digits) > 2 or not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in digits):
                return None
            hour, minute, at = int(digits[0]), int(digits[-1]) if len(digits) == 2 else 0, at + 1
        else:
            ordinal = numbers.ordinal_at(self.tokens, at)
            if norm == "الواحده":
                hour, at = 1, at + 1
            elif ordinal is not None and ordinal.clitics == "ال":
                hour, at = ordinal.value, ordinal.last
        if hour is None or hour > 24 or minute > 59:
            return None
        minute, at = self._minutes(at, minute)
        late = None
        part = PARTS.find(self.tokens, at + 1 if self._norm(at) == "من" else at)
        day = None
        if part is not None and not part.clitics:
            late = self._norm(part.last - 1) in {"مساء", "ليلا", "ليل", "عصرا", "عصر", "ظهرا", "ظهر", "الظهر"}
            at = part.last
            inner = self._day(at) if at < len(self.tokens) else None
            if inner and inner[0].first == at:
                at, day = inner[0].last, inner[0].value
        elif self._norm(at) == "من" and at + 1 < len(self.tokens):
            inner = self._day(at + 1)
            if inner:
                at, day = inner[0].last, inner[0].value
        if late and hour < 12:
            hour += 12
        if self._norm(at) == "بتوقيت" and at + 1 < len(self.tokens):
            at += 2
        value = f"{day}T{hour % 24:02}:{minute:02}" if day and len(day) == 10 else None
        return [_Found(index, at, start, "TIME", value, "clock", 0.85)]

    def _minutes(self, at: int, minute: int) -> tuple[int, int]:
        return {
            "والنصف": (30, at + 1),
            "ونصف": (30, at + 1),
            "والربع": (15, at + 1),
            "والثلث": (20, at + 1),
        }.get(self._norm(at), (minute, at))


_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _conflict(weekday: int, day: date) -> str:
    return (
        f"the text says {_DAY_NAMES[weekday]}, but counted from the publication day it is "
        f"{_DAY_NAMES[day.weekday()]} {day.isoformat()}"
    )


def _weekday_of(value: str) -> int | None:
    return date.fromisoformat(value).weekday() if len(value) == 10 else None


def _days(first: date | None, last: date | None) -> str | None:
    return calendar.interval(first.isoformat() if first else None, last.isoformat() if last else None)


def _is_day_number(norm: str) -> bool:
    return len(norm) <= 2 and norm.isdigit() and norm.isascii() and 1 <= int(norm) <= 31


@lru_cache(maxsize=1 << 15)
def _rules(norm: str) -> tuple[Callable[[_Reader, int], list[_Found] | None], ...]:
    """The rules an expression that begins with ``norm`` may follow; most words begin none."""
    if norm[0].isdigit():
        return (_Reader._numeric, _Reader._day_of_month, _Reader._dateline, _Reader._year, _Reader._length)
    found: list[Callable[[_Reader, int], list[_Found] | None]] = []
    unit, this = UNITS.find(norm), norm in _THIS or norm[1:] in _THIS
    if unit is not None or this or norm in {"نهار", "ونهار"} or DAYS.first_words.find(norm) or weekday_of(norm):
        found.append(_Reader._day)
    if unit is not None:
        found += [_Reader._period, _Reader._year, _Reader._month, _Reader._length, _Reader._clock]
    elif this:
        found.append(_Reader._period)
    for words_, rule in (
        (NIGHTS.first_words, _Reader._night),
        (PARTS.first_words, _Reader._part),
        (MONTHS.first_words, _Reader._month),
        (EDGES, _Reader._edge),
        (SEASONS, _Reader._season),
        (DECADES, _Reader._decade),
        (SETS.first_words, _Reader._set),
        (VAGUE.first_words, _Reader._vague),
    ):
        if words_.find(norm) is not None:
            found.append(rule)
    if norm in {"ال", "وال", "لل", "بال"}:
        found += [_Reader._day_of_month, _Reader._length]
    if numbers.is_ordinal_word(norm):
        found.append(_Reader._day_of_month)
    if norm.endswith(("الربع", "النصف", "الفصل", "الثلث")):
        found.append(_Reader._quarter)
    if unit is None and numbers.may_begin_length(norm):
        found.append(_Reader._length)
    return tuple(found)
