"""Attribution without a verb of its own: "بحسب مصدر", "وفقا لبيان", "بحسب ما أعلن فلان"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    COMPLEMENTISERS,
    JOINTS,
    NARRATOR,
    PREPOSITIONS,
    PROVISIONS,
    SEEN,
    begins,
)
from taqrib.reading.arabic.statements.adjuncts import skip_adjuncts
from taqrib.reading.arabic.statements.complements import Complement, complement
from taqrib.reading.arabic.statements.cue import Cue, clause_start
from taqrib.reading.arabic.statements.homographs import is_told
from taqrib.reading.arabic.statements.subjects import subject_after
from taqrib.reading.arabic.statements.verbs import ACCORDING, OWN_WORD, SAYING, WITH_OBJECT, finite, participle

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.subject import Subject
    from taqrib.reading.document import Sentence


def according(ground: Ground, sentence: Sentence, at: int, limit: int) -> Cue | None:
    """The attribution that begins at ``tokens[at]``; ``None`` if none does."""
    tokens, last = ground.tokens, sentence.last
    norm = tokens[at].norm
    ways = ACCORDING.get(norm) or (ACCORDING.get(norm[1:]) if norm[:1] == "و" else None)
    for way in ways or ():
        end = at + len(way.words)
        if end >= last or any(tokens[at + n].norm != way.words[n] for n in range(1, len(way.words))):
            continue
        if tokens[end].norm in OWN_WORD and way.words[0] == "علي":
            return None
        if way.clause:
            cue = _clause_according(ground, sentence, at, end, limit)
        else:
            cue = _phrase_according(ground, sentence, at, end, way.through, limit)
        if cue is not None:
            return cue
    return None


def _clause_according(ground: Ground, sentence: Sentence, at: int, end: int, limit: int) -> Cue | None:
    """بحسب ما أفادت الوكالة."""
    tokens, last = ground.tokens, sentence.last
    inflected = finite(tokens[end].norm)
    if inflected is None and (match := WITH_OBJECT.find(tokens[end].norm)) is not None and not match.clitics:
        inflected = match.value  # بحسب ما نقلته
    if inflected is None or not is_told(ground, sentence, end, inflected) or tokens[end].norm[0] == "و":
        return None
    if inflected.verb.lemma == "اقر":  # وفقا لما أقرته اللجنة: as it laid down
        return None
    after = skip_adjuncts(ground, end + 1, last, inflected.verb)
    after += after < last and tokens[after].norm in _BACK_TO_IT
    after += 2 * (after + 2 < last and tokens[after].norm == "عن" and tokens[after + 1].norm == "ذلك")
    subject = subject_after(ground, after, last, inflected.verb)
    if subject is None:
        return None
    if (
        tokens[at].norm.endswith(("كما", "مثلما"))
        and complement(ground, subject.last, last, limit, inflected.verb, fresh=True, addressed=False) is not None
    ):
        return None  # كما أكد فلان أن: a statement of its own
    return _placed(
        ground,
        sentence,
        Cue(
            kind="according",
            first=at,
            last=end + 1,
            verb=inflected.verb,
            subject=subject,
            content=None,
            boundary=at,
            coordinate=True,
            rule="according-clause",
        ),
    )


def _phrase_according(  # noqa: C901, PLR0911, PLR0917 - the state of one reading, one case after another
    ground: Ground, sentence: Sentence, at: int, end: int, through: frozenset[str], limit: int
) -> Cue | None:
    """بحسب مصدر, وفقا لمصادر, نقلا عن الوكالة."""
    tokens, last = ground.tokens, sentence.last
    start, cue_end = end, end
    if through:
        first = tokens[end].norm
        if first in through:  # "إلى", or a ل written apart before a quotation mark
            start = cue_end = end + 1
        elif not ("ل" in through and first.startswith("ل")):
            return None
    if start >= last:
        return None
    word = tokens[start].norm
    match = PROVISIONS.find(word)
    seen = start + 1 < last and tokens[start + 1].norm in SEEN
    if match is not None and match.clitics in {"", "ال", "ل", "لل"} and not seen:
        return None
    subject = subject_after(ground, start, last, None)
    if subject is None:
        return None
    if subject.loose and not (
        tokens[cue_end - 1].norm.removeprefix("و") in _OPINION and _is_set_off(ground, subject, last)
    ):
        return None
    if seen and subject.last in {start + 1, start + 2}:
        subject.last = _comma_after(ground, subject.last, last)
    if tokens[cue_end - 1].norm == "في" and complement(
        ground, subject.last, last, limit, SAYING, fresh=True, addressed=False, near=True
    ):
        return None  # كما جاء في البيان أن: a statement of its own
    if tokens[at].norm.endswith("نقلا"):  # "ذكرت الوكالة نقلا عن مصدر أن": the content of both
        found = complement(ground, subject.last, last, limit, SAYING, fresh=False, addressed=False, near=True)
        comma = _comma_after(ground, subject.last, last)  # نقلا عن مصادر وصفتها بالمطلعة، أن
        if found is None and comma + 1 < last and tokens[comma].norm == "،":
            that = tokens[comma + 1].norm in COMPLEMENTISERS
            found = Complement("that", comma + 1, None, None) if that else None
        if found is not None:
            return Cue(
                kind="noun",
                first=at,
                last=cue_end,
                verb=None,
                subject=subject,
                content=found,
                boundary=at,
                coordinate=False,
                rule="passed-on-source",
            )
    return _placed(
        ground,
        sentence,
        Cue(
            kind="according",
            first=at,
            last=cue_end,
            verb=None,
            subject=subject,
            content=None,
            boundary=at,
            coordinate=True,
            rule="according",
        ),
    )


def _is_set_off(ground: Ground, subject: Subject, last: int) -> bool:
    """Whether a name of a word or two is all there is before a comma: "وبرأي مكاوي، ..."."""
    short = subject.last - subject.first <= 2
    return short and subject.last < last and ground.tokens[subject.last].norm == "،"


def _comma_after(ground: Ground, at: int, last: int) -> int:
    """Where the clause about who saw a document ends, or ``at``: at a comma close by."""
    ends = (here for here in range(at, min(last, at + _OPENING * 2)) if ground.tokens[here].norm == "،")
    return next(ends, at)


def _placed(ground: Ground, sentence: Sentence, cue: Cue) -> Cue | None:
    """Find what the phrase covers: the clause after it when it opens the sentence, else the one before."""
    tokens, last = ground.tokens, sentence.last
    assert cue.subject is not None  # noqa: S101 - both callers require it; for the type checker
    if begins(NARRATOR, tokens, sentence.first, last) > 1:
        return None  # جاء ذلك في مؤتمر، وفق بيان: nothing is told
    cue.boundary, _ = clause_start(ground, sentence, cue.first)
    after = _behind_adjuncts(ground, cue.subject.last, last) if cue.rule == "according-clause" else cue.subject.last
    opening = tokens[sentence.first : min(cue.first, sentence.first + _OPENING)]
    if cue.first - sentence.first <= _OPENING and sum(token.text[0].isalpha() for token in opening) <= 1:
        while after < last and not (tokens[after].text[0].isalpha() or after in ground.quoted):
            after += 1
        if after < last:
            cue.content = Complement("that", after, None, None)
            return cue
        return None
    rest = sum(token.text[0].isalpha() for token in tokens[after : min(last, after + _OPENING)])
    if cue.first - 2 >= sentence.first and tokens[cue.first - 2].norm in COMPLEMENTISERS:
        after = _past_description(ground, after, last)  # إنه، وفقا للبيان الصادر أمس، سيبدأ
    closed = after < last and "،" in {tokens[after].norm, tokens[after - 1].norm}
    cue.medial = rest > 1 and closed and not _cue_follows(ground, after, last)
    return cue


def _past_description(ground: Ground, at: int, last: int) -> int:
    """The comma that closes the source with what still describes it: "وفقا للبيان الصادر أمس، ..."; or ``at``."""
    tokens = ground.tokens
    for here in range(at, min(last, at + _OPENING * 2)):
        norm = tokens[here].norm
        if norm == "،":
            return here
        if not tokens[here].text[0].isalnum() or finite(norm) is not None or norm in COMPLEMENTISERS:
            break
    return at


def _behind_adjuncts(ground: Ground, at: int, last: int) -> int:
    """Past the words that still belong to the inner verb, up to their comma: "... لقناة فلان في مقابلة خاصة، ..."."""
    tokens = ground.tokens
    if at >= last or not (at in ground.timed or tokens[at].norm in PREPOSITIONS or tokens[at].norm.startswith("ل")):
        return at
    for here in range(at, min(last, at + _ADJUNCT)):
        if tokens[here].norm == "،":
            return here + 1
        if here in ground.quoted and here not in ground.names_in_quotes:
            break
    return ground.timed.get(at, at)


_ADJUNCT = 16


def _cue_follows(ground: Ground, at: int, last: int) -> bool:
    at += at < last and ground.tokens[at].norm == "،"
    if at >= last:
        return False
    norm = ground.tokens[at].norm
    return (
        finite(norm) is not None
        or participle(norm) is not None
        or begins(JOINTS, ground.tokens, at, last) > 0
        or norm[0] == "و"
    )


_BACK_TO_IT = frozenset(["عنه", "عنها", "عنهم", "به", "اليه", "عليه", "فيه"])
"""بحسب ما صرح به: the pronoun that leads back to ما."""
_OPENING = 5
_OPINION = frozenset(["راي", "براي", "تقدير", "بتقدير", "نظر"])
