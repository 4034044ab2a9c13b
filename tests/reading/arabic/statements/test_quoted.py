"""Quotations beside a reporting verb: speech however short, or the name of what stands before them."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def said_by(text: str) -> list[tuple[str | None, str]]:
    return [(statement.speaker_name, text[slice(*statement.content)]) for statement in read(text).statements]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقالت الوزيرة بعد لقاء مع الوفد «لا أستطيع القول» متى يفتح الجسر.", "لا أستطيع القول"),
        (
            "وقال نجار، خلال جلسة أمام لجنة الخدمات في مجلس المدينة، في رده على أسئلة النائب عن النهر، "
            "كامل دوران، «إنهم لن يوقعوا».",
            "إنهم لن يوقعوا",
        ),
    ],
)
def test_what_opens_like_a_clause_is_speech_however_short(text: str, content: str) -> None:
    assert content in [said for _, said in said_by(text)]


def test_a_republic_in_quotation_marks_is_a_name() -> None:
    text = "قال سامي نجار رئيس جمهورية «شعب النهر» الانفصالية في بيان إن رجاله سيوقفون القتال."
    assert said_by(text) == [("سامي نجار", "إن رجاله سيوقفون القتال")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كشفت «النهضة» للمرة الأولى، أمس، عن توسط دولة ثالثة.", "النهضة"),
        ("الجولة المقبلة تبدأ الأحد، وفق «رويترز».", "رويترز"),
    ],
)
def test_a_quoted_name_speaks_before_an_adverb_and_before_the_stop(text: str, name: str) -> None:
    assert [speaker for speaker, _ in said_by(text)] == [name]


def test_a_long_quotation_behind_an_adjunct_is_not_skipped() -> None:
    text = "وقال سامي نجار، في بيان نشرته وكالة الأنباء (رصد): «أي خرق من أي طرف، فإن الجيش سيرد عليه»."
    assert said_by(text) == [("سامي نجار", "أي خرق من أي طرف، فإن الجيش سيرد عليه")]


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "دعت «هيئة العمل لنقابات الموانئ والجسور النهرية» أمس، الاتحاد الأوروبي إلى وقف القصف.",
            "هيئة العمل لنقابات الموانئ والجسور النهرية",
            "وقف القصف",
        ),
        ("ودعا «الحريري» المجتمع الدولي للضغط على الحكومة.", "الحريري", "للضغط على الحكومة"),
        (
            "وأكد أعضاء الوفد في رسالة وزعت على موقع «النقابة» الرسمي على ضرورة وقف القصف.",
            "أعضاء الوفد",
            "ضرورة وقف القصف",
        ),
    ],
)
def test_a_body_or_a_person_in_quotation_marks_is_named_by_them(text: str, name: str, content: str) -> None:
    assert said_by(text) == [(name, content)]


def test_a_short_quotation_that_opens_with_a_verb_is_speech() -> None:
    text = "وقالت الحركة على منصة إكس «يستمر الحوار بيننا»، وأضافت أن الوفد عاد."
    assert said_by(text)[0] == ("الحركة", "يستمر الحوار بيننا")
