"""``taqrib moves``: who moved on which issue, from what to what, on which words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taqrib.cli.options import AsOfOption, CaseFolder, FormatOption, KnownOption, RecordOption
from taqrib.cli.output import Format, answering, console, print_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

    from taqrib.case import Case
    from taqrib.positions import Move, Position
    from taqrib.record import Entry, KeptReport


@answering
def moves(
    folder: CaseFolder = Path(),
    as_of: AsOfOption = None,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Show who moved until a day: on which issue, from what to what, and the words that say so.

    Only accepted entries count. A first position is no move; neither are two that sources report of one day.
    """
    from taqrib.cli.dates import day_asked, given_moment
    from taqrib.cli.folder import open_case
    from taqrib.positions import Tellings
    from taqrib.positions import moves as moves_of

    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        accepted = view.entries(status="accepted")
        reports = {report.id: report for report in view.reports()}
        day = day_asked(as_of, view, known_at)
    timeline = Tellings(accepted)
    found = moves_of(opened.case, timeline, timeline.days("stance"), as_of=day)
    entries = {entry.id: entry for entry in accepted}
    if format is Format.json:
        print_json({"ok": True, "as_of": day.isoformat(), "moves": [_as_json(move, entries) for move in found]})
        return
    _print(opened.case, found, entries, reports, day)


def _print(
    case: Case, found: Sequence[Move], entries: Mapping[str, Entry], reports: Mapping[str, KeptReport], day: date
) -> None:
    from taqrib.visible import visible

    page = console()
    page.print(visible(f"{case.title.en}, moves until {day}"), style="bold")
    if not found:
        page.print("No move is on record.")
    for move in found:
        page.print()
        page.print(_stacked(case, move, entries, reports))


def _stacked(case: Case, move: Move, entries: Mapping[str, Entry], reports: Mapping[str, KeptReport]) -> Table:
    """One move: what was held, what came after, and the words it rests on, one below the other."""
    from rich.table import Table

    from taqrib.visible import visible

    actor, issue = case.actor(move.actor), case.issue(move.issue)
    who, what = actor.name.en if actor else move.actor, issue.question.en if issue else move.issue
    title = visible(f"{move.on or 'no date'}  {who} · {what}")
    table = Table(title=title, title_justify="left", show_header=False, expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row("from", visible(_told(case, move.before)) if move.before else "nothing of an earlier day")
    table.add_row("to", visible(_told(case, move.after)))
    for entry in move.after.entries:
        table.add_row(entry, visible(_words(entries[entry], reports)))
    return table


def _told(case: Case, position: Position) -> str:
    from taqrib.cli.gaps import told_position

    issue = case.issue(position.issue)
    labels = {option.id: option.label.en for option in issue.options} if issue else {}
    since = f", since {position.since}" if position.since else ""
    until = f", until {position.until}" if position.until else ""
    return told_position(position, labels) + since + until


def _words(entry: Entry, reports: Mapping[str, KeptReport]) -> str:
    report = reports[entry.report]
    words = " ".join(entry.quote.split())
    return f"“{words}”, {entry.voice or 'the narrator'} in {report.source or report.stem}"


def _as_json(move: Move, entries: Mapping[str, Entry]) -> dict[str, Any]:
    from dataclasses import asdict

    return {**asdict(move), "quotes": {entry: entries[entry].quote for entry in move.entries}}
