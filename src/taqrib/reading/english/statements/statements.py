"""Attributed utterances in English reports: speaker, cue, content, and where, when and to whom it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.actors import bare
from taqrib.reading.english.outline import Outline, outline_of
from taqrib.reading.english.statements.complements import Content, ContentReader
from taqrib.reading.english.statements.contents import (
    Right,
    clause_end,
    is_audience,
    mode_of,
    quoted,
    right_of,
    trimmed,
)
from taqrib.reading.english.statements.cues import Cue, cues
from taqrib.reading.english.statements.speakers import Cast, Named
from taqrib.reading.english.subjects import Subject, subject_after, subject_before
from taqrib.reading.english.words import words
from taqrib.reading.findings import Span, Statement
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Mention, Time

_TABLE = load("english/reporting")
_OUTLETS = frozenset(_TABLE["outlets"])
_CHANNELS = frozenset(_TABLE["channels"])


def statements(document: Document, times: list[Time], mentions: list[Mention]) -> list[Statement]:
    """The statements of the text in the order of their cues' sentences, narrator formulas left out."""
    outline = outline_of(document, times)
    return _Reader(outline, times, mentions).read()


class _Reader:
    """Reads cue by cue; remembers who spoke, for pronouns and silent subjects."""

    def __init__(self, outline: Outline, times: list[Time], mentions: list[Mention]) -> None:
        self.outline = outline
        self.cast = Cast(outline, mentions)
        self.contents = ContentReader(outline)
        self.days = {time.span[0]: time.value for time in times if time.type in {"DATE", "TIME"} and time.value}
        self.said_by: dict[str, str] = {}
        self.found: list[Statement] = []
        self.covered = 0
        self.subjects: dict[int, tuple[Subject | None, Named]] = {}

    def read(self) -> list[Statement]:
        outline = self.outline
        by_sentence: dict[int, list[Cue]] = {}
        for cue in cues(outline):
            by_sentence.setdefault(outline.sentence_at[cue.phrase], []).append(cue)
        for number, (first, last) in enumerate(outline.sentences):
            before = len(self.found)
            for cue in by_sentence.get(number, ()):
                self.statement(cue)
            self.continue_quotation(first, before)
            self.notice_subjects(first, last, before)
        self.found.sort(key=lambda one: min(one.cue[0], one.content[0], one.speaker[0] if one.speaker else one.cue[0]))
        return self.found

    # -- one cue ------------------------------------------------------------------------------------------------------

    def statement(self, cue: Cue) -> None:
        if cue.form == "according":
            self.according(cue)
        elif cue.form == "noun":
            self.noun(cue)
        elif cue.form == "passive":
            self.passive(cue)
        else:
            self.verb(cue)

    def verb(self, cue: Cue) -> None:
        outline = self.outline
        right = right_of(outline, cue)
        subject = subject_before(outline, cue.phrase) if cue.form == "verb" else self.participle_subject(cue)
        inverted = False
        if subject is None and cue.form == "verb" and self.opens_inversion(cue):
            subject = subject_after(outline, right.phrase)
            inverted = subject is not None
        if subject is not None:
            if self.cast.silent(subject):
                return
            named = self.cast.named(subject)
            if "w" in cue.frame and not self.cast.can_speak(subject):
                return
            if not named.kind and not self.speaks(cue, subject):
                return
        else:
            named = self.silent_subject(cue)
        if named.name is None and subject is None:
            return
        self.subjects[cue.phrase] = (subject, named)
        content = self.contents.before(cue, subject) if inverted else self.contents.of(cue, right, subject)
        if content is None or self.repeats(named, content, outline.span(cue.first, cue.last)):
            return
        self.add(cue, subject, named, content, right)
        if inverted and subject is not None:
            self.second_half(cue, subject, named, outline.phrase_at[subject.last - 1] + 1)
        elif content.rule in {"quote-before", "clause-before"}:
            self.second_half(cue, subject, named, right.phrase)

    def repeats(self, named: Named, content: Content, cue: Span) -> bool:
        """Whether a speaker reports a speech act of the same moment ("said she welcomed the offer"): one statement."""
        return content.rule in _ACTS and any(
            one.speaker_name == named.name and one.content[0] <= cue[0] and cue[1] <= one.content[1]
            for one in self.found[-_RECENT:]
        )

    def speaks(self, cue: Cue, subject: Subject) -> bool:
        """Whether an unknown subject may speak: only with a verb that does nothing else."""
        return cue.lemma in _PLAIN and (self.cast.can_speak(subject) or self.outline.tags[subject.head] in "nro")

    def opens_inversion(self, cue: Cue) -> bool:
        """Whether the cue follows a quotation or a clause directly, as in ``"...", said the envoy``."""
        before = cue.phrase - 1
        start = self.outline.sentences[self.outline.sentence_at[cue.phrase]][0]
        if before < start or cue.lemma not in _INVERTED or "c" not in cue.frame:
            return False
        return self.outline.kinds[before] in "k,"

    def participle_subject(self, cue: Cue) -> Subject | None:
        """``with the envoy warning``: a participle's own subject; ``None`` where it shares the clause's."""
        outline = self.outline
        before = cue.phrase - 1
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
            if (
                outline.kinds[first - 1 : first] == "P"
                and outline.tokens[outline.phrases[first - 1].first].norm == "with"
            ):
                phrase = outline.phrases[first]
                return Subject(phrase.first, outline.phrases[before].last, phrase.last - 1)
        return None

    def silent_subject(self, cue: Cue) -> Named:  # noqa: C901, PLR0912 - a case of the grammar per branch
        """Whose a verb without subject is: the one of the verb before it in the sentence, else after it."""
        outline = self.outline
        start, end = outline.sentences[outline.sentence_at[cue.phrase]]
        if cue.form == "verb" and outline.kinds[cue.phrase - 1 : cue.phrase] not in {"C", ",", "A", "k", "-"}:
            return Named(None, "", 0.0)
        if cue.form == "participle" and not self.continues(cue, start):
            return Named(None, "", 0.0)
        quotation = outline.quotation_at.get(cue.first)
        at = cue.phrase - 1
        reach: list[tuple[Subject | None, Named]] = []
        while at >= start:
            if (
                outline.kinds[at] == "V"
                and outline.kinds[at - 1 : at] != "W"
                and outline.quotation_at.get(outline.phrases[at].first) is quotation
            ):
                known = self.subjects.get(at)
                if known is None:
                    subject = subject_before(outline, at)
                    if subject is not None and not self.cast.silent(subject):
                        known = (subject, self.cast.named(subject))
                        self.subjects[at] = known
                if known is not None and known[1].name is not None and known[1].kind:
                    reach.append(known)
                    break
            at -= 1
        if reach:
            best = self.main_subject(start, cue) or reach[0][1]
            return Named(best.name, best.kind, best.certainty * 0.9)
        if cue.form == "participle":  # "Insisting that ..., the envoy said": the subject comes after the comma
            at = cue.phrase + 1
            while at < end:
                if outline.kinds[at] == "V" and outline.kinds[at - 1] == "N" and "," in outline.kinds[cue.phrase : at]:
                    subject = subject_before(outline, at)
                    if (
                        subject is not None
                        and not self.cast.silent(subject)
                        and outline.kinds[outline.phrase_at[subject.first] - 1] in ",k"
                    ):
                        named = self.cast.named(subject)
                        if named.kind or self.cast.can_speak(subject):
                            return named
                at += 1
        return Named(None, "", 0.0)

    def continues(self, cue: Cue, start: int) -> bool:
        """Whether a participle is one of narration (", adding that") rather than a noun or an adjective."""
        before = cue.phrase - 1
        if before < start:
            return True
        kinds = self.outline.kinds
        while before > start and kinds[before] == "A":
            before -= 1
        if kinds[before] in ",-kC":
            return True
        return (kinds[before] in "NTPYU" and kinds[before] != "P") or (
            kinds[before] == "P"
            and self.outline.tokens[self.outline.phrases[before].first].norm in {"by", "while", "before", "after"}
        )

    def main_subject(self, start: int, cue: Cue) -> Named | None:
        """The subject of the last cue before this one in the sentence whose content has ended here."""
        here = self.outline.tokens[cue.first].start
        for one in reversed(self.found):
            if one.cue[0] < self.outline.tokens[self.outline.phrases[start].first].start:
                break
            if one.content[1] <= here and one.cue[1] <= here:
                return Named(one.speaker_name, "person", 0.85)
        return None

    def second_half(self, cue: Cue, subject: Subject | None, named: Named, at: int) -> None:
        """A quotation the cue broke: ``"...", she said, "..."``."""
        outline = self.outline
        end = outline.sentences[outline.sentence_at[cue.phrase]][1]
        while at < end and outline.kinds[at] in ",TPNA-:":
            at += 1
        if at < end and outline.kinds[at] == "q":
            quotation = outline.quotation_at[outline.phrases[at].first]
            self.add(cue, subject, named, Content(quoted(outline, quotation), "direct", "quote-broken", 0.93), None)

    def continue_quotation(self, first: int, before: int) -> None:
        """A quotation that opens a sentence without a cue goes on with the speaker of the sentence before."""
        outline = self.outline
        if not self.found or first == 0 or outline.kinds[first] != "q":
            return
        quotation = outline.quotation_at[outline.phrases[first].first]
        span = quoted(outline, quotation)
        if any(one.content[0] < span[1] and span[0] < one.content[1] for one in self.found[-_RECENT:]):
            return
        if len(self.found) > before:
            return
        following = outline.phrase_at[quotation.last] + 1
        if (
            following < len(outline.phrases)
            and outline.sentence_at[following] == outline.sentence_at[outline.phrase_at[quotation.last]]
            and outline.kinds[following] != "."
        ):
            return
        last = self.found[-1]
        previous = outline.sentences[outline.sentence_at[first] - 1][0]
        if (
            last.cue[0] < outline.tokens[outline.phrases[previous].first].start
            and last.content[1] < outline.tokens[outline.phrases[previous].first].start
        ):
            return
        if following < len(outline.phrases) and self.speaker_follows(following):
            return
        self.found.append(
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

    def speaker_follows(self, phrase: int) -> bool:
        """Whether the next sentence begins with its speaker: ``X said.``."""
        outline = self.outline
        return outline.kinds[phrase : phrase + 3] in {"NV.", "NV,"} and outline.lemma(phrase + 1) in _PLAIN

    # -- other cues ---------------------------------------------------------------------------------------------------

    def according(self, cue: Cue) -> None:  # noqa: C901 - a case of the grammar per branch
        outline = self.outline
        start, end = outline.sentences[outline.sentence_at[cue.phrase]]
        at = cue.phrase + 1
        while at < end and outline.phrases[at].first < cue.last:
            at += 1
        subject = subject_after(outline, at)
        if subject is None or self.cast.silent(subject):
            return
        named = self.cast.named(subject)
        if not named.kind and not self.cast.can_speak(subject):
            return
        after = outline.phrase_at[subject.last - 1] + 1
        content: Content | None = None
        if cue.phrase == start or (cue.phrase == start + 1 and outline.kinds[start] in "CA"):
            if after < end and outline.kinds[after] in "TP":
                while after < end and outline.kinds[after] != ",":
                    after += 1
            after += after < end and outline.kinds[after] == ","
            if after < end:
                content = self.contents.after(cue._replace(phrase=cue.phrase), after, "according-to", 0.9)
        else:
            at = cue.phrase - 1
            while at > start and outline.kinds[at] in ",-":
                at -= 1
            first = outline.phrases[start].first
            last = trimmed(outline, first, outline.phrases[at].last)
            if outline.tags[first] == "c":
                first += 1
            if last > first:
                span, mode = mode_of(outline, first, last)
                content = Content(span, mode, "according-to", 0.9)
        if content is not None:
            self.add(cue, subject, named, content, None)

    def passive(self, cue: Cue) -> None:
        """``he was told by the envoy that``."""
        outline = self.outline
        subject = subject_after(outline, cue.phrase + 2)
        if subject is None:
            return
        end = outline.sentences[outline.sentence_at[cue.phrase]][1]
        at = outline.phrase_at[subject.last - 1] + 1
        while at < end and outline.kinds[at] in ",TP":
            at += 1
        if at < end and outline.kinds[at] == "H" and at + 1 < end:
            named = self.cast.named(subject)
            content = self.contents.after(cue, at + 1, "told-by", 0.9)
            if content is not None:
                self.add(cue, subject, named, content, None)

    def noun(self, cue: Cue) -> None:  # noqa: C901 - a case of the grammar per branch
        """``its call for``: the possessor speaks."""
        outline = self.outline
        phrase = outline.phrases[cue.phrase]
        last = cue.first - 1
        while (
            last > phrase.first
            and outline.tags[last] != "s"
            and outline.tokens[last].norm not in {"its", "his", "her", "their"}
        ):
            last -= 1
        first = last
        if outline.tags[last] == "s":
            while first > phrase.first and outline.tags[first - 1] in "rdnj":
                first -= 1
        subject = Subject(first, last + 1, last)
        before = cue.phrase - 1
        start = outline.sentences[outline.sentence_at[cue.phrase]][0]
        if before >= start and outline.kinds[before] == "V" and outline.lemma(before) in _GIVING_UP:
            return  # "dropped its demand for": it demands no longer
        named = self.possessor(subject, before, start)
        if named.name is None:
            return
        end = outline.sentences[outline.sentence_at[cue.phrase]][1]
        at = cue.phrase + 1
        while at < end and outline.phrases[at].first < cue.last:
            at += 1
        at += at < end and outline.kinds[at] == "H"
        if at >= end:
            return
        begin, stop = at, at
        while stop < end and outline.kinds[stop] not in "V.,;:k-" and outline.kinds[stop] != "W":
            stop += 1
        if outline.tokens[cue.first + 1].norm == "that":
            last_token = clause_end(outline, cue, begin)
        else:
            last_token = outline.phrases[stop - 1].last if stop > begin else outline.phrases[begin].first
        token = outline.phrases[begin].first
        if last_token <= token:
            return
        span, mode = mode_of(outline, token, last_token)
        self.add(cue, subject, named, Content(span, mode, "noun-cue", 0.6), None)

    def possessor(self, subject: Subject, before: int, start: int) -> Named:
        """Whose call it is; "its" is the subject of the verb before, if that is written out."""
        if self.outline.tags[subject.head] != "s":
            for phrase in range(before, start - 1, -1):
                if self.outline.kinds[phrase] == "V":
                    owner = subject_before(self.outline, phrase)
                    if owner is not None and not self.cast.silent(owner) and self.outline.tags[owner.head] != "o":
                        named = self.cast.named(owner)
                        if named.kind:
                            return named
                    break
        return self.cast.named(subject)

    # -- circumstances ------------------------------------------------------------------------------------------------

    def add(self, cue: Cue, subject: Subject | None, named: Named, content: Content, right: Right | None) -> None:
        outline = self.outline
        cue_span = outline.span(cue.first, cue.last)
        speaker = outline.span(subject.first, subject.last) if subject is not None else None
        if content.span[0] >= content.span[1]:
            return
        name = named.name
        said = self.said(cue, subject, right)
        if name is not None:
            if said is not None:
                self.said_by[name] = said
            elif cue.form != "noun":
                said = self.said_by.get(name)
        channel, addressee, place = self.circumstances(right)
        nested = any(one.content[0] <= cue_span[0] and cue_span[1] <= one.content[1] for one in self.found[-_RECENT:])
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

    def said(self, cue: Cue, subject: Subject | None, right: Right | None) -> str | None:
        """The day of saying: among the cue's adjuncts, before the verb, or at the head of the sentence."""
        outline = self.outline
        for phrase in right.times if right is not None else ():
            value = self.day(phrase)
            if value is not None:
                return value
        start = outline.sentences[outline.sentence_at[cue.phrase]][0]
        first = outline.phrase_at[subject.first] if subject is not None and subject.first < cue.first else cue.phrase
        for phrase in range(max(first, start), cue.phrase):
            if outline.kinds[phrase] == "T":
                return self.day(phrase)
        if subject is None:
            return None
        speaking = outline.tokens[outline.phrases[start].first].norm == "speaking"
        limit = first if speaking or first - start <= 4 else start
        for phrase in range(start, limit):
            if outline.kinds[phrase] == "T" and (speaking or phrase <= start + 1):
                return self.day(phrase)
        return None

    def day(self, phrase: int) -> str | None:
        value = self.days.get(self.outline.tokens[self.outline.phrases[phrase].first].start)
        return value.partition("T")[0] or None if value else None

    def circumstances(self, right: Right | None) -> tuple[str | None, str | None, str | None]:
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
            if head in _OUTLETS or head in _CHANNELS:
                channel = channel or bare(outline.text(outline.phrases[phrase].first, outline.phrases[phrase].last))
            elif mention is not None and mention.kind == "place":
                place = place or mention.actor
        return channel, addressee, place

    def notice_subjects(self, first: int, last: int, before: int) -> None:
        """Remember who was a subject of the sentence outside every content."""
        outline = self.outline
        if any(one.rule != "noun-cue" for one in self.found[before:]):
            return
        thing = False
        for phrase in range(first, last):
            if outline.kinds[phrase] != "V":
                continue
            subject = subject_before(outline, phrase)
            if subject is None or self.cast.silent(subject) or subject.first in outline.quotation_at:
                continue
            named = self.cast.named(subject)
            if named.kind in {"person", "source"} or (named.kind not in {"", "document"} and not thing):
                thing = thing or named.kind not in {"person", "source"}
                self.cast.remember(subject, named)


_RECENT = 16
"""Statements back among which an enclosing or overlapping one is sought."""
_ACTS = frozenset(("noun-phrase", "object-infinitive", "object-preposition", "infinitive", "gerund"))
_GIVING_UP = words(_TABLE["giving_up"])
_PLAIN = words(_TABLE["plain"])
_INVERTED = words(_TABLE["inverted"])
