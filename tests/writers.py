"""Writers of a record in processes of their own, which a test may kill."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import select

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import Conflict, NotFound
from taqrib.record import Archive, Place, Record
from taqrib.record.tables import ledger

_servers = multiprocessing.get_context("forkserver")
_servers.set_forkserver_preload(  # once, for all processes
    ["pytest", "taqrib.record", "taqrib.record.proposals", "taqrib.reading", "sqlalchemy.dialects.postgresql.psycopg"]
)


@contextmanager
def writer(work: Callable[..., None], *arguments: Any) -> Iterator[tuple[Any, Connection]]:
    """A process that does ``work``, and what it tells; killed if it still runs at the end."""
    here, there = _servers.Pipe(duplex=False)
    process = _servers.Process(target=work, args=(there, *arguments), daemon=True)
    process.start()
    there.close()
    try:
        yield process, here
    finally:
        process.kill()
        process.join()
        here.close()


def told(pipe: Connection) -> list[Any]:
    """All that a writer that is gone has told."""
    found = []
    with suppress(EOFError):
        while True:
            found.append(pipe.recv())
    return found


def last_seal(record: Record) -> tuple[int, str]:
    """The number and the seal of the last row."""
    with record._database.reading() as connection:  # noqa: SLF001 - what a writer may hold on to
        row = connection.execute(select(ledger).order_by(ledger.c.number.desc()).limit(1)).one()
        return row.number, row.seal


def change_at_random(pipe: Connection, place: Place, originals: Path, seed: int) -> None:
    """Change a record in every way there is, and tell the last seal each time a change is acknowledged."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice, no secret
    record = Record.open(place, case="lagoon", originals=originals)
    pipe.send(last_seal(record))
    while True:
        with suppress(Conflict, NotFound):
            before = last_seal(record)
            changed = _change(record, chance)
            after = last_seal(record)
            pipe.send(after if (after != before) == changed else (0, "acknowledged and not kept"))


def _change(record: Record, chance: random.Random) -> bool:
    """Change something; says whether it was acknowledged that anything changed."""
    entries = [entry.id for entry in record.entries()] or ["e1"]
    reports = [report.id for report in record.reports()] or ["r1"]
    match chance.choice(["add", "add", "decide", "decide", "accept", "retract", "undo", "remove"]):
        case "add":
            text = f"report {chance.random()} " + "word " * chance.randrange(400)
            record.add(a_report(text), no_findings(), [a_proposal()] * 3, by="nour")
        case "decide":
            record.decide(chance.choice(entries), chance.choice(["accept", "reject"]), by="nour")
        case "accept":
            return bool(record.accept_proposed(by="nour"))
        case "retract":
            record.retract(chance.choice(entries + reports), by="nour", why="misheard")
        case "undo":
            record.undo(by="nour")
        case "remove":
            kept = bool(record.reports())
            record.remove(chance.choice(reports), by="nour", why="asked to")
            return kept  # removing what is removed already only finishes it
    return True


def import_again_and_again(pipe: Connection, archive: Path, folder: Path) -> None:
    """Import an archive into one new folder after the other, and tell each that is done."""
    for number in range(1000):
        into = folder / f"case-{number}"
        into.mkdir()
        with archive.open("rb") as file:
            Record.restore(Archive(file, str(archive)), into / "record.db", originals=into / "reports").close()
        pipe.send(number)


def add_many(pipe: Connection, place: Place, originals: Path, name: str, many: int) -> None:
    """Add reports as fast as possible, and tell each that is added."""
    record = Record.open(place, case="lagoon", originals=originals)
    for number in range(many):
        added = record.add(a_report(f"{name} tells {number}"), no_findings(), [a_proposal()], by=name)
        record.decide(added.entries[0], "accept", by=name)
        pipe.send(added.report)
    record.close()
