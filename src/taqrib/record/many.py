"""Many rows at once, as the driver takes them: SQLAlchemy writes the statement, and does not touch each row.

Thousands of rows are written in a transaction; looking at the type of each value again, which were all validated
at the border, took longer than SQLite takes to write them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

_NAMED = {
    "sqlite": sqlite.dialect(paramstyle="named"),
    "postgresql": postgresql.dialect(paramstyle="pyformat"),  # type: ignore[no-untyped-call] # SQLAlchemy has no types
}


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, each with a value for every column, as the column stores it."""
    if rows:
        connection.exec_driver_sql(_insertion(connection.dialect.name, table), list(rows))


def end_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, int]]) -> None:
    """End the versions of entries that stand in ``table``.

    :param rows: the entry ``ended``, and the ledger row ``at_row`` that ends it.
    """
    if rows:
        connection.exec_driver_sql(_ending(connection.dialect.name, table), list(rows))


@cache
def _insertion(dialect: str, table: Table) -> str:
    return str(insert(table).compile(dialect=_NAMED[dialect]))


@cache
def _ending(dialect: str, table: Table) -> str:
    ending = update(table).where(table.c.entry == bindparam("ended"), table.c.until.is_(None))
    return str(ending.values(until=bindparam("at_row")).compile(dialect=_NAMED[dialect]))
