"""Whether words place a stance in former times: «كانت ترفض», «سبق أن رفضت», «رفضت في السابق».

Such a stance is nobody's position on the day of the report. Only words of former times and كان before an imperfect
count: «كانت قد رفضت» by itself is how reports tell one thing after another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib.reading.arabic.moods import bare
from taqrib.reading.arabic.wordlists import plain_list
from taqrib.reading.arabic.words import Phrasebook
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.findings import Statement

_REACH = 12
"""Tokens between كان, or a word of former times, and the verb."""
_ENDS = frozenset({"stop", "that", "relative", "opener"})


def is_former(
    prose: Prose, parties: Parties, index: int, end: int, *, first: int, around: tuple[int, Statement] | None
) -> bool:
    """Whether the verb of a stance, or the one that reports it, stands with a word of former times.

    :param index: the token that carries the stance; ``first`` the first of its evidence, ``end`` one past its last.
    :param around: the statement the stance is part of, with the token of its cue; ``None`` for the narrator's.
    """
    if any(_is_placed(prose, parties, at, end) for at in {index, first}):
        return True
    if around is None:
        return False
    cue, statement = around
    said = next((at for at in range(cue + 1, index) if prose.document.tokens[at].start >= statement.content[0]), index)
    return _is_placed(prose, parties, cue, said)


def _is_placed(prose: Prose, parties: Parties, index: int, end: int) -> bool:
    return _used_to(prose, index) or _has_before(prose, index) or _has_adverb(prose, parties, index, end)


def _used_to(prose: Prose, index: int) -> bool:
    """كانت الحركة ترفض, and for the second verb كانت ترفض الخطة وتطالب; "was still refusing" goes on."""
    verb = prose.verbs[index]
    if verb is None or verb.tense != "imperfect" or bare(prose.norms[index]).startswith("س"):
        return False
    joined = prose.norms[index].startswith("و")
    for at in range(index - 1, max(-1, index - _REACH), -1):
        norm = bare(prose.norms[at])
        if prose.sentences[at] != prose.sentences[index] or norm in plain_list("stances", "still"):
            return False
        if norm in plain_list("stances", "was"):
            return True
        other = prose.verbs[at]
        if other is not None:
            if not joined or other.tense != "imperfect":
                return False
            joined = prose.norms[at].startswith("و")
        elif prose.roles[at] in _ENDS or prose.roles[at] == "comma":
            return False
    return False


def _has_before(prose: Prose, index: int) -> bool:
    """سبق أن رفضت, سبق للحركة أن رفضت, سبق ورفضت."""
    at = index - 1
    if at >= 0 and prose.norms[at] in {"ان", "وان"}:
        at -= 1
    elif not prose.norms[index].startswith("و"):
        return False
    while at >= 0 and index - at < _REACH and prose.sentences[at] == prose.sentences[index]:
        if bare(prose.norms[at]) in plain_list("stances", "before_now"):
            return True
        if prose.verbs[at] is not None or prose.roles[at] in _ENDS or prose.norms[at].startswith("و"):
            return False
        at -= 1
    return False


def _has_adverb(prose: Prose, parties: Parties, index: int, end: int) -> bool:
    """A word of former times behind the verb and no other's, or in front of the verb and its subject."""
    for at in range(index + 1, min(end + 1, prose.size)):  # "في وقت" ends a clause where it is no "while"
        length = _length(prose, "former_with_was", at)
        if length and _was(prose, index) and prose.roles[at + length : at + length + 1] in ([], ["stop"], ["comma"]):
            return True
        if at == end or prose.verbs[at] is not None or prose.roles[at] in _ENDS:
            break
        if _length(prose, "former", at) and not is_of_adjective(prose, parties, at, index):
            return True
    for at in range(index - 1, max(-1, index - _REACH), -1):
        if prose.sentences[at] != prose.sentences[index] or prose.roles[at] in _ENDS:
            return False
        length = _length(prose, "former", at)
        if length and at + length <= index:
            return True
        if prose.verbs[at] is not None and prose.roles[at] != "auxiliary":
            return False
    return False


def _was(prose: Prose, index: int) -> bool:
    """Whether كان stands in the clause before its verb."""
    return any(bare(norm) in plain_list("stances", "was") for norm in prose.norms[prose.starts[index] : index])


def is_of_adjective(prose: Prose, parties: Parties, at: int, verb: int) -> bool:
    """الخطة المقترحة سابقا, الشروط المتفق عليها سابقا: what was so before is no deed of the verb's."""
    last = at - 1
    if prose.roles[last] == "preposition" and last - 1 > verb:
        last -= 1
    definite = prose.norms[last].startswith("الم") and prose.norms[last - 1].startswith("ال")
    return last - 1 > verb and definite and last - 1 not in parties.covering


def _length(prose: Prose, key: str, at: int) -> int:
    """The tokens of the phrase under ``key`` that begins at a token; 0 for none."""
    phrase = _phrases(key).find(prose.document.tokens, at)
    return phrase.last - at if phrase else 0


@cache
def _phrases(key: str) -> Phrasebook[None]:
    """The phrases of a list."""
    return Phrasebook((phrase, None) for phrase in load("arabic/stances")[key])
