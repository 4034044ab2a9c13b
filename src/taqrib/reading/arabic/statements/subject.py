"""The written subject of a reporting verb, in token indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrase import Phrase


@dataclass(slots=True)
class Subject:
    """The tokens ``first:last`` of a written subject; ``core`` ends before restrictive clauses and further subjects.

    ``loose``: taken by its place alone; no head or name in it is known.
    """

    first: int
    last: int
    core: int
    phrase: Phrase | None
    loose: bool = False
    joined: bool = False
