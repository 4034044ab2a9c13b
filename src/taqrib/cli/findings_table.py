"""A report's findings as a page a person likes to read: who, said what, when, how certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from taqrib.cli.output import console
from taqrib.visible import visible

if TYPE_CHECKING:
    from taqrib.evidence import Report
    from taqrib.reading import Findings, Span

_BASIS = {
    "given": "given by you",
    "stated": "stated by the file",
    "inferred": "inferred from the text",
    "unknown": "unknown: relative dates are left open",
}


def print_findings(report: Report, findings: Findings) -> None:
    """Print the findings of one report on standard output."""
    page = console()
    text = report.text

    def cut(span: Span | None) -> str:
        return shown(text[slice(*span)]) if span else ""

    published = f"{report.published or 'no date'} ({_BASIS[findings.published_basis]})"
    source = f", {visible(report.source)}" if report.source else ""
    page.print(Text(f"{visible(report.stem)}{source}: published {published}", style="bold"))

    who = _table("Statements", "who", "said what", "when", "how certain")
    for statement in findings.statements:
        speaker = visible(statement.speaker_name or "not named")
        if statement.speaker is None:
            speaker += " (continued)"
        through = f"\nto {visible(statement.channel)}" if statement.channel else ""
        quoted = {"direct": "«{}»", "mixed": "{}", "indirect": "{}"}[statement.mode].format(cut(statement.content))
        who.add_row(speaker + through, quoted, statement.said or "not said", _certain(statement.certainty))
    holds = _table("Stances", "who", "holds what", "kind", "how certain")
    for stance in findings.stances:
        holds.add_row(visible(stance.holder), cut(stance.evidence), stance.kind, _certain(stance.certainty))
    happens = _table("Events", "what", "who and where", "when", "status")
    for event in findings.events:
        people = "، ".join(event.actors) if findings.language == "ar" else ", ".join(event.actors)
        place = f" @ {event.place}" if event.place else ""
        happens.add_row(
            f"{event.type}: {cut(event.trigger)}", visible(people + place), event.when or "not said", event.status
        )
    counts = _table("Figures", "who says so", "how many", "of what", "how certain")
    for figure in findings.figures:
        counts.add_row(
            visible(figure.attributed_to or "the narrator"),
            cut(figure.span),
            visible(figure.unit or ""),
            _certain(figure.certainty),
        )
    dates = _table("Dates", "words", "type", "value", "how certain")
    for time in findings.times:
        dates.add_row(cut(time.span), time.type, time.value or "open", _certain(time.certainty))
    for table in (who, holds, happens, counts, dates):
        if table.row_count:
            page.print(table)
        else:
            page.print(f"{table.title}: none found.")
    page.print()


def shown(text: str) -> str:
    """Text of a report on one line, with nothing in it that a terminal would obey."""
    return visible(" ".join(text.split()))


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=False, pad_edge=False, expand=True)
    for place, column in enumerate(columns):
        table.add_column(column, ratio=(3, 8, 2, 2)[place], overflow="fold")
    return table


def _certain(certainty: float) -> str:
    """The rule's certainty in words; a figure would claim more than is known."""
    return "explicit" if certainty >= 0.9 else "likely" if certainty >= 0.7 else "unsure"
