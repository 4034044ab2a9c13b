"""Runs: phrases filled with names, labels and quotes."""

from __future__ import annotations

from taqrib.brief.runs import Label, Quote, Reference, Words, direction, fill, joined, plain


def test_a_slot_takes_runs_or_words() -> None:
    filled = fill("{at}, {who} spoke", at="on Monday", who=(Label("Salmor"),))
    assert filled == (Words("on Monday"), Words(", "), Label("Salmor"), Words(" spoke"))


def test_braces_in_a_name_are_no_slots() -> None:
    assert plain(fill("{who} spoke", who=(Quote("{at}", "en"),))) == "{at} spoke"


def test_parts_without_runs_leave_no_comma_behind() -> None:
    assert plain(joined([(), (Words("a"),), (), (Words("b"),)], ", ")) == "a, b"


def test_references_are_no_part_of_the_plain_text() -> None:
    assert plain((Words("so "), Reference("e4"))) == "so "


def test_a_language_we_do_not_know_finds_its_own_direction() -> None:
    assert [direction(language) for language in ("ar", "en", "xx")] == ["rtl", "ltr", "auto"]
