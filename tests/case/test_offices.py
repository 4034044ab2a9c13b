from __future__ import annotations

import pytest

from taqrib import vocabulary
from taqrib.case.offices import Offices
from taqrib.normal import folded

OFFICES = Offices()


@pytest.mark.parametrize(
    "words", ["", "a senior official", "the delegation of", "s foreign ministry", "المتحدث باسم", "كبير المفاوضين"]
)
def test_those_who_speak_for_a_state(words: str) -> None:
    assert OFFICES.speak_for_state(folded(words).split())
    assert OFFICES.speak_for_organisation(folded(words).split())


@pytest.mark.parametrize("words", ["a leader in", "قيادي في"])
def test_being_in_a_state_is_not_speaking_for_it_but_being_in_an_organisation_is(words: str) -> None:
    assert OFFICES.speak_for_organisation(folded(words).split())
    assert not OFFICES.speak_for_state(folded(words).split())


@pytest.mark.parametrize(
    "words", ["a source in", "critics of", "مصدر في", "ضحايا", "former officials of", "members of"]
)
def test_those_who_do_not(words: str) -> None:
    assert not OFFICES.speak_for_organisation(folded(words).split())


@pytest.mark.parametrize(
    "words",
    [
        "",
        "dr",
        "prime minister",
        "french foreign minister",
        "secretary of state",
        "minister of foreign affairs",
        "the president s envoy",
        "white house spokesman",
        "المتحدث باسم الخارجية الفرنسية",
        "نائب الرئيس",
        "الرئيس",
        "وزير الخارجية",
        "وزير الخارجية الفرنسي",
        "لورد",
    ],
)
def test_titles_before_a_name(words: str) -> None:
    assert OFFICES.title_before(folded(words).split())


@pytest.mark.parametrize(
    "words",
    [
        "foreign",
        "adviser to president",
        "envoy of president",
        "envoy of the foreign minister",
        "state of",
        "مستشار الوزير",
        "المتحدث باسم الرئيس",
        "son of",
        "وزير",
        "مكتب الرئيس",
        "وزير خارجية",
        "الفرنسي",
    ],
)
def test_what_stands_before_a_name_and_is_no_title(words: str) -> None:
    assert not OFFICES.title_before(folded(words).split())


def test_after_a_name_only_an_arabic_title_belongs_to_it() -> None:
    assert OFFICES.title_after(["وزير", "الدفاع"])
    assert not OFFICES.title_after(["minister"])
    assert not OFFICES.title_after(["الدفاع"])


def test_arabic_words_are_listed_without_their_article_in_the_table() -> None:
    table = vocabulary.load("offices")
    with_article = [word for section in table.values() for word in section.get("ar", ()) if word.startswith("ال")]
    assert with_article == []
