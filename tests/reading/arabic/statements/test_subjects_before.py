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
