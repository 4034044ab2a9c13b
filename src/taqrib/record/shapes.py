"""What the columns of a row may hold: each value is of its column's type, or one sentence says which is not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Boolean, Float, Integer, String, Text

from taqrib.errors import Damaged
from taqrib.record.tables import JSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Column

_TYPES: dict[type, type] = {BigInteger: int, Integer: int, String: str, Text: str, Boolean: bool, Float: float}


class Shape:
    """The columns that rows are read from.

    :ivar columns: them, in the order of a row's values.
    :param name: of a row for messages, such as ``entry e{number}``, to be filled with its values.
    """

    def __init__(self, columns: Iterable[Column[Any]], name: str) -> None:
        self.columns = tuple(columns)
        self._name = name
        self._names = tuple(column.name for column in self.columns)
        self._expected = tuple((_TYPES[type(column.type)], bool(column.nullable)) for column in self.columns)
        self._nested = tuple(column.name for column in self.columns if column.info == JSON)
        self._fitting: set[tuple[type, ...]] = set()

    def written(self, row: Sequence[Any], where: str) -> dict[str, Any]:
        """The row's values by column, each of its column's type; JSON as it is written.

        :param row: a value for each column; what follows them is left out.
        :param where: the record's place, for the message.
        :raises Damaged: if a value is of another type, or missing; it names the row and the column.
        """
        types = tuple(map(type, row))
        if types not in self._fitting:  # rows by the thousand are of a few combinations: each is looked through once
            for column, value, (type_, nullable) in zip(self._names, row, self._expected, strict=False):
                if type(value) is not type_ and not (nullable and value is None):
                    raise self.wrong(row, column, value, where)
            self._fitting.add(types)
        return dict(zip(self._names, row, strict=False))

    def read(self, row: Sequence[Any], where: str) -> dict[str, Any]:
        """The row's values by column, JSON decoded.

        :raises Damaged: as :meth:`written` does, and if a value is no JSON.
        """
        values = self.written(row, where)
        for column in self._nested:
            if values[column] is not None:
                try:
                    values[column] = json.loads(values[column])
                except ValueError:
                    raise self.wrong(row, column, values[column], where) from None
        return values

    def wrong(self, row: Sequence[Any], field: str, value: object, where: str) -> Damaged:
        """That the row holds what Taqrib never writes."""
        name = self._name.format(**dict(zip(self._names, row, strict=False)))
        found = repr(value)
        shown = found if len(found) <= 60 else f"{found[:57]}..."
        return Damaged(
            f"{name} of the record holds {shown} as its {field}, which Taqrib never writes; restore the record from a "
            "copy",
            where=where,
        )
