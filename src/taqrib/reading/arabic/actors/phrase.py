"""A noun phrase that names or describes an actor, in token indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.known import Head, Named

PERSONAL = frozenset({"office", "role", "rank"})
"""Kinds of heads that are persons."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase, ``tokens[first:last]``.

    :ivar head: what its first noun is; ``None`` for a bare name.
    :ivar name: the tokens of a person's name inside it, ``(first, last)``.
    :ivar of: the tokens of the name of whose office or document it is ("بيان من مكتب فلان").
    :ivar known: the known name it consists of or is qualified by first ("الوفد المصري": مصر).
    :ivar definite: it points to somebody the reader should know ("المصدر").
    :ivar clitics: what is attached before its first word.
    """

    first: int
    last: int
    head: Head | None = None
    name: tuple[int, int] | None = None
    known: Named | None = None
    definite: bool = False
    clitics: str = ""
    of: tuple[int, int] | None = None
