"""Events that a verb carries, when its arguments fit: "signed the accord", not "signed a player"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from taqrib.reading.english.actors.lexicon import BODIES, ORGANISATIONS, PERSONS
from taqrib.reading.english.events.circumstances import Round, own_date, rounds
from taqrib.reading.english.events.outcomes import called_off
from taqrib.reading.english.events.status import verb_status
from taqrib.reading.english.moods import ASKED, ASSERTED, SUPPOSED
from taqrib.reading.english.stances.lexical import behind_adverbs, only_speaks, particle_follows, takes_object
from taqrib.reading.english.words import VERBS, singular, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.reading.english.events.stage import Stage
    from taqrib.reading.findings import EventStatus, EventType

_TABLE = load("english/events")
_ARGUMENTS = {
    "talks": frozenset(_TABLE["talks"]),
    "paper": frozenset(_TABLE["papers"]),
    "truce": frozenset(_TABLE["truces"]),
    "captive": frozenset(_TABLE["captives"]),
    "aid": frozenset(_TABLE["aids"]),
    "office": frozenset(_TABLE["offices"]),
    "brokered": frozenset(_TABLE["brokered"]),
}
_NOT_YET = words(load("english/grammar")["future"]) | {"never"}
_UNMET = words(_TABLE["unmet"])
_PRONOUNS = (["it"], ["him"], ["her"], ["them"])
_COMMON_PLACES = words(_TABLE["common_places"])
CAPTIVES = _ARGUMENTS["captive"]
_SPEAKING = frozenset(load("english/stances")["speaking"])
_CLAIMS = frozenset(load("english/reporting")["claims"])
_ATTENDING = words("attend participate take")
_SHARED: frozenset[EventType] = frozenset(("meet", "talks", "agree", "release", "appoint"))
"""What is done with somebody, who is an actor, too."""


_CHOSEN: frozenset[EventType] = frozenset(("accept", "reject", "agree", "propose"))
"""What a side does or leaves: left undone it is nothing that happens."""

_POSITIONS: frozenset[EventType] = frozenset(("accept", "reject"))


class _Frame(NamedTuple):
    particle: tuple[str, ...]
    type: EventType
    needs: str


def _verb_frames() -> dict[str, list[_Frame]]:
    frames: dict[str, list[_Frame]] = {}
    for phrase, (kind, needs) in _TABLE["verbs"].items():
        lemma, *rest = phrase.split()
        frames.setdefault(lemma, []).append(_Frame(tuple(rest), cast("EventType", kind), needs))
    for entries in frames.values():
        entries.sort(key=lambda entry: -len(entry.particle))
    return frames


_FRAMES = _verb_frames()
_TRIGGER_FORMS = {form: verb.lemma for form, verb in VERBS.items() if verb.lemma in _FRAMES}


def verb(stage: Stage, number: int) -> None:
    """The event of a verb phrase, if it carries one."""
    outline = stage.outline
    at = outline.phrases[number].last - 1
    lemma = _TRIGGER_FORMS.get(outline.tokens[at].norm)
    if lemma is None or _modifies(stage, number) or stage.moods[number] == ASKED:
        return
    for frame in _FRAMES[lemma]:
        particle = frame.particle
        if particle and not particle_follows(outline, number, particle):
            continue
        if frame.type == "reject" and _denies_claim(stage, number):
            return
        if _fits(stage, number, frame.needs):
            _add(stage, number, lemma, frame)
            return


def _modifies(stage: Stage, number: int) -> bool:
    """``the negotiating team``, ``a suspended sentence``: a participle between article and noun."""
    outline = stage.outline
    phrase = outline.phrases[number]
    if phrase.kind not in "GE" or not phrase.first or outline.kinds[number + 1 : number + 2] != "N":
        return False
    before = outline.tags[phrase.first - 1]
    named = before == "r" and stage.word(number - 1) in {
        "the",
        "a",
        "an",
        "its",
        "their",
    }  # "the Chilean negotiating team"
    return (before in "dj" or named) and phrase.last - phrase.first == 1


def _denies_claim(stage: Stage, number: int) -> bool:
    following = number + 1
    return following < len(stage.outline.phrases) and not _CLAIMS.isdisjoint(stage.outline.words(following))


def _add(stage: Stage, number: int, lemma: str, frame: _Frame) -> None:
    outline = stage.outline
    status: EventStatus = verb_status(stage, number)
    if lemma in _ATTENDING:  # "will not attend" is a refusal; attending is told by the noun of the talks
        if status != "denied" or outline.kinds[number] != "V" or outline.words(number)[0] in {"do", "don't"}:
            return
        status = "held"
    elif _tells_nothing(stage, number, frame, status):
        return
    end = stage.clause_end(number)
    actors = stage.agents(number, end)
    if frame.type in _SHARED:
        actors = actors + [name for name in stage.between(number + 1, end) if name not in actors]
    if not actors and (frame.type == "travel" or (frame.type in {"reject", "accept"} and not outline.passive(number))):
        return
    stage.told.add(number)
    told = _own_rounds(stage, number, frame)
    if frame.type == "travel" and told[0].place is None:
        told = [told[0]._replace(place=_destination(stage, number, end)), *told[1:]]
    if frame.type == "travel":
        stage.journey = (outline.sentence_at[number], told[0].place)
    at = outline.phrases[number].last - 1
    stage.add(frame.type, at, status, actors, told, rule=f"verb-{lemma}", certainty=0.75)


def _own_rounds(stage: Stage, number: int, frame: _Frame) -> list[Round]:
    """Place and day of the event; a day behind an infinitive or "that" is the day of what was agreed or refused.

    So is a day behind what is called off that of the meeting: "postponed the talks to Friday".
    """
    told = rounds(stage, number)
    kinds, end = stage.outline.kinds, stage.clause_end(number)
    others = "IH" if frame.type in _CHOSEN else "NP" if frame.type == "suspend" and called_off(stage, number) else ""
    complement = next((at for at in range(number + 1, min(end + 1, len(kinds))) if kinds[at] in others), None)
    if complement is None:
        return told
    return [told[0]._replace(when=own_date(stage, number, complement))]


def _tells_nothing(stage: Stage, number: int, frame: _Frame, status: EventStatus) -> bool:
    """Whether the verb, for all its arguments, tells of nothing that happens."""
    if status == "denied" and frame.type in _CHOSEN and (frame.type == "reject" or _unwilling(stage, number)):
        return True  # "did not reject" rejects nothing, "will not accept" is an attitude
    if frame.type in _CHOSEN | {"talks"} and stage.moods[number] == SUPPOSED:
        return True  # "if they negotiate in earnest"
    if _fails(stage, number) or _repeats_noun(stage, number, frame) or _retold(stage, number, frame):
        return True
    if frame.needs == "to" and status == "ongoing":
        return True  # "still refuses to recognise the border" is an attitude
    # what another wants accepted nobody has accepted; nor have they agreed in "unless the owners agree to pay"
    return (frame.type in _POSITIONS or frame.needs == "agreed") and stage.moods[number] != ASSERTED


def _retold(stage: Stage, number: int, frame: _Frame) -> bool:
    """``Orr, who voted no``, ``the accord, which was reached in Lima``: the vote, the accord is told."""
    if stage.outline.kinds[number - 1 : number] != "W":
        return False
    return frame.type == "vote" or (frame.type == "agree" and stage.outline.passive(number))


def _unwilling(stage: Stage, number: int) -> bool:
    """``will not accept``, ``never agreed``, ``nobody is proposing``: no more than what somebody thinks of it."""
    group = set(stage.outline.group(number))
    going = stage.outline.tags[stage.outline.phrases[number].last - 1] == "g"
    return going or bool(group & _NOT_YET)


def _fails(stage: Stage, number: int) -> bool:
    """``for failing to free the crew``, ``have yet to ratify it``: what has not been done."""
    if stage.outline.kinds[number] != "I" or not number:
        return False
    before = stage.outline.tokens[stage.outline.phrases[number].first - 1].norm
    needless = stage.outline.kinds[number - 1] == "N" and stage.word(number - 1) == "no"  # "feels no need to negotiate"
    return needless or before == "yet" or stage.outline.lemma(number - 1) == "fail"


def _repeats_noun(stage: Stage, number: int, frame: _Frame) -> bool:
    """``a conference will be convened``: the noun has told it."""
    if frame.needs != "-" or not stage.outline.passive(number) or not stage.found:
        return False
    subject = stage.subject(number)
    if subject is None:
        return False
    start = stage.outline.tokens[subject.first].start
    return any(one.type == frame.type and one.trigger[0] >= start for one in stage.found[-2:])


def _destination(stage: Stage, number: int, end: int) -> str | None:
    if (
        end + 1 < len(stage.outline.phrases)
        and stage.outline.kinds[end] == ","
        and stage.noun(end - 1) in _COMMON_PLACES
    ):
        end += 2  # "in the capital, Lima,"
    for index in range(number + 1, end):
        if stage.outline.kinds[index] == "N" and stage.is_place(index) and stage.noun(index - 1) != "from":
            mention = stage.holders.cast.mention_at(stage.outline.phrases[index].last - 1)
            return mention.actor if mention else None
    return None


# -- arguments ---------------------------------------------------------------------------------------------------------


def _fits(stage: Stage, number: int, needs: str) -> bool:
    """Whether the verb's arguments are of the kind its frame needs."""
    if needs == "-":
        return True
    test = _TESTS.get(needs)
    return test(stage, number) if test is not None else _has_argument(stage, number, needs)


