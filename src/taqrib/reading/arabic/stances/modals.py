"""Words of obligation, impossibility and one's own terms: inside a statement they are its speaker's stance."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.wordlists import apart_list, noun_list, plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.arabic.stances.evidence import Evidence
    from taqrib.reading.findings import StanceKind

_NO = frozenset({"لا", "ولا", "فلا"})
_ON = frozenset({"علي", "وعلي", "فعلي"})
_NEVER = frozenset({"لن", "ولن", "فلن"})
_EXCEPT = frozenset({"الا", "سوي"})
_REACH = 14
_DOOR = 5


class Modal(NamedTuple):
    """What the speaker demands or rejects, and the first token of the evidence."""

    kind: StanceKind
    first: int


def modal(prose: Prose, parties: Parties, evidence: Evidence, index: int) -> Modal | None:  # noqa: PLR0911 - one per turn of phrase
    """The stance that an obligation or impossibility at the token ``index`` of a statement shows."""
    norm = prose.norms[index]
    before = prose.norms[index - 1] if index else ""
    if before in _NEVER and norm[:1] == "ن" and not prose.roles[index]:
        away = any(apart_list("stances", key).find(norm) is not None for key in ("turning", "turning_with"))
        return None if away else Modal("reject", index - 1)  # لن نقبل, whatever the verb but لن نرفض
    if norm not in _candidates() or prose.before(index) == "relative":
        return None  # "the steps that must be taken" are only named
    own = _own_terms(prose, index)
    if own is not None or norm in _own_words():
        return own
    if norm in _ON:
        return Modal("demand", index) if _obliges(prose, parties, index) else None
    if norm in _NO:
        return _impossibility(prose, evidence, index)
    if norm == "الوحيد":
        return Modal("demand", index - 1) if noun_list("stances", "only").find(before) else None
    if norm == "خط":
        red = prose.norms[index + 1 : index + 2] == ["احمر"]
        return Modal("reject", prose.starts[index]) if red else None
    if prose.before(index) == "negator":
        return Modal("reject", index - 1)
    return Modal("demand", index)


def _own_terms(prose: Prose, index: int) -> Modal | None:
    """شرطنا هو, مطلبنا, الباب ما زال مفتوحا: terms, demands and open doors that are the speaker's."""
    norm = prose.norms[index].removeprefix("و").removeprefix("ف")
    if norm in plain_list("stances", "own_terms"):
        return Modal("condition", index)
    if norm in plain_list("stances", "own_demands"):
        return Modal("demand", index)
    if norm in plain_list("stances", "open_doors"):
        opened = any(word in plain_list("stances", "opened") for word in prose.norms[index + 1 : index + _DOOR])
        return Modal("offer", index) if opened and prose.before(index) != "negator" else None
    return None


def _obliges(prose: Prose, parties: Parties, index: int) -> bool:
    """على الأطراف أن: "on" obliges a party before أن, or at the head of what is said."""
    party = parties.at(index + 1) if index + 1 < prose.size else None
    if party is None or party.last >= prose.size:
        return False
    heads = prose.starts[index] == index or prose.before(index) in {"that", "mark"}
    return heads or prose.norms[party.last] in {"ان", "عدم"}


def _impossibility(prose: Prose, evidence: Evidence, index: int) -> Modal | None:
    following = prose.norms[index + 1] if index + 1 < prose.size else ""
    if following in plain_list("stances", "no_alternative"):
        return Modal("demand", index)
    if following not in plain_list("stances", "impossibilities"):
        return None
    exception = _EXCEPT & set(prose.norms[index + 1 : evidence.reach(index, _REACH, openers=True)])
    return Modal("demand" if exception else "reject", index)  # "no way but ..."


@cache
def _own_words() -> frozenset[str]:
    words = (word for key in ("own_terms", "own_demands", "open_doors") for word in plain_list("stances", key))
    return frozenset(joined + word for word in words for joined in ("", "و", "ف"))


@cache
def _candidates() -> frozenset[str]:
    obligations = plain_list("stances", "obligations")
    return _own_words() | frozenset(
        [
            *_NO,
            *_ON,
            "الوحيد",
            "خط",
            *obligations,
            *("و" + word for word in obligations),
            *("ف" + word for word in obligations),
        ]
    )
