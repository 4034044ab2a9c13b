"""``taqrib domain``: negotiations whose parties disclosed utilities; exact frontiers and bargaining solutions."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.output import Format, answering, console, print_json, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from taqrib.packages.utilities.domain import Domain
    from taqrib.packages.utilities.frontier import Frontier
    from taqrib.packages.utilities.solutions import Solutions

MOST_LISTED = 100_000
"""Packages that are listed if nothing else is asked for."""
SHOWN = 20
"""Points of the frontier that a table for people shows."""
SINGLED_OUT = ("nash", "kalai_smorodinsky", "egalitarian", "leximin", "utilitarian")


class Language(StrEnum):
    """The languages of a picture."""

    en = "en"
    ar = "ar"


domain_app = typer.Typer(
    no_args_is_help=True, help="Negotiations with disclosed utilities: exact frontiers, bargaining solutions."
)

DomainFile = Annotated[
    Path, typer.Argument(metavar="DOMAIN", help="GENIUS XML, GeniusWeb JSON, NegMAS YAML, or a CSV with its profiles.")
]
ProfileFiles = Annotated[
    list[Path] | None, typer.Argument(metavar="PROFILE...", help="One file for each party; none for CSV.")
]
Exclusions = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="ISSUE=OPTION|OPTION;ISSUE=OPTION",
        help="Packages that cannot be: those that take one of these options on every issue named. Repeat for more.",
    ),
]


@domain_app.command("solve")
@answering
def solve(
    domain: DomainFile,
    profiles: ProfileFiles = None,
    disagreement: Annotated[
        str,
        typer.Option(
            metavar="RULE", help="Utilities without agreement: reserved, minimum, zero, or numbers such as 0.3,0.25."
        ),
    ] = "reserved",
    exclude: Exclusions = None,
    most: Annotated[int, typer.Option(min=1, help="List at most so many packages.")] = MOST_LISTED,
    limit: Annotated[int | None, typer.Option(min=1, help="Compare at most so many sums at once.")] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also draw the frontier: a .svg or .png file.")
    ] = None,
    language: Annotated[Language, typer.Option(help="Of the picture's words.")] = Language.en,
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Find every undominated package, exactly, and what each bargaining solution singles out, with all ties.

    No solution is the best deal: each follows from axioms, from the utilities given, and from the disagreement point,
    which is named in the answer.
    """
    from taqrib.packages.utilities.frontier import MOST_SUMS, frontier
    from taqrib.packages.utilities.solutions import disagreement_point, solutions
    from taqrib.packages.utilities.steps import count_packages

    given = _read(domain, profiles or [], exclude or [])
    room = limit or MOST_SUMS
    point, assumed = _disagreement(given, disagreement) or disagreement_point(given, disagreement, limit=room)
    found = frontier(given, limit=room)
    answers = solutions(found, point)
    notes = [*given.notes]
    if assumed:
        notes.append(f"no reserved value is disclosed for {', '.join(assumed)}: 0 is taken")
    if plot:
        from taqrib.packages.utilities.plots import frontier_plot

        plot.write_bytes(frontier_plot(found, answers, ending=plot.suffix.lower(), language=language.value))
        say(f"Wrote {plot}.")
    if format is Format.json:
        listed = _listing(given, found, range(len(found)), most)
        answer: dict[str, Any] = {
            "ok": True,
            "domain": given.name,
            "parties": list(given.parties),
            "outcomes": count_packages(given),
            "frontier_points": len(found),
            "frontier_packages": found.package_count,
            "frontier": listed,
            **{name: _listing(given, found, getattr(answers, name), most) for name in SINGLED_OUT},
            "disagreement": {
                "rule": disagreement,
                "utilities": [float(value) for value in point],
                "exact": [str(value) for value in point],
                "assumed_zero": list(assumed),
            },
            "notes": notes,
        }
        if len(listed) < found.package_count:
            answer["limit"] = {"listed": len(listed), "of": found.package_count}
        print_json(answer)
        return
    for note in notes:
        say(f"note: {note}")
    _print(given, found, answers, disagreement, count_packages(given))


