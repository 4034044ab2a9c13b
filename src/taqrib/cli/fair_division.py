"""``taqrib fair-division``: Adjusted Winner, exactly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taqrib.cli.output import Format, answering, console, print_json

if TYPE_CHECKING:
    from taqrib.packages.utilities.fair_division import Division


@answering
def fair_division(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The points: CSV (issue and two parties), JSON or YAML.")
    ],
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Divide issues between two parties by the points they give (Adjusted Winner), as exact fractions.

    Both end with the same share of their own points, no other division is better for both, and at most one issue is
    split. It holds if points add up across issues and the split issue can be split.
    """
    from taqrib.packages.utilities.fair_division import adjusted_winner
    from taqrib.packages.utilities.formats import Source
    from taqrib.packages.utilities.formats.points import read

    division = adjusted_winner(read(Source(str(file), file.read_bytes())))
    if format is Format.json:
        print_json({"ok": True, **_as_json(division)})
        return
    from rich.table import Table

    from taqrib.visible import visible

    first, second = division.parties
    table = Table("issue", visible(first), visible(second), title="Adjusted Winner", title_justify="left")
    for issue, share in division.shares.items():
        table.add_row(visible(issue), str(share), str(1 - share))
    table.add_section()
    table.add_row("points", *map(str, division.points))
    page = console()
    page.print(table)
    if division.split:
        page.print(visible(f"Split: {division.split}."))
    if division.alternatives:
        page.print(visible(f"With the same ratio of points, so as good to split: {', '.join(division.alternatives)}."))


def _as_json(division: Division) -> dict[str, object]:
    first, second = division.parties
    return {
        "parties": list(division.parties),
        "shares": {issue: {first: str(share), second: str(1 - share)} for issue, share in division.shares.items()},
        "points": dict(zip(division.parties, map(str, division.points), strict=True)),
        "totals": dict(zip(division.parties, map(str, division.totals), strict=True)),
        "split": division.split,
        "alternatives": list(division.alternatives),
    }
