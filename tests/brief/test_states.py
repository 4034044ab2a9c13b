"""States and capitals by their name in the brief's language."""

from __future__ import annotations

import pytest

from taqrib.brief.states import state_or_capital


@pytest.mark.parametrize(
    ("name", "arabic", "english"),
    [
        ("Doha", "الدوحة", "Doha"),
        ("قطر", "قطر", "Qatar"),
        ("State of Israel", "إسرائيل", "Israel"),
        ("انجمينا", "نجامينا", "N'Djamena"),
        ("بورتو نوفو", "بورتو نوفو", "Porto-Novo"),
    ],
)
def test_a_state_or_capital_is_named_in_either_language(name: str, arabic: str, english: str) -> None:
    assert (state_or_capital(name, "ar"), state_or_capital(name, "en")) == (arabic, english)


@pytest.mark.parametrize("name", ["عمان", "تونس", "Helm", ""])
def test_a_name_of_two_places_or_of_none_known_is_left_as_it_stands(name: str) -> None:
    assert state_or_capital(name, "en") is None
