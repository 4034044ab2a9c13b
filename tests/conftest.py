"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import hypothesis
import psycopg
import pytest
import sqlalchemy

import postgres

hypothesis.settings.register_profile("taqrib", deadline=None)  # how long an example takes is the machine's affair
hypothesis.settings.load_profile("taqrib")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server's first database."""
    with postgres.server() as address:
        yield address


@pytest.fixture(scope="session")
def _numbers() -> Iterator[int]:
    return count(1)


@pytest.fixture
def new_database(postgres_server: str, _numbers: Iterator[int], worker_id: str) -> Callable[[], str]:
    """Makes an empty database and gives its address."""

    def made() -> str:
        url = sqlalchemy.make_url(postgres_server)
        name = f"taqrib_test_{worker_id}_{next(_numbers)}"
        with psycopg.connect(
            host=url.host, port=url.port, user=url.username, password=url.password, dbname=url.database, autocommit=True
        ) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
        return url.set(database=name).render_as_string(hide_password=False)

    return made
