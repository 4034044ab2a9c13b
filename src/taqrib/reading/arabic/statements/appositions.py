"""What goes on with a subject: names between commas, further titles, a second subject, clauses that restrict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    COMPLEMENTISERS,
    HEADS,
    JOINTS,
    PHRASE_WORDS,
    PREPOSITIONS,
    RELATIVES,
    begins,
)
from taqrib.reading.arabic.statements.verbs import ANONYMITY, finite, is_verb, participle

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrase import Phrase
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.subject import Subject
    from taqrib.reading.arabic.statements.verbs import Verb


_RESTRICTIVE = 16

_TITLE_TAIL, _TWO = 9, 2
_NAMED = frozenset(["office", "role", "rank", "quantity", "anonymous"])


def extend(ground: Ground, subject: Subject, last: int, verb: Verb | None) -> None:
    """Names between commas, further titles, a second subject, and clauses that restrict."""
    tokens = ground.tokens
    while subject.last < last:
        at = subject.last
        norm = tokens[at].norm
        if norm == "،" and at + 1 < last:
            hears = verb is not None and verb.addressee and _hears(ground, subject, at + 1)
            end = None if hears else _apposition_end(ground, subject, at + 1, last)
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
        elif (end := _surname_end(ground, subject) or _later_name(ground, subject, at, last)) is not None:
            subject.last = subject.core = end
        else:
            return


def _hears(ground: Ground, subject: Subject, at: int) -> bool:
    """أبلغت النقابة، المفاوضين الكينيين رفضها: whether the several behind a comma are not the one who speaks."""
    match = HEADS.find(ground.tokens[at].norm)
    head = subject.phrase.head if subject.phrase is not None else None
    several = match is not None and match.value.plural
    return several and subject.phrase is not None and (head is None or not head.plural)


def _speaks_unnamed(ground: Ground, subject: Subject, at: int, last: int) -> bool:
    """مسؤول طلب عدم ذكر اسمه, دبلوماسي تحدث لوكالة فلان: a clause that restricts whoever is not named."""
    if at + 1 >= last or ground.tokens[at].norm not in ANONYMITY.verbs:
        return False
    following = ground.tokens[at + 1].norm
    if following in ANONYMITY.objects:
        return True
    unnamed = subject.phrase is not None and subject.phrase.name is None and not subject.phrase.definite
    return unnamed and ground.tokens[at].norm.startswith("تحدث") and following[0] == "ل"


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


def _surname_end(ground: Ground, subject: Subject) -> int | None:
    """النائب رعد: past a surname too short to be taken for one, but for the fuller name elsewhere in the report."""
    phrase, at = subject.phrase, subject.last
    met = ground.ending.get(at + 1)
    if phrase is None or not _lacks_name(phrase) or met is None or met[0] != at or met[1].name is None:
        return None
    phrase.name, phrase.last = (at, at + 1), at + 1
    return at + 1


def _later_name(ground: Ground, subject: Subject, at: int, last: int) -> int | None:
    """Where the name ends that follows a comma a few words on: "القيادي في الحزب وقائد قواته في الشرق، فلان، ..."."""
    tokens = ground.tokens
    if subject.phrase is None or subject.phrase.name is not None or subject.phrase.head is None:
        return None
    if subject.phrase.head.kind not in {"office", "role"} or subject.phrase.head.plural:
        return None
    for here in range(at, min(at + _TITLE_TAIL, last)):
        norm = tokens[here].norm
        if norm in {"،", "حيث"}:  # also: حاكم الإقليم حيث يدور القتال، فلان،
            comma = next((n for n in range(here, min(at + _TITLE_TAIL * 2, last)) if tokens[n].norm == "،"), last)
            return _apposition_end(ground, subject, comma + 1, last) if comma + 1 < last else None
        if not tokens[here].text[0].isalpha() or norm in COMPLEMENTISERS or is_verb(norm) or here in ground.timed:
            return None
        if begins(ADJUNCTS, tokens, here, last) or participle(norm) is not None:
            return None
    return None


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
        or (norm in COMPLEMENTISERS and not ground.is_foreign_particle(at))
    ):
        return None
    if finite(norm) is not None or participle(norm) is not None:
        return None
    phrase = ground.phrase(at, last)
    if phrase is not None and phrase.head is not None and phrase.head.kind in {"office", "role", "rank", "quantity"}:
        if phrase.name is not None and subject.phrase is not None:
            subject.phrase.name = subject.phrase.name or phrase.name
        return phrase.last
    if subject.phrase is None or not _lacks_name(subject.phrase):
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


def _lacks_name(phrase: Phrase) -> bool:
    """Whether a person's name may still follow: no body has one (والهدنة، وفق الأمم المتحدة، صامدة)."""
    return phrase.name is None and phrase.head is not None and phrase.head.kind in _NAMED


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
