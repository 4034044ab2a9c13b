"""What prepositions bring to a title: where a mission works, what a person is in, what stays outside."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def spans(text: str) -> list[str]:
    return [text[slice(*mention.span)] for mention in mentions(lay_out(text), ())]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("قالت بعثة الأمم المتحدة للدعم في ليبيا أمس إن الوقت ضيق.", "بعثة الأمم المتحدة للدعم في ليبيا"),
        ("أعلن مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية أن الأمر صعب.", "مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية"),
        ("تحدث كبير المفاوضين في حركة السنابل عن الأمر.", "كبير المفاوضين في حركة السنابل"),
        ("قال سامي عمر المتحدث الرسمي لوزارة الري إن الأمر صعب.", "سامي عمر المتحدث الرسمي لوزارة الري"),
        ("زار نائب وزير الري للشؤون الأفريقية سامي عمر أكرا.", "نائب وزير الري للشؤون الأفريقية سامي عمر"),
        ("كشف مسؤول رفيع عن اتصالات سرية.", "مسؤول رفيع"),
        ("أبلغ مستشار في رئاسة الوزراء الوسطاء الأمر.", "مستشار في رئاسة الوزراء"),
    ],
)
def test_a_title_keeps_the_preposition_that_is_its_own(text: str, span: str) -> None:
    assert span in spans(text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("حذر كبير مفاوضي الاتحاد كامل دوران من الأمر.", "كبير مفاوضي الاتحاد كامل دوران"),
        ("تحدث عضو المجلس الثوري لحركة النهر عن الأمر.", "عضو المجلس الثوري لحركة النهر"),
        ("نفى مصدر في مكتب المبعوث الأممي إلى ليبيا وجود خلاف.", "مصدر في مكتب المبعوث الأممي إلى ليبيا"),
        ("قال قائد هذه القوات اللواء كامل دوران إن الأمر صعب.", "قائد هذه القوات اللواء كامل دوران"),
    ],
)
def test_a_long_title_is_whole(text: str, span: str) -> None:
    assert span in spans(text)


def test_he_who_leads_a_delegation_is_its_head() -> None:
    found = mentions(lay_out("تحدث رئيس وفد التجمع بقيادة كامل دوران عن الأمر."), ())
    assert found[0].actor == "كامل دوران"


def test_a_body_spoken_of_is_no_seat_of_an_office() -> None:
    assert "رئيس اللجنة" in spans("أشاد رئيس اللجنة بمجلس النواب.")


def test_those_charged_are_no_part_of_him_who_charges_them() -> None:
    text = "حمل رئيس وزراء كينيا كامل دوران المانحين الدوليين مسؤولية الفشل."
    assert spans(text)[0] == "رئيس وزراء كينيا كامل دوران"


def test_two_delegations_side_by_side_are_two() -> None:
    assert spans("التقى وفد أونداريا وفد غلمورا أمس.") == ["وفد أونداريا", "وفد غلمورا"]
