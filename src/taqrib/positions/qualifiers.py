"""Qualifiers that one source gives a stance and another does not: flagged, never merged away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taqrib.case import index_of
from taqrib.case.qualifiers import opposites, qualifier_ids, qualifiers_in
from taqrib.positions.claims import STANCE_GROUP
from taqrib.positions.model import Contradiction
from taqrib.positions.occasions import occasions
from taqrib.positions.telling import claims_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taqrib.case import Case, CaseIndex
    from taqrib.positions.sources import Sources
    from taqrib.record import Entry

WITHOUT = ""
"""What an entry claims that carries neither the qualifier nor an opposite of it."""

_PARTS = re.compile(r"[،,;؛]|\band\b|\s(?=و)")
"""Where a quote that touches several issues passes from one to the next."""


def differing_qualifiers(case: Case, entries: Iterable[Entry], sources: Sources) -> Iterator[Contradiction]:
    """Stances of one actor, of one kind and about the same days, of which sources qualify one and not the other.

    Two stances are compared if they name the same option, or if one of them names the issue only: a report that lost
    the word "permanent" no longer names the option that has it. A source lacks a qualifier only if no sentence of it
    has it; a reprint whose words have other qualifiers than its original's speaks for itself. For each qualifier there
    is one contradiction; its claims are the qualifier, an opposite where a source has that, and :data:`WITHOUT`.
    """
    index = index_of(case)
    holders = {actor.id: case.counts_as(actor).id for actor in case.actors}
    told: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "stance" and entry.actor in holders:
            for issue in dict.fromkeys(touch.issue for touch in entry.touches):
                told.setdefault((holders[entry.actor], STANCE_GROUP[entry.type], issue), []).append(entry)
    for (actor, _, issue), stances in told.items():
        for group in occasions(stances):
            carried = {entry.id: _carried(index, entry, issue) for entry in group}
            if not any(carried.values()):
                continue
            for option, same in _by_option(group, issue):
                yield from _differing(actor, issue, option, _Carried(same, carried, sources))


def _by_option(group: list[Entry], issue: str) -> Iterator[tuple[str | None, list[Entry]]]:
    """For each option named, the entries that name it or the issue only; all of them if none is named."""
    options = {
        entry.id: {touch.option for touch in entry.touches if touch.issue == issue and touch.option} for entry in group
    }
    named = sorted(set().union(*options.values()))
    for option in named:
        yield option, [entry for entry in group if not options[entry.id] or option in options[entry.id]]
    if not named:
        yield None, group


def _carried(index: CaseIndex, entry: Entry, issue: str) -> frozenset[str]:
    """What ``entry`` makes of ``issue``: all its qualifiers; of several issues, those of the parts that name this."""
    if len({touch.issue for touch in entry.touches}) < 2:
        return frozenset(entry.qualifiers)
    parts = (part for part in _PARTS.split(entry.quote) if part.strip())
    of_issue = [part for part in parts if any(touch.issue.id == issue for touch in index.issues_touched(part))]
    return frozenset(entry.qualifiers) & frozenset(id_ for part in of_issue for id_ in qualifiers_in(part))


class _Carried:
    """What each source of one matter makes of it, all its sentences together."""

    def __init__(self, entries: list[Entry], carried: dict[str, frozenset[str]], sources: Sources) -> None:
        self._entries = entries
        self._of_report: dict[str, frozenset[str]] = {}
        for entry in entries:
            self._of_report[entry.report] = self._of_report.get(entry.report, frozenset()) | carried[entry.id]
        as_first_told = {sources.original(entry.report): entry.report for entry in sources.without_copies(entries)}
        self._sources = sources.with_altered(
            report
            for report, own in self._of_report.items()
            if own != self._of_report[as_first_told[sources.original(report)]]
        )

    def claims(self, qualifier: str) -> dict[str, tuple[str, ...]]:
        """``qualifier``, an opposite of it, or :data:`WITHOUT` -> the entries of the texts that have it so."""
        return claims_of(self._entries, self._sources, lambda entry: self._claim(entry, qualifier))

    def any(self) -> frozenset[str]:
        """The qualifiers that some source has."""
        return frozenset().union(*self._of_report.values())

    def _claim(self, entry: Entry, qualifier: str) -> str:
        has = self._of_report[entry.report]
        return qualifier if qualifier in has else min(opposites(qualifier) & has, default=WITHOUT)


def _differing(actor: str, issue: str, option: str | None, told: _Carried) -> Iterator[Contradiction]:
    settled: set[str] = set()
    present = told.any()
    for qualifier in qualifier_ids():
        if qualifier not in present or qualifier in settled:
            continue
        claims = told.claims(qualifier)
        if len(claims) > 1:
            settled |= set(claims)
            # What is said comes before what is left out.
            ordered = sorted(claims.items(), key=lambda claim: (claim[0] == WITHOUT, claim[0]))
            yield Contradiction(
                matter="qualifier", issue=issue, actor=actor, option=option, about=qualifier, claims=tuple(ordered)
            )
