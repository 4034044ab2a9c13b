"""Events that a noun carries by itself: "talks", "the summit", "the release of prisoners"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from taqrib.edtf import last_day
from taqrib.reading.english.events.circumstances import Round, gathered, rounds
from taqrib.reading.english.events.outcomes import (
    PUTTING_OFF_NOUNS,
    became,
    calling_off,
    is_set,
    is_setting,
    is_to_end,
    is_yet_to_do,
    over_plan,
    predicate,
    put_off,
)
from taqrib.reading.english.events.status import noun_status, verb_status
from taqrib.reading.english.events.verbs import CAPTIVES
from taqrib.reading.english.moods import ASKED, DOUBTED, SUPPOSED
from taqrib.reading.english.words import singular, words
from taqrib.reading.findings import CALLED_OFF, UNDONE
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.events.stage import Stage
    from taqrib.reading.findings import EventStatus, EventType

_TABLE = load("english/events")
_NOUNS: dict[str, EventType] = {noun: cast("EventType", kind) for noun, kind in _TABLE["nouns"].items()}
_CLAUSES = frozenset(("bare-clause", "that-clause"))
_TELLING = words(load("english/reporting")["plain"]) | words("confirm report")
_TOLD = words("tell inform brief address assure remind warn")
_PARTNERED = words(_TABLE["with_partner"])
IN_ROUNDS = frozenset(("meet", "talks", "travel", "resume"))
"""What is told as a round: it was held only where the words say so."""
TALKS = frozenset(_TABLE["talks"])
_PASSING = words(_TABLE["passing"])
_ROUNDS = words(_TABLE["rounds"])
_HEARSAY = words(_TABLE["hearsay"])
_ENDS = words(_TABLE["ends"])
_TOPIC_VERBS = words(_TABLE["topic_verbs"])
_TOPIC_JOINS = words(_TABLE["topic_joins"])
_TRUCE_VERBS = words(_TABLE["truce_verbs"])
_TRUCE_JOINS = words(_TABLE["truce_joins"])
_CONCLUDING = words(_TABLE["concluding"])
_CONCLUDED_JOINS = words(_TABLE["concluded_joins"])


def noun(stage: Stage, number: int) -> None:
    """The event of a noun phrase, if its last word carries one."""
    outline = stage.outline
    at = outline.phrases[number].last - 1
    norm = outline.tokens[at].norm
    kind = _NOUNS.get(norm)
    titled = kind == "agree" and outline.tokens[at].text[0].isupper() and at > outline.phrases[number].first + 1
    if norm == "ceremony" and outline.tokens[at - 1].norm == "signing":
        kind, at = "agree", at - 1
    if kind is None or outline.tags[at] == "s" or titled or not _happens(stage, number, kind):
        return
    joined = (
        stage.outline.kinds[number - 1 : number] == "P" and stage.word(number - 1) == "of"
    )  # "a Congress of Dialogue"
    told_by_verb = number - (3 if joined else 1) in stage.told and stage.found and stage.found[-1].type == kind
    if told_by_verb:  # "convene a conference"
        return
    told = _rounds(stage, number)
    if norm in PUTTING_OFF_NOUNS:
        told = [one._replace(when=None) for one in told]  # the day is that of the talks
    journey = _purpose_of_journey(stage, number)
    if journey is not None and told[0].place is None:
        told = [told[0]._replace(place=journey)]
    elif told == [Round(None, None)] and stage.word(number - 1) == "for":
        told = [gathered(stage, number)]
    if kind == "vote" and not _told_of(stage, number, told):
        return
    off = calling_off(stage, number)
    passing = off is None and journey is None and told[0].place is None and _passing(stage, number)
    if passing and number > 1 and singular(stage.noun(number - 2)) in _ENDS:
        return  # "the end of the talks" is no round of them
    supposed = stage.moods[number] in {SUPPOSED, DOUBTED, ASKED}
    weak = passing or supposed or (kind == "agree" and not _between(stage, number))
    rule = f"{'weak-' if weak else ''}noun-{norm}"
    for one in _outcomes(stage, number, kind, told, journey=journey):
        stage.add(one.kind, at, one.status, one.actors, one.rounds, rule=rule, certainty=0.5 if weak else 0.65)


class _Outcome(NamedTuple):
    """What a noun tells: one event, or one per day of a meeting that was put off."""

    kind: EventType
    status: EventStatus
    actors: list[str]
    rounds: list[Round]


def _outcomes(stage: Stage, number: int, kind: EventType, told: list[Round], *, journey: str | None) -> list[_Outcome]:
    actors = _actors(stage, number)
    moved = put_off(stage, number, told[0].when) if kind in IN_ROUNDS else None
    if moved is not None and moved.now is not None:
        doing = _doing(stage, moved.verb)
        if doing == "possible":
            return [_Outcome(kind, doing, actors, [Round(told[0].place, moved.now)])]
        if doing == "denied":  # "refused to postpone the talks to Friday"
            return [_Outcome(kind, "announced", actors, [Round(told[0].place, moved.was)])]
        days: list[tuple[EventStatus, str | None]] = [("postponed", moved.was), ("announced", moved.now)]
        return [_Outcome(kind, status, actors, [Round(told[0].place, day)]) for status, day in days if day]
    status = noun_status(stage, number)
    if journey is not None and status in {"held", None}:
        status = "announced"
    if status is None:
        status = _unsaid(stage, number, kind, told)
    ahead = stage.published is not None and (told[0].when or "") > str(stage.published)
    if kind in IN_ROUNDS and (ahead or status in {"announced", "possible"}) and is_to_end(stage, number):
        return [_Outcome(kind, "ongoing", actors, [Round(told[0].place, None)])]
    if status in UNDONE and kind in IN_ROUNDS:
        return [_undone(stage, number, _Outcome(kind, status, actors, told))]
    return [_Outcome(kind, status, actors, told)]


def _doing(stage: Stage, off: int) -> EventStatus | None:
    """Whether talks are put off, by what the words say of the verb or noun of putting off."""
    return noun_status(stage, off) if stage.outline.kinds[off] == "N" else verb_status(stage, off)


def _unsaid(stage: Stage, number: int, kind: EventType, told: list[Round]) -> EventStatus:
    """The status of what no verb speaks of: talks that have a day were held on it, others only go on somehow."""
    if kind not in IN_ROUNDS:
        return "held"
    if number and stage.outline.kinds[number - 1] == "I":
        return "announced"  # "flew to Lima to hold talks"
    if is_yet_to_do(stage, number):
        return "announced"  # "have talks on Sunday"
    if number > 1 and stage.word(number - 1) == "of" and stage.noun(number - 2) in _HEARSAY:
        return "possible"
    when = told[0].when
    if when is not None and stage.published is not None and last_day(when) > stage.published:
        return "possible"  # "attending a conference later this month"
    had = when is not None or (kind == "meet" and is_setting(stage, number))
    return "held" if had else "ongoing"


def _undone(stage: Stage, number: int, told: _Outcome) -> _Outcome:
    """Which round was called off or did not take place: "was to meet on Friday, but the meeting was cancelled".

    The weekday beside "cancelled" may be gone by or to come, or that of the cancellation: it is no day of the meeting.
    """
    place, when = told.rounds[0]
    if when is not None:
        ahead = stage.published is not None and when > str(stage.published)
        planned = is_set(stage, number) and (ahead or when == str(stage.published))
        doubtful = stage.is_bare_weekday(when) and (told.status in CALLED_OFF or ahead) and not planned
        return told._replace(rounds=[Round(place, None)]) if doubtful else told
    sentence = stage.outline.sentence_at[number]
    for event in reversed(stage.found):
        near = sentence - stage.outline.sentence_of(event.trigger[0]) <= 1
        if near and event.type in {"meet", "talks"} and event.status in {"announced", "possible"} and event.when:
            actors = told.actors or list(event.actors)
            return told._replace(kind=event.type, actors=actors, rounds=[Round(event.place or place, event.when)])
    return told


def _rounds(stage: Stage, number: int) -> list[Round]:
    """From the noun's own adjuncts, from the verb it is the subject of, from its modifier ("the Lima talks")."""
    verb = predicate(stage, number)
    if verb is not None and verb == over_plan(stage, number):
        return rounds(stage, verb)
    told = rounds(stage, number)
    if verb is not None and (told[0].place is None or told[0].when is None):
        behind = rounds(stage, verb)
        if len(behind) > 1:
            told = behind
        elif told[0].place is None or behind[0].place in {None, told[0].place}:
            told = [Round(told[0].place or behind[0].place, told[0].when or behind[0].when)]
    if len(told) == 1 and told[0].place is None:
        told = [told[0]._replace(place=_modifier_place(stage, number))]
    return told


