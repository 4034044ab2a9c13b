"""Years, and the shortened second year of a span."""

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
        ("The two have been divided since the 1950-53 war.", [("1950-53", "1950/1953")]),
        ("The budget for 2017-18 was passed.", [("2017-18", "2017/2018")]),
        ("It fell 2017-15.", []),
    ],
)
def test_a_span_of_years_may_shorten_the_second(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected
