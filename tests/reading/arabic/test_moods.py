"""What is only supposed is told apart from what is told."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.clauses import Prose
from taqrib.reading.arabic.moods import disputed, doubted, hangs, supposed
from taqrib.reading.layout import lay_out


def prose_and_verb(text: str, verb: str) -> tuple[Prose, int]:
    prose = Prose(lay_out(text))
    return prose, next(index for index, token in enumerate(prose.document.tokens) if token.text == verb)


@pytest.mark.parametrize(
    ("text", "verb", "by"),
    [
        ("طلبت كينيا أن توافق الحكومة على الخطة.", "توافق", "أن"),
        ("طلبت كينيا أن تنسحب القوات وتوافق الحكومة على الخطة.", "وتوافق", "أن"),
        ("سترحل القوات إذا وافقت الحكومة على الخطة.", "وافقت", "إذا"),
        ("هل توافق الحكومة على الخطة؟", "توافق", "هل"),
        ("نفى الوزير أن تكون الحكومة قد وافقت على الخطة.", "وافقت", "أن"),
    ],
)
def test_what_is_asked_for_or_hung_on_a_condition_is_supposed(text: str, verb: str, by: str) -> None:
    prose, index = prose_and_verb(text, verb)
    token = supposed(prose, index)
    assert token is not None
    assert prose.document.tokens[token].text == by


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("أكد الوزير أن الحكومة توافق على الخطة.", "توافق"),
        ("رحل الوفد بعد أن وافقت الحكومة على الخطة.", "وافقت"),
        ("تطالب كينيا بأن تنسحب القوات، وتوافق على الخطة.", "وتوافق"),
    ],
)
def test_what_is_told_is_not_supposed(text: str, verb: str) -> None:
    prose, index = prose_and_verb(text, verb)
    assert supposed(prose, index) is None


@pytest.mark.parametrize("text", ["ستفرج الحركة عنهم إذا توقف القصف.", "إذا توقف القصف ستفرج الحركة عنهم."])
def test_a_promise_hangs_on_its_condition_on_either_side(text: str) -> None:
    prose, _ = prose_and_verb(text, "القصف")
    index = next(at for at, token in enumerate(prose.document.tokens) if token.text == "ستفرج")
    assert hangs(prose, index) is not None


def test_whether_is_no_condition() -> None:
    prose, index = prose_and_verb("ستعلن الحركة ما إذا كانت توافق.", "ستعلن")
    assert hangs(prose, index) is None


def test_what_somebody_denies_is_disputed() -> None:
    prose, index = prose_and_verb("نفت الحركة أنها وافقت على الخطة.", "وافقت")
    by = disputed(prose, index)
    assert by is not None
    assert prose.document.tokens[by].text == "نفت"


def test_what_somebody_affirms_is_not_disputed() -> None:
    prose, index = prose_and_verb("أكدت الحركة أنها وافقت على الخطة.", "وافقت")
    assert disputed(prose, index) is None


@pytest.mark.parametrize(
    ("text", "verb", "by"),
    [
        ("قد توافق الحكومة على الخطة.", "توافق", "قد"),
        ("قد لا توافق الحكومة على الخطة.", "توافق", "قد"),
        ("قد تكون الحكومة مستعدة للحوار.", "مستعدة", "قد"),
        ("ربما توافق الحكومة على الخطة.", "توافق", "ربما"),
        ("توافق الحكومة على الأرجح على الخطة.", "توافق", "على"),
        ("كادت الحكومة توافق على الخطة.", "توافق", "كادت"),
        ("يبدو أن الحكومة توافق على الخطة.", "توافق", "يبدو"),
        ("رجح الوسيط أن الحكومة توافق على الخطة.", "توافق", "رجح"),
        ("كانت الحكومة ستوافق على الخطة.", "ستوافق", "كانت"),
        ("تبدو الحكومة مستعدة للحوار.", "مستعدة", "تبدو"),
        ("لم يقل الوزير إن الحكومة توافق على الخطة.", "توافق", "يقل"),
        ("لم يعلن الوزير أن الحكومة توافق على الخطة.", "توافق", "يعلن"),
        ("احتمال أن الحكومة توافق على الخطة قائم.", "توافق", "احتمال"),
    ],
)
def test_what_is_only_likely_is_doubted(text: str, verb: str, by: str) -> None:
    prose, index = prose_and_verb(text, verb)
    token = doubted(prose, index)
    assert token is not None
    assert prose.document.tokens[token].text == by


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("وقد وافقت الحكومة على الخطة.", "وافقت"),
        ("أكد الوزير أن الحكومة توافق على الخطة.", "توافق"),
        ("قد يسافر الوفد، وتوافق الحكومة على الخطة.", "وتوافق"),
    ],
)
def test_what_is_told_is_not_doubted(text: str, verb: str) -> None:
    assert doubted(*prose_and_verb(text, verb)) is None
