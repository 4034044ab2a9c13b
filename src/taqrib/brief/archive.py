"""Office files are archives; made again from the same input, they must be the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment an archive can name; every part bears it, whenever it was made."""


def repacked(data: bytes, *, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """The archive ``data`` without the moment of its making.

    :param replaced: the name of a part -> what it is to hold instead.
    """
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(kept, "w") as archive:
        for part in made.infolist():
            fixed = zipfile.ZipInfo(part.filename, date_time=EARLIEST)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            archive.writestr(fixed, (replaced or {}).get(part.filename, made.read(part)))
    return kept.getvalue()


def midnight(day: date) -> datetime:
    """The moment a file of ``day`` bears: its beginning, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
