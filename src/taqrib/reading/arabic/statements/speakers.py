"""Who is speaking: the subject's name, or whoever the sentence goes on with; and the day it was said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taqrib.normal import normalised
from taqrib.reading.arabic.actors.agreement import GROUPS
from taqrib.reading.arabic.actors.citation import description, span_of
from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    AUXILIARIES,
    HEADS,
    JOINTS,
    PHRASE_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SELF,
    begins,
    rests,
)
from taqrib.reading.arabic.actors.people import qualities
from taqrib.reading.arabic.statements.documents import Documents, is_document
from taqrib.reading.arabic.statements.verbs import is_verb

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.cue import Cue
    from taqrib.reading.arabic.statements.subject import Subject
    from taqrib.reading.document import Sentence
    from taqrib.reading.findings import Mention, Span

_AGAIN = 2
_PERSONAL = frozenset(["office", "role", "rank"])
_NEAR = 4
_GAP = 2
"""Characters between two names that "and" joins."""
_LOOK_BACK = 30
_CLAUSE = 80
_RUN = 3
"""Statements by others that a speaker's day of saying outlives."""


class Speaker(NamedTuple):
    """A speaker: the written span, if any, the one name, and what agreement says of it (``None``: nothing)."""

    span: Span | None
    name: str | None
    plural: bool | None = None
    feminine: bool | None = None
    unsure: tuple[str, ...] = ()


