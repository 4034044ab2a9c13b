"""``taqrib show``: an entry's quote, opened in its report."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from taqrib.cli.options import CaseFolder, FormatOption, KnownOption, RecordOption
from taqrib.cli.output import Format, answering, console, print_json


@answering
def show(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="An entry's id, such as e12.")],
    folder: CaseFolder = Path(),
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Open an entry's quote in its report, with every decision taken on it."""
    from taqrib.cli.dates import given_moment
    from taqrib.cli.folder import open_case
    from taqrib.cli.quotes import heading, history_lines, in_context, provenance

    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        found = view.entry(entry)
        report = view.report(found.report)
        history = view.history(found.id)
    if format is Format.json:
        source = {name: value for name, value in asdict(report).items() if name != "text"}
        rows = [row._asdict() for row in history]
        print_json({"ok": True, "entry": asdict(found), "report": source, "history": rows})
        return
    page = console()
    page.print(heading(found))
    page.print(provenance(report))
    page.print(f"characters {found.span[0]} to {found.span[1]}")
    page.print()
    page.print(in_context(found, report))
    page.print()
    for line in history_lines(history):
        page.print(line)
