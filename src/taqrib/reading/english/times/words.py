"""What every reading of English time expressions stands on: its words, its tokens, and which way a clause looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading import calendar
from taqrib.reading.calendar import MONDAY, Direction
from taqrib.reading.english.words import ADJECTIVES, MODALS, NOUNS, PREPOSITIONS, VERBS, Verb
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
VAGUE = frozenset(_TABLE["vague_amounts"])
HIJRI: dict[str, int] = _TABLE["hijri_months"]
DECADES: dict[str, int] = _TABLE["decades"]
YEAR_BEFORE = frozenset(_TABLE["before_years"].split())
YEAR = re.compile(r"(?:1[89]|20)\d\d")
DECADE = re.compile(r"((?:1[89]|20)\d)0s")
_COMING = frozenset(_TABLE["coming"])
_BEFORE_PARTICIPLES = frozenset(_TABLE["before_participles"].split())
_PROSPECTS = frozenset(_TABLE["prospects"].split())
_PROSPECTIVE = frozenset(_TABLE["prospective_verbs"].split())
_GENITIVES = frozenset({*WEEKDAYS, *MONTHS, *DAYS, *SEASONS, "week", "month", "year", "weekend", "century", "decade"})
_TIMELESS = frozenset(_TABLE["timeless"].split())
_PAST_AUXILIARIES = frozenset(("did", "didn't", "could", "couldn't", "let", "made", "helped", "saw", "to"))
_LASTING = frozenset(_TABLE["lasting"].split())
_REACH_BACK, _REACH_ON = 21, 25
"""Tokens within which a governing verb is sought, before and behind."""

_CLAUSE_ENDS = frozenset((".", "!", "?", ";", ":", "“", "”", '"'))


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

    def direction(self, first: int, last: int) -> Direction:
        """Where the clause looks: 1 if what governs the expression is to come, -1 if it is past, 0 if nothing tells."""
        before = self.norm(first - 1)
        if before in {"until", "till"} and self._lasted(first - 2):
            return -1
        if before in {"until", "till", "by"} or (before == "to" and self.norm(first - 2) == "up"):
            return 1
        if before == "since":
            return -1
        if before in {"on", "for"} and self.norm(first - 2) in {"is", "are"}:
            return 1  # "the next round is on Monday"
        governed = self._governed(first)
        return self._followed(last) if governed is None else governed

    def _lasted(self, index: int) -> bool:
        """``talked until``: the past of a verb that goes on in time."""
        verb = VERBS.get(self.norm(index))
        return verb is not None and verb.lemma in _LASTING and "d" in verb.forms

    def _governed(self, first: int) -> Direction | None:  # noqa: C901, PLR0911 - a case of the grammar per branch
        """What the nearest verb before the expression says; an infinitive asks the verb that governs it.

        A present is a timetable ("opens on Monday", "faces a vote in May"); ``None`` if there is no verb.
        """
        infinitive = False
        for index in range(first - 1, max(first - 1 - _REACH_BACK, -1), -1):
            norm = self.norms[index]
            if norm in _CLAUSE_ENDS:
                break
            if self._is_coming(norm, index, first):
                return 1
            verb = VERBS.get(norm)
            if verb is None:
                continue
            if "b" in verb.forms and self.norm(index - 1) == "to":
                if self.norm(index - 2) in _PROSPECTS:
                    return 1
                infinitive = True
            elif infinitive and verb.lemma in _PROSPECTIVE:
                return 1  # "agreed to meet on Friday", but "agreed on Friday to meet"
            elif "d" in verb.forms and "b" not in verb.forms and not self._is_participle(index):
                return -1
            elif "p" in verb.forms and self._is_perfect(index):
                return -1  # "had spoken on Sunday"
            elif self._is_timetable(norm, verb, index, first):
                return -1 if "after" in self.norms[index + 1 : first] else 1  # "comes after a vote on Sunday"
        return None

    def _is_perfect(self, index: int) -> bool:
        """Whether a participle stands behind "has" or "had", over one adverb; not behind "will have"."""
        for at in (index - 1, index - 2):
            if self.norm(at) in {"has", "have", "had"}:
                return self.norm(at - 1) not in {"will", "would", "to", "may", "might", "should"}
        return False

    def _is_coming(self, norm: str, index: int, first: int) -> bool:
        """Whether a word points ahead: "will", "due", "is to"; "until" only next to the expression."""
        if norm == "to":
            return self.norm(index - 1) in {"is", "are", "set", "going", "about"}
        if norm == "ahead":
            return self.norm(index + 1) == "of"
        return norm in _COMING and (norm != "until" or index >= first - 2)

    def _is_timetable(self, norm: str, verb: Verb, index: int, first: int) -> bool:
        """Whether the present tells what is planned: "opens on Friday", "are meeting on", "starting on"."""
        if verb.forms == "s":
            return norm not in NOUNS and norm not in {"is", "has", "was"} and verb.lemma not in _TIMELESS
        if verb.forms == "b":  # "ministers meet on Thursday", but "did not meet"
            past = {self.norms[at] for at in range(max(index - 3, 0), index)} & _PAST_AUXILIARIES
            before = self.norm(index - 1)
            several = before.endswith("s") or before in {"they", "we"}
            return several and norm not in NOUNS and verb.lemma not in _TIMELESS and not past
        if verb.forms == "g":
            return self.norm(index - 1) in {"is", "are"} or (
                verb.lemma in {"start", "begin", "open"} and index == first - 2
            )
        return False

    def _followed(self, last: int) -> Direction:
        """What the first verb behind the expression says ("On Friday the parties will meet")."""
        for index in range(last, min(last + _REACH_ON, self.total)):
            norm = self.norms[index]
            if norm in {".", "!", "?", ";"}:
                break
            if norm in {"will", "shall", "due", "scheduled", "would"}:
                return 1
            if norm == "to" and self.norm(index - 1) in {"is", "are", "set"}:
                return 1
            verb = VERBS.get(norm)
            if verb and "d" in verb.forms and "b" not in verb.forms and not self._is_participle(index):
                return -1
        return 0

    def _is_participle(self, index: int) -> bool:
        """Whether a past form stands before its noun ("the proposed talks") or is still to come ("to be held")."""
        before = self.norm(index - 1)
        infinite = self.norm(index - 2) in MODALS or self.norm(index - 2) == "to"
        if infinite and before in VERBS and "b" in VERBS[before].forms:
            return True  # "will resume stalled talks"
        return before in _BEFORE_PARTICIPLES or before in PREPOSITIONS or before in ADJECTIVES
