"""Records to test on: real ones, in both databases."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from ledger import Made, a_proposal, a_report, no_findings
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


@pytest.fixture
def make(place: Place, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Made]]:
    """Makes an empty record each time it is called: a file, or a case in the database."""
    made: list[Made] = []
    numbers = count(1)

    def one() -> Made:
        case = f"case-{next(numbers)}"
        folder = tmp_path / case
        folder.mkdir()
        at = folder / "record.db" if isinstance(place, Path) else place
        originals = folder / "reports"
        record = Record.create(at, case=case, by="nour", originals=originals, clock=clock)
        made.append(Made(record, at, case, originals))
        return made[-1]

    yield one
    for each in made:
        each.record.close()


@pytest.fixture
def as_nobody(path: Path) -> Iterator[Callable[[], None]]:
    """Makes the rest of the test somebody who may read the case's folder and no more."""
    if os.geteuid() != 0:
        pytest.skip("only the administrator may become somebody else")
    closed = {folder: folder.stat().st_mode for folder in path.parents if not folder.stat().st_mode & 0o001}

    def becoming() -> None:
        for folder in closed:  # pytest's own
            folder.chmod(0o711)
        path.parent.chmod(0o755)
        for file in path.parent.iterdir():
            file.chmod(0o755 if file.is_dir() else 0o644)
        os.seteuid(65534)

    yield becoming
    os.seteuid(0)
    for folder, mode in closed.items():
        folder.chmod(mode)
