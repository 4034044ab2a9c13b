"""What a stance depends on: the clause behind it or in front of it that begins with "if", "unless", "so long as"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.stances.former import begins_formerly
from taqrib.reading.english.statements.contents import trimmed
from taqrib.reading.english.statements.cues import CLAUSAL
from taqrib.reading.english.words import NEGATIONS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.stances.holders import Holders
    from taqrib.reading.findings import Span

_TABLE = load("english/stances")
_CONDITIONS = frozenset(_TABLE["conditions"])
_CONDITIONAL = tuple(tuple(phrase.split()) for phrase in _TABLE["conditional_phrases"])
_UNWANTED = words(_TABLE["unwanted"])
"""What nobody makes the outcome of a condition: "before the war spreads"."""
_CONDITIONAL_STARTS = frozenset(words[0] for words in _CONDITIONAL)


def condition(outline: Outline, holders: Holders, number: int, until: int) -> Span | None:
    """The clause the stance depends on, inside its own clause or right behind it."""
    end = outline.sentences[outline.sentence_at[number]][1]
    limit = min(end, until + 2 + (outline.kinds[until : until + 2] == ",C"))  # "ready to talk, but only if"
    for index in range(number + 1, limit):
        first = outline.phrases[index].first
        hit = _opens_condition(outline, first) or _inverted(outline, index) or _not_before(outline, number, first)
        if outline.tokens[first - 1].norm in {"especially", "even", "particularly"}:
            continue  # said of one case among others
        if hit and outline.kinds[index + 1 : index + 2] != "T":  # "until May" is a date
            stop = index + 1
            while stop < end and outline.kinds[stop] not in ".,;:k-":
                stop += 1
            last = trimmed(outline, first, outline.phrases[stop - 1].last)
            return outline.span(first, last)
    return _fronted(outline, holders, number)


def _fronted(outline: Outline, holders: Holders, number: int) -> Span | None:
    """``If they free the crew, safe and sound, we will stop``: the clause in front of the subject."""
    subject = holders.subject(number)
    before = outline.phrase_at[subject.first] if subject is not None else number
    if outline.tokens[outline.phrases[number - 1].first].norm == "there":
        before = number - 1
    start = outline.sentences[outline.sentence_at[number]][0]
    comma = before - 1
    if comma <= start or outline.kinds[comma] != ",":
        return None
    opening = next((at for at in range(comma - 1, start - 1, -1) if _begins_clause(outline, at, start)), None)
    if opening is None:
        return None
    first = outline.phrases[opening].first
    return outline.span(first, trimmed(outline, first, outline.phrases[comma].first))


def _begins_clause(outline: Outline, at: int, start: int) -> bool:
    """Whether a condition opens a sentence, a quotation or what is said: "the envoy said that if Peru left, ..."."""
    if not _opens_condition(outline, outline.phrases[at].first):
        return False
    while at > start and outline.kinds[at - 1] in "qC":
        at -= 1
    told = at > start and outline.tokens[outline.phrases[at - 1].last - 1].norm in CLAUSAL
    return at == start or told or outline.kinds[at - 1] in "H:;"


def _opens_condition(outline: Outline, first: int) -> bool:
    """Whether "if", "unless", "as soon as" stands at a token."""
    norm = outline.tokens[first].norm
    if begins_formerly(outline, first):
        return False  # "until recently": a time that is over
    if norm in _CONDITIONS:
        return True
    return norm in _CONDITIONAL_STARTS and any(
        tuple(token.norm for token in outline.tokens[first : first + len(words)]) == words for words in _CONDITIONAL
    )


def _inverted(outline: Outline, number: int) -> bool:
    """``would revoke it should Peru walk away``."""
    return outline.words(number) == ["should"] and outline.kinds[number + 1 : number + 2] == "N"


def _not_before(outline: Outline, number: int, first: int) -> bool:
    """``will not sign before the crew is freed``: what has to come first."""
    return outline.tokens[first].norm == "before" and not NEGATIONS.isdisjoint(outline.words(number))


def first_of_all(outline: Outline, number: int, until: int) -> bool:
    """``must leave the port before talks can begin``: what is demanded is the condition of something else."""
    for index in range(number + 1, until):
        if outline.tokens[outline.phrases[index].first].norm != "before":
            continue
        for verb in range(index + 1, until):
            if outline.kinds[verb] in "VG":
                return outline.lemma(verb) not in _UNWANTED
    return False


def lifting(outline: Outline, requires: Span) -> bool:
    """Whether the refusal ends once the condition is met: "until", "unless", "before", "if they do not"."""
    words = outline.document.text[slice(*requires)].lower().replace("’", "'").split()
    negated = words[0] == "if" and not NEGATIONS.isdisjoint(words)
    return (
        negated or words[0] in {"until", "unless", "except", "before"} or words[:2] in (["as", "long"], ["so", "long"])
    )


def only(outline: Outline, requires: Span) -> bool:
    """Whether a side lays the condition down rather than names a case: "only if", "unless", "on condition"."""
    words = outline.document.text[slice(*requires)].lower().split()[:2]
    return words[0] in {"only", "unless", "on"}
