"""Between the tables and the people who ask: rows become entries and reports, or one sentence on what is wrong."""

from __future__ import annotations

import json
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from sqlalchemy import BigInteger, Boolean, Float, Integer, String, Text

from taqrib import edtf
from taqrib.errors import Damaged, NotFound
from taqrib.record.chain import canonical
from taqrib.record.entry import Entry, EntryKind, KeptReport, OnBasis, Status, Tombstone, Touch, Vote
from taqrib.record.tables import JSON, entries, facts, reports, standings, tombstones

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy import Column, CursorResult, RowMapping

Values: TypeAlias = "Mapping[str, Any] | RowMapping"
"""A row's values by column."""

_TYPES: dict[type, type] = {BigInteger: int, Integer: int, String: str, Text: str, Boolean: bool, Float: float}
_NESTED = (list, dict)
_ALLOWED = {"kind": get_args(EntryKind), "on_basis": get_args(OnBasis), "status": get_args(Status)}
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


def named_rows(found: CursorResult[Any]) -> Iterator[dict[str, Any]]:
    """The rows of an answer by column: mappings of the standard kind, whose values are found at once."""
    names = tuple(found.keys())
    return (dict(zip(names, row, strict=True)) for row in found)


def plain(columns: Iterable[Column[Any]], row: Values, where: str, name: str = "a row") -> dict[str, Any]:
    """The row's values by column, each of its column's type, JSON decoded.

    :param where: the record's place, for the message.
    :param name: of the row, for the message.
    :raises Damaged: if a value is of another type, missing, or no JSON; it names the row and the column.
    """
    values = _of_their_types(columns, row, where, name)
    for column in _json_columns(tuple(columns)):
        if values[column] is not None:
            try:
                values[column] = json.loads(values[column])
            except ValueError:
                raise _wrong(name, column, values[column], where) from None
    return values


def _of_their_types(columns: Iterable[Column[Any]], row: Values, where: str, name: str) -> dict[str, Any]:
    """The row's values by column, JSON as it is written.

    :raises Damaged: as :func:`plain` does.
    """
    values: dict[str, Any] = {}
    for column, type_, nullable in _expected(tuple(columns)):
        value = row[column]
        if type(value) is not type_ and not (nullable and value is None):
            raise _wrong(name, column, value, where)
        values[column] = value
    return values


@cache
def _expected(columns: tuple[Column[Any], ...]) -> tuple[tuple[str, type, bool], ...]:
    """Of each column its name, the type of its values, and whether it may be empty."""
    return tuple((column.name, _TYPES[type(column.type)], bool(column.nullable)) for column in columns)


@cache
def _json_columns(columns: tuple[Column[Any], ...]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if column.info == JSON)


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


ENTRY_COLUMNS = (
    *(column for column in entries.columns if column.name != "finding"),
    entries.c.finding,
    *(column for column in standings.columns if column.name not in {"entry", "since", "until", "day"}),
)
"""What an entry is read from: what was proposed, and how it stands."""

REPORT_COLUMNS = (
    *(column for column in reports.columns if column.name != "captured"),
    *(column for column in facts.columns if column.name not in {"report", "since", "until", "known_on"}),
)
"""What a report is read from: what was captured, and what is known of it."""


def entry_of(row: Values, where: str) -> Entry:
    """The entry in a row of :data:`ENTRY_COLUMNS`.

    :raises Damaged: if a value cannot be an entry's.
    """
    name = f"entry e{row['number']}"
    fields = _of_their_types(ENTRY_COLUMNS, row, where, name)
    number, start, end, report = (fields.pop(column) for column in ("number", "start", "end", "report"))
    for field, allowed in _ALLOWED.items():
        if fields[field] not in allowed:
            raise _wrong(name, field, fields[field], where)
    if not 0 <= start <= end:
        raise _wrong(name, "span", (start, end), where)
    for field, read in _READ.items():
        try:
            fields[field] = read(fields[field])
        except (TypeError, ValueError, AttributeError):
            raise _wrong(name, field, fields[field], where) from None
    return Entry(id=f"e{number}", report=f"r{report}", span=(start, end), **fields)


def report_of(row: Values, where: str) -> KeptReport:
    """The report in a row of :data:`REPORT_COLUMNS`.

    :raises Damaged: if a value cannot be a report's.
    """
    name = f"report r{row['number']}"
    fields = plain(REPORT_COLUMNS, row, where, name)
    if fields["published_basis"] not in _BASES:
        raise _wrong(name, "published_basis", fields["published_basis"], where)
    try:
        if fields["published"] is not None:
            date.fromisoformat(fields["published"])
    except ValueError:
        raise _wrong(name, "published", fields["published"], where) from None
    given = _strings(fields.pop("given"), name, "given", where)
    copy_of = fields.pop("copy_of")
    return KeptReport(
        id=f"r{fields.pop('number')}", given=given, copy_of=f"r{copy_of}" if copy_of is not None else None, **fields
    )


def tombstone_of(row: Values, where: str) -> Tombstone:
    """The tombstone in a row of its table.

    :raises Damaged: if a value cannot be a tombstone's.
    """
    name = f"the tombstone of r{row['report']}"
    fields = plain(tombstones.columns, row, where, name)
    del fields["removed"]
    gone = tuple(f"e{number}" for number in fields.pop("entries"))
    return Tombstone(report=f"r{fields.pop('report')}", entries=gone, **fields)


def _strings(value: object, name: str, field: str, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(name, field, value, where)
    return tuple(value)


# ---------------------------------------------------------------------- an entry's columns: a ValueError says no


def _finding(written: str) -> dict[str, Any]:
    match json.loads(written):
        case dict(finding):
            return finding
    raise ValueError


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


def _wrong(name: str, field: str, value: object, where: str) -> Damaged:
    found = repr(value)
    shown = found if len(found) <= 60 else f"{found[:57]}..."
    return Damaged(
        f"{name} of the record holds {shown} as its {field}, which Taqrib never writes; restore the record from a copy",
        where=where,
    )
