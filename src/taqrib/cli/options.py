"""Options that several commands share, each with one name and one help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from taqrib.cli.output import Format

RECORD_VARIABLE = "TAQRIB_RECORD"
"""The environment's word for ``--record``: a team sets it once."""

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", readable=False, help="The case's folder.")]
"""The case a command is about."""

AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day asked about, YYYY-MM-DD; by default today (with --as-known-at, that day) or the last then on "
        "record.",
    ),
]
"""The first time axis: which day of the talks is meant."""

FormatOption = Annotated[Format, typer.Option("--format", help="How to answer.")]
"""For people or for programs."""

RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="ADDRESS",
        envvar=RECORD_VARIABLE,
        show_envvar=True,
        help="A record in PostgreSQL, postgresql+psycopg://user@host/database; by default record.db in the folder.",
    ),
]
"""Where the record is kept."""

KnownOption = Annotated[
    str | None,
    typer.Option(
        "--as-known-at",
        metavar="WHEN",
        help="What the record knew then: a day, YYYY-MM-DD (its end, UTC), or a time such as 2024-07-09T14:30+03:00.",
    ),
]
"""The second time axis: when we knew, where ``--as-of`` asks when it was said or true."""

ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who does it, for the ledger; by default your system's name.")
]
"""Who is named in the ledger."""
