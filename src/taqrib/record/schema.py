"""A new record's tables, and the guard of its ledger, in each database's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.record.tables import ledger, metadata
from taqrib.record.words import make_word_index

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KEPT = tuple(column.name for column in ledger.columns if column.name != "body")

_REFUSAL = "the ledger is append-only"


def make_tables(connection: Connection) -> None:
    """Make every table, index and trigger of a record in an empty database."""
    metadata.create_all(connection)
    make_word_index(connection)
    for statement in _GUARDS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def parts(connection: Connection) -> dict[str, str]:
    """What the database of a record is made of: "trigger ..." -> the statement that made it; tables and indexes, too.

    In PostgreSQL the triggers only, by name.
    """
    return {f"{kind} {name}": made for kind, name, made in connection.exec_driver_sql(_PARTS[connection.dialect.name])}


def expected_parts(connection: Connection, anew: Connection) -> dict[str, str]:
    """The :func:`parts` a whole record in such a database has.

    :param anew: a new, empty record in SQLite.
    """
    if connection.dialect.name == "sqlite":
        return parts(anew)
    return {f"trigger {name}": "" for name in ("ledger_refuses_emptying", "ledger_refuses_rewriting")}


def _changed(operator: str) -> str:
    return " OR ".join(f'NEW."{name}" {operator} OLD."{name}"' for name in _KEPT)


_GUARDS = {
    "sqlite": (
        f"CREATE TRIGGER ledger_refuses_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
        "CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON ledger "
        f"WHEN NEW.body IS NOT NULL OR {_changed('IS NOT')} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'UPDATE' AND NEW.body IS NULL AND NOT ({_changed('IS DISTINCT FROM')}) THEN RETURN NEW; END IF; "
        f"RAISE EXCEPTION '{_REFUSAL}'; END $$",
        "CREATE TRIGGER ledger_refuses_rewriting BEFORE UPDATE OR DELETE ON ledger "
        "FOR EACH ROW EXECUTE FUNCTION ledger_refuses()",
        "CREATE TRIGGER ledger_refuses_emptying BEFORE TRUNCATE ON ledger "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()",
    ),
}
"""What keeps the ledger's rows: the one change let through takes a body away and leaves all else."""

_PARTS = {
    # How SQLite writes the statements of its own tables differs between its versions.
    "sqlite": "SELECT type, name, CASE type WHEN 'trigger' THEN sql ELSE '' END FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name",
    "postgresql": "SELECT 'trigger', tgname, '' FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "JOIN pg_namespace ON pg_namespace.oid = relnamespace "
    "WHERE nspname = current_schema() AND NOT tgisinternal AND tgenabled = 'O' ORDER BY tgname",
}
