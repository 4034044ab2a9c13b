"""Who says what at a token: the statements of a report, looked up by where their cues and contents stand."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.wordlists import mixed_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties, Party
    from taqrib.reading.findings import Span, Statement


class Holder(NamedTuple):
    """A name, how it was found, how sure that is, and the words it stands in (``None`` where no subject is written)."""

    name: str
    how: str
    certainty: float
    span: Span | None
    last: int

    @classmethod
    def of_party(cls, party: Party, how: str, certainty: float) -> Holder:
        """The holder that a party named in the text is."""
        return cls(party.name, how, certainty, party.span, party.last)


class Sayings:
    """The statements of one report by token.

    :ivar cues: the statement whose cue a token belongs to.
    :ivar speaking: the innermost statement in whose content a token stands.
    :ivar opening: the statement that a masdar opens, as in أعلن رفضه: no verb stands there; not where نفى denies it.
    """

    def __init__(self, prose: Prose, parties: Parties, statements: list[Statement]) -> None:
        self.prose = prose
        self.parties = parties
        self.cues: dict[int, Statement] = {}
        self.speaking: dict[int, Statement] = {}
        self.opening: dict[int, Statement] = {}
        self._starts = [token.start for token in prose.document.tokens]
        self._place([self._named(statement) for statement in statements])
        told = sorted(statements, key=lambda statement: statement.cue)
        self._cue_starts = [statement.cue[0] for statement in told]
        self._cue_names = [statement.speaker_name for statement in told]
        self._told = [(statement.speaker_name, statement.content[0]) for statement in told]

    def _named(self, statement: Statement) -> Statement:
        """The statement with its speaker under the fullest name: وقالت الحركة is the movement named before."""
        name = statement.speaker_name
        if name is None:
            return statement
        fuller = self.parties.fuller(name, bisect_left(self._starts, statement.cue[0]))
        return statement if fuller == name else replace(statement, speaker_name=fuller)

    def _place(self, statements: list[Statement]) -> None:
        starts = self._starts
        for statement in sorted(statements, key=lambda s: s.content[0] - s.content[1]):  # inner statements last
            for index in _tokens(starts, statement.content):
                self.speaking[index] = statement
        for statement in statements:
            for index in _tokens(starts, statement.cue):
                self.cues.setdefault(index, statement)
            cue = self.prose.norms[bisect_left(starts, statement.cue[0])]
            if statement.rule.endswith("-noun") and mixed_list("stances", "withholding").find(cue) is None:
                self.opening[bisect_left(starts, statement.content[0])] = statement

    def speaker(self, index: int) -> Holder | None:
        """The speaker of the statement around ``index``."""
        statement = self.speaking.get(index)
        if statement is None or not statement.speaker_name:
            return None
        return Holder(statement.speaker_name, "speaker-around", 0.7, None, index + 1)

    def speakers_at(self, offset: int) -> list[str]:
        """Who speaks in a statement whose cue stands before ``offset`` and whose content begins behind it."""
        at = bisect_left(self._cue_starts, offset)
        return [name for name, content in self._told[max(0, at - 2) : at] if name and content > offset]

    def before(self, index: int) -> Holder | None:
        """The last speaker before the sentence of ``index``: whose meeting لدى استقباله is, where none is written."""
        first = self.prose.document.tokens[self.prose.document.sentences[self.prose.sentences[index]].first].start
        at = bisect_left(self._cue_starts, first)
        name = self._cue_names[at - 1] if at else None
        return Holder(name, "speaker-before", 0.5, None, index + 1) if name else None

    def governor(self, index: int) -> int | None:
        """The verb whose object or complement the masdar at ``index`` is, in its own clause."""
        prose = self.prose
        for at in range(index - 1, prose.starts[index] - 1, -1):
            verb = prose.verbs[at]
            if at in self.cues or (verb is not None and not prose.roles[at] and prose.before(at) != "preposition"):
                return at
        return None


def _tokens(starts: list[int], span: Span) -> range:
    return range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))
