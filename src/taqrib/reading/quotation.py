"""Where quotations begin and end, whatever the marks: «», “ ”, reversed ” “, „ “, straight ones, ‘ ’ in English.

Straight and reversed marks do not say which way they face, so the white space around them does; where that is silent,
what is open closes. An opening mark whose partner is missing never swallows the report: its quotation ends with its
sentence. Speech over several paragraphs is one quotation, whether or not each paragraph opens it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from taqrib.reading.document import Quote

if TYPE_CHECKING:
    from taqrib.reading.document import Document, Token

_FAMILIES = {
    **dict.fromkeys("«»‹›", "angular"),
    **dict.fromkeys('“”„‟"', "double"),
    **dict.fromkeys("‘’‚'", "single"),
}
_OPENING, _CLOSING = frozenset("«‹"), frozenset("»›’")
_STOPS = frozenset({".", "!", "?", "؟", "..", "...", "…"})
_BEFORE_OPENING = frozenset("([{:،,;؛-–—/")
_BEHIND_CLOSING = frozenset(")]}.:،,;؛!?؟…-–—/") | {"..", "..."}
_PARAGRAPHS = 3
"""How many paragraphs a quotation may cross without being opened again."""
_LOOK_AHEAD = 40
"""Marks looked through for the partner of a single one."""
_DEEPEST = 8
"""Quotations open inside one another; deeper ones are noise."""

Side = Literal["opens", "closes", "either"]


@dataclass(slots=True)
class _Mark:
    """A quotation mark: its token, its family, the way it faces.

    :ivar paragraph: the paragraph it stands in.
    :ivar behind_stop: a full stop comes right before it.
    :ivar last_paragraph: the last paragraph in which its speech was opened again.
    """

    index: int
    family: str
    side: Side
    paragraph: int
    behind_stop: bool
    first_in_paragraph: bool
    last_paragraph: int


def quotes(document: Document) -> tuple[list[Quote], list[Quote]]:
    """The outermost quotations of the text, and the outermost of those inside them, in order."""
    tokens = document.tokens
    depths: tuple[list[Quote], list[Quote]] = ([], [])
    for first, last in sorted(_Pairing(document).pairs(), key=lambda pair: (pair[0], -pair[1])):
        found = next((found for found in depths if not found or first > found[-1].last), None)
        if first + 1 < last and found is not None:
            found.append(Quote(first + 1, last, (tokens[first + 1].start, tokens[last - 1].end)))
    return depths


class _Pairing:
    """Quotation marks find their partners, in one pass."""

    def __init__(self, document: Document) -> None:
        self._tokens, self._text = document.tokens, document.text
        self._marks = _marks(document)
        self._indices = {mark.index for mark in self._marks}
        self._opened: list[_Mark] = []
        self._pairs: list[tuple[int, int]] = []

    def pairs(self) -> list[tuple[int, int]]:
        """The tokens of opening and closing marks; of an unclosed quotation, the mark and the token past its end."""
        for position, mark in enumerate(self._marks):
            opened = self._opened
            if opened and mark.paragraph > opened[0].paragraph and not self._goes_on(position, opened[0]):
                self._close_unclosed()
            self._meet(position, mark)
        self._close_unclosed()
        return self._pairs

    def _meet(self, position: int, mark: _Mark) -> None:
        """Open or close a quotation at ``mark``."""
        opened = self._opened
        partner = next((depth for depth in range(len(opened) - 1, -1, -1) if opened[depth].family == mark.family), None)
        if mark.family == "single" and not self._is_single_quote(position, mark, is_open=partner is not None):
            return
        if partner is None:
            if mark.side != "closes":
                opened.append(mark)
        elif mark.side != "opens":
            self._pairs.append((opened[partner].index, mark.index))
            del opened[partner:]
        elif mark.family == "angular" or not (mark.first_in_paragraph or mark.behind_stop):
            opened.append(mark)
            del opened[:-_DEEPEST]
        else:  # speech that goes on is opened again in each paragraph
            opened[partner].last_paragraph = mark.paragraph

    def _is_single_quote(self, position: int, mark: _Mark, *, is_open: bool) -> bool:
        """Whether a single mark opens or closes a quotation, and is no apostrophe."""
        if not is_open:
            return mark.side == "opens" and self._closes_later(position)
        return mark.side == "closes" and not self._is_plural(position, mark)

    def _is_plural(self, position: int, mark: _Mark) -> bool:
        """Whether a closing single mark is a plural's apostrophe ("the leaders' talks"): another closes behind it."""
        word = self._tokens[mark.index - 1].norm if mark.index else ""
        return word.endswith("s") and self._closes_later(position)

    def _closes_later(self, position: int) -> bool:
        """Whether a single mark that can close follows in the paragraph, before another opens."""
        paragraph = self._marks[position].paragraph
        for mark in self._marks[position + 1 : position + _LOOK_AHEAD]:
            if mark.paragraph != paragraph or (mark.family == "single" and mark.side == "opens"):
                return False
            if mark.family == "single" and mark.side == "closes":
                return True
        return False

    def _goes_on(self, position: int, opened: _Mark) -> bool:
        """Whether speech opened in an earlier paragraph goes on to the mark at ``position``."""
        if opened.family == "single":
            return False
        mark = self._marks[position]
        if mark.family != opened.family:  # marks inside the speech, if the next of its own family closes it
            later = self._marks[position + 1 : position + _LOOK_AHEAD]
            own = next((other for other in later if other.family == opened.family), None)
            return own is not None and own.side == "closes" and own.paragraph - opened.last_paragraph < _PARAGRAPHS
        if mark.first_in_paragraph and mark.side == "opens":
            return opened.family == "double" and mark.paragraph - opened.last_paragraph == 1
        return mark.side == "closes" and mark.paragraph - opened.last_paragraph < _PARAGRAPHS

    def _close_unclosed(self) -> None:
        """End quotations that were never closed with their sentence, if no other mark comes before its end."""
        tokens, text = self._tokens, self._text
        for mark in self._opened:
            if mark.family == "single" or mark.side != "opens":
                continue
            for index in range(mark.index + 1, len(tokens)):
                if index in self._indices:
                    break
                ends = index + 1 == len(tokens) or "\n" in text[tokens[index].end : tokens[index + 1].start]
                stops = tokens[index].norm in _STOPS
                if ends or (stops and _spaced(text, tokens[index].end, tokens[index + 1].start)):
                    self._pairs.append((mark.index, index if tokens[index].norm == "." else index + 1))
                    break
        self._opened = []


