"""A report's findings as a page a person likes to read: who, said what, when, how certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from taqrib.cli.output import console
from taqrib.reading.findings import KINDS
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


def print_findings(report: Report, findings: Findings, *, explain: bool = False) -> None:
    """Print the findings of one report on standard output.

    :param explain: after them, for each finding its rule, the words it rests on and what it was unsure about.
    """
    page = console()
    published = f"{findings.published or 'no date'} ({_BASIS[findings.published_basis]})"
    source = f", {visible(report.source)}" if report.source else ""
    page.print(Text(f"{visible(report.stem)}{source}: published {published}", style="bold"))
    tables = [made(report.text, findings) for made in (_statements, _stances, _events, _figures, _dates)]
    if explain:
        tables.append(_reasons(report.text, findings))
    for table in tables:
        page.print(table if table.row_count else f"{table.title}: none found.")
    page.print()


def _statements(text: str, findings: Findings) -> Table:
    table = _table("Statements", "who", "said what", "when", "how certain")
    for statement in findings.statements:
        speaker = visible(statement.speaker_name or "not named")
        continued = " (continued)" if statement.speaker is None else ""
        through = f"\nto {visible(statement.channel)}" if statement.channel else ""
        content = _cut(text, statement.content)
        said = f"«{content}»" if statement.mode == "direct" else content
        table.add_row(speaker + continued + through, said, statement.said or "not said", _certain(statement.certainty))
    return table


def _stances(text: str, findings: Findings) -> Table:
    table = _table("Stances", "who", "holds what", "kind", "how certain")
    for stance in findings.stances:
        table.add_row(visible(stance.holder), _cut(text, stance.evidence), stance.kind, _certain(stance.certainty))
    return table


def _events(text: str, findings: Findings) -> Table:
    table = _table("Events", "what", "who and where", "when", "status")
    comma = "، " if findings.language == "ar" else ", "
    for event in findings.events:
        place = f" @ {event.place}" if event.place else ""
        trigger = f"{event.type}: {_cut(text, event.trigger)}"
        table.add_row(trigger, visible(comma.join(event.actors) + place), event.when or "not said", event.status)
    return table


def _figures(text: str, findings: Findings) -> Table:
    table = _table("Figures", "who says so", "how many", "of what", "how certain")
    for figure in findings.figures:
        who, unit = visible(figure.attributed_to or "the narrator"), visible(figure.unit or "")
        table.add_row(who, _cut(text, figure.span), unit, _certain(figure.certainty))
    return table


def _dates(text: str, findings: Findings) -> Table:
    table = _table("Dates", "words", "type", "value", "how certain")
    for time in findings.times:
        table.add_row(_cut(text, time.span), time.type, time.value or "open", _certain(time.certainty))
    return table


def _reasons(text: str, findings: Findings) -> Table:
    table = _table("Why", "rule", "on these words", "sure", "unsure", ratios=(4, 6, 1, 4))
    for kind in KINDS:
        for finding in getattr(findings, kind):
            words = " | ".join(_cut(text, span) for span in finding.rests_on)
            doubts = visible("; ".join(finding.unsure))
            table.add_row(f"{finding.id} {finding.rule}", words, f"{finding.certainty:.2f}", doubts)
    return table


def _cut(text: str, span: Span) -> str:
    """Words of a report on one line, with nothing in them that a terminal would obey."""
    return visible(" ".join(text[slice(*span)].split()))


def _table(title: str, *columns: str, ratios: tuple[int, ...] = (3, 8, 2, 2)) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=False, pad_edge=False, expand=True)
    for column, ratio in zip(columns, ratios, strict=True):
        table.add_column(column, ratio=ratio, overflow="fold")
    return table


def _certain(certainty: float) -> str:
    """The rule's certainty in words; a figure would claim more than is known."""
    return "explicit" if certainty >= 0.9 else "likely" if certainty >= 0.7 else "unsure"
