"""Nouns behind a reporting verb that are not who speaks: whom he told, what he wrote in, a subject that went before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import COMPLEMENTISERS, HEADS, PHRASE_WORDS
from taqrib.reading.arabic.statements.cue import opens_clause_of
from taqrib.reading.arabic.statements.subject import Subject
from taqrib.reading.arabic.statements.subjects_before import subject_before

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.cue import Cue
    from taqrib.reading.arabic.statements.verbs import Inflected
    from taqrib.reading.document import Sentence

_NEAR = 4


def behind_that(ground: Ground, earlier: Cue | None, at: int) -> Subject | None:
    """The subject right behind أن, of a verb that a comma and an adjunct keep from it."""
    if earlier is None or earlier.content is None or earlier.content.kind != "that":
        return None
    start = earlier.content.start
    if not opens_clause_of(ground, start, at) or ground.tokens[at - 1].norm != "،":
        return None
    phrase = ground.phrase(start + 1, at) or ground.person(start + 1, at)
    return Subject(phrase.first, phrase.last, phrase.last, phrase) if phrase is not None else None


def is_pluperfect(ground: Ground, sentence: Sentence, at: int) -> bool:
    """Whether the verb stands behind "وكان فلان قد", its subject between the two."""
    if at - 2 <= sentence.first or ground.tokens[at - 1].norm != "قد":
        return False
    front = subject_before(ground, sentence.first, at, plural=False)
    if front is None or front.first <= sentence.first:
        return False
    return ground.tokens[front.first - 1].norm.lstrip("وف") in {"كان", "كانت", "كانوا", "كانا"}


def has_subject_behind_that(ground: Ground, sentence: Sentence, at: int) -> bool:
    """Whether the verb's subject stands between أن and the verb."""
    if at <= sentence.first or is_joined(ground.tokens[at].norm):
        return False
    front = subject_before(ground, sentence.first, at, plural=False)
    return (
        front is not None
        and front.last == at
        and front.first > sentence.first
        and ground.tokens[front.first - 1].norm in COMPLEMENTISERS
    )


def is_joined(norm: str) -> bool:
    """Whether a conjunction is written to the verb: وقال, not وصف."""
    return norm[0] in "وف" and norm not in PHRASE_WORDS["waw_verbs"]


def is_spoken_to(ground: Ground, subject: Subject, inflected: Inflected) -> bool:
    """Whether the noun behind a verb that takes an addressee is that: it does not agree, or is the speaker's own."""
    norm, form = ground.tokens[subject.first].norm, inflected.form
    if subject.phrase is None or subject.phrase.head is None:
        alone = subject.last - subject.first == 1
        owned = alone and norm.endswith("يه") and HEADS.find(norm[:-1] + "ن") is not None  # ودعا مواطنيه إلى
        words = [token.norm for token in ground.tokens[subject.first : subject.last]]
        accusative = not alone and all(word.endswith("ا") for word in words[:2])  # وأبلغ مؤتمرا صحفيا أن
        return owned or accusative or (subject.loose and norm.endswith(("ءها", "اءه", "اءهم", "يها", "يهم")))
    head = subject.phrase.head
    parties = head.kind == "side" and form is not None and norm.endswith("راف") and not form.feminine  # وحض الأطراف
    accusative = head.plural and norm.endswith("ين") and head.kind in {"office", "role", "side"}  # دعا الطرفين
    if parties or accusative or head.lemma == "نظير":
        return True
    if form is None or head.plural or form.plural or subject.joined:
        return False
    if head.feminine and head.kind in {"body", "organisation", "office", "role"}:
        return not form.feminine and norm.endswith("ه")  # وحمل الحكومة مسؤولية
    return form.feminine and not head.feminine and head.kind in {"office", "role"}  # ودعت الوزير إلى


def is_document(subject: Subject) -> bool:
    """Whether the subject is a communiqué, a letter or the like."""
    return subject.phrase is not None and subject.phrase.head is not None and subject.phrase.head.kind == "document"


def is_written_to(ground: Ground, sentence: Sentence, at: int, before: Subject) -> bool:
    """Whether the actor before the verb is whom the document goes to, whose author the verb is about."""
    to = before.first > sentence.first and ground.tokens[before.first - 1].norm == "الي"
    return to and in_document(ground, sentence, at)


def in_document(ground: Ground, sentence: Sentence, at: int) -> bool:
    """Whether the verb is what somebody does in the document named before it: "بيانا مقتضبا قالت فيه"."""
    tokens = ground.tokens
    if at + 1 >= sentence.last or tokens[at + 1].norm not in {"فيه", "فيها"}:
        return False
    before = (HEADS.find(token.norm) for token in tokens[max(sentence.first, at - _NEAR) : at])
    return any(match is not None and match.value.kind == "document" for match in before)
