from __future__ import annotations

import pytest

from taqrib.reading.layout import lay_out


def quoted(text: str) -> list[str]:
    document = lay_out(text)
    return [text[start:end] for start, end in (quote.span for quote in document.quotes)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("قالت الوسيطة «الباب مفتوح».", ["الباب مفتوح"]),
        ("قال “نعود غدا” ثم صمت.", ["نعود غدا"]),
        ("قال :”نعود غدا”.", ["نعود غدا"]),
        ("قال ”نعود غدا“ ثم صمت.", ["نعود غدا"]),
        ("قال „نعود غدا“ ثم صمت.", ["نعود غدا"]),
        ('قال "نعود غدا" ثم صمت.', ["نعود غدا"]),
        ('قال " نعود غدا " ثم صمت.', ["نعود غدا"]),
        ("الحركة »تدرس العرض« بهدوء", ["تدرس العرض"]),
        ('جريدة"الميناء"قالت', ["الميناء"]),
        ("He called it ‘a first step’, no more.", ["a first step"]),
        ("He called it 'a first step', no more.", ["a first step"]),
    ],
)
def test_marks_of_every_style_open_and_close(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_only_the_outermost_quotation_counts() -> None:
    assert quoted("قال: «إن “خريطة الجزيرة” لا تكفي».") == ["إن “خريطة الجزيرة” لا تكفي"]
    assert quoted("“He said ‘never’ twice,” she recalled.") == ["He said ‘never’ twice,"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("It's the islands' own harbour, and they don't share it.") == []
    assert quoted("He said ‘the islands’ harbour stays ours’ and left.") == ["the islands’ harbour stays ours"]


def test_two_straight_quotations_side_by_side_do_not_swap_inside_and_outside() -> None:
    assert quoted('قال لإذاعة "صوت المرفأ" "سنعود الأسبوع المقبل".') == ["صوت المرفأ", "سنعود الأسبوع المقبل"]


def test_a_quotation_may_run_over_two_paragraphs() -> None:
    assert quoted("قال: «الفقرة الأولى.\nوالفقرة الثانية». ثم مضى.") == ["الفقرة الأولى.\nوالفقرة الثانية"]


def test_a_word_in_other_marks_does_not_end_speech_over_two_paragraphs() -> None:
    text = "قال: «الفقرة الأولى.\nولم أسمع كلمة “أبدًا” من أحد». ثم مضى إلى «المرفأ»."
    assert quoted(text) == ["الفقرة الأولى.\nولم أسمع كلمة “أبدًا” من أحد", "المرفأ"]


def test_a_lost_closing_mark_leaves_later_quotations_in_other_marks_alone() -> None:
    assert quoted("قال: «نعود غدا.\nوكتبت “الميناء” عن «المرفأ».") == ["نعود غدا", "الميناء", "المرفأ"]


def test_speech_opened_again_in_each_paragraph_is_one_quotation() -> None:
    text = "“We came to listen.\n“We leave with a text.\n“That is all,” she said."
    assert quoted(text) == ["We came to listen.\n“We leave with a text.\n“That is all,"]


def test_speech_opened_again_behind_a_full_stop_is_one_quotation() -> None:
    assert quoted("“We came to listen. “We leave with a text.” She left.") == [
        "We came to listen. “We leave with a text."
    ]


def test_an_unclosed_quotation_ends_with_its_sentence() -> None:
    text = "قال الموفد «لن ننسحب اليوم. وغادر بعد ذلك القاعة.\nوعاد الوفد."
    assert quoted(text) == ["لن ننسحب اليوم"]


def test_a_lost_mark_does_not_turn_the_rest_inside_out() -> None:
    assert quoted('"the mark is lost here. She said "one" and "two".') == ["the mark is lost here", "one", "two"]


def test_a_stray_closing_mark_quotes_nothing() -> None:
    assert quoted("انتهت الجلسة». وقال «نعم».") == ["نعم"]


def test_marks_with_nothing_between_them_are_no_quotation() -> None:
    assert quoted("قال «» ثم مضى") == []
