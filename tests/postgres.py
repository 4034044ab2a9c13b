"""A real PostgreSQL server for tests: started on loopback for the tests that need it, gone with them."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import psycopg
import pytest
import sqlalchemy
from psycopg import sql

SERVER_VARIABLE = "TAQRIB_TEST_POSTGRES"
"""Names a server to use instead, ``postgresql+psycopg://user@host/postgres``, whose user may make databases."""


def _programs() -> Path | None:
    """Where PostgreSQL's own programs lie."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda path: int(path.parent.name))


@contextmanager
def server() -> Iterator[str]:
    """The address of a server's first database; skips the test where there is no PostgreSQL."""
    if os.environ.get(SERVER_VARIABLE):
        yield os.environ[SERVER_VARIABLE]
        return
    programs = _programs()
    if programs is None:
        pytest.skip(f"needs PostgreSQL's server (Debian: postgresql), or {SERVER_VARIABLE}")
    # PostgreSQL refuses to run as root: then its own user runs it, in a folder of that user's.
    owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    folder = Path(mkdtemp(prefix="taqrib-postgres-"))
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    port = _free_port()
    data = folder / "data"
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"

    def as_owner(program: str, *arguments: object) -> None:
        subprocess.run(
            [programs / program, *map(str, arguments)],
            check=True,
            user=owner.pw_uid,
            group=owner.pw_gid,
            extra_groups=[],
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    try:
        as_owner("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        as_owner("pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
        finally:
            as_owner("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Databases:
    """Empty databases of one server: making one takes longer than most tests, so that they are emptied and lent again.

    :param server: the address of the server's first database.
    """

    def __init__(self, server: str) -> None:
        self._server = sqlalchemy.make_url(server)
        self._prefix = f"taqrib_test_{os.getpid()}"
        self._made = 0
        self._free: list[str] = []

    def empty(self) -> str:
        """The address of an empty database."""
        if self._free:
            return self._free.pop()
        self._made += 1
        name = f"{self._prefix}_{self._made}"
        with _connected(self._server) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
        return self._server.set(database=name).render_as_string(hide_password=False)

    def take_back(self, address: str) -> None:
        """Empty the database and keep it for the next that asks."""
        with _connected(sqlalchemy.make_url(address)) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            schemas = connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'taqrib%'").fetchall()
            for (schema,) in schemas:
                connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(schema)))
        self._free.append(address)


def _connected(url: sqlalchemy.URL) -> psycopg.Connection[Any]:
    return psycopg.connect(
        host=url.host, port=url.port, user=url.username, password=url.password, dbname=url.database, autocommit=True
    )
