"""The gap matrix."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagoon import entry, lagoon
from taqrib.positions import Tellings, gap_matrix, states
from taqrib.record import HOLDING, Entry, Touch

DAY = date(2031, 5, 9)


def state(*stances: tuple[str, str, str]) -> str:
    """The state of the fishing row after stances of (actor, kind, option), a day apart each."""
    entries = [
        entry(number, actor=actor, type=kind, touches=(Touch("fishing", option),), on=f"2031-05-{number:02}")
        for number, (actor, kind, option) in enumerate(stances, 1)
    ]
    return gap_matrix(lagoon(), Tellings(entries), as_of=DAY)[0].state


def test_every_negotiated_issue_is_a_row_and_every_negotiator_a_column() -> None:
    rows = gap_matrix(lagoon(), Tellings([]), as_of=DAY)
    assert [row.issue for row in rows] == ["fishing", "patrols"]
    assert list(rows[0].cells) == ["orla", "venn", "tamar", "premier"]
    assert {cell for row in rows for cell in row.cells.values()} == {()}
    assert {row.state for row in rows} == {"unknown"}


@pytest.mark.parametrize(
    ("expected", "stances"),
    [
        ("unknown", [("orla", "accept", "open-water")]),
        ("unknown", [("orla", "accept", "open-water"), ("tamar", "accept", "open-water")]),
        ("unknown", [("orla", "accept", "open-water"), ("venn", "drop", "north-bank")]),
        ("agreed", [("orla", "accept", "open-water"), ("venn", "demand", "open-water")]),
        ("bridgeable", [("orla", "accept", "open-water"), ("venn", "condition", "open-water")]),
        ("bridgeable", [("orla", "accept", "open-water"), ("venn", "reserve", "open-water")]),
        ("bridgeable", [("orla", "demand", "open-water"), ("venn", "demand", "north-bank")]),
        ("open", [("orla", "demand", "open-water"), ("venn", "reject", "open-water")]),
        ("open", [("venn", "reject", "open-water"), ("orla", "demand", "open-water")]),
        (
            "agreed",
            [("venn", "reject", "open-water"), ("orla", "demand", "open-water"), ("venn", "accept", "open-water")],
        ),
        (
            "bridgeable",
            [("orla", "accept", "open-water"), ("orla", "accept", "north-bank"), ("venn", "reject", "open-water")],
        ),
    ],
)
def test_a_row_is_what_the_parties_stances_make_it(expected: str, stances: list[tuple[str, str, str]]) -> None:
    assert state(*stances) == expected


def test_a_party_that_sources_contradict_each_other_about_agrees_to_nothing() -> None:
    entries = [entry(1, type="accept"), entry(2, type="reject", report="r2"), entry(3, actor="venn", type="accept")]
    assert gap_matrix(lagoon(), Tellings(entries), as_of=DAY)[0].state != "agreed"


def test_a_party_that_holds_what_cannot_be_true_together_agrees_to_neither() -> None:
    def held(*options: tuple[str, str]) -> str:
        entries = [
            entry(number, actor=actor, type="accept", touches=(Touch("patrols", option),), report=f"r{number}")
            for number, (actor, option) in enumerate(options, 1)
        ]
        return {row.issue: row.state for row in gap_matrix(lagoon(), Tellings(entries), as_of=DAY)}["patrols"]

    assert held(("orla", "joint"), ("venn", "joint")) == "agreed"
    assert held(("orla", "joint"), ("venn", "joint"), ("venn", "neutral")) == "bridgeable"


def test_a_reservation_beside_an_acceptance_keeps_an_issue_from_being_agreed() -> None:
    entries = [entry(1, type="accept"), entry(2, actor="venn", type="accept"), entry(3, actor="venn", type="reserve")]
    assert gap_matrix(lagoon(), Tellings(entries), as_of=DAY)[0].state == "bridgeable"
    assert gap_matrix(lagoon(), Tellings(entries[:2]), as_of=DAY)[0].state == "agreed"


def test_every_cell_names_its_entries() -> None:
    row = gap_matrix(lagoon(), Tellings([entry(3), entry(1, actor="venn")]), as_of=DAY)[0]
    assert row.cells["orla"][0].entries == ("e3",)
    assert row.entries == ("e1", "e3")


def stances() -> st.SearchStrategy[list[Entry]]:
    one = st.tuples(
        st.sampled_from(["orla", "venn", "tamar", "premier"]),
        st.sampled_from(sorted(HOLDING)),
        st.sampled_from([Touch("fishing", "open-water"), Touch("fishing", "north-bank"), Touch("patrols", "joint")]),
        st.integers(1, 8),
    )
    return st.lists(one, max_size=12).map(
        lambda several: [
            entry(number, actor=actor, type=kind, touches=(touch,), on=f"2031-05-{day:02}")
            for number, (actor, kind, touch, day) in enumerate(several, 1)
        ]
    )


@given(stances())
def test_swapping_the_parties_swaps_their_cells_and_no_state(entries: list[Entry]) -> None:
    from dataclasses import replace

    other = {"orla": "venn", "venn": "orla"}
    mirrored = [replace(one, actor=other.get(one.actor or "", one.actor)) for one in entries]
    for row, image in zip(
        gap_matrix(lagoon(), Tellings(entries), as_of=DAY),
        gap_matrix(lagoon(), Tellings(mirrored), as_of=DAY),
        strict=True,
    ):
        assert row.state == image.state
        for actor, cell in row.cells.items():
            mirror = image.cells[other.get(actor, actor)]
            assert [position.entries for position in cell] == [position.entries for position in mirror]


@given(stances())
def test_the_order_in_which_entries_arrive_changes_nothing(entries: list[Entry]) -> None:
    assert gap_matrix(lagoon(), Tellings(entries), as_of=DAY) == gap_matrix(
        lagoon(), Tellings(entries[::-1]), as_of=DAY
    )


@given(stances())
def test_where_issues_stand_is_told_alike_with_and_without_the_cells(entries: list[Entry]) -> None:
    matrix = gap_matrix(lagoon(), Tellings(entries), as_of=DAY)
    assert states(lagoon(), Tellings(entries), as_of=DAY) == {row.issue: row.state for row in matrix}


@given(stances())
def test_a_ratifier_who_says_nothing_stays_unknown(entries: list[Entry]) -> None:
    silent = [one for one in entries if one.actor != "premier"]
    assert all(row.cells["premier"] == () for row in gap_matrix(lagoon(), Tellings(silent), as_of=DAY))
