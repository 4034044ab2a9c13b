"""Who else says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lagoon import lagoon
from positions.told import printed, told
from taqrib.positions import Claim, corroboration, grades
from taqrib.positions.telling import MOST_LISTED
from taqrib.record import Entry, KeptReport, Touch

FIVE = printed("Harbour Wire", "Sarn Daily", "Venn Post", "Orla Mail", "Tamar Times")


def claims(*entries: Entry, reports: dict[str, KeptReport] = FIVE) -> list[Claim]:
    return corroboration(lagoon(), entries, reports, as_of=date(2031, 5, 9))


def test_reports_of_one_claim_by_different_outlets_corroborate_it() -> None:
    (claim,) = claims(told(1), told(2, type="condition", quote="تشترط أورلا", name="أورلا"))
    assert (claim.kind, claim.type, claim.actor, claim.issue, claim.option) == (
        "stance", "demand", "orla", "fishing", "open-water",
    )  # fmt: skip
    assert (claim.sources, claim.reports, claim.told, claim.voices) == (2, 2, 2, 2)
    assert (claim.on, claim.dated, claim.entries) == ("2031-05-02", True, ("e1", "e2"))


def test_a_reprint_is_listed_and_counts_once() -> None:
    reports = printed("Harbour Wire", "Sarn Daily", "Venn Post", copies={2: 1})
    (claim,) = claims(told(1), told(2), told(3), reports=reports)
    assert (claim.sources, claim.reports) == (2, 3)
    assert [account.copy_of for account in claim.accounts] == [None, "r1", None]
    assert claim.accounts[1].source == claim.accounts[0].source


def test_one_outlet_twice_is_one_source() -> None:
    (claim,) = claims(told(1), told(2), reports=printed("Harbour Wire", "The Harbour Wire"))
    assert (claim.sources, claim.reports) == (1, 2)


def test_sources_that_all_quote_one_person_have_one_voice() -> None:
    quoted: dict[str, Any] = {"voice": "Nada Mersal", "voice_actor": "envoy"}
    (claim,) = claims(told(1, **quoted), told(2, voice="ندى مرسال", voice_actor="envoy"), told(3))
    assert (claim.sources, claim.voices) == (3, 2)


def test_who_speaks_for_another_makes_its_claim() -> None:
    (claim,) = claims(told(1, actor="envoy"), told(2, actor="venn"))
    assert claim.actor == "venn"


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "reject"},
        {"type": "offer"},
        {"actor": "venn"},
        {"touches": (Touch("fishing", "north-bank"),)},
        {"touches": (Touch("fishing"),)},
        {"on": "2031-05-04"},
        {"kind": "statement", "type": "indirect"},
    ],
)
def test_another_claim_corroborates_nothing(changes: dict[str, Any]) -> None:
    assert [claim.sources for claim in claims(told(1), told(2, **changes))] == [1, 1]


@pytest.mark.parametrize("changes", [{"actor": None}, {"on": None}, {"touches": ()}, {"on": "2031-05-20"}])
def test_what_names_nobody_or_no_day_or_no_issue_or_is_not_told_yet_claims_nothing(changes: dict[str, Any]) -> None:
    assert claims(told(1, **changes)) == []


def test_the_most_exact_day_is_the_claims() -> None:
    week = told(1, type="drop", on="2031-04-27/2031-05-03")
    day = told(2, type="drop", on="2031-05-01")
    (claim,) = claims(week, day, told(3, type="drop", on="2031-05-04", on_basis="published"))
    assert (claim.on, claim.dated, claim.sources) == ("2031-05-01", True, 3)
    (undated,) = claims(told(1, on_basis="published"))
    assert undated.dated is False


def test_statements_events_and_figures_make_claims_too() -> None:
    said: dict[str, Any] = {"kind": "statement", "type": "direct", "actor": "envoy"}
    (claim,) = claims(told(1, **said), told(2, **said | {"type": "indirect"}))
    assert (claim.kind, claim.actor, claim.sources) == ("statement", "envoy", 2)
    event: dict[str, Any] = {"kind": "event", "type": "meet", "touches": (), "finding": {"status": "announced"}}
    held = event | {"finding": {"status": "held"}}
    assert [(claim.type, claim.sources) for claim in claims(told(1, **event), told(2, **event), told(3, **held))] == [
        ("meet: announced", 2),
        ("meet: held", 1),
    ]
    figure: dict[str, Any] = {"kind": "figure", "type": "boats", "touches": (), "finding": {"value": 40.0}}
    unknown = figure | {"finding": {"value": None}}
    (claim,) = claims(told(1, **figure), told(2, **figure), told(3, **unknown))
    assert (claim.type, claim.sources) == ("40 boats", 2)


@pytest.mark.parametrize(
    "words", ["The envoy denied that", "نفى المندوب أن", "denying that", "ونفت المندوبة أن", "The envoy said that"]
)
def test_a_denial_corroborates_nothing_but_denials(words: str) -> None:
    said: dict[str, Any] = {"kind": "statement", "type": "indirect", "actor": "envoy"}
    reports = FIVE | {"r2": replace(FIVE["r2"], text=words)}
    found = claims(told(1, **said), told(2, **said, finding={"cue": (0, len(words))}), reports=reports)
    assert [claim.type for claim in found] == (["said"] if "said" in words else ["said", "denied"])


def test_source_and_claim_are_graded_apart() -> None:
    report = printed("Harbour Wire", grade="B3")["r1"]
    assert grades(told(1), report) == ("B", "3")
    assert grades(told(1, claim_grade="1"), report) == ("B", "1")
    assert grades(told(1, claim_grade="6"), replace(report, grade=None)) == (None, "6")
    assert grades(told(1), None) == (None, None)
    (claim,) = claims(told(1, claim_grade="5"), reports=printed("Harbour Wire", grade="A2"))
    assert (claim.accounts[0].reliability, claim.accounts[0].credibility) == ("A", "5")


def test_of_very_many_accounts_every_source_is_listed_before_any_is_listed_twice() -> None:
    many = MOST_LISTED * 3
    reports = printed(*["Harbour Wire"] * (many - 1), "Sarn Daily")
    (claim,) = claims(*(told(number) for number in range(1, many + 1)), reports=reports)
    assert (claim.told, claim.reports, claim.sources) == (many, many, 2)
    assert len(claim.accounts) == MOST_LISTED
    assert {claim.accounts[0].source, claim.accounts[-1].source} == {"harbour wire", "sarn daily"}


def test_swapping_the_order_of_entries_changes_nothing() -> None:
    entries = [told(1), told(2, on="2031-05-01/2031-05-04"), told(3, on="2031-05-04"), told(4, type="reject")]
    assert claims(*entries) == claims(*entries[::-1])
