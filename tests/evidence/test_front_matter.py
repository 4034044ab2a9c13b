from __future__ import annotations

from datetime import date

import pytest

from taqrib.errors import Invalid, TaqribError
from taqrib.evidence.facts import Stated
from taqrib.evidence.front_matter import split_front_matter

WHOLE = """---
source: Harbour Radio
published: 2021-05-03
url: https://harbour.example/bridge
grade: b2
title: "Toll: still open"
language: en
---

The mediator left.
"""


def test_every_known_key_is_taken_and_none_of_it_is_text() -> None:
    found = split_front_matter(WHOLE, markdown=True, where="r.md")
    assert found.text == "The mediator left.\n"
    assert found.stated == Stated(
        title="Toll: still open",
        source="Harbour Radio",
        published=date(2021, 5, 3),
        url="https://harbour.example/bridge",
        grade="B2",
        language="en",
    )


def test_plain_text_has_front_matter_only_where_a_key_follows_the_line() -> None:
    assert split_front_matter(WHOLE, markdown=False, where="r.txt").stated.source == "Harbour Radio"
    text = "---\nThe mediator left.\n---\nNobody spoke."
    assert split_front_matter(text, markdown=False, where="r.txt").text == text


@pytest.mark.parametrize(
    "text", ["The mediator left.", "\n---\nsource: x\n---\n", " ---\nsource: x\n", "----\nsource: x", ""]
)
def test_without_front_matter_the_text_is_untouched(text: str) -> None:
    found = split_front_matter(text, markdown=True, where="r.md")
    assert (found.text, found.stated) == (text, Stated())


def test_empty_front_matter_states_nothing() -> None:
    found = split_front_matter("---\n---\nText", markdown=True, where="r.md")
    assert (found.text, found.stated) == ("Text", Stated())


def test_unknown_keys_are_left_alone_whatever_they_hold() -> None:
    found = split_front_matter("---\ntags: [a, b]\ncssclass: wide\ntitle: T\n---\nText", markdown=True, where="r.md")
    assert found.stated == Stated(title="T")


@pytest.mark.parametrize(
    ("key", "meant"), [("publised", "published"), ("Source", "source"), ("titel", "title"), ("URL", "url")]
)
def test_a_misspelt_key_is_an_error_with_its_line_and_the_known_keys(key: str, meant: str) -> None:
    with pytest.raises(Invalid, match=f"'{key}'; did you mean '{meant}'.*source, published, url") as caught:
        split_front_matter(f"---\ngrade: A1\n{key}: x\n---\nText", markdown=True, where="r.md")
    assert caught.value.where == "r.md:3"


@pytest.mark.parametrize(
    ("matter", "says", "line"),
    [
        ("source: a\nsource: b", "second time", 3),
        ("source: no", "'no' in quotes", 2),
        ("source: x\ntitle: 012", "'012' in quotes", 3),
        ("title: 2021", "expected text for 'title', found 2021", 2),
        ("title: true", "expected text for 'title', found true", 2),
        ("source: [a, b]", "found a list", 2),
        ("source:\n  name: x", "found keys of its own", 2),
        ("source: x\npublished: 2024-02-31", "in the calendar", 3),
        ("published: 03/05/2021", "YYYY-MM-DD", 2),
        ("published: 1821-05-03", "from 1900 to 2199", 2),
        ("source: x\ngrade: G7", "from A1 to F6", 3),
        ("language: arabic", "two letters", 2),
        ("source: x\ntitle: [open", "expected YAML", 3),
        ("source: &a x\ntitle: *a", "anchor", 2),
        ("source: !!python/object/apply:os.getcwd []", "tag", 2),
        ("- source", "found no key with a colon", 2),
        ("The mediator left.", "found no key with a colon", 2),
    ],
)
def test_what_front_matter_may_not_say_is_one_error_with_its_line(matter: str, says: str, line: int) -> None:
    with pytest.raises(TaqribError, match=says) as caught:
        split_front_matter(f"---\n{matter}\n---\nText", markdown=True, where="r.md")
    assert caught.value.where == f"r.md:{line}"


def test_front_matter_that_never_closes_is_an_error() -> None:
    with pytest.raises(Invalid, match="found none") as caught:
        split_front_matter("---\nsource: x\n\nThe mediator left.", markdown=True, where="r.md")
    assert caught.value.where == "r.md:1"
