"""``taqrib case``: make, show and check the description of a case."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.archive import export_case, import_case
from taqrib.cli.output import Format, answering, console, count, print_json, say, tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.strict_yaml import Problem

case_app = typer.Typer(
    no_args_is_help=True, help="Make, show, check, export and import a case: its actors, issues, bodies and record."
)
case_app.command("export")(export_case)
case_app.command("import")(import_case)


@case_app.command("new")
@answering
def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", readable=False, help="The folder to make; its name is the case's id.")
    ],
    title_en: Annotated[str, typer.Option(help="The case's title in English.")] = "A new case",
    title_ar: Annotated[str, typer.Option(help="The case's title in Arabic.")] = "قضية جديدة",
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Make a case: a folder with a commented case.yaml to fill in."""
    from taqrib.case import new_case_text
    from taqrib.cli.folder import CASE_FILE
    from taqrib.cli.writing import write_whole
    from taqrib.errors import Invalid

    path = folder / CASE_FILE
    if path.exists() and (not path.is_file() or path.stat().st_size):  # an empty file is what a failure left
        raise Invalid("expected a new folder, found a case there already; choose another name", where=str(path))
    text = new_case_text(folder.resolve().name, title_ar=title_ar, title_en=title_en)
    write_whole(path, text)
    if format is Format.json:
        print_json({"ok": True, "case": str(folder), "file": str(path)})
    else:
        say(f"Made {path}: fill it in, then run 'taqrib case check {folder}'.")


@case_app.command("show")
@answering
def show(
    folder: Annotated[Path, typer.Argument(metavar="CASE", readable=False, help="The case's folder.")] = Path(),
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Show a case's actors, issues and bodies."""
    from taqrib.cli.folder import load_case

    case = load_case(folder)
    if format is Format.json:
        print_json({"ok": True, "case": asdict(case)})
        return
    from rich.table import Table

    from taqrib.visible import visible

    page = console()
    page.print(visible(f"{case.id}: {case.title.en} / {case.title.ar}"))
    actors = Table("id", "role", "kind", "English", "Arabic", title="Actors", title_justify="left")
    for actor in case.actors:
        actors.add_row(actor.id, actor.role, actor.kind, visible(actor.name.en), visible(actor.name.ar))
    issues = Table("id", "kind", "question", "options", title="Issues", title_justify="left")
    for issue in case.issues:
        options = "\n".join(f"{option.id}: {option.label.en}" for option in issue.options)
        issues.add_row(issue.id, issue.kind, visible(issue.question.en), visible(options))
    page.print(actors, issues)
    if case.bodies:
        bodies = Table("id", "of", "rule", "English", "Arabic", title="Bodies", title_justify="left")
        for body in case.bodies:
            bodies.add_row(body.id, body.of, body.rule, visible(body.name.en), visible(body.name.ar))
        page.print(bodies)


@case_app.command("check")
@answering
def check(
    folder: Annotated[Path, typer.Argument(metavar="CASE", readable=False, help="The case's folder.")] = Path(),
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Check case.yaml: every mistake with its line, what was expected and what exists.

    Where there is a record, the actors, issues and options are named that its accepted entries use and case.yaml no
    longer has.
    """
    from taqrib.case import check_case
    from taqrib.cli.folder import CASE_FILE, case_text, has_record

    path = folder / CASE_FILE
    checked = check_case(case_text(folder), where=str(path))
    case = checked.case
    if case is None:
        if format is Format.json:
            error = {"kind": "invalid", "message": f"{len(checked.problems)} mistakes", "where": str(path)}
            print_json({"ok": False, "error": {**error, "problems": _listed(checked.problems)}})
        else:
            for problem in checked.problems:
                say(f"taqrib: {path}:{problem.line}: {problem.message}")
        raise typer.Exit(2)
    missing = _missing(folder) if has_record(folder) else []
    warnings = [*_listed(checked.warnings), *({"line": None, "message": message} for message in missing)]
    if format is Format.json:
        print_json({"ok": True, "case": case.id, "warnings": warnings})
        return
    for warning in warnings:
        place = f"{path}:{warning['line']}" if warning["line"] else str(path)
        say(f"{place}: note: {warning['message']}")
    parts = (
        count(len(case.actors), "actor"),
        count(len(case.issues), "issue"),
        count(len(case.bodies), "body", "bodies"),
    )
    tell(f"{path} is right: {', '.join(parts)}.")


def _missing(folder: Path) -> list[str]:
    """What accepted entries use and the case no longer has, a sentence for each."""
    from taqrib.cli.folder import open_case

    with open_case(folder) as opened:
        accepted = opened.record.entries(status="accepted")
        case = opened.case
    actors = {actor.id for actor in case.actors}
    issues = {issue.id: {option.id for option in issue.options} for issue in case.issues}
    used: dict[str, dict[str, None]] = {}
    for entry in accepted:
        for actor in (entry.actor, entry.voice_actor):
            if actor and actor not in actors:
                used.setdefault(f"the actor '{actor}'", {})[entry.id] = None
        for issue, option in entry.touches:
            if issue not in issues:
                used.setdefault(f"the issue '{issue}'", {})[entry.id] = None
            elif option and option not in issues[issue]:
                used.setdefault(f"the option '{option}' of '{issue}'", {})[entry.id] = None
    return [
        f"{what} is gone, and accepted entries use it ({', '.join(entries)}); put it back, or amend them with "
        "'taqrib review --entry'"
        for what, entries in used.items()
    ]


def _listed(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [{"line": problem.line, "message": problem.message} for problem in problems]
