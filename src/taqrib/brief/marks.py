"""Signs where told pieces meet: quotation marks inside quotation marks, brackets beside brackets, one full stop.

A quote is cut out of its sentence, so of a pair of marks it may hold one only; and between two parts of what somebody
said may stand who said it. Only marks are changed here: the words are the report's, and the appendix has all of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taqrib.brief.runs import Quote, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.brief.runs import Run, Runs
    from taqrib.brief.tongue import Tongue

MARKS = '«»“”„‟"'
"""Quotation marks, but for single ones, which are apostrophes as well."""

_ENDS = (".", "!", "?", "؟", "…")
_MARK = re.compile(f"[{MARKS}]")
_BEFORE_OPENING = " \n\t([«“:"


def tidied(runs: Runs, tongue: Tongue) -> Runs:
    """The runs of one sentence with their quotation marks and brackets as a careful editor would set them."""
    told: list[Run] = []
    for run in runs:
        before = told[-1] if told else None
        if isinstance(run, Quote):
            told.append(Quote(inside(run.text, tongue, run.language), run.language))
        elif isinstance(before, Words) and isinstance(run, Words) and (before.text[-1:], run.text[:2]) == (")", " ("):
            told[-1:] = Words(before.text[:-1]), Words(tongue.phrase("bracket_between") + run.text[2:])
        else:
            told.append(run)
    return tuple(told)


def ends(text: str) -> bool:
    """Whether a quote ends a sentence, also inside marks of its own."""
    return text.rstrip(MARKS + "’)").endswith(_ENDS)


def inside(text: str, tongue: Tongue, language: str) -> str:
    """A quote's words as they stand between the quotation marks of ``tongue``.

    Marks around the whole are left out, for the brief sets its own, and so is a mark without the other of its pair.
    What the report says between two parts of a quotation becomes ``[…]``. Pairs of the brief's own shape, and straight
    ones, take the shape of inner marks: in words of the other language, that of its own marks.

    :param language: of the words.
    """
    if not _MARK.search(text):
        return text.strip()
    text = _uninterrupted(text)
    outer: list[str] = tongue.phrases["quotation"]
    by_language: dict[str, list[str]] = tongue.phrases["inner_quotation"]
    inner = by_language.get(language, by_language[tongue.language])
    signs: dict[int | None, str] = dict(enumerate(text))
    for opens, closes in _pairs(text):
        if opens is None or closes is None or (opens, closes) == (0, len(text) - 1):
            for place in {opens, closes}:
                signs.pop(place, "")
        elif not {text[opens], text[closes]}.isdisjoint({*outer, '"'}):
            signs[opens], signs[closes] = inner
    return "".join(signs.values()).strip()


def _uninterrupted(text: str) -> str:
    """``text`` with ``[…]`` for what stands between the end of a quotation that began before it and its going on."""
    parts: list[str] = []
    depth, start = 1, 0
    for place, opens in _marks(text):
        if opens and depth == 0:
            start = place + 1
        depth += 1 if opens else -1
        if depth < 0:
            return text
        if depth == 0:
            parts.append(text[start:place].rstrip(" ,،"))
    return " […] ".join([*parts, text[start:].lstrip()]) if parts and depth == 1 else text


def _pairs(text: str) -> Iterator[tuple[int | None, int | None]]:
    """Where a mark opens and where it is closed; ``None`` where the text holds only the other of the two."""
    waiting: list[int] = []
    for place, opens in _marks(text):
        if opens:
            waiting.append(place)
            continue
        same = [open_ for open_ in waiting if (text[open_] == "«") == (text[place] == "»")]
        if not same:
            yield None, place
            continue
        while waiting[-1] != same[-1]:
            yield waiting.pop(), None
        yield waiting.pop(), place
    yield from ((place, None) for place in waiting)


def _marks(text: str) -> Iterator[tuple[int, bool]]:
    """Where the quotation marks of ``text`` stand, and whether they open."""
    straight = False
    for mark in _MARK.finditer(text):
        opens = _opens(text, mark.start(), waiting=straight)
        if mark.group() == '"':
            straight = opens
        yield mark.start(), opens


def _opens(text: str, place: int, *, waiting: bool) -> bool:
    """Whether the mark opens: by its shape, a straight or high one by what stands on either side of it."""
    if text[place] in "«»„":
        return text[place] != "»"
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    spaced_before, spaced_after = not before or before in _BEFORE_OPENING, not after or not after.isalnum()
    if spaced_before != spaced_after:
        return spaced_before
    return text[place] == "“" if text[place] != '"' else not waiting
