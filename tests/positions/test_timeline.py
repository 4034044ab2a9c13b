"""A timeline that remembers."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from lagoon import entry
from taqrib.positions import Tellings
from taqrib.positions.timeline import Remembered
from taqrib.record import Entry, Key, Telling, Touch

OPTIONS = ("open-water", "half-moon")
KEYS = [Key("stance", "holds", "orla", "fishing", option) for option in (*OPTIONS, None)]
DAYS = [f"2031-05-0{number}" for number in range(1, 8)]


def demands() -> st.SearchStrategy[list[Entry]]:
    one = st.tuples(st.sampled_from(OPTIONS), st.sampled_from([*DAYS, None]))
    return st.lists(one, max_size=12).map(
        lambda several: [
            entry(number, actor="orla", type="demand", touches=(Touch("fishing", option),), on=on)
            for number, (option, on) in enumerate(several, 1)
        ]
    )


class Counted(Tellings):
    """Tellings that count what they are asked."""

    asked = 0

    def latest(self, asked: Sequence[tuple[Key, str]], *, limit: int = 1) -> list[list[Telling]]:
        self.asked += len(asked)
        return super().latest(asked, limit=limit)


@given(
    demands(),
    st.lists(
        st.tuples(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(DAYS)), max_size=6), st.integers(1, 2)),
        max_size=8,
    ),
)
def test_what_is_remembered_is_what_would_be_looked_up_in_whatever_order_it_is_asked(
    entries: list[Entry], questions: list[tuple[list[tuple[Key, str]], int]]
) -> None:
    told = Tellings(entries)
    remembered = Remembered(told)
    for asked, limit in questions:
        assert remembered.latest(asked, limit=limit) == told.latest(asked, limit=limit)
        assert remembered.earliest(asked) == told.earliest(asked)
    assert remembered.keys("stance") == told.keys("stance")


def test_an_earlier_day_is_not_asked_again_where_nothing_was_told_since() -> None:
    told = Counted([entry(1, actor="orla", type="demand", touches=(Touch("fishing", "open-water"),), on="2031-05-03")])
    remembered = Remembered(told)
    asked = [(key, "2031-05-06") for key in KEYS]
    remembered.latest(asked)
    remembered.latest([(key, "2031-05-04") for key in KEYS])
    assert told.asked == len(KEYS), "neither where something was told before both days, nor where nothing ever was"
    assert remembered.latest([(KEYS[0], "2031-05-02")]) == [[]]
    assert told.asked == len(KEYS) + 1
