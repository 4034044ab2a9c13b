"""Who wants, accepts or rejects what, in English reports.

A stance needs a holder who can negotiate and a verb, predicate or noun that shows it: "refused to", "is ready to".
Negation turns acceptance into rejection; "did not rule out" is no rejection; "no longer demands" drops a demand; a
readiness with "if" or "so long as" is a condition, and keeps both halves. What stands under another's demand, behind
"if" or in a question is nobody's position.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.outline import outline_of
from taqrib.reading.english.stances.lexical import lexical
from taqrib.reading.english.stances.modal import modal
from taqrib.reading.english.stances.nouns import noun
from taqrib.reading.english.stances.predicates import predicate
from taqrib.reading.english.stances.scene import Scene
from taqrib.reading.english.words import VERBS

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Mention, Stance, Statement


def stances(document: Document, mentions: list[Mention], statements: list[Statement]) -> list[Stance]:
    """The stances of the text in order of their evidence."""
    scene = Scene(outline_of(document), mentions, statements)
    for number, phrase in enumerate(scene.outline.phrases):
        if phrase.kind in "VGE":
            _verb(scene, number)
        elif phrase.kind == "N":
            noun(scene, number)
    return _widest(scene.found)


def _verb(scene: Scene, number: int) -> None:
    """One verb, one stance: the most specific reading first."""
    phrase = scene.outline.phrases[number]
    if phrase.kind != "V" and scene.outline.tokens[phrase.last - 1].norm not in VERBS:
        return
    lemma = scene.outline.lemma(number)
    if predicate(scene, number, lemma) or lexical(scene, number, lemma) or phrase.kind != "V":
        return
    modal(scene, number, lemma)


def _widest(found: list[Stance]) -> list[Stance]:
    """Of stances within each other one, the wider: "insisted it would only ..." is told once."""
    kept: list[Stance] = []
    for stance in sorted(found, key=lambda one: (one.evidence[0], -one.evidence[1])):
        inside = any(one.holder == stance.holder and stance.evidence[1] <= one.evidence[1] for one in kept[-4:])
        if not inside:
            kept.append(stance)
    return kept
