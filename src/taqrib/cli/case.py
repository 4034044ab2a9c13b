"""``taqrib case``: make, show and check the description of a case."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.output import Format, answering, console, print_json, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.strict_yaml import Problem

case_app = typer.Typer(no_args_is_help=True, help="Make, show and check a case: its actors, issues and bodies.")


@case_app.command("new")
@answering
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; its name becomes the case's id.")],
    title_en: Annotated[str, typer.Option(help="The case's title in English.")] = "A new case",
    title_ar: Annotated[str, typer.Option(help="The case's title in Arabic.")] = "قضية جديدة",
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Make a case: a folder with a commented case.yaml to fill in."""
    from taqrib.case import new_case_text
    from taqrib.cli.folder import CASE_FILE
    from taqrib.errors import Invalid

    path = folder / CASE_FILE
    if path.exists():
        raise Invalid("expected a new folder, found a case there already; choose another name", where=str(path))
    text = new_case_text(folder.resolve().name, title_ar=title_ar, title_en=title_en)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if format is Format.json:
        print_json({"ok": True, "case": str(folder), "file": str(path)})
    else:
        say(f"Made {path}: fill it in, then run 'taqrib case check {folder}'.")


@case_app.command("show")
@answering
def show(
    folder: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")] = Path(),
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
    folder: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")] = Path(),
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Check case.yaml: every mistake with its line, what was expected and what exists."""
    from taqrib.case import check_case
    from taqrib.cli.folder import CASE_FILE, case_text

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
    if format is Format.json:
        print_json({"ok": True, "case": case.id, "warnings": _listed(checked.warnings)})
        return
    for warning in checked.warnings:
        say(f"{path}:{warning.line}: note: {warning.message}")
    typer.echo(f"{path} is right: {len(case.actors)} actors, {len(case.issues)} issues, {len(case.bodies)} bodies.")


def _listed(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [{"line": problem.line, "message": problem.message} for problem in problems]
