"""Points for Adjusted Winner: CSV (``issue`` and a column for each party), JSON or YAML (party -> issue -> points)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from taqrib.errors import Invalid, Unreadable
from taqrib.packages.utilities.formats.source import cells

if TYPE_CHECKING:
    from taqrib.packages.utilities.formats.source import Source


def read(source: Source) -> dict[str, dict[str, str | Decimal | int]]:
    """Party -> issue -> points, as they are written.

    :raises Unreadable: if the text is not in the format of its ending.
    :raises Invalid: for another ending, a row of another length, an issue given twice.
    """
    if source.ending == ".csv":
        return _from_table(source)
    if source.ending not in {".json", ".yaml", ".yml"}:
        raise Invalid(
            f"expected points in a file that ends in .csv, .json or .yaml, found {source.ending!r}", where=source.where
        )
    try:
        if source.ending == ".json":
            top = json.loads(source.text(), parse_float=Decimal, parse_constant=str)
        else:
            top = yaml.load(source.text(), Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and dicts only
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())[:200]
        raise Unreadable(f"expected {source.ending[1:].upper()}, found {reason}", where=source.where) from None
    if not isinstance(top, dict) or not all(isinstance(of, dict) and of for of in top.values()):
        raise Unreadable("expected the points of each party by issue: {party: {issue: points}}", where=source.where)
    return {str(party): {str(issue): _number(value) for issue, value in of.items()} for party, of in top.items()}


def _number(value: Any) -> str | Decimal | int:  # noqa: ANN401 - what JSON holds
    return value if isinstance(value, Decimal | int) and not isinstance(value, bool) else str(value)


def _from_table(source: Source) -> dict[str, dict[str, str | Decimal | int]]:
    rows = cells(source)
    header = [cell.strip() for cell in rows[0][1]] if rows else []
    if header[:1] != ["issue"] or len(header) < 2:
        raise Unreadable(
            f"expected the columns issue and one for each party, found {', '.join(header) or 'nothing'}",
            where=source.where,
        )
    if len(set(header)) < len(header):
        raise Invalid(f"expected each party once, found {', '.join(header[1:])}", where=source.where)
    points: dict[str, dict[str, str | Decimal | int]] = {party: {} for party in header[1:]}
    for line, row in rows[1:]:
        where = f"{source.where}:{line}"
        issue = row[0].strip()
        if len(row) != len(header):
            raise Invalid(f"expected {len(header)} cells, found {len(row)}; correct the row", where=where)
        if issue in points[header[1]]:
            raise Invalid(f"expected each issue once, found {issue!r} twice; remove one", where=where)
        for party, cell in zip(header[1:], row[1:], strict=True):
            points[party][issue] = cell
    return points
