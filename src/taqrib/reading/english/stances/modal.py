"""What a side says it will or will not do, what it says another must do."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from taqrib.reading.english.stances.conditions import condition, lifting
from taqrib.reading.english.words import NEGATIONS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.stances.scene import Scene
    from taqrib.reading.findings import StanceKind

_TABLE = load("english/stances")
_ACCEPTING = frozenset(_TABLE["accepting"])
_NO_COMMITMENT = frozenset(_TABLE["no_commitment"])
_NO_ACT = frozenset(_TABLE["no_act"])
_NOT_REFUSED = frozenset(_TABLE["not_refused"]) | _NO_ACT
_CONTINUING = frozenset(_TABLE["continuing"])
_FUTURE = words(load("english/grammar")["future"])
_NOT_OPPOSING = frozenset(_TABLE["not_opposing"])
_POSSIBLE = words("can could should would will")
_NO_DEMAND = frozenset(_TABLE["no_demand"])
_NOT_SUFFERED = frozenset(_TABLE["not_suffered"])
_LASTING = frozenset(_TABLE["lasting"])
_RELINQUISHING = words("give surrender abandon")
_FORESEEN = words(_TABLE["foreseen"])
_NEEDING = words("have need")


def modal(scene: Scene, number: int, lemma: str) -> None:
    """``will not talk``, ``would take part``; "must" and "has to" said of another."""
    outline = scene.outline
    if not scene.asserted(number):
        return
    group = set(outline.group(number))
    going = lemma == "go" and outline.tags[outline.phrases[number].last - 1] == "g"
    if going and outline.kinds[number + 1 : number + 2] == "I":  # "we are not going to sign"
        lemma = outline.lemma(number + 1)
        if not {"was", "were"}.isdisjoint(group) and scene.speaker(number) is None:
            return  # "was going to sign" does not tell that it did
    if _held_back(scene, number, group) or _nothing_until(scene, number, group) or _disbelieves(scene, number, lemma):
        return
    needing = lemma in _NEEDING and outline.kinds[number + 1 : number + 2] == "I"
    if _not_suffered(scene, number, lemma, group) or _lasting(scene, number, lemma, group):
        return
    if group & _FUTURE or going:
        if not needing and not outline.passive(number):  # "would have to" is no will
            _will(scene, number, lemma, group)
    elif (needing or {"must", "should"} & group) and not (
        (outline.negated(number) and not _forbids(scene, number, group))
        or (outline.passive(number) and lemma in _NO_DEMAND)
    ):
        _must(scene, number)


def _forbids(scene: Scene, number: int, group: set[str]) -> bool:
    """``the army must not return``, ``no soldier should stay``: what is demanded is that it not be done."""
    subject = scene.holders.subject(number)
    nobody = subject is not None and scene.outline.tokens[subject.first].norm == "no"
    return "must" in group or (nobody and NEGATIONS.isdisjoint(group))


def _nothing_until(scene: Scene, number: int, group: set[str]) -> bool:
    """``no date will be set until``, ``there will be no deal unless``: the speaker's condition for what has no doer."""
    outline = scene.outline
    holder = scene.admissible(scene.speaker(number))
    if holder is None or not group & _FUTURE:
        return False
    subject = scene.holders.subject(number)
    there = scene.outline.tokens[outline.phrases[number].first - 1].norm == "there"
    empty = there and outline.kinds[number + 1 : number + 2] == "N" and outline.words(number + 1)[0] == "no"
    undone = outline.negated(number) and outline.passive(number)
    if not empty and not undone:
        return False
    requires = condition(outline, scene.holders, number, scene.end(number))
    if requires is None and undone and _before_clause(scene, number):
        scene.add(number, holder, "condition", rule="nothing-before", certainty=0.7, subject=subject)
        return True
    if requires is None and empty and not _foreseen(scene, number):
        scene.add(number, holder, "reject", rule="there-will-be-no", certainty=0.55)
        return True
    if requires is None or not lifting(outline, requires):
        return False
    scene.add(number, holder, "reject", rule="nothing-until", certainty=0.75, subject=subject if undone else None)
    return True


