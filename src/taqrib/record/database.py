"""One SQLite file, opened safely: whose file it is, how it is written, and what its errors mean to a person."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy
from sqlalchemy import event

from taqrib.errors import CannotStore, Damaged, Invalid, NotFound
from taqrib.record.tables import APPEND_ONLY, APPLICATION, FORMAT, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

BUSY_SECONDS = 10
"""How long a writer waits for another before it gives up."""


class Database:
    """The file ``path``, with one way to read it and one way to write it.

    SQLite's write-ahead log with full synchronisation: what :meth:`writing` has committed survives a kill and a power
    cut.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine: Engine = sqlalchemy.create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
        event.listen(self._engine, "connect", _prepare)

    @classmethod
    def create(cls, path: Path) -> Database:
        """A new, empty database at ``path``.

        :raises CannotStore: if the folder cannot be written or the disk is full.
        """
        database = cls(path)
        with database._explained(), database._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")  # kept in the file for every later opening
        with database.writing() as connection:
            metadata.create_all(connection)
            for trigger in APPEND_ONLY:
                connection.exec_driver_sql(trigger)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        return database

    @classmethod
    def open(cls, path: Path) -> Database:
        """The database at ``path``, after a look at whose it is.

        :raises NotFound: if there is no such file.
        :raises Invalid: if it is not a Taqrib record, or one of a later format.
        :raises Damaged: if SQLite cannot make sense of it.
        """
        if not path.is_file():
            raise NotFound(
                "expected the record of a case, found no such file; make a case with 'taqrib case new'", where=str(path)
            )
        with path.open("rb") as file:
            head = file.read(16)
        if head != b"SQLite format 3\0":
            found = "an empty file" if not head else "a file of another kind"
            raise Damaged(
                f"expected a Taqrib record (an SQLite database), found {found}; restore it from a copy", where=str(path)
            )
        database = cls(path)
        with database.reading() as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if application != APPLICATION:
            raise Invalid(
                "expected a Taqrib record, found another program's SQLite database; name the case's own folder",
                where=str(path),
            )
        if version > FORMAT:
            raise Invalid(
                f"expected a record of format {FORMAT} or earlier, found format {version}; "
                "open it with the newer Taqrib that wrote it",
                where=str(path),
            )
        return database

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state of the record."""
        with self._explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all kept when the block ends, and none of them if it raises.

        :raises CannotStore: if another writer holds the record, the disk is full or the file cannot be written.
        """
        with self._explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlalchemy.exc.DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) else error
            raise _in_words(cause, self.path) from error


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - SQLAlchemy's DBAPI connection is untyped
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    cursor = connection.cursor()
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _in_words(cause: BaseException | None, path: Path) -> Exception:
    name = getattr(cause, "sqlite_errorname", "") or ""
    where = str(path)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return CannotStore(
            "the disk is full or failing, so the change was not stored; free some space and run the command again",
            where=where,
        )
    if name.startswith("SQLITE_BUSY"):
        return CannotStore(
            f"another Taqrib has been writing this record for more than {BUSY_SECONDS} seconds; "
            "run the command again when it has finished",
            where=where,
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return CannotStore(
            "the record or its folder cannot be written; check who owns it and its permissions", where=where
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR")):
        return Damaged(f"the record is damaged ({cause}); restore it from a copy", where=where)
    return Damaged(f"the database refused: {cause}", where=where)
