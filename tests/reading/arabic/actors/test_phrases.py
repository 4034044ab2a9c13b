"""Where the noun phrase of an actor ends: before the verb, the object, the destination, another person."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def spans(text: str) -> list[str]:
    return [text[slice(*mention.span)] for mention in mentions(lay_out(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وفد تشادي يلتقي المبعوث النرويجي.", ["وفد تشادي", "المبعوث النرويجي"]),
        ("رفضت الحكومة الصومالية المقترح التركي.", ["الحكومة الصومالية"]),
        ("رفض الوفد الصومالي المقترح التركي.", ["الوفد الصومالي"]),
        ("هنأ رئيس غانا الطرفين.", ["رئيس غانا"]),
        ("وصل المبعوث الدولي إلى مسقط.", ["المبعوث الدولي", "مسقط"]),
        ("وصل المبعوث الدولي إلى اليمن مارتن نيلسون إلى صنعاء.", ["المبعوث الدولي إلى اليمن مارتن نيلسون", "صنعاء"]),
        ("قال المبعوث الدولي إلى اليمن إن الوقت ضيق.", ["المبعوث الدولي إلى اليمن"]),
        ("أبلغ المبعوث النرويجي توم هولم نظيره التركي الأمر.", ["المبعوث النرويجي توم هولم", "نظيره التركي"]),
        ("قال مصدر مسؤول قوله الفصل.", ["مصدر مسؤول"]),
        ("وسأل الصحافيون الوزير عن الموعد.", ["الصحافيون", "الوزير"]),
        ("قال المتحدث إن الحكومة «لن تقبل» بأقل.", ["المتحدث", "الحكومة"]),
        ("طلب من الوسيط ضمانات مكتوبة.", ["الوسيط"]),
        ("حضر رئيس الوزراء الياباني السابق.", ["رئيس الوزراء الياباني السابق"]),
        ("حضر الأمين العام المساعد.", ["الأمين العام المساعد"]),
    ],
)
def test_a_phrase_does_not_swallow_its_neighbours(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_a_word_with_a_preposition_is_no_name_behind_a_verb_that_takes_it() -> None:
    assert spans("قال الوفد إنه يطالب بضمانات.") == ["الوفد"]
