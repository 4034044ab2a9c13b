"""Finding words: in entries, newest first, and in the reports' texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, column, or_, table, text

from taqrib.record.rows import report_number
from taqrib.record.tables import entries, facts, reports, standings
from taqrib.record.words import matching, places

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Select

    from taqrib.record.entry import Entry, EntryKind, KeptReport, Status, Touch
    from taqrib.record.view import View
    from taqrib.record.words import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What narrows a search down; ``None`` asks for nothing.

    :ivar actor: whose the entry is, or who vouches for it, by the case's id.
    :ivar touch: an issue, or an option of it.
    :ivar source: the outlet, in any case of letters.
    :ivar report: a report's id.
    :ivar since: the first day an entry may be dated, or a report published.
    :ivar until: the last.
    """

    actor: str | None = None
    touch: Touch | None = None
    source: str | None = None
    report: str | None = None
    kind: EntryKind | None = None
    status: Status | None = None
    since: date | None = None
    until: date | None = None

    @property
    def of_entries(self) -> bool:
        """Whether it asks for anything that only an entry has."""
        return any((self.actor, self.touch, self.kind, self.status))


class Passage(NamedTuple):
    """A report in whose text the words stand.

    :ivar places: the spans of the words in it, in order.
    """

    report: KeptReport
    places: list[tuple[int, int]]


class Found(NamedTuple):
    """What a search found.

    :ivar more: whether there was more than was asked for.
    """

    entries: list[Entry]
    passages: list[Passage]
    more: bool


def search(view: View, words: str, wanted: Wanted, *, limit: int) -> Found:
    """Every word of ``words`` in an entry (its quote, its people) or in a report's text, the newest first.

    Arabic is found with or without harakat, the article and other clitics, and whatever the hamza's seat; see
    :mod:`taqrib.record.words`. Reports are looked through only where ``wanted`` asks for nothing of entries.

    :param limit: at most so many entries, and so many reports.
    :raises Invalid: if ``words`` has no word.
    """
    found = view.read_entries(_entries(view, words, wanted).limit(limit + 1))
    kept = [] if wanted.of_entries else view.read_reports(_reports(view, words, wanted).limit(limit + 1))
    passages = [Passage(report, places(report.text, words)) for report in kept[:limit]]
    return Found(found[:limit], passages, len(found) > limit or len(kept) > limit)


def _entries(view: View, words: str, wanted: Wanted) -> Select[Any]:
    query = _matching(view, view.standing_entries(), "entry_words", entries.c.number, words)
    if wanted.actor:
        query = query.where(or_(standings.c.actor == wanted.actor, entries.c.voice_actor == wanted.actor))
    if wanted.touch:
        # As the canonical JSON of touches has it: ["issue","option"].
        issue, option = wanted.touch
        told = f'["{issue}","{option}"]' if option else f'["{issue}",'
        query = query.where(standings.c.touches.contains(told, autoescape=True))
    if wanted.report:
        query = query.where(entries.c.report == report_number(wanted.report))
    if wanted.kind:
        query = query.where(entries.c.kind == wanted.kind)
    if wanted.status:
        query = query.where(standings.c.status == wanted.status)
    if wanted.since:
        query = query.where(standings.c.day >= wanted.since.isoformat())
    if wanted.until:
        query = query.where(standings.c.day <= wanted.until.isoformat())
    return _from_source(query, wanted)


def _reports(view: View, words: str, wanted: Wanted) -> Select[Any]:
    query = _matching(view, view.standing_reports(), "report_words", reports.c.number, words)
    if wanted.report:
        query = query.where(reports.c.number == report_number(wanted.report))
    if wanted.since:
        query = query.where(facts.c.known_on >= wanted.since.isoformat())
    if wanted.until:
        query = query.where(facts.c.known_on <= wanted.until.isoformat())
    return _from_source(query, wanted)


def _from_source(query: Select[Any], wanted: Wanted) -> Select[Any]:
    return query.where(reports.c.source.icontains(wanted.source, autoescape=True)) if wanted.source else query


def _matching(view: View, query: Select[Any], index: Index, number: Any, words: str) -> Select[Any]:  # noqa: ANN401 - a column
    condition, asked = matching(view.connection.dialect.name, index, words)
    indexed = table(index, column("rowid"))
    return (
        query.join(indexed, indexed.c.rowid == number)
        .where(text(condition).bindparams(bindparam("asked", asked)))
        .order_by(indexed.c.rowid.desc())
    )
