"""The forms of English verbs and plurals."""

from __future__ import annotations

import pytest

from taqrib.reading.english.words import VERBS, singular


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("stopped", "stop", "d"),
        ("stopping", "stop", "g"),
        ("sitting", "sit", "g"),
        ("carries", "carry", "s"),
        ("reaches", "reach", "s"),
        ("agreeing", "agree", "g"),
        ("signing", "sign", "g"),
        ("withdrawn", "withdraw", "p"),
        ("cancelled", "cancel", "p"),
        ("canceled", "cancel", "p"),
        ("dying", "die", "g"),
        ("put", "put", "b"),
        ("put", "put", "d"),
    ],
)
def test_a_form_is_known_by_its_lemma(form: str, lemma: str, kind: str) -> None:
    assert VERBS[form].lemma == lemma
    assert kind in VERBS[form].forms


@pytest.mark.parametrize(
    ("plural", "one"),
    [("talks", "talk"), ("parties", "party"), ("breaches", "breach"), ("crisis", "crisis"), ("press", "press")],
)
def test_only_a_plain_plural_loses_its_ending(plural: str, one: str) -> None:
    assert singular(plural) == one
