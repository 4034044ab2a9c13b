"""EDTF dates told with the precision they have: a day, a part of a day, a month, a year, a span of days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

Manner: TypeAlias = Literal["at", "since", "due", "bare"]
"""*at*: when something happened ("on 9 July 2024"); *since*: from when; *due*: for when it is set; *bare*: no more than
the date."""

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\w+))?)?)?", re.ASCII)


class Calendar:
    """The dates of one language.

    :param phrases: the language's phrases; its months and its ``dates`` are used.
    """

    def __init__(self, phrases: dict[str, Any]) -> None:
        self._months: list[str] = phrases["months"]
        self._dates: dict[str, Any] = phrases["dates"]

    def told(self, value: str | None, manner: Manner = "at") -> str:
        """``value`` in words.

        :param value: EDTF as Taqrib writes it (see :mod:`taqrib.edtf`); ``None`` is said to be unstated. A value of any
            other form is told as it stands: a date nobody can read is shown, not hidden.
        """
        forms: dict[str, str] = self._dates[manner]
        if value is None:
            return forms["unknown"]
        first, _, last = value.partition("/")
        points = [match.groups() for match in map(_POINT.fullmatch, filter(None, (first, last))) if match]
        if len(points) != (2 if last else 1) or not all(1 <= int(month or 1) <= 12 for _, month, *_ in points):
            return forms["day"].format(value=value)
        if last and first != last:
            return forms["between"].format(value=self._between(*points))
        year, month, day, part = points[0]
        if part in self._dates["parts"]:
            return forms["part"].format(value=self._dates["parts"][part].format(day=self._point(year, month, day)))
        precision = "day" if day else "month" if month else "year"
        return forms[precision].format(value=self._point(year, month, day))

    def span(self, since: date, until: date) -> str:
        """The days from ``since`` to ``until``, both included."""
        if since == until:
            return self.told(since.isoformat(), "bare")
        first, last = self._shortened(_numbers(since), _numbers(until))
        return str(self._dates["span"]).format(first=first, last=last)

    def _between(self, first: tuple[str | None, ...], last: tuple[str | None, ...]) -> str:
        if not first[1] and not last[1]:
            return str(self._dates["years"]).format(first=first[0], last=last[0])
        return str(self._dates["and"]).join(self._shortened(first[:3], last[:3]))

    def _shortened(self, first: tuple[str | None, ...], last: tuple[str | None, ...]) -> tuple[str, str]:
        """Both ends, the first without the year or the month it shares with the last."""
        year, month, day = first
        told = self._point(year, month, day)
        if year == last[0] and month and last[1]:
            told = told.removesuffix(f" {year}")
            if month == last[1] and day and last[2]:
                told = str(int(day))
        return told, self._point(*last)

    def _point(self, year: str | None, month: str | None, day: str | None) -> str:
        words = [str(int(day))] if day else []
        words += [self._months[int(month) - 1]] if month else []
        return " ".join([*words, year or ""])


def _numbers(day: date) -> tuple[str, str, str]:
    return f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"
