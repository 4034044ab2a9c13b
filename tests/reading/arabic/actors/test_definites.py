"""Definite words behind a head: two things of one office, two bodies, an object, a family name."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def spans(text: str) -> list[str]:
    return [text[slice(*mention.span)] for mention in mentions(lay_out(text), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غادر وزير الموارد المائية والري الكيني سامي عمر القاعة.", ["وزير الموارد المائية والري الكيني سامي عمر"]),
        ("محادثات بين حكومة جنوب السودان والمعارضة المسلحة.", ["حكومة جنوب السودان", "المعارضة المسلحة"]),
        ("اجتمع وزيرا الري وممثلو المزارعين.", ["وزيرا الري", "ممثلو المزارعين"]),
        ("رفض مسؤول كيني كبير التأجيل.", ["مسؤول كيني كبير"]),
        ("تحدث مسؤول رفيع المستوى أمس.", ["مسؤول رفيع المستوى"]),
        ("يرفض مجلس المدينة التخلي عن الميناء.", ["مجلس المدينة"]),
        ("إن قبل الاتحاد العقد فسنوقع.", ["الاتحاد"]),
        ("يرأس البنك الدولي اللجنة.", ["البنك الدولي", "اللجنة"]),
    ],
)
def test_a_phrase_holds_its_own_definite_words_and_no_others(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_the_object_of_a_verb_is_no_adjective_of_several_men() -> None:
    found = mentions(lay_out("يرفض النقابيون الرحلات الليلية."), ())
    assert [mention.actor for mention in found] == ["النقابيون"]
