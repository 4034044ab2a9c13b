"""Reporting cues: the verb, participle or phrase that attributes, its subject, and where what is said begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    NARRATOR,
    PHRASE_WORDS,
    PRONOUN_COMPLEMENTISERS,
    RELATIVES,
    begins,
    is_owned_masdar,
)
from taqrib.reading.arabic.statements.according import according
from taqrib.reading.arabic.statements.adjuncts import skip_adjuncts
from taqrib.reading.arabic.statements.complements import Complement, complement
from taqrib.reading.arabic.statements.cue import Cue, clause_start
from taqrib.reading.arabic.statements.homographs import is_denied, is_told, led_to_say
from taqrib.reading.arabic.statements.relayed import claim, passed_on, saying_noun, written
from taqrib.reading.arabic.statements.subjects import subject_after
from taqrib.reading.arabic.statements.subjects_before import subject_before, subject_fronted, subject_of_headline
from taqrib.reading.arabic.statements.subjects_elsewhere import (
    behind_that,
    has_subject_behind_that,
    in_document,
    is_document,
    is_joined,
    is_pluperfect,
    is_spoken_to,
    is_written_to,
)
from taqrib.reading.arabic.statements.verbs import (
    CLAIMS,
    PROPS,
    SAYING_NOUNS,
    finite,
    participle,
)

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.subject import Subject
    from taqrib.reading.arabic.statements.verbs import Inflected
    from taqrib.reading.document import Sentence


def cues(ground: Ground, sentence: Sentence, limit: int) -> list[Cue]:
    """The cues of one sentence, in order; ``limit`` is where a quotation begun in it may end."""
    found: list[Cue] = []
    at, said_from = sentence.first, 0
    while at < sentence.last:
        seen = (
            _cue_at(ground, sentence, at, limit, found[-1] if found else None)
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
        elif last.content is not None and last.content.kind == "speech" and last.content.start - last.last <= _NEAR:
            at = max(at + 1, last.content.start)  # "وأردف قائلا: ..." is one cue
        else:
            ends = (max(cue.last, cue.subject.last if cue.subject is not None else 0) for cue in seen)
            at = _past_props(ground, max(at + 1, *ends), last)
    return found


def _cue_at(ground: Ground, sentence: Sentence, at: int, limit: int, earlier: Cue | None) -> list[Cue]:
    """The cue that begins at ``at``, with that of the source it passes on; empty if none does."""
    norm = ground.tokens[at].norm
    if norm in _NOT_HERE or norm[1:] in _NOT_HERE or _is_narrated(ground, sentence, at, earlier):
        return []
    seen = according(ground, sentence, at, limit)
    if seen is not None and seen.content is None and _is_between(earlier, at):
        seen.medial = True  # أكد فلان، وفق الوكالة، أن ...: she vouches for all of it
    seen = seen or written(ground, sentence, at, limit)
    if seen is None and norm in SAYING_NOUNS:
        seen = saying_noun(ground, sentence, at, limit)
        return [seen] if seen is not None else []
    if seen is None and norm in CLAIMS:
        seen = claim(ground, sentence, at)
    inflected = participle(norm) if seen is None else None
    if inflected is not None:
        seen = _participle(ground, sentence, at, inflected, limit)
    return [seen] if seen is not None else _finite(ground, sentence, at, limit, earlier)


def _is_between(earlier: Cue | None, at: int) -> bool:
    """Whether ``at`` stands between a reporting verb and what it reports."""
    return earlier is not None and earlier.content is not None and earlier.first < at < earlier.content.start


def _is_narrated(ground: Ground, sentence: Sentence, at: int, earlier: Cue | None) -> bool:
    """Whether the narrator's own formula stands at ``at``: يذكر أن, من المقرر."""
    length = begins(NARRATOR, ground.tokens, at, sentence.last)
    if length > 1:
        return not _speaks_on(ground.tokens[at].norm, earlier)
    return bool(length) and at == sentence.first


def _finite(ground: Ground, sentence: Sentence, at: int, limit: int, earlier: Cue | None) -> list[Cue]:
    inflected = finite(ground.tokens[at].norm)
    if inflected is None or not is_told(ground, sentence, at, inflected):
        return []
    if inflected.verb.family == "quoting":
        passed = passed_on(ground, sentence, at, inflected, limit)
        if passed or "عن" in (token.norm for token in ground.tokens[at + 1 : at + 2]):
            return passed
    cue = _verb(ground, sentence, at, inflected, limit, earlier)
    return [cue] if cue is not None else []


_AT_ONCE = 3
_TO_THEM = frozenset({"له", "لها", "لهم", "لهما"})
_MARKS = '«“"'
_NOT_HERE = frozenset(["مجددا", "ردا"])


