"""Between the tables and the people who ask: rows become entries and reports, or one sentence on what is wrong."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from taqrib import edtf
from taqrib.errors import NotFound
from taqrib.record.chain import canonical
from taqrib.record.entry import Entry, EntryKind, KeptReport, OnBasis, Status, Tombstone, Touch, Vote
from taqrib.record.shapes import Shape
from taqrib.record.tables import entries, facts, reports, standings, tombstones

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NESTED = (list, dict)
_ALLOWED = {"kind": get_args(EntryKind), "on_basis": get_args(OnBasis), "status": get_args(Status)}
_DECODER = json.JSONDecoder()
_REMEMBERED = 1 << 12
"""So many different texts of a column are read once."""

LONGEST_NUMBER = 9
"""Digits of a number: those that every database's integers hold."""

_BASES = ("given", "stated", "inferred", "unknown")


def entry_number(entry: str) -> int:
    """The number in an entry's id.

    :raises NotFound: if ``entry`` is not written as one.
    """
    return _number(entry, "e", "an entry such as e12")


def report_number(report: str) -> int:
    """The number in a report's id.

    :raises NotFound: if ``report`` is not written as one.
    """
    return _number(report, "r", "a report such as r12")


def stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    """``fields`` as their columns keep them: lists and mappings as canonical JSON."""
    return {name: _written(value) if type(value) in _NESTED else value for name, value in fields.items()}


def _written(value: list[Any] | dict[str, Any]) -> str:
    """``value`` as canonical JSON; most lists are empty, and quick to write."""
    return canonical(value) if value else "[]" if type(value) is list else "{}"


def as_row(fields: dict[str, Any]) -> dict[str, Any]:
    """A proposal's or an amendment's fields as JSON values: the span as two columns, touches as plain lists."""
    if "span" in fields:
        fields["start"], fields["end"] = fields.pop("span")
    if "touches" in fields:
        fields["touches"] = [[touch[0], touch[1]] for touch in fields["touches"]]
    if "qualifiers" in fields:
        fields["qualifiers"] = list(fields["qualifiers"])
    return fields


ENTRY = Shape(
    (
        *entries.columns,
        *(column for column in standings.columns if column.name not in {"entry", "since", "until", "day"}),
    ),
    "entry e{number}",
)
"""What an entry is read from: what was proposed, and how it stands."""

REPORT = Shape(
    (
        *(column for column in reports.columns if column.name != "captured"),
        *(column for column in facts.columns if column.name not in {"report", "since", "until", "known_on"}),
    ),
    "report r{number}",
)
"""What a report is read from: what was captured, and what is known of it."""

_TOMBSTONE = Shape(tombstones.columns, "the tombstone of r{report}")


def entry_of(row: Sequence[Any], where: str) -> Entry:
    """The entry in a row of :data:`ENTRY`.

    :raises Damaged: if a value cannot be an entry's.
    """
    fields = ENTRY.written(row, where)
    number, report, start, end = fields.pop("number"), fields.pop("report"), fields.pop("start"), fields.pop("end")
    for field, allowed in _ALLOWED.items():
        if fields[field] not in allowed:
            raise ENTRY.wrong(row, field, fields[field], where)
    if not 0 <= start <= end:
        raise ENTRY.wrong(row, "span", (start, end), where)
    for field, read in _READ.items():
        try:
            fields[field] = read(fields[field])
        except (TypeError, ValueError, AttributeError):
            raise ENTRY.wrong(row, field, fields[field], where) from None
    return Entry(id=f"e{number}", report=f"r{report}", span=(start, end), **fields)


def report_of(row: Sequence[Any], where: str) -> KeptReport:
    """The report in a row of :data:`REPORT`.

    :raises Damaged: if a value cannot be a report's.
    """
    fields = REPORT.read(row, where)
    if fields["published_basis"] not in _BASES:
        raise REPORT.wrong(row, "published_basis", fields["published_basis"], where)
    try:
        if fields["published"] is not None:
            date.fromisoformat(fields["published"])
    except ValueError:
        raise REPORT.wrong(row, "published", fields["published"], where) from None
    given = fields.pop("given")
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise REPORT.wrong(row, "given", given, where)
    copy_of = fields.pop("copy_of")
    return KeptReport(
        id=f"r{fields.pop('number')}",
        given=tuple(given),
        copy_of=f"r{copy_of}" if copy_of is not None else None,
        **fields,
    )


def tombstone_of(row: Sequence[Any], where: str) -> Tombstone:
    """The tombstone in a row of its table.

    :raises Damaged: if a value cannot be a tombstone's.
    """
    fields = _TOMBSTONE.read(row, where)
    del fields["removed"]
    gone = tuple(f"e{number}" for number in fields.pop("entries"))
    return Tombstone(report=f"r{fields.pop('report')}", entries=gone, **fields)


# ---------------------------------------------------------------------- an entry's columns: a ValueError says no


def _finding(written: str) -> dict[str, Any]:
    finding, end = _DECODER.raw_decode(written)
    if type(finding) is not dict or end != len(written):
        raise ValueError
    return finding


def _on(value: str | None) -> str | None:
    if value is not None:
        edtf.days(value)
    return value


@lru_cache(maxsize=_REMEMBERED)
def _touches(written: str) -> tuple[Touch, ...]:
    return tuple(Touch(issue, option) for issue, option in map(_touch, json.loads(written)))


def _touch(pair: object) -> tuple[str, str | None]:
    match pair:
        case [str(issue), str() | None as option]:
            return issue, option
    raise ValueError


@lru_cache(maxsize=_REMEMBERED)
def _qualifiers(written: str) -> tuple[str, ...]:
    match json.loads(written):
        case [*listed] if all(isinstance(one, str) for one in listed):
            return tuple(listed)
    raise ValueError


@lru_cache(maxsize=_REMEMBERED)
def _votes(written: str) -> tuple[Vote, ...]:
    return tuple(Vote(by, status, dict(changes)) for by, (status, changes) in sorted(json.loads(written).items()))


_READ: dict[str, Callable[[Any], object]] = {
    "finding": _finding,
    "on": _on,
    "touches": _touches,
    "qualifiers": _qualifiers,
    "votes": _votes,
}
"""What makes a value of its column's text; entries by the thousand share what they touch and who decided."""


def _number(name: str, letter: str, expected: str) -> int:
    digits = name[1:]
    if not name.startswith(letter) or not digits.isascii() or not digits.isdigit() or len(digits) > LONGEST_NUMBER:
        raise NotFound(f"expected {expected}, found {name!r}")
    return int(digits)
