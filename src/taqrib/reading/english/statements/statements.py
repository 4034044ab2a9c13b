"""Attributed utterances in English reports: speaker, cue, content, and where, when and to whom it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.outline import outline_of
from taqrib.reading.english.statements.adjuncts import right_of
from taqrib.reading.english.statements.cues import REPORTING, Cue, cues
from taqrib.reading.english.statements.narration import RECENT, Narration
from taqrib.reading.english.statements.others import according, noun, passive
from taqrib.reading.english.statements.quotations import continue_quotation, second_half
from taqrib.reading.english.statements.quoted import quoted_as
from taqrib.reading.english.statements.silent import participle_subject, silent_subject
from taqrib.reading.english.statements.speakers import Named
from taqrib.reading.english.statements.transcripts import turn
from taqrib.reading.english.subjects import QUOTING, Subject, subject_after, subject_before
from taqrib.reading.english.words import words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.english.statements.complements import Content
    from taqrib.reading.findings import Mention, Statement, Time

_TABLE = load("english/reporting")
_PLAIN = words(_TABLE["plain"])
_OUTLETS = frozenset(_TABLE["outlets"])
_ANSWERING = words("reply respond answer retort counter")
_INVERTED = words(_TABLE["inverted"])
_ACTS = frozenset(("noun-phrase", "object-infinitive", "object-preposition", "infinitive", "gerund"))


def statements(document: Document, times: list[Time], mentions: list[Mention]) -> list[Statement]:
    """The statements of the text in the order of their cues' sentences, narrator formulas left out."""
    outline = outline_of(document, times)
    narration = Narration(outline, times, mentions)
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues(outline):
        by_sentence.setdefault(outline.sentence_at[cue.phrase], []).append(cue)
    for number, (first, last) in enumerate(outline.sentences):
        before = len(narration.found)
        turn(narration, first, last)
        for cue in by_sentence.get(number, ()):
            _statement(narration, cue)
        continue_quotation(narration, first, before)
        _uncircled(narration.found[before:])
        _notice_subjects(narration, first, last, before)
    return sorted(
        narration.found,
        key=lambda one: min(one.cue[0], one.content[0], one.speaker[0] if one.speaker else one.cue[0]),
    )


def _uncircled(found: list[Statement]) -> None:
    """Let nobody quote who quotes him: of "Peru demands a port, its envoy said" Peru says "a port" alone."""
    for later in found:
        for earlier in found:
            told = later.content[0] <= earlier.cue[0] and earlier.cue[1] <= later.content[1]
            if told and later.content[1] <= later.cue[0] < earlier.content[1] and earlier.cue < later.cue:
                earlier.content = (earlier.content[0], later.content[1])


def _statement(narration: Narration, cue: Cue) -> None:
    """What one cue reports, by its form."""
    if cue.form == "according":
        according(narration, cue)
    elif cue.form == "noun":
        noun(narration, cue)
    elif cue.form == "passive":
        passive(narration, cue)
    else:
        _verb(narration, cue)


def _verb(narration: Narration, cue: Cue) -> None:
    """``the envoy said``, ``said the envoy``, ``, adding``."""
    outline, cast = narration.outline, narration.cast
    right = right_of(outline, cue)
    subject = subject_before(outline, cue.phrase) if cue.form == "verb" else participle_subject(narration, cue)
    inverted = False
    if subject is None and cue.form == "verb" and _opens_inversion(narration, cue):
        subject = subject_after(outline, right.phrase)
        inverted = subject is not None
    if subject is not None and not _may_speak(narration, cue, subject):
        return
    named = cast.named(subject) if subject is not None else silent_subject(narration, cue)
    if named.name is None and subject is None:
        return
    named = _answering(narration, cue, subject) or named
    narration.subjects[cue.phrase] = (subject, named)
    beside = _beside(narration, cue, subject)
    content = narration.contents.before(cue, subject) if inverted else narration.contents.of(cue, right, beside)
    if content is None or _repeats(narration, named, content, cue) or _says_nothing(narration, cue, content):
        return
    reduced = subject is None and cue.form == "verb" and content.rule.startswith("clause-")
    if reduced and outline.kinds[cue.phrase - 1 : cue.phrase] == ",":
        return  # "its independence, declared in 2008": a participle of the noun
    narration.add(cue, subject, named, content, right)
    if inverted and subject is not None:
        second_half(narration, cue, subject, named, outline.phrase_at[subject.last - 1] + 1)
    elif content.rule in {"quote-before", "clause-before"}:
        second_half(narration, cue, subject, named, right.phrase)


