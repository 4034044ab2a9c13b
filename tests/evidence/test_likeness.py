"""Near-duplicate texts: what is a copy, what is not, and what a table of signatures finds."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.wire_texts import ADDED, OWN, WIRE, reprints, text
from examples.reading_keys import ALL, keyed
from taqrib.evidence.likeness import MOST_BANDS, SURE, is_copy, resemblance, signature

LANGUAGES = ("en", "ar")
CHANGES = tuple(reprints("en"))


def shared(one: str, other: str) -> int:
    return len(set(signature(one).bands) & set(signature(other).bands))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reprint_is_a_copy_whatever_its_editor_did(language: str, change: str) -> None:
    wire, reprint = text(*WIRE[language]), reprints(language)[change]
    assert resemblance(reprint, wire).of_text >= 0.6
    assert is_copy(reprint, wire)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reprint_is_found_by_its_signature(language: str, change: str) -> None:
    assert shared(text(*WIRE[language]), reprints(language)[change]) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_independent_reports_of_one_event_with_one_quotation_are_no_copies(language: str) -> None:
    wire, own = text(*WIRE[language]), text(*OWN[language])
    assert 0 < resemblance(own, wire).of_text <= 0.26
    assert not is_copy(own, wire)
    assert not is_copy(wire, own)


def test_a_translation_is_no_copy() -> None:
    assert resemblance(text(*WIRE["ar"]), text(*WIRE["en"])).of_text == 0
    assert not is_copy(text(*WIRE["ar"]), text(*WIRE["en"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_earlier_text_carried_whole_in_a_longer_one_is_copied(language: str) -> None:
    """Less than half of the words are the wire's, and the wire is all there."""
    longer = text(*ADDED[language], *OWN[language], *WIRE[language])
    alike = resemblance(longer, text(*WIRE[language]))
    assert alike.of_text < 0.5
    assert alike.of_earlier == 1
    assert is_copy(longer, text(*WIRE[language]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_quoted_in_a_report_of_ones_own_makes_no_copy(language: str) -> None:
    own = text(*OWN[language], *ADDED[language], WIRE[language][4])
    assert not is_copy(own, text(*WIRE[language]))


def test_of_the_example_reports_only_the_reprint_is_a_copy() -> None:
    reports = [keyed(case, stem).report for case, stem in ALL]
    copies = {
        (later.stem, earlier.stem)
        for one, other in combinations(reports, 2)
        for later, earlier in ((one, other), (other, one))
        if is_copy(later.text, earlier.text)
    }
    assert {frozenset(pair) for pair in copies} == {frozenset({"2024-07-09-points-ar", "2024-07-09-points-reprint-ar"})}


@pytest.mark.parametrize("brief", ["The talks resume in Doha tomorrow.", "تُستأنف المحادثات غدًا في الدوحة."])
def test_a_line_is_a_copy_only_of_the_same_line(brief: str) -> None:
    assert is_copy(brief, brief)
    assert not is_copy(f"{brief} {OWN['en'][0]}", brief)
    assert not is_copy(brief, f"{brief} {OWN['en'][0]}")


def test_harakat_punctuation_case_and_line_breaks_do_not_matter() -> None:
    written = "قال المصدر: «إنّ المحادثاتِ ستُستأنف غدًا، الأربعاء»، ثم غادر إلى أورلا مع الوفد الذي وصل يوم الاثنين."
    plain = "قال المصدر ان المحادثات ستستانف غدا الاربعاء\nثم غادر الي اورلا مع الوفد الذي وصل يوم الاثنين"
    assert signature(written) == signature(plain)
    assert resemblance(written, plain).jaccard == 1
    english = "The source said: “Talks will resume tomorrow,” then left for Orla."
    assert signature(english) == signature("the source said talks will\n\nresume tomorrow then left for Orla")


def test_a_text_without_words_has_no_signature_and_is_nobodys_copy() -> None:
    assert signature(" …\n").bands == ()
    assert not is_copy("", "")
    assert not is_copy("…", text(*WIRE["en"]))
    assert not is_copy(text(*WIRE["en"]), "…")


def test_bands_are_what_a_database_can_hold_and_never_change() -> None:
    """The numbers stand in people's tables: another value here would lose every copy of what they keep already."""
    assert signature(WIRE["en"][0]).bands == (255759769067957084,)
    assert signature(WIRE["ar"][1]).bands == (229484927524956094,)
    assert signature(" ".join(map(str, range(20_000)))).bands[-1] < 1 << 63
    assert len(signature(" ".join(map(str, range(20_000)))).bands) == MOST_BANDS


def test_another_process_gives_the_same_bands() -> None:
    code = f"from taqrib.evidence.likeness import signature; print(signature({WIRE['ar'][0]!r}).bands)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stdout.strip() == str(signature(WIRE["ar"][0]).bands)


WORDS = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), min_size=1, max_size=60)


@given(WORDS)
def test_a_text_is_a_copy_of_itself(words: list[str]) -> None:
    written = " ".join(words)
    assume(signature(written).bands)
    assert is_copy(written, written)
    assert resemblance(written, written).jaccard == 1


@given(st.randoms(use_true_random=False), st.integers(SURE, 60), st.integers(0, 200), st.integers(0, 200))
def test_a_run_of_words_carried_over_leaves_a_number_in_common(
    chance: random.Random, length: int, before: int, after: int
) -> None:
    def fresh(count: int) -> list[str]:
        return [f"w{chance.getrandbits(64)}" for _ in range(count)]

    carried = fresh(length)
    one = " ".join([*fresh(before), *carried, *fresh(after)])
    other = " ".join([*fresh(after), *carried, *fresh(before)])
    assert shared(one, other) >= 1


@given(st.permutations(range(80)))
def test_the_same_words_in_another_order_are_no_copy(order: list[int]) -> None:
    words = [f"word{number}" for number in range(80)]
    shuffled = [words[place] for place in order]
    neighbours = sum(second - first == 1 for first, second in pairwise(order))
    assume(neighbours < 30)  # a hardly shuffled text is the same text
    assert not is_copy(" ".join(shuffled), " ".join(words))


@given(WORDS, WORDS)
def test_resemblance_is_the_same_seen_from_either_side(one: list[str], other: list[str]) -> None:
    there, back = resemblance(" ".join(one), " ".join(other)), resemblance(" ".join(other), " ".join(one))
    assert (there.jaccard, there.of_text, there.of_earlier) == (back.jaccard, back.of_earlier, back.of_text)
    assert 0 <= there.jaccard <= min(there.of_text, there.of_earlier) <= 1
