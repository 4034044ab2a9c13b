"""Adjuncts between a reporting verb and its subject: from his side, in a statement, after the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    ADDRESSEES,
    ADJUNCTS,
    COMPLEMENTISERS,
    HEADS,
    OUTLETS,
    PHRASE_WORDS,
    PREPOSITIONS,
    begins,
    is_owned_masdar,
)
from taqrib.reading.arabic.statements.complements import leads_attached
from taqrib.reading.arabic.statements.verbs import PROPS, participle

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.verbs import Verb


_TO_ONE = frozenset(["لي", "لنا", "له", "لها", "لهم", "عليه", "عليها", "عليهم"])

_ADJUNCT = 30


def skip_adjuncts(ground: Ground, at: int, last: int, verb: Verb | None) -> int:
    """Where the subject can begin: behind commas, times and phrases such as "من جهته" and "في بيان"."""
    tokens = ground.tokens
    while at < last:
        norm = tokens[at].norm
        if norm == "،":
            at += 1
            continue
        if at in ground.timed:
            at = ground.timed[at]
            continue
        if norm == "ل" and at + 1 in ground.names_in_quotes:  # وأكد لـ«الصحيفة» المتحدث: to whom
            at = ground.names_in_quotes[at + 1]
            continue
        if verb is not None and at + 1 < last and norm in _TO_ONE and HEADS.find(tokens[at + 1].norm) is not None:
            at += 1  # قال لي أحد الصيادين, ورد عليه النائب
            continue
        if verb is not None and at + 1 < last and _is_hearers(norm) and HEADS.find(tokens[at + 1].norm) is not None:
            at += 1  # وقال للصحافيين المتحدث باسم الوفد
            continue
        length = begins(ADJUNCTS, tokens, at, last)
        if not length or (verb is not None and norm in verb.through):
            return at
        end = _adjunct_end(ground, at + length, last, verb)
        if end >= last or tokens[end].norm != "،":
            return end
        at = end
    return at


def _is_hearers(norm: str) -> bool:
    """Whether the word says to whom: للصحافيين, لرويترز."""
    bare = norm[2:] if norm.startswith("لل") else norm[1:] if norm[:1] == "ل" else ""
    return bool(bare) and (ADDRESSEES.find(bare) is not None or bare in OUTLETS)


def _adjunct_end(ground: Ground, at: int, last: int, verb: Verb | None) -> int:  # noqa: PLR0911 - one case of the grammar after another
    """Where the adjunct's words end: a comma, a time, a quotation, a colon, or what the verb governs."""
    tokens, start = ground.tokens, at
    last = min(last, at + _ADJUNCT)
    if at - 1 >= 0 and tokens[at - 1].norm in PHRASE_WORDS["complete_adjuncts"]:
        return at
    while at < last:
        norm = tokens[at].norm
        if norm in {"،", ":"} or norm in COMPLEMENTISERS or norm in PROPS:
            return at
        if at in ground.quoted and at not in ground.names_in_quotes:
            return at
        if verb is not None and norm in verb.through and norm != "من":
            return at
        if participle(norm) is not None and norm.endswith("ا"):
            return at
        owned = verb is not None and verb.object and at > start and is_owned_masdar(norm)
        if owned and tokens[at - 1].norm not in PREPOSITIONS:
            return at  # أكد خلال اللقاء عزمه على البقاء
        if verb is not None and "ب" in verb.through and verb.nouns and leads_attached(ground, at, last):
            return at
        at += 1
    return at
