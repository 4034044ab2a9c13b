"""Qualifiers that one source gives and another does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lagoon import lagoon
from positions.told import printed, told
from taqrib.positions import Contradiction, contradictions
from taqrib.positions.qualifiers import WITHOUT
from taqrib.record import Entry, KeptReport, Touch

WITH: dict[str, Any] = {"qualifiers": ("permanent",)}


def found(*entries: Entry, reports: dict[str, KeptReport] | None = None) -> list[Contradiction]:
    every = contradictions(lagoon(), entries, reports, as_of=date(2031, 5, 9))
    return [one for one in every if one.matter == "qualifier"]


def test_a_report_that_lacks_a_qualifier_another_has_is_flagged() -> None:
    (one,) = found(told(1, **WITH), told(2), told(3, **WITH))
    assert (one.issue, one.actor, one.option, one.about) == ("fishing", "orla", "open-water", "permanent")
    assert one.claims == (("permanent", ("e1", "e3")), (WITHOUT, ("e2",)))


def test_an_option_and_its_issue_without_any_are_compared() -> None:
    """Who loses the word that makes the option no longer names the option."""
    (one,) = found(told(1, **WITH), told(2, touches=(Touch("fishing"),)))
    assert (one.option, one.claims) == ("open-water", (("permanent", ("e1",)), (WITHOUT, ("e2",))))


def test_opposite_qualifiers_are_one_contradiction() -> None:
    (one,) = found(told(1, **WITH), told(2, qualifiers=("temporary",)), told(3))
    assert one.claims == (("permanent", ("e1",)), ("temporary", ("e2",)), (WITHOUT, ("e3",)))


def test_each_qualifier_is_a_matter_of_its_own() -> None:
    both = found(told(1, qualifiers=("permanent", "written")), told(2))
    assert [one.about for one in both] == ["permanent", "written"]


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": "venn"},
        {"type": "reject"},
        {"touches": (Touch("fishing", "north-bank"),)},
        {"touches": (Touch("patrols"),)},
        {"on": "2031-05-08"},
        {"kind": "statement"},
        {"report": "r1"},
        {"qualifiers": ("permanent",)},
    ],
)
def test_another_stance_or_the_same_source_lacks_nothing(changes: dict[str, Any]) -> None:
    assert found(told(1, **WITH), told(2, **changes)) == []


def test_a_qualifier_that_stands_elsewhere_in_the_report_is_not_lost() -> None:
    assert found(told(1, **WITH), told(2), told(3, report="r2", **WITH)) == []


def test_an_act_without_a_day_is_compared_with_one_of_the_days_before() -> None:
    dropped = told(1, type="drop", on="2031-04-27/2031-05-03", **WITH)
    (one,) = found(dropped, told(2, type="drop", on="2031-05-05", on_basis="published"))
    assert one.entries == ("e1", "e2")


def test_a_reprint_that_lost_a_qualifier_is_flagged_and_never_told_with_it() -> None:
    reports = printed("Harbour Wire", "Sarn Daily", "Venn Post", copies={2: 1})
    (one,) = found(told(1, **WITH), told(2), reports=reports)
    assert one.claims == (("permanent", ("e1",)), (WITHOUT, ("e2",)))


def test_a_reprint_that_kept_a_qualifier_stands_beside_its_original() -> None:
    reports = printed("Harbour Wire", "Sarn Daily", "Venn Post", copies={2: 1})
    (one,) = found(told(1, **WITH), told(2, **WITH), told(3), reports=reports)
    assert one.claims == (("permanent", ("e1", "e2")), (WITHOUT, ("e3",)))
    assert found(told(1, **WITH), told(2, **WITH), reports=reports) == []


def test_a_qualifier_belongs_to_the_issue_beside_it() -> None:
    several = {"touches": (Touch("fishing", "open-water"), Touch("patrols", "joint")), **WITH}
    both = told(1, **several, quote="a permanent right to open water and joint patrols")
    arabic = told(1, **several, quote="الصيد الدائم في المياه المفتوحة ودوريات مشتركة")
    patrols = told(2, touches=(Touch("patrols", "joint"),))
    assert found(both, patrols) == found(arabic, patrols) == []
    (one,) = found(both, told(2))
    assert one.issue == "fishing"


def test_the_order_in_which_entries_arrive_changes_nothing() -> None:
    entries = [told(1, **WITH), told(2), told(3, qualifiers=("temporary",)), told(4, touches=(Touch("fishing"),))]
    assert found(*entries) == found(*entries[::-1])
