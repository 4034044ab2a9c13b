"""Arabic words behind their clitics.

A clitic (و ف ب ل ك س ال) is split only when the rest is a known form: وليام, لابيد, بيرنز, وفد and وزير begin with clitic
letters. Hence no stemmer here: a lexicon is asked for each possible rest, longest first.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from taqrib.reading.normal import normalised

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")


class Split(NamedTuple):
    """A word as clitics + rest, both normalised: ``Split("وبال", "دوحه")``."""

    clitics: str
    rest: str


@lru_cache(maxsize=1 << 15)
def splits(norm: str) -> tuple[Split, ...]:
    """Every way to take clitics off the normalised word ``norm``, the least taken off first."""
    found = [Split("", norm)]
    conjunctions = [""] + ([norm[0]] if norm[:1] in {"و", "ف"} and len(norm) > 2 else [])
    for conjunction in conjunctions:
        word = norm[len(conjunction) :]
        if conjunction:
            found.append(Split(conjunction, word))
        if word.startswith("ال") and len(word) > 3:
            found.append(Split(conjunction + "ال", word[2:]))
        if word.startswith("لل") and len(word) > 3:  # ل + ال
            found.append(Split(conjunction + "لل", word[2:]))
        if word[:1] in {"ب", "ل", "ك", "س"} and len(word) > 2:
            found.append(Split(conjunction + word[0], word[1:]))
            if word[1:3] == "ال" and word[0] in {"ب", "ك"} and len(word) > 4:
                found.append(Split(conjunction + word[:3], word[3:]))
    return tuple(found)


class Match(NamedTuple, Generic[Value]):
    """What a lexicon knows of a word: the clitics in front, the known form, and its value."""

    clitics: str
    form: str
    value: Value


class Lexicon(Generic[Value]):
    """Known forms and what they mean; asked with a normalised word that may carry clitics.

    Answers are remembered, at most ``1 << 15`` of them, so that a word costs its analysis once.
    """

    def __init__(self, forms: Mapping[str, Value]) -> None:
        self.forms: dict[str, Value] = {normalised(form): value for form, value in forms.items()}
        self._answers: dict[str, Match[Value] | None] = {}

    def find(self, norm: str) -> Match[Value] | None:
        """The reading of ``norm`` that takes the fewest clitics off; ``None`` if no rest is known."""
        try:
            return self._answers[norm]
        except KeyError:
            pass
        if len(self._answers) >= 1 << 15:
            self._answers.clear()
        answer = None
        for split in splits(norm):
            value = self.forms.get(split.rest)
            if value is not None:
                answer = Match(split.clitics, split.rest, value)
                break
        self._answers[norm] = answer
        return answer
