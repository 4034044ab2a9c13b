"""Quotations that go on: broken by their cue, or into the next sentence without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.statements.complements import Content
from taqrib.reading.english.statements.contents import quoted
from taqrib.reading.english.statements.narration import RECENT
from taqrib.reading.english.words import words
from taqrib.reading.findings import Statement
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.statements.cues import Cue
    from taqrib.reading.english.statements.narration import Narration
    from taqrib.reading.english.statements.speakers import Named
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Span

_PLAIN = words(load("english/reporting")["plain"])


def second_half(narration: Narration, cue: Cue, subject: Subject | None, named: Named, at: int) -> None:
    """A quotation the cue broke: ``"...", she said, "..."``."""
    outline = narration.outline
    end = outline.sentences[outline.sentence_at[cue.phrase]][1]
    while at < end and outline.kinds[at] in ",TPNA-:":
        at += 1
    if at < end and outline.kinds[at] == "q":
        quotation = outline.quotation_at[outline.phrases[at].first]
        narration.add(cue, subject, named, Content(quoted(outline, quotation), "direct", "quote-broken", 0.93), None)


def continue_quotation(narration: Narration, first: int, before: int) -> None:
    """A quotation that opens a sentence without a cue goes on with the speaker of the sentence before.

    :param first: the sentence's first phrase.
    :param before: how many statements had been found before this sentence.
    """
    outline = narration.outline
    if not narration.found or len(narration.found) > before or first == 0 or outline.kinds[first] != "q":
        return
    quotation = outline.quotation_at[outline.phrases[first].first]
    span = quoted(outline, quotation)
    following = outline.phrase_at[quotation.last] + 1
    if _taken(narration, span) or _goes_on(narration, following, quotation.last):
        return
    if not _follows_speech(narration, first) or _speaker_follows(narration, following):
        return
    last = narration.found[-1]
    narration.found.append(
        Statement(
            speaker=last.speaker,
            speaker_name=last.speaker_name,
            cue=last.cue,
            content=span,
            mode="direct",
            said=last.said,
            channel=last.channel,
            addressee=last.addressee,
            place=last.place,
            rule="quote-continued",
            certainty=0.75,
            rests_on=(last.cue, span),
            unsure=("the quotation has no cue of its own",),
        )
    )


def _taken(narration: Narration, span: Span) -> bool:
    """Whether the quotation is already somebody's."""
    return any(one.content[0] < span[1] and span[0] < one.content[1] for one in narration.found[-RECENT:])


def _goes_on(narration: Narration, following: int, closing: int) -> bool:
    """Whether the sentence has more than the quotation."""
    outline = narration.outline
    return (
        following < len(outline.phrases)
        and outline.sentence_at[following] == outline.sentence_at[outline.phrase_at[closing]]
        and outline.kinds[following] != "."
    )


def _follows_speech(narration: Narration, first: int) -> bool:
    """Whether the last statement reaches into the sentence before."""
    outline = narration.outline
    last = narration.found[-1]
    previous = outline.sentences[outline.sentence_at[first] - 1][0]
    begins = outline.tokens[outline.phrases[previous].first].start
    return last.cue[0] >= begins or last.content[1] >= begins


def _speaker_follows(narration: Narration, phrase: int) -> bool:
    """Whether the next sentence begins with its speaker: ``X said.``."""
    outline = narration.outline
    if phrase >= len(outline.phrases):
        return False
    return outline.kinds[phrase : phrase + 3] in {"NV.", "NV,"} and outline.lemma(phrase + 1) in _PLAIN
