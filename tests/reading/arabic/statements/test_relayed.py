"""Words relayed by another: an outlet with a name of several words, and the source inside its report."""

from __future__ import annotations

from taqrib.reading import read


def said_by(text: str) -> list[tuple[str | None, str]]:
    return [(statement.speaker_name, text[slice(*statement.content)]) for statement in read(text).statements]


def test_the_outlet_and_its_source_both_speak() -> None:
    text = "نقلت شبكة «إن تي في» عن مصدر مقرب من الرئاسة أن الاتفاق وشيك."
    assert said_by(text) == [
        ("شبكة «إن تي في»", "مصدر مقرب من الرئاسة أن الاتفاق وشيك"),
        ("مصدر مقرب من الرئاسة", "أن الاتفاق وشيك"),
    ]


def test_whoever_vouches_may_have_spoken_to_an_outlet() -> None:
    text = "وعلى ذمة دبلوماسي غربي تحدث لوكالة «الساحل»، ستبدأ المشاورات قريبا."
    assert said_by(text) == [("دبلوماسي غربي", "ستبدأ المشاورات قريبا")]


def test_a_reason_given_and_a_claim_are_attributed() -> None:
    text = "رفض برلمان كينيا التوقيع بحجة أن الشروط تغيرت."
    assert said_by(text) == [("برلمان كينيا", "أن الشروط تغيرت")]
    text = "قال سامي عمر إن الحوار ممكن، مع تأكيده أن بلاده لن تتنازل."
    assert said_by(text)[-1] == ("سامي عمر", "أن بلاده لن تتنازل")


def test_a_noun_of_claiming_without_that_reports_nothing() -> None:
    assert said_by("انسحب الوفد بحجة المرض بعد تأكيده الحضور.") == []


def test_a_source_passed_on_is_no_content_of_the_outlet() -> None:
    text = "كشفت صحيفة «المرفأ» أمس، نقلا عن مصادر وصفتها بالموثوقة، أن الصفقة أنجزت."
    assert said_by(text) == [("صحيفة «المرفأ»", "أن الصفقة أنجزت"), ("مصادر", "أن الصفقة أنجزت")]


def test_a_noun_of_claiming_stands_for_the_source_once() -> None:
    text = "ونقلت وكالة «الساحل» عن الوزير سامي عون تأكيده أن الحوار مستمر."
    assert [name for name, _ in said_by(text)] == ["وكالة «الساحل»", "سامي عون"]


def test_what_came_from_ones_mouth_is_ones_own() -> None:
    assert said_by("وجاء على لسان الوزير سامي عون أن الاتفاق جاهز.") == [("سامي عون", "أن الاتفاق جاهز")]


def test_what_stands_on_a_page_is_said_by_it() -> None:
    text = "وجاء على صفحة وزارة النقل أن الجسر سيبنى. وأضافت أن العمل بدأ."
    assert [name for name, _ in said_by(text)] == ["صفحة وزارة النقل", "صفحة وزارة النقل"]


def test_the_saying_passed_on_is_the_cue_of_the_source() -> None:
    text = "ونقلت إذاعة النهر عن الوزير سامي عون القول إن الحوار مستمر."
    assert said_by(text)[-1] == ("سامي عون", "إن الحوار مستمر")
    first, last = read(text).as_json()["statements"][-1]["cue"]
    assert text[first:last] == "القول"


def test_a_source_has_the_outlet_that_passes_it_on_for_its_channel() -> None:
    text = "نقلت وكالة الأنباء عن الوزيرة إلبا فرنود قولها إن الحوار مستمر."
    found = [(one.speaker_name, one.channel) for one in read(text).statements]
    assert found == [("وكالة الأنباء", None), ("إلبا فرنود", "وكالة الأنباء")]
