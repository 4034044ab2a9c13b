"""Who wants, accepts or rejects what, with its polarity."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read
from taqrib.reading.findings import Stance


def stances(text: str) -> list[Stance]:
    return read(text, published=date(2022, 3, 16), language="en").stances


def held(text: str) -> list[tuple[str, str]]:
    return [(one.holder, one.kind) for one in stances(text)]


@pytest.mark.parametrize(
    ("text", "holder", "kind"),
    [
        ("The union demanded a pay rise.", "union", "demand"),
        ("Chile called for a new line at sea.", "Chile", "demand"),
        ("Chile urged Peru to withdraw its ships.", "Chile", "demand"),
        ("Chile insists on a new line at sea.", "Chile", "demand"),
        ("Chile wants Peru to withdraw its ships.", "Chile", "demand"),
        ("Rosa Leal said Peru must withdraw its ships.", "Rosa Leal", "demand"),
        ("The union has asked for a pay rise.", "union", "demand"),
        ("The union refused to discuss pensions.", "union", "reject"),
        ("The army rejected the plan.", "army", "reject"),
        ("Peru ruled out a new line.", "Peru", "reject"),
        ("Rosa Leal said she would not sign under threat.", "Rosa Leal", "reject"),
        ("The union is not willing to talk.", "union", "reject"),
        ("Peru is opposed to a new line.", "Peru", "reject"),
        ("Peru did not accept the proposal.", "Peru", "reject"),
        ("Norway has not endorsed the proposal.", "Norway", "reject"),
        ("Rosa Leal said it was not possible to divide the port.", "Rosa Leal", "reject"),
        ("Rosa Leal said there was no place for militias in the port.", "Rosa Leal", "reject"),
        ("Peru sees no reason to negotiate.", "Peru", "reject"),
        ("Peru accepted the proposal.", "Peru", "accept"),
        ("Peru agreed to share the port.", "Peru", "accept"),
        ("Peru is ready to share the port.", "Peru", "accept"),
        ("The army offered to withdraw.", "army", "offer"),
        ("The rebels dropped their demand for a new charter.", "rebels", "drop"),
        ("The rebels said they would no longer demand a new charter.", "rebels", "drop"),
        ("Peru expressed strong reservations about the map.", "Peru", "reserve"),
        ("Norway backed the proposal.", "Norway", "support"),
        ("The army pledged to withdraw.", "army", "commit"),
        ("Kari Lunde said she would not give up.", "Kari Lunde", "commit"),
        ("“We are not going to sign,” Rosa Leal said.", "Rosa Leal", "reject"),
        ("“If Chile frees the crew, we will withdraw,” Rosa Leal said.", "Rosa Leal", "condition"),
        ("Gen Paulo Cruz warned that his troops would not leave the port.", "Paulo Cruz", "reject"),
        ("Rosa Leal blamed Chile for setting preconditions.", "Chile", "condition"),
    ],
)
def test_a_stance_has_its_holder_and_its_kind(text: str, holder: str, kind: str) -> None:
    assert (holder, kind) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru did not rule out a new line.",
        "The union did not demand a rise.",
        "The army declined to comment.",
        "The rebels rejected the claim.",
        "If Peru rejects the plan, war may follow.",
        "The navy dropped a bomb.",
        "Residents want the army to leave.",
        "Can Peru accept a new line?",
    ],
)
def test_what_shows_no_stance_gives_none(text: str) -> None:
    assert held(text) == []


def test_a_condition_keeps_both_halves() -> None:
    text = "Peru is ready to share the port if Chile withdraws its ships."
    (one,) = stances(text)
    assert one.kind == "condition"
    assert one.requires is not None
    assert text[slice(*one.requires)] == "if Chile withdraws its ships"
    assert text[slice(*one.evidence)] == text.removesuffix(".")


def test_a_date_is_no_condition() -> None:
    (one,) = stances("Peru is ready to share the port until May.")
    assert (one.kind, one.requires) == ("accept", None)


def test_the_demand_of_a_paper_is_its_authors() -> None:
    assert ("council", "demand") in held("A letter signed by the council demanded a recount.")


def test_a_double_negation_is_left_unsure() -> None:
    (one,) = stances("Peru said it would not sign without a map.")
    assert one.unsure == ("more than one negation",)
