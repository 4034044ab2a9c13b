"""Did it happen? The status of an event from its verb's tense and from the words that govern it.

Announced is not held: a perfect is held, a future announced, an imperfect goes on; but a governor to the right of the
clause's opening overrules ("it is planned that", "called for", "without", "was cancelled"), and so does a negator.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.clauses import is_bare_noun, is_purpose
from taqrib.reading.arabic.moods import disputed, hangs, supposed
from taqrib.reading.arabic.wordlists import inflected_nouns, inflected_verbs, plain_list
from taqrib.reading.arabic.words import Lexicon, Match
from taqrib.reading.findings import CALLED_OFF, UNDONE
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.conjugation import Form
    from taqrib.reading.findings import EventStatus

_REACH = 7
"""Words between a noun of talks and the verb that still governs it."""
_NEAR = 4
"""The same for a governing noun."""


class Verdict(NamedTuple):
    """A status and the token that decided it; ``None`` when nothing but the default did."""

    status: EventStatus
    by: int | None


class Governor(NamedTuple):
    """A word that governs events: its group in the vocabulary (``runs``, ``announced`` ...) and its form."""

    group: str
    form: Form


def of_verb(prose: Prose, index: int, clitics: str, form: Form) -> Verdict:  # noqa: PLR0911 - one per mood
    """The status of the event whose finite verb is the token ``index``."""
    before = index - 1
    sentence = prose.sentences[index]
    while before >= 0 and prose.roles[before] in {"auxiliary", "adverb"} and prose.sentences[before] == sentence:
        before -= 1
    role = prose.before(before + 1)
    particle = prose.norms[before].removeprefix("و").removeprefix("ف") if role != "stop" else ""
    supposition, denial = supposed(prose, index), disputed(prose, index)
    if role == "negator" and particle in _NEGATING:
        return Verdict("denied" if supposition is None else "possible", before)
    if denial is not None:
        return Verdict("denied", denial)
    if form.tense == "perfect":
        return Verdict("held", None) if supposition is None else Verdict("possible", supposition)
    auxiliaries = {norm.removeprefix("و").removeprefix("ف") for norm in prose.norms[before + 1 : index]}
    if "س" in clitics or "سوف" in auxiliaries:
        condition = hangs(prose, index)
        return Verdict("announced", index) if condition is None else Verdict("possible", condition)
    if auxiliaries & {"قد", "ربما", "كان", "كانت", "كانوا"}:
        return Verdict("possible" if auxiliaries & {"قد", "ربما"} else "held", index - 1)
    if (role == "that" and particle in _THAT and "إ" not in prose.document.tokens[before].text) or is_purpose(clitics):
        return _of_subjunctive(prose, before if role == "that" else index, before)
    return Verdict("ongoing", None) if supposition is None else Verdict("possible", supposition)


def _of_subjunctive(prose: Prose, governed: int, before: int) -> Verdict:
    """What أن or ل puts in another's charge has at best been planned."""
    outer = _governor_before(prose, governed)
    if outer is None:
        return Verdict("possible", max(before, 0))
    before_it = outer.by is not None and prose.norms[outer.by] in {"قبل", "قبيل"}
    return Verdict("possible", outer.by) if outer.status == "held" or before_it else outer


def of_noun(prose: Prose, index: int, clitics: str, last: int | None = None) -> Verdict:
    """The status of the event that the noun or masdar at the token ``index`` carries.

    :param last: one past the noun phrase the trigger heads, where its verb may follow; by default past the trigger.
    """
    after = _governor_after(prose, index + 1, last or index + 1)
    before = _governor_before(prose, index) or _far_governor(prose, index, clitics)
    called_off = before is not None and before.status in UNDONE  # ألغى زيارة كانت مقررة, لم يعقد الاجتماع المقرر
    if after is not None and after.status == "announced":
        after = _called_off_since(prose, index, after)
    if after is not None and after.status == "ongoing" and (end := _ended(prose, index)) is not None:
        return Verdict("held", end)
    if after is not None and not called_off and (after.status != "ongoing" or not is_purpose(clitics)):
        return after
    if is_purpose(clitics):
        if before is not None and before.status in {*UNDONE, "possible"}:
            return before
        return Verdict("announced" if _moves(prose, index) else "possible", index)
    return before or _by_mood(prose, index) or Verdict("held", None)


