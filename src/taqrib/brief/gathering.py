"""From a record to the material of a brief: what belongs to its days, and what it takes to tell it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from taqrib.brief.arabic import gender
from taqrib.brief.material import Material
from taqrib.edtf import last_day
from taqrib.positions import contradictions, gap_matrix, moves, states
from taqrib.positions.occasions import NEAR, reach
from taqrib.positions.timeline import Remembered, entry_keys
from taqrib.rounds import is_of_round, rounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.case import Case
    from taqrib.positions import Contradiction, Gap, Move
    from taqrib.record import Entry, KeptReport, Key, View
    from taqrib.rounds import Round

HORIZON = timedelta(days=366)
"""How far ahead of its last day a brief looks for what is announced."""

COMPARED = 4
"""Entries under one key that what is new is compared with: the latest of about the same days."""


def gather(case: Case, view: View, *, since: date, until: date) -> Material:
    """Everything a brief of the days from ``since`` to ``until``, both included, rests on.

    What was said, what moved and which rounds were told of belong to the days they happened on *and* to the days they
    became known: a report of the 7th that tells of the 6th is news on both. What nobody dated is news on the day it
    became known. Where the issues stand, and what is still to come, is as of ``until``; contradictions are those that
    something of these days takes part in.

    Only what belongs to the days is looked up, so that the cost does not grow with the history before them.

    :param view: of the record; what it knows is what is told.
    """
    return _Gathering(case, view, since, until).material()


class _Gathering:
    def __init__(self, case: Case, view: View, since: date, until: date) -> None:
        self._case = case
        self._view = view
        self._since = since
        self._until = until
        self._timeline = Remembered(view.timeline())
        self._entries: dict[str, Entry] = {}
        self._reports: dict[str, KeptReport] = {}
        self._fresh = view.said(("statement", "stance", "event", "figure"), since, until)
        self._keep(self._fresh)

    def material(self) -> Material:
        case, until = self._case, self._until
        gaps = gap_matrix(case, self._timeline, as_of=until)
        before = states(case, self._timeline, as_of=self._eve())
        moved, ahead, disputed = self._moves(), self._rounds(), self._contradictions()
        self._keep_cited(gaps, moved)
        self._keep_voices()
        said = [entry for entry in self._fresh if entry.kind == "statement"]
        return Material(
            case=case,
            since=self._since,
            until=until,
            reports=self._reports,
            entries=self._entries,
            said=tuple(entry.id for entry in said if self._belongs(entry.on, (entry.id,))),
            moves=moved,
            gaps=tuple(gaps),
            changed=tuple((row.issue, before[row.issue], row.state) for row in gaps if before[row.issue] != row.state),
            rounds=ahead,
            contradictions=disputed,
        )

    def _moves(self) -> tuple[Move, ...]:
        days = [
            (key, last_day(entry.on).isoformat())
            for entry in self._fresh
            if entry.kind == "stance" and entry.on
            for key in entry_keys(entry)
        ]
        found = moves(self._case, self._timeline, days, as_of=self._until)
        self._keep_cited((), found)
        return tuple(move for move in found if self._belongs(move.on, move.after.entries[:1]))

    def _rounds(self) -> tuple[Round, ...]:
        until = self._until
        dated = list(filter(is_of_round, self._fresh))
        last = until + HORIZON if until < date.max - HORIZON else date.max
        told = self._view.dated("event", self._since, last, known_by=until)
        for day in {last_day(entry.on) for entry in dated if entry.on} - {last_day(one.on) for one in told if one.on}:
            told += self._view.dated("event", day, day, known_by=until)
        every = {entry.id: entry for entry in filter(is_of_round, (*dated, *told))}
        self._keep(every.values())
        return tuple(
            one
            for one in rounds(self._case, every.values(), self._reports, as_known_on=until)
            if self._became_known(one.entries) or (one.when is not None and last_day(one.when) >= self._since)
        )

    def _contradictions(self) -> tuple[Contradiction, ...]:
        fresh = {entry.id for entry in self._fresh}
        against = self._view.entries(ids=self._comparable() - fresh) + self._figures()
        self._keep(against)
        every = {entry.id: entry for entry in (*self._fresh, *against)}
        ordered = sorted(every.values(), key=lambda entry: int(entry.id[1:]))
        found = contradictions(self._case, ordered, self._reports, as_of=self._until)
        return tuple(one for one in found if not fresh.isdisjoint(one.entries))

    def _comparable(self) -> set[str]:
        """The ids of entries that may contradict what is new: of about the same days, on the same matter.

        Of stances that is the same side's on the same option, on one that cannot be true with it, or on the issue where
        one of them names no option; of assessments, whoever they are from.
        """
        assessed = {issue.id for issue in self._case.issues if issue.kind == "assessed"}
        keys = {kind: self._timeline.keys(kind) for kind in ("stance", "statement")}
        alike: dict[tuple[str, str | None, str | None], list[Key]] = {}
        for key in (*keys["stance"], *(key for key in keys["statement"] if key.issue in assessed)):
            alike.setdefault(self._matter(key), []).append(key)
        asked: dict[tuple[Key, str], str] = {}
        for entry in self._fresh:
            if entry.on and entry.kind in keys:
                first, last = reach(entry.on)
                for own in entry_keys(entry):
                    for key in alike.get(self._matter(own), ()):
                        if key.kind == "statement" or self._concern_each_other(own, key):
                            until = min(last, self._until).isoformat()
                            asked[key, until] = min(asked.get((key, until), until), first.isoformat())
        latest = self._timeline.latest(list(asked), limit=COMPARED)
        return {
            f"e{telling.entry}"
            for tellings, first_day in zip(latest, asked.values(), strict=True)
            for telling in tellings
            if telling.day >= first_day
        }

    def _concern_each_other(self, one: Key, other: Key) -> bool:
        if one.option is None or other.option in {one.option, None}:
            return True
        issue = self._case.issue(one.issue or "")
        return issue is not None and issue.oppose(one.option, str(other.option))

    def _figures(self) -> list[Entry]:
        """The figures that may be of what new ones count: those of about the same days."""
        if not any(entry.kind == "figure" for entry in self._fresh):
            return []
        first = self._since - NEAR if self._since - date.min > NEAR else date.min
        return self._view.dated("figure", first, self._until, known_by=self._until)

    def _matter(self, key: Key) -> tuple[str, str | None, str | None]:
        actor = self._case.actor(key.actor) if key.kind == "stance" and key.actor else None
        return key.kind, key.issue, self._case.counts_as(actor).id if actor else None

    def _eve(self) -> date:
        return self._since - timedelta(days=1) if self._since > date.min else self._since

    def _belongs(self, on: str | None, ids: Iterable[str]) -> bool:
        return (on is not None and self._since <= last_day(on) <= self._until) or self._became_known(ids)

    def _became_known(self, ids: Iterable[str]) -> bool:
        return any(self._since <= self._reports[self._entries[id_].report].known_on <= self._until for id_ in ids)

    def _keep(self, entries: Iterable[Entry]) -> None:
        """Have these entries and their reports at hand."""
        self._entries.update((entry.id, entry) for entry in entries)
        missing = {entry.report for entry in self._entries.values()} - self._reports.keys()
        self._reports.update((report.id, report) for report in self._view.reports(missing))

    def _keep_voices(self) -> None:
        """Have at hand some statements that may tell whether a person is a man or a woman, where no name tells it."""
        named = {entry.actor for entry in self._entries.values()} | {one.voice_actor for one in self._entries.values()}
        unsure = {
            actor.id
            for actor in self._case.actors
            if actor.kind == "person" and actor.id in named and gender(actor) == "unknown"
        }
        matters: dict[str | None, list[Key]] = {}
        for key in sorted(self._timeline.keys("statement"), key=str):
            if key.actor in unsure:
                matters.setdefault(key.actor, []).append(key)
        until = self._until.isoformat()
        asked = [(key, until) for keys in matters.values() for key in keys[:COMPARED]]
        told = {f"e{one.entry}" for found in self._timeline.latest(asked, limit=COMPARED) for one in found}
        self._keep(self._view.entries(ids=told - self._entries.keys()))

    def _keep_cited(self, gaps: Iterable[Gap], moved: Iterable[Move]) -> None:
        """Have at hand what positions and moves rest on."""
        cited = {id_ for row in gaps for id_ in row.entries} | {id_ for move in moved for id_ in move.entries}
        self._keep(self._view.entries(ids=cited - self._entries.keys()))
