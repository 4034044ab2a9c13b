"""``taqrib read``: reports in, findings out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.output import answering, count, fail, json_text, print_json, say
from taqrib.errors import Invalid, TaqribError

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
        typer.Argument(
            metavar="FILE", readable=False, help="Reports: text, Markdown, HTML, PDF, DOCX; or folders of them."
        ),
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD; beats what the file states.")
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", readable=False, help="A case: names and words are linked to its actors and issues."
        ),
    ] = None,
    format: Annotated[ReadFormat, typer.Option(help="How to answer.")] = ReadFormat.table,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", readable=False, help="Write NAME.json for each report into this folder instead."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say for each finding which rule saw it, on which words, and its doubts.")
    ] = False,
) -> None:
    """Read reports: who said what, when and through whom; events, stances, figures.

    Nothing is kept. Relative dates are resolved against the publication date, or left open without one. Many reports
    are read on all cores; a bad file is named at the end and stops none of the others.
    """
    from taqrib.cli.dates import given_day
    from taqrib.cli.readings import Unread, readings
    from taqrib.evidence import collect

    day = given_day(published, option="--published")
    linked_to = _case(case)
    paths = collect(files)
    if out:
        _expect_names_apart(paths, out)
    answers: list[dict[str, Any]] = []
    failures: list[TaqribError] = []
    for reading in readings(paths, published=day):
        if isinstance(reading, Unread):
            failures.append(reading.error)
            continue
        report, findings = reading.report, reading.findings
        if format is ReadFormat.table and not out:
            from taqrib.cli.findings_table import print_findings

            print_findings(report, findings, explain=explain)
            continue
        answer = as_json(report, findings, linked_to, explain=explain)
        if out:
            _write(answer, out)
        elif format is ReadFormat.jsonl:
            typer.echo(json_text(answer))
        else:
            answers.append(answer)
    if out:
        say(f"{count(len(paths) - len(failures), 'report')} read into {out}.")
    elif format is ReadFormat.json and answers:
        failed = {"failures": [error.as_json() for error in failures]} if failures else {}
        print_json({"ok": not failures, **(answers[0] if len(paths) == 1 else {"reports": answers}), **failed})
    _report_failures(failures, of=len(paths), as_json=format is not ReadFormat.table)


def _expect_names_apart(paths: list[Path], out: Path) -> None:
    """Two files of one name would be written over each other."""
    seen: dict[str, Path] = {}
    for path in paths:
        if path.stem in seen:
            raise Invalid(
                f"expected a name of its own for each report, found {seen[path.stem]} and {path}, which would both be "
                f"{path.stem}.json; rename one or read them into different folders",
                where=str(out),
            )
        seen[path.stem] = path


def _write(answer: dict[str, Any], folder: Path) -> None:
    from taqrib.cli.writing import write_whole

    write_whole(folder / f"{answer['report']}.json", json_text(answer, indent=1) + "\n")


def _report_failures(failures: list[TaqribError], *, of: int, as_json: bool) -> None:
    """Name every file that could not be read, and stop with status 2 if there is one."""
    if not failures:
        return
    if of > 1:
        for error in failures:
            say(f"taqrib: {error}")
        say(f"taqrib: {len(failures)} of {of} files could not be read")
    if of > 1 and not (as_json and len(failures) == of):
        raise typer.Exit(2)
    fail(failures[0], as_json=as_json)


def as_json(report: Report, findings: Findings, case: Case | None = None, *, explain: bool = False) -> dict[str, Any]:
    """One report's findings in the contract's form.

    :param case: adds the ids of its actors and issues beside the names.
    :param explain: adds to each finding the words its rule rests on and what it left open.
    """
    from taqrib.reading.findings import KINDS

    answer = {"report": report.stem, "sha256": report.sha256, **findings.as_json()}
    if explain:
        for kind in KINDS:
            for finding, told in zip(getattr(findings, kind), answer[kind], strict=True):
                told["rests_on"] = [list(span) for span in finding.rests_on]
                told["unsure"] = list(finding.unsure)
    if case:
        from taqrib.case import index_of
        from taqrib.record.proposals import proposals

        links = {
            proposal.finding["id"]: {"actor": proposal.actor, "touches": [str(touch) for touch in proposal.touches]}
            for proposal in proposals(report.text, findings, index_of(case))
        }
        for kind in ("statements", "events", "stances", "figures"):
            for told in answer[kind]:
                told.update(links[told["id"]])
    return answer


def _case(folder: Path | None) -> Case | None:
    if folder is None:
        return None
    from taqrib.cli.folder import load_case

    return load_case(folder)
