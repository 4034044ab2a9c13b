"""What a stance depends on: the clause behind it or in front of it that begins with "if", "unless", "so long as"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.statements.contents import trimmed
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.stances.holders import Holders
    from taqrib.reading.findings import Span

_TABLE = load("english/stances")
_CONDITIONS = frozenset(_TABLE["conditions"])
_CONDITIONAL = tuple(tuple(phrase.split()) for phrase in _TABLE["conditional_phrases"])
_OPENING = frozenset(("can", "could", "will", "would", "may", "might"))
_BEGINNING = frozenset(("begin", "start", "resume", "open", "reopen", "sign", "take"))
_CONDITIONAL_STARTS = frozenset(words[0] for words in _CONDITIONAL)


def condition(outline: Outline, holders: Holders, number: int, until: int) -> Span | None:
    """The clause the stance depends on, inside its own clause or right behind it."""
    end = outline.sentences[outline.sentence_at[number]][1]
    limit = min(end, until + 2 + (outline.kinds[until : until + 2] == ",C"))  # "ready to talk, but only if"
    for index in range(number + 1, limit):
        first = outline.phrases[index].first
        norm = outline.tokens[first].norm
        hit = norm in _CONDITIONS
        if not hit and norm in _CONDITIONAL_STARTS:
            hit = any(
                tuple(token.norm for token in outline.tokens[first : first + len(words)]) == words
                for words in _CONDITIONAL
            )
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
    """``If they free the crew, we will stop``: the clause before the subject."""
    subject = holders.subject(number)
    if subject is None:
        return None
    start = outline.sentences[outline.sentence_at[number]][0]
    comma = outline.phrase_at[subject.first] - 1
    if comma <= start or outline.kinds[comma] != ",":
        return None
    opening = comma - 1
    while opening > start and outline.kinds[opening] not in "U,q":
        opening -= 1
    first = outline.phrases[opening].first
    if outline.kinds[opening] != "U" or outline.tokens[first].norm not in _CONDITIONS:
        return None
    return outline.span(first, trimmed(outline, first, outline.phrases[comma].first))


def first_of_all(outline: Outline, number: int, until: int) -> bool:
    """``must leave the port before talks can begin``: what is demanded is the condition of something else."""
    for index in range(number + 1, until):
        if outline.tokens[outline.phrases[index].first].norm != "before":
            continue
        for verb in range(index + 1, until):
            if outline.kinds[verb] in "VG":
                return outline.kinds[verb] == "V" and (
                    not _OPENING.isdisjoint(outline.words(verb)) or outline.lemma(verb) in _BEGINNING
                )
    return False


def lifting(outline: Outline, requires: Span) -> bool:
    """Whether the refusal ends once the condition is met: "until", "unless", "before"."""
    text = outline.document.text[slice(*requires)].lower()
    return text.partition(" ")[0] in {"until", "unless", "except"} or text.startswith(("as long as", "so long as"))


def only(outline: Outline, requires: Span) -> bool:
    """Whether a side lays the condition down rather than names a case: "only if", "unless", "on condition"."""
    words = outline.document.text[slice(*requires)].lower().split()[:2]
    return words[0] in {"only", "unless", "on"}
