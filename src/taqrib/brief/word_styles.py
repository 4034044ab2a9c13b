"""How the brief looks in Word: named styles, so that whoever edits it can restyle it in one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

LATIN_FONT = "Times New Roman"
ARABIC_FONT = "Noto Naskh Arabic"
ARABIC_STANDIN = "Times New Roman"
"""What stands in where the Arabic font is not installed: Word has it, with Arabic letters, on every system."""

_INK, _SOFT, _LINK = RGBColor(0x1E, 0x22, 0x26), RGBColor(0x56, 0x5D, 0x64), RGBColor(0x1F, 0x4E, 0x79)


class Look(StrEnum):
    """The styles of the brief by their names in Word."""

    KIND = "Brief kind"
    TITLE = "Title"
    FACT = "Brief fact"
    QUIET = "Brief quiet"
    CONTENT = "Brief content"
    NOTE = "Brief note"
    HEADING = "Heading 1"
    NEW_PAGE_HEADING = "Brief heading on a new page"
    TOPIC = "Heading 2"
    SENTENCE = "List Bullet"
    TABLE_HEAD = "Brief table head"
    STATE = "Brief state"
    CELL = "Brief cell"
    NOTHING = "Brief nothing"
    GAP = "Brief gap"
    LEGEND = "Brief legend"
    QUOTE = "Brief quote"
    CARD = "Brief card"
    EDGE = "Brief edge"
    LABEL = "Brief label"
    REFERENCE = "Brief reference"
    LINK = "Brief link"
    AROUND = "Brief words around"
    MARKED = "Brief marked"


@dataclass(frozen=True, slots=True)
class _Measures:
    """A paragraph's size and the space before and after it, in points; and whether the next one stays on its page."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: RGBColor = _INK
    keep: bool = False


_PARAGRAPHS: dict[Look, _Measures] = {
    Look.KIND: _Measures(11, colour=_SOFT, keep=True),
    Look.TITLE: _Measures(22, after=6, bold=True),
    Look.FACT: _Measures(11, after=2, colour=_SOFT),
    Look.QUIET: _Measures(11, before=8, after=8, bold=True),
    Look.CONTENT: _Measures(11, after=2),
    Look.NOTE: _Measures(10, before=6, after=6, colour=_SOFT),
    Look.HEADING: _Measures(16, before=20, after=6, bold=True, keep=True),
    Look.TOPIC: _Measures(12, before=12, after=4, bold=True, keep=True),
    Look.SENTENCE: _Measures(11, before=2, after=4),
    Look.TABLE_HEAD: _Measures(10, before=2, after=2, bold=True),
    Look.STATE: _Measures(10, before=2, after=2),
    Look.CELL: _Measures(10, before=2, after=2),
    Look.NOTHING: _Measures(10, before=2, after=2, colour=_SOFT),
    Look.GAP: _Measures(4),
    Look.LEGEND: _Measures(10, after=2, colour=_SOFT),
    Look.QUOTE: _Measures(11, before=4, after=6),
    Look.CARD: _Measures(10, after=1),
    Look.EDGE: _Measures(9, colour=_SOFT),
}


def dress(word: WordDocument, *, rtl: bool) -> dict[Look, str]:
    """Make the brief's styles in ``word``, and the fonts they name; look -> the id its style has in the file.

    :param rtl: whether the document runs from right to left.
    """
    _set_defaults(word)
    known = {str(style.name): style for style in word.styles}
    made = {look: _paragraph(word, look, known) for look in (*_PARAGRAPHS, Look.NEW_PAGE_HEADING)}
    for look, measures in _PARAGRAPHS.items():
        _dress_paragraph(made[look], look, measures, rtl=rtl)
    above = made[Look.NEW_PAGE_HEADING]
    above.base_style = made[Look.HEADING]
    above.paragraph_format.page_break_before = True
    _character_style(word, Look.LABEL, bold=True)
    _character_style(word, Look.REFERENCE, colour=_LINK)
    _character_style(word, Look.LINK, colour=_LINK)
    _character_style(word, Look.AROUND, colour=_SOFT)
    _shade(_character_style(word, Look.MARKED), "FBEEB8")
    _name_standins(word)
    ids = {style.name: style.style_id for style in word.styles}
    return {look: ids[look.value] for look in Look}


def _set_defaults(word: WordDocument) -> None:
    """The fonts and sizes of all that no style says otherwise."""
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _fonts(defaults)


def _dress_paragraph(style: ParagraphStyle, look: Look, measures: _Measures, *, rtl: bool) -> None:
    style.font.size, style.font.color.rgb = Pt(measures.size), measures.colour
    style.font.bold = style.font.cs_bold = measures.bold
    style.font.italic = style.font.cs_italic = False
    properties = style.element.get_or_add_rPr()
    _fonts(properties)
    _complex_size(properties, measures.size + 1)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(measures.before), Pt(measures.after)
    form.keep_with_next = measures.keep
    # Arabic fonts bring their own room for what stands above the letters
    form.line_spacing = 1.0 if rtl else 1.1
    # the template draws a line under titles, spaces their letters (which tears Arabic apart) and crowds list items
    outer = style.element.get_or_add_pPr()
    for parent, tag in ((properties, "w:spacing"), (outer, "w:pBdr"), (outer, "w:contextualSpacing")):
        for found in parent.findall(qn(tag)):
            parent.remove(found)
    if look is Look.QUOTE:
        form.left_indent = Pt(14)


def _character_style(
    word: WordDocument, look: Look, *, bold: bool = False, colour: RGBColor | None = None
) -> CharacterStyle:
    style = cast("CharacterStyle", word.styles.add_style(look.value, WD_STYLE_TYPE.CHARACTER))
    if bold:
        style.font.bold = style.font.cs_bold = True
    if colour is not None:
        style.font.color.rgb = colour
    return style


def _paragraph(word: WordDocument, look: Look, known: Mapping[str, BaseStyle]) -> ParagraphStyle:
    """The style of that name, made where the template has none."""
    style = known.get(look.value) or word.styles.add_style(look.value, WD_STYLE_TYPE.PARAGRAPH)
    return cast("ParagraphStyle", style)


def _fonts(properties: BaseOxmlElement) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for script, font in (("ascii", LATIN_FONT), ("hAnsi", LATIN_FONT), ("eastAsia", LATIN_FONT), ("cs", ARABIC_FONT)):
        fonts.set(qn(f"w:{script}"), font)


def _complex_size(properties: BaseOxmlElement, size: float) -> None:
    """The size of Arabic letters, which stand lower than Latin ones of the same size."""
    for found in properties.findall(qn("w:szCs")):
        properties.remove(found)
    made = OxmlElement("w:szCs")
    made.set(qn("w:val"), str(int(size * 2)))
    properties.find(qn("w:sz")).addnext(made)


def _shade(style: CharacterStyle, fill: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    style.element.get_or_add_rPr().append(shade)


def _name_standins(word: WordDocument) -> None:
    """Tell systems without the font which Arabic font to take (ECMA-376, 17.8.3.1)."""
    part = next(part for part in word.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    # python-docx hands the font table on unread
    table = etree.fromstring(part.blob)
    for font in table.findall(qn("w:font")):
        table.remove(font)
    font = etree.SubElement(table, qn("w:font"), {qn("w:name"): ARABIC_FONT})
    for tag, value in (("altName", ARABIC_STANDIN), ("charset", "B2"), ("family", "roman"), ("pitch", "variable")):
        etree.SubElement(font, qn(f"w:{tag}"), {qn("w:val"): value})
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
