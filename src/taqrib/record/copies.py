"""Which earlier report a new one is a copy of: looked up by what their texts have in common."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import select

from taqrib.record.tables import bands, reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

_LOOKED_AT = 20
"""Earlier reports compared word by word, those that share most first: a formula that all carry makes no copies."""


@lru_cache(maxsize=1 << 8)
def bands_of(text: str) -> tuple[int, ...]:
    """The bands a report is entered under, each once, in order."""
    from taqrib.evidence.likeness import signature  # noqa: PLC0415 - numpy comes with it: only adding needs it

    return tuple(sorted(set(signature(text).bands)))


class Copies:
    """Looks for originals among the reports kept, and among those that are about to be.

    :param connection: to the record.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[int, list[int]] = {}
        self._texts: dict[int, tuple[str, int | None]] = {}

    def original_of(self, text: str) -> int | None:
        """The number of the first report whose words ``text`` carries; ``None`` if its words are its own.

        A copy of a copy is a copy of the original.
        """
        from taqrib.evidence.likeness import is_copy  # noqa: PLC0415 - see above

        shared = Counter(self._sharing(bands_of(text)))
        likely = sorted(sorted(shared), key=lambda number: -shared[number])[:_LOOKED_AT]
        known = self._known(likely)
        for number in sorted(likely):
            earlier, copied_from = known[number]
            if is_copy(text, earlier):
                return number if copied_from is None else copied_from
        return None

    def remember(self, number: int, text: str, copy_of: int | None) -> None:
        """A report that is about to be kept: those after it may be copies of it."""
        self._texts[number] = (text, copy_of)
        for band in bands_of(text):
            self._waiting.setdefault(band, []).append(number)

    def _sharing(self, wanted: tuple[int, ...]) -> Iterable[int]:
        for band in wanted:
            yield from self._waiting.get(band, ())
        yield from self._connection.execute(select(bands.c.report).where(bands.c.band.in_(wanted))).scalars()

    def _known(self, numbers: list[int]) -> Mapping[int, tuple[str, int | None]]:
        kept = [number for number in numbers if number not in self._texts]
        query = select(reports.c.number, reports.c.text, reports.c.copy_of).where(reports.c.number.in_(kept))
        return {**self._texts, **{row.number: (row.text, row.copy_of) for row in self._connection.execute(query)}}
