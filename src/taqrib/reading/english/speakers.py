"""Who speaks: the subject beside a cue, and whom a pronoun, an office or a silent subject stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.actors import BODIES, DOCUMENTS, ORGANISATIONS, PERSONS, SOURCES, bare
from taqrib.reading.english.cues import REPORTING
from taqrib.reading.english.words import singular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.english.outline import Outline
    from taqrib.reading.findings import Mention

_HE = frozenset(("he", "him", "his"))
_SHE = frozenset(("she", "her"))
_THEY = frozenset(("they", "them", "their", "both"))
_IT = frozenset(("it", "its"))
_UNSAID = frozenset(("i", "we", "you", "this", "that", "what", "nothing", "these", "which"))
"""Subjects that name nobody a report could quote: the speaker of a quotation himself, or a thing said before."""

_WRITTEN = frozenset(
    "statement communique communiqué report letter document memo declaration text readout message announcement".split()
)


class Subject(NamedTuple):
    """The mention beside a cue.

    :ivar first: its first token; ``last`` one past its last.
    :ivar head: the token that carries it.
    :ivar apposed: the tokens of an apposition inside it, a name as a rule; ``None`` without.
    """

    first: int
    last: int
    head: int
    apposed: tuple[int, int] | None = None


class Named(NamedTuple):
    """Whom a subject stands for; ``kind`` as in mentions, ``document`` for papers, ``""`` if unknown."""

    name: str | None
    kind: str
    certainty: float
    unsure: tuple[str, ...] = ()


def subject_before(outline: Outline, phrase: int) -> Subject | None:
    """The subject left of a verb group, whole with its title and apposition; ``None`` where none is written."""
    kinds, phrases = outline.kinds, outline.phrases
    start = outline.sentences[outline.sentence_at[phrase]][0]
    at = phrase - 1
    while at >= start and kinds[at] in "AT":
        at -= 1
    if at > start and kinds[at] == "P" and kinds[at + 1] == "T":  # "the minister on Friday said"
        at -= 1
    if at < start:
        return None
    if kinds[at] == "W":
        return _antecedent(outline, at, start)
    if kinds[at] in ",-":
        return _over_parenthesis(outline, at, start)
    if kinds[at] == ")":
        while at > start and kinds[at] != "(":
            at -= 1
        at -= 1
    if at < start or kinds[at] != "N":
        return None
    apposition = _as_apposition(outline, at, start)
    if apposition is not None:
        return apposition
    first = _extended_left(outline, at, start)
    return Subject(phrases[first].first, phrases[at].last, _head(outline, first, at), None)


def _head(outline: Outline, first: int, last: int) -> int:
    """The head of "a source close to the army": the last token of the first phrase."""
    del last
    return outline.phrases[first].last - 1


def _antecedent(outline: Outline, relative: int, start: int) -> Subject | None:
    """What a relative clause belongs to: the phrase before "who", over a comma."""
    at = relative - 1
    if at >= start and outline.kinds[at] == ",":
        at -= 1
    if at < start or outline.kinds[at] != "N":
        return None
    if outline.tokens[outline.phrases[relative].first].norm not in {"who", "which", "that"}:
        return None
    before = _as_apposition(outline, at, start)
    if before is not None:
        return before
    return Subject(outline.phrases[at].first, outline.phrases[at].last, outline.phrases[at].last - 1)


def _over_parenthesis(outline: Outline, comma: int, start: int) -> Subject | None:
    """The subject before ``, ... ,``: an apposition belongs to the mention, other insertions do not."""
    kinds, phrases = outline.kinds, outline.phrases
    mark = kinds[comma]
    at = comma - 1
    while at >= start and kinds[at] not in ",-;:qk.":
        at -= 1
    if at < start or kinds[at] != mark:
        return None
    inside = at + 1
    opening = at
    if inside >= comma:
        return None
    insertion = kinds[inside]
    if insertion == "N":
        # "A, B and C," is a list and "Lund, who came, the envoy," a chain: go on to the first comma of an apposition chain
        if opening - 1 >= start and kinds[opening - 1] == "N" and "V" not in kinds[inside:comma]:
            return _apposed(outline, opening, inside, comma, start)
        while opening - 1 >= start and "V" in kinds[inside:comma]:
            return None
        return None
    if insertion not in "WGEPUYAJV":
        return None
    if insertion == "V" and outline.tags[phrases[inside].first] not in "ve":
        return None
    before = opening - 1
    while before >= start and kinds[before] in "AT":
        before -= 1
    if before < start or kinds[before] != "N":
        return None
    apposition = _as_apposition(outline, before, start)
    if apposition is not None:
        return apposition
    first = _extended_left(outline, before, start)
    return Subject(phrases[first].first, phrases[before].last, _head(outline, first, before))


def _apposed(outline: Outline, opening: int, inside: int, comma: int, start: int) -> Subject | None:
    """``the envoy, Dana Reyes,`` from the office's first word to the name's last; ``None`` for a list."""
    phrases = outline.phrases
    first = _extended_left(outline, opening - 1, start)
    head = _head(outline, first, opening - 1)
    if (
        outline.kinds[first - 1 : first] == ","
        and first - 2 >= start
        and outline.kinds[first - 2] == "N"
        and not outline.kinds[first - 2 - 1 : first - 2].startswith(",")
    ):
        # a second apposition: "Amal Haddad, chief negotiator for the council, the largest group,"
        wider = _extended_left(outline, first - 2, start)
        if _personal(outline, phrases[wider].last - 1) and (wider == start or outline.kinds[wider - 1] in ",CUYHAPW"):
            return Subject(
                phrases[wider].first,
                phrases[comma - 1].last,
                phrases[wider].last - 1,
                (phrases[first].first, phrases[opening - 1].last),
            )
    return Subject(
        phrases[first].first, phrases[comma - 1].last, head, (phrases[inside].first, phrases[comma - 1].last)
    )


def _personal(outline: Outline, head: int) -> bool:
    norm = outline.tokens[head].norm
    return (
        outline.tags[head] == "r"
        or norm in PERSONS
        or singular(norm) in PERSONS
        or norm in BODIES
        or norm in ORGANISATIONS
    )


def _as_apposition(outline: Outline, at: int, start: int) -> Subject | None:
    """``one of the sponsors, Chile`` directly before the verb without a closing comma is left to the caller."""
    del outline, at, start
    return None


def _extended_left(outline: Outline, at: int, start: int) -> int:
    """The first phrase of the noun phrase that ends in ``at``: over "of", reduced relatives and coordination."""
    kinds, phrases, tokens = outline.kinds, outline.phrases, outline.tokens
    first = at
    while first - 2 >= start:
        before = kinds[first - 1]
        if before in "PY" and kinds[first - 2] == "N" and not _clause_starts(outline, first - 2, first - 1):
            first -= 2
        elif (
            before == "P"
            and kinds[first - 2] in "VEJ"
            and first - 3 >= start
            and kinds[first - 3] == "N"
            and _reduced(outline, first - 2, start)
        ):
            first -= 3
        elif (
            before == "I"
            and kinds[first - 2] in "VE"
            and first - 3 >= start
            and kinds[first - 3] == "N"
            and _reduced(outline, first - 2, start)
        ):
            first -= 3
        elif (
            before in "GI"
            and kinds[first - 2] == "N"
            and first < at + 1
            and REPORTING.get(tokens[phrases[first - 1].last - 1].norm) is None
        ):
            first -= 2
        elif (
            before == "C"
            and tokens[phrases[first - 1].first].norm in {"and", "or"}
            and kinds[first - 2] == "N"
            and _coordinated(outline, first - 2, start)
        ):
            first -= 2
            while (
                first - 2 >= start
                and kinds[first - 1] == ","
                and kinds[first - 2] == "N"
                and _coordinated(outline, first - 2, start)
            ):
                first -= 2
        else:
            break
    return first


def _clause_starts(outline: Outline, noun: int, preposition: int) -> bool:
    """Whether the phrase before a preposition is another verb's object, so that the preposition begins something new."""
    if outline.tokens[outline.phrases[preposition].first].norm in {"of", "for"}:
        return False
    before = outline.kinds[noun - 1 : noun]
    return before in {"V", "I"} and outline.tokens[outline.phrases[noun - 1].last - 1].norm not in REPORTING


