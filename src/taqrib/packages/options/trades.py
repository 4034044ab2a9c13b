"""Trades: two concessions, each on an issue that the giver speaks of less strongly than the taker.

Only what is on record counts, and only in two steps: who demands, rejects or sets conditions speaks more strongly than
who accepts, supports, offers or commits. Nothing is added up, so a trade is an observation and no recommendation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from taqrib.packages.options.constraints import boxes_of, constraints
from taqrib.packages.options.diagram import WIDEST, Diagram

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.packages.options.model import Choice, Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Concession:
    """``giver`` lets ``taker`` have an option that the taker wants.

    :ivar asked: the taker's entries: what shows that it wants the option.
    :ivar minded: the giver's entries on the issue, none of them a demand, a rejection or a condition.
    :ivar level: what is known of the giver and this very option.
    """

    giver: str
    taker: str
    choice: Choice
    level: Literal["can live with", "unknown"]
    asked: tuple[str, ...]
    minded: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """Two concessions on two issues, the giver of one the taker of the other, by the first giver's id."""

    one: Concession
    other: Concession

    @property
    def certain(self) -> bool:
        """Whether both givers are on record as accepting what they would give."""
        return "unknown" not in {self.one.level, self.other.level}


def trades(space: Space, *, widest: int = WIDEST) -> Iterator[Trade]:
    """Every trade that some possible package holds, lazily; those whose givers are known to accept come first.

    :raises LimitReached: if the diagram has more than ``widest`` arcs.
    """
    boxes = boxes_of(constraints(space))
    given = list(_concessions(space))
    pairs = [
        Trade(one=one, other=other)
        for one in given
        for other in given
        if (one.giver, one.taker) == (other.taker, other.giver)
        and one.giver < one.taker
        and one.choice.issue != other.choice.issue
    ]
    pairs.sort(
        key=lambda pair: (not pair.certain, pair.one.giver, pair.other.giver, pair.one.choice, pair.other.choice)
    )
    for pair in pairs:
        taken = {choice.issue: (choice.option,) for choice in (pair.one.choice, pair.other.choice)}
        if Diagram({**space.issues, **taken}, boxes, widest=widest).count:
            yield pair


def _concessions(space: Space) -> Iterator[Concession]:
    for choice in space.choices:
        for taker in space.parties:
            wish = space.views.get((taker, choice))
            if wish is None or wish.level != "wants" or not wish.entries:
                continue
            for giver in space.parties:
                level = space.level(giver, choice)
                minded = _spoken_of_weakly(space, giver, choice.issue)
                if giver != taker and minded and (level in {"can live with", "unknown"}):
                    yield Concession(
                        giver=giver,
                        taker=taker,
                        choice=choice,
                        level="can live with" if level == "can live with" else "unknown",
                        asked=wish.entries,
                        minded=minded,
                    )


def _spoken_of_weakly(space: Space, holder: str, issue: str) -> tuple[str, ...]:
    """The entries on an issue on which ``holder`` is on record, and never strongly; empty otherwise."""
    views = [view for (who, choice), view in space.views.items() if who == holder and choice.issue == issue]
    intensities = {view.intensity for view in views if view.entries}
    if intensities != {"weak"}:
        return ()
    return tuple(dict.fromkeys(entry for view in views for entry in view.entries))
