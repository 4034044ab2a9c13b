"""From the order in which letters stand on a page to the order in which they are read.

A PDF places glyphs; read from left to right, an Arabic line is backwards, but its numbers and its Latin words are not.
This undoes the Unicode Bidirectional Algorithm (UAX #9) for one line at a time: runs of one direction become whole
pieces, and the pieces are put in the paragraph's order.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLASSES = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "CS": "C"}

# Left to right inside a right-to-left line: Latin words and what stands between them; numbers with their separators.
_PIECE = re.compile(r"L(?:[^R]*[LN])?|N+(?:CN+)*|.")
# Right to left inside a left-to-right line.
_RIGHT_TO_LEFT = re.compile(r"R(?:[^L]*R)?")

_MIRRORED = ("()", "[]", "{}", "«»", "‹›")


def reads_right_to_left(visual: str) -> bool:
    """Whether the paragraph of ``visual`` runs from right to left: whether such letters prevail in it."""
    found = Counter(map(_class, visual))
    return found["R"] > found["L"]


def logical(visual: str, *, right_to_left: bool) -> str:
    """The line ``visual``, given from left to right as it stands on the page, in reading order.

    A mark must follow its letter, as in logical order.

    >>> logical("تقو 45 %", right_to_left=True)
    '% 45 وقت'
    """
    units = _units(visual)
    if right_to_left:
        return _from_the_right(units)
    classes = "".join(_class(unit[0]) for unit in units)
    pieces, last = [], 0
    for run in _RIGHT_TO_LEFT.finditer(classes):
        pieces += [*units[last : run.start()], _from_the_right(units[run.start() : run.end()])]
        last = run.end()
    return "".join([*pieces, *units[last:]])


def _from_the_right(units: list[str]) -> str:
    classes = "".join(_class(unit[0]) for unit in units)
    pieces = ["".join(units[piece.start() : piece.end()]) for piece in _PIECE.finditer(classes)]
    return "".join(reversed(pieces))


def _units(text: str) -> list[str]:
    """The letters of ``text``, each with its marks."""
    units: list[str] = []
    for character in text:
        if units and unicodedata.bidirectional(character) == "NSM":
            units[-1] += character
        else:
            units.append(character)
    return units


def _class(character: str) -> str:
    return _CLASSES.get(unicodedata.bidirectional(character), "O")


def marks_after_letters(visual: str) -> str:
    """``visual`` from a source that puts a mark to the left of its letter, with each mark behind its letter."""
    return re.sub(r"([\u064b-\u065f\u0670]+)([^\s\u064b-\u065f\u0670])", r"\2\1", visual)


def with_brackets_facing(paragraphs: Iterable[str]) -> list[str]:
    """The ``paragraphs`` of one document with right-to-left brackets facing each other.

    A bracket drawn "(" in an Arabic line is a closing one; some fonts say so and some give the drawn shape. For each
    pair, whichever reading leaves fewer brackets without a partner in the whole document is taken.
    """
    found = list(paragraphs)
    for pair in _MIRRORED:
        mirror = str.maketrans(pair, pair[::-1])
        mirrored = [text.translate(mirror) if reads_right_to_left(text) else text for text in found]
        if sum(_unpaired(text, pair) for text in mirrored) < sum(_unpaired(text, pair) for text in found):
            found = mirrored
    return found


def _unpaired(text: str, pair: str) -> int:
    opened = lonely = 0
    for character in text:
        if character == pair[0]:
            opened += 1
        elif character == pair[1]:
            if opened:
                opened -= 1
            else:
                lonely += 1
    return lonely + opened
