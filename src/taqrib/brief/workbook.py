"""The brief as a workbook: the gap matrix first, a sheet for each section, and the quotes that they open.

A cell holds words and never a formula, whatever the words begin with; each number of an entry is a link to its row
among the quotes. An Arabic workbook's sheets run from right to left.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.xml.functions import tostring

from taqrib.brief.archive import midnight, repacked
from taqrib.brief.csv_table import ACTING
from taqrib.brief.directions import is_right_to_left
from taqrib.brief.lines import one_line, visible
from taqrib.brief.rows import told_rows
from taqrib.brief.runs import written
from taqrib.brief.telling import told
from taqrib.brief.tongue import tongue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from taqrib.brief.document import Card, Document
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan
    from taqrib.brief.rows import ToldRow
    from taqrib.brief.runs import Runs

LONGEST_CELL = 32_767
"""Characters. More than this no cell of a workbook may hold; in UTF-16, as Excel counts."""

TALLEST_ROW = 409
"""Points; no spreadsheet shows a taller one."""

_LINE, _NARROW = 14.5, 9  # a line's height in points; the width, in characters, of a column that holds a number

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as the code of a character (ECMA-376, part 1, 22.9.2.19)."""

_LINK, _HEAD = "001F4E79", PatternFill("solid", fgColor="F4F1EA")
_FONT = "Arial"  # has Arabic letters wherever there is a spreadsheet


def as_xlsx(plan: Plan, material: Material, language: Language) -> bytes:
    """The brief in ``language``, as a workbook (Office Open XML).

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    """
    writer = _Writer(told(plan, material, language), material)
    book = writer.write()
    properties = book.properties
    properties.creator = "Taqrib"
    properties.title = visible(f"{writer.document.title}: {writer.document.case}")
    # the day the brief is about, not the moment of writing: the same brief is the same file
    properties.created = midnight(material.until).replace(tzinfo=None)
    held = io.BytesIO()
    book.save(held)
    properties.modified = properties.created
    return repacked(held.getvalue(), replaced={"docProps/core.xml": tostring(properties.to_tree())})


