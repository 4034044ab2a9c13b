"""The day on which a stance was taken, where its own words give it: "dropped its demand on 2 April".

Only a verb that tells of the past is an act done on a day, and only a time that is the verb's dates it: that of a noun
("the proposal of 2 April", "an offer made on Monday") or of a second verb does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.words import MODALS, VERBS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.findings import Span

_TABLE = load("english/stances")["days_of_acts"]
_PREPOSITIONS, _JOINED = (words(_TABLE[key]) for key in ("prepositions", "joined"))
_HAS = frozenset(("has", "have"))
_OTHER_VERBS = frozenset("VGIEWHU")
"""Kinds of phrases behind which a time may be another verb's."""


def day_of_act(outline: Outline, number: int, first: int, last: int) -> Span | None:
    """The span of the one time that dates what a verb group tells; ``None`` where there is none, or two.

    :param number: the phrase that carries the stance: a verb group, or a noun in the charge of the one before it.
    :param first: the first token of its clause, ``last`` one past the last.
    """
    verb = outline.kinds.rfind("V", max(0, min(outline.phrase_at[first], number - 1)), number + 1)
    if verb < 0 or not _is_past(outline, verb):
        return None
    found = [*_in_front(outline, first), *_behind(outline, verb, last)]
    return outline.span(*found[0]) if len(found) == 1 else None


def _is_past(outline: Outline, number: int) -> bool:
    group = outline.words(number)
    if not (MODALS | _HAS).isdisjoint(group):
        return False
    verb = VERBS.get(group[-1])
    simple = verb is not None and "d" in verb.forms and "b" not in verb.forms
    return "had" in group or simple


def _behind(outline: Outline, number: int, last: int) -> list[tuple[int, int]]:
    """The times between the verb group and the end of the clause, or the first other verb."""
    found: list[tuple[int, int]] = []
    for at in range(number + 1, len(outline.phrases)):
        kind, begin, end = outline.phrases[at]
        if begin >= last or kind in _OTHER_VERBS:
            break
        if kind == "T" and _is_the_verbs(outline, begin, end):
            found.append((begin, end))
    return found


def _is_the_verbs(outline: Outline, begin: int, end: int) -> bool:
    """Whether a time is no noun's: behind "on", or by itself at the end of something."""
    tokens = outline.tokens
    if tokens[end - 1].norm.endswith(("'s", "’s")):
        return False
    after = tokens[end].norm if end < len(tokens) else ""
    if outline.kinds[outline.phrase_at[begin - 1]] == "P":
        return tokens[begin - 1].norm in _PREPOSITIONS
    return not tokens[begin].norm[0].isdigit() and (not after[:1].isalnum() or after in _JOINED)


def _in_front(outline: Outline, first: int) -> list[tuple[int, int]]:
    """``On Monday, the Council rejected``: a time that opens the sentence the clause stands in."""
    start = outline.sentences[outline.sentence_at[outline.phrase_at[first]]][0]
    opening = [phrase for phrase in outline.phrases[start : outline.phrase_at[first]] if phrase.kind not in ",CA"]
    told = [phrase for phrase in opening if outline.tokens[phrase.first].norm not in _PREPOSITIONS]
    if [phrase.kind for phrase in told] != ["T"]:
        return []
    return [(told[0].first, told[0].last)]
