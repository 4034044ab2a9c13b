"""Where quotations open and close in an English text.

A curly opening mark inside an open quotation begins its next paragraph and opens nothing new; a straight mark opens and
closes by turns. A quotation that never closes is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Token


class Quotation(NamedTuple):
    """The tokens ``first`` (the opening mark) and ``last`` (the closing mark)."""

    first: int
    last: int


_OPENS = {"“": "”", "«": "»", "„": "”", "‘": "’"}
_LONGEST = 700
"""Tokens after which an unclosed mark is taken for a misprint."""


def quotations(tokens: Sequence[Token], text: str) -> list[Quotation]:
    """The outermost quotations in order."""
    found: list[Quotation] = []
    opened: int | None = None
    closer = ""
    for index, token in enumerate(tokens):
        mark = token.text
        if len(mark) > 1 or mark.isalnum():
            continue
        if opened is not None and index - opened > _LONGEST:
            opened = None
        if opened is None:
            if mark in _OPENS:
                opened, closer = index, _OPENS[mark]
            elif mark == '"':
                opened, closer = index, '"'
        elif mark == closer and not _reopens(mark, token.start, text):
            if mark == "’" and not _ends_single(tokens, index, text):
                continue
            if index > opened + 1:
                found.append(Quotation(opened, index))
            opened = None
        elif mark == "“" and closer == "’":  # a double mark is stronger than a stray apostrophe
            opened, closer = index, "”"
    return found


def _reopens(mark: str, start: int, text: str) -> bool:
    """Whether a straight mark begins the next paragraph of an open quotation."""
    return mark == '"' and start > 0 and text[start - 1] == "\n"


def _ends_single(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Whether a single curly mark closes a quotation: after a stop or comma, or before one; else it is a genitive."""
    end = tokens[index].end
    return tokens[index - 1].text in {".", ",", "?", "!", "…"} or end >= len(text) or text[end] in ".,;:!?)" or not tokens[index - 1].norm.endswith("s")