def _verb(  # noqa: C901, PLR0911, PLR0912, PLR0915, PLR0917 - one case of the grammar after another
    ground: Ground, sentence: Sentence, at: int, inflected: Inflected, limit: int, earlier: Cue | None
) -> Cue | None:
    tokens, verb, form = ground.tokens, inflected.verb, inflected.form
    last = sentence.last
    after = skip_adjuncts(ground, at + 1, last, verb)
    pronoun = at > sentence.first and tokens[at - 1].norm in PRONOUN_COMPLEMENTISERS
    several = (
        form is not None and form.plural and verb.addressee
    )  # وطالبوا جميع الأطراف: before its subject no verb is plural
    subject = None if (pronoun and verb.addressee) or several else subject_after(ground, after, last, verb)
    if subject is not None and form is not None and form.plural and form.tense == "perfect" and subject.first == at + 1:
        return None  # تلقى تعهدا روسيا بـ: before its subject no verb is dual, so this is a noun
    if subject is not None and verb.addressee and subject.first == at + 1 and is_spoken_to(ground, subject, inflected):
        subject, after = None, at + 1
    quoted = subject is not None and subject.phrase is None and tokens[subject.first - 1].text[0] in _MARKS
    if quoted and verb.addressee:
        front = subject_before(ground, sentence.first, at, plural=bool(form and form.plural))
        subject = None if front is not None else subject  # أن مستشارا أبلغ «الصحيفة» بأن: whom he told
    rest = subject.last if subject is not None else after
    rest += rest < last and tokens[rest].norm in _TO_THEM  # وأكد له دعم بلاده
    fronted = subject_fronted(ground, sentence.first, at) if subject is None else None
    found = complement(ground, rest, last, limit, verb, fresh=True, addressed=bool(form and form.suffixed))
    if (
        found is None and subject is not None and verb.addressee
    ):  # دعا الأطراف إلى: the noun after the verb is spoken to
        found = complement(ground, after, last, limit, verb, fresh=True, addressed=False)
        subject = None if found is not None else subject
    if (
        found is not None
        and verb.transitive
        and subject is not None
        and found.addressee is None
        and not (form and form.suffixed)
        and _only_marks(ground, subject.last, found.start)
    ):
        subject = None  # ووصفت العرض بأنه: what she described
    if subject is not None and verb.transitive and at > sentence.first and not is_joined(tokens[at].norm):
        front = subject_before(ground, sentence.first, at, plural=False)
        subject = subject if front is None else None  # وكان الوزير وصف اللقاء، في كلمة، بأنه
    if subject is not None and verb.addressee and has_subject_behind_that(ground, sentence, at):
        subject = None  # أن الحركة أبلغت الوسيط بأن: whom it told
    if subject is not None and is_pluperfect(ground, sentence, at):
        subject = None  # وكان الوزير قد لفت، بذكرى كذا، إلى: he stands before the verb
    if found is None and verb.things and subject is not None and _is_unknown(subject):
        found, subject = Complement("noun", after, None, None), None  # وأدان الهجوم: what, not who
    if found is None and verb.speech and subject is not None:
        found = _quoted_before(ground, sentence, at)
    if found is None:
        return None
    first = at - is_denied(ground, sentence, at, inflected)
    conjunction = is_joined(tokens[first].norm)
    boundary, coordinate = clause_start(ground, sentence, first)
    coordinate = coordinate or conjunction
    if subject is None:
        before = (
            subject_before(ground, sentence.first, first, plural=bool(form and form.plural))
            if not conjunction
            else None
        )
        if before is not None and (
            is_written_to(ground, sentence, at, before) or (is_document(before) and in_document(ground, sentence, at))
        ):
            before = None  # بعث برسالة إلى المبعوث قال فيها, أصدر المجلس بيانا أكد فيه
        behind = behind_that(ground, earlier, first) if before is None and not conjunction else None
        if behind is not None:
            subject, coordinate = behind, False  # أن الحركة، على لسان ناطقها، اقترحت
        elif fronted is not None:
            subject, coordinate = fronted, True
            boundary, _ = clause_start(ground, sentence, fronted.first)
        elif before is not None and is_document(before) and tokens[at - 1].norm in RELATIVES and found.kind == "noun":
            return None  # نفى الأنباء التي تحدثت عن اتفاق: what is denied, not what somebody says
        elif before is not None:
            subject = before
            boundary, joined = clause_start(ground, sentence, before.first)
            coordinate = coordinate or joined
            if not coordinate and found.kind == "noun" and tokens[found.start].norm.startswith("بال"):
                return None  # "إن الوزير يرحب بالاتفاق ويدعو": an attitude told inside a report
        elif pronoun:
            pass  # "وأنه دعا": whoever the clause speaks of
        elif in_document(ground, sentence, at):
            boundary, coordinate = at, True  # "أصدرت اللجنة بيانا قالت فيه إن"
        elif led_to_say(ground, sentence, at):
            boundary, coordinate = at - 2, True
        elif at > sentence.first and tokens[at - 1].norm in PHRASE_WORDS["subordinators"]:
            pass  # "... عندما طلبت أن": the subject of the clause before
        elif (
            form is not None
            and form.tense == "imperfect"
            and found.kind == "that"
            and (headed := subject_of_headline(ground, sentence.first, first)) is not None
        ):
            subject, boundary, coordinate = headed, headed.first, True
        elif first < at:
            pass  # "ولم يستبعد عقد جولة": whoever spoke before
        elif found.start == at + 1 and form is not None and form.plural and form.tense == "perfect":
            pass  # "... قانونا قالوا إنه": they who are spoken of
        elif found.kind == "speech" and found.start <= at + _AT_ONCE and form is not None and form.tense == "perfect":
            pass  # "وحين سئل عن الموعد قال: ..."
        elif not coordinate and at > sentence.first:
            return None  # inside a clause whose subject this reader cannot see
        elif (
            form is not None
            and form.tense == "imperfect"
            and (not conjunction or (_goes_with_clause(ground, first) and not _goes_with_noun(earlier)))
        ):
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
        first=first,
        last=end,
        verb=verb,
        subject=subject,
        content=found,
        boundary=boundary,
        coordinate=coordinate,
        rule=rule,
        feminine=feminine,
        plural=plural,
        present=form is not None and form.tense == "imperfect",
    )


