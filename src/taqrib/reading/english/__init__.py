"""The English language pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.actors.mentions import mentions
from taqrib.reading.english.events.events import events
from taqrib.reading.english.figures import figures
from taqrib.reading.english.outline import outline_of
from taqrib.reading.english.stances.stances import stances
from taqrib.reading.english.statements.statements import statements
from taqrib.reading.english.times.expressions import times

if TYPE_CHECKING:
    from datetime import date

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Event, Figure, Mention, Stance, Statement, Time


class EnglishPack:
    """The layers of English; see :class:`taqrib.reading.pack.LanguagePack`."""

    language = "en"

    def publication(self, document: Document) -> date | None:  # noqa: ARG002 - no English rule is sure enough yet
        """Never: English reports say "on Tuesday", which states no date."""
        return None

    def times(self, document: Document) -> list[Time]:
        """Dates, parts of days, durations and sets; the outline every later layer walks on is laid here."""
        found = times(document)
        outline_of(document, found)  # every later layer walks on it
        return found

    def mentions(
        self,
        document: Document,
        times: list[Time],  # noqa: ARG002 - the outline has them
    ) -> list[Mention]:
        """Names and descriptions of actors and places."""
        return mentions(document)

    def statements(self, document: Document, times: list[Time], mentions: list[Mention]) -> list[Statement]:
        """Attributed utterances."""
        return statements(document, times, mentions)

    def figures(self, document: Document, times: list[Time], statements: list[Statement]) -> list[Figure]:
        """Counts with unit, approximation and claimant."""
        return figures(document, times, statements)

    def events(
        self, document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]
    ) -> list[Event]:
        """What happened or will in the talks."""
        return events(document, times, mentions, statements)

    def stances(
        self,
        document: Document,
        times: list[Time],  # noqa: ARG002 - the outline has them
        mentions: list[Mention],
        statements: list[Statement],
    ) -> list[Stance]:
        """Who wants, accepts or rejects what."""
        return stances(document, mentions, statements)


ENGLISH = EnglishPack()
