from __future__ import annotations

import pytest

from taqrib.reading.arabic.times.tense import direction, way
from taqrib.reading.layout import lay_out


def side(text: str, word: str) -> int:
    tokens = lay_out(text).tokens
    at = next(index for index, token in enumerate(tokens) if token.text == word)
    return direction(tokens, at, at + 1, 0, len(tokens))[0]


@pytest.mark.parametrize(
    "word", ["سيلتقي", "ستعقد", "سوف", "المقرر", "وسيصل", "تبدأ", "يلتقي", "سيناقش", "سيدرس", "سيقودها", "سيبقى"]
)
def test_verbs_and_participles_to_come_say_future(word: str) -> None:
    assert way(lay_out(word).tokens[0].norm) == 1


@pytest.mark.parametrize(
    "word",
    ["سياسة", "سيطرة", "سيناريو", "ستة", "سنوات", "ستيفان", "سيول", "سيادة", "سيد", "سيناء", "سيلفيا", "سيفاستوبول"],
)
def test_words_that_only_begin_like_a_future_verb_say_nothing(word: str) -> None:
    assert way(lay_out(word).tokens[0].norm) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد الأحد", -1),
        ("سيصل الوفد الأحد", 1),
        ("قالت الوسيطة إن الوفد سيصل الأحد", 1),
        ("قالت الوسيطة إن الوفد الأحد", 0),
        ("سيعلن الوسيط أن الوفد غادر الأحد", -1),
        ("من المقرر أن يجتمعوا الأحد", 1),
        ("الأحد سيجتمعون", 1),
        ("لم يلتقي الوفد الأحد", -1),
        ("استمرت المشاورات حتى الأحد", -1),
        ("بدأت المشاورات وتتواصل حتى الأحد", 1),
        ("كان من المقرر أن يلتقي الوفد الوسيط الأحد", -1),
        ("وكان الوفد سيلتقي الوسيط الأحد", -1),
        ("كان الوفد هنا، وسيلتقي الوسيط الأحد", 1),
        ("مشاورات الأحد", 0),
        ("انتهت الجولة بين سيلان والهند الأحد", -1),
        ("من المقرر عقد اجتماع الأحد", 1),
        ("أجل الوسيط الجولة إلى الأحد", 1),
        ("وأرجئت الجلسة إلى الأحد", 1),
        ("قرر الطرفان تمديد الهدنة حتى الأحد", 1),
        ("وصل الوفد إلى القاعة الأحد", -1),
        ("انتهت المهلة الأحد", -1),
        ("دعت النقابة إلى اعتصام الأحد", 1),
        ("مقابلة تبث الأحد", 1),
    ],
)
def test_the_nearest_word_of_the_clause_decides(text: str, expected: int) -> None:
    assert side(text, "الأحد") == expected
