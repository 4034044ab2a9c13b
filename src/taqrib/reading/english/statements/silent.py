"""Whose a verb of saying without a subject is: the one before it, the one behind it, "with the envoy warning"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.statements.quoted import quoted_as
from taqrib.reading.english.statements.speakers import Named
from taqrib.reading.english.subjects import Subject, subject_before
from taqrib.reading.english.words import words

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.statements.cues import Cue
    from taqrib.reading.english.statements.narration import Narration

_NARRATING = words("by while before after")
_NOBODY = Named(None, "", 0.0)


def participle_subject(narration: Narration, cue: Cue) -> Subject | None:
    """``with the envoy warning``: a participle's own subject; ``None`` where it shares the clause's."""
    outline = narration.outline
    before = cue.phrase - 1
    quoted = quoted_as(outline, cue)
    if quoted is not None:
        return quoted.speaker
    if before > 0 and outline.kinds[before] == "A":
        before -= 1
    if before > 0 and outline.kinds[before] == "N":
        first = before
        while (
            first - 2 >= 0
            and outline.kinds[first - 1] == "P"
            and outline.kinds[first - 2] == "N"
            and outline.tokens[outline.phrases[first - 1].first].norm == "of"
        ):
            first -= 2
        if outline.kinds[first - 1 : first] == "P" and outline.tokens[outline.phrases[first - 1].first].norm == "with":
            phrase = outline.phrases[first]
            return Subject(phrase.first, outline.phrases[before].last, phrase.last - 1)
    return None


def silent_subject(narration: Narration, cue: Cue) -> Named:
    """Whose a verb without subject is: the one of the verb before it in the sentence, else after it."""
    outline = narration.outline
    start = narration.sentence(cue.phrase)[0]
    if cue.form == "verb" and outline.kinds[cue.phrase - 1 : cue.phrase] not in {"C", ",", "A", "k", "-"}:
        return _NOBODY
    if cue.form == "participle" and not _continues(narration, cue, start):
        return _NOBODY
    before = _subject_of_verb_before(narration, cue, start)
    if before is not None:
        best = _main_subject(narration, start, cue) or before
        return Named(best.name, best.kind, best.certainty * 0.9)
    return _subject_after(narration, cue) if cue.form == "participle" else _NOBODY


def _subject_of_verb_before(narration: Narration, cue: Cue, start: int) -> Named | None:
    """The nearest verb's, on the same side of the quotation marks; not a relative clause's."""
    outline = narration.outline
    quotation = outline.quotation_at.get(cue.first)
    for at in range(cue.phrase - 1, start - 1, -1):
        if outline.kinds[at] != "V" or outline.kinds[at - 1 : at] == "W":
            continue
        that = _that_over(outline, at, start)
        if that is not None and (cue.form == "verb" or outline.kinds[that - 1] == "N"):
            continue  # "denied that Peru would sign and said", "dismissed claims that Peru had signed, calling them"
        if outline.quotation_at.get(outline.phrases[at].first) is not quotation:
            continue
        named = _known(narration, at)
        if named is not None and named.name is not None and named.kind:
            return named
    return None


def _that_over(outline: Outline, verb: int, start: int) -> int | None:
    """The "that" of the clause a verb stands in, if a verb that governs it comes before it in the sentence."""
    for at in range(verb - 1, start - 1, -1):
        if outline.kinds[at] == "H":
            return at if "V" in outline.kinds[start:at] else None
        if outline.kinds[at] in "V,;:":
            return None
    return None


def _known(narration: Narration, verb: int) -> Named | None:
    """Whom a verb's subject stands for; worked out once."""
    known = narration.subjects.get(verb)
    if known is None:
        subject = subject_before(narration.outline, verb)
        if subject is None or narration.cast.silent(subject):
            return None
        known = narration.subjects[verb] = (subject, narration.cast.named(subject))
    return known[1]


def _subject_after(narration: Narration, cue: Cue) -> Named:
    """``Insisting that ..., the envoy said``: the subject comes behind the comma."""
    outline = narration.outline
    end = narration.sentence(cue.phrase)[1]
    for at in range(cue.phrase + 1, end):
        if outline.kinds[at] != "V" or outline.kinds[at - 1] != "N" or "," not in outline.kinds[cue.phrase : at]:
            continue
        subject = subject_before(outline, at)
        if subject is None or narration.cast.silent(subject):
            continue
        if outline.kinds[outline.phrase_at[subject.first] - 1] in ",k":
            named = narration.cast.named(subject)
            if named.kind or narration.cast.can_speak(subject):
                return named
    return _NOBODY


def _continues(narration: Narration, cue: Cue, start: int) -> bool:
    """Whether a participle is one of narration (", adding that") rather than a noun or an adjective."""
    before = cue.phrase - 1
    if before < start:
        return True
    kinds = narration.outline.kinds
    while before > start and kinds[before] == "A":
        before -= 1
    if kinds[before] in ",-kC":
        return True
    return (kinds[before] in "NTPYU" and kinds[before] != "P") or (
        kinds[before] == "P" and narration.outline.tokens[narration.outline.phrases[before].first].norm in _NARRATING
    )


def _main_subject(narration: Narration, start: int, cue: Cue) -> Named | None:
    """The subject of the last cue before this one in the sentence whose content has ended here."""
    here = narration.outline.tokens[cue.first].start
    for one in reversed(narration.found):
        if one.cue[0] < narration.outline.tokens[narration.outline.phrases[start].first].start:
            break
        if one.content[1] <= here and one.cue[1] <= here:
            return Named(one.speaker_name, "person", 0.85)
    return None
