"""Word: right to left where Word looks for it, quotes in their own direction, and links that lead there and back."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from brief.imagined import River, case, entry, position, report
from brief.opened import MARKS, write
from taqrib.brief.archive import EARLIEST
from taqrib.positions.model import Gap

if TYPE_CHECKING:
    from pathlib import Path

    from taqrib.brief import Language, Material


@cache
def usual(language: Language) -> str | bytes:
    return write("docx", River().material(), language)


def opened(language: Language, material: Material | None = None) -> Any:
    content = write("docx", material, language) if material else usual(language)
    assert isinstance(content, bytes)
    return docx.Document(io.BytesIO(content))


def said(run: Any) -> str:
    return "".join(text.text or "" for text in run.iter(qn("w:t"))).strip(MARKS)


def runs_of(document: Any, words: str) -> list[Any]:
    return [run for run in document.element.body.iter(qn("w:r")) if said(run) == words]


def is_rtl(run: Any) -> bool:
    return run.find(qn("w:rPr")).find(qn("w:rtl")) is not None


def language_of(run: Any) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in run.find(qn("w:rPr")).find(qn("w:lang")).items()}


def test_every_arabic_paragraph_runs_from_right_to_left_but_those_that_quote_english() -> None:
    document = opened("ar")
    paragraphs = list(document.element.body.iter(qn("w:p")))
    told = [each for each in paragraphs if each.find(qn("w:r")) is not None]
    left = [
        "".join(map(said, each.iter(qn("w:r")))) for each in told if each.find(qn("w:pPr")).find(qn("w:bidi")) is None
    ]
    assert len(told) > 60
    assert len(left) == 5
    assert all(re.match(r"\W*[A-Za-z]", quote) for quote in left)


def test_no_english_paragraph_runs_from_right_to_left_but_those_that_quote_arabic() -> None:
    paragraphs = opened("en").element.body.iter(qn("w:p"))
    turned = [each for each in paragraphs if each.find(qn("w:pPr")).find(qn("w:bidi")) is not None]
    assert len(turned) == 6
    assert all(re.search("[ء-ي]", "".join(map(said, each.iter(qn("w:r"))))) for each in turned)


def test_the_order_of_what_a_paragraph_says_of_itself_is_the_schemas() -> None:
    order = ["pStyle", "keepNext", "bidi", "spacing", "ind", "jc", "rPr", "sectPr"]
    for properties in opened("ar").element.body.iter(qn("w:pPr")):
        found = [order.index(child.tag.rpartition("}")[2]) for child in properties]
        assert found == sorted(found)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_quote_has_its_own_direction_and_language(language: Language) -> None:
    document = opened(language)
    english, arabic = (
        runs_of(document, "We are far apart"),
        runs_of(document, "الماء حق للجميع، ولن نقبل أن تُغلق البوابة"),
    )
    assert len(english) >= 2
    assert len(arabic) >= 2
    assert not any(map(is_rtl, english))
    assert all(map(is_rtl, arabic))
    assert [language_of(run) for run in english] == [{"val": "en-GB"}] * len(english)
    assert [language_of(run) for run in arabic] == [{"bidi": "ar-SA"}] * len(arabic)


def test_the_quotation_marks_are_the_briefs_and_run_as_it_does() -> None:
    body = list(opened("ar").element.body.iter(qn("w:r")))
    place = next(place for place, run in enumerate(body) if said(run) == "We are far apart")
    assert said(body[place - 1]).endswith("«")
    assert said(body[place + 1]).startswith("»")
    assert is_rtl(body[place - 1])
    assert is_rtl(body[place + 1])


@pytest.mark.parametrize(("language", "turned"), [("ar", True), ("en", False)])
def test_the_matrix_runs_as_the_page_does_and_repeats_its_head(language: Language, *, turned: bool) -> None:
    document = opened(language)
    (table,) = document.tables
    body = document.element.body
    assert len(body.findall(f".//{qn('w:tblPr')}/{qn('w:bidiVisual')}")) == turned
    rows = list(body.iter(qn("w:trPr")))
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
    assert len(table.columns) == 4
    assert len(body.findall(f".//{qn('w:sectPr')}/{qn('w:bidi')}")) == turned


def test_a_matrix_of_many_actors_stands_on_a_page_on_its_side_and_the_text_goes_on_upright() -> None:
    held = {actor.id: (position(actor.id, "share", None, "offer", None, "e1"),) for actor in case().actors}
    document = opened("en", River().material(gaps=(Gap(issue="share", state="unknown", cells=held),)))
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_reference_opens_its_quote_and_every_quote_leads_back(language: Language) -> None:
    body = opened(language).element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    ends = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkEnd"))]
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert len(marks) == len(set(marks)) == len(set(numbers))
    assert sorted(numbers) == sorted(ends)
    assert set(links) <= set(marks)
    assert {f"e{number}" for number in range(1, 12)} < set(links)
    assert sum(link.startswith("p") for link in links) == sum(re.fullmatch(r"e\d+", link) is not None for link in links)


def test_headings_are_words_own_so_that_it_can_list_them() -> None:
    styles = [paragraph.style.name for paragraph in opened("ar").paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 5
    assert styles.count("List Bullet") == 10
    base = opened("ar").styles["Brief heading on a new page"].base_style
    assert base.name == "Heading 1"


def test_the_letters_of_no_style_are_spaced_since_that_tears_arabic_apart() -> None:
    for style in opened("ar").styles.element.iter(qn("w:style")):
        if style.get(qn("w:styleId")) in {"Title", "Heading1", "Heading2", "ListBullet"}:
            assert style.find(f".//{qn('w:rPr')}/{qn('w:spacing')}") is None
            assert style.find(f".//{qn('w:rFonts')}").get(qn("w:cs")) == "Noto Naskh Arabic"


def test_pages_are_numbered_in_the_briefs_language() -> None:
    footer = opened("ar").sections[0].footer
    codes = [code.text for code in footer.part.element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert footer.paragraphs[0].text.startswith("صفحة ")
    assert "محادثات نهر أوردا" in opened("ar").sections[0].header.paragraphs[0].text


def test_the_file_bears_the_day_of_the_brief_and_no_moment_of_its_making() -> None:
    content = write("docx", River().material(), "en")
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {part.date_time for part in archive.infolist()} == {EARLIEST}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"20\d\d-\d\d-\d\dT[\d:]+Z", core)) == {"2031-05-09T00:00:00Z"}


def test_lines_of_a_quote_stay_lines() -> None:
    river = River()
    river.reports["r3"] = report("r3", "one\ntwo\tthree", language="en")
    river.entries["e20"] = entry("e20", river.reports["r3"], "one\ntwo\tthree")
    quotes = [paragraph.text for paragraph in opened("en", river.material(said=("e20",))).paragraphs]
    assert "one\ntwo\tthree" in quotes


@pytest.mark.parametrize("language", ["ar", "en"])
def test_another_program_opens_it_and_finds_the_words_in_order(language: Language, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: the Word document was not opened in another program")
    content = write("docx", River().material(), language)
    assert isinstance(content, bytes)
    (tmp_path / "brief.docx").write_bytes(content)
    command = [soffice, f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "brief.docx"], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", tmp_path / "brief.pdf", "-"], check=True, capture_output=True, text=True).stdout
    assert "We are far apart" in text
    assert "رامي دوفان" in text if language == "ar" else "Rami Dovan" in text
    fonts = subprocess.run(["pdffonts", tmp_path / "brief.pdf"], check=True, capture_output=True, text=True).stdout
    assert "Naskh" in fonts or "Arabic" in fonts
