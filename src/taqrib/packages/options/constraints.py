"""From grounds to constraints: what each *cannot*, condition and incompatibility forbids, as boxes of options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from taqrib.packages.options.model import Apart, Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from taqrib.packages.options.model import Choice, Ground, Space

Box: TypeAlias = tuple[tuple[str, frozenset[str]], ...]
"""Issues with some of their options, by issue: a package that lies inside on every one of them is forbidden."""

OPEN = ""
"""In a partial package: the issue is left open. No option has this id."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """What one ground forbids.

    :ivar boxes: at least one; a package breaks the constraint if it lies in any of them.
    """

    ground: Ground
    boxes: tuple[Box, ...]

    def broken_by(self, package: Mapping[str, str]) -> bool:
        """Whether ``package`` (issue -> option, of every issue) is excluded on this ground."""
        return any(all(package[issue] in options for issue, options in box) for box in self.boxes)


def constraints(space: Space, *, open_breaks: bool = False) -> tuple[Constraint, ...]:
    """Everything that excludes packages, in an order that does not depend on the order of holders.

    :param open_breaks: for partial packages: whether a required option of an issue that is left :data:`OPEN` breaks the
        condition.
    """
    cannot = [
        Constraint(view, (box([view.choice]),))
        for view in space.views.values()
        if view.level == "cannot" and view.choice.option in space.issues[view.choice.issue]
    ]
    conditions = [
        Constraint(condition, tuple(_boxes(space, condition, open_breaks=open_breaks)))
        for condition in space.conditions
    ]
    apart = [Constraint(ground, (box(ground.choices),)) for ground in space.apart]
    return tuple(sorted((*cannot, *conditions, *apart), key=_place))


def boxes_of(found: Iterable[Constraint]) -> tuple[Box, ...]:
    """Every box once."""
    return tuple(dict.fromkeys(one for constraint in found for one in constraint.boxes))


def box(choices: Iterable[Choice]) -> Box:
    """The box of exactly these choices, each of another issue."""
    return tuple(sorted(((choice.issue, frozenset({choice.option})) for choice in choices), key=lambda part: part[0]))


def _boxes(space: Space, condition: Condition, *, open_breaks: bool) -> Iterable[Box]:
    wanted: dict[str, set[str]] = {}
    for choice in condition.requires:
        wanted.setdefault(choice.issue, set()).add(choice.option)
    for issue, options in wanted.items():
        others = set(space.issues[issue]) - options | ({OPEN} if open_breaks else set())
        if others:
            yield tuple(
                sorted(
                    ((condition.choice.issue, frozenset({condition.choice.option})), (issue, frozenset(others))),
                    key=lambda part: part[0],
                )
            )


def _place(constraint: Constraint) -> tuple[object, ...]:
    ground = constraint.ground
    if isinstance(ground, Apart):
        return (2, *sorted(ground.choices))
    kind = int(isinstance(ground, Condition))
    return (kind, ground.choice, ground.holder, getattr(ground, "requires", ()), ground.entries)