def _modifier_place(stage: Stage, number: int) -> str | None:
    """``the Lima talks``."""
    phrase = stage.outline.phrases[number]
    for index in range(phrase.first, phrase.last - 1):
        mention = stage.holders.cast.mention_at(index)
        if mention is not None and mention.kind == "place":
            return mention.actor
    return None


def _actors(stage: Stage, number: int) -> list[str]:
    """Who is named in the noun's phrase and complements, and who holds it."""
    outline = stage.outline
    own = stage.noun(number)
    actors = [name for name in stage.between(number, stage.clause_end(number)) if not name.lower().endswith(own)]
    owner = stage.holders.owner(number)
    if owner is not None and owner not in actors:
        actors.insert(0, owner)
    before = number - 1
    if before >= 0 and _only_says(stage, before, number):
        return actors
    if before >= 0 and outline.kinds[before] in "VIG":
        actors = [*(name for name in stage.agents(before, number) if name not in actors), *actors]
    elif before > 0 and outline.kinds[before] == "P" and outline.kinds[before - 1] == "V":  # "are in talks with"
        actors = [*(name for name in stage.agents(before - 1, number) if name not in actors), *actors]
    return actors


def _only_says(stage: Stage, cue: int, number: int) -> bool:
    """Whether the verb before the noun only tells of the talks: "Lund said talks were held", "announced a meeting"."""
    at = stage.outline.tokens[stage.outline.phrases[cue].last - 1].start
    around = stage.holders.statement_around(stage.outline.phrases[number].first)
    if at not in stage.cues or around is None or around.cue[0] != at:
        return False
    return around.rule in _CLAUSES or stage.outline.lemma(cue) in _TELLING


