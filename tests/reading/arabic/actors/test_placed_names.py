"""Names that their place shows: between commas, at the end of a title, before an apposition."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def speakers(text: str) -> list[str | None]:
    return [statement.speaker_name for statement in read(text).statements]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال رئيس مجموعة «النهر»، يورغس ديلبون، قبيل الاجتماع، إن الجسر سيبنى.", "يورغس ديلبون"),
        ("قال وانغ يي، كبير الدبلوماسيين الكينيين، إن الجسر سيبنى.", "وانغ يي"),
        ("أكد رئيس لجنة الإعلام بمجلس الإقليم المعترف به دوليا جلال الدرويشي، أن الجلسة تأجلت.", "جلال الدرويشي"),
        ("أكد حاكم إقليم النهر حيث يدور القتال حاليا، سيرهان تاروس، صحة النبأ.", "سيرهان تاروس"),
        ("وكان عضو مجلس نقابة النهر، د. عبد الرحمن عبد الكريم، قد كشف أن الرسالة وصلت.", "عبد الرحمن عبد الكريم"),
        ("وكشف عضو المكتب التنفيذي لحركة النهر د. سامي نجار أن الرسالة وصلت.", "سامي نجار"),
    ],
)
def test_a_name_is_seen_by_its_place(text: str, name: str) -> None:
    assert speakers(text) == [name]


def test_a_title_before_a_name_lends_it_to_the_title_alone() -> None:
    text = "قال وانغ يي، كبير الدبلوماسيين الكينيين، إن الجسر سيبنى. وأضاف كبير الدبلوماسيين الكينيين أن العمل بدأ."
    assert speakers(text) == ["وانغ يي", "وانغ يي"]


@pytest.mark.parametrize("verb", ["قال", "أعلن"])
def test_an_outlet_spoken_to_is_no_part_of_a_name(verb: str) -> None:
    text = f"{verb} الناطق باسم وفد الإقليم المفاوض مع كينيا حازم الدوراني لسكاي نيوز عربية، إن الجسر سيبنى."
    assert speakers(text) == ["حازم الدوراني"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأفاد رئيس نقابة الموانئ، نور الدين العوني، بأن الجسر سيبنى.", "نور الدين العوني"),
        ("وقالت نائبة رئيس النقابة هند شرف الدين إن الجسر سيبنى.", "هند شرف الدين"),
        ("وأفادت القناة 12 العبرية بأن الجولة ستبدأ غدا.", "القناة 12 العبرية"),
    ],
)
def test_a_name_keeps_the_definite_word_or_the_number_inside_it(text: str, name: str) -> None:
    assert speakers(text) == [name]


def test_where_somebody_spoke_is_nobody() -> None:
    text = "قال سامي عون إن الجسر سيبنى. وقال خلال تجمع، اليوم السبت، بساحة محمد علي: «نحن هنا منذ الصباح ولن نعود»."
    assert speakers(text) == ["سامي عون", "سامي عون"]
