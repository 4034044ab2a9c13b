"""Arabic agreement: what a name tells of its gender, and how nouns are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taqrib.brief.arabic import counted, gender
from taqrib.case import Actor, Bilingual, Terms

PROPOSALS = ("مقترح واحد", "مقترحان", "مقترحات", "مقترحًا", "مقترح", "لا مقترحات")


def actor(kind: str, name: str) -> Actor:
    return Actor(id="somebody", kind=kind, name=Bilingual(ar=name, en="Somebody"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("state", "سالمور", "f"),
        ("state", "لبنان", "m"),
        ("state", "الأردن", "m"),
        ("state", "العراق", "m"),
        ("state", "المملكة الأردنية الهاشمية", "f"),
        ("state", "الاتحاد الروسي", "m"),
        ("organisation", "حركة الضفتين", "f"),
        ("organisation", "الأمم المتحدة", "f"),
        ("organisation", "حزب الميناء", "m"),
        ("organisation", "القوات المشتركة", "f"),
        ("body", "مجلس الأنهار", "m"),
        ("body", "البرلمان", "m"),
        ("source", "مصادر مطّلعة", "f"),
        ("source", "مصدر رفيع", "m"),
        ("outlet", "وكالة الضفة", "f"),
        ("outlet", "تلفزيون الوادي", "m"),
        ("person", "نادية السهل", "f"),
        ("person", "حمزة السهل", "m"),
    ],
)
def test_a_name_tells_its_gender(kind: str, name: str, expected: str) -> None:
    assert gender(actor(kind, name)) == expected


@pytest.mark.parametrize(("kind", "name"), [("person", "رامي دوفان"), ("person", "نور"), ("organisation", "فرونتكس")])
def test_a_name_that_tells_nothing_is_not_taken_for_masculine(kind: str, name: str) -> None:
    assert gender(actor(kind, name)) == "unknown"


def test_a_womans_title_among_the_other_names_tells_and_a_mans_does_not() -> None:
    minister = replace(actor("person", "آمال سيل"), aliases=Terms(ar=("سيل", "وزيرة خارجية سالمور")))
    assert gender(minister) == "f"
    assert gender(replace(minister, aliases=Terms(ar=("وزير خارجية سالمور", "علّامة الوادي")))) == "unknown"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "لا مقترحات"),
        (1, "مقترح واحد"),
        (2, "مقترحان"),
        (3, "3 مقترحات"),
        (10, "10 مقترحات"),
        (11, "11 مقترحًا"),
        (99, "99 مقترحًا"),
        (100, "100 مقترح"),
        (102, "102 مقترح"),
        (103, "103 مقترحات"),
        (111, "111 مقترحًا"),
    ],
)
def test_a_counted_noun_agrees_with_its_number(number: int, expected: str) -> None:
    assert counted(number, PROPOSALS) == expected
