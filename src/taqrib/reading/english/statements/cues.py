"""The words that report speech in a text: verbs, "according to", nouns such as "its call for"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.words import VERBS, singular, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline

_TABLE = load("english/reporting")
FRAMES: dict[str, str] = _TABLE["verbs"]
"""Lemma → the complements it takes, as letters; see english/reporting.yaml."""

_PARTICLES: dict[str, dict[tuple[str, ...], str]] = {}
for _phrase, _letters in _TABLE["with_particle"].items():
    _lemma, *_rest = _phrase.split()
    _PARTICLES.setdefault(_lemma, {})[tuple(_rest)] = _letters
OBJECT_PREPOSITIONS: dict[str, frozenset[str]] = {
    lemma: frozenset(of) for lemma, of in _TABLE["object_prepositions"].items()
}
_NOUNS: dict[str, frozenset[str]] = {noun: frozenset(joins) for noun, joins in _TABLE["nouns"].items()}
CLAIMS = frozenset(_TABLE["claims"])
"""What is rejected as untrue, so that the rejection says something: "rejected the claim that"."""
_POSSESSIVE = frozenset(("its", "his", "her", "their"))


def _reporting_forms() -> dict[str, str]:
    """Every form of a reporting verb → its lemma: one look-up tells most words apart."""
    return {form: verb.lemma for form, verb in VERBS.items() if verb.lemma in FRAMES or verb.lemma in _PARTICLES}


REPORTING: dict[str, str] = _reporting_forms()


CLAUSAL = frozenset(form for form, lemma in REPORTING.items() if "c" in FRAMES.get(lemma, ""))
"""Forms of verbs that take a clause: what follows one may be a new subject."""


class Cue(NamedTuple):
    """A reporting word.

    :ivar phrase: the phrase of the verb or noun.
    :ivar first: the first token of the cue.
    :ivar last: one past its last token: with the particle that belongs to it.
    :ivar lemma: the verb's or noun's lemma, ``according`` for "according to".
    :ivar frame: the complements it takes.
    :ivar form: ``verb``, ``participle`` (-ing, no subject of its own), ``passive``, ``according`` or ``noun``.
    """

    phrase: int
    first: int
    last: int
    lemma: str
    frame: str
    form: str


def cues(outline: Outline) -> list[Cue]:
    """The cues of the text in order."""
    found: list[Cue] = []
    for number, phrase in enumerate(outline.phrases):
        kind = phrase.kind
        if kind in "VGEI":
            cue = _verb(outline, number, phrase.last - 1, kind)
        elif kind == "N":
            cue = _noun(outline, number, phrase.first, phrase.last - 1)
        else:
            continue
        if cue is not None:
            found.append(cue)
    return found


def _verb(outline: Outline, number: int, at: int, kind: str) -> Cue | None:
    """The cue of a verb phrase, if it reports."""
    norm = outline.tokens[at].norm
    if norm == "according":
        follows = at + 1 < len(outline.tokens) and outline.tokens[at + 1].norm == "to"
        return Cue(number, at, at + 2, "according", "", "according") if follows else None
    lemma = REPORTING.get(norm)
    if lemma is None:
        return None
    frame, last = _frame(outline, lemma, at)
    form = _form(outline, number, lemma, kind) if frame else None
    return Cue(number, at, last, lemma, frame, form) if form is not None else None


def _frame(outline: Outline, lemma: str, at: int) -> tuple[str, int]:
    """The complements of the verb, with the particle that belongs to it, and one past its last token."""
    frame, last = FRAMES.get(lemma, ""), at + 1
    for particle, wider in _PARTICLES.get(lemma, {}).items():
        if tuple(token.norm for token in outline.tokens[at + 1 : at + 1 + len(particle)]) == particle:
            frame, last = wider, at + 1 + len(particle)
    return frame, last


def _form(outline: Outline, number: int, lemma: str, kind: str) -> str | None:
    """How the verb reports; ``None`` where nothing was said: negated, unreal, a bare infinitive."""
    if kind == "I":
        return "verb" if _goes_on(outline, number) else None
    if kind == "G":
        at = outline.phrases[number].last
        answering = lemma in {"respond", "reply"} and outline.tokens[at : at + 1]
        return None if answering and outline.tokens[at].norm == "to" else "participle"
    if outline.passive(number):
        told = lemma in {"tell", "inform", "warn", "assure"} and outline.kinds[number + 1 : number + 2] == "P"
        by = outline.phrases[number].last
        return "passive" if told and outline.tokens[by].norm == "by" else None
    if lemma in {"ask", "request", "demand"} and _stays_unnamed(outline, number):
        return None
    unreal = any(word in _UNREAL for word in outline.words(number)[:-1])
    return None if unreal or outline.negated(number) else "verb"


def _stays_unnamed(outline: Outline, number: int) -> bool:
    """``asked not to be named``: a formula of the press."""
    following = outline.phrases[number].last
    group = {token.norm for token in outline.tokens[following : following + 4]}
    return bool(group & {"named", "identified", "anonymous", "anonymity", "quoted"})


_UNREAL = words(_TABLE["unreal"])
"""An utterance that may come, or should, has not been made."""


def _goes_on(outline: Outline, number: int) -> bool:
    """``went on to say``: the infinitive is what was done."""
    before = number - 1
    while before >= 0 and outline.kinds[before] in "AP":
        before -= 1
    return before >= 0 and outline.kinds[before] == "V" and outline.lemma(before) in {"go", "continue", "proceed"}


def _noun(outline: Outline, number: int, first: int, at: int) -> Cue | None:
    """``its call for``: a noun that reports, with a possessor in front and its content behind."""
    tokens = outline.tokens
    norm = tokens[at].norm
    joins = _NOUNS.get(norm) or _NOUNS.get(singular(norm))
    if joins is None or at + 1 >= len(tokens) or tokens[at + 1].norm not in joins:
        return None
    possessed = any(tokens[index].norm in _POSSESSIVE or outline.tags[index] == "s" for index in range(first, at))
    if not possessed:
        return None
    join = tokens[at + 1].norm
    return Cue(number, at, at + 2 if join not in {"that", "to"} else at + 1, singular(norm), "", "noun")
