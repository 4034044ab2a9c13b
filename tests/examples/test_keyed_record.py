"""What the example cases show once a careful reader's stances are accepted: the states they were written to show."""

from __future__ import annotations

from datetime import date
from functools import cache

from examples.reading_keys import case_of, keyed, stems
from taqrib.positions import Move, Tellings, contradictions, gap_matrix, moves
from taqrib.record import Entry, Touch


@cache
def entries(case: str) -> tuple[Entry, ...]:
    """The stances and assessments of a case's keys, as accepted entries."""
    found: list[Entry] = []
    for number, stem in enumerate(stems(case), 1):
        one = keyed(case, stem)
        published = one.report.published.isoformat() if one.report.published else None
        for kind, part in (("statement", "statements"), ("stance", "stances")):
            for item in one.key[part]:
                span = one.span(item)
                day = item.get("day") or item.get("said")
                found.append(
                    Entry(
                        id=f"e{len(found) + 1}",
                        report=f"r{number}",
                        kind="stance" if kind == "stance" else "statement",
                        type=item.get("kind") or item.get("mode", "indirect"),
                        span=span,
                        quote=one.report.text[slice(*span)],
                        name=item.get("holder") or item.get("speaker"),
                        actor=item.get("actor"),
                        voice=None,
                        voice_actor=None,
                        touches=tuple(
                            Touch(issue, option or None)
                            for issue, _, option in (touch.partition(":") for touch in item.get("touches", ()))
                        ),
                        on=day or published,
                        on_basis="text" if day else "published",
                        status="accepted",
                        finding={},
                        certainty=1.0,
                    )
                )
    return tuple(found)


def states(case: str, day: date) -> dict[str, str]:
    return {gap.issue: gap.state for gap in gap_matrix(case_of(case), Tellings(entries(case)), as_of=day)}


def moved(case: str, day: date) -> list[Move]:
    timeline = Tellings(entries(case))
    return moves(case_of(case), timeline, timeline.days("stance"), as_of=day)


def test_the_strait_shows_every_state_a_gap_can_have() -> None:
    end = states("strait", date(2008, 7, 25))
    assert end == {
        "fishing": "bridgeable",
        "lighthouse": "open",
        "crews": "agreed",
        "charts": "bridgeable",
        "monitors": "unknown",
        "guarantees": "unknown",
    }


def test_the_crews_are_agreed_only_after_both_parties_moved() -> None:
    assert states("strait", date(2008, 7, 6))["crews"] != states("strait", date(2008, 7, 7))["crews"] == "agreed"
    on_the_day = [move for move in moved("strait", date(2008, 7, 7)) if move.on == "2008-07-07"]
    dropped = [move for move in on_the_day if move.issue == "crews" and move.after.holding == "dropped"]
    assert {move.actor for move in dropped} == {"marendia", "ondaria"}
    assert all(move.before for move in dropped)


def test_one_party_is_on_no_record_so_the_truce_stays_unknown_in_every_row() -> None:
    assert set(states("truce-2024", date(2024, 7, 10)).values()) == {"unknown"}
    for gap in gap_matrix(case_of("truce-2024"), Tellings(entries("truce-2024")), as_of=date(2024, 7, 10)):
        assert gap.cells["israel"] == gap.cells["israel-pm"] == ()


def test_the_demand_stands_until_the_sixth_of_july_and_is_then_a_move() -> None:
    def standing(day: date) -> set[tuple[str | None, str]]:
        row = next(
            gap
            for gap in gap_matrix(case_of("truce-2024"), Tellings(entries("truce-2024")), as_of=day)
            if gap.issue == "ceasefire"
        )
        return {(position.option, position.holding) for position in row.cells["hamas"]}

    assert ("permanent-first", "holds") in standing(date(2024, 7, 5))
    assert {("permanent-first", "dropped"), ("first-phase", "holds")} <= standing(date(2024, 7, 6))
    assert (None, "dropped") in standing(date(2024, 7, 6)), "the report that lost the qualifier names no option"
    assert standing(date(2024, 7, 6)) == standing(date(2024, 7, 7))
    until_the_sixth, until_the_seventh = (moved("truce-2024", date(2024, 7, day)) for day in (6, 7))
    assert until_the_sixth == until_the_seventh


def test_two_dates_of_one_offer_and_agreement_against_gaps_stand_side_by_side() -> None:
    found = contradictions(case_of("truce-2024"), entries("truce-2024"), as_of=date(2024, 7, 10))
    matters = {(one.matter, one.issue, tuple(claim for claim, _ in one.claims)) for one in found}
    assert ("date", "majority", ("2024-07-08", "2024-07-09")) in matters
    assert any(matter == "assessment" and set(claims) >= {"gaps", "many-points"} for matter, _, claims in matters)
