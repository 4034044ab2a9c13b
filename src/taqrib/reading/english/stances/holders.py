"""Whose deed or position a verb tells: its subject by name, through pronouns and the statement it stands in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from taqrib.reading.english.actors.lexicon import BODIES, ORGANISATIONS, PERSONS, SOURCES, bare
from taqrib.reading.english.moods import ASSERTED, moods_of
from taqrib.reading.english.statements.speakers import Cast
from taqrib.reading.english.subjects import subject_before
from taqrib.reading.english.words import singular, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mention, Statement

_TABLE = load("english/actors")
_MEMORY = 24
"""Statements back among which a pronoun finds whom it means."""
_OWN = frozenset(("our", "my", "his", "her", "its", "their"))
_OWNERS = {"my": "we", "our": "we", "his": "he", "her": "she", "its": "it", "their": "they"}
_VOICES = words("spokesman spokeswoman spokesperson lawyer lawyers aide aides office")
_OWN_SIDES = words(_TABLE["own_sides"])
_FIRST_PERSON = frozenset(("we", "i", "us", "our"))
_THIRD_PERSON = frozenset(["he", "she", "it", "they"])
GENERIC = words(_TABLE["generic"])
_NOBODY = words(_TABLE["nobody"])


def holders_of(outline: Outline, mentions: list[Mention], statements: list[Statement]) -> Holders:
    """The subjects of an outline; worked out once, since events and stances both ask."""
    known: Holders | None = outline.document.analysis.get("holders")
    if known is None:
        known = outline.document.analysis["holders"] = Holders(outline, mentions, statements)
    return known


class Holders:
    """The subjects of an outline's verbs, by name."""

    def __init__(self, outline: Outline, mentions: list[Mention], statements: list[Statement]) -> None:
        self.outline = outline
        self.cast = Cast(outline, mentions)
        self.mentions = mentions
        self.statements = sorted(statements, key=lambda one: one.cue)
        self._kinds = {mention.actor: mention.kind for mention in mentions}
        self._speakers = {one.speaker[0]: one.speaker_name for one in self.statements if one.speaker is not None}
        self._moods = moods_of(outline)
        self._subjects: dict[int, tuple[str | None, str]] = {}
        self._cues = [one.cue[0] for one in self.statements]
        self._inner = self._innermost()

    def _innermost(self) -> dict[int, Statement]:
        """Sentence by sentence the statements that touch it; positions are asked of few candidates only."""
        found: dict[int, Statement] = {}
        for one in sorted(self.statements, key=lambda one: one.content[0] - one.content[1]):
            first = self.token_at(one.content[0])
            last = self.token_at(one.content[1])
            if last - first > 2000:
                last = first + 2000
            for token in range(first, last):
                found[token] = one  # shorter contents come later and win
        return found

    def token_at(self, offset: int) -> int:
        """The first token that begins at or behind a raw offset."""
        tokens = self.outline.tokens
        low, high = 0, len(tokens)
        while low < high:
            middle = (low + high) // 2
            if tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def statement_around(self, token: int) -> Statement | None:
        """The innermost statement whose content holds the token."""
        return self._inner.get(token)

    def subject(self, phrase: int) -> Subject | None:
        """The written subject of a verb phrase; over a conjunction, the one of the verb before it."""
        found = subject_before(self.outline, phrase)
        at = phrase
        steps = 0
        while found is None and steps < 4:
            start = self.outline.sentences[self.outline.sentence_at[phrase]][0]
            at -= 1
            while at >= start and self.outline.kinds[at] not in "V;:":
                at -= 1
            if at < start or self.outline.kinds[at] != "V":
                return None
            found = subject_before(self.outline, at)
            steps += 1
        return found

    def name(self, subject: Subject | None, phrase: int) -> str | None:
        """Whom the subject stands for; ``None`` for things and where it is not known."""
        if subject is None:
            return None
        around = self._inner.get(self.outline.phrases[phrase].first)
        norm = self.outline.tokens[subject.head].norm
        if subject.last - subject.first == 1:
            if norm in _FIRST_PERSON:
                return around.speaker_name if around is not None else None
            if norm in _THIRD_PERSON:
                return self._pronoun(subject, around)
        return self._of_noun(subject, norm, around) if norm not in _NOBODY else None

    def _of_noun(self, subject: Subject, norm: str, around: Statement | None) -> str | None:
        """Whom a noun phrase names; nobody where it is a thing, a common place or a source that is no person."""
        named = self.cast.named(subject)
        owner = self.outline.tokens[subject.first].norm
        if owner in _OWNERS and norm in _OWN_SIDES:  # "our men", "his government"
            pronoun = _OWNERS[owner]
            if pronoun == "we":
                return around.speaker_name if around is not None else None
            return self._meant(pronoun, subject, around) or (named.name if named.kind else None)
        if named.kind in {"", "document"}:
            return None
        if named.kind == "place" and self.outline.tokens[subject.head].text.islower():
            return None
        somebody = {norm, singular(norm)} & (PERSONS | SOURCES | BODIES | ORGANISATIONS)
        return named.name if named.kind != "source" or somebody else None

    def _pronoun(self, subject: Subject, around: Statement | None) -> str | None:
        """A pronoun inside a statement means its speaker as a rule; outside, the last one spoken of it can mean."""
        start = self.outline.tokens[subject.first].start
        if around is None and start in self._speakers:
            return self._speakers[start]
        return self._meant(self.outline.tokens[subject.head].norm, subject, around)

    def _meant(self, pronoun: str, subject: Subject, around: Statement | None) -> str | None:
        """Whom "he", "it" or "they" means at a subject."""
        if around is not None and around.speaker_name is not None and self._can_mean(pronoun, around.speaker_name):
            return self._whose_spokesman(pronoun, around) or around.speaker_name
        start = self.outline.tokens[subject.first].start
        if start in self._speakers:
            return self._speakers[start]
        last = self._last_subject(self.outline.phrase_at[subject.first], pronoun)
        if last is not None:
            return last
        before = bisect_right(self._cues, start)
        for one in reversed(self.statements[max(0, before - _MEMORY) : before]):
            if one.speaker_name is not None and self._can_mean(pronoun, one.speaker_name):
                return one.speaker_name
        return None

    def _whose_spokesman(self, pronoun: str, around: Statement) -> str | None:
        """``his spokesman said he would go``: who has the spokesman."""
        if around.speaker is None or pronoun not in {"he", "she"}:
            return None
        first = self.token_at(around.speaker[0])
        last = self.token_at(around.speaker[1])
        voices = _VOICES.intersection(token.norm for token in self.outline.tokens[first:last])
        if _OWNERS.get(self.outline.tokens[first].norm) != pronoun or not voices:
            return None
        return self._last_subject(self.outline.phrase_at[first], pronoun)

    def _last_subject(self, before: int, pronoun: str) -> str | None:
        """The nearest subject with a name that a pronoun can mean, in this sentence or the two before it."""
        outline = self.outline
        start = outline.sentences[max(outline.sentence_at[before] - 2, 0)][0]
        for phrase in range(before - 1, start - 1, -1):
            if outline.kinds[phrase] != "V" or self._moods[phrase] != ASSERTED:
                continue
            known = self._subjects.get(phrase)
            if known is None:
                known = self._subjects[phrase] = self._named_subject(phrase)
            name, kind = known
            if name is not None and self._can_mean(pronoun, name, kind):
                return name
        return None

    def _named_subject(self, phrase: int) -> tuple[str | None, str]:
        """The name of a verb's written subject and its kind; nobody where a pronoun or a thing stands there."""
        subject = subject_before(self.outline, phrase)
        if subject is None or self.outline.tags[subject.head] == "o":
            return None, ""
        named = self.cast.named(subject)
        return (named.name, named.kind) if named.kind not in {"", "document", "place"} else (None, "")

    def _can_mean(self, pronoun: str, name: str, kind: str | None = None) -> bool:
        """Whether the pronoun may stand for the name: "she" for no ministry, "it" for no person."""
        kind = kind or self._kinds.get(name)
        if pronoun in {"he", "she"}:
            return kind in {"person", "source", None}
        if pronoun == "it":
            return kind not in {"person", "source"}
        if kind in {"person", "source"}:
            return any(word.endswith("s") for word in name.split())
        return True

    def owner(self, number: int) -> str | None:
        """Whose the noun of a phrase is: "Chile's", "its", "Chilean"; ``None`` where the phrase does not say."""
        outline = self.outline
        phrase = outline.phrases[number]
        for index in range(phrase.last - 2, phrase.first - 1, -1):
            if outline.tags[index] == "s":
                owned = outline.tokens[phrase.first].norm in _OWN
                if owned and outline.tokens[index].norm.removesuffix("'s") in _OWN_SIDES:
                    return self._possessor(number)  # "his country's support"
                return self._mentioned(index)
            if outline.tokens[index].norm in _OWN:
                return self._possessor(number)
            mention = self.cast.mention_at(index)
            if mention is not None and mention.rule == "state-adjective":
                return mention.actor
        return None

    def _mentioned(self, token: int) -> str | None:
        """The actor whose mention ends with a genitive or right before it."""
        for at in (token, token - 1):
            mention = self.cast.mention_at(at) if at >= 0 else None
            if mention is not None and mention.kind != "place":
                return mention.actor
        return None

    def _possessor(self, number: int) -> str | None:
        """Whom "its" means: the subject of the clause's verb, else who speaks."""
        start = self.outline.sentences[self.outline.sentence_at[number]][0]
        verb = self.outline.kinds.rfind("V", start, number)
        if verb >= 0:
            name = self.name(self.subject(verb), verb)
            personal = not {"his", "her"}.isdisjoint(self.outline.words(number))
            return None if name is None or (personal and not self._can_mean("he", name)) else name
        around = self.statement_around(self.outline.phrases[number].first)
        return around.speaker_name if around is not None else None

    def actors_between(self, first: int, last: int) -> list[str]:
        """The names of actors mentioned in ``tokens[first:last]``, without repetition; places only name where."""
        if first >= last:
            return []
        start, end = self.outline.tokens[first].start, self.outline.tokens[last - 1].end
        names: list[str] = []
        reach = -1
        low, high = 0, len(self.mentions)
        while low < high:
            middle = (low + high) // 2
            if self.mentions[middle].span[0] < start:
                low = middle + 1
            else:
                high = middle
        for mention in self.mentions[low:]:
            if mention.span[0] >= end:
                break
            if mention.span[1] > end or mention.span[0] < reach:
                continue
            reach = mention.span[1]
            if mention.kind != "place" and mention.actor not in names and mention.actor.lower() not in GENERIC:
                names.append(mention.actor)
        return names

    def place_between(self, first: int, last: int) -> str | None:
        """The first place in ``tokens[first:last]``: a place name, or a state after "in" or "at"."""
        if first >= last:
            return None
        outline = self.outline
        for index in range(first, last):
            if outline.tags[index] != "r":
                continue
            mention = self.cast.mention_at(index)
            if mention is None or mention.span[0] < outline.tokens[first].start:
                continue
            before = self.token_at(mention.span[0]) - 1
            while before > 0 and outline.tags[before] in "dj":
                before -= 1
            preposition = outline.tokens[before].norm if before >= 0 else ""
            if mention.kind == "place" and preposition in {"in", "at", "of", "near", "outside"}:
                return mention.actor
            if mention.kind == "state" and mention.rule == "state-name" and preposition in {"in", "at"}:
                return mention.actor
        return None


def description(outline: Outline, subject: Subject) -> str:
    """The subject's own words, without an article."""
    return bare(outline.text(subject.first, subject.last))
