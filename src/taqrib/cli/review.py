"""``taqrib review``: an analyst decides on what reading proposed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taqrib.cli.options import CaseFolder, RecordOption
from taqrib.cli.output import Format, answering, console, count, print_json, say, tell
from taqrib.errors import Conflict, Invalid

if TYPE_CHECKING:
    from taqrib.case import Case
    from taqrib.cli.folder import OpenCase
    from taqrib.positions import Queued


_MATTERS = {
    "party": "a party's position",
    "column": "the position of somebody in the matrix",
    "issue": "touches an issue",
    "event": "an event",
    "other": "touches no issue",
}
"""What is told of an entry that would change no issue's state."""


@answering
def review(
    folder: CaseFolder = Path(),
    entry: Annotated[
        str | None, typer.Option(metavar="ENTRY", help="Decide on this entry, also if it was decided on before.")
    ] = None,
    accept_all: Annotated[bool, typer.Option("--accept-all", help="Accept every proposed entry; needs --by.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; recorded with every decision.")] = None,
    record: RecordOption = None,
    format: Annotated[Format, typer.Option(help="How --accept-all answers.")] = Format.table,
) -> None:
    """Decide on each proposed entry with its quote before you: accept, amend, reject or skip.

    What would change where an issue stands comes first, then the parties' positions, then the rest.
    Every decision is stored when it is made; stopping at any moment loses none. With --entry, decide again on one: the
    last decision stands and all of them stay on record.
    """
    from taqrib.cli.folder import open_case, who

    if format is Format.json and not accept_all:
        raise Invalid("expected --accept-all with --format json, found a review that asks; leave --format out")
    if accept_all and entry:
        raise Invalid("expected either --accept-all or --entry, found both; leave one out")
    if accept_all and not (by and by.strip()):
        raise Invalid("expected the name of whoever accepts, found none; give --by NAME")
    with open_case(folder, writable=True, record=record) as opened:
        if entry:
            _decide_again(opened, entry, by or who())
        elif accept_all:
            _accept_all(opened, by or "", format)
        elif queue := _queue(opened):
            _one_by_one(opened, queue, by or who())
        else:
            tell("No proposed entry waits for a decision.")


def _accept_all(opened: OpenCase, by: str, format: Format) -> None:
    accepted = opened.record.accept_proposed(by=by, why="accepted together with --accept-all")
    if format is Format.json:
        print_json({"ok": True, "accepted": accepted, "by": by})
    else:
        tell(f"{count(len(accepted), 'entry', 'entries')} accepted together by {by}.")


def _queue(opened: OpenCase) -> list[Queued]:
    """What waits for a decision, what matters most for the gap matrix first."""
    from taqrib.cli.dates import day_asked
    from taqrib.positions import review_order
    from taqrib.record import StoredTimeline

    with opened.record.view() as view:
        proposed = view.entries(status="proposed")
        return review_order(opened.case, StoredTimeline(view), proposed, as_of=day_asked(None, view))


def _why(one: Queued, case: Case) -> str:
    """Why an entry comes where it does."""
    if one.issue:
        issue = case.issue(one.issue)
        return f"would make {issue.question.en if issue else one.issue!r} {one.after} (now {one.before})"
    return _MATTERS[one.matter]


def _one_by_one(opened: OpenCase, queue: list[Queued], by: str) -> None:
    """Show each proposed entry and store what is decided; whoever decided on one meanwhile is named."""
    from taqrib.cli.deciding import ask_key, decide, show_entry
    from taqrib.visible import visible

    page = console()
    proposed = [one.entry for one in queue]
    try:
        for number, one in enumerate(queue, 1):
            entry = one.entry
            page.print()
            page.print(visible(f"{number} of {len(queue)} · {_why(one, opened.case)}"), style="dim")
            show_entry(page, entry, opened.record.report(entry.report))
            key = ask_key(page)
            if key == "q":
                break
            try:
                decide(page, opened, entry, key, by=by, only_if="proposed")
            except Conflict as error:
                say(f"Not stored: {error.message}")
    except (KeyboardInterrupt, EOFError):
        page.print()
    finally:
        # Counted in the record: Ctrl-C may come between the storing of a decision and any counting of ours.
        asked = {entry.id for entry in proposed}
        standing = opened.record.entries()
        stored = sum(entry.id in asked and entry.status != "proposed" and entry.decided_by == by for entry in standing)
        left = sum(entry.status == "proposed" for entry in standing)
        say(f"{count(stored, 'decision')} by {by} stored; {count(left, 'proposed entry', 'proposed entries')} left.")


def _decide_again(opened: OpenCase, entry_id: str, by: str) -> None:
    """Show one entry, whatever was decided on it, with its history, and store the new decision."""
    from taqrib.cli.deciding import ask_key, decide, show_entry
    from taqrib.cli.quotes import history_lines

    entry = opened.record.entry(entry_id)
    before = opened.record.history(entry.id)
    page = console()
    try:
        show_entry(page, entry, opened.record.report(entry.report))
        page.print()
        for line in history_lines(before):
            page.print(line)
        key = ask_key(page)
        if key != "q":
            decide(page, opened, entry, key, by=by)
    except (KeyboardInterrupt, EOFError):
        page.print()
    stored = [row for row in opened.record.history(entry.id)[len(before) :] if row.by == by]
    say(f"{count(len(stored), 'decision')} by {by} stored; {entry.id} is {opened.record.entry(entry.id).status}.")
