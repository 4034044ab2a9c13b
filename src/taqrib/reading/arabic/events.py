"""What happened in the talks, or will: meetings, rounds, journeys, proposals, agreements.

A trigger is one word: a verb, or the noun that a light verb only carries ("held a meeting", "reached an agreement"). A
word that has other uses counts with the object that makes it diplomatic. The same event is reported once, where it is
first named; a definite noun of talks without a day, place or number of its own refers back.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from taqrib.reading.arabic import status
from taqrib.reading.arabic.clauses import Prose, is_bare_noun, is_nominal, is_purpose, nouns
from taqrib.reading.arabic.conjugation import Form, noun_forms, verb_forms
from taqrib.reading.arabic.parties import Parties
from taqrib.reading.arabic.words import Lexicon
from taqrib.reading.findings import Event, EventType
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.status import Verdict
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Mention, Statement, Time

_NEAR = 14
"""Words within which a verb's object stands."""
_FAR = 30
"""The same for signing, where a list of signatories comes first."""
_ATTACHED = 4
"""Words behind a trigger within which a relative clause still speaks of it."""
_CLOSE = 5
"""Words within which a masdar's object stands."""
_HEADING = 9
"""A paragraph of at most so many tokens without a full stop is a heading."""


class Sense(NamedTuple):
    """One thing a word may mean: the type of event, its need, and whether a verb, a noun or a masdar says it."""

    type: EventType
    need: str
    kind: Literal["verb", "noun", "masdar"]
    form: Form
    lemma: str


def events(document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]) -> list[Event]:
    """The events of the report, each once, in the order of their triggers."""
    prose = Prose(document)
    return _Reader(prose, Parties(prose, mentions), times, statements).read()


