"""What every rule of the events asks and does: the clause around a trigger, who acts in it, adding what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.edtf import last_day
from taqrib.reading.english.moods import moods_of
from taqrib.reading.english.stances.holders import holders_of
from taqrib.reading.english.subjects import extended_left
from taqrib.reading.english.words import words
from taqrib.reading.findings import Event, EventStatus, EventType
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.events.circumstances import Round
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mention, Statement, Time

_PLOVER: dict[str, str] = load("plover")
_SETTLED: frozenset[EventType] = frozenset(("agree", "accept"))
_POSITIONS: frozenset[EventType] = frozenset(("accept", "reject"))
_OWN_ACT = words(load("english/events")["own_act"])


class Stage:
    """One report as the rules see it.

    :ivar dates: dates and times of day by where they begin.
    :ivar journey: the sentence and the destination of the journey last told.
    :ivar told: phrases of verbs that told an event, so that their nouns do not tell it again.
    :ivar found: the events so far.
    """

    def __init__(
        self, outline: Outline, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> None:
        self.outline = outline
        self.holders = holders_of(outline, mentions, statements)
        self.moods = moods_of(outline)
        self.dates = {time.span[0]: time for time in times if time.type in {"DATE", "TIME"} and time.value}
        self.cues = {one.cue[0] for one in statements}
        self.published = outline.document.published
        self.told: set[int] = set()
        self.journey: tuple[int, str | None] = (-1, None)
        self.found: list[Event] = []

    # -- the clause -----------------------------------------------------------------------------------------------

    def bounds(self, number: int) -> tuple[int, int]:
        """The sentence of a phrase."""
        return self.outline.sentences[self.outline.sentence_at[number]]

    def word(self, number: int) -> str:
        """The first word of a phrase, normalised."""
        return self.outline.tokens[self.outline.phrases[number].first].norm

    def noun(self, number: int) -> str:
        """The last word of a phrase, normalised."""
        return self.outline.tokens[self.outline.phrases[number].last - 1].norm

    def clause_end(self, number: int) -> int:
        """One past the last phrase of the clause a verb or noun heads: to the next finite verb or strong mark."""
        kinds, end = self.outline.kinds, self.bounds(number)[1]
        at = number + 1
        while at < end and kinds[at] not in "V;:.HWUqk":
            if kinds[at] == "," and at + 1 < end and kinds[at + 1] in "CWUGVN" and not self._listed_places(at, end):
                break
            at += 1
        if at < end and kinds[at] == "V" and at - 1 > number + 1 and kinds[at - 1] == "N" and kinds[at - 2] not in "PC":
            at -= 1  # the phrase before a verb is its subject
        return max(at, number + 1)

    def _listed_places(self, comma: int, end: int) -> bool:
        """``travelled to Quito, Lima and La Paz in May``: a list of places goes on over its commas."""
        at = comma + 1
        if at >= end or self.outline.kinds[at] != "N" or not self.is_place(at) or not self.is_place(comma - 1):
            return False
        return self.outline.kinds[at + 1 : at + 2] in {",", "C", "P", "T"}

    def clause_start(self, number: int) -> int:
        """The first phrase of the clause a verb or noun stands in."""
        kinds, start = self.outline.kinds, self.bounds(number)[0]
        at = number
        while at > start and kinds[at - 1] not in ";:.HWUq-":
            if kinds[at - 1] == "," and kinds[at] in "CWUNA":
                break
            at -= 1
        return at

    def day_of(self, phrase: int) -> str | None:
        """The day that the time phrase gives."""
        time = self.dates.get(self.outline.tokens[self.outline.phrases[phrase].first].start)
        if time is None or time.value is None or time.value.startswith("T"):
            return None
        return time.value.partition("T")[0]

    def is_bare_weekday(self, day: str) -> bool:
        """Whether the text gives the day as a weekday only, without "last" or "next" or a date."""
        return any(time.rule == "weekday" and (time.value or "")[:10] == day for time in self.dates.values())

    def is_place(self, phrase: int) -> bool:
        """Whether a noun phrase ends in the name of a place or state."""
        mention = self.holders.cast.mention_at(self.outline.phrases[phrase].last - 1)
        return mention is not None and mention.kind in {"place", "state"} and mention.rule != "state-adjective"

    # -- who acts -------------------------------------------------------------------------------------------------

    def subject(self, number: int) -> Subject | None:
        """The subject of a verb, for an infinitive that of the verb before it ("the talks are due to resume")."""
        outline = self.outline
        if outline.kinds[number] in "VE":
            return self.holders.subject(number)
        start = self.bounds(number)[0]
        for index in range(number - 1, max(start, number - 4) - 1, -1):
            if outline.kinds[index] == "V":
                return self.holders.subject(index)
            if outline.kinds[index] not in "JAT":
                break
        return None

    def agents(self, number: int, end: int) -> list[str]:
        """Who does what a verb says, by name: its subject, a passive's "by", whom an infinitive is asked of."""
        outline = self.outline
        after = outline.phrases[number].last
        by = outline.kinds[number] in "VE" and after < len(outline.tokens) and outline.tokens[after].norm == "by"
        if outline.passive(number) or (by and outline.phrases[number].last - outline.phrases[number].first == 1):
            for index in range(number + 1, end - 1):
                if outline.kinds[index] == "P" and self.word(index) == "by":
                    return self.between(index + 1, index + 2)
            return []
        if outline.kinds[number] == "I" and number and outline.kinds[number - 1] == "N":
            return self._asked(number)
        subject = self.subject(number)
        name = self.holders.name(subject, number)
        if name is None or subject is None:
            return []
        tags = outline.tags[subject.first : subject.last]
        owned = "s" in tags and "c" not in tags  # "Libya's rival governments" are one actor
        if subject.apposed is None and subject.last - subject.first > 1 and not owned:
            several = self.holders.actors_between(subject.first, subject.last)
            if len(several) > 1:  # of "the delegations of Peru and Chile" the two are named
                named = [one for one in several if any(letter.isupper() for letter in one)]
                return named if len(named) > 1 else several
        return [name]

    def _asked(self, number: int) -> list[str]:
        """``asked Chile and Peru to meet``, ``his offer to travel``: object or owner of what stands before it."""
        outline = self.outline
        owner = self.holders.owner(number - 1)
        if owner is not None:
            return [owner]
        start = self.bounds(number)[0]
        verb = next((at for at in range(number - 1, start - 1, -1) if outline.kinds[at] in "VGI"), None)
        if verb is not None and outline.lemma(verb) in _OWN_ACT:  # "promised the council to leave"
            return self.agents(verb, number) if verb < number else []
        first = extended_left(outline, number - 1, start if verb is None else verb + 1)
        return self.between(first, number)

    def between(self, first: int, last: int) -> list[str]:
        """The actors named in the phrases ``first:last``."""
        outline = self.outline
        if first >= last:
            return []
        return self.holders.actors_between(outline.phrases[first].first, outline.phrases[last - 1].last)

    def _own_day(self, kind: EventType, status: EventStatus, when: str | None) -> str | None:
        """The day of what somebody does, and not of what he does it to: "rejects sailings at the weekend"."""
        if kind not in _POSITIONS or status not in {"held", "ongoing"} or when is None or self.published is None:
            return when
        return when if last_day(when) <= self.published else None

    def _reconciled(self, at: int, status: EventStatus, when: str | None) -> tuple[EventStatus, str | None]:
        """Status and day that fit each other: what was held does not lie ahead.

        What was announced stays announced when its day has gone by: nobody has said that it took place.
        """
        if when is None or self.published is None or when[:10] <= str(self.published):
            return status, when
        if status == "held" and self.outline.kinds[self.outline.phrase_at[at]] == "V":
            return status, None  # "met" cannot be of a day to come
        # "parliament meets on Thursday"
        return ("announced" if status in {"held", "ongoing"} else status), when

    # -- adding ---------------------------------------------------------------------------------------------------

    def add(
        self,
        kind: EventType,
        at: int,
        status: EventStatus,
        actors: list[str],
        rounds: list[Round],
        *,
        rule: str,
        certainty: float,
    ) -> None:
        """One event per round: "in Quito tomorrow and in Lima on Thursday" are two."""
        span = self.outline.span(at, at + 1)
        for one in rounds:
            if status == "possible" and kind in _SETTLED and one.place is None:
                continue  # "must reach a deal", "had yet to ratify it" tell of none
            own_status, when = self._reconciled(at, status, self._own_day(kind, status, one.when))
            self.found.append(
                Event(
                    type=kind,
                    trigger=span,
                    status=own_status,
                    actors=tuple(dict.fromkeys(actors)),
                    place=one.place,
                    when=when,
                    plover=_PLOVER.get(kind),
                    rule=rule,
                    certainty=certainty,
                    rests_on=(span,),
                )
            )
