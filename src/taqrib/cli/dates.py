"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from taqrib.errors import Invalid

if TYPE_CHECKING:
    from taqrib.record import View

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


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


def given_moment(value: str | None) -> datetime | None:
    """The moment of ``--as-known-at``: of a day, its last; a time without a zone is UTC, as the ledger's are.

    :raises Invalid: if it is neither a day nor a time of ISO 8601.
    """
    if value is None:
        return None
    if _DAY.fullmatch(value):
        day = given_day(value, option="--as-known-at")
        return datetime.combine(day, time.max, tzinfo=UTC) if day else None
    try:
        moment = datetime.fromisoformat(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        moment.astimezone(UTC)  # the ledger's own zone must have such a time
    except (ValueError, OverflowError):
        raise Invalid(
            f"expected a day such as 2024-07-09 or a time such as 2024-07-09T14:30+03:00, found {value!r}",
            where="--as-known-at",
        ) from None
    return moment


def day_asked(value: str | None, view: View, known_at: datetime | None = None) -> date:
    """The day of ``--as-of``.

    By default today, or the day of ``--as-known-at`` where that has passed; or the last day then on record, if later.

    :raises Invalid: as :func:`given_day` does.
    """
    day = given_day(value, option="--as-of")
    if day:
        return day
    today = date.today()  # noqa: DTZ011 - the user's own day is meant
    last = view.last_day()
    return max(
        min(known_at.date(), today) if known_at else today,
        date.fromisoformat(last) if last else date.min,
    )
