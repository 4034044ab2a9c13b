"""The normalised view of a text, with a map back to the text as captured.

Rules match on the view; findings are reported in the raw text. The view drops what does not change a word (harakat,
tatweel, bidi controls, zero-width characters), folds what writers use interchangeably (the alefs, hamza seats, final
ya, ta marbuta, Persian ya and kaf, presentation forms, Eastern digits, curly apostrophes, NBSP), and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Harakat, Quranic signs and tatweel, as the inside of a character class."""

CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Bidi controls and what has no width, as the inside of a character class."""

_FORMS = "\ufb50-\ufdff\ufe70-\ufefe"
_UNEVEN = re.compile(f"[{MARKS}{CONTROLS}{_FORMS}]")
_TRAILING_MARKS = re.compile(f"[{MARKS}]+")

_FOLDED = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ؤ": "و",
    "ئ": "ي",
    **dict.fromkeys("ىیې", "ي"),
    **dict.fromkeys("ةۀہ", "ه"),
    **dict.fromkeys("کگ", "ك"),
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    "٫": ".",
    "٬": ",",
    "٪": "%",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}
_FOLD = str.maketrans(_FOLDED)


@dataclass(frozen=True, slots=True)
class View:
    """A text and its normalised form.

    :ivar raw: the text as captured.
    :ivar text: the normalised form; shorter or longer than ``raw`` where characters vanish or forms unfold.
    """

    raw: str
    text: str
    _origins: array[int] | None

    @property
    def even(self) -> bool:
        """Whether every character kept its place: the offsets of both forms are the same."""
        return self._origins is None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of ``text[start:end]``, with the harakat and tatweel that close its last letter.

        :param start: the first code point, 0 <= start < end.
        :param end: one past the last, end <= len(text).
        """
        if self._origins is None:
            return start, end
        last = self._origins[end - 1] + 1
        marks = _TRAILING_MARKS.match(self.raw, last)
        return self._origins[start], marks.end() if marks else last


def view(raw: str) -> View:
    """The normalised view of ``raw``, in time linear in its length."""
    if not _UNEVEN.search(raw):
        return View(raw, raw.translate(_FOLD), None)
    pieces: list[str] = []
    origins = array("l")
    done = 0
    for uneven in _UNEVEN.finditer(raw):
        at = uneven.start()
        pieces.append(raw[done:at])
        origins.extend(range(done, at))
        unfolded = _unfold(uneven.group())
        pieces.append(unfolded)
        origins.extend([at] * len(unfolded))
        done = at + 1
    pieces.append(raw[done:])
    origins.extend(range(done, len(raw)))
    return View(raw, "".join(pieces).translate(_FOLD), origins)


def normalised(text: str) -> str:
    """Only the normalised form of ``text``; what lexicons and searches compare."""
    return _UNEVEN.sub(_unfolded, text).translate(_FOLD)


def folded(text: str) -> str:
    """``text`` normalised and without upper case: what names and terms are compared by."""
    return normalised(text).casefold()


def _unfolded(uneven: re.Match[str]) -> str:
    return _unfold(uneven.group())


def _unfold(character: str) -> str:
    """A presentation form as its letters; marks and controls as nothing."""
    if character >= "\ufb50" and character != "\ufeff":
        return _UNEVEN.sub("", unicodedata.normalize("NFKC", character))
    return ""
