"""Pictures: SVG and PNG, names as they are, one colour for every party's points."""

from __future__ import annotations

from fractions import Fraction

import pytest

from taqrib.errors import Invalid
from taqrib.packages import Domain, frontier, frontier_plot, solutions


def of(parties: list[str]) -> Domain:
    count = len(parties)
    options = [[int(party == place) * 2 + 1 for party in range(count)] for place in range(count)]
    return Domain.from_arrays([options, options], parties=parties)


def test_arabic_names_and_words_are_in_the_picture() -> None:
    found = frontier(of(["وفد الميناء", "وفد البلدة"]))
    picture = frontier_plot(found, solutions(found, [Fraction(0)] * 2), language="ar").decode()
    assert picture.startswith("<svg")
    assert "منفعة وفد الميناء" in picture
    assert "بلا اتفاق" in picture
    assert "http" not in picture.replace("http://www.w3.org", "")


def test_more_parties_are_drawn_pair_by_pair_and_as_png_too() -> None:
    found = frontier(of(["a", "b", "c"]))
    assert frontier_plot(found).decode().count("utility of") >= 6
    assert frontier_plot(found, ending=".png").startswith(b"\x89PNG")


def test_one_party_and_other_endings_cannot_be_drawn() -> None:
    with pytest.raises(Invalid, match="two parties or more"):
        frontier_plot(frontier(of(["a"])))
    with pytest.raises(Invalid, match=r"end in .svg or .png, found '.pdf'"):
        frontier_plot(frontier(of(["a", "b"])), ending=".pdf")
