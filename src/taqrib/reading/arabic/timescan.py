"""What every rule of times works with: the document's tokens, the day of publication, and the expression found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic import tense
from taqrib.reading.arabic.timewords import MODIFIERS, weekday_of, words
from taqrib.reading.findings import Time

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction
    from taqrib.reading.document import Document
    from taqrib.reading.findings import TimeType

ARTICLE = ("ال", "لل")
DASHES = frozenset("-–—/")
THIS = words("this")
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


class Scan:
    """A document under the rules of times."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self.published = document.published
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
