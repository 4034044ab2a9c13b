"""Places by one name."""

from __future__ import annotations

import pytest

from taqrib.rounds.places import canonical_place


@pytest.mark.parametrize(
    ("arabic", "english"), [("الدوحة", "Doha"), ("القاهرة", "cairo"), ("جنيڤ", "جنيڤ"), ("قطر", "Qatar")]
)
def test_a_state_or_capital_has_one_name_in_both_languages(arabic: str, english: str) -> None:
    assert canonical_place(arabic) == canonical_place(english)


def test_a_city_is_not_its_state_and_an_unknown_place_is_itself() -> None:
    assert canonical_place("Doha") != canonical_place("Qatar")
    assert canonical_place("Sel") == "sel"
    assert canonical_place("") == ""