def _far_governor(prose: Prose, index: int, clitics: str) -> Verdict | None:
    """The verb of the clause that takes the noun through إلى or ب: دعا, long before, إلى زيارة."""
    if prose.norms[index - 1 : index] != ["الي"] and not clitics.endswith(("ب", "بال")):
        return None
    for at in range(index - 1, prose.starts[index] - 1, -1):
        governor = governor_at(prose.norms[at])
        if (
            governor is not None
            and governor.value.form.tense != "noun"
            and governor.value.group in {"possible", "announced", "denied"}
        ):
            return _judge(prose, at, governor)
    return None


def _by_mood(prose: Prose, index: int) -> Verdict | None:
    """What stands in a clause of أن with the subjunctive is wished for, not told."""
    start = prose.starts[index]
    if prose.norms[start] not in {"ان", "وان", "بان", "وبان"} or start + 1 >= prose.ends[index]:
        return None
    verb = prose.verbs[start + 1]
    return Verdict("possible", start + 1) if verb is not None and verb.tense == "imperfect" else None


_NEGATING = {"لم", "لن", "لا", "ما"}
_DEAF = {"comma", "mark", "that", "opener", "relative", "demonstrative", "auxiliary"}
_THAT = {"ان", "بان", "الا", "كي", "لكي"}


def _moves(prose: Prose, index: int) -> bool:
    """Whether the clause has a finite verb before ``index``: somebody does something in order to meet."""
    present = plain_list("status", "present")
    return any(prose.verbs[at] is not None or prose.norms[at] in present for at in range(prose.starts[index], index))


def _governor_before(prose: Prose, index: int) -> Verdict | None:
    """The verdict of the nearest governor to the left, within the sentence."""
    seen = 0
    at = index - 1
    floor = _floor(prose, index)
    pending: Verdict | None = None
    while at >= floor and seen < _REACH:
        role = prose.roles[at]
        if role == "stop" or (role == "that" and pending is None and at == index - 1):
            break  # the subject of a clause with أن answers to its own verb
        governor = governor_at(prose.norms[at]) if role not in _DEAF else None
        if governor is not None:
            noun = governor.value.form.tense == "noun"
            if seen >= _NEAR if noun else prose.before(at) == "preposition" and not _is_sake(prose, at):
                governor = None  # too far; or على تبادل: a noun of the verb's spelling
        if governor is not None:
            verdict = _judge(prose, at, governor)
            if verdict is not None and governor.value.group == "carries" and verdict.status == "possible":
                pending, seen = pending or verdict, 0
            elif verdict is not None:
                if verdict.status != "ongoing" or not _waits(prose, at):
                    return _stronger(verdict, pending)
                pending = Verdict("possible", at)  # يعقد after أن waits for what governs أن
        if role not in {"comma", "mark", "auxiliary"}:
            seen += 1
        at -= 1
    return pending


def _is_sake(prose: Prose, at: int) -> bool:
    """من أجل, spelt like "postponed"."""
    return prose.norms[at] == "اجل" and prose.norms[at - 1 : at] == ["من"]


def is_errand(prose: Prose, by: int) -> bool:
    """Whether the token ``by`` is what somebody has set out for: وصل للمشاركة في."""
    governor = governor_at(prose.norms[by])
    return (
        governor is not None
        and governor.value.group == "carries"
        and is_purpose(governor.clitics)
        and _moves(prose, by)
    )


