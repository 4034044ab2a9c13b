"""How fast a record takes reports and decisions, beside the bare database writing the same rows; in CPU seconds."""

from __future__ import annotations

import shutil
import sqlite3
import time
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from filled import BATCH_DAYS, Clock, captured
from sqlalchemy import event
from sqlalchemy.engine import Engine
from synthetic import LAST_DAY, Negotiation

from taqrib.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from taqrib.record import Arrival

BATCHES = 8
_PRAGMAS = ("synchronous = FULL", "secure_delete = ON")
"""What a record's own connection sets; write-ahead logging is the file's."""


@dataclass(slots=True)
class Written:
    """Seconds for each batch: of the record, and of the bare database with the same rows.

    :ivar entries: how many entries each batch had.
    """

    entries: list[int] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def add(self, entries: int, ours: float, bare: float) -> None:
        """One more batch."""
        self.entries.append(entries)
        self.ours.append(ours)
        self.bare.append(bare)


def written(path: Path) -> dict[str, Written]:
    """What adding reports to a copy of the record at ``path`` takes, and accepting their entries."""
    ours, bare = (path.with_name(f"{name}-{path.name}") for name in ("ours", "bare"))
    for copy in (ours, bare):
        shutil.copyfile(path, copy)
    clock = Clock()
    record = Record.open(ours, clock=clock)
    connection = sqlite3.connect(bare, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    found = {"adding": Written(), "accepting": Written()}
    for day, arrivals in _arrivals():
        clock.now = captured(day)
        rows, seconds = _watched(partial(record.add_all, arrivals, by="capture"))
        entries = sum(len(arrival.proposed) for arrival in arrivals)
        found["adding"].add(entries, seconds, _replayed(connection, rows))
        rows, seconds = _watched(partial(record.accept_proposed, by="nour"))
        found["accepting"].add(entries, seconds, _replayed(connection, rows))
    record.close()
    connection.close()
    for copy in path.parent.glob(f"*-{path.name}*"):
        copy.unlink()
    return found


def _arrivals() -> Iterator[tuple[Any, list[Arrival]]]:
    """Reports the record has not got: of the same days in another negotiation of the kind."""
    together: list[Arrival] = []
    first = LAST_DAY - timedelta(days=BATCHES * BATCH_DAYS - 1)
    for number, (day, arrivals) in enumerate(Negotiation(seed=2).days(first), 1):
        together.extend(arrivals)
        if number % BATCH_DAYS == 0:
            yield day + timedelta(days=366), together
            together = []


def _watched(work: Callable[[], object]) -> tuple[list[tuple[str, Any]], float]:
    """Every statement that writes, with its rows as the driver gets them, and the seconds it all takes."""
    rows: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:  # noqa: ANN401, FBT001 - SQLAlchemy's listener
        if statement.lstrip().startswith(("INSERT", "UPDATE")):
            rows.append((statement, parameters if many else [parameters]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        began = time.process_time()
        work()
        return rows, time.process_time() - began
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _replayed(connection: sqlite3.Connection, rows: list[tuple[str, Any]]) -> float:
    """The seconds the same statements take without anything around them, in one transaction."""
    began = time.process_time()
    connection.execute("BEGIN IMMEDIATE")
    for statement, several in rows:
        connection.executemany(statement, several)
    connection.execute("COMMIT")
    return time.process_time() - began
