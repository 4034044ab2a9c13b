"""What a stance word needs beside it: a preposition, an object of its class, a future, a negator, a word of need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.stances.words import PREPOSITIONS, Sense, is_denial, is_need
from taqrib.reading.arabic.wordlists import mixed_list, noun_list, objects

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.arabic.stances.evidence import Evidence
    from taqrib.reading.arabic.stances.holders import Holders

_OBJECT = {"verb": 15, "masdar": 7, "participle": 7, "tabled": 7}
"""Tokens within which the object stands that a word needs."""
_PREPOSITION = 20
NEED = 14
"""Tokens within which a reporting verb governs ضرورة or its like."""


class Needs:
    """Whether the needs of stance words are met in one report."""

    def __init__(self, prose: Prose, parties: Parties, holders: Holders, evidence: Evidence) -> None:
        self.prose = prose
        self.parties = parties
        self.holders = holders
        self.evidence = evidence

    def met(self, index: int, sense: Sense) -> bool:  # noqa: PLR0911 - one per need
        """Whether the word at ``index`` has beside it what it needs to show the stance of ``sense``."""
        prose, need = self.prose, sense.need
        end = min(prose.ends[index], index + _OBJECT[sense.part])
        if need == "always":
            return not self._is_formula(index, end)
        if need.endswith("؟"):
            return True
        if need in PREPOSITIONS:
            return self._has_preposition(index, end, sense)
        if need == "need":
            return self._governs_need(index)
        if need == "unthinkable":
            return prose.norms[index - 1 : index] in (["غير"], ["وغير"])
        if need == "future":
            return self._is_promise(index, sense)
        if need == "seek":
            return self._is_own_aim(index, sense)
        if need == "denied":
            return sense.form.tense == "imperfect" and self._is_refused(index)
        taken = need == "bargain" and sense.kind == "accept" and self.is_taken(index)
        return taken or self._has_object(index, end, need)

    def _has_preposition(self, index: int, end: int, sense: Sense) -> bool:
        if sense.need == "على" and sense.kind == "demand" and self._affirms(index):
            return False
        if sense.kind in {"reserve", "reject"} and self._is_formula(index, end):
            return False
        reach = self.evidence.reach(index, _PREPOSITION)
        return any(self.evidence.is_preposition(at, sense.need) for at in range(index + 1, reach))

    def _has_object(self, index: int, end: int, need: str) -> bool:
        prose, known = self.prose, objects()
        return any(
            not prose.roles[at] and (match := known.find(prose.norms[at])) is not None and need in match.value
            for at in range(index + 1, end)
        )

    def _is_formula(self, index: int, end: int) -> bool:
        """Whether names or comments are what is refused: رفض ذكر اسمه."""
        formula = noun_list("stances", "anonymity")
        return any(formula.find(norm) for norm in self.prose.norms[index + 1 : min(end, index + 6)])

    def is_taken(self, index: int) -> bool:
        """Whether a party, named beside the verb, takes what it is given, whatever it is: تقبل الشركة رحلات إضافية."""
        prose = self.prose
        if mixed_list("stances", "consenting").find(prose.norms[index]) is None:
            return False
        end = prose.ends[index]
        party = self.parties.at(index + 1) if index + 1 < end else None
        if party is not None and not prose.norms[index + 1].startswith(("ب", "ل")):
            return party.last < end and not prose.roles[party.last]
        ahead = self.holders.subjects.ahead(index)
        known = ahead is not None and ahead.how == "subject-before" and ahead.last == index
        return known and index + 1 < end and not prose.roles[index + 1]

    def _is_own_aim(self, index: int, sense: Sense) -> bool:
        """Whether a side, named beside the verb, seeks for itself: تسعى الحكومة إلى, and not the mediators."""
        holder = self.holders.of(index, sense.form)
        if sense.form.tense != "imperfect" or holder is None or holder.how not in {"subject", "subject-before"}:
            return False
        text = f"{holder.name} {self.prose.document.text[slice(*holder.span)] if holder.span else ''}"
        mediators = noun_list("stances", "mediators")
        return not any(mediators.find(word) for word in normalised(text).split()) and any(
            self.evidence.is_preposition(at, "إلى") or self.prose.norms[at][:1] == "ل"
            for at in range(holder.last, self.evidence.reach(holder.last, 2))
        )

    def _affirms(self, index: int) -> bool:
        """Whether على أن follows with no word of need: to stress that something is so demands nothing."""
        prose = self.prose
        for at in range(index + 1, self.evidence.reach(index, _PREPOSITION) - 1):
            if prose.norms[at] == "علي" and prose.roles[at + 1] == "that":
                subjunctive = at + 2 < prose.size and prose.verbs[at + 2] is not None
                return not subjunctive and not self._governs_need(at + 1)
        return False

    def _governs_need(self, index: int) -> bool:
        """Whether a reporting verb governs ضرورة or its like, before any other verb."""
        prose = self.prose
        for at in range(index + 1, self.evidence.reach(index, NEED)):
            if prose.roles[at] == "that" or (prose.verbs[at] is not None and at > index + 1):
                return False
            if is_need(prose.norms[at]):
                # "the negotiator's need of patience" asks nothing of anybody
                return at + 1 >= prose.size or self.parties.at(at + 1) is None or is_denial(prose.norms[at])
        return False

    def _is_promise(self, index: int, sense: Sense) -> bool:
        """A future inside a statement, of the speaker or of a side he speaks of: سنواصل, أنه سيوفر, ستشارك الحكومة."""
        prose = self.prose
        before = prose.norms[index - 1] if index else ""
        future = prose.norms[index].lstrip("وف").startswith("س") or before == "سوف"
        if index not in self.holders.speaking or sense.form.tense != "imperfect" or not future:
            return False
        if sense.form.first or before in {"انه", "انها", "انهم", "بانه", "بانها"}:
            return True
        holder = self.holders.of(index, sense.form)
        return holder is not None and holder.how in {"subject", "subject-before", "carried-over"}

    def _is_refused(self, index: int) -> bool:
        """لن of anybody; لا of one who speaks, or who does not want. What was not done (لم) was not refused."""
        prose = self.prose
        before = prose.norms[index - 1].lstrip("وف") if prose.before(index) == "negator" else ""
        wants = prose.norms[index][1:] == "ريد"
        return before == "لن" or (before == "لا" and (wants or index in self.holders.speaking))
