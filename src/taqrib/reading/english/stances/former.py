"""Whether words place a stance in former times: "had previously rejected", "until recently", "long demanded".

Such a stance is nobody's position on the day of the report. Only words of former times count: "had rejected" by itself
is how English reports speech, and "has long demanded" tells what still holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.times.words import UNITS
from taqrib.reading.english.words import VERBS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.stances.holders import Holders

_TABLE = load("english/stances")["former"]
_ADVERBS, _PASTS, _PLUPERFECTS = (words(_TABLE[key]) for key in ("adverbs", "with_a_past", "with_had"))
_AGAIN = words(_TABLE["again"])
_PHRASES = tuple(tuple(phrase.split()) for phrase in _TABLE["phrases"])
_HAVE, _HAD = frozenset(("has", "have")), "had"


def is_former(outline: Outline, holders: Holders, number: int, last: int) -> bool:
    """Whether the verb of a stance, or the one that reports it, stands with a word of former times.

    :param number: the phrase that carries the stance.
    :param last: one past the last token of the stance's clause.
    """
    if _is_placed(outline, holders, number, last):
        return True
    around = holders.statement_around(outline.phrases[number].first)
    if around is None:
        return False
    cue = outline.phrase_at[holders.token_at(around.cue[0])]
    return cue != number and outline.kinds[cue] == "V" and _is_placed(outline, holders, cue, outline.phrases[cue].last)


def _is_placed(outline: Outline, holders: Holders, number: int, last: int) -> bool:
    if _has_adverb(outline, number) or _ends_formerly(outline, number, last):
        return True
    phrase = outline.phrases[number]
    if _ending_at(outline, phrase.first) or begins_formerly(outline, phrase.last):
        return True  # "had in the past rejected"
    return _is_fronted(outline, holders, number) or _goes_on(outline, holders, number)


def _group(outline: Outline, number: int) -> list[str]:
    """The words of a verb group with its adverbs on both sides: "had earlier insisted"."""
    first, last = outline.phrases[number].first, outline.phrases[number].last
    floor = outline.phrases[outline.sentences[outline.sentence_at[number]][0]].first
    while first > floor:
        norm = outline.tokens[first - 1].norm
        adverb = outline.kinds[outline.phrase_at[first - 1]] == "A" or norm in _ADVERBS | _PASTS | _PLUPERFECTS
        if not adverb and norm not in _HAVE and norm != _HAD:
            break
        first -= 1
    while last < len(outline.tokens) and outline.tags[last] == "a":
        last += 1
    return [token.norm for token in outline.tokens[first:last]]


def _has_adverb(outline: Outline, number: int) -> bool:
    group = _group(outline, number)
    if not _ADVERBS.isdisjoint(group):
        return True
    if not _HAVE.isdisjoint(group):
        return False  # "has long demanded": and still does
    if _HAD in group and not _PLUPERFECTS.isdisjoint(group):
        return True
    verb = VERBS.get(outline.tokens[outline.phrases[number].last - 1].norm)
    past = _HAD in group or (verb is not None and "d" in verb.forms and "b" not in verb.forms)
    return past and not _PASTS.isdisjoint(group) and _AGAIN.isdisjoint(group)


def _ends_formerly(outline: Outline, number: int, last: int) -> bool:
    """``rejected the map in the past``: at the end of the clause, and no other verb's."""
    begins = outline.phrases[number].last
    end = last
    if outline.tokens[end - 1].norm not in _ADVERBS:
        end -= _ending_at(outline, last)
        if end == last:
            return False
    between = range(outline.phrase_at[begins], outline.phrase_at[end - 1] + 1) if begins < end else range(0)
    return not any(outline.kinds[at] in "VGEW" for at in between)


def _is_fronted(outline: Outline, holders: Holders, number: int) -> bool:
    """``In the past, Peru rejected``: in front of the first subject, whose verb or second verb it is."""
    start = outline.sentences[outline.sentence_at[number]][0]
    first = outline.phrases[start].first
    if outline.tokens[first].norm not in _ADVERBS and not begins_formerly(outline, first):
        return False
    subject = holders.subject(number)
    verb = outline.kinds.find("V", start)
    return subject is not None and verb >= 0 and subject.last <= outline.phrases[verb].first


def _goes_on(outline: Outline, holders: Holders, number: int) -> bool:
    """``had previously rejected the map and demanded the port``: one "had previously" for two verbs."""
    group = outline.words(number)
    known = VERBS.get(group[-1])
    participle = known is not None and "p" in known.forms
    if len(group) > 1 or not participle or outline.kinds[number - 1 : number] != "C":
        return False
    before = outline.kinds.rfind("V", outline.sentences[outline.sentence_at[number]][0], number)
    return (
        before >= 0
        and _HAD in _group(outline, before)
        and _is_placed(outline, holders, before, outline.phrases[number - 1].first)
    )


def begins_formerly(outline: Outline, at: int) -> bool:
    """Whether a phrase of former times begins at a token: "in the past", "until recently"."""
    return any(_stands(outline, at, phrase) for phrase in _PHRASES)


def _ending_at(outline: Outline, end: int) -> int:
    """The tokens of the phrase of former times in front of a token; 0 for none."""
    return next((len(phrase) for phrase in _PHRASES if _stands(outline, end - len(phrase), phrase)), 0)


def _stands(outline: Outline, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase of former times stands at a token; "in the past week" is a date."""
    end = at + len(phrase)
    if tuple(token.norm for token in outline.tokens[max(0, at) : end]) != phrase:
        return False
    return outline.tags[end : end + 1] not in {"#", "T"} and not (
        end < len(outline.tokens) and outline.tokens[end].norm in UNITS
    )
