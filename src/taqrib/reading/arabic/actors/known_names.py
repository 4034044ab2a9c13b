"""States, capitals, organisations and outlets: mentions of the names that the vocabulary knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.citation import description, span_of
from taqrib.reading.arabic.actors.known import HEADS, HOMOGRAPHS, PLACE_PREPOSITIONS
from taqrib.reading.findings import Mention

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.known import Name
    from taqrib.reading.arabic.actors.people import People
    from taqrib.reading.arabic.actors.phrase import Phrase
    from taqrib.reading.arabic.actors.phrases import Ground

_NEWSPAPER = ("الشرق", "الاوسط")
_TOWNS = frozenset(["العاصمه", "مدينه"])


def known_name(ground: Ground, phrase: Phrase, name: Name, people: People, present: set[str]) -> Mention | None:
    """The mention of a phrase that is a known name and no more; ``None`` for a homograph that is another word here.

    :param present: the words of the report, which tell homographs apart.
    """
    span = span_of(ground, phrase)
    actor, form = name.actor, " ".join(name.words)
    needs = HOMOGRAPHS.get(form)
    if needs is not None and not needs & present:
        if form != "عمان":
            return None
        actor = "الأردن"
    if name.role == "outlet" or (phrase.first - 1 in ground.names_in_quotes and name.words == _NEWSPAPER):
        return Mention(span=span, actor=actor, kind=name.kind, certainty=0.9, rule="known-outlet", rests_on=(span,))
    if name.role == "capital":
        return _capital(ground, phrase, actor)
    _note_kind(name, actor, people)
    return Mention(span=span, actor=actor, kind=name.kind, certainty=0.95, rule="known-name", rests_on=(span,))


def _capital(ground: Ground, phrase: Phrase, state: str) -> Mention:
    """A capital is a place behind a preposition of place, and may be its government elsewhere."""
    span = span_of(ground, phrase)
    if _is_behind_place(ground, phrase):
        return Mention(
            span=span, actor=description(ground, phrase), kind="place", certainty=0.9, rule="capital-place",
            rests_on=(span,),
        )  # fmt: skip
    return Mention(
        span=span, actor=state, kind="state", certainty=0.7, rule="capital-for-government", rests_on=(span,),
        unsure=("the city may stand for itself",),
    )  # fmt: skip


def _is_behind_place(ground: Ground, phrase: Phrase) -> bool:
    before = ground.tokens[phrase.first - 1].norm if phrase.first else ""
    preposition = before in PLACE_PREPOSITIONS or (before[:1] in {"و", "ف"} and before[1:] in PLACE_PREPOSITIONS)
    return preposition or "ب" in phrase.clitics or before.endswith("عاصمه") or before in _TOWNS


def _note_kind(name: Name, actor: str, people: People) -> None:
    """Behind الوكالة الدولية للطاقة الذرية, "الوكالة" is that one."""
    head = HEADS.find(name.words[0]) if len(name.words) > 1 and name.kind in {"organisation", "body"} else None
    if head is not None:
        people.described[(head.value.lemma, head.value.plural)] = actor
