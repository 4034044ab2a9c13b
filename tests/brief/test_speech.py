"""What a report's cue says is never lost, and never turned round."""

from __future__ import annotations

import pytest

from brief.imagined import entry, report
from taqrib.brief.speech import CONTEXT, LONGEST, context, gender_in, is_said, shortened, speaker_in, with_cue

ARABIC = report("r1", "وأضافت الوزيرة أن السد ممتلئ. ونفى المدير أن يكون الماء قد نقص. ودعا إلى وقف الضخ فورًا.")
ENGLISH = report("r2", "The envoy said the dam was full. He denied that the water had sunk.", language="en")


def test_indirect_speech_after_a_plain_cue_was_said() -> None:
    arabic = entry("e1", ARABIC, "أن السد ممتلئ", cue="وأضافت", type="indirect")
    english = entry("e2", ENGLISH, "the dam was full", cue="said", type="indirect")
    assert is_said(arabic, ARABIC)
    assert is_said(english, ENGLISH)


@pytest.mark.parametrize(("quote", "cue"), [("أن يكون الماء قد نقص", "ونفى"), ("وقف الضخ فورًا", "ودعا إلى")])
def test_what_follows_another_verb_was_not_simply_said(quote: str, cue: str) -> None:
    assert not is_said(entry("e1", ARABIC, quote, cue=cue, type="indirect"), ARABIC)


def test_a_denial_is_quoted_with_its_verb_and_the_speaker_between_is_marked_as_left_out() -> None:
    start = ARABIC.text.index("المدير")
    speaker = {"speaker": [start, start + len("المدير")]}
    denial = entry("e1", ARABIC, "أن يكون الماء قد نقص", cue="ونفى", type="indirect", finding=speaker)
    assert with_cue(denial, ARABIC) == "ونفى […] أن يكون الماء قد نقص"


def test_of_what_stands_between_a_verb_and_its_words_only_what_is_long_is_left_out() -> None:
    text = f"He denied, {'speaking at length, ' * 5}that it was full. ووصفت الوزيرة العرض بأنه «مهين»."
    kept = report("r1", text, language="en")
    assert (
        with_cue(entry("e1", kept, "it was full", cue="denied", type="indirect"), kept) == "denied […] that it was full"
    )
    described = entry("e2", kept, "بأنه «مهين»", cue="ووصفت", type="mixed")
    assert with_cue(described, kept) == "ووصفت الوزيرة العرض بأنه «مهين»"


def test_a_cue_next_to_its_words_is_quoted_as_it_stands() -> None:
    call = entry("e1", ARABIC, "وقف الضخ فورًا", cue="ودعا إلى", type="indirect")
    assert with_cue(call, ARABIC) == "ودعا إلى وقف الضخ فورًا"


def test_direct_words_were_said_whatever_the_verb() -> None:
    kept = report("r1", "“The water has sunk,” he warned, and added: “We go.”", language="en")
    assert is_said(entry("e1", kept, "The water has sunk", cue="warned"), kept)
    assert is_said(entry("e2", kept, "We go", cue="added"), kept)


@pytest.mark.parametrize(
    ("language", "text", "quote", "cue", "expected"),
    [
        ("ar", 'وأعربت الوزيرة عن "أسفها".', "أسفها", "وأعربت", 'وأعربت الوزيرة عن "أسفها"'),
        ("ar", "وقالت الوزيرة إنه «ممتلئ».", "ممتلئ", "وقالت", "وقالت الوزيرة إنه «ممتلئ»"),
        ("en", "He denied “the port was closed”.", "the port was closed", "denied", "denied “the port was closed”"),
        ("en", "He voiced “deep concern”.", "deep concern", "voiced", "voiced “deep concern”"),
    ],
)
def test_words_in_quotation_marks_that_a_sentence_runs_on_into_are_told_with_it(
    language: str, text: str, quote: str, cue: str, expected: str
) -> None:
    kept = report("r1", text, language=language)
    marked = entry("e1", kept, quote, cue=cue)
    assert not is_said(marked, kept)
    assert with_cue(marked, kept) == expected


@pytest.mark.parametrize(
    ("language", "text", "quote", "cue", "expected"),
    [
        ("en", "He denied on Monday that it was full.", "it was full", "denied", "denied on Monday that it was full"),
        ("ar", "وأعلن المدير عن فتح السد.", "فتح السد", "وأعلن", "وأعلن المدير عن فتح السد"),
        ("en", "He agreed that day not to fill it.", "fill it", "agreed", "agreed that day not to fill it"),
    ],
)
def test_the_word_that_ties_what_is_reported_to_its_verb_is_kept(
    language: str, text: str, quote: str, cue: str, expected: str
) -> None:
    kept = report("r1", text, language=language)
    assert with_cue(entry("e1", kept, quote, cue=cue, type="indirect"), kept) == expected


@pytest.mark.parametrize(
    ("language", "text", "quote", "cue"),
    [
        ("en", "The dam is full, according to the envoy.", "The dam is full", "according to"),
        ("ar", "والسد ممتلئ، بحسب المدير.", "والسد ممتلئ", "بحسب"),
        ("ar", "والسد ممتلئ، وفقا للمدير.", "والسد ممتلئ", "وفقا"),
        ("ar", "ووفق ما أعلنه المدير، السد ممتلئ.", "السد ممتلئ", "ووفق ما أعلنه"),
        ("ar", "والسد ممتلئ، كما ذكر المدير.", "والسد ممتلئ", "كما ذكر"),
    ],
)
def test_what_is_so_according_to_somebody_was_said_and_the_preposition_is_not_quoted(
    language: str, text: str, quote: str, cue: str
) -> None:
    kept = report("r1", text, language=language)
    told = entry("e1", kept, quote, cue=cue, type="indirect")
    assert is_said(told, kept)
    assert with_cue(told, kept) == quote


