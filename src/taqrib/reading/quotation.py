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
    from collections.abc import Sequence

    from taqrib.reading.document import Document, Token

_FAMILIES = {
    **dict.fromkeys("«»‹›", "angular"),
    **dict.fromkeys('“”„‟"', "double"),
    **dict.fromkeys("‘’‚'", "single"),
}
_STOPS = frozenset({".", "!", "?", "؟", "..", "...", "…"})
_BEFORE_OPENING = frozenset("([{:،,;؛-–—/")
_BEHIND_CLOSING = frozenset(")]}.:،,;؛!?؟…-–—/") | {"..", "..."}
_PARAGRAPHS = 3
"""How many paragraphs a quotation may cross without being opened again."""

Side = Literal["opens", "closes", "either"]


@dataclass(slots=True)
class _Mark:
    """A quotation mark: its token, its family, the way it faces, the paragraph it stands in."""

    index: int
    family: str
    side: Side
    paragraph: int
    behind_stop: bool
    first_in_paragraph: bool


def quotes(document: Document) -> list[Quote]:
    """The quotations of the text, outermost only, in order."""
    tokens = document.tokens
    marks = _marks(document)
    pairs: list[tuple[int, int]] = []
    opened: list[_Mark] = []
    for position, mark in enumerate(marks):
        if opened and mark.paragraph > opened[0].paragraph and not _goes_on(marks, position, opened[0]):
            pairs.extend(_unclosed(tokens, marks, opened, document.text))
            opened = []
        _meet(mark, marks, position, opened, pairs, tokens)
    pairs.extend(_unclosed(tokens, marks, opened, document.text))
    pairs.sort(key=lambda pair: (pair[0], -pair[1]))
    found: list[Quote] = []
    end = -1
    for first, last in pairs:
        if first + 1 < last and first > end:
            found.append(Quote(first + 1, last, (tokens[first + 1].start, tokens[last - 1].end)))
            end = last
    return found


def _meet(
    mark: _Mark,
    marks: list[_Mark],
    position: int,
    opened: list[_Mark],
    pairs: list[tuple[int, int]],
    tokens: Sequence[Token],
) -> None:
    """Open or close a quotation at ``mark``."""
    partner = next((depth for depth in range(len(opened) - 1, -1, -1) if opened[depth].family == mark.family), None)
    if mark.family == "single":
        if any(other.family != "single" for other in opened):
            return  # inside other marks only the outermost count
        if partner is None:
            if mark.side == "opens" and _closes_later(marks, position, tokens):
                opened.append(mark)
            return
        if mark.side == "opens" or _is_apostrophe(marks, position, tokens):
            return
    if partner is None:
        if mark.side != "closes":
            opened.append(mark)
        return
    if mark.side == "opens":
        again = mark.first_in_paragraph or mark.behind_stop  # speech that goes on is opened again in each paragraph
        if not again or mark.family == "angular":
            opened.append(mark)
        return
    pairs.append((opened[partner].index, mark.index))
    del opened[partner:]


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
        found.append(_Mark(index, family, side, paragraph, stopped, index == first_in_paragraph))
    return found


def _side(token: Token, before: Token | None, behind: Token | None, text: str) -> Side:
    space_before = before is None or _spaced(text, before.end, token.start)
    space_behind = behind is None or _spaced(text, token.end, behind.start)
    opens = not space_behind and (
        space_before or (before is not None and (before.norm in _BEFORE_OPENING or before.text in _FAMILIES))
    )
    closes = not space_before and (
        space_behind or (behind is not None and (behind.norm in _BEHIND_CLOSING or behind.text in _FAMILIES))
    )
    if token.text in "«‹":
        return "closes" if closes and not opens else "opens"
    if token.text in "»›":
        return "opens" if opens and not closes else "closes"
    if token.text == "‘":
        return "opens"
    if token.text == "’":
        return "closes" if not space_before else "either"
    if token.text == "'":
        if opens and not closes and behind is not None and behind.norm[0].isalpha():
            return "opens"
        return "closes" if closes and not opens else "either"
    if opens == closes:
        return "either"
    return "opens" if opens else "closes"


def _spaced(text: str, start: int, end: int) -> bool:
    """Whether white space, not only invisible controls, stands between."""
    return any(character.isspace() for character in text[start:end])


def _goes_on(marks: list[_Mark], position: int, opened: _Mark) -> bool:
    """Whether speech opened in an earlier paragraph goes on to the mark at ``position``."""
    mark = marks[position]
    if opened.family == "single" or mark.family != opened.family:
        return False
    if mark.first_in_paragraph and mark.side == "opens":
        return mark.paragraph - opened.paragraph == 1
    return mark.side == "closes" and mark.paragraph - opened.paragraph < _PARAGRAPHS


def _unclosed(tokens: Sequence[Token], marks: list[_Mark], opened: list[_Mark], text: str) -> list[tuple[int, int]]:
    """The quotations of marks never closed: to the end of their sentence, if no other mark comes before it."""
    indices = {mark.index for mark in marks}
    found = []
    for mark in opened:
        if mark.family == "single" or mark.side != "opens":
            continue
        for index in range(mark.index + 1, len(tokens)):
            if index in indices:
                break
            ends = index + 1 == len(tokens) or "\n" in text[tokens[index].end : tokens[index + 1].start]
            stops = tokens[index].norm in _STOPS and (ends or _spaced(text, tokens[index].end, tokens[index + 1].start))
            if ends or stops:
                found.append((mark.index, index if tokens[index].norm == "." else index + 1))
                break
    return found


def _closes_later(marks: list[_Mark], position: int, tokens: Sequence[Token]) -> bool:
    """Whether a single quotation mark that can close follows in the paragraph, before another opens."""
    paragraph = marks[position].paragraph
    for mark in marks[position + 1 : position + 40]:
        if mark.paragraph != paragraph or (mark.family == "single" and mark.side == "opens"):
            return False
        if mark.family == "single" and mark.side == "closes":
            return True
    return False


def _is_apostrophe(marks: list[_Mark], position: int, tokens: Sequence[Token]) -> bool:
    """Whether a closing single mark is a plural's apostrophe ("the leaders' talks"): another closes after it."""
    mark = marks[position]
    if mark.side == "either":
        return True
    if mark.index == 0 or not tokens[mark.index - 1].norm.endswith("s"):
        return False
    return _closes_later(marks, position, tokens)
