"""The written subject of a reporting verb: titles, names, appositions, restrictive clauses; adjuncts left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.actors.known import (
    ADDRESSEES,
    ADJUNCTS,
    AUXILIARIES,
    COMPLEMENTISERS,
    GIVEN,
    HEADS,
    JOINTS,
    NAMES_THAT_ARE_WORDS,
    NEGATORS,
    OUTLETS,
    PHRASE_WORDS,
    PLACE_HEADS,
    PREPOSITIONS,
    RELATIVES,
    begins,
    is_definite,
    is_masdar,
)
from taqrib.reading.arabic.actors.phrase import Phrase
from taqrib.reading.arabic.statements.complements import leads_attached
from taqrib.reading.arabic.statements.verbs import ANONYMITY, PROPS, attributes, finite, is_verb, participle

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.verbs import Verb

_RESTRICTIVE = 16
_TO_ONE = frozenset(["لي", "لنا", "له", "لها", "لهم", "عليه", "عليها", "عليهم"])
_ADJUNCT = 30
_LOOSE = 10
_BACK = 20


@dataclass(slots=True)
class Subject:
    """The tokens ``first:last`` of a written subject; ``core`` ends before restrictive clauses and further subjects.

    ``loose``: taken by its place alone; no head or name in it is known.
    """

    first: int
    last: int
    core: int
    phrase: Phrase | None
    loose: bool = False
    joined: bool = False


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
        if verb is not None and at + 1 < last and norm in _TO_ONE and HEADS.find(tokens[at + 1].norm) is not None:
            at += 1  # قال لي أحد الصيادين, ورد عليه النائب
            continue
        length = begins(ADJUNCTS, tokens, at, last)
        if not length or (verb is not None and norm in verb.through):
            return at
        end = _adjunct_end(ground, at + length, last, verb)
        if end >= last or tokens[end].norm != "،":
            return end
        at = end
    return at


def _adjunct_end(ground: Ground, at: int, last: int, verb: Verb | None) -> int:  # noqa: PLR0911 - one case of the grammar after another
    """Where the adjunct's words end: a comma, a time, a quotation, a colon, or what the verb governs."""
    tokens = ground.tokens
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
        if verb is not None and "ب" in verb.through and verb.nouns and leads_attached(ground, at, last):
            return at
        at += 1
    return at


def subject_after(ground: Ground, at: int, last: int, verb: Verb | None) -> Subject | None:  # noqa: C901, PLR0911, PLR0912 - one case of the grammar after another
    """The subject that begins at ``at``; ``None`` if the verb goes on without one."""
    tokens = ground.tokens
    if at >= last:
        return None
    norm = tokens[at].norm
    if verb is not None and attributes(tokens, at, last):
        return None  # اقترح، بحسب مصدر، إنشاء: who vouches for it
    if norm in PHRASE_WORDS["abbreviated_ranks"] and at + 2 < last and tokens[at + 1].norm == ".":  # د. فلان
        titled = subject_after(ground, at + 2, last, verb)
        if titled is not None:
            titled.first = at
        return titled
    if (norm in COMPLEMENTISERS and not ground.is_foreign_particle(at)) or norm in {":", "،"} or at in ground.timed:
        return None
    foreign = norm in NAMES_THAT_ARE_WORDS and ground.closed_name_end(at, last) > at + 1  # لي جاي ميونغ
    if (norm in PREPOSITIONS and not foreign) or (verb is not None and norm in verb.through) or norm in PROPS:
        return None
    if at in ground.quoted:
        return _quoted_subject(ground, at, last)
    if tokens[at].text[0].isdigit() and at + 2 < last and tokens[at + 1].norm == "من":  # ثلاثة من القادة, 42 من القادة
        counted = ground.phrase(at + 2, last)
        if counted is not None:
            counted.first = at
            return Subject(at, counted.last, counted.last, counted)
    if ground.is_adverb(at):
        return None
    if numbers.may_begin_count(norm) and HEADS.find(norm) is None:  # ثلاثة مصادر
        number = numbers.number_at(tokens, at)
        counted = ground.phrase(number.last, last) if number is not None and at < number.last < last else None
        if counted is not None and counted.head is not None and counted.head.plural and not counted.clitics:
            counted.first = at
            return Subject(at, counted.last, counted.last, counted)
    phrase = ground.phrase(at, last)
    if phrase is None and verb is not None:
        end = ground.closed_name_end(at, last)
        if end > at and not (end == at + 1 and end > ground.name_end(at, last)):
            named = Phrase(at, end, name=(at, end), definite=True)
            return Subject(at, end, end, named)
    if phrase is None and verb is not None and verb.object and is_masdar(norm):
        return None
    governed = norm[0] == "ب" and (is_masdar(norm[1:]) or (norm.startswith("بال") and norm not in GIVEN))
    if phrase is None and verb is not None and "ب" in verb.through and governed:
        return None  # تعهدت بالنظر في
    if phrase is None and verb is not None and norm[0] == "ل" and is_masdar(norm[1:]):
        return None  # واشترطت لدخول الحكومة
    if phrase is None and not is_verb(norm):
        phrase = ground.person(at, last)
    if phrase is None:
        return _loose(ground, at, last)
    if verb is not None and set(phrase.clitics.removesuffix("ال")) & {"ل", "ب", "ك"}:
        return None  # قال للصحافيين: to whom, not who
    if verb is not None:
        leave_governed(ground, phrase, last, verb)
    subject = Subject(at, phrase.last, phrase.last, phrase)
    _extend(ground, subject, last, verb)
    if verb is None or not verb.addressee:
        _take_closed_name(ground, subject, last)
    return subject


