"""Lines on the pages of a PDF, and the paragraphs they belong to."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from taqrib.evidence.visual_order import logical, marks_after_letters, reads_right_to_left, with_brackets_facing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_XHTML = "{http://www.w3.org/1999/xhtml}"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# On the page the direction is the letters' own; in the text these, which poppler adds, would be strangers.
_DIRECTION_MARK = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print.

    :ivar page: from 0.
    :ivar left, right, top, bottom: of its box, in the page's units, growing to the right and downwards.
    :ivar words: as they stand on the page from left to right, letters too.
    :ivar first, last: the widths of the leftmost and the rightmost word.
    """

    page: int
    left: float
    right: float
    top: float
    bottom: float
    words: str
    first: float
    last: float

    @property
    def height(self) -> float:
        """Of the box, marks included."""
        return self.bottom - self.top

    @property
    def size(self) -> int:
        """The size of type, as a number that grows by one with each fifth more."""
        return round(math.log(self.height, 1.2))

    def shares_column_with(self, other: Line) -> bool:
        """Whether both stand one above the other, in one size of type."""
        return (
            self.page == other.page and self.left < other.right and other.left < self.right and self.as_large_as(other)
        )

    def as_large_as(self, other: Line) -> bool:
        """Whether both are probably of one size of type; marks above and below make a line's box higher."""
        return 0.7 < self.height / other.height < 1.4


def lines_by_pdftotext(xml: str) -> list[Line]:
    """The lines in ``pdftotext -bbox-layout``'s output, in the order it reads the page, columns apart.

    A mark that poppler could give to no letter is left out: nobody can say where it belongs.
    """
    lines: list[Line] = []
    for number, page in enumerate(_tree(xml).iter(_XHTML + "page")):
        found = (_words(line, number) for line in page.iter(_XHTML + "line"))
        lines += _rows((_joined(words, gap=_GAP) for words in found if words), gap=_GAP)
    return lines


_GAP = 0.08
"""The space between two words, in heights of a line, as small as poppler lets it be."""


def _words(line: ET.Element, page: int) -> list[Line]:
    words = []
    for word in line.iter(_XHTML + "word"):
        text = _DIRECTION_MARK.sub("", word.text or "")
        if text.strip() and not all(map(unicodedata.combining, text)):
            left, right, top, bottom = (float(word.get(side, 0)) for side in ("xMin", "xMax", "yMin", "yMax"))
            words.append(Line(page, left, right, top, bottom, text, 0, 0))
    return [word for word in words if word.height > 0]


def lines_by_pdftohtml(xml: str) -> list[Line]:
    """The lines in ``pdftohtml -xml``'s output, in the order the file draws them.

    It keeps the shape of each letter, so that a ligature stays one letter, but knows no columns.
    """
    lines: list[Line] = []
    for number, page in enumerate(_tree(xml).iter("page")):
        lines += _rows((piece for text in page.iter("text") if (piece := _piece(text, number))), gap=0.15)
    return lines


def _piece(text: ET.Element, page: int) -> Line | None:
    words = marks_after_letters(_DIRECTION_MARK.sub("", "".join(text.itertext())))
    left, top, width, height = (float(text.get(name, 0)) for name in ("left", "top", "width", "height"))
    return Line(page, left, left + width, top, top + height, words, 0, 0) if words.strip() and height > 0 else None


def _rows(pieces: Iterable[Line], *, gap: float) -> Iterator[Line]:
    """The lines that neighbouring ``pieces`` make together."""
    row: list[Line] = []
    for piece in pieces:
        if row and not _same_row(row[-1], piece):
            yield _joined(row, gap=gap)
            row = []
        row.append(piece)
    if row:
        yield _joined(row, gap=gap)


