"""The plan of a brief: which facts are told, in which order, each with the entries it rests on; in no language.

A fact is told only while every entry it rests on stands: it is in the material and accepted, its report is there too,
and its span still holds its quote. So removing a report or an entry removes the sentences, in every language alike.
The sections go from what a reader must know to what he may look up. Within one the order is that of the case's issues,
then of days, then of the case's actors; nothing else about an actor moves it up or down. Rounds still to come stand
before those that are over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from taqrib.brief.utterances import utterances
from taqrib.edtf import days, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.brief.material import Material
    from taqrib.positions.model import Contradiction, Gap, Move, Position, State
    from taqrib.record.entry import Entry
    from taqrib.rounds.model import Round

SectionName: TypeAlias = Literal["said", "moved", "gaps", "next", "disagree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An entry of the period, told as whoever said it; or several that are told in one sentence.

    :ivar issue: the first issue of the case that it touches; ``None`` if it touches none.
    :ivar parts: the entry, or the parts of one quotation.
    :ivar reprints: an entry of each reprint that says it in the same words.
    :ivar entries: all told: the parts, those of reprints, and last those of statements quoted inside these words.
    """

    issue: str | None
    parts: tuple[str, ...]
    reprints: tuple[str, ...]
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The state of an issue is no longer what it was before the period."""

    issue: str
    before: State
    after: State
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A party's position changed."""

    issue: str
    move: Move
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A row of the gap matrix.

    :ivar entries: in the order of the columns, each as often as a position rests on it.
    """

    issue: str
    gap: Gap
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """A meeting or a journey.

    :ivar passed: it was announced (or possible) for days that are over.
    :ivar unreported: it has passed, and no other round on those days may be what became of it.
    """

    round: Round
    passed: bool
    unreported: bool
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """Sources say different things of one matter.

    :ivar issue: ``None`` for figures that touch no issue, or several.
    """

    issue: str | None
    contradiction: Contradiction
    entries: tuple[str, ...]


Fact: TypeAlias = Said | Changed | Moved | Standing | Scheduled | Disputed


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The facts of one question a reader has, in the order they are told; empty if there is nothing to tell."""

    name: SectionName
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a brief tells.

    :ivar sections: moved, gaps, next, disagree, said; always all five.
    :ivar columns: the parties, and whoever else of the gap matrix holds a position on any issue, in the case's order.
    :ivar silent: the others of the gap matrix: nothing on record on any issue.
    :ivar cited: every entry told of, in the order of their numbers: the appendix of quotes.
    """

    sections: tuple[Section, ...]
    columns: tuple[str, ...]
    silent: tuple[str, ...]
    cited: tuple[str, ...]

    def facts(self, name: SectionName) -> tuple[Fact, ...]:
        """The facts of one section."""
        return next(section.facts for section in self.sections if section.name == name)


def plan(material: Material) -> Plan:
    """What there is to tell of ``material``."""
    planner = _Planner(material)
    sections = (
        Section(name="moved", facts=planner.moved()),
        Section(name="gaps", facts=planner.gaps()),
        Section(name="next", facts=planner.scheduled()),
        Section(name="disagree", facts=planner.disputed()),
        Section(name="said", facts=planner.said()),
    )
    cited = {entry for section in sections for fact in section.facts for entry in fact.entries}
    columns, silent = planner.columns()
    return Plan(sections=sections, columns=columns, silent=silent, cited=tuple(sorted(cited, key=entry_number)))


def entry_number(entry: str) -> int:
    """12 for ``e12``."""
    return int(entry[1:])


def stands(entry: Entry, material: Material) -> bool:
    """Whether somebody accepted the entry, and its report is at hand and still holds its quote at its span."""
    report = material.reports.get(entry.report)
    return entry.status == "accepted" and report is not None and report.text[slice(*entry.span)] == entry.quote


class _Planner:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.standing = {id_: entry for id_, entry in material.entries.items() if stands(entry, material)}
        self._issue_order = {issue.id: place for place, issue in enumerate(material.case.issues)}
        self._actor_order = {actor.id: place for place, actor in enumerate(material.case.actors)}

    def said(self) -> tuple[Fact, ...]:
        entries = [self.standing[id_] for id_ in dict.fromkeys(self.material.said) if id_ in self.standing]
        entries.sort(
            key=lambda entry: (*self._place(self._issue(entry), entry.on, entry.actor), entry_number(entry.id))
        )
        return tuple(
            Said(
                issue=min((self._issue(part) for part in one.parts), key=self._order_of),
                parts=tuple(entry.id for entry in one.parts),
                reprints=tuple(parts[0].id for parts in one.reprints),
                entries=tuple(entry.id for entry in one.entries),
            )
            for one in utterances(entries, self.material.reports)
        )

    def moved(self) -> tuple[Fact, ...]:
        rows = {gap.issue: gap for gap in self.material.gaps}
        facts: list[Changed | Moved] = []
        for issue, before, after in self.material.changed:
            row = self._row(rows[issue]) if issue in rows else None
            if row and row.gap == rows[issue]:
                facts.append(Changed(issue=issue, before=before, after=after, entries=row.gap.entries))
        moves = sorted(
            filter(self._all_stand, self.material.moves),
            key=lambda move: (*self._place(move.issue, move.on, move.actor), *map(entry_number, move.entries)),
        )
        facts.extend(Moved(issue=move.issue, move=move, entries=_once(move.entries)) for move in moves)
        return tuple(sorted(facts, key=lambda fact: self._order_of(fact.issue)))

    def gaps(self) -> tuple[Fact, ...]:
        return tuple(map(self._row, sorted(self.material.gaps, key=lambda gap: self._order_of(gap.issue))))

    def scheduled(self) -> tuple[Fact, ...]:
        rounds = sorted(
            filter(self._all_stand, self.material.rounds),
            key=lambda round_: (not self._is_ahead(round_), _day(round_.when), *map(entry_number, round_.entries)),
        )
        return tuple(
            Scheduled(
                round=round_,
                passed=self._has_passed(round_),
                unreported=self._has_passed(round_) and not any(_may_be(other, round_) for other in rounds),
                entries=_once(round_.entries),
            )
            for round_ in rounds
        )

    def disputed(self) -> tuple[Fact, ...]:
        contradictions = sorted(
            filter(self._all_stand, self.material.contradictions),
            key=lambda contradiction: (
                self._order_of(contradiction.issue),
                self._actor_order.get(contradiction.actor or "", len(self._actor_order)),
                *map(entry_number, contradiction.entries),
            ),
        )
        return tuple(
            Disputed(issue=contradiction.issue, contradiction=contradiction, entries=contradiction.entries)
            for contradiction in contradictions
        )

    def columns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The actors who have a column in the matrix, and those on whom there is nothing to put into one."""
        parties = {actor.id for actor in self.material.case.parties}
        gaps = [self._row(gap).gap for gap in self.material.gaps]
        heard = {actor for gap in gaps for actor, positions in gap.cells.items() if positions}
        actors = self._in_order({actor for gap in gaps for actor in gap.cells})
        return (
            tuple(actor for actor in actors if actor in parties | heard),
            tuple(actor for actor in actors if actor not in parties | heard),
        )

    def _in_order(self, actors: Iterable[str]) -> list[str]:
        return sorted(actors, key=lambda actor: (self._actor_order.get(actor, len(self._actor_order)), actor))

    def _row(self, gap: Gap) -> Standing:
        """The row without the positions that lost an entry; one that lost any says no more than *unknown*."""
        cells = {actor: tuple(filter(self._all_stand, positions)) for actor, positions in gap.cells.items()}
        if cells != gap.cells:
            gap = replace(gap, state="unknown", cells=cells)
        entries = tuple(
            entry for actor in self._in_order(cells) for position in cells[actor] for entry in position.entries
        )
        return Standing(issue=gap.issue, gap=gap, entries=entries)

    def _all_stand(self, told: Move | Position | Round | Contradiction) -> bool:
        return all(entry in self.standing for entry in told.entries)

    def _is_ahead(self, round_: Round) -> bool:
        """Whether the round is still to come, or was to: announced for no day that is over, or of a later day."""
        if round_.when is not None and last_day(round_.when) > self.material.until:
            return True
        return round_.status in {"announced", "possible"} and not self._has_passed(round_)

    def _has_passed(self, round_: Round) -> bool:
        if round_.status not in {"announced", "possible"} or round_.when is None:
            return False
        return last_day(round_.when) < self.material.until

    def _issue(self, entry: Entry) -> str | None:
        return min((touch.issue for touch in entry.touches), key=self._order_of, default=None)

    def _order_of(self, issue: str | None) -> int:
        return self._issue_order.get(issue or "", len(self._issue_order))

    def _place(self, issue: str | None, on: str | None, actor: str | None) -> tuple[int, str, int]:
        return self._order_of(issue), _day(on), self._actor_order.get(actor or "", len(self._actor_order))


def _may_be(other: Round, announced: Round) -> bool:
    """Whether ``other`` is said to have taken place on a day the announced round was set for.

    Then nobody can say that it did not.
    """
    said = {other.status, *(status for status, _ in other.otherwise)}
    if said.isdisjoint({"held", "ongoing"}) or other.when is None or announced.when is None:
        return False
    if (other.type == "travel") != (announced.type == "travel"):
        return False
    (first, last), (earliest, latest) = days(other.when), days(announced.when)
    return first <= latest and earliest <= last


def _day(value: str | None) -> str:
    """The last day a date may mean, in an order that puts unknown days last."""
    return last_day(value).isoformat() if value else "9999"


def _once(entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entries))
