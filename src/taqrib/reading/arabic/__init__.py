"""The Arabic language pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.arabic.events.events import events
from taqrib.reading.arabic.figures import figures
from taqrib.reading.arabic.stances.stances import stances
from taqrib.reading.arabic.statements.statements import statements
from taqrib.reading.arabic.times.expressions import inferred_publication, times

if TYPE_CHECKING:
    from datetime import date

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Event, Figure, Mention, Stance, Statement, Time


class ArabicPack:
    """The layers of Arabic; see :class:`taqrib.reading.pack.LanguagePack`."""

    language = "ar"

    def publication(self, document: Document) -> date | None:
        """«اليوم الثلاثاء 11 يونيو 2019» states it."""
        return inferred_publication(document)

    def times(self, document: Document) -> list[Time]:
        """Dates, parts of days, durations and sets."""
        return times(document)

    def mentions(self, document: Document, times: list[Time]) -> list[Mention]:
        """Names and descriptions of actors and places."""
        return mentions(document, times)

    def statements(self, document: Document, times: list[Time], mentions: list[Mention]) -> list[Statement]:
        """Attributed utterances."""
        return statements(document, times, mentions)

    def figures(self, document: Document, times: list[Time], statements: list[Statement]) -> list[Figure]:
        """Counts with unit, approximation and claimant."""
        return figures(document, times, statements)

    def events(
        self, document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> list[Event]:
        """What happened in the talks or will, once per report."""
        return events(document, times, mentions, statements)

    def stances(
        self, document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> list[Stance]:
        """Who wants, accepts or rejects what."""
        return stances(document, times, mentions, statements)


ARABIC = ArabicPack()
