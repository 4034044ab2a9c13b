"""One plan, two languages: the same entries in the same order, and a mirror where the parties change places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from brief.imagined import SALMOR, River
from taqrib.brief import as_markdown, plan
from taqrib.brief.runs import Label, Name, Quote, Reference, Words, plain
from taqrib.brief.telling import told
from taqrib.case import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.brief import Language, Material
    from taqrib.brief.document import Document, Sentence


TOLVAN = Bilingual(ar="تولفان", en="Tolvan")
"""As long as Salmor in both languages, so that even the offsets of the quotes are mirrored."""


def document(material: Material, language: Language) -> Document:
    return told(plan(material), material, language)


def every_sentence(told_: Document) -> Iterator[Sentence]:
    for part in told_.parts:
        for group in part.groups:
            yield from group.sentences
        for row in part.table.rows if part.table else ():
            for cell in row.cells:
                yield from cell


def references(told_: Document) -> list[tuple[str, str]]:
    """The anchor of a sentence and an entry it refers to, for every reference, as they are told."""
    return [
        (sentence.anchor, run.entry)
        for sentence in every_sentence(told_)
        for run in sentence.runs
        if isinstance(run, Reference)
    ]


def test_both_languages_rest_on_the_same_entries_in_the_same_order() -> None:
    arabic, english = (document(River().material(), language) for language in ("ar", "en"))
    assert references(arabic) == references(english)
    assert len(references(arabic)) == 16
    assert [card.entry for card in arabic.cards] == [card.entry for card in english.cards]


def test_every_sentence_ends_in_the_entries_it_rests_on() -> None:
    for sentence in every_sentence(document(River().material(), "ar")):
        assert isinstance(sentence.runs[-1], Reference) == bool(sentence.entries)
        assert {run.entry for run in sentence.runs if isinstance(run, Reference)} == set(sentence.entries)


def test_every_quote_leads_back_to_the_sentences_that_rest_on_it() -> None:
    english = document(River().material(), "en")
    cited = {(anchor, card.entry) for card in english.cards for anchor in card.cited_in}
    assert cited == set(references(english))


@pytest.mark.parametrize("removed", [f"e{number}" for number in range(1, 12)])
def test_removing_an_entry_leaves_no_trace_of_it_in_either_language(removed: str) -> None:
    river = River()
    for language in ("ar", "en"):
        assert removed in {entry for _, entry in references(document(river.material(), language))}
        without = document(river.without(removed).material(), language)
        assert removed not in {entry for _, entry in references(without)}
        assert removed not in {card.entry for card in without.cards}


def test_a_day_without_change_says_so_in_both_languages() -> None:
    material = River().material(said=(), moves=(), changed=())
    assert document(material, "ar").quiet == "لا أقوال ولا تغيّر في المواقف مسجَّل في هذه المدة."
    assert document(material, "en").quiet == "No statement and no change of position is on record for this period."


def test_a_day_of_words_without_moves_says_that_nothing_moved() -> None:
    material = River().material(moves=(), changed=())
    assert document(material, "en").quiet == "No change of position is on record for this period."
    assert document(River().material(), "en").quiet is None


def test_an_empty_section_says_why_it_is_empty() -> None:
    material = River().material(said=(), moves=(), changed=(), gaps=(), rounds=(), contradictions=())
    for language in ("ar", "en"):
        parts = document(material, language).parts
        assert len(parts) == 5
        assert all(part.note for part in parts)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_parties_in_each_others_place_make_the_mirror_image(language: Language) -> None:
    straight = River(SALMOR, TOLVAN).material()
    mirrored = River(TOLVAN, SALMOR).material()
    one = as_markdown(plan(straight), straight, language)
    other = as_markdown(plan(mirrored), mirrored, language)
    assert one != other
    assert _exchanged(one) == other


def _exchanged(text: str) -> str:
    for one, other in ((SALMOR.ar, TOLVAN.ar), (SALMOR.en, TOLVAN.en)):
        text = text.replace(one, "\0").replace(other, one).replace("\0", other)
    return text


def test_the_matrix_says_each_state_in_words_and_explains_it() -> None:
    table = document(River().material(), "en").parts[1].table
    assert table is not None
    assert [row.state_word for row in table.rows] == ["unknown", "unknown"]
    assert [state for state, _ in table.legend] == ["unknown"]
    assert plain(table.silent) == "Nothing is on record on any of these issues from the River Council."


def test_the_period_is_told_and_the_day_of_making_only_if_given() -> None:
    assert document(River().material(), "ar").facts == (
        ("المدة المشمولة", "من 8 إلى 9 مايو 2031"),
        ("أُعدّ في", "10 مايو 2031"),
    )
    assert len(document(River().material(generated_on=None), "ar").facts) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_loaded_words_of_a_narrator_stand_only_inside_quotation_marks(language: Language) -> None:
    """Every text of a report that a brief may tell is loaded here, in every kind of sentence and in the appendix."""
    loaded = ("الطغمة المجرمة", "ruthless gang")
    river = River()
    for id_, words in (("r1", loaded[0]), ("r2", loaded[1])):
        river.reports[id_] = replace(river.reports[id_], title=f"{words} title")
    for id_, kept in river.entries.items():
        words = loaded[0] if kept.report == "r1" else loaded[1]
        finding = {**kept.finding, "channel": f"{words} channel", "addressee": f"{words} addressee"}
        river.entries[id_] = replace(kept, name=f"{words} name", actor=None, voice=f"{words} voice", finding=finding)
    material = river.material()
    rounds = tuple(
        replace(each, place=f"{loaded[0]} place", actors=(f"{loaded[1]} actors",)) for each in material.rounds
    )
    told_ = document(replace(material, rounds=rounds), language)
    runs = [run for sentence in every_sentence(told_) for run in sentence.runs]
    runs += [run for card in told_.cards for _, line in card.lines for run in line]
    quoted = " ".join(run.text for run in runs if isinstance(run, Quote))
    for told_there in ("name", "voice", "channel", "addressee", "title", "place", "actors"):
        assert f" {told_there}" in quoted, "the test no longer reaches every text of a report"
    outside = " ".join(run.text for run in runs if isinstance(run, Words | Label | Name))
    assert not any(words in outside for words in loaded)