def _refuses(stage: Stage, number: int) -> bool:
    infinitive = behind_adverbs(stage.outline, number)  # "refused even to discuss it"
    if stage.outline.kinds[infinitive : infinitive + 1] != "I" or only_speaks(stage.outline, infinitive):
        return False
    return stage.outline.lemma(infinitive) not in _SPEAKING


def _agrees(stage: Stage, number: int) -> bool:
    behind = behind_adverbs(stage.outline, number)
    if stage.outline.passive(number):
        return False
    if stage.outline.kinds[behind : behind + 1] == "H":  # "the ministers agreed that the dam will be filled"
        subject = stage.subject(number)
        several = subject is not None and stage.outline.tokens[subject.head].norm.endswith("s")
        return several and subject is not None and stage.outline.tags[subject.head] != "o"
    return stage.outline.kinds[behind : behind + 1] in {"I", "P"} or takes_object(stage.outline, number, behind)


def _leaves_session(stage: Stage, number: int) -> bool:
    """``walked out of the talks``, ``the delegation walked out``; workers who walk out for a day strike."""
    outline = stage.outline
    after = outline.phrases[number].last + 1  # behind "out"
    phrase = outline.phrase_at[after] if after < len(outline.tokens) else len(outline.phrases) - 1
    if stage.word(phrase) == "of":
        return _has_argument(stage, number, "talks") or not _ARGUMENTS["talks"].isdisjoint(
            outline.words(phrase + 1) if phrase + 1 < len(outline.phrases) else ()
        )
    return outline.kinds[phrase] in ".,;k"


