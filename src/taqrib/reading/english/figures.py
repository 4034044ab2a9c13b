"""Counts in English reports with unit, approximation and claimant; never a date.

A number that is part of a time, an ordinal, an age, a street or a numbered thing ("resolution 12") is no count, nor is
"the two sides", which names and does not count.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from taqrib.reading.english.numbers import Number, plural_scale, read_number
from taqrib.reading.english.outline import Outline, outline_of
from taqrib.reading.findings import Figure
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Statement, Time

_TABLE = load("english/figures")
_CURRENCY: dict[str, str] = _TABLE["currency"]
_PARTICIPLES = frozenset(_TABLE["participles"])
_UNCOUNTED = frozenset(_TABLE["uncounted"])
_NUMBERED = frozenset(_TABLE["numbered"])
_ANAPHORS = frozenset(_TABLE["anaphors"])
_DEFINITE = frozenset(["the", "these", "those", "its", "their", "his", "her", "our", "both"])
_APPROXIMATORS: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _TABLE["approximators"]:
    _words = tuple(_phrase.split())
    _APPROXIMATORS.setdefault(_words[-1], []).append(_words)
for _list in _APPROXIMATORS.values():
    _list.sort(key=len, reverse=True)


def figures(document: Document, times: list[Time], statements: list[Statement]) -> list[Figure]:
    """The counts of the text in order, each attributed to the innermost statement around it."""
    outline = outline_of(document, times)
    starts = [time.span[0] for time in times]
    claims = _Claims(statements)
    found: list[Figure] = []
    index = 0
    while index < len(outline.tokens):
        token = outline.tokens[index]
        norm = token.norm
        tag = outline.tags[index]
        if tag not in "#nT" or not (tag == "#" or norm[0].isdigit() or plural_scale(norm)):
            index += 1
            continue
        at = bisect_right(starts, token.start) - 1
        if outline.tags[index] == "T" or (at >= 0 and times[at].span[1] > token.start):
            index += 1
            continue
        number = read_number(outline.tokens, index)
        if number is None:
            index += 1
            continue
        figure = _figure(outline, number)
        if figure is not None:
            figure.attributed_to = claims.of(figure.span)
            found.append(figure)
        index = number.last
    return found


class _Claims:
    """Whose statement a span stands in; statements in the order of their beginnings."""

    def __init__(self, statements: list[Statement]) -> None:
        self.statements = sorted((one for one in statements if one.speaker_name), key=lambda one: one.content)

    def of(self, span: tuple[int, int]) -> str | None:
        innermost: Statement | None = None
        for one in self.statements:
            if one.content[0] > span[0]:
                break
            if span[1] <= one.content[1] and (
                innermost is None or one.content[1] - one.content[0] <= innermost.content[1] - innermost.content[0]
            ):
                innermost = one
        return innermost.speaker_name if innermost else None


def _figure(outline: Outline, number: Number) -> Figure | None:
    tokens, tags = outline.tokens, outline.tags
    first, last = number.first, number.last
    total = len(tokens)
    before = tokens[first - 1].norm if first else ""
    after = tokens[last].norm if last < total else ""
    unit: str | None = None
    rule = "count"
    if before in _CURRENCY:
        first, unit, rule = first - 1, _CURRENCY[before], "money"
    elif (
        after == "%"
        or after in {"percent", "pc"}
        or (after == "per" and last + 1 < total and tokens[last + 1].norm == "cent")
    ):
        last += 2 if after == "per" else 1
        unit, rule = "%", "percentage"
    elif (
        (number.value in {0, 1} and number.in_words)
        or before in _NUMBERED
        or (first and tags[first - 1] in "rs" and tokens[first - 1].end == tokens[first].start)
    ):
        return None
    elif (
        after in {"-", "‑"}
        and tokens[last].start == tokens[last - 1].end
        and last + 1 < total
        and tokens[last + 1].norm == "strong"
    ):
        last, unit, rule = last + 2, "strong", "strength"
    else:
        if after in {"thirds", "quarters", "fifths", "halves"} or after in {"pm", "am", "gmt"}:
            return None
        end = _unit_end(outline, number)
        if end is None:
            return None
        unit = outline.text(end[0], end[1])
        if unit.rsplit(" ", 1)[-1] in _UNCOUNTED or outline.tags[end[1] : end[1] + 1] == "s":
            return None  # "met six times", "two steps forward", "the two armies' commanders"
        if (
            number.in_words
            and before in _DEFINITE
            and number.value is not None
            and number.value <= 12
            and (end[1] - last == 1 or tokens[end[1] - 1].norm in _ANAPHORS)
        ):
            return None
        last = end[1]
    begin, approximate = _approximated(outline, first)
    span = outline.span(begin, last)
    return Figure(
        value=number.value,
        unit=unit,
        approx=approximate or number.value is None,
        span=span,
        rule=rule,
        certainty=0.9 if number.value is None or number.value > 2 else 0.8,
        rests_on=(span,),
        unsure=("how many is not said",) if number.value is None else (),
    )


def _unit_end(outline: Outline, number: Number) -> tuple[int, int] | None:
    """The tokens of the unit: the rest of the noun phrase, or the phrase after "of"."""
    tokens, tags = outline.tokens, outline.tags
    last = number.last
    if last >= len(tokens):
        return None
    norm, after = tokens[last].norm, tags[last + 1] if last + 1 < len(tokens) else ""
    alone = norm in _PARTICIPLES and after not in {*"njr"}
    if alone or (norm in {"other", "others", "more"} and after and after not in "nr#j"):
        return last, last + 1
    return _unit_of(outline, last + 1) if norm == "of" and after else _unit_beside(outline, last)


def _unit_of(outline: Outline, begin: int) -> tuple[int, int] | None:
    """``hundreds of the prisoners``."""
    phrase = outline.phrases[outline.phrase_at[begin]]
    while begin < phrase.last and outline.tags[begin] == "d":
        begin += 1
    noun = phrase.kind == "N" and begin < phrase.last and outline.tags[phrase.last - 1] in "nr"
    return (begin, phrase.last) if noun else None


def _unit_beside(outline: Outline, first: int) -> tuple[int, int] | None:
    """``40 prisoners``; an address ("10 Harbour Street") counts nothing."""
    tokens, tags = outline.tokens, outline.tags
    phrase = outline.phrases[outline.phrase_at[first]]
    end = phrase.last
    if phrase.kind != "N" or tags[end - 1] not in "nr" or phrase.first > first or tags[first] in "do":
        return None
    norm = tokens[end - 1].norm
    if tags[end - 1] == "r" and not norm.endswith("s"):
        return None
    street = end - first > 1 and norm.endswith(("street", "avenue"))
    return None if street and all(tags[index] == "r" for index in range(first, end)) else (first, end)


def _approximated(outline: Outline, first: int) -> tuple[int, bool]:
    """Where the figure begins with its approximators, and whether there are any."""
    tokens = outline.tokens
    begin = first
    found = False
    while begin > 0:
        for words in _APPROXIMATORS.get(tokens[begin - 1].norm, ()):
            length = len(words)
            if length <= begin and tuple(token.norm for token in tokens[begin - length : begin]) == words:
                begin -= length
                found = True
                break
        else:
            break
    return begin, found
