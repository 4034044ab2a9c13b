"""Figures of one thing that differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lagoon import lagoon
from positions.told import printed, told
from taqrib.positions import Contradiction, contradictions
from taqrib.record import Entry, KeptReport, Touch

LINE = "The harbour office counted {} in the northern channel on Friday."


def counted(number: int, words: str, value: float | None, line: str = LINE, **changes: Any) -> tuple[Entry, KeptReport]:
    """Figure number n, in report number n."""
    text = line.format(words)
    start = text.index(words)
    unit = changes.pop("unit", words.rsplit(maxsplit=1)[-1])
    fields: dict[str, Any] = {
        "kind": "figure",
        "type": unit,
        "touches": (),
        "span": (start, start + len(words)),
        "quote": words,
    }
    finding = {"value": value, "approx": changes.pop("approx", False)}
    report = printed(*[f"Outlet {number}"] * number, text=text)[f"r{number}"]
    return told(number, **{**fields, "finding": finding, **changes}), report


def found(*figures: tuple[Entry, KeptReport], copies: dict[int, int] | None = None) -> list[Contradiction]:
    from dataclasses import replace

    reports = {report.id: report for _, report in figures}
    for copy, original in (copies or {}).items():
        reports[f"r{copy}"] = replace(reports[f"r{copy}"], copy_of=f"r{original}")
    entries = [entry for entry, _ in figures]
    return contradictions(lagoon(), entries, reports, as_of=date(2031, 5, 9))


def test_two_counts_of_one_thing_stand_side_by_side() -> None:
    (one,) = found(counted(1, "40 boats", 40), counted(2, "38 boats", 38))
    assert (one.matter, one.about, one.issue, one.actor) == ("number", "boats", None, None)
    assert one.claims == (("40", ("e1",)), ("38", ("e2",)))


def test_arabic_counts_are_one_whatever_the_number_does_to_the_noun() -> None:
    line = "أحصى مكتب الميناء {} في القناة الشمالية يوم الجمعة."
    (one,) = found(counted(1, "42 قاربًا", 42, line), counted(2, "40 قارب", 40, line))
    assert [claim for claim, _ in one.claims] == ["42", "40"]


def test_claimants_of_two_sides_are_laid_side_by_side() -> None:
    one = counted(1, "40 boats", 40, "Orla said that {} were held in the ports of Venn.", actor="orla")
    other = counted(2, "33 boats", 33, "Venn said that {} were held in the ports of Venn.", actor="venn")
    assert len(found(one, other)) == 1


def test_an_issue_that_the_figures_touch_is_the_contradictions() -> None:
    touch = {"touches": (Touch("fishing"),)}
    (one,) = found(counted(1, "40 boats", 40, **touch), counted(2, "38 boats", 38, **touch))
    assert one.issue == "fishing"


@pytest.mark.parametrize(
    "other",
    [
        counted(2, "40 boats", 40),
        counted(2, "38 nets", 38),
        counted(2, "some boats", None),
        counted(2, "42 boats", 42, approx=True),
        counted(2, "38 boats", 38, on="2031-05-08"),
        counted(2, "38 boats", 38, "In the far south another {} were repainted by volunteers for the regatta."),
        counted(2, "38 boats", 38, "{} came."),
    ],
    ids=["same", "unit", "no number", "about", "day", "another thing", "too few words"],
)
def test_another_thing_or_no_other_number_contradicts_nothing(other: tuple[Entry, KeptReport]) -> None:
    assert found(counted(1, "40 boats", 40), other) == []


def test_approximate_counts_far_apart_differ() -> None:
    assert len(found(counted(1, "40 boats", 40), counted(2, "60 boats", 60, approx=True))) == 1


def test_what_one_report_counts_twice_are_two_things() -> None:
    line = "The office counted 40 boats off Orla and 38 boats off Venn."
    reports = printed("Harbour Wire", "Sarn Daily", text=line)
    figures = [
        told(
            number,
            report=report,
            kind="figure",
            type="boats",
            touches=(),
            span=(line.index(words), line.index(words) + 8),
            finding={"value": value},
        )
        for number, (report, words, value) in enumerate(
            [("r1", "40 boats", 40.0), ("r1", "38 boats", 38.0), ("r2", "40 boats", 40.0), ("r2", "38 boats", 38.0)], 1
        )
    ]
    assert contradictions(lagoon(), figures, reports, as_of=date(2031, 5, 9)) == []


def test_a_reprint_counts_as_its_original_did() -> None:
    assert found(counted(1, "40 boats", 40), counted(2, "38 boats", 38), copies={2: 1}) == []


def test_a_figure_whose_report_is_not_at_hand_is_compared_with_nothing() -> None:
    one, other = counted(1, "40 boats", 40), counted(2, "38 boats", 38)
    assert contradictions(lagoon(), [one[0], other[0]], {}, as_of=date(2031, 5, 9)) == []
