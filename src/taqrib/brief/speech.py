"""How a report's own words may be told: what a cue says beyond "said", and how much of the report to quote.

"X denied that the port was closed", told as "X said: that the port was closed", is the opposite of what was reported.
So a cue that says more than *said* is quoted together with what follows it.
"""

from __future__ import annotations

import re
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

BEFORE_CUE = 3
"""How many words before a cue may hold the one that turns it round."""

CONTEXT = 110
"""About how many code points of the report stand before and after a quote in the appendix."""


_LOOK_BACK = 80
"""How many code points before a cue are searched for them."""

_CLAUSE_END = re.compile(r"[.!?؟،,;؛:\n]")
_WORD = re.compile(r"[^\s«»“”\"()]+")


def is_said(entry: Entry, report: KeptReport) -> bool:
    """Whether "said", and no more, tells how the report introduces these words.

    Direct speech is words somebody said whatever the verb, unless the verb is negated. Indirect speech is so only after
    a cue that means *said* and, in Arabic, before a clause (إن …): what follows it otherwise is the complement of
    another verb.
    """
    if entry.type == "direct":
        return not _is_negated(entry, report)
    if _cue(entry, report) not in _cues(report.language):
        return False
    return report.language != "ar" or normalised(entry.quote).split(" ", 1)[0] in _openers()


def opens_with_that(entry: Entry, report: KeptReport) -> bool:
    """Whether the words are an Arabic clause with أن, which the verb قال does not take."""
    return report.language == "ar" and entry.type != "direct" and entry.quote.startswith("أن")


def gender_in(entry: Entry, report: KeptReport) -> Gender:
    """The gender that an Arabic report's own verb gives the speaker; ``unknown`` if it gives none."""
    return _cues(report.language).get(_cue(entry, report), "unknown")


def with_cue(entry: Entry, report: KeptReport) -> str:
    """The cue and the words it introduces, as they stand in the report; ``[…]`` where others stand between them."""
    cue = _cue_span(entry, report)
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


def _cue_span(entry: Entry, report: KeptReport) -> tuple[int, int] | None:
    """The cue, with the word before it that turns it round, if there is one."""
    span = entry.finding.get("cue")
    if not span:
        return None
    start, end = span
    begin = max(0, start - _LOOK_BACK)
    for clause_end in _CLAUSE_END.finditer(report.text, begin, start):
        begin = clause_end.end()
    before = list(_WORD.finditer(report.text, begin, start))[-BEFORE_CUE:]
    turned = [word.start() for word in before if _turns_round(word.group(), report.language)]
    return (min(turned, default=start), end)


def _is_negated(entry: Entry, report: KeptReport) -> bool:
    span = _cue_span(entry, report)
    return span is not None and span[0] != entry.finding["cue"][0]


def _turns_round(word: str, language: str) -> bool:
    word = normalised(word).casefold()
    negations = _negations(language)
    return (
        word in negations or word.endswith("n't") or (language == "ar" and word[:1] in "وف" and word[1:] in negations)
    )


def _cue(entry: Entry, report: KeptReport) -> str:
    span = _cue_span(entry, report)
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
def _negations(language: str) -> frozenset[str]:
    return frozenset(map(normalised, vocabulary.load("brief/saying")["negations"].get(language, ())))


@cache
def _openers() -> frozenset[str]:
    return frozenset(map(normalised, vocabulary.load("brief/saying")["clause_openers"]))
