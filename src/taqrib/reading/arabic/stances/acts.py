"""The day on which a stance was taken, where its own words give it: «تخلت عن مطلبها الشهر الماضي».

Only a perfect tells of an act done on a day, and only a time that is the verb's dates it: that of a noun («مقترح 2
أبريل», «جلسة أمس», «الخطة المقدمة يوم الاثنين») or of a second verb does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.stances.former import is_of_adjective
from taqrib.reading.arabic.wordlists import plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.findings import Span, Time

_ENDS = frozenset({"stop", "that", "relative", "opener"})
_OPENING = 10
"""Tokens in the longest time that opens a sentence."""


class Acts:
    """The times of a report, as they date its verbs."""

    def __init__(self, prose: Prose, parties: Parties, times: list[Time]) -> None:
        self._prose = prose
        self._parties = parties
        self._times: dict[int, tuple[int, Span]] = {}
        """For the first token of each time that gives a day: one past its last token, and its span."""
        tokens, at = prose.document.tokens, 0
        for time in sorted(times, key=lambda one: one.span):
            if time.type not in {"DATE", "TIME"} or time.value is None:
                continue
            while at < len(tokens) and tokens[at].end <= time.span[0]:
                at += 1
            last = at
            while last < len(tokens) and tokens[last].start < time.span[1]:
                last += 1
            self._times[at] = (last, time.span)

    def day(self, index: int, first: int, end: int) -> Span | None:
        """The span of the one time that dates what a verb tells; ``None`` where there is none, or two.

        :param index: the token that carries the stance: a verb, or a noun in the charge of the verb at ``first``.
        :param first: the first token of its clause, ``end`` one past the last.
        """
        verb = next((at for at in (first, index) if self._is_done(at)), None)
        if verb is None:
            return None
        found = [*self._in_front(min(first, verb)), *self._behind(verb, end)]
        return found[0] if len(found) == 1 else None

    def _is_done(self, at: int) -> bool:
        """Whether a token is a verb that tells of the past; «برفض» is none."""
        verb = self._prose.verbs[at]
        return verb is not None and verb.tense == "perfect" and self._prose.before(at) != "preposition"

    def _behind(self, index: int, end: int) -> list[Span]:
        """The times between the verb and the end of its clause, or the next verb."""
        prose, found, at = self._prose, [], index + 1
        while at < end:
            if at in self._times:
                last, span = self._times[at]
                if self._is_the_verbs(at, index):
                    found.append(span)
                at = last
                continue
            if (prose.verbs[at] is not None and at not in self._parties.covering) or prose.roles[at] in _ENDS:
                break
            at += 1
        return found

    def _is_the_verbs(self, at: int, verb: int) -> bool:
        """Whether a time is no noun's: behind «في», or by itself and not in construct with the noun before it."""
        prose = self._prose
        if is_of_adjective(prose, self._parties, at, verb):
            return False
        before = prose.norms[at - 1]
        if prose.roles[at - 1] == "preposition":
            return before in plain_list("stances", "days_of_acts")
        if prose.roles[at - 1] == "comma":
            return True  # عرض على الحكومة، اليوم، خطة
        if prose.document.tokens[at].text[0].isdigit():
            return False
        is_closed = at - 1 == verb or at - 1 in self._parties.covering or prose.norms[at - 2] == "كل"
        return is_closed or before.startswith(("ال", "بال", "لل", "وال")) or before.endswith(("ا", "ها", "هم"))

    def _in_front(self, first: int) -> list[Span]:
        """A time that opens the sentence and has the clause right behind it: «وفي 2 أبريل رفضت»."""
        prose, at = self._prose, first
        while at > 0 and prose.sentences[at - 1] == prose.sentences[first] and first - at < _OPENING:
            at -= 1
        if at > 0 and prose.sentences[at - 1] == prose.sentences[first]:
            return []
        if at < first and prose.norms[at].removeprefix("و") in plain_list("stances", "days_of_acts"):
            at += 1
        if at not in self._times:
            return []
        last, span = self._times[at]
        while last < first and prose.roles[last] == "comma":
            last += 1
        return [span] if last == first else []
