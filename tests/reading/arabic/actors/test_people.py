"""Whom a phrase means: offices told apart by the bodies they are of, surnames in two spellings, names met later."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def speakers(text: str) -> list[str | None]:
    return [statement.speaker_name for statement in read(text).statements]


@pytest.mark.parametrize(
    ("held", "other"),
    [
        ("رئيس الحكومة", "رئيس الوفد"),
        ("رئيس مجلس الوزراء", "رئيس مجلس النواب"),
        ("رئيس الجمهورية", "رئيس الوزراء"),
        ("المتحدث باسم الحكومة", "المتحدث باسم الوفد"),
    ],
)
def test_who_leads_one_body_is_not_given_what_the_head_of_another_said(held: str, other: str) -> None:
    text = f"قال {held} سامي نجار إن الجسر سيبنى. وقال {other} إن العمل لم يبدأ."
    assert speakers(text) == ["سامي نجار", other]


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("رئيس اللجنة العليا", "رئيس اللجنة"),
        ("رئيس الوزراء", "رئيس الحكومة"),
        ("رئيس مجلس النواب", "رئيس البرلمان"),
        ("الرئيس الكيني", "رئيس جمهورية كينيا"),
    ],
)
def test_an_office_said_shorter_or_otherwise_is_the_same(named: str, again: str) -> None:
    text = f"قال {named} سامي نجار إن الجسر سيبنى. وقال {again} إن العمل لم يبدأ."
    assert speakers(text) == ["سامي نجار", "سامي نجار"]


def test_a_second_title_does_not_keep_an_office_from_its_holder() -> None:
    text = "قال رئيس اللجنة النائب البارز، كامل دوران، إن الجسر سيبنى. وأضاف رئيس اللجنة أن العمل لم يبدأ."
    assert speakers(text) == ["كامل دوران", "كامل دوران"]


def test_an_office_may_stand_before_its_holder_is_named() -> None:
    text = "وأضاف الرئيس الكيني أن الجسر سيبنى. وأعلن الرئيس الكيني سامي نجار أن العمل بدأ."
    assert speakers(text) == ["سامي نجار", "سامي نجار"]


def test_a_foreign_surname_is_one_in_two_spellings() -> None:
    text = "أعلن الرئيس بيترو دوروشينكو أن الجسر سيبنى. وقال دوروشنكو في بيان إن العمل بدأ."
    assert speakers(text) == ["بيترو دوروشينكو", "بيترو دوروشينكو"]


def test_a_body_described_keeps_the_name_it_was_given() -> None:
    text = "أعلنت حركة النهر لقاء مع الحركة المتمردة. وأوضحت الحركة أن الحوار مستمر."
    assert speakers(text)[-1] == "حركة النهر"


def test_a_surname_too_short_for_a_name_is_known_by_the_fuller_one() -> None:
    text = "قال النائب كامل رعد إن الجلسة تأجلت. وأضاف النائب رعد «لن نشارك في الجلسة المقبلة أبدا»."
    assert speakers(text) == ["كامل رعد", "كامل رعد"]


def test_chief_negotiator_of_the_union_is_chief_of_the_europeans() -> None:
    text = "قال كبير مفاوضي الاتحاد الأوروبي، كامل دوران، إن الأمر صعب. وتحدث كبير المفاوضين الأوروبيين عن تقدم."
    assert speakers(text) == ["كامل دوران", "كامل دوران"]


def test_words_glued_in_a_copy_are_still_the_united_nations() -> None:
    text = "أعلن ممثل الأممالمتحدة غسان دوران أن الأمر صعب. وكشف مبعوث الأممالمتحدة عن محادثات جديدة."
    assert speakers(text) == ["غسان دوران", "غسان دوران"]


def test_a_movement_named_in_quotation_marks_is_known_again_without_them() -> None:
    text = "أكدت حركة «النهضة»، اليوم، أن وفدا عنها وصل. وأوضحت الحركة، في بيان، أن اللقاء مفيد."
    assert speakers(text) == ["حركة «النهضة»", "حركة «النهضة»"]


@pytest.mark.parametrize("manner", ["رافضا الكشف عن هويته", "رافضا ذكر اسمه", "طالبا عدم نشر اسمه"])
def test_how_an_unnamed_official_speaks_is_no_name(manner: str) -> None:
    assert speakers(f"وقال مسؤول في الحركة {manner} إن الجسر سيبنى.") == ["مسؤول في الحركة"]


@pytest.mark.parametrize("said", ["ووصف دراقجي جولة المفاوضات بأنها مفيدة", "وانتقد دراقجي سياسة الحكومة"])
def test_what_follows_a_surname_met_before_is_no_part_of_it(said: str) -> None:
    assert speakers(f"قال سامي دراقجي إن الجسر سيبنى. {said}.") == ["سامي دراقجي", "سامي دراقجي"]


def test_ali_is_a_name_where_the_preposition_is_written_otherwise() -> None:
    text = "وأكد علي نيكزان، رئيس نقابة الموانئ، أن الحوار مستمر، مشددا على أن الجسر سيبنى."
    assert speakers(text) == ["علي نيكزان", "علي نيكزان"]
    assert speakers("قال سامي عون إن الجسر سيبنى. وشدد علي أهمية الحوار على النهر.") == ["سامي عون", "سامي عون"]


def test_reports_of_the_media_keep_their_adjective() -> None:
    assert speakers("وزعمت تقارير إعلامية غربية أن الوفد عاد.") == ["تقارير إعلامية غربية"]
    assert speakers("وقالت الإعلامية هند عون إن الجسر سيبنى.") == ["هند عون"]


def test_what_a_chairman_sends_is_no_part_of_his_name() -> None:
    assert speakers("وسلم رئيس اتحاد الموانئ الكيني قوانين العمل إلى الوفد، مذكرا بقرب الموعد.") == [
        "رئيس اتحاد الموانئ الكيني"
    ]
    assert speakers("وبشر الوزير سامي عون بقرب التوصل إلى اتفاق.") == ["سامي عون"]
    assert speakers("أكد مجلس النقابة، أمس، إحالة الملف إلى القضاء.") == ["مجلس النقابة"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت مصادر دبلوماسية لـ«النهر» إن الجولة ستبدأ غدا.", "مصادر دبلوماسية"),
        ("وقال مصدر فضل عدم الكشف عن هويته لحساسية الموضوع إن الجولة ستبدأ غدا.", "مصدر"),
        ("وكشفت وثيقة اطلعت عليها صحيفة النهر أن الجولة ستبدأ غدا.", "وثيقة"),
        ("وقال اثنان من أعضاء الوفد إن الجولة ستبدأ غدا.", "اثنان من أعضاء الوفد"),
    ],
)
def test_the_unnamed_are_described_by_no_more_than_their_description(text: str, name: str) -> None:
    assert speakers(text) == [name]