def _sends(stage: Stage, number: int) -> bool:
    """``sent its envoy to Lima``."""
    outline, end = stage.outline, stage.clause_end(number)
    if number + 3 >= end or outline.kinds[number + 1] != "N":
        return False
    norm = outline.tokens[outline.phrases[number + 1].last - 1].norm
    if not {norm, singular(norm)} & (PERSONS | BODIES) or outline.passive(number):
        return False
    return any(
        outline.kinds[at : at + 2] == "PN" and stage.word(at) == "to" and stage.is_place(at + 1)
        for at in range(number + 2, end - 1)
    )


def _goes_somewhere(stage: Stage, number: int) -> bool:
    if number + 1 < len(stage.outline.phrases) and stage.word(number + 1) in {"ahead", "beyond", "through"}:
        return False  # "will go ahead in Lima"
    following = range(number + 1, min(stage.clause_end(number), number + 4))
    return any(
        stage.outline.kinds[index] == "N"
        and (stage.is_place(index) or (stage.noun(index) in _COMMON_PLACES and stage.outline.kinds[index - 1] == "P"))
        for index in following
    )


def _meets(stage: Stage, number: int) -> bool:
    """Whether there is somebody to meet: an object, or a subject of several."""
    outline = stage.outline
    end = stage.clause_end(number)
    if outline.kinds[number + 1 : number + 2] == "N" and not _UNMET.isdisjoint(outline.words(number + 1)):
        return False  # "met all of its demands"
    if stage.between(number + 1, end) or (outline.kinds[number] == "I" and len(stage.agents(number, end)) > 1):
        return True
    subject = stage.subject(number)
    if subject is None:
        return False
    if outline.words(number + 1)[:1] in _PRONOUNS and outline.kinds[number + 1] == "N":
        return stage.holders.name(subject, number) is not None  # "will meet it again on Sunday"
    norm = outline.tokens[subject.head].norm
    several = len(stage.holders.actors_between(subject.first, subject.last)) > 1 or norm.endswith("s")
    group = bool({norm, singular(norm)} & (BODIES | ORGANISATIONS)) and outline.kinds[number + 1 : number + 2] in {
        *"PT.,"
    }
    return group or (several and stage.holders.name(subject, number) is not None)


