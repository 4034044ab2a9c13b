"""What is told so far: who spoke, when last, what was said; and adding one statement more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.actors.lexicon import bare
from taqrib.reading.english.statements.adjuncts import is_audience
from taqrib.reading.english.statements.complements import Content, ContentReader
from taqrib.reading.english.statements.quoted import quoted_by
from taqrib.reading.english.statements.speakers import Cast, Named
from taqrib.reading.english.words import singular
from taqrib.reading.findings import Statement
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.statements.adjuncts import Right
    from taqrib.reading.english.statements.cues import Cue
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mention, Time

_TABLE = load("english/reporting")
_OUTLETS = frozenset(_TABLE["outlets"])
_CHANNELS = frozenset(_TABLE["channels"])
_OCCASIONS = frozenset(_TABLE["occasions"])
RECENT = 16
"""Statements back among which an enclosing or overlapping one is sought."""


def _paragraphs(outline: Outline) -> dict[int, int]:
    first: dict[int, int] = {}
    found: dict[int, int] = {}
    for sentence in outline.document.sentences:
        found[first.setdefault(sentence.paragraph, sentence.first)] = sentence.last
    return found


class Narration:
    """One report as it is read, cue by cue.

    :ivar subjects: subject and speaker of each verb seen, by phrase.
    :ivar paragraphs: for the first token of each paragraph, one past its last.
    :ivar found: the statements so far, in the order of their cues.
    """

    def __init__(self, outline: Outline, times: list[Time], mentions: list[Mention]) -> None:
        self.outline = outline
        self.cast = Cast(outline, mentions)
        self.contents = ContentReader(outline)
        self.subjects: dict[int, tuple[Subject | None, Named]] = {}
        self.found: list[Statement] = []
        self.paragraphs = _paragraphs(outline)
        self._days = {time.span[0]: time.value for time in times if time.type in {"DATE", "TIME"} and time.value}
        self._said_by: dict[str, str] = {}

    def sentence(self, phrase: int) -> tuple[int, int]:
        """The phrases of the sentence that a phrase stands in, as ``(first, past the last)``."""
        return self.outline.sentences[self.outline.sentence_at[phrase]]

    def add(self, cue: Cue, subject: Subject | None, named: Named, content: Content, right: Right | None) -> None:
        """One statement more; its speaker is remembered unless it stands inside another's words."""
        outline = self.outline
        cue_span = outline.span(cue.first, cue.last)
        speaker = outline.span(subject.first, subject.last) if subject is not None else None
        if content.span[0] >= content.span[1]:
            return
        name = named.name
        said = self._said(cue, subject, right)
        if said is None and content.span[1] <= cue_span[0]:
            said = self._said_behind(cue)
        if name is not None:
            if said is not None:
                self._said_by[name] = said
            elif cue.form != "noun":
                said = self._said_by.get(name)
        channel, addressee, place = self._circumstances(right)
        channel = channel or self._outlet(quoted_by(outline, cue, subject))
        nested = any(one.content[0] <= cue_span[0] and cue_span[1] <= one.content[1] for one in self.found[-RECENT:])
        if not nested:
            self.cast.remember(subject, named)
        unsure = named.unsure if subject is None or named.unsure else ()
        self.found.append(
            Statement(
                speaker=speaker,
                speaker_name=name,
                cue=cue_span,
                content=content.span,
                mode=content.mode,
                said=said,
                channel=channel,
                addressee=addressee,
                place=place,
                rule=content.rule,
                certainty=round(min(content.certainty, named.certainty), 2),
                rests_on=tuple(span for span in (speaker, cue_span) if span),
                unsure=unsure,
            )
        )

    def _outlet(self, by: Subject | None) -> str | None:
        """The outlet through which somebody is quoted."""
        if by is None:
            return None
        outlet = not _OUTLETS.isdisjoint(token.norm for token in self.outline.tokens[by.first : by.last])
        return bare(self.outline.text(by.first, by.last)) if outlet else None

    def _said(self, cue: Cue, subject: Subject | None, right: Right | None) -> str | None:
        """The day of saying: among the cue's adjuncts, before the verb, or at the head of the sentence."""
        outline = self.outline
        for phrase in right.times if right is not None else ():
            value = self._day(phrase)
            if value is not None:
                return value
        start = outline.sentences[outline.sentence_at[cue.phrase]][0]
        first = outline.phrase_at[subject.first] if subject is not None and subject.first < cue.first else cue.phrase
        behind = outline.phrase_at[subject.last - 1] + 1 if subject is not None and subject.last <= cue.first else first
        speaking = outline.kinds[behind : behind + 2] == ",G" and "speaking" in outline.words(behind + 1)
        for phrase in range(max(behind, start), cue.phrase):
            if outline.kinds[phrase] not in "APT," and not (speaking and outline.kinds[phrase] in "GN"):
                break  # "a survey published on Sunday suggested": the day of the survey
            if outline.kinds[phrase] == "T":
                return self._day(phrase)
        if subject is None:
            return None
        speaking = outline.tokens[outline.phrases[start].first].norm == "speaking"
        speaking = speaking or self._dated_occasion(start, first)
        limit = first if speaking or first - start <= 4 else start
        for phrase in range(start, limit):
            if outline.kinds[phrase] == "T" and (speaking or phrase <= start + 1):
                return self._day(phrase)
        return None

    def _said_behind(self, cue: Cue) -> str | None:
        """``..., the envoy announced in Lima on Monday``: nothing but adjuncts stands between cue and day."""
        outline = self.outline
        for phrase in range(cue.phrase + 1, self.sentence(cue.phrase)[1]):
            if outline.kinds[phrase] == "T":
                return self._day(phrase)
            if outline.kinds[phrase] not in "PNA":
                break
        return None

    def _dated_occasion(self, start: int, subject: int) -> bool:
        """``In an interview at his home on Tuesday, the envoy said``, ``In a letter dated 3 May``."""
        outline = self.outline
        if outline.kinds[start : start + 2] != "PN" or outline.kinds[subject - 1 : subject] not in {",", "N"}:
            return False
        return singular(outline.tokens[outline.phrases[start + 1].last - 1].norm) in _OCCASIONS

    def _day(self, phrase: int) -> str | None:
        value = self._days.get(self.outline.tokens[self.outline.phrases[phrase].first].start)
        return value.partition("T")[0] or None if value else None

    def _circumstances(self, right: Right | None) -> tuple[str | None, str | None, str | None]:
        """Channel, addressee and place of a statement."""
        if right is None:
            return None, None, None
        outline = self.outline
        channel = addressee = place = None
        if right.addressee is not None:
            first, last = right.addressee
            name = bare(outline.text(first, last))
            words = {token.norm for token in outline.tokens[first:last]}
            if words & _OUTLETS and not any(is_audience(word) for word in words - _OUTLETS):
                channel = name
            else:
                addressee = name
        for phrase in right.occasions:
            if outline.kinds[phrase] != "N":
                continue
            head = outline.tokens[outline.phrases[phrase].last - 1].norm
            mention = self.cast.mention_at(outline.phrases[phrase].last - 1)
            if head in _OUTLETS or (channel is None and head in _CHANNELS):  # "in an interview with the Post"
                channel = bare(outline.text(outline.phrases[phrase].first, outline.phrases[phrase].last))
            elif mention is not None and mention.kind == "place":
                place = place or mention.actor
        return channel, addressee, place
