"""Other words of reporting than verbs: "according to", "was told by", nouns such as "its call for"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.statements.complements import Content
from taqrib.reading.english.statements.contents import clause_end, mode_of, trimmed
from taqrib.reading.english.statements.quoted import quoted_by
from taqrib.reading.english.subjects import Subject, subject_after, subject_before
from taqrib.reading.english.words import words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.statements.cues import Cue
    from taqrib.reading.english.statements.narration import Narration
    from taqrib.reading.english.statements.speakers import Named

_GIVING_UP = words(load("english/reporting")["giving_up"])
_BACKING_AWAY = words("back retreat withdraw walk step move")
_OWN = words("its his her their")


def according(narration: Narration, cue: Cue) -> None:
    """``according to the ministry``, in front of what it says or behind it."""
    at = _behind(narration, cue)
    subject = subject_after(narration.outline, at)
    if subject is None or narration.cast.silent(subject):
        return
    named = narration.cast.named(subject)
    if not named.kind and not narration.cast.can_speak(subject):
        return
    start = narration.sentence(cue.phrase)[0]
    fronted = cue.phrase == start or (cue.phrase == start + 1 and narration.outline.kinds[start] in "CA")
    content = _content_after(narration, cue, subject) if fronted else _content_before(narration, cue)
    if content is not None:
        narration.add(cue, subject, named, content, None)


def _behind(narration: Narration, cue: Cue) -> int:
    """The phrase behind a cue of more than one word."""
    end = narration.sentence(cue.phrase)[1]
    at = cue.phrase + 1
    while at < end and narration.outline.phrases[at].first < cue.last:
        at += 1
    return at


def _content_after(narration: Narration, cue: Cue, subject: Subject) -> Content | None:
    outline, end = narration.outline, narration.sentence(cue.phrase)[1]
    at = outline.phrase_at[subject.last - 1] + 1
    if at < end and (outline.kinds[at] in "TP" or quoted_by(outline, cue, subject) is not None):
        while at < end and outline.kinds[at] != ",":
            at += 1
    at += at < end and outline.kinds[at] == ","
    return narration.contents.after(cue, at, "according-to", 0.9) if at < end else None


def _content_before(narration: Narration, cue: Cue) -> Content | None:
    outline, start = narration.outline, narration.sentence(cue.phrase)[0]
    at = cue.phrase - 1
    while at > start and outline.kinds[at] in ",-":
        at -= 1
    first = outline.phrases[start].first
    last = trimmed(outline, first, outline.phrases[at].last)
    first += outline.tags[first] == "c"
    if last <= first:
        return None
    span, mode = mode_of(outline, first, last)
    return Content(span, mode, "according-to", 0.9)


def passive(narration: Narration, cue: Cue) -> None:
    """``he was told by the envoy that``."""
    outline = narration.outline
    subject = subject_after(outline, cue.phrase + 2)
    if subject is None:
        return
    end = outline.sentences[outline.sentence_at[cue.phrase]][1]
    at = outline.phrase_at[subject.last - 1] + 1
    while at < end and outline.kinds[at] in ",TP":
        at += 1
    if at < end and outline.kinds[at] == "H" and at + 1 < end:
        named = narration.cast.named(subject)
        content = narration.contents.after(cue, at + 1, "told-by", 0.9)
        if content is not None:
            narration.add(cue, subject, named, content, None)


def noun(narration: Narration, cue: Cue) -> None:
    """``its call for``: the possessor speaks."""
    outline = narration.outline
    start, end = narration.sentence(cue.phrase)
    before = cue.phrase - 1
    if before >= start and outline.kinds[before] == "V" and outline.lemma(before) in _GIVING_UP:
        return  # "dropped its demand for": it demands no longer
    if before - 1 >= start and outline.kinds[before] == "P" and _backs_away(outline, before):
        return
    subject = _owner(narration, cue)
    named = _possessor(narration, subject, before, start)
    if named.name is None:
        return
    at = _behind(narration, cue)
    at += at < end and outline.kinds[at] == "H"
    if at >= end:
        return
    first, last = outline.phrases[at].first, _noun_content_end(narration, cue, at, end)
    if last > first:
        span, mode = mode_of(outline, first, last)
        narration.add(cue, subject, named, Content(span, mode, "noun-cue", 0.6), None)


def _backs_away(outline: Outline, preposition: int) -> bool:
    """``backed away from its threat``, ``retreated from its demand``."""
    at = preposition - 1
    while at > 0 and outline.kinds[at] in "AP":
        at -= 1
    return outline.kinds[at] == "V" and outline.lemma(at) in _BACKING_AWAY


def _owner(narration: Narration, cue: Cue) -> Subject:
    """The possessor inside the noun's phrase: "its", "the envoy's"."""
    outline = narration.outline
    begin = outline.phrases[cue.phrase].first
    last = cue.first - 1
    while last > begin and outline.tags[last] != "s" and outline.tokens[last].norm not in _OWN:
        last -= 1
    first = last
    if outline.tags[last] == "s":
        while first > begin and outline.tags[first - 1] in "rdnj":
            first -= 1
    return Subject(first, last + 1, last)


def _noun_content_end(narration: Narration, cue: Cue, at: int, end: int) -> int:
    """One past the last token: a clause behind "that", else a noun phrase with its complements."""
    outline = narration.outline
    if outline.tokens[cue.first + 1].norm == "that":
        return clause_end(outline, cue, at)
    stop = at
    while stop < end and outline.kinds[stop] not in "V.,;:k-W":
        stop += 1
    return outline.phrases[stop - 1].last if stop > at else outline.phrases[at].first


def _possessor(narration: Narration, subject: Subject, before: int, start: int) -> Named:
    """Whose call it is; "its" is the subject of the verb before, if that is written out."""
    outline, cast = narration.outline, narration.cast
    if outline.tags[subject.head] == "s":
        return cast.named(subject)
    pronoun = outline.tokens[subject.head].norm
    for phrase in range(before, start - 1, -1):
        cued = narration.subjects.get(phrase)
        if cued is not None and cued[1].kind and _can_own(pronoun, cued[1]):
            return cued[1]  # "the minister said, repeating her call": hers who repeats it
        if outline.kinds[phrase] != "V":
            continue
        owner = subject_before(outline, phrase)
        if owner is not None and not cast.silent(owner) and outline.tags[owner.head] != "o":
            named = cast.named(owner)
            if named.kind and _can_own(pronoun, named):
                return named
        break
    return cast.named(subject)


def _can_own(pronoun: str, named: Named) -> bool:
    """Whether "his" or "her" may be that one's: no state's, no organisation's."""
    return pronoun not in {"his", "her"} or named.kind in {"person", "source"}