def _has_partner(stage: Stage, number: int) -> bool:
    """``negotiated with the owners``, ``the sides are negotiating``; "to negotiate" alone is an idea."""
    partner = bool(stage.between(number + 1, stage.clause_end(number)))
    return partner or (stage.outline.kinds[number] == "V" and _meets(stage, number))


_TESTS: dict[str, Callable[[Stage, int], bool]] = {
    "to": _refuses,
    "agreed": _agrees,
    "place": _goes_somewhere,
    "sent": _sends,
    "session": _leaves_session,
    "actor": _meets,
    "partner": _has_partner,
}


def _has_argument(stage: Stage, number: int, needs: str) -> bool:
    """Whether a noun of the kind is the verb's object, or its subject where the verb or its voice allows that."""
    outline, kinds, nouns = stage.outline, stage.outline.kinds, _ARGUMENTS[needs]
    for index in range(number + 1, min(stage.clause_end(number), number + 5)):
        if kinds[index] == "N" and not nouns.isdisjoint(outline.words(index)[-2:]):
            return True
        if kinds[index] in "GI" or (kinds[index] == "P" and kinds[index - 1] == "N" and stage.word(index) != "of"):
            break
    phrase = outline.phrases[number]
    participle = kinds[number] in "EV" and phrase.last - phrase.first == 1 and number
    apart = needs == "brokered" and kinds[number - 1 : number] == ","  # "the deal, brokered by Norway, holds"
    at = number - 1 - apart
    while participle and needs != "talks" and at >= max(0, number - 5) and kinds[at] == "N":
        if stage.noun(at) in nouns:
            return True  # "a deal signed in May", "a draft on fishing signed in May"
        if (
            at < 2
            or kinds[at - 1] != "P"
            or phrase.last >= len(outline.tokens)
            or outline.tags[phrase.last] not in "pyT"
        ):
            break
        at -= 2
    if needs == "talks" or (outline.passive(number) and needs != "office"):
        subject = stage.subject(number)
        if subject is not None:
            return any(token.norm in nouns for token in outline.tokens[subject.first : subject.last])
    return False
