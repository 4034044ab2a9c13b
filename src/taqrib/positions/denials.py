"""Whether a statement denies what its words say: who denies a thing does not say so, too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.case.phrases import words_of
from taqrib.normal import folded

if TYPE_CHECKING:
    from taqrib.record import Entry, KeptReport


def is_denial(entry: Entry, report: KeptReport | None) -> bool:
    """Whether the cue of a statement is a verb of denial: "denied that", «نافيًا أن»."""
    cue = entry.finding.get("cue")
    if report is None or not cue:
        return False
    words = words_of(folded(report.text[slice(*cue)]))
    return not _verbs().isdisjoint([*words, *(word[1:] for word in words if word[0] in "وف")])


@cache
def _verbs() -> frozenset[str]:
    verbs = vocabulary.load("denials")
    return frozenset(folded(verb) for language in ("en", "ar") for verb in verbs[language])
