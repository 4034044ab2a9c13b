"""What happened in the talks, or will: meetings, rounds, journeys, proposals, agreements.

A trigger is one word: a verb, or the noun that a light verb only carries ("held a meeting", "reached an agreement"). A
word that has other uses counts with the object that makes it diplomatic. The same event is reported once, where it is
first named; a definite noun of talks without a day, place or number of its own refers back.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from taqrib.reading.arabic import status
from taqrib.reading.arabic.clauses import Prose, is_nominal, is_purpose, nouns
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
_HEADING = 9
"""A paragraph of at most so many tokens without a full stop is a heading."""


class Sense(NamedTuple):
    """One thing a word may mean: the type of event, its need, and whether a verb, a noun or a masdar says it."""

    type: EventType
    need: str
    kind: Literal["verb", "noun", "masdar"]
    form: Form


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
        self.places: list[tuple[int, str]] = []

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
        nominal = is_nominal(clitics) and not is_purpose(clitics)
        if not nominal:
            before = prose.before(index)
            previous = prose.verbs[index - 1] if index and before == "" else None
            nominal = before in {"preposition", "demonstrative"} or (previous is not None and previous.tense != "noun")
        for sense in senses:
            if (sense.kind == "verb") == nominal:
                continue
            if sense.kind == "verb" and is_purpose(clitics) and sense.form.tense != "imperfect":
                continue
            if self._need_is_met(index, sense):
                return sense
        if not nominal:
            for sense in senses:
                if sense.kind != "verb" and self._need_is_met(index, sense):
                    return sense
        return None

    def _need_is_met(self, index: int, sense: Sense) -> bool:
        prose, need = self.prose, sense.need
        end = min(prose.size, index + 1 + _NEAR)
        while end > index + 1 and prose.sentences[end - 1] != prose.sentences[index]:
            end -= 1
        if need == "always":
            return not (sense.type == "reject" and self._is_anonymity(index, end))
        if need == "with":
            return any(prose.norms[at] in {"مع", "معه", "معهم", "معها", "هاتفيا", "الجانبان", "الطرفان"} for at in range(index + 1, end))
        if need == "place":
            return self._goes_somewhere(index, end)
        at = self._object(index, end, need)
        if at is None and need == "talks" and sense.kind == "verb":
            at = self._subject(index, need)
        if at is None:
            return False
        if need == "talks" or (need == "deal" and sense.type == "agree"):
            self._absorb(at)
        return True

    def _object(self, index: int, end: int, need: str) -> int | None:
        """The first noun of the class ``need`` after ``index``; a masdar's object stands close to it."""
        prose = self.prose
        for at in range(index + 1, end):
            role = prose.roles[at]
            if role in {"stop", "that", "opener"} or (prose.verbs[at] is not None and at > index + 1 and role == "" and prose.norms[at][:1] == "و"):
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
        last = self._chain_end(at)
        for covered in range(at, last):
            if _ordinals().find(prose.norms[covered]):
                return
        self.absorbed.update(range(at, last))

    def _is_anonymity(self, index: int, end: int) -> bool:
        return any(_anonymity().find(self.prose.norms[at]) for at in range(index + 1, min(end, index + 5)))

    def _goes_somewhere(self, index: int, end: int) -> bool:
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
                if before in _TOWARDS or clitic in {"ب", "ل"} or at == index + 1 or before in _CITIES:
                    return True
        return False

    # ------------------------------------------------------------------ which event

    def _chain_end(self, index: int) -> int:
        """One past the noun phrase of talks that begins at ``index``: the sitting, what it is of, their adjectives."""
        prose = self.prose
        at = index + 1
        while at < prose.ends[index]:
            match = _objects().find(prose.norms[at])
            if prose.norms[at] == "من" and at + 1 < prose.ends[index]:
                following = _objects().find(prose.norms[at + 1])
                if following is None or "talks" not in following.value:
                    break
            elif not ((match is not None and "talks" in match.value and match.clitics[:1] != "و") or _ordinals().find(prose.norms[at])):
                break
            at += 1
        return at

    def _consider(self, index: int, clitics: str, sense: Sense) -> None:
        prose = self.prose
        last = index + 1
        if sense.type in {"meet", "talks"} and sense.kind == "noun":
            last = self._chain_end(index)
            if any(self._carries_talks(at) for at in range(index + 1, last)):
                return  # the last noun of the chain carries the event
            if self._is_topic(index):
                return
        if sense.kind == "verb":
            verdict = status.of_verb(prose, index, clitics, sense.form)
        else:
            verdict = status.of_noun(prose, index, clitics, last)
        if not self._is_event(index, clitics, sense, verdict, last):
            return
        when = self._when(index)
        place = self._place(index)
        judged = self._by_time(sense, verdict, when)
        if self._refers_back(index, clitics, sense, judged, when, place, last):
            return
        token = prose.document.tokens[index]
        rests = [(token.start, token.end)]
        if judged.by is not None and judged.by != index and judged.by < prose.size:
            governor = prose.document.tokens[judged.by]
            rests.append((governor.start, governor.end))
        unsure = self._partial(index, sense)
        self.found.append(
            Event(
                type=sense.type,
                trigger=(token.start, token.end),
                status=judged.status,
                actors=self._actors(index),
                place=place,
                when=when,
                plover=load("plover")[sense.type],
                certainty=0.9 if sense.kind == "verb" else 0.75,
                rule=f"{sense.kind}-{sense.need}",
                rests_on=tuple(rests),
                unsure=unsure,
            )
        )

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
        if sense.kind != "noun":
            return True
        prose = self.prose
        following = prose.norms[index + 1] if index + 1 < prose.ends[index] else ""
        if sense.type == "agree":
            governed = verdict.by is not None and verdict.by < index
            reached = governed and verdict.by is not None and _reaching().find(prose.norms[verdict.by]) is not None
            return reached or (following == "على" and not is_nominal(clitics.replace("ال", "")) and "ال" in clitics)
        if sense.type == "propose":
            if sense.form.suffixed:
                return True
            by = verdict.by
            tabled = by is not None and _tabling().find(prose.norms[by]) is not None
            owned = "ال" not in clitics and self.parties.at(index + 1) is not None
            behind = any(_tabling().find(prose.norms[at]) for at in range(index + 1, min(prose.ends[index], index + 6)))
            return tabled or owned or behind
        if sense.type == "ceasefire":
            return verdict.by is not None
        return True

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
        if sense.kind == "verb":
            trigger = self.prose.norms[index]
            return any(
                event.type == sense.type and self._same(event, when, place) and event.status == verdict.status and (when or place or trigger)
                and set(event.actors) & set(self._actors(index)) and (event.when == when) and event.place == place
                for event in earlier
            )
        particular = any(_ordinals().find(self.prose.norms[at]) for at in range(index, last)) or self._ordinal_after(index, last)
        if particular:
            return False
        if verdict.by is not None and verdict.status in {"announced", "cancelled", "denied", "possible"}:
            return any(event.status == verdict.status and self._same(event, when, place) for event in earlier)
        return any(self._same(event, when, place) for event in earlier)

    def _ordinal_after(self, index: int, last: int) -> bool:
        del index
        prose = self.prose
        return last < prose.size and prose.roles[last] in {"", "adverb"} and _ordinals().find(prose.norms[last]) is not None

    @staticmethod
    def _same(event: Event, when: str | None, place: str | None) -> bool:
        return (when is None or event.when is None or when == event.when) and (
            place is None or event.place is None or place == event.place
        )

    # ------------------------------------------------------------------ its circumstances

    def _when(self, index: int) -> str | None:
        """The day of the clause; the nearest after the trigger, or else before it."""
        start, end = self.prose.starts[index], self.prose.ends[index]
        before: str | None = None
        for at in range(start, end):
            value = self.times.get(at)
            if value is not None:
                if at > index:
                    return value
                before = value
        return before

    def _place(self, index: int) -> str | None:
        prose = self.prose
        start, end = prose.starts[index], prose.ends[index]
        for at in [*range(index + 1, end), *range(index - 1, start - 1, -1)]:
            name = self.parties.place(at)
            if name is None:
                continue
            before = prose.norms[at - 1] if at else ""
            party = self.parties.beginning.get(at)
            proper = party is not None and party.kind == "place"
            if before in _AT or before in _CITIES or (prose.norms[at][:1] == "ب" and not name.startswith("ب")) or (proper and at == index + 1):
                return name
        return None

    def _actors(self, index: int) -> tuple[str, ...]:
        names: list[str] = []
        for party in self.parties.in_range(self.prose.starts[index], self.prose.ends[index]):
            if party.span in self.speakers and party.last <= index and self.prose.verbs[index] is None:
                continue
            before = self.prose.norms[party.first - 1] if party.first else ""
            if party.kind == "state" and (before in _AT or before in _TOWARDS):
                continue  # where it was, not who was there
            if party.name not in names:
                names.append(party.name)
        return tuple(names)

    def _partial(self, index: int, sense: Sense) -> tuple[str, ...]:
        if sense.type != "agree":
            return ()
        prose = self.prose
        window = prose.norms[index + 1 : min(prose.ends[index], index + 6)]
        if any(_partial().find(norm) for norm in window):
            return ("partial agreement: on some points, not an agreement reached",)
        return ()


_FAMILIES: dict[str, set[str]] = {"meet": {"meet", "talks"}, "talks": {"meet", "talks"}}
_PUNCTUAL = {"meet", "travel", "resume", "agree", "vote", "release", "talks"}
_AT = {"في", "الي", "داخل", "لدي"}
_TOWARDS = {"الي", "نحو", "في", "من"}
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
                    found.setdefault(word, []).append(Sense(type_, need, "verb", form))
        for citation in entry.get("nouns", ()):
            for word, form in noun_forms(citation).items():
                found.setdefault(word, []).append(Sense(type_, "always", "noun", form))
        for need, citations in entry.get("masdars", {}).items():
            for citation in citations:
                for word, form in noun_forms(citation).items():
                    found.setdefault(word, []).append(Sense(type_, need, "masdar", form))
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
def _partial() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/events")["partial"]), True))


@cache
def _anonymity() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(nouns(load("arabic/stances")["anonymity"]), True))


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
