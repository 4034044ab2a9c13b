"""What happened in the talks, or will: meetings, rounds, journeys, proposals, agreements.

A trigger is one word: a verb, or the noun that a light verb only carries ("held a meeting", "reached an agreement"). A
word that has other uses counts with the object that makes it diplomatic. The same event is reported once, where it is
first or most fully named. Fighting is no event here, and nothing in a heading is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taqrib.reading.arabic.clauses import Prose, is_nominal, is_purpose
from taqrib.reading.arabic.events import status
from taqrib.reading.arabic.events.circumstances import Circumstances
from taqrib.reading.arabic.events.status import Verdict
from taqrib.reading.arabic.events.told import SITTINGS, Candidate, Told
from taqrib.reading.arabic.events.topics import is_any, is_topic
from taqrib.reading.arabic.events.triggers import Chooser, Sense, is_noun_of, is_of_class, triggers
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
_MEDIATION = frozenset({"mediate"})
_JOINED = 9
"""Tokens between two masdars that و joins."""
_ON_ONE_DAY = frozenset({"meet", "talks", "travel", "resume", "agree", "vote", "release"})
_EFFORTS = frozenset({"مساع", "مساعي", "وساطه", "وساطات"})
_IN_ROUNDS = frozenset({"meet", "talks", "travel", "resume"})
_SUBJECTS = frozenset({"ceasefire", "release", "aid", "breach", "agree"})
"""What talks are most often about."""
_ACTS = frozenset({"accept", "reject", "vote", "meet", "talks", "travel"})
"""What is no news as the mere purpose of something else; an agreement, a truce or a release in view is."""
_BETWEEN_SIDES = frozenset({"talks", "agree", "resume", "suspend", "ceasefire"})
_NAMING = frozenset({"talks", "agree", "resume", "suspend", "meet"})
_SIDES = "who takes part is said elsewhere in the report"
_PARTIAL = "partial agreement: on some points, not an agreement reached"


def events(document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]) -> list[Event]:
    """The events of the report, each once, in the order of their triggers."""
    prose = Prose(document)
    parties = Parties(prose, mentions)
    reader = _Reader(prose, parties, Circumstances(prose, parties, times, statements))
    candidates = reader.read()
    reader.name_sides(candidates)
    return [reader.event(candidate) for candidate in candidates]


class _Reader:
    def __init__(self, prose: Prose, parties: Parties, circumstances: Circumstances) -> None:
        self.prose = prose
        self.parties = parties
        self.circumstances = circumstances
        self.chooser = Chooser(prose, parties)
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
            if chosen.object is not None and (
                sense.need in {"talks", "talks_run"} or (sense.need == "deal" and sense.type == "agree")
            ):
                self._absorb_talks(chosen.object, index)
            self._consider(index, match.clitics, sense)
        return self.told.candidates

    def event(self, candidate: Candidate) -> Event:
        """The finding a candidate becomes."""
        tokens, sense, by = self.prose.document.tokens, candidate.sense, candidate.verdict.by
        grounds = sorted({candidate.index} | ({by} if by is not None else set()))
        return Event(
            type=sense.type,
            trigger=(tokens[candidate.index].start, tokens[candidate.index].end),
            status=candidate.verdict.status,
            actors=candidate.actors,
            place=candidate.place,
            when=candidate.when,
            plover=load("plover")[sense.type],
            certainty=0.9 if sense.kind == "verb" else 0.75,
            rule=f"{sense.kind}-{sense.need}",
            rests_on=tuple((tokens[index].start, tokens[index].end) for index in grounds),
            unsure=self._unsure(candidate),
        )

    def _unsure(self, candidate: Candidate) -> tuple[str, ...]:
        partial = candidate.sense.type == "agree" and self._is_partial(candidate.index)
        return (*((_PARTIAL,) if partial else ()), *((_SIDES,) if candidate.sides_inferred else ()))

    def name_sides(self, candidates: list[Candidate]) -> None:
        """Give talks and agreements that name nobody the sides named nearest, before them or else behind."""
        wanting = [one for one in candidates if len(one.actors) < 2 and one.sense.type in _BETWEEN_SIDES]
        if not wanting:
            return
        known = self.circumstances.participants.pairs()
        known += [(one.index, one.actors) for one in candidates if len(one.actors) > 1 and one.sense.type in _NAMING]
        known.sort()
        for candidate in wanting:
            own = set(candidate.actors)
            before = [names for at, names in known if at <= candidate.index and own <= set(names)]
            after = [names for at, names in known if at > candidate.index and own <= set(names)]
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

    def _consider(self, index: int, clitics: str, sense: Sense) -> None:
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
        verdict = (
            status.of_verb(prose, index, clitics, sense.form)
            if sense.kind == "verb"
            else self._of_noun(index, clitics, sense, last)
        )
        if sense.kind == "masdar":
            verdict = self._with_those_before(index, clitics, verdict)
        if verdict is None or not self._is_event(index, clitics, sense, verdict):
            self.judged[index] = None
            return
        self.judged[index] = verdict
        place = self.circumstances.place(index, sense.type)
        candidate = Candidate(
            index, clitics, sense, last, verdict,
            when=self.circumstances.when(index, since=self._purpose(verdict, index)),
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
        rounds = self.circumstances.rounds.of(candidate.index) if candidate.sense.type in _IN_ROUNDS else []
        if not rounds:
            self._reconcile(candidate)
            return self.told.tell(candidate)
        told = False
        for number, one in enumerate(rounds):
            each = replace(candidate, when=one.when, place=one.place)
            self._reconcile(each)
            if number:
                self.told.candidates.append(each)
            else:
                told = self.told.tell(each)
        return told

    def _with_those_before(self, index: int, clitics: str, verdict: Verdict) -> Verdict | None:
        """What و joins to another masdar shares its lot: وقف القتال وتبادل الأسرى are both called for, or both topics."""
        prose = self.prose
        if verdict.by is not None or clitics[:1] != "و":
            return verdict
        for at in range(index - 1, max(prose.starts[index], index - _JOINED) - 1, -1):
            if (at in self.judged and prose.verbs[at] is None) or (at in self.judged and self.judged[at] is None):
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

    def _of_noun(self, index: int, clitics: str, sense: Sense, last: int) -> Verdict:
        prose = self.prose
        if sense.type == "propose":
            return self._of_proposal(index)
        if sense.type == "agree" and sense.kind == "noun" and "ال" not in clitics and self._is_partly_reached(index):
            return Verdict("held", index)
        if sense.kind == "masdar" and self._is_content_of_plan(index):
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
        told = verdict.by is not None or (sense.kind == "verb" and verdict.status == "held")
        if first > today[: len(first)]:
            if told and verdict.status == "held":
                candidate.when = None
            else:
                candidate.verdict = Verdict("announced", verdict.by)
        elif first == today and not told and sense.kind == "verb" and sense.type in _ON_ONE_DAY:
            candidate.verdict = Verdict("announced", None)

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

    # ------------------------------------------------------------------ more than a name

    def _is_event(self, index: int, clitics: str, sense: Sense, verdict: Verdict) -> bool:
        """Whether something happened, and is not only spoken of."""
        reach = 5 if sense.type == "agree" else 1
        if verdict.status not in {"denied", "cancelled"} and is_any(self.prose, index, reach=reach):
            return False
        if sense.need == "talks" and sense.lemma == "وقف" and not is_of_class(self.prose.norms[index + 1], "talks"):
            return False  # "stopping the fighting is a condition of talks"
        if sense.kind == "verb":
            return self._is_deed(index, sense, verdict)
        if sense.type in _SUBJECTS and is_topic(self.prose, index):
            return False
        if sense.type in {"accept", "agree"} and verdict.status == "denied" and self._is_not_to(verdict):
            return False
        if verdict.status == "possible" and sense.type in _ACTS and self._is_mere_purpose(index, verdict):
            return False
        if sense.kind == "masdar":
            return self._is_masdar_event(index, clitics, sense, verdict)
        tests = {
            "mediate": lambda: self._is_mediation(index, verdict),
            "agree": lambda: self._is_agreement(index, clitics, verdict),
            "propose": lambda: self._is_proposal(index, clitics, sense, verdict),
            # "the truce talks" are talks
            "ceasefire": lambda: verdict.by not in {None, index} and not self._follows_name(index),
        }
        return tests[sense.type]() if sense.type in tests else True

    def _is_deed(self, index: int, sense: Sense, verdict: Verdict) -> bool:
        """Whether a verb tells a deed: a deal that "stops the war" does not, nor do "those who have not signed"."""
        if sense.need == "fire":
            return any("اطلاق" in norm for norm in self.prose.norms[index + 1 : index + 5])
        return not (verdict.status == "denied" and sense.type in {"agree", "accept"} and self._is_relative(index))

    def _is_masdar_event(self, index: int, clitics: str, sense: Sense, verdict: Verdict) -> bool:
        if sense.need == "fire":
            return self._is_truce(index, clitics, verdict)
        following = self.prose.norms[index + 1] if index + 1 < self.prose.size else ""
        return not (sense.type == "mediate" and is_noun_of(following, _MEDIATION))  # جهود وساطة: the noun carries it

    def _is_not_to(self, verdict: Verdict) -> bool:
        """Whether عدم denies something else than that one has come to terms: "not to hurry in reaching"."""
        prose, by = self.prose, verdict.by
        if by is None or prose.norms[by].lstrip("بول") != "عدم" or by + 1 >= prose.size:
            return False
        return mixed_list("events", "reaching").find(prose.norms[by + 1]) is None

    def _is_mere_purpose(self, index: int, verdict: Verdict) -> bool:
        """Whether nobody proposes or expects it: it is only what efforts or a clause of أن are for."""
        if verdict.by is None or verdict.by == index:
            return True
        governor = status.governor_at(self.prose.norms[verdict.by])
        return governor is None or governor.value.group == "carries"

    def _is_relative(self, index: int) -> bool:
        prose = self.prose
        at = index - 1
        while at > prose.starts[index] and prose.roles[at] in {"negator", "auxiliary"}:
            at -= 1
        return prose.roles[at] == "relative"

    def _is_truce(self, index: int, clitics: str, verdict: Verdict) -> bool:
        """Whether "stopping" is a ceasefire declared or called for, not what some talks or plan are about."""
        if verdict.by is None or verdict.by == index:
            return False
        if any("اطلاق" in norm for norm in self.prose.norms[index + 1 : index + 4]):
            return not is_purpose(clitics)
        governor = status.governor_at(self.prose.norms[verdict.by])
        if governor is None or governor.value.form.tense == "noun":
            return False
        return governor.value.group in {"runs", "ongoing"}

    def _is_content_of_plan(self, index: int) -> bool:
        """Whether talks, a plan or a deal govern the masdar: صفقة إطلاق الأسرى, تفاهم مبدئي حول تبادل الأسرى."""
        prose = self.prose
        if prose.before(index) == "":
            return self._is_about(index - 1)
        if prose.before(index) != "preposition":
            return False
        return any(self._is_about(at) for at in range(max(prose.starts[index], index - 3), index - 1))

    def _is_mediation(self, index: int, verdict: Verdict) -> bool:
        """Whether mediating is meant: "the mediation tabled" and "the mediation's draft" are those who mediate."""
        prose = self.prose
        run = verdict.by is not None and prose.verbs[verdict.by] is not None
        if run and verdict.by == index - 1 and prose.norms[index].startswith("ال") and verdict.status != "ongoing":
            return False  # the subject of what is run
        named = index in self.parties.covering and not run
        return verdict.status != "denied" and not named and not self._follows_name(index)

    def _is_agreement(self, index: int, clitics: str, verdict: Verdict) -> bool:
        """Whether the agreement is reached, or not: the word alone is only a topic."""
        prose = self.prose
        reaching = mixed_list("events", "reaching")
        following = prose.norms[index + 1] if index + 1 < prose.ends[index] else ""
        agreed_on = plain_list("events", "agreed_on")
        if "ال" not in clitics and self._is_partly_reached(index):
            return True
        if verdict.by is not None and any(
            reaching.find(norm) for norm in prose.norms[max(prose.starts[index], index - 4) : index]
        ):
            return True
        for at in range(index + 1, min(prose.ends[index], index + 5)):
            if prose.roles[at] == "relative":  # الاتفاق الذي تم التوصل إليه
                return any(reaching.find(norm) for norm in prose.norms[at + 1 : at + 4])
        return "ال" in clitics and following in agreed_on and verdict.by is not None

    def _is_partly_reached(self, index: int) -> bool:
        """هناك اتفاق حول بعض النقاط."""
        following = self.prose.norms[index + 1] if index + 1 < self.prose.ends[index] else ""
        return (following in plain_list("events", "agreed_on") or following in {"حول", "بشان"}) and self._is_partial(
            index
        )

    def _is_partial(self, index: int) -> bool:
        partial = noun_list("events", "partial")
        words = self.prose.norms[index + 1 : min(self.prose.ends[index], index + 6)]
        return any(partial.find(norm) for norm in words) and not {"كل", "جميع", "كافه"} & set(words)

    def _is_proposal(self, index: int, clitics: str, sense: Sense, verdict: Verdict) -> bool:
        """Whether somebody's: tabled, owned, or with a pronoun."""
        prose = self.prose
        if sense.form.suffixed or verdict.by is not None:
            return True
        return "ال" not in clitics and index + 1 < prose.size and self.parties.at(index + 1) is not None

    def _follows_name(self, index: int) -> bool:
        """Whether a verb, or talks and plans, stand right before: the noun is their subject or says what about."""
        prose = self.prose
        if prose.before(index) != "":
            return False
        verb = prose.verbs[index - 1]
        if verb is not None and (verb.suffixed or status.governor_at(prose.norms[index - 1]) is None):
            return True
        return self._is_about(index - 1)

    def _is_about(self, index: int) -> bool:
        """Whether the noun at ``index`` is talks, a plan or a deal, so that its genitive only says what about."""
        match = objects().find(self.prose.norms[index])
        return match is not None and (
            bool(match.value & {"talks", "plan"}) or match.form in {"اتفاق", "اتفاقيه", "صفقه", "تفاهم"}
        )
