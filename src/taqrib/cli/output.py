"""How answers and errors leave the command line: one envelope, one sentence, and text as nothing but text."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TypeVar

import typer

from taqrib.cli.streams import silence
from taqrib.errors import CannotStore, Invalid, TaqribError, Unreadable
from taqrib.visible import UNSAFE, visible

if TYPE_CHECKING:
    from rich.console import Console

Parameters = ParamSpec("Parameters")
Returned = TypeVar("Returned")


_SURROGATE = re.compile("[\ud800-\udfff]")


class Format(StrEnum):
    """For people, or for programs."""

    table = "table"
    json = "json"


def answering(command: Callable[Parameters, Returned]) -> Callable[Parameters, Returned]:
    """Turn what goes wrong in ``command`` into one sentence (or one JSON envelope) and the exit status 2."""

    @functools.wraps(command)
    def answered(*args: Parameters.args, **options: Parameters.kwargs) -> Returned:
        as_json = options.get("format") in {"json", "jsonl"}
        try:
            _expect_text(options)
            return command(*args, **options)
        except TaqribError as error:
            fail(error, as_json=as_json)
        except OSError as error:
            fail(of_the_system(error), as_json=as_json)

    return answered


def _expect_text(options: dict[str, Any]) -> None:
    """Refuse words that are no text: what is not UTF-8 in an argument can be kept in no record.

    :raises Invalid: that shows them; paths may be called anything.
    """
    for value in options.values():
        for words in value if isinstance(value, list | tuple) else (value,):
            if isinstance(words, str) and _SURROGATE.search(words):
                raise Invalid(
                    f"expected text in UTF-8, found {words!r}; type it again, or look at your terminal's encoding"
                )


def fail(error: TaqribError, *, as_json: bool) -> NoReturn:
    """Say what was wrong and stop with status 2."""
    if as_json:
        print_json({"ok": False, "error": error.as_json()})
    else:
        say(f"taqrib: {error}")
    raise typer.Exit(2)


def print_json(answer: object) -> None:
    """One JSON document on standard output, readable as it is."""
    typer.echo(json_text(answer, indent=1))


def json_text(answer: object, *, indent: int | None = None) -> str:
    r"""``answer`` as JSON in which nothing can command a terminal: unsafe characters are escaped, and load unchanged.

    >>> json_text({"by": "a\u202eb"})
    '{"by": "a\\u202eb"}'
    """
    known = sys.stdout is None or sys.stdout.encoding.lower().startswith("utf")
    text = json.dumps(answer, ensure_ascii=not known, indent=indent)
    return UNSAFE.sub(lambda unsafe: json.dumps(unsafe.group())[1:-1], text)


def tell(text: str) -> None:
    """A line of the answer, on standard output."""
    typer.echo(visible(text))


def say(text: str) -> None:
    """A line of progress or an error, on standard error; if nobody can be told, the work goes on."""
    try:
        typer.echo(visible(text), err=True)
    except OSError:
        silence(sys.stderr)


def count(number: int, noun: str, plural: str = "") -> str:
    """A number of things in words: ``1 entry``, ``2 entries``.

    >>> count(1, "decision"), count(2, "entry", "entries")
    ('1 decision', '2 entries')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def console() -> Console:
    """Where tables are printed: no markup, no emoji, no highlighting, so that text stays text."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False, soft_wrap=False)


def of_the_system(error: OSError) -> TaqribError:
    """An error of the system in a sentence, with the file it is about where the system names one."""
    import errno

    where = str(error.filename) if error.filename else None
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return CannotStore(
            "the disk is full, so this was not written; free some space and run the command again", where=where
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return CannotStore("the file or folder cannot be used with your permissions; check who owns it", where=where)
    return Unreadable(
        f"the system refused ({error.strerror or error}); check that the file or folder exists and is readable",
        where=where,
    )
