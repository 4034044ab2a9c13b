"""The forms of verbs and nouns that press prose uses."""

from __future__ import annotations

import pytest

from taqrib.normal import normalised
from taqrib.reading.arabic.conjugation import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("perfect", "imperfect", "forms"),
    [
        (
            "رفض",
            "يرفض",
            ["رفض", "رفضت", "رفضوا", "رفضا", "رفضنا", "يرفض", "ترفض", "نرفض", "يرفضون", "ترفضان", "رفضته", "يرفضها"],
        ),
        (
            "التقى",
            "يلتقي",
            ["التقى", "التقت", "التقوا", "التقيا", "التقينا", "التقاه", "يلتقي", "يلتق", "يلتقون", "يلتقيان"],
        ),
        ("دعا", "يدعو", ["دعا", "دعت", "دعوا", "دعونا", "دعاه", "يدعو", "تدعو", "يدع", "يدعون"]),
        ("زار", "يزور", ["زار", "زارت", "زاروا", "زرنا", "يزور", "تزور", "يزورون"]),
        ("بدأ", "يبدأ", ["بدأ", "بدأت", "يبدأ", "تبدأ"]),
    ],
)
def test_every_form_of_a_verb_is_found(perfect: str, imperfect: str, forms: list[str]) -> None:
    known = verb_forms(perfect, imperfect)
    assert [form for form in forms if normalised(form) not in known] == []


def test_a_form_tells_its_tense_and_person() -> None:
    known = verb_forms("رفض", "يرفض")
    assert known["رفضت"].feminine
    assert known["نرفض"].first
    assert known["يرفضون"].plural
    assert known["رفضتها"].suffixed
    assert (known["رفض"].tense, known["يرفض"].tense) == ("perfect", "imperfect")


def test_an_imperfect_that_means_something_else_is_left_out() -> None:
    assert normalised("يعد") not in verb_forms("وعد", "-")


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("لقاء", ["لقاء", "لقاءين", "لقاؤه", "لقائه", "لقاءها"]),
        ("زيارة", ["زيارة", "زيارته", "زيارتها", "زيارتين"]),
        ("مقترح", ["مقترح", "مقترحا", "مقترحه", "مقترحان"]),
    ],
)
def test_a_noun_takes_tanwin_duals_and_pronouns(noun: str, forms: list[str]) -> None:
    known = noun_forms(noun)
    assert [form for form in forms if normalised(form) not in known] == []
