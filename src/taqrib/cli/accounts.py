"""Who says it: an entry beside others that say the same or otherwise, with its source, its grades and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from taqrib.positions import grades
from taqrib.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taqrib.case import Case
    from taqrib.record import Entry, KeptReport

LONGEST_QUOTE = 200
"""So many code points of a quote stand in a table; ``taqrib show`` has all of it."""


def account_line(entry: Entry, report: KeptReport, reports: Mapping[str, KeptReport]) -> str:
    """One account for the eye: entry, outlet, grades, and the quote."""
    reliability, credibility = grades(entry, report)
    facts = [report.source or report.stem, f"source {reliability or '-'}, claim {credibility or '-'}"]
    if report.copy_of:
        original = reports.get(report.copy_of)
        facts.append(f"reprint of {original.source or original.stem if original else report.copy_of}")
    quote = " ".join(entry.quote.split())
    short = quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
    return visible(f"{entry.id} {'; '.join(facts)}: {short}")


def account_json(entry: Entry, report: KeptReport) -> dict[str, Any]:
    """One account for programs; the grades as letter and digit, each ``None`` where nobody graded."""
    reliability, credibility = grades(entry, report)
    return {
        "entry": entry.id,
        "report": report.id,
        "source": report.source,
        "copy_of": report.copy_of,
        "reliability": reliability,
        "credibility": credibility,
        "on": entry.on,
        "quote": entry.quote,
    }


def on_what(case: Case, issue_id: str | None, option_id: str | None) -> str:
    """An option's label, or an issue's question, in English; the ids of what is no longer in the case."""
    issue = case.issue(issue_id) if issue_id else None
    if issue is None:
        return issue_id or ""
    option = issue.option(option_id) if option_id else None
    return option.label.en if option else option_id or issue.question.en


def name_of(case: Case, actor_id: str) -> str:
    """An actor's name in English; the id of one that is no longer in the case."""
    actor = case.actor(actor_id)
    return actor.name.en if actor else actor_id
