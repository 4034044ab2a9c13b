"""A reporting cue, and where its clause begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    COMPLEMENTISERS,
    JOINTS,
    PHRASE_WORDS,
    PREPOSITIONS,
    RELATIVES,
    begins,
)
from taqrib.reading.arabic.statements.verbs import finite, is_verb

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.complements import Complement
    from taqrib.reading.arabic.statements.subject import Subject
    from taqrib.reading.arabic.statements.verbs import Verb
    from taqrib.reading.document import Sentence


Kind = Literal["verb", "participle", "noun", "according", "written", "passed-on"]


@dataclass(slots=True, kw_only=True)
class Cue:
    """A reporting cue, in token indexes.

    :ivar first: the cue's own tokens, ``first:last``, with an adjacent preposition.
    :ivar content: where what is said begins; ``None`` when it stands before the cue (``according``).
    :ivar boundary: what was being reported before this cue ends here.
    :ivar coordinate: it stands on the same footing as the cue before; else inside what that reports.
    """

    kind: Kind
    first: int
    last: int
    verb: Verb | None
    subject: Subject | None
    content: Complement | None
    boundary: int
    coordinate: bool
    rule: str
    feminine: bool = False
    plural: bool = False
    inside: Cue | None = None
    medial: bool = False
    present: bool = False


_PIVOTS = frozenset(["من", "بدوره", "بدورها", "الي"])


def clause_start(ground: Ground, sentence: Sentence, at: int) -> tuple[int, bool]:
    """Where the clause of the cue at ``at`` begins, and whether something there sets it beside the clause before."""
    tokens, first = ground.tokens, sentence.first
    coordinate = at == first
    moved = True
    while moved and at > first:
        moved = False
        for length in (4, 3, 2, 1):
            if at - length >= first and begins(JOINTS, tokens, at - length, at) == length:
                at, moved, coordinate = at - length, True, True
                break
            if (
                at - length >= first
                and begins(ADJUNCTS, tokens, at - length, at) == length
                and tokens[at - length].norm in _PIVOTS
            ):
                at, moved, coordinate = at - length, True, True
                break
        if not moved and at > first and tokens[at - 1].norm.lstrip("وف") in {"قد", "كان", "كانت", "كانوا", "لقد"}:
            at, moved = at - 1, True
            coordinate = coordinate or tokens[at].norm[0] in "وف"
        if (
            not moved
            and at - 1 > first
            and tokens[at - 1].norm == "،"
            and begins(ADJUNCTS, tokens, at - 3, at - 1) == 2
            and tokens[at - 3].norm in _PIVOTS
        ):
            at, moved, coordinate = at - 3, True, True
    if not coordinate:
        fronted = _fronted(ground, first, at)
        at, coordinate = (fronted, True) if fronted < at else (at, coordinate)
    if at > first and tokens[at - 1].norm in {"،", "؛", ",", ";", "»", "”", '"', "-", "–", "/", ")"}:
        coordinate = True
    if at == first or (at > first and tokens[at - 1].norm in RELATIVES):
        coordinate = coordinate or at == first
    return at, coordinate


def _fronted(ground: Ground, first: int, at: int) -> int:
    """Where "، وفي ملف الجسر أكد" begins: an adjunct with its verb, behind a comma or at the head; else ``at``."""
    tokens = ground.tokens
    for here in range(at - 1, max(first, at - _FRONTED), -1):
        norm = tokens[here].norm
        if norm == "،":
            opens = tokens[here + 1].norm
            fits = opens[:1] == "و" and (opens[1:] in PREPOSITIONS or begins(ADJUNCTS, tokens, here + 1, at) > 0)
            return here + 1 if fits and here + 1 < at else at
        if here in ground.closing or norm in RELATIVES or norm in COMPLEMENTISERS or finite(norm) is not None:
            return at
    opens = tokens[first].norm
    fits = opens.removeprefix("و") in PREPOSITIONS or begins(ADJUNCTS, tokens, first, at) > 0
    led = any(tokens[here].norm in PHRASE_WORDS["subordinators"] for here in range(first, at))
    return first if fits and not led and first < at - 1 < first + _FRONTED else at  # وفي ختام كلمته أكد


_FRONTED = 10


def opens_clause_of(ground: Ground, that: int, at: int) -> bool:
    """Whether the verb at ``at`` can be that of the clause which أن opens at ``that``: no other stands between them."""
    tokens = ground.tokens
    if tokens[that].norm not in _OPEN_THAT or not 1 < at - that <= _SUBJECT_WORDS or tokens[at].norm[0] in "وف":
        return False
    return not any(is_verb(tokens[here].norm) for here in range(that + 1, at))


_OPEN_THAT = frozenset(["ان", "بان"])
_SUBJECT_WORDS = 14
