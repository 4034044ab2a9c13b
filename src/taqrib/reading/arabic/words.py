"""Arabic words behind their clitics.

A clitic (و ف ب ل ك س ال) is split only when the rest is a known form: وليام, لابيد, بيرنز, وفد and وزير begin with
clitic letters. Hence no stemmer here: a lexicon is asked for each possible rest, longest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from taqrib.clitics import splits
from taqrib.normal import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from taqrib.reading.document import Token

Value = TypeVar("Value")


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


class PhraseMatch(NamedTuple, Generic[Value]):
    """A known phrase in a run of tokens: the clitics of its first word, the token past its last, and its value."""

    clitics: str
    last: int
    value: Value


class Phrasebook(Generic[Value]):
    """Known forms of one or more words; only the first word may carry clitics."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        grouped: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases:
            first, *rest = normalised(phrase).split()
            grouped.setdefault(first, []).append((tuple(rest), value))
        for continuations in grouped.values():
            continuations.sort(key=lambda continuation: -len(continuation[0]))
        self.first_words = Lexicon(grouped)

    def find(self, tokens: Sequence[Token], index: int) -> PhraseMatch[Value] | None:
        """The longest phrase that begins at ``tokens[index]``; ``None`` if there is none or no such token."""
        if index >= len(tokens):
            return None
        match = self.first_words.find(tokens[index].norm)
        if match is None:
            return None
        for rest, value in match.value:
            last = index + 1 + len(rest)
            if not rest or [token.norm for token in tokens[index + 1 : last]] == list(rest):
                return PhraseMatch(match.clitics, last, value)
        return None


def behind(token: Token, letters: int) -> int:
    """The raw offset behind the first ``letters`` letters of ``token``: where the word starts without its clitics."""
    if len(token.text) == len(token.norm):
        return token.start + letters
    for length in range(len(token.text) + 1):  # harakat, tatweel or a ligature: count letters, not characters
        if len(normalised(token.text[:length])) > letters:
            return token.start + length - 1
    return token.end


def start_behind(token: Token, clitics: str) -> int:
    """The raw offset of ``token`` behind its conjunctions and prepositions; the article stays."""
    letters = len(clitics)
    if clitics.endswith("ال"):
        letters -= 2
    elif clitics.endswith("لل"):
        letters -= 1  # ل + ال is written لل: the second lam is the article's
    return behind(token, letters) if letters else token.start