def _floor(prose: Prose, index: int) -> int:
    """The first token that may govern ``index``: of its clause, and of the clauses in whose charge أن puts that."""
    start = prose.starts[index]
    while (
        start
        and index - start < _REACH * 4
        and prose.roles[start] == "that"
        and "إ" not in prose.document.tokens[start].text  # إن tells: nothing before it governs
        and prose.sentences[start - 1] == prose.sentences[start]
    ):
        start = prose.starts[start - 1]
    return start


def _stronger(outer: Verdict, inner: Verdict | None) -> Verdict:
    if inner is None or outer.status != "held" or inner.status == "possible":
        return outer
    return Verdict("possible", outer.by)


def _waits(prose: Prose, at: int) -> bool:
    return prose.before(at) == "that" or prose.norms[at].startswith("لي")


def _governor_after(prose: Prose, index: int, last: int) -> Verdict | None:
    """A modifier or a verb that follows the noun: المقبلة, التي ستعقد, لم تبدأ."""
    end = min(prose.ends[index - 1], last + 4)
    relative = past = False
    for at in range(index, end):
        role = prose.roles[at]
        relative = relative or role == "relative"
        if role in {"comma", "stop", "preposition", "opener", "that"}:
            return None
        if role == "auxiliary" and not prose.norms[at].startswith(("ست", "سي")):
            past = past or prose.norms[at] in _WAS
            continue  # زيارة كانت مقررة; ستكون alone tells
        governor = governor_at(prose.norms[at])
        if governor is None:
            continue
        group, form = governor.value
        if group == "announced" and form.tense == "noun" and not is_purpose(governor.clitics):
            return Verdict("announced", at)
        if group == "ongoing" and governor.form in _RUNNING:
            return Verdict("ongoing", at)
        if form.suffixed and not relative:
            continue  # "its leaders" (قادتها) is no verb here
        if form.tense != "noun" and group in _PREDICATES:
            judged = _judge(prose, at, governor)
            return Verdict("held", at) if past and judged is not None and judged.status == "ongoing" else judged
    return None


def _ended(prose: Prose, index: int) -> int | None:
    """The verb that ends the sitting, before it or behind what its relative clause says: التي بدأت الاثنين اختتمت."""
    sentence = prose.document.sentences[prose.sentences[index]]
    for at in range(max(sentence.first, index - _REACH), min(sentence.last, index + 2 * _REACH)):
        ends = _endings().find(prose.norms[at])
        if ends is not None and ends.value.tense == "perfect" and prose.before(at) != "negator":
            return at
    return None


def is_to_end(prose: Prose, index: int) -> bool:
    """Whether the day beside the talks is the last of talks that go on: تنتهي الجولة الخميس."""
    for at in range(prose.starts[index], index):
        ends = _endings().find(prose.norms[at])
        if ends is not None and ends.value.tense == "imperfect" and prose.before(at) != "negator":
            return True
    return False


@cache
def _endings() -> Lexicon[Form]:
    return Lexicon(inflected_verbs(tuple(load("arabic/status")["ending"])))


def _called_off_since(prose: Prose, index: int, planned: Verdict) -> Verdict:
    """What the verb of the clause says of what was planned: الجولة المقررة الجمعة أُجّلت."""
    for at in range((planned.by or index) + 1, prose.ends[index]):
        if prose.roles[at] in {"comma", "stop", "that", "relative"}:
            break
        governor = governor_at(prose.norms[at])
        if governor is not None and governor.value.form.tense == "perfect" and governor.value.group in CALLED_OFF:
            return _judge(prose, at, governor) or planned
    return planned


def _judge(prose: Prose, at: int, match: Match[Governor]) -> Verdict | None:
    """What one governor says of what it governs; ``None`` if nothing ("did not call for" leaves it open)."""
    if match.value.form.tense == "noun":
        return Verdict(_noun_says(prose, at, match), at)
    status = _verb_says(prose, at, match)
    return Verdict(status, at) if status is not None else None


