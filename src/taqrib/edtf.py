"""The days an EDTF date may mean, so that dates of different precision can be compared.

Only the forms Taqrib writes are read: ``2024``, ``2024-07``, ``2024-07-09``, a day with a part-of-day suffix
(``2024-07-08TEV``) or an hour (``2024-07-08T10:30``), and intervals ``a/b`` of them. See the Extended Date/Time Format,
ISO 8601-2:2019.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\w:]+)?)?)?", re.ASCII)


@lru_cache(maxsize=1 << 12)
def days(value: str) -> tuple[date, date]:
    """The first and the last day ``value`` may mean.

    >>> days("2024-06-30/2024-07-06")
    (datetime.date(2024, 6, 30), datetime.date(2024, 7, 6))
    >>> days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))

    :raises ValueError: if ``value`` is none of the forms above, names a day that does not exist, or ends before it
        begins.
    """
    points = [_point(part) for part in value.split("/")]
    if len(points) > 2 or points[0][0] > points[-1][1]:
        raise ValueError(f"expected a date such as 2024-07-09, 2024-07 or 2024-06-30/2024-07-06, found {value!r}")
    return points[0][0], points[-1][1]


def _point(value: str) -> tuple[date, date]:
    match = _POINT.fullmatch(value)
    if not match:
        raise ValueError(f"expected a date such as 2024-07-09, 2024-07 or 2024-06-30/2024-07-06, found {value!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise ValueError(f"expected a year from 0001, found {value!r}")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"expected a month from 01 to 12, found {value!r}")
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def first_day(value: str) -> date:
    """The first day ``value`` may mean."""
    return days(value)[0]


def last_day(value: str) -> date:
    """The last day ``value`` may mean: from then on it has certainly come."""
    return days(value)[1]


def day_order(value: str | None) -> date:
    """When a date that may be vague has certainly come, and never for none: what dated things are ordered by."""
    return last_day(value) if value else date.max
