"""Where a record is kept, and the one way to read it and to write it, whichever database that is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import sqlalchemy

from taqrib.errors import CannotStore, Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

    from taqrib.errors import TaqribError

Place: TypeAlias = Path | str
"""The path of an SQLite file, or the address of a PostgreSQL database: ``postgresql+psycopg://...``."""

BUSY_SECONDS = 10
"""How long a writer waits for another before it gives up."""


class Database(ABC):
    """One record's tables. What :meth:`writing` has committed survives a kill and a power cut.

    :ivar where: its place, as messages name it.
    :ivar writable: ``False`` refuses to write.
    """

    def __init__(self, where: str, engine: Engine, *, writable: bool) -> None:
        self.where = where
        self.writable = writable
        self._engine = engine

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one consistent state of the record."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all kept when the block ends, and none of them if it raises.

        One writer at a time: another waits, for :data:`BUSY_SECONDS`.

        :raises CannotStore: if another writer holds the record, the disk is full or the record cannot be written.
        """
        if not self.writable:
            raise CannotStore(CANNOT_WRITE, where=self.where)
        with self._explained(), self._engine.connect() as connection:
            self._begin_writing(connection)
            yield connection
            connection.commit()

    @abstractmethod
    def check(self, connection: Connection) -> None:
        """Let the database look for damage of its own.

        :raises Damaged: if it finds any.
        """

    def forget(self) -> None:
        """Let nothing that was deleted be found in the database's files.

        :raises CannotStore: if a reader holds on to it for longer than :data:`BUSY_SECONDS`, or the disk is full.
        """
        try:
            self._write_anew()
        except DiskFull as error:
            raise CannotStore(
                "the content was removed from the record, but the disk is full, so the database's files may still hold "
                "it; free some space and run the command again",
                where=self.where,
            ) from error

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @abstractmethod
    def _begin_writing(self, connection: Connection) -> None:
        """Begin a transaction that no other writer can be in."""

    @abstractmethod
    def _write_anew(self) -> None:
        """Write the files without what was deleted; a full disk is a :class:`DiskFull`."""

    @abstractmethod
    def _in_words(self, cause: BaseException) -> TaqribError:
        """What an error of the driver means to a person."""

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except Damaged as error:
            error.where = error.where or self.where
            raise
        except sqlalchemy.exc.DBAPIError as error:
            raise self._in_words(error.orig or error) from error


CANNOT_WRITE = "the record or its folder cannot be written; check who owns it and its permissions"


class DiskFull(CannotStore):
    """A disk without room, in either database."""


def disk_full(where: str) -> DiskFull:
    """The error of a full disk, in either database."""
    return DiskFull(
        "the disk is full or failing, so the change was not stored; free some space and run the command again",
        where=where,
    )


def busy(where: str) -> CannotStore:
    """The error of a second writer, in either database."""
    return CannotStore(
        f"another Taqrib has been writing this record for more than {BUSY_SECONDS} seconds; "
        "run the command again when it has finished",
        where=where,
    )


def not_forgotten(where: str) -> CannotStore:
    """The error of a reader that holds on to what was removed, in either database."""
    return CannotStore(
        "the content was removed, but another Taqrib that reads the record keeps it in the database's files; run the "
        "command again when it has finished",
        where=where,
    )
