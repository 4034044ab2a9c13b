"""Dates as people type them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from taqrib.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.record import KeptReport


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


def day_asked(value: str | None, reports: Iterable[KeptReport]) -> date:
    """The day of ``--as-of``; by default today, or the last day on record where that is later.

    :raises Invalid: as :func:`given_day` does.
    """
    known = (report.known_on for report in reports)
    return given_day(value, option="--as-of") or max([date.today(), *known])  # noqa: DTZ011 - the user's own day is meant
