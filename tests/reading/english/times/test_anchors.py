"""What is to come is counted from the day it was announced, and an announced day that has gone by stays announced."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read

SATURDAY = date(2031, 5, 10)


def days(text: str, published: date = SATURDAY) -> list[str | None]:
    return [time.value for time in read(text, published=published, language="en").times]


def test_a_weekday_agreed_on_is_counted_from_the_day_of_the_agreement() -> None:
    assert days("The two sides agreed on Monday to meet on Wednesday.") == ["2031-05-05", "2031-05-07"]


def test_a_day_of_the_month_announced_is_counted_from_the_day_of_the_announcement() -> None:
    text = "On 1 May the ferry union announced that it would meet the owners on 7 May."
    assert days(text) == ["2031-05-01", "2031-05-07"]
    assert days("On 1 May the union said: “We will meet the owners on 7 May.”") == ["2031-05-01", "2031-05-07"]


def test_another_deed_does_not_date_what_is_to_come() -> None:
    assert days("The envoy arrived on Monday and will meet the owners on Friday.") == ["2031-05-05", "2031-05-16"]


def test_will_looks_forward_over_the_turn_of_the_year() -> None:
    assert days("The union will meet the owners on 30 December.", date(2032, 1, 2)) == ["2032-12-30"]


def test_what_was_due_on_a_weekday_lies_behind_and_what_is_due_ahead() -> None:
    assert days("The union was due to meet the owners on Thursday.") == ["2031-05-08"]
    assert days("The union is due to meet the owners on Thursday.") == ["2031-05-15"]


def test_what_was_due_has_gone_by_rather_than_be_a_year_away() -> None:
    assert days("The vote was due on 20 April.") == ["2031-04-20"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The union met the owners on 05/06/2031.", "2031-05-06"),
        ("The union will meet the owners on 05/06/2031.", "2031-06-05"),
        ("The union met the owners on 05/04/2031.", None),
        ("The union met the owners on 25/04/2031.", "2031-04-25"),
        ("The union met the owners on 04/25/2031.", "2031-04-25"),
        ("The union met the owners on 2031-04-05.", "2031-04-05"),
    ],
)
def test_a_day_in_digits_has_a_value_only_where_one_reading_fits(text: str, value: str | None) -> None:
    assert days(text) == [value]
