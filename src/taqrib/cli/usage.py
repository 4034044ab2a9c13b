"""Mistakes in how a command was called, told as a program asked to be told: in the envelope of ``--format json``."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import Any, cast

import typer
from typer.core import TyperGroup

from taqrib.cli.output import fail
from taqrib.errors import Invalid

UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__base__)
"""What every mistake in a call is; Typer itself gives it no public name."""

_FORMATS = ("json", "jsonl")


class Commands(TyperGroup):
    """Commands whose usage errors come in the envelope where one was asked for."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer gives its own context no public name either
        """Run the command."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            if not _is_for_programs(sys.argv[1:]):
                raise
            called = error.ctx.command_path if error.ctx else None
            fail(Invalid(f"{error.format_message()}; see its --help", where=called), as_json=True)


def _is_for_programs(arguments: list[str]) -> bool:
    return any(
        (option == "--format" and value in _FORMATS) or value in {f"--format={name}" for name in _FORMATS}
        for option, value in pairwise(("", *arguments))
    )
