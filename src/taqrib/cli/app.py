"""The commands and their order in ``taqrib --help``."""

from __future__ import annotations

from typing import Annotated

import typer

import taqrib
from taqrib.cli.add import add
from taqrib.cli.brief import brief
from taqrib.cli.case import case_app
from taqrib.cli.changes import remove, retract, undo
from taqrib.cli.claims import claims
from taqrib.cli.contradictions import contradictions
from taqrib.cli.demo import demo
from taqrib.cli.domain import domain_app
from taqrib.cli.fair_division import fair_division
from taqrib.cli.gaps import gaps
from taqrib.cli.moves import moves
from taqrib.cli.packages import packages
from taqrib.cli.read import read
from taqrib.cli.record import record_app
from taqrib.cli.review import review
from taqrib.cli.rounds import rounds
from taqrib.cli.search import search
from taqrib.cli.show import show
from taqrib.cli.usage import Commands

app = typer.Typer(
    cls=Commands,
    name="taqrib",
    help="The sourced record of a negotiation: who said what, who holds what, what is open. Arabic and English.",
    epilog="Start with 'taqrib demo'. Answers go to standard output, progress and errors to standard error; "
    "exit status 0, or 2 when something given is wrong. Nothing leaves this machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"taqrib {taqrib.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    pass


app.command()(read)
app.add_typer(case_app, name="case")
app.command()(add)
app.command()(review)
app.command()(gaps)
app.command()(moves)
app.command()(rounds)
app.command()(contradictions)
app.command()(claims)
app.command()(packages)
app.command()(search)
app.command()(show)
app.command()(brief)
app.command()(undo)
app.command()(retract)
app.command()(remove)
app.add_typer(domain_app, name="domain")
app.command("fair-division")(fair_division)
app.add_typer(record_app, name="record")
app.command()(demo)