@dataclass(slots=True)
class Speakers:
    """The speakers of one report, in the order they speak."""

    ground: Ground
    mentions: dict[int, Mention]
    before: list[Speaker] = field(default_factory=list)
    documents: Documents = field(init=False)
    _said: dict[str, tuple[int, str]] = field(default_factory=dict)
    _count: int = 0
    _fuller: dict[str, str] = field(default_factory=dict)
    _acting: Speaker | None = None
    _titles: dict[str, frozenset[str]] = field(default_factory=dict)
    _again: dict[str, str] = field(default_factory=dict)
    _present: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.documents = Documents(self.ground, self.mentions)

    def of(self, cue: Cue, sentence: Sentence, earlier: Speaker | None) -> Speaker:
        """The speaker of ``cue``; ``earlier`` is that of the cue before in the same sentence."""
        speaker = self._continued(cue, sentence, earlier) if cue.subject is None else self._written(cue.subject)
        speaker = speaker._replace(name=self._in_full(cue, speaker), feminine=_gender(cue, speaker))
        self._note_title(cue.subject, speaker)
        if speaker.name is not None:
            self.documents.note_said(cue, speaker.name)
        return speaker

    def _in_full(self, cue: Cue, speaker: Speaker) -> str | None:
        """The name of more words under which somebody of this surname has spoken, seen by his place beside the verb."""
        name = speaker.name
        phrase = cue.subject.phrase if cue.subject is not None else None
        if name is None or phrase is None or phrase.name is None or speaker.plural:
            return name
        words = name.split()
        if len(words) > 1:
            self._fuller.setdefault(normalised(words[-1]), name)
        known = self._fuller.get(normalised(words[-1]), name)
        return known if known.endswith(name) else name

    def _note_title(self, subject: Subject | None, speaker: Speaker) -> None:
        """Remember whom a person serves, so that "المسؤول الأممي" can later mean the envoy."""
        phrase = subject.phrase if subject is not None else None
        if phrase is None or phrase.head is None or speaker.name is None or phrase.head.kind not in _PERSONAL:
            return
        self._titles.setdefault(speaker.name, qualities(self.ground, phrase))

    def _pointed_at(self, subject: Subject, mention: Mention | None) -> Speaker | None:
        """المسؤول الأميركي, المسؤول: one of the last speakers, where he serves whom the phrase says."""
        phrase = subject.phrase
        head = phrase.head if phrase is not None else None
        if phrase is None or head is None or not phrase.definite or phrase.name is not None or head.plural:
            return None
        if head.lemma not in PHRASE_WORDS["pointing"] or subject.last - subject.first > _AGAIN:
            return None
        if mention is not None and mention.rule != "office":
            return None
        tokens, wanted = self.ground.tokens, qualities(self.ground, phrase)
        for speaker in self.before[: -(_RUN if wanted else 1) - 1 : -1]:
            title = self._titles.get(speaker.name or "")
            words = normalised(speaker.name or "").split()
            unnamed = (
                tokens[phrase.first].norm.removeprefix("ال") in words and words[0] == "مصدر"
            )  # مصدر مسؤول: المسؤول
            if title is None and speaker is self.before[-1] and (unnamed or _is_named(speaker)):
                title = wanted  # nobody has said whom he serves
            if (
                title is not None
                and not speaker.plural
                and speaker.feminine in {None, head.feminine}
                and wanted <= title
            ):
                return speaker
        return None

    def remember(self, speaker: Speaker) -> None:
        """Whom a later sentence without a subject goes on with."""
        if speaker.name is not None:
            self.before.append(speaker._replace(span=None, unsure=()))
            self._acting = None

    def note_acting(self, sentence: Sentence) -> None:
        """استقبل الوزير فلان الوفد. وقال إن: who acts in a sentence that reports nothing may speak in the next."""
        tokens = self.ground.tokens
        first = sentence.first
        if begins(ADJUNCTS, tokens, first, sentence.last) or begins(JOINTS, tokens, first, sentence.last):
            near = range(first, min(first + _LOOK_BACK // 3, sentence.last))
            first = next((at + 1 for at in near if tokens[at].norm == "،"), first)  # وفي السياق نفسه، التقى الوزير فلان
        for at in (first + 1, first + 2):
            mention = self.mentions.get(at)
            if mention is not None and mention.kind == "person" and mention.rule in {"titled-name", "name"}:
                match = HEADS.find(self.ground.tokens[at].norm)
                feminine = match.value.feminine if match is not None else None
                self._acting = Speaker(None, mention.actor, plural=False, feminine=feminine)
                return

    def _written(self, subject: Subject) -> Speaker:  # noqa: C901, PLR0911, PLR0912 - one case of the grammar after another
        ground, tokens = self.ground, self.ground.tokens
        phrase = subject.phrase
        start = (
            span_of(ground, phrase)[0]
            if phrase is not None and phrase.first == subject.first
            else tokens[subject.first].start
        )
        span = start, tokens[subject.last - 1].end
        head = phrase.head if phrase is not None else None
        single = tokens[subject.first].norm.lstrip("وف") in PHRASE_WORDS["one_of"]  # أحد المصدرين
        plural = (head.plural and not single) if head is not None else None
        feminine = head.feminine if head is not None else None
        mention = self.mentions.get(subject.first)
        if mention is not None and mention.span[0] > span[0]:
            span = mention.span[0], span[1]  # "والوفد أعلن": the conjunction is no part of him
        if phrase is None and tokens[subject.first].norm in PHRASE_WORDS["those"]:
            for speaker in self.before[: -_LOOK_BACK - 1 : -1]:
                if speaker.plural:
                    return speaker._replace(span=span)
        latter = self._latter(subject) if tokens[subject.first].norm in PHRASE_WORDS["latter"] else None
        if latter is not None:
            return Speaker(span, latter)
        if phrase is None and tokens[subject.first].norm in PHRASE_WORDS["honorifics"] and self.before:
            return self.before[-1]._replace(span=span)
        if phrase is None and mention is not None and mention.kind in {"person", "organisation"}:
            return Speaker(span, mention.actor)
        if subject.joined or phrase is None:
            name = ground.words(subject.first, subject.last)
            many = subject.joined and (head is None or head.kind != "document")  # بيان صادر عن كينيا وغانا
            return Speaker(span, name, many or None, None)
        if phrase.name is not None and head is not None and head.kind in GROUPS and phrase.name[0] > phrase.first:
            return Speaker(span, ground.words(subject.first, phrase.name[1]), plural, feminine)  # مكتب الوزير فلان
        if phrase.name is not None and (mention is None or mention.rule not in {"titled-name", "name"}):
            for inside in range(*phrase.name):
                known = self.mentions.get(inside)
                if known is not None and known.kind == "person":
                    words = ground.words(*phrase.name).removeprefix(phrase.clitics)
                    return Speaker(span, max(known.actor, words, key=len), plural, feminine)
            words = ground.words(*phrase.name)
            clitics = phrase.clitics if phrase.name[0] == phrase.first else ""
            return Speaker(span, words.removeprefix(clitics), plural, feminine)
        short = subject.last - subject.first <= _AGAIN
        again = head is not None and head.lemma == "مصدر" and phrase.definite and short
        if short and head is not None and self._same_one(subject, head.lemma) and self.before:
            return self.before[-1]._replace(span=span)
        if again and self.before and (mention is None or mention.rule == "anonymous"):
            return self.before[-1]._replace(span=span)
        author = self.documents.author_of(phrase, mention)
        if author is not None:
            return Speaker(span, author, None, None)
        person = self._pointed_at(subject, mention)
        if person is not None and person.name is not None:
            self._again[description(ground, phrase)] = person.name
            return person._replace(span=span)
        several = self._same_several(subject, mention)
        if several is not None:
            return several._replace(span=span)
        if mention is not None and mention.kind in {"organisation", "body"} and not self._is_written(mention.actor):
            return Speaker(span, description(ground, phrase), plural, feminine)  # جماعة فلان, as this report calls it
        if mention is not None and mention.rule not in {"capital-for-government", "side-of-state"}:
            return Speaker(span, self._again.get(mention.actor, mention.actor), plural, feminine, mention.unsure)
        return Speaker(span, description(ground, phrase), plural, feminine)

    def _is_written(self, name: str) -> bool:
        """Whether every word of ``name`` stands in the report."""
        if not self._present:
            self._present = {rest for token in self.ground.tokens for rest in rests(token.norm)}
        words = re.findall(r"\w+", normalised(name))
        return all(word in self._present or word.removeprefix("ال") in self._present for word in words)

    def _latter(self, subject: Subject) -> str | None:
        """بينما تؤكد الأخيرة: the last actor named before, who is not the one that has just spoken."""
        spoke = self.before[-1].name if self.before else None
        for at in range(subject.first - 1, max(-1, subject.first - _LOOK_BACK), -1):
            mention = self.mentions.get(at)
            if mention is not None and mention.kind != "place" and mention.actor != spoke:
                return mention.actor
        return None

    def _same_several(self, subject: Subject, mention: Mention | None) -> Speaker | None:
        """الوزراء, العائلات: the several of that kind who spoke before."""
        phrase = subject.phrase
        head = phrase.head if phrase is not None else None
        if head is None or not head.plural or phrase is None or not phrase.definite or phrase.last - phrase.first != 1:
            return None
        if mention is not None and " " in mention.actor:
            return None
        for speaker in self.before[: -_LOOK_BACK - 1 : -1]:
            match = HEADS.find(normalised((speaker.name or "-").split()[0]))
            if match is not None and match.value.plural and match.value.lemma == head.lemma:
                return speaker
        return None

    def _same_one(self, subject: Subject, lemma: str) -> bool:
        """المتحدث ذاته, ذات المصدر: whoever spoke last."""
        norms = {token.norm for token in self.ground.tokens[subject.first : subject.last]}
        return lemma in PHRASE_WORDS["same_one"] and bool(norms & (SELF | {"ذات", "نفس"}))

    def _continued(self, cue: Cue, sentence: Sentence, earlier: Speaker | None) -> Speaker:
        """Without a subject: the speaker of the sentence, else whom the sentence is about, else the last who spoke."""
        if cue.inside is not None and self.before:  # ونقلت عنه الوكالة قوله
            return self.before[-1]
        if earlier is not None:
            return earlier._replace(span=None)
        told_of = self._told_of(cue, sentence)
        if told_of is not None:
            return told_of
        acting = self._acting
        if acting is not None and cue.kind == "verb" and _agree(cue, acting):
            return acting._replace(unsure=("who acts in the sentence before is taken for the speaker",))
        agreeing = (
            speaker for speaker in self.before[: -_LOOK_BACK - 1 : -1] if cue.kind != "verb" or _agree(cue, speaker)
        )
        latest = next(agreeing, None)
        if latest is None and cue.plural and cue.kind == "verb":
            return self._several_in(sentence, cue.boundary)
        latest = latest or (self.before[-1] if self.before and cue.kind != "verb" else None)
        return latest or Speaker(None, None, unsure=("no speaker was named before",))

    def _told_of(self, cue: Cue, sentence: Sentence) -> Speaker | None:
        """Whom the sentence tells of before the cue, with another joined to him where the cue is of several."""
        about = self._about(cue, sentence)
        if about is None:
            return None
        both = self._and_another(about, cue) if cue.plural else None
        name = about.actor if about.rule != "capital-for-government" else self.ground.text_of(about.span)
        unsure = ("the subject of the clause is taken for the speaker",)
        return Speaker(None, both or name, True if both is not None else None, unsure=unsure)

    def _and_another(self, mention: Mention, cue: Cue) -> str | None:
        """بحث الوزير والمبعوث الملف، وأكدا: both, as they stand written; ``None`` if nobody is joined to the first."""
        first, end = mention.span
        for at in range(max(0, cue.boundary - _CLAUSE), cue.boundary):
            token, other = self.ground.tokens[at], self.mentions.get(at)
            if other is not None and 0 < token.start - end <= _GAP and token.norm[0] == "و" and other.kind != "place":
                return self.ground.text_of((first, other.span[1]))
        return None

    def _several_in(self, sentence: Sentence, before: int) -> Speaker:
        """بيان مشترك بين الوفود، أكدوا فيه: the several last spoken of in the sentence, whatever governs them."""
        for at in range(before - 1, sentence.first - 1, -1):
            mention = self.mentions.get(at)
            match = HEADS.find(self.ground.tokens[at].norm) if mention is not None else None
            if mention is not None and match is not None and match.value.plural:
                return Speaker(
                    None, mention.actor, plural=True, unsure=("several spoken of are taken for the speakers",)
                )
        return Speaker(None, None, unsure=("no speakers were named before",))

    def _about(self, cue: Cue, sentence: Sentence) -> Mention | None:
        """Whom the sentence is about before the cue: the last actor behind a verb, else the first nothing governs."""
        tokens = self.ground.tokens
        subject = first = None
        opening = tokens[sentence.first].norm
        answers = (
            begins(ADJUNCTS, tokens, sentence.first, sentence.last) > 0 or opening.removeprefix("و") in PREPOSITIONS
        )
        in_it = tokens[min(cue.first + 1, self.ground.size - 1)].norm in {"فيه", "فيها"}  # أصدر بيانا أكد فيه
        near = range(sentence.first, cue.boundary)
        adjunct = next((at for at in near if tokens[at].norm == "،"), sentence.first) if answers else sentence.first
        for at in range(max(sentence.first, cue.boundary - _CLAUSE), cue.boundary):
            mention = self.mentions.get(at)
            if (
                mention is None
                or mention.kind == "place"
                or (tokens[at].norm[0] in "بلك" and mention.span[0] != tokens[at].start)
            ):
                continue
            if self._disagrees(cue, mention, at) or (in_it and is_document(tokens[at].norm)):
                continue
            before = at - 1
            while before > sentence.first and (
                tokens[before].norm in PHRASE_WORDS["transparent"] or before in self.ground.timed_inside
            ):
                before -= 1
            norm = tokens[before].norm if before >= sentence.first else ""
            opens = at == sentence.first or norm in AUXILIARIES or norm[1:] in AUXILIARIES
            between = norm == "بين"  # and no verb
            follows_verb = (is_verb(norm) and not between) or (
                self._opens(before, sentence) and norm not in PREPOSITIONS
            )
            if opens or (follows_verb and tokens[before - 1].norm not in RELATIVES):
                subject = mention
            elif first is None and mention.kind != "state" and norm not in PREPOSITIONS and at >= adjunct:
                first = mention  # وردا على فلان، قال: not the one answered
        return subject or first

    def _disagrees(self, cue: Cue, mention: Mention, at: int) -> bool:
        """Whether a masculine cue cannot be of a state or of a body whose noun is feminine: قائلا is not الوساطة."""
        if cue.feminine or cue.plural or cue.kind not in {"verb", "participle"}:
            return False
        head = HEADS.find(self.ground.tokens[at].norm)
        feminine = head is not None and head.value.feminine and not head.value.plural
        return mention.kind == "state" or (feminine and mention.kind != "person")

    def _opens(self, at: int, sentence: Sentence) -> bool:
        """Whether the word at ``at`` opens a clause, as a verb unknown here may: "رفضت الحركة", "وقد فجرت"."""
        if at == sentence.first:
            return True
        norm = self.ground.tokens[at - 1].norm
        return norm == "،" or norm in PHRASE_WORDS["clause_openers"] or norm in AUXILIARIES or norm[1:] in AUXILIARIES

    def day(self, name: str | None, given: str | None) -> str | None:
        """The day of saying: the one given, else the one carried over from the same speaker's run."""
        self._count += 1
        if name is None:
            return given
        if given is None:
            carried = self._said.get(name)
            given = carried[1] if carried is not None and self._count - carried[0] <= _RUN else None
        if given is not None:
            self._said[name] = (self._count, given)
        return given


def _is_named(speaker: Speaker) -> bool:
    """Whether the speaker is one person by name."""
    words = (speaker.name or "").split()
    return len(words) > 1 and not speaker.plural and HEADS.find(normalised(words[0])) is None


def _gender(cue: Cue, speaker: Speaker) -> bool | None:
    """What the verb tells of a named person's gender, where nothing else does: قالت فلانة."""
    phrase = cue.subject.phrase if cue.subject is not None else None
    told = cue.kind == "verb" and not cue.plural and phrase is not None and phrase.name is not None
    return cue.feminine if told and speaker.feminine is None and not speaker.plural else speaker.feminine


def _agree(cue: Cue, speaker: Speaker) -> bool:
    """Whether the verb's ending fits the speaker, as far as the text tells; a feminine singular also fits many."""
    if cue.plural:
        return not _is_named(speaker) and (speaker.plural is not False or speaker.feminine is None)
    if cue.feminine:
        return speaker.feminine is not False or speaker.plural is True
    return not speaker.plural and not speaker.feminine
