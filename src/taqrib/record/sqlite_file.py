"""One SQLite file, opened safely: whose file it is, how it is written, and what its errors mean to a person."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlalchemy
from sqlalchemy import Boolean, Integer, event, func, literal, select, type_coerce
from sqlalchemy.pool import NullPool, QueuePool

from taqrib.errors import CannotStore, Conflict, Damaged, Invalid, NotFound, TaqribError, Unreadable
from taqrib.record import database
from taqrib.record.database import CANNOT_WRITE, Database, busy, disk_full, not_forgotten
from taqrib.record.schema import make_tables
from taqrib.record.tables import APPLICATION, FORMAT, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


class SqliteFile(Database):
    """The file ``path``: SQLite's write-ahead log with full synchronisation, one writer and many readers.

    :param writable: ``False`` writes nothing, not even the log's own files: each reading opens the file anew, and needs
        no right to write it or its folder.
    """

    def __init__(self, path: Path, *, writable: bool = True) -> None:
        self.path = path
        self._rights = "rw"
        engine = sqlalchemy.create_engine(
            "sqlite://", creator=self._connect, poolclass=QueuePool if writable else NullPool
        )
        event.listen(engine, "connect", _prepare)
        super().__init__(str(path), engine, writable=writable)

    @classmethod
    def create(cls, path: Path) -> SqliteFile:
        """A new, empty record at ``path``.

        :raises CannotStore: if the folder cannot be written or the disk is full.
        """
        made = cls(path)
        made._rights = "rwc"
        with made._explained(), made._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")  # kept in the file for every later opening
        with made.writing() as connection:
            make_tables(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        return made

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> SqliteFile:
        """The record at ``path``, after a look at whose file it is.

        :raises NotFound: if there is no such file.
        :raises CannotStore: if ``writable`` and it may not be written.
        :raises Invalid: if it is not a Taqrib record, or one of another format.
        :raises Damaged: if SQLite cannot make sense of it.
        """
        _expect_file(path)
        _expect_sqlite(path, writable=writable)
        opened = cls(path, writable=writable)
        with opened.reading() as connection:
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
        return opened

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
                raise Conflict("the record was written while it was read; run the command again", where=self.where)

    def check(self, connection: Connection) -> None:
        """See :meth:`Database.check`."""
        problem = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if problem != "ok":
            raise Damaged(f"SQLite finds the file damaged ({problem}); restore it from a copy", where=self.where)
        columns = (column for table in metadata.sorted_tables for column in table.columns)
        for column in (column for column in columns if isinstance(column.type, Boolean)):
            # Whatever is no truth value in the file would be one once it has been read.
            is_truth_value = (func.typeof(column) == "integer") & type_coerce(column, Integer).in_((0, 1))
            if connection.execute(select(literal(1)).select_from(column.table).where(~is_truth_value).limit(1)).first():
                raise Damaged(
                    f"the column {column} of the record holds what Taqrib never writes; restore it from a copy",
                    where=self.where,
                )

    def _write_anew(self) -> None:
        """See :meth:`Database.forget`: the file loses its free pages, and its log is emptied."""
        with self._explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("VACUUM")
            is_read, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if is_read:
            raise not_forgotten(self.where)

    def _begin_writing(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def _connect(self) -> sqlite3.Connection:
        # Without a log there is nothing to share with a writer, and SQLite would want to make one. With a log, the
        # newest rows stand in it.
        reading = "ro&immutable=1" if self._state()[1] else "ro"
        rights = self._rights if self.writable else reading
        return sqlite3.connect(
            f"file:{quote(os.fsencode(self.path))}?mode={rights}",
            uri=True,
            timeout=database.BUSY_SECONDS,
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
            with super()._explained():
                yield
        except sqlite3.Error as error:  # of the driver itself, where SQLAlchemy has not wrapped it
            raise self._in_words(error) from error
        except UnicodeDecodeError as error:  # in the statements that made the tables, SQLite quotes them
            raise self._no_utf8() from error

    def _in_words(self, cause: BaseException) -> TaqribError:
        name = getattr(cause, "sqlite_errorname", "") or ""
        where = self.where
        if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            return disk_full(where)
        if name.startswith("SQLITE_BUSY"):
            return busy(where)
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
            if self.writable:
                return CannotStore(CANNOT_WRITE, where=where)
            return Unreadable(
                "the record was left in the middle of a write, and only somebody who may write it can open it; ask its "
                "owner to run 'taqrib record verify' first",
                where=where,
            )
        if "decode to UTF-8" in str(cause):
            return self._no_utf8()
        return Damaged(f"the record is damaged ({cause}); restore it from a copy", where=where)

    def _no_utf8(self) -> Damaged:
        return Damaged("the record holds text that is no UTF-8; restore it from a copy", where=self.where)


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - SQLAlchemy's DBAPI connection is untyped
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    cursor = connection.cursor()
    for pragma in ("synchronous = FULL", "secure_delete = ON"):
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


def _expect_sqlite(path: Path, *, writable: bool) -> None:
    """Refuse a file that may not be opened so, or does not begin like a database.

    :raises Unreadable: if it may not be read.
    :raises CannotStore: if it may not be written and should be.
    :raises Damaged: if it is of another kind.
    """
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except PermissionError as error:
        raise Unreadable(
            "expected a record that you may read; ask its owner or change its permissions", where=str(path)
        ) from error
    if writable and not _may_write(path):
        raise CannotStore(CANNOT_WRITE, where=str(path))
    if head != b"SQLite format 3\0":
        found = "an empty file" if not head else "a file of another kind"
        raise Damaged(
            f"expected a Taqrib record (an SQLite database), found {found}; restore it from a copy", where=str(path)
        )


def _may_write(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False
