"""Every mention of an actor or a place in an English report, each under the name it carries itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.actors.lexicon import (
    ACRONYMS,
    BODIES,
    DETERMINERS,
    DOMAINS,
    GIVEN_NAMES,
    HONORIFICS,
    KNOWN_ORGANISATIONS,
    KNOWN_PLACES,
    NAMED_AFTER,
    ORGANISATIONS,
    PERSONS,
    PLACES,
    SOURCES,
    SPEAKS,
    STATES,
    bare,
)
from taqrib.reading.english.words import singular

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.findings import MentionKind


class Found(NamedTuple):
    """A mention before its actor is settled: tokens ``first:last``, the name's tokens from ``name``."""

    first: int
    last: int
    name: str
    kind: MentionKind
    rule: str
    certainty: float


class _Run(NamedTuple):
    """A run of capitals ``tokens[begin:last]`` behind its titles.

    :ivar start: the first token of the mention with its titles.
    :ivar words: its words in lower case, without a genitive.
    :ivar number: its noun phrase; ``None`` where it only modifies one.
    """

    begin: int
    last: int
    start: int
    text: str
    words: list[str]
    titled: bool
    number: int | None


class Collector:
    """All mentions of one outline, each under the name it carries itself."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.tokens = outline.tokens
        self.tags = outline.tags
        self.found: list[Found] = []

    def collect(self) -> list[Found]:
        """All mentions of the outline, in the order of their phrases."""
        outline = self.outline
        skip = -1
        for number, phrase in enumerate(outline.phrases):
            if phrase.kind == "N" and number > skip and self.tags[phrase.last - 1] not in "o#d":
                skip = self.noun_phrase(number, phrase.first, phrase.last)
        return self.found

    def add(self, first: int, last: int, name: str, kind: MentionKind, rule: str, certainty: float) -> None:  # noqa: PLR0917 - the parts of one finding
        """One mention more, if anything is left of its name."""
        if name:
            self.found.append(Found(first, last, name, kind, rule, certainty))

    def noun_phrase(self, number: int, first: int, last: int) -> int:  # noqa: C901 - a case of the grammar per branch
        """The mentions of a noun phrase; returns the last phrase they reach into."""
        tokens, tags = self.tokens, self.tags
        while first < last and (tags[first] in "d#a" or tokens[first].norm in DETERMINERS):
            first += 1
        for index in range(first, last - 1):
            if (
                tags[index] == "s"
                and not self.is_inside_name(index)
                and not tokens[index].text.islower()
                and (len(tokens[index].text) > 1 or tags[index - 1] == "r")
            ):
                begin = index
                while begin > first and tags[begin - 1] == "r":
                    begin -= 1
                self.name(begin, index + 1, titled=begin > first and tokens[begin - 1].norm in PERSONS, number=None)
                first = index + 1
        if first >= last:
            return number
        if tags[last - 1] == "s":  # "Moscow's" with its noun elsewhere
            if not tokens[last - 1].text.islower():
                self.name(last - 1, last, titled=False, number=None)
            return number
        begin = last
        while begin > first and (tags[begin - 1] == "r" or self.is_inside_name(begin - 1)):
            begin -= 1
        if begin == last or (begin > first and tokens[last - 1].norm in BODIES):
            return self.description(number, first, last)
        joined = self.joined(number, begin, last)
        if joined is not None:
            return joined
        titled = begin > first and tokens[begin - 1].norm in PERSONS | HONORIFICS
        head = tokens[last - 1].norm
        if (
            begin > first
            and singular(head) not in PERSONS
            and not titled
            and tokens[begin - 1].norm not in ORGANISATIONS | BODIES | PLACES
        ):
            self.modifiers(first, begin)
        self.name(begin, last, titled=titled, number=number, first=first)
        return number

    def is_inside_name(self, at: int) -> bool:
        """Whether a genitive belongs to an institution's name: "the Women's Assembly", "the Workers' Party"."""
        if self.tags[at] != "s" or at + 1 >= len(self.tokens):
            return False
        owner, following = self.tokens[at - (self.tokens[at].text in "'’")], self.tokens[at + 1]
        named = owner.text[0].isupper() and following.text[0].isupper()
        return named and owner.norm.removesuffix("'s") in NAMED_AFTER and following.norm in BODIES | ORGANISATIONS

    def joined(self, number: int, begin: int, last: int) -> int | None:
        """``Ministry of Oil``, ``Observatory for Human Rights``: one name over a preposition."""
        outline = self.outline
        head = self.tokens[last - 1].norm
        if (
            head not in BODIES
            and head not in ORGANISATIONS
            and head not in {"republic", "kingdom", "emirates", "sultanate"}
        ):
            return None
        if outline.kinds[number + 1 : number + 3] != "PN" or self.tokens[last].norm not in {"of", "for", "on"}:
            return None
        following = outline.phrases[number + 2]
        start = following.first + (self.tags[following.first] == "d")
        if start >= following.last or not all(self.tags[index] == "r" for index in range(start, following.last)):
            return None
        name = outline.text(begin, following.last)
        state = STATES.get(name.lower())
        self.add(
            begin,
            following.last,
            name,
            "state" if state else "body" if head in BODIES else "organisation",
            "joined-name",
            0.9,
        )
        return number + 2

    def name(self, begin: int, last: int, *, titled: bool, number: int | None, first: int | None = None) -> None:
        """A run of capitals, by the first rule that knows it."""
        begin, title = self.behind_titles(begin, last)
        words_of = [token.norm.removesuffix("'s") for token in self.tokens[begin:last]]
        text = bare(self.outline.text(begin, last))
        run = _Run(begin, last, begin if first is None else first, text, words_of, titled or title, number)
        for rule in (self.state, self.person, self.institution, self.place, self.probable):
            if rule(run):
                return

    def behind_titles(self, begin: int, last: int) -> tuple[int, bool]:
        """Where the name itself begins: behind "Mr", "Foreign Minister", the "State" of "Secretary of State"."""
        tokens = self.tokens
        start, titled = begin, False
        head = tokens[last - 1].norm
        if head not in BODIES and head not in ORGANISATIONS and head not in PLACES and head not in PERSONS:
            for index in range(last - 2, begin - 1, -1):
                if tokens[index].norm in PERSONS:
                    start, titled = index + 1, True
                    break
        while start < last - 1 and tokens[start].norm in HONORIFICS:
            start, titled = start + 1, True
        office = start > 1 and tokens[start - 1].norm == "of" and tokens[start - 2].norm in PERSONS
        if office and start < last - 1 and tokens[start].norm in DOMAINS:
            start, titled = start + 1, True
        return start, titled

    def state(self, run: _Run) -> bool:
        """A state, its capital, its people."""
        lower = run.text.lower().replace("’", "'")
        state = STATES.get(lower)
        if state is not None and not (run.titled and len(run.words) == 1 and state.form == "capital"):
            if state.form in {"name", "people"}:
                begin = run.start if run.number is not None else run.begin
                name = state.name if state.form == "people" else run.text
                self.add(begin, run.last, name, "state", f"state-{state.form}", 0.95)
            elif state.form == "capital":
                self.add(run.begin, run.last, run.text, "place", "capital", 0.9)
            else:
                self.add(run.begin, run.last, state.name, "state", "state-adjective", 0.8)
            return True
        if lower in ACRONYMS:
            kind: MentionKind = "state" if ACRONYMS[lower].lower() in STATES else "organisation"
            self.add(run.begin, run.last, run.text, kind, "acronym", 0.95)
            return True
        return False

    def person(self, run: _Run) -> bool:
        """Somebody with a title or a given name."""
        head = run.words[-1]
        plain = head not in BODIES and head not in ORGANISATIONS and head not in PLACES
        given = len(run.words) > 1 and run.words[0] in GIVEN_NAMES and plain
        if run.titled or given:
            rule, certainty = ("titled-person", 0.95) if run.titled else ("given-name", 0.9)
            self.add(run.start, run.last, run.text, "person", rule, certainty)
        return run.titled or given

    def institution(self, run: _Run) -> bool:
        """A body or organisation, by its head noun or because it is known."""
        head = run.words[-1]
        if head in BODIES or head in ORGANISATIONS or singular(head) in ORGANISATIONS:
            self.modifiers(run.begin, run.last - 1)
            kind: MentionKind = "body" if head in BODIES else "organisation"
            self.add(run.begin, run.last, run.text, kind, "organisation-noun", 0.9)
            return True
        known = head in KNOWN_ORGANISATIONS or run.words[0] in KNOWN_ORGANISATIONS
        if known:
            self.add(run.begin, run.last, run.text, "organisation", "known-organisation", 0.9)
        return known

    def place(self, run: _Run) -> bool:
        """A well-known place."""
        head = run.words[-1]
        known = run.text.lower() in KNOWN_PLACES or head in KNOWN_PLACES or head in PLACES
        if known:
            self.add(run.begin, run.last, run.text, "place", "known-place", 0.85)
        return known

    def probable(self, run: _Run) -> bool:
        """What stands around a run that nothing else knows makes it a person, an acronym, a place."""
        before = self.tokens[run.begin - 1].norm if run.begin else ""
        if run.number is not None and self.person_by_context(run.number, len(run.words)):
            self.add(run.start, run.last, run.text, "person", "person-by-context", 0.8)
        elif len(run.text) >= 2 and run.text.isupper():
            self.add(run.begin, run.last, run.text, "organisation", "acronym", 0.8)
        elif before in {"in", "at", "near", "from", "to"} or (run.begin > 1 and before in PLACES):
            self.add(run.begin, run.last, run.text, "place", "place-by-preposition", 0.6)
        elif run.number is not None and len(run.words) > 1:
            self.modifiers(run.begin, run.last)
            self.add(run.begin, run.last, run.text, "person", "name", 0.55)
        elif run.number is not None:
            self.add(run.begin, run.last, run.text, "person", "surname", 0.4)
        return True

    def person_by_context(self, number: int, length: int) -> bool:
        """Whether the phrase speaks, or stands beside an office: ", the envoy," before or after."""
        outline = self.outline
        kinds, phrases = outline.kinds, outline.phrases
        if length >= 2 and kinds[number + 1 : number + 2] == "V" and outline.lemma(number + 1) in SPEAKS:
            return True
        for comma, beside in ((number + 1, number + 2), (number - 1, number - 2)):
            if 0 <= beside < len(phrases) and kinds[comma] == "," and kinds[beside] == "N":
                head = self.tokens[phrases[beside].last - 1].norm
                if head in PERSONS and head != "people":
                    return True
                complement = 2 <= beside < number and kinds[beside - 2 : beside] == "NP"
                if complement and self.tokens[phrases[beside - 2].last - 1].norm in PERSONS:
                    return True
        return False

    def modifiers(self, first: int, last: int) -> None:
        """States named by the adjectives inside a phrase: "the Syrian government" speaks of Syria as well."""
        for index in range(first, last):
            if self.tags[index] != "r":
                continue
            norm = self.tokens[index].norm
            state = STATES.get(norm)
            if state is not None and state.form in {"name", "adjective"}:
                name = state.name if state.form == "adjective" else self.tokens[index].text
                self.add(index, index + 1, name, "state", f"state-{state.form}", 0.8)
            elif norm in ACRONYMS:
                full = ACRONYMS[norm].lower()
                self.add(
                    index,
                    index + 1,
                    self.tokens[index].text,
                    "state" if full in STATES else "organisation",
                    "acronym",
                    0.9,
                )

    def description(self, number: int, first: int, last: int) -> int:
        """A phrase without a name: "a senior official", "the opposition"."""
        self.modifiers(first, last - 1)
        norm = self.tokens[last - 1].norm
        one = singular(norm)
        kind: MentionKind
        if norm in PERSONS or one in PERSONS:
            kind = "source" if norm in SOURCES or one in SOURCES else "person"
        elif norm in BODIES or one in BODIES:
            kind = "body"
        elif norm in ORGANISATIONS or one in ORGANISATIONS:
            kind = "organisation"
        elif norm in SOURCES:
            kind = "source"
        else:
            named = [index for index in range(first, last) if self.tags[index] == "r"]
            if named and STATES.get(norm) is None:
                self.loose_names(first, last)
            return number
        self.add(first, last, bare(self.outline.text(first, last)), kind, "description", 0.75)
        return number

    def loose_names(self, first: int, last: int) -> None:
        """Names used as adjectives of other nouns: "the Kinshasa talks"."""
        index = first
        while index < last:
            if self.tags[index] != "r":
                index += 1
                continue
            end = index
            while end < last and self.tags[end] == "r":
                end += 1
            lower = self.outline.text(index, end).lower()
            state = STATES.get(lower)
            if lower in KNOWN_PLACES or (state is not None and state.form == "capital"):
                self.add(index, end, self.outline.text(index, end), "place", "known-place", 0.8)
            elif lower in KNOWN_ORGANISATIONS:
                self.add(index, end, self.outline.text(index, end), "organisation", "known-organisation", 0.8)
            index = end
