"""What is a year, and what only looks like one."""

from __future__ import annotations

import pytest

from arabic_times import values


def test_counts_and_names_are_no_years() -> None:
    assert values("أجلت السفينة 2000 شخص بموجب القرار 1973 في 1990 مدرسة") == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("منذ انهيار محادثات 2019", ["2019"]),
        ("أحيا اتفاق الرباط 2015", ["2015"]),
        ("خسر انتخابات 2020", ["2020"]),
        ("بموجب قرار المجلس 1860", []),
        ("حصد الحزب 2015 صوتا", []),
    ],
)
def test_a_year_tells_talks_and_treaties_apart_and_no_resolution(text: str, years: list[str]) -> None:
    assert [value for _, value in values(text)] == years
