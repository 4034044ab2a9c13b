"""Markdown that a renderer shows as the words that were captured, and nothing that they could make it do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from brief.imagined import River, entry, report
from taqrib.brief import as_markdown, plan
from taqrib.brief.lines import one_line, visible
from taqrib.brief.markdown import escaped

if TYPE_CHECKING:
    from taqrib.brief import Language
    from taqrib.case import Bilingual

HOSTILE = [
    "<script>alert(1)</script>",
    "see](javascript:alert(1)) [x](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "a | b || c",
    "**bold** _em_ `code` ~~gone~~ $x$ ^up^",
    "&lt;b&gt; &amp; &#60;",
    "<https://evil.example> www.evil.example",
    "back\\slash \\[ \\*",
    "- item\n# head\n1. one\n> quote\n\n    code\n---\n===\n| a |\n```\nfence",
    "turn\u202eround\u2066here\u200f and \x1b[31mred\x07",
]


def hostile_brief(text: str, language: Language) -> str:
    river = River()
    river.reports["r3"] = report("r3", f"He said {text} and left", language="en", title=text, source=text)
    river.entries["e20"] = entry("e20", river.reports["r3"], text, name=text, finding={"channel": text})
    material = river.material(said=("e20",))
    return as_markdown(plan(material), material, language)


def rendered(markdown: str) -> str:
    return MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)


def shown(html: str) -> str:
    """The text a reader sees, on one line."""
    text = re.sub(r"<[^>]*>", "", html)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_words_are_rendered_as_words(text: str, language: Language) -> None:
    html = rendered(hostile_brief(text, language))
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", html))
    assert tags <= {
        "a", "b", "bdi", "blockquote", "div", "h1", "h2", "h3", "li", "p", "strong",
        "table", "tbody", "td", "th", "thead", "tr", "ul",
    }  # fmt: skip
    assert set(re.findall(r'(?:href|src)="([^"]*)"', html)) <= {f"#e{number}" for number in range(1, 21)}
    assert " ".join(visible(text).split()) in shown(html)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_leave_the_matrix_a_table_of_its_own_columns(text: str) -> None:
    river = River(first=_named(text))
    material = river.material(said=(), rounds=())
    html = rendered(as_markdown(plan(material), material, "en"))
    table = html[html.index("<table>") : html.index("</table>")]
    assert table.count("<th>") == 4
    assert table.count("<td>") == 8


def _named(text: str) -> Bilingual:
    from taqrib.case import Bilingual

    return Bilingual(ar=one_line(text), en=one_line(text))


def test_no_control_or_bidi_character_reaches_the_markdown() -> None:
    markdown = hostile_brief(HOSTILE[-1], "ar")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", markdown)
    assert "\\[U+202E\\]" in markdown


def test_every_reference_opens_an_anchor_of_its_own() -> None:
    markdown = as_markdown(plan(River().material()), River().material(), "ar")
    opened = set(re.findall(r"\[\[(e\d+)\]\]\(#\1\)", markdown))
    anchors = re.findall(r'<a id="(e\d+)"></a>', markdown)
    assert opened == set(anchors)
    assert len(anchors) == len(set(anchors)) == 11


def test_the_arabic_page_runs_from_right_to_left_and_sets_english_quotes_apart() -> None:
    markdown = as_markdown(plan(River().material()), River().material(), "ar")
    assert markdown.startswith('<div dir="rtl" lang="ar">\n\n# موجز التفاوض: محادثات نهر أوردا\n')
    assert '«<bdi lang="en" dir="ltr">We are far apart</bdi>»' in markdown


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_at_all_is_rendered_as_itself(text: str) -> None:
    html = MarkdownIt("commonmark").renderInline(f"x {escaped(text)} x")
    assert shown(html) == " ".join(f"x {visible(one_line(text))} x".split())
