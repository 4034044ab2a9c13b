"""Known phrases in a text: whole words, the longest phrase first, Arabic clitics in front allowed.

Matching runs on folded text (see :class:`~taqrib.case.index.CaseIndex`). A phrase is a sequence of words; punctuation
and hyphens only separate words, so "cease-fire" is found in "cease fire" and not in "ceasefire".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = TypeVar("Value")

_WORD = re.compile(r"\w+")
_ARTICLE = "ال"
SHORTEST_REST = 3
"""A one-letter clitic is taken off only if three letters or more remain: «ولد» is not و + «لد»."""


def words_of(folded: str) -> list[str]:
    """Give the words of a folded text, in order."""
    return _WORD.findall(folded)


def is_arabic(word: str) -> bool:
    """Say whether a word is written in Arabic letters."""
    return "\u0621" <= word[0] <= "\u064a"


def without_article(word: str) -> str:
    """Give an Arabic word without its ال; other words, and words of less than five letters, as they are."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word


@lru_cache(maxsize=1 << 14)
def first_forms(word: str) -> tuple[str, ...]:
    """Give what may stand behind the clitics of a folded Arabic word, the word itself first.

    The clitics are و ف, then ب ل ك, then ال (لل for ل + ال). Other words are given back alone.
    """
    if not is_arabic(word):
        return (word,)
    forms = [word]
    bases = [word]
    if word[0] in "وف" and len(word) > SHORTEST_REST:
        bases.append(word[1:])
        forms.append(word[1:])
    for base in bases:
        forms.append(without_article(base))
        if base[0] in "بلك" and len(base) > SHORTEST_REST:
            forms += [base[1:], without_article(base[1:])]
        if base.startswith("لل") and len(base) > 4:
            forms += [_ARTICLE + base[2:], base[2:]]
    return tuple(dict.fromkeys(forms))


def later_forms(word: str) -> tuple[str, ...]:
    """Give a word as it stands and without its article: «تبادل أسرى» is meant in «تبادل الأسرى» too."""
    bare = without_article(word)
    return (word,) if bare == word else (word, bare)


class Found(NamedTuple, Generic[Value]):
    """A phrase found: its words are ``words[start:end]`` of the text."""

    start: int
    end: int
    values: tuple[Value, ...]


class _Node(Generic[Value]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.values: list[Value] = []


class Phrases(Generic[Value]):
    """Phrases and what they point at; a phrase may point at several things."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, folded: str, value: Value) -> None:
        """Add a folded phrase; one without any word is never found."""
        words = words_of(folded)
        if not words:
            return
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        if value not in node.values:
            node.values.append(value)

    def begins_with(self, word: str) -> bool:
        """Say whether a known phrase begins with ``word`` as it stands, clitics and all."""
        return word in self._root.next

    def find(self, words: Sequence[str]) -> list[Found[Value]]:
        """Find the phrases in a text's words, in the order they begin; one inside a longer one is left out.

        Time is linear in the number of words (times the length of the longest phrase).
        """
        found: list[Found[Value]] = []
        reached = 0
        for start in range(len(words)):
            end, values = self._longest(words, start)
            if end > reached:
                found.append(Found(start, end, values))
                reached = end
        return found

    def _longest(self, words: Sequence[str], start: int) -> tuple[int, tuple[Value, ...]]:
        """Give the end and the values of the longest phrase at ``start``; the end is 0 if there is none."""
        best = 0
        values: tuple[Value, ...] = ()
        nodes = [node for form in first_forms(words[start]) if (node := self._root.next.get(form))]
        end = start
        while nodes:
            end += 1
            # Forms come with the fewest clitics first, so the first node that ends a phrase is the most literal one.
            ending = next((node for node in nodes if node.values), None)
            if ending:
                best, values = end, tuple(ending.values)
            if end == len(words):
                break
            nodes = [after for node in nodes for form in later_forms(words[end]) if (after := node.next.get(form))]
        return best, values
