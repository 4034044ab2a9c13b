"""CSV: a row for each sentence and entry, that a spreadsheet opens and never runs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from brief.imagined import River
from brief.opened import write
from brief.test_formats import HOSTILE, hostile
from brief.test_telling import document, references
from taqrib.brief.csv_table import ACTING, COLUMNS, as_words

if TYPE_CHECKING:
    from taqrib.brief import Language, Material


def text(material: Material, language: Language = "en") -> str:
    written = write("csv", material, language)
    assert isinstance(written, str)
    return written


def rows(material: Material, language: Language = "en") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(material, language).removeprefix("\ufeff"), newline="")))


def test_the_file_begins_as_excel_knows_utf_8_and_ends_its_lines_as_the_standard_says() -> None:
    written = text(River().material(), "ar")
    assert written.encode().startswith(b"\xef\xbb\xbfsection,issue,")
    assert written.count("\n") == written.count("\r\n")


def test_the_columns_are_the_same_in_both_languages() -> None:
    for language in ("ar", "en"):
        assert tuple(rows(River().material(), language)[0]) == COLUMNS


def test_there_is_a_row_for_each_sentence_and_each_entry_it_rests_on() -> None:
    material = River().material()
    told = [(row["number"], row["entry"]) for row in rows(material)]
    assert [row for row in told if row[1]] == references(document(material, "en"))
    assert sum(not entry for _, entry in told) == 1  # nothing is on record from Kerav on the gate


def test_a_row_says_where_its_quote_stands() -> None:
    river = River()
    for row in rows(river.material(), "ar"):
        if row["entry"]:
            kept = river.reports[row["report"]]
            assert kept.text[int(row["start"]) : int(row["end"])] == row["quote"]
            assert (row["source"], row["published"]) == (kept.source, kept.published)
            assert row["entry"] in row["entries"].split()


def test_a_position_names_its_issue_and_its_holder() -> None:
    (row, *_) = [row for row in rows(River().material()) if row["section"] == "gaps"]
    assert (row["issue"], row["actor"]) == ("How is the summer water shared?", "Salmor")


@pytest.mark.parametrize("hostile_text", HOSTILE)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_cell_begins_as_a_formula_does(hostile_text: str, language: Language) -> None:
    for row in rows(hostile(hostile_text), language):
        assert not any(cell.lstrip(" \u200e\u200f").startswith(ACTING) for cell in row.values())


@pytest.mark.parametrize("words", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\u200f=1", "＝1"])
def test_what_begins_as_a_formula_gets_an_apostrophe(words: str) -> None:
    assert as_words(words) == f"'{words}"


@pytest.mark.parametrize("words", ["1", "a=1", "«=1»", "", "'=1"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert as_words(words) == words
