"""Which unknown is worth asking about: what each answer would decide, counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taqrib.packages.options.constraints import boxes_of, constraints
from taqrib.packages.options.counts import accepted
from taqrib.packages.options.diagram import WIDEST, Diagram

if TYPE_CHECKING:
    from taqrib.packages.options.model import Choice, Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What one holder makes of one option: unknown, and worth asking.

    :ivar if_yes: how many possible packages the answer "we accept it" would make certain.
    :ivar if_no: how many possible packages the answer "we cannot" would exclude: those that take the option.
    :ivar also_unknown: who else has yet to say something of the option, by id.
    :ivar entries: what is on record all the same: a reservation, a dropped demand, a condition outside the issues.
    """

    holder: str
    choice: Choice
    if_yes: int
    if_no: int
    also_unknown: tuple[str, ...]
    entries: tuple[str, ...]

    @property
    def decides(self) -> int:
        """How many packages are decided whatever the answer is."""
        return min(self.if_yes, self.if_no)


def questions(space: Space, *, widest: int = WIDEST) -> list[Question]:
    """Every unknown that some possible package turns on, those first that decide most whatever the answer.

    Then come those whose one answer decides most, then those where the fewest others are unknown too, then ids. Silence
    of an approver is no question here; a reservation of one is.

    :raises LimitReached: if the diagram has more than ``widest`` arcs.
    """
    possible = Diagram(space.issues, boxes_of(constraints(space)), widest=widest).with_choice()
    lone = {choice: space.unknown(choice) for choice in possible}
    sealed = _sealed(space, [choice for choice, holders in lone.items() if len(holders) == 1], widest=widest)
    found = [
        Question(
            holder=holder,
            choice=choice,
            if_yes=sealed.get(choice, 0),
            if_no=possible[choice],
            also_unknown=tuple(sorted(other for other in unknown if other != holder)),
            entries=view.entries if (view := space.views.get((holder, choice))) else (),
        )
        for choice, unknown in lone.items()
        for holder in unknown
    ]
    return sorted(
        found,
        key=lambda one: (-one.decides, -max(one.if_yes, one.if_no), len(one.also_unknown), one.choice, one.holder),
    )


def _sealed(space: Space, lone: list[Choice], *, widest: int) -> dict[Choice, int]:
    """For each choice with a single unknown: the packages in which everything else is accepted by everybody."""
    domains = accepted(space)
    boxes = boxes_of(constraints(space))
    counts: dict[Choice, int] = {}
    for issue in sorted({choice.issue for choice in lone}):
        if all(domains[other] for other in domains if other != issue):
            options = tuple(choice.option for choice in lone if choice.issue == issue)
            counts |= Diagram({**domains, issue: options}, boxes, widest=widest).with_choice()
    return {choice: counts[choice] for choice in lone if choice in counts}
