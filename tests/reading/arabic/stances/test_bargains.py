"""What a speaker will do if the other side does its part; and what is wanted rather, or kept open."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def brief(text: str) -> list[tuple[str, str, str]]:
    return [(stance.kind, stance.holder, text[slice(*stance.evidence)]) for stance in read(text).stances]


def test_a_promise_that_answers_an_if_is_a_condition() -> None:
    text = "قال سامي عمر: «إذا أعادوا الأسرى، فسنجلس معهم غدا»."
    assert ("condition", "سامي عمر", "إذا أعادوا الأسرى، فسنجلس معهم غدا") in brief(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال سامي عمر: «لا نعرف ما إذا كانوا سيحضرون».",
        "قال سامي عمر: «إذا انهارت الهدنة فستعود الحرب».",
        "إذا أعادوا الأسرى، فسنرى.",
    ],
)
def test_an_if_that_asks_or_foresees_is_none(text: str) -> None:
    assert [kind for kind, *_ in brief(text) if kind == "condition"] == []


def test_a_yes_that_answers_an_if_is_a_condition_with_what_it_requires() -> None:
    text = "إذا قبلت غانا الدوريات المشتركة فستقبل كينيا الخريطة."
    (one,) = read(text).stances
    assert (one.kind, one.holder) == ("condition", "كينيا")
    assert one.requires is not None
    assert text[slice(*one.requires)] == "إذا قبلت غانا الدوريات المشتركة"
