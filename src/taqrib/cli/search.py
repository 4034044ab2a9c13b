"""``taqrib search``: words in entries and reports, however they are spelt."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from taqrib.cli.options import CaseFolder, FormatOption, KnownOption, RecordOption
from taqrib.cli.output import Format, answering, console, print_json, say, tell
from taqrib.errors import Invalid

if TYPE_CHECKING:
    from taqrib.record import Found, Passage, Touch, Wanted
    from taqrib.record.entry import EntryKind, Status

AROUND = 60
"""Code points of a report shown on each side of a word found."""


@answering
def search(
    folder: CaseFolder,
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="Words; one that ends in * is a beginning.")],
    actor: Annotated[str | None, typer.Option(metavar="ID", help="Whose entry it is, or who vouches for it.")] = None,
    issue: Annotated[
        str | None, typer.Option(metavar="ID", help="What the entry touches: an issue, or issue:option.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet, or a part of its name.")] = None,
    report: Annotated[str | None, typer.Option(metavar="REPORT", help="A report's id, such as r3.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="statement, stance, event or figure.")] = None,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="proposed, accepted, rejected, withdrawn or retracted.")
    ] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day, YYYY-MM-DD.")] = None,
    limit: Annotated[
        int, typer.Option(min=1, max=1_000_000, metavar="N", help="How many entries, and how many reports.")
    ] = 20,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Find entries and reports that hold every word, the newest first.

    Arabic is found with or without harakat, the article and other clitics, and whatever its hamza sits on. Where
    nothing is asked that only entries have (actor, issue, kind, status), reports are looked through, too.
    """
    from taqrib.cli.amendments import touches_from
    from taqrib.cli.dates import given_day, given_moment
    from taqrib.cli.folder import open_case
    from taqrib.record import Wanted
    from taqrib.record import search as search_record

    asked = " ".join(words)
    first, last = given_day(since, option="--from"), given_day(until, option="--to")
    with open_case(folder, record=record) as opened, opened.record.view(known_at=given_moment(as_known_at)) as view:
        touches: tuple[Touch, ...] = touches_from(issue, opened.case) if issue else ()
        if len(touches) > 1:
            raise Invalid("expected one issue, found several; search for one after the other", where="--issue")
        wanted = Wanted(
            actor=_actor(actor, opened.case),
            touch=touches[0] if touches else None,
            source=source,
            report=report,
            kind=_kind(kind),
            status=_status(status),
            since=first,
            until=last,
        )
        found = search_record(view, asked, wanted, limit=limit)
        reports = {one.id: one for one in view.reports({entry.report for entry in found.entries})}
    if format is Format.json:
        print_json({"ok": True, **_as_json(found)})
        return
    page = console()
    for entry in found.entries:
        _show_entry(page, entry, reports[entry.report], asked)
    for passage in found.passages:
        _show_passage(page, passage)
    _say_how_much(found, asked, wanted)


def _actor(actor: str | None, case: Any) -> str | None:  # noqa: ANN401 - a Case
    from taqrib.cli.amendments import actor_from

    return actor_from(actor, case) if actor else None


def _kind(kind: str | None) -> EntryKind | None:
    from typing import get_args

    from taqrib.record.entry import EntryKind

    return cast("EntryKind | None", _one_of(kind, get_args(EntryKind), "--kind"))


def _status(status: str | None) -> Status | None:
    from typing import get_args

    from taqrib.record.entry import Status

    return cast("Status | None", _one_of(status, get_args(Status), "--status"))


def _one_of(value: str | None, allowed: tuple[str, ...], option: str) -> str | None:
    if value is not None and value not in allowed:
        raise Invalid(f"expected one of {', '.join(allowed)}, found {value!r}", where=option)
    return value


def _show_entry(page: Any, entry: Any, report: Any, asked: str) -> None:  # noqa: ANN401 - rich is imported late
    from rich.text import Text

    from taqrib.cli.quotes import heading, provenance
    from taqrib.record.words import places
    from taqrib.visible import visible

    page.print(heading(entry), style="bold")
    page.print(f"  {provenance(report)}", style="dim")
    quote = Text("  ")
    done = 0
    for start, end in places(entry.quote, asked):
        quote.append(visible(entry.quote[done:start]))
        quote.append(visible(entry.quote[start:end]), style="bold reverse")
        done = end
    quote.append(visible(entry.quote[done:]))
    page.print(quote)
    page.print()


def _show_passage(page: Any, passage: Passage) -> None:  # noqa: ANN401 - rich is imported late
    from rich.text import Text

    from taqrib.cli.quotes import provenance
    from taqrib.visible import visible

    page.print(provenance(passage.report), style="bold")
    text = passage.report.text
    start, end = passage.places[0] if passage.places else (0, 0)
    page.print(
        Text.assemble(
            "  …" if start > AROUND else "  ",
            visible(text[max(0, start - AROUND) : start].replace("\n", " ")),
            (visible(text[start:end]), "bold reverse"),
            visible(text[end : end + AROUND].replace("\n", " ")),
            "…" if end + AROUND < len(text) else "",
        )
    )
    page.print()


def _say_how_much(found: Found, asked: str, wanted: Wanted) -> None:
    from taqrib.cli.output import count

    if not found.entries and not found.passages:
        tell(f"Nothing on record holds all of: {asked}.")
        return
    parts = [count(len(found.entries), "entry", "entries")]
    if not wanted.of_entries:
        parts.append(count(len(found.passages), "report"))
    more = "; there are more, ask for them with --limit" if found.more else ""
    say(f"{' and '.join(parts)}{more}.")


def _as_json(found: Found) -> dict[str, Any]:
    return {
        "entries": [asdict(entry) for entry in found.entries],
        "reports": [
            {
                **{name: value for name, value in asdict(passage.report).items() if name != "text"},
                "places": [list(place) for place in passage.places],
            }
            for passage in found.passages
        ],
        "more": found.more,
    }
