"""Whom a phrase means within one report: surnames, offices and "the source" led back to one name each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taqrib.clitics import splits
from taqrib.normal import normalised
from taqrib.reading.arabic.actors.known import HEADS, PHRASE_WORDS, is_definite, name_at
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
    """The persons and descriptions of one report.

    :ivar offices: the offices met so far; ``later``: every named one of the report, wherever it stands.
    """

    ground: Ground
    full: dict[str, str] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    later: list[Office] = field(default_factory=list)
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
        if len(best) == 1 and len(best[0]) >= _FOREIGN:
            best = next((known for known in self._spelling if len(known) > 1 and _sounds(known[-1], best[0])), best)
        return self._spelling.get(best, " ".join(best))

    def forms(self) -> set[str]:
        """The last words of the names of more than one word: what a later mention may consist of."""
        return {words[-1] for words in self._spelling if len(words) > 1}


def _holds(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if len(words) == 1:
        return words[0] == known[-1] or (words[0] == known[0] and (len(words[0]) > 3 or words[0] in _PARTICLES))
    size = len(words)
    return any(known[n : n + size] == words for n in range(len(known) - size + 1))


def _sounds(word: str, other: str) -> bool:
    """Whether two spellings are of one foreign name: بوروشينكو, بوروشنكو; long vowels and ج for غ set aside."""
    return word[0] == other[0] and len(word) >= _FOREIGN and word.translate(_VARIES) == other.translate(_VARIES)


_FOREIGN = 6
"""Letters from which on a surname is long enough to be told by its consonants."""
_VARIES = {ord("ا"): None, ord("ي"): None, ord("و"): None, ord("ه"): None, ord("ج"): "غ"}

_PARTICLES = frozenset(["بان", "فان"])
"""First words of foreign names so short that only these two are taken for the whole: بان is بان كي مون."""

_EQUAL = {normalised(word).removeprefix("ال"): same for word, same in load("arabic/phrases")["equal"].items()}


_PERSONAL = frozenset({"office", "role", "rank"})


def qualities(ground: Ground, phrase: Phrase) -> frozenset[str]:
    """What narrows an office down: its states by name, its other words bare ("الوزير الإيطالي": إيطاليا)."""
    tokens, found = ground.tokens, set()
    last = phrase.name[0] if phrase.name is not None and phrase.name[0] > phrase.first else phrase.last
    at = phrase.first + 1
    while at < last:
        apposed = HEADS.find(tokens[at].norm) if at > phrase.first + 1 and is_definite(tokens[at - 1].norm) else None
        if (
            apposed is not None
            and apposed.value.kind in _PERSONAL
            and tokens[at].norm.startswith("ال")
            and not apposed.value.plural
        ):
            break  # رئيس اللجنة النائب البارز: another title of his
        named = name_at(tokens, at, last)
        if named is not None:
            found.add("دولي" if named.name.actor == "الأمم المتحدة" else named.name.actor)
            led = HEADS.find(tokens[at].norm) if named.length > 1 else None
            if led is not None and led.value.kind in _LED:
                found.add(led.value.lemma + IMPLIED)  # حركة النهر: later only "الحركة", or only "النهر"
            at += named.length
            continue
        bare = tokens[at].norm
        bare = bare.removeprefix("لل").removeprefix("ال")
        bare = _EQUAL.get(bare, bare)
        match = HEADS.find(bare)
        if match is not None and match.value.kind in _LED:
            found.add(match.value.lemma)  # رئيس الوفد is not رئيس الحكومة
        elif match is not None and match.value.plural and match.value.kind in _PERSONAL:
            found.add(match.value.lemma)
        elif len(bare) > 2 and tokens[at].norm not in PHRASE_WORDS["generic"] and match is None:
            found.add(bare)
        at += 1
    for council, body in _SAME_BODY:
        if council[0] in found:
            found -= council[1]
            found.add(body)
    return frozenset(found)


IMPLIED = "+"
"""Marks the kind of body that a known name says: what may be left out, and may stand for the name."""

_LED = frozenset({"body", "organisation"})
_SAME_BODY = (
    (("وزير", {"وزير", "مجلس"}), "حكومه"),  # رئيس الوزراء, رئيس مجلس الوزراء, رئيس الحكومة
    (("نايب", {"نايب", "مجلس"}), "برلمان"),
)


def without_clitic(word: str, known: set[str]) -> tuple[str, str] | None:
    """``word`` as clitics and a rest in ``known``, the least taken off; ``None`` if there is no such way."""
    for split in splits(word):
        if split.rest in known and "ال" not in split.clitics and "س" not in split.clitics and "ك" not in split.clitics:
            return split.clitics, split.rest
    return None