def _take_closed_name(ground: Ground, subject: Subject, last: int) -> None:
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
    return told or not ground.tokens[at].text[0].isalpha() or at in ground.timed or norm in COMPLEMENTISERS


def _opens_content(ground: Ground, at: int, last: int) -> bool:
    """Whether what is said begins at ``at``, or behind the comma or the hearers that stand there."""
    norm = ground.tokens[at].norm
    if norm in COMPLEMENTISERS or norm == ":" or (norm[0] == "ل" and norm not in GIVEN):
        return True
    return norm == "،" and at + 1 < last and ground.tokens[at + 1].norm in {"فان", "فانه", "فانها"}


_NAME, _TWO = 4, 2


def leave_governed(ground: Ground, phrase: Phrase, last: int, verb: Verb) -> None:
    """Give the preposition back that the verb needs: تساءل المفاوض عن, though one may be "the negotiator for"."""
    tokens = ground.tokens
    begin = max(phrase.first + 1, phrase.name[1] if phrase.name is not None else 0)
    cut = next((at for at in range(begin, phrase.last) if tokens[at].norm in verb.through), None)
    if cut is None and (verb.object or verb.objects):  # وجدد البيان التأكيد على
        objects = range(max(begin, phrase.first + 1), phrase.last)
        masdar = next((at for at in objects if is_definite(tokens[at].norm) and _is_governing(ground, at, verb)), None)
        phrase.last = masdar if masdar is not None else phrase.last
        return
    if cut is None:
        return
    following = (tokens[at].norm for at in range(phrase.last, min(last, phrase.last + _TITLE_TAIL)))
    if verb.family == "quoting" or not any(norm in verb.through or norm in COMPLEMENTISERS for norm in following):
        phrase.last = cut


def _is_governing(ground: Ground, at: int, verb: Verb) -> bool:
    """Whether the definite word at ``at`` is the masdar a verb has for object, and no adjective of the subject."""
    norm = ground.tokens[at].norm
    if norm in verb.objects:
        return True
    following = ground.tokens[at + 1].norm if at + 1 < ground.size else ""
    return is_masdar(norm[2:]) and HEADS.find(norm) is None and following in PREPOSITIONS and following != "في"


