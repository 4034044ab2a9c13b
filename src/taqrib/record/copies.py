"""Which earlier report a new one is a copy of: looked up by what their texts have in common."""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from taqrib.record.tables import reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

_LOOKED_AT = 3
"""Earlier reports compared word by word, those that share most first."""

_SHARED = 0.15
"""The share of its numbers that a copy has at least in common with the original: three quarters of what it must have of
its words (see :mod:`taqrib.evidence.likeness`)."""

_CLEARLY = 0.3
"""A report with a smaller share of numbers in common cannot have half of its words from the other: it can only be one
that carries most of a text that is clearly shorter ..."""

_SHORTER = 0.75
"""... which is one of at most this share of its length."""

_LATEST = 50
"""Of the reports that share one number, so many are looked at, the latest: a formula thousands carry tells nothing,
and a wire thousands reprint is reached by way of its latest copies."""


@lru_cache(maxsize=1 << 10)
def bands_of(told: str) -> tuple[int, ...]:
    """The bands a report is entered under, each once, in order."""
    from taqrib.evidence.likeness import signature  # noqa: PLC0415 - numpy comes with it: only adding needs it

    return signature(told).bands


class Copies:
    """Looks for originals among the reports kept, and among those that are about to be.

    What the texts given have in common with the reports kept is looked up at once; the cost does not grow with those.

    :param connection: to the record.
    :param texts: of the reports that will be asked about.
    """

    def __init__(self, connection: Connection, texts: Sequence[str]) -> None:
        self._connection = connection
        self._sharing: dict[int, list[int]] = {}
        self._known: dict[int, tuple[str, int | None]] = {}
        wanted = {band for one in texts for band in bands_of(one)}
        found = connection.execute(text(_SHARING[connection.dialect.name]), _asked(wanted))
        for band, numbers in found:
            listed = json.loads(numbers) if isinstance(numbers, str) else numbers
            self._sharing[band] = sorted(listed or ())
        self._fetch({number for one in texts for number in self._likely(one)})

    def original_of(self, told: str) -> int | None:
        """The number of the first report whose words ``told`` carries; ``None`` if its words are its own.

        A copy of a copy is a copy of the original.
        """
        from taqrib.evidence.likeness import is_copy  # noqa: PLC0415 - see above

        likely = self._likely(told)
        self._fetch(likely)
        for number, share in sorted(likely.items()):
            earlier, copied_from = self._known[number]
            comparable = share >= _CLEARLY or len(earlier) <= _SHORTER * len(told)
            if comparable and is_copy(told, earlier):
                return number if copied_from is None else copied_from
        return None

    def remember(self, number: int, told: str, copy_of: int | None) -> None:
        """A report that is about to be kept: those after it may be copies of it."""
        self._known[number] = (told, copy_of)
        for band in bands_of(told):
            sharing = self._sharing.setdefault(band, [])
            sharing.append(number)
            del sharing[:-_LATEST]

    def _fetch(self, numbers: Iterable[int]) -> None:
        """Have the texts of these reports at hand."""
        missing = sorted(set(numbers) - self._known.keys())
        if missing:
            query = select(reports.c.number, reports.c.text, reports.c.copy_of).where(reports.c.number.in_(missing))
            self._known.update((row.number, (row.text, row.copy_of)) for row in self._connection.execute(query))

    def _likely(self, told: str) -> dict[int, float]:
        """The reports that share most with ``told``, of those that share enough, each with its share."""
        own = bands_of(told)
        shared: Counter[int] = Counter()
        for band in own:
            shared.update(self._sharing.get(band, ()))
        least = _SHARED * len(own)
        enough = [number for number, count in shared.items() if count >= least]
        first = sorted(enough, key=lambda number: (-shared[number], number))[:_LOOKED_AT]
        return {number: shared[number] / len(own) for number in first}


def _asked(bands: Iterable[int]) -> dict[str, str | int]:
    return {"asked": json.dumps([str(band) for band in bands]), "latest": _LATEST}


_SHARING = {
    "sqlite": """
        SELECT CAST(asked.value AS INTEGER), (
            SELECT json_group_array(report) FROM (
                SELECT bands.report FROM bands WHERE bands.band = CAST(asked.value AS INTEGER)
                ORDER BY bands.report DESC LIMIT :latest))
        FROM json_each(:asked) AS asked""",
    "postgresql": """
        SELECT CAST(asked.value AS bigint), (
            SELECT json_agg(report) FROM (
                SELECT bands.report FROM bands WHERE bands.band = CAST(asked.value AS bigint)
                ORDER BY bands.report DESC LIMIT :latest) AS latest)
        FROM jsonb_array_elements_text(CAST(:asked AS jsonb)) AS asked(value)""",
}
"""The latest reports under each band asked for, in each database's words: both seek ``bands`` by its primary key."""
