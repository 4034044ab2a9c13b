"""What happened in the talks, or will: meetings, rounds, journeys, proposals, agreements.

A trigger is one word: a verb, or the noun that a light verb only carries ("held a meeting", "reached an agreement"). A
word that has other uses counts with the object that makes it diplomatic. The same event is reported once, where it is
first or most fully named. Fighting is no event here, and nothing in a heading is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taqrib.edtf import last_day
from taqrib.normal import normalised
from taqrib.reading.arabic.clauses import Prose, is_nominal, is_purpose
from taqrib.reading.arabic.events import status
from taqrib.reading.arabic.events.circumstances import Circumstances
from taqrib.reading.arabic.events.facts import Facts
from taqrib.reading.arabic.events.status import Verdict, is_to_end
from taqrib.reading.arabic.events.told import SITTINGS, Candidate, Told
from taqrib.reading.arabic.events.triggers import Chooser, Chosen, Sense, is_noun_of, is_of_class, triggers
from taqrib.reading.arabic.events.undone import Undone
from taqrib.reading.arabic.parties import Parties
from taqrib.reading.arabic.wordlists import mixed_list, noun_list, objects, plain_list
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
_ON_ONE_DAY = frozenset({"meet", "talks", "travel", "resume", "agree", "vote", "release"})
_EFFORTS = frozenset({"مساع", "مساعي", "وساطه", "وساطات"})
_IN_ROUNDS = frozenset({"meet", "talks", "travel", "resume"})
_POSITIONS = frozenset({"accept", "reject"})
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
        mention = self._is_mention(candidate)
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

    def _is_mention(self, candidate: Candidate) -> bool:
        """Whether the talks are only spoken of: no word says that they took place, and no day on which they did.

        So are those of which it is told when they will end.
        A year or month that is not over is no such day.
        """
        if candidate.sense.kind == "verb" or candidate.sense.type not in _IN_ROUNDS:
            return False
        if candidate.verdict.status in {"announced", "possible"} and is_to_end(self.prose, candidate.index):
            return True
        if candidate.verdict != Verdict("held", None):
            return False
        published = self.prose.document.published
        return candidate.when is None or (published is not None and last_day(candidate.when) > published)

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
            last = self._phrase_end(index)
            if self._is_carried_further(index, last):
                return
        if sense.kind == "noun" and sense.type in SITTINGS and self._is_topic(index):
            return
        if sense.kind == "verb" and is_purpose(clitics) and prose.before(index) == "auxiliary":
            return  # لم نكن لنسافر: what would not have been done
        verdict: Verdict | None = (
            status.of_verb(prose, index, clitics, sense.form)
            if sense.kind == "verb"
            else self._of_noun(index, clitics, sense, last)
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
            ordinals=self._ordinals(index, last),
        )  # fmt: skip
        self._inherit(candidate)
        if verdict.by is None and candidate.bare and noun_list("events", "concepts").find(prose.norms[index]):
            return  # "dialogue" as such
        if self._tell(candidate) and sense.type in {"accept", "reject"}:
            self._absorb_object(index)

    def _tell(self, candidate: Candidate) -> bool:
        """Tell the event; where its clause gives several days each with a place, once for each of them."""
        candidate = self.undone.as_it_stands(candidate)
        rounds = self.circumstances.rounds.of(candidate.index) if candidate.sense.type in _IN_ROUNDS else []
        if not rounds:
            self._reconcile(candidate)
            dated = self.undone.dated(candidate, self.told.candidates)
            if dated != [candidate]:
                self.told.candidates += dated
                return True
            return self.told.tell(candidate)
        told = False
        for number, one in enumerate(rounds):
            each = replace(candidate, when=one.when, place=one.place)
            if number and each.verdict.status == "held" and self._is_to_come(one.when):
                each.verdict = Verdict("announced", each.verdict.by)  # met yesterday here, and tomorrow there
            self._reconcile(each)
            if number:
                self.told.candidates.append(each)
            else:
                told = self.told.tell(each)
        return told

    def _is_to_come(self, when: str | None) -> bool:
        published = self.prose.document.published
        return when is not None and published is not None and when[:10] > published.isoformat()[: len(when[:10])]

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

    # ------------------------------------------------------------------ phrases of talks

    def _phrase_end(self, index: int, *, joined: bool = False) -> int:
        """One past the noun phrase of talks that begins at ``index``: the sitting, what it is of, their adjectives.

        :param joined: nouns of talks behind و belong to it too: الحوار والتفاوض.
        """
        prose = self.prose
        end = prose.ends[index]
        at = index + 1
        while at < end:
            norm = prose.norms[at]
            if norm == "من":
                if at + 1 >= end or not is_of_class(prose.norms[at + 1], "talks"):
                    break
            elif not is_of_class(norm, "talks", joined=joined) and not self._qualifies(norm):
                break
            at += 1
        return at

    def _qualifies(self, norm: str) -> bool:
        return bool(noun_list("events", "ordinals").find(norm) or noun_list("events", "renewals").find(norm))

    def _ordinals(self, index: int, last: int) -> frozenset[str]:
        """What tells this sitting from others: السادسة, الختامية, المقبلة."""
        ordinals = noun_list("events", "ordinals")
        words = self.prose.norms[index + 1 : min(last + 1, self.prose.ends[index])]
        return frozenset(match.form for norm in words if (match := ordinals.find(norm)) is not None)

    def _is_carried_further(self, index: int, last: int) -> bool:
        """Whether another noun of the phrase carries the event: جولة من المحادثات, but not جولة لمحادثات."""
        inner = [at for at in range(index + 1, last) if is_noun_of(self.prose.norms[at], _TALKS)]
        if any(not self.prose.norms[at].startswith("ل") for at in inner):
            return True
        self.absorbed.update(inner)
        return False

    def _is_topic(self, index: int) -> bool:
        """Whether the talks only name a thing: ملف المفاوضات, طاولة الحوار."""
        if self.prose.before(index) == "preposition" and index > 1:  # "sources informed of the talks"
            return noun_list("events", "bystanders").find(self.prose.norms[index - 2]) is not None
        if self.prose.before(index) != "":
            return False
        topic = noun_list("events", "topics").find(self.prose.norms[index - 1])
        if topic is None or "ال" in topic.clitics:
            return False
        # the results of "his contacts with ..." are those of contacts that were had
        return not (topic.form.startswith("نتا") and "مع" in self.prose.norms[index + 1 : index + 4])

    def _absorb_talks(self, at: int, by: int) -> None:
        """Leave the talks that are resumed or broken off to that event, unless they are one particular sitting."""
        last = self._phrase_end(at, joined=True)
        covered = range(at, last)
        if any(self._qualifies(self.prose.norms[word]) for word in covered):
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

    # ------------------------------------------------------------------ status

    def _of_noun(self, index: int, clitics: str, sense: Sense, last: int) -> Verdict:  # noqa: PLR0911 - one per turn of phrase
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

    def _reconcile(self, candidate: Candidate) -> None:
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
        return candidate.sense.kind == "noun" and by in self.circumstances.participants.holders.cues

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
