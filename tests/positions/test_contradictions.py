"""Where sources contradict each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lagoon import entry, lagoon
from positions.told import printed, told
from taqrib.positions import Contradiction, contradictions
from taqrib.positions.telling import MOST_LISTED
from taqrib.record import Entry, KeptReport, Touch


def found(*entries: Entry, reports: dict[str, KeptReport] | None = None) -> list[Contradiction]:
    return contradictions(lagoon(), entries, reports, as_of=date(2031, 5, 9))


def test_one_offer_on_two_days_in_two_reports_is_shown_side_by_side() -> None:
    (one,) = found(entry(1, type="offer"), entry(2, type="offer", on="2031-05-03", report="r2"))
    assert (one.matter, one.actor, one.issue, one.option) == ("date", "orla", "fishing", "open-water")
    assert one.claims == (("2031-05-02", ("e1",)), ("2031-05-03", ("e2",)))
    assert one.entries == ("e1", "e2")


def test_a_vaguer_date_that_can_be_the_same_day_is_no_contradiction() -> None:
    assert found(entry(1, type="drop"), entry(2, type="drop", on="2031-04-27/2031-05-03", report="r2")) == []


def test_a_publication_day_claims_nothing_about_the_act() -> None:
    assert (
        found(entry(1, type="offer"), entry(2, type="offer", on="2031-05-03", on_basis="published", report="r2")) == []
    )


def test_a_demand_repeated_on_another_day_is_no_contradiction() -> None:
    assert found(entry(1), entry(2, on="2031-05-03", report="r2")) == []


def test_opposing_assessments_stand_side_by_side() -> None:
    near = entry(1, kind="statement", type="indirect", actor="tamar", touches=(Touch("closeness", "near"),))
    far = entry(2, kind="statement", type="direct", actor=None, touches=(Touch("closeness", "far"),), report="r2")
    (one,) = found(near, far)
    assert (one.matter, one.issue) == ("assessment", "closeness")
    assert one.claims == (("near", ("e1",)), ("far", ("e2",)))
    assert found(near) == []


def test_held_and_excluded_on_one_day_is_a_contradiction_and_on_two_a_change() -> None:
    (one,) = found(entry(1, type="accept"), entry(2, type="reject", report="r2"))
    assert one.matter == "stance"
    assert found(entry(1, type="accept"), entry(2, type="reject", on="2031-05-04", report="r2")) == []


def test_what_is_not_yet_told_is_not_known() -> None:
    later = (entry(1, type="offer"), entry(2, type="offer", on="2031-05-20", report="r2"))
    assert found(*later) == []


def test_who_speaks_for_another_contradicts_it() -> None:
    (one,) = found(told(1, type="accept", actor="envoy"), told(2, type="reject", actor="venn"))
    assert (one.matter, one.actor, one.claims) == ("stance", "venn", (("accept", ("e1",)), ("reject", ("e2",))))


def test_stances_contradict_each_other_on_any_day_both_may_mean() -> None:
    week = told(1, type="accept", on="2031-04-28/2031-05-04")
    (one,) = found(week, told(2, type="reject", on="2031-05-01"))
    assert one.entries == ("e1", "e2")
    assert found(week, told(2, type="reject", on="2031-05-05")) == []


def test_a_side_may_change_its_mind_from_one_days_paper_to_the_next() -> None:
    printed_: dict[str, Any] = {"on_basis": "published"}
    accepted = told(1, type="accept", on="2031-05-02", **printed_)
    assert found(accepted, told(2, type="reject", on="2031-05-03", **printed_)) == []
    (one,) = found(accepted, told(2, type="reject", on="2031-05-02", **printed_))
    assert one.matter == "stance"


def test_options_that_exclude_each_other_are_not_both_held_on_one_day() -> None:
    joint, neutral = (told(n, type="accept", touches=(Touch("patrols", o),)) for n, o in ((1, "joint"), (2, "neutral")))
    (one,) = found(joint, neutral)
    assert (one.matter, one.actor, one.issue) == ("options", "orla", "patrols")
    assert one.claims == (("joint", ("e1",)), ("neutral", ("e2",)))
    assert found(joint, told(2, type="accept", touches=(Touch("patrols", "neutral"),), on="2031-05-03")) == []
    assert found(joint, told(2, type="accept", touches=(Touch("patrols", "neutral"),), report="r1")) == []
    assert found(joint, told(2, type="accept", touches=(Touch("patrols", "neutral"),), actor="venn")) == []


def test_an_offer_a_month_later_is_another_offer() -> None:
    assert found(told(1, type="offer", on="2031-04-01"), told(2, type="offer")) == []


def test_who_speaks_for_another_makes_its_offers() -> None:
    (one,) = found(told(1, type="offer", actor="envoy"), told(2, type="offer", actor="venn", on="2031-05-03"))
    assert one.actor == "venn"


def test_a_reprint_stands_beside_its_original_and_adds_no_claim() -> None:
    reports = printed("Harbour Wire", "Sarn Daily", "Venn Post", copies={2: 1})
    offers = [told(1, type="offer"), told(2, type="offer"), told(3, type="offer", on="2031-05-03")]
    (one,) = found(*offers, reports=reports)
    assert one.claims == (("2031-05-02", ("e1", "e2")), ("2031-05-03", ("e3",)))
    misprint = told(2, type="offer", on="2031-05-03")
    assert found(offers[0], misprint, reports=reports) == []
    (same,) = found(offers[0], misprint, told(3, type="offer", on="2031-05-04"), reports=reports)
    assert same.entries == ("e1", "e3")


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_a_reprint_holds_nothing_against_its_original(kind: str) -> None:
    reports = printed("Harbour Wire", "Sarn Daily", copies={2: 1})
    other = {"accept": "reject", "reject": "accept"}[kind]
    assert found(told(1, type=kind), told(2, type=other), reports=reports) == []


def test_assessments_a_month_apart_may_both_be_true() -> None:
    near = told(1, kind="statement", actor="tamar", touches=(Touch("closeness", "near"),), on="2031-04-01")
    far = told(2, kind="statement", actor="venn", touches=(Touch("closeness", "far"),))
    assert found(near, far) == []


def test_what_is_new_is_told_by_the_day_of_the_second_claim() -> None:
    other_day: dict[str, Any] = {"type": "offer", "on": "2031-05-03"}
    (one,) = found(told(1, type="offer"), told(2, **other_day), told(3, **other_day))
    days = {"e1": date(2031, 5, 2), "e2": date(2031, 5, 7), "e3": date(2031, 5, 5)}
    assert one.since(days) == date(2031, 5, 5)


def test_of_very_many_entries_some_are_listed_and_none_of_a_claim_alone_is_left_out() -> None:
    many = [told(number, type="offer") for number in range(1, MOST_LISTED * 2)]
    (one,) = found(*many, told(900, type="offer", on="2031-05-03"))
    assert [len(entries) for _, entries in one.claims] == [MOST_LISTED, 1]


def test_of_very_many_claims_some_are_listed() -> None:
    text = "Some say 40 boats crossed the northern channel at night."
    numbers = range(1, MOST_LISTED * 2)
    fields: dict[str, Any] = {"kind": "figure", "type": "boats", "touches": (), "span": (9, 17)}
    figures = [told(number, **fields, finding={"value": float(number)}) for number in numbers]
    (one,) = found(*figures, reports=printed(*[f"Outlet {number}" for number in numbers], text=text))
    assert len(one.claims) == MOST_LISTED


def test_those_of_the_first_issue_come_first_and_those_of_none_last() -> None:
    patrols: dict[str, Any] = {"type": "offer", "touches": (Touch("patrols", "joint"),)}
    pair = [told(1, **patrols), told(2, **patrols, on="2031-05-03")]
    figures = [
        told(number, kind="figure", type="boats", touches=(), span=(10, 18), finding={"value": float(number)})
        for number in (3, 4)
    ]
    reports = printed("A", "B", "C", "D", "E", "F", text="Some say 40 boats crossed the northern channel at night.")
    both = found(*figures, *pair, told(5, type="offer"), told(6, type="offer", on="2031-05-03"), reports=reports)
    assert [one.issue for one in both] == ["fishing", "patrols", None]
