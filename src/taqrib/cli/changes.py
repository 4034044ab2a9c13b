"""``taqrib retract``, ``undo`` and ``remove``: what is taken back, and what is taken out for good."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from taqrib.cli.options import ByOption, CaseFolder, FormatOption, RecordOption
from taqrib.cli.output import Format, answering, count, print_json, tell
from taqrib.errors import Invalid


@answering
def retract(
    subject: Annotated[str, typer.Argument(metavar="ID", help="An entry, such as e12, or a report, such as r3.")],
    folder: CaseFolder = Path(),
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason; it stays on record.")] = "",
    by: ByOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Take an entry, or a report with all its entries, out of what counts.

    It stays on record, marked, with who did it and why; 'taqrib undo' takes it back.
    """
    from taqrib.cli.folder import open_case, who

    with open_case(folder, writable=True, record=record) as opened:
        gone = opened.record.retract(subject, by=by or who(), why=why)
    if format is Format.json:
        print_json({"ok": True, "retracted": subject, "entries": gone})
    else:
        tell(f"Retracted {subject}: {count(len(gone), 'entry no longer counts', 'entries no longer count')}.")


@answering
def undo(
    folder: CaseFolder = Path(),
    by: ByOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Undo your last decision: what stood before it stands again, in a new row of the ledger.

    A decision is whatever was decided at once: one entry, all that --accept-all accepted, a retraction. Undoing twice
    undoes the last two. What a colleague has decided since is never undone.
    """
    from taqrib.cli.folder import open_case, who

    with open_case(folder, writable=True, record=record) as opened:
        undone = opened.record.undo(by=by or who())
    if format is Format.json:
        print_json({"ok": True, "undone": undone})
    else:
        shown = ", ".join(undone) if len(undone) <= 8 else f"{undone[0]} to {undone[-1]}"
        tell(f"Undone: {shown}.")


@answering
def remove(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id, such as r3.")],
    folder: CaseFolder = Path(),
    why: Annotated[
        str, typer.Option(metavar="TEXT", help="The reason; it stays on record, so let it tell nothing of the content.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; it cannot be undone.")] = False,
    by: ByOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Remove the content of a report for good: text, quotes, names and original, also from the past.

    A tombstone stays: its id, the text's hash, who removed it, when and why. For what should stay on record and
    only not count, use 'taqrib retract'.
    """
    from taqrib.cli.folder import open_case, who

    with open_case(folder, writable=True, record=record) as opened:
        if not yes:
            _confirm(report)
        with opened.record.view() as view:
            already = next((stone for stone in view.tombstones() if stone.report == report), None)
            copies = view.same_words(report)
        gone = opened.record.remove(report, by=by or who(), why=why)
    if format is Format.json:
        print_json({"ok": True, "removed": report, "new": already is None, "entries": gone, "copies": copies})
    elif already:
        tell(
            f"{report} was removed already, on {already.at[:10]} by {already.by} ({already.why}); that reason stays, "
            "and whatever a failure left of it in the files is gone now."
        )
    else:
        tell(f"Removed {report} and {count(len(gone), 'entry', 'entries')} for good.")
        if copies:
            tell(f"Its words still stand in {', '.join(copies)}, which carried them; remove those too if they must go.")


def _confirm(report: str) -> None:
    """Ask whoever sits there.

    :raises Invalid: if they do not say yes, or nobody is there.
    """
    try:
        answer = input(f"Remove the content of {report} for good? Type its id to go on: ")
    except EOFError:
        answer = ""
    if answer.strip() != report:
        raise Invalid(
            f"expected {report} to be confirmed, found {answer.strip()!r}; nothing was removed, or give --yes"
        )
