"""Dates of different precision, compared."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.edtf import days, first_day, last_day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-07-09", date(2031, 7, 9), date(2031, 7, 9)),
        ("2031-07-08TEV", date(2031, 7, 8), date(2031, 7, 8)),
        ("2031-06-29/2031-07-05", date(2031, 6, 29), date(2031, 7, 5)),
        ("2031-06/2031-07-05", date(2031, 6, 1), date(2031, 7, 5)),
    ],
)
def test_a_date_means_all_the_days_its_precision_allows(value: str, first: date, last: date) -> None:
    assert days(value) == (first, last)
    assert first_day(value) == first
    assert last_day(value) == last


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2031-7-9",
        "2031-02-30",
        "2031-13",
        "2031-00",
        "2031-05-00",
        "0000",
        "next week",
        "2031-07-05/2031-06-29",
        "2031/2032/2033",
        "٢٠٣١",
    ],
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"2024-07-09|day|month|year"):
        days(value)
