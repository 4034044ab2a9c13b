"""How a report's own words may be told: what a cue says beyond "said", and how much of the report to quote.

"X denied that the port was closed", told as "X said: that the port was closed", is the opposite of what was reported.
So a cue that says more than *said* is quoted together with what follows it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.brief.lines import one_line
from taqrib.normal import normalised

if TYPE_CHECKING:
    from taqrib.brief.arabic import Gender
    from taqrib.record.entry import Entry, KeptReport

LONGEST = 240
"""The most code points of a report's words that stand in one sentence; the appendix has all of them."""

CONTEXT = 110
"""About how many code points of the report stand before and after a quote in the appendix."""


def is_said(entry: Entry, report: KeptReport) -> bool:
    """Whether "said", and no more, tells how the report introduces these words.

    Direct speech is words somebody said whatever the verb. Indirect speech is so only after a cue that means *said*
    and, in Arabic, before a clause (إن …): what follows it otherwise is the complement of another verb.
    """
    if entry.type == "direct":
        return True
    if _cue(entry, report) not in _cues(report.language):
        return False
    return report.language != "ar" or normalised(entry.quote).split(" ", 1)[0] in _openers()


def gender_in(entry: Entry, report: KeptReport) -> Gender:
    """The gender that an Arabic report's own verb gives the speaker; ``unknown`` if it gives none."""
    return _cues(report.language).get(_cue(entry, report), "unknown")


def with_cue(entry: Entry, report: KeptReport) -> str:
    """The cue and the words it introduces, as they stand in the report; ``[…]`` where others stand between them."""
    cue = _cue_span(entry)
    if cue is None:
        return entry.quote
    words = report.text[slice(*cue)]
    start, end = entry.span
    if cue[1] <= start:
        return f"{words}{_between(report.text[cue[1] : start])}{entry.quote}"
    if end <= cue[0]:
        return f"{entry.quote}{_between(report.text[end : cue[0]])}{words}"
    return entry.quote


def shortened(quote: str) -> str:
    """The words on one line, cut at a word boundary with ``…`` if they are longer than :data:`LONGEST`."""
    words = one_line(quote)
    if len(words) <= LONGEST:
        return words
    kept = words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ،,;؛:.")
    return f"{kept}…"


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands just before and just after ``text[start:end]``, cut at word boundaries with ``…``."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT:
        before = "…" + before.partition(" ")[2]
    if end + CONTEXT < len(text):
        after = after.rpartition(" ")[0] + "…"
    return before, after


def _between(gap: str) -> str:
    return gap if not gap.strip() else " […] "


def _cue_span(entry: Entry) -> tuple[int, int] | None:
    span = entry.finding.get("cue")
    return (span[0], span[1]) if span else None


def _cue(entry: Entry, report: KeptReport) -> str:
    span = _cue_span(entry)
    if span is None:
        return ""
    cue = normalised(report.text[slice(*span)]).casefold().strip()
    if report.language == "ar" and cue[:1] in {"و", "ف"} and cue not in _cues("ar"):
        cue = cue[1:]
    return cue


@cache
def _cues(language: str) -> dict[str, Gender]:
    """The cues that mean "said": normalised cue -> the gender of its subject."""
    saying = vocabulary.load("brief/saying")
    if language == "ar":
        return {normalised(cue): gender for gender in ("m", "f") for cue in saying["ar"][gender]}
    return dict.fromkeys(saying.get(language, ()), "unknown")


@cache
def _openers() -> frozenset[str]:
    return frozenset(map(normalised, vocabulary.load("brief/saying")["clause_openers"]))