def _quoted_subject(ground: Ground, at: int, last: int) -> Subject | None:
    """«رويترز» or «إيرنست» as the subject: a short quotation before a colon, أن, another quotation or عن."""
    after = ground.names_in_quotes.get(at)
    if after is None or after >= last:
        return Subject(at + 1, after - 1, after - 1, None) if after is not None else None
    norm, opens = ground.tokens[after].norm, ground.tokens[at + 1].norm
    told = after + 1 < last and participle(ground.tokens[after + 1].norm) is not None
    if opens in NEGATORS or opens in PREPOSITIONS or (norm == "،" and (told or is_verb(opens))):
        return None  # وأضاف «لم نوقع»، مشيرا: speech
    if norm == ":" or norm in COMPLEMENTISERS or norm in PREPOSITIONS or after in ground.quoted or norm == "،":
        return Subject(at + 1, after - 1, after - 1, None)
    return None


def _loose(ground: Ground, at: int, last: int) -> Subject | None:
    """Words in the subject's place that no lexicon knows."""
    tokens, end = ground.tokens, at
    while end < last and end - at < _LOOSE:
        token = tokens[end]
        norm = token.norm
        if not (token.text[0].isalpha() or token.text[0].isdigit()) or norm in COMPLEMENTISERS or end in ground.timed:
            break
        if (
            norm in PREPOSITIONS
            or norm in RELATIVES
            or norm in AUXILIARIES
            or begins(ADJUNCTS, tokens, end, last)
            or norm in PROPS
        ):
            break
        if end > at and is_definite(tokens[end - 1].norm) and _is_other(norm):
            break  # وحمل الهاشمي جماعة: whom he blames
        if (
            is_verb(norm)
            or participle(norm) is not None
            or (end > at and is_masdar(norm))
            or (norm[0] in "بل" and end > at)
        ):
            break
        end += 1
    if end == at:
        return None
    return Subject(at, end, end, None, loose=True)


def _is_same_person(subject: Subject, second: Phrase) -> bool:
    """الكاتب والمحلل السياسي فلان: a bare calling before another, whose name is that of both."""
    first = subject.phrase
    if first is None or first.head is None or second.head is None or first.name is not None or second.name is None:
        return False
    words = first.last - first.first
    single = not (first.head.plural or second.head.plural) and (
        words == 1 or (words == _TWO and second.head.kind == "role")
    )
    return single and {first.head.kind, second.head.kind} <= {"role", "office", "rank"}


def _is_other(norm: str) -> bool:
    """Whether a head noun behind a definite word is another actor: an indefinite one, or a body with the article."""
    match = HEADS.find(norm)
    return match is not None and (not is_definite(norm) or match.value.kind in {"body", "organisation"})


def _extend(ground: Ground, subject: Subject, last: int, verb: Verb | None) -> None:
    """Names between commas, further titles, a second subject, and clauses that restrict."""
    tokens = ground.tokens
    while subject.last < last:
        at = subject.last
        norm = tokens[at].norm
        if norm == "،" and at + 1 < last:
            end = _apposition_end(ground, subject, at + 1, last)
            if end is None:
                return
            subject.last = subject.core = end
        elif (norm in RELATIVES and tokens[at - 1].norm != "،") or _speaks_unnamed(ground, subject, at, last):
            subject.last = _clause_end(ground, at + 1, last, verb)
            return
        elif norm[0] == "و" and len(norm) > 3 and not is_verb(norm):
            second = ground.phrase(at, last)
            if second is None or not second.clitics.startswith("و"):
                return
            subject.last, subject.joined = second.last, not _is_same_person(subject, second)
            if not subject.joined and subject.phrase is not None:
                subject.phrase.name = second.name
        elif norm == "(" and (end := _bracket_end(ground, at, last)) is not None:
            subject.last = end
        elif (end := _later_name(ground, subject, at, last)) is not None:
            subject.last = subject.core = end
        else:
            return


