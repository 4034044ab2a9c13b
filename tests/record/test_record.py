"""The record of one case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger import TEXT, a_proposal, a_report, no_findings
from taqrib.errors import Conflict, Invalid, NotFound
from taqrib.record import Added, Record, Touch, Verified
from taqrib.record.database import Database


def test_what_is_added_can_be_asked_for_again(record: Record) -> None:
    told = a_report(title="Orla casts its net", url="https://gazette.example/orla", grade="B2")
    added = record.add(told, no_findings(), [a_proposal(0, 4), a_proposal(5, 10)], by="nour")
    assert added == Added("r1", new=True, entries=("e1", "e2"))
    first, second = record.entries()
    assert (first.id, first.report, first.span, first.quote) == ("e1", "r1", (0, 4), "Orla")
    assert first.touches == (Touch("fishing", "open-water"),)
    assert (second.status, second.decided_by, second.amended) == ("proposed", None, False)
    kept = record.report("r1")
    assert (kept.text, kept.published, kept.published_basis, kept.source) == (
        TEXT,
        "2031-05-02",
        "given",
        "Example Gazette",
    )
    assert (kept.title, kept.url, kept.grade) == ("Orla casts its net", "https://gazette.example/orla", "B2")
    assert record.reports() == [kept]


def test_adding_the_same_report_twice_changes_nothing(record: Record) -> None:
    record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    rows = record.history("r1")
    again = record.add(a_report(stem="another name"), no_findings(), [a_proposal()], by="sami")
    assert again == Added("r1", new=False, entries=())
    assert record.history("r1") == rows
    assert len(record.entries()) == 1


def test_the_same_text_without_a_source_is_known_again(record: Record) -> None:
    assert record.add(a_report(source=None), no_findings(), [], by="nour").new
    assert not record.add(a_report(source=None), no_findings(), [], by="nour").new


def test_the_same_words_from_another_outlet_are_another_report(record: Record) -> None:
    record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    assert record.add(a_report(source="Example Herald"), no_findings(), [a_proposal()], by="nour") == Added(
        "r2", new=True, entries=("e2",), copy_of="r1"
    )


def test_accepting_names_who_decided(record: Record, add: Callable[[], str]) -> None:
    accepted = record.decide(add(), "accept", by="nour")
    assert (accepted.status, accepted.decided_by, accepted.amended) == ("accepted", "nour", False)
    assert record.entries(status="accepted") == [accepted]
    assert record.entries(status="proposed") == []


def test_amending_keeps_what_was_proposed(record: Record, add: Callable[[], str]) -> None:
    changes = {"actor": "venn", "touches": (Touch("patrols"),), "on": None}
    amended = record.decide(add(), "amend", by="sami", changes=changes, why="she speaks for Venn")
    assert (amended.actor, amended.touches, amended.on, amended.on_basis) == (
        "venn",
        (Touch("patrols"),),
        None,
        "analyst",
    )
    assert (amended.status, amended.amended) == ("accepted", True)
    assert amended.finding["holder"] == "Orla"
    proposed, decided = record.history("e1")
    assert proposed.body["actor"] == "orla"
    assert decided.body["why"] == "she speaks for Venn"


def test_deciding_again_leaves_both_decisions_on_record(record: Record, add: Callable[[], str]) -> None:
    entry = add()
    record.decide(entry, "accept", by="nour")
    assert record.decide(entry, "reject", by="sami").status == "rejected"
    assert [(row.act, row.by) for row in record.history(entry)] == [
        ("propose", "reading"),
        ("accept", "nour"),
        ("reject", "sami"),
    ]


def test_an_unknown_entry_is_named_with_what_there_is(record: Record, add: Callable[[], str]) -> None:
    with pytest.raises(NotFound, match="none yet"):
        record.entry("e1")
    add()
    with pytest.raises(NotFound, match=r"e1 to e1\), found no e7"):
        record.decide("e7", "accept", by="nour")
    for misspelt in ("", "7", "x7", "e", "e-1", "e٣", "e" + "9" * 30):
        with pytest.raises(NotFound, match="such as e12"):
            record.entry(misspelt)


def test_nobody_decides_without_a_name_and_only_amending_changes(record: Record, add: Callable[[], str]) -> None:
    entry = add()
    with pytest.raises(Invalid, match="--by"):
        record.decide(entry, "accept", by=" ")
    with pytest.raises(Invalid, match="expected changes"):
        record.decide(entry, "accept", by="nour", changes={"actor": "venn"})
    with pytest.raises(Invalid, match="found none with 'amend'"):
        record.decide(entry, "amend", by="nour")
    with pytest.raises(Invalid, match="quote"):
        record.decide(entry, "amend", by="nour", changes={"quote": "something else"})
    assert record.entry(entry).status == "proposed"
    assert len(record.history(entry)) == 1


def test_a_decision_for_what_is_proposed_leaves_another_persons_decision_alone(
    record: Record, add: Callable[[], str]
) -> None:
    entry = add()
    assert record.decide(entry, "reject", by="sami", only_if="proposed").status == "rejected"
    with pytest.raises(Conflict, match="found it rejected by sami"):
        record.decide(entry, "accept", by="nour", only_if="proposed")
    assert (record.entry(entry).status, len(record.history(entry))) == ("rejected", 2)


def test_accepting_what_is_proposed_leaves_every_decision_alone(record: Record, whole: Callable[[], Verified]) -> None:
    record.add(a_report(), no_findings(), [a_proposal(0, 4), a_proposal(5, 10), a_proposal(5, 33)], by="nour")
    record.decide("e2", "reject", by="sami")
    assert record.accept_proposed(by="nour", why="read together") == ("e1", "e3")
    assert [(entry.status, entry.decided_by) for entry in record.entries()] == [
        ("accepted", "nour"),
        ("rejected", "sami"),
        ("accepted", "nour"),
    ]
    assert record.history("e3")[-1].body["why"] == "read together"
    assert record.accept_proposed(by="nour") == ()
    with pytest.raises(Invalid, match="--by"):
        record.accept_proposed(by=" ")
    whole()


def test_accepting_what_is_proposed_is_one_transaction(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.add(a_report(), no_findings(), [a_proposal(0, 4), a_proposal(5, 10)], by="nour")
    begun: list[str] = []
    writing = Database.writing

    def counted(database: Database) -> Any:
        begun.append("write")
        return writing(database)

    monkeypatch.setattr(Database, "writing", counted)
    assert len(record.accept_proposed(by="nour")) == 2
    assert begun == ["write"]


@pytest.mark.parametrize("on", ["yesterday", "2031-02-30", ""])
def test_a_date_that_is_none_cannot_be_put_on_record(record: Record, add: Callable[[], str], on: str) -> None:
    entry = add()
    with pytest.raises(Invalid, match=r"expected a date|day is out of range"):
        record.decide(entry, "amend", by="nour", changes={"on": on})
    assert record.entry(entry).on == "2031-05-02"


@pytest.mark.parametrize("misspelt", ["", "1", "e1", "r", "r-1", "r٣", "rx"])
def test_a_misspelt_report_is_not_there(record: Record, add: Callable[[], str], misspelt: str) -> None:
    add()
    with pytest.raises(NotFound, match="such as r12"):
        record.report(misspelt)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_as_it_was_captured(record: Record, text: str) -> None:
    added = record.add(a_report(text), no_findings(), [], by="nour")
    assert record.report(added.report).text == text
