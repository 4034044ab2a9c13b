"""Text is data: nothing in it commands a terminal or a reader's eye."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from taqrib.visible import visible


def test_an_ansi_sequence_is_shown_not_obeyed() -> None:
    assert visible("calm\x1b[31mred") == "calm[U+001B][31mred"


def test_bidi_overrides_and_isolates_are_named() -> None:
    assert visible("a\u202eb\u2066c\u200f") == "a[U+202E]b[U+2066]c[U+200F]"


def test_spelling_is_left_alone() -> None:
    spelling = "مفاوضات الهُدنة، بندًا بندًا؛ می\u200cخواهم\nWhy not?\t— “so”"
    assert visible(spelling) == spelling


@given(st.text(st.characters(codec=None)))
def test_no_control_character_survives(text: str) -> None:
    shown = visible(text)
    assert not [
        character for character in shown if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"
    ]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
