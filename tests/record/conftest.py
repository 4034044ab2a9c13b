"""Records to test on: real ones, in both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledger import a_proposal, a_report, no_findings
from taqrib.record import Place, Record, Verified, verify


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, path: Path) -> Place:
    """Where the record is kept: every test runs on both. A module about one of them overrides it."""
    if request.param == "sqlite":
        return path
    address: str = request.getfixturevalue("new_database")()
    return address


class Clock:
    """Tells a second more each time it is asked, unless it is set."""

    def __init__(self) -> None:
        self.seconds = 1_935_000_000

    def __call__(self) -> datetime:
        self.seconds += 1
        return datetime.fromtimestamp(self.seconds, tz=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def record(place: Place, path: Path, clock: Clock) -> Iterator[Record]:
    made = Record.create(place, case="lagoon", by="nour", originals=path.parent / "reports", clock=clock)
    yield made
    made.close()


@pytest.fixture
def whole(place: Place, path: Path) -> Callable[[], Verified]:
    """Verifies the record."""
    return lambda: verify(place, path.parent / "reports", case="lagoon")


@pytest.fixture
def add(record: Record) -> Callable[[], str]:
    """Adds a report with one proposal; gives the entry's id."""

    def added() -> str:
        return record.add(a_report(), no_findings(), [a_proposal()], by="nour").entries[0]

    return added
