"""Parts of periods, by their number."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading.english.times.expressions import times
from taqrib.reading.layout import lay_out

THURSDAY = date(2022, 11, 3)


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[slice(*time.span)], time.value) for time in times(lay_out(text, published=THURSDAY))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attacks rose in the last quarter of 2021.", [("the last quarter of 2021", "2021-10/2021-12")]),
        (
            "Votes are due in the first quarter of next year.",
            [("the first quarter of next year", "2023-01/2023-03")],
        ),
        ("Exports fell in the third quarter.", [("the third quarter", "2022-07/2022-09")]),
        ("Exports will fall in the first quarter.", [("the first quarter", "2023-01/2023-03")]),
        ("Exports fell in Q3.", [("Q3", "2022-07/2022-09")]),
        ("He hopes to convene them in the week of 23 January.", [("the week of 23 January", "2023-01-23/2023-01-29")]),
        ("Ministers will meet on the first Monday in December.", [("the first Monday in December", "2022-12-05")]),
        ("The vote is due on the last Friday of this month.", [("the last Friday of this month", "2022-11-25")]),
        ("They met in the second week of May.", [("the second week of May", "2022-05-08/2022-05-14")]),
        ("Voting is expected in the new year.", [("the new year", "2023")]),
        ("A meeting will be held the week after next.", [("the week after next", "2022-11-14/2022-11-20")]),
        ("The sides will meet the day after tomorrow.", [("the day after tomorrow", "2022-11-05")]),
        ("The new year book is out.", []),
    ],
)
def test_a_part_of_a_period_is_counted_in_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected
