"""Capture: one file in, one immutable report out."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from taqrib.errors import Unreadable
from taqrib.evidence import facts
from taqrib.evidence.decoding import decode
from taqrib.evidence.files import name_of, read_bytes, readable
from taqrib.evidence.front_matter import split_front_matter
from taqrib.evidence.originals import Original
from taqrib.evidence.page import extract_page, is_html
from taqrib.evidence.pdf import extract_pdf
from taqrib.evidence.report import Report
from taqrib.evidence.word import extract_word

if TYPE_CHECKING:
    import os
    from datetime import date

    from taqrib.evidence.facts import Extract
    from taqrib.evidence.report import PublishedBasis

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_BY_SUFFIX = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
}

_NOT_A_REPORT = (
    (
        rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP",
        "a picture; recognise its text first (OCR)",
    ),
    (rb"RIFF|OggS|ID3|fLaC|\x1aE\xdf\xa3|.{4}ftyp", "sound or film; write down its words first"),
    (rb"\x7fELF|MZ|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe", "a program; name the report"),
    (rb"\xd0\xcf\x11\xe0", "an old or password-protected Office file; open it and save it as DOCX without a password"),
    (rb"\{\\rtf", "a rich-text file (RTF); open it and save it as DOCX"),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", "an OpenDocument file; open it and save it as DOCX"),
    (rb"PK\x03\x04|PK\x05\x06", "an archive (ZIP); unpack it and name the reports in it"),
    (rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd", "an archive; unpack it and name the reports in it"),
    (rb"SQLite format 3\0", "a database; name the report"),
)
"""How files begin that people take for reports, and what to do with them instead. A NUL must follow soon, except in
RTF: a text, too, may begin with the letters MZ."""


def capture(
    path: str | os.PathLike[str],
    *,
    published: date | str | None = None,
    source: str | None = None,
    url: str | None = None,
    grade: str | None = None,
    language: str | None = None,
) -> Report:
    """Capture the file at ``path``: plain text, Markdown, HTML, PDF or DOCX.

    What a file is, its first bytes tell; where they could be several things, its suffix. Nothing in it is run, followed
    or fetched. What the user gives here beats what the file states. The captured text is safe to slice for ever: see
    :mod:`taqrib.evidence.decoding` for what becomes of encodings, ends of lines and control characters.

    * Plain text and Markdown are kept as they are, marks of Markdown included; front matter is no part of the text
      (:mod:`taqrib.evidence.front_matter`).
    * Of a page, the article's paragraphs are kept, a line each (:mod:`taqrib.evidence.page`); of a Word document the
      body (:mod:`taqrib.evidence.word`); of a PDF its paragraphs, put together from the lines of print
      (:mod:`taqrib.evidence.pdf`).
    * White space at the end of the text is trimmed.

    :param published: the day of publication, a date or ``YYYY-MM-DD``; from 1900 to 2199.
    :param source: the outlet.
    :param url: where it was published; kept, never opened.
    :param grade: the Admiralty grade, ``A1`` to ``F6``.
    :param language: an ISO 639-1 code, such as ``ar``.
    :raises Unreadable: if there is no such file, it is not a report, cannot be decoded, or holds no letters.
    :raises taqrib.errors.Invalid: if a date, grade, language or key is not allowed.
    :raises taqrib.errors.Ambiguous: if a page states two days of publication and none is given.
    """
    file = Path(path)
    where = name_of(file)
    given_day = None if published is None else facts.day(published, where="published")
    given_grade = None if grade is None else facts.grade(grade, where="grade")
    given_language = None if language is None else facts.language(language, where="language")

    data = read_bytes(file)
    media_type = _media_type(data, file.suffix.lower(), where)
    extract = _extract(data, media_type, where, dated=given_day is not None)
    stated = extract.stated
    text = extract.text.rstrip()
    if not any(map(str.isalpha, text)):
        raise Unreadable("expected a report, found no letter in it; save the report again", where=where)
    day = given_day or stated.published
    given_url = facts.phrase(url)
    basis: PublishedBasis = "given" if given_day else "stated" if day else "unknown"
    return Report(
        stem=readable(file.stem),
        text=text,
        sha256=sha256(text.encode("utf-8")).hexdigest(),
        media_type=media_type,
        source=facts.phrase(source) or stated.source,
        title=stated.title,
        published=day,
        published_basis=basis,
        url=given_url or stated.url,
        grade=given_grade or stated.grade,
        language=given_language or stated.language,
        given=tuple(name for name, value in (("grade", given_grade), ("url", given_url)) if value),
        original=Original(readable(file.name), data),
    )


def _media_type(data: bytes, suffix: str, where: str) -> str:
    by_suffix = _BY_SUFFIX.get(suffix, TEXT)
    if data.startswith(b"%PDF-") or (by_suffix == PDF and b"%PDF-" in data[:1024]):
        return PDF
    if data.startswith(b"PK\x03\x04") and (by_suffix == DOCX or b"word/document.xml" in data):
        return DOCX
    for beginning, what in _NOT_A_REPORT:
        if re.match(beginning, data[:128], re.DOTALL) and (b"\0" in data[:4096] or data.startswith(b"{")):
            raise Unreadable(f"expected a report (text, Markdown, HTML, PDF or DOCX), found {what}", where=where)
    if is_html(data):
        return HTML
    if by_suffix in (PDF, DOCX):
        raise Unreadable(
            f"expected a {suffix[1:].upper()} file, as its name says, found that it does not begin like one; "
            "fetch it again or correct its suffix",
            where=where,
        )
    return by_suffix


def _extract(data: bytes, media_type: str, where: str, *, dated: bool) -> Extract:
    if media_type == HTML:
        return extract_page(data, where=where, dated=dated)
    if media_type == PDF:
        return extract_pdf(data, where=where)
    if media_type == DOCX:
        return extract_word(data, where=where)
    return split_front_matter(decode(data, where=where), markdown=media_type == MARKDOWN, where=where)
