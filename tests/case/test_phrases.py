from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.case.phrases import Found, Phrases, first_forms, later_forms, words_of


def phrases(*known: str) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for phrase in known:
        found.add(phrase, phrase)
    return found


def found_in(text: str, *known: str) -> list[str]:
    return [value for match in phrases(*known).find(words_of(text)) for value in match.values]


@pytest.mark.parametrize(
    "clitics", ["", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "كال", "وبال", "فكال", "لل", "ولل", "فلل"]
)
def test_clitics_may_stand_before_the_first_word(clitics: str) -> None:
    assert found_in(f"قالوا إن {clitics}هدنة طويلة قادمة", "هدنة طويلة") == ["هدنة طويلة"]


def test_a_term_with_its_article_is_found_behind_li() -> None:
    assert found_in("دعوا للهدنة", "الهدنة") == ["الهدنة"]
    assert found_in("دعوا إلى هدنة", "الهدنة") == []


@pytest.mark.parametrize("word", ["ولد", "بلد", "لبن", "فوز"])
def test_a_short_word_that_begins_like_a_clitic_is_left_whole(word: str) -> None:
    assert first_forms(word) == (word,)


def test_no_clitic_is_taken_off_a_word_in_the_middle_but_its_article() -> None:
    assert found_in("تبادل الأسرى", "تبادل أسرى") == ["تبادل أسرى"]
    assert found_in("تبادل وأسرى", "تبادل أسرى") == []
    assert later_forms("الأسرى") == ("الأسرى", "أسرى")


def test_a_phrase_is_whole_words() -> None:
    assert found_in("the truces were untrue", "truce", "true") == []
    assert found_in("a cease-fire, a cease fire", "cease-fire") == ["cease-fire", "cease-fire"]
    assert found_in("الإسكندرية", "إسكندر") == []


def test_the_longest_phrase_wins_and_what_lies_inside_it_is_not_counted() -> None:
    assert found_in("a lasting truce line", "truce", "lasting truce", "lasting truce line") == ["lasting truce line"]
    assert found_in("a lasting truce and a truce", "truce", "lasting truce") == ["lasting truce", "truce"]


def test_phrases_that_overlap_without_one_inside_the_other_are_both_found() -> None:
    assert found_in("border crossing guards", "border crossing", "crossing guards") == [
        "border crossing",
        "crossing guards",
    ]


def test_the_reading_with_fewer_clitics_wins() -> None:
    assert found_in("ولاية", "لاية", "ولاية") == ["ولاية"]


def test_a_phrase_may_point_at_several_things() -> None:
    both: Phrases[int] = Phrases()
    both.add("truce", 1)
    both.add("truce", 2)
    both.add("truce", 1)
    both.add("!?", 3)
    assert both.find(["a", "truce"]) == [Found(1, 2, (1, 2))]
    assert both.find([]) == []


SMALL = st.lists(st.sampled_from(["ab", "cd", "ef", "دار", "الدار", "والدار", "سلام"]), min_size=1, max_size=3)


@given(st.lists(SMALL, max_size=5), st.lists(SMALL, max_size=4))
def test_the_phrases_found_are_those_a_search_of_every_stretch_finds(
    known: list[list[str]], text: list[list[str]]
) -> None:
    index = phrases(*(" ".join(words) for words in known))
    words = [word for run in text for word in run]

    def stands_at(phrase: list[str], start: int) -> bool:
        stretch = words[start : start + len(phrase)]
        return (
            len(stretch) == len(phrase)
            and phrase[0] in first_forms(stretch[0])
            and all(word in later_forms(found) for word, found in zip(phrase[1:], stretch[1:], strict=True))
        )

    lengths = [
        max((len(phrase) for phrase in known if stands_at(phrase, start)), default=0) for start in range(len(words))
    ]
    stretches = [(start, start + length) for start, length in enumerate(lengths) if length]
    expected = [
        (start, end) for start, end in stretches if not any(other < start and end <= stop for other, stop in stretches)
    ]
    assert [(match.start, match.end) for match in index.find(words)] == expected
