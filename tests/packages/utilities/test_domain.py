"""Domains refuse what makes no sense, each with one sentence; numbers stay what was written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.errors import Invalid
from taqrib.packages import Domain, Issue, Profile, Rectangle, rectangle
from taqrib.packages.utilities.domain import refuse_too_many
from taqrib.packages.utilities.numbers import exact, shown


@settings(derandomize=True)
@given(st.fractions())
def test_a_number_shown_reads_back_as_itself(number: Fraction) -> None:
    assert exact(shown(number), what="it") == number


def test_a_number_is_taken_as_it_is_written() -> None:
    assert exact("0.1", what="it") == exact(Decimal("0.1"), what="it") == Fraction(1, 10)
    assert exact(0.1, what="it") == Fraction(0.1) != Fraction(1, 10)
    assert exact(np.float64(0.25), what="it") == Fraction(1, 4)
    assert exact(np.int64(3), what="it") == 3
    assert shown(Fraction(-1, 8)) == "-0.125"
    assert shown(Fraction(1, 3)) == "1/3"


@pytest.mark.parametrize(
    "number", ["nan", "inf", "-Infinity", "1/0", "two", "", "1e99999", float("nan"), float("inf"), True]
)
def test_what_is_no_number_is_refused(number: object) -> None:
    with pytest.raises(Invalid, match="expected the weight to be a finite number"):
        exact(number, what="the weight", where="here")  # type: ignore[arg-type]


def test_issues_need_options_each_once_and_not_a_million_of_them() -> None:
    with pytest.raises(Invalid, match="at least one option, found none"):
        Issue("water", ())
    with pytest.raises(Invalid, match="found 'shared' twice"):
        Issue("water", ("shared", "north", "shared"))
    with pytest.raises(Invalid, match="found 1,000,000,001; give it a coarser scale"):
        refuse_too_many("water", 1_000_000_001)


def test_arrays_that_do_not_fit_are_refused() -> None:
    with pytest.raises(Invalid, match="0 or more, found -1"):
        Domain.from_arrays([[[1, 1]]], weights=[[-1], [1]])
    with pytest.raises(Invalid, match="finite number, found 'nan'"):
        Domain.from_arrays([[[1, float("nan")]]])
    with pytest.raises(Invalid, match=r"one evaluation for each party, found \[1, 2\]"):
        Domain.from_arrays([[[1, 1], [1]]])
    with pytest.raises(Invalid, match="for 2 parties, found 3 names"):
        Domain.from_arrays([[[1, 1]]], parties=["a", "b", "c"])
    with pytest.raises(Invalid, match="at least one option"):
        Domain.from_arrays([[[1, 1]], []])


def test_names_and_shapes_of_a_domain_have_to_fit() -> None:
    water = Issue("water", ("shared", "north"))
    fits = Profile(party="n", weights=(Fraction(1),), evaluations=((Fraction(0), Fraction(1)),))
    with pytest.raises(Invalid, match="each party once, found 'n' twice"):
        Domain(issues=(water,), profiles=(fits, fits))
    with pytest.raises(Invalid, match="each issue once, found 'water' twice"):
        Domain(issues=(water, water), profiles=())
    with pytest.raises(Invalid, match=r"issues of \[1\] options, found \[2\]"):
        Domain(issues=(Issue("water", ("shared",)),), profiles=(fits,))
    with pytest.raises(Invalid, match="at least one issue"):
        Domain(issues=(), profiles=())
    with pytest.raises(Invalid, match="options they have, found issue 0"):
        Domain(issues=(water,), profiles=(fits,), excluded=(Rectangle(((0, frozenset({2})),)),))
    with pytest.raises(Invalid, match=r"an option of 'water' \(shared, north\), found 'south'"):
        rectangle((water,), {"water": ["south"]})
    with pytest.raises(Invalid, match="one of the issues water, found 'air'"):
        rectangle((water,), {"air": ["south"]})


def test_what_works_with_utilities_is_found_where_packages_are() -> None:
    import taqrib.packages

    for name in taqrib.packages.__all__:
        assert getattr(taqrib.packages, name).__module__.startswith("taqrib.packages.utilities")
    with pytest.raises(AttributeError):
        _ = taqrib.packages.best_deal


@pytest.mark.parametrize("number", [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308])
def test_whatever_a_format_writes_as_a_double_is_read_again(number: float) -> None:
    from taqrib.packages.utilities.numbers import exact

    assert float(exact(repr(number), what="the weight")) == number


@pytest.mark.parametrize("number", ["1e400", "-1e325", "1" * 325, "1e-350"])
def test_a_number_no_picture_could_show_is_refused(number: str) -> None:
    from taqrib.packages.utilities.numbers import exact

    with pytest.raises(Invalid, match="finite number"):
        exact(number, what="the weight")
