"""What a user or a file says about a report: its day, its source, its grade; checked once, here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from taqrib.errors import Invalid

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""A date outside is a slip of the keyboard. The computer's clock has no say: exercises are set in the future, and a
file that was captured one day must be captured alike on any other."""

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_GRADE = re.compile(r"[A-F][1-6]")
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a file says about itself; ``None`` where it says nothing."""

    title: str | None = None
    source: str | None = None
    published: date | None = None
    url: str | None = None
    grade: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """What one format hands to capture: the text, and what the file says about itself."""

    text: str
    stated: Stated


def day(value: date | str, *, where: str | None) -> date:
    """A day of publication, from a date or from ``YYYY-MM-DD``.

    :raises Invalid: if it is written otherwise, is not in the calendar, or lies before 1900 or after 2199.
    """
    if isinstance(value, datetime):
        value = value.date()
    found = value if isinstance(value, date) else _day_from_text(value.strip(), where)
    if not EARLIEST <= found <= LATEST:
        raise Invalid(
            f"expected a publication date from {EARLIEST.year} to {LATEST.year}, found {found}; correct the year",
            where=where,
        )
    return found


def _day_from_text(value: str, where: str | None) -> date:
    match = _ISO_DAY.fullmatch(value)
    if not match:
        raise Invalid(
            f"expected a publication date as YYYY-MM-DD, such as 2019-03-12, found {value!r}; write it so", where=where
        )
    year, month, number = map(int, match.groups())
    try:
        return date(year, month, number)
    except ValueError:
        raise Invalid(
            f"expected a publication date that is in the calendar, found {value}; correct the day, month or year",
            where=where,
        ) from None


def grade(value: str, *, where: str | None) -> str:
    """An Admiralty grade, ``A1`` to ``F6``; the small letter is accepted and written large.

    :raises Invalid: if it is anything else.
    """
    found = value.strip().upper()
    if not _GRADE.fullmatch(found):
        raise Invalid(
            f"expected an Admiralty grade from A1 to F6 (source A-F, claim 1-6), found {value!r}; correct it or "
            "leave it out",
            where=where,
        )
    return found


def language(value: str, *, where: str | None) -> str:
    """An ISO 639-1 code, two small letters.

    :raises Invalid: if it is anything else, such as the name of a language.
    """
    found = value.strip().lower()
    if not _LANGUAGE.fullmatch(found):
        raise Invalid(f"expected a language as two letters, such as ar or en, found {value!r}; correct it", where=where)
    return found


def phrase(value: str | None) -> str | None:
    """A short text on one line, without white space around it; ``None`` if nothing is left."""
    return " ".join(value.split()) or None if value else None
