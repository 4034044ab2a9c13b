"""Who is named only to say that it is not him."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.contrasts import before_contrast
from taqrib.reading.layout import lay_out


@pytest.mark.parametrize(
    ("text", "name", "before"),
    [
        ("الحكومة وليس المجلس", "المجلس", "الحكومة"),
        ("الحكومة، وليس المجلس", "المجلس", "الحكومة"),
        ("الحكومة بدلا من المجلس", "المجلس", "الحكومة"),
        ("الحكومة على عكس المجلس", "المجلس", "الحكومة"),
        ("الحكومة خلافا للمجلس", "للمجلس", "الحكومة"),
    ],
)
def test_the_words_before_a_contrast_are_found(text: str, name: str, before: str) -> None:
    tokens = lay_out(text).tokens
    at = next(index for index, token in enumerate(tokens) if token.text == name)
    end = before_contrast(lambda index: tokens[index].norm, at, 0)
    assert end is not None
    assert tokens[end - 1].text == before


@pytest.mark.parametrize("text", ["الحكومة والمجلس", "ليس المجلس", "وليس المجلس"])
def test_without_a_contrast_or_anybody_before_it_there_is_nothing(text: str) -> None:
    tokens = lay_out(text).tokens
    assert before_contrast(lambda index: tokens[index].norm, len(tokens) - 1, 0) is None
