"""``taqrib claims``: who else says so, and how many independent sources that makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.options import AsOfOption, CaseFolder, FormatOption, KnownOption, RecordOption
from taqrib.cli.output import Format, answering, console, count, print_json, say

if TYPE_CHECKING:
    from datetime import date

    from taqrib.case import Case
    from taqrib.positions import Claim
    from taqrib.record import Entry, KeptReport


@answering
def claims(
    folder: CaseFolder = Path(),
    as_of: AsOfOption = None,
    sources: Annotated[
        int, typer.Option(metavar="N", min=1, help="Only claims that at least so many independent sources make.")
    ] = 1,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Show which claims are made by whom, in either language, and how many independent sources they come to.

    Only accepted entries count. A text and its reprints are one source, and so is all that one outlet printed. Grades
    of the source (A to F) and of the claim (1 to 6) stand apart; neither follows from the number of sources.
    """
    from taqrib.cli.dates import day_asked, given_moment
    from taqrib.cli.folder import open_case
    from taqrib.positions import corroboration

    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        case = opened.case
        reports = {report.id: report for report in view.reports()}
        day = day_asked(as_of, view, known_at)
        entries = {entry.id: entry for entry in view.entries(status="accepted")}
        waiting = view.count("proposed")
    found = [claim for claim in corroboration(case, entries.values(), reports, as_of=day) if claim.sources >= sources]
    if format is Format.json:
        told = [_as_json(claim, entries, reports) for claim in found]
        print_json({"ok": True, "as_of": day.isoformat(), "proposed": waiting, "claims": told})
        return
    _print(case, found, day, entries, reports)
    if waiting:
        say(f"{waiting} proposed entries wait for a decision and do not count yet: 'taqrib review {folder}'.")


def _print(
    case: Case, found: list[Claim], day: date, entries: dict[str, Entry], reports: dict[str, KeptReport]
) -> None:
    from rich.table import Table

    from taqrib.cli.accounts import account_line, name_of, on_what
    from taqrib.visible import visible

    page = console()
    page.print(visible(f"{case.title.en}, as of {day}: {count(len(found), 'claim')}"), style="bold")
    table = Table(show_lines=True, expand=True)
    table.add_column("claim", ratio=2, overflow="fold")
    table.add_column("sources", ratio=1, overflow="fold")
    table.add_column("accounts", ratio=4, overflow="fold")
    for claim in found:
        what = [f"{name_of(case, claim.actor)}, {claim.type}", on_what(case, claim.issue, claim.option), _day(claim)]
        lines = [account_line(entries[account.entry], reports[account.report], reports) for account in claim.accounts]
        if claim.told > len(lines):
            lines.append(f"and {claim.told - len(lines)} more")
        numbers = [count(claim.sources, "source"), count(claim.reports, "report"), count(claim.voices, "voice")]
        table.add_row(visible("\n".join(filter(None, what))), "\n".join(numbers), "\n".join(lines))
    page.print(table)


def _day(claim: Claim) -> str:
    return claim.on if claim.dated else f"{claim.on} (published)"


def _as_json(claim: Claim, entries: dict[str, Entry], reports: dict[str, KeptReport]) -> dict[str, Any]:
    from taqrib.cli.accounts import account_json

    return {
        "kind": claim.kind,
        "type": claim.type,
        "actor": claim.actor,
        "issue": claim.issue,
        "option": claim.option,
        "on": claim.on,
        "dated": claim.dated,
        "sources": claim.sources,
        "reports": claim.reports,
        "voices": claim.voices,
        "told": claim.told,
        "accounts": [
            account_json(entries[account.entry], reports[account.report]) | {"counts_as": account.source}
            for account in claim.accounts
        ],
    }
