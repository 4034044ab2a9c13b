"""Where sources disagree: the same matter, told differently, side by side; nothing is decided between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.edtf import first_day, last_day
from taqrib.positions.holdings import HOLDING
from taqrib.positions.model import Contradiction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from taqrib.case import Case
    from taqrib.record import Entry


_ONCE = {"offer", "drop", "accept"}
"""Acts done on one day; a demand or a refusal may be repeated on another without anybody disagreeing."""


def contradictions(case: Case, entries: Iterable[Entry], *, as_of: date) -> list[Contradiction]:
    """Every contradiction on record by ``as_of``, in the case's order of issues.

    :param entries: accepted entries, of any kind.
    """
    known = [entry for entry in entries if entry.on and last_day(entry.on) <= as_of]
    found = [*_dates(known), *_stances(known), *_assessments(case, known)]
    order = {issue.id: place for place, issue in enumerate(case.issues)}
    return sorted(found, key=lambda contradiction: order.get(contradiction.issue, len(order)))


def _dates(entries: list[Entry]) -> Iterator[Contradiction]:
    """One act of one actor that different reports put on different days, each from a time expression of its own."""
    told: dict[tuple[str, str, str | None, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "stance" and entry.actor and entry.type in _ONCE and entry.on_basis != "published":
            for touch in entry.touches:
                told.setdefault((entry.actor, touch.issue, touch.option, entry.type), []).append(entry)
    for (actor, issue, option, _), group in told.items():
        claims = _claims(group, lambda entry: entry.on or "")
        apart = len({entry.report for entry in group}) > 1 and not _one_day_fits_all(list(claims))
        if apart:
            yield Contradiction(
                matter="date", issue=issue, actor=actor, option=option, claims=tuple(sorted(claims.items()))
            )


def _stances(entries: list[Entry]) -> Iterator[Contradiction]:
    """One actor said to hold and to exclude one option on one day."""
    told: dict[tuple[str, str, str | None, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "stance" and entry.actor and HOLDING[entry.type] in {"holds", "excludes"}:
            for touch in entry.touches:
                told.setdefault((entry.actor, touch.issue, touch.option, entry.on or ""), []).append(entry)
    for (actor, issue, option, _), group in told.items():
        if option and len({HOLDING[entry.type] for entry in group}) > 1:
            claims = _claims(group, lambda entry: entry.type)
            yield Contradiction(matter="stance", issue=issue, actor=actor, option=option, claims=tuple(claims.items()))


def _assessments(case: Case, entries: list[Entry]) -> Iterator[Contradiction]:
    """Assessments of how far the talks are that cannot both be true."""
    for issue in case.issues:
        if issue.kind != "assessed":
            continue
        opposed = {option.id for option in issue.options if option.opposes} | {
            other for option in issue.options for other in option.opposes
        }
        told = {
            option.id: [
                entry
                for entry in entries
                if entry.kind == "statement" and any(touch == (issue.id, option.id) for touch in entry.touches)
            ]
            for option in issue.options
            if option.id in opposed
        }
        claims = tuple((option, tuple(entry.id for entry in group)) for option, group in told.items() if group)
        if len(claims) > 1:
            yield Contradiction(matter="assessment", issue=issue.id, actor=None, option=None, claims=claims)


def _claims(group: list[Entry], claim: Callable[[Entry], str]) -> dict[str, tuple[str, ...]]:
    claims: dict[str, tuple[str, ...]] = {}
    for entry in group:
        claims[claim(entry)] = (*claims.get(claim(entry), ()), entry.id)
    return claims


def _one_day_fits_all(values: list[str]) -> bool:
    return max(map(first_day, values)) <= min(map(last_day, values))