def _speaks_unnamed(ground: Ground, subject: Subject, at: int, last: int) -> bool:
    """مسؤول طلب عدم ذكر اسمه, دبلوماسي تحدث لوكالة فلان: a clause that restricts whoever is not named."""
    if at + 1 >= last or ground.tokens[at].norm not in ANONYMITY.verbs:
        return False
    following = ground.tokens[at + 1].norm
    if following in ANONYMITY.objects:
        return True
    unnamed = subject.phrase is not None and subject.phrase.name is None and not subject.phrase.definite
    return unnamed and ground.tokens[at].norm.startswith("تحدث") and following[0] == "ل"


def _later_name(ground: Ground, subject: Subject, at: int, last: int) -> int | None:
    """Where the name ends that follows a comma a few words on: "القيادي في الحزب وقائد قواته في الشرق، فلان، ..."."""
    tokens = ground.tokens
    if subject.phrase is None or subject.phrase.name is not None or subject.phrase.head is None:
        return None
    if subject.phrase.head.kind not in {"office", "role"} or subject.phrase.head.plural:
        return None
    for here in range(at, min(at + _TITLE_TAIL, last)):
        norm = tokens[here].norm
        if norm == "،":
            return _apposition_end(ground, subject, here + 1, last) if here + 1 < last else None
        if not tokens[here].text[0].isalpha() or norm in COMPLEMENTISERS or is_verb(norm) or here in ground.timed:
            return None
        if begins(ADJUNCTS, tokens, here, last) or participle(norm) is not None:
            return None
    return None


_TITLE_TAIL = 9


def _bracket_end(ground: Ground, at: int, last: int) -> int | None:
    for here in range(at + 1, min(at + 8, last)):
        if ground.tokens[here].norm == ")":
            return here + 1
    return None


def _apposition_end(ground: Ground, subject: Subject, at: int, last: int) -> int | None:  # noqa: PLR0911 - one case of the grammar after another
    """Where an apposition that begins behind a comma ends; ``None`` if something else begins there."""
    tokens = ground.tokens
    norm = tokens[at].norm
    if (
        begins(ADJUNCTS, tokens, at, last)
        or begins(JOINTS, tokens, at, last)
        or at in ground.timed
        or norm in COMPLEMENTISERS
    ):
        return None
    if finite(norm) is not None or participle(norm) is not None:
        return None
    phrase = ground.phrase(at, last)
    if phrase is not None and phrase.head is not None and phrase.head.kind in {"office", "role", "rank", "quantity"}:
        if phrase.name is not None and subject.phrase is not None:
            subject.phrase.name = subject.phrase.name or phrase.name
        return phrase.last
    if subject.phrase is None or subject.phrase.name is not None:
        return None
    charged = _charge_end(ground, subject, at, last)
    if charged is not None:
        at = charged
    set_off = ground.set_off_name_end(at, last)
    if set_off > at:
        subject.phrase.name = (at, set_off)
        return set_off
    name = ground.person(at, last)
    if name is None or name.name is None:
        return None
    end = name.last
    closed = (
        end >= last
        or not tokens[end].text[0].isalpha()
        or tokens[end].norm in COMPLEMENTISERS
        or tokens[end].norm in PREPOSITIONS
    )
    if closed or begins(ADJUNCTS, tokens, end, last) or end in ground.timed or tokens[end].norm.startswith("ل"):
        subject.phrase.name = name.name
        return end
    return None


def _charge_end(ground: Ground, subject: Subject, at: int, last: int) -> int | None:
    """Past "المكلف بالشؤون الاجتماعية،" between an office and its name; ``None`` if no such words stand there."""
    tokens = ground.tokens
    head = subject.phrase.head if subject.phrase is not None else None
    if head is None or head.kind != "office" or tokens[at].norm.removesuffix("ه") not in PHRASE_WORDS["charged"]:
        return None
    ends = (here for here in range(at + 1, min(last - 1, at + _TITLE_TAIL)) if tokens[here].norm == "،")
    comma = next(ends, None)
    return comma + 1 if comma is not None and ground.set_off_name_end(comma + 1, last) > comma + 1 else None


