"""What every rule of times works with: the document's tokens, the day of publication, and the expression found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.arabic.times import tense
from taqrib.reading.arabic.times.words import ANAPHORS, MODIFIERS, UNITS, weekday_of, words
from taqrib.reading.findings import Time

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction
    from taqrib.reading.document import Document
    from taqrib.reading.findings import TimeType

ARTICLE = ("ال", "لل")
DASHES = frozenset("-–—/")
RANGES = frozenset({"الي", "حتي"}) | DASHES
BETWEEN = frozenset({"بين", "وبين"})
THIS = words("this")
_SAME = words("same")
_GREGORIAN, _HIJRI = words("gregorian_marks"), words("hijri_marks")


@dataclass(slots=True)
class Found:
    """An expression of time.

    :ivar first: index of its first token.
    :ivar last: index past its last.
    :ivar start: raw offset of its first letter, behind conjunctions and prepositions.
    :ivar cue: index of the word that says past or future, if one does.
    """

    first: int
    last: int
    start: int
    type: TimeType
    value: str | None
    rule: str
    certainty: float = 0.95
    unsure: tuple[str, ...] = ()
    cue: int | None = None


class WrittenYear(NamedTuple):
    """Four digits that may be a year: the number, the token past them and their mark, whether the mark says Hijri."""

    number: int
    last: int
    hijri: bool


class Modifier(NamedTuple):
    """«الماضي», «المقبل» ...: -2 to 2 periods away, and the token past it."""

    offset: int
    last: int


class Anaphor(NamedTuple):
    """A day, month or year counted from the date named last, and the token past it."""

    unit: str
    offset: int
    last: int


_ANNOUNCED = 20
"""Tokens between the day of an announcement and the day that it announces."""
_STOPS = frozenset({".", "؛", "؟", "!"})
_THAT = frozenset({"ان", "انه", "انها", "انهم", "انهما", "بان", "بانه", "بانها", ":"})


class Scan:
    """A document under the rules of times."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self.published = document.published
        self.named: tuple[int, str] | None = None
        """The day, month or year named last, for «في 20 منه», «العام نفسه»: the token past it and its value."""
        self._sentences = document.sentences
        self._sentence = 0

    def norm(self, index: int) -> str:
        """The normalised token at ``index``; empty where there is none."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def weekday(self, index: int) -> tuple[int, str] | None:
        """The weekday at ``index`` and its clitics."""
        match = weekday_of(self.norm(index))
        return (match.value, match.clitics) if match is not None else None

    def modifier(self, index: int) -> Modifier | None:
        """The modifier at ``index``."""
        match = MODIFIERS.find(self.tokens, index)
        return Modifier(match.value, match.last) if match is not None and not match.clitics else None

    def year_number(self, index: int) -> WrittenYear | None:
        """The year in digits at ``index``."""
        norm = self.norm(index)
        if len(norm) != 4 or not (norm.isascii() and norm.isdigit()) or not 1000 <= int(norm) <= 2199:
            return None
        mark = self.norm(index + 1)
        if mark in _HIJRI and int(norm) < 1600:
            return WrittenYear(int(norm), index + 2, hijri=True)
        return WrittenYear(int(norm), index + 1 + (mark in _GREGORIAN), hijri=False)

    def anaphor(self, index: int) -> Anaphor | None:
        """A unit counted from the date named last: «العام نفسه», «نفس الشهر», «ذلك اليوم», «العام التالي»."""
        same = is_same(self.norm(index))
        at = index + same
        unit = UNITS.find(self.norm(at))
        if unit is None or unit.value.number != 1 or not unit.clitics.endswith(ARTICLE):
            return None
        if same:
            return Anaphor(unit.value.name, 0, at + 1)
        offset = ANAPHORS.find(self.norm(at + 1))
        if offset is None or offset.clitics:
            return None
        return Anaphor(unit.value.name, offset.value, at + 2)

    def same(self, anaphor: Anaphor) -> str | None:
        """The value an anaphor has after the date named last; ``None`` if that date is not so exact."""
        if self.named is None:
            return None
        value = self.named[1]
        if anaphor.unit == "year":
            return calendar.year_value(int(value[:4]) + anaphor.offset)
        if anaphor.unit == "month" and len(value) >= 7:
            year, month = divmod(int(value[:4]) * 12 + int(value[5:7]) - 1 + anaphor.offset, 12)
            return calendar.month_value(year, month + 1)
        if anaphor.unit == "day" and len(value) == 10:
            return calendar.shifted_value(date.fromisoformat(value), anaphor.offset)
        return None

    def since(self, first: int, direction: Direction) -> date | None:
        """The day that the time at ``first`` is counted from: that of publication, or of what announces it.

        «أعلن الوسيط في 1 مايو أن الجولة ستعقد في 7 مايو» counts from the first of May.
        """
        published = self.published
        if direction <= 0 or self.named is None or published is None:
            return published
        past, value = self.named
        said = calendar.as_day(value)
        between = [self.norm(at) for at in range(past, first)]
        if said is None or said > published or not 0 < first - past <= _ANNOUNCED or not _STOPS.isdisjoint(between):
            return published
        return said if any(norm in _THAT for norm in between) else published

    def direction(self, first: int, last: int) -> tuple[Direction, int | None]:
        """Whether ``tokens[first:last]`` lies in the past or the future, and the token that says so."""
        sentences = self._sentences
        while self._sentence < len(sentences) - 1 and sentences[self._sentence].last <= first:
            self._sentence += 1
        while self._sentence > 0 and sentences[self._sentence].first > first:
            self._sentence -= 1
        if not sentences:
            return 0, None
        sentence = sentences[self._sentence]
        return tense.direction(self.tokens, first, last, sentence.first, sentence.last)

    def time(self, found: Found) -> Time:
        """The finding for an expression."""
        span = (found.start, self.tokens[found.last - 1].end)
        cue = self.tokens[found.cue] if found.cue is not None else None
        return Time(
            span=span,
            type=found.type,
            value=found.value,
            certainty=found.certainty,
            rule=found.rule,
            rests_on=(span,) if cue is None else (span, (cue.start, cue.end)),
            unsure=found.unsure,
        )


def is_same(norm: str) -> bool:
    """Whether ``norm`` can begin «نفس العام», «ذلك اليوم»."""
    return norm in _SAME or (norm[:1] == "و" and norm[1:] in _SAME)
