"""Which clauses the report asserts, and which are only wished, supposed, doubted or asked.

"Its demand that Peru accept the map" says what somebody wants of Peru; Peru has accepted nothing. One pass over the
phrases marks every such clause, so that no layer reads a position, or an event that took place, out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.statements.cues import REPORTING
from taqrib.reading.english.words import VERBS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline

ASSERTED, WISHED, SUPPOSED, DOUBTED, ASKED = ".", "w", "i", "n", "q"
"""The marks, one per phrase: nothing said against it, wanted of somebody, behind "if", left open, in a question."""

_MOODS = load("english/moods")
_TABLE = {name: words(run) for name, run in _MOODS.items() if isinstance(run, str)}
_CONDITIONAL: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _MOODS["conditional_phrases"]:
    _CONDITIONAL.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))
_HEDGES = _TABLE["hedges"]
_UNREAL = words("would could should might may")
_REACH = 14
"""Phrases that are looked ahead for the verb of a clause."""


class _Open(NamedTuple):
    """A clause that is not asserted, and how many more finite verbs it can hold.

    "The demand for a recount was rejected": the noun's complement holds none, the verb is the report's again.
    """

    mood: str
    verbs: int


_NONE = _Open(ASSERTED, 0)
_MANY = 1 << 16


def moods_of(outline: Outline) -> str:
    """One mark per phrase of the outline; worked out once."""
    known: str | None = outline.document.analysis.get("moods")
    if known is None:
        marks = [ASSERTED] * len(outline.phrases)
        for first, last in outline.sentences:
            _mark_clauses(outline, first, last, marks)
            _mark_questions(outline, first, last, marks)
        known = outline.document.analysis["moods"] = "".join(marks)
    return known


def hedged(outline: Outline, number: int) -> bool:
    """Whether the clause of a verb is left open: by "perhaps" before the verb or right behind it, by "would have"."""
    start, end = outline.sentences[outline.sentence_at[number]]
    group = outline.group(number)
    unreal = "have" in group[:-1] and not _UNREAL.isdisjoint(group)  # "would have accepted"
    if unreal or not _HEDGES.isdisjoint(group):
        return True
    behind = number + 1 + (outline.kinds[number + 1 : number + 2] == ",")
    if behind < end and outline.kinds[behind] == "A" and not _HEDGES.isdisjoint(outline.words(behind)):
        return True
    at = number - 1
    while at >= start and outline.kinds[at] in "NATPCJ,":
        if not _HEDGES.isdisjoint(outline.words(at)):
            return True
        at -= 1
    return False


def _mark_clauses(outline: Outline, first: int, last: int, marks: list[str]) -> None:
    open_ = _NONE
    for number in range(first, last):
        if open_.mood != ASSERTED and _ends(outline, number, last, open_):
            open_ = _NONE
        if outline.kinds[number] == "V":
            open_ = open_._replace(verbs=open_.verbs - 1)
        marks[number] = open_.mood
        open_ = _opened(outline, number, last) or open_


def _mark_questions(outline: Outline, first: int, last: int, marks: list[str]) -> None:
    """Everything from a question mark back to the beginning of the quotation or sentence."""
    for number in range(first, last):
        if outline.kinds[number] == "." and outline.tokens[outline.phrases[number].first].text == "?":
            at = number
            while at > first and outline.kinds[at - 1] not in "q.":
                at -= 1
            marks[at:number] = ASKED * (number - at)


# -- where a clause of wish or doubt begins ----------------------------------------------------------------------------


def _opened(outline: Outline, number: int, last: int) -> _Open | None:
    """The clause a phrase opens, where what follows the phrase is not asserted."""
    kind = outline.kinds[number]
    mood = None
    if _conditional(outline, number):
        return _Open(SUPPOSED, _MANY)
    if kind in "VGIE":
        mood = _opened_by_verb(outline, number, last)
    elif kind in "NJ":
        mood = _opened_by_noun(outline, number)
        if mood is not None:
            return _Open(mood, 1 if outline.kinds[number + 1] in "HUN" else 0)
    elif (
        outline.tokens[outline.phrases[number].first].norm == "like"
        and outline.kinds[number - 1 : number] == "V"
        and _verb_ahead(outline, number + 1, last) is not None
    ):
        mood = SUPPOSED  # "it is not like we will wait"
    elif kind in "UYP" and outline.tokens[outline.phrases[number].first].norm in _TABLE["supposing"]:
        mood = SUPPOSED if kind == "U" or _verb_ahead(outline, number + 1, last) is not None else None
    return _Open(mood, _MANY) if mood is not None else None


def _conditional(outline: Outline, number: int) -> bool:
    """Whether a phrase begins an expression of supposing: "as long as", "conditional on"."""
    first = outline.phrases[number].first
    known = _CONDITIONAL.get(outline.tokens[first].norm)
    return known is not None and any(
        tuple(token.norm for token in outline.tokens[first : first + len(words_)]) == words_ for words_ in known
    )


def _opened_by_verb(outline: Outline, number: int, last: int) -> str | None:
    lemma = outline.lemma(number)
    following = outline.kinds[number + 1 : number + 2]
    if _wishes(outline, number, lemma, last):
        return WISHED
    if lemma in _TABLE["doubting"]:
        return DOUBTED
    if lemma in _TABLE["foreseen"] and following == "H" and outline.passive(number):
        return DOUBTED
    if lemma in _TABLE["asserting"] and following in {"H", "U", "N", "W"} and _is_kept_back(outline, number):
        return DOUBTED
    if lemma in _TABLE["mandative"] and following in {"H", "N"}:
        verb = _verb_ahead(outline, number + 1, last)
        if verb is not None and (_bare(outline, verb) or _obliging(outline, verb)):
            return WISHED
    return None


def _is_kept_back(outline: Outline, number: int) -> bool:
    """``did not say``, ``refused to say``."""
    refused = outline.kinds[number] == "I" and number > 0 and outline.lemma(number - 1) in _TABLE["keeping_back"]
    return refused or outline.negated(number)


def _wishes(outline: Outline, number: int, lemma: str, last: int) -> bool:
    """Whether a verb wishes or asks whatever stands behind it."""
    if lemma == "call":
        return _word_after(outline, number) in _TABLE["calling"]
    if lemma in _TABLE["wishing"]:
        return lemma != "expect" or not outline.passive(number)
    return lemma in _TABLE["directing"] and _infinitive_ahead(outline, number + 1, last)


def _opened_by_noun(outline: Outline, number: int) -> str | None:
    norm = outline.tokens[outline.phrases[number].last - 1].norm
    following = outline.kinds[number + 1 : number + 2]
    if following == "N" and norm in _TABLE["fearing"]:
        return DOUBTED
    if following not in {"H", "I", "P", "Y", "U"}:
        return None
    if norm in _TABLE["wish_nouns"]:
        joined = following in {"H", "I"} or _word_after(outline, number) in {"for", "on", "upon"}
        return WISHED if joined else None
    if norm in _TABLE["open_nouns"]:
        return DOUBTED if following in {"H", "I"} or _word_after(outline, number) in {"of", "that"} else None
    return DOUBTED if _leaves_open(outline, number, norm, following) else None


def _leaves_open(outline: Outline, number: int, norm: str, following: str) -> bool:
    """``unclear whether``, ``untrue that``, ``is not true that``."""
    alone = outline.phrases[number].last - outline.phrases[number].first == 1 and following == "H"
    if norm == "true" and following == "H" and number:
        return outline.negated(number - 1)
    return (outline.kinds[number] == "J" or alone) and norm in _TABLE["open_adjectives"]


# -- and where it ends -------------------------------------------------------------------------------------------------


def _ends(outline: Outline, number: int, last: int, open_: _Open) -> bool:
    """Whether the report speaks for itself again from this phrase on."""
    kind = outline.kinds[number]
    if kind in ";:.":
        return True
    if kind == "V":
        return open_.verbs < 1 and outline.kinds[number - 1] != "C"
    if kind == ",":
        return _ends_at_comma(outline, number, last, open_.mood)
    if kind == "C":
        return _ends_at_conjunction(outline, number, last, open_.mood)
    first = outline.phrases[number].first
    telling = (
        outline.tokens[first].norm in _TABLE["telling"] and outline.tokens[first - 1].norm != "long"
    )  # "as long as"
    if kind in "UY" and telling:
        return kind == "U" or _verb_ahead(outline, number + 1, last) is not None
    return False


def _ends_at_comma(outline: Outline, comma: int, last: int, mood: str) -> bool:
    following = outline.kinds[comma + 1 : comma + 2]
    if following in {"G", "W", "U"}:
        return True
    if following == "C":
        return _ends_at_conjunction(outline, comma + 1, last, mood)
    verb = _verb_ahead(outline, comma + 1, last)
    return verb is not None and not _bare(outline, verb)


def _ends_at_conjunction(outline: Outline, conjunction: int, last: int, mood: str) -> bool:
    if outline.tokens[outline.phrases[conjunction].first].norm == "but":
        return True
    verb = _verb_ahead(outline, conjunction + 1, last)
    if verb is None or _bare(outline, verb) or _obliging(outline, verb):
        return False
    if mood == WISHED:
        return True
    return (
        verb == conjunction + 1 and outline.tokens[outline.phrases[verb].last - 1].norm in REPORTING
    )  # "if they agree and sign" goes on


def _verb_ahead(outline: Outline, at: int, last: int) -> int | None:
    """The verb of the clause that begins here: only a subject and adjuncts stand before it."""
    for number in range(at, min(last, at + _REACH)):
        if outline.kinds[number] == "V":
            return number
        if outline.kinds[number] not in "NPATHJYEC":
            return None
    return None


def _infinitive_ahead(outline: Outline, at: int, last: int) -> bool:
    """Whether an infinitive comes before any clause: "told the army to leave"."""
    for number in range(at, min(last, at + _REACH)):
        if outline.kinds[number] == "I":
            return True
        if outline.kinds[number] not in "NPATJCq":
            return False
    return False


def _bare(outline: Outline, verb: int) -> bool:
    """Whether a verb stands in its base form, as in "that Peru accept"."""
    phrase = outline.phrases[verb]
    norm = outline.tokens[phrase.first].norm
    return norm == "be" or (phrase.last - phrase.first == 1 and norm in VERBS and "b" in VERBS[norm].forms)


def _obliging(outline: Outline, verb: int) -> bool:
    return not _TABLE["obliging"].isdisjoint(outline.words(verb))


def _word_after(outline: Outline, number: int) -> str:
    at = outline.phrases[number].last
    return outline.tokens[at].norm if at < len(outline.tokens) else ""
