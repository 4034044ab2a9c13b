"""Where a person's name begins and ends: foreign names in و and ف, family names behind بن, ranks of several words."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def persons(text: str) -> list[str]:
    return [mention.actor for mention in mentions(lay_out(text)) if mention.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("دعا رئيس الوزراء ألبين كورتي إلى الهدوء.", "ألبين كورتي"),
        ("غادر المبعوث ستيف ويتكوف القاعة.", "ستيف ويتكوف"),
        ("استقبل وزير الخارجية هاكان فيدان الوفد.", "هاكان فيدان"),
        ("هنأ الرئيس إيمانويل ماكرون الطرفين.", "إيمانويل ماكرون"),
        ("أعرب سعادة الدكتور سالم بن محمد الدرويش عن أمله.", "سالم بن محمد الدرويش"),
        ("وصل نائب رئيس الأركان الفريق أول ركن سالم درويش إلى العاصمة.", "سالم درويش"),
    ],
)
def test_a_name_is_read_to_its_end(text: str, name: str) -> None:
    assert name in persons(text)


def test_whom_one_serves_is_another() -> None:
    text = "قال مستشار للرئيس سامي عمر إن الأمر صعب."
    assert persons(text) == ["مستشار للرئيس سامي عمر"]


def test_what_is_denied_is_no_name() -> None:
    assert persons("نفى متحدث باسم الحلف علمه بأي انسحاب.") == ["متحدث باسم الحلف"]


def test_what_is_tabled_is_no_name() -> None:
    assert persons("قدم الوسيط الكيني مقترحا جديدا إلى الطرفين.") == ["الوسيط الكيني"]


def test_and_he_looks_is_no_name() -> None:
    assert persons("التقى سامي عمر ويبحث معه الأمر.") == ["سامي عمر"]
