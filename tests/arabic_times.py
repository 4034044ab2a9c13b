"""What the Arabic tests of times share: one invented day of publication, and a short way to write what was found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from taqrib.reading.arabic.times.expressions import times
from taqrib.reading.layout import lay_out

if TYPE_CHECKING:
    from taqrib.reading.findings import Time

WEDNESDAY = date(2023, 5, 17)


def found(text: str, *, published: date | None = WEDNESDAY) -> list[Time]:
    """The times in ``text``, published on a Wednesday unless said otherwise."""
    return times(lay_out(text, published=published))


def values(text: str, *, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """Each expression as written, and its value."""
    return [(text[time.span[0] : time.span[1]], time.value) for time in found(text, published=published)]
