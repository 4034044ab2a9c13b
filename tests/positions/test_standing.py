"""What stands as of a day, looked up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagoon import entry, lagoon
from taqrib.positions import Tellings, positions, standing
from taqrib.positions import runs as runs_module
from taqrib.record import HOLDING, Entry, Touch


def histories() -> st.SearchStrategy[list[Entry]]:
    """Up to forty stances on a few days, so that much is told twice, contradicted on one day, or ended and taken up."""
    one = st.tuples(
        st.sampled_from(["orla", "venn", "envoy", "premier", "nobody", None]),
        st.sampled_from(sorted(HOLDING)),
        st.sampled_from([("fishing", "open-water"), ("fishing", None), ("patrols", "joint"), ("patrols", "neutral")]),
        st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04/2031-05-06", "2031-05", None]),
    )
    return st.lists(one, max_size=40).map(
        lambda several: [
            entry(number, actor=actor, type=kind, touches=(Touch(*touch),), on=on)
            for number, (actor, kind, touch, on) in enumerate(several, 1)
        ]
    )


@given(histories(), st.integers(1, 31))
def test_what_is_looked_up_is_what_replaying_everything_leaves_standing(entries: list[Entry], day: int) -> None:
    as_of = date(2031, 5, day)
    replayed = [position for position in positions(lagoon(), entries, as_of=as_of) if position.until is None]
    looked_up = standing(lagoon(), Tellings(entries), as_of=as_of)
    assert [replace(one, entries=(), abridged=False) for one in looked_up] == [
        replace(one, entries=()) for one in replayed
    ]
    for one, whole in zip(looked_up, replayed, strict=True):
        assert one.abridged == (len(whole.entries) > runs_module.SHOWN)
        if one.abridged:
            assert one.entries == (whole.entries[0], *whole.entries[1 - runs_module.SHOWN :])
        else:
            assert one.entries == whole.entries


@pytest.mark.parametrize("times", [runs_module.SHOWN, runs_module.SHOWN + 1, 40])
def test_a_demand_made_often_names_its_first_and_its_latest(times: int) -> None:
    entries = [entry(number, on=f"2031-{1 + number // 28:02}-{1 + number % 28:02}") for number in range(1, times + 1)]
    (position,) = standing(lagoon(), Tellings(entries), as_of=date(2031, 5, 9))
    assert position.entries[0] == "e1"
    assert position.entries[-1] == f"e{times}"
    assert len(position.entries) == runs_module.SHOWN
    assert position.abridged == (times > runs_module.SHOWN)
    assert position.since == "2031-01-02"


def test_what_was_told_on_the_day_of_its_end_goes_on_from_before_it() -> None:
    told = [("demand", "2031-05-01"), ("reject", "2031-05-02"), ("demand", "2031-05-02"), ("demand", "2031-05-03")]
    entries = [entry(number, type=kind, on=on) for number, (kind, on) in enumerate(told, 1)]
    (position,) = standing(lagoon(), Tellings(entries), as_of=date(2031, 5, 9))
    assert (position.since, position.entries) == ("2031-05-01", ("e1", "e3", "e4"))
