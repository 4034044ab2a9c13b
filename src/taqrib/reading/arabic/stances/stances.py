"""Who wants, accepts or rejects what: a stance has a holder, a kind, and the smallest clause that shows it.

A stance is shown by a verb, by a masdar in a verb's charge (أعلنت رفضها), by a participle, by a proposal with its
author, or, inside a statement, by a word of obligation or impossibility, which is then its speaker's. Nobody is given a
stance for being spoken of, and observers hold none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.clauses import Prose, is_nominal, is_purpose
from taqrib.reading.arabic.moods import bare, disputed, doubted, supposed
from taqrib.reading.arabic.parties import Parties
from taqrib.reading.arabic.stances.acts import Acts
from taqrib.reading.arabic.stances.bargains import answer
from taqrib.reading.arabic.stances.evidence import Evidence
from taqrib.reading.arabic.stances.holders import Holders
from taqrib.reading.arabic.stances.kept import Kept, Shown
from taqrib.reading.arabic.stances.kinds import Kinds
from taqrib.reading.arabic.stances.masdars import Masdars
from taqrib.reading.arabic.stances.modals import modal
from taqrib.reading.arabic.stances.needs import NEED, Needs
from taqrib.reading.arabic.stances.polarity import Polarity, polarity
from taqrib.reading.arabic.stances.sayings import Holder
from taqrib.reading.arabic.stances.words import Sense, stance_words
from taqrib.reading.arabic.wordlists import plain_list

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Mention, Stance, Statement, Time

_TOPIC = 15
"""Tokens between أي and the refusal that takes it up: أي خطوة تمس مصالحنا لن نقبلها."""
_AGREEING = frozenset({"accept", "support", "reject"})
_NEAR = 7
"""Tokens, a subject included, between a yes that is denied and the "less than" of what alone would be accepted."""
_AFTER_SUBJECT = frozenset({"علي", "عن", "الي", "من", "في"})
"""Prepositions that verbs of stances need, and that stand alone."""
_BY_PRONOUN = "whose it is rests on a pronoun"


def stances(
    document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]
) -> list[Stance]:
    """The stances of the report, in the order of their evidence."""
    prose = Prose(document)
    parties = Parties(prose, mentions)
    return _Reader(prose, parties, statements, Acts(prose, parties, times)).read()


class _Reader:
    def __init__(self, prose: Prose, parties: Parties, statements: list[Statement], acts: Acts) -> None:
        self.prose = prose
        self.parties = parties
        self.holders = Holders(prose, parties, statements)
        self.evidence = Evidence(prose, parties)
        self.needs = Needs(prose, parties, self.holders, self.evidence)
        self.kinds = Kinds(prose, self.evidence)
        self.masdars = Masdars(prose, parties, self.holders)
        self.kept = Kept(prose, self.evidence, self.holders, acts)

    def read(self) -> list[Stance]:
        lexicon = stance_words()
        speaking = self.holders.speaking
        for index, norm in enumerate(self.prose.norms):
            match = lexicon.find(norm)
            if match is not None and not self.prose.roles[index] and not self._is_in_name(index):
                self._consider(index, match.clitics, match.value)
            if index in speaking:
                self._modal(index, speaking[index])
                self._bargain(index, speaking[index])
        return sorted(self.kept.found, key=lambda stance: stance.evidence)

    def _is_in_name(self, index: int) -> bool:
        """Whether the word is part of what a body is called: بعثة الأمم المتحدة للدعم."""
        party = self.parties.covering.get(index)
        return party is not None and index > party.first and party.kind in {"body", "organisation"}

    # ------------------------------------------------------------------ which sense

    def _consider(self, index: int, clitics: str, senses: tuple[Sense, ...]) -> None:
        nominal = self.masdars.is_noun(index, clitics, senses)
        for sense in senses:
            if (sense.part == "verb") == nominal:
                continue
            if sense.part == "verb" and is_purpose(clitics) and sense.form.tense != "imperfect":
                continue
            if not self.needs.met(index, sense):
                continue
            if sense.part == "verb":
                self._verb(index, sense)
            elif sense.part == "participle":
                self._participle(index, sense, clitics)
            elif sense.part == "masdar":
                self._masdar(index, sense)
            else:
                self._tabled(index, sense, clitics)
            return

    # ------------------------------------------------------------------ verbs

    def _verb(self, index: int, sense: Sense) -> None:
        if self._only_names(index) or self.kinds.is_own_wish(index, sense):
            return
        if sense.need == "need" and self.kinds.denies_a_refusal(index):
            return
        if disputed(self.prose, index) is not None or not self._is_told(index, sense):
            return
        kind = self.kinds.kind(index, sense)
        judged = polarity(self.prose, index, kind)
        if sense.need == "denied":
            judged = Polarity("reject", index - 1, ())
        holder = self.holders.of(index, sense.form) or self._of_none_known(index, sense)
        if holder is not None and judged.kind is None and kind == "demand":
            self._rather(index, judged.first, holder)
        if judged.kind is None or holder is None or self._is_none_of(holder):
            return
        first, end = self._whose_object_is_ahead(index, sense) or (judged.first, self._end(index, sense, holder))
        if sense.need == "denied" and self._is_taken_up(index):
            first = self._topic(index, first)
        counted = int(kind == "reject" and sense.kind != "reject")
        shown = judged.kind
        if shown == "reject" and sense.kind in _AGREEING and self._takes_nothing_else(index, end, sense):
            shown, counted = "demand", counted + 1
        self.kept.add(shown, holder, Shown(first, end, index, f"verb-{sense.need}", judged.unsure, counted))
        if judged.kind == "demand":
            self._coordinated(end, holder)

    def _takes_nothing_else(self, index: int, end: int, sense: Sense) -> bool:
        """لن نقبل بأقل من الهدنة, نرفض أي حل سوى الهدنة: who accepts nothing else demands it.

        Not so where it is said when he will accept after all: لن نقبل إلا بعد الهدنة.
        """
        norms = self.prose.norms
        known = plain_list("stances", "nothing_else")
        for at in range(index + 1, min(end, index + _NEAR)):
            if norms[at] not in known and " ".join(norms[at : at + 2]) not in known:
                continue
            between = [norms[near] for near in range(index + 1, at) if near not in self.parties.covering]
            is_of_any = between[:1] != [] and between[0] in plain_list("polarity", "any")
            is_of_all = not between and (sense.kind != "reject" or sense.need == "denied")
            return (is_of_any or is_of_all) and self.evidence.condition(index, end) is None
        return False

    def _is_none_of(self, holder: Holder) -> bool:
        """لا كينيا ولا أوغندا تقبل: neither does."""
        tokens, at = self.prose.document.tokens, holder.last - 1
        if holder.span is None:
            return False
        while at > 0 and tokens[at].start > holder.span[0]:
            at -= 1
        return at > 0 and self.prose.norms[at - 1] in {"لا", "ولا"}

    def _of_none_known(self, index: int, sense: Sense) -> Holder | None:
        """The subject that no list has of a verb that needs a preposition."""
        need = normalised(sense.need)
        return self.holders.subjects.between(index, need) if need in _AFTER_SUBJECT and not sense.form.plural else None

    def _rather(self, index: int, first: int, holder: Holder) -> None:
        """لا تطالب بالانفصال، بل بحكم ذاتي: what is not demanded leads to what is."""
        prose = self.prose
        limit = min(prose.size, index + NEED)
        rather = next((at for at in range(index + 1, limit) if prose.norms[at] == "بل"), None)
        if rather is not None and rather + 1 < prose.size and prose.sentences[rather] == prose.sentences[index]:
            party = self.parties.at(rather + 1)  # لا يطالب المجلس بل الحكومة: it is she who does
            if party is not None and party.span[0] == prose.document.tokens[rather + 1].start:
                holder = Holder(party.name, "subject", 0.8, party.span, party.last)
            self.kept.add("demand", holder, Shown(first, self.evidence.clause_end(rather), index, "verb-rather"))

    def _is_told(self, index: int, sense: Sense) -> bool:
        """Whether the verb tells what is, and no wish; "... before giving up its demand" tells that it did."""
        if doubted(self.prose, index) is not None:
            return False
        if supposed(self.prose, index) is None:
            return True
        before = self.prose.norms[max(0, index - 2) : index]
        return sense.kind == "drop" and before in (["قبل", "ان"], ["قبيل", "ان"])

    def _only_names(self, index: int) -> bool:
        """Whether the verb, negated in a relative clause, only tells who is meant: الذين لم يوقعوا."""
        return self.prose.before(index) == "negator" and index > 1 and self.prose.before(index - 1) == "relative"

    def _is_taken_up(self, index: int) -> bool:
        """Whether a preposition with a pronoun takes up what stands ahead: أي خطوة كهذه لن نتعامل معها."""
        prose = self.prose
        return (
            index + 1 < prose.size
            and prose.roles[index + 1] == "preposition"
            and prose.norms[index + 1].endswith(("ها", "ه", "هم"))
        )

    def _topic(self, index: int, first: int) -> int:
        """The first token of the noun phrase that heads the clause of a verb, where أي opens it; else ``first``."""
        prose = self.prose
        for at in range(first - 1, max(-1, first - _TOPIC), -1):
            if prose.sentences[at] != prose.sentences[index] or prose.roles[at] in {"stop", "comma", "mark", "that"}:
                return first
            if prose.norms[at] in plain_list("polarity", "any"):
                return at
        return first

    def _whose_object_is_ahead(self, index: int, sense: Sense) -> tuple[int, int] | None:
        """The evidence of a verb whose object is its antecedent: الضمانات التي اشترطها."""
        prose = self.prose
        if not sense.form.suffixed or prose.before(index) != "relative":
            return None
        first = index - 2
        floor = max(prose.starts[index], index - 5)
        while (
            first > floor
            and prose.norms[first].startswith("ال")
            and prose.is_content(first)
            and prose.is_content(first - 1)
        ):
            first -= 1
        party = self.parties.at(index + 1) if index + 1 < prose.ends[index] else None
        return max(first, prose.starts[index]), party.last if party is not None else index + 1

    def _coordinated(self, end: int, holder: Holder) -> None:
        """A demand that goes on with "and that ...": each is its own."""
        prose = self.prose
        while True:
            at = end
            while at < prose.size and prose.roles[at] in {"comma", "mark"}:
                at += 1
            if (
                at >= prose.size
                or prose.norms[at] not in {"وان", "وبان"}
                or prose.sentences[at] != prose.sentences[end - 1]
            ):
                return
            end = self.evidence.clause_end(at)
            self.kept.add("demand", holder, Shown(at, end, at, "coordinated"))

    # ------------------------------------------------------------------ participles, masdars, proposals

    def _participle(self, index: int, sense: Sense, clitics: str) -> None:
        prose = self.prose
        before = prose.before(index)
        if (before == "preposition" and sense.need != "unthinkable") or is_nominal(clitics):
            return
        if doubted(prose, index) is not None or (not before and self.masdars.is_withheld(index)):
            return  # رفضت الحكومة مطالبة كينيا: the claim is Kenya's
        judged = polarity(prose, index, sense.kind)
        denies = sense.need == "need" and self.kinds.denies(index)
        if sense.need == "unthinkable":
            judged = Polarity("reject", index - 1, ())
        elif denies or self._is_unready(judged, sense):
            judged = Polarity("reject", judged.first, ())  # "stressing there is no ...", ليس مستعدا
        if judged.kind is None:
            return
        circumstantial = before in {"comma", "stop"} or clitics in {"و", "ف"}
        holder = self.holders.subjects.agent(index)
        if sense.need == "unthinkable":
            holder = holder or self.holders.speaker(index)  # "the plan is unacceptable": to whoever says so
        elif circumstantial:
            holder = holder or self.holders.of_participle(index)
        holder = holder or self.holders.owner(index, suffixed=True)
        holder = holder or self.holders.whose(index, self.holders.subjects.ahead(index))
        if holder is not None:
            self.kept.add(
                judged.kind,
                holder,
                Shown(judged.first, self._end(index, sense, holder), index, "participle", judged.unsure, int(denies)),
            )

    def _is_unready(self, judged: Polarity, sense: Sense) -> bool:
        """ليس مستعدا refuses; لم يكن مستعدا tells how it was, and ما زال مستعدا denies nothing."""
        return sense.kind == "offer" and judged.kind is None and bare(self.prose.norms[judged.first]) != "لم"

    def _masdar(self, index: int, sense: Sense) -> None:
        prose = self.prose
        suffixed = sense.form.suffixed
        governor = self.masdars.declaring(index)
        if (not suffixed and governor is None and not self.masdars.stands(index, sense)) or self.masdars.is_withheld(
            index
        ):
            return
        judged = polarity(prose, index, sense.kind)
        unsure = judged.unsure
        holder = self.holders.subjects.agent(index)
        if holder is None and (governor is not None or not suffixed):
            holder = self.holders.owner(index, suffixed=suffixed)
        if holder is None and suffixed:
            holder = self.holders.nearest(index)
            unsure = (*unsure, _BY_PRONOUN)
        if judged.kind is None or holder is None:
            return
        first = judged.first
        if governor is not None:
            first = governor
            if polarity(prose, governor, sense.kind).kind != sense.kind:
                return  # "did not announce its refusal"
        self.kept.add(judged.kind, holder, Shown(first, self._end(index, sense, holder), index, "masdar", unsure))

    def _tabled(self, index: int, sense: Sense, clitics: str) -> None:
        """A proposal with its author and what it says: اقتراح الوسيط استئناف الحوار; its bare name offers nothing."""
        prose = self.prose
        if "ال" in clitics or "لل" in clitics or sense.form.suffixed or index + 1 >= prose.ends[index]:
            return
        party = self.parties.at(index + 1)
        if party is None or party.last >= prose.ends[index] or prose.roles[party.last]:
            return
        governor = self.holders.governor(index)
        if governor is None or polarity(prose, governor, "demand").kind is not None:
            holder = Holder(party.name, "genitive", 0.75, party.span, party.last)
            self.kept.add(sense.kind, holder, Shown(index, self.evidence.clause_end(party.last), index, "tabled"))

    def _modal(self, index: int, statement: Statement) -> None:
        name = statement.speaker_name
        if name is None or name in self.kept.observing:
            return
        found = modal(self.prose, self.parties, self.evidence, index)
        if found is not None:
            holder = Holder(name, "speaker-around", 0.7, None, index + 1)
            self.kept.add(found.kind, holder, Shown(found.first, self.evidence.clause_end(index), index, "modal"))

    def _bargain(self, index: int, statement: Statement) -> None:
        name, answered = statement.speaker_name, answer(self.prose, index)
        if answered is None or name is None or name in self.kept.observing:
            return
        end = self.evidence.clause_end(answered)
        holder = Holder(name, "first-person", 0.8, None, index + 1)
        self.kept.add("condition", holder, Shown(index, end, index, "bargain"))

    # ------------------------------------------------------------------ the finding

    def _end(self, index: int, sense: Sense, holder: Holder) -> int:
        """One past the clause that shows the stance: its subject, addressee and object, but no second clause."""
        since = max(holder.last, index + 1) if holder.span is not None else index + 1
        complement = self.evidence.complement(index, sense.need, since - 1)
        end = self.evidence.clause_end(max(since - 1, complement, index), verb=index)
        if (
            sense.part == "verb" and sense.form.suffixed and since > index + 1
        ):  # رفضته الحكومة التي ...: nothing is to come
            end = next((at for at in range(since, end) if self.prose.roles[at] == "relative"), end)
        return end
