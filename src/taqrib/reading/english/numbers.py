"""Numbers in words and digits: ``2,000``, ``3.5 million``, ``twenty-two``, ``two dozen``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Token

_TABLE = load("english/numbers")
_CARDINALS: dict[str, int] = _TABLE["cardinals"]
_SCALES: dict[str, int] = _TABLE["scales"]
_VAGUE: dict[str, int] = _TABLE["vague"]
ORDINALS: dict[str, int] = _TABLE["ordinals"]
NUMBER_WORDS = frozenset(_CARDINALS) | {scale for scale in _SCALES if len(scale) > 2}
VAGUE_NUMBERS = frozenset(_VAGUE)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)(bn|tn|m|k|mn|million|billion)")
_LETTERS = {"bn": 10**9, "tn": 10**12, "m": 10**6, "mn": 10**6, "k": 1000, "million": 10**6, "billion": 10**9}


class Number(NamedTuple):
    """A number read from ``tokens[first:last]``; ``value`` is ``None`` for "hundreds" and "dozens"."""

    first: int
    last: int
    value: float | None
    in_words: bool


def is_number_word(norm: str) -> bool:
    """Whether the word alone is a number: ``seven``, ``twenty-two``, ``million``; not ordinals."""
    if norm in _CARDINALS or norm in _SCALES:
        return True
    tens, hyphen, units = norm.partition("-")
    return bool(hyphen) and tens in _CARDINALS and units in _CARDINALS


def small(norm: str) -> int | None:
    """The value of one word or run of digits below a scale; ``None`` if it is no number."""
    value = _CARDINALS.get(norm)
    if value is not None:
        return value
    tens, hyphen, units = norm.partition("-")
    if hyphen and tens in _CARDINALS and units in _CARDINALS:
        return _CARDINALS[tens] + _CARDINALS[units]
    return None


def ordinal(norm: str) -> int | None:
    """``tenth`` → 10, ``21st`` → 21; ``None`` if it is no ordinal."""
    value = ORDINALS.get(norm)
    if value is not None:
        return value
    if norm[:1].isdigit() and norm[-2:] in {"st", "nd", "rd", "th"} and norm[:-2].isascii() and norm[:-2].isdigit():
        return int(norm[:-2]) if len(norm) <= 4 else None
    tens, hyphen, units = norm.partition("-")
    if hyphen and tens in _CARDINALS and units in ORDINALS:
        return _CARDINALS[tens] + ORDINALS[units]
    return None


def plural_scale(norm: str) -> bool:
    """Whether the word counts without saying how many: ``hundreds``, ``dozens``."""
    return norm in _VAGUE


def digits(text: str) -> float | None:
    """The value of a number in digits with its separators; ``None`` for anything else ("1.2.3", "4,5")."""
    found = _DIGITS.fullmatch(text)
    return float(found.group().replace(",", "")) if found and found.group().isascii() else None


def read_number(tokens: Sequence[Token], first: int) -> Number | None:  # noqa: C901, PLR0912 - a case of the grammar per branch
    """The longest number that begins at ``tokens[first]``; ``None`` if none does.

    Reads ``2,000``, ``3.5 million``, ``10bn``, ``two hundred and fifty``, ``a dozen``, ``hundreds of thousands``.
    """
    norm = tokens[first].norm
    if norm in _VAGUE:
        last = first + 1
        while last + 1 < len(tokens) and tokens[last].norm == "of" and tokens[last + 1].norm in _VAGUE:
            last += 2
        return Number(first, last, None, in_words=True)
    value = digits(norm)
    in_words = value is None
    if value is None:
        scaled = _SCALED.fullmatch(norm)
        if scaled:
            return Number(first, first + 1, float(scaled[1]) * _LETTERS[scaled[2]], in_words=False)
    last = first
    if value is not None:
        last = first + 1
        total, part = 0.0, value
    else:
        total, part = 0.0, 0.0
        if norm in {"a", "half"} and last + 1 < len(tokens) and tokens[last + 1].norm in _SCALES:
            part, last = 1.0, first + 1
        elif small(norm) is None:
            return None
    while last < len(tokens):
        word = tokens[last].norm
        scale = _SCALES.get(word)
        below = small(word) if in_words else None
        if scale is not None:
            if scale <= 100:  # "two hundred", "three dozen", "a score"
                part = (part or 1) * scale
            else:
                total += (part or 1) * scale
                part = 0.0
        elif below is not None and (
            part == 0 or (part % 100 == 0 and below < 100) or (part % 10 == 0 and part % 100 >= 20 and below < 10)
        ):
            part += below
        elif (
            word == "and"
            and in_words
            and part
            and part % 100 == 0
            and last + 1 < len(tokens)
            and small(tokens[last + 1].norm)
        ):
            pass
        else:
            break
        last += 1
    return Number(first, last, total + part, in_words=in_words) if last > first else None
