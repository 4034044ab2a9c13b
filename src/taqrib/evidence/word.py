"""Word documents: the text of a DOCX in the order of the document; no macro, field or link is followed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from taqrib.errors import Unreadable
from taqrib.evidence.decoding import settle
from taqrib.evidence.facts import Extract, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.evidence.markup import Element

LARGEST_UNPACKED = 100_000_000
"""Bytes. What a document may unpack to, so that a small file cannot fill the memory."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_PARAGRAPH, _ROW, _CELL, _TEXT_BOX = (_WORD + name for name in ("p", "tr", "tc", "txbxContent"))

_WRITTEN = {
    _WORD + "tab": "\t",
    _WORD + "br": "\n",
    _WORD + "cr": "\n",
    _WORD + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}

_NOT_THE_TEXT = frozenset(
    {
        _WORD + "del",  # deleted under tracked changes, as is the next; what was inserted is read
        _WORD + "moveFrom",
        _WORD + "pPr",  # properties: among them the tab stops, which are called "tab" like the character
        _WORD + "rPr",
        _WORD + "sdtPr",
        _COMPATIBILITY + "Fallback",  # the same drawing once more, for old programs
    }
)


def extract_word(data: bytes, *, where: str) -> Extract:
    """The body's text, a line for each paragraph and a line for each row of a table (cells between tabs).

    Tracked changes are read as accepted; text boxes follow the paragraph they hang on; notes, comments, headers and
    footers are not read. A document states nothing about itself: its properties name the template's title and the
    day the file was saved, which is not the day the text was published.

    :raises Unreadable: if it is damaged, no DOCX, unpacks to more than 100 MB, or holds no text.
    """
    _refuse_bomb(data, where)
    text = settle("\n".join(_lines(_body(data, where))))
    if not any(map(str.isalpha, text)):
        raise Unreadable("expected a document with text, found none in it; is the text a picture?", where=where)
    return Extract(text, Stated())


def _refuse_bomb(data: bytes, where: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            # The sizes bind: zipfile reads no more of a part than its directory entry says.
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _broken(where) from error
    if unpacked > LARGEST_UNPACKED:
        raise Unreadable(
            f"expected a document that unpacks to at most {LARGEST_UNPACKED // 1_000_000} MB, "
            f"found {unpacked / 1e6:,.0f} MB; save it again without pictures",
            where=where,
        )


def _body(data: bytes, where: str) -> Element:
    import docx  # noqa: PLC0415 - a tenth of a second that only documents should cost

    try:
        body: Element = docx.Document(BytesIO(data)).element.body
    # python-docx lets through whatever its parts raise: KeyError, ValueError, BadZipFile, zlib and XML errors.
    except Exception as error:
        raise _broken(where) from error
    return body


def _broken(where: str) -> Unreadable:
    return Unreadable(
        "expected a Word document (DOCX), found a damaged or different file; open it in Word or "
        "LibreOffice and save it as DOCX",
        where=where,
    )


def _lines(element: Element) -> Iterator[str]:
    """The lines of a body, cell or text box."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child)
        elif child.tag == _ROW:
            cells = (" ".join(line for line in _lines(cell) if line) for cell in _cells(child))
            yield "\t".join(cells).rstrip("\t")
        elif child.tag not in _NOT_THE_TEXT:
            yield from _lines(child)  # a table, a content control, an insertion: wrappers


def _cells(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == _CELL:
            yield child
        elif child.tag not in _NOT_THE_TEXT:
            yield from _cells(child)


def _paragraph(paragraph: Element) -> Iterator[str]:
    boxes: list[Element] = []
    yield "".join(_pieces(paragraph, boxes))
    for box in boxes:
        yield from _lines(box)


def _pieces(element: Element, boxes: list[Element]) -> Iterator[str]:
    for child in element:
        if child.tag == _WORD + "t":
            yield child.text or ""
        elif child.tag in _WRITTEN:
            yield _WRITTEN[child.tag]
        elif child.tag == _TEXT_BOX:
            boxes.append(child)
        elif child.tag not in _NOT_THE_TEXT:
            yield from _pieces(child, boxes)
