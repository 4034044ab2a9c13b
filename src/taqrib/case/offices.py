"""What may stand beside a name without naming somebody else: offices, titles, and what ties them to the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib import vocabulary
from taqrib.case.phrases import is_arabic, later_forms, words_of
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Offices:
    """The table ``offices``, folded as the texts are.

    All words are given folded. Arabic words may carry ال; no other clitic is taken off, so «وزير» is never و + «زير».
    """

    def __init__(self) -> None:
        table = vocabulary.load("offices")

        def words(*sections: str) -> frozenset[str]:
            phrases = (word for section in sections for words in table[section].values() for word in words)
            return _folded_words(phrases)

        adjectives = _folded_words(_state_adjectives())
        self._for_states = words("spokesmanship")
        self._for_organisations = words("spokesmanship", "membership")
        self._spokesmen = words("spokesmen")
        self._unnamed = _folded_words(table["unnamed"]["ar"] + table["unnamed"]["en"])
        self._placed = _folded_words(table["unnamed"]["placed"])
        self._titles = words("titles", "bare_titles")
        self._bare_titles = words("bare_titles")
        self._serving = words("serving")
        self._in_titles = words("titles", "fields") | adjectives

    def speak_for_state(self, words: Sequence[str]) -> bool:
        """Say whether ``words``, beside a state's name, are only those who speak for it."""
        return all(_known(word, self._for_states) for word in words)

    def speak_for_organisation(self, words: Sequence[str]) -> bool:
        """Say whether ``words``, beside an organisation's name, are only those who speak for it."""
        return all(_known(word, self._for_organisations) for word in words)

    def is_unnamed(self, words: Sequence[str]) -> bool:
        """Say whether ``words`` describe somebody who is not named and holds no office there is one of.

        "An Ondarian official" is, «مسؤول في الحركة» too; "the foreign minister" and a spokesman are not.
        """
        if not words or any(_known(word, self._spokesmen) for word in words):
            return False
        if is_arabic(words[0]):
            return _known(words[0], self._unnamed) or not self._placed.isdisjoint(words)
        return not self._unnamed.isdisjoint(words)

    def title_before(self, words: Sequence[str]) -> bool:
        """Say whether ``words``, before a person's name, can only be that person's title.

        In Arabic the first word is a title and the last is definite: «وزير الخارجية فلان», not «مستشار فلان», who
        is somebody else, and so is «مستشار الوزير فلان». In English a title stands next to the name, or "of" and its
        field do: "Foreign Minister X", "Secretary of State X", not "the envoy of President X".
        """
        if not words:
            return True
        if not all(_known(word, self._in_titles) or word in self._bare_titles for word in words):
            return False
        return self._arabic_title(words) if is_arabic(words[-1]) else self._english_title(words)

    def _arabic_title(self, words: Sequence[str]) -> bool:
        first, last = words[0], words[-1]
        if len(words) > 1 and _known(first, self._serving) and _known(last, self._titles):
            return False
        return _known(first, self._titles) and (last.startswith("ال") or last in self._bare_titles)

    def _english_title(self, words: Sequence[str]) -> bool:
        if "of" not in words:
            return words[-1] in self._titles
        last_of = len(words) - 1 - list(reversed(words)).index("of")
        return any(word in self._titles for word in words[:last_of]) and not any(
            word in self._titles for word in words[last_of + 1 :]
        )

    def title_after(self, words: Sequence[str]) -> bool:
        """Say whether ``words``, after a person's name, can only be that person's title: «فلان وزير الخارجية».

        In English they never are: after the name, "adviser" is another person's title.
        """
        if not words:
            return True
        return (
            is_arabic(words[0])
            and _known(words[0], self._titles)
            and all(_known(word, self._in_titles) for word in words)
        )


def _known(word: str, table: frozenset[str]) -> bool:
    return any(form in table for form in later_forms(word))


def _folded_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in words_of(folded(phrase)))


def _state_adjectives() -> Iterator[str]:
    for state in vocabulary.load("states"):
        yield from state["ar"].get("adjective", ())
        yield state["en"].get("adjective", "")
