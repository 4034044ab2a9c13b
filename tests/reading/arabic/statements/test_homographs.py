"""Reporting verbs that are also other words: read only where they report."""

from __future__ import annotations

from taqrib.reading import read


def speakers(text: str) -> list[str | None]:
    return [statement.speaker_name for statement in read(text).statements]


def test_what_one_is_called_is_no_claim() -> None:
    assert speakers("وأعلن ناطق باسم الجماعة يدعى أبو خالد أن القتال توقف.") == ["ناطق باسم الجماعة"]


def test_a_claim_is_one() -> None:
    assert speakers("وتدعي الحكومة أن المعارضة خرقت الهدنة.") == ["الحكومة"]


def test_all_may_agree_that_something_is_so() -> None:
    assert speakers("وأجمع المشاركون على أن الحل سياسي.") == ["المشاركون"]


def test_the_most_prominent_is_no_verb() -> None:
    text = "وتحدث كامل دوران، أبرز مفاوضي «النهر»، عن فتح الجسر."
    assert speakers(text) == ["كامل دوران"]


def test_an_answer_that_leans_on_saying_is_one_wherever_it_stands() -> None:
    text = "وحول موعد الجولة المقبلة رد المتحدث باسم الوفد بالقول إن الموعد لم يحدد."
    (said,) = read(text).statements
    assert said.speaker is not None
    assert text[slice(*said.speaker)] == "المتحدث باسم الوفد"


def test_an_opinion_in_passing_is_no_report() -> None:
    assert speakers("قال الوزير إنه التقى الزعيم الذي يعتبره شريكا للحوار.") == ["الوزير"]
    assert speakers("وهاجم سامي نجار الحكومة التي اعتبرها بأنها فاقدة للشرعية.") != []


def test_a_surname_that_looks_like_a_verb_is_none() -> None:
    assert speakers("وكشف الوزير أن الرسالة وصلت عبر سامي فتوح بعد زيارته، مفادها أن الأمر سهل.") == ["الوزير"]


def test_a_noun_with_the_adjective_of_a_state_is_no_verb() -> None:
    assert speakers("وفي القاعة مصافحة بين الوفدين، وطلب كيني قوبل بالرفض، في جولة قيل إنها مفيدة.") == []
