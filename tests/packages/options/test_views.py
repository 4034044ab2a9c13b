"""From entries to views: what was said last, on what terms, and nothing that was not said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagoon import entry, lagoon
from taqrib.errors import Invalid
from taqrib.packages.options import Choice, Space, counts, space_on_record
from taqrib.record import HOLDING, Entry, Touch

DAY = date(2031, 5, 9)
OPEN_WATER = Choice("fishing", "open-water")
JOINT = Choice("patrols", "joint")


def on_record(*entries: Entry, required: dict[str, tuple[Touch, ...]] | None = None, as_of: date = DAY) -> Space:
    return space_on_record(lagoon(), entries, as_of=as_of, required=required)


@pytest.mark.parametrize(
    ("kind", "level", "intensity"),
    [
        ("demand", "wants", "strong"),
        ("accept", "can live with", "weak"),
        ("support", "can live with", "weak"),
        ("offer", "can live with", "weak"),
        ("commit", "can live with", "weak"),
        ("reject", "cannot", "strong"),
        ("reserve", "unknown", None),
        ("drop", "unknown", None),
    ],
)
def test_each_stance_says_one_thing_of_its_option(kind: str, level: str, intensity: str | None) -> None:
    view = on_record(entry(1, type=kind)).views["orla", OPEN_WATER]
    assert (view.level, view.intensity, view.entries) == (level, intensity, ("e1",))


def test_who_says_nothing_is_unknown_on_everything_and_demanding_one_option_excludes_no_other() -> None:
    space = on_record(entry(1))
    assert {space.level("venn", choice) for choice in space.choices} == {"unknown"}
    assert space.level("orla", Choice("fishing", "north-bank")) == "unknown"
    assert counts(space).possible.at_least == 4


def test_the_last_word_counts_and_a_later_day_is_not_known_yet() -> None:
    said = [entry(1, type="reject"), entry(2, type="accept", on="2031-05-06")]
    assert on_record(*said).level("orla", OPEN_WATER) == "can live with"
    assert on_record(*said, as_of=date(2031, 5, 5)).level("orla", OPEN_WATER) == "cannot"


def test_options_that_exclude_each_other_held_on_one_day_are_unknown_with_all_entries() -> None:
    held = [
        entry(n, type="accept", touches=(Touch("patrols", o),), report=f"r{n}")
        for n, o in ((1, "joint"), (2, "neutral"))
    ]
    views = space_on_record(lagoon(), held, as_of=DAY).views
    for option in ("joint", "neutral"):
        view = views["orla", Choice("patrols", option)]
        assert (view.level, view.entries) == ("unknown", ("e1", "e2"))


def test_sources_that_say_and_deny_on_one_day_leave_it_unknown_with_all_entries() -> None:
    view = on_record(entry(1, type="accept"), entry(2, type="reject")).views["orla", OPEN_WATER]
    assert (view.level, view.entries) == ("unknown", ("e1", "e2"))


def test_mediators_exclude_nothing_approvers_do_and_a_spokesman_counts_as_his_side() -> None:
    assert counts(on_record(entry(1, type="reject", actor="tamar"))).possible.at_least == 4
    assert counts(on_record(entry(1, type="reject", actor="premier"))).possible.at_least == 2
    assert on_record(entry(1, type="reject", actor="envoy")).level("venn", OPEN_WATER) == "cannot"


def conditional(**changes: Any) -> Entry:
    return entry(1, **({"type": "condition", "touches": (Touch(*OPEN_WATER),)} | changes))


def test_a_condition_on_another_issue_ties_the_two_and_is_a_wish() -> None:
    space = on_record(conditional(), required={"e1": (Touch(*JOINT),)})
    (condition,) = space.conditions
    assert (condition.holder, condition.choice, condition.requires) == ("orla", OPEN_WATER, (JOINT,))
    assert condition.entries == ("e1",)
    assert space.level("orla", OPEN_WATER) == "can live with"
    assert space.level("orla", JOINT) == "wants"
    assert counts(space).possible.at_least == 3


def test_a_quote_that_holds_both_halves_of_a_condition_makes_it_once() -> None:
    both = conditional(touches=(Touch(*OPEN_WATER), Touch(*JOINT)))
    space = on_record(both, required={"e1": (Touch(*JOINT),)})
    assert [(one.choice, one.requires) for one in space.conditions] == [(OPEN_WATER, (JOINT,))]
    assert (space.level("orla", OPEN_WATER), space.level("orla", JOINT)) == ("can live with", "wants")


@pytest.mark.parametrize("required", [{}, {"e1": (Touch("patrols"),)}, {"e1": (Touch("fishing", "north-bank"),)}])
def test_a_condition_that_no_package_can_meet_leaves_the_option_unknown(required: dict[str, tuple[Touch, ...]]) -> None:
    space = on_record(conditional(), required=required)
    assert space.conditions == ()
    assert (space.level("orla", OPEN_WATER), space.views["orla", OPEN_WATER].entries) == ("unknown", ("e1",))


def test_accepting_later_without_the_condition_ends_it_and_a_bare_report_of_the_same_day_does_not() -> None:
    required = {"e1": (Touch(*JOINT),)}
    later = on_record(conditional(), entry(2, type="accept", on="2031-05-06"), required=required)
    assert later.conditions == ()
    same_day = on_record(conditional(), entry(2, type="accept", report="r2"), required=required)
    assert len(same_day.conditions) == 1


@given(st.lists(st.tuples(st.sampled_from(["orla", "venn"]), st.sampled_from(sorted(HOLDING)), st.integers(1, 8))))
@settings(deadline=None)
def test_swapping_the_parties_swaps_their_views_and_no_count(stances: list[tuple[str, str, int]]) -> None:
    said = [
        entry(number, actor=actor, type=kind, on=f"2031-05-{day:02}")
        for number, (actor, kind, day) in enumerate(stances, 1)
    ]
    other = {"orla": "venn", "venn": "orla"}
    mirrored = on_record(*(replace(one, actor=other[one.actor or ""]) for one in said))
    space = on_record(*said)
    assert counts(mirrored) == counts(space)
    for (holder, choice), view in space.views.items():
        assert mirrored.views[other[holder], choice] == replace(view, holder=other[holder])


def test_a_case_without_issues_has_no_packages_and_says_so() -> None:
    with pytest.raises(Invalid, match="at least one negotiated issue, found none"):
        space_on_record(replace(lagoon(), issues=()), [], as_of=DAY)
