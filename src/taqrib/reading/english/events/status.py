"""Whether an event took place, goes on, is to come, is only possible, or is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.events.outcomes import (
    ALMOST,
    PARTICLES,
    became,
    called_off,
    governing,
    is_entertaining,
    is_holding,
    is_shunning,
    predicate,
)
from taqrib.reading.english.moods import ASSERTED
from taqrib.reading.english.words import VERBS, lemma_of, words
from taqrib.reading.findings import UNDONE
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.events.stage import Stage
    from taqrib.reading.findings import EventStatus

_TABLE = load("english/events")
_ANNOUNCED = frozenset(_TABLE["announced"])
_POSSIBLE = frozenset(_TABLE["possible"])
_ONGOING = frozenset(_TABLE["ongoing"])
_DENIED = frozenset(_TABLE["denied"])
_CANCELLED = frozenset(_TABLE["cancelled"])
_PAST = words("last previous latest earlier recent")
_MAY = words("may might could can should must ought")
_WILL = words("will would shall we'll they'll he'll she'll it'll")
_BE = words("is are was were be been being")
_REFUSING = words("refused rejected refuse reject refusing rejecting refuses rejects")
_DONE = words("voted met gathered managed")
_MOVING = frozenset(verb.split()[0] for verb, (kind, _) in _TABLE["verbs"].items() if kind == "travel")
_FIXED = words("planned scheduled slated due set expected")
_DISTANT = words("plan plans planning decision announced agreed set pledged promised")
"""Of a plan or of what was announced only what stands right behind is to come."""

_NEAR = 4
_REACH = 14
"""Tokens that are looked back for what governs a trigger."""


def verb_status(stage: Stage, number: int) -> EventStatus:
    """From the verb group, its clause, and what governs it."""
    outline = stage.outline
    phrase = outline.phrases[number]
    if outline.negated(number) or not ALMOST.isdisjoint(outline.group(number)):
        return "denied"
    if stage.moods[number] != ASSERTED:
        return "denied" if _denied(stage, number) else "possible"
    if phrase.kind == "V":
        return _finite_status(stage, number)
    if phrase.kind in {"I", "G"}:
        return _governed(stage, number, None) or ("possible" if phrase.kind == "I" else "held")
    return "held"


def _finite_status(stage: Stage, number: int) -> EventStatus:
    outline = stage.outline
    group = outline.words(number)
    first = group[0]
    if first in _MAY:
        return "possible"
    if first in _WILL:
        obliged = outline.kinds[number + 1 : number + 2] == "I" and group[-1] in {"have", "need"}
        unreal = group[:2] == ["would", "have"]  # "would have met": they did not, or nobody knows
        return "possible" if obliged or unreal else "announced"
    if outline.tags[outline.phrases[number].last - 1] == "g":
        return "ongoing" if first not in {"was", "were"} else "held"
    present = len(group) == 1 and "s" in VERBS[first].forms and "d" not in VERBS[first].forms
    if first in {"does", "do"} or present:
        return "ongoing"
    return "denied" if _denied(stage, number) else "held"


def _denied(stage: Stage, number: int) -> bool:
    """Whether the phrase stands in what somebody denies."""
    around = stage.holders.statement_around(stage.outline.phrases[number].first)
    return around is not None and stage.outline.document.text[slice(*around.cue)].lower() in _DENIED


def noun_status(stage: Stage, number: int) -> EventStatus | None:
    """From the noun's own modifiers, the verb after it, and what governs it; ``None`` if nothing tells."""
    outcome = became(stage, number) if stage.moods[number] == ASSERTED else None
    if outcome in UNDONE:
        return outcome  # also of "a planned meeting"
    for word in stage.outline.words(number)[:-1]:
        told = _of_word(word)
        if told is not None:
            return told
        if word in _PAST:
            return "held"
    planned = number + 1 < len(stage.outline.phrases) and stage.outline.kinds[number + 1] in "VE"
    if planned and stage.word(number + 1) in _FIXED:
        return "announced"  # "the talks planned for May", also where somebody is urged to come to them
    if stage.moods[number] != ASSERTED:
        return "denied" if _denied(stage, number) and not _is_off(stage, number) else "possible"
    told = outcome or _of_deed(stage, number) or _of_preposition(stage, number) or _predicated(stage, number)
    return told or _governed(stage, number, None)


def _is_off(stage: Stage, number: int) -> bool:
    """Whether a verb calls the talks off: who denies that denies no talks."""
    verbs = (predicate(stage, number), governing(stage, number))
    return any(verb is not None and called_off(stage, verb) is not None for verb in verbs)


def _of_deed(stage: Stage, number: int) -> EventStatus | None:
    """What is said of holding them: "ruled out holding talks", "did not rule out attending the meeting"."""
    at = governing(stage, number)
    if not at or stage.outline.kinds[at] not in "GI" or not is_holding(stage, at):
        return None
    return _of_verb_before(stage, at)


