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
