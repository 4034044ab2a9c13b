"""The brief as a Word document: real headings, a real table, and each number a link to its quote and back.

Right to left is said where Word looks for it: of each paragraph (``w:bidi``), of each run (``w:rtl``), of the table
(``w:bidiVisual``) and of the section. Each text from a report runs in its own direction and names its own language, so
that brackets, numbers and spelling checks come out right on either side. See ECMA-376, part 1, chapters 17.3 and 17.4.
"""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from taqrib.brief.archive import midnight, repacked
from taqrib.brief.directions import is_right_to_left
from taqrib.brief.lines import visible
from taqrib.brief.runs import Words
from taqrib.brief.telling import told
from taqrib.brief.tongue import tongue
from taqrib.brief.word_paragraphs import Paragraphs
from taqrib.brief.word_styles import Look, dress

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

    from taqrib.brief.document import Card, Document, Part, Row, Table
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan
    from taqrib.brief.runs import Runs

LONGEST_PROPERTY = 255
"""Characters; python-docx refuses a longer title."""

WIDEST_UPRIGHT = 3
"""How many actors fit beside each other on an upright page; more of them turn the matrix's page on its side."""


def as_docx(plan: Plan, material: Material, language: Language) -> bytes:
    """The brief in ``language``, as a Word document (Office Open XML).

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    """
    document = told(plan, material, language)
    writer = _Writer(document)
    writer.write()
    properties = writer.word.core_properties
    properties.title = visible(f"{document.title}: {document.case}")[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = "Taqrib"
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = language
    # the day the brief is about, not the moment of writing: the same brief is the same file
    properties.created = properties.modified = midnight(material.until)
    held = io.BytesIO()
    writer.word.save(held)
    return repacked(held.getvalue())


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.word: WordDocument = docx.Document()
        self.rtl = document.direction == "rtl"
        looks = dress(self.word, rtl=self.rtl)
        self.paragraphs = Paragraphs(
            document.language, document.quotation, rtl=self.rtl, looks=looks, numbers=itertools.count(1)
        )

    def write(self) -> None:
        self._margins()
        self._head()
        for part in self.document.parts:
            self._part(part)
        self._appendix()

    def _head(self) -> None:
        document = self.document
        self._line(document.title, Look.KIND)
        self._line(document.case, Look.TITLE)
        for name, value in document.facts:
            self._line(f"{name}: {value}", Look.FACT)
        if document.quiet:
            self._line(document.quiet, Look.QUIET)
        for part in document.parts:
            self._content(part.heading, part.count, part.name)
        self._content(document.appendix_heading, document.appendix_count, "appendix")
        self._line(document.guide, Look.NOTE)

    def _content(self, heading: str, count: str, anchor: str) -> None:
        paragraph = self._paragraph(Look.CONTENT)
        self.paragraphs.link(paragraph, heading, anchor)
        self.paragraphs.add(paragraph, (Words(f" ({count})"),))

    def _part(self, part: Part) -> None:
        is_wide = part.table is not None and len(part.table.columns) > WIDEST_UPRIGHT
        if is_wide:
            self._turned(WD_ORIENT.LANDSCAPE)
        with self.paragraphs.marked(self._line(part.heading, Look.HEADING), part.name):
            pass
        if part.note:
            self._line(part.note, Look.NOTE)
        for group in part.groups:
            if group.heading:
                self._told(group.heading, Look.TOPIC)
            for sentence in group.sentences:
                with self.paragraphs.marked(self._paragraph(Look.SENTENCE), sentence.anchor) as paragraph:
                    self.paragraphs.add(paragraph, sentence.runs)
        if part.table:
            self._table(part.table)
        if is_wide:
            self._turned(WD_ORIENT.PORTRAIT)

    def _table(self, table: Table) -> None:
        made = self.word.add_table(rows=1, cols=2 + len(table.columns), style="Table Grid")
        heads: list[Runs] = [(Words(table.issue_heading),), (Words(table.state_heading),), *table.columns]
        for cell, head in zip(made.rows[0].cells, heads, strict=True):
            self._into(cell.paragraphs[0], head, Look.TABLE_HEAD)
        self.paragraphs.repeat_first_row(made)
        for row in table.rows:
            self._row(made, row)
        self.paragraphs.lay_out(made, self._widths(len(table.columns)))
        self.paragraphs.keep_rows_whole(made)
        self._line("", Look.GAP)
        if table.silent:
            self._told(table.silent, Look.NOTE)
        for state, meaning in table.legend:
            self._line(f"{state}: {meaning}", Look.LEGEND)

    def _widths(self, actors: int) -> list[int]:
        """The page's width shared out: the state is a word, all other columns are sentences."""
        section = self.word.sections[-1]
        page = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        state = int(Mm(24))
        return [(page - state) // (actors + 1), state, *[(page - state) // (actors + 1)] * actors]

    def _row(self, made: WordTable, row: Row) -> None:
        issue, state, *cells = made.add_row().cells  # type: ignore[no-untyped-call] # python-docx leaves it untyped
        self._into(issue.paragraphs[0], row.issue, Look.TABLE_HEAD)
        self._into(state.paragraphs[0], (Words(row.state_word),), Look.STATE)
        for cell, positions in zip(cells, row.cells, strict=True):
            for place, position in enumerate(positions):
                paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
                with self.paragraphs.marked(paragraph, position.anchor):
                    self._into(paragraph, position.runs, Look.CELL if position.entries else Look.NOTHING)

    def _appendix(self) -> None:
        with self.paragraphs.marked(self._line(self.document.appendix_heading, Look.NEW_PAGE_HEADING), "appendix"):
            pass
        if not self.document.cards:
            self._line(self.document.appendix_empty, Look.NOTE)
        for card in self.document.cards:
            self._card(card)

    def _card(self, card: Card) -> None:
        with self.paragraphs.marked(self._paragraph(Look.TOPIC), card.entry) as paragraph:
            self.paragraphs.add(paragraph, (*card.title, Words(f" ({card.kind})")))
        rtl = is_right_to_left(card.quote, card.language)
        words = self.paragraphs.of_language(card.language, rtl=rtl)
        quote = words.begin(self.word.add_paragraph(), Look.QUOTE)
        for text, look in ((card.before, Look.AROUND), (card.quote, Look.MARKED), (card.after, Look.AROUND)):
            words.text(quote, visible(text), card.language, rtl=rtl, look=look)
        for name, runs in card.lines:
            self._told((Words(f"{name}: "), *runs), Look.CARD)
        back = self._paragraph(Look.CARD)
        for place, anchor in enumerate(card.cited_in, start=1):
            many = f" {place}" if len(card.cited_in) > 1 else ""
            if place > 1:
                self.paragraphs.add(back, (Words("   "),))
            self.paragraphs.link(back, f"{self.document.back}{many}", anchor)

    def _line(self, text: str, look: Look) -> Paragraph:
        return self._told((Words(text),) if text else (), look)

    def _told(self, runs: Runs, look: Look) -> Paragraph:
        return self._into(self.word.add_paragraph(), runs, look)

    def _into(self, paragraph: Paragraph, runs: Runs, look: Look) -> Paragraph:
        self.paragraphs.add(self.paragraphs.begin(paragraph, look), runs)
        return paragraph

    def _paragraph(self, look: Look) -> Paragraph:
        return self.paragraphs.begin(self.word.add_paragraph(), look)

    def _margins(self) -> None:
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(20)
        self.paragraphs.turn_section(section)
        header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
        self._into(header, (Words(f"{self.document.title}: {self.document.case}"),), Look.EDGE)
        page = tongue(self.document.language).phrase("files", "page")
        self.paragraphs.page_number(self.paragraphs.begin(footer, Look.EDGE), page)

    def _turned(self, orientation: WD_ORIENT) -> None:
        """A new page, upright or on its side; its edges are those of the pages before."""
        section = self.word.add_section()
        if section.orientation != orientation:
            section.orientation = orientation
            section.page_width, section.page_height = section.page_height, section.page_width
        self.paragraphs.turn_section(section)
