"""Retracting and undoing, and two analysts who disagree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import Conflict, Invalid, NotFound
from taqrib.record import Added, Place, Record, Touch, Verified, Vote
from taqrib.record.proposals import Proposal

LATER = date(2031, 5, 9)


@pytest.fixture
def three(record: Record) -> Record:
    """Three proposed entries of one report."""
    record.add(a_report(), no_findings(), [a_proposal(0, 4), a_proposal(5, 10), a_proposal(11, 13)], by="nour")
    return record


def statuses(record: Record) -> list[str]:
    return [entry.status for entry in record.entries()]


# ---------------------------------------------------------------------- deciding


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": 7},
        {"actor": ["orla"]},
        {"touches": "fishing"},
        {"touches": (("fishing",),)},
        {"touches": ((1, None),)},
        {"touches": 5},
        {"qualifiers": "permanent"},
        {"qualifiers": (1,)},
        {"on": 2031},
        {"claim_grade": 2},
        {"claim_grade": "7"},
        {"claim_grade": "٢"},
    ],
)
def test_what_is_no_change_is_refused_before_it_is_on_record(three: Record, changes: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        three.decide("e1", "amend", by="nour", changes=changes)
    assert statuses(three) == ["proposed"] * 3


def test_an_amendment_keeps_its_type_when_it_is_read_again(three: Record, whole: Callable[[], Verified]) -> None:
    changes = {
        "touches": (Touch("patrols", "joint"), Touch("fishing")),
        "qualifiers": ("permanent",),
        "claim_grade": "2",
    }
    amended = three.decide("e1", "amend", by="nour", changes=changes)
    assert (amended.touches, amended.qualifiers, amended.claim_grade) == tuple(changes.values())
    assert three.entry("e1") == amended
    whole()


def test_two_analysts_who_disagree_are_both_on_record_and_named(three: Record) -> None:
    three.decide("e1", "accept", by="sami")
    assert not three.entry("e1").disputed
    three.decide("e1", "reject", by="nour")
    stood = three.entry("e1")
    assert stood.votes == (Vote("nour", "rejected", {}), Vote("sami", "accepted", {}))
    assert (stood.status, stood.disputed) == ("rejected", True)
    with three.view() as view:
        assert [entry.id for entry in view.disputed()] == ["e1"]
    assert not three.decide("e1", "accept", by="nour").disputed
    with three.view() as view:
        assert view.disputed() == []


def test_who_amends_otherwise_disagrees_and_who_only_accepts_does_not(three: Record) -> None:
    three.decide("e1", "amend", by="sami", changes={"actor": "venn"})
    assert not three.decide("e1", "accept", by="nour").disputed
    assert three.entry("e1").actor == "venn"
    assert three.decide("e1", "amend", by="nour", changes={"actor": "tamar"}).disputed
    assert not three.decide("e1", "amend", by="sami", changes={"actor": "tamar"}).disputed


# ---------------------------------------------------------------------- retracting


def test_what_is_retracted_stays_and_does_not_count(three: Record, whole: Callable[[], Verified]) -> None:
    three.accept_proposed(by="nour")
    assert three.retract("e2", by="sami", why="misheard") == ("e2",)
    assert statuses(three) == ["accepted", "retracted", "accepted"]
    retracted = three.entry("e2")
    assert (retracted.decided_by, retracted.quote) == ("sami", "wants")
    assert three.history("e2")[-1].body == {"why": "misheard"}
    assert [entry.id for entry in three.entries(status="accepted")] == ["e1", "e3"]
    whole()


def test_a_report_is_retracted_with_all_that_still_counts(three: Record, whole: Callable[[], Verified]) -> None:
    three.decide("e1", "reject", by="nour")
    three.decide("e2", "accept", by="nour")
    assert three.retract("r1", by="sami", why="the outlet took it back") == ("e2", "e3")
    assert statuses(three) == ["rejected", "retracted", "retracted"]
    assert three.report("r1").retracted
    assert three.history("r1")[-1].body["why"] == "the outlet took it back"
    whole()


def test_nothing_is_retracted_twice_without_a_reason_or_by_nobody(three: Record) -> None:
    for subject in ("e1", "r1"):
        with pytest.raises(Invalid, match="--why"):
            three.retract(subject, by="nour", why=" ")
        with pytest.raises(Invalid, match="--by"):
            three.retract(subject, by="", why="misheard")
        three.retract(subject, by="nour", why="misheard")
        with pytest.raises(Conflict, match="retracted"):
            three.retract(subject, by="nour", why="misheard")
    for nothing in ("e9", "r9", "lagoon", ""):
        with pytest.raises(NotFound):
            three.retract(nothing, by="nour", why="misheard")


@pytest.mark.parametrize("only_if", [None, "proposed", "accepted", "retracted"])
def test_nobody_decides_on_what_is_retracted(three: Record, only_if: Any) -> None:
    three.retract("e1", by="sami", why="misheard")
    with pytest.raises(Conflict, match="found it retracted by sami"):
        three.decide("e1", "accept", by="nour", only_if=only_if)
    assert three.accept_proposed(by="nour") == ("e2", "e3")


# ---------------------------------------------------------------------- undoing


def test_undoing_is_a_new_row_and_what_was_decided_stays_on_record(
    three: Record, whole: Callable[[], Verified]
) -> None:
    before = three.entry("e1")
    three.decide("e1", "amend", by="nour", changes={"actor": "venn", "on": "2031-05-01"}, why="as she told us")
    assert three.undo(by="nour") == ("e1",)
    assert three.entry("e1") == before
    assert [(row.act, row.by) for row in three.history("e1")] == [
        ("propose", "reading"),
        ("amend", "nour"),
        ("undo", "nour"),
    ]
    assert three.history("e1")[1].body["why"] == "as she told us"
    assert three.decide("e1", "accept", by="nour").status == "accepted"
    whole()


def test_undoing_twice_undoes_the_last_two_also_of_one_entry(three: Record, whole: Callable[[], Verified]) -> None:
    proposed = three.entry("e1")
    three.decide("e1", "accept", by="nour")
    accepted = three.entry("e1")
    three.decide("e2", "reject", by="nour")
    three.decide("e1", "reject", by="nour")
    assert three.undo(by="nour") == ("e1",)
    assert three.entry("e1") == accepted
    assert three.undo(by="nour") == ("e2",)
    assert three.undo(by="nour") == ("e1",)
    assert three.entry("e1") == proposed
    with pytest.raises(NotFound, match="found none"):
        three.undo(by="nour")
    whole()


def test_what_is_decided_after_undoing_can_be_undone_in_its_turn(three: Record, whole: Callable[[], Verified]) -> None:
    three.decide("e1", "accept", by="nour")
    three.undo(by="nour")
    three.decide("e1", "reject", by="nour")
    three.undo(by="nour")
    assert statuses(three) == ["proposed"] * 3
    with pytest.raises(NotFound):
        three.undo(by="nour")
    whole()


def test_all_that_was_accepted_at_once_is_undone_at_once(three: Record, whole: Callable[[], Verified]) -> None:
    three.decide("e2", "reject", by="nour")
    three.accept_proposed(by="nour")
    assert three.undo(by="nour") == ("e1", "e3")
    assert statuses(three) == ["proposed", "rejected", "proposed"]
    assert three.undo(by="nour") == ("e2",)
    whole()


def test_a_retraction_is_undone_and_each_entry_stands_as_it_did(three: Record, whole: Callable[[], Verified]) -> None:
    three.decide("e1", "accept", by="sami")
    three.decide("e2", "amend", by="sami", changes={"actor": "venn"})
    before = three.entries()
    three.retract("r1", by="nour", why="taken back")
    three.undo(by="nour")
    assert three.entries() == before
    assert not three.report("r1").retracted
    three.retract("e2", by="nour", why="misheard")
    three.undo(by="nour")
    assert three.entries() == before
    assert three.undo(by="sami") == ("e2",)
    whole()


def test_what_a_colleague_decided_since_is_never_undone(three: Record, whole: Callable[[], Verified]) -> None:
    three.accept_proposed(by="nour")
    three.decide("e2", "reject", by="sami")
    before = whole()
    with pytest.raises(Conflict, match=r"entry e2: .* found 'reject' by sami since"):
        three.undo(by="nour")
    assert (whole(), statuses(three)) == (before, ["accepted", "rejected", "accepted"])
    assert three.undo(by="sami") == ("e2",)
    assert three.undo(by="nour") == ("e1", "e2", "e3")
    whole()


def test_a_colleagues_decisions_are_not_mine_to_undo(three: Record) -> None:
    three.decide("e1", "accept", by="nour")
    with pytest.raises(NotFound, match="expected a decision of sami"):
        three.undo(by="sami")
    with pytest.raises(Invalid, match="--by"):
        three.undo(by=" ")
    assert statuses(three)[0] == "accepted"


def test_votes_and_disputes_stand_as_before_after_undoing(three: Record, whole: Callable[[], Verified]) -> None:
    three.decide("e1", "accept", by="sami")
    three.decide("e1", "reject", by="nour")
    three.undo(by="nour")
    stood = three.entry("e1")
    assert (stood.status, stood.disputed, stood.decided_by) == ("accepted", False, "sami")
    assert stood.votes == (Vote("sami", "accepted", {}),)
    three.decide("e1", "reject", by="nour")
    three.decide("e1", "accept", by="nour")
    three.undo(by="nour")
    assert three.entry("e1").disputed
    assert three.entry("e1").votes == (Vote("nour", "rejected", {}), Vote("sami", "accepted", {}))
    whole()


def test_undoing_leaves_a_correction_made_since(three: Record, whole: Callable[[], Verified]) -> None:
    three.accept_proposed(by="nour")
    proposed = [a_proposal(start, end, on="2031-05-09") for start, end in ((0, 4), (5, 10), (11, 13))]
    three.add(a_report(published=LATER, title="Nets"), no_findings(published=LATER), proposed, by="sami")
    assert {entry.on for entry in three.entries()} == {"2031-05-09"}
    assert three.undo(by="nour") == ("e1", "e2", "e3")
    assert [(entry.status, entry.on) for entry in three.entries()] == [("proposed", "2031-05-09")] * 3
    whole()


def test_undoing_a_retraction_leaves_a_correction_made_since(three: Record, whole: Callable[[], Verified]) -> None:
    three.accept_proposed(by="nour")
    three.retract("r1", by="nour", why="taken back")
    proposed = [a_proposal(start, end, on="2031-05-09") for start, end in ((0, 4), (5, 10), (11, 13))]
    three.add(a_report(published=LATER, title="Nets"), no_findings(published=LATER), proposed, by="sami")
    three.undo(by="nour")
    kept = three.report("r1")
    assert (kept.retracted, kept.title, kept.published) == (False, "Nets", "2031-05-09")
    assert [(entry.status, entry.on) for entry in three.entries()] == [("accepted", "2031-05-09")] * 3
    whole()


def test_a_colleagues_decision_is_seen_behind_a_correction_made_after_it(three: Record) -> None:
    three.decide("e1", "accept", by="nour")
    three.decide("e1", "reject", by="sami")
    proposed = [a_proposal(start, end, on="2031-05-09") for start, end in ((0, 4), (5, 10), (11, 13))]
    three.add(a_report(published=LATER), no_findings(published=LATER), proposed, by="nour")
    with pytest.raises(Conflict, match="found 'reject' by sami since"):
        three.undo(by="nour")


def test_an_amended_date_that_is_undone_is_the_reports_day_as_it_is_known_now(
    three: Record, whole: Callable[[], Verified]
) -> None:
    three.decide("e1", "amend", by="nour", changes={"on": "2031-04"})
    proposed = [a_proposal(start, end, on="2031-05-09") for start, end in ((0, 4), (5, 10), (11, 13))]
    three.add(a_report(published=LATER), no_findings(published=LATER), proposed, by="sami")
    assert three.entry("e1").on == "2031-04"
    three.undo(by="nour")
    assert (three.entry("e1").on, three.entry("e1").on_basis) == ("2031-05-09", "published")
    whole()


def test_what_was_removed_is_passed_over_and_the_rest_of_it_undone(
    three: Record, whole: Callable[[], Verified]
) -> None:
    three.add(a_report("Venn waits."), no_findings(), [a_proposal(0, 4)], by="nour")
    three.accept_proposed(by="nour")
    three.decide("e1", "reject", by="nour")
    three.undo(by="nour")
    three.remove("r1", by="sami", why="asked to")
    assert three.undo(by="nour") == ("e4",)
    with pytest.raises(NotFound, match="found none"):
        three.undo(by="nour")
    whole()


def test_an_entry_of_a_retracted_report_never_counts_again_before_the_report_does(three: Record) -> None:
    three.accept_proposed(by="nour")
    three.retract("e1", by="nour", why="misread")
    three.decide("e2", "reject", by="nour")
    three.retract("r1", by="sami", why="taken back")
    for attempt in (
        lambda: three.undo(by="nour"),
        lambda: three.decide("e2", "accept", by="sami"),
        lambda: three.decide("e3", "amend", by="sami", changes={"on": "2031-05-03"}),
    ):
        with pytest.raises(Conflict, match="retracted by sami"):
            attempt()
    assert statuses(three) == ["retracted", "rejected", "retracted"]
    three.undo(by="sami")
    three.undo(by="nour")
    assert statuses(three) == ["retracted", "accepted", "accepted"]


def test_what_a_retracted_report_proposes_later_is_not_accepted_with_the_rest(three: Record) -> None:
    three.retract("r1", by="sami", why="taken back")
    proposed = [a_proposal(3, 9, on="2031-05-09")]
    three.add(a_report(published=LATER), no_findings(published=LATER), proposed, by="sami")
    assert statuses(three)[-1] == "proposed"
    assert three.accept_proposed(by="nour") == ()


def test_an_entry_read_from_another_day_of_its_report_is_not_undecided_again(three: Record) -> None:
    three.add(a_report("Venn waits."), no_findings(), [a_proposal(0, 4, on="2031-05-01", on_basis="text")], by="nour")
    three.decide("e4", "accept", by="nour")
    three.add(a_report("Venn waits.", published=LATER), no_findings(published=LATER), [], by="sami")
    with pytest.raises(Conflict, match=r"e4: .* its day of publication corrected; decide on the entry again"):
        three.undo(by="nour")
    assert three.entry("e4").status == "accepted"


@pytest.fixture
def dated(record: Record) -> Record:
    """Three entries with dates that reading counted from the day of publication: "on Wednesday"."""
    record.add(a_report(), no_findings(), spoken("2031-05-01"), by="nour")
    return record


def spoken(on: str) -> list[Proposal]:
    return [a_proposal(start, end, on=on, on_basis="text") for start, end in ((0, 4), (5, 10), (11, 13))]


def read_for_later(record: Record) -> Added:
    return record.add(a_report(published=LATER), no_findings(published=LATER), spoken("2031-05-08"), by="sami")


def test_a_retracted_report_whose_day_is_corrected_comes_back_as_it_reads_now(
    dated: Record, whole: Callable[[], Verified]
) -> None:
    dated.decide("e1", "accept", by="nour")
    dated.retract("r1", by="nour", why="taken back")
    assert read_for_later(dated).doubtful == ("e1",)  # accepted once: an analyst vouched for its date
    assert dated.undo(by="nour") == ("r1",)
    assert [(entry.status, entry.on) for entry in dated.entries()] == [
        ("accepted", "2031-05-01"),
        ("withdrawn", "2031-05-01"),
        ("withdrawn", "2031-05-01"),
        ("proposed", "2031-05-08"),
        ("proposed", "2031-05-08"),
    ]
    whole()


def test_what_was_retracted_undecided_is_read_anew_and_decided_on_there(
    dated: Record, whole: Callable[[], Verified]
) -> None:
    dated.retract("e1", by="nour", why="misread")
    assert read_for_later(dated).entries == ("e4", "e5", "e6")
    with pytest.raises(Conflict, match="withdrawn because the day of r1 was corrected; decide on what is proposed"):
        dated.undo(by="nour")
    assert dated.decide("e4", "accept", by="nour").on == "2031-05-08"
    whole()


def test_what_was_accepted_and_then_rejected_does_not_return_with_a_date_from_the_old_day(dated: Record) -> None:
    dated.decide("e1", "accept", by="nour")
    dated.decide("e1", "reject", by="nour")
    read_for_later(dated)
    with pytest.raises(Conflict, match=r"e1: .* its day of publication corrected; decide on the entry again"):
        dated.undo(by="nour")
    assert dated.decide("e1", "amend", by="nour", changes={"on": "2031-05-08"}).status == "accepted"


def test_what_was_amended_is_undone_though_the_day_was_corrected_for_its_date_was_named(dated: Record) -> None:
    dated.decide("e1", "accept", by="nour")
    dated.decide("e1", "amend", by="nour", changes={"claim_grade": "2"})
    assert read_for_later(dated).doubtful == ("e1",)
    dated.undo(by="nour")
    assert (dated.entry("e1").status, dated.entry("e1").claim_grade) == ("accepted", None)


def test_undoing_after_a_removal_undoes_nothing_else(three: Record) -> None:
    three.add(a_report("Venn waits."), no_findings(), [a_proposal(0, 4)], by="nour")
    three.accept_proposed(by="nour")
    three.remove("r1", by="nour", why="asked to")
    with pytest.raises(Conflict, match="to remove r1 for good, which nothing undoes"):
        three.undo(by="nour")
    assert three.entry("e4").status == "accepted"


def test_decisions_of_one_moment_are_undone_one_by_one(place: Place, path: Path) -> None:
    """A clock that stands still, or goes backwards, does not make two decisions one."""
    still = datetime(2031, 5, 2, 8, 0, tzinfo=UTC)
    record = Record.create(place, case="lagoon", by="nour", originals=path.parent / "reports", clock=lambda: still)
    record.add(a_report(), no_findings(), [a_proposal(0, 4), a_proposal(5, 10)], by="nour")
    record.decide("e1", "accept", by="nour")
    record.decide("e2", "accept", by="nour")
    assert record.undo(by="nour") == ("e2",)
    assert statuses(record) == ["accepted", "proposed"]
    record.close()
