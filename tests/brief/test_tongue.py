"""The two languages say the same things: neither table has a phrase, or a slot, that the other lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from taqrib import vocabulary
from taqrib.brief.tongue import tongue
from taqrib.record import HOLDING
from taqrib.rounds.calendar import ROUND_TYPES

if TYPE_CHECKING:
    from taqrib.brief import Language

GENDERS = {"m", "f", "unknown"}


def phrases(table: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], set[str]]:
    """Each phrase's path -> the slots in it; the forms for each gender are one phrase."""
    if isinstance(table, dict) and not set(table) <= GENDERS:
        below = [phrases(value, (*path, key)) for key, value in table.items()]
        return {found: slots for part in below for found, slots in part.items()}
    return {path: set(re.findall(r"\{(\w+)\}", str(table)))}


def test_both_languages_have_the_same_phrases_with_the_same_slots() -> None:
    assert phrases(vocabulary.load("brief/arabic")) == phrases(vocabulary.load("brief/english"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_kind_of_stance_and_of_round_has_its_words(language: Language) -> None:
    table = tongue(language).phrases
    assert set(table["stances"]) == set(HOLDING)
    assert set(table["rounds"]["nouns"]) == set(ROUND_TYPES)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_phrase_uses_a_dash_for_a_comma(language: Language) -> None:
    assert "—" not in str(tongue(language).phrases)
    assert "–" not in str(tongue(language).phrases)


def test_arabic_phrases_use_arabic_punctuation() -> None:
    assert not re.search(r"[؀-ۿ][,;?]", str(tongue("ar").phrases))
