"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

import postgres
from warm import warm

hypothesis.settings.register_profile("taqrib", deadline=None)  # how long an example takes is the machine's affair
hypothesis.settings.load_profile("taqrib")


@pytest.fixture(scope="session")
def taqrib() -> Iterator[Path]:
    """The path of a command ``taqrib`` that starts at once."""
    with warm() as command:
        yield command


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server's first database."""
    with postgres.server() as address:
        yield address


@pytest.fixture(scope="session")
def _databases(postgres_server: str) -> postgres.Databases:
    return postgres.Databases(postgres_server)


@pytest.fixture
def new_database(_databases: postgres.Databases) -> Iterator[Callable[[], str]]:
    """Gives the address of an empty database, good for one test."""
    used: list[str] = []

    def lent() -> str:
        used.append(_databases.empty())
        return used[-1]

    yield lent
    for address in used:
        _databases.take_back(address)
