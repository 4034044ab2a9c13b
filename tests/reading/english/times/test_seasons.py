"""Feasts and weekends, on the side the clause looks to."""

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
        ("The strike will run until 6pm on Christmas Eve.", [("6pm on Christmas Eve", "2022-12-24TEV")]),
        ("Talks will resume after Easter.", [("Easter", "2023-04-09")]),
        ("The truce was agreed on New Year's Eve.", [("New Year's Eve", "2021-12-31")]),
        ("The sides will meet before New Year's Day.", [("New Year's Day", "2023-01-01")]),
        ("They met on Good Friday.", [("Good Friday", "2022-04-15")]),
        ("The sides met at the weekend.", [("the weekend", "2022-10-29/2022-10-30")]),
        ("The sides will meet at the weekend.", [("the weekend", "2022-11-05/2022-11-06")]),
        ("They stand by the Good Friday Agreement.", []),
        ("He told the Sunday Times that they had met.", []),
    ],
)
def test_a_feast_is_the_nearest_on_its_side(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected
