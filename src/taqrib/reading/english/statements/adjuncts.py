"""What stands between a cue and what was said: addressee, time, place and occasion of saying, "that"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taqrib.reading.english.statements.contents import has_clause
from taqrib.reading.english.words import singular, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.statements.cues import Cue

_TABLE = load("english/reporting")
_OCCASIONS = frozenset(_TABLE["occasions"])
_AUDIENCES = frozenset(_TABLE["audiences"])
_OF_OCCASION = words(_TABLE["before_occasions"])
_FOCUS = words("not only never even")


@dataclass(slots=True)
class Right:
    """What stands between a cue and what follows it.

    :ivar phrase: the first phrase after addressee, time, place and *that*; the sentence's end if nothing follows.
    :ivar that: whether *that* introduces it.
    :ivar addressee: the tokens of the addressee.
    :ivar times: phrases of times among the adjuncts.
    :ivar occasions: phrases of places and occasions among them.
    """

    phrase: int
    that: bool = False
    addressee: tuple[int, int] | None = None
    times: list[int] = field(default_factory=list)
    occasions: list[int] = field(default_factory=list)


def right_of(outline: Outline, cue: Cue) -> Right:
    """What follows the cue in its sentence, its adjuncts set apart."""
    kinds, phrases = outline.kinds, outline.phrases
    end = outline.sentences[outline.sentence_at[cue.phrase]][1]
    at = cue.phrase + 1
    while at < end and phrases[at].first < cue.last:  # the particle belongs to the cue
        at += 1
    found = Right(at)
    if "a" in cue.frame and cue.form != "passive" and at < end and kinds[at] == "N":
        at = _over_addressee(outline, at, end, found)
    further: int | None = at
    while further is not None and at < end:
        further = next((step for rule in _ADJUNCTS if (step := rule(outline, at, end, found)) is not None), None)
        at = further if further is not None else at
    if at < end and (kinds[at] == "H" or (kinds[at] in "WU" and outline.tokens[phrases[at].first].norm == "that")):
        found.that = True
        at += 1
    found.phrase = at
    return found


def _over_addressee(outline: Outline, at: int, end: int, found: Right) -> int:
    """``told the heads of both delegations``."""
    kinds, phrases = outline.kinds, outline.phrases
    last = at
    while last + 2 < end and kinds[last + 1] in "PC" and kinds[last + 2] == "N":
        if outline.tokens[phrases[last + 1].first].norm not in {"of", "from", "and"}:
            break
        last += 2
    follows = kinds[last + 1] if last + 1 < end else "."
    if follows not in "NHUTPWAqk:,.-Y":
        return at
    found.addressee = (phrases[at].first, phrases[last].last)
    return last + 1


# -- adjuncts: each rule returns the phrase behind what it takes, or None ----------------------------------------------


def _over_time(outline: Outline, at: int, end: int, found: Right) -> int | None:
    """``on Tuesday``."""
    bare = outline.kinds[at] == "T"
    at += outline.kinds[at] in "PY" and at + 1 < end
    if outline.kinds[at] != "T" or (bare and outline.kinds[at + 1 : at + 2] == "V"):
        return None  # "said the coming weeks would be hard": the time is a subject
    found.times.append(at)
    return at + 1


def _over_adverb(outline: Outline, at: int, end: int, found: Right) -> int | None:
    """``said bluntly that``; "not" and "only" belong to what is said."""
    del found
    kinds = outline.kinds
    if kinds[at] != "A" or at + 1 >= end or outline.tokens[outline.phrases[at].first].norm in _FOCUS:
        return None
    joins = kinds[at + 1] in "HTPqN:" or (kinds[at + 1] == "," and _that_follows(outline, at + 1, end))
    return at + 1 if joins else None


def _over_insertion(outline: Outline, at: int, end: int, found: Right) -> int | None:
    """``said, however, that``."""
    del found
    if outline.kinds[at] != ",":
        return None
    if at + 2 < end and outline.kinds[at + 1 : at + 3] == "A,":
        return at + 3
    return _skip_insertion(outline, at, end) if _that_follows(outline, at, end) else None


def _over_occasion(outline: Outline, at: int, end: int, found: Right) -> int | None:
    """``said in an interview in Doha``."""
    kinds, phrases = outline.kinds, outline.phrases
    if kinds[at] not in "PY" or at + 1 >= end or kinds[at + 1] != "N":
        return None
    if outline.tokens[phrases[at].first].norm not in _OF_OCCASION:
        return None
    last = at + 1
    while last + 2 < end and kinds[last + 1] in "PY" and kinds[last + 2] == "N":
        last += 2
    if _content_behind(outline, last, end):
        found.occasions.extend(range(at, last + 1))
        return last + 1
    if kinds[last + 1 : last + 2] in {"E", "V"} and last + 2 < end and _that_soon(outline, last + 2, end):
        found.occasions.extend(range(at, last + 1))
        return _that_at(outline, last + 2)  # "in a statement read out in Lima that"
    if kinds[last + 1] == "N" and singular(outline.tokens[phrases[at + 1].last - 1].norm) in _OCCASIONS:
        found.occasions.extend((at, at + 1))
        return at + 2
    return None


def _content_behind(outline: Outline, last: int, end: int) -> bool:
    """Whether what was said follows the phrase, so that the phrase is no part of it."""
    at = last + 1
    after = outline.kinds[at] if at < end else "."
    if after in "H:q" or (after in ",.T" and not _clause_follows(outline, at, end)):
        return True
    if after in "GPYT" and _that_soon(outline, at, end):
        return True
    if after in "PYT":
        return _dated_clause(outline, at, end)
    named = outline.tags[outline.phrases[last].last - 1] == "r"
    return after == "N" and named and outline.tags[outline.phrases[at].first] == "o"  # "said in Doha he would"


def _over_speaking(outline: Outline, at: int, end: int, found: Right) -> int | None:
    """``said following the meeting that``, ``said after handing him the text that``."""
    del found
    if outline.kinds[at] in "PY" and outline.kinds[at + 1 : at + 2] == "G" and _that_soon(outline, at + 2, end):
        return _that_at(outline, at + 2)
    speaking = outline.tokens[outline.phrases[at].first].norm in {"following", "speaking"}
    return at + 1 if outline.kinds[at] == "G" and speaking and _that_soon(outline, at, end) else None


_ADJUNCTS: tuple[Callable[[Outline, int, int, Right], int | None], ...] = (
    _over_time,
    _over_adverb,
    _over_insertion,
    _over_occasion,
    _over_speaking,
)


def _that_follows(outline: Outline, comma: int, end: int) -> bool:
    """Whether ``, ... , that`` comes, an insertion before the clause."""
    kinds = outline.kinds
    at = comma + 1
    while at < end and at < comma + 8 and kinds[at] in "PNATJGYC":
        at += 1
    return at + 1 < end and kinds[at] == "," and kinds[at + 1] == "H"


def _skip_insertion(outline: Outline, comma: int, end: int) -> int:
    at = comma + 1
    while at < end and outline.kinds[at] != ",":
        at += 1
    return at + 1


def _that_soon(outline: Outline, at: int, end: int) -> bool:
    """Whether only adjuncts stand before *that*, a colon or a quotation."""
    kinds = outline.kinds
    stop = min(end, at + 12)
    while at < stop and kinds[at] in "PNTAGCYJ":
        at += 1
    return at < stop and kinds[at] in "H:"


def _that_at(outline: Outline, at: int) -> int:
    """The phrase of the *that* or colon that comes next."""
    while outline.kinds[at] not in "H:":
        at += 1
    return at


def _dated_clause(outline: Outline, at: int, end: int) -> bool:
    """Whether a time and then a clause follow: "said from Doha on Monday he would"."""
    kinds = outline.kinds
    at += kinds[at] != "T"
    return at + 1 < end and kinds[at] == "T" and kinds[at + 1] == "N" and has_clause(outline, at + 1)


def _clause_follows(outline: Outline, at: int, end: int) -> bool:
    """Whether after a comma a clause with a verb comes, which then is what was said ("without it, talks fail")."""
    kinds = outline.kinds
    if at >= end or kinds[at] != ",":
        return False
    if at + 1 < end and kinds[at + 1] == "G":
        return False
    if at + 1 < end and kinds[at + 1] in "CU":
        return False
    at += 1
    while at < end and kinds[at] not in ".;:":
        if kinds[at] == "V":
            return True
        at += 1
    return False


def is_audience(norm: str) -> bool:
    """Whether the word names who is spoken to, as "reporters" does."""
    return norm in _AUDIENCES
