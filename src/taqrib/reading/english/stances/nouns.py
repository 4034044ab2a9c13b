"""Nouns that hold a stance in a phrase: "its call for", "Peruvian opposition to", "the union's aim is to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.words import words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.stances.scene import Scene
    from taqrib.reading.findings import StanceKind

_TABLE = load("english/stances")
_REPORTED: dict[str, StanceKind] = _TABLE["reported_nouns"]
_HELD: dict[str, tuple[StanceKind, str]] = {noun: (kind, joins) for noun, (kind, joins) in _TABLE["held_nouns"].items()}
_AIMS = words(_TABLE["aims"])
_GIVING_UP = words(load("english/reporting")["giving_up"]) | words(
    "soften lift overcome give end await lack lose doubt question deny seek"
)
_FORMER = words("former previous earlier past initial alleged reported possible likely apparent")
_OPEN = words(load("english/moods")["open_adjectives"]) | words("doubt question expected")
_OVER = words("end cease vanish fade disappear drop withdraw abandon")


def noun(scene: Scene, number: int) -> None:
    """The stance a noun phrase holds."""
    outline = scene.outline
    at = outline.phrases[number].last - 1
    norm = outline.tokens[at].norm
    statement = scene.cues.get(outline.tokens[at].start)
    if statement is not None and statement.rule == "noun-cue" and statement.speaker_name is not None:
        kind = _REPORTED.get(norm.removesuffix("s"))
        if kind is not None and scene.asserted(number) and not _is_given_up(outline, number):
            start = statement.speaker[0] if statement.speaker else statement.cue[0]
            first, last = (scene.holders.token_at(offset) for offset in (start, statement.content[1]))
            scene.tell(first, last, number, statement.speaker_name, kind, rule="noun-cue", certainty=0.65)
    elif norm in _HELD:
        _held(scene, number, *_HELD[norm])
    elif norm in _AIMS:
        _aim(scene, number)


def _held(scene: Scene, number: int, kind: StanceKind, joins: str) -> None:
    """``Peruvian opposition to a new line``, ``repeated his offer to go``: with an owner, and with an object."""
    outline = scene.outline
    if not scene.asserted(number) or scene.word_after(number) not in joins.split():
        return
    if _is_given_up(outline, number):
        return
    if not _FORMER.isdisjoint(outline.words(number)):
        return
    holder = scene.admissible(scene.holders.owner(number))
    if holder is None:
        return
    end = outline.sentences[outline.sentence_at[number]][1]
    stop = number + 1
    while stop < end and outline.kinds[stop] not in "V.,;:k-W":
        stop += 1
    own = stop < end and outline.kinds[stop] == "V" and not set("UHY") & set(outline.kinds[number:stop])
    if own and _is_undone(outline, stop):
        return
    first, last = outline.phrases[number].first, outline.phrases[stop - 1].last
    scene.tell(first, last, number, holder, kind, rule="noun-held", certainty=0.65)


def _is_given_up(outline: Outline, number: int) -> bool:
    """``ended its demand for``, ``gave up its opposition to``."""
    before = number - 1
    while before > 0 and outline.kinds[before] == "A":
        before -= 1
    return before >= 0 and outline.kinds[before] in "VGI" and outline.lemma(before) in _GIVING_UP


def _is_undone(outline: Outline, verb: int) -> bool:
    """``its opposition has ended``, ``its acceptance is unlikely``, ``its support is in doubt``."""
    if outline.lemma(verb) in _OVER or outline.negated(verb):
        return True
    first = outline.phrases[verb].last
    after = {token.norm for token in outline.tokens[first : first + 2]}
    return outline.lemma(verb) in {"be", "remain", "seem", "appear"} and not _OPEN.isdisjoint(after)


def _aim(scene: Scene, number: int) -> None:
    """``the union's aim is to``, ``her demand was that``."""
    outline = scene.outline
    verb = number + 1
    while verb < number + 8 and outline.kinds[verb : verb + 1] in {
        *"PGNA"
    }:  # "Peru's condition for signing the map is that"
        verb += 1
    if (
        outline.kinds[verb : verb + 2] not in {"VI", "VH"}
        or outline.sentence_at[verb] != outline.sentence_at[number]
        or outline.lemma(verb) not in {"be", "remain"}
    ):
        return
    if outline.negated(verb) or not scene.asserted(number):
        return
    holder = scene.admissible(scene.holders.owner(number))
    if holder is None:
        return
    kind: StanceKind = "condition" if outline.words(number)[-1] in {"condition", "precondition"} else "demand"
    first, until = outline.phrases[number].first, scene.end(verb)
    scene.tell(first, outline.phrases[until - 1].last, verb, holder, kind, rule="aim-is", certainty=0.7)
