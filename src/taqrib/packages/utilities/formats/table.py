"""CSV: one file for a whole additive domain, a column for each party.

::

    issue,option,North,South
    Water,,0.6,0.4
    Water,shared,1,0.25
    Water,north only,0.5,0
    ,reserved,0.3,0.2

A row with an issue and no option holds its weights (1 where there is none); a row with no issue and the option
``reserved`` holds the reserved values, of which any may be left empty.
"""

from __future__ import annotations

import csv
from fractions import Fraction
from typing import TYPE_CHECKING

from taqrib.errors import Invalid, Unreadable
from taqrib.packages.utilities.domain import Domain, Issue, Profile
from taqrib.packages.utilities.formats.source import cells
from taqrib.packages.utilities.numbers import exact, shown

if TYPE_CHECKING:
    from taqrib.packages.utilities.formats.source import Source

RESERVED = "reserved"


def read(source: Source) -> Domain:
    """The domain that the table holds.

    :raises Unreadable: if it has no such columns.
    :raises Invalid: for a row of another length, a cell that is no number, an option given twice.
    """
    rows = cells(source)
    header = [cell.strip() for cell in rows[0][1]] if rows else []
    if header[:2] != ["issue", "option"] or len(header) < 3:
        raise Unreadable(
            f"expected the columns issue, option and one for each party, found {', '.join(header) or 'nothing'}",
            where=source.where,
        )
    weights: dict[str, list[Fraction]] = {}
    evaluations: dict[str, dict[str, list[Fraction]]] = {}
    reserved: list[Fraction | None] = [None] * (len(header) - 2)
    for line, row in rows[1:]:
        where = f"{source.where}:{line}"
        if len(row) != len(header):
            raise Invalid(f"expected {len(header)} cells, found {len(row)}; correct the row", where=where)
        issue, option = row[0].strip(), row[1].strip()
        if not issue:
            if option != RESERVED:
                raise Invalid(f"expected an issue, or no issue and {RESERVED!r}, found {option!r}", where=where)
            reserved = [
                exact(cell, what=f"the reserved value of {party}", where=where) if cell.strip() else None
                for party, cell in zip(header[2:], row[2:], strict=True)
            ]
            continue
        what = f"the evaluation of {option!r}" if option else f"the weight of {issue!r}"
        numbers = [exact(cell, what=what, where=where) for cell in row[2:]]
        if option in evaluations.setdefault(issue, {}) or (not option and issue in weights):
            raise Invalid(
                f"expected {option or 'the weights'!r} of {issue!r} once, found twice; remove one", where=where
            )
        if option:
            evaluations[issue][option] = numbers
        else:
            weights[issue] = numbers
    return _domain(source, header[2:], weights, evaluations, reserved)


def _domain(
    source: Source,
    parties: list[str],
    weights: dict[str, list[Fraction]],
    evaluations: dict[str, dict[str, list[Fraction]]],
    reserved: list[Fraction | None],
) -> Domain:
    one = [Fraction(1)] * len(parties)
    try:
        return Domain(
            issues=tuple(Issue(issue, tuple(options)) for issue, options in evaluations.items()),
            profiles=tuple(
                Profile(
                    party=party,
                    weights=tuple(weights.get(issue, one)[place] for issue in evaluations),
                    evaluations=tuple(tuple(of[place] for of in options.values()) for options in evaluations.values()),
                    reserved=reserved[place],
                )
                for place, party in enumerate(parties)
            ),
            name=source.stem,
        )
    except Invalid as error:
        raise Invalid(error.message, where=source.where) from None


class _Page:
    """What :mod:`csv` writes to."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line)


def write(domain: Domain) -> str:
    """The domain as a table that reads back as the same domain, every fraction exact.

    :raises Invalid: if it has rectangles or exclusions, which a table cannot hold.
    """
    if domain.excluded or any(profile.rectangles for profile in domain.profiles):
        raise Invalid("expected additive utilities and no exclusions, which is all a table can hold; use Python")
    page = _Page()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(["issue", "option", *domain.parties])
    for place, issue in enumerate(domain.issues):
        writer.writerow([issue.name, "", *(shown(profile.weights[place]) for profile in domain.profiles)])
        for number, option in enumerate(issue.options):
            writer.writerow(
                [issue.name, option, *(shown(profile.evaluations[place][number]) for profile in domain.profiles)]
            )
    if any(profile.reserved is not None for profile in domain.profiles):
        kept = ["" if profile.reserved is None else shown(profile.reserved) for profile in domain.profiles]
        writer.writerow(["", RESERVED, *kept])
    return "".join(page.lines)
