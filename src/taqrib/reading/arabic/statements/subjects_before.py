"""The subject written before its reporting verb, and how it got there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    AUXILIARIES,
    COMPLEMENTISERS,
    HEADS,
    PHRASE_WORDS,
    RELATIVES,
    is_definite,
    is_owned_masdar,
)
from taqrib.reading.arabic.actors.phrase import Phrase
from taqrib.reading.arabic.contrasts import before_contrast
from taqrib.reading.arabic.statements.subject import Subject
from taqrib.reading.arabic.statements.verbs import ANONYMITY

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground


_BACK = 20
_NAME = 4
"""Words of a name that nothing but its place shows."""


_WITH = frozenset({"الي", "مع"})


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
    relative = end > first and tokens[end - 1].norm in RELATIVES
    if relative:
        end -= 1
        if end > first and tokens[end - 1].norm == "،":
            end -= 1
    known = ground.ending.get(end)
    if known is not None and known[0] >= first and not (plural and known[1].head is None):
        start, phrase = known
        met = start > first and (tokens[start - 1].norm in _WITH or is_owned_masdar(tokens[start - 1].norm))
        if met and not relative:
            return None  # وفي لقاء مع الوفد أكد: whom he met
        return Subject(start, end, end, phrase)
    precedent = _of_precedent(ground, first, end)
    if precedent is not None:
        return precedent
    opened = _behind_opener(ground, first, end)
    if opened is None and end - 1 > first and tokens[end - 2].norm in COMPLEMENTISERS:
        return Subject(end - 1, end, end, None) if _names_a_people(tokens[end - 1].norm) else None
    return opened


def _behind_opener(ground: Ground, first: int, end: int) -> Subject | None:
    """The phrase that begins where a clause opens and ends before the verb."""
    tokens = ground.tokens
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


def _names_a_people(norm: str) -> bool:
    """إن الروس اقترحوا: a definite word that no list knows."""
    return is_definite(norm) and HEADS.find(norm) is None and norm[2:] not in PHRASE_WORDS["tabled"]


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
    if known is not None and known[0] > first and ground.tokens[known[0] - 1].norm in {"اما", "واما"}:
        return Subject(known[0], end, end, known[1])
    if ground.tokens[first].norm not in {"اما", "واما"} or first + 1 >= end:
        return None
    phrase = ground.phrase(first + 1, end) or ground.person(first + 1, end)
    if phrase is None or ground.tokens[end].norm != "،":
        return None
    return Subject(first + 1, end, phrase.last, phrase)  # أما فلان، الملقب «...»، فأكد


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
    opens = start == first or (start == first + 1 and ground.tokens[first].norm.lstrip("وف") in AUXILIARIES)
    return Subject(start, end, end, phrase) if opens else None  # كان الوزير فلان، قد قال


def _of_precedent(ground: Ground, first: int, end: int) -> Subject | None:
    """وسبق للوزير فلان أن قال: whose precedent it is."""
    tokens = ground.tokens
    if end - 1 <= first or tokens[end - 1].norm not in {"ان", "وان"}:
        return None
    for at in range(end - 2, max(first, end - _BACK), -1):
        if tokens[at - 1].norm.lstrip("وف") == "سبق":
            met = ground.ending.get(end - 1)
            phrase = ground.phrase(at, end - 1) or (met[1] if met is not None and met[0] == at else None)
            if phrase is None and end - 1 - at <= _NAME and tokens[at].norm[0] == "ل":
                phrase = Phrase(
                    at, end - 1, name=(at, end - 1), definite=True, clitics="ل"
                )  # لفلان: a name, by its place
            if phrase is None or not phrase.clitics.startswith("ل"):
                return None
            return Subject(at, phrase.last, phrase.last, phrase)
    return None


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
