"""Which reports carry the words of an earlier one: wire copies and reprints, whole or in part.

Two steps, for hundreds of thousands of reports. A report's *signature* holds a few numbers of its text that are kept
in a table; an earlier report that shares some is a candidate. :func:`resemblance` then compares the two texts exactly.

The signature is MinHash (Broder 1997) taken locally: the least hash of every few words in a row (winnowing; Schleimer
and others 2003), not that of the text as a whole. For a copy may be of a part: a reprint under a long lead of its own
has little in common with the wire as a whole, and every stretch of what it copied. Sources: ``docs/bibliography.md``.

Words are compared as :mod:`taqrib.normal` folds them, so harakat, punctuation, upper case and line breaks do not
matter. A translation shares no words and is no copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np

from taqrib.case.phrases import words_of
from taqrib.normal import folded

BAND_WORDS = 6
"""How many words in a row one number of a signature stands for."""

WINDOW = 24
"""In how many such runs one after the other the least is kept: about one number for each twelve words.

Half as many would lose reprints of a paragraph or two, twice as many would fill the table with what decides nothing:
reprints share more than half of their numbers, independent reports of one event none or one.
"""

SURE = BAND_WORDS + WINDOW - 1
"""So many words in a row, carried over unchanged, always leave a number in common."""

MOST_BANDS = 512
"""A longer text keeps the least of its numbers only: about 6,400 words keep all of them."""

SHINGLE = 4
"""How many words in a row are compared by :func:`resemblance`."""

CARRIED = 0.5
"""A report is a copy if an earlier one has this share of its shingles, or ..."""

WHOLE, IN_PART = 0.8, 0.2
"""... if it has the first share of the earlier one's, and they are the second share of its own: reprinted in something
longer. Below that the earlier text is quoted in a report that stands on its own words.

Measured in ``tests/evidence/test_likeness.py``, in both languages: reprints with another headline, lead, tail or cut
have 0.6 or more of their shingles from the original; independent reports of one event have 0.26 or less.
"""

SHORT = 12
"""With fewer shingles than this, chance is enough for half; then nearly all must be the same, both ways."""

_NEARLY = 0.9

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIXERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_BITS_63 = np.uint64((1 << 63) - 1)

Numbers: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.uint64]]"


@dataclass(frozen=True, slots=True)
class Signature:
    """What a text is looked up by.

    :ivar bands: numbers of 63 bits, ascending, each once, at most :data:`MOST_BANDS`; none for a text without words.
        The same on every machine and in every version: a table of them stays good.
    """

    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How much two texts have in common, in runs of :data:`SHINGLE` words; each number from 0 to 1.

    :ivar jaccard: of all their runs, the share that both have.
    :ivar of_text: of the text's runs, the share the earlier one has.
    :ivar of_earlier: of the earlier one's runs, the share the text has.
    :ivar shorter: how many different runs the shorter one has.
    """

    jaccard: float
    of_text: float
    of_earlier: float
    shorter: int


def signature(text: str) -> Signature:
    """The signature of ``text``, in time linear in its length (a news report: about a millisecond).

    Texts that have :data:`SURE` words in a row in common share a number, unless one of them is very long; shorter
    common runs often do. A copy shares many, a chance likeness one: candidates are best asked by how many they share.
    """
    words = _hashed_words(text)
    if not words.size:
        return Signature(())
    least = _least(_runs(words, BAND_WORDS), WINDOW)
    return Signature(tuple(sorted(set(least.tolist()))[:MOST_BANDS]))


def resemblance(text: str, earlier: str) -> Resemblance:
    """How much of each text is in the other, exactly; all zero if either has no words."""
    ours, theirs = _shingles(text), _shingles(earlier)
    if not ours or not theirs:
        return Resemblance(0.0, 0.0, 0.0, 0)
    both = len(ours & theirs)
    return Resemblance(
        both / (len(ours) + len(theirs) - both), both / len(ours), both / len(theirs), min(len(ours), len(theirs))
    )


def is_copy(text: str, earlier: str) -> bool:
    """Whether ``text`` carries the words of ``earlier``: all of them, most of them, or hardly any but them.

    What an analyst calls a reprint: another headline, a lead of its own, paragraphs cut or added. It is about words
    only: the caller knows which text is the earlier one.
    """
    alike = resemblance(text, earlier)
    if alike.shorter < SHORT:
        return min(alike.of_text, alike.of_earlier) >= _NEARLY
    return alike.of_text >= CARRIED or (alike.of_earlier >= WHOLE and alike.of_text >= IN_PART)


@lru_cache(maxsize=1 << 9)
def _shingles(text: str) -> frozenset[int]:
    words = _hashed_words(text)
    return frozenset(_runs(words, SHINGLE).tolist()) if words.size else frozenset()


@lru_cache(maxsize=1 << 9)
def _hashed_words(text: str) -> Numbers:
    """The hash of each word, in order."""
    words = words_of(folded(text))
    return np.fromiter(map(_hash, words), dtype=np.uint64, count=len(words))


def _least(numbers: Numbers, window: int) -> Numbers:
    """The least of each ``window`` numbers in a row; of all of them if they are fewer."""
    window = min(window, len(numbers))
    reach = 1
    while reach < window:  # from the least of each ``reach`` to that of up to twice as many
        step = min(reach, window - reach)
        numbers = np.minimum(numbers[:-step], numbers[step:])
        reach += step
    return numbers


def _runs(words: Numbers, length: int) -> Numbers:
    """A number of 63 bits for each run of ``length`` words, in order; for all of them if they are fewer.

    :param words: their hashes, at least one.
    """
    runs = max(1, len(words) - length + 1)
    total = np.zeros(runs, dtype=np.uint64)
    for place in range(min(length, len(words))):
        total = total * _MULTIPLIER + words[place : place + runs]
    # The last bits of a sum of products depend on few bits of the words; mixed, every bit depends on all (splitmix64).
    for shift, mixer in zip((30, 27), _MIXERS, strict=True):
        total = (total ^ (total >> np.uint64(shift))) * mixer
    return (total ^ (total >> np.uint64(31))) & _BITS_63


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "big")
