"""What an Arabic stance turns away from."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def turned(text: str) -> list[tuple[str, list[str]]]:
    """Kind of each stance, and what it turns away from."""
    return [(one.kind, [text[slice(*span)] for span in one.turned]) for one in read(text, language="ar").stances]


@pytest.mark.parametrize(
    ("text", "kind", "away"),
    [
        ("طالبت كينيا بأن تتخلى الحكومة عن الميناء.", "demand", "الحكومة عن الميناء"),
        ("طالبت كينيا الحكومة بالتخلي عن الميناء.", "demand", "عن الميناء"),
        ("دعت كينيا الحكومة إلى العدول عن الخطة.", "demand", "عن الخطة"),
        ("طالبت كينيا بإلغاء الخطة.", "demand", "الخطة"),
        ("طالبت كينيا الحكومة بألا تقبل الخطة.", "demand", "تقبل الخطة"),
        ("طالبت كينيا بعدم قبول الخطة.", "demand", "قبول الخطة"),
        ("دعت كينيا الحكومة إلى رفض الخطة.", "demand", "الخطة"),
        ("ترفض الحكومة التخلي عن الميناء.", "reject", "عن الميناء"),
        ("رفضت الحكومة أن تتنازل عن الميناء.", "reject", "عن الميناء"),
        ("أعلنت الحكومة رفضها التراجع عن الخطة.", "reject", "عن الخطة"),
        ("تراجعت الحكومة عن رفضها الخطة.", "drop", "الخطة"),
        ("طالبت كينيا باستبدال الجسر بالميناء.", "demand", "الجسر"),
        ("عدلت الحكومة عن موقفها الرافض للخطة.", "drop", "للخطة"),
        ("تخلت الحكومة عن شرطها رفض الخطة.", "drop", "الخطة"),
        ("ترفض الحكومة كل الخطط باستثناء الجسر.", "reject", "الجسر"),
        ("لن تقبل الحكومة بالميناء بديلا عن الجسر.", "reject", "عن الجسر"),
        ("رفضت الحكومة عرضا أقل من الجسر.", "reject", "من الجسر"),
        ("وافقت الحكومة على أقل من الجسر.", "accept", "من الجسر"),
        ("تطالب الحكومة بالميناء لا بالجسر.", "demand", "بالجسر"),
        ("تطالب الحكومة بالميناء بدلا من الجسر.", "demand", "من الجسر"),
    ],
)
def test_what_is_given_up_refused_or_left_is_turned_away_from(text: str, kind: str, away: str) -> None:
    assert turned(text) == [(kind, [away])]


@pytest.mark.parametrize(
    "text",
    [
        "طالبت كينيا بالميناء.",
        "ترفض الحكومة قبول الخطة.",
        "تخلت الحكومة عن مطلبها السابق.",
        "لن تتخلى الحكومة عن الميناء.",
        "أكدت الحكومة رفض الخطة.",
    ],
)
def test_a_stance_with_nothing_between_turns_away_from_nothing(text: str) -> None:
    assert [away for _, away in turned(text)] == [[]]


def test_what_is_joined_to_an_end_is_demanded_again() -> None:
    assert turned("طالبت كينيا بوقف القصف وانسحاب القوات.") == [("demand", ["القصف"])]


def test_what_follows_but_is_demanded() -> None:
    text = "لا تطالب كينيا بالجسر بل بالميناء."
    assert turned(text) == [("demand", ["تطالب كينيا بالجسر"])]


def test_whom_the_holder_is_not_does_not_take_the_object_along() -> None:
    assert turned("تطالب كينيا وليس الحكومة بالميناء.") == [("demand", ["الحكومة"])]


def test_a_negation_in_a_proviso_turns_nothing_away() -> None:
    assert turned("لن تقبل الحكومة أي اتفاق لا يضمن وحدة البلاد.") == [("condition", [])]


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("وافقت الحكومة على مناقشة الخطة.", ["الخطة"]),
        ("طالبت الحكومة بمحادثات حول الخطة.", ["حول الخطة"]),
        ("رفضت الحكومة مناقشة الخطة.", []),
    ],
)
def test_what_is_only_to_be_talked_of_is_neither_accepted_nor_demanded(text: str, away: list[str]) -> None:
    assert [one for _, one in turned(text)] == [away]


def test_what_is_preferred_to_something_turns_away_from_it() -> None:
    assert turned("تفضل الحكومة الميناء على الجسر.") == [("demand", ["الجسر"])]


def test_the_opposition_is_nobody_to_turn_away_from() -> None:
    assert [away for _, away in turned("دعت كينيا المعارضة إلى الحوار.")] == [[]]


def test_an_exception_that_is_a_proviso_turns_nothing_away() -> None:
    assert turned("رفضت الحكومة توقيع الاتفاق إلا بعد انسحاب القوات.") == [("condition", [])]


def test_the_only_way_is_demanded_and_not_turned_away_from() -> None:
    assert turned("قالت الحكومة إنه لا سبيل إلا بالحوار.") == [("demand", [])]


@pytest.mark.parametrize(
    "text",
    [
        "لن تقبل الحكومة سوى الجسر.",
        "لن تقبل الحكومة إلا بالجسر.",
        "لن تقبل حكومة كينيا بأقل من الجسر.",
        "لا تقبل الحكومة بديلا عن الجسر.",
        "لن ترضى الحكومة بغير الجسر.",
        "ترفض الحكومة أي حل أقل من الجسر.",
        "لن تقبل الحكومة بأي حل سوى الجسر.",
    ],
)
def test_who_accepts_nothing_else_demands_it(text: str) -> None:
    assert turned(text) == [("demand", [])]


@pytest.mark.parametrize(
    "text",
    ["لن تقبل الحكومة إلا بعد فتح الجسر.", "لن توقع الحكومة قبل فتح الجسر.", "لن تقبل الحكومة الميناء قبل فتح الجسر."],
)
def test_what_has_to_come_first_is_the_condition(text: str) -> None:
    assert turned(text) == [("condition", [])]


def test_what_a_yes_depends_on_is_no_second_yes() -> None:
    text = "تقبل الحكومة الخطة شرط فتح الجسر."
    (stance,) = read(text, language="ar").stances
    assert stance.requires is not None
    assert (stance.kind, text[slice(*stance.requires)]) == ("condition", "شرط فتح الجسر")
    (refusal,) = read("رفضت الحكومة شرط فتح الجسر.", language="ar").stances
    assert (refusal.kind, refusal.requires) == ("reject", None)
