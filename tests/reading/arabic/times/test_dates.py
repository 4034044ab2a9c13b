from __future__ import annotations

import pytest

from arabic_times import found, values


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("وقعوه في السابع عشر من مارس الماضي", "السابع عشر من مارس الماضي", "2023-03-17"),
        ("وقعوه في 9 نيسان/أبريل", "9 نيسان/أبريل", "2023-04-09"),
        ("وقعوه في 30 تشرين الثاني (نوفمبر) 2022", "30 تشرين الثاني (نوفمبر) 2022", "2022-11-30"),
        ("وقعوه في الثالث والعشرين من كانون الأول", "الثالث والعشرين من كانون الأول", "2022-12-23"),
        ("سيوقعونه في الـ 25 من هذا الشهر", "الـ 25 من هذا الشهر", "2023-05-25"),
        ("وقعوه في 4 من الشهر الماضي", "4 من الشهر الماضي", "2023-04-04"),
        ("سيوقعونه في 12 و13 حزيران", "12 و13 حزيران", "2023-06-12/2023-06-13"),
        ("سيجتمعون بين 12 و15 حزيران", "12 و15 حزيران", "2023-06-12/2023-06-15"),
        ("اجتمعوا من 3 إلى 6 أيار", "3 إلى 6 أيار", "2023-05-03/2023-05-06"),
        ("في غشت 2021", "غشت 2021", "2021-08"),
        ("منذ جانفي الماضي", "جانفي الماضي", "2023-01"),
        ("في سبتمبر من العام الماضي", "سبتمبر من العام الماضي", "2022-09"),
        ("اجتمعوا في مايو الماضي", "مايو الماضي", "2022-05"),
        ("سيجتمعون في سبتمبر", "سبتمبر", "2023-09"),
        ("وقع في 9 رمضان 1443هـ", "9 رمضان 1443هـ", "2022-04-10"),
        ("خلال شهر رمضان المقبل", "شهر رمضان المقبل", "2024-03-11/2024-04-09"),
        ("بتاريخ 24/07/2022", "24/07/2022", "2022-07-24"),
        ("بتاريخ 2022-7-24", "2022-7-24", "2022-07-24"),
        ("بتاريخ ٢٤.٠٧.٢٠٢٢", "٢٤.٠٧.٢٠٢٢", "2022-07-24"),
        ("بنود عام 1995", "عام 1995", "1995"),
        ("عامي 2013 و2014", "عامي 2013 و2014", "2013/2014"),
        ("الجزيرة مقسومة منذ 1974", "1974", "1974"),
        ("عام 1436هـ", "عام 1436هـ", "2014-10-25/2015-10-13"),
        ("حدود عام 67", "عام 67", "1967"),
    ],
)
def test_days_months_and_years_have_their_value(text: str, span: str, value: str) -> None:
    assert values(text) == [(span, value)]


def test_days_joined_by_or_are_two() -> None:
    assert values("ستجرى في 13 أو 20 أيلول") == [("13", "2023-09-13"), ("20 أيلول", "2023-09-20")]


def test_months_side_by_side_share_their_year() -> None:
    assert values("اجتمعوا في يونيو ويوليو الماضيين") == [("يونيو", "2022-06"), ("يوليو الماضيين", "2022-07")]
    assert values("من ديسمبر إلى فبراير 2021") == [("ديسمبر", "2020-12"), ("فبراير 2021", "2021-02")]


def test_the_end_of_a_range_follows_its_beginning() -> None:
    assert values("من 20 ديسمبر حتى 5 يناير") == [("20 ديسمبر", "2022-12-20"), ("5 يناير", "2023-01-05")]


def test_counts_and_names_are_no_years() -> None:
    assert values("أجلت السفينة 2000 شخص بموجب القرار 1973 في 1990 مدرسة") == []


def test_names_of_months_that_are_words_need_a_date_around_them() -> None:
    assert values("مارس الوسيط ضغوطا، وقال أب لثلاثة إن رمضان شاهين ورجب غادرا") == []
    assert values("في مارس") == [("مارس", "2023-03")]
    assert values("خلال آب الماضي") == [("آب الماضي", "2022-08")]


def test_a_movement_named_after_a_day_is_no_date() -> None:
    assert values("قال تحالف 14 نوفمبر إنه") == []


def test_a_date_that_does_not_exist_has_no_value_and_says_so() -> None:
    (time,) = found("في 30 فبراير 2022")
    assert time.value is None
    assert time.unsure == ("the calendar has no such day",)


def test_that_month_is_the_one_named_last() -> None:
    assert values("بدأت في أبريل 2019 وانتهت في 20 منه")[-1] == ("20 منه", "2019-04-20")
    assert values("في مارس 2019، وفي السابع من الشهر نفسه")[-1] == ("السابع من الشهر نفسه", "2019-03-07")


def test_a_dateline_names_a_day() -> None:
    assert values("فريتاون 12 - 5 (ا ف ب) - بدأت المشاورات") == [("12 - 5", "2023-05-12")]
    assert values("فريتاون 18 - 5 (ا ف ب) - بدأت المشاورات") == [("18 - 5", "2023-05-18")]


def test_without_a_day_of_publication_only_full_dates_have_a_value() -> None:
    assert values("في 9 أبريل 2021 وفي 12 مايو وفي مايو", published=None) == [
        ("9 أبريل 2021", "2021-04-09"),
        ("12 مايو", None),
        ("مايو", None),
    ]


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
    ("text", "span", "value"),
    [
        ("هاجموا في 7 أكتوبر من العام الماضي", "7 أكتوبر من العام الماضي", "2022-10-07"),
        ("عادوا أواخر العام قبل الماضي", "أواخر العام قبل الماضي", "2021"),
    ],
)
def test_a_day_or_an_edge_and_its_year_are_one_expression(text: str, span: str, value: str) -> None:
    assert values(text) == [(span, value)]


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
