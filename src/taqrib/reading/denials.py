"""What a statement denies or only believes: nobody is given words or a position for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Span, Stance, Statement


def denies(cue: str) -> bool:
    """Whether a cue is a verb of denial.

    >>> denies("denied that"), denies("ونفت"), denies("said that")
    (True, True, False)
    """
    return _is_of(cue, "denials")


def denied_in(document: Document, statements: Iterable[Statement]) -> list[Span]:
    """What is denied: the contents of denials."""
    return [one.content for one in statements if denies(document.text[slice(*one.cue)])]


def is_inside(span: Span, denied: Iterable[Span]) -> bool:
    """Whether a span lies in what is denied: "denied that Peru had demanded it" tells no demand and nobody's words."""
    return any(start <= span[0] and span[1] <= end for start, end in denied)


def only_believed(document: Document, statements: Iterable[Statement], stances: Iterable[Stance]) -> list[Stance]:
    """The stances that one side is only believed to hold by another: "Chile believes Peru will accept it"."""
    beliefs = [one for one in statements if _is_of(document.text[slice(*one.cue)], "beliefs")]
    return [
        stance
        for stance in stances
        if any(is_inside(stance.evidence, [one.content]) and stance.holder != one.speaker_name for one in beliefs)
    ]


def _is_of(cue: str, kind: str) -> bool:
    words = folded(cue).split()
    return not _verbs(kind).isdisjoint([*words, *(word[1:] for word in words if word[0] in "وف")])


@cache
def _verbs(kind: str) -> frozenset[str]:
    verbs = vocabulary.load(kind)
    return frozenset(folded(verb) for language in ("en", "ar") for verb in verbs[language])
