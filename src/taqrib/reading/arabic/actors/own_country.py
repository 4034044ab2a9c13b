"""«بلاده», «حكومته»: the country of whoever the sentence is about, where his office tells it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from taqrib.clitics import splits
from taqrib.normal import normalised
from taqrib.reading.arabic.statements.verbs import finite
from taqrib.reading.arabic.words import behind
from taqrib.reading.findings import Mention
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.people import People
    from taqrib.reading.document import Document

_OWN = frozenset(normalised(word) for word in load("arabic/phrases")["own_country"])
_STATES = frozenset(entry["ar"]["name"] for entry in load("states"))
_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "وب", "ول", "ك"})
_BACK = 60
"""How many tokens a person stays the one a possessive may mean."""


def with_own_countries(document: Document, found: list[Mention], people: People) -> list[Mention]:
    """The mentions with those of "his country" added, in order.

    The first person of the sentence is meant, else the last one before it; one whose state no office names leaves the
    word unread.
    """
    owners = [
        (number, clitics) for number, token in enumerate(document.tokens) if (clitics := _own(token.norm)) is not None
    ]
    if not owners:
        return found
    states = _states(people)
    text = document.text
    persons = [
        m for m in found if m.kind == "person" and not (text.startswith("نظير", m.span[0]) and _is_met(document, m))
    ]
    sentences = iter(document.sentences)
    sentence = next(sentences)
    added = []
    for number, clitics in owners:
        while number >= sentence.last:
            sentence = next(sentences)
        token = document.tokens[number]
        opens = document.tokens[sentence.first].start
        reaches = document.tokens[max(0, number - _BACK)].start
        before = [mention for mention in persons if reaches <= mention.span[0] < token.start]
        owner = next((mention for mention in before if mention.span[0] >= opens), before[-1] if before else None)
        known = states.get(owner.actor, set()) if owner is not None else set()
        if owner is None or len(known) != 1:
            continue
        span = (behind(token, len(clitics)), token.end)
        added.append(
            Mention(
                span=span,
                actor=next(iter(known)),
                kind="state",
                certainty=0.75,
                rule="own-country",
                rests_on=(span, owner.span),
                unsure=("the country is taken from the office of the person before",),
            )
        )
    taken = {mention.span for mention in found}
    return sorted(
        [*found, *(mention for mention in added if mention.span not in taken)], key=lambda mention: mention.span
    )


def _is_met(document: Document, counterpart: Mention) -> bool:
    """Whether نظيره is whom another meets or tells, and no speaker behind a verb of saying."""
    at = bisect_left(document.tokens, counterpart.span[0], key=lambda token: token.start)
    verb = finite(document.tokens[at - 1].norm) if at else None
    return verb is None or verb.verb.addressee


def _own(norm: str) -> str | None:
    """The clitics before "his country", or ``None`` if the word is none."""
    if "بلاد" not in norm and "حكومت" not in norm:
        return None
    return next((split.clitics for split in splits(norm) if split.rest in _OWN and split.clitics in _PREFIXES), None)


def _states(people: People) -> dict[str, set[str]]:
    """The states that the offices of each person name."""
    states: dict[str, set[str]] = {}
    for office in people.offices:
        states.setdefault(office.actor, set()).update(office.qualities & _STATES)
    return states
