"""Which kind of stance a verb shows with what it governs: "insists on refusing" rejects, "stresses there is no" too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.stances.needs import NEED
from taqrib.reading.arabic.stances.words import PREPOSITIONS, is_denial, is_need, stance_words
from taqrib.reading.arabic.wordlists import apart_list, noun_list, verb_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.stances.evidence import Evidence
    from taqrib.reading.arabic.stances.words import Sense
    from taqrib.reading.findings import StanceKind


class Kinds:
    """The kinds of the stances of one report."""

    def __init__(self, prose: Prose, evidence: Evidence) -> None:
        self.prose = prose
        self.evidence = evidence

    def kind(self, index: int, sense: Sense) -> StanceKind:
        """The kind the verb shows with what it governs: "insists on refusing" rejects."""
        if sense.need == "need":
            return "reject" if self.denies(index) else sense.kind
        clings = (
            sense.need in PREPOSITIONS and verb_list("stances", "clinging").find(self.prose.norms[index]) is not None
        )
        return (self._clings_to(index, sense.need) if clings else None) or sense.kind

    def denies_a_refusal(self, index: int) -> bool:
        """أكد عدم رفضه: neither a refusal nor a yes."""
        norms = self.prose.norms
        at = next((at for at in range(index + 1, self.evidence.reach(index, NEED)) if is_need(norms[at])), None)
        refused = at is not None and norms[at] == "عدم" and at + 1 < self.prose.size
        return at is not None and refused and apart_list("stances", "turning").find(norms[at + 1]) is not None

    def denies(self, index: int) -> bool:
        """أكد أنه لا تسوية: whether what the verb stresses is that there is none."""
        prose = self.prose
        for at in range(index + 1, self.evidence.reach(index, NEED)):
            if is_need(prose.norms[at]):
                return is_denial(prose.norms[at])
        return False

    def _clings_to(self, index: int, need: str) -> StanceKind | None:
        """What تمسك and أصر hold on to where that is a stance itself: تمسك برفض الخطة rejects."""
        prose = self.prose
        for at in range(index + 1, self.evidence.reach(index, NEED)):
            behind = at > index + 1 and prose.norms[at - 1] == normalised(need)
            if not behind and not self.evidence.is_preposition(at, need):
                continue
            if (
                prose.norms[at] == "عدم"
                and at + 1 < prose.size
                and noun_list("stances", "nothing").find(prose.norms[at + 1])
            ):
                return "reject"  # "no way by force exists"; "not to hurry" stays a demand
            match = stance_words().find(prose.norms[at])
            for sense in match.value if match else ():
                if sense.part == "masdar" and sense.kind in {"reject", "support", "accept", "reserve"}:
                    return sense.kind
        return None

    def is_own_wish(self, index: int, sense: Sense) -> bool:
        """نريد أن نكون: what the speaker wants to do himself demands nothing of anybody."""
        norms = self.prose.norms
        if not sense.form.first or sense.kind != "demand" or norms[index + 1 : index + 2] != ["ان"]:
            return False
        return index + 2 < self.prose.size and norms[index + 2][:1] in {"ن", "ا"}
