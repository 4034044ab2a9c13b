"""Nouns behind a reporting verb that are not who speaks, and the speaker who went before."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def said_by(text: str) -> list[tuple[str | None, str]]:
    return [(statement.speaker_name, text[slice(*statement.content)]) for statement in read(text).statements]


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("قال الوزير إن إيغاد أبلغت خليل زادران بأن الجسر مغلق.", "إيغاد", "بأن الجسر مغلق"),
        ("وقال الوزير سامي نجار إن الحوار مستمر. ودعا مواطنيه إلى أن يصبروا.", "سامي نجار", "أن يصبروا"),
        ("وقال كامل دوران إن العمل بدأ. وأبلغ مؤتمرا صحفيا أن الجسر سيفتح.", "كامل دوران", "أن الجسر سيفتح"),
        (
            "وكان سامي نجار قد لفت في كلمته خلال الحفل، بذكرى التأسيس، إلى أن الجسر سيبنى.",
            "سامي نجار",
            "أن الجسر سيبنى",
        ),
    ],
)
def test_whom_one_tells_and_what_one_celebrates_do_not_speak(text: str, name: str, content: str) -> None:
    assert (name, content) in said_by(text)


def test_the_verb_behind_that_has_its_own_subject_across_a_comma() -> None:
    text = "وأشار الوزير إلى أن الحركة على لسان ناطقها، اقترحت موعدا جديدا."
    assert said_by(text) == [
        ("الوزير", "أن الحركة على لسان ناطقها، اقترحت موعدا جديدا"),
        ("الحركة", "موعدا جديدا"),
    ]


def test_a_communique_issued_is_no_speaker_but_its_author() -> None:
    text = "وأصدر المجلس بيانا رسميا أكد فيه التزامه بالحوار. وشدد البيان على أن الحل قريب."
    assert [name for name, _ in said_by(text)] == ["المجلس", "المجلس"]


def test_before_its_subject_no_verb_is_dual() -> None:
    assert said_by("قال الوفد إنه تلقى تعهدا كينيا بفتح المعبر.") == [("الوفد", "إنه تلقى تعهدا كينيا بفتح المعبر")]


def test_several_behind_a_comma_hear_what_a_body_tells() -> None:
    for text in (
        "أبلغت نقابة النهر، المفاوضين الكينيين رفضها للعرض.",
        "وأبلغت نقابة النهر المفاوضين رفضها للعرض.",
    ):
        assert said_by(text) == [("نقابة النهر", "رفضها للعرض")]


def test_to_cut_short_with_that_is_to_assert() -> None:
    assert said_by("وقطع الوزير بأن الجسر سيبنى.") == [("الوزير", "بأن الجسر سيبنى")]
    assert said_by("وقطع الوزير زيارته بسبب المرض.") == []
