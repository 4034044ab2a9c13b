"""From a text to its document: its tokens, then its quotations, then its sentences."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from taqrib.normal import MARKS, View, normalised, view
from taqrib.reading.document import Document, Token
from taqrib.reading.quotation import quotes
from taqrib.reading.sentences import sentences

if TYPE_CHECKING:
    from datetime import date

_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff"
_TOKEN = re.compile(
    r"[A-Za-z]++(?:['\-‐‑][A-Za-z]++)*+(?!['\-‐‑]?+[^\W_" + _ARABIC + "])"  # what most of an English text is, first
    r"|\d++(?:[.,]\d++)*+(?![^\W_" + _ARABIC + "])"  # a number, with its separators; «و13» is two tokens
    "|[" + _ARABIC + "]++"  # an Arabic word
    r"|(?:\d++[.,])*+[^\W_" + _ARABIC + r"]++(?:['\-‐‑][^\W_" + _ARABIC + "]++)*+"  # with English clitics and hyphens
    r"|\.{2,}+|…"
    r"|[^\s]"
)
_GLUED = re.compile(f"ة[{MARKS}]*(?=[ء-ي])(?!ـ)|ى(?=ال)")  # neither letter stands inside a word


def lay_out(text: str, *, published: date | None = None) -> Document:
    """The tokens, sentences and quotations of ``text``, in time linear in its length."""
    document = Document(view(text), published)
    document.tokens = _tokens(document.view)
    document.quotes, document.inner_quotes = quotes(document)
    document.sentences = sentences(document)  # after the quotations: a full stop inside one ends no sentence
    return document


def _tokens(seen: View) -> list[Token]:
    raw, span = seen.raw, seen.span
    if seen.even and not ("ة" in raw or "ى" in raw):  # offsets are the raw ones, and no letter tells glued words apart
        return [
            Token(start := match.start(), end := match.end(), raw[start:end], match.group().lower())
            for match in _TOKEN.finditer(seen.text)
        ]
    tokens = []
    for match in _TOKEN.finditer(seen.text):
        start, end = span(match.start(), match.end())
        text = raw[start:end]
        if ("ة" in text or "ى" in text) and _GLUED.search(text):
            tokens.extend(_unglued(start, text))
        else:
            tokens.append(Token(start, end, text, match.group().lower()))
    return tokens


def _unglued(start: int, text: str) -> list[Token]:
    """Words that lost the space between them: «المتحدةالأميركية», «إلىالقاهرة»."""
    cuts = [0, *(match.end() for match in _GLUED.finditer(text)), len(text)]
    return [
        Token(start + first, start + last, text[first:last], normalised(text[first:last]).lower())
        for first, last in pairwise(cuts)
    ]
