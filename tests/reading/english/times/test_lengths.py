"""Lengths of time, and days counted from another."""

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
        ("At the end of a week of talks the envoy left.", [("a week", "P1W")]),
        ("The council will meet a week from tomorrow.", [("a week from tomorrow", "2022-11-11")]),
        ("It has lasted more than two and a half years.", [("two and a half years", "P2Y6M")]),
        ("The truce ended a month-long siege.", [("month-long", "P1M")]),
        ("It is a new dawn for the island.", []),
        ("They left at dawn on Tuesday.", [("dawn on Tuesday", "2022-11-01TMO")]),
    ],
)
def test_a_length_is_read_whole(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected
