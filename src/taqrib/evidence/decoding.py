r"""From bytes to text that is safe to slice: the encoding, the ends of lines, and no invisible controls.

What is decided here holds for every report, because every span ever recorded counts from it:

* A byte order mark is dropped; UTF-16 needs one. Otherwise the bytes are UTF-8, or windows-1256 if they are plausibly
  Arabic (:func:`plausible_arabic`), or what a page declares; anything else is an error, never a guess.
* Every end of line (CR LF, CR, VT, FF, NEL, U+2028, U+2029) becomes ``\n``, so that ``text.split("\n")`` and
  ``text.splitlines()`` agree. Other control characters (C0, DEL, C1) except the tab are removed: they have no meaning
  in a report, and terminals obey them.
* Letters, marks, spaces, tatweel and direction marks stay exactly as they are; nothing is composed or reordered.
* White space at the end of the text is trimmed; at its beginning it stays.
"""

from __future__ import annotations

import codecs
import re

from taqrib.errors import Unreadable

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")

_ARABIC = "\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2"
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
_FREQUENT_LETTER = re.compile("[اليمنوتر]")
_ARABIC_WORD = re.compile(f"[^\\W\\d_]*[{_ARABIC}][^\\W\\d_]*")
_LATIN_LETTER = re.compile("[A-Za-zà-ÿŒœƒ]")

_DECLARABLE = frozenset(f"windows-125{n}" for n in range(9)) | {"iso-8859-6", "iso-8859-15"}
"""Encodings a page may declare: single-byte ones, in which no byte hides another."""

_SAID_FOR = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "cp1256": "windows-1256",
}
"""What browsers understand where pages say the left; the difference is the curly quotation marks."""


def decode(data: bytes, *, where: str, declared: str | None = None) -> str:
    """The text in ``data``, settled (see :func:`settle`) but not trimmed.

    :param declared: the encoding a page claims; believed only if the bytes are not UTF-8.
    :raises Unreadable: if the bytes are no text (a NUL among them), or text in an encoding that cannot be told; the
        message gives the offset of the first byte that is wrong, from 0.
    """
    return settle(_decode(data, where, declared))


def _decode(data: bytes, where: str, declared: str | None) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16", where)
    if b"\0" in data:
        raise Unreadable(
            f"expected text, found a NUL at byte {data.index(0)}, so this is binary or UTF-16 without its mark; "
            "save the report as UTF-8 text",
            where=where,
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        encoding = _others(data, declared)
        if encoding:
            return data.decode(encoding)
        raise _wrong_byte(error, data, "UTF-8 text", where) from error


def _others(data: bytes, declared: str | None) -> str | None:
    # Arabic first: many old Arabic pages declare a Western encoding because their server did.
    # Damaged UTF-8 does not pass for Arabic here, so it ends as an error and not as nonsense.
    if plausible_arabic(data.decode("windows-1256")):
        return "windows-1256"
    name = (declared or "").strip().lower()
    name = _SAID_FOR.get(name, name)
    if name not in _DECLARABLE:
        return None
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return None
    return name


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _wrong_byte(error, data, "UTF-16 text", where) from error


def _wrong_byte(error: UnicodeDecodeError, data: bytes, expected: str, where: str) -> Unreadable:
    at = error.start
    return Unreadable(
        f"expected {expected}, found the byte 0x{data[at]:02X} at offset {at}, which it cannot hold; "
        "save the report as UTF-8 text",
        where=where,
    )


def plausible_arabic(text: str) -> bool:
    """Whether ``text``, decoded as windows-1256, reads like Arabic rather than another encoding's bytes in disguise.

    Every byte has a letter in windows-1256, so decoding proves nothing. Arabic it is if there are at least ten Arabic
    letters, a third of them are among the eight commonest (in running Arabic it is more than half), and at most one
    word in fifty mixes the scripts, as UTF-8, Cyrillic, Greek, Hebrew and ISO 8859-6 do when misread, since
    windows-1256 scatters French letters among the Arabic ones.
    """
    arabic = len(_ARABIC_LETTER.findall(text))
    words = _ARABIC_WORD.findall(text)
    mixed = sum(1 for word in words if _LATIN_LETTER.search(word))
    return arabic >= 10 and 3 * len(_FREQUENT_LETTER.findall(text)) >= arabic and 50 * mixed <= len(words)


def settle(text: str) -> str:
    r"""``text`` with every end of line as ``\n`` and without control characters other than it and the tab."""
    return _CONTROL.sub("", _LINE_END.sub("\n", text))