# -- does it happen? ---------------------------------------------------------------------------------------------------


def _happens(stage: Stage, number: int, kind: EventType) -> bool:  # noqa: PLR0911 - a case of the grammar per branch
    """Whether the noun tells that something takes place, rather than what is spoken of."""
    norm, group = stage.noun(number), stage.outline.words(number)
    if norm == "conference" and group[-2:-1] in (["press"], ["news"]):
        return False
    if number and stage.outline.kinds[number - 1] == "V" and stage.outline.lemma(number - 1) in _TOLD:
        return False  # "told Congress"
    begun = (
        kind == "ceasefire" and "W" in stage.outline.kinds[number + 1 : number + 4]
    )  # "discussed the truce that began"
    undone = group[0] == "no" and became(stage, number) not in UNDONE
    if (_topical(stage, number) and not begun) or undone or _is_of_none(stage, number):
        return False
    after = stage.word(number + 1) if number + 1 < len(stage.outline.phrases) else ""
    held = (
        number > 0 and stage.outline.kinds[number - 1] in "VI" and stage.outline.lemma(number - 1) in {"hold", "have"}
    )
    if norm in _PARTNERED and not (held or _between(stage, number) or became(stage, number) in UNDONE):
        return False
    dated = stage.outline.kinds[number + 1 : number + 3] == "PT"  # "the round of 4 May"
    if norm in _ROUNDS and ((after == "of" and not dated) or (group[0] in {"each", "every"})):
        return False  # "a round of talks": the talks tell it
    if kind in {"suspend", "resume"} and after == "of" and number + 2 < len(stage.outline.phrases):
        return not TALKS.isdisjoint(stage.outline.words(number + 2))  # not the collapse of a bank
    if kind == "release":
        return _of_people(stage, number)
    if kind == "ceasefire":
        return _truce_told(stage, number)
    if kind == "agree" and norm != "ceremony":
        return _concluded(stage, number)
    return True


def _is_of_none(stage: Stage, number: int) -> bool:
    """``no plans for a meeting``, ``no chance of talks``."""
    return number > 1 and stage.word(number - 1) in {"for", "of"} and stage.outline.words(number - 2)[0] == "no"


def _told_of(stage: Stage, number: int, told: list[Round]) -> bool:
    """Whether something is told of a vote, or where or when it is: "elections" alone are a subject of talks."""
    return any(one.place or one.when for one in told) or predicate(stage, number) is not None


