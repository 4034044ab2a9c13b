"""What every reading of English time expressions stands on: its words, its tokens, and which way a clause looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.calendar import MONDAY, Direction
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from taqrib.reading.document import Document, Token
    from taqrib.reading.findings import TimeType

_TABLE = load("english/times")
MONTHS: dict[str, int] = _TABLE["months"]
DOUBTFUL_MONTHS = frozenset(_TABLE["doubtful_months"])
WEEKDAYS: dict[str, int] = _TABLE["weekdays"]
DAYS: dict[str, int] = _TABLE["days"]
VAGUE_DAYS = frozenset(_TABLE["vague_days"])
UNITS: dict[str, str] = _TABLE["units"]
PARTS: dict[str, str] = _TABLE["parts"]
SEASONS: dict[str, int] = _TABLE["seasons"]
SETS: dict[str, str] = _TABLE["sets"]
SIDES: dict[str, Direction] = {
    **dict.fromkeys(_TABLE["past"], -1),
    **dict.fromkeys(_TABLE["future"], 1),
    **dict.fromkeys(_TABLE["present"], 0),
}
EDGES = frozenset(_TABLE["edges"])
TITLES_WITH_DAYS = frozenset(_TABLE["titles_with_days"].split())
VAGUE = frozenset(_TABLE["vague_amounts"])
FEASTS: dict[str, list[list[Any]]] = _TABLE["feasts"]
HIJRI: dict[str, int] = _TABLE["hijri_months"]
DECADES: dict[str, int] = _TABLE["decades"]
YEAR_BEFORE = frozenset(_TABLE["before_years"].split())
YEAR = re.compile(r"(?:1[89]|20)\d\d")
DECADE = re.compile(r"((?:1[89]|20)\d)0s")
_GENITIVES = frozenset(
    {*WEEKDAYS, *MONTHS, *DAYS, *SEASONS, "week", "month", "year", "weekend", "century", "decade", *PARTS}
)


class Reading(NamedTuple):
    """An expression ``tokens[first:last]``."""

    first: int
    last: int
    type: TimeType
    value: str | None
    rule: str
    certainty: float = 0.95
    unsure: tuple[str, ...] = ()


class TimeWords:
    """The tokens of a document as time expressions see them: ``Friday's`` is ``friday``."""

    def __init__(self, document: Document) -> None:
        self.tokens: Sequence[Token] = document.tokens
        self.published: date | None = document.published
        self.total = len(document.tokens)
        self.last_day: str | None = None
        self.days_read: list[tuple[int, date]] = []
        self.norms = [token.norm for token in document.tokens]
        for index, norm in enumerate(self.norms):
            if norm.endswith("'s") and norm[:-2] in _GENITIVES:
                self.norms[index] = norm[:-2]

    def norm(self, index: int) -> str:
        """The normalised word, ``""`` outside the text."""
        return self.norms[index] if 0 <= index < self.total else ""

    def read(self, index: int) -> Reading | None:
        """The expression that begins at a token; the reader of all expressions knows."""
        raise NotImplementedError

    def period(self, unit: str, offset: int) -> str | None:
        """The day, week, month, year or decade ``offset`` after the one of publication."""
        published = self.published
        if published is None:
            return None
        if unit == "week":
            return calendar.week_value(published, offset, starts=MONDAY)
        if unit == "month":
            return calendar.month_value(*calendar.moved_month(published, offset))
        if unit == "year":
            return calendar.year_value(published.year + offset)
        if unit == "decade":
            return calendar.decade_value(published.year // 10 * 10 + 10 * offset)
        return calendar.shifted_value(published, offset) if unit == "day" else None