def _not_suffered(scene: Scene, number: int, lemma: str, group: set[str]) -> bool:
    """``will not be bullied``."""
    if not (
        group & _FUTURE and lemma in _NOT_SUFFERED and scene.outline.negated(number) and scene.outline.passive(number)
    ):
        return False
    subject = scene.holders.subject(number)
    holder = scene.admissible(scene.holders.name(subject, number))
    if holder is not None:
        scene.add(number, holder, "reject", rule="will-not-be", certainty=0.7, subject=subject)
    return True


def _before_clause(scene: Scene, number: int) -> bool:
    """``no prisoner would be freed before a truce had held``."""
    outline, end = scene.outline, scene.end(number)
    for at in range(number + 1, end):
        if outline.tokens[outline.phrases[at].first].norm == "before":
            return "V" in outline.kinds[at:end]
    return False


def _foreseen(scene: Scene, number: int) -> bool:
    """``there will be no deal this week``: what somebody expects, not what he refuses."""
    outline = scene.outline
    dated = "T" in outline.kinds[number + 1 : scene.end(number)]
    return dated or not _FORESEEN.isdisjoint(outline.words(number + 1))


def _lasting(scene: Scene, number: int, lemma: str, group: set[str]) -> bool:
    """``the blockade will stay until the crew is free``: a condition of who says it."""
    outline = scene.outline
    speaker = scene.admissible(scene.speaker(number))
    if speaker is None or not group & _FUTURE or lemma not in _LASTING or outline.negated(number):
        return False
    subject, until = scene.holders.subject(number), scene.end(number)
    requires = condition(outline, scene.holders, number, until)
    own = subject is not None and outline.tokens[subject.head].norm in {"we", "i"}  # "we will hold them until"
    if (
        subject is None
        or own
        or requires is None
        or not outline.document.text[slice(*requires)].lower().startswith("un")
    ):
        return False  # "until", "unless"
    scene.add(number, speaker, "commit", rule="will-last-until", certainty=0.7, subject=subject)
    return True


def _disbelieves(scene: Scene, number: int, lemma: str) -> bool:
    """``does not believe the bay can be divided``: a side that does not hold it possible rejects it."""
    outline = scene.outline
    if lemma not in {"believe", "think"} or not outline.negated(number):
        return False
    subject, holder = scene.holder(number)
    verb = outline.kinds.find("V", number + 1, scene.end(number))
    if holder is None or verb < 0 or _POSSIBLE.isdisjoint(outline.words(verb)):
        return False
    scene.add(number, holder, "reject", rule="not-believed", certainty=0.6, subject=subject)
    return True


def _held_back(scene: Scene, number: int, group: set[str]) -> bool:
    """``a deal could not be signed until``: a condition of the speaker."""
    outline = scene.outline
    holder = scene.admissible(scene.speaker(number))
    if (
        holder is None
        or not outline.negated(number)
        or group.isdisjoint({"could", "can", "cannot", "can't", "couldn't"})
    ):
        return False
    for index in range(number + 1, min(scene.end(number) + 1, len(outline.phrases))):
        norm = outline.tokens[outline.phrases[index].first].norm
        if norm in {"until", "unless", "before", "while"}:
            if "V" not in outline.kinds[index : scene.end(number) + 3]:
                return False
            subject = scene.holders.subject(number)
            scene.add(
                number,
                holder,
                "condition" if norm == "while" else "reject",
                rule="not-until",
                certainty=0.7,
                subject=subject,
            )
            return True
    return False


_Told: TypeAlias = "tuple[StanceKind, str, float] | None"
"""A kind with the rule that saw it and its certainty."""


