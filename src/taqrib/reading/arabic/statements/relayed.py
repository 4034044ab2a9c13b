"""Words relayed by another: an outlet that passes on a source, a noun of saying, a document that says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import COMPLEMENTISERS, HEADS
from taqrib.reading.arabic.statements.adjuncts import skip_adjuncts
from taqrib.reading.arabic.statements.complements import Complement, complement
from taqrib.reading.arabic.statements.cue import Cue, clause_start
from taqrib.reading.arabic.statements.subjects import subject_after
from taqrib.reading.arabic.statements.subjects_before import subject_before
from taqrib.reading.arabic.statements.verbs import CLAIMS, SAYING, SAYING_NOUNS, WRITTEN

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.verbs import Inflected
    from taqrib.reading.document import Sentence

_NEAR = 4
_REACH = 12
"""Tokens between the outlet and the preposition before its source."""


def saying_noun(ground: Ground, sentence: Sentence, at: int, limit: int) -> Cue | None:
    """قوله إن, بالقول إن: a noun of saying with what is said behind it."""
    found = complement(ground, at + 1, sentence.last, limit, SAYING, fresh=False, addressed=False, near=True)
    if found is None:
        return None
    norm = ground.tokens[at].norm
    return Cue(
        kind="noun",
        first=at,
        last=at + 1,
        verb=None,
        subject=None,
        content=found,
        boundary=at,
        coordinate=False,
        rule=f"noun-{found.kind}",
        feminine=norm.endswith("ها"),
        plural=norm.endswith("هم"),
    )


def claim(ground: Ground, sentence: Sentence, at: int) -> Cue | None:
    """بحجة أن ..., تأكيده أن ..., تحذيره من أن ...: a noun of claiming with أن at hand."""
    tokens = ground.tokens
    that = at + 1
    that += that < sentence.last and tokens[that].norm in _LEADING
    if that + 1 >= sentence.last or tokens[that].norm not in COMPLEMENTISERS:
        return None
    norm = tokens[at].norm
    return Cue(
        kind="noun", first=at, last=at + 1, verb=None, subject=None, content=Complement("that", that, None, None),
        boundary=at, coordinate=False, rule="claim-that", feminine=norm.endswith("ها"), plural=norm.endswith("هم"),
    )  # fmt: skip


_LEADING = frozenset({"من", "الي", "علي"})


def passed_on(ground: Ground, sentence: Sentence, at: int, inflected: Inflected, limit: int) -> list[Cue]:
    """نقلت الوكالة عن مصدر قوله إن ...: the outlet's statement, and inside it the source's."""
    tokens, last = ground.tokens, sentence.last
    if at + 2 < last and tokens[at + 1].norm in _FROM_ONE:
        return _passed_on_of(ground, sentence, at, inflected, limit)
    after = skip_adjuncts(ground, at + 1, last, inflected.verb)
    outlet = None
    if after < last and tokens[after].norm not in inflected.verb.through:
        through = (n for n in range(after, min(last, after + _REACH)) if tokens[n].norm in inflected.verb.through)
        outlet = subject_after(ground, after, next(through, last), inflected.verb)
    here = _preposition(ground, outlet.last if outlet is not None else after, last, after, inflected)
    source = subject_after(ground, here + 1, last, SAYING) if here is not None else None
    if here is None or source is None:
        return []
    found = complement(ground, source.last, last, limit, SAYING, fresh=False, addressed=False)
    if found is None:
        return []
    nouns = SAYING_NOUNS | CLAIMS | {"القول"}  # قوله, تأكيده
    noun = next((n for n in range(source.last, found.start) if tokens[n].norm in nouns), None)
    first, end = (noun, noun + 1) if noun is not None else (at, here + 1 if here == at + 1 else at + 1)
    boundary, coordinate = clause_start(ground, sentence, at)
    coordinate = coordinate or tokens[at].norm[0] in "وف"
    inner = Cue(
        kind="noun", first=first, last=end, verb=None, subject=source, content=found, boundary=boundary,
        coordinate=coordinate, rule="passed-on-source",
    )  # fmt: skip
    if outlet is None and tokens[at].norm[0] not in "وف":
        outlet = subject_before(ground, sentence.first, at, plural=False)
    if outlet is None:
        return [inner]
    outer = Cue(
        kind="passed-on", first=at, last=at + 1, verb=inflected.verb, subject=outlet,
        content=Complement("that", source.first, None, None), boundary=boundary, coordinate=coordinate,
        rule="outlet-passes-on",
    )  # fmt: skip
    inner.coordinate, inner.inside = False, outer
    return [outer, inner]


def _preposition(ground: Ground, here: int, last: int, start: int, inflected: Inflected) -> int | None:
    """The عن or إلى before the source, with room for one behind it."""
    tokens = ground.tokens
    while here < last and tokens[here].norm not in inflected.verb.through:
        if here - start > _REACH or tokens[here].norm in COMPLEMENTISERS:
            return None
        here += 1
    return here if here + 1 < last else None


_FROM_ONE = frozenset(["عنه", "عنها", "عنهم"])


def _passed_on_of(ground: Ground, sentence: Sentence, at: int, inflected: Inflected, limit: int) -> list[Cue]:
    """ونقلت عنه الوكالة قوله إن ...: the source is whoever was spoken of."""
    tokens, last = ground.tokens, sentence.last
    outlet = subject_after(ground, at + 2, last, inflected.verb)
    begin = outlet.last if outlet is not None else at + 2
    noun = next((n for n in range(begin, min(last, begin + _NEAR)) if tokens[n].norm in SAYING_NOUNS), None)
    inner = saying_noun(ground, sentence, noun, limit) if noun is not None else None
    if inner is None or outlet is None or noun is None:
        return []
    boundary, coordinate = clause_start(ground, sentence, at)
    outer = Cue(
        kind="passed-on",
        first=at,
        last=at + 1,
        verb=inflected.verb,
        subject=outlet,
        content=Complement("that", noun, None, None),
        boundary=boundary,
        coordinate=coordinate or tokens[at].norm[0] in "وف",
        rule="outlet-passes-on",
    )
    inner.inside, inner.boundary = outer, boundary
    return [outer, inner]


def written(ground: Ground, sentence: Sentence, at: int, limit: int) -> Cue | None:
    """جاء في بيان ... أن, ورد على لسان الوزير أن: what a document says, or whoever spoke through it."""
    tokens = ground.tokens
    norm = tokens[at].norm
    if (norm not in WRITTEN and norm[1:] not in WRITTEN) or at + 3 >= sentence.last:
        return None
    if at > sentence.first and tokens[at - 1].norm == "ما":
        return None  # نفى ما ورد في مذكرة: part of what he denies
    by_mouth = tokens[at + 1].norm == "علي" and tokens[at + 2].norm == "لسان"  # جاء على لسان الوزير أن
    outlet = HEADS.find(tokens[at + 2].norm)
    on_page = (
        tokens[at + 1].norm == "علي" and outlet is not None and outlet.value.kind == "outlet"
    )  # جاء على صفحة المكتب
    if not by_mouth and not on_page and tokens[at + 1].norm != "في":
        return None
    end = at + 2 + by_mouth
    begin = end + (tokens[end].norm == "نص")
    subject = subject_after(ground, begin, sentence.last, SAYING)
    if subject is None:
        return None
    found = complement(ground, subject.last, sentence.last, limit, SAYING, fresh=False, addressed=False)
    if found is None:
        return None
    boundary, coordinate = clause_start(ground, sentence, at)
    return Cue(
        kind="written",
        first=at,
        last=end,
        verb=None,
        subject=subject,
        content=found,
        boundary=boundary,
        coordinate=coordinate or norm[0] in "وف",
        rule=f"written-{found.kind}",
    )
