"""What the words of a stance turn away from: «طالب بالتخلي عن ⟨الخطة⟩», «طالب بالميناء بدلا من ⟨الجسر⟩».

Whoever demands that another give something up does not demand that thing, and whoever refuses to give it up does not
reject it. What stands behind such a word is marked, so that nobody takes it for what the stance is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.wordlists import apart_list, noun_list, plain_list, verb_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.findings import Span

_NEGATED_THAT = frozenset({"الا", "بالا", "والا"})
_PREPOSITIONS = frozenset({"عن", "علي", "من"})
_NEAR = 7
"""Tokens, a subject included, between a giving up and its preposition: بأن يتخلى مجلس المدينة عن."""


def turned(
    prose: Prose,
    parties: Parties,
    first: int,
    last: int,
    *,
    counted: int = 0,
    proviso: tuple[int, int] | None = None,
    weighing: bool = False,
) -> tuple[Span, ...]:
    """The spans in the tokens ``first`` to ``last`` that stand behind a word of giving up, refusing or preferring.

    :param first: the first token that may be such a word.
    :param proviso: the tokens of what the stance depends on; no "not" or "but" in it turns away (إلا بعد الهدنة).
    :param weighing: whether what is only to be talked of is turned away from, too: وافق على مناقشة ⟨الخطة⟩.
    :param counted: how many such words the kind of the stance has taken into account already (تمسك برفض الخطة).
    """
    tokens = prose.document.tokens
    found: list[Span] = []
    preferring = first > 0 and verb_list("stances", "preferring").find(prose.norms[first - 1]) is not None
    at = first
    while at < last:
        excepts = prose.roles[at] == "negator" or prose.norms[at] in _contrasts()
        held = proviso is not None and proviso[0] <= at < proviso[1] and excepts
        second = preferring and prose.norms[at] == "علي"
        weighed = weighing and _weighs(prose, at, last)
        named = at in parties.covering and prose.norms[at].startswith("ال")  # المعارضة, the opposition
        if held or named or not (second or weighed or _turns(prose, at, last)):
            at += 1
            continue
        if counted:
            counted -= 1
            at += 1
            continue
        party = parties.at(at + 1) if at + 1 < last else None
        beside = party is not None and (prose.roles[at] == "negator" or prose.norms[at] in _contrasts())
        end = party.last if party is not None and beside else _end(prose, at, last, alone=weighed)  # وليس الحكومة
        if end > at + 1:
            found.append((tokens[at + 1].start, tokens[end - 1].end))
        at = end
    return tuple(found)


def _turns(prose: Prose, at: int, last: int) -> bool:
    """Whether a word of giving up, refusing or preferring, or a negation, stands at a token."""
    norm = prose.norms[at]
    if prose.roles[at] == "negator" or norm in _contrasts():
        return True
    if norm in _NEGATED_THAT and prose.document.tokens[at].text.lstrip("وب").startswith("أ"):
        return True  # ألا يقبل; إلا excepts
    if prose.roles[at]:
        return False
    if apart_list("stances", "turning").find(norm) is not None:
        return True
    if apart_list("stances", "turning_with").find(norm) is None:
        return False
    return any(prose.norms[near] in _PREPOSITIONS for near in range(at + 1, min(last, at + _NEAR)))


def _weighs(prose: Prose, at: int, last: int) -> bool:
    """Whether a word of talking something over stands at a token: مناقشة الخطة, محادثات حول الخطة."""
    norm = prose.norms[at]
    if prose.roles[at]:
        return False
    if apart_list("stances", "weighing").find(norm) is not None:
        return True
    about = at + 1 < last and prose.norms[at + 1] in plain_list("stances", "weighed")
    return about and apart_list("stances", "weighing_about").find(norm) is not None


def _end(prose: Prose, at: int, last: int, *, alone: bool) -> int:
    """One past what the word at a token turns away from; ``alone`` if و joins nothing to it."""
    alone = alone or noun_list("stances", "ceasing").find(prose.norms[at]) is not None
    replacing = apart_list("stances", "replacing").find(prose.norms[at]) is not None
    for end in range(at + 1, last):
        norm = prose.norms[end]
        if replacing and norm.startswith("ب") and end > at + 1:
            return end
        if prose.roles[end] in {"stop", "comma"} or norm in plain_list("stances", "resuming"):
            return end
        joined = norm.startswith("و") and len(norm) > len("ولا")
        if joined and (alone or prose.starts[end] == end or norm[1:2] in {"ب", "ل"} or norm in {"وعلي", "والي"}):
            return end
    return last


def _contrasts() -> frozenset[str]:
    return plain_list("stances", "contrasts")
