"""Which reports are one source."""

from __future__ import annotations

from lagoon import lagoon
from positions.told import printed, told
from taqrib.positions.sources import Sources


def test_a_copy_of_a_copy_is_the_originals_outlets() -> None:
    sources = Sources(lagoon(), printed("Harbour Wire", "Sarn Daily", "Venn Post", copies={2: 1, 3: 2}))
    assert {sources.source(f"r{number}") for number in (1, 2, 3)} == {"harbour wire"}
    assert sources.original("r3") == "r1"


def test_copies_in_a_circle_end_somewhere() -> None:
    sources = Sources(lagoon(), printed("Harbour Wire", "Sarn Daily", copies={1: 2, 2: 1}))
    assert sources.original("r1") in {"r1", "r2"}


def test_an_outlet_is_one_source_however_it_is_written() -> None:
    sources = Sources(lagoon(), printed("The Harbour Wire", "harbour wire", "Sarn Daily"))
    assert sources.source("r1") == sources.source("r2") != sources.source("r3")


def test_an_outlet_the_case_knows_is_one_in_both_languages() -> None:
    sources = Sources(lagoon(), printed("Tamar", "تمار"))
    assert sources.source("r1") == sources.source("r2") == "tamar"


def test_an_outlet_that_only_reprints_others_is_no_source_of_its_own() -> None:
    sources = Sources(lagoon(), printed("Harbour Wire", "Sarn Daily", "Sarn Daily", copies={2: 1}))
    assert sources.source("r2") != sources.source("r3")


def test_reports_that_name_no_outlet_count_for_one() -> None:
    sources = Sources(lagoon(), printed(None, None))
    assert sources.source("r1") == sources.source("r2")


def test_a_report_that_is_not_at_hand_is_its_own_source() -> None:
    sources = Sources(lagoon(), {})
    assert sources.source("r1") != sources.source("r2")


def test_of_a_text_and_its_copies_only_the_earliest_report_tells_anything() -> None:
    sources = Sources(lagoon(), printed("Harbour Wire", "Sarn Daily", "Venn Post", copies={2: 1, 3: 1}))
    one, two, three = told(1), told(2), told(3)
    assert sources.without_copies([one, two, three]) == [one]
    assert sources.without_copies([three, two]) == [two], "the original may not be among the entries asked about"
    assert sources.without_copies([one, told(4, report="r1")]) == [one, told(4, report="r1")]
