"""Who moved."""

from __future__ import annotations

from datetime import date

from lagoon import entry, lagoon
from taqrib.positions import Move, Tellings, moves
from taqrib.record import Entry, Touch


def may(last: int, *entries: Entry) -> list[Move]:
    timeline = Tellings(entries)
    return moves(lagoon(), timeline, timeline.days("stance"), as_of=date(2031, 5, last))


def test_a_first_position_is_no_move() -> None:
    assert may(9, entry(1)) == []


def test_repeating_a_demand_is_no_move() -> None:
    assert may(9, entry(1), entry(2, on="2031-05-03"), entry(3, on="2031-05-04", type="condition")) == []


def test_a_demand_dropped_names_what_it_was_and_on_which_words() -> None:
    (move,) = may(4, entry(1), entry(2, type="drop", on="2031-05-04"))
    assert (move.actor, move.issue, move.on) == ("orla", "fishing", "2031-05-04")
    assert move.before is not None
    assert (move.before.stance, move.after.holding) == ("demand", "dropped")
    assert move.entries == ("e1", "e2")


def test_dropping_a_demand_nobody_had_reported_is_still_a_move() -> None:
    (move,) = may(9, entry(1, type="drop"))
    assert move.before is None
    assert move.entries == ("e1",)


def test_a_demand_dropped_that_another_had_long_replaced_is_named_with_its_own_days() -> None:
    demanded = [
        entry(number, touches=(Touch("patrols", option),), on=f"2031-05-0{number}")
        for number, option in ((1, "joint"), (2, "joint"), (4, "neutral"))
    ]
    _, dropped = may(9, *demanded, entry(6, type="drop", touches=(Touch("patrols", "joint"),), on="2031-05-06"))
    assert dropped.before is not None
    assert (dropped.before.option, dropped.before.since, dropped.before.until) == ("joint", "2031-05-01", "2031-05-04")
    assert dropped.entries == ("e1", "e2", "e6")


def test_taking_up_another_option_is_a_move_from_the_first() -> None:
    (move,) = may(9, entry(1), entry(2, type="accept", touches=(Touch("fishing", "north-bank"),), on="2031-05-04"))
    assert move.before is not None
    assert (move.before.option, move.after.option) == ("open-water", "north-bank")


def test_two_options_taken_up_on_one_day_are_no_move() -> None:
    assert may(9, entry(1), entry(2, touches=(Touch("fishing", "north-bank"),))) == []


def test_a_move_is_made_on_its_day() -> None:
    history = (entry(1), entry(2, type="reject", on="2031-05-06"))
    assert may(5, *history) == []
    (move,) = may(9, *history)
    assert move.on == "2031-05-06"


def test_what_two_sources_say_of_one_day_is_a_contradiction_and_no_move() -> None:
    held, refused = entry(1, type="accept"), entry(2, type="reject", report="r2")
    assert may(9, held, refused) == []
    assert may(9, refused, held) == []
    renumbered = (entry(2, type="accept"), entry(1, type="reject", report="r2"))
    assert may(9, *renumbered) == []


def test_a_move_to_the_other_option_starts_from_a_dropped_demand() -> None:
    other = entry(3, type="accept", touches=(Touch("fishing", "north-bank"),), on="2031-05-06")
    dropped, taken_up = may(9, entry(1), entry(2, type="drop", on="2031-05-04"), other)
    assert dropped.after.holding == "dropped"
    assert taken_up.before == dropped.after


def test_another_actor_or_another_issue_is_no_move() -> None:
    assert may(9, entry(1), entry(2, actor="venn", type="reject", on="2031-05-06")) == []
    assert may(9, entry(1), entry(2, touches=(Touch("patrols", "joint"),), on="2031-05-06")) == []


def test_a_move_away_and_back_again_starts_from_what_stood_in_between() -> None:
    to_the_other = entry(2, touches=(Touch("patrols", "neutral"),), on="2031-05-04")
    back = entry(3, touches=(Touch("patrols", "joint"),), on="2031-05-06")
    away, returned = may(9, entry(1, touches=(Touch("patrols", "joint"),)), to_the_other, back)
    assert (away.before and away.before.option, away.after.option, away.after.until) == (
        "joint",
        "neutral",
        "2031-05-06",
    )
    assert (returned.before, returned.after.option) == (away.after, "joint")


def test_a_move_names_every_source_of_what_was_taken_up_until_it_ended() -> None:
    sources = [entry(2, type="drop", on="2031-05-04"), entry(3, type="drop", on="2031-05-05", report="r2")]
    (move, _) = may(9, entry(1), *sources, entry(4, on="2031-05-08"))
    assert (move.after.entries, move.after.until) == (("e2", "e3"), "2031-05-08")


def test_only_the_days_asked_for_are_looked_at() -> None:
    timeline = Tellings([entry(1), entry(2, type="drop", on="2031-05-04"), entry(3, on="2031-05-06")])
    days = [(key, day) for key, day in timeline.days("stance") if day == "2031-05-06"]
    (move,) = moves(lagoon(), timeline, days, as_of=date(2031, 5, 9))
    assert (move.on, move.before and move.before.holding) == ("2031-05-06", "dropped")
