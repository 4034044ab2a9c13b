"""Whose a position is: the speaker's own, not the object's, not the person's whom a plural pronoun cannot mean."""

from __future__ import annotations

import datetime as dt

import pytest

from taqrib.reading import read


def brief(text: str) -> list[tuple[str, str, str]]:
    found = read(text, published=dt.date(2031, 3, 12)).stances
    return [(stance.kind, stance.holder, text[slice(*stance.evidence)]) for stance in found]


@pytest.mark.parametrize(
    ("text", "kind", "holder", "evidence"),
    [
        (
            "أعلن سامي عمر، الخميس، رفضه العودة إلى الطاولة.",
            "reject",
            "سامي عمر",
            "رفضه العودة إلى الطاولة",
        ),
        (
            "لوّح سامي عمر بالقوة، قبل أن يتراجع عن مطلبه بتفكيك المصنع.",
            "drop",
            "سامي عمر",
            "يتراجع عن مطلبه بتفكيك المصنع",
        ),
        (
            "قال سامي عمر إن الحركة لا تطالب بالانفصال، بل بحكم ذاتي.",
            "demand",
            "الحركة",
            "لا تطالب بالانفصال، بل بحكم ذاتي",
        ),
        ("أبدت نيروبي تحفظا على البند.", "reserve", "كينيا", "أبدت نيروبي تحفظا على البند"),
        (
            "قال المتحدث إن الرئيس سامي عمر لا يزال مستعدا للحوار.",
            "offer",
            "سامي عمر",
            "مستعدا للحوار",
        ),
    ],
)
def test_a_position_is_whose_the_words_make_it(text: str, kind: str, holder: str, evidence: str) -> None:
    assert (kind, holder, evidence) in brief(text)


def test_the_country_is_meant_where_the_pronoun_is_not_the_ministers() -> None:
    text = "شدد وزير الري الكيني سامي عمر على أن بلاده صامدة، معربا عن استعدادها لتبادل البيانات."
    assert ("offer", "كينيا") in [(kind, holder) for kind, holder, _ in brief(text)]


def test_whom_several_ask_holds_nothing() -> None:
    text = "دعا 42 من القادة الأطراف إلى الهدوء، وطالبوها بالعودة إلى الحوار."
    assert {holder for kind, holder, _ in brief(text) if kind == "demand"} == {"42 من القادة"}


@pytest.mark.parametrize(
    "text",
    [
        "نفى سامي عمر موافقته على الخطة.",
        "قالت بعثة الأمم المتحدة للدعم في ليبيا إن اللجنة ستجتمع.",
        "يبحث المجلس تنظيمها قريبا لتمتين قاعدته التي يعارض يسارها التوقيع.",
    ],
)
def test_nobody_is_given_a_position_by_a_denial_a_name_or_a_deed(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اتهمت كينيا الحكومة بأنها ترفض الخطة.", []),
        ("قال الوزير متهما الحركة بأنها ترفض الخطة.", []),
        ("أبلغت كينيا الحكومة بأنها ترفض الخطة.", [("reject", "كينيا", "ترفض الخطة")]),
    ],
)
def test_what_somebody_is_accused_of_is_not_the_accusers_position(text: str, told: list[tuple[str, str, str]]) -> None:
    assert brief(text) == told


def test_what_follows_a_contrast_is_not_carried_over_from_before_it() -> None:
    text = "تشدد الحكومة على الميناء، فيما تعرض فلورينيا الجسر وترفض الخطة."
    assert [one.holder for one in read(text, language="ar").stances if one.kind == "reject"] == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("تحفظت أونداريا على الخريطة.", "أونداريا"),
        ("أونداريا وغلمورا تخلتا عن مطلب الممر.", "أونداريا وغلمورا"),
    ],
)
def test_a_name_that_no_list_has_holds_what_its_verb_says(text: str, holder: str) -> None:
    assert [stance.holder for stance in read(text, language="ar").stances] == [holder]


@pytest.mark.parametrize("text", ["تحفظت مجددا على الخريطة.", "تحفظت رسميا على الخريطة.", "تخلت أمس عن مطلب الممر."])
def test_how_or_when_is_no_holder(text: str) -> None:
    assert read(text, language="ar").stances == []


@pytest.mark.parametrize(
    "text",
    ["قالت الحكومة إنها لن تقبل «تحت أي ظرف» بالخطة.", "قالت الحكومة: لن نقبل.", "الحكومة لن تقبل «مهما حدث» الخطة."],
)
def test_what_a_side_says_in_quotation_marks_is_no_name(text: str) -> None:
    assert {one.holder for one in read(text, language="ar").stances} <= {"الحكومة"}


def test_neither_of_two_holds_what_neither_accepts() -> None:
    assert read("لا كينيا ولا أوغندا تقبل الخطة.", language="ar").stances == []


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("رفض الوسيط المقترح وطالب الحكومة بفتح المعبر.", ["الوسيط", "الوسيط"]),
        ("كما طالب الحركة بتسليم السلاح.", []),
    ],
)
def test_a_masculine_verb_gives_the_feminine_side_behind_it_no_position(text: str, holders: list[str]) -> None:
    assert [stance.holder for stance in read(text).stances] == holders
