"""Between the tables and the people who ask: rows become entries and reports, or one sentence on what is wrong."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from sqlalchemy import Boolean, Float, Integer, String

from taqrib import edtf
from taqrib.errors import Damaged, NotFound
from taqrib.record.chain import canonical
from taqrib.record.entry import Entry, EntryKind, KeptReport, OnBasis, Status, Touch
from taqrib.record.tables import JSON, entries, reports

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import RowMapping, Table

_TYPES: dict[type, type] = {Integer: int, String: str, Boolean: bool, Float: float}
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


def plain(table: Table, row: RowMapping, where: str) -> dict[str, Any]:
    """The row's values by column, each of its column's type, JSON decoded.

    :param where: the record's file, for the message.
    :raises Damaged: if a value is of another type, missing, or no JSON; it names the row and the column.
    """
    values: dict[str, Any] = dict(row)
    for column in table.columns:
        value = values[column.name]
        if value is None:
            right = column.nullable
        else:
            right = any(type(value) is found for kind, found in _TYPES.items() if isinstance(column.type, kind))
        if right and column.info == JSON:
            try:
                values[column.name] = json.loads(value)
            except ValueError:
                right = False
        if not right:
            raise _wrong(_id(table, values), column.name, value, where)
    return values


def stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    """``fields`` as their columns keep them: lists and mappings as canonical JSON."""
    return {name: canonical(value) if isinstance(value, list | dict) else value for name, value in fields.items()}


def as_row(fields: dict[str, Any]) -> dict[str, Any]:
    """A proposal's or an amendment's fields as JSON values: the span as two columns, touches as plain lists."""
    if "span" in fields:
        fields["start"], fields["end"] = fields.pop("span")
    if "touches" in fields:
        fields["touches"] = [[touch[0], touch[1]] for touch in fields["touches"]]
    return fields


def entry_of(row: RowMapping, where: str) -> Entry:
    """The entry in a row of the entries' table.

    :raises Damaged: if a value cannot be an entry's.
    """
    fields = plain(entries, row, where)
    number, start, end, report = (fields.pop(name) for name in ("number", "start", "end", "report"))
    name = f"entry e{number}"
    for field, allowed in (("kind", EntryKind), ("on_basis", OnBasis), ("status", Status)):
        if fields[field] not in get_args(allowed):
            raise _wrong(name, field, fields[field], where)
    if not 0 <= start <= end:
        raise _wrong(name, "span", (start, end), where)
    if not isinstance(fields["finding"], dict):
        raise _wrong(name, "finding", fields["finding"], where)
    try:
        if fields["on"] is not None:
            edtf.days(fields["on"])
    except ValueError:
        raise _wrong(name, "on", fields["on"], where) from None
    fields["touches"] = _touches(fields["touches"], name, where)
    return Entry(id=f"e{number}", report=f"r{report}", span=(start, end), **fields)


def report_of(row: RowMapping, where: str) -> KeptReport:
    """The report in a row of the reports' table.

    :raises Damaged: if a value cannot be a report's.
    """
    fields = plain(reports, row, where)
    name = f"report r{fields['number']}"
    if fields["published_basis"] not in _BASES:
        raise _wrong(name, "published_basis", fields["published_basis"], where)
    try:
        if fields["published"] is not None:
            date.fromisoformat(fields["published"])
    except ValueError:
        raise _wrong(name, "published", fields["published"], where) from None
    given = fields.pop("given")
    if not isinstance(given, list) or not all(isinstance(fact, str) for fact in given):
        raise _wrong(name, "given", given, where)
    return KeptReport(id=f"r{fields.pop('number')}", given=tuple(given), **fields)


def _touches(value: object, name: str, where: str) -> tuple[Touch, ...]:
    match value:
        case list():
            touched = [Touch(issue, option) for issue, option in (pair for pair in value if _is_touch(pair))]
            if len(touched) == len(value):
                return tuple(touched)
    raise _wrong(name, "touches", value, where)


def _is_touch(pair: object) -> bool:
    match pair:
        case [str(), str() | None]:
            return True
    return False


def _number(name: str, letter: str, expected: str) -> int:
    digits = name[1:]
    if not name.startswith(letter) or not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise NotFound(f"expected {expected}, found {name!r}")
    return int(digits)


def _id(table: Table, values: Mapping[str, Any]) -> str:
    return f"{'entry e' if table is entries else 'report r'}{values['number']}"


def _wrong(name: str, field: str, value: object, where: str) -> Damaged:
    found = repr(value)
    shown = found if len(found) <= 60 else f"{found[:57]}..."
    return Damaged(
        f"{name} of the record holds {shown} as its {field}, which Taqrib never writes; restore the record from a copy",
        where=where,
    )
