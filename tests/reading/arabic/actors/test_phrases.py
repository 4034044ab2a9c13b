"""Where the noun phrase of an actor ends: before the verb, the object, the destination, another person."""

from __future__ import annotations

import pytest

from taqrib.reading import read
from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def spans(text: str) -> list[str]:
    return [text[slice(*mention.span)] for mention in mentions(lay_out(text), ())]


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
        ("تؤيد الجماعة الهدنة.", ["الجماعة"]),
        ("رفضت جماعة السنابل المقترح.", ["جماعة السنابل"]),
        ("عرض زعيم المعارضة على الحكومة دعما.", ["زعيم المعارضة", "الحكومة"]),
        ("قال متحدث باسم الحركة لرويترز إن الوقت ضيق.", ["متحدث باسم الحركة", "رويترز"]),
        ("حذر التقرير من الجفاف.", ["التقرير"]),
        ("وصل وفد من لجنة الصليب الأحمر.", ["وفد من لجنة الصليب الأحمر"]),
        ("حضر رئيس الوزراء الياباني السابق.", ["رئيس الوزراء الياباني السابق"]),
        ("حضر الأمين العام المساعد.", ["الأمين العام المساعد"]),
    ],
)
def test_a_phrase_does_not_swallow_its_neighbours(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_a_word_with_a_preposition_is_no_name_behind_a_verb_that_takes_it() -> None:
    assert spans("قال الوفد إنه يطالب بضمانات.") == ["الوفد"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت الحكومة السعودية هدنة.", "الحكومة السعودية"),
        ("قالت وزارة الخارجية السعودية إن الحل سياسي.", "وزارة الخارجية السعودية"),
    ],
)
def test_a_states_name_may_be_the_adjective_of_its_body(text: str, expected: str) -> None:
    assert spans(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى مسؤول كيني رفيع وفد الحركة أمس.", ["مسؤول كيني رفيع", "وفد الحركة"]),
        ("التقى مسؤول رفيع المستوى وفد الحركة أمس.", ["مسؤول رفيع المستوى", "وفد الحركة"]),
        ("استقبل وزير سابق لجنة المجلس أمس.", ["وزير سابق", "لجنة المجلس"]),
        ("وصف مسؤول كيني كبير الخطة.", ["مسؤول كيني كبير"]),
    ],
)
def test_an_adjective_closes_the_phrase_of_an_unnamed_official(text: str, expected: list[str]) -> None:
    assert [text[slice(*mention.span)] for mention in mentions(lay_out(text), ())] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ويتهم مسؤولون كينيون أوغندا بالكذب.", "مسؤولون كينيون"),
        ("ويتهم مسؤولون كينيون الحكومة بالكذب.", "مسؤولون كينيون"),
        ("واتهم دبلوماسيون أوغندا بالكذب.", "دبلوماسيون"),
    ],
)
def test_a_plural_that_keeps_its_nun_governs_no_name(text: str, speaker: str) -> None:
    assert [statement.speaker_name for statement in read(text, language="ar").statements] == [speaker]
