"""Who moved."""

from __future__ import annotations

from datetime import date

from lagoon import entry, lagoon
from taqrib.positions import Move, moves
from taqrib.record import Entry, Touch


def may(first: int, last: int, *entries: Entry) -> list[Move]:
    return moves(lagoon(), entries, since=date(2031, 5, first), until=date(2031, 5, last))


def test_a_first_position_is_no_move() -> None:
    assert may(1, 9, entry(1)) == []


def test_repeating_a_demand_is_no_move() -> None:
    assert may(1, 9, entry(1), entry(2, on="2031-05-03"), entry(3, on="2031-05-04", type="condition")) == []


def test_a_demand_dropped_names_what_it_was_and_on_which_words() -> None:
    (move,) = may(4, 4, entry(1), entry(2, type="drop", on="2031-05-04"))
    assert (move.actor, move.issue, move.on) == ("orla", "fishing", "2031-05-04")
    assert move.before is not None
    assert (move.before.stance, move.after.holding) == ("demand", "dropped")
    assert move.entries == ("e1", "e2")


def test_dropping_a_demand_nobody_had_reported_is_still_a_move() -> None:
    (move,) = may(1, 9, entry(1, type="drop"))
    assert move.before is None
    assert move.entries == ("e1",)


def test_taking_up_another_option_is_a_move_from_the_first() -> None:
    (move,) = may(3, 9, entry(1), entry(2, type="accept", touches=(Touch("fishing", "north-bank"),), on="2031-05-04"))
    assert move.before is not None
    assert (move.before.option, move.after.option) == ("open-water", "north-bank")


def test_two_options_taken_up_on_one_day_are_no_move() -> None:
    assert may(1, 9, entry(1), entry(2, touches=(Touch("fishing", "north-bank"),))) == []


def test_a_move_belongs_to_its_day() -> None:
    history = (entry(1), entry(2, type="reject", on="2031-05-06"))
    assert may(1, 5, *history) == []
    assert may(7, 9, *history) == []
    assert len(may(6, 6, *history)) == 1


def test_another_actor_or_another_issue_is_no_move() -> None:
    assert may(1, 9, entry(1), entry(2, actor="venn", type="reject", on="2031-05-06")) == []
    assert may(1, 9, entry(1), entry(2, touches=(Touch("patrols", "joint"),), on="2031-05-06")) == []