def _past_props(ground: Ground, at: int, cue: Cue) -> int:
    """واسترسل المسؤول قائلا إن: past the word the verb leans on, which is no cue of its own."""
    if cue.content is None or cue.kind != "verb" or cue.content.start - at > _NEAR:
        return at
    props = [here for here in range(at, cue.content.start) if ground.tokens[here].norm in PROPS]
    return props[-1] + 1 if props else at


def _only_marks(ground: Ground, first: int, last: int) -> bool:
    return not any(token.text[0].isalpha() for token in ground.tokens[first:last])


_NEAR = 4


def _goes_with_clause(ground: Ground, at: int) -> bool:
    """Whether "and" joins the verb at ``at`` to the clause before it: "إن الأمين العام يرحب بالاتفاق ويحث ..."."""
    return at > 0 and ground.tokens[at - 1].text[0].isalpha()


def _speaks_on(norm: str, earlier: Cue | None) -> bool:
    """يقول الخبير إن ...، ويتوقع أن ...: he expects it, not the narrator."""
    if norm[0] != "و" or earlier is None or earlier.verb is None or earlier.kind != "verb":
        return False
    inflected = finite(norm)
    present = inflected is not None and inflected.form is not None and inflected.form.tense == "imperfect"
    return present and earlier.present


def _goes_with_noun(earlier: Cue | None) -> bool:
    """الوزارة تنفي التأجيل وتقول إن: no verb goes on with a noun, so it is the one who denied that says it."""
    if earlier is None or earlier.verb is None or earlier.content is None or earlier.kind != "verb":
        return False
    return earlier.content.kind == "noun" and earlier.coordinate and earlier.rule.startswith("subject-verb")


def _is_unknown(subject: Subject) -> bool:
    return subject.phrase is None or (subject.phrase.head is None and subject.phrase.known is None)


def _quoted_before(ground: Ground, sentence: Sentence, at: int) -> Complement | None:
    """«...»، قال فلان: the quotation the verb closes."""
    before = at - 1
    while before > sentence.first and ground.tokens[before].norm in PHRASE_WORDS["thus"]:
        before -= 1
    before -= before > sentence.first and ground.tokens[before].norm == "،"
    quote = ground.closing.get(before)
    if quote is None or quote.first - 1 < sentence.first:
        return None
    if quote.first - 1 in ground.names_in_quotes and (
        quote.first - 1 > sentence.first or ground.tokens[before + 1].norm != "،"
    ):
        return None  # a name, unless it is all there is before the verb
    return Complement("speech", quote.first, quote, None)


def _participle(ground: Ground, sentence: Sentence, at: int, inflected: Inflected, limit: int) -> Cue | None:
    tokens, verb = ground.tokens, inflected.verb
    if tokens[at].norm.endswith("ه") and "ة" not in tokens[at].text[-2:]:
        return None  # أمله: his hope
    before = tokens[at - 1] if at > sentence.first else None
    loose = before is None or not before.text[0].isalpha() or tokens[at].norm[0] == "و" or at - 1 in ground.timed
    found = complement(ground, at + 1, sentence.last, limit, verb, fresh=True, addressed=False, near=not loose)
    if found is None:
        return None
    owned = found.preposition == at + 1 and is_owned_masdar(tokens[found.start].norm)  # معربة عن أملها
    if not loose and found.kind == "noun" and tokens[at].norm.endswith("ه") and not owned:
        return None  # "مطالبة بـ", "متوقعة" in the middle of a clause: a noun, an adjective
    end = found.preposition + 1 if found.preposition == at + 1 else at + 1
    boundary, _ = clause_start(ground, sentence, at)
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
