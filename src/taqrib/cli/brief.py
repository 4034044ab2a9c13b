"""``taqrib brief``: what changed between two days, in either language, each sentence opening its quote."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taqrib.cli.options import CaseFolder, KnownOption, RecordOption
from taqrib.cli.output import answering, say
from taqrib.errors import Invalid

if TYPE_CHECKING:
    from taqrib.brief import Material, Plan
    from taqrib.brief.formats import Format


class Language(StrEnum):
    """The language of the brief's own sentences; quotes stay in theirs."""

    ar = "ar"
    en = "en"


class BriefFormat(StrEnum):
    """What kind of file the brief is."""

    md = "md"
    html = "html"
    docx = "docx"
    pdf = "pdf"
    xlsx = "xlsx"
    ics = "ics"
    csv = "csv"
    jsonld = "jsonld"


@answering
def brief(
    folder: CaseFolder = Path(),
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="The first day, YYYY-MM-DD; by default the same as the last."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="The last day, YYYY-MM-DD; by default the last on record."),
    ] = None,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    lang: Annotated[Language, typer.Option(help="The language of the brief.")] = Language.en,
    format: Annotated[
        BriefFormat | None,
        typer.Option(help="The kind of file; by default what the suffix of --output says, else Markdown."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; by default standard output.")
    ] = None,
) -> None:
    """Write the brief: what was said, what moved, what is agreed and open, what is announced, where sources disagree.

    Only accepted entries count. Both languages rest on the same entries; every sentence ends in their ids, and every id
    opens its quote.
    """
    from taqrib.brief import plan
    from taqrib.cli.dates import given_day

    kind = _kind(format, output)
    _refuse_bytes_on_a_terminal(kind, output)
    first, last = given_day(since, option="--from"), given_day(until, option="--to")
    material = material_of(folder, first, last, as_known_at=as_known_at, record=record)
    planned = plan(material)
    hand_over(kind.writer()(planned, material, lang.value), output)
    if kind.name == BriefFormat.ics:
        say_undated(planned)


def hand_over(content: str | bytes, output: Path | None) -> None:
    """Write ``content`` to ``output``, or to standard output where there is none."""
    from taqrib.cli.writing import write_whole

    if output is None:
        typer.echo(content, nl=False)
        return
    write_whole(output, content)
    say(f"Wrote {output}.")


def say_undated(planned: Plan) -> None:
    """Name the entries of rounds that a calendar has no day for."""
    from taqrib.brief.ical import undated

    if left_out := undated(planned):
        say(f"In no day of the calendar, because no report gives one: {', '.join(left_out)}.")


def _kind(asked: BriefFormat | None, output: Path | None) -> Format:
    """The kind of file asked for, by name or by the suffix of the file; Markdown where neither says."""
    from taqrib.brief.formats import FORMATS, format_of

    if asked is not None:
        return FORMATS[asked.value]
    if output is None or not output.suffix:
        return FORMATS["md"]
    found = format_of(output.name)
    if found is None:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise Invalid(
            f"expected a file name that ends in one of {known}, or --format, found {output.name!r}", where="--output"
        )
    return found


def _refuse_bytes_on_a_terminal(kind: Format, output: Path | None) -> None:
    if kind.is_binary and output is None and sys.stdout.isatty():
        raise Invalid(
            f"expected a file for {kind.name}, which is bytes no terminal shows, found none; "
            f"name one with -o brief.{kind.name}, or send the bytes on with a pipe",
            where="--output",
        )


def material_of(
    folder: Path, since: date | None, until: date | None, *, as_known_at: str | None = None, record: str | None = None
) -> Material:
    """What a brief of these days rests on; by default of the last day on record."""
    from taqrib.brief import gather
    from taqrib.cli.dates import given_moment
    from taqrib.cli.folder import open_case

    if since and until and since > until:
        raise Invalid(f"expected the first day before the last, found {since} after {until}", where="--from and --to")
    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        found = view.last_day()
        last = date.fromisoformat(found) if found else date.today()  # noqa: DTZ011 - the user's own day
        until = until or max(last, since or last)
        return gather(opened.case, view, since=since or until, until=until)
