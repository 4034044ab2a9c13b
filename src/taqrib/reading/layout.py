"""From a text to its document: tokens, and where quotations and sentences begin and end, in press text as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taqrib.reading.document import Document, Quote, Sentence, Token
from taqrib.reading.normal import View, view

if TYPE_CHECKING:
    from datetime import date

_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff"
_TOKEN = re.compile(
    r"\d++(?:[.,]\d++)*+(?![^\W_" + _ARABIC + "])"  # a number, with its separators; «و13» is two tokens
    "|[" + _ARABIC + "]++"  # an Arabic word
    r"|(?:\d++[.,])*+[^\W_" + _ARABIC + r"]++(?:['\-‐‑][^\W_" + _ARABIC + "]++)*+"  # with English clitics and hyphens
    r"|\.{2,}+|…"
    r"|[^\s]"
)


def lay_out(text: str, *, published: date | None = None) -> Document:
    """The tokens, sentences and quotations of ``text``, in time linear in its length."""
    document = Document(view(text), published)
    document.tokens = _tokens(document.view)
    document.quotes = quotes(document)
    document.sentences = sentences(document)  # after the quotations: a full stop inside one ends no sentence
    return document


def _tokens(seen: View) -> list[Token]:
    raw, span = seen.raw, seen.span
    tokens = []
    for match in _TOKEN.finditer(seen.text):
        start, end = span(match.start(), match.end())
        tokens.append(Token(start, end, raw[start:end], match.group().lower()))
    return tokens


_OPEN = {"«": "»", "“": "”", "„": "”", '"': '"', "”": "“"}
_ANY = {"“", "”", '"', "„"}
_ENDS = {".", "!", "?", "؟"}


def quotes(document: Document) -> list[Quote]:
    """The quotations of the text, outermost only, in order."""
    found: list[Quote] = []
    tokens = document.tokens
    opened: int | None = None
    closer: set[str] = set()
    for index, token in enumerate(tokens):
        if opened is None:
            if token.norm in _OPEN:
                opened = index
                closer = {"»"} if token.norm == "«" else _ANY
        elif token.norm in closer and not _reopens(document, index):
            if index > opened + 1:
                found.append(Quote(opened + 1, index, (tokens[opened + 1].start, tokens[index - 1].end)))
            opened = None
    return found


def _reopens(document: Document, index: int) -> bool:
    """Whether a mark inside a quotation opens its next paragraph: English repeats the opening mark there."""
    tokens, mark = document.tokens, document.tokens[index]
    begins = "\n" in document.text[tokens[index - 1].end : mark.start]
    return begins and mark.norm in _OPEN and index + 1 < len(tokens) and tokens[index + 1].start == mark.end


def sentences(document: Document) -> list[Sentence]:
    """The sentences of the text; a paragraph's end always ends one, a stop inside a quotation never does."""
    tokens, text = document.tokens, document.text
    inside: set[int] = set()
    for quote in document.quotes:
        inside.update(range(quote.first, quote.last))
    found: list[Sentence] = []
    first = paragraph = 0
    for index, token in enumerate(tokens):
        following = tokens[index + 1].start if index + 1 < len(tokens) else len(text)
        breaks = "\n" in text[token.end : following]
        stops = token.norm in _ENDS and index not in inside and following > token.end
        if breaks or stops or index + 1 == len(tokens):
            found.append(Sentence(first, index + 1, paragraph))
            first = index + 1
        if breaks:
            paragraph += 1
    return found
