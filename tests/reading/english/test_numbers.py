"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from taqrib.reading.english.numbers import ordinal, read_number
from taqrib.reading.layout import lay_out


def value(text: str) -> tuple[float | None, int] | None:
    number = read_number(lay_out(text).tokens, 0)
    return None if number is None else (number.value, number.last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,000 men", (2000, 1)),
        ("3.5 million people", (3_500_000, 2)),
        ("10bn", (10_000_000_000, 1)),
        ("twenty-two ships", (22, 1)),
        ("two hundred and fifty ships", (250, 4)),
        ("three dozen", (36, 2)),
        ("a dozen ships", (12, 2)),
        ("six thousand four hundred", (6400, 4)),
        ("hundreds of thousands of people", (None, 3)),
        ("two and a half", (2, 1)),
        ("seven eight", (7, 1)),
        ("ships", None),
        ("1.2.3", None),
    ],
)
def test_the_longest_number_is_read(text: str, expected: tuple[float | None, int] | None) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("word", "rank"), [("tenth", 10), ("21st", 21), ("twenty-third", 23), ("tent", None), ("²nd", None)]
)
def test_ordinals_are_ranks(word: str, rank: int | None) -> None:
    assert ordinal(word) == rank
