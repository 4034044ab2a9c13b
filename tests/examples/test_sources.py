"""What the truce of 2024 shows of sources: a lost qualifier, two days of one offer, a reprint counted once."""

from __future__ import annotations

from datetime import date
from functools import cache

from examples.reading_keys import case_of, keyed, stems
from examples.test_keyed_record import entries as keyed_entries
from taqrib.case import CaseIndex
from taqrib.case.qualifiers import qualifiers_in
from taqrib.evidence.likeness import is_copy
from taqrib.positions import Claim, Contradiction, contradictions, corroboration
from taqrib.reading import read
from taqrib.record import Entry, KeptReport
from taqrib.record.proposals import proposals

CASE = "truce-2024"
LAST = date(2024, 7, 10)


@cache
def reports() -> dict[str, KeptReport]:
    """The example reports as a record keeps them, copies recognised by their words."""
    kept: dict[str, KeptReport] = {}
    for number, stem in enumerate(stems(CASE), 1):
        report = keyed(CASE, stem).report
        assert report.published
        kept[f"r{number}"] = KeptReport(
            id=f"r{number}",
            stem=stem,
            sha256=report.sha256,
            media_type=report.media_type,
            language=report.language or "en",
            source=report.source,
            title=report.title,
            published=report.published.isoformat(),
            published_basis="stated",
            url=None,
            grade=report.grade,
            captured_at="2024-07-11T00:00:00Z",
            text=report.text,
            copy_of=next((id_ for id_, earlier in kept.items() if is_copy(report.text, earlier.text)), None),
        )
    return kept


@cache
def read_entries() -> tuple[Entry, ...]:
    """Everything reading proposes of the reports, accepted as it stands."""
    index = CaseIndex(case_of(CASE))
    found: list[Entry] = []
    for id_, report in reports().items():
        published = date.fromisoformat(report.published or "")
        for one in proposals(report.text, read(report.text, published=published), index):
            fields = {name: getattr(one, name) for name in one.__slots__}
            found.append(Entry(id=f"e{len(found) + 1}", report=id_, status="accepted", **fields))
    return tuple(found)


@cache
def careful_entries() -> tuple[Entry, ...]:
    """What a careful reader keeps, with the qualifiers of its words."""
    from dataclasses import replace

    return tuple(replace(entry, qualifiers=qualifiers_in(entry.quote)) for entry in keyed_entries(CASE))


BOTH = (read_entries, careful_entries)


def found(entries: tuple[Entry, ...], matter: str) -> list[Contradiction]:
    every = contradictions(case_of(CASE), entries, reports(), as_of=LAST)
    return [one for one in every if one.matter == matter]


def claims(entries: tuple[Entry, ...]) -> list[Claim]:
    return corroboration(case_of(CASE), entries, reports(), as_of=LAST)


def stems_of(entries: tuple[Entry, ...], ids: tuple[str, ...]) -> set[str]:
    by_id = {entry.id: entry for entry in entries}
    return {reports()[by_id[id_].report].stem for id_ in ids}


def test_the_dropped_demand_has_several_sources() -> None:
    for entries in (each() for each in BOTH):
        (drop,) = [one for one in claims(entries) if one.type == "drop" and one.option == "permanent-first"]
        assert drop.actor == "hamas"
        assert drop.sources >= 4
        assert stems_of(entries, drop.entries) >= {"2024-07-06-permanent-en", "2024-07-08-arrival-ar"}


def test_the_one_report_that_lost_the_word_permanent_is_flagged_with_its_quote() -> None:
    for entries in (each() for each in BOTH):
        (one,) = found(entries, "qualifier")
        assert (one.actor, one.issue, one.option, one.about) == ("hamas", "ceasefire", "permanent-first", "permanent")
        (has, with_it), (lacks, without) = one.claims
        assert (has, lacks) == ("permanent", "")
        assert stems_of(entries, without) == {"2024-07-06-unqualified-ar"}
        assert "2024-07-06-permanent-en" in stems_of(entries, with_it)
        quotes = {entry.id: entry.quote for entry in entries}
        assert "دائم" not in quotes[without[0]]
        known = {entry.id: reports()[entry.report].known_on for entry in entries}
        assert one.since(known) == date(2024, 7, 6)


def test_the_safety_net_is_offered_on_two_days_and_the_reprint_stands_beside_its_original() -> None:
    for entries in (each() for each in BOTH):
        (one,) = [each for each in found(entries, "date") if each.issue == "majority"]
        assert (one.actor, one.option) == ("lapid", "safety-net")
        assert [(claim, len(stems_of(entries, ids))) for claim, ids in one.claims] == [
            ("2024-07-08", 1),
            ("2024-07-09", 2),
        ]
        offered = [claim for claim in claims(entries) if claim.type == "offer" and claim.option == "safety-net"]
        assert [(claim.on, claim.reports, claim.sources) for claim in offered] == [
            ("2024-07-08", 1, 1),
            ("2024-07-09", 2, 1),
        ]


def test_agreement_and_gaps_stand_side_by_side() -> None:
    for entries in (each() for each in BOTH):
        (one,) = found(entries, "assessment")
        assert [claim for claim, _ in one.claims] == ["many-points", "gaps"]


def test_only_the_reprint_is_a_copy_and_it_counts_once() -> None:
    copies = {report.stem: reports()[report.copy_of].stem for report in reports().values() if report.copy_of}
    assert copies == {"2024-07-09-points-reprint-ar": "2024-07-09-points-ar"}
    (points,) = [one for one in claims(read_entries()) if one.option == "many-points"]
    assert (points.actor, points.reports, points.sources) == ("egyptian-source", 4, 3)


def test_the_resumption_of_10_july_is_announced_and_nobody_says_it_was_held() -> None:
    resumed = [one for one in read_entries() if one.kind == "event" and one.type == "resume" and one.on == "2024-07-10"]
    assert len({one.report for one in resumed}) >= 3
    assert {one.finding["status"] for one in resumed} == {"announced"}


def test_in_the_strait_nothing_is_made_into_a_contradiction_that_is_none() -> None:
    """42 and 38 sailors are two things, counted in one report."""
    case = case_of("strait")
    index = CaseIndex(case)
    entries: list[Entry] = []
    kept: dict[str, KeptReport] = {}
    for number, stem in enumerate(stems("strait"), 1):
        report = keyed("strait", stem).report
        kept[f"r{number}"] = KeptReport(
            id=f"r{number}", stem=stem, sha256=report.sha256, media_type=report.media_type, language="en",
            source=report.source, title=None, published=str(report.published), published_basis="stated", url=None,
            grade=None, captured_at="2008-08-01T00:00:00Z", text=report.text,
        )  # fmt: skip
        for one in proposals(report.text, read(report.text, published=report.published), index):
            fields = {name: getattr(one, name) for name in one.__slots__}
            entries.append(Entry(id=f"e{len(entries) + 1}", report=f"r{number}", status="accepted", **fields))
    assert {one.matter for one in contradictions(case, entries, kept, as_of=date(2008, 7, 31))} == {"assessment"}
