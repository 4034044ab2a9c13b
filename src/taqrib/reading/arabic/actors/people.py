"""Whom a phrase means within one report: surnames, offices and "the source" led back to one name each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taqrib.clitics import splits
from taqrib.normal import normalised
from taqrib.reading.arabic.actors.known import HEADS, PHRASE_WORDS, name_at
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.known import Head
    from taqrib.reading.arabic.actors.phrase import Phrase
    from taqrib.reading.arabic.actors.phrases import Ground


@dataclass(slots=True)
class Office:
    """An office met in the text: its head, what qualifies it, and who holds it (``None``: the text does not say)."""

    head: Head
    qualities: frozenset[str]
    actor: str
    named: bool


@dataclass(slots=True)
class People:
    """The persons and descriptions of one report."""

    ground: Ground
    full: dict[str, str] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    described: dict[tuple[str, bool], str] = field(default_factory=dict)
    several: set[tuple[str, bool]] = field(default_factory=set)
    inside: dict[tuple[str, bool], set[str]] = field(default_factory=dict)
    _by_word: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    _spelling: dict[tuple[str, ...], str] = field(default_factory=dict)

    def meet(self, words: tuple[str, ...], spelling: str) -> None:
        """A name stands in the text; the fullest form of each person's is kept."""
        if words in self._spelling:
            return
        self._spelling[words] = spelling
        for word in set(words):
            self._by_word.setdefault(word, []).append(words)

    def knows(self, word: str) -> bool:
        """Whether ``word`` alone names a person whose fuller name stands in the report."""
        return any(len(known) > 1 and known[-1] == word for known in self._by_word.get(word, ()))

    def fullest(self, words: tuple[str, ...]) -> str:
        """The fullest name in the report that holds ``words`` as a run at its end or its beginning."""
        best = words
        for known in self._by_word.get(words[-1], ()):
            if len(known) > len(best) and _holds(known, best):
                best = known
        return self._spelling.get(best, " ".join(best))

    def forms(self) -> set[str]:
        """The last words of the names of more than one word: what a later mention may consist of."""
        return {words[-1] for words in self._spelling if len(words) > 1}


def _holds(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if len(words) == 1:
        return words[0] == known[-1] or (words[0] == known[0] and len(words[0]) > 3)
    size = len(words)
    return any(known[n : n + size] == words for n in range(len(known) - size + 1))


_EQUAL = {normalised(word): same for word, same in load("arabic/phrases")["equal"].items()}


def qualities(ground: Ground, phrase: Phrase) -> frozenset[str]:
    """What narrows an office down: its states by name, its other words bare ("الوزير الإيطالي": إيطاليا)."""
    tokens, found = ground.tokens, set()
    last = phrase.name[0] if phrase.name is not None and phrase.name[0] > phrase.first else phrase.last
    at = phrase.first + 1
    while at < last:
        named = name_at(tokens, at, last)
        if named is not None:
            found.add("دولي" if named.name.actor == "الأمم المتحدة" else named.name.actor)
            at += named.length
            continue
        bare = tokens[at].norm
        bare = bare.removeprefix("ال")
        bare = _EQUAL.get(bare, bare)
        if len(bare) > 2 and tokens[at].norm not in PHRASE_WORDS["generic"] and HEADS.find(bare) is None:
            found.add(bare)
        at += 1
    return frozenset(found)


def without_clitic(word: str, known: set[str]) -> tuple[str, str] | None:
    """``word`` as clitics and a rest in ``known``, the least taken off; ``None`` if there is no such way."""
    for split in splits(word):
        if split.rest in known and "ال" not in split.clitics and "س" not in split.clitics and "ك" not in split.clitics:
            return split.clitics, split.rest
    return None
