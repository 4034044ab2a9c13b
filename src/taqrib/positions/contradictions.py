"""Where sources contradict each other: one matter told differently, side by side; nothing is decided between them.

A reprint is no second source: it never contradicts what it was copied from, and is named only beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.edtf import first_day, last_day
from taqrib.positions.model import Contradiction
from taqrib.positions.numbers import differing_numbers
from taqrib.positions.occasions import ONCE, episodes, occasions, stated
from taqrib.positions.qualifiers import differing_qualifiers
from taqrib.positions.sources import Sources
from taqrib.positions.telling import claims_of
from taqrib.record.entry import HOLDING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from taqrib.case import Case, Issue
    from taqrib.record import Entry, KeptReport


def contradictions(
    case: Case, entries: Iterable[Entry], reports: Mapping[str, KeptReport] | None = None, *, as_of: date
) -> list[Contradiction]:
    """Every contradiction on record by ``as_of``, in the case's order of issues; those of no issue last.

    Time is n log n in the number of entries.

    :param entries: accepted entries, of any kind.
    :param reports: report id -> report; says which are copies, and what stands around a figure. Without it every report
        is a source of its own.
    """
    known = [entry for entry in entries if entry.on and last_day(entry.on) <= as_of]
    sources = Sources(case, reports or {})
    found = [
        *_dates(case, known, sources),
        *_stances(case, known, sources),
        *_options_held(case, known, sources),
        *_assessments(case, known, sources),
        *differing_qualifiers(case, known, sources),
        *differing_numbers(known, sources, reports or {}),
    ]
    order = {issue.id: place for place, issue in enumerate(case.issues)}
    return sorted(found, key=lambda contradiction: order.get(contradiction.issue or "", len(order)))


def _dates(case: Case, entries: list[Entry], sources: Sources) -> Iterator[Contradiction]:
    """One act of one actor that different reports put on different days, each from a time expression of its own."""
    told: dict[tuple[str, str, str | None, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "stance" and entry.actor and entry.type in ONCE and entry.on_basis != "published":
            for touch in entry.touches:
                told.setdefault((_holder(case, entry.actor), touch.issue, touch.option, entry.type), []).append(entry)
    for (actor, issue, option, _), acts in told.items():
        for group in episodes(acts):
            first = sources.without_copies(group)
            apart = len({entry.report for entry in first}) > 1 and not _one_day_fits_all(first)
            if apart:
                claims = claims_of(group, sources, lambda entry: entry.on or "")
                yield Contradiction(
                    matter="date", issue=issue, actor=actor, option=option, claims=tuple(sorted(claims.items()))
                )


def _stances(case: Case, entries: list[Entry], sources: Sources) -> Iterator[Contradiction]:
    """One side said to hold and to exclude one option on one day."""
    told: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "stance" and entry.actor and HOLDING[entry.type] in {"holds", "excludes"}:
            for touch in entry.touches:
                if touch.option:
                    told.setdefault((_holder(case, entry.actor), touch.issue, touch.option), []).append(entry)
    for (actor, issue, option), stances in told.items():
        for group in occasions(stances, within=stated):
            if len({HOLDING[entry.type] for entry in sources.without_copies(group)}) > 1:
                claims = claims_of(group, sources, lambda entry: entry.type)
                yield Contradiction(
                    matter="stance", issue=issue, actor=actor, option=option, claims=tuple(claims.items())
                )


def _options_held(case: Case, entries: list[Entry], sources: Sources) -> Iterator[Contradiction]:
    """One side said on one day, in different reports, to hold options that cannot be true together."""
    told: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "stance" and entry.actor and HOLDING[entry.type] == "holds":
            for issue_id in dict.fromkeys(touch.issue for touch in entry.touches if touch.option):
                told.setdefault((_holder(case, entry.actor), issue_id), []).append(entry)
    for (actor, issue_id), stances in told.items():
        issue = case.issue(issue_id)
        if issue is None or issue.kind != "negotiated":
            continue
        for group in occasions(stances, within=stated):
            apart = _apart(issue, sources.without_copies(group))
            claims: dict[str, tuple[str, ...]] = {}
            for option in apart:
                claims |= claims_of(
                    [entry for entry in group if (issue_id, option) in entry.touches], sources, _is(option)
                )
            if claims:
                yield Contradiction(
                    matter="options", issue=issue_id, actor=actor, option=None, claims=tuple(claims.items())
                )


def _apart(issue: Issue, entries: list[Entry]) -> list[str]:
    """The options that some report has the side hold, and another report one that cannot be true together with it."""
    told: dict[str, set[str]] = {}
    for entry in entries:
        for touch in entry.touches:
            if touch.issue == issue.id and touch.option:
                told.setdefault(touch.option, set()).add(entry.report)
    return [
        option.id
        for option in issue.options
        if any(
            issue.oppose(option.id, other) and len(reports | told[option.id]) > 1
            for other, reports in told.items()
            if option.id in told
        )
    ]


def _assessments(case: Case, entries: list[Entry], sources: Sources) -> Iterator[Contradiction]:
    """Assessments of how far the talks are, of about the same days, that cannot both be true."""
    opposed = {
        issue.id: {option.id for option in issue.options if option.opposes}
        | {other for option in issue.options for other in option.opposes}
        for issue in case.issues
        if issue.kind == "assessed"
    }
    told: dict[str, dict[str, Entry]] = {issue: {} for issue in opposed}
    for entry in entries:
        if entry.kind == "statement":
            for touch in entry.touches:
                if touch.option in opposed.get(touch.issue, ()):
                    told[touch.issue][entry.id] = entry
    for issue, statements in told.items():
        for group in episodes(statements.values()):
            claims: dict[str, tuple[str, ...]] = {}
            for option in _options(case, issue):
                claims |= claims_of(
                    [entry for entry in group if (issue, option) in entry.touches], sources, _is(option)
                )
            if len(claims) > 1:
                yield Contradiction(
                    matter="assessment", issue=issue, actor=None, option=None, claims=tuple(claims.items())
                )


def _is(option: str) -> Callable[[Entry], str]:
    return lambda _: option


def _options(case: Case, issue_id: str) -> tuple[str, ...]:
    issue = case.issue(issue_id)
    return tuple(option.id for option in issue.options) if issue else ()


def _holder(case: Case, actor_id: str) -> str:
    actor = case.actor(actor_id)
    return case.counts_as(actor).id if actor else actor_id


def _one_day_fits_all(entries: list[Entry]) -> bool:
    values = [entry.on for entry in entries if entry.on]
    return max(map(first_day, values)) <= min(map(last_day, values))
