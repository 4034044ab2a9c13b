"""Packages, one option for every issue: ``options`` works from the record, ``utilities`` from disclosed numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taqrib.packages.utilities import (
        Acceptability,
        Disagreement,
        Division,
        Domain,
        Frontier,
        Issue,
        Profile,
        Rectangle,
        Solutions,
        Source,
        acceptability,
        adjusted_winner,
        count_packages,
        disagreement_point,
        frontier,
        frontier_plot,
        read_domain,
        rectangle,
        sample_weights,
        solutions,
    )

__all__ = [
    "Acceptability",
    "Disagreement",
    "Division",
    "Domain",
    "Frontier",
    "Issue",
    "Profile",
    "Rectangle",
    "Solutions",
    "Source",
    "acceptability",
    "adjusted_winner",
    "count_packages",
    "disagreement_point",
    "frontier",
    "frontier_plot",
    "read_domain",
    "rectangle",
    "sample_weights",
    "solutions",
]


def __getattr__(name: str) -> object:
    """What works with utilities, on first use: it needs numpy, which the record's packages do without."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from taqrib.packages import utilities  # noqa: PLC0415 - see above

    return getattr(utilities, name)
