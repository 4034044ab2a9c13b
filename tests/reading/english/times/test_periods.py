"""Periods beside the day of publication."""

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
        ("The strike was called off at the last minute.", []),
        ("Revenue fell last quarter.", [("last quarter", "2022-07/2022-09")]),
        ("After last night's meeting the envoy left.", [("last night", "2022-11-02TNI")]),
    ],
)
def test_a_period_lies_beside_the_day_of_publication(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected
