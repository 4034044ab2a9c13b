"""Turns of a transcript: a person's name, a colon, and what was said, to the end of the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.statements.complements import Content
from taqrib.reading.english.statements.contents import quoted, trimmed
from taqrib.reading.english.statements.cues import Cue
from taqrib.reading.english.subjects import Subject

if TYPE_CHECKING:
    from taqrib.reading.english.statements.narration import Narration


def turn(narration: Narration, first: int, last: int) -> None:
    """``Lena Orr: We will not sign.``: a full name's turn only, where a paragraph begins, with a verb behind it."""
    outline = narration.outline
    colon = first + 1
    if outline.kinds[first : first + 2] != "N:" or "V" not in outline.kinds[colon:last] or colon + 1 >= last:
        return
    name = outline.phrases[first]
    mention = narration.cast.mention_at(name.last - 1)
    end = narration.paragraphs.get(name.first)
    if mention is None or mention.kind != "person" or " " not in mention.actor or end is None:
        return
    subject = Subject(name.first, name.last, name.last - 1)
    mark = outline.phrases[colon]
    begin = mark.last
    quotation = outline.quotation_at.get(begin)
    if quotation is not None and quotation.first == begin:
        span = quoted(outline, quotation)
    else:
        span = outline.span(begin, trimmed(outline, begin, end))
    cue = Cue(colon, mark.first, mark.last, ":", "", "verb")
    narration.add(cue, subject, narration.cast.named(subject), Content(span, "direct", "turn", 0.85), None)
