"""Where sources disagree."""

from __future__ import annotations

from datetime import date

from lagoon import entry, lagoon
from taqrib.positions import Contradiction, contradictions
from taqrib.record import Entry, Touch


def found(*entries: Entry) -> list[Contradiction]:
    return contradictions(lagoon(), entries, as_of=date(2031, 5, 9))


def test_one_offer_on_two_days_in_two_reports_is_shown_side_by_side() -> None:
    (one,) = found(entry(1, type="offer"), entry(2, type="offer", on="2031-05-03", report="r2"))
    assert (one.matter, one.actor, one.issue, one.option) == ("date", "orla", "fishing", "open-water")
    assert one.claims == (("2031-05-02", ("e1",)), ("2031-05-03", ("e2",)))
    assert one.entries == ("e1", "e2")


def test_a_vaguer_date_that_can_be_the_same_day_is_no_disagreement() -> None:
    assert found(entry(1, type="drop"), entry(2, type="drop", on="2031-04-27/2031-05-03", report="r2")) == []


def test_a_publication_day_claims_nothing_about_the_act() -> None:
    assert (
        found(entry(1, type="offer"), entry(2, type="offer", on="2031-05-03", on_basis="published", report="r2")) == []
    )


def test_a_demand_repeated_on_another_day_is_no_disagreement() -> None:
    assert found(entry(1), entry(2, on="2031-05-03", report="r2")) == []


def test_opposing_assessments_stand_side_by_side() -> None:
    near = entry(1, kind="statement", type="indirect", actor="tamar", touches=(Touch("closeness", "near"),))
    far = entry(2, kind="statement", type="direct", actor=None, touches=(Touch("closeness", "far"),), report="r2")
    (one,) = found(near, far)
    assert (one.matter, one.issue) == ("assessment", "closeness")
    assert one.claims == (("near", ("e1",)), ("far", ("e2",)))
    assert found(near) == []


def test_held_and_excluded_on_one_day_is_a_disagreement_and_on_two_a_change() -> None:
    (one,) = found(entry(1, type="accept"), entry(2, type="reject", report="r2"))
    assert one.matter == "stance"
    assert found(entry(1, type="accept"), entry(2, type="reject", on="2031-05-04", report="r2")) == []


def test_what_is_not_yet_told_is_not_known() -> None:
    later = (entry(1, type="offer"), entry(2, type="offer", on="2031-05-20", report="r2"))
    assert found(*later) == []
