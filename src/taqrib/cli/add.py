"""``taqrib add``: reports become evidence, and their findings proposed entries."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.options import CaseFolder, FormatOption, RecordOption
from taqrib.cli.output import Format, answering, count, print_json, say
from taqrib.errors import Conflict, TaqribError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taqrib.cli.folder import OpenCase
    from taqrib.cli.readings import Reading
    from taqrib.record import Added

TOGETHER = 32
"""Of many reports, so many are brought to the disk together."""


@answering
def add(
    folder: CaseFolder,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", readable=False, help="Reports, or folders of them.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD; beats what the file states.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet; beats what the file states.")] = None,
    grade: Annotated[
        str | None, typer.Option(metavar="GRADE", help="Admiralty grade of source and claim, A1 to F6.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who captures; by default your system's name.")] = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Capture reports as evidence, read them, and propose what they tell for the record.

    Each report is kept whole or not at all; what is already in the record is left as it is. What is said to be kept is
    on the disk.
    """
    from taqrib.cli.dates import given_day
    from taqrib.cli.folder import load_case, open_case, who
    from taqrib.cli.readings import Unread, readings
    from taqrib.evidence import collect

    day = given_day(published, option="--published")
    load_case(folder)  # a wrong case is said before a wrong file, and before a record is made
    paths = collect(files)
    added: list[dict[str, Any]] = []
    failures: list[TaqribError] = []
    with open_case(folder, writable=True, make=True, record=record) as opened, _counted(added, of=len(paths)):
        numbered = enumerate(readings(paths, published=day, source=source, grade=grade), 1)
        size = 1 if len(paths) < TOGETHER else TOGETHER
        while some := list(islice(numbered, size)):
            kept = _keep(opened, [reading for _, reading in some if not isinstance(reading, Unread)], by=by or who())
            for number, reading in some:
                outcome = reading.error if isinstance(reading, Unread) else kept[reading.path]
                if isinstance(outcome, TaqribError):
                    failures.append(outcome)
                    say(f"taqrib: {outcome}")
                else:
                    added.append(outcome)
                    say(f"[{number}/{len(paths)}] {reading.path}: {_told(outcome)}")
    if format is Format.json:
        _print_json(added, failures)
    elif any(one["new"] for one in added):
        say(f"Next: 'taqrib review {folder}'.")
    if failures:
        raise typer.Exit(2)


def _keep(opened: OpenCase, several: Sequence[Reading], *, by: str) -> dict[Path, dict[str, Any] | TaqribError]:
    """Record reports with what reading proposes from them: by file what was done, as JSON values, or why not.

    All at once; where one of them cannot be kept, one by one.
    """
    from taqrib.cli.folder import REPORTS_FOLDER
    from taqrib.cli.writing import naming
    from taqrib.record import Arrival
    from taqrib.record.proposals import proposals

    if not several:
        return {}
    arrivals = [
        Arrival(one.report, one.findings, proposals(one.report.text, one.findings, opened.index)) for one in several
    ]
    originals = opened.folder / REPORTS_FOLDER
    named = originals / several[0].report.original.kept_as if len(several) == 1 and several[0].report.original else None
    try:
        with naming(named or originals):  # where the record keeps them
            kept = opened.record.add_all(arrivals, by=by)
    except Conflict as error:  # of one report; a disk that is full stops the work
        if len(several) == 1:
            return {several[0].path: error}
        return {path: outcome for one in several for path, outcome in _keep(opened, [one], by=by).items()}
    return {one.path: _as_json(one, added) for one, added in zip(several, kept, strict=True)}


def _as_json(reading: Reading, added: Added) -> dict[str, Any]:
    findings = reading.findings
    return {
        "file": str(reading.path),
        "report": added.report,
        "new": added.new,
        "copy_of": added.copy_of,
        "entries": len(added.entries),
        "corrected": list(added.corrected),
        "doubtful": list(added.doubtful),
        "published": findings.published.isoformat() if findings.published else None,
        "published_basis": findings.published_basis,
    }


def _told(one: dict[str, Any]) -> str:
    """What became of one report, in a line."""
    proposed = f"{count(one['entries'], 'entry', 'entries')} proposed"
    if one["new"]:
        told = [proposed]
        if one["copy_of"]:
            told.append(f"carries the words of {one['copy_of']}, and counts with it as one source")
    elif one["corrected"]:
        told = [f"already in the record, corrected: {', '.join(one['corrected'])}"]
        if one["entries"]:
            told.append(f"read anew, {proposed}")
        if one["doubtful"]:
            told.append(f"look at {', '.join(one['doubtful'])}: dates counted from the old day")
    else:
        told = ["already in the record, nothing changed"]
    if one["new"] and one["published"] is None:
        told.append("no date: relative dates stay open; give --published")
    return "; ".join([f"{one['report']}, {told[0]}", *told[1:]])


@contextmanager
def _counted(added: list[dict[str, Any]], *, of: int) -> Iterator[None]:
    """If anything stops the work, say how much of it is done."""
    try:
        yield
    except BaseException:
        if added:
            say(f"Stopped; {len(added)} of {count(of, 'report')} are in the record. Run it again to go on.")
        raise


def _print_json(added: list[dict[str, Any]], failures: list[TaqribError]) -> None:
    if failures and not added:
        print_json({"ok": False, "error": failures[0].as_json()})
    else:
        print_json({"ok": not failures, "added": added, "failures": [failure.as_json() for failure in failures]})
