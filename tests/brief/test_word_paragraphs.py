"""Paragraphs of a Word document: direction, language and links, one at a time."""

from __future__ import annotations

import itertools
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from taqrib.brief.runs import Name, Quote, Reference, Words
from taqrib.brief.word_paragraphs import Paragraphs
from taqrib.brief.word_styles import Look, dress


@pytest.fixture
def made() -> tuple[Any, Paragraphs]:
    """An Arabic document without words, and its paragraphs' writer."""
    word = docx.Document()
    looks = dress(word, rtl=True)
    return word.add_paragraph(), Paragraphs("ar", ("«", "»"), rtl=True, looks=looks, numbers=itertools.count(1))


def shown(paragraph: Any) -> list[tuple[str, bool]]:
    """Each run's text, and whether it runs from right to left."""
    return [
        ("".join(text.text or "" for text in run.iter(qn("w:t"))), run.find(f".//{qn('w:rtl')}") is not None)
        for run in paragraph._p.iter(qn("w:r"))  # noqa: SLF001 - runs inside links are no runs to python-docx
    ]


def test_each_run_says_its_direction_and_marks_tell_other_programs(made: tuple[Any, Paragraphs]) -> None:
    paragraph, writer = made
    writer.add(
        writer.begin(paragraph, Look.SENTENCE), (Words("قال: "), Quote("yes?", "en"), Words(". "), Reference("e4"))
    )
    assert shown(paragraph) == [
        ("قال: ", True),
        ("«", True),
        ("\u200eyes?\u200e", False),
        ("»\u200f", True),
        (". ", True),
        ("\u200e[e4]\u200e", False),
        ("\u200f", True),
    ]


def test_a_name_in_the_lines_own_language_needs_no_mark(made: tuple[Any, Paragraphs]) -> None:
    paragraph, writer = made
    writer.add(paragraph, (Name("وكالة الضفة", "ar"),))
    assert shown(paragraph) == [("وكالة الضفة", True)]


def test_a_reference_is_a_link_and_a_marked_paragraph_is_where_it_leads(made: tuple[Any, Paragraphs]) -> None:
    paragraph, writer = made
    with writer.marked(paragraph, "p1"):
        writer.add(paragraph, (Reference("e4"),))
    tags = [child.tag.rpartition("}")[2] for child in paragraph._p]  # noqa: SLF001 - the same
    assert tags == ["bookmarkStart", "hyperlink", "r", "bookmarkEnd"]


def test_what_acts_unseen_is_named(made: tuple[Any, Paragraphs]) -> None:
    paragraph, writer = made
    writer.add(paragraph, (Quote("a\u202eb\x00", "en"),))
    assert ("\u200ea[U+202E]b[U+0000]\u200e", False) in shown(paragraph)
