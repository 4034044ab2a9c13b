"""Records of the invented negotiation, made once and kept: ``python benchmarks/filled.py --entries 10000``.

They lie in the folder ``TAQRIB_SYNTHETIC`` names, by default ``taqrib-synthetic`` in the folder for temporary files,
each under the generator's and the tables' version: a change of either makes them anew. All is done through the public
record: reports are added a few days at a time, some of their entries rejected and amended, the rest accepted, and one
of an earlier day decided on again; the record's clock follows the days.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import sys
import time
from collections import deque
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

import sqlalchemy
from synthetic import FIRST_DAY, LAST_DAY, REPORTS_A_DAY, Negotiation, case

from taqrib.evidence import likeness
from taqrib.record import Record, Touch
from taqrib.record.schema import make_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.pool import AsyncResult

    from taqrib.record import Arrival

FOLDER = Path(os.environ.get("TAQRIB_SYNTHETIC", Path(gettempdir()) / "taqrib-synthetic"))
BATCH_DAYS = 4
"""So many days are added in one transaction: about 100 reports, 1,000 entries."""

_AHEAD = 8
"""Batches written before they are needed."""

_ENTRIES_A_REPORT = 9.7
_READER = "nour"
_DECIDED_ALONE = 2
"""So many entries of each batch are rejected, and as many amended: one transaction each."""


@dataclass(slots=True)
class Clock:
    """The record's clock, set by who fills it."""

    now: datetime = datetime(2030, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time it was set to."""
        return self.now


def filled(entries: int) -> Path:
    """The record of about ``entries`` entries: the last of the ten years'; made now if it is not there yet."""
    folder = FOLDER / f"{version()}-{entries}"
    if not folder.is_dir():
        part = folder.with_name(f".{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _fill(part / "record.db", entries)
        part.rename(folder)
    return folder / "record.db"


def version() -> str:
    """What the generator and the tables are, in 12 digits."""
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        make_tables(connection)
        made = sorted(connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars())
    here = Path(__file__)
    written = [here.with_name(name).read_text(encoding="utf-8") for name in ("synthetic.py", "synthetic.yaml")]
    told = "\n".join((*written, here.read_text(encoding="utf-8"), *made, str(likeness.WINDOW)))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def batches(entries: int) -> Iterator[tuple[date, list[Arrival]]]:
    """The reports with the last ``entries`` proposals, a few days at a time, each with its last day."""
    count = max(1, round(entries / REPORTS_A_DAY / _ENTRIES_A_REPORT))
    first = max(FIRST_DAY, LAST_DAY - timedelta(days=count - 1))
    days = [first + timedelta(days=number) for number in range((LAST_DAY - first).days + 1)]
    together = [days[start : start + BATCH_DAYS] for start in range(0, len(days), BATCH_DAYS)]
    waiting: deque[AsyncResult[tuple[date, list[Arrival]]]] = deque()
    with Pool() as writers:
        for some in together:
            waiting.append(writers.apply_async(_written, (some,)))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().get()
        while waiting:
            yield waiting.popleft().get()


def _written(days: list[date]) -> tuple[date, list[Arrival]]:
    return days[-1], [arrival for day in days for arrival in _negotiation().reports(day)]


@cache
def _negotiation() -> Negotiation:
    return Negotiation()


def decide(record: Record, clock: Clock, day: date, added: list[str], draw: random.Random) -> None:
    """What an analyst decides on the evening of ``day``: on the entries ``added``, and on an earlier one."""
    topics = [issue for issue in case().issues if issue.kind == "negotiated"]
    chosen = draw.sample(added, min(2 * _DECIDED_ALONE, len(added)))
    clock.now = _evening(day, 19)
    for entry in chosen[:_DECIDED_ALONE]:
        record.decide(entry, "reject", by=_READER, why="not what the report says")
    for entry in chosen[_DECIDED_ALONE:]:
        issue = draw.choice(topics)
        touches = (Touch(issue.id, draw.choice(issue.options).id),)
        record.decide(entry, "amend", by=_READER, changes={"touches": touches}, why="it is about another issue")
    clock.now = _evening(day, 20)
    record.accept_proposed(by=_READER)
    clock.now = _evening(day, 21)
    earlier = draw.randint(1, int(added[0][1:]))
    record.decide(f"e{earlier}", "reject", by=_READER, why="the outlet corrected it")


def captured(day: date) -> datetime:
    """When the reports of a batch that ends on ``day`` are captured."""
    return _evening(day, 18)


def _evening(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def _fill(path: Path, entries: int) -> None:
    draw = random.Random(entries)  # noqa: S311 - reproducible, not secret
    clock = Clock()
    record = Record.create(path, case=case().id, by=_READER, clock=clock)
    spent = {"making": 0.0, "adding": 0.0, "deciding": 0.0}
    made = 0
    began = time.perf_counter()
    for day, arrivals in batches(entries):
        spent["making"] += (now := time.perf_counter()) - began
        clock.now = captured(day)
        added = [entry for report in record.add_all(arrivals, by="capture") for entry in report.entries]
        spent["adding"] += (began := time.perf_counter()) - now
        decide(record, clock, day, added, draw)
        spent["deciding"] += (now := time.perf_counter()) - began
        made += len(added)
        told = ", ".join(f"{what} {seconds:.0f} s" for what, seconds in spent.items())
        print(f"\r{made:,} of about {entries:,} entries: {told}", end="", file=sys.stderr, flush=True)
        began = now
    print(file=sys.stderr)
    record.close()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--entries", type=int, default=10_000, help="about so many (default: %(default)s)")
    print(filled(asked.parse_args().entries))
