"""English: counted nouns and capitals."""

from __future__ import annotations

import pytest

from taqrib.brief.english import capitalised, counted
from taqrib.brief.runs import Label, Words


@pytest.mark.parametrize(("number", "expected"), [(0, "no quotes"), (1, "1 quote"), (2, "2 quotes"), (11, "11 quotes")])
def test_a_counted_noun_agrees_with_its_number(number: int, expected: str) -> None:
    assert counted(number, ("1 quote", "quotes", "no quotes")) == expected


def test_a_sentence_begins_with_a_capital() -> None:
    assert capitalised((Words("a meeting"), Words(" is near"))) == (Words("A meeting"), Words(" is near"))


def test_a_name_that_begins_a_sentence_keeps_its_own_letters() -> None:
    assert capitalised((Label("eMission"), Words(" said"))) == (Label("eMission"), Words(" said"))


def test_an_article_before_a_name_takes_the_capital() -> None:
    assert capitalised((Label("a port official"), Words(" said"))) == (Label("A port official"), Words(" said"))
    assert capitalised((Label("thea"), Words(" said"))) == (Label("thea"), Words(" said"))
