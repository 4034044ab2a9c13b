"""Reporting verbs that are also other words: read only where they report."""

from __future__ import annotations

from taqrib.reading import read


def speakers(text: str) -> list[str | None]:
    return [statement.speaker_name for statement in read(text).statements]


def test_what_one_is_called_is_no_claim() -> None:
    assert speakers("وأعلن ناطق باسم الجماعة يدعى أبو خالد أن القتال توقف.") == ["ناطق باسم الجماعة"]


def test_a_claim_is_one() -> None:
    assert speakers("وتدعي الحكومة أن المعارضة خرقت الهدنة.") == ["الحكومة"]


def test_all_may_agree_that_something_is_so() -> None:
    assert speakers("وأجمع المشاركون على أن الحل سياسي.") == ["المشاركون"]
