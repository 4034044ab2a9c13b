"""What is denied: a cue of denial, and the words inside a denial that nobody has said."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.normal import folded

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Span, Statement


def denies(cue: str) -> bool:
    """Whether a cue is a verb of denial.

    >>> denies("denied that"), denies("ونفت"), denies("said that")
    (True, True, False)
    """
    words = folded(cue).split()
    return not _verbs().isdisjoint([*words, *(word[1:] for word in words if word[0] in "وف")])


def denied_in(document: Document, statements: list[Statement]) -> list[Span]:
    """What is denied: the contents of denials."""
    return [one.content for one in statements if denies(document.text[slice(*one.cue)])]


def is_inside(span: Span, denied: list[Span]) -> bool:
    """Whether a span lies in what is denied: "denied that Peru had demanded it" tells no demand and nobody's words."""
    return any(start <= span[0] and span[1] <= end for start, end in denied)


@cache
def _verbs() -> frozenset[str]:
    verbs = vocabulary.load("denials")
    return frozenset(folded(verb) for language in ("en", "ar") for verb in verbs[language])
