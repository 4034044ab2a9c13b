"""``taqrib record``: look after the record itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from taqrib.cli.output import Format, answering, print_json

record_app = typer.Typer(no_args_is_help=True, help="Look after the record itself.")


@record_app.callback()
def _root() -> None:
    pass


@record_app.command("verify")
@answering
def verify(
    folder: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")] = Path(),
    format: Annotated[Format, typer.Option(help="How to answer.")] = Format.table,
) -> None:
    """Check every seal, text and entry of the record, and name the first that is not as it was written."""
    from taqrib.cli.folder import RECORD_FILE
    from taqrib.record import verify as verify_record

    whole = verify_record(folder / RECORD_FILE)
    if format is Format.json:
        print_json({"ok": True, **whole._asdict()})
    else:
        typer.echo(f"The record is whole: {whole.rows} ledger rows, {whole.reports} reports, {whole.entries} entries.")
