"""Accepted entries under their keys, looked up by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from histories import History, Step, histories
from lagoon import lagoon
from ledger import Made, a_proposal, a_report, no_findings
from taqrib.positions.gaps import gap_matrix
from taqrib.positions.timeline import Tellings, entry_keys
from taqrib.record import Key, Record, StoredTimeline, Touch, View

KINDS = ("statement", "stance", "event", "figure")
DAYS = ("2030-12-31", "2031-05-01", "2031-05-02", "2031-05-08", "2031-05-31", "2031-12-31")
NOBODY = Key("stance", "holds", "nobody", "fishing", None)
DEMAND = Key("stance", "holds", "orla", "fishing", "open-water")


def expect_the_same(view: View) -> None:
    """The stored timeline of ``view`` answers what a list of the same entries does."""
    accepted = view.entries(status="accepted")
    listed, stored = Tellings(accepted), StoredTimeline(view)
    keys = [*{key: None for kind in KINDS for key in [*listed.keys(kind), *stored.keys(kind)]}, NOBODY]
    assert {key for kind in KINDS for key in listed.keys(kind)} <= {*keys}
    asked = [(key, day) for key in keys for day in DAYS]
    for limit in (1, 2, 9):
        assert stored.latest(asked, limit=limit) == listed.latest(asked, limit=limit)
    assert stored.earliest(asked) == listed.earliest(asked)
    open_ = {
        key: [int(entry.id[1:]) for entry in accepted if not entry.on and key in entry_keys(entry)] for key in keys
    }
    for limit in (1, 9):
        found = stored.undated(keys, limit=limit)
        assert [[telling.entry for telling in some] for some in found] == [
            sorted(open_[key], reverse=True)[:limit] for key in keys
        ]
        assert {(telling.day, telling.on) for some in found for telling in some} <= {("", "")}
    case = lagoon()
    for day in map(date.fromisoformat, DAYS):
        assert gap_matrix(case, stored, as_of=day) == gap_matrix(case, listed, as_of=day)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(steps=histories())
def test_the_record_and_a_list_of_its_entries_answer_the_same_now_and_at_any_past_row(
    make: Callable[[], Made], steps: list[Step]
) -> None:
    made = make()
    history = History(made.record)
    history.take(steps)
    made.record.accept_proposed(by="nour")
    with made.record.view() as view:
        expect_the_same(view)
    with made.record._database.reading() as connection:  # noqa: SLF001 - a view of a row
        for number in history.numbers[::4]:
            expect_the_same(View(connection, "here", number))
    made.record.close()


@pytest.fixture
def view_of_four(record: Record) -> Record:
    """Four accepted demands on one option: two on one day, one on another, one undated."""
    dates = ("2031-05-02", "2031-05-02", "2031-05-09", None)
    proposed = [a_proposal(start, start + 4, on=on) for start, on in enumerate(dates)]
    record.add(a_report(), no_findings(), proposed, by="nour")
    record.accept_proposed(by="nour")
    return record


def test_the_latest_come_first_and_of_one_day_the_last_proposed(view_of_four: Record) -> None:
    with view_of_four.view() as view:
        (found,) = StoredTimeline(view).latest([(DEMAND, "2031-05-31")], limit=9)
        assert [(telling.entry, telling.on) for telling in found] == [
            (3, "2031-05-09"),
            (2, "2031-05-02"),
            (1, "2031-05-02"),
        ]
        assert [len(found) for found in StoredTimeline(view).latest([(DEMAND, "2031-05-31")] * 2, limit=2)] == [2, 2]


def test_the_earliest_is_the_first_after_the_day(view_of_four: Record) -> None:
    with view_of_four.view() as view:
        timeline = StoredTimeline(view)
        asked = [(DEMAND, day) for day in ("2031-05-01", "2031-05-02", "2031-05-09")]
        assert [telling and telling.entry for telling in timeline.earliest(asked)] == [1, 3, None]


def test_what_nobody_dated_stands_on_no_day_and_is_asked_for_by_itself(view_of_four: Record) -> None:
    with view_of_four.view() as view:
        timeline = StoredTimeline(view)
        assert [telling.entry for telling in timeline.undated([DEMAND], limit=9)[0]] == [4]
        assert 4 not in {telling.entry for telling in timeline.latest([(DEMAND, "9999-12-31")], limit=9)[0]}


def test_nothing_asked_is_nothing_answered_and_an_unknown_key_tells_nothing(view_of_four: Record) -> None:
    with view_of_four.view() as view:
        timeline = StoredTimeline(view)
        assert (timeline.latest([]), timeline.earliest([]), timeline.undated([], limit=3)) == ([], [], [])
        assert timeline.latest([(NOBODY, "2031-05-31"), (DEMAND, "2031-05-02")])[0] == []
        assert timeline.earliest([(NOBODY, "2030-01-01")]) == [None]


def test_an_entry_that_is_taken_back_or_amended_leaves_its_key(view_of_four: Record) -> None:
    view_of_four.retract("e3", by="sami", why="misheard")
    view_of_four.decide("e2", "amend", by="sami", changes={"touches": (Touch("patrols"),)})
    view_of_four.decide("e4", "reject", by="sami")
    with view_of_four.view() as view:
        timeline = StoredTimeline(view)
        assert [telling.entry for telling in timeline.latest([(DEMAND, "2031-05-31")], limit=9)[0]] == [1]
        assert timeline.undated([DEMAND], limit=9) == [[]]
        moved = Key("stance", "holds", "orla", "patrols", None)
        assert [telling.entry for telling in timeline.latest([(moved, "2031-05-31")])[0]] == [2]
    expect = [(moved, "2031-05-31")]
    with view_of_four.view() as view:
        assert StoredTimeline(view).latest(expect)[0][0].on == "2031-05-02"