@domain_app.command("show")
@answering
def show(
    domain: DomainFile,
    profiles: ProfileFiles = None,
    exclude: Exclusions = None,
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Show a domain: its issues, options, weights and evaluations as they were read, and what was repaired."""
    from taqrib.packages.utilities.numbers import shown
    from taqrib.packages.utilities.steps import count_packages

    given = _read(domain, profiles or [], exclude or [])
    if format is Format.json:
        print_json(
            {
                "ok": True,
                "domain": given.name,
                "outcomes": count_packages(given),
                "issues": [{"name": issue.name, "options": list(issue.options)} for issue in given.issues],
                "profiles": [
                    {
                        "party": who.party,
                        "weights": [shown(weight) for weight in who.weights],
                        "evaluations": [[shown(value) for value in values] for values in who.evaluations],
                        "rectangles": len(who.rectangles),
                        "reserved": None if who.reserved is None else shown(who.reserved),
                        "discount": None if who.discount is None else shown(who.discount),
                    }
                    for who in given.profiles
                ],
                "notes": list(given.notes),
            }
        )
        return
    from rich.table import Table

    from taqrib.visible import visible

    for note in given.notes:
        say(f"note: {note}")
    table = Table(
        "issue",
        "option",
        *map(visible, given.parties),
        title=visible(f"{given.name}: {count_packages(given):,} packages"),
        title_justify="left",
    )
    for place, issue in enumerate(given.issues):
        table.add_row(visible(issue.name), "weight", *(f"{float(who.weights[place]):.4g}" for who in given.profiles))
        for number, option in enumerate(issue.options):
            table.add_row(
                "", visible(option), *(f"{float(who.evaluations[place][number]):.4g}" for who in given.profiles)
            )
        table.add_section()
    table.add_row("across issues", "", *(f"{len(who.rectangles)} rectangles" for who in given.profiles))
    reserved = ("unknown" if who.reserved is None else f"{float(who.reserved):.4g}" for who in given.profiles)
    table.add_row("reserved", "", *reserved)
    console().print(table)


@domain_app.command("convert")
@answering
def convert(
    domain: DomainFile,
    profiles: ProfileFiles = None,
    out: Annotated[
        Path, typer.Option(metavar="FILE|FOLDER", help="A .csv file, or a folder for GeniusWeb JSON.")
    ] = Path("domain.csv"),
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Write a domain and its profiles as one CSV table, or as GeniusWeb JSON files in a folder."""
    from taqrib.errors import Invalid
    from taqrib.packages.utilities.formats import geniusweb, table

    given = _read(domain, profiles or [], [])
    if out.suffix.lower() == ".csv":
        texts = {out: table.write(given)}
    elif out.suffix:
        raise Invalid(f"expected a .csv file or a folder, found the ending {out.suffix!r}", where=str(out))
    else:
        texts = {out / "domain.json": geniusweb.write_domain(given)}
        texts |= {out / f"profile-{place}.json": geniusweb.write_profile(given, party)
                  for place, party in enumerate(given.parties, 1)}  # fmt: skip
        out.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    if format is Format.json:
        print_json({"ok": True, "files": [str(path) for path in texts], "notes": list(given.notes)})
        return
    for note in given.notes:
        say(f"note: {note}")
    say(f"Wrote {', '.join(map(str, texts))}.")


def _read(domain: Path, profiles: Sequence[Path], excluded: Sequence[str]) -> Domain:
    from taqrib.errors import Invalid
    from taqrib.packages.utilities.formats import Source, read_domain

    def source(path: Path) -> Source:
        return Source(str(path), path.read_bytes())

    given = read_domain(source(domain), [source(path) for path in profiles])
    if not given.profiles:
        raise Invalid("expected the profile of at least one party, found none; name them after the domain")
    if excluded:
        return replace(given, excluded=(*given.excluded, *(_exclusion(given, text) for text in excluded)))
    return given


def _disagreement(domain: Domain, text: str) -> tuple[tuple[Fraction, ...], tuple[str, ...]] | None:
    """The disagreement point where it is given by numbers; ``None`` where it is given by a rule."""
    from taqrib.errors import Invalid
    from taqrib.packages.utilities.numbers import exact

    if text.isalpha():
        return None
    given = [exact(number, what="a utility without agreement", where="--disagreement") for number in text.split(",")]
    if len(given) != len(domain.parties):
        raise Invalid(
            f"expected a number for each of {len(domain.parties)} parties, found {len(given)}", where="--disagreement"
        )
    return tuple(given), ()


def _exclusion(domain: Domain, text: str) -> Any:  # noqa: ANN401 - a Rectangle, whose module is imported late
    from taqrib.errors import Invalid
    from taqrib.packages.utilities.domain import rectangle

    choices = {}
    for part in text.split(";"):
        issue, equals, options = part.partition("=")
        if not equals:
            raise Invalid(f"expected ISSUE=OPTION, found {part.strip()!r}", where="--exclude")
        choices[issue.strip()] = [option.strip() for option in options.split("|")]
    return rectangle(domain.issues, choices, where="--exclude")


def _listing(domain: Domain, found: Frontier, points: Iterable[int], most: int) -> list[dict[str, Any]]:
    """The packages of ``points`` with their utilities, at most ``most``."""
    chosen = list(points)
    if not chosen:
        return []
    of, packages = found.all_packages(chosen, most=most)
    return [
        {
            "package": domain.package(package),
            "utilities": found.utilities[point].tolist(),
            "exact": [str(value) for value in found.exact(point)],
        }
        for point, package in zip(of[:most].tolist(), packages[:most].tolist(), strict=True)
    ]


def _print(domain: Domain, found: Frontier, answers: Solutions, rule: str, outcomes: int) -> None:
    from rich.table import Table

    from taqrib.visible import visible

    page = console()
    page.print(f"{outcomes:,} packages; {found.package_count:,} of them undominated, at {len(found):,} points.")
    without = ", ".join(
        f"{party} {float(value):.4g}" for party, value in zip(found.parties, answers.disagreement, strict=True)
    )
    page.print(visible(f"Without agreement ({rule}): {without}."))
    names: dict[int, list[str]] = {}
    for name in SINGLED_OUT:
        for point in getattr(answers, name):
            names.setdefault(point, []).append(name.replace("_", "-"))
    table = Table(*map(visible, found.parties), "package", "singled out by", show_lines=True)
    first = [*sorted(names), *(point for point in range(len(found)) if point not in names)][:SHOWN]
    for point in sorted(first):
        package = "; ".join(f"{issue}: {option}" for issue, option in domain.package(found.packages[point]).items())
        more = f" (and {found.ways[point] - 1:,} more)" if found.ways[point] > 1 else ""
        table.add_row(
            *(f"{value:.4f}" for value in found.utilities[point]),
            visible(package + more),
            ", ".join(names.get(point, [])),
        )
    page.print(table)
    if len(found) > len(first):
        page.print(f"{len(found) - len(first):,} more points: --format json lists them.")
