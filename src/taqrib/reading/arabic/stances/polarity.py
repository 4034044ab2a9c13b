"""What a negator makes of a stance: "did not accept" rejects, "did not rule out" says nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from taqrib.reading.arabic.conjugation import verb_forms
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.findings import StanceKind

_NEGATORS = {"لم", "لن", "لا", "ما", "ليس", "ليست", "ليسوا", "لسنا", "غير", "عدم"}


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
        else:
            break
        at -= 1
    if not negated:
        return Polarity(kind, index, ())
    if _silent().find(prose.norms[index]):
        return Polarity(None, first, ())
    rule = load("arabic/polarity")["negated"][kind]
    unsure = tuple(filter(None, (rule.get("unsure"),)))
    if negated > 1:
        return Polarity(kind, first, ("two negations over one predicate",))
    return Polarity(cast("StanceKind | None", rule["kind"]), first, unsure)


@cache
def _silent() -> Lexicon[bool]:
    forms = [
        form
        for citation in load("arabic/polarity")["no_consent_when_negated"]
        for form in verb_forms(*citation.split())
    ]
    return Lexicon(dict.fromkeys(forms, True))
