"""Figures of one thing that differ from source to source; each claimant may be right about its own count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taqrib.case.phrases import words_of
from taqrib.normal import folded
from taqrib.positions.model import Contradiction
from taqrib.positions.occasions import occasions
from taqrib.positions.telling import claims_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from taqrib.positions.sources import Sources
    from taqrib.record import Entry, KeptReport

ROUNDING = 0.1
"""Numbers this close do not differ if either is approximate: "about 250" is no other count than 253."""

SAME_CONTEXT = 0.5
"""Two sentences speak of one thing if this share of the words of the shorter one, numbers aside, is in both."""

FEWEST_WORDS = 4
"""A sentence with fewer words beside its figure says too little of what was counted."""

_MOST_CONTEXTS = 16
"""So many different things with one unit are told apart for one day; what comes after them is not compared."""

_SENTENCE_END = re.compile(r"[.!?؟\n]")


class _Figure(NamedTuple):
    entry: Entry
    value: float
    context: frozenset[str]


def differing_numbers(
    entries: Iterable[Entry], sources: Sources, reports: Mapping[str, KeptReport]
) -> Iterator[Contradiction]:
    """Figures with one unit, about the same days, in sentences that say the same, with different numbers.

    It takes two reports: what one report counts twice are two things. So is what a report gives several numbers for. A
    figure whose report is not at hand is compared with nothing.
    """
    told: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "figure" and entry.finding.get("value") is not None and entry.report in reports:
            unit = _unit(entry.type)
            if unit:
                told.setdefault(unit, []).append(entry)
    for figures in told.values():
        for group in occasions(figures):
            for same in _of_one_thing(group, reports):
                found = _differing(same, sources)
                if found:
                    yield found


def _unit(unit: str) -> str:
    """A unit without what Arabic grammar adds behind a number: «بحارًا» is «بحار»."""
    words = words_of(folded(unit))
    if words and words[0].endswith("ا") and len(words[0]) > 3:
        words[0] = words[0][:-1]
    return " ".join(words)


def _of_one_thing(group: list[Entry], reports: Mapping[str, KeptReport]) -> list[list[_Figure]]:
    """The figures gathered by what their sentences say; each is compared with the first of every gathering only."""
    gatherings: list[list[_Figure]] = []
    for entry in group:
        context = _context(reports[entry.report].text, *entry.span)
        if len(context) < FEWEST_WORDS:
            continue
        figure = _Figure(entry, float(entry.finding["value"]), context)
        home = next((same for same in gatherings if _says_the_same(same[0].context, context)), None)
        if home is not None:
            home.append(figure)
        elif len(gatherings) < _MOST_CONTEXTS:
            gatherings.append([figure])
    return gatherings


def _context(text: str, start: int, end: int) -> frozenset[str]:
    """The words of the sentence a figure stands in, without the figure and without other numbers."""
    begin = max((stop.end() for stop in _SENTENCE_END.finditer(text, max(0, start - 400), start)), default=0)
    stop = _SENTENCE_END.search(text, end, end + 400)
    around = text[max(begin, start - 400) : start] + " " + text[end : stop.start() if stop else end + 400]
    return frozenset(word for word in words_of(folded(around)) if len(word) > 2 and not word[0].isdigit())


def _says_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME_CONTEXT * min(len(one), len(other))


def _differing(same: list[_Figure], sources: Sources) -> Contradiction | None:
    of_report: dict[str, set[float]] = {}
    for figure in same:
        of_report.setdefault(figure.entry.report, set()).add(figure.value)
    if any(len(values) > 1 for values in of_report.values()):
        return None
    first = {entry.id for entry in sources.without_copies([figure.entry for figure in same])}
    own = [figure for figure in same if figure.entry.id in first]
    if not any(_differ(own[0], figure) for figure in own[1:]):
        return None
    value_of = {figure.entry.id: f"{figure.value:.15g}" for figure in same}
    claims = claims_of([figure.entry for figure in same], sources, lambda entry: value_of[entry.id])
    entry = own[0].entry
    issues = {touch.issue for figure in same for touch in figure.entry.touches}
    return Contradiction(
        matter="number",
        issue=issues.pop() if len(issues) == 1 else None,
        actor=None,
        option=None,
        about=entry.type,
        claims=tuple(claims.items()),
    )


def _differ(one: _Figure, other: _Figure) -> bool:
    if one.value == other.value:
        return False
    about = one.entry.finding.get("approx") or other.entry.finding.get("approx")
    return not (about and abs(one.value - other.value) <= ROUNDING * max(abs(one.value), abs(other.value)))
