from __future__ import annotations

import pytest

from arabic_times import found, values


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("في الساعة العاشرة من صباح اليوم", "الساعة العاشرة من صباح اليوم", "2023-05-17T10:00"),
        ("الساعة الثامنة والنصف مساء الاثنين", "الساعة الثامنة والنصف مساء الاثنين", "2023-05-15T20:30"),
        ("عند الساعة 10:30 بتوقيت غرينتش", "الساعة 10:30 بتوقيت غرينتش", None),
        ("العاشرة صباحا", "العاشرة صباحا", None),
    ],
)
def test_an_hour_has_a_value_where_its_day_stands_beside_it(text: str, span: str, value: str | None) -> None:
    assert values(text) == [(span, value)]
    assert [time.type for time in found(text)] == ["TIME"]


def test_an_hour_belongs_to_the_day_right_before_it() -> None:
    assert values("سيعقد السبت عند الساعة التاسعة مساء") == [
        ("السبت", "2023-05-20"),
        ("الساعة التاسعة مساء", "2023-05-20T21:00"),
    ]


def test_the_tenth_of_anything_is_no_hour() -> None:
    assert values("في جولتها العاشرة من المشاورات، والساعة 99") == []
