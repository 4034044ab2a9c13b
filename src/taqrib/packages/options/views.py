"""From the record to a space: what each party and each approver is on record with, and on what terms."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from taqrib.edtf import day_order
from taqrib.errors import Invalid
from taqrib.packages.options.model import Choice, Condition, Space, View
from taqrib.positions import positions
from taqrib.record import HOLDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from taqrib.case import Case
    from taqrib.packages.options.model import Intensity, Level
    from taqrib.positions import Position
    from taqrib.record import Entry, Touch

STRONG = frozenset({"demand", "condition", "reject"})
"""Stances that put more weight on an option than accepting, supporting, offering or committing does."""


def space_on_record(
    case: Case, entries: Iterable[Entry], *, as_of: date, required: Mapping[str, tuple[Touch, ...]] | None = None
) -> Space:
    """What accepted entries alone make of every option.

    :param entries: accepted entries; see :func:`taqrib.positions.positions`.
    :param required: id of a condition's entry -> what the words it ``requires`` touch. A condition that is not here, or
        whose words touch no option of another issue, leaves its option *unknown*: nobody can say whether a package
        meets it.
    :raises Invalid: if the case has no negotiated issue, so that there is nothing to put into a package.
    """
    if not case.negotiated:
        raise Invalid(
            "expected a case with at least one negotiated issue, found none; add what is at issue to case.yaml"
        )
    by_id = {entry.id: entry for entry in entries}
    issues = {issue.id: tuple(option.id for option in issue.options) for issue in case.negotiated}
    reader = _Reader(by_id, required or {}, issues)
    runs: dict[tuple[str, Choice], list[Position]] = defaultdict(list)
    holders = (*(actor.id for actor in case.parties), *(actor.id for actor in case.with_role("ratifier")))
    for position in positions(case, by_id.values(), as_of=as_of):
        if position.actor in holders and position.option is not None:
            runs[position.actor, Choice(position.issue, position.option)].append(position)
    contradicted = _contradicted(case, runs)
    for (holder, choice), taken in runs.items():
        reader.read(holder, choice, taken, against=contradicted.get((holder, choice), ()))
    for view in reader.wished:
        reader.views.setdefault((view.holder, view.choice), view)
    return Space(
        issues=issues,
        parties=tuple(actor.id for actor in case.parties),
        approvers=tuple(actor.id for actor in case.with_role("ratifier")),
        views=reader.views,
        conditions=tuple(reader.conditions),
    )


def _contradicted(
    case: Case, runs: Mapping[tuple[str, Choice], list[Position]]
) -> dict[tuple[str, Choice], tuple[str, ...]]:
    """The entries that stand against what a holder holds: of options of the same issue that cannot be true with it.

    A later day's would have ended it, so they are of its last day.
    """
    held = {key: taken[-1] for key, taken in runs.items() if taken[-1].holding == "holds" and taken[-1].until is None}
    return {
        (holder, choice): other.entries
        for holder, choice in held
        for (whose, against), other in held.items()
        if whose == holder and against.issue == choice.issue
        if (issue := case.issue(choice.issue)) and issue.oppose(choice.option, against.option)
    }


class _Reader:
    """Reads one holder's runs of stances on one option after another."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        required: Mapping[str, tuple[Touch, ...]],
        issues: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.entries = entries
        self.required = required
        self.issues = issues
        self.views: dict[tuple[str, Choice], View] = {}
        self.conditions: list[Condition] = []
        self.wished: list[View] = []

    def read(self, holder: str, choice: Choice, runs: list[Position], *, against: tuple[str, ...]) -> None:
        """What the last day's words make of ``choice``; earlier words are history, and stay among its entries.

        :param against: entries of the same day by which the holder holds what cannot be true together with it.
        """
        standing = runs[-1]
        last = max(day_order(self.entries[entry].on) for entry in standing.entries)
        told = [self.entries[entry] for run in runs for entry in run.entries]
        latest = [entry for entry in told if day_order(entry.on) == last]
        level, cited = self._level(standing, latest), standing.entries
        if against or {HOLDING[entry.type] for entry in latest} >= {"holds", "excludes"}:
            level = "unknown"  # sources disagree about one day
            cited = tuple(sorted({*against, *(entry.id for entry in latest)}, key=lambda entry: int(entry[1:])))
        for entry in latest:
            if entry.type == "condition" and level != "unknown":
                level = self._conditional(holder, choice, entry, level)
        intensity: Intensity | None = None
        if level != "unknown":
            intensity = "strong" if any(entry.type in STRONG for entry in latest) else "weak"
        self.views[holder, choice] = View(holder=holder, choice=choice, level=level, intensity=intensity, entries=cited)

    def _level(self, standing: Position, latest: list[Entry]) -> Level:
        if standing.holding == "excludes":
            return "cannot"
        if standing.holding != "holds":
            return "unknown"
        return "wants" if any(entry.type == "demand" for entry in latest) else "can live with"

    def _conditional(self, holder: str, choice: Choice, entry: Entry, level: Level) -> Level:
        """What a condition makes of ``choice``: what it depends on, or one of the things it asks for."""
        asked = [
            Choice(touch.issue, touch.option)
            for touch in self.required.get(entry.id, ())
            if touch.option and touch.issue in self.issues
        ]
        touched = [Choice(touch.issue, touch.option) for touch in entry.touches if touch.option]
        if choice in asked and any(other.issue != choice.issue for other in touched if other not in asked):
            return "wants"
        elsewhere = tuple(other for other in asked if other.issue != choice.issue)
        if not elsewhere:
            return "unknown"
        self.conditions.append(Condition(holder=holder, choice=choice, requires=elsewhere, entries=(entry.id,)))
        self.wished += [
            View(holder=holder, choice=other, level="wants", intensity="strong", entries=(entry.id,))
            for other in elsewhere
        ]
        return level
