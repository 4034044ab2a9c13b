"""Whether a word that may carry an event tells one here, or only speaks of it.

Talks are about truces and releases, efforts aim at agreements, somebody is asked to accept: none of that has happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.clauses import is_purpose
from taqrib.reading.arabic.events import status
from taqrib.reading.arabic.events.topics import is_any, is_topic
from taqrib.reading.arabic.events.triggers import Sense, is_noun_of, is_of_class
from taqrib.reading.arabic.wordlists import mixed_list, noun_list, objects, plain_list
from taqrib.reading.findings import UNDONE

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.events.status import Verdict
    from taqrib.reading.arabic.parties import Parties

_MEDIATION = frozenset({"mediate"})
_SUBJECTS = frozenset({"ceasefire", "release", "aid", "breach", "agree"})
"""What talks are most often about."""
_CONSENTS = frozenset({"accept", "agree", "talks"})
_ACTS = frozenset({"accept", "reject", "vote", "meet", "talks", "travel"})
"""What is no news as the mere purpose of something else; an agreement, a truce or a release in view is."""


class Facts:
    """Tells facts from words in one report."""

    def __init__(self, prose: Prose, parties: Parties) -> None:
        self.prose = prose
        self.parties = parties

    def is_event(self, index: int, clitics: str, sense: Sense, verdict: Verdict) -> bool:  # noqa: PLR0911 - one per turn of phrase
        """Whether something happened, and is not only spoken of."""
        reach = 5 if sense.type == "agree" else 1
        if verdict.status not in UNDONE and is_any(self.prose, index, reach=reach):
            return False
        if sense.need == "talks" and sense.lemma == "وقف" and not is_of_class(self.prose.norms[index + 1], "talks"):
            return False  # "stopping the fighting is a condition of talks"
        if sense.kind == "verb":
            return self._is_deed(index, sense, verdict)
        if sense.type in _SUBJECTS and is_topic(self.prose, index):
            return False
        if sense.type in {"accept", "agree"} and verdict.status == "denied" and self._is_not_to(verdict):
            return False
        if verdict.status == "possible" and sense.type in _ACTS and self._is_mere_purpose(index, verdict):
            return False
        if sense.kind == "masdar":
            return self._is_masdar_event(index, clitics, sense, verdict)
        tests = {
            "mediate": lambda: self._is_mediation(index, verdict),
            "agree": lambda: self._is_agreement(index, clitics, verdict),
            "propose": lambda: self._is_proposal(index, clitics, sense, verdict),
            # "the truce talks" are talks
            "ceasefire": lambda: verdict.by not in {None, index} and not self._follows_name(index),
        }
        return tests[sense.type]() if sense.type in tests else True

    def _is_deed(self, index: int, sense: Sense, verdict: Verdict) -> bool:
        """Whether a verb tells a deed: a deal that "stops the war" does not, nor do "those who have not signed"."""
        conditions = plain_list("clauses", "conditions")
        if verdict.status == "possible" and sense.type in {"accept", "reject"} and verdict.by is not None:
            hung = self.prose.starts[index] <= verdict.by < index and self.prose.norms[verdict.by] in conditions
            if hung or self.prose.norms[self.prose.starts[index]] in conditions:
                return False  # "if it agrees"
        if verdict.status == "denied" and sense.type in _CONSENTS and self.prose.norms[index - 1 : index] == ["لن"]:
            return False  # لن نقبل, لن نتفاوض: a position, and nothing that happened or will
        if sense.need == "fire":
            return any("اطلاق" in norm for norm in self.prose.norms[index + 1 : index + 5])
        return not (verdict.status == "denied" and sense.type in {"agree", "accept"} and self._is_relative(index))

    def _is_masdar_event(self, index: int, clitics: str, sense: Sense, verdict: Verdict) -> bool:
        if sense.need == "fire":
            return self._is_truce(index, clitics, verdict)
        following = self.prose.norms[index + 1] if index + 1 < self.prose.size else ""
        return not (sense.type == "mediate" and is_noun_of(following, _MEDIATION))  # جهود وساطة: the noun carries it

    def _is_not_to(self, verdict: Verdict) -> bool:
        """Whether عدم denies something else than that one has come to terms: "not to hurry in reaching"."""
        prose, by = self.prose, verdict.by
        if by is None or prose.norms[by].lstrip("بول") != "عدم" or by + 1 >= prose.size:
            return False
        return mixed_list("events", "reaching").find(prose.norms[by + 1]) is None

    def _is_mere_purpose(self, index: int, verdict: Verdict) -> bool:
        """Whether nobody proposes or expects it: it is only what efforts or a clause of أن are for."""
        if verdict.by is None or verdict.by == index:
            return True
        governor = status.governor_at(self.prose.norms[verdict.by])
        return governor is None or governor.value.group == "carries"

    def _is_relative(self, index: int) -> bool:
        prose = self.prose
        at = index - 1
        while at > prose.starts[index] and prose.roles[at] in {"negator", "auxiliary"}:
            at -= 1
        return prose.roles[at] == "relative"

    def _is_truce(self, index: int, clitics: str, verdict: Verdict) -> bool:
        """Whether "stopping" is a ceasefire declared or called for, not what some talks or plan are about."""
        if verdict.by is None or verdict.by == index:
            return False
        if any("اطلاق" in norm for norm in self.prose.norms[index + 1 : index + 4]):
            return not is_purpose(clitics)
        governor = status.governor_at(self.prose.norms[verdict.by])
        if governor is None or governor.value.form.tense == "noun":
            return False
        return governor.value.group in {"runs", "ongoing"}

    def is_content_of_plan(self, index: int) -> bool:
        """Whether talks, a plan or a deal govern the masdar: صفقة إطلاق الأسرى, تفاهم مبدئي حول تبادل الأسرى."""
        prose = self.prose
        if prose.before(index) == "":
            return self._is_about(index - 1)
        if prose.before(index) != "preposition":
            return False
        return any(self._is_about(at) for at in range(max(prose.starts[index], index - 3), index - 1))

    def _is_mediation(self, index: int, verdict: Verdict) -> bool:
        """Whether mediating is meant: "the mediation tabled" and "the mediation's draft" are those who mediate."""
        prose = self.prose
        run = verdict.by is not None and prose.verbs[verdict.by] is not None
        if run and verdict.by == index - 1 and prose.norms[index].startswith("ال") and verdict.status != "ongoing":
            return False  # the subject of what is run
        named = index in self.parties.covering and not run
        return verdict.status != "denied" and not named and not self._follows_name(index)

    def _is_agreement(self, index: int, clitics: str, verdict: Verdict) -> bool:
        """Whether the agreement is reached, or not: the word alone is only a topic."""
        prose = self.prose
        if self._is_part_of(index):
            return False  # تنص المادة الخامسة من الاتفاق على
        reaching = mixed_list("events", "reaching")
        following = prose.norms[index + 1] if index + 1 < prose.ends[index] else ""
        agreed_on = plain_list("events", "agreed_on")
        if "ال" not in clitics and self.is_partly_reached(index):
            return True
        if verdict.by is not None and any(
            reaching.find(norm) for norm in prose.norms[max(prose.starts[index], index - 4) : index]
        ):
            return True
        for at in range(index + 1, min(prose.ends[index], index + 5)):
            if prose.roles[at] == "relative":  # الاتفاق الذي تم التوصل إليه
                return any(reaching.find(norm) for norm in prose.norms[at + 1 : at + 4])
        return "ال" in clitics and following in agreed_on and verdict.by is not None

    def _is_part_of(self, index: int) -> bool:
        """Whether an article or clause of the agreement is spoken of."""
        if self.prose.norms[index - 1 : index] != ["من"]:
            return False
        parts = noun_list("events", "parts")
        return any(parts.find(norm) for norm in self.prose.norms[max(0, index - 4) : index - 1])

    def is_partly_reached(self, index: int) -> bool:
        """هناك اتفاق حول بعض النقاط."""
        following = self.prose.norms[index + 1] if index + 1 < self.prose.ends[index] else ""
        return (following in plain_list("events", "agreed_on") or following in {"حول", "بشان"}) and self.is_partial(
            index
        )

    def is_partial(self, index: int) -> bool:
        """Whether what is agreed on is some points only."""
        partial = noun_list("events", "partial")
        words = self.prose.norms[index + 1 : min(self.prose.ends[index], index + 6)]
        return any(partial.find(norm) for norm in words) and not {"كل", "جميع", "كافه"} & set(words)

    def _is_proposal(self, index: int, clitics: str, sense: Sense, verdict: Verdict) -> bool:
        """Whether somebody's: tabled, owned, or with a pronoun."""
        prose = self.prose
        if sense.form.suffixed or verdict.by is not None:
            return True
        return "ال" not in clitics and index + 1 < prose.size and self.parties.at(index + 1) is not None

    def _follows_name(self, index: int) -> bool:
        """Whether a verb, or talks and plans, stand right before: the noun is their subject or says what about."""
        prose = self.prose
        if prose.before(index) != "":
            return False
        verb = prose.verbs[index - 1]
        if verb is not None and (verb.suffixed or status.governor_at(prose.norms[index - 1]) is None):
            return True
        return self._is_about(index - 1)

    def _is_about(self, index: int) -> bool:
        """Whether the noun at ``index`` is talks, a plan or a deal, so that its genitive only says what about."""
        match = objects().find(self.prose.norms[index])
        return match is not None and (
            bool(match.value & {"talks", "plan"}) or match.form in {"اتفاق", "اتفاقيه", "صفقه", "تفاهم"}
        )
