"""Where sentences end in press text as it is: wrong, missing and glued full stops, headings, datelines, initials."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.document import Sentence
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Document, Token

_WORDS = load("layout")
_TITLES, _BEFORE_NUMBERS = frozenset(_WORDS["titles"]), frozenset(_WORDS["before_numbers"])
_AMBIGUOUS, _STARTERS = frozenset(_WORDS["ambiguous"]), frozenset(_WORDS["starters"])
_AGENCIES = frozenset(normalised(name).lower().replace(" ", "") for name in _WORDS["agencies"])
_ENDS = frozenset({".", "!", "?", "؟"})
_CLOSERS = frozenset("»”“\"'’)]›")
_COMMAS = frozenset(",،")
_DASHES = frozenset("-–—:")
_ABBREVIATED = 2
"""Letters in the longest part of a foreign abbreviation spelt out in Arabic."""
_LONGEST_DATELINE = 16
_DATELINE_PARAGRAPHS = 3


def sentences(document: Document) -> list[Sentence]:
    """The sentences of the text; a paragraph's end always ends one, a stop inside a quotation never does."""
    tokens, text = document.tokens, document.text
    closing = _ends_of_quotes(document)
    inside = _Inside(document)
    wrapped = _WrappedLines.of(text)
    found: list[Sentence] = []
    first = paragraph = 0
    dateline = _dateline(tokens, 0) if tokens else 0
    count = len(tokens)
    for index, token in enumerate(tokens):
        last = index + 1
        following = tokens[last].start if last < count else len(text)
        breaks = False
        if following > token.end:
            gap = text[token.end : following]
            breaks = (
                "\n" in gap
                and (wrapped is None or wrapped.breaks(gap, token.end))
                and not (gap.count("\n") == 1 and last < count and _goes_on(token, tokens[last]))
            )
        stops = False
        norm = token.norm
        if norm in _ENDS:
            stops = (
                not inside.holds(index) and last < count and _stops(tokens, index, first, spaced=following > token.end)
            )
        elif norm in _CLOSERS and last < count and following > token.end:
            stops = not inside.holds(index) and _closes_sentence(tokens, index, closing)
        if breaks or stops or last in {count, dateline}:
            found.append(Sentence(first, last, paragraph))
            first = last
        if breaks:
            paragraph += 1
            if paragraph < _DATELINE_PARAGRAPHS and last < count:
                dateline = _dateline(tokens, last)
    return found


class _Inside:
    """Whether a token stands in a quotation; asked with rising indices."""

    def __init__(self, document: Document) -> None:
        self._quotes = document.quotes
        self._at = 0

    def holds(self, index: int) -> bool:
        quotes = self._quotes
        while self._at < len(quotes) and quotes[self._at].last <= index:
            self._at += 1
        return self._at < len(quotes) and quotes[self._at].first <= index


def _ends_of_quotes(document: Document) -> frozenset[int]:
    """The closing marks of quotations that end in a full stop of their own."""
    return frozenset(quote.last for quote in document.quotes if document.tokens[quote.last - 1].norm in _ENDS)


def _closes_sentence(tokens: Sequence[Token], index: int, closing: frozenset[int]) -> bool:
    """Whether a closing mark behind a full stop ends the sentence: «….» وأضاف, but not: "Really?" he said."""
    before = tokens[index - 1] if index else None
    if index not in closing and (before is None or before.norm not in _ENDS):
        return False
    following = tokens[index + 1]
    return following.norm[0].isalpha() and not following.text[0].islower()


def _stops(tokens: Sequence[Token], index: int, first: int, *, spaced: bool) -> bool:  # noqa: PLR0911 - a list of reasons
    """Whether the stop at ``index`` ends its sentence."""
    following = tokens[index + 1]
    if index == 0:
        return False
    before = tokens[index - 1]
    if not spaced:  # «الاتفاق.وأضاف», "peace.But"; not "U.S", "taqrib.org"
        if len(before.norm) < 2 or len(following.norm) < 2 or not following.norm[0].isalpha():
            return False
        if max(len(before.norm), len(following.norm)) <= _ABBREVIATED:
            return False  # «برس تي.في», «بي.بي.سي»
        glued_latin = before.text[-1].islower() and following.text[0].isupper()
        return glued_latin or (_is_arabic(before.norm) and _is_arabic(following.norm))
    if following.text in _CLOSERS and following.text not in "\"'“":
        return False
    if before.norm[0].isdigit():
        return index != first + 1  # «1. ...» numbers a list
    if following.text[0].islower():
        return False
    if tokens[index].norm != ".":
        return True
    if len(before.norm) == 1 and before.norm.isalpha():
        return _stops_behind_letter(tokens, index)
    return not before.norm.isascii() or _stops_behind(before.norm, following.norm)