def _of_preposition(stage: Stage, number: int) -> EventStatus | None:
    """``after the talks`` they are over, ``before the election`` it is to come."""
    before = stage.noun(number - 1) if number else ""
    if before in {"after", "following", "since"}:
        return "held"
    ahead = before == "of" and number > 1 and stage.noun(number - 2) == "ahead"
    return "announced" if before == "before" or ahead else None


def _of_word(word: str) -> EventStatus | None:
    if word in _POSSIBLE:
        return "possible"
    if word in _ANNOUNCED:
        return "announced"
    return "ongoing" if word in _ONGOING else None


def _predicated(stage: Stage, number: int) -> EventStatus | None:
    """From the verb the noun is the subject of: "talks will", "talks are due"."""
    outline = stage.outline
    end = stage.bounds(number)[1]
    verb = predicate(stage, number)
    if verb is None:
        return None
    group = set(outline.words(verb))
    unreal = {"would", "have"} <= group  # "would have been held"
    if group & _WILL and not unreal:
        return "announced"
    if unreal or group & _MAY:
        return "possible"
    to_be = group <= _BE and outline.kinds[verb + 1 : verb + 2] == "I"  # "talks are to be held"
    if to_be or group & _ANNOUNCED or (verb + 1 < end and stage.word(verb + 1) in _ANNOUNCED):
        return "announced"
    if group & _CANCELLED and not outline.negated(verb) and ALMOST.isdisjoint(outline.group(verb)):
        return "cancelled"
    going = (
        outline.tags[outline.phrases[verb].last - 1] == "g"
        or group & _ONGOING
        or (verb + 1 < end and stage.word(verb + 1) in {"underway", "ongoing"})
    )
    return "ongoing" if going and not group & {"was", "were"} else None


def _governed(stage: Stage, number: int, otherwise: EventStatus | None) -> EventStatus | None:
    """What the words before an infinitive, an -ing form or a noun say of it."""
    outline, tokens = stage.outline, stage.outline.tokens
    start = stage.bounds(number)[0]
    first = outline.phrases[max(stage.clause_start(number) - 2, start)].first
    at = outline.phrases[number].first
    infinitive = outline.kinds[number] == "I"
    if outline.kinds[number] in "GI" and number:
        told = _of_verb_before(stage, number)
        if told is not None:
            return told
    for index in range(at - 1, max(first, at - _REACH) - 1, -1):
        told = _of_governor(stage, index, at)
        if told is not None:
            return told
        if outline.tags[index] == "g" and index == at - 1 and tokens[index - 1].norm in {"is", "are"}:
            return "ongoing"  # "is hosting the discussions"
        if infinitive and tokens[index].norm == "able" and tokens[index - 1].norm in {"been", "was", "were"}:
            return "held"
        if outline.tags[index] == "v" and tokens[index].norm not in _BE:
            return _of_finite(tokens[index].norm, otherwise) if infinitive else otherwise
    return otherwise


def _of_finite(norm: str, otherwise: EventStatus | None) -> EventStatus | None:
    """What the finite verb before an infinitive says of it: "gathered to vote", "flew to Lima to meet the envoy"."""
    if lemma_of(norm) in _MOVING:
        return "announced"
    return "held" if norm in _DONE else otherwise


def _of_verb_before(stage: Stage, number: int) -> EventStatus | None:
    """What the verb right before an infinitive or -ing form says: "refused to meet", "are to meet"."""
    outline, going = stage.outline, stage.outline.kinds[number] == "G"
    before = number - 1
    if going and before and outline.kinds[before] in "AP" and stage.word(before) in PARTICLES:
        before -= 1  # "ruled out meeting"
    if outline.kinds[before] == "V" and is_shunning(stage, before):
        return "possible" if outline.negated(before) else "denied"
    if going:
        return "possible" if outline.kinds[before] in "VI" and is_entertaining(stage, before) else None
    return "announced" if stage.noun(before) in _BE else None


def _of_governor(stage: Stage, index: int, at: int) -> EventStatus | None:
    """What one word before the trigger at token ``at`` says of it."""
    tokens = stage.outline.tokens
    norm, before = tokens[index].norm, tokens[index - 1].norm if index else ""
    near = at - index <= _NEAR
    governs = stage.outline.tags[index] in "mvxgb"
    if norm in _CANCELLED and not stage.outline.negated(stage.outline.phrase_at[index]):
        return "cancelled"
    if norm in _ONGOING:
        return "ongoing"
    if norm in _WILL or (norm in _ANNOUNCED and (near or norm not in _DISTANT)) or (norm == "to" and before in _BE):
        return "announced"
    if norm == "in" and index == at - 1 and before in _BE:
        return "ongoing"
    if norm in _REFUSING or (norm in _POSSIBLE and (near or governs)):
        return "possible"
    return "denied" if norm in {"not", "never", "without", "no"} and index >= at - 2 else None
