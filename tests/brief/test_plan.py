"""The plan: what is told, in which order, and on what it rests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from brief.imagined import River, entry, position, report
from taqrib.brief import plan
from taqrib.brief.plan import Said, Scheduled, Standing
from taqrib.positions.model import Gap
from taqrib.record.entry import Touch
from taqrib.rounds.model import Round

if TYPE_CHECKING:
    from taqrib.record.entry import Status


def test_the_five_sections_are_always_there() -> None:
    empty = River().material(said=(), moves=(), gaps=(), changed=(), rounds=(), contradictions=())
    made = plan(empty)
    assert [section.name for section in made.sections] == ["moved", "gaps", "next", "disagree", "said"]
    assert not any(section.facts for section in made.sections)
    assert made.cited == ()


def test_statements_go_by_issue_then_by_day_then_by_actor() -> None:
    river = River()
    kept = river.reports["r2"]
    late = {"touches": (Touch("gate"),), "on": "2031-05-09"}
    river.entries |= {
        "e20": entry("e20", kept, "We are", actor="second", **late),
        "e21": entry("e21", kept, "are far", actor="first", **late),
        "e22": entry("e22", kept, "far apart", actor="second", touches=(Touch("gate"),), on="2031-05-08"),
        "e23": entry("e23", kept, "apart", actor="first"),
    }
    facts = plan(river.material(said=("e23", "e20", "e21", "e22", "e6", "e4"))).facts("said")
    assert [fact.entries[0] for fact in facts] == ["e22", "e6", "e21", "e20", "e4", "e23"]


def test_a_statement_quoted_inside_another_is_told_with_it_and_alone_without_it() -> None:
    river = River()
    kept = report("r3", "The envoy said Kerav had refused the gate, and the pilot said no.", language="en")
    river.reports["r3"] = kept
    river.entries |= {
        "e20": entry("e20", kept, "Kerav had refused the gate, and the pilot said no", name="envoy", type="indirect"),
        "e21": entry("e21", kept, "refused the gate", name="Kerav", voice="envoy", type="indirect"),
        "e22": entry("e22", kept, "no", name="pilot", type="indirect"),
    }
    said = ("e20", "e21", "e22")
    outer, other = plan(river.material(said=said)).facts("said")
    assert isinstance(outer, Said)
    assert (outer.parts, outer.entries, other.entries) == (("e20",), ("e20", "e21"), ("e22",))
    del river.entries["e20"]
    assert [fact.entries for fact in plan(river.material(said=said)).facts("said")] == [("e21",), ("e22",)]


def test_statements_quoted_one_inside_the_other_are_told_with_the_outermost() -> None:
    river = River()
    kept = report("r3", "The envoy said the pilot told him that Kerav refused.", language="en")
    river.reports["r3"] = kept
    river.entries |= {
        "e20": entry("e20", kept, "Kerav refused", name="Kerav", voice="pilot", type="indirect"),
        "e21": entry("e21", kept, "Kerav refused", name="pilot", voice="envoy", type="indirect"),
        "e22": entry("e22", kept, "the pilot told him that Kerav refused", name="envoy", type="indirect"),
    }
    facts = plan(river.material(said=("e20", "e21", "e22"))).facts("said")
    assert sorted(fact.entries for fact in facts) == [("e20",), ("e22", "e21")]


def test_a_statement_inside_words_too_long_to_be_shown_is_told_by_itself() -> None:
    river = River()
    kept = report("r3", f"{'upstream ' * 40}the gate is shut", language="en")
    river.reports["r3"] = kept
    river.entries["e20"] = entry("e20", kept, kept.text, name="envoy", type="indirect")
    river.entries["e21"] = entry("e21", kept, "the gate is shut", name="Kerav", voice="envoy", type="indirect")
    assert len(plan(river.material(said=("e20", "e21"))).facts("said")) == 2


def test_removing_an_entry_removes_every_fact_that_rests_on_it() -> None:
    river = River()
    assert "e8" in plan(river.material()).cited
    without = plan(river.without("e8").material())
    assert "e8" not in without.cited
    assert without.facts("moved") == ()


def test_a_row_that_lost_an_entry_says_unknown_and_its_cell_is_empty() -> None:
    river = River()
    equal = position("first", "share", "equal", "demand", "2031-05-08", "e1")
    also = position("second", "share", "equal", "accept", "2031-05-09", "e8")
    gaps = (Gap(issue="share", state="agreed", cells={"first": (equal,), "second": (also,)}),)
    (whole,) = plan(river.material(gaps=gaps)).facts("gaps")
    (less,) = plan(river.without("e8").material(gaps=gaps)).facts("gaps")
    assert isinstance(whole, Standing)
    assert isinstance(less, Standing)
    assert whole.gap.state == "agreed"
    assert less.gap.state == "unknown"
    assert less.gap.cells == {"first": (equal,), "second": ()}


def test_an_entry_without_its_report_is_not_told() -> None:
    river = River()
    del river.reports["r1"]
    assert set(plan(river.material()).cited) == {"e1", "e3", "e4", "e5"}


def test_an_entry_whose_span_no_longer_holds_its_quote_is_not_told() -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], span=(0, 4))
    assert "e6" not in plan(river.material()).cited


@pytest.mark.parametrize("status", ["proposed", "rejected"])
def test_what_nobody_accepted_is_not_told(status: Status) -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], status=status)
    assert "e6" not in plan(river.material()).cited


def test_an_announced_meeting_has_passed_only_when_its_last_possible_day_has() -> None:
    def is_passed(when: str | None, status: str = "announced") -> bool:
        round_ = Round(type="meet", when=when, place=None, status=status, actors=(), entries=("e5",))
        (fact,) = plan(River().material(rounds=(round_,))).facts("next")
        assert isinstance(fact, Scheduled)
        return fact.passed

    assert is_passed("2031-05-08")
    assert not is_passed("2031-05-09")
    assert is_passed("2031-05-08", "possible")
    assert not is_passed("2031-05-08/2031-05-10")
    assert not is_passed("2031-05")
    assert not is_passed(None)
    assert not is_passed("2031-05-08", "held")


def test_rounds_to_come_stand_before_those_that_are_over() -> None:
    def round_(when: str | None, status: str) -> Round:
        return Round(type="meet", when=when, place=None, status=status, actors=(), entries=("e5",))

    over = [round_("2031-05-06", "held"), round_("2031-05-07", "announced"), round_("2031-05-09", "held")]
    ahead = [round_("2031-05-09", "announced"), round_("2031-05-11", "cancelled"), round_(None, "possible")]
    facts = plan(River().material(rounds=(*over, *ahead))).facts("next")
    assert [fact.round for fact in facts if isinstance(fact, Scheduled)] == [*ahead, *over]


def test_a_meeting_that_another_round_may_be_is_not_said_to_be_unreported() -> None:
    announced = Round(
        type="meet", when="2031-05-07/2031-05-08", place=None, status="announced", actors=(), entries=("e11",)
    )

    def unreported(**other: Any) -> bool:
        held = Round(**{"place": None, "status": "held", "actors": (), "entries": ("e5",), **other})
        facts = plan(River().material(rounds=(announced, held))).facts("next")
        return any(isinstance(fact, Scheduled) and fact.unreported for fact in facts)

    assert not unreported(type="talks", when="2031-05-08")
    assert not unreported(type="meet", when="2031-05")
    assert unreported(type="meet", when="2031-05-09")
    assert unreported(type="meet", when=None)
    assert unreported(type="travel", when="2031-05-08")
    assert unreported(type="meet", when="2031-05-08", status="cancelled")


def test_the_quotes_come_in_the_order_of_their_numbers() -> None:
    cited = plan(River().material()).cited
    assert cited == tuple(f"e{number}" for number in range(1, 12))


def test_the_columns_of_the_matrix_are_in_the_order_of_the_case() -> None:
    held = (position("council", "share", None, "offer", None, "e1"),)
    gaps = (Gap(issue="share", state="unknown", cells={"council": held, "second": (), "first": ()}),)
    assert plan(River().material(gaps=gaps)).columns == ("first", "second", "council")


def test_a_party_has_a_column_though_nothing_is_on_record_and_others_are_named_beneath() -> None:
    made = plan(River().material())
    assert (made.columns, made.silent) == (("first", "second"), ("council",))
