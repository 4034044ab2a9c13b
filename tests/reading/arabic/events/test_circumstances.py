"""When and where: behind the trigger and before it, and never where something else is."""

from __future__ import annotations

import datetime as dt

import pytest

from taqrib.reading import read
from taqrib.reading.findings import Event

PUBLISHED = dt.date(2031, 3, 12)  # a Wednesday


def found(text: str, type_: str) -> Event:
    (event,) = [event for event in read(text, published=PUBLISHED).events if event.type == type_]
    return event


@pytest.mark.parametrize(
    ("text", "type_", "when", "place"),
    [
        ("اختتمت في نيروبي مساء أمس الجولة الرابعة من المباحثات.", "talks", "2031-03-11", "نيروبي"),
        ("أنهت كينيا وغانا أمس جولة ثانية من المحادثات.", "talks", "2031-03-11", None),
        ("عقد المجلس جلسة أمس لبحث الوضع في السودان.", "talks", "2031-03-11", None),
        ("استأنف الجانبان أمس مفاوضاتهما في أكرا.", "resume", "2031-03-11", "أكرا"),
        ("بدأت أمس في العاصمة الكينية نيروبي المحادثات.", "talks", "2031-03-11", "نيروبي"),
        ("قال مصدر إن الوفد سيلتقي بعد ساعات المبعوث في أكرا.", "meet", "2031-03-12", "أكرا"),
        ("تعهد سامي عمر، الذي يزور أكرا، بالتصويت قبل نهاية العام المقبل.", "travel", None, "أكرا"),
        ("زار الوزير أمس كينيا.", "travel", "2031-03-11", "كينيا"),
        ("انهارت المحادثات أمس بعد السيطرة على العاصمة صنعاء.", "suspend", "2031-03-11", None),
        ("تستأنف مفاوضات الهدنة في قطاع غزة غدا في مسقط.", "resume", "2031-03-13", "مسقط"),
        ("استؤنفت أمس محادثات وقف إطلاق النار في السودان.", "resume", "2031-03-11", None),
        ("استؤنفت أمس محادثات السلام في الكويت.", "resume", "2031-03-11", "الكويت"),
        ("أقلت طائرة انطلقت من مطار صنعاء وفدا إلى مسقط أمس.", "travel", "2031-03-11", "مسقط"),
    ],
)
def test_a_day_and_a_place_are_those_of_the_deed(text: str, type_: str, when: str, place: str | None) -> None:
    event = found(text, type_)
    assert (event.when, event.place) == (when, place)


def test_days_before_a_round_are_not_its_day() -> None:
    assert found("وصل الوفد إلى نيروبي أمس قبل يومين من الجولة.", "talks").when is None


@pytest.mark.parametrize(
    "text",
    [
        "أكد مصدر أن المجلس يرفض الرحلات في نهاية الأسبوع فقط.",
        "رفضت كينيا رحلات هذا الشهر.",
    ],
)
def test_the_time_of_what_is_refused_is_no_day_of_the_refusal(text: str) -> None:
    assert found(text, "reject").when is None


def test_the_weekend_may_be_any() -> None:
    (time,) = read("يرفض المجلس الرحلات في نهاية الأسبوع.", published=PUBLISHED).times
    assert (time.value, time.rule) == (None, "weekend")


def test_the_day_of_an_agreement_to_meet_is_not_that_of_the_meeting() -> None:
    text = "اتفق الوفدان في 5 مايو على لقاء خلال أسبوعين."
    (meeting,) = [one for one in read(text, language="ar", published=dt.date(2031, 5, 9)).events if one.type == "meet"]
    assert (meeting.status, meeting.when) == ("announced", None)
