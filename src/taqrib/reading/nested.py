"""Quotations inside a quotation: the words of another, whom the one quoted may name and may not believe.

``“Vernod told us: ‘We reject the map.’ I doubt it,” Brelin said``: the map is rejected by Vernod, not by Brelin. Where
reading does not see who speaks inside, nobody has said it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taqrib.reading.document import Document, Quote
    from taqrib.reading.findings import Span, Stance, Statement

_REMEMBERED = 8
"""Statements of one speaker among which that around a quotation is sought."""
_LEAD = 2
"""Tokens between where a content begins and the quotation that is meant: "told me ‘we will not sign’"."""


def own_contents(document: Document, statements: list[Statement]) -> list[Statement]:
    """The statements, each cue inside a quotation with the quotation behind it for its content, and no word more."""
    if not document.inner_quotes:
        return statements
    return [_narrowed(document, statement) for statement in statements]


def own_stances(document: Document, statements: list[Statement], stances: list[Stance]) -> list[Stance]:
    """The stances without those that a quotation inside gives to whoever repeats it, each within its quotation."""
    found = []
    contents: dict[str | None, list[Span]] = defaultdict(list)
    for statement in sorted(statements, key=lambda one: one.content):
        contents[statement.speaker_name].append(statement.content)
    for stance in stances:
        inner = _around(document.inner_quotes, stance.evidence[0])
        if inner is None:
            found.append(stance)
        elif not _is_repeated(inner.span, contents[stance.holder]):
            found.append(_within(stance, inner.span[1]))
    return found


def _narrowed(document: Document, statement: Statement) -> Statement:
    at = bisect_left(document.inner_quotes, statement.content[0], key=lambda quote: quote.span[0])
    outer = _around(document.quotes, statement.cue[0])
    if at == len(document.inner_quotes) or outer is None or statement.content[0] < statement.cue[1]:
        return statement
    inner = document.inner_quotes[at]
    inside = inner.last <= outer.last and statement.content[1] > inner.span[1]
    if inside and _begins_at(document, statement.content, inner):
        return replace(statement, content=inner.span, mode="direct")
    return statement


def _begins_at(document: Document, content: Span, inner: Quote) -> bool:
    """Whether the quotation opens where the content begins, or a word or two behind."""
    opens = range(max(inner.first - 1 - _LEAD, 0), inner.first + 1)
    return any(document.tokens[at].start == content[0] for at in opens)


def _is_repeated(inner: Span, contents: list[Span]) -> bool:
    """Whether the holder, who says ``contents``, only repeats what stands inside: he says more, and not that itself."""
    at = bisect_left(contents, (inner[0], 0))
    own = at < len(contents) and contents[at][1] <= inner[1]
    return not own and any(last > inner[1] for _, last in contents[max(0, at - _REMEMBERED) : at])


def _within(stance: Stance, end: int) -> Stance:
    """The stance up to ``end``."""
    return replace(
        stance,
        evidence=(stance.evidence[0], min(stance.evidence[1], end)),
        requires=stance.requires if stance.requires is not None and stance.requires[1] <= end else None,
        turned=tuple(span for span in stance.turned if span[1] <= end),
    )


def _around(quotes: list[Quote], offset: int) -> Quote | None:
    """The quotation around an offset."""
    at = bisect_right(quotes, offset, key=lambda quote: quote.span[0]) - 1
    return quotes[at] if at >= 0 and offset < quotes[at].span[1] else None
