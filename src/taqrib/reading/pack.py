"""What a language pack offers: one reader per kind of finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Event, Figure, Mention, Stance, Statement, Time


class LanguagePack(Protocol):
    """The layers of one language, called in this order; each may use what the earlier ones found.

    No reader raises on any text, and each takes time linear in the text's length. Findings come without ids, ordered by
    where they begin; every span is a slice of ``document.text`` without white space at its edges.
    """

    language: str

    def publication(self, document: Document) -> date | None:
        """The day of publication, where the text itself leaves no doubt about it; ``None`` where it does."""
        ...

    def times(self, document: Document) -> list[Time]:
        """Dates, parts of days, durations and sets; resolved against ``document.published`` or left open."""
        ...

    def mentions(self, document: Document, times: list[Time]) -> list[Mention]:
        """Names and descriptions of actors and places, with one name per actor throughout the report."""
        ...

    def statements(self, document: Document, times: list[Time], mentions: list[Mention]) -> list[Statement]:
        """Attributed utterances, narrator formulas left out."""
        ...

    def figures(self, document: Document, times: list[Time], statements: list[Statement]) -> list[Figure]:
        """Counts with unit, approximation and claimant; never a date."""
        ...

    def events(
        self, document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> list[Event]:
        """What happened or will in the talks, with its status."""
        ...

    def stances(
        self, document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> list[Stance]:
        """Who wants, accepts or rejects what."""
        ...
