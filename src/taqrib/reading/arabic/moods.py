"""What is only supposed: demanded, asked, or hung on a condition. It is nobody's deed and nobody's position.

«طلبت أن تنسحب القوات وتسلم سلاحها»: both verbs are in the charge of the request, the second through its و alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib.reading.arabic.statements.verbs import participle
from taqrib.reading.arabic.wordlists import inflected_verbs, noun_list, plain_list, verb_list
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.conjugation import Form

_OPENING = 6
"""Tokens between a conditional or interrogative particle and its verb."""
_SENTENCE = 30
"""Tokens between a condition and the clause that hangs on it."""
_CHAIN = 3
"""Verbs that follow one another under a single أن."""
_BEING = frozenset({"يكون", "تكون", "يكونوا", "نكون"})
_WAS = frozenset({"كان", "كانت", "كانوا", "كانا"})
_PREFIXES = "يتنا"
_DONE = (["بعد"], ["منذ"], ["عقب"], ["سبق"], ["فور"], ["بعيد"])
"""Before أن: what follows has happened."""
_BETWEEN = frozenset({"negator", "auxiliary", "adverb"})


def bare(norm: str) -> str:
    """The particle without a joining و or ف."""
    return norm[1:] if norm[:1] in {"و", "ف"} and len(norm) > 2 else norm


def supposed(prose: Prose, index: int, *, depth: int = _CHAIN) -> int | None:
    """The token that makes a supposition of the finite verb at ``index``; ``None`` where the verb is told."""
    at = index - 1
    floor = prose.starts[index]
    while at >= floor and prose.roles[at] in _BETWEEN:
        at -= 1
    verb = prose.verbs[index]
    if at >= floor:
        if _is_wish(prose, at) and _may_be_imperfect(prose, index) and prose.norms[at - 1 : at] not in _DONE:
            return at
        if _is_wish(prose, floor) and bare(prose.norms[floor + 1]) in _BEING:
            return floor  # نفى أن تكون الحكومة قد وافقت
        return _particle(prose, index)
    if verb is None or verb.tense != "imperfect" or not _joins(prose, floor) or bare(prose.norms[index])[:1] == "س":
        return None
    return _joined(prose, index, depth)


def doubted(prose: Prose, index: int) -> int | None:
    """The token that leaves open whether the verb or participle at ``index`` is so: قد, ربما, كاد, يبدو أن.

    ``None`` where nothing does. قد leaves it open before an imperfect only; وقد وافق tells.
    """
    clause = prose.starts[index]
    for at in range(clause, index):
        if _is_hedge(prose, at) or bare(prose.norms[at]) in plain_list("clauses", "nearly"):
            return at
        if bare(prose.norms[at]) in plain_list("clauses", "hedges_of_imperfects") and _is_open(prose, at, index):
            return at
    behind = next((at for at in range(index + 1, prose.ends[index]) if _is_hedge(prose, at)), None)
    if behind is not None and prose.norms[behind][:1] not in {"و", "ف"}:
        return behind
    intended = bare(prose.norms[index]).startswith("س") and prose.verbs[index] is not None
    was = next((at for at in range(clause, index) if intended and bare(prose.norms[at]) in _WAS), None)
    return was if was is not None else _doubting(prose, clause)  # كانت ستوافق: it did not come to it


def _doubting(prose: Prose, clause: int) -> int | None:
    """What governs the أن at the head of a clause and leaves open what it says: يبدو أن, رجح الوسيط أن, لم يقل إن."""
    if not clause or prose.roles[clause] != "that" or prose.sentences[clause - 1] != prose.sentences[clause]:
        return None
    if bare(prose.norms[clause - 1]) in plain_list("clauses", "supposed_nouns"):
        return clause - 1
    for at in range(clause - 1, prose.starts[clause - 1] - 1, -1):
        if _is_unsaid(prose, at) or _is_hedge(prose, at) or _doubts().find(prose.norms[at]) is not None:
            return at
        if prose.verbs[at] is not None or prose.roles[at] in {"comma", "stop"}:
            return None
    return None


def _is_unsaid(prose: Prose, at: int) -> bool:
    """Whether a verb of telling stands denied at a token: لم يقل, لم يعلن."""
    norm = prose.norms[at]
    tells = norm in plain_list("clauses", "asserting_jussives") or verb_list("clauses", "asserting").find(norm)
    return bool(tells) and prose.before(at) == "negator"


def _is_hedge(prose: Prose, at: int) -> bool:
    following = prose.norms[at + 1] if at + 1 < prose.size else ""
    after = prose.norms[at + 2] if at + 2 < prose.size else ""
    word = bare(prose.norms[at])
    hedges = plain_list("clauses", "hedges")
    return word in hedges or f"{word} {following}" in hedges or f"{word} {following} {after}" in hedges


def _is_open(prose: Prose, at: int, index: int) -> bool:
    """Whether قد at a token stands before the imperfect at ``index``, or before the يكون of its participle."""
    first = at + 1
    while first < index and prose.roles[first] == "negator":
        first += 1
    if first == index:
        verb = prose.verbs[index]
        return verb is not None and verb.tense == "imperfect"
    return prose.norms[first] in _BEING and all(prose.verbs[between] is None for between in range(first + 1, index))


_TRUE = frozenset({"صحيحا", "صحيح"})
_UNTRUE = frozenset({"ليس", "وليس", "فليس", "غير", "وغير"})


def disputed(prose: Prose, index: int) -> int | None:
    """What denies the clause with أن around ``index``: نفى أنه وافق, ليس صحيحا أنه; ``None`` where nothing does."""
    clause = prose.starts[index]
    if prose.roles[clause] != "that" or not clause or prose.sentences[clause - 1] != prose.sentences[index]:
        return None
    if prose.norms[clause - 1] in _TRUE and prose.norms[clause - 2 : clause - 1] and prose.norms[clause - 2] in _UNTRUE:
        return clause - 2
    if participle(prose.norms[clause - 1]) is not None and _denials().find(prose.norms[clause - 1]) is None:
        return None  # نفى ذلك، قائلا إن
    for at in range(clause - 1, prose.starts[clause - 1] - 1, -1):
        if prose.verbs[at] is not None:
            return at if _denials().find(prose.norms[at]) is not None else None
    return None


def hangs(prose: Prose, index: int) -> int | None:
    """The conditional particle that the clause of the verb at ``index`` hangs on, before it or behind."""
    sentence = prose.sentences[index]
    for at in range(index + 1, min(prose.size, index + _SENTENCE)):
        if prose.sentences[at] != sentence or prose.roles[at] == "stop":
            break
        if prose.starts[at] == at and prose.norms[at][:1] in {"و", "ف"}:
            break
        if _is_condition(prose, at):
            return at
    for at in range(index - 1, max(-1, index - _SENTENCE), -1):
        if prose.sentences[at] != sentence or prose.roles[at] in {"stop", "that"}:
            break
        if _is_condition(prose, at):
            return at
    return None


def _is_condition(prose: Prose, at: int) -> bool:
    """Whether إذا, لو or their like stand at ``at``; ما إذا only asks."""
    before = prose.norms[at - 1] if at else ""
    if prose.document.tokens[at].text == "إن" and at + 1 < prose.size:
        verb = prose.verbs[at + 1]
        return verb is not None and verb.tense == "perfect" and not verb.suffixed  # إن فشلت
    if bare(prose.norms[at]) not in plain_list("clauses", "conditions"):
        return before in {"في", "وفي"} and prose.norms[at] == "حال"
    return before not in {"ما", "عما", "فيما", "بما", "الا"}


def _particle(prose: Prose, index: int) -> int | None:
    """A particle of condition or question at the head of the verb's clause, no other verb between."""
    for at in range(index - 1, max(prose.starts[index], index - _OPENING) - 1, -1):
        if prose.verbs[at] is not None or prose.roles[at] in {"stop", "relative"}:
            return None
        if _is_condition(prose, at) or bare(prose.norms[at]) in plain_list("clauses", "questions"):
            return at
    return None


