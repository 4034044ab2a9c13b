"""What happened in the talks, or will: meetings, rounds, journeys, proposals, agreements.

A trigger is one word: a verb, or the noun that a light verb only carries ("held a meeting", "reached an agreement"). A
word that has other uses counts with the object that makes it diplomatic. The same event is reported once, where it is
first or most fully named. Fighting is no event here, and nothing in a heading is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.clauses import Prose, is_purpose
from taqrib.reading.arabic.events import status
from taqrib.reading.arabic.events.circumstances import Circumstances
from taqrib.reading.arabic.events.facts import Facts
from taqrib.reading.arabic.events.outcomes import Outcomes
from taqrib.reading.arabic.events.phrases import Phrases
from taqrib.reading.arabic.events.status import Verdict
from taqrib.reading.arabic.events.told import IN_ROUNDS, SITTINGS, Candidate, Told
from taqrib.reading.arabic.events.triggers import Chooser, Chosen, Sense, is_noun_of, triggers
from taqrib.reading.arabic.events.undone import Undone
from taqrib.reading.arabic.parties import Parties
from taqrib.reading.arabic.wordlists import noun_list, objects, plain_list
from taqrib.reading.findings import Event
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Mention, Statement, Time

_HEADING = 9
"""A paragraph of at most so many tokens without a full stop is a heading."""
_OBJECT = 7
"""Tokens within which the object of an acceptance or a refusal is named."""
_TALKS = frozenset({"meet", "talks"})
_JOINED = 9
"""Tokens between two masdars that و joins."""
_EFFORTS = frozenset({"مساع", "مساعي", "وساطه", "وساطات"})
_BETWEEN_SIDES = frozenset({"talks", "agree", "resume", "suspend", "ceasefire"})
_NAMING = frozenset({"talks", "agree", "resume", "suspend"})
_SIDES = "who takes part is said elsewhere in the report"
_PARTIAL = "partial agreement: on some points, not an agreement reached"


def events(document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]) -> list[Event]:
    """The events of the report, each once, in the order of their triggers."""
    prose = Prose(document)
    parties = Parties(prose, mentions)
    circumstances = Circumstances(prose, parties, times, statements)
    reader = _Reader(prose, parties, circumstances, Undone(prose, times, circumstances.days))
    candidates = reader.read()
    reader.name_sides(candidates)
    return [reader.event(candidate) for candidate in candidates]


class _Reader:
    def __init__(self, prose: Prose, parties: Parties, circumstances: Circumstances, undone: Undone) -> None:
        self.prose = prose
        self.parties = parties
        self.circumstances = circumstances
        self.undone = undone
        self.chooser = Chooser(prose, parties, circumstances.participants.holders)
        self.facts = Facts(prose, parties)
        self.phrases = Phrases(prose)
        self.outcomes = Outcomes(prose, self.facts, circumstances.participants.holders)
        self.told = Told(prose)
        self.befallen: dict[int, int] = {}  # particular talks, by the word that resumes them or breaks them off
        self.judged: dict[int, Verdict | None] = {}  # what became of each trigger; None for no event
        self.absorbed: set[int] = set()  # triggers that belong to an event already taken

    def read(self) -> list[Candidate]:
        prose = self.prose
        lexicon = triggers()
        headings = self._headings()
        for index, norm in enumerate(prose.norms):
            match = lexicon.find(norm)
            if match is None or index in self.absorbed or prose.sentences[index] in headings:
                continue
            chosen = self.chooser.choose(index, match.clitics, match.value)
            if chosen is None:
                continue
            sense = chosen.sense
            if self.undone.calls_off(index) and sense.type == "suspend":
                pass  # the meeting is told as cancelled beside it
            elif chosen.object is not None and (
                sense.need in {"talks", "talks_run"} or (sense.need == "deal" and sense.type == "agree")
            ):
                self._absorb_talks(chosen.object, index)
            self._consider(index, match.clitics, sense, until=self._own_end(chosen, index))
        return self.told.candidates

    def event(self, candidate: Candidate) -> Event:
        """The finding a candidate becomes."""
        tokens, sense, by = self.prose.document.tokens, candidate.sense, candidate.verdict.by
        mention = self.outcomes.is_mention(candidate)
        grounds = sorted({candidate.index} | ({by} if by is not None else set()))
        return Event(
            type=sense.type,
            trigger=(tokens[candidate.index].start, tokens[candidate.index].end),
            status="ongoing" if mention else candidate.verdict.status,
            actors=candidate.actors,
            place=candidate.place,
            when=None if mention else candidate.when,
            plover=load("plover")[sense.type],
            certainty=0.9 if sense.kind == "verb" else 0.75,
            rule=f"{sense.kind}-{sense.need}",
            rests_on=tuple((tokens[index].start, tokens[index].end) for index in grounds),
            unsure=self._unsure(candidate),
        )

    def _unsure(self, candidate: Candidate) -> tuple[str, ...]:
        partial = candidate.sense.type == "agree" and self.facts.is_partial(candidate.index)
        return (*((_PARTIAL,) if partial else ()), *((_SIDES,) if candidate.sides_inferred else ()))

    def name_sides(self, candidates: list[Candidate]) -> None:
        """Give talks and agreements that name nobody the sides named nearest, before them or else behind."""
        wanting = [one for one in candidates if len(one.actors) < 2 and one.sense.type in _BETWEEN_SIDES]
        if not wanting:
            return
        known = self.circumstances.participants.pairs()
        known += [(one.index, one.actors) for one in candidates if len(one.actors) > 1 and one.sense.type in _NAMING]
        known.sort()
        met = {self.prose.sentences[one.index]: one.actors for one in candidates if one.sense.type == "meet"}
        both = plain_list("events", "both")
        for candidate in wanting:
            here = met.get(self.prose.sentences[candidate.index], ())
            if len(here) > 1 and set(candidate.actors) <= set(here):
                candidate.actors, candidate.sides_inferred = here, True  # they met to resume them
                continue
            own = {name for name in candidate.actors if normalised(name) not in both}
            ahead = len(own) == len(candidate.actors)  # «الوفدان» are two who have been named
            before = [names for at, names in known if at <= candidate.index and own <= set(names)]
            after = [names for at, names in known if ahead and at > candidate.index and own <= set(names)]
            if before or after:
                candidate.actors = before[-1] if before else after[0]
                candidate.sides_inferred = True

    def _headings(self) -> set[int]:
        """Sentences that are a short paragraph of their own without a full stop; the last may be an unfinished text."""
        sentences = self.prose.document.sentences
        found = set()
        for number, sentence in enumerate(sentences[:-1]):
            alone = number == 0 or sentences[number - 1].paragraph != sentence.paragraph
            alone = alone and sentences[number + 1].paragraph != sentence.paragraph
            if alone and sentence.last - sentence.first <= _HEADING and self.prose.roles[sentence.last - 1] != "stop":
                found.add(number)
        return found

    def _own_end(self, chosen: Chosen, index: int) -> int | None:
        """The talks behind a word that calls them off: a day behind them is theirs, or the new one."""
        at = chosen.object
        return at if at is not None and at > index and self.undone.calls_off(index) else None

    def _consider(self, index: int, clitics: str, sense: Sense, *, until: int | None) -> None:
        prose = self.prose
        last = index + 1
        if sense.type in _TALKS and sense.kind == "noun":
            last = self.phrases.end(index)
            if self._is_carried_further(index, last):
                return
        if sense.kind == "noun" and sense.type in SITTINGS and self.phrases.is_topic(index):
            return
        if sense.kind == "verb" and is_purpose(clitics) and prose.before(index) == "auxiliary":
            return  # لم نكن لنسافر: what would not have been done
        verdict: Verdict | None = (
            status.of_verb(prose, index, clitics, sense.form)
            if sense.kind == "verb"
            else self.outcomes.of_noun(index, clitics, sense, last)
        )
        if sense.kind == "masdar" and verdict is not None:
            verdict = self._with_those_before(index, clitics, verdict)
        if verdict is None or not self.facts.is_event(index, clitics, sense, verdict):
            self.judged[index] = None
            return
        self.judged[index] = verdict
        place = self.circumstances.place(index, sense.type)
        candidate = Candidate(
            index, clitics, sense, last, verdict,
            when=self.circumstances.when(
                index, since=self._purpose(verdict, index), until=until, denied=verdict.status == "denied"
            ),
            place=place,
            actors=self.circumstances.actors(index, sense, last, place),
            ordinals=self.phrases.ordinals(index, last),
        )  # fmt: skip
        self._inherit(candidate)
        if verdict.by is None and candidate.bare and noun_list("events", "concepts").find(prose.norms[index]):
            return  # "dialogue" as such
        if self._tell(candidate) and sense.type in {"accept", "reject"}:
            self._absorb_object(index)

    def _tell(self, candidate: Candidate) -> bool:
        """Tell the event; where its clause gives several days each with a place, once for each of them."""
        candidate = self.undone.as_it_stands(candidate)
        rounds = self.circumstances.rounds.of(candidate.index) if candidate.sense.type in IN_ROUNDS else []
        if not rounds:
            self.outcomes.reconcile(candidate)
            dated = self.undone.dated(candidate, self.told.candidates)
            if dated != [candidate]:
                self.told.candidates += dated
                return True
            return self.told.tell(candidate)
        told = False
        for number, one in enumerate(rounds):
            each = replace(candidate, when=one.when, place=one.place)
            if number and each.verdict.status == "held" and self.outcomes.is_to_come(one.when):
                each.verdict = Verdict("announced", each.verdict.by)  # met yesterday here, and tomorrow there
            self.outcomes.reconcile(each)
            if number:
                self.told.candidates.append(each)
            else:
                told = self.told.tell(each)
        return told

    def _with_those_before(self, index: int, clitics: str, verdict: Verdict) -> Verdict | None:
        """What و joins to a masdar shares its lot: وقف القتال وتبادل الأسرى are both called for, or both topics."""
        prose = self.prose
        if verdict.by is not None or clitics[:1] != "و":
            return verdict
        for at in range(index - 1, max(prose.starts[index], index - _JOINED) - 1, -1):
            if at in self.judged and (prose.verbs[at] is None or self.judged[at] is None):
                return self.judged[at]
        return verdict

    def _purpose(self, verdict: Verdict, index: int) -> int | None:
        """The token of purpose that governs the trigger: what stands before it belongs to another deed."""
        if verdict.by is not None and verdict.by <= index and self.prose.norms[verdict.by].startswith("ل"):
            return verdict.by
        return None

    def _is_carried_further(self, index: int, last: int) -> bool:
        """Whether another noun of the phrase carries the event: جولة من المحادثات, but not جولة لمحادثات."""
        inner = [at for at in range(index + 1, last) if is_noun_of(self.prose.norms[at], _TALKS)]
        if any(not self.prose.norms[at].startswith("ل") for at in inner):
            return True
        self.absorbed.update(inner)
        return False

    def _absorb_talks(self, at: int, by: int) -> None:
        """Leave the talks that are resumed or broken off to that event, unless they are one particular sitting."""
        last = self.phrases.end(at, joined=True)
        covered = range(at, last)
        if any(self.phrases.qualifies(self.prose.norms[word]) for word in covered):
            self.befallen.update(dict.fromkeys(covered, by))
            return
        match = objects().find(self.prose.norms[at])
        if match is not None and match.form in _EFFORTS:
            return
        self.absorbed.update(covered)
        self.told.candidates = [told for told in self.told.candidates if told.index not in covered]

    def _absorb_object(self, index: int) -> None:
        """What is accepted or refused is that event's object, not an event of its own; a proposal is both."""
        prose = self.prose
        for at in range(index + 1, min(prose.ends[index], index + _OBJECT)):
            match = triggers().find(prose.norms[at])
            if match is None or any(sense.type == "propose" for sense in match.value):
                continue
            if all(sense.kind != "verb" for sense in match.value) or self.chooser.is_noun(
                at, match.clitics, ambiguous=True
            ):
                self.absorbed.add(at)

    def _inherit(self, candidate: Candidate) -> None:
        """حيث hands on the day and place of the event just before it; a journey hands its place to its purpose.

        A round that is resumed has the day, the place and the status of its resumption.
        """
        prose, told = self.prose, self.told.candidates
        if not told or prose.sentences[told[-1].index] != prose.sentences[candidate.index]:
            return
        earlier = told[-1]
        if self.befallen.get(candidate.index) == earlier.index and earlier.sense.type == "resume":
            candidate.when, candidate.place = candidate.when or earlier.when, candidate.place or earlier.place
            if candidate.verdict.by is None:
                candidate.verdict = Verdict(earlier.verdict.status, earlier.index)
        elif candidate.sense.kind == "verb" and prose.norms[prose.starts[candidate.index]] in {"حيث", "وحيث"}:
            candidate.when = candidate.when or earlier.when
            candidate.place = candidate.place or earlier.place
        elif candidate.sense.type in _TALKS and earlier.sense.type == "travel" and self._is_there(candidate):
            candidate.place = candidate.place or earlier.place

    def _is_there(self, candidate: Candidate) -> bool:
        """Whether somebody meets where he has gone: وصل إلى المدينة للقاء, or والتقى with no other subject."""
        if candidate.sense.kind == "noun":
            return is_purpose(candidate.clitics)
        return candidate.clitics in {"و", "ف"} and candidate.verdict.status == "held"
