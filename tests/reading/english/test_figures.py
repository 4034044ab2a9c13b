"""Counts in English reports with unit, approximation and claimant."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read


def figures(text: str) -> list[tuple[str, float | None, bool]]:
    findings = read(text, published=date(2022, 3, 16), language="en")
    return [(text[slice(*one.span)], one.value, one.approx) for one in findings.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army freed 140 prisoners.", ("140 prisoners", 140, False)),
        ("About 2,000 Chilean troops left.", ("About 2,000 Chilean troops", 2000, True)),
        ("As many as 800,000 people fled.", ("As many as 800,000 people", 800_000, True)),
        ("Two cramped camps closed.", ("Two cramped camps", 2, False)),
        ("Hundreds of thousands of people fled.", ("Hundreds of thousands of people", None, True)),
        ("Nearly 3.5 million refugees crossed.", ("Nearly 3.5 million refugees", 3_500_000, True)),
        ("It asked for a $10bn fee.", ("$10bn", 10_000_000_000, False)),
        ("The front holds 40% of the coast.", ("40%", 40, False)),
        ("The front holds 40 per cent of the coast.", ("40 per cent", 40, False)),
        ("At least 12 were wounded there: 12 wounded.", ("12 wounded", 12, False)),
        ("Four of the ferries sank.", ("Four of the ferries", 4, False)),
        ("A 12,000-strong guard stood by.", ("12,000-strong", 12_000, False)),
    ],
)
def test_a_count_keeps_its_approximator_and_its_noun(text: str, expected: tuple[str, float | None, bool]) -> None:
    assert expected in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks took two weeks.",
        "The second round failed in 2019.",
        "The two sides met.",
        "Resolution 2254 stands.",
        "She lives at 10 Harbour Street.",
        "They met six times.",
        "One envoy left.",
    ],
)
def test_times_ranks_names_and_anaphors_are_no_counts(text: str) -> None:
    assert figures(text) == []


def test_a_figure_belongs_to_the_innermost_statement() -> None:
    text = "Dora Klein said the army claimed it had freed 30 men and paid 9 guards. Some 80 men remain."
    findings = read(text, published=date(2022, 3, 16), language="en")
    assert [(one.value, one.attributed_to) for one in findings.figures] == [(30, "army"), (9, "army"), (80, None)]
