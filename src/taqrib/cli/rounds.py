"""``taqrib rounds``: meetings and journeys; which are announced, which were held, which were called off."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.brief import Language, hand_over, say_undated
from taqrib.cli.options import CaseFolder, KnownOption, RecordOption
from taqrib.cli.output import answering, console, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from taqrib.brief import Material
    from taqrib.case import Case
    from taqrib.record import Entry, KeptReport
    from taqrib.rounds import Round


class RoundsFormat(StrEnum):
    """For people, for programs, or for a calendar."""

    table = "table"
    json = "json"
    ics = "ics"


@answering
def rounds(
    folder: CaseFolder = Path(),
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="What was known by this day, YYYY-MM-DD; by default today (with --as-known-at, that day) or the last "
            "then on record.",
        ),
    ] = None,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: Annotated[RoundsFormat, typer.Option(help="How to answer.")] = RoundsFormat.table,
    lang: Annotated[Language, typer.Option(help="The language of a calendar.")] = Language.en,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; by default standard output.")
    ] = None,
) -> None:
    """List the rounds on record with what became of each, and the entries that tell of it.

    Only accepted entries count. A round announced is not held because its day has passed; where reports differ on what
    became of it and none prevails, it is disputed.
    """
    from taqrib.cli.dates import day_asked, given_moment
    from taqrib.cli.folder import open_case
    from taqrib.rounds import rounds as rounds_of

    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        accepted = view.entries(status="accepted")
        reports = {report.id: report for report in view.reports()}
        day = day_asked(as_of, view, known_at)
    found = rounds_of(opened.case, accepted, reports, as_known_on=day)
    if format is RoundsFormat.ics:
        _hand_over_calendar(_material(opened.case, accepted, reports, found, day), lang, output)
    elif format is RoundsFormat.json:
        answer = {"as_of": day.isoformat(), "rounds": [_as_json(each) for each in found]}
        hand_over(json_text({"ok": True, **answer}, indent=1) + "\n", output)
    else:
        hand_over(_table(opened.case, found, day), output)


def _table(case: Case, found: Sequence[Round], day: date) -> str:
    from rich.table import Table

    from taqrib.case import index_of
    from taqrib.visible import visible

    table = Table(show_lines=True, expand=True)
    for heading, ratio in (
        ("when", None),
        ("round", None),
        ("status", None),
        ("place", 2),
        ("named", 4),
        ("entries", 3),
    ):
        table.add_column(heading, ratio=ratio, no_wrap=ratio is None, overflow="fold")
    index = index_of(case)
    for each in found:
        actors = (case.actor(name) or index.actor_of(name) for name in each.actors)
        names = (actor.name.en if actor else name for actor, name in zip(actors, each.actors, strict=True))
        who = ", ".join(dict.fromkeys(names))
        row = (each.when or "no date", each.type, each.status, each.place or "", who, ", ".join(each.entries))
        table.add_row(*map(visible, row))
    page = console()
    with page.capture() as captured:
        page.print(visible(f"{case.title.en}, rounds as known on {day}"), style="bold")
        page.print(table if found else "No rounds are on record.")
    return captured.get()


def _material(
    case: Case, entries: Sequence[Entry], reports: dict[str, KeptReport], found: Sequence[Round], day: date
) -> Material:
    """What a brief of nothing but rounds rests on."""
    from taqrib.brief import Material

    return Material(
        case=case,
        since=day,
        until=day,
        reports=reports,
        entries={entry.id: entry for entry in entries},
        said=(),
        moves=(),
        gaps=(),
        changed=(),
        rounds=tuple(found),
        contradictions=(),
    )


def _hand_over_calendar(material: Material, lang: Language, output: Path | None) -> None:
    from taqrib.brief import plan
    from taqrib.brief.ical import as_icalendar

    planned = plan(material)
    hand_over(as_icalendar(planned, material, lang.value), output)
    say_undated(planned)


def _as_json(each: Round) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(each)
