"""``taqrib read``: reports in, findings out."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.output import answering, fail, print_json, say
from taqrib.errors import TaqribError

if TYPE_CHECKING:
    from taqrib.case import Case
    from taqrib.evidence import Report
    from taqrib.reading import Findings


class ReadFormat(StrEnum):
    """A page for people, one document, or one line for each report."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


@answering
def read(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Reports: text, Markdown, HTML, PDF, DOCX; or folders of them."),
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD; beats what the file states.")
    ] = None,
    case: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A case: names and issues are linked to its actors and issues.")
    ] = None,
    format: Annotated[ReadFormat, typer.Option(help="How to answer.")] = ReadFormat.table,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write NAME.json for each report into this folder instead.")
    ] = None,
) -> None:
    """Read reports: who said what, when and through whom; events, stances, figures.

    Nothing is kept. Relative dates are resolved against the publication date, or left open without one.
    """
    from taqrib.cli.dates import given_day
    from taqrib.evidence import capture, collect

    day = given_day(published, option="--published")
    linked_to = _case(case)
    paths = collect(files)
    answers: list[dict[str, Any]] = []
    failures: list[TaqribError] = []
    for path in paths:
        try:
            report = capture(path, published=day)
        except TaqribError as error:
            failures.append(error)
            continue
        findings = _findings(report)
        if format is ReadFormat.table and not out:
            from taqrib.cli.findings_table import print_findings

            print_findings(report, findings)
            continue
        answer = as_json(report, findings, linked_to)
        if out:
            _write(answer, out)
            say(f"{path}: {_counted(findings)}")
        elif format is ReadFormat.jsonl:
            typer.echo(json.dumps(answer, ensure_ascii=False))
        else:
            answers.append(answer)
    if format is ReadFormat.json and not out and answers:
        print_json({"ok": not failures, **(answers[0] if len(paths) == 1 else {"reports": answers})})
    _report_failures(failures, of=len(paths), as_json=format is not ReadFormat.table)


def _write(answer: dict[str, Any], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{answer['report']}.json"
    path.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _report_failures(failures: list[TaqribError], *, of: int, as_json: bool) -> None:
    """Name every file that could not be read, and stop with status 2 if there is one."""
    if not failures:
        return
    if of == 1:
        fail(failures[0], as_json=as_json)
    for error in failures:
        say(f"taqrib: {error}")
    say(f"taqrib: {len(failures)} of {of} files could not be read")
    raise typer.Exit(2)


def as_json(report: Report, findings: Findings, case: Case | None = None) -> dict[str, Any]:
    """One report's findings in the contract's form; with ``case``, the ids of actors and issues beside the names."""
    answer = {"report": report.stem, "sha256": report.sha256, **findings.as_json()}
    if case:
        from taqrib.case import CaseIndex
        from taqrib.record import proposals

        links = {
            proposal.finding["id"]: {
                "actor": proposal.actor,
                "touches": [str(touch) for touch in proposal.touches],
            }
            for proposal in proposals(report.text, findings, CaseIndex(case))
        }
        for kind in ("statements", "events", "stances", "figures"):
            for finding in answer[kind]:
                finding.update(links[finding["id"]])
    return answer


def _case(folder: Path | None) -> Case | None:
    if folder is None:
        return None
    from taqrib.cli.folder import load_case

    return load_case(folder)


def _findings(report: Report) -> Findings:
    from taqrib.reading import read as read_text

    return read_text(
        report.text,
        published=report.published,
        published_basis=report.published_basis,
        language=report.language,
    )


def _counted(findings: Findings) -> str:
    from taqrib.reading.findings import KINDS

    return ", ".join(f"{len(getattr(findings, kind))} {kind}" for kind in KINDS)
