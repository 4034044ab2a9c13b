"""The day that what is to come is counted from: "agreed on Monday to meet on Wednesday" counts from that Monday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.times.tense import PROSPECTIVE, ClauseTense
from taqrib.reading.english.words import VERBS
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_TABLE = load("english/times")
_FORETELLING = PROSPECTIVE | frozenset(_TABLE["foretelling"].split())
_CERTAIN = frozenset(_TABLE["certain_to_come"])
_ENDS = frozenset((".", "!", "?", ";"))
_NEXT_TO = 6
"""Tokens between a verb of saying and its own day: "said in a statement on Monday"."""
_REACH = 25
"""Tokens within which the verb stands that a day to come depends on."""


class AnchorReader(ClauseTense):
    """Days that other days are counted from."""

    def reckoned_from(self, first: int) -> date | None:
        """The day of the promise, plan or announcement that the coming day at ``first`` is part of.

        ``None`` where the sentence gives no such day, so that the day is counted from the publication.
        """
        told = self._foretold_by(first)
        if told is None:
            return None
        for at, day in reversed(self.days_read):
            if at >= first:
                continue
            if self._is_cut(at, first) or (self.published is not None and day > self.published):
                return None
            beside = told < at <= told + _NEXT_TO if at > told else not self._is_joined(at, told)
            return day if beside else None
        return None

    def is_certain_to_come(self, first: int, last: int) -> bool:
        """Whether *will* tells the day at ``first``, so that it cannot have gone by when the report was written."""
        for norm in (*self._before(first), *self._behind(last)):
            if norm in _CERTAIN:
                return True
            verb = VERBS.get(norm)
            if verb is not None and "d" in verb.forms and "b" not in verb.forms:
                return False
        return False

    def _foretold_by(self, first: int) -> int | None:
        """The past verb of agreeing or saying that what stands at ``first`` depends on."""
        for index in range(first - 1, max(first - _REACH, 0) - 1, -1):
            norm = self.norms[index]
            if norm in _ENDS or (norm in _CERTAIN and self.norm(index - 1) in {"and", "but"}):
                return None
            verb = VERBS.get(norm)
            if verb is None or "d" not in verb.forms or "b" in verb.forms or self._is_participle(index):
                continue
            return index if verb.lemma in _FORETELLING else None
        return None

    def _is_cut(self, at: int, first: int) -> bool:
        return not _ENDS.isdisjoint(self.norms[at:first])

    def _is_joined(self, at: int, verb: int) -> bool:
        """Whether "and" stands between a day and the verb behind it, so that the day is another deed's."""
        return not {"and", "but"}.isdisjoint(self.norms[at:verb])

    def _before(self, first: int) -> Iterator[str]:
        for index in range(first - 1, max(first - _REACH, 0) - 1, -1):
            if self.norms[index] in _ENDS:
                return
            yield self.norms[index]

    def _behind(self, last: int) -> Iterator[str]:
        for index in range(last, min(last + _REACH, self.total)):
            if self.norms[index] in _ENDS:
                return
            yield self.norms[index]
