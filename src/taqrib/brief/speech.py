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
from taqrib.brief.marks import MARKS
from taqrib.normal import normalised

if TYPE_CHECKING:
    from taqrib.brief.arabic import Gender
    from taqrib.reading import Span
    from taqrib.record.entry import Entry, KeptReport

LONGEST = 240
"""The most code points of a report's words that stand in one sentence; the appendix has all of them."""

BEFORE_CUE = 3
"""How many words before a cue may hold the one that turns it round."""

CONTEXT = 110
"""About how many code points of the report stand before and after a quote in the appendix."""


_LOOK_BACK = 80
"""How many code points before a cue are searched for them."""

_FEW = 3
"""Fewer words in quotation marks than this, without a colon or a comma before them, are a part of the sentence."""

_CLAUSE_END = re.compile(r"[.!?؟،,;؛:\n]")
_WORD = re.compile(r"[^\s«»“”\"()]+")


def is_said(entry: Entry, report: KeptReport) -> bool:
    """Whether "said", and no more, tells how the report introduces these words.

    Words in quotation marks are so whatever the verb, unless the verb is negated or its sentence runs on into them
    («أعربت عن "أسفها"», denied "the port was closed"). Indirect speech is so only after "according to" and after a cue
    that means *said*, in Arabic before a clause (إن …): what follows it otherwise is the complement of another verb.
    """
    if entry.type == "direct":
        return not _is_negated(entry, report) and not _runs_on(entry, report)
    if _introduced(entry, report, "according"):
        return True
    if _cue(entry, report) not in _cues(report.language):
        return False
    return report.language != "ar" or normalised(entry.quote).split(" ", 1)[0] in _words("clause_openers")


def opens_with_that(entry: Entry, report: KeptReport) -> bool:
    """Whether the words are an Arabic clause with أن, which the verb قال does not take."""
    return report.language == "ar" and entry.type != "direct" and entry.quote.startswith("أن")


def gender_in(entry: Entry, report: KeptReport) -> Gender:
    """The gender that an Arabic report's own verb gives the speaker; ``unknown`` if it gives none."""
    return _cues(report.language).get(_cue(entry, report), "unknown")


def speaker_in(entry: Entry, report: KeptReport) -> str | None:
    """The speaker's name, with the article that the report writes before it: "delegate" is "a delegate" there."""
    span = entry.finding.get("speaker")
    if not span or not entry.name:
        return entry.name
    article, _, name = one_line(report.text[slice(*span)]).partition(" ")
    if name != entry.name or article.casefold() not in _words("articles", report.language):
        return entry.name
    return f"{article.lower()} {name}"


def with_cue(entry: Entry, report: KeptReport) -> str:
    """The cue and the words it introduces, as they stand in the report; ``[…]`` for the speaker between them.

    He is named before. What else stands between is told as well, for it may be what the words are about («ووصفت الوزيرة
    العرض بأنه ...»); where it is long, only the preposition or the "that" before the words is. Words in quotation marks
    that the sentence runs on into keep them. A preposition ("in the opinion of") is left out: what it governs is not
    there.
    """
    cue = _cue_span(entry, report)
    if cue is None or _introduced(entry, report, "according") or _introduced(entry, report, "opinion"):
        return entry.quote
    text, (start, end) = report.text, _with_marks(entry, report)
    if cue[1] <= start:
        return f"{text[slice(*cue)]}{_between((cue[1], start), entry, report)}{text[start:end]}"
    if end <= cue[0]:
        return f"{text[start:end]}{_between((end, cue[0]), entry, report)}{text[slice(*cue)]}"
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


def _runs_on(entry: Entry, report: KeptReport) -> bool:
    """Whether words in quotation marks are a part of the report's own sentence and not what a verb of saying quotes."""
    cue = _cue_span(entry, report)
    start, end = _with_marks(entry, report)
    if cue is None or (start, end) == entry.span or cue[1] > start:
        return False
    if report.text[cue[1] : start].rstrip().endswith((":", ",", "،")):
        return False
    return _cue(entry, report) not in _cues(report.language) or len(entry.quote.split()) < _FEW


def _with_marks(entry: Entry, report: KeptReport) -> tuple[int, int]:
    """The words with the quotation marks they stand between, if they do."""
    (start, end), text = entry.span, report.text
    marked = entry.type == "direct" and start > 0 and text[start - 1] in MARKS and text[end : end + 1] in {*MARKS}
    return (start - 1, end + 1) if marked else (start, end)


def _between(gap: Span, entry: Entry, report: KeptReport) -> str:
    """What is told of the words that stand between a cue and what it introduces."""
    text = report.text[slice(*gap)]
    words = text.split()
    links = _words("links", report.language)
    kept = len(words)
    while kept and normalised(words[kept - 1]).casefold() in links:
        kept -= 1
    left_out = " ".join(words[:kept]).strip("،,")
    speaker = one_line(report.text[slice(*entry.finding.get("speaker") or (0, 0))])
    if not left_out or (left_out != speaker and len(text) <= _LOOK_BACK):
        return text
    return " ".join([" […]", *words[kept:], ""])


def _cue_span(entry: Entry, report: KeptReport) -> tuple[int, int] | None:
    """The cue, with the word before it that turns it round or puts it into former times, if there is one."""
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
    turning = _words("negations", language) | _words("former", language)
    return word in turning or word.endswith("n't") or (language == "ar" and word[:1] in "وف" and word[1:] in turning)


def _introduced(entry: Entry, report: KeptReport, way: str) -> bool:
    """Whether the cue is, or begins with, one of a table's: «بحسب ما أعلن», and «كما قال» if it follows the words."""
    cue = _cue(entry, report)
    known = _words(way, report.language)
    if way == "according" and cue and entry.span[1] <= entry.finding["cue"][0]:
        known |= _words("according_behind", report.language)
    return _begins(cue, known)


def _cue(entry: Entry, report: KeptReport) -> str:
    """The cue, normalised and without a conjunction glued to it; with the word that turns it round, if there is one."""
    span = _cue_span(entry, report)
    if span is None:
        return ""
    cue = normalised(report.text[slice(*span)]).casefold().strip()
    whole = cue in _cues("ar") or any(_begins(cue, _words(way, "ar")) for way in ("according", "opinion"))
    return cue[1:] if report.language == "ar" and cue[:1] in {"و", "ف"} and not whole else cue


def _begins(cue: str, known: frozenset[str]) -> bool:
    return any(f"{cue} ".startswith(f"{words} ") for words in known)


@cache
def _cues(language: str) -> dict[str, Gender]:
    """The cues that mean "said": normalised cue -> the gender of its subject."""
    saying = vocabulary.load("brief/saying")
    if language == "ar":
        return {normalised(cue): gender for gender in ("m", "f") for cue in saying["ar"][gender]}
    return dict.fromkeys(saying.get(language, ()), "unknown")


@cache
def _words(table: str, language: str = "") -> frozenset[str]:
    """The words of a table, normalised; of one language where the table has several."""
    words = vocabulary.load("brief/saying")[table]
    return frozenset(map(normalised, words.get(language, ()) if language else words))