def _answering(narration: Narration, cue: Cue, subject: Subject | None) -> Named | None:
    """``Okoro told Vik that ... . He replied that``: the pronoun is whom the words before were said to."""
    if subject is None or cue.lemma not in _ANSWERING or narration.outline.tags[subject.head] != "o":
        return None
    asked = narration.found[-1] if narration.found else None
    if asked is None or asked.addressee is None or not asked.addressee[0].isupper():
        return None
    return Named(asked.addressee, "person", 0.7)


def _beside(narration: Narration, cue: Cue, subject: Subject | None) -> Subject | None:
    """What parts the cue from what was said before it: "..., the Post quoted her as saying" begins with the Post."""
    quoted = quoted_as(narration.outline, cue)
    if quoted is None or quoted.by is None or subject is None:
        return subject
    return min(quoted.by, subject)


def _says_nothing(narration: Narration, cue: Cue, content: Content) -> bool:
    """Whether the outlet only names whom it quotes, for what he said stands before: "the Post quoted her as saying"."""
    outline = narration.outline
    if cue.lemma not in QUOTING:
        return False
    last = next((at for at in range(cue.last, len(outline.tokens)) if outline.tokens[at].end >= content.span[1]), -1)
    return last > 0 and outline.tokens[last].norm in REPORTING and outline.tokens[last - 1].norm == "as"


def _may_speak(narration: Narration, cue: Cue, subject: Subject) -> bool:
    """Whether the subject can be a speaker; an unknown one only with a verb that does nothing but report."""
    cast = narration.cast
    if cast.silent(subject) or ("w" in cue.frame and not cast.can_speak(subject)):
        return False
    if "u" in cue.frame:
        return not _OUTLETS.isdisjoint(token.norm for token in narration.outline.tokens[subject.first : subject.last])
    if cast.named(subject).kind:
        return True
    return cue.lemma in _PLAIN and (cast.can_speak(subject) or narration.outline.tags[subject.head] in "nro")


def _repeats(narration: Narration, named: Named, content: Content, cue: Cue) -> bool:
    """Whether the words are somebody's already, or a speaker tells his own act or thought ("said she welcomed it")."""
    if content.mode == "direct" and any(one.content == content.span for one in narration.found[-RECENT:]):
        return True  # "... quotas.” Okello responded within hours."
    first, last = narration.outline.span(cue.first, cue.last)
    return (content.rule in _ACTS or cue.lemma == "believe") and any(
        one.speaker_name == named.name and one.content[0] <= first and last <= one.content[1]
        for one in narration.found[-RECENT:]
    )


def _opens_inversion(narration: Narration, cue: Cue) -> bool:
    """Whether the cue follows a quotation or a clause directly, as in ``"...", said the envoy``."""
    before = cue.phrase - 1
    start = narration.outline.sentences[narration.outline.sentence_at[cue.phrase]][0]
    if before < start or cue.lemma not in _INVERTED or "c" not in cue.frame:
        return False
    return narration.outline.kinds[before] in "k,"


def _notice_subjects(narration: Narration, first: int, last: int, before: int) -> None:
    """Remember who was a subject of the sentence outside every content."""
    outline = narration.outline
    if any(one.rule != "noun-cue" for one in narration.found[before:]):
        return
    thing = False
    for phrase in range(first, last):
        if outline.kinds[phrase] != "V":
            continue
        subject = subject_before(outline, phrase)
        if subject is None or narration.cast.silent(subject) or subject.first in outline.quotation_at:
            continue
        named = narration.cast.named(subject)
        if named.kind in {"person", "source"} or (named.kind not in {"", "document"} and not thing):
            thing = thing or named.kind not in {"person", "source"}
            narration.cast.remember(subject, named)
