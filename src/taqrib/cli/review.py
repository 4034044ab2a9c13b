"""``taqrib review``: an analyst decides on what reading proposed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.output import Format, answering, console, print_json, say
from taqrib.errors import Invalid, TaqribError

if TYPE_CHECKING:
    from rich.console import Console

    from taqrib.case import Case
    from taqrib.cli.folder import OpenCase
    from taqrib.record import Entry

KEYS = "[a]ccept  a[m]end  [r]eject  [s]kip  [q]uit"


@answering
def review(
    folder: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")] = Path(),
    accept_all: Annotated[bool, typer.Option("--accept-all", help="Accept every proposed entry; needs --by.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; recorded with every decision.")] = None,
    format: Annotated[Format, typer.Option(help="How --accept-all answers.")] = Format.table,
) -> None:
    """Decide on each proposed entry with its quote before you: accept, amend, reject or skip.

    Every decision is stored when it is made; stopping at any moment loses none. Deciding again later is possible: the
    last decision stands and all of them stay on record.
    """
    from taqrib.cli.folder import open_case, who

    with open_case(folder) as opened:
        proposed = opened.record.entries(status="proposed")
        if accept_all:
            if not by:
                raise Invalid("expected the name of whoever accepts, found none; give --by NAME")
            for entry in proposed:
                opened.record.decide(entry.id, "accept", by=by, why="accepted together with --accept-all")
            if format is Format.json:
                print_json({"ok": True, "accepted": [entry.id for entry in proposed], "by": by})
            else:
                typer.echo(f"{len(proposed)} entries accepted together by {by}.")
            return
        if not proposed:
            typer.echo("No proposed entry waits for a decision.")
            return
        _one_by_one(opened, proposed, by or who())


def _one_by_one(opened: OpenCase, proposed: list[Entry], by: str) -> None:
    from taqrib.cli.quotes import heading, in_context, provenance

    page = console()
    try:
        for number, entry in enumerate(proposed, 1):
            report = opened.record.report(entry.report)
            page.print()
            page.print(f"{number} of {len(proposed)}", style="dim")
            page.print(heading(entry), style="bold")
            page.print(provenance(report), style="dim")
            page.print()
            page.print(in_context(entry, report))
            key = _key(page)
            if key == "q":
                break
            if key != "s":
                _decide(opened, entry, key, by, page)
    except (KeyboardInterrupt, EOFError):
        page.print()
    left = len(opened.record.entries(status="proposed"))
    say(f"{len(proposed) - left} decisions by {by} stored; {left} proposed entries left.")


def _key(page: Console) -> str:
    while True:
        answer = page.input(f"\n{KEYS} > ").strip().lower()
        if answer in {"a", "m", "r", "s", "q"}:
            return answer
        page.print(f"Expected one of a, m, r, s, q; found {answer!r}.")


def _decide(opened: OpenCase, entry: Entry, key: str, by: str, page: Console) -> None:
    """Store one decision; an amendment that changes nothing is none."""
    if key == "a":
        opened.record.decide(entry.id, "accept", by=by)
        page.print(f"{entry.id} accepted.")
    elif key == "r":
        opened.record.decide(entry.id, "reject", by=by)
        page.print(f"{entry.id} rejected.")
    elif changes := _amendments(opened.case, entry, page):
        opened.record.decide(entry.id, "amend", by=by, changes=changes)
        page.print(f"{entry.id} amended and accepted.")
    else:
        page.print("Nothing changed; the entry stays proposed.")


def _amendments(case: Case, entry: Entry, page: Console) -> dict[str, Any]:
    """What the analyst changes; an empty answer keeps what is there, a dash empties it."""
    from taqrib.cli.amendments import actor_from, day_from, touches_from

    page.print("Enter keeps what is there; - empties it.")
    touches = ", ".join(map(str, entry.touches))
    asked = (
        ("actor", entry.actor, lambda answer: actor_from(answer, case)),
        ("touches", touches or None, lambda answer: touches_from(answer, case)),
        ("on", entry.on, day_from),
    )
    labels = {"actor": "actor", "touches": "issue, or issue:option", "on": "date"}
    changes: dict[str, Any] = {}
    for name, standing, parse in asked:
        while True:
            answer = page.input(f"{labels[name]} ({standing or 'none'}) > ").strip()
            if not answer:
                break
            try:
                changes[name] = parse("" if answer == "-" else answer)
                break
            except TaqribError as error:
                say(str(error))
    return changes
