"""What a record is measured against: the same answers from reading everything, without an index.

Rows are read with the bare driver, only the columns that are needed, and kept as plain tuples; from there the answer is
worked out by the same rules. A record without look-ups would do this for each question.
"""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from typing import TYPE_CHECKING, Any

from taqrib.normal import folded
from taqrib.positions.timeline import Tellings
from taqrib.record import Key, Telling, key_type
from taqrib.record.words import forms_of, question

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from pathlib import Path

    from taqrib.record import Entry, KeptReport, View

_ACCEPTED = """
    SELECT standings.entry, entries.kind, entries.type, standings.actor, standings.touches, standings."on",
           standings.day, entries.report
    FROM standings NOT INDEXED CROSS JOIN entries ON entries.number = standings.entry
    WHERE standings.status = 'accepted' AND standings.until IS NULL"""
_KNOWN = "SELECT report, known_on FROM facts NOT INDEXED WHERE until IS NULL"
_QUOTED = "SELECT number, quote, name, voice FROM entries NOT INDEXED"


class ScannedTimeline(Tellings):
    """A timeline of tellings read in one go; see :class:`taqrib.positions.timeline.Tellings`."""

    def __init__(self, told: dict[Key, list[Telling]]) -> None:
        super().__init__(())
        for tellings in told.values():
            tellings.sort()
        self._told = told


def scanned_timeline(path: Path) -> ScannedTimeline:
    """Every stance that is accepted now, read from the file and sorted under its keys."""
    connection = sqlite3.connect(path)
    told: dict[Key, list[Telling]] = {}
    rows = connection.execute(f"{_ACCEPTED} AND entries.kind = 'stance' AND standings.day IS NOT NULL")
    for entry, kind, type_, actor, touches, on, day, _ in rows:
        for key in _keys(kind, type_, actor, touches):
            told.setdefault(key, []).append(Telling(day, entry, on, type_))
    connection.close()
    return ScannedTimeline(told)


class ScannedView:
    """What :func:`taqrib.brief.gather` asks of a view, from everything read in one go; only texts are looked up."""

    def __init__(self, path: Path, view: View) -> None:
        self._view = view
        connection = sqlite3.connect(path)
        self._known: dict[int, str] = dict(connection.execute(_KNOWN))
        self._rows: list[tuple[Any, ...]] = connection.execute(_ACCEPTED).fetchall()
        connection.close()
        self._told: dict[Key, list[Telling]] = {}
        for entry, kind, type_, actor, touches, on, day, _ in self._rows:
            if day is not None:
                for key in _keys(kind, type_, actor, touches):
                    self._told.setdefault(key, []).append(Telling(day, entry, on, type_))

    def timeline(self) -> ScannedTimeline:
        """See :meth:`taqrib.record.View.timeline`."""
        return ScannedTimeline(self._told)

    def said(self, kinds: Collection[str], since: date, until: date) -> list[Entry]:
        """See :meth:`taqrib.record.View.said`."""
        first, last = since.isoformat(), until.isoformat()
        return self._accepted(
            row[0]
            for row in self._rows
            if row[1] in kinds and (first <= (row[6] or "") <= last or first <= self._known[row[7]] <= last)
        )

    def dated(self, kind: str, since: date, until: date, *, known_by: date) -> list[Entry]:
        """See :meth:`taqrib.record.View.dated`."""
        first, last, known = since.isoformat(), until.isoformat(), known_by.isoformat()
        return self._accepted(
            row[0]
            for row in self._rows
            if row[1] == kind and first <= (row[6] or "") <= last and self._known[row[7]] <= known
        )

    def entries(self, *, ids: Collection[str]) -> list[Entry]:
        """See :meth:`taqrib.record.View.entries`."""
        return self._view.entries(ids=ids)

    def reports(self, ids: Collection[str]) -> list[KeptReport]:
        """See :meth:`taqrib.record.View.reports`."""
        return self._view.reports(ids)

    def _accepted(self, numbers: Iterable[int]) -> list[Entry]:
        return self.entries(ids={f"e{number}" for number in numbers})


def scanned_words(path: Path, asked: str, *, limit: int) -> list[int]:
    """The newest entries that hold every word ``asked``, by their numbers; every entry is read."""
    wanted = [{form for form, _ in forms} for forms in question(asked)]
    connection = sqlite3.connect(path)
    found = []
    for number, quote, name, voice in connection.execute(_QUOTED):
        told = f"{quote} {name or ''} {voice or ''}"
        plain = folded(told)
        # Letters first, which is cheap; then whole words with their clitics, which decides.
        if all(any(form in plain for form in forms) for forms in wanted):
            there = set(forms_of(told).split(" "))
            if all(forms & there for forms in wanted):
                found.append(number)
    connection.close()
    return sorted(found, reverse=True)[:limit]


@cache
def _keys(kind: Any, type_: str, actor: str | None, touches: str) -> tuple[Key, ...]:  # noqa: ANN401 - an entry's kind
    named = key_type(kind, type_)
    listed = json.loads(touches) or [[None, None]]
    return tuple(dict.fromkeys(Key(kind, named, actor, issue, option) for issue, option in listed))