def _stops_behind_letter(tokens: Sequence[Token], index: int) -> bool:
    """Initials and dotted abbreviations: «أ. ف. ب.», "George W. Bush", "the U.S. The talks"."""
    before = tokens[index - 1]
    if not before.norm.isascii():
        return index > 1 and tokens[index - 2].norm[0].isdigit()  # «1436 هـ.», «2015 م.»
    dotted = index > 1 and tokens[index - 2].norm == "."
    return (dotted or not before.text.isupper()) and tokens[index + 1].norm in _STARTERS


@lru_cache(maxsize=1 << 12)
def _stops_behind(before: str, following: str) -> bool:
    """Whether a full stop between these English words ends a sentence."""
    if before in _TITLES:
        return False
    if before in _BEFORE_NUMBERS:
        return not following[0].isdigit() and following in _STARTERS
    return before not in _AMBIGUOUS or following in _STARTERS


def _is_arabic(norm: str) -> bool:
    return "\u0620" <= norm[0] <= "\u06ff" and "\u0620" <= norm[-1] <= "\u06ff"


def _dateline(tokens: Sequence[Token], first: int) -> int:
    """The token past a dateline that begins at ``first``: «القاهرة - (أ ف ب)», "GENEVA (Reuters) -"; 0 if none does."""
    end = min(len(tokens), first + _LONGEST_DATELINE)
    for index in range(first + 1, end):
        norm = tokens[index].norm
        if norm in _ENDS:
            return 0
        if norm == "(":
            close = next((at for at in range(index + 1, end) if tokens[at].norm == ")"), None)
            named = any(token.norm.endswith("وكاله") for token in tokens[first:index])  # «نقلت وكالة الأنباء (وات)»
            if close is None or named or not _is_agency(tokens, index + 1, close):
                return 0
            return _behind_dash(tokens, close + 1)
        if norm in _DASHES:
            for last in range(min(index + 5, end), index + 1, -1):
                if _is_agency(tokens, index + 1, last):
                    return _behind_dash(tokens, last)
            if norm in {"–", "—", "-"} and all(_is_capital(token) for token in tokens[first:index]):
                return index + 1
    return 0


def _is_agency(tokens: Sequence[Token], first: int, last: int) -> bool:
    name = "".join(
        token.norm for token in tokens[first:last] if token.norm not in {".", ",", "،", "/", "-", "«", "»", "و"}
    )
    return name in _AGENCIES


def _behind_dash(tokens: Sequence[Token], index: int) -> int:
    return index + 1 if index < len(tokens) and tokens[index].norm in _DASHES else index


def _is_capital(token: Token) -> bool:
    return token.text.isupper() or not token.norm[0].isalpha()


def _goes_on(before: Token, after: Token) -> bool:
    """Whether a line plainly goes on in the next: behind a comma, or where a word begins with a small letter."""
    return before.norm in _COMMAS or (before.norm[-1].isalnum() and after.text[0].islower())


class _WrappedLines:
    """A text whose lines were broken to a width: only empty lines and short ones end a paragraph."""

    def __init__(self, text: str, width: int) -> None:
        self._text = text
        self._short = 0.6 * width

    @classmethod
    def of(cls, text: str) -> _WrappedLines | None:
        """``None`` for a text whose lines are its paragraphs."""
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 6:
            return None
        width = max(map(len, lines))
        if not 40 <= width <= 120:
            return None
        full = sum(len(line) >= 0.75 * width for line in lines)
        stopped = sum(line.rstrip()[-1] in '.!?؟:»”"' for line in lines)
        return cls(text, width) if full >= 0.6 * len(lines) and stopped <= 0.5 * len(lines) else None

    def breaks(self, gap: str, end: int) -> bool:
        """Whether the white space ``gap``, from raw offset ``end``, ends a paragraph."""
        if gap.count("\n") > 1:
            return True
        return end - (self._text.rfind("\n", 0, end) + 1) < self._short
