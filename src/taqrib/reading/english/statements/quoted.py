"""Whom somebody quotes, and who quotes him: "the Post quoted a minister as saying", "quoted by the Post as saying"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.subjects import QUOTING, Subject, subject_before

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.statements.cues import Cue

_LONGEST = 9
"""Phrases between "quoted" and "as"."""


class Quoted(NamedTuple):
    """Whom somebody quotes, and who quotes him: "the Post quoted a minister as saying"; ``None`` where not written."""

    speaker: Subject | None
    by: Subject | None


def quoted_as(outline: Outline, cue: Cue) -> Quoted | None:
    """The two of ``was quoted by the Post as saying``, ``the Post quoted a minister as saying``; ``None`` elsewhere."""
    behind = cue.phrase - 1
    start = outline.sentences[outline.sentence_at[cue.phrase]][0]
    if cue.form != "participle" or behind <= start or outline.tokens[outline.phrases[behind].first].norm != "as":
        return None
    verb = behind - 1
    while verb > start and verb > behind - _LONGEST and outline.kinds[verb] in "NPT,":
        verb -= 1
    if outline.kinds[verb] not in "VG" or outline.lemma(verb) not in QUOTING:
        return None
    before, first = subject_before(outline, verb), verb + 1
    if not outline.passive(verb):
        return Quoted(_between(outline, first, behind), before)
    by = outline.kinds[first] == "P" and outline.tokens[outline.phrases[first].first].norm == "by"
    return Quoted(before, _between(outline, first + 1, behind) if by else None)


def _between(outline: Outline, first: int, last: int) -> Subject | None:
    """The noun phrases ``first:last`` as one."""
    if first >= last or outline.kinds[first] != "N":
        return None
    return Subject(outline.phrases[first].first, outline.phrases[last - 1].last, outline.head(first))


def quoted_by(outline: Outline, cue: Cue, speaker: Subject | None) -> Subject | None:
    """Who quotes the speaker of a cue: "as saying", or behind his name, "according to an aide quoted by the Post"."""
    quoted = quoted_as(outline, cue)
    if quoted is not None:
        return quoted.by
    if cue.form != "according" or speaker is None:
        return None
    verb = outline.phrase_at[speaker.last - 1] + 1
    if outline.kinds[verb : verb + 3] not in {"EPN", "VPN"} or outline.lemma(verb) not in QUOTING:
        return None
    by = outline.tokens[outline.phrases[verb + 1].first].norm == "by"
    return _between(outline, verb + 2, verb + 3) if by else None
