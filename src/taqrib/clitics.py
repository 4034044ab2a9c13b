"""Arabic clitics: every way to take و ف ب ل ك س ال off a word.

Which of them is right, only somebody who knows the rest can say: وليام, لابيد, بيرنز, وفد and وزير begin with clitic
letters. A lexicon asks for each possible rest (:mod:`taqrib.reading.arabic.words`); a search keeps them all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Split(NamedTuple):
    """A word as clitics + rest, both normalised: ``Split("وبال", "دوحه")``."""

    clitics: str
    rest: str


@lru_cache(maxsize=1 << 15)
def splits(norm: str) -> tuple[Split, ...]:
    """Every way to take clitics off the normalised word ``norm``, the least taken off first."""
    found = [Split("", norm)]
    conjunctions = [""] + ([norm[0]] if norm[:1] in {"و", "ف"} and len(norm) > 2 else [])
    for conjunction in conjunctions:
        word = norm[len(conjunction) :]
        if conjunction:
            found.append(Split(conjunction, word))
        if word.startswith("ال") and len(word) > 3:
            found.append(Split(conjunction + "ال", word[2:]))
        if word.startswith("لل") and len(word) > 3:  # ل + ال
            found.append(Split(conjunction + "لل", word[2:]))
        if word[:1] in {"ب", "ل", "ك", "س"} and len(word) > 2:
            found.append(Split(conjunction + word[0], word[1:]))
            if word[1:3] == "ال" and word[0] in {"ب", "ك"} and len(word) > 4:
                found.append(Split(conjunction + word[:3], word[3:]))
    return tuple(found)
