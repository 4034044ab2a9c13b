"""How the brief looks in Word: named styles, so that whoever edits it can restyle it in one place."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

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


# Look -> size in points, space before and after in points, bold, colour, kept with the next paragraph
_PARAGRAPHS: dict[Look, tuple[float, float, float, bool, RGBColor, bool]] = {
    Look.KIND: (11, 0, 0, False, _SOFT, True),
    Look.TITLE: (22, 0, 6, True, _INK, False),
    Look.FACT: (11, 0, 2, False, _SOFT, False),
    Look.QUIET: (11, 8, 8, True, _INK, False),
    Look.CONTENT: (11, 0, 2, False, _INK, False),
    Look.NOTE: (10, 6, 6, False, _SOFT, False),
    Look.HEADING: (16, 20, 6, True, _INK, True),
    Look.TOPIC: (12, 12, 4, True, _INK, True),
    Look.SENTENCE: (11, 2, 4, False, _INK, False),
    Look.TABLE_HEAD: (10, 2, 2, True, _INK, False),
    Look.STATE: (10, 2, 2, False, _INK, False),
    Look.CELL: (10, 2, 2, False, _INK, False),
    Look.NOTHING: (10, 2, 2, False, _SOFT, False),
    Look.GAP: (4, 0, 0, False, _INK, False),
    Look.LEGEND: (10, 0, 2, False, _SOFT, False),
    Look.QUOTE: (11, 4, 6, False, _INK, False),
    Look.CARD: (10, 0, 1, False, _INK, False),
    Look.EDGE: (9, 0, 0, False, _SOFT, False),
}


def dress(word: WordDocument, *, rtl: bool) -> None:
    """Make the brief's styles in ``word``, and the fonts they name.

    :param rtl: whether the document runs from right to left.
    """
    _set_defaults(word)
    for look, measures in _PARAGRAPHS.items():
        _paragraph_style(word, look, *measures, rtl=rtl)
    above = _named(word, Look.NEW_PAGE_HEADING, WD_STYLE_TYPE.PARAGRAPH)
    above.base_style = word.styles[Look.HEADING.value]
    above.paragraph_format.page_break_before = True
    _character_style(word, Look.LABEL, bold=True)
    _character_style(word, Look.REFERENCE, colour=_LINK)
    _character_style(word, Look.LINK, colour=_LINK)
    _character_style(word, Look.AROUND, colour=_SOFT)
    _shade(_character_style(word, Look.MARKED), "FBEEB8")
    _name_standins(word)


def _set_defaults(word: WordDocument) -> None:
    """The fonts and sizes of all that no style says otherwise."""
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _fonts(defaults)


def _paragraph_style(
    word: WordDocument,
    look: Look,
    size: float,
    before: float,
    after: float,
    bold: bool,  # noqa: FBT001 - a column of the table above
    colour: RGBColor,
    keep: bool,  # noqa: FBT001 - the same
    *,
    rtl: bool,
) -> None:
    style = _named(word, look, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.color.rgb = Pt(size), colour
    style.font.bold = style.font.cs_bold = bold
    style.font.italic = style.font.cs_italic = False
    properties = style.element.get_or_add_rPr()
    _fonts(properties)
    _complex_size(properties, size + 1)
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), keep
    form.line_spacing = 1.0 if rtl else 1.1  # Arabic fonts bring their own room for what stands above the letters
    # the template draws a line under titles, spaces their letters (which tears Arabic apart) and crowds list items
    for parent, tag in ((properties, "w:spacing"), (style.element.pPr, "w:pBdr"), (style.element.pPr, "w:contextualSpacing")):
        for found in parent.findall(qn(tag)):
            parent.remove(found)
    if look is Look.QUOTE:
        form.left_indent = Pt(14)


def _character_style(word: WordDocument, look: Look, *, bold: bool = False, colour: RGBColor | None = None) -> Any:
    style = _named(word, look, WD_STYLE_TYPE.CHARACTER)
    if bold:
        style.font.bold = style.font.cs_bold = True
    if colour is not None:
        style.font.color.rgb = colour
    return style


def _named(word: WordDocument, look: Look, kind: Any) -> Any:
    names = {style.name for style in word.styles}
    return word.styles[look.value] if look.value in names else word.styles.add_style(look.value, kind)


def _fonts(properties: Any) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for script, font in (("ascii", LATIN_FONT), ("hAnsi", LATIN_FONT), ("eastAsia", LATIN_FONT), ("cs", ARABIC_FONT)):
        fonts.set(qn(f"w:{script}"), font)


def _complex_size(properties: Any, size: float) -> None:
    """The size of Arabic letters, which stand lower than Latin ones of the same size."""
    for found in properties.findall(qn("w:szCs")):
        properties.remove(found)
    made = OxmlElement("w:szCs")
    made.set(qn("w:val"), str(int(size * 2)))
    properties.find(qn("w:sz")).addnext(made)


def _shade(style: Any, fill: str) -> None:
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