class _Reader:
    def __init__(self, prose: Prose, parties: Parties, times: list[Time], statements: list[Statement]) -> None:
        self.prose = prose
        self.parties = parties
        self.times = _by_token(prose, times)
        self.speakers = {statement.speaker for statement in statements if statement.speaker}
        self.found: list[Event] = []
        self.absorbed: set[int] = set()
        self.lemmas: dict[int, str] = {}
        self.ordinals: dict[int, frozenset[str]] = {}
        self.weak: set[int] = set()
        self.sentence_of: dict[int, int] = {}

    def read(self) -> list[Event]:
        headings = self._headings()
        lexicon = _triggers()
        for index, norm in enumerate(self.prose.norms):
            match = lexicon.find(norm)
            if match is None or index in self.absorbed or self.prose.sentences[index] in headings:
                continue
            sense = self._sense(index, match.clitics, match.value)
            if sense is not None:
                self._consider(index, match.clitics, sense)
        return self.found

    def _headings(self) -> set[int]:
        sentences = self.prose.document.sentences
        found = set()
        for number, sentence in enumerate(sentences):
            alone = (number == 0 or sentences[number - 1].paragraph != sentence.paragraph) and (
                number + 1 < len(sentences) and sentences[number + 1].paragraph != sentence.paragraph
            )
            if alone and sentence.last - sentence.first <= _HEADING and self.prose.roles[sentence.last - 1] != "stop":
                found.add(number)
        return found

    # ------------------------------------------------------------------ which sense

    def _sense(self, index: int, clitics: str, senses: tuple[Sense, ...]) -> Sense | None:
        prose = self.prose
        if prose.roles[index]:
            return None  # قبل is "before" more often than "accepted"
        nominal = self._is_noun(index, clitics, ambiguous=any(sense.kind != "verb" for sense in senses))
        bound = prose.document.tokens[index].text.endswith(("ة", "ةً", "ةٌ", "ةٍ"))
        for sense in senses:
            if (sense.kind == "verb") == nominal or (bound and sense.form.suffixed):
                continue  # المقترحة is an adjective, not مقترح with a pronoun
            if sense.kind == "verb" and is_purpose(clitics) and sense.form.tense != "imperfect":
                continue
            if self._need_is_met(index, sense):
                return sense
        if not nominal:
            for sense in senses:
                if sense.kind != "verb" and self._need_is_met(index, sense):
                    return sense
        return None

    def _is_noun(self, index: int, clitics: str, *, ambiguous: bool) -> bool:
        """Whether a word that may be a verb or a noun must be a noun here."""
        prose = self.prose
        text = prose.document.tokens[index].text
        if is_bare_noun(clitics) or text.endswith(("ة", "ةً", "ًا", "اً")):
            return True
        before = prose.before(index)
        previous = prose.verbs[index - 1] if index and before == "" else None
        return before in {"preposition", "demonstrative"} or previous is not None or (ambiguous and prose.is_genitive(index))

    def _need_is_met(self, index: int, sense: Sense) -> bool:
        prose, need = self.prose, sense.need
        near = _CLOSE if sense.kind != "verb" else _FAR if need == "deal" else _NEAR
        end = min(prose.size, index + 1 + near)
        while end > index + 1 and prose.sentences[end - 1] != prose.sentences[index]:
            end -= 1
        if need == "always":
            return not (sense.type == "reject" and self._is_anonymity(index, end))
        if need == "with":
            return any(prose.norms[at] in {"مع", "معه", "معهم", "معها", "هاتفيا", "الجانبان", "الطرفان"} for at in range(index + 1, end))
        if need == "على":
            return "علي" in prose.norms[index + 1 : min(end, index + 9)]
        if need == "party":
            if self._object(index, end, "relief") is not None:
                return False
            return any(party.kind != "place" for party in self.parties.in_range(index + 1, min(end, prose.ends[index])))
        if need == "place":
            return self._goes_somewhere(index, end, arrives=sense.lemma.startswith("وصل"))
        running = need == "talks_run"
        need = "talks" if running else need
        at = self._subject(index, need) if running else None
        if at is None:
            at = self._object(index, min(end, index + _CLOSE) if running else end, need, direct=running)
        if at is None and need == "deal" and sense.kind == "verb" and not sense.form.plural:
            at = self._subject(index, need)  # الاتفاق الذي أبرم
        if at is None:
            return False
        if need == "talks" or (need == "deal" and sense.type == "agree"):
            self._absorb(at)
        return True

    def _object(self, index: int, end: int, need: str, *, direct: bool = False) -> int | None:
        """The first noun of the class ``need`` after ``index``; a masdar's object stands close to it.

        :param direct: no preposition may come between: the noun is the verb's subject.
        """
        prose = self.prose
        for at in range(index + 1, end):
            role = prose.roles[at]
            if (direct and role == "preposition") or role in {"stop", "that", "opener"} or (prose.verbs[at] is not None and at > index + 1 and role == "" and prose.norms[at][:1] == "و"):
                return None
            match = _objects().find(prose.norms[at])
            if match is not None and need in match.value and not role and match.clitics[:1] != "و":
                return at
        return None

    def _subject(self, index: int, need: str) -> int | None:
        """The noun of the class ``need`` just before a verb: المحادثات انهارت."""
        prose = self.prose
        for at in range(index - 1, max(prose.starts[index], index - 5) - 1, -1):
            if prose.roles[at] in {"stop", "comma", "that"}:
                return None
            match = _objects().find(prose.norms[at])
            if match is not None and need in match.value:
                return at
        return None

    def _absorb(self, at: int) -> None:
        """Leave the talks that are resumed or broken off to that event, unless they are one particular sitting."""
        prose = self.prose
        last = self._chain_end(at, joined=True)
        for covered in range(at, last):
            if _ordinals().find(prose.norms[covered]):
                return
        self.absorbed.update(range(at, last))

    def _is_anonymity(self, index: int, end: int) -> bool:
        return any(_anonymity().find(self.prose.norms[at]) for at in range(index + 1, min(end, index + 5)))

    def _goes_somewhere(self, index: int, end: int, *, arrives: bool) -> bool:
        prose = self.prose
        for at in range(index + 1, end):
            match = _objects().find(prose.norms[at])
            if match is not None and match.value & {"talks", "deal", "plan", "relief"} and not is_purpose(match.clitics) and at <= index + 2:
                return False
            if prose.roles[at] in {"stop", "that", "opener"}:
                return False
            if self.parties.place(at) is not None:
                before = prose.norms[at - 1]
                clitic = prose.norms[at][:1]
                if before in _TOWARDS or clitic == "ل" or before in _CITIES or (arrives and (before == "في" or at == index + 1)):
                    return True
        return False

    # ------------------------------------------------------------------ which event

    def _chain_end(self, index: int, *, joined: bool = False) -> int:
        """One past the noun phrase of talks that begins at ``index``: the sitting, what it is of, their adjectives.

        :param joined: nouns of talks behind و belong to it too: الحوار والتفاوض.
        """
        prose = self.prose
        at = index + 1
        while at < prose.ends[index]:
            match = _objects().find(prose.norms[at])
            if prose.norms[at] == "من" and at + 1 < prose.ends[index]:
                following = _objects().find(prose.norms[at + 1])
                if following is None or "talks" not in following.value:
                    break
            elif not (_renewals().find(prose.norms[at]) or (match is not None and "talks" in match.value and (match.clitics[:1] != "و" or joined)) or _ordinals().find(prose.norms[at])):
                break
            at += 1
        return at

    def _consider(self, index: int, clitics: str, sense: Sense) -> None:
        prose = self.prose
        last = index + 1
        if sense.type in {"meet", "talks"} and sense.kind == "noun":
            last = self._chain_end(index)
            inner = [at for at in range(index + 1, last) if self._carries_talks(at)]
            if any(not prose.norms[at].startswith("ل") for at in inner):
                return  # the last noun of the chain carries the event
            self.absorbed.update(inner)  # جولة لمفاوضات: what is tied on by ل only says what of
            if self._is_topic(index):
                return
        if sense.kind == "verb" and is_purpose(clitics) and prose.before(index) == "auxiliary":
            return  # لم نكن لنرسل: what would not have been done
        if sense.kind == "verb":
            verdict = status.of_verb(prose, index, clitics, sense.form)
        else:
            verdict = self._of_noun(index, clitics, sense, last)
        if not self._is_event(index, clitics, sense, verdict, last):
            return
        when, place = self._circumstances(index, sense)
        judged = self._by_time(sense, verdict, when)
        if self._refers_back(index, clitics, sense, judged, when, place, last):
            return
        token = prose.document.tokens[index]
        rests = [(token.start, token.end)]
        if judged.by is not None and judged.by != index and judged.by < prose.size:
            governor = prose.document.tokens[judged.by]
            rests.append((governor.start, governor.end))
        unsure = self._partial(index, sense)
        if sense.type in {"accept", "reject"}:
            self._take_object(index)
        event = Event(
            type=sense.type,
            trigger=(token.start, token.end),
            status=judged.status,
            actors=self._authors(index) if sense.type == "propose" else self._actors(index),
            place=place,
            when=when,
            plover=load("plover")[sense.type],
            certainty=0.9 if sense.kind == "verb" else 0.75,
            rule=f"{sense.kind}-{sense.need}",
            rests_on=tuple(rests),
            unsure=unsure,
        )
        self.lemmas[id(event)] = sense.lemma
        self.ordinals[id(event)] = self._ordinals(index, last)
        if sense.kind == "noun" and judged.by is None and when is None and place is None:
            self.weak.add(id(event))
        self.sentence_of[id(event)] = prose.sentences[index]
        self.found.append(event)

    def _of_noun(self, index: int, clitics: str, sense: Sense, last: int) -> Verdict:
        prose = self.prose
        if sense.type == "propose":
            return self._of_proposal(index)
        if sense.kind == "masdar" and prose.before(index) == "" and self._names_talks(index - 1):
            return status.Verdict("possible", index - 1)  # "the deal on the release": what it would bring
        verdict = status.of_noun(prose, index, clitics, last)
        if verdict.by is None:
            return verdict
        governor = status.governor_at(prose.norms[verdict.by])
        if governor is not None and governor.value.group == "failed" and sense.type in _SURVIVING:
            return status.Verdict("held", verdict.by)
        if verdict.status == "announced" and is_purpose(clitics) and verdict.by == index and sense.type not in _SITTINGS:
            return status.Verdict("possible", index)
        return verdict

    def _of_proposal(self, index: int) -> Verdict:
        """A proposal exists from its tabling, whatever else is done to it: refusing it does not undo it."""
        prose = self.prose
        for at in [*range(index + 1, min(prose.ends[index], index + 6)), *range(index - 1, max(prose.starts[index], index - 8) - 1, -1)]:
            tabling = _tabling().find(prose.norms[at])
            if tabling is None:
                continue
            verb = prose.verbs[at]
            if verb is not None and not is_nominal(tabling.clitics):
                judged = status.of_verb(prose, at, tabling.clitics, verb)
                return status.Verdict(judged.status if judged.status != "ongoing" else "held", at)
            judged = status.of_noun(prose, at, tabling.clitics)
            return status.Verdict(judged.status, at)
        return status.Verdict("held", None)

    def _take_object(self, index: int) -> None:
        """What is accepted or refused is that event's object, not an event of its own; a proposal is both."""
        lexicon = _triggers()
        for at in range(index + 1, min(self.prose.ends[index], index + 7)):
            match = lexicon.find(self.prose.norms[at])
            if match is not None and not any(sense.type == "propose" for sense in match.value):
                if all(sense.kind != "verb" for sense in match.value) or self._is_noun(at, match.clitics, ambiguous=True):
                    self.absorbed.add(at)

    def _carries_talks(self, index: int) -> bool:
        match = _triggers().find(self.prose.norms[index])
        return match is not None and any(sense.type in {"meet", "talks"} and sense.kind == "noun" for sense in match.value)

    def _is_topic(self, index: int) -> bool:
        prose = self.prose
        before = index - 1
        if prose.before(index) != "":
            return False
        topic = _topics().find(prose.norms[before])
        return topic is not None and "ال" not in topic.clitics

    def _is_event(self, index: int, clitics: str, sense: Sense, verdict: Verdict, last: int) -> bool:
        """Whether a noun is more than a name for something: agreements need reaching, proposals an author, truces a governor."""
        if sense.kind == "verb" and sense.type in {"agree", "accept"} and verdict.status == "denied":
            return prose_before_negator(self.prose, index) != "relative"  # "those who have not signed" are only named
        if sense.kind != "noun":
            if sense.need == "fire":
                return self._is_truce(index, clitics, verdict)
            if sense.type == "mediate" and sense.kind == "masdar":
                return not (index + 1 < self.prose.size and self._mediates(index + 1))
            return True
        prose = self.prose
        following = prose.norms[index + 1] if index + 1 < prose.ends[index] else ""
        behind_subject = prose.before(index) == "" and (
            ((verb := prose.verbs[index - 1]) is not None and (verb.suffixed or status.governor_at(prose.norms[index - 1]) is None))
            or self._names_talks(index - 1)
        )
        if sense.type == "mediate":  # "the mediation tabled", "the mediation's draft": those who mediate
            run = verdict.by is not None and prose.verbs[verdict.by] is not None
            named = index in self.parties.covering and not run
            return not behind_subject and verdict.status != "denied" and not named
        if sense.type == "agree":
            if following in _AGREED_ON | {"حول", "بشان"} and self._partial(index, sense):
                return True
            if self._was_reached(index):
                return True
            governed = verdict.by is not None and verdict.by < index
            reached = governed and verdict.by is not None and _reaching().find(prose.norms[verdict.by]) is not None
            return reached or ("ال" in clitics and following in _AGREED_ON and verdict.by is not None)
        if sense.type == "propose":
            if sense.form.suffixed:
                return True
            by = verdict.by
            tabled = by is not None and _tabling().find(prose.norms[by]) is not None
            owned = "ال" not in clitics and index + 1 < prose.size and self.parties.at(index + 1) is not None
            behind = any(_tabling().find(prose.norms[at]) for at in range(index + 1, min(prose.ends[index], index + 6)))
            return tabled or owned or behind
        if sense.type == "ceasefire":  # "the truce talks" are talks
            return verdict.by is not None and verdict.by != index and not behind_subject
        return True

    def _was_reached(self, index: int) -> bool:
        """الاتفاق الذي تم التوصل إليه: reached in its relative clause."""
        prose = self.prose
        end = min(prose.ends[index], index + 5)
        for at in range(index + 1, end):
            if prose.roles[at] == "relative":
                return any(_reaching().find(norm) for norm in prose.norms[at + 1 : at + 4])
        return False

    def _names_talks(self, index: int) -> bool:
        """Whether the noun at ``index`` is talks, a plan or a deal, so that its genitive only says what about."""
        match = _objects().find(self.prose.norms[index])
        return match is not None and (bool(match.value & {"talks", "plan"}) or match.form in {"اتفاق", "اتفاقيه", "صفقه"})

    def _mediates(self, index: int) -> bool:
        match = _triggers().find(self.prose.norms[index])
        return match is not None and any(sense.type == "mediate" and sense.kind == "noun" for sense in match.value)

    def _is_truce(self, index: int, clitics: str, verdict: Verdict) -> bool:
        """Whether "stopping" is a ceasefire declared or called for, not what some talks or plan are about."""
        if verdict.by is None or verdict.by == index:
            return False
        following = self.prose.norms[index + 1 : index + 4]
        if any("اطلاق" in norm for norm in following):
            return not is_purpose(clitics)
        governor = status.governor_at(self.prose.norms[verdict.by])
        return governor is not None and governor.value.form.tense != "noun" and governor.value.group in {"runs", "ongoing"}

    def _by_time(self, sense: Sense, verdict: Verdict, when: str | None) -> Verdict:
        """Let the day decide where the words alone do not: tomorrow's meeting is announced, whatever its tense."""
        published = self.prose.document.published
        if published is None or when is None:
            return verdict
        today = published.isoformat()
        first = when.split("/")[0]
        if first > today and verdict.status in {"held", "ongoing"} and len(first) == len(today):
            return status.Verdict("announced", verdict.by)
        if verdict.status == "ongoing" and verdict.by is None and sense.kind == "verb" and first == today and sense.type in _PUNCTUAL:
            return status.Verdict("announced", verdict.by)
        return verdict

    def _refers_back(
        self, index: int, clitics: str, sense: Sense, verdict: Verdict, when: str | None, place: str | None, last: int
    ) -> bool:
        family = _FAMILIES.get(sense.type, {sense.type})
        earlier = [event for event in self.found if event.type in family]
        if not earlier:
            return False
        if sense.kind == "noun" and sense.type in _SITTINGS and (place is not None or when is not None) and verdict.by is not None:
            bare = [event for event in earlier if id(event) in self.weak]
            if bare:  # the fuller mention stands for the bare one
                self.found = [event for event in self.found if id(event) not in self.weak or event.type not in family]
                return len(bare) < len(earlier) and self._refers_back(index, clitics, sense, verdict, when, place, last)
        if sense.kind == "verb":
            actors = set(self._authors(index) if sense.type == "propose" else self._actors(index))
            return any(
                event.type == sense.type
                and self._same(event, when, place)
                and _CLASSES[event.status] == _CLASSES[verdict.status]
                and actors
                and actors <= set(event.actors)
                and (sense.type in _SITTINGS or self.lemmas[id(event)] == sense.lemma)
                for event in earlier
            )
        ordinals = self._ordinals(index, last)
        renewed = any(_renewals().find(norm) for norm in self.prose.norms[index + 1 : last])
        if renewed and "ال" not in clitics and sense.kind == "noun":
            return False
        if sense.type in _PERSONAL:
            actors = set(self._actors(index))
            earlier = [event for event in earlier if not actors or not event.actors or actors & set(event.actors)]
        if sense.kind == "masdar" and when is not None and verdict.status == "announced":
            vague = [event for event in earlier if event.when is None and event.status == "possible"]
            self.found = [event for event in self.found if event not in vague]  # the dated plan stands for the vague one
            earlier = [event for event in earlier if event not in vague]
        if ordinals:
            return any(
                ordinals & self.ordinals[id(event)]
                or (_CLASSES[event.status] == _CLASSES[verdict.status] == "open" and "ال" in clitics and self._same(event, when, place))
                for event in earlier
            )
        if sense.kind == "noun" and self._is_under_way(index, verdict):
            return False
        definite = "ال" in clitics or "لل" in clitics or sense.form.suffixed
        if sense.type == "propose" and sense.kind == "noun":
            authors = set(self._authors(index))
            if when is not None and verdict.by is not None:
                bare = [event for event in earlier if event.when is None and (set(event.actors) & authors or not authors)]
                self.found = [event for event in self.found if event not in bare]
                earlier = [event for event in earlier if event not in bare]
            return any(not authors or not event.actors or authors & set(event.actors) for event in earlier)
        if definite and when is None and sense.kind == "noun" and sense.type != "agree":
            return verdict.status not in {"cancelled", "denied"}
        return any(
            self._same(event, when, place)
            and (
                verdict.by is None
                or _CLASSES[event.status] == _CLASSES[verdict.status]
                or (when is not None and when == event.when and place == event.place)
            )
            for event in earlier
        )

    def _is_under_way(self, index: int, verdict: Verdict) -> bool:
        """Whether a masdar stands for a verb: يواصل الاجتماع مع is not "the meeting" but "goes on meeting"."""
        prose = self.prose
        if verdict.by is None or prose.verbs[verdict.by] is None:
            return False
        return prose.norms[index] not in prose.norms[:index] and "مع" in prose.norms[index + 1 : index + 4]

    def _ordinals(self, index: int, last: int) -> frozenset[str]:
        """What tells this sitting from others: السادسة, الختامية, المقبلة."""
        prose = self.prose
        words = prose.norms[index + 1 : min(last + 1, prose.ends[index])]
        return frozenset(match.form for norm in words if (match := _ordinals().find(norm)) is not None)

    @staticmethod
    def _same(event: Event, when: str | None, place: str | None) -> bool:
        return (when is None or event.when is None or when == event.when) and (
            place is None or event.place is None or place == event.place
        )

    # ------------------------------------------------------------------ its circumstances

    def _circumstances(self, index: int, sense: Sense) -> tuple[str | None, str | None]:
        """Day and place of the clause; حيث hands on those of the event just before it."""
        when, place = self._when(index), self._place(index, sense.type)
        start = self.prose.starts[index]
        if sense.kind == "verb" and self.found and self.prose.norms[start] in {"حيث", "وحيث"}:
            earlier = self.found[-1]
            if self.prose.sentences[start] == self._sentence_of(earlier):
                return when or earlier.when, place or earlier.place
        if sense.kind == "noun" and place is None and self.found and self.prose.norms[index].startswith("ل"):
            earlier = self.found[-1]
            if earlier.type == "travel" and self.prose.sentences[start] == self._sentence_of(earlier):
                place = earlier.place  # one travels somewhere in order to meet there
        return when, place

    def _sentence_of(self, event: Event) -> int:
        return self.sentence_of[id(event)]

    def _when(self, index: int) -> str | None:
        """The day of the clause; the nearest after the trigger, or else before it."""
        start, end = self.prose.starts[index], self.prose.ends[index]
        relative = False
        for at in range(index + 1, end):
            relative = relative or (self.prose.roles[at] == "relative" and at > index + _ATTACHED)
            if at in self.times and not relative:  # a relative clause of its own has its own day
                return self.times[at]
        if self.prose.norms[index].startswith("ل") and self.prose.verbs[index] is None:
            return None  # the day before a purpose is that of the deed, not of what it is for
        for at in range(index - 1, start - 1, -1):
            if at in self.times and "من" not in self.prose.norms[at + 1 : index]:  # "two days before the round"
                return self.times[at]
        return None

    def _place(self, index: int, type_: EventType) -> str | None:
        prose = self.prose
        start, end = prose.starts[index], prose.ends[index]
        behind = range(index + 1, end)
        for at in behind:
            if at > index + 1 and self._carries_talks(at) and prose.norms[at - 1] != "من" and not prose.norms[at].startswith("وال"):
                behind = range(index + 1, at)  # the place of other talks
                break
        for at in [*behind, *range(index - 1, start - 1, -1)]:
            name = self.parties.place(at)
            if name is None:
                continue
            if self._is_where(index, at, name, type_):
                return name
        return None

    def _is_where(self, index: int, at: int, name: str, type_: EventType) -> bool:
        """Whether the place at ``at`` is where the event is, not whom an envoy is sent to or whose adjective it is."""
        prose = self.prose
        if prose.norms[at][:1] == "ب" and not name.startswith("ب"):
            return True
        before = at - 1
        while before > index and before > at - 4 and not prose.roles[before] and prose.verbs[before] is None:
            if prose.norms[before] in _CITIES:
                break
            before -= 1
        word = prose.norms[before]
        if word in _CITIES or word == "في" or (word == "داخل" and before == at - 1):
            return word in _CITIES or before == at - 1 or prose.norms[before + 1] in _CITIES
        if word in {"الي", "نحو"} and before == at - 1:
            return type_ in {"travel", "resume"} and not self._speaks_of_envoy(before)
        party = self.parties.beginning.get(at)
        if type_ != "travel" or self._speaks_of_envoy(at):
            return False
        return (party is not None and party.kind == "place") or at == index + 1 or not prose.roles[at - 1]

    def _speaks_of_envoy(self, at: int) -> bool:
        return any(_envoys().find(norm) for norm in self.prose.norms[max(0, at - 3) : at])

    def _actors(self, index: int) -> tuple[str, ...]:
        names: list[str] = []
        for party in self.parties.in_range(self.prose.starts[index], self.prose.ends[index]):
            if party.span in self.speakers and party.last <= index and self.prose.verbs[index] is None:
                continue
            before = self.prose.norms[party.first - 1] if party.first else ""
            if party.kind == "state" and before in {*_AT, *_TOWARDS, "من"}:
                continue  # where it was, not who was there
            if party.name not in names:
                names.append(party.name)
        return tuple(names)

    def _authors(self, index: int) -> tuple[str, ...]:
        """Whose proposal it is: its genitive, or the subject that tables it; all of the clause where neither is written."""
        prose = self.prose
        if index + 1 < prose.size and prose.sentences[index + 1] == prose.sentences[index]:
            party = self.parties.at(index + 1)
            if party is not None and not prose.roles[index + 1]:
                return (party.name,)
        for at in range(index + 1, min(prose.ends[index], index + 7)):
            if _tabling().find(prose.norms[at]) and at + 1 < prose.size:
                party = self.parties.at(at + 1)
                if party is not None:
                    return (party.name,)
        return self._actors(index)

    def _partial(self, index: int, sense: Sense) -> tuple[str, ...]:
        if sense.type != "agree":
            return ()
        prose = self.prose
        window = prose.norms[index + 1 : min(prose.ends[index], index + 6)]
        if any(_partial().find(norm) for norm in window):
            return ("partial agreement: on some points, not an agreement reached",)
        return ()


