"""The styles of a Word document: each there once, each with fonts for both scripts."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn

from taqrib.brief.word_styles import ARABIC_FONT, ARABIC_STANDIN, Look, dress


@pytest.mark.parametrize("rtl", [True, False])
def test_every_look_is_a_style_of_the_document(rtl: bool) -> None:  # noqa: FBT001 - a parameter of the test
    word = docx.Document()
    looks = dress(word, rtl=rtl)
    names = {style.style_id: style.name for style in word.styles}
    assert {look: names[style_id] for look, style_id in looks.items()} == {look: look.value for look in Look}


def test_the_font_table_names_what_stands_in_for_the_arabic_font() -> None:
    word = docx.Document()
    dress(word, rtl=True)
    (table,) = [part for part in word.part.package.iter_parts() if part.partname == "/word/fontTable.xml"]
    text = table.blob.decode()
    assert f'w:name="{ARABIC_FONT}"><w:altName w:val="{ARABIC_STANDIN}"/>' in text


def test_arabic_letters_are_set_a_point_larger_than_latin_ones() -> None:
    word = docx.Document()
    dress(word, rtl=True)
    properties = word.styles[Look.SENTENCE.value].element.rPr
    sizes = [int(properties.find(qn(f"w:{tag}")).get(qn("w:val"))) for tag in ("sz", "szCs")]
    assert sizes == [22, 24]
