"""Who speaks: the subject beside a cue, and whom a pronoun, an office or a silent subject stands for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.actors.lexicon import BODIES, DOCUMENTS, ORGANISATIONS, PERSONS, SOURCES, bare
from taqrib.reading.english.words import singular, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mention

_HE = frozenset(("he", "him", "his"))
_SHE = frozenset(("she", "her"))
_JUST_NOW = 120
"""Code points back to which somebody has just been spoken of."""
_THEY = frozenset(("they", "them", "their", "both"))
_IT = frozenset(("it", "its"))
_QUANTIFIERS = frozenset(("one", "some", "many", "others", "another", "several", "few", "most", "people", "those"))
_UNSAID = frozenset(("i", "we", "you", "this", "that", "what", "nothing", "these", "which"))
"""Subjects that name nobody a report could quote: the speaker of a quotation himself, or a thing said before."""
_UNSPECIFIC = words(load("english/actors")["unspecific"])
"""Descriptions that fit whoever was last quoted without a name; "the envoy" is not the minister of the line before."""


class Named(NamedTuple):
    """Whom a subject stands for; ``kind`` as in mentions, ``document`` for papers, ``""`` if unknown."""

    name: str | None
    kind: str
    certainty: float
    unsure: tuple[str, ...] = ()


@dataclass(slots=True)
class Cast:
    """Who was spoken of so far, for whom a pronoun may stand."""

    outline: Outline
    mentions: Sequence[Mention]
    people: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    anonymous: dict[str, str] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    _by_end: dict[int, Mention] = field(default_factory=dict)
    _ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for mention in self.mentions:
            end = mention.span[1]
            known = self._by_end.get(end)
            if known is None or known.span[0] > mention.span[0]:
                self._by_end[end] = mention
        self._ends = sorted(self._by_end)

    def mention_at(self, token: int) -> Mention | None:
        """The widest mention that ends with ``token``."""
        return self._by_end.get(self.outline.tokens[token].end)

    def named(self, subject: Subject) -> Named:
        """Whom the subject is; remembers nothing."""
        outline = self.outline
        norm = outline.tokens[subject.head].norm
        if subject.last - subject.first == 1 and (pronoun := self._pronoun(norm, subject.head)) is not None:
            return pronoun
        if subject.apposed is None and self._coordinated(subject):
            both = outline.tokens[subject.first].norm == "both"  # "both Chile and Peru"
            return Named(bare(outline.text(subject.first + both, subject.last)), "organisation", 0.85)
        if (holder := self._apposed_person(subject)) is not None:
            return Named(holder.actor, "person", min(0.95, max(holder.certainty, 0.75)))
        for head in self._heads(subject):
            mention = self.mention_at(head)
            if mention is not None and (mention.kind != "source" and mention.rule != "description"):
                return Named(mention.actor, mention.kind, min(0.95, max(mention.certainty, 0.75)))
        return self._described(subject, norm)

    def _apposed_person(self, subject: Subject) -> Mention | None:
        """The person whose office stands before the name: "the Special Envoy for the Basin, Dana Reyes"."""
        if subject.apposed is None or singular(self.outline.tokens[subject.head].norm) not in PERSONS:
            return None
        mention = self.mention_at(self.outline.phrases[self.outline.phrase_at[subject.apposed[0]]].last - 1)
        named = mention is not None and mention.kind == "person" and mention.rule != "description"
        return mention if named else None

    def _described(self, subject: Subject, norm: str) -> Named:
        """Whom a description stands for: an office's holder, a paper, a body, a source."""
        outline = self.outline
        mention, one = self.mention_at(subject.head), singular(norm)
        text = bare(outline.text(subject.first, subject.last))
        person = mention is not None and mention.kind == "person"
        if mention is not None and person and mention.actor != bare(outline.document.text[slice(*mention.span)]):
            return Named(mention.actor, "person", 0.8, mention.unsure)
        if one in DOCUMENTS and (mention is None or mention.rule == "description"):
            return self._document(one, text)
        if mention is not None and mention.kind in {"body", "organisation"}:
            owned = "s" in outline.tags[subject.first : subject.last]
            return Named(text if owned or subject.last - 1 != subject.head else mention.actor, mention.kind, 0.85)
        if {norm, one} & (SOURCES | PERSONS):
            return self._anonymous(subject, norm, text)
        if norm in _QUANTIFIERS and subject.last - subject.first > 1:  # "several of them"
            return Named(text, "source", 0.6, ("whom the pronoun means is not said",))
        return Named(text, "", 0.6, ("not known as somebody who speaks",))

    def _coordinated(self, subject: Subject) -> bool:
        """Whether names are joined: "Chile and Peru", "Chile, Peru and Bolivia"."""
        tags = self.outline.tags
        joint = tags.find("c", subject.head, subject.last)
        listed = joint > subject.head and set(tags[subject.head : joint]) <= {"r", ","}
        return listed and tags[joint - 1] == "r" and tags[subject.last - 1] == "r"

    def _heads(self, subject: Subject) -> list[int]:
        """Where the subject's name may end: its head, its apposition, its last word."""
        found = [subject.head]
        whole = self.mention_at(subject.last - 1)
        if whole is not None and whole.span[0] <= self.outline.tokens[subject.head].start:
            found.append(subject.last - 1)  # "the Assembly of Peru" is one name
        if subject.apposed is not None:
            first, last = subject.apposed
            index = self.outline.phrase_at[first]
            found.append(self.outline.phrases[index].last - 1)
            found.append(last - 1)
        return found

    def _pronoun(self, norm: str, at: int) -> Named | None:
        if norm in _HE or norm in _SHE:
            gender = "he" if norm in _HE else "she"
            for name in reversed(self.people):
                if self.gender.get(name, gender) == gender:
                    if name not in self.gender and self._may_be_another(name, at):
                        break
                    self.gender[name] = gender
                    return Named(name, "person", 0.85)
            return Named(None, "", 0.5, ("whom the pronoun means is not said",))
        if norm in _IT:
            return (
                Named(self.things[-1], "organisation", 0.75)
                if self.things
                else Named(None, "", 0.4, ("what the pronoun means is not said",))
            )
        if norm in _THEY:
            if self.groups:
                return Named(self.groups[-1], "source", 0.65)
            return Named(None, "", 0.4, ("whom the pronoun means is not said",))
        return None

    def _may_be_another(self, name: str, at: int) -> bool:
        """Whether somebody else was spoken of last whom the pronoun may mean: "Okoro met Vik. She said"."""
        end = self.outline.tokens[at].start
        recent = range(bisect_right(self._ends, end - _JUST_NOW), bisect_right(self._ends, end))
        return any(
            mention.kind == "person"
            and mention.rule != "description"
            and mention.actor != name
            and mention.actor not in self.gender
            for mention in (self._by_end[self._ends[number]] for number in recent)
        )

    def _document(self, one: str, text: str) -> Named:
        if " " not in text and one in self.documents:
            return Named(self.documents[one], "document", 0.75)
        return Named(text, "document", 0.8)

    def _anonymous(self, subject: Subject, norm: str, text: str) -> Named:
        definite = self.outline.tokens[subject.first].norm in {"the", "this"}
        if definite and " " not in text:
            known = self.anonymous.get(norm) or (self.anonymous.get("") if norm in _UNSPECIFIC else None)
            if known is not None:
                return Named(known, "source", 0.75)
        return Named(text, "source", 0.85)

    def remember(self, subject: Subject | None, named: Named) -> None:
        """That this one has just been spoken of as a subject."""
        if named.name is None:
            return
        norm = self.outline.tokens[subject.head].norm if subject is not None else ""
        plural = norm.endswith("s") and self.outline.tags[subject.head] == "n" if subject is not None else False
        if named.kind == "source":
            self.anonymous[norm] = self.anonymous[""] = named.name
            (self.groups if plural else self.people).append(named.name)
        elif named.kind == "person":
            if norm.endswith("woman"):
                self.gender[named.name] = "she"
            self.people.append(named.name)
        elif named.kind == "document":
            self.documents[singular(norm)] = named.name
        else:
            self.things.append(named.name)
            self.groups.append(named.name)

    def can_speak(self, subject: Subject) -> bool:
        """Whether the subject is somebody or a paper, not a thing or an event."""
        norm = self.outline.tokens[subject.head].norm
        one = singular(norm)
        if norm in _HE or norm in _SHE or norm in _THEY or norm in _IT or norm in _QUANTIFIERS:
            return True
        if norm in _UNSAID:
            return False
        if {norm, one} & (PERSONS | SOURCES | BODIES | ORGANISATIONS | DOCUMENTS):
            return True
        return any(self.mention_at(head) is not None for head in self._heads(subject))

    def silent(self, subject: Subject) -> bool:
        """Whether the subject is the inner speaker of a quotation or a mere pointer ("this", "we")."""
        return subject.last - subject.first == 1 and self.outline.tokens[subject.head].norm in _UNSAID
