"""Names and descriptions of actors and places in English reports, with one name per actor throughout.

A person's one name is the fullest the report gives ("Mr Lund" is "Erik Lund" if that stands anywhere); a definite
description takes the name it was introduced with ("Norway's envoy, Erik Lund, ... the envoy").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.outline import Outline, outline_of
from taqrib.reading.english.tagging import PARTICLES
from taqrib.reading.english.words import singular, words
from taqrib.reading.findings import Mention, MentionKind
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document

_TABLE = load("english/actors")
HONORIFICS = words(_TABLE["honorifics"])
PERSONS = words(_TABLE["persons"])
SOURCES = words(_TABLE["sources"])
DOCUMENTS = words(_TABLE["documents"])
BODIES = words(_TABLE["bodies"])
ORGANISATIONS = words(_TABLE["organisations"])
PLACES = words(_TABLE["places"])
_ACRONYMS = {short.lower(): full for short, full in _TABLE["acronyms"].items()}
_KNOWN_ORGANISATIONS = frozenset(word.lower() for word in words(_TABLE["known_organisations"]))
_KNOWN_PLACES = frozenset(word.lower() for word in words(_TABLE["known_places"]))
GIVEN_NAMES = frozenset(word.lower() for word in words(_TABLE["given_names"]))
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "one"])
_DETERMINERS = _ARTICLES | frozenset(["its", "his", "her", "their", "our"])


class _State(NamedTuple):
    name: str
    form: str


def _states() -> dict[str, _State]:
    """Every English form of a state's name, in lower case: ``name``, ``capital``, ``adjective`` or ``people``."""
    found: dict[str, _State] = {}
    for state in load("states"):
        english = state["en"]
        name = english["name"]
        for form, values in (
            ("name", [name, *english.get("aliases", [])]),
            ("capital", english.get("capital", [])),
            ("adjective", english.get("adjective", [])),
            ("people", english.get("people", [])),
        ):
            for value in [values] if isinstance(values, str) else values or []:
                found.setdefault(value.lower(), _State(name, form))
    return found


_STATES = _states()


class _Found(NamedTuple):
    """A mention before its actor is settled: tokens ``first:last``, the name's tokens from ``name``."""

    first: int
    last: int
    name: str
    kind: MentionKind
    rule: str
    certainty: float


def bare(text: str) -> str:
    """A description without its article and a closing genitive."""
    head, space, rest = text.partition(" ")
    if space and head.lower() in _ARTICLES:
        text = rest
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return " ".join(text.split())


def mentions(document: Document) -> list[Mention]:
    """The actors and places the text names or describes, in order."""
    outline = outline_of(document)
    found = _Collector(outline).collect()
    return _settled(outline, found)


