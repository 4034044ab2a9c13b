"""What prepositions bring to a title: where a mission works, what a person is in, what stays outside."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def spans(text: str) -> list[str]:
    return [text[slice(*mention.span)] for mention in mentions(lay_out(text))]


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
