"""Quotations beside a reporting verb: somebody's speech, or only a name in marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    ADDRESSEES,
    ADJUNCTS,
    COMPLEMENTISERS,
    HEADS,
    NEGATORS,
    OUTLETS,
    PLACE_HEADS,
    PORTFOLIOS,
    PREPOSITIONS,
    begins,
)
from taqrib.reading.arabic.statements.verbs import PROPS, finite, is_verb

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.document import Quote

_PAIR = 2


def is_name(ground: Ground, at: int, last: int) -> bool:
    """Whether the short quotation at ``at`` is a name: behind its noun or a preposition, or before a colon."""
    tokens = ground.tokens
    before = tokens[at - 1].norm if at else ""
    after = ground.names_in_quotes[at]
    following = tokens[after].norm if after < last else ""
    if following == ":" or following in COMPLEMENTISERS or after in ground.quoted:
        return True
    match = HEADS.find(before)
    if match is not None and match.value.kind in {"outlet", "organisation", "body"}:
        return True
    if before in OUTLETS or before in PLACE_HEADS or PORTFOLIOS.find(before) is not None:
        return True  # جمهورية «...», منطقة «...»
    return (
        before in PREPOSITIONS
        or before in {"ل", "ب", "ال", "و", "الـ"}
        or (following == "عن" and finite(before) is not None)
    )


def sets_off(ground: Ground, at: int, start: int) -> bool:
    """Whether a few quoted words stand where speech stands: right behind the verb, its subject, a comma or a time."""
    before = ground.tokens[at - 1]
    hearers = before.norm[:1] == "ل" and ADDRESSEES.find(before.norm[1:].removeprefix("ل")) is not None
    if hearers and _closes_sentence(ground, at):
        return True  # صرح الناطق للصحافيين "نحن ملتزمون".
    if at - start >= 2 and begins(ADJUNCTS, ground.tokens, at - 2, at) == 2 and _closes_sentence(ground, at):
        return True  # قالت في بيان "لن ننسحب أبدا".
    return at == start or not before.text[0].isalpha() or at - 1 in ground.timed_inside or before.norm in PROPS


def _closes_sentence(ground: Ground, mark: int) -> bool:
    after = ground.names_in_quotes[mark]
    return after >= ground.size or ground.tokens[after].norm in {".", "،", "؛"}


def opens_clause(ground: Ground, quote: Quote) -> bool:
    """Whether a quotation is no name, however short: «لن نعود», «إنهم مستعدون», «تجري المحادثات جيدا»."""
    norm = ground.tokens[quote.first].norm
    verb = quote.last - quote.first > _PAIR and norm[0] in "يتن" and is_verb(norm)
    return verb or norm in NEGATORS or norm in COMPLEMENTISERS


def is_long_quote(ground: Ground, at: int) -> bool:
    """Whether a quotation too long for a name opens at ``at``."""
    return at in ground.quoted and at not in ground.names_in_quotes
