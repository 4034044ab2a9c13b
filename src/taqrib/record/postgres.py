"""One schema of a PostgreSQL database: the record of a case that a team shares."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy
from sqlalchemy import text
from sqlalchemy.schema import CreateSchema

from taqrib.errors import CannotStore, Damaged, Invalid, NotFound, TaqribError, Unreadable
from taqrib.record import database
from taqrib.record.database import CANNOT_WRITE, Database, busy, disk_full, not_forgotten
from taqrib.record.ledger import last_row
from taqrib.record.schema import make_tables
from taqrib.record.tables import FORMAT, ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection

DRIVER = "postgresql+psycopg"
"""How an address begins."""

_LOCKED = "55P03"

LONGEST_NAME = 63
"""Bytes of a schema's name that PostgreSQL keeps."""


class PostgresSchema(Database):
    """The schema of one case, ``taqrib_<id of the case>``: one writer at a time and many readers.

    Writers take the ledger's lock; readers see one state of the database (repeatable read).

    :param address: of the database, ``postgresql+psycopg://user:password@host/name``; the password is never shown.
    """

    def __init__(self, address: str, case: str, *, writable: bool = True) -> None:
        url = _url(address)
        self.schema = f"taqrib_{case}"
        if len(self.schema.encode()) > LONGEST_NAME:
            raise Invalid(f"expected a case whose id has at most {LONGEST_NAME - 7} letters, found {case!r}")
        # PostgreSQL reads options word by word: blanks and backslashes of a name are escaped for it.
        quoted = '"' + self.schema.replace('"', '""') + '"'
        escaped = quoted.replace("\\", "\\\\").replace(" ", "\\ ")
        try:
            engine = sqlalchemy.create_engine(
                url, connect_args={"options": f"-csearch_path={escaped}", "connect_timeout": database.BUSY_SECONDS}
            )
        except ModuleNotFoundError as error:
            raise Invalid(
                "expected the driver psycopg for a record in PostgreSQL, found none; install taqrib[team]", where=DRIVER
            ) from error
        super().__init__(url.render_as_string(hide_password=True), engine, writable=writable)

    @classmethod
    def create(cls, address: str, case: str) -> PostgresSchema:
        """The schema with empty tables, made if it is not there.

        :raises CannotStore: if the server cannot be reached, or the user may not make a schema.
        """
        made = cls(address, case)
        with made._explained(), made._engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:schema))"), {"schema": made.schema})
            if not made._exists(connection):
                connection.execute(CreateSchema(made.schema))
                make_tables(connection)
        return made

    @classmethod
    def open(cls, address: str, case: str, *, writable: bool = True) -> PostgresSchema:
        """The schema of ``case``.

        :raises NotFound: if the database has none for it.
        :raises CannotStore: if the server cannot be reached.
        :raises Invalid: if it is a record of another format.
        """
        opened = cls(address, case, writable=writable)
        try:
            opened._expect_record(case)
        except BaseException:
            opened.close()
            raise
        return opened

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state of the record."""
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self._explained(), self._engine.connect().execution_options(**options) as connection:
            yield connection

    def check(self, connection: Connection) -> None:
        """See :meth:`Database.check`; PostgreSQL checks its pages as it reads them."""

    def _write_anew(self) -> None:
        """See :meth:`Database.forget`; what other sessions may still see goes with the next clean-up of the server."""
        options = {"isolation_level": "AUTOCOMMIT"}
        with self._explained(), self._engine.connect().execution_options(**options) as connection:
            tables = connection.execute(
                text("SELECT tablename FROM pg_tables WHERE schemaname = :schema"), {"schema": self.schema}
            )
            connection.exec_driver_sql(f"SET lock_timeout = '{round(database.BUSY_SECONDS * 1000)}ms'")
            try:
                for table in tables.scalars().all():
                    connection.exec_driver_sql(f'VACUUM FULL "{table}"')
            except sqlalchemy.exc.OperationalError as error:
                if getattr(error.orig, "sqlstate", None) == _LOCKED:
                    raise not_forgotten(self.where) from error
                raise
            finally:
                connection.exec_driver_sql("RESET lock_timeout")

    def _expect_record(self, case: str) -> None:
        """Refuse a schema without a record, or with one of another format.

        Tables without a row are what a kill or a failed import leaves: there is no record yet.
        """
        with self.reading() as connection:
            there = self._exists(connection) and last_row(connection) > 0
            begun = connection.execute(ledger.select().where(ledger.c.number == 1)).one_or_none() if there else None
        if not there:
            raise NotFound(
                f"expected the record of the case {case!r}, found none in the schema {self.schema}; 'taqrib add' makes "
                "it with the first report",
                where=self.where,
            )
        if begun is not None and begun.body and f'"format":{FORMAT}}}' not in begun.body:
            raise Invalid(
                f"expected a record of format {FORMAT}, found {begun.body}; open it with the Taqrib that wrote it",
                where=self.where,
            )

    def _exists(self, connection: Connection) -> bool:
        return bool(
            connection.execute(
                text("SELECT 1 FROM pg_tables WHERE schemaname = :schema AND tablename = 'ledger'"),
                {"schema": self.schema},
            ).scalar()
        )

    def _begin_writing(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{round(database.BUSY_SECONDS * 1000)}ms'")
        connection.exec_driver_sql("LOCK TABLE ledger IN EXCLUSIVE MODE")

    def _in_words(self, cause: BaseException) -> TaqribError:
        state = getattr(cause, "sqlstate", None) or ""
        reason = " ".join(str(cause).split())
        if not state and "NUL" in reason:  # the driver's own word, before it asks the server
            return Invalid("expected text without NUL characters, which PostgreSQL cannot keep, found one; take it out")
        if state.startswith("53"):
            return disk_full(self.where)
        if state == _LOCKED:
            return busy(self.where)
        if state in {"42501", "25006"}:
            return CannotStore(CANNOT_WRITE, where=self.where)
        if not state or state.startswith(("08", "28", "3D", "57")):
            return Unreadable(
                f"the PostgreSQL server did not let us in ({reason}); check the address, the name and the password",
                where=self.where,
            )
        return Damaged(f"the record is damaged ({reason}); restore it from a copy", where=self.where)


def _url(address: str) -> URL:
    try:
        url = sqlalchemy.make_url(address)
    except sqlalchemy.exc.ArgumentError:
        url = None
    if url is None or url.drivername != DRIVER:
        found = url.drivername if url is not None else "something else"
        raise Invalid(f"expected the address of a record, {DRIVER}://user@host/database, found {found}")
    return url
