"""Which reports are one source: copies with their original, and all that one outlet printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.case import index_of
from taqrib.case.phrases import words_of
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from taqrib.case import Case
    from taqrib.record import Entry, KeptReport

_UNNAMED = ""
"""The outlet of reports that name none: they may all be one outlet's, so together they count for one."""


class Sources:
    """Tells sources apart.

    :param reports: report id -> report; a report that is not among them is its own source.
    :param altered: copies that changed the words that are asked about, and so are their own.
    """

    def __init__(self, case: Case, reports: Mapping[str, KeptReport], altered: Iterable[str] = ()) -> None:
        self._case = case
        self._reports = reports
        self._altered = frozenset(altered)
        self._index = index_of(case)
        self._outlets: dict[str, str] = {}

    def original(self, report: str) -> str:
        """The id of the report whose words ``report`` carries, at the end of the chain of copies; its own if none."""
        seen = {report}
        while (before := self._copied_from(report)) and before not in seen:
            report = before
            seen.add(report)
        return report

    def outlet(self, report: str) -> str:
        """Who printed ``report``: the case's id of the outlet, else its name; an unknown report's own id."""
        kept = self._reports.get(report)
        if kept is None:
            return report
        if kept.source is None:
            return _UNNAMED
        if kept.source not in self._outlets:
            actor = self._index.actor_of(kept.source)
            name = " ".join(words_of(folded(kept.source))).removeprefix("the ")
            self._outlets[kept.source] = actor.id if actor else name
        return self._outlets[kept.source]

    def source(self, report: str) -> str:
        """What ``report`` counts as: the outlet that printed its words first."""
        return self.outlet(self.original(report))

    def with_altered(self, copies: Iterable[str]) -> Sources:
        """The same, but that these copies changed the words that are asked about."""
        return Sources(self._case, self._reports, copies)

    def without_copies(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of ``entries`` whose words are told first: of a text and its copies, the earliest report's."""
        told = list(entries)
        earliest: dict[str, str] = {}
        for entry in told:
            original = self.original(entry.report)
            earliest[original] = min(earliest.get(original, entry.report), entry.report, key=_number)
        return [entry for entry in told if earliest[self.original(entry.report)] == entry.report]

    def _copied_from(self, report: str) -> str | None:
        kept = self._reports.get(report)
        return kept.copy_of if kept and report not in self._altered else None


def _number(report: str) -> tuple[int, str]:
    """12 for ``r12``, so that reports compare in the order of capture; ids of other forms come last, by name."""
    digits = report[1:]
    return (int(digits), "") if digits.isdecimal() else (1 << 62, report)
