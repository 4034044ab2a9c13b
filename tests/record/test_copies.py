"""Whose words a new report carries: found among the reports kept and those that arrive together with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.wire_texts import OWN, WIRE, reprints, text
from ledger import a_report, no_findings
from taqrib.record import Arrival, Record

LANGUAGES = ("en", "ar")
FORMULA = "This was written by the staff of the office on the quay after it had heard both sides of the matter. "
"""What hundreds of reports carry, and what makes none of them a copy."""


def an_arrival(told: str, *, source: str) -> Arrival:
    return Arrival(a_report(told, source=source, original=None), no_findings(), [])


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.create(tmp_path / "record.db", case="lagoon", by="nour")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("together", [True, False])
def test_reprints_are_copies_of_the_first_report_whether_they_arrive_together_or_not(
    record: Record, language: str, *, together: bool
) -> None:
    texts = [text(*WIRE[language]), text(*OWN[language]), *reprints(language).values()]
    arrivals = [an_arrival(told, source=f"outlet {number}") for number, told in enumerate(texts)]
    batches = [arrivals] if together else [[arrival] for arrival in arrivals]
    added = [one for batch in batches for one in record.add_all(batch, by="nour")]
    assert [one.copy_of for one in added] == [None, None, *["r1"] * (len(texts) - 2)]


def test_all_that_carry_the_same_words_are_named_also_after_one_of_them_is_removed(record: Record) -> None:
    wire = text(*WIRE["en"])
    reprinted = [an_arrival(f"{wire}\n\nPage {number}.", source=f"outlet {number}") for number in range(2)]
    own = an_arrival(text(*OWN["en"]), source="its own")
    record.add_all([an_arrival(wire, source="wire"), own, *reprinted], by="nour")
    with record.view() as view:
        assert [view.same_words(report) for report in ("r1", "r2", "r3")] == [("r3", "r4"), (), ("r1", "r4")]
    record.remove("r1", by="nour", why="asked to")
    with record.view() as view:
        assert view.same_words("r1") == ("r3", "r4")


def test_a_wire_is_found_behind_more_of_its_reprints_than_are_looked_at(record: Record) -> None:
    wire = text(*WIRE["en"])
    reprinted = [an_arrival(f"{wire}\n\nPage {number}.", source=f"outlet {number}") for number in range(70)]
    record.add_all([an_arrival(wire, source="wire"), *reprinted], by="nour")
    (last,) = record.add_all([an_arrival(f"{wire}\n\nThe last page.", source="a late outlet")], by="nour")
    assert last.copy_of == "r1"


def test_a_formula_that_many_reports_carry_hides_no_original(record: Record) -> None:
    formulaic = [
        an_arrival(f"{FORMULA}{' '.join(f'word{number}x{place}' for place in range(60))}", source="office")
        for number in range(70)
    ]
    wire = an_arrival(FORMULA + text(*WIRE["en"]), source="wire")
    added = record.add_all([*formulaic[:35], wire, *formulaic[35:]], by="nour")
    assert {one.copy_of for one in added} == {None}
    (copy,) = record.add_all([an_arrival(f"{FORMULA}{text(*WIRE['en'])} Printed again.", source="daily")], by="nour")
    assert copy.copy_of == "r36"


def test_a_removed_report_leaves_no_number_by_which_a_copy_would_name_it(record: Record) -> None:
    wire = text(*WIRE["en"])
    record.add_all([an_arrival(wire, source="wire")], by="nour")
    record.remove("r1", by="nour", why="asked for")
    (later,) = record.add_all([an_arrival(f"{wire}\n\nPage two.", source="daily")], by="nour")
    assert later.copy_of is None
