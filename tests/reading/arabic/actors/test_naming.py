"""Under which name a phrase is mentioned: sides that are no state, bodies named before, and words that name nobody."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def actors(text: str) -> list[tuple[str, str]]:
    return [(mention.actor, mention.kind) for mention in mentions(lay_out(text), ())]


def test_several_sides_of_a_state_are_not_the_state() -> None:
    assert ("أطراف كينية", "body") in actors("شاركت أطراف كينية في الحوار.")
    assert ("كينيا", "state") in actors("اعترض الجانب الكيني.")


def test_these_sides_are_the_sides() -> None:
    assert ("الأطراف", "body") in actors("توسط بين هذه الأطراف.")


def test_a_known_organisation_is_meant_by_its_kind_alone() -> None:
    text = "رحبت الوكالة الدولية للطاقة الذرية بالرد. وقالت الوكالة إن الأمر صعب."
    assert actors(text)[-1] == ("الوكالة الدولية للطاقة الذرية", "organisation")


@pytest.mark.parametrize(
    "text",
    ["ناقشوا البرنامج النووي.", "فشلت الدبلوماسية مجددا.", "الاقتصادات الـ 12 توصلت إلى حل."],
)
def test_programmes_diplomacy_and_numbers_are_no_actors(text: str) -> None:
    assert actors(text) == []


def test_a_states_name_behind_two_delegations_is_no_adjective() -> None:
    assert actors("وعقد وفدا كينيا وأوغندا لقاء.")[0] == ("وفدا كينيا", "body")
    assert actors("واستقبل وفدا كينيا كبيرا.")[0] == ("وفد كيني كبير", "body")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الطاقة إن السد ممتلئ. وأضافت الوزيرة أن الماء كاف.", "الوزيرة"),
        ("التقى وزير خارجية كينيا بنظيرته الأوغندية. وقالت الوزيرة إن الماء كاف.", "الوزيرة"),
        ("قال وزير الطاقة إن السد ممتلئ. وقالت وزيرة المياه إنه جاف. وقال الوزير إن النهر كاف.", "وزير الطاقة"),
        ("قالت وزيرة المياه إن السد ممتلئ. وأضافت الوزيرة أن النهر كاف.", "وزيرة المياه"),
    ],
)
def test_a_woman_in_office_is_not_the_man_told_of_before(text: str, expected: str) -> None:
    assert [actor for actor, kind in actors(text) if kind == "person"][-1] == expected


def test_a_province_is_no_governor() -> None:
    assert actors("زار محافظة عدن بصورة خاصة.") == [("محافظة عدن", "body")]
