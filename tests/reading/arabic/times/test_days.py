from __future__ import annotations

from datetime import date

import pytest

from arabic_times import found, values


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("وصلت أمس إلى الجزيرة", "أمس", "2023-05-16"),
        ("وصلت بالأمس", "الأمس", "2023-05-16"),
        ("وصلت أول من أمس (الاثنين)", "أول من أمس (الاثنين)", "2023-05-15"),
        ("وصلت أمس، الثلاثاء، إلى الجزيرة", "أمس، الثلاثاء", "2023-05-16"),
        ("واليوم، قالت", "اليوم", "2023-05-17"),
        ("قالت اليوم الأربعاء إن", "اليوم الأربعاء", "2023-05-17"),
        ("تصل غدًا الخميس (18 مايو)", "غدًا الخميس (18 مايو)", "2023-05-18"),
        ("تصل بعد غدٍ", "بعد غدٍ", "2023-05-19"),
        ("ليوم أمس", "يوم أمس", "2023-05-16"),
        ("عقدت يوم الأحد الماضي", "يوم الأحد الماضي", "2023-05-14"),
        ("تعقد الأربعاء المقبل", "الأربعاء المقبل", "2023-05-24"),
        ("عقدت الأحد قبل الماضي", "الأحد قبل الماضي", "2023-05-07"),
        ("عقدت والثلاثاء قريب", "الثلاثاء", "2023-05-16"),
        ("جلسة الثلاثاء أمس", "الثلاثاء أمس", "2023-05-16"),
        ("الأحد المقبل (21 مايو - أيار)", "الأحد المقبل (21 مايو - أيار)", "2023-05-21"),
        ("عقدت يوم الأحد الموافق 14 مايو 2023", "يوم الأحد الموافق 14 مايو 2023", "2023-05-14"),
        ("عقدت يومي الأحد والاثنين", "يومي الأحد والاثنين", "2023-05-14/2023-05-15"),
        ("ستعقد يومي الأحد والاثنين المقبلين", "يومي الأحد والاثنين المقبلين", "2023-05-21/2023-05-22"),
        ("يوم 20/5/2023", "يوم 20/5/2023", "2023-05-20"),
    ],
)
def test_days_are_counted_from_publication(text: str, span: str, value: str) -> None:
    assert values(text) == [(span, value)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("وصلت مساء أول من أمس الاثنين", "مساء أول من أمس الاثنين", "2023-05-15"),
        ("وصلت فجر الأحد", "فجر الأحد", "2023-05-14"),
        ("سرت منتصف ليل أمس", "منتصف ليل أمس", "2023-05-16"),
        ("وصلت ليل فجر أمس", "ليل فجر أمس", "2023-05-16"),
        ("وصلت ليل السبت - الأحد", "ليل السبت - الأحد", "2023-05-13"),
        ("وصلت الثلاثاء صباحا", "الثلاثاء صباحا", "2023-05-16"),
        ("وصلت في ساعة متأخرة من مساء الأحد", "ساعة متأخرة من مساء الأحد", "2023-05-14"),
        ("وصلت الليلة الماضية", "الليلة الماضية", "2023-05-16"),
        ("عند منتصف الليل", "منتصف الليل", None),
    ],
)
def test_parts_of_days_are_times_with_the_value_of_their_day(text: str, span: str, value: str | None) -> None:
    assert values(text) == [(span, value)]
    assert [time.type for time in found(text)] == ["TIME"]


@pytest.mark.parametrize(
    "text",
    [
        "المرفأ في أمسّ الحاجة إلى صيانة",
        "نقلت صحيفة «الغد» عن قناة روسيا اليوم",
        "في اليوم الثالث من المشاورات",
        "غدا واضحا أن الخلاف باق",
        "فجر ليبيا",
        "أحد الأعضاء وعبد الأحد والأعضاء الأحد عشر",
        "الفرق بين الاثنين كبير",
        "يوم الاقتراع",
        "لم يعرفوا يوما هدوءا",
    ],
)
def test_words_that_only_look_like_days_are_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_bare_weekday_follows_the_verb_that_governs_it() -> None:
    assert values("قال الوزير الثلاثاء إن الوفد سيصل الخميس") == [
        ("الثلاثاء", "2023-05-16"),
        ("الخميس", "2023-05-18"),
    ]


def test_the_word_that_says_future_is_among_the_grounds() -> None:
    text = "سيصل الوفد الخميس"
    (time,) = found(text)
    assert [text[start:end] for start, end in time.rests_on] == ["الخميس", "سيصل"]


def test_a_weekday_that_contradicts_the_day_of_publication_leaves_its_doubt() -> None:
    (time,) = found("قالت اليوم الخميس")
    assert time.value == "2023-05-17"
    assert time.unsure == ("the text says Thursday; counted from the publication day it is Wednesday 2023-05-17",)
    assert time.certainty < 0.7


def test_a_weekday_that_contradicts_its_own_date_leaves_its_doubt() -> None:
    (time,) = found("الخميس 9 مايو 2023")
    assert time.value == "2023-05-09"
    assert time.unsure == ("2023-05-09 is no Thursday",)


def test_without_a_day_of_publication_relative_days_stay_open() -> None:
    assert values("أمس والأحد ومساء غد واليوم الثلاثاء 9 مايو 2023", published=None) == [
        ("أمس", None),
        ("الأحد", None),
        ("مساء غد", None),
        ("اليوم الثلاثاء 9 مايو 2023", "2023-05-09"),
    ]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_leave_a_value_open(published: date) -> None:
    assert found("أول من أمس وبعد غد والأحد الماضي والأحد المقبل", published=published)


def test_a_country_called_sunset_is_no_part_of_the_day() -> None:
    assert values("غادر المغرب اليوم") == [("اليوم", "2023-05-17")]
