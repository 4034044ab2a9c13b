"""``taqrib gaps``: issues by parties; who holds what, and where each issue stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taqrib.cli.options import AsOfOption, CaseFolder, FormatOption, KnownOption, RecordOption
from taqrib.cli.output import Format, answering, console, print_json, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from taqrib.case import Case
    from taqrib.positions import Gap, Position
    from taqrib.record import Entry, View

LISTED = 20
"""Of the accepted stances that are in no cell, so many are looked up of one kind, actor and issue, the latest."""

NARROWEST_COLUMN = 22
"""Below this many characters a column the matrix is stacked instead."""


@answering
def gaps(
    folder: CaseFolder = Path(),
    as_of: AsOfOption = None,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Show who holds what on each issue as of a day, and what is agreed, bridgeable, open or unknown.

    Only accepted entries count. A cell without any is unknown, which is not consent.
    """
    from taqrib.cli.dates import day_asked, given_moment
    from taqrib.cli.folder import open_case
    from taqrib.positions import gap_matrix
    from taqrib.record import StoredTimeline

    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        waiting = view.count("proposed")
        day = day_asked(as_of, view, known_at)
        rows = gap_matrix(opened.case, StoredTimeline(view), as_of=day)
        unplaced = _unplaced(opened.case, _candidates(opened.case, view))
        disputed = view.disputed()
    if format is Format.json:
        answer = {
            "as_of": day.isoformat(),
            "as_known_at": known_at.isoformat() if known_at else None,
            "proposed": waiting,
            "unplaced": unplaced,
            "disputed": {entry.id: {vote.by: vote.status for vote in entry.votes} for entry in disputed},
            "issues": [_as_json(row) for row in rows],
        }
        print_json({"ok": True, **answer})
        return
    _print(opened.case, rows, day)
    for reason, entries in unplaced.items():
        say(f"Accepted and in no cell, because {reason}: {', '.join(entries)}.")
    for entry in disputed:
        votes = ", ".join(f"{vote.by} {vote.status}" for vote in entry.votes)
        say(f"Analysts decided otherwise on {entry.id}: {votes}.")
    if waiting:
        say(f"{waiting} proposed entries wait for a decision and do not count yet: 'taqrib review {folder}'.")


def _print(case: Case, rows: Sequence[Gap], day: date) -> None:
    from taqrib.visible import visible

    page = console()
    page.print(visible(f"{case.title.en}, as of {day}"), style="bold")
    columns = len(rows[0].cells) if rows else 0
    if page.width >= NARROWEST_COLUMN * (columns + 2):
        page.print(_matrix(case, rows))
        return
    for row in rows:
        page.print()
        page.print(_stacked(case, row))


def _matrix(case: Case, rows: Sequence[Gap]) -> Table:
    """Issues down, actors across: for a wide terminal."""
    from rich.table import Table

    questions, names = _words(case)
    table = Table(show_lines=True, expand=True)
    table.add_column("issue", ratio=3, overflow="fold")
    for actor in rows[0].cells if rows else ():
        table.add_column(names[actor], ratio=4, overflow="fold")
    table.add_column("state", ratio=2)
    for row in rows:
        table.add_row(questions[row.issue], *(_cell(case, row, actor) for actor in row.cells), row.state)
    return table


def _stacked(case: Case, row: Gap) -> Table:
    """One issue, its actors down: for a narrow terminal."""
    from rich.table import Table

    questions, names = _words(case)
    table = Table(title=f"{questions[row.issue]}  {row.state}", title_justify="left", show_header=False, expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=3, overflow="fold")
    for actor in row.cells:
        table.add_row(names[actor], _cell(case, row, actor))
    return table


def _words(case: Case) -> tuple[dict[str, str], dict[str, str]]:
    from taqrib.visible import visible

    questions = {issue.id: visible(issue.question.en) for issue in case.issues}
    names = {actor.id: visible(f"{actor.name.en} ({actor.role})") for actor in case.actors}
    return questions, names


def _cell(case: Case, row: Gap, actor: str) -> str:
    from taqrib.visible import visible

    labels = {option.id: option.label.en for issue in case.issues if issue.id == row.issue for option in issue.options}
    return visible("\n".join(told_position(position, labels) for position in row.cells[actor])) or "unknown"


def _candidates(case: Case, view: View) -> list[Entry]:
    """Accepted stances that may be in no cell, the latest: of nobody in the case, on no such issue, or undated."""
    from taqrib.positions.board import Board
    from taqrib.record import StoredTimeline

    timeline = StoredTimeline(view)
    keys = timeline.keys("stance")
    board = Board(case, ())
    elsewhere = [key for key in keys if board.cell(key) is None]
    found = timeline.latest([(key, date.max.isoformat()) for key in elsewhere], limit=LISTED)
    found += timeline.undated(keys, limit=LISTED)
    return view.entries(ids={f"e{telling.entry}" for tellings in found for telling in tellings})


def _unplaced(case: Case, accepted: Sequence[Entry]) -> dict[str, list[str]]:
    """The accepted stances that no cell can show, by the reason; nothing that was decided on vanishes unsaid."""
    actors, issues = {actor.id for actor in case.actors}, {issue.id for issue in case.negotiated}
    found: dict[str, list[str]] = {}
    for entry in accepted:
        if entry.kind != "stance":
            continue
        if entry.actor not in actors:
            found.setdefault("the case knows nobody by that name", []).append(entry.id)
        elif not any(touch.issue in issues for touch in entry.touches):
            found.setdefault("they touch no negotiated issue", []).append(entry.id)
        elif not entry.on:
            found.setdefault("they have no date", []).append(entry.id)
    return found


def told_position(position: Position, labels: dict[str, str]) -> str:
    """A position in a few words: what it is, on which option, and the entries it rests on."""
    option = position.option
    what = labels.get(option, f"{option} (no longer in the case)") if option else "no option named"
    first, *later = position.entries
    ids = [first, "...", *later] if position.abridged else position.entries
    return f"{position.stance}: {what} [{', '.join(ids)}]"


def _as_json(row: Gap) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "issue": row.issue,
        "state": row.state,
        "cells": {actor: [asdict(position) for position in cell] for actor, cell in row.cells.items()},
        "entries": list(row.entries),
    }