def _reduced(outline: Outline, verb: int, start: int) -> bool:
    """Whether a participle follows its noun without auxiliary ("a letter signed by the parties")."""
    if outline.kinds[verb] == "J":
        return outline.tokens[outline.phrases[verb].first].norm in {
            "close",
            "familiar",
            "loyal",
            "aware",
            "responsible",
            "present",
        }
    phrase = outline.phrases[verb]
    if phrase.last - phrase.first > 1 or outline.tokens[phrase.first].norm in REPORTING:
        return False
    noun = verb - 1
    return noun == start or outline.kinds[noun - 1] in ",HUYCPVW-k"


def _coordinated(outline: Outline, noun: int, start: int) -> bool:
    """Whether the phrase begins its clause, so that "and" joins it to the next one rather than two clauses."""
    before = noun - 1
    kinds = outline.kinds
    while before > start and kinds[before] in "PN":
        before -= 1
    if before < start:
        return True
    return kinds[before] in "HUYCqA:;-" or kinds[before] == "," or (kinds[before] == "N" and before == start)


def subject_after(outline: Outline, phrase: int, *, last_allowed: int | None = None) -> Subject | None:
    """The speaker that follows a cue ("said the envoy, Dana Reyes", "according to the ministry")."""
    kinds, phrases, tokens = outline.kinds, outline.phrases, outline.tokens
    end = outline.sentences[outline.sentence_at[phrase]][1] if last_allowed is None else last_allowed
    at = phrase
    if at >= end or kinds[at] != "N":
        return None
    head = phrases[at].last - 1
    last = at
    while (
        last + 2 < end
        and kinds[last + 1] == "P"
        and kinds[last + 2] == "N"
        and tokens[phrases[last + 1].first].norm in {"of", "for", "from", "in", "at", "with", "to"}
    ):
        last += 2
    if (
        last + 2 < end
        and kinds[last + 1] == "C"
        and kinds[last + 2] == "N"
        and tokens[phrases[last + 1].first].norm == "and"
    ):
        last += 2
    apposed = None
    if last + 2 < end and kinds[last + 1] == "," and kinds[last + 2] == "N":
        after = last + 2
        while after + 2 < end and kinds[after + 1] == "P" and kinds[after + 2] == "N":
            after += 2
        closes = after + 1 >= end or kinds[after + 1] in ",.;"
        office = singular(tokens[phrases[last + 2].last - 1].norm) in PERSONS
        if closes and (office or singular(tokens[head].norm) in PERSONS):
            apposed = (phrases[last + 2].first, phrases[after].last)
            last = after
    if (
        last + 1 < end
        and kinds[last + 1] == "W"
        and tokens[phrases[last + 1].first].norm == "who"
        and kinds[last] == "N"
    ):
        restricts = last + 1
        while restricts < end and kinds[restricts] not in ",.;q":
            restricts += 1
        last = restricts - 1
    return Subject(phrases[at].first, phrases[last].last, head, apposed)


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

    def __post_init__(self) -> None:
        for mention in self.mentions:
            end = mention.span[1]
            known = self._by_end.get(end)
            if known is None or known.span[0] > mention.span[0]:
                self._by_end[end] = mention

    def mention_at(self, token: int) -> Mention | None:
        """The widest mention that ends with ``token``."""
        return self._by_end.get(self.outline.tokens[token].end)

    def named(self, subject: Subject) -> Named:
        """Whom the subject is; remembers nothing."""
        outline = self.outline
        norm = outline.tokens[subject.head].norm
        if subject.last - subject.first == 1 and (pronoun := self._pronoun(norm)) is not None:
            return pronoun
        for head in self._heads(subject):
            mention = self.mention_at(head)
            if mention is not None and (mention.kind != "source" and mention.rule != "description"):
                return Named(mention.actor, mention.kind, min(0.95, mention.certainty))
        mention = self.mention_at(subject.head)
        text = bare(outline.text(subject.first, subject.last))
        one = singular(norm)
        if (
            mention is not None
            and mention.kind == "person"
            and mention.actor != bare(outline.document.text[slice(*mention.span)])
        ):
            return Named(mention.actor, "person", 0.8, mention.unsure)
        if one in DOCUMENTS and (mention is None or mention.rule == "description"):
            return self._document(one, text)
        if mention is not None and mention.kind in {"body", "organisation"}:
            return Named(mention.actor if subject.last - 1 == subject.head else text, mention.kind, 0.85)
        if norm in SOURCES or one in SOURCES or norm in PERSONS or one in PERSONS:
            return self._anonymous(subject, norm, text)
        return Named(text, "", 0.6, ("not known as somebody who speaks",))

    def _heads(self, subject: Subject) -> list[int]:
        """Where the subject's name may end: its head, its apposition, its last word."""
        found = [subject.head]
        if subject.apposed is not None:
            first, last = subject.apposed
            index = self.outline.phrase_at[first]
            found.append(self.outline.phrases[index].last - 1)
            found.append(last - 1)
        return found

    def _pronoun(self, norm: str) -> Named | None:
        if norm in _HE or norm in _SHE:
            gender = "he" if norm in _HE else "she"
            for name in reversed(self.people):
                if self.gender.get(name, gender) == gender:
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

    def _document(self, one: str, text: str) -> Named:
        if " " not in text and one in self.documents:
            return Named(self.documents[one], "document", 0.75)
        return Named(text, "document", 0.8)

    def _anonymous(self, subject: Subject, norm: str, text: str) -> Named:
        definite = self.outline.tokens[subject.first].norm in {"the", "this"}
        if definite and " " not in text:
            known = self.anonymous.get(norm) or self.anonymous.get("")
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
        if (
            norm in _HE
            or norm in _SHE
            or norm in _THEY
            or norm in _IT
            or norm in {"one", "some", "many", "others", "another", "several", "few"}
        ):
            return True
        if norm in _UNSAID:
            return False
        if {norm, one} & (PERSONS | SOURCES | BODIES | ORGANISATIONS | DOCUMENTS):
            return True
        return any(self.mention_at(head) is not None for head in self._heads(subject))

    def silent(self, subject: Subject) -> bool:
        """Whether the subject is the inner speaker of a quotation or a mere pointer ("this", "we")."""
        return subject.last - subject.first == 1 and self.outline.tokens[subject.head].norm in _UNSAID