class _Collector:
    """All mentions of one outline, each under the name it carries itself."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.tokens = outline.tokens
        self.tags = outline.tags
        self.found: list[_Found] = []

    def collect(self) -> list[_Found]:
        outline = self.outline
        skip = -1
        for number, phrase in enumerate(outline.phrases):
            if phrase.kind == "N" and number > skip and self.tags[phrase.last - 1] not in "o#d":
                skip = self.noun_phrase(number, phrase.first, phrase.last)
        return self.found

    def add(self, first: int, last: int, name: str, kind: MentionKind, rule: str, certainty: float) -> None:  # noqa: PLR0917 - the parts of one finding
        if name:
            self.found.append(_Found(first, last, name, kind, rule, certainty))

    def noun_phrase(self, number: int, first: int, last: int) -> int:  # noqa: C901 - a case of the grammar per branch
        """The mentions of a noun phrase; returns the last phrase they reach into."""
        tokens, tags = self.tokens, self.tags
        while first < last and (tags[first] in "d#a" or tokens[first].norm in _DETERMINERS):
            first += 1
        for index in range(first, last - 1):
            if (
                tags[index] == "s"
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
        while begin > first and (tags[begin - 1] == "r"):
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
        state = _STATES.get(name.lower())
        self.add(
            begin,
            following.last,
            name,
            "state" if state else "body" if head in BODIES else "organisation",
            "joined-name",
            0.9,
        )
        return number + 2

    def name(self, begin: int, last: int, *, titled: bool, number: int | None, first: int | None = None) -> None:  # noqa: C901, PLR0911, PLR0912 - a case of the grammar per branch
        """A run of capitals."""
        tokens = self.tokens
        while begin < last - 1 and tokens[begin].norm in HONORIFICS:
            begin += 1
            titled = True
        text = bare(self.outline.text(begin, last))
        lower = text.lower().replace("’", "'")
        start = begin if first is None else first
        state = _STATES.get(lower)
        words_of = [token.norm.removesuffix("'s") for token in tokens[begin:last]]
        if state is not None and not (titled and len(words_of) == 1 and state.form == "capital"):
            if state.form in {"name", "people"}:
                self.add(
                    start if number is not None else begin,
                    last,
                    state.name if state.form == "people" else text,
                    "state",
                    f"state-{state.form}",
                    0.95,
                )
            elif state.form == "capital":
                self.add(begin, last, text, "place", "capital", 0.9)
            else:
                self.add(begin, last, state.name, "state", "state-adjective", 0.8)
            return
        if lower in _ACRONYMS:
            full = _ACRONYMS[lower].lower()
            self.add(begin, last, text, "state" if full in _STATES else "organisation", "acronym", 0.95)
            return
        head = words_of[-1]
        if titled or (
            len(words_of) > 1
            and words_of[0] in GIVEN_NAMES
            and head not in BODIES
            and head not in ORGANISATIONS
            and head not in PLACES
        ):
            self.add(start, last, text, "person", "titled-person" if titled else "given-name", 0.95 if titled else 0.9)
            return
        if head in BODIES or head in ORGANISATIONS or singular(head) in ORGANISATIONS:
            self.modifiers(begin, last - 1)
            self.add(begin, last, text, "body" if head in BODIES else "organisation", "organisation-noun", 0.9)
            return
        if head in _KNOWN_ORGANISATIONS or words_of[0] in _KNOWN_ORGANISATIONS:
            self.add(begin, last, text, "organisation", "known-organisation", 0.9)
            return
        if lower in _KNOWN_PLACES or head in _KNOWN_PLACES or head in PLACES:
            self.add(begin, last, text, "place", "known-place", 0.85)
            return
        if number is not None and self.person_by_context(number, len(words_of)):
            self.add(start, last, text, "person", "person-by-context", 0.8)
            return
        if len(text) >= 2 and text.isupper():
            self.add(begin, last, text, "organisation", "acronym", 0.8)
            return
        before = tokens[begin - 1].norm if begin else ""
        if before in {"in", "at", "near", "from", "to"} or (begin > 1 and tokens[begin - 1].norm in PLACES):
            self.add(begin, last, text, "place", "place-by-preposition", 0.6)
        elif len(words_of) > 1 and number is not None:
            self.modifiers(begin, last)
            self.add(begin, last, text, "person", "name", 0.55)
        elif number is not None:
            self.add(begin, last, text, "person", "surname", 0.4)

    def person_by_context(self, number: int, length: int) -> bool:
        """Whether the phrase speaks, or stands beside an office: ", the envoy," before or after."""
        outline = self.outline
        kinds, phrases = outline.kinds, outline.phrases
        if length >= 2 and kinds[number + 1 : number + 2] == "V" and outline.lemma(number + 1) in _SPEAKS:
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
            state = _STATES.get(norm)
            if state is not None and state.form in {"name", "adjective"}:
                name = state.name if state.form == "adjective" else self.tokens[index].text
                self.add(index, index + 1, name, "state", f"state-{state.form}", 0.8)
            elif norm in _ACRONYMS:
                full = _ACRONYMS[norm].lower()
                self.add(
                    index,
                    index + 1,
                    self.tokens[index].text,
                    "state" if full in _STATES else "organisation",
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
            if named and _STATES.get(norm) is None:
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
            state = _STATES.get(lower)
            if lower in _KNOWN_PLACES or (state is not None and state.form == "capital"):
                self.add(index, end, self.outline.text(index, end), "place", "known-place", 0.8)
            elif lower in _KNOWN_ORGANISATIONS:
                self.add(index, end, self.outline.text(index, end), "organisation", "known-organisation", 0.8)
            index = end


_SPEAKS = words(_TABLE["speaking_verbs"])


def _settled(outline: Outline, found: list[_Found]) -> list[Mention]:  # noqa: C901, PLR0912, PLR0915 - a case of the grammar per branch
    """Mentions with one name per actor, in order."""
    persons = _fullest_persons(found)
    acronyms = _acronyms(outline, found)
    known = {entry.name.lower(): entry.name for entry in found}
    states = _state_names(found)
    roles: dict[str, str] = {}
    settled: list[Mention] = []
    previous: _Found | None = None
    latest: Mention | None = None
    seen: set[tuple[int, int]] = set()
    offices: dict[str, str] = {}
    by_end: dict[int, Mention] = {}
    for entry in sorted(found, key=lambda one: (one.first, -one.last)):
        if (entry.first, entry.last) in seen:
            continue
        seen.add((entry.first, entry.last))
        name, kind, certainty = entry.name, entry.kind, entry.certainty
        unsure: tuple[str, ...] = ()
        key = name.lower()
        if (
            entry.rule
            in {
                "surname",
                "name",
                "acronym",
                "titled-person",
                "given-name",
                "person-by-context",
                "place-by-preposition",
            }
            and _surname(key) in persons
        ):
            full = persons[_surname(key)]
            if full.lower().endswith(key) or entry.kind == "person":
                name, kind = full, "person"
                certainty = max(certainty, 0.85)
        if key in acronyms:
            name = acronyms[key]
        elif entry.kind == "state":
            name = states.get(_state_key(name), name)
        elif entry.rule == "description":
            last_word = key.rsplit(" ", 1)[-1]
            definite = outline.tokens[entry.first - 1].norm in {"the", "this", "that"} if entry.first else False
            if entry.kind in {"person", "source"}:
                if (
                    latest is not None
                    and previous is not None
                    and previous.kind == "person"
                    and not (last_word.endswith("s") and previous.rule == "description")
                    and _beside(outline, previous, entry)
                ):
                    name, kind = latest.actor, "person"
                    if not last_word.endswith("s"):
                        roles[last_word] = name
                elif definite and " " not in key and key in roles:
                    name, kind = roles[key], "person"
                    unsure = ("which one is meant follows from the office last named",)
            elif definite and entry.kind == "body" and " " not in key and (longer := _longer(key, known)):
                name = longer
        elif (
            kind == "person"
            and latest is not None
            and previous is not None
            and previous.rule == "description"
            and _beside(outline, previous, entry)
        ):
            if latest.kind in {"organisation", "body"} and entry.rule in {"name", "surname", "person-by-context"}:
                kind = latest.kind  # "their party, Nova Lista,"
            else:
                roles[outline.tokens[previous.last - 1].norm] = name
            latest.actor, latest.kind = name, kind
        elif kind == "person" and entry.rule != "description" and (office := _office_before(outline, entry.first)):
            roles[outline.tokens[office].norm] = name
            held = by_end.get(outline.tokens[office].end)
            if held is not None and held.rule != "titled-person":
                offices[held.actor.lower()] = name
                held.actor, held.kind = name, "person"
        elif kind == "person" and key in offices:
            name = offices[key]
        if kind == "person" and entry.rule == "titled-person" and entry.first < entry.last:
            for index in range(entry.first, entry.last):
                if outline.tags[index] == "n":
                    roles[outline.tokens[index].norm] = name
        span = outline.span(entry.first, entry.last)
        settled.append(
            Mention(
                span=span, actor=name, kind=kind, rule=entry.rule, certainty=certainty, rests_on=(span,), unsure=unsure
            )
        )
        by_end[span[1]] = settled[-1]
        if previous is None or entry.first >= previous.last:
            previous = entry
            latest = settled[-1]
    return settled


def _surname(name: str) -> str:
    """The last word of a name, with a particle hyphenated to it left on: ``al-hariri``."""
    return name.rsplit(" ", 1)[-1]


def _fullest_persons(found: list[_Found]) -> dict[str, str]:
    """Surname → the longest name of a person that ends in it."""
    fullest: dict[str, str] = {}
    for entry in found:
        if entry.kind != "person" or " " not in entry.name or entry.rule in {"description", "surname"}:
            continue
        surname = _surname(entry.name.lower())
        if len(entry.name) > len(fullest.get(surname, "")):
            fullest[surname] = entry.name
        if surname.partition("-")[0] in PARTICLES and "-" in surname:  # "al-Nouri" is "Nouri" later on
            plain = surname.partition("-")[2]
            if len(entry.name) > len(fullest.get(plain, "")):
                fullest[plain] = entry.name
    return fullest


def _acronyms(outline: Outline, found: list[_Found]) -> dict[str, str]:
    """Acronym → the name it abbreviates, from "Name (ABC)" or from its initials."""
    short = {entry.name for entry in found if entry.name.isupper() and 2 <= len(entry.name) <= 6}
    if not short:
        return {}
    table: dict[str, str] = {}
    by_end = {entry.last: entry for entry in found if len(entry.name) > 6}
    for entry in found:
        before = entry.first - 1
        if entry.name in short and before >= 0 and outline.tokens[before].text == "(" and before in by_end:
            table[entry.name.lower()] = by_end[before].name
    for entry in found:
        if " " in entry.name and entry.kind in {"organisation", "body"}:
            initials = "".join(word[0] for word in entry.name.split() if word[0].isupper())
            if initials in short:
                table.setdefault(initials.lower(), entry.name)
    return table


def _state_key(name: str) -> str:
    full = _ACRONYMS.get(name.lower(), name)
    state = _STATES.get(full.lower())
    return state.name if state else full


def _state_names(found: list[_Found]) -> dict[str, str]:
    """State → the fullest form in which the text names it."""
    names: dict[str, str] = {}
    for entry in found:
        if entry.kind == "state" and entry.rule in {"state-name", "acronym", "joined-name"}:
            key = _state_key(entry.name)
            if len(entry.name) > len(names.get(key, "")):
                names[key] = entry.name
    return names


def _longer(head: str, known: dict[str, str]) -> str | None:
    """The one longer description with the same head ("the council" → "Omani council"); ``None`` if several fit."""
    fits = {name for lower, name in known.items() if lower.endswith(" " + head) and name[0].isupper()}
    return fits.pop() if len(fits) == 1 else None


def _office_before(outline: Outline, name: int) -> int | None:
    """``the Special Envoy for the Basin, Dana Reyes``: the last token of the office a name is in apposition to."""
    if name < 4 or outline.tags[name - 1] != ",":
        return None
    at = outline.phrase_at[name - 2]
    start = max(outline.sentences[outline.sentence_at[at]][0], at - 8)
    while at - 2 >= start and outline.kinds[at - 1 : at + 1] == "PN" and outline.kinds[at - 2] == "N":
        at -= 2
    phrase = outline.phrases[at]
    if at == outline.phrase_at[name - 2] or outline.kinds[at] != "N" or outline.tokens[phrase.first].norm != "the":
        return None
    head = outline.tokens[phrase.last - 1].norm
    office = head in PERSONS and not head.endswith("s")
    return phrase.last - 1 if office else None


def _beside(outline: Outline, left: _Found, right: _Found) -> bool:
    """Whether only a comma (and an article) stands between two mentions."""
    return (
        1 <= right.first - left.last <= 3
        and outline.tags[left.last] == ","
        and all(outline.tags[index] in ",d" for index in range(left.last, right.first))
    )
