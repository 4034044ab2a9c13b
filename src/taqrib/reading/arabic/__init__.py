"""The Arabic language pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors import mentions
from taqrib.reading.arabic.events import events
from taqrib.reading.arabic.figures import figures
from taqrib.reading.arabic.stances import stances
from taqrib.reading.arabic.statements import statements
from taqrib.reading.arabic.times import inferred_publication, times

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
        return times(document)

    def mentions(self, document: Document) -> list[Mention]:
        return mentions(document)

    def statements(self, document: Document, times: list[Time], mentions: list[Mention]) -> list[Statement]:
        return statements(document, times, mentions)

    def figures(self, document: Document, times: list[Time], statements: list[Statement]) -> list[Figure]:
        return figures(document, times, statements)

    def events(
        self, document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> list[Event]:
        return events(document, times, mentions, statements)

    def stances(self, document: Document, mentions: list[Mention], statements: list[Statement]) -> list[Stance]:
        return stances(document, mentions, statements)


ARABIC = ArabicPack()
