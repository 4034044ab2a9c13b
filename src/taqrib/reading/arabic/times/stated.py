"""The day of publication where a report states it: «اليوم الثلاثاء 11 يونيو 2019»."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from taqrib.reading import calendar
from taqrib.reading.arabic.times.days import day_at
from taqrib.reading.arabic.times.words import DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.reading.arabic.times.scan import Scan


def stated_publications(scan: Scan) -> Iterator[date]:
    """Each day of publication that follows from a relative day beside a full date; contradictory places say nothing.

    The document is read without its own day of publication, so that only dates with their year have a value.
    """
    given, scan.published = scan.published, None
    try:
        for index, token in enumerate(scan.tokens):
            if DAYS.first_words.find(token.norm) is None:
                continue
            relative = DAYS.find(scan.tokens, index)
            found = day_at(scan, index)
            if relative is None or not found or found[0].value is None or len(found[0].value) != 10:
                continue
            stated = date.fromisoformat(found[0].value)
            weekday = next(filter(None, map(scan.weekday, range(index, found[0].last))), None)
            if weekday is None or weekday[0] == stated.weekday():
                published = calendar.shifted(stated, -relative.value)
                if published is not None:
                    yield published
    finally:
        scan.published = given
