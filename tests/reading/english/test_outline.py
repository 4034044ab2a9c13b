"""Sentences as phrases: what every layer of English walks on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from taqrib.reading.english.outline import Outline, outline_of
from taqrib.reading.english.subjects import subject_before
from taqrib.reading.layout import lay_out


def outline(text: str) -> Outline:
    return outline_of(lay_out(text))


def phrases(text: str) -> list[str]:
    found = outline(text)
    return [
        f"{phrase.kind} {found.text(phrase.first, phrase.last)}" for phrase in found.phrases if phrase.kind not in ",."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peace talks end.", ["N Peace talks end"]),
        ("The talks have collapsed.", ["N The talks", "V have collapsed"]),
        ("She plans to talk.", ["N She", "V plans", "I to talk"]),
        ("The peace talks to end it failed.", ["N The peace talks", "I to end", "N it", "V failed"]),
        ("The US said no.", ["N The US", "V said", "N no"]),
        ("Chile opposed it.", ["N Chile", "V opposed", "N it"]),
        ("It remains committed to peace.", ["N It", "V remains", "J committed", "P to", "N peace"]),
        ("At one point Dahl left.", ["P At", "N one point", "N Dahl", "V left"]),
        ("Foreign minister Dahl left.", ["N Foreign minister Dahl", "V left"]),
        ("A divided, under-resourced union left.", ["N A divided, under-resourced union", "V left"]),
        ("The Baku–Yerevan line is shut.", ["N The Baku–Yerevan line", "V is shut"]),
        ("The rebels' negotiator left.", ["N The rebels' negotiator", "V left"]),
        ("It would no longer demand it.", ["N It", "V would no longer demand", "N it"]),
    ],
)
def test_a_sentence_is_cut_into_its_phrases(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The minister of trade said no.", "The minister of trade"),
        ("A letter signed by the parties in Lima said no.", "A letter signed by the parties in Lima"),
        ("Chile, Peru and Bolivia said no.", "Chile, Peru and Bolivia"),
        ("Chile left and Peru said no.", "Peru"),
        ("The envoy, Dora Klein, said no.", "The envoy, Dora Klein"),
        ("Dora Klein, who had come late, said no.", "Dora Klein"),
        ("A man who led the talks said no.", "A man who led the talks"),
        ("The minister on Friday said no.", "The minister"),
        ("One of the sponsors, Chile, said no.", "One of the sponsors, Chile"),
    ],
)
def test_a_subject_is_its_whole_noun_phrase(text: str, subject: str) -> None:
    found = outline(text)
    said = next(
        number for number, phrase in enumerate(found.phrases) if found.text(phrase.first, phrase.last) == "said"
    )
    before = subject_before(found, said)
    assert before is not None
    assert found.text(before.first, before.last) == subject


def test_a_stop_inside_a_quotation_ends_a_sentence_of_its_own() -> None:
    assert len(outline("“Go home. Rest,” she said.").sentences) == 2


def test_a_text_without_stops_is_cut_so_that_no_word_looks_too_far() -> None:
    found = outline("he said that " * 400)
    assert max(last - first for first, last in found.sentences) <= 400


def test_an_outline_belongs_to_its_document_alone() -> None:
    first, second = lay_out("The talks have collapsed."), lay_out("Peru signed.")
    assert outline_of(first) is outline_of(first)
    assert outline_of(second) is not outline_of(first)
    assert outline_of(first).document is first


def test_reports_read_at_the_same_time_do_not_disturb_each_other() -> None:
    texts = [f"Peru signed {number} accords with Chile." for number in range(40)]
    alone = [outline(text).kinds for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: outline(text).kinds, texts)) == alone
