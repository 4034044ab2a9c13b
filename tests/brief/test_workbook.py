"""The workbook: cells that are words, sheets that run as their language does, and links between them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from brief.imagined import River, entry, report
from brief.opened import write
from brief.test_formats import HOSTILE, hostile
from taqrib.brief.archive import EARLIEST
from taqrib.brief.workbook import LONGEST_CELL, TALLEST_ROW

if TYPE_CHECKING:
    from taqrib.brief import Language, Material


def raw(material: Material, language: Language = "en") -> bytes:
    content = write("xlsx", material, language)
    assert isinstance(content, bytes)
    return content


def book(language: Language = "en", material: Material | None = None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(raw(material or River().material(), language)))


def column(sheet: Any, head: str) -> list[Any]:
    place = [cell.value for cell in sheet[1]].index(head)
    return [row[place].value for row in sheet.iter_rows(min_row=2)]


def test_the_matrix_comes_first_and_the_quotes_last() -> None:
    assert book().sheetnames == [
        "Matrix",
        "What changed",
        "Meetings and rounds",
        "Where sources disagree",
        "What was said",
        "Quotes",
    ]


@pytest.mark.parametrize(("language", "turned"), [("ar", True), ("en", False)])
def test_the_sheets_run_as_the_language_does(language: Language, *, turned: bool) -> None:
    assert {bool(sheet.sheet_view.rightToLeft) for sheet in book(language)} == {turned}


def test_a_cell_of_the_matrix_says_what_is_held_and_names_its_entries() -> None:
    rows = list(book()["Matrix"].iter_rows(values_only=True))
    assert rows[0][:5] == ("Issue", "State", "Salmor", "Kerav", "Entries")
    assert rows[1][1] == "unknown"
    assert rows[1][2] == "a demand for two equal shares, since 8 May 2031 (day of publication), by others’ account [e1]"
    assert rows[1][4:6] == ("e1", "e8")
    assert rows[2][3] == "nothing on record"


def test_heads_stay_in_sight_and_long_words_are_wrapped() -> None:
    for sheet in book():
        assert sheet.freeze_panes == ("C2" if sheet.title == "Matrix" else "B2")  # an issue with its state
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value)
        assert all(0 < sheet.row_dimensions[row].height <= TALLEST_ROW for row in range(1, sheet.max_row + 1))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_number_of_an_entry_is_a_link_to_its_quote_and_every_quote_leads_back(language: Language) -> None:
    made = book(language)
    quotes = made.worksheets[-1]
    linked = 0
    for sheet in made.worksheets[:-1]:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if re.fullmatch(r"e\d+", str(cell.value)):
                    title, place = cell.hyperlink.location.split("!")
                    assert title.strip("'") == quotes.title
                    assert quotes[place].value == cell.value
                    linked += 1
    assert linked == 16
    for row in quotes.iter_rows(min_row=2):
        title, place = row[-1].hyperlink.location.split("!")
        assert row[0].value in made[title.strip("'")][place].value


def test_the_quotes_stand_as_captured_with_where_they_stand() -> None:
    river = River()
    quotes = book("en", river.material())["Quotes"]
    for row in quotes.iter_rows(min_row=2, values_only=True):
        kept = river.entries[row[0]]
        assert row[2] == kept.quote
        assert row[12:14] == kept.span
        assert row[11] == kept.report
    assert set(column(quotes, "Source")) == {"وكالة الضفة", "The Delta Courier"}


def test_a_quote_is_aligned_to_the_side_its_own_language_begins_on() -> None:
    quotes = book("en")["Quotes"]
    sides = {row[0].value: row[2].alignment.readingOrder for row in quotes.iter_rows(min_row=2)}
    assert (sides["e4"], sides["e6"]) == (1, 2)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_whatever_its_words_begin_with(text: str) -> None:
    made = book("en", hostile(text))
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(isinstance(cell.value, int) for cell in cells if cell.data_type == "n")
    with zipfile.ZipFile(io.BytesIO(raw(hostile(text)))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_what_could_be_taken_for_a_formula_is_marked_as_words_for_whoever_edits_it() -> None:
    quotes = book("en", hostile("=1+1"))["Quotes"]
    (row,) = [row for row in quotes.iter_rows(min_row=2) if row[0].value == "e20"]
    assert row[2].value == "=1+1"
    assert row[2].quotePrefix
    assert not quotes["A2"].quotePrefix


def test_words_too_long_for_a_cell_are_cut_and_say_so() -> None:
    river = River()
    long = "كلمة " * 8000 + "🕊" * 200
    river.reports["r3"] = report("r3", long)
    river.entries["e20"] = entry("e20", river.reports["r3"], long.strip())
    quotes = book("ar", river.material(said=("e20",)))["النصوص المنقولة"]
    (cell,) = [row[2].value for row in quotes.iter_rows(min_row=2) if row[0].value == "e20"]
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert cell.endswith("يُنظر التقرير]")


def test_the_file_bears_the_day_of_the_brief_and_no_moment_of_its_making() -> None:
    with zipfile.ZipFile(io.BytesIO(raw(River().material()))) as archive:
        assert {part.date_time for part in archive.infolist()} == {EARLIEST}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"20\d\d-\d\d-\d\dT[\d:]+Z", core)) == {"2031-05-09T00:00:00Z"}


def test_a_case_without_issues_has_a_matrix_that_says_so() -> None:
    matrix = book("en", replace(River().material(), gaps=(), changed=()))["Matrix"]
    assert matrix["A1"].value == "The case has no negotiated issues."
