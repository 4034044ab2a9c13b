"""How ``taqrib packages`` is told to people: plain lines, every claim with its entries or its signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taqrib.cli.output import console
from taqrib.packages.options import Apart, Condition, constraints
from taqrib.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from taqrib.case import Case
    from taqrib.packages.options import (
        Assumed,
        Choice,
        Concession,
        Constraint,
        Count,
        Counts,
        Estimate,
        Ground,
        Knot,
        Package,
        Partial,
        Question,
        Space,
        Trade,
    )

SHOWN = 10
"""How many blocking sets and openings of a knot are told; JSON has all."""


@dataclass(slots=True, kw_only=True)
class Found:
    """Everything one run of the command answers.

    :ivar space: with the estimates, if any were given.
    :ivar quotes: id of an accepted entry -> its words.
    :ivar limit: why what follows the counts is missing; ``None`` if nothing is.
    """

    case: Case
    day: date
    space: Space
    quotes: Mapping[str, str]
    on_record: Counts
    assumed: Assumed | None
    with_estimates: Counts | None
    packages: list[Package] = field(default_factory=list)
    knots: list[Knot] = field(default_factory=list)
    certain: list[Partial] = field(default_factory=list)
    all_certain: bool = True
    possible: list[Partial] = field(default_factory=list)
    all_possible: bool = True
    trades: list[Trade] = field(default_factory=list)
    asked: bool = False
    questions: list[Question] = field(default_factory=list)
    limit: str | None = None

    @property
    def counts(self) -> Counts:
        """The counts of :attr:`space`."""
        return self.with_estimates or self.on_record

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """Everything that excludes packages."""
        return constraints(self.space)

    @property
    def cited(self) -> list[str]:
        """The ids of all entries that a view or a condition rests on, by number."""
        of_views = {entry for view in self.space.views.values() for entry in view.entries}
        of_conditions = {entry for condition in self.space.conditions for entry in condition.entries}
        return sorted(of_views | of_conditions, key=lambda entry: int(entry[1:]))


def page(found: Found, *, why: bool) -> None:
    """Print the answer."""
    out = console()
    out.print(visible(f"{found.case.title.en}, as of {found.day}"), style="bold")
    for line in _Teller(found).lines(why=why):
        out.print(visible(line), soft_wrap=True)


class _Teller:
    """Puts one answer into lines."""

    def __init__(self, found: Found) -> None:
        self.found = found
        bodies = {body.id: body.name.en for body in found.case.bodies}
        self.names = bodies | {actor.id: actor.name.en for actor in found.case.actors}
        self.questions = {issue.id: issue.question.en for issue in found.case.issues}
        self.labels = {
            (issue.id, option.id): option.label.en for issue in found.case.issues for option in issue.options
        }

    def lines(self, *, why: bool) -> Iterator[str]:
        found = self.found
        yield from self._counts()
        if found.limit:
            yield ""
            yield f"The packages themselves were not gone through: {found.limit}."
            return
        yield from self._packages()
        for number, knot in enumerate(found.knots, 1):
            yield from self._knot(number, knot)
        yield from self._partial()
        yield from self._trades()
        yield from self._questions()
        if why:
            yield from self._why()

    def _counts(self) -> Iterator[str]:
        found = self.found
        yield f"{found.on_record.all:,} packages on {len(found.space.issues)} issues"
        yield f"on record alone: {_told(found.on_record)}"
        if found.assumed and found.with_estimates:
            yield f"with {found.assumed.counted} estimates: {_told(found.with_estimates)}"
            for view in found.assumed.passed_over:
                yield f"  not counted, because the record says it itself: {self._ground(view)}"

    def _packages(self) -> Iterator[str]:
        if not self.found.packages:
            return
        yield ""
        shown, all_of_them = len(self.found.packages), self.found.counts.possible.at_most
        yield f"Possible packages, the fewest open questions first ({shown:,} of {all_of_them:,})"
        for number, package in enumerate(self.found.packages, 1):
            state = "certain" if package.certain else f"possible, {package.unknown} unknown"
            yield f"{number}. {state}, {package.lived_with} can live with"
            for choice in package.choices:
                unknown = self.found.space.unknown(choice)
                yield f"   {self._choice(choice)}{f'  (unknown: {self._listed(unknown)})' if unknown else ''}"

    def _knot(self, number: int, knot: Knot) -> Iterator[str]:
        yield ""
        if number == 1:
            yield f"Nothing is possible. To open the talks, open {_knots(len(self.found.knots))}."
        yield f"Knot {number}, on {', '.join(knot.issues)}"
        sets = sum(blocker.sets for blocker in knot.blockers)
        yield f"  Minimal sets that block: {'' if knot.complete else 'at least '}{sets:,}"
        for blocker in knot.blockers[:SHOWN]:
            yield "  - " + " + ".join(
                " or ".join(self._ground(one.ground) for one in place) for place in blocker.places
            )
        yield from _more(len(knot.blockers))
        openings = f"{'' if knot.complete else 'at least '}{len(knot.openings):,}"
        yield f"  Minimal changes that would open it, any one of: {openings}"
        for opening in knot.openings[:SHOWN]:
            yield "  - " + " and ".join(self._ground(one.ground) for one in opening)
        yield from _more(len(knot.openings))

    def _partial(self) -> Iterator[str]:
        for word, partials, complete in (
            ("certain", self.found.certain, self.found.all_certain),
            ("possible", self.found.possible, self.found.all_possible),
        ):
            if not partials:
                continue
            size = len(partials[0].issues)
            yield ""
            of_all = f"{size} of {len(self.found.space.issues)} issues"
            yield f"Largest sets of issues on which something is {word}: {of_all}"
            for partial in partials if size else ():
                yield f"  - {', '.join(partial.issues)}  (in {partial.ways:,} ways)"
            if not complete:
                yield "  and more of the same size"

    def _trades(self) -> Iterator[str]:
        if not self.found.trades:
            return
        yield ""
        yield "Trades: each side gives what it is on record as minding less"
        for trade in self.found.trades:
            state = "certain" if trade.certain else "possible"
            yield f"  - {state}: {self._gives(trade.one)}; {self._gives(trade.other)}"

    def _gives(self, one: Concession) -> str:
        said = "" if one.level == "can live with" else ", on which it is unknown"
        return (
            f"{self.names[one.giver]} gives {self._choice(one.choice)}{said} {_cited(one.minded)} "
            f"to {self.names[one.taker]} {_cited(one.asked)}"
        )

    def _questions(self) -> Iterator[str]:
        if not self.found.questions:
            if self.found.asked:
                yield ""
                yield "Nothing is worth asking: no answer to an unknown decides any package."
            return
        yield ""
        yield "Worth asking, what decides most first"
        for number, one in enumerate(self.found.questions, 1):
            yield f"{number}. {self.names[one.holder]}: {self._choice(one.choice)} {_cited(one.entries)}".rstrip()
            yield f"   yes: {self._if_yes(one)}"
            yield f"   no: {one.if_no:,} of {self.found.counts.possible.at_most:,} possible packages are excluded"

    def _if_yes(self, one: Question) -> str:
        if one.if_yes:
            return f"{one.if_yes:,} more packages are certain"
        if one.also_unknown:
            return f"nothing is decided, because {self._listed(one.also_unknown)} would still have to say so"
        return "nothing is decided, because other issues stay open"

    def _why(self) -> Iterator[str]:
        space = self.found.space
        yield ""
        yield "Who holds what"
        for issue, options in space.issues.items():
            yield self.questions[issue]
            for choice in (choice for choice in space.choices if choice.issue == issue and choice.option in options):
                yield f"  {self.labels[choice]}"
                for holder in space.holders:
                    view = space.views.get((holder, choice))
                    if view or holder in space.parties:
                        basis = _basis(view.entries, view.estimate) if view else ""
                        yield f"    {space.level(holder, choice)}: {self.names[holder]} {basis}".rstrip()
        ties = [one.ground for one in self.found.constraints if isinstance(one.ground, Condition | Apart)]
        if ties:
            yield "Across issues"
            yield from (f"  {self._ground(ground)}" for ground in ties)
        if self.found.cited:
            yield "Quotes"
            yield from (f"  {entry}: {self.found.quotes[entry]}" for entry in self.found.cited)

    def _ground(self, ground: Ground) -> str:
        if isinstance(ground, Apart):
            options = " and ".join(map(self._choice, ground.choices))
            return f"{options} cannot stand together {_basis((), ground.estimate)}"
        basis = _basis(ground.entries, ground.estimate)
        if isinstance(ground, Condition):
            required = ", ".join(map(self._choice, ground.requires))
            return f"{self.names[ground.holder]}: {self._choice(ground.choice)} only with {required} {basis}"
        return f"{self.names[ground.holder]} {ground.level}: {self._choice(ground.choice)} {basis}"

    def _choice(self, choice: Choice) -> str:
        return f"{choice.issue}: {self.labels[choice]}"

    def _listed(self, holders: Iterable[str]) -> str:
        return ", ".join(self.names[holder] for holder in holders)


def _knots(number: int) -> str:
    return "this knot" if number == 1 else f"each of these {number} knots"


def _told(counts: Counts) -> str:
    return f"{_count(counts.possible)} possible, {_count(counts.certain)} certain"


def _count(count: Count) -> str:
    return f"{count.at_least:,}" if count.exact else f"between {count.at_least:,} and {count.at_most:,}"


def _cited(entries: tuple[str, ...]) -> str:
    return f"[{', '.join(entries)}]" if entries else ""


def _basis(entries: tuple[str, ...], estimate: Estimate | None) -> str:
    if estimate:
        return f"(estimate of {estimate.by}, {estimate.on}: {estimate.why})"
    return _cited(entries)


def _more(total: int) -> Iterator[str]:
    if total > SHOWN:
        yield f"  and {total - SHOWN:,} more: --format json"
