"""A name nobody knows that closes a long title: القيادي في حركة الأمل نور شيخ إن."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    ADDRESSEES,
    ADJUNCTS,
    COMPLEMENTISERS,
    GIVEN,
    OUTLETS,
    PLACE_HEADS,
    RELATIVES,
    begins,
    is_definite,
    name_at,
)
from taqrib.reading.arabic.statements.verbs import finite

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.subject import Subject


_TITLE_TAIL = 9

_NAME, _TWO = 4, 2


def take_closed_name(ground: Ground, subject: Subject, last: int) -> None:
    """القيادي في حركة الأمل نور شيخ إن: the words between a long title and what is said are its holder's name."""
    phrase, tokens = subject.phrase, ground.tokens
    if phrase is None or phrase.head is None or phrase.name is not None or subject.joined:
        return
    if phrase.head.kind not in {"office", "role", "rank"} or phrase.head.plural:
        return
    closes = subject.last
    while closes < last and closes - subject.last <= _TITLE_TAIL and not _closes_title(ground, closes):
        norm = tokens[closes].norm
        if norm in RELATIVES or finite(norm) is not None:
            return
        if closes not in ground.names_in_quotes and begins(ADJUNCTS, tokens, closes, last):
            return
        closes = ground.names_in_quotes.get(closes, closes + 1)
    if closes >= last or not _opens_content(ground, closes, last):
        return
    first = closes
    while first > subject.last and closes - first < _NAME and ground.may_be_named(first - 1, subject.last):
        first -= 1
    before = tokens[first - 1]
    led = is_definite(before.norm) or before.norm.startswith(("بال", "لل")) or not before.text[0].isalpha()
    led = led or before.norm.endswith("يا")  # المعترف به دوليا فلان
    led = led or name_at(tokens, first - 1, first) is not None  # المفاوض مع كينيا فلان
    if closes - first < _TWO or not led or before.norm.removeprefix("ال") in PLACE_HEADS:
        return
    phrase.name = (first, closes)
    subject.last = subject.core = phrase.last = closes


def _closes_title(ground: Ground, at: int) -> bool:
    """Whether no title goes on at ``at``: a mark, a time, a verb, what is said, or whom it is said to."""
    norm = ground.tokens[at].norm
    if at in ground.names_in_quotes:
        return False
    to = norm[1:] if norm[0] == "ل" else ""
    told = ADDRESSEES.find(to.removeprefix("ل")) is not None or to in OUTLETS or to.removeprefix("ل") in OUTLETS
    named = name_at(ground.tokens, at, ground.size) if to else None
    told = told or (named is not None and named.name.role == "outlet")  # لسكاي نيوز
    return told or not ground.tokens[at].text[0].isalpha() or at in ground.timed or norm in COMPLEMENTISERS


def _opens_content(ground: Ground, at: int, last: int) -> bool:
    """Whether what is said begins at ``at``, or behind the comma or the hearers that stand there."""
    norm = ground.tokens[at].norm
    if norm in COMPLEMENTISERS or norm == ":" or (norm[0] == "ل" and norm not in GIVEN):
        return True
    return norm == "،" and at + 1 < last and ground.tokens[at + 1].norm in COMPLEMENTISERS
