"""Which year a month lies in."""

from __future__ import annotations

import pytest

from arabic_times import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأت المشاورات في مايو 2019 وتوقفت في يونيو ثم استؤنفت في سبتمبر", ["2019-05", "2019-06", "2019-09"]),
        ("وقعا الاتفاق في 12 نوفمبر 2018، وانسحب الوفد في فبراير", ["2018-11-12", "2019-02"]),
        ("وقعوا في مايو 2019. وانسحبوا في يناير", ["2019-05", "2023-01"]),
        ("بعد الاتفاق الموقع في مايو 2019 وصل الوفد في فبراير", ["2019-05", "2023-02"]),
    ],
)
def test_a_story_keeps_the_year_it_named_where_a_conjunction_carries_it_on(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت النقابة في 1 مايو أنها ستلتقي الشركة في 7 مايو", ["2023-05-01", "2023-05-07"]),
        ("وصل الوفد في 1 مايو وسيلتقي الشركة في 7 مايو", ["2023-05-01", "2024-05-07"]),
        ("اتفق الطرفان الاثنين على أن يلتقيا الثلاثاء", ["2023-05-15", "2023-05-16"]),
    ],
)
def test_what_is_announced_is_counted_from_the_day_of_the_announcement(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


def test_the_end_of_a_range_follows_its_beginning() -> None:
    assert values("من 20 ديسمبر حتى 5 يناير") == [("20 ديسمبر", "2022-12-20"), ("5 يناير", "2023-01-05")]


def test_months_side_by_side_share_their_year() -> None:
    assert values("اجتمعوا في يونيو ويوليو الماضيين") == [("يونيو", "2022-06"), ("يوليو الماضيين", "2022-07")]
    assert values("من ديسمبر إلى فبراير 2021") == [("ديسمبر", "2020-12"), ("فبراير 2021", "2021-02")]
