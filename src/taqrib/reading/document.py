"""One report laid out for the rules: tokens, sentences, quotations.

Built once per report and shared by every layer. The same layout serves both languages: what a word *means* is the
language pack's business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from taqrib.normal import View
    from taqrib.reading.findings import Span


class Token:
    """One word, number or mark.

    :ivar start: raw offset of the first code point.
    :ivar end: raw offset past the last.
    :ivar text: the raw characters.
    :ivar norm: the normalised form, lower case: what lexicons know.
    """

    __slots__ = ("end", "norm", "start", "text")

    def __init__(self, start: int, end: int, text: str, norm: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.norm = norm

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.end}, {self.text!r})"


@dataclass(slots=True)
class Sentence:
    """A run of tokens, ``document.tokens[first:last]``.

    ``paragraph`` counts paragraphs from 0: the lines of the text, unless its lines were broken to a width.
    """

    first: int
    last: int
    paragraph: int


@dataclass(slots=True)
class Quote:
    """A quotation: tokens ``first:last`` stand between the marks; ``span`` is the raw text between them, trimmed."""

    first: int
    last: int
    span: Span


@dataclass(slots=True)
class Document:
    """A report's text, ready for the rules.

    :ivar quotes: the outermost quotations.
    :ivar inner_quotes: the quotations inside those, without any deeper ones.
    :ivar analysis: what the language pack has worked out of this text and asks for again in a later layer, under names
        of its own. It lives and dies with the document, so that two reports never share a memory.
    """

    view: View
    published: date | None
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    inner_quotes: list[Quote] = field(default_factory=list)
    analysis: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text as captured."""
        return self.view.raw
