"""Predicates that show a stance: "is ready to", "it is not possible to", "there is no place for"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.words import NEGATIONS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.stances.scene import Scene
    from taqrib.reading.findings import StanceKind

_TABLE = load("english/stances")
_ADJECTIVES: dict[str, StanceKind] = _TABLE["adjectives"]
_RESERVATIONS = frozenset(_TABLE["reservations"])
_EXPRESSING = frozenset(_TABLE["expressing"])
_NOTHING_OF = frozenset(_TABLE["nothing_of"])
_FEELING = frozenset(_TABLE["feeling"])
_BE = words("is are was were be been being remains remain remained")
_LINKING = words("be remain become seem appear stand stay")
_SEEMING = words(load("english/moods")["seeming"])
_OPEN = words("may might could")
_TURNED: frozenset[StanceKind] = frozenset(("accept", "support", "offer", "commit"))
"""The kinds a negation turns into a rejection."""


def predicate(scene: Scene, number: int, lemma: str) -> bool:
    """The stance a predicate shows; whether the verb is one of a predicate."""
    if not scene.asserted(number):
        return False
    if _nothing(scene, number, lemma) or (lemma in _EXPRESSING and _reservation(scene, number)):
        return True
    return scene.outline.phrases[number].kind == "V" and _adjectival(scene, number, lemma)


def _adjectival(scene: Scene, number: int, lemma: str) -> bool:
    """``is ready to``, ``are opposed to``, ``it is not possible to``."""
    outline = scene.outline
    word, complement = _predicative(scene, number)
    kind = _ADJECTIVES.get(word)
    impersonal = word in {"unacceptable", "impossible"} or (word == "possible" and outline.negated(number))
    if (kind is None and not impersonal) or not _links(scene, number, lemma):
        return False
    if impersonal or _seems(scene, number, lemma):
        return _seems(scene, number, lemma) or _impersonal(scene, number)
    if kind is None or (outline.kinds[complement : complement + 1] not in {*"IPGHN"} and kind != "reject"):
        return False
    subject = scene.holders.subject(number)
    holder = scene.admissible(scene.holders.name(subject, number))
    if holder is None:
        return False
    if outline.negated(number):
        if kind not in _TURNED:
            return True
        kind = "reject"
    scene.add(
        number, holder, kind, rule=f"predicate-{word}", certainty=0.75, subject=subject, counted=int(word == "against")
    )
    return True


def _seems(scene: Scene, number: int, lemma: str) -> bool:
    """``may be ready``, ``seems ready``, ``is not yet ready``: neither a yes nor a no."""
    group = set(scene.outline.group(number))
    yet = scene.word_after(number) == "yet" or "yet" in group
    return lemma in _SEEMING or not _OPEN.isdisjoint(group) or (yet and scene.outline.negated(number))


def _predicative(scene: Scene, number: int) -> tuple[str, int]:
    """The word that is said of the subject, and the phrase of its complement."""
    outline = scene.outline
    at = outline.phrases[number].last - 1
    if outline.tags[at] == "e" and outline.passive(number):  # "is committed to", "were opposed to"
        return outline.tokens[at].norm, number + 1
    word = number + 1 + (outline.kinds[number + 1 : number + 2] == "q")  # "is “ready to sign”"
    if outline.kinds[word : word + 1] not in {"J", "E", "P"}:
        return "", number
    return outline.tokens[outline.phrases[word].first].norm, word + 1


def _links(scene: Scene, number: int, lemma: str) -> bool:
    outline = scene.outline
    return lemma in _LINKING or outline.passive(number) or not _BE.isdisjoint(outline.words(number))


def _impersonal(scene: Scene, number: int) -> bool:
    """A thing called impossible or unacceptable: the speaker rejects it."""
    speaker = scene.admissible(scene.speaker(number))
    if speaker is None:
        return False
    around = scene.holders.statement_around(scene.outline.phrases[number].first)
    if around is not None and around.mode == "direct" and "was" in scene.outline.words(number):
        return True  # "it was not possible to reach a deal today" tells what happened
    subject = scene.holders.subject(number)
    scene.add(number, speaker, "reject", rule="predicate-impossible", certainty=0.7, subject=subject)
    return True


def _reservation(scene: Scene, number: int) -> bool:
    """``expressed strong reservations about``."""
    outline = scene.outline
    if outline.negated(number) or outline.kinds[number + 1 : number + 2] != "N":
        return False
    if not NEGATIONS.isdisjoint(outline.words(number + 1)):
        return False  # "expressed no reservations"
    if _RESERVATIONS.isdisjoint(outline.words(number + 1)[-1:]):
        return False
    subject, holder = scene.holder(number)
    if holder is None:
        return False
    scene.add(number, holder, "reserve", rule="reservation", certainty=0.8, subject=subject)
    return True


def _nothing(scene: Scene, number: int, lemma: str) -> bool:
    """``feels no need to``, ``there is no place for``."""
    outline = scene.outline
    if outline.kinds[number + 1 : number + 2] != "N" or outline.phrases[number].kind != "V":
        return False
    group = outline.words(number + 1)
    if group[0] != "no" or group[-1] not in _NOTHING_OF:
        return False
    subject, holder = None, None
    if lemma in _FEELING:
        subject, holder = scene.holder(number)
    elif lemma in {"be", "have"}:
        holder = scene.admissible(scene.speaker(number))
    if holder is None:
        return False
    scene.add(number, holder, "reject", rule="no-place", certainty=0.7, subject=subject)
    return True
