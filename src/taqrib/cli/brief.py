"""``taqrib brief``: what changed between two days, in either language, each sentence opening its quote."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taqrib.cli.output import answering, say
from taqrib.errors import Invalid

if TYPE_CHECKING:
    from taqrib.brief import Material
    from taqrib.cli.folder import OpenCase


class Language(StrEnum):
    """The language of the brief's own sentences; quotes stay in theirs."""

    ar = "ar"
    en = "en"


class BriefFormat(StrEnum):
    """What kind of file the brief is."""

    md = "md"
    html = "html"


@answering
def brief(
    folder: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")] = Path(),
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day; by default the last day on record.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day; by default the last day on record.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="The language of the brief.")] = Language.en,
    format: Annotated[BriefFormat, typer.Option(help="The kind of file.")] = BriefFormat.md,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; by default standard output.")
    ] = None,
) -> None:
    """Write the brief: what was said, what moved, what is agreed and open, what is announced, where sources disagree.

    Only accepted entries count. Both languages rest on the same entries; every sentence ends in their ids, and every id
    opens its quote.
    """
    from taqrib.brief import as_html, as_markdown, plan
    from taqrib.cli.dates import given_day
    from taqrib.cli.folder import open_case

    first, last = given_day(since, option="--from"), given_day(until, option="--to")
    with open_case(folder) as opened:
        material = gather(opened, first, last)
    write = as_html if format is BriefFormat.html else as_markdown
    page = write(plan(material), material, lang.value)
    if output is None:
        typer.echo(page)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(page, encoding="utf-8")
    say(f"Wrote {output}.")


def gather(opened: OpenCase, since: date | None, until: date | None) -> Material:
    """Everything a brief of these days rests on; by default of the last day on record."""
    from taqrib.brief import Material
    from taqrib.edtf import last_day
    from taqrib.positions import disagreements, gap_matrix, moves
    from taqrib.rounds import rounds

    reports = {report.id: report for report in opened.record.reports()}
    published = [date.fromisoformat(report.published) for report in reports.values() if report.published]
    until = until or since or max(published, default=date.today())  # noqa: DTZ011 - the user's own calendar day
    since = since or until
    if since > until:
        raise Invalid(f"expected the first day before the last, found {since} after {until}", where="--from and --to")
    accepted = opened.record.entries(status="accepted")
    gaps = gap_matrix(opened.case, accepted, as_of=until)
    before = {row.issue: row.state for row in gap_matrix(opened.case, accepted, as_of=since - timedelta(days=1))}
    known = rounds(accepted, reports, as_known_on=until)
    return Material(
        case=opened.case,
        since=since,
        until=until,
        reports=reports,
        entries={entry.id: entry for entry in accepted},
        said=tuple(
            entry.id
            for entry in accepted
            if entry.kind == "statement" and entry.on and since <= last_day(entry.on) <= until
        ),
        moves=tuple(moves(opened.case, accepted, since=since, until=until)),
        gaps=tuple(gaps),
        changed=tuple((row.issue, before[row.issue], row.state) for row in gaps if before[row.issue] != row.state),
        rounds=tuple(round_ for round_ in known if round_.when and last_day(round_.when) >= since),
        disagreements=tuple(disagreements(opened.case, accepted, as_of=until)),
    )