class _Writer:
    def __init__(self, document: Document, material: Material) -> None:
        self.document = document
        self.material = material
        self.rtl = document.direction == "rtl"
        self.phrases = tongue(document.language).phrases["files"]
        self.book = Workbook()
        self._quote_rows = {card.entry: place for place, card in enumerate(document.cards, start=2)}
        self._places: dict[str, tuple[str, str]] = {}

    def write(self) -> Workbook:
        self.book.remove(self.book.worksheets[0])
        self._matrix()
        rows = [row for row in told_rows(self.document) if row.part.table is None]
        for part in self.document.parts:
            if part.name != "gaps":
                self._section(part.name, part.note, [row for row in rows if row.part is part])
        self._quotes()
        return self.book

    def _matrix(self) -> None:
        part = next(part for part in self.document.parts if part.name == "gaps")
        sheet = self._sheet("gaps")
        if part.table is None:
            self._put(sheet, 1, 1, part.note or "")
            self._lay_out(sheet, [60])
            return
        table = part.table
        heads = [table.issue_heading, table.state_heading, *map(self._text, table.columns), self.phrases["entries"]]
        self._heads(sheet, heads, kept=2)
        for line, row in enumerate(table.rows, start=2):
            self._put(sheet, line, 1, self._text(row.issue), bold=True)
            self._put(sheet, line, 2, row.state_word)
            for column, cell in enumerate(row.cells, start=3):
                put = self._put(sheet, line, column, "\n".join(self._text(position.runs) for position in cell))
                self._places |= {position.anchor: (sheet.title, put.coordinate) for position in cell}
            cited = [entry for cell in row.cells for position in cell for entry in position.entries]
            self._open_quotes(sheet, line, len(heads), cited)
        below = len(table.rows) + 3
        notes = [self._text(table.silent)] if table.silent else []
        for line, note in enumerate([*notes, *(f"{state}: {meaning}" for state, meaning in table.legend)], start=below):
            self._put(sheet, line, 1, note)
            sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=len(heads))
        self._lay_out(sheet, [34, 16, *[38] * len(table.columns)])

    def _section(self, name: str, note: str | None, rows: list[ToldRow]) -> None:
        sheet = self._sheet(name)
        with_topics = any(row.topic for row in rows)
        heads = [self.phrases["sentence"], self.phrases["entries"]]
        if with_topics:
            heads.insert(0, tongue(self.document.language).phrase("headings", "issue"))
        self._heads(sheet, heads)
        if note:
            self._put(sheet, 2, 1, note)
        for line, row in enumerate(rows, start=2):
            if with_topics:
                self._put(sheet, line, 1, self._text(row.topic), bold=True)
            told_in = self._put(sheet, line, len(heads) - 1, self._text(row.sentence.runs))
            self._places[row.sentence.anchor] = (sheet.title, told_in.coordinate)
            self._open_quotes(sheet, line, len(heads), row.sentence.entries)
        self._lay_out(sheet, [*([34] if with_topics else []), 90])

    def _quotes(self) -> None:
        sheet = self._sheet("quotes")
        phrases, cards = self.phrases, tongue(self.document.language).phrases["cards"]
        heads = [phrases[name] for name in ("entry", "kind", "quote", "who")]
        heads += [cards["voice"], cards["day"], phrases["source"], phrases["report_title"], cards["published"]]
        heads += [cards["reliability"], cards["credibility"], phrases["report_id"]]
        heads += [phrases["start"], phrases["end"], cards["back"]]
        self._heads(sheet, heads)
        for card in self.document.cards:
            self._quote(sheet, self._quote_rows[card.entry], card, cards)
        self._lay_out(sheet, [9, 11, 70, 32, 30, 26, 24, 34, 26, 18, 18, 12, 11, 11, 20])

    def _quote(self, sheet: Worksheet, line: int, card: Card, names: dict[str, str]) -> None:
        entry = self.material.entries[card.entry]
        report = self.material.reports[entry.report]
        told_lines = {name: self._text(runs) for name, runs in card.lines}
        first = self._text(card.lines[0][1])
        values = [card.entry, card.kind, visible(card.quote), first]
        values += [told_lines.get(names["voice"], ""), told_lines.get(names["day"], "")]
        values += [visible(one_line(report.source or "")), visible(one_line(report.title or report.stem))]
        values += [told_lines.get(names[name], "") for name in ("published", "reliability", "credibility")]
        values += [report.id]
        for column, value in enumerate(values, start=1):
            self._put(sheet, line, column, value)
        for column, offset in enumerate(entry.span, start=len(values) + 1):
            sheet.cell(line, column, offset).alignment = self._aligned()
        turned = is_right_to_left(card.quote, card.language)
        sheet.cell(line, 3).alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2 if turned else 1)
        for anchor in card.cited_in[:1]:
            back = self._put(sheet, line, len(values) + 3, self.document.back)
            title, coordinate = self._places[anchor]
            self._link(back, title, coordinate)

    def _sheet(self, name: str) -> Worksheet:
        sheet: Worksheet = self.book.create_sheet(self.phrases["sheets"][name])
        sheet.sheet_view.rightToLeft = self.rtl
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToHeight = False
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        return sheet

    def _heads(self, sheet: Worksheet, heads: list[str], *, kept: int = 1) -> None:
        """Heads that stay in sight however far the sheet is scrolled, and so do the first ``kept`` columns."""
        for column, head in enumerate(heads, start=1):
            self._put(sheet, 1, column, head, bold=True).fill = _HEAD
        sheet.freeze_panes = f"{get_column_letter(kept + 1)}2"
        sheet.print_title_rows = "1:1"

    def _put(self, sheet: Worksheet, line: int, column: int, text: str, *, bold: bool = False) -> Cell:
        """Words in a cell: always a string, so that no sign at their beginning makes them a formula.

        :param text: with nothing in it that acts unseen.
        """
        cell = cast("Cell", sheet.cell(line, column))  # written before any are merged
        cell.value = self._fitting(_ESCAPED.sub("_x005F_", text))
        cell.data_type = "s"
        cell.font = Font(name=_FONT, size=10, bold=bold)
        cell.alignment = self._aligned()
        # also when somebody edits the cell or saves the sheet as CSV, Excel then takes it for words
        cell.quotePrefix = text.startswith(ACTING)
        return cell

    def _fitting(self, text: str) -> str:
        if len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
            return text
        cut = str(self.phrases["cut"])
        kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(cut))].decode("utf-16-le", "ignore")
        return kept + cut

    def _open_quotes(self, sheet: Worksheet, line: int, column: int, entries: Iterable[str]) -> None:
        """The numbers of entries in cells of their own, from ``column`` on: a cell holds one link at most."""
        for place, entry in enumerate(dict.fromkeys(entries), start=column):
            row = self._quote_rows[entry]
            self._link(self._put(sheet, line, place, entry), self.phrases["sheets"]["quotes"], f"A{row}")

    def _link(self, cell: Cell, sheet: str, coordinate: str) -> None:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!{coordinate}")
        cell.font = Font(name=_FONT, size=10, color=_LINK)

    def _aligned(self) -> Alignment:
        return Alignment(wrap_text=True, vertical="top", readingOrder=2 if self.rtl else 1)

    def _text(self, runs: Runs) -> str:
        return written(runs, self.document.quotation, rtl=self.rtl)

    @staticmethod
    def _lay_out(sheet: Worksheet, widths: list[int]) -> None:
        """Give the columns their widths, and each row the height its longest cell needs when wrapped."""
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        merged = {area.min_row for area in sheet.merged_cells.ranges}
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            wide = [sum(widths)] if line in merged else [*widths, *[_NARROW] * len(cells)]
            lines = max(_lines(str(text or ""), width) for text, width in zip(cells, wide, strict=False))
            # spreadsheets measure rows only while somebody edits them, so a new file has to say
            sheet.row_dimensions[line].height = min(_LINE * lines + 2, TALLEST_ROW)


def _lines(text: str, width: int) -> int:
    """How many lines ``text`` takes in a column ``width`` characters wide, or a little more."""
    return sum(-(-len(line) // max(1, width - 2)) or 1 for line in text.split("\n"))
