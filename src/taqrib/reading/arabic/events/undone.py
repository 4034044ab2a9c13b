"""Meetings that were called off, put off or did not come about: which meeting that was, and its new day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.arabic.clauses import is_nominal
from taqrib.reading.arabic.events.status import Verdict, of_noun, of_verb
from taqrib.reading.arabic.wordlists import mixed_list
from taqrib.reading.findings import CALLED_OFF, UNDONE

if TYPE_CHECKING:
    from datetime import date

    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.events.told import Candidate
    from taqrib.reading.findings import EventStatus, Time

_TALKS = frozenset({"meet", "talks"})
_OPEN = frozenset({"announced", "possible"})
_CALLING_OFF = ("calling_off", "putting_off")
_TO = frozenset({"الي", "حتي", "لغايه"})
_DAY = frozenset({"يوم", "موعد", "مساء", "صباح"})
"""What may stand between إلى and the day."""
_WORDS = 2
"""A weekday and «يوم» before it."""


class Undone:
    """What was called off, in one report."""

    def __init__(self, prose: Prose, times: list[Time], days: dict[int, str]) -> None:
        self.prose = prose
        self.days = days
        text = prose.document.text
        self._weekdays = {
            time.value
            for time in times
            if time.rule == "weekday" and time.value and len(text[slice(*time.span)].split()) <= _WORDS
        }

    def calls_off(self, index: int) -> bool:
        """Whether the word at ``index`` calls a meeting off or puts it off, which is told of the meeting itself."""
        norm = self.prose.norms[index]
        return any(mixed_list("events", name).find(norm) is not None for name in _CALLING_OFF)

    def as_it_stands(self, candidate: Candidate) -> Candidate:
        """The candidate, unless it is only wanted or feared to be called off, or is said not to be: then it stands.

        «طلبت تأجيل الاجتماع إلى 12 مايو» makes a meeting on that day possible; «لم تستبعد إلغاء الجولة» tells of none.
        """
        if candidate.sense.kind != "noun" or candidate.verdict.status not in CALLED_OFF:
            return candidate
        doing, now = self._doing(candidate), self._new_day(candidate)
        if doing not in {"possible", "denied"}:
            return candidate
        if now is not None and doing == "possible":
            return replace(candidate, when=now, verdict=Verdict("possible", candidate.verdict.by))
        return replace(candidate, when=None, verdict=Verdict("held", None))

    def dated(self, candidate: Candidate, earlier: list[Candidate]) -> list[Candidate]:
        """The candidate with the days that are its own: one, or two where it was put off to another day."""
        if candidate.sense.kind != "noun" or candidate.verdict.status not in UNDONE:
            return [candidate]
        now = self._new_day(candidate)
        if now is not None:
            put_off = [replace(candidate, when=now, verdict=Verdict("announced", candidate.verdict.by))]
            was = self._old_day(candidate, now)
            return [replace(candidate, when=was), *put_off] if was is not None else put_off
        if candidate.when is None:
            return [self._the_one_planned(candidate, earlier)]
        doubtful = candidate.verdict.status in CALLED_OFF and self._is_past_weekday(candidate.when)
        return [replace(candidate, when=None)] if doubtful else [candidate]

    def _new_day(self, candidate: Candidate) -> str | None:
        """The day behind إلى of what was put off."""
        prose, by = self.prose, candidate.verdict.by
        if by is None or mixed_list("events", "putting_off").find(prose.norms[by]) is None:
            return None
        for at in range(by + 1, prose.ends[candidate.index]):
            if at in self.days and self._leads_to(at):
                return self.days[at]
        return None

    def _doing(self, candidate: Candidate) -> EventStatus:
        """Whether it was called off or put off, or is only wanted to be."""
        prose, by = self.prose, candidate.verdict.by
        words = (mixed_list("events", name) for name in _CALLING_OFF)
        word = next((match for one in words if by is not None and (match := one.find(prose.norms[by]))), None)
        if by is None or word is None:
            return candidate.verdict.status
        form = prose.verbs[by]
        judged = (
            of_noun(prose, by, word.clitics)
            if form is None or is_nominal(word.clitics)
            else of_verb(prose, by, word.clitics, form)
        )
        return judged.status

    def _leads_to(self, at: int) -> bool:
        norms = self.prose.norms
        before = at - 1 - (norms[at - 1] in _DAY)
        return norms[before] in _TO or norms[at].startswith("لل")

    def _old_day(self, candidate: Candidate, now: str) -> str | None:
        """The day it was set for: a bare weekday is the last of that name before the new day."""
        start, end = candidate.index, self.prose.ends[candidate.index]
        was = next((self.days[at] for at in range(start + 1, end) if at in self.days and not self._leads_to(at)), None)
        if was is not None and was.endswith(f"/{now}"):
            was = was.partition("/")[0]  # من 5 مايو إلى 9 مايو
        day, term = calendar.as_day(was), calendar.as_day(now)
        if was not in self._weekdays or day is None or term is None:
            return was
        return str(calendar.weekday_date(term, day.weekday(), -1, other_day=True))

    def _is_past_weekday(self, when: str) -> bool:
        """Whether a weekday beside the cancellation may as well be the coming one."""
        published: date | None = self.prose.document.published
        return when in self._weekdays and published is not None and when < published.isoformat()

    def _the_one_planned(self, candidate: Candidate, earlier: list[Candidate]) -> Candidate:
        """«كان مقررا أن يلتقيا الخميس لكن اللقاء لم يتم»: the meeting is that of Thursday."""
        sentences = self.prose.sentences
        for old in reversed(earlier):
            if sentences[candidate.index] - sentences[old.index] > 1:
                break
            if candidate.definite and old.sense.type in _TALKS and old.verdict.status in _OPEN and old.when:
                return replace(
                    candidate,
                    sense=candidate.sense._replace(type=old.sense.type),
                    when=old.when,
                    place=candidate.place or old.place,
                    actors=candidate.actors if len(candidate.actors) > 1 else old.actors,
                )
        return candidate