_AGREED_ON = {"علي", "عليه", "عليها", "بين"}
_SITTINGS = {"meet", "talks", "travel", "vote"}
_SURVIVING = {"meet", "talks", "travel", "mediate", "propose"}
_CLASSES = {
    "held": "real", "ongoing": "real", "announced": "open", "possible": "open", "cancelled": "off", "denied": "off",
}  # fmt: skip
_PERSONAL = {"accept", "reject", "breach", "appoint", "travel", "release"}
_FAMILIES: dict[str, set[str]] = {"meet": {"meet", "talks"}, "talks": {"meet", "talks"}}
_PUNCTUAL = {"meet", "travel", "resume", "agree", "vote", "release", "talks"}
_AT = {"في", "الي", "داخل", "لدي"}
_TOWARDS = {"الي", "نحو"}
_CITIES = {"العاصمه", "مدينه", "بالعاصمه", "للعاصمه", "والعاصمه", "بمدينه", "منتجع", "بمنتجع", "سلطنه", "دوله"}


def _by_token(prose: Prose, times: list[Time]) -> dict[int, str]:
    """The values of dates and parts of days by their first token."""
    tokens = prose.document.tokens
    found: dict[int, str] = {}
    index = 0
    for time in sorted(times, key=lambda t: t.span):
        while index < len(tokens) and tokens[index].end <= time.span[0]:
            index += 1
        if time.value is not None and time.type in {"DATE", "TIME"} and index < len(tokens):
            found.setdefault(index, time.value)
    return found


