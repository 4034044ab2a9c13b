"""Dates as people type them."""

from __future__ import annotations

from datetime import date, datetime

from taqrib.errors import Invalid


def given_day(value: str | None, *, option: str) -> date | None:
    """``value`` as a day.

    :raises Invalid: if it is not ``YYYY-MM-DD``, or no such day exists.
    """
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day has no zone
    except ValueError:
        raise Invalid(f"expected a day such as 2024-07-09, found {value!r}", where=option) from None
