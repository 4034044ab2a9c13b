"""What is on record about every option: who wants it, can live with it, cannot, or has said nothing; and on what terms.

Everything here is ordinal. No view is weighed against another, and no number stands for what somebody feels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Level = Literal["wants", "can live with", "cannot", "unknown"]
"""What a holder's words make of an option; ``unknown`` is what nobody has said, and never consent."""

Intensity = Literal["strong", "weak"]
"""How a holder speaks of an option: demanding, rejecting and setting conditions is stronger than accepting."""


class Choice(NamedTuple):
    """One option of one issue."""

    issue: str
    option: str

    def __str__(self) -> str:
        return f"{self.issue}:{self.option}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An analyst's signature under what no report says.

    :ivar by: who estimates.
    :ivar on: ISO date of the estimate.
    :ivar why: the reason, in the analyst's words; never empty.
    """

    by: str
    on: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one holder makes of one option.

    :ivar intensity: how the latest words on record put it; ``None`` for estimates, reservations and dropped demands.
    :ivar entries: ids of the entries it rests on, earliest first; empty if it rests on an estimate.
    :ivar estimate: the signature, if no entry stands behind it.
    """

    holder: str
    choice: Choice
    level: Level
    intensity: Intensity | None = None
    entries: tuple[str, ...] = ()
    estimate: Estimate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A yes to ``choice`` that holds only together with ``requires``.

    :ivar requires: at least one choice, none of them of the issue of ``choice``. Options of one issue are alternatives;
        of several issues, one each is required.
    """

    holder: str
    choice: Choice
    requires: tuple[Choice, ...]
    entries: tuple[str, ...] = ()
    estimate: Estimate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Options of different issues that cannot stand in one package, whoever may want them; an analyst's finding.

    :ivar choices: two or more, each of another issue.
    """

    choices: tuple[Choice, ...]
    estimate: Estimate


Ground: TypeAlias = View | Condition | Apart
"""What excludes a package: a *cannot*, a condition that is not met, or options that cannot stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """All packages of one negotiation, and what those who must say yes make of them.

    :ivar issues: issue -> its options, as the case states them; a package takes one of each.
    :ivar parties: who negotiates: a package is certain only if each of them is known to accept all of it.
    :ivar approvers: who must say yes at home: they exclude as parties do, but their silence leaves a package as it is.
    :ivar views: (holder, choice) -> view; what is missing is unknown.
    """

    issues: Mapping[str, tuple[str, ...]]
    parties: tuple[str, ...]
    approvers: tuple[str, ...] = ()
    views: Mapping[tuple[str, Choice], View]
    conditions: tuple[Condition, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """Parties and approvers."""
        return (*self.parties, *self.approvers)

    @property
    def choices(self) -> Iterator[Choice]:
        """Every option of every issue, as the case states them."""
        return (Choice(issue, option) for issue, options in self.issues.items() for option in options)

    @property
    def packages(self) -> int:
        """How many packages there are, whatever anybody makes of them."""
        return prod(len(options) for options in self.issues.values())

    def level(self, holder: str, choice: Choice) -> Level:
        """What ``holder`` makes of ``choice``."""
        view = self.views.get((holder, choice))
        return view.level if view else "unknown"

    def unknown(self, choice: Choice) -> tuple[str, ...]:
        """Who has yet to say something of ``choice``: parties, and approvers with doubts on record."""
        return tuple(
            holder
            for holder in self.holders
            if self.level(holder, choice) == "unknown" and (holder in self.parties or (holder, choice) in self.views)
        )

    def lived_with(self, choice: Choice) -> tuple[str, ...]:
        """Who can live with ``choice`` and does not want it."""
        return tuple(holder for holder in self.holders if self.level(holder, choice) == "can live with")

    def accepted(self, choice: Choice) -> bool:
        """Whether every party accepts ``choice`` and nobody excludes it or has doubts on record."""
        return not self.unknown(choice) and not any(self.level(holder, choice) == "cannot" for holder in self.holders)

    def with_view(self, view: View) -> Space:
        """The same with one more view: what an answer would make of it."""
        return replace(self, views={**self.views, (view.holder, view.choice): view})