def _will(scene: Scene, number: int, lemma: str, group: set[str]) -> None:
    if _subordinate(scene, number):
        return
    subject, holder = scene.holder(number)
    if holder is None:
        return
    speaker = scene.speaker(number)
    if scene.outline.negated(number):
        told = _will_not(scene, number, lemma, own=holder == speaker, longer="longer" in group)
    elif _ultimatum(scene, number, lemma):
        told = ("commit", "will-unless", 0.7)
    else:
        told = _will_do(
            lemma, own=holder == speaker, told_by_nobody=speaker is None, takes_part=scene.word_after(number) == "part"
        )
    if told is not None:
        kind, rule, certainty = told
        scene.add(number, holder, kind, rule=rule, certainty=certainty, subject=subject)


def _will_not(scene: Scene, number: int, lemma: str, *, own: bool, longer: bool) -> _Told:
    """A refusal; of an end it is the contrary of one, and of an obstacle it is nothing."""
    if lemma in _CONTINUING and not (lemma in _RELINQUISHING and _gives_something(scene, number)):
        return "commit", "will-not-stop", 0.7
    if lemma in _NOT_OPPOSING:
        return None  # who lets it pass has not accepted it
    requires = condition(scene.outline, scene.holders, number, scene.end(number))
    if own and requires is not None and lifting(scene.outline, requires):
        return "reject", "will-not-until", 0.75  # "we will not go until we have land": even where going is no act
    if lemma not in _NOT_REFUSED and (own or longer or lemma in _ACCEPTING or _ultimatum(scene, number, lemma)):
        return "reject", "will-not", 0.75
    return None


def _will_do(lemma: str, *, own: bool, told_by_nobody: bool, takes_part: bool) -> _Told:
    """A readiness or a commitment; "we will meet the council on Thursday" announces a meeting."""
    if lemma in _NO_COMMITMENT or (lemma == "take" and not takes_part):
        return None
    if lemma in _ACCEPTING and (own or told_by_nobody):
        return "accept", "will-accept", 0.65
    return ("commit", "will-act", 0.6) if own and lemma not in _NO_ACT else None


def _gives_something(scene: Scene, number: int) -> bool:
    """``will not give up its right``: with an object a refusal; "will not give up" is a resolve."""
    kinds = scene.outline.kinds
    at = number + 1
    while kinds[at : at + 1] in {"A", "P"}:
        at += 1
    return kinds[at : at + 1] == "N"


def _ultimatum(scene: Scene, number: int, lemma: str) -> bool:
    """``will strike unless``, ``would consider it if``: what another says of a side's condition holds, too."""
    requires = condition(scene.outline, scene.holders, number, scene.end(number))
    if requires is None:
        return False
    first = scene.outline.document.text[slice(*requires)].partition(" ")[0].lower()
    return first == "unless" or (lemma in _ACCEPTING and first in {"if", "only", "provided", "once"})


def _must(scene: Scene, number: int) -> None:
    """What the speaker says another must do, he demands."""
    speaker = scene.admissible(scene.speaker(number))
    subject = scene.holders.subject(number)
    if speaker is None or subject is None or scene.outline.kinds[number - 1] == "W":
        return  # "who should guard the road" asks
    words_of = scene.outline.tokens[subject.first].norm
    if words_of in {"we", "i", "there", "it"} or scene.holders.name(subject, number) == speaker:
        return
    scene.add(number, speaker, "demand", rule="must", certainty=0.65, subject=subject)


def _subordinate(scene: Scene, number: int) -> bool:
    """Whether the clause hangs on a condition or a relative word: "if it will", "which will"."""
    outline = scene.outline
    if number and outline.kinds[number - 1] == "W":
        return True
    subject = scene.holders.subject(number)
    if subject is None:
        return False
    ahead = outline.phrase_at[subject.first] - 1
    return ahead >= 0 and outline.kinds[ahead] in "WU"
