"""Turns of a transcript: a person's name, a colon, and what was said, to the end of the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.statements.complements import Content
from taqrib.reading.english.statements.contents import quoted, trimmed
from taqrib.reading.english.statements.cues import Cue
from taqrib.reading.english.statements.speakers import Named
from taqrib.reading.english.subjects import Subject

if TYPE_CHECKING:
    from taqrib.reading.document import Token
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.statements.narration import Narration


def turn(narration: Narration, first: int, last: int) -> None:
    """``Lena Orr: We will not sign.``, ``MS. ORR: We will not sign.``: where a paragraph begins, with a verb behind it.

    A label in capitals is whose surname it ends with; a question has no name and is nobody's statement.
    """
    outline = narration.outline
    name = outline.phrases[first]
    end = narration.paragraphs.get(name.first)
    colon = _colon(outline, first, last)
    if end is None or colon is None:
        return
    subject = Subject(name.first, outline.phrases[colon].first, outline.phrases[colon].first - 1)
    named = _named(narration, subject)
    if named is None:
        return
    mark = outline.phrases[colon]
    begin = mark.last
    quotation = outline.quotation_at.get(begin)
    if quotation is not None and quotation.first == begin:
        span = quoted(outline, quotation)
    else:
        span = outline.span(begin, trimmed(outline, begin, end))
    cue = Cue(colon, mark.first, mark.last, ":", "", "verb")
    narration.add(cue, subject, named, Content(span, "direct", "turn", 0.85), None)


_LABEL = 6
"""Phrases that a speaker's label has at most: "FOREIGN MINISTER DE ORR", "MR. ORR"."""


def _colon(outline: Outline, first: int, last: int) -> int | None:
    """The phrase of the colon behind a label, if speech with a verb follows it in the paragraph's first sentence."""
    for at in range(first + 1, min(first + _LABEL, len(outline.phrases))):
        if outline.kinds[at] == ":":
            capitals = all(token.text.isupper() or token.text == "." for token in _label(outline, first, at))
            spoken = at + 1 < len(outline.phrases) and (capitals or "V" in outline.kinds[at:last])
            return at if spoken and (capitals or at == first + 1) else None
        if outline.kinds[at] not in "N.":
            return None
    return None


def _label(outline: Outline, first: int, colon: int) -> list[Token]:
    return outline.tokens[outline.phrases[first].first : outline.phrases[colon].first]


def _named(narration: Narration, subject: Subject) -> Named | None:
    """Whose turn it is; ``None`` for "QUESTION" and for what is no person's name."""
    outline = narration.outline
    mention = narration.cast.mention_at(subject.head)
    surname = outline.tokens[subject.head].text
    if surname.isupper() and len(surname) > 1:
        for person in narration.cast.mentions:
            if person.kind == "person" and person.actor.split()[-1].upper() == surname and " " in person.actor:
                return Named(person.actor, "person", 0.85)
        titled = subject.last - subject.first > 1
        return Named(outline.text(subject.first, subject.last), "person", 0.7) if titled else None
    if mention is None or mention.kind != "person" or " " not in mention.actor:
        return None
    return narration.cast.named(subject)
