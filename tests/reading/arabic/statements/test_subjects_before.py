"""The subject before its verb: whom he told is not he who told, and a headline names its speaker first."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def said_by(text: str) -> list[tuple[str | None, str]]:
    return [(statement.speaker_name, text[slice(*statement.content)]) for statement in read(text).statements]


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "غير أن مستشارا في رئاسة الحكومة أبلغ «المنبر» بأن الحوار متوقف.",
            "مستشار في رئاسة الحكومة",
            "بأن الحوار متوقف",
        ),
        (
            "لكن عضوا في المجلس تحدث شريطة عدم الكشف عن هويته قال إن الأمر صعب.",
            "عضو في المجلس",
            "إن الأمر صعب",
        ),
        ("موسيفيني يعلن أن الطريق مفتوح", "موسيفيني", "أن الطريق مفتوح"),
    ],
)
def test_the_speaker_stands_before_the_verb(text: str, name: str, content: str) -> None:
    assert (name, content) in said_by(text)


def test_the_outlet_told_by_nobody_named_is_still_its_own_speaker() -> None:
    assert said_by("أبلغت «السنابل» الوسطاء أن الوقت ضيق.") == [("السنابل", "أن الوقت ضيق")]


@pytest.mark.parametrize(
    "text",
    [
        "الحكومة وليس الحركة تطالب بحوار جديد.",
        "الحكومة، لا الحركة، تطالب بحوار جديد.",
        "الحكومة، خلافا للحركة، تطالب بحوار جديد.",
        "الحكومة بخلاف الحركة تطالب بحوار جديد.",
    ],
)
def test_who_is_set_against_the_speaker_says_nothing(text: str) -> None:
    assert said_by(text) == [("الحكومة", "بحوار جديد")]


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("وسبق للوزير سامي نجار أن أكد أن الجسر سيبنى.", "سامي نجار", "أن الجسر سيبنى"),
        ("وسبق لبرتراندو ليون أن صرح بأن الجسر سيبنى.", "برتراندو ليون", "بأن الجسر سيبنى"),
        ("أما القائد سامي نجار، الملقب «أبو حازم» بين رفاقه، فأكد أن الجسر سيبنى.", "سامي نجار", "أن الجسر سيبنى"),
        ("وأوضح الوزير أن الرعاة اقترحوا تقديم الموعد.", "الرعاة", "تقديم الموعد"),
    ],
)
def test_the_speaker_stands_far_before_the_verb(text: str, name: str, content: str) -> None:
    assert (name, content) in said_by(text)


@pytest.mark.parametrize(
    "adjunct",
    [
        "وفي كلمته المقتضبة",
        "وخلال اللقاء",
        "وعن الجولة المقبلة",
        "وفي لقاء مع رئيس الوفد",
        "وفي رسالة وجهها إلى الوفد",
        "وخلال لقائه الوزير كامل دوران",
    ],
)
def test_a_verb_behind_an_adjunct_at_the_head_goes_on_with_whoever_spoke(adjunct: str) -> None:
    text = f"قال سامي عون إن الجسر سيبنى. {adjunct} أكد أن العمل بدأ."
    assert said_by(text) == [("سامي عون", "إن الجسر سيبنى"), ("سامي عون", "أن العمل بدأ")]
