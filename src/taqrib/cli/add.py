"""``taqrib add``: reports become evidence, and their findings proposed entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.output import Format, answering, print_json, say
from taqrib.errors import TaqribError

if TYPE_CHECKING:
    from datetime import date

    from taqrib.cli.folder import OpenCase


@answering
def add(
    folder: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Reports, or folders of them.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD; beats what the file states.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet; beats what the file states.")] = None,
    grade: Annotated[
        str | None, typer.Option(metavar="GRADE", help="Admiralty grade of source and claim, A1 to F6.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who captures; by default your system's name.")] = None,
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Capture reports as evidence, read them, and propose what they tell for the record.

    Each report is kept whole or not at all; what is already in the record is left as it is.
    """
    from taqrib.cli.dates import given_day
    from taqrib.cli.folder import load_case, open_case, who
    from taqrib.evidence import collect

    day = given_day(published, option="--published")
    load_case(folder)  # a wrong case is said before a wrong file, and before a record is made
    paths = collect(files)
    added: list[dict[str, Any]] = []
    failures: list[dict[str, Any]] = []
    with open_case(folder) as opened:
        for number, path in enumerate(paths, 1):
            try:
                one = add_one(opened, path, published=day, source=source, grade=grade, by=by or who())
            except TaqribError as error:
                failures.append({"file": str(path), **error.as_json()})
                say(f"taqrib: {error}")
                continue
            added.append(one)
            proposed = f"{one['entries']} entries proposed" if one["new"] else "already in the record, nothing changed"
            say(f"[{number}/{len(paths)}] {path}: {one['report']}, {proposed}")
    if format is Format.json:
        if failures and not added:
            print_json({"ok": False, "error": failures[0]})
        else:
            print_json({"ok": not failures, "added": added, "failures": failures})
    elif any(one["new"] for one in added):
        say(f"Next: 'taqrib review {folder}'.")
    if failures:
        raise typer.Exit(2)


def add_one(
    opened: OpenCase,
    path: Path,
    *,
    by: str,
    published: date | None = None,
    source: str | None = None,
    grade: str | None = None,
) -> dict[str, Any]:
    """Capture, read and record one file; what was done, as JSON values."""
    from taqrib.case import CaseIndex
    from taqrib.cli.folder import REPORTS_FOLDER
    from taqrib.evidence import capture, keep_original
    from taqrib.reading import read
    from taqrib.record import proposals

    report = capture(path, published=published, source=source, grade=grade)
    findings = read(
        report.text,
        published=report.published,
        published_basis=report.published_basis,
        language=report.language,
    )
    proposed = proposals(report.text, findings, CaseIndex(opened.case))
    keep_original(path, report, opened.folder / REPORTS_FOLDER)
    added = opened.record.add(report, findings, proposed, by=by)
    return {
        "file": str(path),
        "report": added.report,
        "new": added.new,
        "entries": len(added.entries),
        "published": findings.published.isoformat() if findings.published else None,
        "published_basis": findings.published_basis,
    }
