"""Attribution by "according to what ...": the inner verb's subject speaks, its adjuncts are no content."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.arabic.statements.statements import statements
from taqrib.reading.arabic.times.expressions import times
from taqrib.reading.layout import lay_out

if TYPE_CHECKING:
    from taqrib.reading.findings import Statement


def read(text: str) -> list[Statement]:
    document = lay_out(text, published=date(2023, 3, 15))
    return statements(document, times(document), mentions(document, times(document)))


def one(text: str) -> Statement:
    document = lay_out(text, published=date(2023, 3, 15))
    found = statements(document, times(document), mentions(document, times(document)))
    assert len(found) == 1, [text[slice(*statement.content)] for statement in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "content"),
    [
        (
            "وفقًا لما أعلنه أمس مصدر دبلوماسي لقناة الشروق، اتفق الطرفان على تبادل الرهائن.",
            "وفقًا لما أعلنه",
            "مصدر دبلوماسي",
            "اتفق الطرفان على تبادل الرهائن",
        ),
        (
            "وصلت القافلة إلى الحدود بحسب ما نقلت وكالة الأنباء الكينية عن مسؤول محلي.",
            "بحسب ما نقلت",
            "وكالة الأنباء الكينية",
            "وصلت القافلة إلى الحدود",
        ),
        (
            "حسبما أفاد مسؤول في مكتب الميناء، ستبدأ الجولة الأحد.",
            "حسبما أفاد",
            "مسؤول في مكتب الميناء",
            "ستبدأ الجولة الأحد",
        ),
        ("كما جاء في بيان الخارجية، فإن الوفد سيغادر غدا.", "كما جاء في", "بيان الخارجية", "فإن الوفد سيغادر غدا"),
        ("غادر الوفد، على ما أفادت وكالة الأنباء التشادية.", "على ما أفادت", "وكالة الأنباء التشادية", "غادر الوفد"),
    ],
)
def test_the_subject_of_the_inner_verb_speaks(text: str, cue: str, speaker: str, content: str) -> None:
    statement = one(text)
    assert text[slice(*statement.cue)] == cue
    assert (statement.speaker_name, text[slice(*statement.content)]) == (speaker, content)


def test_the_time_beside_the_inner_verb_is_the_day_of_saying_and_the_outlet_the_channel() -> None:
    statement = one("وفقًا لما أعلنه أمس مصدر دبلوماسي لقناة الشروق، اتفق الطرفان على تبادل الرهائن.")
    assert (statement.said, statement.channel) == ("2023-03-14", "قناة الشروق")


def test_as_the_communique_says_that_is_an_ordinary_statement() -> None:
    text = "كما جاء في البيان أن الدعوات أرسلت."
    statement = one(text)
    assert text[slice(*statement.content)] == "أن الدعوات أرسلت"


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("وبحسب ما صرح به الوزير سامي عون لـ«الساحل»، فإن الوفد سيعود.", "سامي عون", "فإن الوفد سيعود"),
        (
            "وهذا الاتفاق، كما يقول الخبير نزار عوض، هش للغاية.",
            "نزار عوض",
            "وهذا الاتفاق، كما يقول الخبير نزار عوض، هش للغاية",
        ),
    ],
)
def test_the_inner_verb_may_lead_back_to_what_and_stand_in_the_middle(text: str, speaker: str, content: str) -> None:
    statement = one(text)
    assert statement.speaker_name == speaker
    assert text[slice(*statement.content)] == content


def test_who_vouches_for_a_report_between_its_verb_and_what_it_says_vouches_for_all_of_it() -> None:
    text = "وأكد الوزير وفقا لصحيفة النهر أن الجسر سيبنى."
    found = [(said.speaker_name, text[slice(*said.content)]) for said in read(text)]
    assert found == [("الوزير", "أن الجسر سيبنى"), ("صحيفة النهر", text.removesuffix("."))]


def test_who_vouches_inside_a_clause_does_not_end_it() -> None:
    text = "وتابع الوزير أنه، وفقا للبيان المشترك الصادر أمس، سيبنى غدا."
    assert text[slice(*read(text)[0].content)] == "أنه، وفقا للبيان المشترك الصادر أمس، سيبنى غدا"


def test_what_was_expected_is_nobody_s_report() -> None:
    assert read("واختتم الاجتماع الرسمي، مساء الخميس، دون بيان كما كان متوقعا، واكتفت الوفود بالصمت.") == []


def test_an_amendment_and_what_a_committee_laid_down_vouch_for_nothing() -> None:
    assert read("وقعت النقابة العقد أمس وفقا للتعديل الأخير، ووفقا لما أقرته لجنة الأجور.") == []


def test_as_he_announced_of_that_is_an_attribution() -> None:
    found = one("وستبدأ الجولة غدا، كما أعلن عن ذلك الوزير أمس.")
    assert found.speaker_name == "الوزير"


def test_a_draft_somebody_has_read_is_called_a_draft() -> None:
    assert one("وبحسب مسودة اطلعت عليها النهر، تبدأ الهدنة غدا.").speaker_name == "مسودة"


@pytest.mark.parametrize("two", ["وسيطين", "سفيرين", "زعيمين", "مصدرين"])
def test_two_of_an_office_vouch_for_what_stands_before_them(two: str) -> None:
    text = f"وستعقد الجولة غدا، وفق {two}."
    assert [(said.speaker_name, text[slice(*said.content)]) for said in read(text)] == [(two, "وستعقد الجولة غدا")]