def _clause_end(ground: Ground, at: int, last: int, verb: Verb | None) -> int:
    """Where a restrictive clause ends: at what the verb governs, a comma, a quotation or a colon."""
    tokens = ground.tokens
    end = at
    while end < last and end - at < _RESTRICTIVE:
        norm = tokens[end].norm
        if norm in {"،", ":"} or norm in COMPLEMENTISERS or end in ground.timed:
            break
        if end in ground.quoted and end not in ground.names_in_quotes:
            break
        if verb is not None and norm in verb.through and end + 1 < last and tokens[end + 1].norm in COMPLEMENTISERS:
            break
        end += 1
    return end


def subject_before(ground: Ground, first: int, at: int, *, plural: bool) -> Subject | None:
    """The subject written before the verb at ``at``: "إلا أن مصادر ذكرت", "إسرائيل التي تقول", "وكان فلان قال"."""
    tokens = ground.tokens
    end = at
    while end > first and (tokens[end - 1].norm in AUXILIARIES or (end - 1) in ground.timed_inside):
        end -= 1
    if end > first + 1 and tokens[end - 1].norm == "،":  # فلان، الناطق باسم الحركة، قال
        named = _set_off(ground, first, end - 1)
        if named is not None:
            return named
    if end > first and tokens[end - 1].norm in RELATIVES:
        end -= 1
        if end > first and tokens[end - 1].norm == "،":
            end -= 1
    known = ground.ending.get(end)
    if known is not None and known[0] >= first and not (plural and known[1].head is None):
        start, phrase = known
        return Subject(start, end, end, phrase)
    for start in range(max(first, end - _BACK), end):
        before = tokens[start - 1].norm if start > first else ""
        opens = (
            start == first
            or before in COMPLEMENTISERS
            or before in AUXILIARIES
            or before.lstrip("و") in AUXILIARIES
            or before in {"لكن", "ولكن", "فيما", "بينما", "حيث", "،"}
        )
        if not opens:
            continue
        opened = ground.phrase(start, end) or ground.person(start, end)
        if (
            opened is not None
            and HEADS.find(tokens[start].norm) is not None
            and (opened.last == end or _only_clause(ground, opened.last, end))
        ):
            return Subject(start, end, opened.last, opened)
    return None


def subject_of_headline(ground: Ground, first: int, at: int) -> Subject | None:
    """فلان يعلن أن: a name that nothing else explains, alone before its verb at the head of a line."""
    while first < at and not ground.tokens[first].text[0].isalpha():
        first += 1
    end = ground.name_end(first, at) if first < at else first
    if end != at or end == first:
        return None
    return Subject(first, at, at, Phrase(first, at, name=(first, at), definite=True))


def subject_fronted(ground: Ground, first: int, at: int) -> Subject | None:
    """أما الوزير فرأى: the subject before a verb with ف."""
    if ground.tokens[at].norm[0] != "ف":
        return None
    end = at - (at > first and ground.tokens[at - 1].norm == "،")
    known = ground.ending.get(end)
    if known is None or known[0] <= first or ground.tokens[known[0] - 1].norm not in {"اما", "واما"}:
        return None
    return Subject(known[0], end, end, known[1])


def _set_off(ground: Ground, first: int, end: int) -> Subject | None:
    """A subject whose apposition a comma closes: the mention ending at ``end``, and the one before a comma."""
    known = ground.ending.get(end)
    if known is None or known[0] < first:
        return None
    start, phrase = known
    if start - 1 > first and ground.tokens[start - 1].norm == "،":
        earlier = ground.ending.get(start - 1)
        if earlier is not None and earlier[0] >= first and earlier[1].name is not None:
            return Subject(earlier[0], end, end, earlier[1])
    return Subject(start, end, end, phrase) if start == first else None


def _only_clause(ground: Ground, at: int, end: int) -> bool:
    at += ground.tokens[at].norm == "،"
    if at + 1 >= end:
        return False
    norm, following = ground.tokens[at].norm, ground.tokens[at + 1].norm
    return norm in RELATIVES or (norm in ANONYMITY.verbs and following in ANONYMITY.objects)
