"""Words of two directions on one line, for programs that go by the letters alone.

HTML sets a foreign text apart with ``<bdi>``. Spreadsheets, calendars and some word processors know nothing of the
kind: they apply the Unicode bidirectional algorithm (UAX 9) to the line, and a full stop or a bracket between two
English words of an Arabic line is then put on the wrong side. The marks U+200E and U+200F, invisible and without
width, tell them. They are the brief's own: those of a report are shown by name (see :mod:`taqrib.visible`).
"""

from __future__ import annotations

import unicodedata

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, the way a language is written; ``auto`` where we do not know it."""
    return {"ar": "rtl", "en": "ltr"}.get(language, "auto")


def is_right_to_left(text: str, language: str) -> bool:
    """Whether a line of ``text`` runs from right to left: as its language does, else as its first letter does."""
    known = direction(language)
    if known != "auto":
        return known == "rtl"
    return next(filter(None, map(_side, text)), "ltr") == "rtl"


def marks(text: str, *, rtl: bool, line_rtl: bool) -> tuple[str, str]:
    """What stands on either side of ``text`` inside a line, and what follows it so that the line keeps its own order.

    Between the two may stand what closes a quotation. A text whose every letter runs as the line does needs neither.

    :param rtl: whether the text runs from right to left.
    :param line_rtl: whether the line does.
    """
    sides = set(filter(None, map(_side, text)))
    if rtl == line_rtl and sides <= {"rtl" if line_rtl else "ltr"}:
        return "", ""
    return _mark(rtl=rtl), _mark(rtl=line_rtl)


def set_apart(text: str, *, rtl: bool, line_rtl: bool) -> tuple[str, str]:
    """``text`` between its marks, and the mark that must follow; see :func:`marks`."""
    own, after = marks(text, rtl=rtl, line_rtl=line_rtl)
    return f"{own}{text}{own}", after


def _mark(*, rtl: bool) -> str:
    """The mark that stands for a letter of a direction."""
    return RIGHT_TO_LEFT_MARK if rtl else LEFT_TO_RIGHT_MARK


def _side(character: str) -> str | None:
    """The direction a letter has of itself; European digits count as letters of theirs, other signs have none."""
    sides = {"L": "ltr", "EN": "ltr", "R": "rtl", "AL": "rtl", "AN": "rtl"}
    return sides.get(unicodedata.bidirectional(character))
