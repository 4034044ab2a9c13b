"""What talks are about is not what happened: «ملفات هي الهدنة، وتبادل الأسرى», «تتناول المحادثات إدخال المساعدات»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.moods import bare
from taqrib.reading.arabic.wordlists import mixed_list, noun_list, plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose

_LIST = 32
"""Tokens from the head of a list of topics to its last member."""
_GENITIVE = 3
"""Tokens from a word such as ملف to the topic it has as its genitive."""


def is_topic(prose: Prose, index: int) -> bool:
    """Whether the noun at ``index`` names a subject of talks: by a verb of dealing with, or as a member of a list."""
    lists = noun_list("events", "subjects")
    dealing = mixed_list("events", "dealing")
    introduced = False
    sentence = prose.sentences[index]
    for at in range(index - 1, max(-1, index - _LIST), -1):
        norm, role = prose.norms[at], prose.roles[at]
        if norm == ":":
            introduced = True
            continue
        if prose.sentences[at] != sentence or role in {"stop", "that", "opener", "relative"}:
            return False
        introduced = introduced or bare(norm) in plain_list("events", "introducers")
        match = lists.find(norm)
        if match is not None and (introduced or _is_genitive(prose, at, index)):
            return True
        verb = prose.verbs[at]
        dealt = dealing.find(norm)
        if dealt is not None and not (dealt.value.tense == "noun" and "ال" in dealt.clitics):
            return True
        if verb is not None and not _may_be_noun(prose, at) and bare(norm) not in plain_list("events", "introducers"):
            return False
    return False


def _is_genitive(prose: Prose, at: int, index: int) -> bool:
    """Whether the topic at ``index`` is of the word at ``at``: ملف تبادل الأسرى, قضايا الهدنة والمعابر."""
    return index - at <= _GENITIVE and all(not prose.roles[between] for between in range(at + 1, index))


def is_any(prose: Prose, index: int, *, reach: int = 5) -> bool:
    """Whether أي makes of the noun at or behind ``index`` any there may be, and not one there is."""
    first = max(prose.starts[index], index - 1)
    words = [bare(norm) for norm in prose.norms[first : min(prose.ends[index], index + reach)]]
    return any(word in plain_list("polarity", "any") for word in words)


def _may_be_noun(prose: Prose, at: int) -> bool:
    """Whether the word is a masdar spelt like a verb: وقف, تبادل."""
    return (
        prose.before(at) in {"comma", "preposition"}
        or prose.norms[at][:1] == "و"
        or at + 1 == prose.size
        or (not prose.before(at) and prose.verbs[at - 1] is not None)
    )
