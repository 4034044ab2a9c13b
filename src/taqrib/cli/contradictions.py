"""``taqrib contradictions``: where sources tell one matter differently, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.options import AsOfOption, CaseFolder, FormatOption, KnownOption, RecordOption
from taqrib.cli.output import Format, answering, console, count, print_json, say

if TYPE_CHECKING:
    from datetime import date

    from rich.table import Table

    from taqrib.case import Case
    from taqrib.positions import Contradiction
    from taqrib.record import Entry, KeptReport

NARROWEST_COLUMN = 34
"""Below this many characters a claim they stand under each other instead of side by side."""


@answering
def contradictions(
    folder: CaseFolder = Path(),
    as_of: AsOfOption = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only those that came up on this day or later, YYYY-MM-DD.")
    ] = None,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Show where sources tell one matter differently, with the quotes side by side: days, numbers, stances, qualifiers.

    Only accepted entries count. Nothing is decided between sources, and a reprint is no second source.
    """
    from taqrib.cli.dates import day_asked, given_day, given_moment
    from taqrib.cli.folder import open_case
    from taqrib.positions import contradictions as found_in

    first = given_day(since, option="--since")
    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        case = opened.case
        reports = {report.id: report for report in view.reports()}
        day = day_asked(as_of, view, known_at)
        entries = {entry.id: entry for entry in view.entries(status="accepted")}
        waiting = view.count("proposed")
    found = [(one, _came_up(one, entries, reports)) for one in found_in(case, entries.values(), reports, as_of=day)]
    shown = [(one, came_up) for one, came_up in found if first is None or came_up >= first]
    if format is Format.json:
        told = [_as_json(one, came_up, entries, reports) for one, came_up in shown]
        print_json({"ok": True, "as_of": day.isoformat(), "proposed": waiting, "contradictions": told})
        return
    _print(case, shown, day, entries, reports)
    if waiting:
        say(f"{waiting} proposed entries wait for a decision and do not count yet: 'taqrib review {folder}'.")


def _came_up(one: Contradiction, entries: dict[str, Entry], reports: dict[str, KeptReport]) -> date:
    return one.since({entry: reports[entries[entry].report].known_on for entry in one.entries})


def _print(
    case: Case,
    shown: list[tuple[Contradiction, date]],
    day: date,
    entries: dict[str, Entry],
    reports: dict[str, KeptReport],
) -> None:
    from taqrib.visible import visible

    page = console()
    heading = f"{case.title.en}, as of {day}: {count(len(shown), 'contradiction')}"
    page.print(visible(heading), style="bold")
    for one, came_up in shown:
        page.print()
        page.print(visible(f"{_matter(case, one, entries)} (since {came_up})"))
        page.print(_table(case, one, entries, reports, wide=page.width >= NARROWEST_COLUMN * len(one.claims)))


def _matter(case: Case, one: Contradiction, entries: dict[str, Entry]) -> str:
    from taqrib.cli.accounts import name_of, on_what

    what = on_what(case, one.issue, one.option)
    act = entries[one.entries[0]].type
    who = name_of(case, one.actor) if one.actor else ""
    match one.matter:
        case "date":
            return f"The day of one act. {who}, {act}: {what}"
        case "stance":
            return f"One stance on one day. {who}: {what}"
        case "options":
            return f"Options that exclude each other, on one day. {who}: {what}"
        case "assessment":
            return f"Assessments. {what}"
        case "qualifier":
            return f"A qualifier that not all sources have. {who}, {act}: {what}"
        case "number":
            return f"Numbers of one thing. {one.about}"


def _table(
    case: Case, one: Contradiction, entries: dict[str, Entry], reports: dict[str, KeptReport], *, wide: bool
) -> Table:
    from rich.table import Table

    from taqrib.cli.accounts import account_line

    cells = [
        "\n".join(account_line(entries[id_], reports[entries[id_].report], reports) for id_ in ids)
        for _, ids in one.claims
    ]
    claims = [_claimed(case, one, claim) for claim, _ in one.claims]
    table = Table(show_lines=True, expand=True, show_header=wide)
    if wide:
        for claim in claims:
            table.add_column(claim, ratio=1, overflow="fold")
        table.add_row(*cells)
        return table
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=3, overflow="fold")
    for claim, cell in zip(claims, cells, strict=True):
        table.add_row(claim, cell)
    return table


def _claimed(case: Case, one: Contradiction, claim: str) -> str:
    from taqrib.case.qualifiers import label
    from taqrib.cli.accounts import on_what
    from taqrib.visible import visible

    match one.matter:
        case "qualifier":
            return label(claim, "en") if claim else "without it"
        case "assessment" | "options":
            return visible(on_what(case, one.issue, claim))
        case _:
            return claim or "no day"


def _as_json(
    one: Contradiction, came_up: date, entries: dict[str, Entry], reports: dict[str, KeptReport]
) -> dict[str, Any]:
    from taqrib.cli.accounts import account_json

    return {
        "matter": one.matter,
        "issue": one.issue,
        "actor": one.actor,
        "option": one.option,
        "about": one.about,
        "since": came_up.isoformat(),
        "claims": [
            {"claim": claim, "accounts": [account_json(entries[id_], reports[entries[id_].report]) for id_ in ids]}
            for claim, ids in one.claims
        ],
    }
