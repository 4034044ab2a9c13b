"""A told sentence as runs: what is ours, what is the case's, what is quoted, and which entries it rests on.

Writers of every format (Markdown, HTML, and whatever comes later) decide how a run looks; none of them needs to know
the language. Texts in runs are as captured: making them harmless is the writer's duty (see :mod:`taqrib.brief.lines`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from taqrib.brief.directions import is_right_to_left, set_apart
from taqrib.brief.lines import one_line, visible

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the brief itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name, question or option in the case's own words, in the brief's language."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, told between quotation marks, in the report's language (``ar``, ``en`` or whatever it is)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name told as it stands, without quotation marks: an outlet in its report's language, the id of a report."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an entry, which opens its quote."""

    entry: str


Run: TypeAlias = Words | Label | Quote | Name | Reference
Runs: TypeAlias = tuple[Run, ...]


def fill(pattern: str, **slots: Runs | str) -> Runs:
    """The runs of ``pattern`` with each ``{slot}`` replaced by its runs, or by words.

    >>> fill("on {issue}, ", issue=(Label("Who lights the beacon?"),))
    (Words(text='on '), Label(text='Who lights the beacon?'), Words(text=', '))
    """
    runs: list[Run] = []
    for piece in _pieces(pattern):
        if isinstance(piece, Words):
            runs.append(piece)
            continue
        value = slots[piece]
        if not isinstance(value, str):
            runs += value
        elif value:
            runs.append(Words(value))
    return tuple(runs)


@lru_cache(maxsize=1 << 10)
def _pieces(pattern: str) -> tuple[Words | str, ...]:
    """What stands between the slots, and the names of the slots: patterns are few and filled often."""
    pieces = enumerate(_SLOT.split(pattern))
    return tuple(piece if place % 2 else Words(piece) for place, piece in pieces if piece)


def joined(parts: list[Runs], between: str) -> Runs:
    """The parts that have runs, one after the other, with ``between`` between them."""
    runs: list[Run] = []
    for part in filter(None, parts):
        if runs:
            runs.append(Words(between))
        runs.extend(part)
    return tuple(runs)


def plain(runs: Runs) -> str:
    """The bare text of the runs, references left out: for page titles and the like."""
    return "".join("" if isinstance(run, Reference) else run.text for run in runs)


def written(runs: Runs, quotation: tuple[str, str], *, rtl: bool) -> str:
    """The runs as one line of plain text: quotes between their marks, references in brackets, nothing that acts unseen.

    >>> written((Quote("aye", "en"), Words(" "), Reference("e1")), ("“", "”"), rtl=False)
    '“aye” [e1]'

    :param quotation: the marks before and after a quote.
    :param rtl: whether the line runs from right to left; see :mod:`taqrib.brief.directions`.
    """
    opening, closing = quotation
    return "".join(_written(run, opening, closing, rtl=rtl) for run in runs)


def _written(run: Run, opening: str, closing: str, *, rtl: bool) -> str:
    match run:
        case Words(text):
            return visible(text)
        case Reference(entry):
            text, after = set_apart(f"[{entry}]", rtl=False, line_rtl=rtl)
            return text + after
        case Quote(text, language) | Name(text, language):
            text = visible(one_line(text))
            text, after = set_apart(text, rtl=is_right_to_left(text, language), line_rtl=rtl)
            return f"{opening}{text}{closing}{after}" if isinstance(run, Quote) else text + after
        case Label(text):
            text, after = set_apart(visible(one_line(text)), rtl=rtl, line_rtl=rtl)
            return text + after
