"""What a statement denies or only believes: nobody is given words or a position for it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Span, Stance, Statement


_DEEPEST = 8
"""So many contents may lie inside one another."""


def denies(cue: str) -> bool:
    """Whether a cue is a verb of denial.

    >>> denies("denied that"), denies("ونفت"), denies("said that")
    (True, True, False)
    """
    return _is_of(cue, "denials")


def denied_in(document: Document, statements: Iterable[Statement]) -> list[Span]:
    """What is denied: the contents of denials, in order."""
    return sorted(one.content for one in statements if denies(document.text[slice(*one.cue)]))


def is_inside(span: Span, denied: list[Span]) -> bool:
    """Whether a span lies in what is denied: "denied that Peru had demanded it" tells no demand and nobody's words."""
    return any(span[1] <= end for _, end in _begun(denied, span))


def only_believed(document: Document, statements: Iterable[Statement], stances: Iterable[Stance]) -> list[Stance]:
    """The stances that one side is only believed to hold by another: "Chile believes Peru will accept it"."""
    believers = {
        one.content: one.speaker_name for one in statements if _is_of(document.text[slice(*one.cue)], "beliefs")
    }
    beliefs = sorted(believers)
    return [
        stance
        for stance in stances
        for belief in _begun(beliefs, stance.evidence)
        if stance.evidence[1] <= belief[1] and stance.holder != believers[belief]
    ]


def _begun(spans: list[Span], span: Span) -> list[Span]:
    """The last of the sorted ``spans`` that begin no later than ``span``."""
    begun = bisect_right(spans, span[0], key=lambda one: one[0])
    return spans[max(0, begun - _DEEPEST) : begun]


def _is_of(cue: str, kind: str) -> bool:
    words = folded(cue).split()
    return not _verbs(kind).isdisjoint([*words, *(word[1:] for word in words if word[0] in "وف")])


@cache
def _verbs(kind: str) -> frozenset[str]:
    verbs = vocabulary.load(kind)
    return frozenset(folded(verb) for language in ("en", "ar") for verb in verbs[language])
