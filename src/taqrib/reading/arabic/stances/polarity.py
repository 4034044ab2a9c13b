"""What a negator makes of a stance: "will not accept" rejects, "has not accepted" and "does not reject" say nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from taqrib.reading.arabic.conjugation import verb_forms
from taqrib.reading.arabic.moods import bare
from taqrib.reading.arabic.wordlists import plain_list
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.findings import StanceKind

_NEGATORS = {"لم", "لن", "لا", "ما", "ليس", "ليست", "ليسوا", "لسنا", "غير", "عدم"}


_IS_NOT = {"ليس", "ليست", "ليسوا", "ليسا"}
_STILL = {"زال", "زالت", "زالوا", "يزال", "تزال", "يزالون", "نزال", "يزل", "تزل"}


class Polarity(NamedTuple):
    """What is left of a stance behind its negators.

    :ivar kind: the kind that results; ``None`` for no stance at all.
    :ivar first: the first token of the predicate, negators and auxiliaries included.
    :ivar unsure: what two negations over one predicate leave open.
    """

    kind: StanceKind | None
    first: int
    unsure: tuple[str, ...]


def polarity(prose: Prose, index: int, kind: StanceKind) -> Polarity:
    """The polarity of the stance word at the token ``index`` that by itself shows ``kind``."""
    table = load("arabic/polarity")
    ceased = _ceased(prose, index)
    if ceased is not None:
        return Polarity(cast("StanceKind | None", table["ceased"].get(kind)), ceased, ())
    negated, first = _negators(prose, index)
    if not negated:
        return Polarity(kind, index, ())
    undone = kind in table["undone"] and negated == 1 and _is_undone(prose, first)
    if undone or _silent().find(prose.norms[index]):
        return Polarity(None, first, ())
    rule = table["negated"][kind]
    unsure = tuple(filter(None, (rule.get("unsure"),)))
    if negated > 1:
        return Polarity(kind, first, ("two negations over one predicate",))
    return Polarity(cast("StanceKind | None", rule["kind"]), first, unsure)


def _negators(prose: Prose, index: int) -> tuple[int, int]:
    """How many negators stand before the word at ``index``, and the first token of its predicate with them."""
    first = index
    negated = 0
    at = index - 1
    while at >= prose.starts[index]:
        role = prose.roles[at]
        if role == "negator" and prose.norms[at + 1] in _STILL:
            first = at  # لا تزال ملتزمة: "still", no denial
        elif role == "negator" and prose.norms[at].removeprefix("و").removeprefix("ف") in _NEGATORS:
            negated += 1
            first = at
        elif role in {"auxiliary", "adverb"}:
            first = at
        elif role != "mark":  # «لن» تقبل: denied, whose word it ever is
            break
        at -= 1
    far = None if negated else _denied_from_afar(prose, index)
    return (negated, first) if far is None else (1, far)


def _ceased(prose: Prose, index: int) -> int | None:
    """The negator of لم يعد or ما عاد before the word at ``index``, with no other verb between; ``None`` without."""
    for at in range(index - 1, prose.starts[index], -1):
        if prose.norms[at] in plain_list("clauses", "ceasing"):
            return at - 1 if bare(prose.norms[at - 1]) in _NEGATORS else None
        if prose.verbs[at] is not None:
            return None
    return None


def _denied_from_afar(prose: Prose, index: int) -> int | None:
    """The ليس or لم يكن before a subject that the word at ``index`` is denied of: ليس الوفد رافضا; ``None`` without."""
    for at in range(index - 1, prose.starts[index] - 1, -1):
        if prose.verbs[at] is not None or prose.roles[at] in {"preposition", "relative", "comma"}:
            return None
        if bare(prose.norms[at]) in _IS_NOT:
            joined = prose.norms[at] not in _IS_NOT and at > 0 and prose.is_content(at - 1)
            return None if joined and prose.sentences[at - 1] == prose.sentences[at] else at  # الحكومة وليس الوفد
        if prose.roles[at] == "auxiliary" and prose.norms[at] not in _STILL and prose.before(at) == "negator":
            return at - 1
    return None


def _is_undone(prose: Prose, first: int) -> bool:
    """Whether the negator at ``first`` denies what was to be done by now: لم, and لما before an imperfect."""
    return bare(prose.norms[first]) in {"لم", "لما"}


@cache
def _silent() -> Lexicon[bool]:
    forms = [
        form
        for citation in load("arabic/polarity")["no_consent_when_negated"]
        for form in verb_forms(*citation.split())
    ]
    return Lexicon(dict.fromkeys(forms, True))
