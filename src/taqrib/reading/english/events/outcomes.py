"""What the words say became of talks that a noun names: held, called off, put off; most nouns only mention them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from taqrib.reading import calendar
from taqrib.reading.english.statements.cues import CLAUSAL
from taqrib.reading.english.words import VERBS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.events.stage import Stage
    from taqrib.reading.findings import EventStatus

_TABLE = load("english/events")
_HAPPENING = words(_TABLE["happening"])
_HOLDING = words(_TABLE["holding"])
_PARTAKING = words(_TABLE["partaking"])
_CALLING_OFF = words(_TABLE["calling_off"])
_PUTTING_OFF = words(_TABLE["putting_off"])
_SHUNNING = words(_TABLE["shunning"])
PUTTING_OFF_NOUNS = words(_TABLE["putting_off_nouns"])
_CALLING_OFF_NOUNS = words(_TABLE["calling_off_nouns"])
_ENTERTAINING = words(_TABLE["entertaining"])
_FALLING_THROUGH = words(_TABLE["falling_through"])
_SET = words(_TABLE["set_for"])
_ENDING = words(_TABLE["ending"])
_SET_FORMS = frozenset(form for form, verb in VERBS.items() if verb.lemma in _SET)
_ROUNDS = words(_TABLE["rounds"])
_PAST_AUXILIARIES = words("has have had was were did hasn't haven't hadn't wasn't weren't didn't")
_OPEN = words("will would shall may might could can should must won't")
ALMOST = words("nearly almost")
"""What nearly was has not been."""
_CERTAIN = words("will would shall won't wouldn't")
_INSERTION = 10
"""Phrases in the longest insertion between a meeting and its verb."""
_NEW_TERM = frozenset(("to", "until", "till", "for"))
PARTICLES = frozenset(("off", "out", "back", "off to", "back to"))


class PutOff(NamedTuple):
    """Talks put off by the phrase ``verb``: the day they were set for and the day set now, in EDTF or ``None``."""

    verb: int
    was: str | None
    now: str | None


def predicate(stage: Stage, number: int) -> int | None:
    """The verb whose subject the noun is: "talks to end the war are due to resume"."""
    kinds, end = stage.outline.kinds, stage.bounds(number)[1]
    if kinds[number + 1 : number + 3] == "WV" and number + 2 < end:
        return number + 2  # "a ballot that closed on Friday"
    held = kinds[number + 1 : number + 3] == ",E" and number + 2 < end  # "the talks, held in Lima,"
    beyond = _over_postponing(stage, number + 2, end) if held else over_plan(stage, number)
    if beyond is not None:
        return beyond
    following = stage.outline.phrases[number + 1] if number + 1 < end else None
    if following is not None and following.kind in "VE" and following.last - following.first == 1:
        verb = VERBS.get(stage.word(number + 1))
        if verb is not None and "p" in verb.forms and kinds[number + 2 : number + 3] in {"P", "T"}:
            return number + 1  # "the talks planned for May in Lima"
    governed = number and kinds[number - 1] in "PVGI" and stage.noun(number - 1) != "of"
    if governed and stage.noun(number - 1) not in CLAUSAL:  # "said the talks would resume in May"
        return None
    at = number + 1
    while at < min(end, number + 10) and (
        kinds[at] in "NPTAIJ" or (kinds[at] == "C" and kinds[at + 1 : at + 2] == "N")
    ):
        at += 1
    if at >= end or kinds[at] != "V":
        return None
    another = at > number + 1 and kinds[at - 1] == "N" and "I" not in kinds[number:at] and kinds[at - 2] not in "PC"
    return None if another else at


def over_plan(stage: Stage, number: int) -> int | None:
    """The verb behind an insertion that tells of another day: "the meeting, first set for 10 March, took place"."""
    kinds, end = stage.outline.kinds, stage.bounds(number)[1]
    if kinds[number + 1 : number + 2] != ",":
        return None
    closing = kinds.find(",", number + 2, min(end, number + _INSERTION))
    if closing < 0 or kinds[closing + 1 : closing + 2] != "V":
        return None
    inside = {token for phrase in range(number + 2, closing) for token in stage.outline.words(phrase)}
    return closing + 1 if not _SET_FORMS.isdisjoint(inside) else None


def _over_postponing(stage: Stage, participle: int, end: int) -> int:
    """The verb behind an insertion that tells of putting off: "the talks, postponed from 28 April, opened"."""
    closing = stage.outline.kinds.find(",", participle, end)
    closed = closing >= 0 and stage.outline.kinds[closing + 1 : closing + 2] == "V"
    return closing + 1 if closed and called_off(stage, participle) is not None else participle


def became(stage: Stage, number: int) -> EventStatus | None:
    """What the verb of the noun says became of it; ``None`` where no verb says that it came about, or did not."""
    if calling_off(stage, number) is not None:
        return "postponed" if stage.noun(number - 2) in PUTTING_OFF_NOUNS else "cancelled"
    verb = predicate(stage, number)
    if verb is not None:
        told = _said_of_subject(stage, _finite(stage, verb))
        if told is not None:
            return told
    return _said_of_object(stage, number)


def _finite(stage: Stage, verb: int) -> int:
    """The verb of the clause, where ``verb`` is a participle of its subject: "the talks set for Friday failed"."""
    outline = stage.outline
    phrase = outline.phrases[verb]
    bare = phrase.last - phrase.first == 1 or outline.kinds[verb - 1] == "W"  # "that had been set for Friday"
    if not bare or outline.lemma(verb) not in _SET:
        return verb
    at, end = verb + 1, stage.bounds(verb)[1]
    while at < end and (outline.kinds[at] in "NPTAI" or outline.kinds[at : at + 2] == "CN"):
        at += 1
    return at if outline.kinds[at : at + 1] == "V" else verb


def is_set(stage: Stage, number: int) -> bool:
    """Whether the day behind the noun is that of its plan: "a meeting planned for Wednesday was called off"."""
    verb = predicate(stage, number)
    return verb is not None and verb != _finite(stage, verb)


def is_to_end(stage: Stage, number: int) -> bool:
    """Whether the day behind the noun is the last of talks that go on: "the round is due to end on Thursday"."""
    verb = predicate(stage, number)
    if verb is None:
        return False
    deed = stage.outline.kinds.find("I", verb + 1, verb + 3)  # "is due to end"
    return stage.outline.lemma(verb if deed < 0 else deed) in _ENDING


def _said_of_subject(stage: Stage, verb: int) -> EventStatus | None:
    """``talks began``, ``the meeting did not take place``, ``the session was called off``."""
    outline = stage.outline
    lemma, passive = outline.lemma(verb), outline.passive(verb)
    if passive and (off := called_off(stage, verb)) is not None:
        undone = outline.negated(verb) or _is_open(stage, verb) or not ALMOST.isdisjoint(outline.group(verb))
        return None if undone else off
    if _is(stage, verb, _FALLING_THROUGH) and not outline.negated(verb):
        return "cancelled"
    happens = lemma in _HAPPENING and not passive
    happens = happens or (lemma == "take" and outline.words(verb + 1)[:1] == ["place"])
    held = lemma == "hold" and (
        passive or outline.kinds[verb] == "E" or outline.kinds[verb + 1 : verb + 2] in {"P", "T"}
    )
    if not (happens or held):
        return None
    if outline.negated(verb) and (_is_certain(stage, verb) or not _is_open(stage, verb)):
        return "denied"
    if _is_open(stage, verb):
        return None
    return "held" if held and outline.kinds[verb] == "E" else _past(stage, verb)


def _said_of_object(stage: Stage, number: int) -> EventStatus | None:
    """``held talks``, ``took part in the talks``, ``ruled out talks``, ``called off its meeting``."""
    outline = stage.outline
    at = governing(stage, number)
    if at is None or outline.kinds[at] != "V":
        return None
    negated, told = outline.negated(at), None
    if negated and is_shunning(stage, at):
        return "possible"  # "would not rule out talks"
    if negated and is_holding(stage, at) and _is_certain(stage, at):
        return "denied"
    if _is_open(stage, at):
        return None
    if is_shunning(stage, at):
        told = "denied"
    elif (off := called_off(stage, at)) is not None:
        told = "announced" if negated else off  # "has not cancelled the talks": they stand
    elif is_holding(stage, at):
        told = "denied" if negated else _past(stage, at)
    return cast("EventStatus | None", told)


def called_off(stage: Stage, verb: int) -> EventStatus | None:
    """What the verb makes of talks that it calls off or puts off; ``None`` for any other verb."""
    if _is(stage, verb, _PUTTING_OFF):
        kinds, end = stage.outline.kinds, stage.bounds(verb)[1]
        elsewhere = stage.outline.lemma(verb) == "move" and "T" not in kinds[verb:end]  # "moved from Lima to Quito"
        return None if elsewhere else "postponed"
    return "cancelled" if _is(stage, verb, _CALLING_OFF) else None


def is_shunning(stage: Stage, verb: int) -> bool:
    """Whether the verb keeps out of what it governs: "ruled out talks", "refused to meet"."""
    return _is(stage, verb, _SHUNNING)


def is_holding(stage: Stage, verb: int) -> bool:
    """Whether who does this with talks has them: "held talks", "took part in the talks"."""
    return stage.outline.lemma(verb) in _HOLDING | _PARTAKING


def is_entertaining(stage: Stage, verb: int) -> bool:
    """Whether the verb only thinks of what it governs: "considered postponing the talks"."""
    return _is(stage, verb, _ENTERTAINING)


def is_yet_to_do(stage: Stage, number: int) -> bool:
    """Whether the verb that has the noun for its object is no past: "have talks on Sunday"."""
    at = governing(stage, number)
    return at is not None and stage.outline.kinds[at] == "V" and _past(stage, at) is None


def is_setting(stage: Stage, number: int) -> bool:
    """Whether something was done at the meeting, so that it took place: "backed down in a call with the owners"."""
    kinds, start = stage.outline.kinds, stage.bounds(number)[0]
    if not number or kinds[number - 1] != "P" or stage.word(number - 1) not in {"in", "at", "during"}:
        return False
    verb = next((at for at in range(number - 2, start - 1, -1) if kinds[at] in "VIG"), None)
    if verb is None or kinds[verb] != "V" or stage.outline.negated(verb) or _is_open(stage, verb):
        return False
    return _past(stage, verb) == "held"


def governing(stage: Stage, number: int) -> int | None:
    """The verb that the noun is the object of, over a day, a particle, "in" or "a round of"."""
    outline, kinds = stage.outline, stage.outline.kinds
    start, at = stage.bounds(number)[0], number - 1
    if at > start and kinds[at] == "P" and stage.word(at) == "of" and stage.noun(at - 1) in _ROUNDS:
        at -= 2
    while at > start and kinds[at] == "T":
        at -= 1
    if at >= start and kinds[at] == "P" and stage.word(at) in {"in", "from"} and kinds[at - 1 : at] == "V":
        took_part = outline.lemma(at - 1) == "part" and kinds[at - 2 : at - 1] == "V"
        return at - 1 - took_part if outline.lemma(at - 1) in _PARTAKING else None
    if at > start and kinds[at] in "AP" and stage.word(at) in PARTICLES:
        at -= 1
    return at if at >= start and kinds[at] in "VIG" else None


def calling_off(stage: Stage, number: int) -> int | None:
    """The noun phrase of calling off that governs the talks: "the postponement of the meeting"."""
    if number < 2 or stage.word(number - 1) != "of":
        return None
    definite = stage.word(number - 2) == "the"  # "a cancellation of the talks is possible"
    verb = governing(stage, number - 2)
    if verb is not None and (is_shunning(stage, verb) or is_entertaining(stage, verb)):
        return None  # "rejected the cancellation of the talks"
    return number - 2 if definite and stage.noun(number - 2) in PUTTING_OFF_NOUNS | _CALLING_OFF_NOUNS else None


def put_off(stage: Stage, number: int, day: str | None) -> PutOff | None:
    """The two days of talks that were put off, ``None`` if they were not.

    :param day: the day that stands beside the noun.
    """
    verb = predicate(stage, number)
    reset = _reset(stage, verb) if verb is not None else None
    if reset is not None:
        return reset
    verb = verb if verb is None else _finite(stage, verb)
    if verb is None or not (stage.outline.passive(verb) and _is(stage, verb, _PUTTING_OFF)):
        verb = governing(stage, number)
        verb = calling_off(stage, number) if verb is None else verb
        if verb is None or not (_is(stage, verb, _PUTTING_OFF) or stage.noun(verb) in PUTTING_OFF_NOUNS):
            return None
    if stage.outline.negated(verb) or _is_open(stage, verb):
        return None
    end = stage.bounds(number)[1]
    now = None
    for at in range(verb + 1, end):
        if stage.outline.kinds[at] == "V":
            break
        if stage.outline.kinds[at] == "T" and stage.noun(at - 1) in _NEW_TERM and stage.noun(at - 2) not in _SET_FORMS:
            now = stage.day_of(at) or now
    if number and stage.outline.kinds[number - 1] == "T":
        day = stage.day_of(number - 1)  # "postponed Sunday's meeting to Tuesday"
    if day is not None and day.endswith(f"/{now}"):
        day = day.partition("/")[0]  # "moved from 5 May to 9 May": no days from one to the other
    return PutOff(verb, _earlier(stage, day, now), now)


def _reset(stage: Stage, verb: int) -> PutOff | None:
    """``the round planned for 8 May will now be held on 12 May``: planned for one day, and to take place on another."""
    finite = _finite(stage, verb)
    takes_place = stage.outline.lemma(finite) in _HAPPENING | {"hold", "take", "go"}
    if finite == verb or not takes_place or not _is_certain(stage, finite) or stage.outline.negated(finite):
        return None
    end = stage.bounds(verb)[1]
    stop = next((at for at in range(finite + 1, end) if stage.outline.kinds[at] in "V,;"), end)
    was, now = (_first_day(stage, *run) for run in ((verb + 1, finite), (finite + 1, stop)))
    return PutOff(finite, _earlier(stage, was, now), now) if was is not None and now not in {None, was} else None


def _first_day(stage: Stage, first: int, last: int) -> str | None:
    return next(
        (day for at in range(first, last) if stage.outline.kinds[at] == "T" and (day := stage.day_of(at))), None
    )


def _earlier(stage: Stage, day: str | None, now: str | None) -> str | None:
    """The day talks were set for: a bare weekday is the last of that name before the new day."""
    if day is None or day == now:
        return None
    if not stage.is_bare_weekday(day):
        return day
    term = calendar.as_day(now)
    if term is None:
        return None
    return str(calendar.weekday_date(term, date.fromisoformat(day).weekday(), -1, other_day=True))


def _is(stage: Stage, verb: int, lemmas: frozenset[str]) -> bool:
    """Whether the verb is one of ``lemmas``, which may be two words: ``call off``."""
    lemma = stage.outline.lemma(verb)
    after = stage.word(verb + 1) if verb + 1 < len(stage.outline.phrases) else ""
    return lemma in lemmas or f"{lemma}-{after}" in lemmas


def _is_open(stage: Stage, verb: int) -> bool:
    return not _OPEN.isdisjoint(stage.outline.words(verb))


def _is_certain(stage: Stage, verb: int) -> bool:
    """Whether what is negated is said for certain, though it lies ahead: "will not be held", not "may not"."""
    group = stage.outline.words(verb)
    return not _CERTAIN.isdisjoint(group) and "have" not in group


def _past(stage: Stage, verb: int) -> EventStatus | None:
    """``held`` where the verb is past or perfect."""
    outline = stage.outline
    group = outline.words(verb)
    if outline.tags[outline.phrases[verb].last - 1] == "g":
        return None  # "were holding talks"
    if len(group) > 1:
        return None if _PAST_AUXILIARIES.isdisjoint(group) else "held"
    form = VERBS.get(group[0])
    return "held" if group == ["had"] or (form is not None and "d" in form.forms) else None