def _noun_says(prose: Prose, at: int, match: Match[Governor]) -> EventStatus:
    group = match.value.group
    if group == "announced" and prose.before(at) == "negator":
        return "denied"  # لا نية لعقد لقاء
    if group == "carries":
        # عقد اجتماعا: the verb of the same spelling, where the clause has no other
        alone = prose.verbs[at] is not None and all(verb is None for verb in prose.verbs[prose.starts[at] : at])
        planned = at and (outer := governor_at(prose.norms[at - 1])) is not None and outer.value.group in _PLANS
        held = alone and not planned and not is_purpose(match.clitics) and prose.before(at) != "preposition"
        return "held" if held else "possible"
    return _ALWAYS[group]


def _verb_says(prose: Prose, at: int, match: Match[Governor]) -> EventStatus | None:  # noqa: PLR0911 - one per tense
    group, form = match.value
    before = prose.norms[at - 1] if at else ""
    negated = prose.before(at) == "negator" and before.lstrip("وف") in _NEGATING
    future = "س" in match.clitics or before == "سوف"
    if group in {"runs", "ongoing"}:
        if negated:
            return "possible" if prose.norms[at - 2 : at - 1] == ["ما"] else "denied"  # ما لم: unless
        if future:
            return "announced"
        if form.tense == "perfect":
            return _ALWAYS[group]
        return "possible" if before == "قد" else "ongoing"
    if negated and group == "announced" and form.tense == "perfect" and before.lstrip("وف") == "لا":
        return "denied"  # لا خطط لعقد لقاء: no verb behind this لا
    if negated:
        return _DENIED[group]
    if group == "postponed" and before == "من":
        return "possible"  # من أجل is "for the sake of", not "postponed"
    return "announced" if future and group in UNDONE else _ALWAYS[group]


_ALWAYS: dict[str, EventStatus] = {
    "runs": "held", "ongoing": "ongoing", "announced": "announced", "possible": "possible", "denied": "denied",
    "failed": "denied", "postponed": "postponed", "cancelled": "cancelled",
}  # fmt: skip
_DENIED: dict[str, EventStatus | None] = {
    "failed": "held", "denied": "possible", "announced": "announced",
    "possible": None, "postponed": None, "cancelled": None,
}  # fmt: skip
"""The same behind a negator: لم يؤجل leaves a meeting as it was."""
_PLANS = frozenset({"announced", "possible", *UNDONE})
"""Right before a masdar these say that it is none of the verb of its spelling: من المقرر عقد اجتماع."""
_PREDICATES = frozenset({"runs", "ongoing", "failed", *UNDONE})
"""Verbs of which talks may be the subject; one who hopes or plans is somebody else."""
_WAS = frozenset({"كان", "كانت", "كانوا"})
_RUNNING = frozenset({"مستمره", "مستمر", "جاريه", "جار", "متواصله", "جاري"})


def governor_at(norm: str) -> Match[Governor] | None:
    """What the word is as a governor of events; behind the article or ب it is no verb."""
    match = _governors().find(norm)
    if match is not None and match.value.form.tense != "noun" and is_bare_noun(match.clitics):
        return None
    return match


@cache
def _governors() -> Lexicon[Governor]:
    forms: dict[str, Governor] = {}
    groups = {group: entry for group, entry in load("arabic/status").items() if group not in {"present", "ending"}}
    for group, entry in groups.items():
        for word, form in inflected_nouns(entry.get("nouns", ())).items():
            if not form.suffixed or (group == "possible" and len(word) > 3):  # أمله, محاولتها; never بعده
                forms.setdefault(word, Governor(group, form))
    for group, entry in groups.items():
        for citation in entry.get("verbs", ()):
            for word, form in inflected_verbs((citation,)).items():
                if not (form.first and word[0] == "ا"):  # "I run" is spelt like too much else: "I put off" like أُرجئ
                    forms.setdefault(word, Governor(group, form))
    return Lexicon(forms)