def _joins(prose: Prose, index: int) -> bool:
    return prose.norms[index][:1] == "و" and index > 0 and prose.sentences[index - 1] == prose.sentences[index]


def _joined(prose: Prose, index: int, depth: int) -> int | None:
    """The supposition that و hands on from the clause before."""
    clause = prose.starts[index]
    if not depth or not clause:
        return None
    earlier = prose.starts[clause - 1]
    verb = next((at for at in range(earlier, clause) if prose.verbs[at] is not None), None)
    if verb is None:
        return None
    outer = supposed(prose, verb, depth=depth - 1)
    if outer is None or not _is_wish(prose, outer):
        return None
    if prose.roles[clause - 1] == "comma" and _tells_on(prose, earlier, index):
        return None
    return outer


def _may_be_imperfect(prose: Prose, index: int) -> bool:
    """Whether the verb is an imperfect or, like توقع, is spelt like one; behind أن it then is one."""
    verb = prose.verbs[index]
    return verb is not None and prose.norms[index][:1] in (_PREFIXES if verb.tense == "imperfect" else "يتن")


def _is_wish(prose: Prose, at: int) -> bool:
    wishes = bare(prose.norms[at]) in plain_list("clauses", "subjunctive")
    return wishes and "إ" not in prose.document.tokens[at].text  # إن tells


def _tells_on(prose: Prose, clause: int, index: int) -> bool:
    """Whether, behind a comma, a verb with no subject of its own goes on from the one that governs أن.

    «تطالب بأن ...، وترفض الخطة» does; «تطالب بأن ...، وتلتزم كينيا» has a subject, of whom it is demanded.
    """
    if _has_subject(prose, index):
        return False
    at = clause - 1
    while at >= 0 and prose.sentences[at] == prose.sentences[index] and prose.verbs[at] is None:
        at -= 1
    if at < 0 or prose.sentences[at] != prose.sentences[index]:
        return True
    governing, verb = prose.verbs[at], prose.verbs[index]
    if governing is None or verb is None or governing.tense != "imperfect":
        return False
    return bare(prose.norms[at])[:1] == bare(prose.norms[index])[:1]


def _has_subject(prose: Prose, index: int) -> bool:
    """Whether an actor, or a name without article, stands right behind the verb."""
    at = index + 1
    if at >= prose.ends[index] or not prose.is_content(at):
        return False
    return not prose.norms[at].startswith("ال") or noun_list("stances", "holders").find(prose.norms[at]) is not None


@cache
def _denials() -> Lexicon[Form]:
    return Lexicon(inflected_verbs(load("arabic/clauses")["disputing"]))


@cache
def _doubts() -> Lexicon[Form]:
    return Lexicon(inflected_verbs(load("arabic/clauses")["doubting"]))
