"""What happened or will happen in the talks an English report tells of, with its status.

A verb carries an event when its arguments fit ("signed the accord", not "signed a player"); a noun such as "talks" or
"visit" does by itself. The same event is found once: at its first mention that names place or time, else at its first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from taqrib.reading.english.outline import Outline, outline_of
from taqrib.reading.english.stances.holders import Holders
from taqrib.reading.english.words import VERBS, singular, words
from taqrib.reading.findings import Event, EventStatus, EventType
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mention, Statement, Time

_TABLE = load("english/events")
_PLOVER: dict[str, str] = load("plover")
_NOUNS: dict[str, str] = _TABLE["nouns"]
_ARGUMENTS = {
    "talks": frozenset(_TABLE["talks"]),
    "paper": frozenset(_TABLE["papers"]),
    "truce": frozenset(_TABLE["truces"]),
    "captive": frozenset(_TABLE["captives"]),
    "aid": frozenset(_TABLE["aids"]),
    "office": frozenset(_TABLE["offices"]),
}
_SPEAKING = frozenset(load("english/stances")["speaking"])
_CLAIMS = frozenset(load("english/reporting")["claims"])
_ENDS = words(_TABLE["ends"])
_ANNOUNCED = frozenset(_TABLE["announced"])
_POSSIBLE = frozenset(_TABLE["possible"])
_ONGOING = frozenset(_TABLE["ongoing"])
_DENIED = frozenset(_TABLE["denied"])
_CANCELLED = frozenset(_TABLE["cancelled"])


class _Frame(NamedTuple):
    type: EventType
    needs: str


def _verb_frames() -> dict[str, list[tuple[tuple[str, ...], _Frame]]]:
    frames: dict[str, list[tuple[tuple[str, ...], _Frame]]] = {}
    for phrase, (kind, needs) in _TABLE["verbs"].items():
        lemma, *rest = phrase.split()
        frames.setdefault(lemma, []).append((tuple(rest), _Frame(cast("EventType", kind), needs)))
    for entries in frames.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return frames


_FRAMES = _verb_frames()
_TRIGGER_FORMS = {form: verb.lemma for form, verb in VERBS.items() if verb.lemma in _FRAMES}
_REFUSING = frozenset(["attend", "participate", "take"])
_ROUNDS = words(_TABLE["rounds"])
_NOT_THE_TALKS = words(_TABLE["passing"])


def events(document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]) -> list[Event]:
    """The events of the text in order of their triggers."""
    outline = outline_of(document, times)
    return _Reader(outline, times, mentions, statements).read()


class _Reader:
    def __init__(
        self, outline: Outline, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> None:
        self.outline = outline
        self.holders = Holders(outline, mentions, statements)
        self.dates = {time.span[0]: time for time in times if time.type in {"DATE", "TIME"} and time.value}
        self.cues = {one.cue[0] for one in statements}
        self.published = outline.document.published
        self.told: set[int] = set()
        self.found: list[Event] = []

    def read(self) -> list[Event]:
        for number, phrase in enumerate(self.outline.phrases):
            if phrase.kind in "VGIE":
                self.verb(number)
            elif phrase.kind == "N":
                self.noun(number)
        return sorted(_once(self.found), key=lambda event: event.trigger)

    # -- triggers -----------------------------------------------------------------------------------------------------

    def verb(self, number: int) -> None:
        outline = self.outline
        at = outline.phrases[number].last - 1
        lemma = _TRIGGER_FORMS.get(outline.tokens[at].norm)
        if lemma is None:
            return
        for particle, frame in _FRAMES[lemma]:
            if particle and tuple(token.norm for token in outline.tokens[at + 1 : at + 1 + len(particle)]) != particle:
                continue
            if (
                frame.type == "reject"
                and number + 1 < len(outline.phrases)
                and not _CLAIMS.isdisjoint(outline.words(number + 1))
            ):
                return  # a claim denied, nothing refused
            if self.fits(number, frame.needs):
                self.add_verb(number, at, lemma, frame)
                return

    def fits(self, number: int, needs: str) -> bool:  # noqa: C901, PLR0911 - a case of the grammar per branch
        """Whether the verb's arguments are of the kind its frame needs."""
        if needs == "-":
            return True
        outline, kinds = self.outline, self.outline.kinds
        end = self.clause_end(number)
        if needs == "to":
            return kinds[number + 1 : number + 2] == "I" and outline.lemma(number + 1) not in _SPEAKING
        if needs == "agreed":
            return kinds[number + 1 : number + 2] in {"I", "P"} and not outline.passive(number)
        if needs == "place":
            following = range(number + 1, min(end, number + 4))
            return any(kinds[index] == "N" and self.is_place(index) for index in following)
        if needs == "actor":
            first = outline.phrases[number].last
            last = outline.phrases[end - 1].last if end > number + 1 else first
            if self.holders.actors_between(first, last):
                return True
            subject = self.holders.subject(number)
            return (
                subject is not None
                and (
                    len(self.holders.actors_between(subject.first, subject.last)) > 1
                    or outline.tokens[subject.head].norm.endswith("s")
                )
                and self.holders.name(subject, number) is not None
            )
        nouns = _ARGUMENTS[needs]
        for index in range(number + 1, min(end, number + 5)):
            if kinds[index] == "N" and not nouns.isdisjoint(outline.words(index)[-2:]):
                return True
            if kinds[index] in "GI" or (
                kinds[index] == "P"
                and kinds[index - 1] == "N"
                and outline.tokens[outline.phrases[index].first].norm != "of"
            ):
                break
        if needs == "talks" or (outline.passive(number) and needs != "office"):
            subject = self.subject(number)
            if subject is not None:
                return any(token.norm in nouns for token in outline.tokens[subject.first : subject.last])
        return False

    def subject(self, number: int) -> Subject | None:
        """The subject of a verb, for an infinitive that of the verb before it ("the talks are due to resume")."""
        outline = self.outline
        if outline.kinds[number] in "VE":
            return self.holders.subject(number)
        start = outline.sentences[outline.sentence_at[number]][0]
        for index in range(number - 1, max(start, number - 4) - 1, -1):
            if outline.kinds[index] == "V":
                return self.holders.subject(index)
            if outline.kinds[index] not in "JAT":
                break
        return None

    def is_place(self, phrase: int) -> bool:
        mention = self.holders.cast.mention_at(self.outline.phrases[phrase].last - 1)
        return mention is not None and mention.kind in {"place", "state"} and mention.rule != "state-adjective"

    def clause_end(self, number: int) -> int:
        """One past the last phrase of the clause a verb or noun heads: to the next finite verb or strong mark."""
        kinds = self.outline.kinds
        end = self.outline.sentences[self.outline.sentence_at[number]][1]
        at = number + 1
        while at < end and kinds[at] not in "V;:.HWUqk":
            if kinds[at] == "," and at + 1 < end and kinds[at + 1] in "CWUGVN":
                break
            at += 1
        if at < end and kinds[at] == "V" and at - 1 > number + 1 and kinds[at - 1] == "N" and kinds[at - 2] not in "PC":
            at -= 1  # the phrase before a verb is its subject
        return max(at, number + 1)

    def clause_start(self, number: int) -> int:
        kinds = self.outline.kinds
        start = self.outline.sentences[self.outline.sentence_at[number]][0]
        at = number
        while at > start and kinds[at - 1] not in ";:.HWUq-":
            if kinds[at - 1] == "," and kinds[at] in "CWUNA":
                break
            at -= 1
        return at

    def add_verb(self, number: int, at: int, lemma: str, frame: _Frame) -> None:  # noqa: C901 - a case of the grammar per branch
        outline = self.outline
        status = self.verb_status(number)
        kind: EventType = frame.type
        if lemma in _REFUSING:  # "will not attend" is a refusal; attending is told by the noun of the talks
            if status != "denied" or outline.kinds[number] != "V" or outline.words(number)[0] in {"do", "don't"}:
                return
            status = "held"
        elif status == "denied" and kind == "reject":
            return  # "did not reject" rejects nothing
        subject = self.subject(number)
        actors: list[str] = []
        end = self.clause_end(number)
        if outline.passive(number):
            by = next(
                (
                    index
                    for index in range(number + 1, end)
                    if outline.kinds[index] == "P" and outline.tokens[outline.phrases[index].first].norm == "by"
                ),
                None,
            )
            if by is not None and by + 1 < end:
                actors.extend(self.holders.actors_between(outline.phrases[by + 1].first, outline.phrases[by + 1].last))
        else:
            holder = self.holders.name(subject, number)
            if holder is not None and subject is not None:
                several = (
                    self.holders.actors_between(subject.first, subject.last) if subject.last - subject.first > 1 else []
                )
                actors.extend(several if len(several) > 1 and subject.apposed is None else [holder])
        if kind in {"meet", "talks", "agree", "release", "appoint"}:
            first, last = outline.phrases[number].last, outline.phrases[end - 1].last
            actors.extend(name for name in self.holders.actors_between(first, last) if name not in actors)
        place, when = self.where(number), self.when(number)
        if kind == "travel" and not actors:
            return
        if kind in {"reject", "accept"} and not actors and not outline.passive(number):
            return
        self.told.add(number)
        if kind == "travel" and place is None:
            place = self.destination(number, end)
        self.add(kind, at, status, actors, place, when, f"verb-{lemma}", 0.75)

    def destination(self, number: int, end: int) -> str | None:
        for index in range(number + 1, end):
            if self.outline.kinds[index] == "N" and self.is_place(index):
                mention = self.holders.cast.mention_at(self.outline.phrases[index].last - 1)
                return mention.actor if mention else None
        return None

    def verb_status(self, number: int) -> EventStatus:  # noqa: PLR0911 - a case of the grammar per branch
        """Held, ongoing, announced, possible or denied, from the verb group and what governs it."""
        outline = self.outline
        phrase = outline.phrases[number]
        words = outline.words(number)
        if outline.negated(number):
            return "denied"
        if phrase.kind == "V":
            first = words[0]
            if first in {"may", "might", "could", "can", "should", "must", "ought"}:
                return "possible"
            if first in {"will", "would", "shall", "we'll", "they'll", "he'll", "she'll", "it'll"}:
                return "possible" if self.conditional(number) else "announced"
            if self.conditional(number):
                return "possible"
            if outline.tags[phrase.last - 1] == "g":
                return "ongoing" if first not in {"was", "were"} else "held"
            if first in {"does", "do"} or (
                len(words) == 1 and "s" in VERBS[words[0]].forms and "d" not in VERBS[words[0]].forms
            ):
                return "ongoing"
            return self.reported_status(number, "held")
        if phrase.kind in {"I", "G"}:
            return self.governed_status(number, "possible" if phrase.kind == "I" else "held")
        return "held"

    def conditional(self, number: int) -> bool:
        start = self.clause_start(number)
        return (
            start > 0
            and self.outline.kinds[start - 1] == "U"
            and self.outline.tokens[self.outline.phrases[start - 1].first].norm in {"if", "unless", "whether"}
        )

    def reported_status(self, number: int, status: EventStatus) -> EventStatus:
        """``denied`` inside what somebody denies."""
        around = self.holders.statement_around(self.outline.phrases[number].first)
        if around is not None and self.outline.document.text[around.cue[0] : around.cue[1]].lower() in _DENIED:
            return "denied"
        return status

    def governed_status(self, number: int, otherwise: EventStatus) -> EventStatus:  # noqa: C901, PLR0911 - a case of the grammar per branch
        """What the words before an infinitive, an -ing form or a noun say of it."""
        outline = self.outline
        start = outline.sentences[outline.sentence_at[number]][0]
        first = outline.phrases[max(self.clause_start(number) - 2, start)].first
        at = outline.phrases[number].first
        tokens = outline.tokens
        if outline.kinds[number] == "I" and at and tokens[at - 1].norm in {"is", "are", "was", "were"}:
            return "announced"  # "the sides are to meet"
        for index in range(at - 1, max(first, at - 14) - 1, -1):
            norm = tokens[index].norm
            if norm in _CANCELLED:
                return "cancelled"
            if norm in _ONGOING:
                return "ongoing"
            if norm in {"will", "would", "shall"}:
                return "announced"
            if norm in _ANNOUNCED or (norm == "to" and tokens[index - 1].norm in {"is", "are", "was", "were"}):
                return "announced"
            if norm == "in" and index == at - 1 and tokens[index - 1].norm in {"is", "are", "be", "been"}:
                return "ongoing"
            if norm in _POSSIBLE:
                return "possible"
            if norm in {"refused", "rejected", "refuse", "reject", "refusing", "rejecting", "refuses", "rejects"}:
                return "possible"
            if norm in {"not", "never", "without", "no"} and index >= at - 2:
                return "denied"
            if outline.tags[index] == "v" and norm not in {"is", "are"}:
                return (
                    otherwise
                    if outline.phrases[number].kind != "I"
                    else ("held" if norm in {"met", "travelled", "went", "gathered", "managed", "flew"} else otherwise)
                )
        return otherwise

    def noun(self, number: int) -> None:
        outline = self.outline
        phrase = outline.phrases[number]
        at = phrase.last - 1
        norm = outline.tokens[at].norm
        kind = _NOUNS.get(norm)
        if kind is None or outline.tags[at] == "s":
            return
        if (
            at + 1 < len(outline.tokens)
            and outline.tokens[at + 1].norm == "of"
            and norm in {"meeting", "conference"}
            and kind == "talks"
        ):
            return
        before = number - 1
        if before in self.told and self.found and self.found[-1].type == kind:
            return  # "convene a conference": told by the verb
        after = self.clause_end(number)
        status = self.noun_status(number)
        if kind == "release" and not self.releases(number):
            return
        place = self.where(number) or self.modifier_place(number)
        when = self.when(number)
        first = outline.phrases[number].last
        last = outline.phrases[after - 1].last if after > number + 1 else first
        actors = self.holders.actors_between(outline.phrases[number].first, last)
        if before >= 0 and outline.kinds[before] in "VIG":
            verb = before
            subject = self.holders.subject(verb) if outline.kinds[verb] == "V" else None
            name = self.holders.name(subject, verb)
            if name is not None and name not in actors:
                actors.insert(0, name)
        if (
            status == "held"
            and when is not None
            and self.published is not None
            and when[:10] > self.published.isoformat()
        ):
            status = "announced"
        weak = (
            before >= 0
            and outline.kinds[before] in "PYU"
            and outline.tokens[outline.phrases[before].last - 1].norm in _NOT_THE_TALKS
        )
        if (
            weak
            and before >= 1
            and outline.kinds[before - 1] == "N"
            and outline.tokens[outline.phrases[before - 1].last - 1].norm in _ROUNDS
        ):
            weak = False
        if weak and before >= 1 and singular(outline.tokens[outline.phrases[before - 1].last - 1].norm) in _ENDS:
            return  # "the end of the talks" is no round of them
        self.add(
            cast("EventType", kind),
            at,
            status,
            actors,
            place,
            when,
            f"{'weak-' if weak else ''}noun-{norm}",
            0.5 if weak else 0.65,
        )

    def releases(self, number: int) -> bool:
        """Whether a release or swap is of people."""
        outline = self.outline
        reach = outline.words(number)
        for index in range(number + 1, min(number + 4, len(outline.phrases))):
            if outline.kinds[index] == "N":
                reach += outline.words(index)
        return not _ARGUMENTS["captive"].isdisjoint(reach)

    def noun_status(self, number: int) -> EventStatus:  # noqa: C901, PLR0911 - a case of the grammar per branch
        """From the noun's own modifiers, what governs it, and the verb after it."""
        outline = self.outline
        words = outline.words(number)
        for word in words:
            if word in _POSSIBLE:
                return "possible"
            if word in _ANNOUNCED:
                return "announced"
            if word in _ONGOING:
                return "ongoing"
            if word in {"last", "previous", "latest", "earlier", "recent"}:
                return "held"
        after = number + 1
        end = outline.sentences[outline.sentence_at[number]][1]
        while after < min(end, number + 8) and outline.kinds[after] in "PNTA":
            after += 1
        if after < end and outline.kinds[after] in "VE":
            group = outline.words(after)
            if not {"will", "would", "shall"}.isdisjoint(group):
                return "announced"
            if not {"may", "might", "could", "should", "must", "can"}.isdisjoint(group):
                return "possible"
            if not _ANNOUNCED.isdisjoint(group) or (
                after + 1 < end and outline.tokens[outline.phrases[after + 1].first].norm in _ANNOUNCED
            ):
                return "announced"
            if not _CANCELLED.isdisjoint(group):
                return "cancelled"
        return self.governed_status(number, "held")

    def modifier_place(self, number: int) -> str | None:
        """``the Geneva talks``."""
        outline = self.outline
        phrase = outline.phrases[number]
        for index in range(phrase.first, phrase.last - 1):
            mention = self.holders.cast.mention_at(index)
            if mention is not None and mention.kind == "place":
                return mention.actor
        return None

    # -- circumstances ------------------------------------------------------------------------------------------------

    def where(self, number: int) -> str | None:
        outline = self.outline
        end = self.clause_end(number)
        place = (
            self.holders.place_between(outline.phrases[number].last, outline.phrases[end - 1].last)
            if end > number + 1
            else None
        )
        if place is None:
            start = self.clause_start(number)
            if outline.kinds[start] == "P" and start < number:
                place = self.holders.place_between(outline.phrases[start].first, outline.phrases[number].first)
        return place

    def when(self, number: int) -> str | None:
        """The date in the trigger's clause that is not the day of saying."""
        outline, kinds = self.outline, self.outline.kinds
        for index in range(
            number + 1, min(self.clause_end(number) + 2, outline.sentences[outline.sentence_at[number]][1])
        ):
            if kinds[index] == "V":
                break
            if (
                kinds[index] == "T"
                and outline.tokens[outline.phrases[index].first - 1].norm != "since"
                and (value := self.date(index)) is not None
            ):
                return value
        for index in range(number - 1, self.clause_start(number) - 1, -1):
            if kinds[index] == "T" and not self.of_saying(index) and (value := self.date(index)) is not None:
                return value
        return None

    def date(self, phrase: int) -> str | None:
        time = self.dates.get(self.outline.tokens[self.outline.phrases[phrase].first].start)
        if time is None or time.value is None or time.value.startswith("T"):
            return None
        return time.value.partition("T")[0]

    def of_saying(self, phrase: int) -> bool:
        """Whether a time belongs to a cue: "said on Tuesday"."""
        before = phrase - 1
        while before >= 0 and self.outline.kinds[before] in "PA":
            before -= 1
        return before >= 0 and self.outline.tokens[self.outline.phrases[before].last - 1].start in self.cues

    def add(  # noqa: PLR0917 - the parts of one finding
        self,
        kind: EventType,
        at: int,
        status: EventStatus,
        actors: list[str],
        place: str | None,
        when: str | None,
        rule: str,
        certainty: float,
    ) -> None:
        span = self.outline.span(at, at + 1)
        self.found.append(
            Event(
                type=kind,
                trigger=span,
                status=status,
                actors=tuple(dict.fromkeys(actors)),
                place=place,
                when=when,
                plover=_PLOVER.get(kind),
                rule=rule,
                certainty=certainty,
                rests_on=(span,),
            )
        )


