"""The subject written before its reporting verb, and how it got there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    AUXILIARIES,
    COMPLEMENTISERS,
    HEADS,
    RELATIVES,
)
from taqrib.reading.arabic.actors.phrase import Phrase
from taqrib.reading.arabic.contrasts import before_contrast
from taqrib.reading.arabic.statements.subject import Subject
from taqrib.reading.arabic.statements.verbs import ANONYMITY

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground


_BACK = 20


def subject_before(ground: Ground, first: int, at: int, *, plural: bool) -> Subject | None:
    """The subject written before the verb at ``at``: "إلا أن مصادر ذكرت", "إسرائيل التي تقول", "وكان فلان قال"."""
    tokens = ground.tokens
    end = at
    while end > first and (tokens[end - 1].norm in AUXILIARIES or (end - 1) in ground.timed_inside):
        end -= 1
    end = _over_contrast(ground, first, end)
    if end > first + 1 and tokens[end - 1].norm == "،":  # فلان، الناطق باسم الحركة، قال
        named = _set_off(ground, first, end - 1)
        if named is not None:
            return named
    if end > first and tokens[end - 1].norm in RELATIVES:
        end -= 1
        if end > first and tokens[end - 1].norm == "،":
            end -= 1
    known = ground.ending.get(end)
    if known is not None and known[0] >= first and not (plural and known[1].head is None):
        start, phrase = known
        return Subject(start, end, end, phrase)
    for start in range(max(first, end - _BACK), end):
        before = tokens[start - 1].norm if start > first else ""
        opens = (
            start == first
            or before in COMPLEMENTISERS
            or before in AUXILIARIES
            or before.lstrip("و") in AUXILIARIES
            or before in {"لكن", "ولكن", "فيما", "بينما", "حيث", "،"}
        )
        if not opens:
            continue
        opened = ground.phrase(start, end) or ground.person(start, end)
        if (
            opened is not None
            and HEADS.find(tokens[start].norm) is not None
            and (opened.last == end or _only_clause(ground, opened.last, end))
        ):
            return Subject(start, end, opened.last, opened)
    return None


def subject_of_headline(ground: Ground, first: int, at: int) -> Subject | None:
    """فلان يعلن أن: a name that nothing else explains, alone before its verb at the head of a line."""
    while first < at and not ground.tokens[first].text[0].isalpha():
        first += 1
    end = ground.name_end(first, at) if first < at else first
    if end != at or end == first:
        return None
    return Subject(first, at, at, Phrase(first, at, name=(first, at), definite=True))


def subject_fronted(ground: Ground, first: int, at: int) -> Subject | None:
    """أما الوزير فرأى: the subject before a verb with ف."""
    if ground.tokens[at].norm[0] != "ف":
        return None
    end = at - (at > first and ground.tokens[at - 1].norm == "،")
    known = ground.ending.get(end)
    if known is None or known[0] <= first or ground.tokens[known[0] - 1].norm not in {"اما", "واما"}:
        return None
    return Subject(known[0], end, end, known[1])


def _set_off(ground: Ground, first: int, end: int) -> Subject | None:
    """A subject whose apposition a comma closes: the mention ending at ``end``, and the one before a comma."""
    known = ground.ending.get(end)
    if known is None or known[0] < first:
        return None
    start, phrase = known
    if start - 1 > first and ground.tokens[start - 1].norm == "،":
        earlier = ground.ending.get(start - 1)
        if earlier is not None and earlier[0] >= first and earlier[1].name is not None:
            return Subject(earlier[0], end, end, earlier[1])
    return Subject(start, end, end, phrase) if start == first else None


def _over_contrast(ground: Ground, first: int, end: int) -> int:
    """Where the subject ends if the words before the verb name only who it is not: الحكومة، وليس المجلس، تطالب."""
    named = ground.ending.get(end - 1 if end > first and ground.tokens[end - 1].norm == "،" else end)
    if named is None or named[0] <= first:
        return end
    before = before_contrast(lambda at: ground.tokens[at].norm, named[0], first)
    return before if before is not None and before in ground.ending else end


def _only_clause(ground: Ground, at: int, end: int) -> bool:
    at += ground.tokens[at].norm == "،"
    if at + 1 >= end:
        return False
    norm, following = ground.tokens[at].norm, ground.tokens[at + 1].norm
    return norm in RELATIVES or (norm in ANONYMITY.verbs and following in ANONYMITY.objects)
