from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.edtf import days
from taqrib.reading import calendar

WEDNESDAY = date(2023, 5, 17)


@pytest.mark.parametrize(
    ("direction", "other_day", "weekday", "day"),
    [
        (-1, False, 2, "2023-05-17"),
        (-1, True, 2, "2023-05-10"),
        (1, False, 2, "2023-05-17"),
        (1, True, 2, "2023-05-24"),
        (-1, False, 3, "2023-05-11"),
        (1, False, 3, "2023-05-18"),
        (0, False, 6, "2023-05-14"),
    ],
)
def test_a_weekday_is_the_nearest_on_its_side(
    *, direction: calendar.Direction, other_day: bool, weekday: int, day: str
) -> None:
    assert str(calendar.weekday_date(WEDNESDAY, weekday, direction, other_day=other_day)) == day


def test_weeks_begin_on_sunday_or_on_monday() -> None:
    sunday = date(2023, 5, 14)
    assert calendar.week_value(sunday, 0, starts=calendar.SUNDAY) == "2023-05-14/2023-05-20"
    assert calendar.week_value(sunday, 0, starts=calendar.MONDAY) == "2023-05-08/2023-05-14"
    assert calendar.week_value(WEDNESDAY, -1, starts=calendar.SUNDAY) == "2023-05-07/2023-05-13"


@pytest.mark.parametrize(
    ("month", "day", "direction", "year"),
    [
        (10, 7, -1, 2022),
        (10, 7, 1, 2023),
        (3, None, 1, 2024),
        (5, 17, -1, 2023),
        (5, 17, 1, 2023),
        (5, None, 1, 2023),
        (6, 1, 0, 2023),  # two weeks ahead
        (12, 1, 0, 2022),  # half a year ahead: the past is meant
    ],
)
def test_the_year_a_report_leaves_out_is_the_nearest_on_its_side(
    month: int, day: int | None, direction: calendar.Direction, year: int
) -> None:
    assert calendar.year_of(WEDNESDAY, month, day, direction) == year


def test_in_december_an_undetermined_january_is_the_one_to_come() -> None:
    assert calendar.year_of(date(2023, 12, 20), 1, 5, 0) == 2024


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (9, "month", "P9M"),
        (2.5, "year", "P2Y6M"),
        (1.5, "hour", "PT1H30M"),
        (1.5, "day", "P1DT12H"),
        (0.5, "day", "PT12H"),
        (0.5, "century", "P50Y"),
        (3, "decade", "P30Y"),
        (48, "hour", "PT48H"),
    ],
)
def test_durations_are_written_in_iso_8601(amount: float, unit: str, value: str) -> None:
    assert calendar.duration(amount, unit) == value


def test_durations_join_with_the_clock_behind_the_days() -> None:
    assert calendar.joined(["P1Y", "P3M"]) == "P1Y3M"
    assert calendar.joined(["P2D", "PT6H"]) == "P2DT6H"
    assert calendar.joined([]) is None


def test_hijri_dates_have_their_gregorian_days() -> None:
    assert calendar.from_hijri(1445, 9, 1) == "2024-03-11"
    assert calendar.from_hijri(1445, 9) == "2024-03-11/2024-04-09"
    assert calendar.from_hijri(1445) == "2023-07-19/2024-07-06"
    assert calendar.from_hijri(1445, 13, 1) is None
    assert calendar.from_hijri(900) is None
    assert calendar.hijri_year_of(WEDNESDAY, 9, None, -1) == 1444
    assert calendar.hijri_year_of(WEDNESDAY, 9, None, 1) == 1445


def test_days_that_do_not_exist_have_no_value() -> None:
    assert calendar.day_value(2023, 2, 29) is None
    assert calendar.day_value(2024, 2, 29) == "2024-02-29"
    assert calendar.month_value(2023, 13) is None
    assert calendar.shifted(date.max, 1) is None
    assert calendar.week_value(date.min, -1, starts=calendar.SUNDAY) is None


def test_parts_of_years_are_the_intervals_of_their_months() -> None:
    assert calendar.quarter_value(2023, 1) == "2023-01/2023-03"
    assert calendar.half_value(2023, 2) == "2023-07/2023-12"
    assert calendar.season_value(2023, 2) == "2023-06/2023-08"
    assert calendar.season_value(2023, 4) == "2023-12/2024-02"
    assert calendar.decade_value(1990) == "1990/1999"
    assert calendar.week_of_month("2023-02", 1) == "2023-02-01/2023-02-07"
    assert calendar.week_of_month("2023-02", 0) == "2023-02-22/2023-02-28"
    assert calendar.quarter_value(2023, 5) is None


@given(st.dates(), st.integers(-3, 3))
def test_a_week_is_seven_days_that_hold_their_weekday(of: date, offset: int) -> None:
    value = calendar.week_value(of, offset, starts=calendar.SUNDAY)
    if value is not None:
        first, last = days(value)
        assert (last - first).days == 6
        assert first.weekday() == calendar.SUNDAY
        assert 0 <= (of - first).days + 7 * offset <= 6


@given(
    published=st.dates(),
    weekday=st.integers(0, 6),
    direction=st.sampled_from([-1, 0, 1]),
    other_day=st.booleans(),
)
def test_a_weekday_is_never_further_than_a_week(
    published: date, weekday: int, direction: calendar.Direction, *, other_day: bool
) -> None:
    day = calendar.weekday_date(published, weekday, direction, other_day=other_day)
    if day is not None:
        assert day.weekday() == weekday
        assert abs((day - published).days) <= 7
        assert (day - published).days * (direction or -1) >= other_day


@pytest.mark.parametrize("day", ["1818-03-22", "1961-04-02", "2000-04-23", "2024-03-31", "2038-04-25"])
def test_easter_is_the_sunday_of_the_western_churches(day: str) -> None:
    assert str(calendar.easter(int(day[:4]))) == day


def test_a_day_is_read_back_only_from_a_day() -> None:
    assert calendar.as_day("2023-05-17TEV") == WEDNESDAY
    assert calendar.as_day("2023-05") is None
    assert calendar.as_day("2023-05-17/2023-05-18") is None