def prose_before_negator(prose: Prose, index: int) -> str:
    at = index - 1
    while at > prose.starts[index] and prose.roles[at] in {"negator", "auxiliary"}:
        at -= 1
    return prose.roles[at]


# ---------------------------------------------------------------------- vocabulary


@cache
def _triggers() -> Lexicon[tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    table = load("arabic/events")
    types = load("plover")
    for name, entry in table.items():
        if name not in types:
            continue
        type_ = cast("EventType", name)
        for need, citations in entry.get("verbs", {}).items():
            for citation in citations:
                for word, form in verb_forms(*citation.split()).items():
                    found.setdefault(word, []).append(Sense(type_, need, "verb", form, citation))
        for citation in entry.get("nouns", ()):
            for word, form in noun_forms(citation).items():
                found.setdefault(word, []).append(Sense(type_, "always", "noun", form, citation))
        for need, citations in entry.get("masdars", {}).items():
            for citation in citations:
                for word, form in noun_forms(citation).items():
                    found.setdefault(word, []).append(Sense(type_, need, "masdar", form, citation))
    return Lexicon({word: tuple(senses) for word, senses in found.items()})


@cache
def _objects() -> Lexicon[frozenset[str]]:
    """The classes of object a noun belongs to, under the names of the needs that ask for them."""
    table = load("arabic/events")
    classes = {**table["objects"], "mediation": table["mediation"], "delegation": table["delegations"], "fire": _FIRE}
    found: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in nouns(words):
            found.setdefault(word, set()).add(name)
    return Lexicon({word: frozenset(names) for word, names in found.items()})


_FIRE = ("إطلاق", "قتال", "حرب", "معارك", "عدائية", "غارات")
_REACHING = ("توصل", "وصول", "إبرام", "توقيع", "تحقيق", "إنجاز", "التوصل")
_TABLING = ("تقديم", "طرح", "عرض", "إعداد")


@cache
def _topics() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/events")["topics"]), True))


@cache
def _ordinals() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/events")["ordinals"]), True))


@cache
def _renewals() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/events")["renewals"]), True))


@cache
def _partial() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/events")["partial"]), True))


@cache
def _anonymity() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/stances")["anonymity"]), True))


@cache
def _envoys() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/events")["delegations"]), True))


@cache
def _reaching() -> Lexicon[bool]:
    verbs = ("توصل يتوصل", "تم يتم", "حقق يحقق", "أنجز ينجز", "بلغ يبلغ", "عقد يعقد")
    forms = [word for citation in verbs for word in verb_forms(*citation.split())]
    return Lexicon(dict.fromkeys([*forms, *nouns(_REACHING)], True))


@cache
def _tabling() -> Lexicon[bool]:
    verbs = ("قدم يقدم", "طرح يطرح", "عرض يعرض", "سلم يسلم", "أعد يعد", "رفع يرفع", "أطلق يطلق", "صاغ يصوغ", "أورد يورد")
    forms = [word for citation in verbs for word in verb_forms(*citation.split())]
    return Lexicon(dict.fromkeys([*forms, *nouns(_TABLING)], True))