def _purpose_of_journey(stage: Stage, number: int) -> str | None:
    """Where a journey leads that the talks are the purpose of: "flew to Lima on Monday for a round of talks"."""
    outline = stage.outline
    sentence, place = stage.journey
    at = number - 1
    if at > 1 and stage.word(at) == "of" and outline.kinds[at - 1] == "N" and stage.noun(at - 1) in _ROUNDS:
        at -= 2
    if place is None or outline.sentence_at[number] != sentence or outline.kinds[at] not in "PY":
        return None
    return place if stage.word(at) == "for" else None


def _of_people(stage: Stage, number: int) -> bool:
    outline = stage.outline
    reach = outline.words(number)
    if reach[-1] == "exchange" and (number + 1 >= len(outline.phrases) or stage.word(number + 1) != "of"):
        return False  # "in exchange for"
    for index in range(number + 1, min(number + 4, len(outline.phrases))):
        if outline.kinds[index] == "N":
            reach += outline.words(index)
    return not CAPTIVES.isdisjoint(reach)


def _topical(stage: Stage, number: int) -> bool:
    """``talks on a truce``, ``they discussed a ceasefire and a swap``: over the list, to what governs it."""
    outline = stage.outline
    start = stage.bounds(number)[0]
    if number > 1 and stage.word(number - 1) == "by" and outline.lemma(number - 2) == "follow":
        return True  # "a truce from 10 April, to be followed by talks": not on that day
    for at in range(number - 1, max(start, number - 10) - 1, -1):
        kind = outline.kinds[at]
        if kind in "VGIE":
            return outline.lemma(at) in _TOPIC_VERBS
        if kind in "PY":
            joint = stage.word(at)
            if joint in _TOPIC_JOINS:
                before = outline.lemma(at - 1) if at > start else ""
                return before not in _CONCLUDING
            if joint not in {"of", "for"}:
                return False
        elif kind not in "NC,JA" or (kind == "N" and outline.kinds[at + 1] not in "PC,"):
            return False
    return False


def _truce_told(stage: Stage, number: int) -> bool:
    """Whether a truce begins, holds, ends, is agreed or called for; "a truce" alone is an idea."""
    outline = stage.outline
    before, start = number - 1, stage.bounds(number)[0]
    relative = outline.kinds[number + 1 : number + 3] == "WV" or outline.kinds[number + 1 : number + 5] == "PNWV"
    if before >= start and outline.kinds[before] in "VGIE" and not relative:
        return outline.lemma(before) in _TRUCE_VERBS
    if before >= start and outline.kinds[before] in "PY" and stage.word(before) in _TRUCE_JOINS:
        governed = before == start or outline.kinds[before - 1] != "V" or outline.lemma(before - 1) in _TRUCE_VERBS
        return governed or stage.word(before) != "to"
    end = stage.bounds(number)[1]
    verb = number + 1
    while verb < min(end, number + 6) and outline.kinds[verb] in "PNTAGW":
        verb += 1
    return verb < end and outline.kinds[verb] in "VE" and outline.lemma(verb) in _TRUCE_VERBS


def _concluded(stage: Stage, number: int) -> bool:
    """Whether an agreement is there: "under a deal", "an accord between", "an agreement brokered by"."""
    outline = stage.outline
    if not {"no", "any", "without"}.isdisjoint(outline.words(number)):
        return False
    before, start = number - 1, stage.bounds(number)[0]
    if before >= start and outline.kinds[before] in "PY" and stage.word(before) in {"without", "for", "about"}:
        return False
    after = outline.kinds[number + 1 : number + 2]
    if _between(stage, number):
        return True
    if after in {"E", "V"} and outline.lemma(number + 1) in _CONCLUDING:
        return number + 1 not in stage.told
    return before >= start and outline.kinds[before] in "PY" and stage.word(before) in _CONCLUDED_JOINS


def _between(stage: Stage, number: int) -> bool:
    """``the accord between the union and the owners``."""
    return stage.outline.kinds[number + 1 : number + 2] == "P" and stage.word(number + 1) in {"between", "with"}


def _passing(stage: Stage, number: int) -> bool:
    """Whether the talks are only mentioned: "ahead of the talks", but not in "a round of talks"."""
    outline = stage.outline
    before = number - 1
    if before < 0 or outline.kinds[before] not in "PYU" or stage.noun(before) not in _PASSING:
        return False
    return not (before >= 1 and outline.kinds[before - 1] in "NT" and stage.noun(before - 1) in _ROUNDS)
