"""A file's bytes with its name: what every reader is given, and how it says what it repaired."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taqrib.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes, and the name of the file they are from.

    :ivar where: the name, for messages; a profile's party is called by its stem.
    """

    where: str
    content: bytes

    @property
    def ending(self) -> str:
        """How the name ends, in lower case: ``.xml``."""
        _, dot, ending = self._name.rpartition(".")
        return f".{ending.lower()}" if dot else ""

    @property
    def stem(self) -> str:
        """The name without folder and ending."""
        stem, dot, ending = self._name.rpartition(".")
        return stem if dot and stem else ending

    @property
    def _name(self) -> str:
        return self.where.replace("\\", "/").rpartition("/")[2]

    def text(self) -> str:
        """The content as UTF-8, without a byte order mark.

        :raises Unreadable: if it is none.
        """
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Unreadable(
                f"expected UTF-8 text, found the byte {error.object[error.start]:#04x} at {error.start}; "
                "save the file as UTF-8",
                where=self.where,
            ) from None


def cells(source: Source) -> list[tuple[int, list[str]]]:
    """The rows of comma-separated values that are not empty, each with its number from 1.

    :raises Unreadable: if they are none.
    """
    try:
        reader = csv.reader((f"{line}\n" for line in source.text().split("\n")), strict=True)
        return [(number, row) for number, row in enumerate(reader, 1) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Unreadable(
            f"expected comma-separated values, found something else ({error})", where=source.where
        ) from None


def party_names(profiles: Iterable[Source]) -> list[str]:
    """A name for each profile: its file's stem, numbered where two are alike."""
    names: list[str] = []
    for source in profiles:
        name, number = source.stem, 2
        while name in names:
            name, number = f"{source.stem} ({number})", number + 1
        names.append(name)
    return names
