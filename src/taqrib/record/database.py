"""One SQLite file, opened safely: whose file it is, how it is written, and what its errors mean to a person."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.pool import NullPool, QueuePool

from taqrib.errors import CannotStore, Conflict, Damaged, Invalid, NotFound, TaqribError, Unreadable
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

    :param writable: ``False`` writes nothing, not even the log's own files: each reading opens the file anew, and needs
        no right to write it or its folder.
    """

    def __init__(self, path: Path, *, writable: bool = True) -> None:
        self.path = path
        self.writable = writable
        self._writing = "rw"
        self._engine: Engine = sqlalchemy.create_engine(
            "sqlite://", creator=self._connect, poolclass=QueuePool if writable else NullPool
        )
        event.listen(self._engine, "connect", _prepare)

    @classmethod
    def create(cls, path: Path) -> Database:
        """A new, empty database at ``path``.

        :raises CannotStore: if the folder cannot be written or the disk is full.
        """
        database = cls(path)
        database._writing = "rwc"
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
    def open(cls, path: Path, *, writable: bool = True) -> Database:
        """The database at ``path``, after a look at whose it is.

        :raises NotFound: if there is no such file.
        :raises CannotStore: if ``writable`` and it may not be written.
        :raises Invalid: if it is not a Taqrib record, or one of a later format.
        :raises Damaged: if SQLite cannot make sense of it.
        """
        _expect_file(path)
        try:
            with path.open("rb") as file:
                head = file.read(16)
        except PermissionError as error:
            raise Unreadable(
                "expected a record that you may read; ask its owner or change its permissions", where=str(path)
            ) from error
        if writable and not _may_write(path):
            raise _CANNOT_WRITE(where=str(path))
        if head != b"SQLite format 3\0":
            found = "an empty file" if not head else "a file of another kind"
            raise Damaged(
                f"expected a Taqrib record (an SQLite database), found {found}; restore it from a copy", where=str(path)
            )
        database = cls(path, writable=writable)
        with database.reading() as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if application != APPLICATION:
            raise Invalid(
                "expected a Taqrib record, found another program's SQLite database; name the case's own folder",
                where=str(path),
            )
        if version != FORMAT:
            what = (
                "open it with the newer Taqrib that wrote it"
                if version > FORMAT
                else "a Taqrib before the first release wrote it; add the case's reports to a new record"
            )
            raise Invalid(f"expected a record of format {FORMAT}, found format {version}; {what}", where=str(path))
        return database

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state of the record.

        :raises Conflict: if the file was read without its locks, and somebody wrote it meanwhile.
        """
        before = self._state()
        try:
            with self._explained(), self._engine.connect() as connection:
                connection.exec_driver_sql("BEGIN")
                yield connection
        finally:
            if not self.writable and before[1] and self._state()[0] != before[0]:
                raise Conflict("the record was written while it was read; run the command again", where=str(self.path))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all kept when the block ends, and none of them if it raises.

        :raises CannotStore: if another writer holds the record, the disk is full or the file cannot be written.
        """
        if not self.writable:
            raise _CANNOT_WRITE(where=str(self.path))
        with self._explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _connect(self) -> sqlite3.Connection:
        # Without a log there is nothing to share with a writer, and SQLite would want to make one. With a log, the
        # newest rows stand in it.
        reading = "ro&immutable=1" if self._state()[1] else "ro"
        rights = self._writing if self.writable else reading
        return sqlite3.connect(
            f"file:{quote(os.fsencode(self.path))}?mode={rights}",
            uri=True,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
        )

    def _state(self) -> tuple[tuple[int, int], bool]:
        """What changes when a writer writes the file, and whether no log stands beside it."""
        try:
            file = self.path.stat()
        except OSError:
            return (0, 0), False
        try:
            quiet = self.path.with_name(f"{self.path.name}-wal").stat().st_size == 0
        except OSError:
            quiet = True
        return (file.st_mtime_ns, file.st_size), quiet

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except Damaged as error:
            error.where = error.where or str(self.path)
            raise
        except (sqlalchemy.exc.DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) else error
            raise _in_words(cause, self.path, writable=self.writable) from error


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - SQLAlchemy's DBAPI connection is untyped
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    cursor = connection.cursor()
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _expect_file(path: Path) -> None:
    """Refuse what is no record at all.

    :raises NotFound: if there is nothing.
    :raises Invalid: if it is a folder or a device.
    """
    if path.is_file():
        return
    if path.exists():
        found = "a folder" if path.is_dir() else "something that is no file"
        raise Invalid(f"expected the record of a case, found {found} of that name; move it away", where=str(path))
    if not path.parent.is_dir():
        raise NotFound(
            "expected the record of a case, found no such folder; make a case with 'taqrib case new'", where=str(path)
        )
    raise NotFound(
        "expected the record of a case, found none yet; 'taqrib add' makes it with the first report, and "
        "'taqrib case new' makes a case",
        where=str(path),
    )


def _may_write(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


_CANNOT_WRITE = partial(
    CannotStore, "the record or its folder cannot be written; check who owns it and its permissions"
)


def _in_words(cause: BaseException | None, path: Path, *, writable: bool) -> TaqribError:
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
        if writable:
            return _CANNOT_WRITE(where=where)
        return Unreadable(
            "the record was left in the middle of a write, and only somebody who may write it can open it; ask its "
            "owner to run 'taqrib record verify' first",
            where=where,
        )
    if "decode to UTF-8" in str(cause):
        return Damaged("the record holds text that is no UTF-8; restore it from a copy", where=where)
    return Damaged(f"the record is damaged ({cause}); restore it from a copy", where=where)
