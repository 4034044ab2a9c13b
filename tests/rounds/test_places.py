"""Places by one name."""

from __future__ import annotations

import pytest

from lagoon import lagoon
from taqrib.rounds.places import Places


@pytest.mark.parametrize(
    ("arabic", "english"),
    [("الدوحة", "Doha"), ("القاهرة", "cairo"), ("جنيڤ", "جنيڤ"), ("قطر", "Qatar"), ("جنيف", "Geneva")],
)
def test_a_state_capital_or_venue_has_one_name_in_both_languages(arabic: str, english: str) -> None:
    assert Places(lagoon()).canonical(arabic) == Places(lagoon()).canonical(english)


def test_an_actor_of_the_case_is_a_place_by_either_name() -> None:
    assert Places(lagoon()).canonical("أورلا") == Places(lagoon()).canonical("Orla")


def test_a_city_is_not_its_state_and_an_unknown_place_is_itself() -> None:
    assert Places(lagoon()).canonical("Doha") != Places(lagoon()).canonical("Qatar")
    assert Places(lagoon()).canonical("Sel") == "sel"
    assert Places(lagoon()).canonical("") == ""
