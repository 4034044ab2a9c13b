"""«الحكومة، وليس المجلس، تطالب»: who is named only to say that it is not him."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Callable


def before_contrast(norm: Callable[[int], str], at: int, floor: int) -> int | None:
    """One past the words that a contrast right before the name at ``at`` sets it against; ``None`` without a contrast.

    :param norm: gives the normalised token at an index.
    :param floor: the first token of the sentence or of what may be looked at.
    """
    for words in _contrasts():
        first = at - len(words)
        if first > floor and all(norm(first + place) == word for place, word in enumerate(words)):
            return first - 1 if norm(first - 1) == "،" else first
    return None


@cache
def _contrasts() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(normalised(phrase).split()) for phrase in load("arabic/clauses")["contrasts"])
