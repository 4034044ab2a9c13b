"""Paragraphs and runs of a Word document that say their direction and their language."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from taqrib.brief.directions import is_right_to_left, set_apart
from taqrib.brief.lines import one_line, visible
from taqrib.brief.runs import Label, Name, Quote, Reference, Words
from taqrib.brief.word_styles import Look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.section import Section
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run as WordRun

    from taqrib.brief.runs import Run, Runs

# Word's spelling checker knows no Arabic without a country; this is the one Word itself takes for plain Arabic.
_PROOFING = {"ar": "ar-SA", "en": "en-GB"}

# What may follow an element inside its parent, in the schema's order (ECMA-376, part 1, CT_PPrBase and CT_TblPrBase).
_AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
)
_AFTER_BIDI_VISUAL = (
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblCellSpacing",
    "w:tblInd",
    "w:tblBorders",
    "w:shd",
    "w:tblLayout",
    "w:tblCellMar",
    "w:tblLook",
)


class Paragraphs:
    """Writes runs into paragraphs of one direction.

    :param language: of the words that say no other.
    :param quotation: the marks before and after a quote.
    :param rtl: whether the paragraphs run from right to left.
    :param looks: look -> the id of its style.
    :param numbers: of the document's bookmarks, none twice.
    """

    def __init__(
        self, language: str, quotation: tuple[str, str], *, rtl: bool, looks: Mapping[Look, str], numbers: Iterator[int]
    ) -> None:
        self._language = language
        self._quotation = quotation
        self._rtl = rtl
        self._looks = looks
        self._numbers = numbers

    def of_language(self, language: str, *, rtl: bool) -> Paragraphs:
        """The same for paragraphs of another language and direction, in the same document."""
        return Paragraphs(language, self._quotation, rtl=rtl, looks=self._looks, numbers=self._numbers)

    def begin(self, paragraph: Paragraph, look: Look) -> Paragraph:
        """Give an empty paragraph its look and its direction."""
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx looks a style up by its name each time
        properties.style = self._looks[look]
        if self._rtl:
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        return paragraph

    def add(self, paragraph: Paragraph, runs: Runs) -> None:
        """Append ``runs``, each in its own direction and language, references as links."""
        for run in runs:
            self._run(paragraph, run)

    def _run(self, paragraph: Paragraph, run: Run) -> None:
        match run:
            case Words(text):
                self._ours(paragraph, visible(text))
            case Label(text):
                self._apart(paragraph, text, self._language, rtl=self._rtl, look=Look.LABEL)
            case Quote(text, language):
                self._ours(paragraph, self._quotation[0])
                self._apart(paragraph, text, language, closing=self._quotation[1])
            case Name(text, language):
                self._apart(paragraph, text, language)
            case Reference(entry):
                shown, after = set_apart(f"[{entry}]", rtl=False, line_rtl=self._rtl)
                self._link(paragraph, shown, entry, "en", rtl=False, look=Look.REFERENCE)
                self._ours(paragraph, after)

    def _ours(self, paragraph: Paragraph, text: str) -> None:
        self.text(paragraph, text, self._language, rtl=self._rtl)

    def _apart(
        self,
        paragraph: Paragraph,
        text: str,
        language: str,
        *,
        closing: str = "",
        rtl: bool | None = None,
        look: Look | None = None,
    ) -> None:
        """A text that is not the brief's own; Word goes by the runs, LibreOffice by the marks around them."""
        words = visible(one_line(text))
        rtl = is_right_to_left(words, language) if rtl is None else rtl
        words, after = set_apart(words, rtl=rtl, line_rtl=self._rtl)
        self.text(paragraph, words, language, rtl=rtl, look=look)
        self._ours(paragraph, closing + after)

    def text(self, parent: Paragraph, text: str, language: str, *, rtl: bool, look: Look | None = None) -> None:
        """Append one run; line breaks and tabs in ``text`` are kept."""
        if text:
            self._dress(parent.add_run(text), language, rtl=rtl, look=look)

    def link(self, paragraph: Paragraph, text: str, anchor: str) -> None:
        """Append ``text``, the brief's own, as a link to the bookmark ``anchor`` of the same document."""
        self._link(paragraph, text, anchor, self._language, rtl=self._rtl, look=Look.LINK)

    def _link(self, paragraph: Paragraph, text: str, anchor: str, language: str, *, rtl: bool, look: Look) -> None:
        self.text(paragraph, text, language, rtl=rtl, look=look)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), anchor)
        link.set(qn("w:history"), "1")
        run = paragraph.runs[-1]._r  # noqa: SLF001 - python-docx makes no links inside a document
        run.addprevious(link)
        link.append(run)

    def page_number(self, paragraph: Paragraph, pattern: str) -> None:
        """Append ``pattern`` with the numbers of the page and of all pages, which Word counts."""
        fields = {"{number}": "PAGE", "{total}": "NUMPAGES"}
        for piece in re.split(r"(\{\w+\})", pattern):
            if piece in fields:
                self._field(paragraph, fields[piece])
            else:
                self._ours(paragraph, piece)

    def _field(self, paragraph: Paragraph, code: str) -> None:
        # a w:fldSimple may hold no direction of its own in every program; the three marks may
        for kind in ("begin", code, "separate", "1", "end"):
            run = paragraph.add_run()
            self._dress(run, self._language, rtl=self._rtl)
            if kind == "1":
                run.add_text("1")
                continue
            mark = OxmlElement("w:instrText" if kind == code else "w:fldChar")
            if kind == code:
                mark.text = code
            else:
                mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - python-docx makes no fields

    def _dress(self, run: WordRun, language: str, *, rtl: bool, look: Look | None = None) -> None:
        if look:
            run._r.get_or_add_rPr().style = self._looks[look]  # noqa: SLF001 - as in begin
        if rtl:
            run.font.rtl = True
        lang = OxmlElement("w:lang")
        lang.set(qn("w:bidi" if rtl else "w:val"), _PROOFING.get(language, visible(language)))
        run._r.get_or_add_rPr().append(lang)  # noqa: SLF001 - python-docx knows no languages

    def lay_out(self, table: Table, widths: list[int]) -> None:
        """Let the table run in the paragraphs' direction.

        :param widths: of its columns, in EMU.
        """
        properties = table._tbl.tblPr  # noqa: SLF001 - python-docx sets this only with its own direction
        if self._rtl:
            properties.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_BIDI_VISUAL)
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width

    @staticmethod
    def repeat_first_row(table: Table) -> None:
        """Repeat the table's first row on every page it goes on to."""
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx cannot

    @staticmethod
    def keep_rows_whole(table: Table) -> None:
        """Let no row be broken by the end of a page."""
        for row in table.rows:
            row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx cannot

    def turn_section(self, section: Section) -> None:
        """Let the section's pages run in the paragraphs' direction."""
        properties = section._sectPr  # noqa: SLF001 - python-docx cannot
        if self._rtl and properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings")

    @contextmanager
    def marked(self, paragraph: Paragraph, name: str) -> Iterator[Paragraph]:
        """Make what the block adds to ``paragraph``, and what it already holds, a bookmark that links can open."""
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        number = str(next(self._numbers))
        for mark in (start, end):
            mark.set(qn("w:id"), number)
        start.set(qn("w:name"), name)
        body = paragraph._p  # noqa: SLF001 - python-docx makes no bookmarks
        held = [child for child in body if child.tag != qn("w:pPr")]
        if held:
            held[0].addprevious(start)
        else:
            body.append(start)
        yield paragraph
        body.append(end)