def test_an_opinion_is_not_told_as_said_and_without_its_preposition() -> None:
    kept = report("r1", "والماء، في رأي المدير، كثير. كما نفى المدير أن السد ممتلئ.")
    opinion = entry("e1", kept, "والماء", cue="في رأي", type="indirect")
    assert not is_said(opinion, kept)
    assert with_cue(opinion, kept) == "والماء"
    assert not is_said(entry("e2", kept, "أن السد ممتلئ", cue="كما نفى", type="indirect"), kept)


@pytest.mark.parametrize(
    ("language", "text", "quote", "cue", "expected"),
    [
        ("en", "The envoy has not said that the dam is full.", "that the dam is full", "said",
         "not said that the dam is full"),
        ("en", "The envoy didn’t so far add the dam was full.", "the dam was full", "add",
         "didn’t so far add the dam was full"),
        ("en", "The envoy left without saying the dam was full.", "the dam was full", "saying",
         "without saying the dam was full"),
        ("ar", "ولم تقل الوزيرة إن السد ممتلئ.", "إن السد ممتلئ", "تقل", "ولم تقل الوزيرة إن السد ممتلئ"),
        ("ar", "ولا يقول المبعوث إن السد ممتلئ.", "إن السد ممتلئ", "يقول", "ولا يقول المبعوث إن السد ممتلئ"),
    ],
)  # fmt: skip
def test_what_was_not_said_is_never_told_as_said(language: str, text: str, quote: str, cue: str, expected: str) -> None:
    kept = report("r1", text, language=language)
    for mode in ("indirect", "direct"):
        unsaid = entry("e1", kept, quote, cue=cue, type=mode)
        assert not is_said(unsaid, kept)
        assert with_cue(unsaid, kept) == expected


@pytest.mark.parametrize(
    "before", ["It was not.\nHe", "The envoy, who declined to be named,", "Whether full or not, he"]
)
def test_a_negation_in_the_clause_before_does_not_reach_the_cue(before: str) -> None:
    kept = report("r1", f"{before} said the dam was full.", language="en")
    assert is_said(entry("e1", kept, "the dam was full", cue="said", type="indirect"), kept)


def test_an_arabic_verb_tells_the_gender_of_its_subject_and_an_english_one_does_not() -> None:
    assert gender_in(entry("e1", ARABIC, "أن السد ممتلئ", cue="وأضافت"), ARABIC) == "f"
    assert gender_in(entry("e2", ENGLISH, "the dam was full", cue="said"), ENGLISH) == "unknown"


@pytest.mark.parametrize(
    ("speaker", "name", "expected"),
    [
        ("A port official", "port official", "a port official"),
        ("the mayor", "mayor", "the mayor"),
        ("He", "the mayor", "the mayor"),
        ("The Hague", "The Hague", "The Hague"),
    ],
)
def test_a_speaker_keeps_the_article_of_the_report(speaker: str, name: str, expected: str) -> None:
    kept = report("r1", f"{speaker} said the dam was full.", language="en")
    told = entry("e1", kept, "the dam was full", name=name, finding={"speaker": [0, len(speaker)]})
    assert speaker_in(told, kept) == expected


def test_a_long_quote_is_cut_between_words() -> None:
    words = "ماء " * LONGEST
    short = shortened(words)
    assert len(short) <= LONGEST + 1
    assert short.endswith("ماء…")


def test_a_quote_that_fits_is_whole_and_on_one_line() -> None:
    assert shortened("the dam\n is full") == "the dam is full"


def test_the_context_of_a_quote_is_cut_between_words() -> None:
    text = f"{'upstream ' * 40}HERE{' downstream' * 40}"
    start = text.index("HERE")
    before, after = context(text, start, start + 4)
    assert before.startswith("…upstream ")
    assert before.endswith("upstream ")
    assert after.endswith("downstream…")
    assert max(len(before), len(after)) <= CONTEXT + 1


def test_a_quote_at_the_edge_of_a_report_has_no_false_ellipsis() -> None:
    assert context("the dam is full", 0, 7) == ("", " is full")


@pytest.mark.parametrize(
    ("language", "text", "quote", "cue", "expected"),
    [
        ("en", "The Front had previously insisted on a dam.", "on a dam", "insisted", "previously insisted on a dam"),
        (
            "en",
            "The envoy had earlier said the dam was full.",
            "the dam was full",
            "said",
            "earlier said the dam was full",
        ),
        ("ar", "وكانت تصر على بناء السد.", "على بناء السد", "تصر", "وكانت تصر على بناء السد"),
        ("ar", "وسبق أن طالبت ببناء السد.", "ببناء السد", "طالبت", "وسبق أن طالبت ببناء السد"),
    ],
)
def test_what_was_said_in_former_times_is_told_with_the_word_that_says_so(
    language: str, text: str, quote: str, cue: str, expected: str
) -> None:
    kept = report("r1", text, language=language)
    former = entry("e1", kept, quote, cue=cue, type="indirect")
    assert not is_said(former, kept)
    assert with_cue(former, kept) == expected