def _same_row(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = max(one.left, other.left) - min(one.right, other.right)
    return overlap > 0.6 * min(one.height, other.height) and -0.5 < apart / max(one.height, other.height) < 1


def _joined(pieces: Sequence[Line], *, gap: float) -> Line:
    """One line of its ``pieces``: a space where they are apart by ``gap`` of their height, a tab where by all of it."""
    pieces = sorted(pieces, key=lambda piece: piece.left)
    height = max(piece.height for piece in pieces)
    text = pieces[0].words
    for before, piece in pairwise(pieces):
        apart = (piece.left - before.right) / height
        text += ("\t" if apart > 1.2 else " " if apart > gap else "") + piece.words
    left, right = pieces[0].left, max(piece.right for piece in pieces)
    top = min(piece.top for piece in pieces)
    # The width of a word is its share of the letters: near enough to tell whether it would have fitted.
    width = (right - left) / max(len(text), 1)
    words = text.split() or [""]
    text = "\t".join(" ".join(cell.split()) for cell in text.split("\t"))
    return Line(pieces[0].page, left, right, top, top + height, text, width * len(words[0]), width * len(words[-1]))


def _tree(xml: str) -> ET.Element:
    return ET.fromstring(_NOT_XML.sub("", xml))  # noqa: S314 - poppler's own output, which declares no entities


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The paragraphs that ``lines`` make, each as one line of text in reading order.

    Two lines are one paragraph if they have the distance and size of running lines, and the second's first word would
    not have fitted on the first: whoever sets type breaks a line only when it is full.
    """
    if not lines:
        return []
    advance = _usual_advance(lines)
    edges = _edges(lines)
    groups = [[lines[0]]]
    for above, below in pairwise(lines):
        if _continues(above, below, advance, edges):
            groups[-1].append(below)
        else:
            groups.append([below])
    return with_brackets_facing(_text(group) for group in groups)


def _usual_advance(lines: Sequence[Line]) -> dict[int, float]:
    """For each size of type, the commonest distance from line to line; of two as common the smaller."""
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for above, below in pairwise(lines):
        if above.shares_column_with(below):
            for size in (above.size - 1, above.size, above.size + 1):  # marks make some boxes of a size higher
                found[size].update(round(step) for step in _steps(above, below) if step > 0)
    return {size: min(counts, key=lambda step: (-counts[step], step)) for size, counts in found.items() if counts}


def _steps(above: Line, below: Line) -> tuple[float, float]:
    """The distance of two lines at their heads and feet: marks move one of the two, hardly ever both."""
    return below.top - above.top, below.bottom - above.bottom


def _edges(lines: Sequence[Line]) -> dict[Line, tuple[float, float]]:
    """For each line the left and right edge of its column: the furthest that its neighbours in it reach."""
    edges: dict[Line, tuple[float, float]] = {}
    column: list[Line] = []
    for line in (*lines, None):
        if column and (line is None or not line.shares_column_with(column[-1])):
            edge = min(one.left for one in column), max(one.right for one in column)
            edges.update(dict.fromkeys(column, edge))
            column = []
        if line is not None:
            column.append(line)
    return edges


def _continues(above: Line, below: Line, advance: dict[int, float], edges: dict[Line, tuple[float, float]]) -> bool:
    if not above.as_large_as(below) or "\t" in above.words + below.words:
        return False
    right_to_left = reads_right_to_left(above.words)
    if above.shares_column_with(below):
        steps = _steps(above, below)
        if max(steps) <= 0 or min(steps) > 1.25 * advance.get(above.size, min(steps)):
            return False
    # On the next column or page, a paragraph goes on only in the middle of a sentence.
    elif (above.page == below.page and below.top >= above.top) or above.words[0 if right_to_left else -1] in ".!?؟…:":
        return False
    left, right = edges[above]
    free = above.left - left if right_to_left else right - above.right
    next_word = below.last if right_to_left else below.first
    return free < next_word + 0.2 * above.height


def _text(group: Sequence[Line]) -> str:
    right_to_left = reads_right_to_left(" ".join(line.words for line in group))
    text = ""
    for line in group:
        words = logical(line.words, right_to_left=right_to_left)
        # A hyphen at the end of a line may belong to the word or to the line: it stays, and nothing is put after it.
        broken = not text or (text[-1] in "-\N{HYPHEN}\N{SOFT HYPHEN}" and text[-2:-1].isalpha())
        text += words if broken else f" {words}"
    # Where a mark makes a gap in the print, the letter after it seems to begin a word: tanwin stands before its alef.
    return re.sub("([\u064b]) (?=ا(?!\\w))", r"\1", text)
