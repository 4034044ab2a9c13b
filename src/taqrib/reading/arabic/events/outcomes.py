"""What became of an event: as the words around it tell, and as its day allows.

A proposal exists from its tabling; what a plan would bring may or may not come; tomorrow's meeting is announced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.edtf import last_day
from taqrib.reading.arabic.clauses import is_nominal
from taqrib.reading.arabic.events import status
from taqrib.reading.arabic.events.status import Verdict, is_to_end
from taqrib.reading.arabic.events.told import IN_ROUNDS, SITTINGS
from taqrib.reading.arabic.wordlists import mixed_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.events.facts import Facts
    from taqrib.reading.arabic.events.told import Candidate
    from taqrib.reading.arabic.events.triggers import Sense
    from taqrib.reading.arabic.stances.sayings import Sayings

_ON_ONE_DAY = frozenset({"meet", "talks", "travel", "resume", "agree", "vote", "release"})
_POSITIONS = frozenset({"accept", "reject"})


class Outcomes:
    """Judges what became of the events of one report."""

    def __init__(self, prose: Prose, facts: Facts, sayings: Sayings) -> None:
        self.prose = prose
        self.facts = facts
        self.sayings = sayings

    def of_noun(self, index: int, clitics: str, sense: Sense, last: int) -> Verdict:  # noqa: PLR0911 - one per turn of phrase
        """What became of the event that the noun at ``index`` names, in a phrase that ends before ``last``."""
        prose = self.prose
        if sense.type == "propose":
            return self._of_proposal(index)
        if (
            sense.type == "agree"
            and sense.kind == "noun"
            and "ال" not in clitics
            and self.facts.is_partly_reached(index)
        ):
            return Verdict("held", index)
        if sense.kind == "masdar" and self.facts.is_content_of_plan(index):
            return Verdict("possible", index - 1)  # "the deal on the release": what it would bring
        verdict = status.of_noun(prose, index, clitics, last)
        if verdict.by is None:
            return verdict
        if sense.type in SITTINGS and verdict.status == "possible" and status.is_errand(prose, verdict.by):
            return Verdict("announced", verdict.by)
        if verdict.status == "announced" and verdict.by == index and sense.type not in SITTINGS:
            return Verdict("possible", index)  # what a meeting is for may or may not come of it
        return verdict

    def _of_proposal(self, index: int) -> Verdict:
        """A proposal exists from its tabling, whatever else is done to it: refusing it does not undo it."""
        prose = self.prose
        behind = range(index + 1, min(prose.ends[index], index + 6))
        ahead = range(index - 1, max(prose.starts[index], index - 8) - 1, -1)
        for at in (*behind, *ahead):
            tabling = mixed_list("events", "tabling").find(prose.norms[at])
            if tabling is None:
                continue
            verb = prose.verbs[at]
            if verb is None or is_nominal(tabling.clitics):
                return Verdict(status.of_noun(prose, at, tabling.clitics).status, at)
            judged = status.of_verb(prose, at, tabling.clitics, verb)
            return Verdict("held" if judged.status == "ongoing" else judged.status, at)
        return Verdict("held", None)

    def reconcile(self, candidate: Candidate) -> None:
        """Make the day and the status agree: tomorrow's meeting is announced; a deed done has no day to come."""
        verdict, published = candidate.verdict, self.prose.document.published
        if published is None or candidate.when is None or verdict.status not in {"held", "ongoing"}:
            return
        today, first = published.isoformat(), candidate.when.split("/")[0]
        sense = candidate.sense
        if sense.type in _POSITIONS and last_day(candidate.when) > published:
            candidate.when = None  # رفضت الرحلات هذا الشهر: the day of what is refused
            return
        told = verdict.by is not None or (sense.kind == "verb" and verdict.status == "held")
        if first > today[: len(first)]:
            if told and verdict.status == "held" and not self._is_said(candidate):
                candidate.when = None
            else:
                candidate.verdict = Verdict("announced", verdict.by)
        elif self.prose.before(candidate.index) == "relative":
            return  # الذي يزور البلاد: he is there
        elif first == today and not told and sense.kind == "verb" and sense.type in _ON_ONE_DAY:
            candidate.verdict = Verdict("announced", None)

    def _is_said(self, candidate: Candidate) -> bool:
        """Whether the verb that decided only tells of talks: «أعلنت كينيا عقد جولة غدا» has held none."""
        by = candidate.verdict.by
        return candidate.sense.kind == "noun" and by in self.sayings.cues

    def is_to_come(self, when: str | None) -> bool:
        """Whether the day is later than that of the report."""
        published = self.prose.document.published
        return when is not None and published is not None and when[:10] > published.isoformat()[: len(when[:10])]

    def is_mention(self, candidate: Candidate) -> bool:
        """Whether the talks are only spoken of: no word says that they took place, and no day on which they did.

        So are those of which it is told when they will end.
        A year or month that is not over is no such day.
        """
        if candidate.sense.kind == "verb" or candidate.sense.type not in IN_ROUNDS:
            return False
        if candidate.verdict.status in {"announced", "possible"} and is_to_end(self.prose, candidate.index):
            return True
        if candidate.verdict != Verdict("held", None):
            return False
        published = self.prose.document.published
        return candidate.when is None or (published is not None and last_day(candidate.when) > published)
