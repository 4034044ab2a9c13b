"""Dates are told with the precision they have, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.brief.tongue import tongue

AR, EN = tongue("ar").calendar, tongue("en").calendar


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2031-07-09", "في 9 يوليو 2031", "on 9 July 2031"),
        ("2031-07", "في يوليو 2031", "in July 2031"),
        ("2031", "في عام 2031", "in 2031"),
        ("2031-07-09TEV", "مساء 9 يوليو 2031", "on the evening of 9 July 2031"),
        ("2031-07-09TMO", "صباح 9 يوليو 2031", "on the morning of 9 July 2031"),
        ("2031-07-09T18", "في 9 يوليو 2031", "on 9 July 2031"),
        ("2031-06-30/2031-07-06", "بين 30 يونيو و6 يوليو 2031", "between 30 June and 6 July 2031"),
        ("2031-07-01/2031-07-06", "بين 1 و6 يوليو 2031", "between 1 and 6 July 2031"),
        ("2030-12-30/2031-01-02", "بين 30 ديسمبر 2030 و2 يناير 2031", "between 30 December 2030 and 2 January 2031"),
        ("2031-06/2031-07", "بين يونيو ويوليو 2031", "between June and July 2031"),
        ("2030/2031", "بين عامي 2030 و2031", "between 2030 and 2031"),
        ("2031-07-09/2031-07-09", "في 9 يوليو 2031", "on 9 July 2031"),
        (None, "في يوم غير محدد", "on an unstated day"),
    ],
)
def test_a_date_is_told_with_its_own_precision(value: str | None, arabic: str, english: str) -> None:
    assert (AR.told(value), EN.told(value)) == (arabic, english)


def test_a_date_since_which_something_stands_may_be_vague() -> None:
    assert AR.told("2031-06-30/2031-07-06", "since") == "منذ يوم يقع بين 30 يونيو و6 يوليو 2031"
    assert EN.told(None, "since") == "since an unstated day"


def test_a_date_nobody_can_read_is_shown_and_not_hidden() -> None:
    assert EN.told("late spring", "bare") == "late spring"
    assert EN.told("2031-13", "bare") == "2031-13"


def test_a_period_of_one_day_is_that_day() -> None:
    assert AR.span(date(2031, 7, 9), date(2031, 7, 9)) == "9 يوليو 2031"


def test_a_period_names_both_of_its_days() -> None:
    assert AR.span(date(2031, 7, 8), date(2031, 7, 9)) == "من 8 إلى 9 يوليو 2031"
    assert EN.span(date(2031, 6, 30), date(2031, 7, 9)) == "30 June to 9 July 2031"
