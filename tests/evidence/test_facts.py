from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from taqrib.errors import Invalid
from taqrib.evidence import facts


@pytest.mark.parametrize(
    "value", ["2021-05-03", " 2021-05-03 ", date(2021, 5, 3), datetime(2021, 5, 3, 23, 59, tzinfo=UTC)]
)
def test_a_day_is_a_date_or_iso_text(value: date | str) -> None:
    found = facts.day(value, where=None)
    assert found == date(2021, 5, 3)
    assert type(found) is date


@pytest.mark.parametrize(
    "value", ["3.5.2021", "2021-5-3", "20210503", "2021-W18-1", "2021-05", "٢٠٢١-٠٥-٠٣", "2021-05-03T10:00", ""]
)
def test_any_other_writing_of_a_day_is_an_error_that_shows_the_right_one(value: str) -> None:
    with pytest.raises(Invalid, match="YYYY-MM-DD, such as 2019-03-12"):
        facts.day(value, where=None)


@pytest.mark.parametrize("value", ["2024-02-31", "2023-02-29", "2021-13-01", "2021-00-10", "0000-01-01"])
def test_a_day_that_is_not_in_the_calendar_is_an_error(value: str) -> None:
    with pytest.raises(Invalid, match=f"in the calendar, found {value}"):
        facts.day(value, where="here")


def test_a_day_outside_1900_to_2199_is_an_error_whatever_the_clock_says() -> None:
    for inside in ("1900-01-01", "2199-12-31"):
        assert facts.day(inside, where=None).isoformat() == inside
    for outside in ("1899-12-31", "2200-01-01"):
        with pytest.raises(Invalid, match="from 1900 to 2199"):
            facts.day(outside, where=None)


def test_every_grade_from_a1_to_f6_is_known() -> None:
    for source in "ABCDEF":
        for claim in "123456":
            assert facts.grade(f"{source.lower()}{claim}", where=None) == f"{source}{claim}"


@pytest.mark.parametrize("value", ["G1", "A0", "A7", "A", "1A", "A1B", "", "٣"])
def test_any_other_grade_is_an_error(value: str) -> None:
    with pytest.raises(Invalid, match="from A1 to F6"):
        facts.grade(value, where=None)


def test_a_language_is_two_letters() -> None:
    assert facts.language("AR", where=None) == "ar"
    with pytest.raises(Invalid, match="two letters"):
        facts.language("arabic", where=None)


def test_a_phrase_is_one_line_or_nothing() -> None:
    assert facts.phrase("  Harbour\n Radio ") == "Harbour Radio"
    assert facts.phrase(" \n ") is None
