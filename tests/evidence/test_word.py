from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from evidence.conftest import ARABIC, ENGLISH
from taqrib.errors import Unreadable
from taqrib.evidence import word
from taqrib.evidence.word import extract_word

if TYPE_CHECKING:
    from collections.abc import Callable


def saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def of_body(xml: str) -> bytes:
    """A document whose body begins with ``xml``."""
    document = docx.Document()
    for element in reversed(list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))):
        document.element.body.insert(0, element)
    return saved(document)


def rewritten(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A document with its main part changed."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, change(content) if part.filename == "word/document.xml" else content)
    return file.getvalue()


def text_of(data: bytes) -> str:
    return extract_word(data, where="r.docx").text


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_and_tables_come_in_the_order_of_the_document_exactly() -> None:
    document = docx.Document()
    document.add_heading("الجسر القديم")
    document.add_paragraph(ARABIC)
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, [("الرسوم", "خلاف"), ("الحراسة", "اتفاق")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph(ENGLISH)
    assert text_of(saved(document)).split("\n") == ["الجسر القديم", ARABIC, "الرسوم\tخلاف", "الحراسة\tاتفاق", ENGLISH]


def test_a_merged_cell_comes_once_and_a_table_in_a_cell_is_read() -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "toll"
    table.cell(0, 2).add_table(1, 1).cell(0, 0).text = "open"
    assert text_of(saved(document)) == "toll\topen"


def test_breaks_tabs_and_hyphens_within_a_paragraph_are_kept() -> None:
    stops = "<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>"
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    xml = f"<w:p>{stops}{run}</w:p>"
    assert text_of(of_body(xml)) == "a\tb\nc\u2011d"


def test_tracked_changes_are_read_as_accepted() -> None:
    deleted = "<w:del w:id='1' w:author='a'><w:r><w:delText>five</w:delText><w:tab/></w:r></w:del>"
    moved = "<w:moveFrom w:id='3' w:author='a'><w:r><w:t>seven</w:t></w:r></w:moveFrom>"
    xml = f"<w:p>{run('toll is ')}{deleted}{moved}<w:ins w:id='2' w:author='a'>{run('six')}</w:ins></w:p>"
    assert text_of(of_body(xml)) == "toll is six"


def test_links_fields_and_content_controls_give_their_text_and_nothing_else() -> None:
    xml = (
        f"<w:p><w:hyperlink>{run('bridge')}</w:hyperlink>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        '<w:r><w:instrText> INCLUDETEXT "/etc/hostname" </w:instrText></w:r>'
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run(' opens')}"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('on Sunday')}</w:p></w:sdtContent></w:sdt>"
    )
    assert text_of(of_body(xml)) == "bridge opens\non Sunday"


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent>"
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    xml = f"<w:p {compatibility}>{run('before')}{drawing}{run(' after')}</w:p>"
    assert text_of(of_body(xml)) == "before after\nboxed"


def test_the_properties_of_a_document_state_nothing() -> None:
    document = docx.Document()
    document.add_paragraph(ENGLISH)
    document.core_properties.title = "Template"
    stated = extract_word(saved(document), where="r.docx").stated
    assert (stated.title, stated.published) == (None, None)


def test_an_external_entity_is_not_opened(tmp_path: Any) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the combination of the safe")
    declaration = f'<!DOCTYPE d [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'.encode()

    def plant(xml: bytes) -> bytes:
        return xml.replace(b"?>", b"?>" + declaration, 1).replace(b"HERE", b"Left &s; right")

    document = docx.Document()
    document.add_paragraph("HERE")
    try:
        text = text_of(rewritten(saved(document), plant))
    except Unreadable:
        return
    assert "Left" in text
    assert "combination" not in text


def test_a_document_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    document.add_paragraph("x" * 200_000)
    data = saved(document)
    monkeypatch.setattr(word, "LARGEST_UNPACKED", 150_000)
    monkeypatch.setattr(word, "_body", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(Unreadable, match="unpacks to at most"):
        text_of(data)


def test_a_document_that_understates_its_size_is_broken_not_a_bomb() -> None:
    document = docx.Document()
    document.add_paragraph("secret " * 10_000)
    data = bytearray(saved(document))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    data = bytearray(bytes(data).replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little")))
    with pytest.raises(Unreadable, match="damaged"):
        text_of(bytes(data))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_cut_document_is_an_error(share: float) -> None:
    document = docx.Document()
    document.add_paragraph(ENGLISH)
    data = saved(document)
    with pytest.raises(Unreadable, match="damaged or different"):
        text_of(data[: int(len(data) * share)])


def test_a_document_whose_main_part_is_no_xml_is_an_error() -> None:
    document = docx.Document()
    document.add_paragraph(ENGLISH)
    with pytest.raises(Unreadable, match="damaged or different"):
        text_of(rewritten(saved(document), lambda xml: xml[:-20]))


def test_an_archive_that_is_no_document_is_an_error() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(Unreadable, match="damaged or different"):
        text_of(file.getvalue())


def test_a_document_without_text_is_an_error() -> None:
    with pytest.raises(Unreadable, match="with text, found none"):
        text_of(saved(docx.Document()))
