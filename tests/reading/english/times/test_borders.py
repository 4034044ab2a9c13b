"""Edges of periods."""

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
        ("The envoy visited Cairo earlier in the week.", [("earlier in the week", "2022-10-31/2022-11-06")]),
        ("He will go to Quito later in the month.", [("later in the month", "2022-11")]),
        (
            "They left on 12 May. Later in the day it rained.",
            [("12 May", "2022-05-12"), ("Later in the day", "2022-05-12")],
        ),
    ],
)
def test_an_edge_belongs_to_its_period(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected
