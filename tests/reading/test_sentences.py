from __future__ import annotations

import pytest

from taqrib.reading.layout import lay_out


def sentences(text: str) -> list[str]:
    document = lay_out(text)
    tokens = document.tokens
    return [text[tokens[one.first].start : tokens[one.last - 1].end] for one in document.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "هناك نقاط.. وستناقش لاحقا",
        "بلغت الكلفة 3.2 مليار",
        "نقلت أ. ف. ب. عن د. سليم",
        "Mr. Hale met Gen. Osei and J. R. Lind",
        "The U.S. envoy left",
        "It is item No. 5 on the list",
        "He asked “Why now? Why here?” and left",
        "قال «لن نعود. لن نوقع. انتهى الأمر» وخرج",
        "Really? he wondered",
        "The two sides will hold\na round of talks",
        "سيعقد الوفدان جولة في القاهرة،\nوأخرى في الدوحة",
    ],
)
def test_a_full_stop_that_ends_nothing_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("انتهت الجولة.وعاد الوفد.", ["انتهت الجولة.", "وعاد الوفد."]),
        ("The round ended.The envoy left.", ["The round ended.", "The envoy left."]),
        ("It began in 2004. the rest is known.", ["It began in 2004.", "the rest is known."]),
        ("وقعوا عام 1436 هـ. ثم عادوا.", ["وقعوا عام 1436 هـ.", "ثم عادوا."]),
        ("قال «لن نعود.» وأضافت الوسيطة كلمة.", ["قال «لن نعود.»", "وأضافت الوسيطة كلمة."]),
        ("“It is over.” The envoy left.", ["“It is over.”", "The envoy left."]),
        ("They met in the U.S. The envoy left.", ["They met in the U.S.", "The envoy left."]),
        ("هل وقعوا؟ لا أحد يعلم!", ["هل وقعوا؟", "لا أحد يعلم!"]),
    ],
)
def test_sentences_end_in_press_text_as_it_is(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_heading_without_a_full_stop_is_a_sentence_of_its_own() -> None:
    text = "عاد الوفد أمس.\nعقدة الميناء\nوقالت الوسيطة إن الخلاف باق"
    assert sentences(text) == ["عاد الوفد أمس.", "عقدة الميناء", "وقالت الوسيطة إن الخلاف باق"]
    assert [sentence.paragraph for sentence in lay_out(text).sentences] == [0, 1, 2]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("المنامة - (أ ف ب):", "عاد الوفد."),
        ("بانجول 3 - 9 (اف ب) -", "عاد الوفد."),
        ("مونروفيا (رويترز)", "عاد الوفد."),
        ("VALLETTA (Reuters) -", "The envoy left."),
        ("VALLETTA —", "The envoy left."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(dateline: str, rest: str) -> None:
    assert sentences(f"{dateline} {rest}") == [dateline, rest]


def test_a_bracket_that_names_no_agency_is_no_dateline() -> None:
    assert sentences("أكد الوفد (الجديد) رغبته.") == ["أكد الوفد (الجديد) رغبته."]


def test_the_number_of_a_list_is_no_sentence() -> None:
    assert sentences("1. تنسحب القوات\n2. يعود النازحون") == ["1. تنسحب القوات", "2. يعود النازحون"]


def test_lines_broken_to_a_width_do_not_break_sentences() -> None:
    line = "the two sides spoke again of the harbour and of the ships that "
    text = "\n".join([line.strip()] * 7) + "\nwait there.\n\nA new paragraph begins."
    assert len(sentences(text)) == 2
