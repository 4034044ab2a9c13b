"""Records to test on: real ones, on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledger import a_proposal, a_report, no_findings
from taqrib.record import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    ticks = iter(range(10**6))
    made = Record.create(
        path, case="lagoon", by="nour", clock=lambda: datetime.fromtimestamp(1_935_000_000 + next(ticks), tz=UTC)
    )
    yield made
    made.close()


@pytest.fixture
def add(record: Record) -> Callable[[], str]:
    """Adds a report with one proposal; gives the entry's id."""

    def added() -> str:
        return record.add(a_report(), no_findings(), [a_proposal()], by="nour").entries[0]

    return added
