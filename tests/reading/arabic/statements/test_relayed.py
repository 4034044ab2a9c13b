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
