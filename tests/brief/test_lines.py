"""Nothing in a text from outside acts unseen on a page."""

from __future__ import annotations

from taqrib.brief.lines import named, one_line, visible


def test_the_line_ends_of_windows_are_line_ends_and_a_lone_carriage_return_is_shown() -> None:
    assert visible("one\r\ntwo\rthree") == "one\ntwo[U+000D]three"
    assert named("one\r\ntwo") == []


def test_each_character_made_visible_is_named_once_in_order() -> None:
    assert named("\u202ea\u2066b\u202e") == ["[U+202E]", "[U+2066]"]


def test_one_line_keeps_what_must_still_be_made_visible() -> None:
    assert one_line(" a\n\n b\t\u2028c\r\nd ") == "a b \u2028c d"
