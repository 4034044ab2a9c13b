"""Reporting cues: the verb, participle or phrase that attributes, its subject, and where what is said begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from taqrib.reading.arabic.complements import Complement, complement
from taqrib.reading.arabic.known import (
    ADJUNCTS,
    AUXILIARIES,
    COMPLEMENTISERS,
    JOINTS,
    NARRATOR,
    NEGATORS,
    PHRASE_WORDS,
    PROVISIONS,
    RELATIVES,
    begins,
)
from taqrib.reading.arabic.subjects import Subject, skip_adjuncts, subject_after, subject_before
from taqrib.reading.arabic.verbs import (
    ACCORDING,
    ANONYMITY,
    OWN_WORD,
    SAYING_NOUNS,
    WITH_OBJECT,
    WRITTEN,
    finite,
    participle,
)

if TYPE_CHECKING:
    from taqrib.reading.arabic.phrases import Ground
    from taqrib.reading.arabic.verbs import Inflected, Verb
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
    medial: bool = field(default=False)


def cues(ground: Ground, sentence: Sentence, limit: int) -> list[Cue]:
    """The cues of one sentence, in order; ``limit`` is where a quotation begun in it may end."""
    found: list[Cue] = []
    at, said_from = sentence.first, 0
    while at < sentence.last:
        seen = (
            _cue_at(ground, sentence, at, limit)
            if at >= said_from or ground.tokens[at].norm not in SAYING_NOUNS
            else []
        )
        if not seen:
            quote = ground.quoted.get(at)
            at = quote.last + 1 if quote is not None and at not in ground.names_in_quotes else at + 1
            continue
        found.extend(seen)
        last = seen[-1]
        said_from = last.content.start if last.content is not None else 0
        if last.content is not None and last.content.quote is not None and last.content.kind == "speech":
            at = max(at + 1, last.content.quote.last + 1)
        else:
            ends = (max(cue.last, cue.subject.last if cue.subject is not None else 0) for cue in seen)
            at = max(at + 1, *ends)
    return found


def _cue_at(ground: Ground, sentence: Sentence, at: int, limit: int) -> list[Cue]:  # noqa: C901, PLR0911 - one case of the grammar after another
    norm = ground.tokens[at].norm
    length = begins(NARRATOR, ground.tokens, at, sentence.last)
    if length > 1 or (length and at == sentence.first):
        return []
    if norm in _NOT_HERE or norm[1:] in _NOT_HERE:
        return []
    seen = _according(ground, sentence, at, limit) or _written(ground, sentence, at, limit)
    if seen is not None:
        return [seen]
    if norm in SAYING_NOUNS:
        cue = _noun(ground, sentence, at, limit)
        return [cue] if cue is not None else []
    inflected = participle(norm)
    if inflected is not None:
        cue = _participle(ground, sentence, at, inflected, limit)
        if cue is not None:
            return [cue]
    inflected = finite(norm)
    if inflected is None or not _is_told(ground, sentence, at, inflected):
        return []
    if inflected.verb.family == "quoting":
        passed = _passed_on(ground, sentence, at, inflected, limit)
        if passed:
            return passed
        if "عن" in (token.norm for token in ground.tokens[at + 1 : at + 2]):
            return []
    cue = _verb(ground, sentence, at, inflected, limit)
    return [cue] if cue is not None else []


_NOT_HERE = frozenset(["مجددا"])


def _is_told(ground: Ground, sentence: Sentence, at: int, inflected: Inflected) -> bool:
    """Whether the verb at ``at`` tells of speech: not denied, not wished for, no homograph, no anonymity."""
    tokens, form, verb = ground.tokens, inflected.form, inflected.verb
    before = tokens[at - 1].norm if at > sentence.first else ""
    if before in NEGATORS or before[1:] in NEGATORS:
        return False
    if form is not None and form.tense == "imperfect":
        if verb.only_perfect:
            return False
        if before in {"ان", "لان", "كي", "لكي", "حتي", "سوف", "قد"} or before in COMPLEMENTISERS:
            return _led_to_say(ground, sentence, at) and verb.family == "saying"
    following = tokens[at + 1].norm if at + 1 < sentence.last else ""
    if tokens[at].norm in ANONYMITY.verbs and following in ANONYMITY.objects:
        return False
    if verb.lemma in _HOMOGRAPHS:
        return _HOMOGRAPHS[verb.lemma](ground, sentence, at)
    return True


def _led_to_say(ground: Ground, sentence: Sentence, at: int) -> bool:
    """دفع مسؤولا إلى أن يقول: control; he does say it."""
    return at - 2 >= sentence.first and ground.tokens[at - 1].norm == "ان" and ground.tokens[at - 2].norm == "الي"


def _between(ground: Ground, sentence: Sentence, at: int) -> bool:
    """بين as a verb: beside أن, or at the head of a sentence with its subject before أن."""
    following = [token.norm for token in ground.tokens[at + 1 : at + 6]]
    if ground.tokens[at].norm not in {"بين", "وبين", "فبين"}:
        return True
    return bool(following) and (
        following[0] in COMPLEMENTISERS or (at == sentence.first and bool(COMPLEMENTISERS & set(following)))
    )


def _opinion(ground: Ground, _: Sentence, at: int) -> bool:
    """رأى, not رأي: by its last letter, or by what follows."""
    token = ground.tokens[at]
    if not token.norm.endswith("راي"):
        return True
    following = ground.tokens[at + 1].norm if at + 1 < ground.size else ""
    return token.text[-1] == "ى" or following in COMPLEMENTISERS or token.norm[0] == "و"


def _through(ground: Ground, sentence: Sentence, at: int) -> bool:
    """عبر as a verb: عن follows soon."""
    return any(token.norm == "عن" for token in ground.tokens[at + 1 : min(at + 14, sentence.last)])


def _denial(ground: Ground, _: Sentence, at: int) -> bool:
    token = ground.tokens[at]
    return not token.norm.endswith("نفي") or token.text[-1] == "ى" or token.norm[0] == "و"


def _opens(ground: Ground, sentence: Sentence, at: int) -> bool:
    """Only where a clause begins: elsewhere the word is another."""
    if at == sentence.first or ground.tokens[at].norm[0] in "وف":
        return True
    before = ground.tokens[at - 1]
    return (
        not before.text[0].isalpha()
        or before.norm in AUXILIARIES
        or any(begins(JOINTS, ground.tokens, at - n, at) == n for n in (1, 2, 3) if at - n >= sentence.first)
    )


_HOMOGRAPHS = {
    **dict.fromkeys(PHRASE_WORDS["only_at_clause_start"], _opens),
    "بين": _between,
    "راي": _opinion,
    "عبر": _through,
    "نفي": _denial,
}


def _verb(ground: Ground, sentence: Sentence, at: int, inflected: Inflected, limit: int) -> Cue | None:  # noqa: C901 - one case of the grammar after another
    tokens, verb, form = ground.tokens, inflected.verb, inflected.form
    last = sentence.last
    after = skip_adjuncts(ground, at + 1, last, verb)
    subject = subject_after(ground, after, last, verb)
    rest = subject.last if subject is not None else after
    found = complement(ground, rest, last, limit, verb, fresh=True, addressed=bool(form and form.suffixed))
    if (
        found is None and subject is not None and verb.addressee
    ):  # دعا الأطراف إلى: the noun after the verb is spoken to
        found = complement(ground, after, last, limit, verb, fresh=True, addressed=False)
        subject = None if found is not None else subject
    if found is None and verb.speech and subject is not None:
        found = _quoted_before(ground, sentence, at)
    if found is None:
        return None
    conjunction = tokens[at].norm[0] in "وف" and tokens[at].norm not in PHRASE_WORDS["waw_verbs"]
    boundary, coordinate = _boundary(ground, sentence, at)
    coordinate = coordinate or conjunction
    if subject is None:
        before = (
            subject_before(ground, sentence.first, at, plural=bool(form and form.plural)) if not conjunction else None
        )
        if before is not None:
            subject = before
            boundary, joined = _boundary(ground, sentence, before.first)
            coordinate = coordinate or joined
        elif _led_to_say(ground, sentence, at):
            boundary, coordinate = at - 2, True
        elif at > sentence.first and tokens[at - 1].norm in PHRASE_WORDS["subordinators"]:
            pass  # "... عندما طلبت أن": the subject of the clause before
        elif found.start == at + 1 and form is not None and form.plural and form.tense == "perfect":
            pass  # "... قانونا قالوا إنه": they who are spoken of
        elif not coordinate and at > sentence.first:
            return None  # inside a clause whose subject this reader cannot see
        elif form is not None and form.tense == "imperfect" and not conjunction:
            return None
        if subject is None and verb.subject_written:
            return None
    if not coordinate and not verb.nests:
        return None
    end = found.preposition + 1 if found.preposition == at + 1 else at + 1
    feminine, plural = bool(form and form.feminine), bool(form and form.plural)
    order = "verb" if subject is None else "subject-verb" if subject.first < at else "verb-subject"
    rule = f"{order}-{found.kind}"
    return Cue(
        kind="verb",
        first=at,
        last=end,
        verb=verb,
        subject=subject,
        content=found,
        boundary=boundary,
        coordinate=coordinate,
        rule=rule,
        feminine=feminine,
        plural=plural,
    )


def _quoted_before(ground: Ground, sentence: Sentence, at: int) -> Complement | None:
    """«...»، قال فلان: the quotation the verb closes."""
    before = at - 1 - (at - 1 > sentence.first and ground.tokens[at - 1].norm == "،")
    for opened, quote in ground.quoted.items():
        if quote.last == before and opened >= sentence.first and opened not in ground.names_in_quotes:
            return Complement("speech", quote.first, quote, None)
    return None


def _participle(ground: Ground, sentence: Sentence, at: int, inflected: Inflected, limit: int) -> Cue | None:
    tokens, verb = ground.tokens, inflected.verb
    if tokens[at].norm.endswith("ه") and "ة" not in tokens[at].text[-2:]:
        return None  # أمله: his hope
    before = tokens[at - 1] if at > sentence.first else None
    loose = before is None or not before.text[0].isalpha() or tokens[at].norm[0] == "و" or at - 1 in ground.timed
    found = complement(ground, at + 1, sentence.last, limit, verb, fresh=True, addressed=False, near=not loose)
    if found is None:
        return None
    if not loose and found.kind == "noun" and tokens[at].norm.endswith("ه"):
        return None  # "مطالبة بـ", "متوقعة" in the middle of a clause: a noun, an adjective
    end = found.preposition + 1 if found.preposition == at + 1 else at + 1
    boundary, _ = _boundary(ground, sentence, at)
    norm = tokens[at].norm
    return Cue(
        kind="participle",
        first=at,
        last=end,
        verb=verb,
        subject=None,
        content=found,
        boundary=boundary,
        coordinate=True,
        rule=f"participle-{found.kind}",
        feminine=norm.endswith("ه"),
        plural=norm.endswith("ين"),
    )


def _noun(ground: Ground, sentence: Sentence, at: int, limit: int) -> Cue | None:
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


SAYING = finite("قال").verb  # type: ignore[union-attr]  # the vocabulary has it


def _passed_on(ground: Ground, sentence: Sentence, at: int, inflected: Inflected, limit: int) -> list[Cue]:
    """نقلت الوكالة عن مصدر قوله إن ...: the outlet's statement, and inside it the source's."""
    tokens, last = ground.tokens, sentence.last
    after = skip_adjuncts(ground, at + 1, last, inflected.verb)
    outlet = None
    if after < last and tokens[after].norm != "عن":
        outlet = subject_after(ground, after, last, inflected.verb)
    here = outlet.last if outlet is not None else after
    while here < last and tokens[here].norm != "عن":
        if here - after > 12 or tokens[here].norm in COMPLEMENTISERS:
            return []
        here += 1
    if here + 1 >= last:
        return []
    source = subject_after(ground, here + 1, last, SAYING)
    if source is None:
        return []
    found = complement(ground, source.last, last, limit, SAYING, fresh=False, addressed=False)
    if found is None:
        return []
    noun = next((n for n in range(source.last, found.start) if tokens[n].norm in SAYING_NOUNS), None)
    boundary, coordinate = _boundary(ground, sentence, at)
    coordinate = coordinate or tokens[at].norm[0] in "وف"
    inner_first = noun if noun is not None else at
    inner_last = noun + 1 if noun is not None else (here + 1 if here == at + 1 else at + 1)
    inner = Cue(
        kind="noun",
        first=inner_first,
        last=inner_last,
        verb=None,
        subject=source,
        content=found,
        boundary=boundary,
        coordinate=coordinate,
        rule="passed-on-source",
    )
    if outlet is None:
        before = subject_before(ground, sentence.first, at, plural=False) if tokens[at].norm[0] not in "وف" else None
        if before is None:
            return [inner]
        outlet = before
    whole = Complement("that", source.first, None, None)
    outer = Cue(
        kind="passed-on",
        first=at,
        last=at + 1,
        verb=inflected.verb,
        subject=outlet,
        content=whole,
        boundary=boundary,
        coordinate=coordinate,
        rule="outlet-passes-on",
    )
    inner.coordinate, inner.inside = False, outer
    return [outer, inner]


def _written(ground: Ground, sentence: Sentence, at: int, limit: int) -> Cue | None:
    """جاء في بيان ... أن: what a document says."""
    tokens = ground.tokens
    norm = tokens[at].norm
    if (norm not in WRITTEN and norm[1:] not in WRITTEN) or at + 2 >= sentence.last or tokens[at + 1].norm != "في":
        return None
    subject = subject_after(ground, at + 2, sentence.last, SAYING)
    if subject is None:
        return None
    found = complement(ground, subject.last, sentence.last, limit, SAYING, fresh=False, addressed=False)
    if found is None:
        return None
    boundary, coordinate = _boundary(ground, sentence, at)
    return Cue(
        kind="written",
        first=at,
        last=at + 2,
        verb=None,
        subject=subject,
        content=found,
        boundary=boundary,
        coordinate=coordinate or norm[0] in "وف",
        rule=f"written-{found.kind}",
    )


def _according(ground: Ground, sentence: Sentence, at: int, limit: int) -> Cue | None:
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
    if inflected is None or not _is_told(ground, sentence, end, inflected) or tokens[end].norm[0] == "و":
        return None
    after = skip_adjuncts(ground, end + 1, last, inflected.verb)
    after += after < last and tokens[after].norm in {"عنه", "عنها", "عنهم"}
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


def _phrase_according(  # noqa: PLR0917 - the state of one reading
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
    if match is not None and match.clitics in {"", "ال", "ل", "لل"}:
        return None
    subject = subject_after(ground, start, last, None)
    if subject is None or subject.loose:
        return None
    if tokens[at].norm.endswith("نقلا"):  # "ذكرت الوكالة نقلا عن مصدر أن": the content of both
        found = complement(ground, subject.last, last, limit, SAYING, fresh=False, addressed=False, near=True)
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


def _placed(ground: Ground, sentence: Sentence, cue: Cue) -> Cue | None:
    """Find what the phrase covers: the clause after it when it opens the sentence, else the one before."""
    tokens, last = ground.tokens, sentence.last
    assert cue.subject is not None  # noqa: S101 - both callers require it; for the type checker
    cue.boundary, _ = _boundary(ground, sentence, cue.first)
    after = cue.subject.last
    words_before = sum(token.text[0].isalpha() for token in tokens[sentence.first : cue.first])
    if words_before <= 1:
        while after < last and not (tokens[after].text[0].isalpha() or after in ground.quoted):
            after += 1
        if (after < last and tokens[after].norm in {"فان", "ان"}) or after < last:
            cue.content = Complement("that", after, None, None)
            return cue
        return None
    rest = sum(token.text[0].isalpha() for token in tokens[after:last])
    closed = after < last and tokens[after].norm == "،"
    cue.medial = rest > 2 and closed and not _cue_follows(ground, after, last)
    return cue


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


def _boundary(ground: Ground, sentence: Sentence, at: int) -> tuple[int, bool]:
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
    if at > first and tokens[at - 1].norm in {"،", "؛", ",", ";", "»", "”", '"', "-", "–"}:
        coordinate = True
    if at == first or (at > first and tokens[at - 1].norm in RELATIVES):
        coordinate = coordinate or at == first
    return at, coordinate


_PIVOTS = frozenset(["من", "بدوره", "بدورها", "الي"])
