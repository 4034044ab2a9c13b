"""Who repeats another's words has not said them himself."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read
from taqrib.reading.layout import lay_out

PUBLISHED = date(2031, 5, 7)


def held(text: str) -> list[tuple[str, str]]:
    """Who holds what, by the words that show it."""
    found = read(text, published=PUBLISHED).stances
    return [(stance.holder, text[slice(*stance.evidence)]) for stance in found]


def test_a_quotation_inside_another_is_its_own_speakers() -> None:
    text = "“Ada Okoro told us: ‘We reject the map.’ I do not believe her,” Peter Wafula said."
    said = [
        (one.speaker_name, text[slice(*one.content)], one.mode) for one in read(text, published=PUBLISHED).statements
    ]
    assert said == [
        ("Ada Okoro", "We reject the map.", "direct"),
        ("Peter Wafula", "Ada Okoro told us: ‘We reject the map.’ I do not believe her", "direct"),
    ]
    assert held(text) == [("Ada Okoro", "We reject the map")]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said: “A man there shouted, ‘We will never sign the accord’, and left.”",
        'قال المبعوث: «قال لي أحدهم: "لن نقبل الخريطة" ثم غادر».',
        "قال المبعوث: «سمعت بعضهم يقول: «لن نقبل الخريطة» ولا أصدقهم».",
    ],
)
def test_nobody_holds_what_he_only_repeats(text: str) -> None:
    assert held(text) == []


def test_who_says_it_in_his_own_words_holds_it() -> None:
    assert held("The envoy said: “We reject ‘the map’ of May.”") == [("envoy", "We reject ‘the map’ of May")]
    assert held('قال المبعوث: «نرفض "خريطة مايو" كلها».') == [("المبعوث", 'نرفض "خريطة مايو" كلها')]


def test_the_quotations_inside_a_quotation_are_laid_out_apart() -> None:
    text = "“He said ‘never’ and ‘not now’,” she recalled. ‘So be it.’"
    document = lay_out(text)
    assert [text[slice(*quote.span)] for quote in document.quotes] == ["He said ‘never’ and ‘not now’,", "So be it."]
    assert [text[slice(*quote.span)] for quote in document.inner_quotes] == ["never", "not now"]
