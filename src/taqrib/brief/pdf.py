"""The brief on paper: PDF set by typst, whose compiler is inside its package and loads nothing.

The words go to the template as data, never as markup, so that no report can command the typesetter. Right to left, the
fonts and the links are the template's (``page.typ``).
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import typst

from taqrib.brief.archive import midnight
from taqrib.brief.directions import is_right_to_left, marks
from taqrib.brief.lines import one_line, visible
from taqrib.brief.runs import Label, Name, Quote, Reference, Words
from taqrib.brief.telling import told
from taqrib.brief.tongue import tongue
from taqrib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taqrib.brief.document import Card, Document, Part, Sentence, Table
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan
    from taqrib.brief.runs import Run, Runs

LATIN_FONT = "Libertinus Serif"
"""Inside typst, so that it is there on every machine."""

ARABIC_FONTS = ("Noto Naskh Arabic", "Amiri", "Scheherazade New", "Noto Sans Arabic", "KacstBook", "Geeza Pro", "Arial")
"""The fonts with Arabic letters that are looked for, the best for a printed page first."""

WIDEST_UPRIGHT = 3
"""How many actors fit beside each other on an upright page; more of them turn the matrix's page on its side."""


def as_pdf(plan: Plan, material: Material, language: Language) -> bytes:
    """The brief in ``language``, as a PDF of A4 pages.

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    :raises NotFound: if no font with Arabic letters is installed; the quotes of either language need one.
    """
    document = told(plan, material, language)
    data = _Data(document).whole(fonts=[LATIN_FONT, arabic_font()])
    page = files("taqrib.brief").joinpath("page.typ").read_bytes()
    made = typst.compile(
        page,
        format="pdf",
        sys_inputs={"brief": json.dumps(data, ensure_ascii=False)},
        # the day the brief is about, not the moment of writing: the same brief is the same file
        timestamp=midnight(material.until),
    )
    assert isinstance(made, bytes)  # noqa: S101 - one PDF, asked for without a file to write to
    return made


def arabic_font(installed: Sequence[str] | None = None) -> str:
    """The best installed font with Arabic letters.

    :param installed: the families to choose from; by default those of this machine.
    :raises NotFound: if there is none.
    """
    families = set(typst.Fonts().families() if installed is None else installed)
    for font in ARABIC_FONTS:
        if font in families:
            return font
    raise NotFound(
        f"expected a font with Arabic letters for the PDF, found none of {', '.join(ARABIC_FONTS)}; "
        "install Debian's fonts-noto-core, or write docx or html instead"
    )


class _Data:
    """What the template needs, as JSON values."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.rtl = document.direction == "rtl"

    def whole(self, *, fonts: list[str]) -> dict[str, Any]:
        document = self.document
        return {
            "fonts": fonts,
            "language": document.language,
            "direction": document.direction,
            "page": tongue(document.language).phrase("files", "page"),
            "title": document.title,
            "case": visible(document.case),
            "facts": [[name, visible(value)] for name, value in document.facts],
            "quiet": document.quiet,
            "guide": document.guide,
            "contents": [
                *([part.heading, part.count, part.name] for part in document.parts),
                [document.appendix_heading, document.appendix_count, "appendix"],
            ],
            "parts": [self._part(part) for part in document.parts],
            "appendix": {
                "heading": document.appendix_heading,
                "empty": document.appendix_empty,
                "cards": [self._card(card) for card in document.cards],
            },
        }

    def _part(self, part: Part) -> dict[str, Any]:
        return {
            "name": part.name,
            "heading": part.heading,
            "note": part.note,
            "wide": part.table is not None and len(part.table.columns) > WIDEST_UPRIGHT,
            "groups": [
                {
                    "heading": self._runs(group.heading or ()),
                    "sentences": [self._sentence(sentence) for sentence in group.sentences],
                }
                for group in part.groups
            ],
            "table": self._table(part.table) if part.table else None,
        }

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "issue_heading": table.issue_heading,
            "state_heading": table.state_heading,
            "columns": [self._runs(column) for column in table.columns],
            "rows": [
                {
                    "issue": self._runs(row.issue),
                    "state": row.state_word,
                    "cells": [[self._sentence(position) for position in cell] for cell in row.cells],
                }
                for row in table.rows
            ],
            "silent": self._runs(table.silent),
            "legend": table.legend,
        }

    def _sentence(self, sentence: Sentence) -> dict[str, Any]:
        return {"anchor": sentence.anchor, "empty": not sentence.entries, "runs": self._runs(sentence.runs)}

    def _card(self, card: Card) -> dict[str, Any]:
        many = len(card.cited_in) > 1
        return {
            "entry": card.entry,
            "title": self._runs(card.title),
            "kind": card.kind,
            "language": _language(card.language),
            "direction": "rtl" if is_right_to_left(card.quote, card.language) else "ltr",
            "before": visible(card.before),
            "quote": visible(card.quote),
            "after": visible(card.after),
            "lines": [{"name": name, "runs": self._runs(runs)} for name, runs in card.lines],
            "back": [
                [f"{self.document.back} {place}" if many else self.document.back, anchor]
                for place, anchor in enumerate(card.cited_in, start=1)
            ],
        }

    def _runs(self, runs: Runs) -> list[list[str]]:
        return [piece for run in runs for piece in self._run(run)]

    def _run(self, run: Run) -> Iterator[list[str]]:
        """Pieces of the kinds ``words``, ``label``, ``foreign`` and ``reference``, with their language and direction.

        The template keeps a foreign piece in order by its direction; only the mark that gives the line its own order
        back is left to do here.
        """
        own = (self.document.language, self.document.direction)
        match run:
            case Words(text):
                yield ["words", visible(text), *own]
            case Label(text):
                words = visible(one_line(text))
                yield ["label", words, *own]
                yield ["words", marks(words, rtl=self.rtl, line_rtl=self.rtl)[1], *own]
            case Quote(text, language) | Name(text, language):
                words = visible(one_line(text))
                rtl = is_right_to_left(words, language)
                opening, closing = self.document.quotation if isinstance(run, Quote) else ("", "")
                yield ["words", opening, *own]
                yield ["foreign", words, _language(language), "rtl" if rtl else "ltr"]
                yield ["words", closing + marks(words, rtl=rtl, line_rtl=self.rtl)[1], *own]
            case Reference(entry):
                yield ["reference", entry, "en", "ltr"]
                yield ["words", marks(entry, rtl=False, line_rtl=self.rtl)[1], *own]


def _language(language: str) -> str:
    """A code typst takes; of a language nobody named it knows nothing, and neither do we."""
    return language if len(language) in {2, 3} and language.isascii() and language.isalpha() else "und"
