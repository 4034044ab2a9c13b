"""Qualifiers in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib import vocabulary
from taqrib.case.qualifiers import label, opposites, qualifier_ids, qualifiers_in

FORMS = [
    "وقف دائم",
    "هدنة دائمة",
    "الهدنة الدائمة",
    "بوقفٍ دائمٍ للقتال",
    "وقفًا دائمًا للقتال",
    "وقفين دائمين",
    "ضمانتان دائمتان",
    "مراقبون دائمون",
    "ترتيبات دائمات",
    "وبالهدنة الدائمة",
    "بشكل دائم",
]


@pytest.mark.parametrize("words", FORMS)
def test_an_arabic_adjective_is_known_in_every_form(words: str) -> None:
    assert qualifiers_in(words) == ("permanent",)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a permanent ceasefire before any agreement is signed", ("permanent", "before-signing")),
        ("a cease-fire in the first-phase", ("first-phase",)),
        ("guarantees in writing, and only at weekends", ("written", "only")),
        ("would accept it only if the quotas were equal", ("conditional",)),
        ("a phased, full withdrawal", ("gradual", "full")),
        ("ضمانات مكتوبة، لا شفهية", ("written",)),
        ("انسحابًا كاملًا وفوريًّا", ("immediate", "full")),
        ("على أن يُنفَّذ خلال المرحلة الأولى", ("first-phase",)),
        ("تقبل بشرط أن يصادق البرلمانان", ("conditional",)),
        ("إلا إذا انسحبت القوات تدريجيًّا", ("gradual", "conditional")),
        ("بلا قيد أو شرط", ("unconditional",)),
        ("هدنة إنسانية مؤقتة بضمانات دولية", ("temporary", "international", "humanitarian")),
        ("رهنًا بموافقة المجلس", ("conditional",)),
    ],
)
def test_what_words_say_of_a_thing_is_found(words: str, expected: tuple[str, ...]) -> None:
    assert qualifiers_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a truce that is not permanent", ("temporary",)),
        ("not a permanent truce but a temporary one", ("temporary",)),
        ("neither written nor binding", ("binding",)),
        ("a non-binding text", ("non-binding",)),
        ("what it called “permanent” peace", ()),
        ("اتفاق غير ملزم", ("non-binding",)),
        ("محادثات غير مباشرة", ("indirect",)),
        ("الضمانات ليست مكتوبة", ()),
        ("وغير مكتوبة", ()),
        ("لا دائم ولا شامل", ()),
    ],
)
def test_what_is_denied_does_not_count(words: str, expected: tuple[str, ...]) -> None:
    assert qualifiers_in(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "the permanent representative asked if aid had arrived",
        "even if the council provided the text",
        "humanitarian aid under international law",
        "المندوب الدائم سأل ما إذا كان القرار قد صدر",
        "كانوا دائمًا يرفضون",
        "إنها دائمًا الأولى",
        "تأمين دخول المساعدات الإنسانية",  # «تامين» is no plural of «تام»
        "شدد على أن المجتمع الدولي ينتظر",
        "وصلوا بعد ذلك مباشرة",
        "حتى إذا عادوا",
        "no qualifier at all",
        "",
    ],
)
def test_look_alikes_are_no_qualifiers(words: str) -> None:
    assert qualifiers_in(words) == ()


def written(id_: str, language: str) -> str:
    """A qualifier as it stands in a report: its label, but for the one that counts only beside what it qualifies."""
    beside = {"international": {"ar": "ضمانات دولية", "en": "international guarantees"}}
    return beside[id_][language] if id_ in beside else label(id_, "ar" if language == "ar" else "en")


def test_every_qualifier_is_found_by_its_own_label_and_opposes_the_same_both_ways() -> None:
    for id_ in qualifier_ids():
        for language in ("ar", "en"):
            assert id_ in qualifiers_in(written(id_, language)), f"{id_} in {language}"
        for other in opposites(id_):
            assert id_ in opposites(other)
            assert other != id_
    assert opposites("unheard-of") == frozenset()
    assert label("unheard-of", "en") == "unheard-of"


def test_no_form_is_listed_under_two_qualifiers() -> None:
    owner: dict[str, str] = {}
    for id_, known in vocabulary.load("qualifiers")["qualifiers"].items():
        for form in (*known["ar"]["adjectives"], *known["ar"]["words"], *known["en"]):
            assert owner.setdefault(form, id_) == id_


@given(st.sampled_from(qualifier_ids()), st.sampled_from(["ar", "en"]), st.sampled_from(["", "و", "ف"]))
def test_harakat_and_conjunctions_hide_nothing(id_: str, language: str, conjunction: str) -> None:
    words = written(id_, language)
    if language == "ar":
        # A word of two letters behind one is another word: «ومن» may be one, too.
        words = (conjunction if len(words.split()[0]) > 2 else "") + " ".join(
            "\u0640\u064e".join(word) for word in words.split()
        )
    assert id_ in qualifiers_in(words)