def _marks(document: Document) -> list[_Mark]:
    """The quotation marks of the text, each with the way it faces."""
    tokens, text = document.tokens, document.text
    found: list[_Mark] = []
    paragraph = 0
    first_in_paragraph = 0
    end = 0
    for index, token in enumerate(tokens):
        if token.start > end and "\n" in text[end : token.start]:
            paragraph += 1
            first_in_paragraph = index
        end = token.end
        family = _FAMILIES.get(token.text)
        if family is None:
            continue
        before = tokens[index - 1] if index else None
        side = _side(token, before, tokens[index + 1] if index + 1 < len(tokens) else None, text)
        stopped = before is not None and before.norm in _STOPS
        found.append(_Mark(index, family, side, paragraph, stopped, index == first_in_paragraph, paragraph))
    return found


def _side(token: Token, before: Token | None, behind: Token | None, text: str) -> Side:
    """The way a mark faces: by the white space and punctuation around it, and where that is silent by itself."""
    space_before = before is None or _spaced(text, before.end, token.start)
    space_behind = behind is None or _spaced(text, token.end, behind.start)
    opens = not space_behind and (
        space_before or (before is not None and (before.norm in _BEFORE_OPENING or before.text in _FAMILIES))
    )
    closes = not space_before and (
        space_behind or (behind is not None and (behind.norm in _BEHIND_CLOSING or behind.text in _FAMILIES))
    )
    around: Side = "either" if opens == closes else "opens" if opens else "closes"
    if token.text == "'" and behind is not None and not behind.norm[0].isalpha() and around == "opens":
        return "either"  # "'90s"
    if token.text == "’" and around == "opens":
        return "either"  # "’em"
    if token.text == "‘" or (around == "either" and token.text in _OPENING):
        return "opens"
    return "closes" if around == "either" and token.text in _CLOSING else around


def _spaced(text: str, start: int, end: int) -> bool:
    """Whether white space, not only invisible controls, stands between."""
    return any(character.isspace() for character in text[start:end])