def _once(found: list[Event]) -> list[Event]:
    """Each event once.

    Talks and meetings told by a noun are one event per place; without a place, per time; a bare or passing mention
    ("the collapse of the talks") counts only where nothing else tells of such an event.
    """
    told = {event.type for event in found if event.rule.startswith("verb-")}
    found = [
        event
        for event in found
        if event.type not in {"suspend", "resume"} or "noun-" not in event.rule or event.type not in told
    ]
    strong = [event for event in found if not event.rule.startswith("weak-")]
    kinds = {event.type for event in strong}
    placed = {(event.type, event.place) for event in strong}
    anchored = {event.type for event in strong if event.place or event.when}
    kept: list[Event] = []
    seen: set[tuple[object, ...]] = set()
    for event in found:
        noun = "noun-" in event.rule
        if (
            event.rule.startswith("weak-")
            and event.type in kinds
            and (event.place is None or (event.type, event.place) in placed)
        ):
            continue
        key: tuple[object, ...]
        if noun and event.place:
            key = (event.type, event.place)
        elif noun:
            if event.when is None and event.type in anchored:
                continue
            key = (event.type, None, event.when)
        else:
            key = (event.type, event.place, event.when, event.actors[:1])
        if key in seen:
            continue
        seen.add(key)
        kept.append(event)
    return kept
