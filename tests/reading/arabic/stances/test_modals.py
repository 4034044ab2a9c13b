"""Words of obligation and one's own terms inside a statement: the speaker's stance, and outside nobody's."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def brief(text: str) -> list[tuple[str, str, str]]:
    return [(stance.kind, stance.holder, text[slice(*stance.evidence)]) for stance in read(text).stances]


@pytest.mark.parametrize(
    ("speech", "kind", "evidence"),
    [
        ("الوقت ينفد، وعلى القادة أن يقدموا تنازلات", "demand", "وعلى القادة أن يقدموا تنازلات"),
        ("شرطنا هو رفع القيود", "condition", "شرطنا هو رفع القيود"),
        ("مطلبنا واضح وبسيط", "demand", "مطلبنا واضح وبسيط"),
        ("الباب ما زال مفتوحا", "offer", "الباب ما زال مفتوحا"),
    ],
)
def test_terms_and_obligations_are_the_speakers(speech: str, kind: str, evidence: str) -> None:
    assert (kind, "سامي عمر", evidence) in brief(f"قال سامي عمر: «{speech}».")


def test_the_narrators_door_is_nobodys() -> None:
    assert brief("ظل الباب مفتوحا أمام الوفود.") == []
