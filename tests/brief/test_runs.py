"""Runs: phrases filled with names, labels and quotes."""

from __future__ import annotations

from taqrib.brief.runs import Label, Quote, Reference, Words, fill, joined, plain, written


def test_a_slot_takes_runs_or_words() -> None:
    filled = fill("{at}, {who} spoke", at="on Monday", who=(Label("Salmor"),))
    assert filled == (Words("on Monday"), Words(", "), Label("Salmor"), Words(" spoke"))


def test_braces_in_a_name_are_no_slots() -> None:
    assert plain(fill("{who} spoke", who=(Quote("{at}", "en"),))) == "{at} spoke"


def test_parts_without_runs_leave_no_comma_behind() -> None:
    assert plain(joined([(), (Words("a"),), (), (Words("b"),)], ", ")) == "a, b"


def test_references_are_no_part_of_the_plain_text() -> None:
    assert plain((Words("so "), Reference("e4"))) == "so "


def test_a_written_line_shows_quotes_between_marks_and_references_in_brackets() -> None:
    runs = (Label("Salmor"), Words(": "), Quote("not\nnow", "en"), Words(". "), Reference("e4"))
    assert written(runs, ("“", "”"), rtl=False) == "Salmor: “not now”. [e4]"


def test_a_written_line_keeps_words_of_the_other_direction_together_with_what_ends_them() -> None:
    runs = (Words("قال: "), Quote("28 left?", "en"), Words(" "), Reference("e4"))
    assert written(runs, ("«", "»"), rtl=True) == "قال: «\u200e28 left?\u200e»\u200f \u200e[e4]\u200e\u200f"


def test_what_acts_unseen_in_a_report_is_named_and_not_taken_for_a_mark_of_the_brief() -> None:
    assert written((Quote("a\u200fb", "en"),), ("“", "”"), rtl=False) == "“a[U+200F]b”"
