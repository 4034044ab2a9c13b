"""Names and descriptions of actors and places in English reports, with one name per actor throughout.

A person's one name is the fullest the report gives ("Mr Lund" is "Erik Lund" if that stands anywhere); a definite
description takes the name it was introduced with ("Norway's envoy, Erik Lund, ... the envoy").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.actors.collecting import Collector, Found
from taqrib.reading.english.actors.lexicon import ACRONYMS, PERSONS, STATES
from taqrib.reading.english.outline import Outline, outline_of
from taqrib.reading.english.tagging.classes import PARTICLES
from taqrib.reading.findings import Mention

if TYPE_CHECKING:
    from taqrib.reading.document import Document


def mentions(document: Document) -> list[Mention]:
    """The actors and places the text names or describes, in order."""
    outline = outline_of(document)
    found = Collector(outline).collect()
    return _settled(outline, found)


def _settled(outline: Outline, found: list[Found]) -> list[Mention]:  # noqa: C901, PLR0912, PLR0915 - a case of the grammar per branch
    """Mentions with one name per actor, in order."""
    persons = _fullest_persons(found)
    acronyms = _acronyms(outline, found)
    known = {entry.name.lower(): entry.name for entry in found}
    states = _state_names(found)
    roles: dict[str, str] = {}
    settled: list[Mention] = []
    previous: Found | None = None
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
                    and outline.tags[entry.last : entry.last + 1] not in {*"vxm"}
                ):  # of "by Vernod, its minister said" the minister is another
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


def _fullest_persons(found: list[Found]) -> dict[str, str]:
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


def _acronyms(outline: Outline, found: list[Found]) -> dict[str, str]:
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
    full = ACRONYMS.get(name.lower(), name)
    state = STATES.get(full.lower())
    return state.name if state else full


def _state_names(found: list[Found]) -> dict[str, str]:
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


def _beside(outline: Outline, left: Found, right: Found) -> bool:
    """Whether only a comma (and an article) stands between two mentions."""
    return (
        1 <= right.first - left.last <= 3
        and outline.tags[left.last] == ","
        and all(outline.tags[index] in ",d" for index in range(left.last, right.first))
    )
