"""Web pages: the article's own words from HTML; nothing is fetched, no link is followed, no script runs."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from taqrib.errors import Unreadable
from taqrib.evidence.decoding import decode, settle
from taqrib.evidence.facts import Extract
from taqrib.evidence.page_facts import stated_by_page

if TYPE_CHECKING:
    from taqrib.evidence.markup import Element

_BEGINS_AS_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_SPACES = re.compile("[ \t\n\r\f]+")

_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "row", "table", "code", "div", "ab", "fw", "dl", "dt", "dd"})
"""Elements of trafilatura's tree that begin and end a line; ``lb`` is a break within one."""


def is_html(data: bytes) -> bool:
    """Whether ``data`` begins as an HTML page does."""
    return _BEGINS_AS_HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:2048]) is not None


def extract_page(data: bytes, *, where: str, dated: bool = False) -> Extract:
    """The main text of a page, a line for each paragraph, heading, list item and row of a table (cells between tabs).

    Menus, footers, forms, scripts and readers' comments are left out, by trafilatura. White space is collapsed as
    browsers do. What the page states about itself is taken from its metadata alone (see :mod:`.page_facts`).

    :param dated: the user has given the day of publication; the page is not asked for it.
    :raises Unreadable: if the page holds no article text, or cannot be decoded.
    :raises taqrib.errors.Invalid: if the publication date that the page states is impossible.
    :raises taqrib.errors.Ambiguous: if it states two.
    """
    charset = _CHARSET.search(data[:2048])
    html = decode(data, where=where, declared=charset.group(1).decode("ascii") if charset else None)
    body = _body(html)
    text = "\n".join(_lines(body)) if body is not None else ""
    if not any(map(str.isalpha, text)):
        raise Unreadable(
            "expected a web page with an article, found none in it; save the page once it is fully shown, "
            "or its text alone",
            where=where,
        )
    return Extract(settle(text), stated_by_page(html, where=where, dated=dated))


def _body(html: str) -> Element | None:
    import trafilatura  # noqa: PLC0415 - a tenth of a second that only pages should cost

    # It reports pages without text through logging; here that is an error with a sentence of its own.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # The tree and not its text: as text it would be composed (NFC), which reorders Arabic marks.
    found: Any = trafilatura.bare_extraction(html, include_comments=False, include_tables=True, with_metadata=False)
    body: Element | None = found and found.body
    return body


def _lines(body: Element) -> list[str]:
    lines = [""]

    def walk(element: Element) -> None:
        block = element.tag in _BLOCKS
        if block or element.tag == "lb":
            lines.append("")
        elif element.tag == "cell" and lines[-1]:
            lines[-1] += "\t"
        lines[-1] += _collapsed(element.text)
        for child in element:
            walk(child)
            lines[-1] += _collapsed(child.tail)
        if block:
            lines.append("")

    walk(body)
    return [line for line in (_trimmed(line) for line in lines) if line]


def _collapsed(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")


def _trimmed(line: str) -> str:
    return "\t".join(re.sub(" {2,}", " ", cell).strip(" ") for cell in line.split("\t")).strip("\t")
