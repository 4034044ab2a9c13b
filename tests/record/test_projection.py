"""What ledger rows do to the tables that follow from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from histories import History, Step, histories
from ledger import Made
from taqrib.errors import NotFound
from taqrib.record import View, Wanted, search
from taqrib.record.chain import canonical
from taqrib.record.ledger import LedgerRow
from taqrib.record.projection import Projection
from taqrib.record.schema import make_tables
from taqrib.record.tables import ledger

KINDS = ("statement", "stance", "event", "figure")
STATUSES = ("proposed", "accepted", "rejected", "withdrawn", "retracted")
FIRST, LAST = date(2031, 1, 1), date(2031, 12, 31)
MIDDLE = date(2031, 5, 8)


class Replayed:
    """A record of its own, which is given the ledger of another row by row."""

    def __init__(self, connection: sqlalchemy.Connection, texts: dict[int, str]) -> None:
        self._connection = connection
        self._projection = Projection(connection, texts)
        self.view = View(connection, "replayed")

    def take(self, rows: list[LedgerRow]) -> None:
        for row in rows:
            kept = {**row._asdict(), "body": None if row.body is None else canonical(row.body)}
            self._connection.execute(insert(ledger), [{**kept, "digest": "", "seal": ""}])
        self._projection.apply(rows)


@contextmanager
def replayed(texts: dict[int, str]) -> Iterator[Replayed]:
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        make_tables(connection)
        yield Replayed(connection, texts)
    engine.dispose()


def answers(view: View) -> dict[str, Any]:
    """All that can be asked of a view, but what was removed when: no past knows that."""
    kept = view.reports()
    keys = sorted({key for kind in KINDS for key in view.keys(kind)}, key=str)
    return {
        "entries": view.entries(),
        "by status": {status: (view.count(status), view.entries(status=status)) for status in STATUSES},
        "by report": {report.id: view.entries(report=report.id) for report in kept},
        "by id": view.entries(ids=["e1", "e3", "e99"]),
        "disputed": view.disputed(),
        "reports": kept,
        "last day": view.last_day(),
        "keys": keys,
        "said": [view.said(KINDS, first, last) for first, last in ((FIRST, LAST), (FIRST, MIDDLE), (MIDDLE, LAST))],
        "dated": [view.dated(kind, FIRST, LAST, known_by=by) for kind in KINDS for by in (MIDDLE, LAST)],
        "history": [view.history(subject) for subject in ("r1", "r2", "e1", "e2", "e3")],
        "rows": (view.last_row(), [row.number for row in view.ledger()]),
        "words": [search(view, words, Wanted(), limit=9) for words in ("open water", "مسؤولة", "nada", "patrols")],
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(steps=histories(), looked_at=st.sets(st.integers(0, 13), min_size=1, max_size=3))
def test_what_was_known_after_any_row_is_what_a_record_replayed_to_it_knows(
    make: Callable[[], Made], steps: list[Step], looked_at: set[int]
) -> None:
    made = make()
    history = History(made.record)
    history.take(steps)
    made.whole()
    with made.record.view() as now:
        rows = list(now.ledger())
        texts = {int(report.id[1:]): report.text for report in now.reports()}
    asked = sorted({history.numbers[place] for place in looked_at if place < len(history.numbers)} | {rows[-1].number})
    done = 0
    with replayed(texts) as anew, made.record._database.reading() as connection:  # noqa: SLF001 - a view of a row
        for number in asked:
            anew.take(rows[done:number])
            done = number
            assert answers(View(connection, "here", number)) == answers(anew.view)
        with made.record.view() as now:
            assert answers(now) == answers(anew.view)
    made.record.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=6)
@given(steps=histories())
def test_a_moment_shows_what_stood_when_it_ended(make: Callable[[], Made], steps: list[Step]) -> None:
    made = make()
    history = History(made.record)
    seen: dict[Any, list[Any]] = {}
    for step in steps:
        history.take([step])
        with made.record.view() as view:
            seen[list(view.ledger())[-1].at] = [(entry.id, entry.status, entry.on) for entry in view.entries()]
    with made.record.view() as view:
        gone = {entry for stone in view.tombstones() for entry in stone.entries}
    for at, stood in seen.items():
        with made.record.view(known_at=datetime.fromisoformat(at)) as view:
            then = [(entry.id, entry.status, entry.on) for entry in view.entries()]
        assert then == [one for one in stood if one[0] not in gone]
    made.record.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=6)
@given(steps=histories())
def test_numbers_are_never_used_again(make: Callable[[], Made], steps: list[Step]) -> None:
    made = make()
    named_once: dict[str, int] = {}
    History(made.record).take(steps)
    with made.record.view() as view:
        for row in view.ledger():
            if row.act in {"capture", "propose"}:
                assert row.subject not in named_once
                named_once[row.subject] = row.number
        for stone in view.tombstones():
            for gone in (stone.report, *stone.entries):
                assert gone in named_once
                with pytest.raises(NotFound, match="asked to"):
                    view.report(gone) if gone.startswith("r") else view.entry(gone)
    made.record.close()
