"""``taqrib demo``: the whole way once, on example reports that ship with Taqrib."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taqrib.cli.output import answering, say
from taqrib.errors import Invalid, NotFound

if TYPE_CHECKING:
    from taqrib.cli.brief import BriefFormat


class Example(StrEnum):
    """The example cases that ship with Taqrib."""

    truce = "truce-2024"
    strait = "strait"


@answering
def demo(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", readable=False, help="The folder to make; by default 'demo' here.")
    ] = None,
    example: Annotated[
        Example, typer.Option(help="truce-2024: talks of July 2024, from public facts; strait: wholly invented.")
    ] = Example.truce,
) -> None:
    """Build an example case from example reports, read, accept, and write its gap matrix and briefs.

    The entries are accepted together, by "taqrib demo", so that there is something to look at; in your own case an
    analyst decides.
    """
    from importlib.resources import as_file, files

    from taqrib.cli import brief as briefs
    from taqrib.cli.add import add
    from taqrib.cli.folder import CASE_FILE
    from taqrib.cli.gaps import gaps
    from taqrib.cli.review import review
    from taqrib.cli.writing import write_whole

    target = folder or Path("demo")
    if target.exists() and any(target.iterdir() if target.is_dir() else [target]):
        raise Invalid("expected a new or an empty folder, found something there; name another", where=str(target))
    with ExitStack() as stack:
        shipped = stack.enter_context(as_file(files("taqrib.examples").joinpath(example.value)))
        write_whole(target / CASE_FILE, (shipped / CASE_FILE).read_text(encoding="utf-8"))
        add(target, [shipped / "reports"], by="taqrib demo")
    review(target, accept_all=True, by="taqrib demo")
    since, until = _last_week(target)
    gaps(target, as_of=until)
    kinds = kinds_to_write()
    for language in briefs.Language:
        for kind in kinds:
            briefs.brief(
                target, since=since, until=until, lang=language, format=kind, output=target / f"brief-{language}.{kind}"
            )
    say(f"Open {target / 'brief-ar.html'} or {target / 'brief-en.html'}; open a quote with 'taqrib show e1 {target}'.")


def kinds_to_write() -> list[BriefFormat]:
    """The kinds of file to write: those that open by themselves anywhere, and PDF where a font lets it."""
    from taqrib.brief.pdf import arabic_font
    from taqrib.cli.brief import BriefFormat

    kinds = [BriefFormat.md, BriefFormat.html, BriefFormat.docx]
    try:
        arabic_font()
    except NotFound as missing:
        say(f"No PDF is written: {missing}.")
        return kinds
    return [*kinds, BriefFormat.pdf]


def _last_week(folder: Path) -> tuple[str, str]:
    """The seven days that end with the last report."""
    from taqrib.cli.folder import open_case

    with open_case(folder) as opened:
        until = date.fromisoformat(max(report.published or "" for report in opened.record.reports()))
    return (until - timedelta(days=6)).isoformat(), until.isoformat()
