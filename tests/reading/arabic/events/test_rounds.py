"""Rounds told by one word: each keeps its own day and place."""

from __future__ import annotations

import datetime as dt

import pytest

from taqrib.reading import read
from taqrib.reading.findings import Event

PUBLISHED = dt.date(2031, 3, 12)  # a Wednesday


def found(text: str, type_: str) -> list[Event]:
    return [event for event in read(text, published=PUBLISHED, language="ar").events if event.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "rounds"),
    [
        (
            "تُستأنف المحادثات اليوم الأربعاء في أوسلو، وغدًا الخميس في نيروبي.",
            "resume",
            [("أوسلو", "2031-03-12"), ("نيروبي", "2031-03-13")],
        ),
        (
            "اجتمع الوفدان في أوسلو، وستُستأنف المحادثات هناك غدًا الخميس، ثم في نيروبي بعد غدٍ الجمعة.",
            "resume",
            [("أوسلو", "2031-03-13"), ("نيروبي", "2031-03-14")],
        ),
        (
            "أوضح الوسيط أن استئناف المحادثات غدًا بأوسلو ونيروبي بعد غدٍ.",
            "resume",
            [("أوسلو", "2031-03-13"), ("نيروبي", "2031-03-14")],
        ),
        (
            "ستستأنف محادثات السلام في اليمن غدا في أوسلو وبعد غد في نيروبي.",
            "resume",
            [("أوسلو", "2031-03-13"), ("نيروبي", "2031-03-14")],
        ),
        ("سيلتقي الوفدان غدا في نيروبي ثم في أوسلو.", "meet", [("نيروبي", "2031-03-13"), ("أوسلو", None)]),
    ],
)
def test_each_round_has_its_own_day_and_place(text: str, type_: str, rounds: list[tuple[str, str | None]]) -> None:
    events = found(text, type_)
    assert [(event.place, event.when) for event in events] == rounds
    assert len({event.trigger for event in events}) == 1  # one word tells them all
    assert {event.status for event in events} == {"announced"}


@pytest.mark.parametrize(
    "text",
    [
        "يجتمع الوفدان اليوم وغدا في نيروبي.",
        "سيجتمع الوفدان غدا في نيروبي وأوسلو.",
        "اجتمع الوفدان في نيروبي أمس الثلاثاء.",
    ],
)
def test_days_that_share_a_place_and_places_that_share_a_day_are_one_event(text: str) -> None:
    assert len(found(text, "meet")) == 1


def test_there_is_is_no_place() -> None:
    (event,) = found("زار الوسيط أوسلو. وقال إن هناك لقاء غدا بين الوفدين.", "meet")
    assert event.place is None


def test_a_round_to_come_is_announced_beside_one_that_was_held() -> None:
    events = found("اجتمع الوفدان أمس في واشنطن وغدا في وارسو.", "meet")
    assert [(event.place, event.when, event.status) for event in events] == [
        ("واشنطن", "2031-03-11", "held"),
        ("وارسو", "2031-03-13", "announced"),
    ]


def test_a_second_verb_has_its_own_day_and_place() -> None:
    events = found("وصل الوفد إلى أوسلو أمس ثم غادر إلى نيروبي اليوم.", "travel")
    assert [(event.place, event.when) for event in events] == [("أوسلو", "2031-03-11"), ("نيروبي", "2031-03-12")]


@pytest.mark.parametrize("text", ["وتنتهي الجولة الحالية الخميس.", "ومن المقرر أن تختتم المحادثات يوم الخميس المقبل."])
def test_the_day_on_which_talks_will_end_is_no_round_to_come(text: str) -> None:
    assert [(event.status, event.when) for event in found(text, "talks")] == [("ongoing", None)]
