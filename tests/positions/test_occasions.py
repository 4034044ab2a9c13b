"""Which entries may be about one day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lagoon import entry
from taqrib.edtf import days
from taqrib.positions.occasions import NEAR, episodes, occasions, window
from taqrib.record import Entry


def ids(groups: list[list[Entry]]) -> list[list[str]]:
    return [[one.id for one in group] for group in groups]


def test_a_day_in_the_text_is_that_day_and_a_week_is_its_days() -> None:
    assert window(entry(1)) == (date(2031, 5, 2), date(2031, 5, 2))
    assert window(entry(1, on="2031-04-27/2031-05-03")) == (date(2031, 4, 27), date(2031, 5, 3))
    assert window(entry(1, on=None)) is None


def test_an_act_that_only_its_publication_dates_may_lie_a_week_back_and_a_demand_a_day() -> None:
    assert window(entry(1, type="drop", on_basis="published")) == (date(2031, 4, 26), date(2031, 5, 2))
    assert window(entry(1, type="demand", on_basis="published")) == (date(2031, 5, 1), date(2031, 5, 2))
    assert window(entry(1, on="0001-01-01", on_basis="published")) == (date.min, date.min)


def test_entries_that_may_share_a_day_are_one_occasion() -> None:
    week = entry(1, type="drop", on="2031-04-27/2031-05-03")
    published = entry(2, type="drop", on="2031-05-05", on_basis="published")
    later = entry(3, type="drop", on="2031-05-09")
    assert ids(occasions([later, published, week])) == [["e1", "e2"], ["e3"]]


def test_an_episode_goes_on_while_somebody_speaks_within_a_week() -> None:
    said = ["2031-05-01", "2031-05-08", "2031-05-15", "2031-05-23"]
    told = [entry(number, on=day) for number, day in enumerate(said, 1)]
    assert ids(episodes(told)) == [["e1", "e2", "e3"], ["e4"]]


TELLINGS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5), st.booleans()), max_size=25).map(
    lambda several: [
        entry(
            number,
            on=f"{date(2031, 5, 2) + timedelta(days=start)}/{date(2031, 5, 2) + timedelta(days=start + length)}",
            on_basis="text" if dated else "published",
        )
        for number, (start, length, dated) in enumerate(several, 1)
    ]
)


@given(TELLINGS)
def test_every_occasion_has_a_day_that_all_its_entries_may_be_about(entries: list[Entry]) -> None:
    groups = occasions(entries)
    assert sorted(one.id for group in groups for one in group) == sorted(one.id for one in entries)
    for group in groups:
        windows = [within for one in group if (within := window(one))]
        assert max(first for first, _ in windows) <= min(last for _, last in windows)


@given(TELLINGS)
def test_no_two_episodes_are_near_each_other(entries: list[Entry]) -> None:
    groups = episodes(entries)
    spans = [[days(one.on) for one in group if one.on] for group in groups]
    for before, after in pairwise(spans):
        assert min(after)[0] - max(last for _, last in before) > NEAR
