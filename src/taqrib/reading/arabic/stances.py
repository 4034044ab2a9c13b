"""Who wants, accepts or rejects what: a stance has a holder, a kind, and the smallest clause that shows it.

A stance is shown by a verb, by a masdar in a verb's charge (أعلنت رفضها), by a participle, or, inside a statement, by a
word of obligation or impossibility, which is then its speaker's. Nobody is given a stance for being spoken of.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from taqrib.reading.arabic.clauses import Prose, is_bare_noun, is_purpose
from taqrib.reading.arabic.conjugation import Form, noun_forms, verb_forms
from taqrib.reading.arabic.holders import Holder, Holders
from taqrib.reading.arabic.parties import Parties
from taqrib.reading.arabic.polarity import polarity
from taqrib.reading.arabic.status import governor_at
from taqrib.reading.arabic.wordlists import inflected_nouns
from taqrib.reading.arabic.words import Lexicon
from taqrib.reading.findings import Stance, StanceKind
from taqrib.reading.normal import normalised
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Mention, Span, Statement

_LONGEST = 45
"""Tokens in the longest evidence."""
_OBJECT_REACH = 14


class Sense(NamedTuple):
    """One stance a word may show, what it needs beside it, and whether a verb, a masdar or a participle shows it."""

    kind: StanceKind
    need: str
    part: Literal["verb", "masdar", "participle", "tabled"]
    form: Form


def stances(document: Document, mentions: list[Mention], statements: list[Statement]) -> list[Stance]:
    """The stances of the report, in the order of their evidence."""
    prose = Prose(document)
    return _Reader(prose, Parties(prose, mentions), statements).read()


class _Reader:
    def __init__(self, prose: Prose, parties: Parties, statements: list[Statement]) -> None:
        self.prose = prose
        self.parties = parties
        self.holders = Holders(prose, parties, statements)
        self.found: list[Stance] = []
        self.observing = {
            statement.speaker_name for statement in statements if statement.speaker_name and self._is_observer(statement)
        }

    def read(self) -> list[Stance]:
        lexicon = _words()
        obligations = _obligations()
        for index, norm in enumerate(self.prose.norms):
            match = lexicon.find(norm)
            if match is not None:
                self._consider(index, match.clitics, match.value)
            elif index in self.holders.speaking and norm[:1] == "ن" and index and self.prose.norms[index - 1] in {"لن", "ولن", "فلن"}:
                self._modal(index, norm)
            if index in self.holders.speaking and (norm in obligations or norm in {"لا", "ولا", "علي", "فلا", "الوحيد"}):
                self._modal(index, norm)
        self.found.sort(key=lambda stance: stance.evidence)
        return self.found

    # ------------------------------------------------------------------ verbs, masdars, participles

    def _consider(self, index: int, clitics: str, senses: tuple[Sense, ...]) -> None:
        prose = self.prose
        if prose.roles[index]:
            return
        ambiguous = any(sense.part != "verb" for sense in senses) or prose.norms[index] in {"طلب", "دعم", "قبول"}
        subjunctive = any(sense.part == "verb" and sense.form.tense == "imperfect" for sense in senses)
        nominal = all(sense.part != "verb" for sense in senses) or self._is_nominal(
            index, clitics, ambiguous=ambiguous, ambiguous_verb=subjunctive
        )
        for sense in senses:
            if (sense.part == "verb") == nominal:
                continue
            if sense.part == "verb" and is_purpose(clitics) and sense.form.tense != "imperfect":
                continue
            if not self._need_is_met(index, sense):
                continue
            if sense.part == "verb":
                self._verb(index, sense)
            elif sense.part == "tabled":
                self._tabled(index, sense, clitics)
            elif sense.part == "participle":
                self._participle(index, sense, clitics)
            else:
                self._masdar(index, sense)
            return

    def _is_nominal(self, index: int, clitics: str, *, ambiguous: bool, ambiguous_verb: bool) -> bool:
        text = self.prose.document.tokens[index].text
        if is_bare_noun(clitics) or (is_purpose(clitics) and not ambiguous_verb) or text.endswith(("ة", "ةً", "ًا", "اً")):
            return True
        before = self.prose.before(index)
        if before in {"preposition", "demonstrative"}:
            return True
        previous = self.prose.verbs[index - 1] if index and before == "" else None
        genitive = ambiguous and index - 1 not in self.parties.covering and self.prose.is_genitive(index)
        return previous is not None or genitive or (ambiguous and self._cannot_be_subject(index))

    def _cannot_be_subject(self, index: int) -> bool:
        """Whether a feminine noun follows a form without ت: رفض حكومته is a masdar with its genitive."""
        party = self.parties.at(index + 1) if index + 1 < self.prose.ends[index] else None
        verb = self.prose.verbs[index]
        return party is not None and verb is not None and verb.tense == "perfect" and not self.holders.agrees(verb, party)

    def _need_is_met(self, index: int, sense: Sense) -> bool:
        prose, need = self.prose, sense.need
        end = min(prose.ends[index], index + 1 + (_OBJECT_REACH if sense.part == "verb" else 6))
        if need == "terms":
            return any(_terms().find(prose.norms[at]) for at in range(index + 1, min(end, index + 6)))
        if need == "always":
            return not any(_anonymity().find(prose.norms[at]) for at in range(index + 1, min(end, index + 5)))
        if need.endswith("؟"):
            return True
        if need == "على" and sense.kind == "demand" and self._affirms(index):
            return False
        if need in _PREPOSITIONS:
            return any(self._is_preposition(at, need) for at in range(index + 1, self._sentence_end(index, 20)))
        if need == "need":
            return self._governs_need(index)
        if need == "unthinkable":
            return index > 0 and prose.norms[index - 1] in {"غير", "وغير"}
        if need == "future":
            return self._is_promise(index, sense)
        if need == "denied":
            return sense.form.tense == "imperfect" and self._is_refused(index)
        classes = _objects()
        for at in range(index + 1, end):
            match = classes.find(prose.norms[at])
            if match is not None and need in match.value and not prose.roles[at]:
                return True
        return False

    def _affirms(self, index: int) -> bool:
        """Whether على أن follows with no word of need: to stress that something is so demands nothing."""
        prose = self.prose
        for at in range(index + 1, self._sentence_end(index, 24)):
            if prose.norms[at] == "علي" and prose.roles[at + 1 : at + 2] == ["that"]:
                return prose.verbs[at + 2 : at + 3] == [None] and not self._governs_need(at + 1)
        return False

    def _is_promise(self, index: int, sense: Sense) -> bool:
        """A future inside a statement whose subject is the speaker: سنواصل, أنه سيوفر."""
        prose = self.prose
        norm = prose.norms[index].lstrip("وف")
        if index not in self.holders.speaking or sense.form.tense != "imperfect":
            return False
        if not (norm.startswith("س") or prose.norms[index - 1 : index] == ["سوف"]):
            return False
        if sense.form.first or prose.norms[index - 1 : index] in (["انه"], ["انها"], ["انهم"], ["بانه"], ["بانها"]):
            return True
        holder = self.holders.of(index, sense.form)
        return holder is not None and holder.how in {"subject", "subject-before"}

    def _is_refused(self, index: int) -> bool:
        """لن of any subject, لا and لم of one who wants or does not: never لا of a bare possibility."""
        prose = self.prose
        before = prose.norms[index - 1].lstrip("وف") if prose.before(index) == "negator" else ""
        if before == "لن" and index in self.holders.speaking and prose.norms[index][:1] == "ن":
            return True
        return before == "لن" or (before == "لا" and index in self.holders.speaking) or (before == "لا" and prose.norms[index][1:] == "ريد")

    def _sentence_end(self, index: int, reach: int) -> int:
        prose = self.prose
        end = index + 1
        while end < min(prose.size, index + reach) and prose.sentences[end] == prose.sentences[index]:
            if prose.roles[end] in {"stop", "opener"}:
                break
            end += 1
        return end

    def _is_preposition(self, index: int, need: str) -> bool:
        norm, role = self.prose.norms[index], self.prose.roles[index]
        if need in {"ب", "ل"}:
            attached = norm.startswith(need) and len(norm) > 2 and role in {"", "that", "demonstrative"}
            return attached and norm not in _not_objects() and index not in self.parties.beginning
        if norm == "الي" and index + 1 < self.prose.size and self.parties.place(index + 1) is not None:
            return False  # المبعوث إلى البلاد
        return norm == normalised(need) or (norm[:2] == normalised(need)[:2] and role == "preposition")

    def _governs_need(self, index: int) -> bool:
        """Whether a reporting verb governs ضرورة or its like, within its clause or behind أن."""
        prose = self.prose
        end = self._sentence_end(index, 14)
        for at in range(index + 1, end):
            if prose.verbs[at] is not None and at > index + 1 and not prose.norms[at].startswith("ال"):
                return False
            if prose.roles[at] == "that":
                return False
            if _needs().find(prose.norms[at]) is not None:
                return True
        return False

    def _verb(self, index: int, sense: Sense) -> None:
        kind: StanceKind = sense.kind
        if sense.need == "need" and self._denies(index):
            kind = "reject"
        if self._is_subjunctive(index, sense) or self._only_names(index):
            return  # what somebody might or should do is not what he does
        if sense.need in _PREPOSITIONS:
            kind = self._clings_to(index, sense.need) or kind
        if sense.need == "denied":
            judged = polarity(self.prose, index, kind)._replace(kind="reject", first=index - 1, unsure=())
        else:
            judged = polarity(self.prose, index, kind)
        holder = self.holders.of(index, sense.form)
        if judged.kind is None or holder is None or self._is_own_wish(index, sense):
            return
        first, end = judged.first, self._evidence_end(index, sense, holder)
        relative = self._relative(index, sense)
        if relative is not None:
            first, end = relative
        self._add(judged.kind, holder, first, end, index, f"verb-{sense.need}", judged.unsure)
        if judged.kind == "demand":
            self._coordinated(end, holder)

    def _is_own_wish(self, index: int, sense: Sense) -> bool:
        """نريد أن نكون: what the speaker wants to do himself demands nothing of anybody."""
        prose = self.prose
        if not (sense.form.first and sense.kind == "demand" and index + 2 < prose.size and prose.norms[index + 1] == "ان"):
            return False
        return prose.norms[index + 2][:1] in {"ن", "ا"}

    def _only_names(self, index: int) -> bool:
        """Whether the verb, negated in a relative clause, tells who is meant rather than what he does: الذين لم يوقعوا."""
        return self.prose.before(index) == "negator" and index > 1 and self.prose.before(index - 1) == "relative"

    def _is_subjunctive(self, index: int, sense: Sense) -> bool:
        """Whether the verb stands right behind أن: أن يرفض, not أن الحكومة ترفض."""
        prose = self.prose
        return sense.form.tense == "imperfect" and prose.norms[index - 1 : index] in (["ان"], ["بان"], ["الا"])

    def _clings_to(self, index: int, need: str) -> StanceKind | None:
        """What تمسك and أصر hold on to where that is a stance itself: تمسك برفض الخطة rejects."""
        for at in range(index + 1, self._sentence_end(index, 14)):
            if self._is_preposition(at, need) or (at > index + 1 and self.prose.norms[at - 1] == normalised(need)):
                if self.prose.norms[at] == "عدم" and self.prose.norms[at + 1 : at + 2] in _NOTHING:
                    return "reject"  # "no military solution exists"; "not to hurry" stays a demand
                match = _words().find(self.prose.norms[at])
                for sense in match.value if match else ():
                    if sense.part == "masdar" and sense.kind in {"reject", "support", "accept", "reserve"}:
                        return sense.kind
        return None

    def _relative(self, index: int, sense: Sense) -> tuple[int, int] | None:
        """The evidence of a verb whose object is its antecedent: التعديلات التي طلبها."""
        prose = self.prose
        if not sense.form.suffixed or prose.before(index) != "relative":
            return None
        first = index - 2
        while first > prose.starts[index] and first > index - 5 and not prose.roles[first] and prose.norms[first].startswith("ال") and not prose.roles[first - 1]:
            first -= 1
        party = self.parties.at(index + 1) if index + 1 < prose.ends[index] else None
        return max(first, prose.starts[index]), party.last if party is not None else index + 1

    def _denies(self, index: int) -> bool:
        prose = self.prose
        for at in range(index + 1, self._sentence_end(index, 14)):
            match = _needs().find(prose.norms[at])
            if match is not None:
                return match.value == "denial"
        return False

    def _participle(self, index: int, sense: Sense, clitics: str) -> None:
        prose = self.prose
        before = prose.before(index)
        circumstantial = prose.norms[index].endswith(("ا", "ه", "ين")) and before in {"comma", "stop"} or clitics in {"و", "ف"}
        if before == "preposition" or "ال" in clitics:
            return
        judged = polarity(prose, index, sense.kind)
        if sense.need == "unthinkable":
            judged = judged._replace(kind="reject", first=index - 1, unsure=())
        if sense.need == "need" and self._denies(index):
            judged = judged._replace(kind="reject")
        if judged.first < index and sense.kind == "offer":
            judged = judged._replace(kind="reject")  # ليس مستعدا
        if judged.kind is None:
            return
        holder = self._participant(index) if circumstantial else self.holders.owner(index, suffixed=True)
        agent = self.holders.agent(index)
        holder = agent or holder or self._topic(index)
        if holder is None:
            return
        end = self._evidence_end(index, sense, holder)
        self._add(judged.kind, holder, judged.first, end, index, "participle", judged.unsure)

    def _tabled(self, index: int, sense: Sense, clitics: str) -> None:
        """A proposal with its author and what it says: اقتراح السودان استئناف الجلسة; a bare mention of it offers nothing."""
        prose = self.prose
        if "ال" in clitics or "لل" in clitics or sense.form.suffixed or index + 1 >= prose.ends[index]:
            return
        party = self.parties.at(index + 1)
        if party is None or party.last >= prose.ends[index] and prose.roles[min(party.last, prose.size - 1)] != "that":
            return
        governor = self.holders.governor(index)
        if prose.roles[party.last] or (governor is not None and polarity(prose, governor, "demand").kind is None):
            return
        holder = Holder(party.name, "genitive", 0.75, party.span, party.last)
        self._add(sense.kind, holder, index, self._clause_end(party.last), index, "tabled", ())

    def _participant(self, index: int) -> Holder | None:
        statement = self.holders.cues.get(index)
        if statement is not None and statement.speaker_name:
            return Holder(statement.speaker_name, "speaker", 0.9, None, index + 1)
        return self.holders.unwritten(index)

    def _topic(self, index: int) -> Holder | None:
        """The subject of a clause without a verb: نحن مستعدون, الحكومة مستعدة."""
        return self.holders.ahead(index)

    def _masdar(self, index: int, sense: Sense) -> None:
        prose = self.prose
        governor = self.holders.governor(index)
        if governor is not None and not self._reaches(governor, index):
            governor = None
        declared = governor is not None and self._declares(governor)
        if not sense.form.suffixed and not declared and not self._stands(index, sense):
            return
        judged = polarity(prose, index, sense.kind)
        unsure = judged.unsure
        holder = self.holders.agent(index)
        if holder is None and (declared or not sense.form.suffixed):
            holder = self.holders.owner(index, suffixed=sense.form.suffixed)
        if holder is None and sense.form.suffixed:
            holder = self.holders.nearest(index)
            unsure = (*unsure, "whose it is rests on a pronoun")
        if judged.kind is None or holder is None:
            return
        first = judged.first
        if governor is not None and index - governor <= 12 and self._declares(governor):
            first = governor
            if governor in self.holders.cues or prose.verbs[governor] is not None:
                negation = polarity(prose, governor, sense.kind)
                if negation.kind != sense.kind:
                    return  # "did not announce its refusal"
        end = self._evidence_end(index, sense, holder)
        self._add(judged.kind, holder, first, end, index, "masdar", unsure)

    def _stands(self, index: int, sense: Sense) -> bool:
        """Whether a masdar with its genitive states a fact by itself: بعد رفض الحكومة; not "to ensure the parties' ..."."""
        prose = self.prose
        if sense.kind in {"commit", "support"} or index + 1 >= prose.ends[index] or self.parties.at(index + 1) is None:
            return False
        return not any(
            (governor := governor_at(prose.norms[at])) is not None and governor.value.group in {"possible", "denied", "announced"}
            for at in range(max(prose.starts[index], index - 4), index)
        )

    def _reaches(self, governor: int, index: int) -> bool:
        """Whether only the subject, adverbs and the verb's own عن or على stand between a verb and its masdar."""
        prose = self.prose
        statement = self.holders.cues.get(governor)
        if statement is not None and statement.content[0] == prose.document.tokens[index].start:
            return True
        at = governor + 1
        while at < index:
            party = self.parties.at(at)
            if party is not None:
                at = max(party.last, at + 1)
                continue
            if prose.roles[at] not in {"adverb", "comma", "mark"} and prose.norms[at] not in {"عن", "علي"}:
                return False
            at += 1
        return True

    def _declares(self, governor: int) -> bool:
        return governor in self.holders.cues or _declaring().find(self.prose.norms[governor]) is not None

    def _coordinated(self, end: int, holder: Holder) -> None:
        """A demand that goes on with "and that ...": each is its own."""
        prose = self.prose
        at = end
        while at < prose.size and prose.roles[at] in {"comma", "mark"}:
            at += 1
        if at < prose.size and prose.norms[at] in {"وان", "وبان"} and prose.sentences[at] == prose.sentences[end - 1]:
            last = self._clause_end(at)
            self._add("demand", holder, at, last, at, "coordinated", ())
            self._coordinated(last, holder)

    # ------------------------------------------------------------------ obligations in statements

    def _modal(self, index: int, norm: str) -> None:
        statement = self.holders.speaking[index]
        if statement.speaker_name is None or statement.speaker_name in self.observing:
            return
        kind: StanceKind = "demand"
        prose = self.prose
        first = index
        if prose.before(index) == "relative":
            return  # "the steps that must be taken" are only named
        if norm == "علي":
            party = self.parties.at(index + 1) if index + 1 < prose.size else None
            opens = prose.starts[index] == index or prose.before(index) in {"that", "mark"}
            if party is None or party.last >= prose.size or not (opens or prose.norms[party.last] in {"ان", "عدم"}):
                return
        elif prose.norms[index - 1] in {"لن", "ولن", "فلن"}:
            kind, first = "reject", index - 1
        elif norm in {"لا", "ولا", "فلا"}:
            following = prose.norms[index + 1] if index + 1 < prose.size else ""
            if following not in _no_alternative() and following not in _impossible():
                return
            kind = "reject"
            if following in _no_alternative() or any(prose.norms[at] in {"الا", "سوي"} for at in range(index + 1, min(self._sentence_end_hard(index), index + 14))):
                kind = "demand"  # no way but ...
        elif norm == "الوحيد":
            if _only().find(prose.norms[index - 1]) is None:
                return
            first = index - 1
        elif prose.before(index) == "negator":
            kind = "reject"
            first = index - 1
        holder = Holder(statement.speaker_name, "speaker-around", 0.7, None, index + 1)
        self._add(kind, holder, first, self._clause_end(index), index, "modal", ())

    def _is_observer(self, statement: Statement) -> bool:
        text = statement.speaker_name or ""
        if statement.speaker is not None:
            start, end = statement.speaker
            text += " " + self.prose.document.text[start:end]
        return any(_observers().find(word) for word in normalised(text).split())

    # ------------------------------------------------------------------ evidence

    def _evidence_end(self, index: int, sense: Sense, holder: Holder) -> int:
        """One past the clause that shows the stance: its subject, addressee and object, but no second clause."""
        prose = self.prose
        complement = index + 1
        if holder.span is not None and holder.last > index:
            complement = max(complement, holder.last)
        need = sense.need.removesuffix("؟")
        if need in _PREPOSITIONS or need == "need":
            limit = self._sentence_end(index, 24)
            aside = False
            for at in range(index + 1, limit):
                if prose.roles[at] == "comma":
                    aside = not aside and self._is_aside(at)
                if aside:
                    continue
                reached = (
                    _needs().find(prose.norms[at]) is not None
                    if need == "need"
                    else self._is_preposition(at, need) and at >= complement - 1
                )
                if reached:
                    complement = max(complement, at + 1)
                    break
        return self._clause_end(max(complement - 1, index), after=index)

    def _clause_end(self, index: int, *, after: int | None = None) -> int:
        """One past the clause around ``index``; the أن right behind the verb opens the verb's own complement."""
        prose = self.prose
        first = index if after is None else after
        limit = min(prose.size, first + _LONGEST)
        quoted = prose.quoted[first]
        if quoted:
            limit = min(limit, quoted)
        at = index + 1
        while at < limit and prose.sentences[at] == prose.sentences[index]:
            role = prose.roles[at]
            if role == "stop":
                break
            if role == "comma" and at > index + 1 and not self._is_aside(at):
                break
            if role == "opener" and at > first + 1:
                break
            if role == "that" and prose.norms[at][:1] in {"و", "ف"}:
                break
            if prose.starts[at] == at and prose.norms[at][:1] in {"و", "ف"} and at > first + 1 and role != "that":
                break
            at += 1
        while at > first + 1 and prose.roles[at - 1] in {"comma", "stop", "mark"} and not self._closes(at - 1):
            at -= 1
        return at

    def _is_aside(self, index: int) -> bool:
        """Whether the comma opens a relative clause: الفصائل، التي لم توقع، إلى ..."""
        return index + 1 < self.prose.size and self.prose.roles[index + 1] == "relative"

    def _closes(self, index: int) -> bool:
        return self.prose.norms[index] in {"»", "”", '"', ")", "]"}

    def _condition(self, index: int, end: int) -> tuple[int, int] | None:
        """The clause a refusal or a yes depends on: إلا بعد, ما لم, بشرط; "no deal that does not ..."."""
        prose = self.prose
        limit = self._sentence_end_hard(index)
        for at in range(index + 2, end):
            if prose.norms[at] in {"لا", "لم", "ليس"} and not prose.before(at) and prose.before(index) == "negator":
                if {"اي", "باي", "اية"} & set(prose.norms[index + 1 : at]):
                    return at, end
        for at in range(index + 1, min(limit, end + 3)):
            norm = prose.norms[at]
            following = prose.norms[at + 1] if at + 1 < limit else ""
            exception = norm in {"الا", "سوي"} and following in {"بعد", "اذا", "بشرط", "مقابل", "في", "عند", "حين"}
            conditional = norm in {"بشرط", "شريطه", "اذا"} or (norm == "ما" and following == "لم") or (norm == "قبل" and following == "ان")
            if exception or conditional:
                last = at + 1
                while last < limit and prose.roles[last] not in {"stop", "comma"}:
                    last += 1
                return at, last
        return None

    def _sentence_end_hard(self, index: int) -> int:
        prose = self.prose
        end = index + 1
        while end < min(prose.size, index + _LONGEST) and prose.sentences[end] == prose.sentences[index]:
            if prose.roles[end] == "stop":
                break
            end += 1
        return end

    def _add(
        self, kind: StanceKind, holder: Holder, first: int, end: int, index: int, rule: str, unsure: tuple[str, ...]
    ) -> None:
        prose = self.prose
        tokens = prose.document.tokens
        requires: Span | None = None
        if kind in {"reject", "accept", "commit", "support", "offer"}:
            condition = self._condition(index, end)
            if condition is not None:
                kind = "condition"
                end = max(end, condition[1])
                requires = (tokens[condition[0]].start, tokens[condition[1] - 1].end)
        if end - first < 2 or self._observes(holder):
            return
        if rule == "modal" and any(stance.evidence[0] < tokens[end - 1].end and tokens[first].start < stance.evidence[1] for stance in self.found):
            return  # the verb around it has said so already
        evidence = (tokens[first].start, tokens[end - 1].end)
        if any(stance.kind == kind and stance.evidence[1] > evidence[0] and stance.evidence[0] < evidence[1] for stance in self.found):
            return
        rests = [(tokens[index].start, tokens[index].end)]
        if holder.span is not None:
            rests.append(holder.span)
        self.found.append(
            Stance(
                holder=holder.name,
                kind=kind,
                evidence=evidence,
                requires=requires,
                certainty=round(holder.certainty * (0.7 if unsure else 1), 2),
                rule=f"{rule}-{holder.how}",
                rests_on=tuple(rests),
                unsure=unsure,
            )
        )

    def _observes(self, holder: Holder) -> bool:
        text = holder.name
        if holder.span is not None:
            text += " " + self.prose.document.text[holder.span[0] : holder.span[1]]
        if any(_observers().find(word) for word in normalised(text).split()):
            return True
        return holder.how in {"speaker", "first-person", "speaker-around"} and holder.name in self.observing


_NOTHING = (["وجود"], ["امكانيه"], ["امكان"], ["جواز"], ["قبول"], ["القبول"], ["شرعيه"], ["السماح"], ["جدوي"])
_PREPOSITIONS = {"على", "عن", "إلى", "ب", "ل", "من", "في"}


# ---------------------------------------------------------------------- vocabulary


@cache
def _words() -> Lexicon[tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    for name, entry in load("arabic/stances").items():
        if not isinstance(entry, dict) or "verbs" not in entry:
            continue
        kind = cast("StanceKind", name)
        for need, citations in entry["verbs"].items():
            for citation in citations:
                for word, form in verb_forms(*citation.split()).items():
                    found.setdefault(word, []).append(Sense(kind, need, "verb", form))
        parts = entry.get("nouns", {})
        for citation in parts.get("masdar", ()):
            for word, form in noun_forms(citation).items():
                found.setdefault(word, []).append(Sense(kind, "always", "masdar", form))
        for part, need in (("participle", "always"), ("needing", "need"), ("unthinkable", "unthinkable")):
            for citation in parts.get(part, ()):
                found.setdefault(normalised(citation), []).append(Sense(kind, need, "participle", Form("noun")))
        for citation in parts.get("tabled", ()):
            for word, form in noun_forms(citation).items():
                found.setdefault(word, []).append(Sense(kind, "always", "tabled", form))
    # what only a negator makes a stance is asked first: لا يريد rejects before يريد could demand
    return Lexicon({word: tuple(sorted(senses, key=lambda sense: sense.need != "denied")) for word, senses in found.items()})


@cache
def _objects() -> Lexicon[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in load("arabic/events")["objects"].items():
        for word in inflected_nouns(words):
            found.setdefault(word, set()).add(name)
    return Lexicon({word: frozenset(names) for word, names in found.items()})


@cache
def _terms() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(inflected_nouns(("شرط", "شروط", "اشتراطات")), True))


@cache
def _not_objects() -> frozenset[str]:
    return frozenset(normalised(word) for word in load("arabic/stances")["not_objects"])


@cache
def _needs() -> Lexicon[str]:
    table = load("arabic/stances")
    forms = dict.fromkeys(inflected_nouns(table["needs"]), "need")
    return Lexicon({**forms, **dict.fromkeys(inflected_nouns(table["denials"]), "denial")})


def _set(key: str) -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(inflected_nouns(load("arabic/stances")[key]), True))


@cache
def _anonymity() -> Lexicon[bool]:
    return _set("anonymity")


@cache
def _observers() -> Lexicon[bool]:
    return _set("observers")


@cache
def _only() -> Lexicon[bool]:
    return _set("only")


@cache
def _impossible() -> frozenset[str]:
    return frozenset(normalised(word) for word in load("arabic/stances")["impossibilities"])


@cache
def _no_alternative() -> frozenset[str]:
    return frozenset(normalised(word) for word in load("arabic/stances")["no_alternative"])


@cache
def _obligations() -> frozenset[str]:
    words = [normalised(word) for word in load("arabic/stances")["obligations"]]
    return frozenset([*words, *("و" + word for word in words), *("ف" + word for word in words)])


@cache
def _declaring() -> Lexicon[bool]:
    """Verbs with which a side makes its stance known: the reporting verbs, and those of feeling."""
    verbs = ("أعلن يعلن", "أكد يؤكد", "جدد يجدد", "أبدى يبدي", "أعرب يعرب", "عبر يعبر", "كرر يكرر", "شدد يشدد", "أظهر يظهر", "سجل يسجل", "واصل يواصل", "أوضح يوضح", "تمسك يتمسك", "قدم يقدم", "لقي يلقى", "لاقى يلاقي", "نال ينال", "أفاد يفيد", "أبلغ يبلغ", "ذكر يذكر", "حصل يحصل")
    forms = [word for citation in verbs for word in verb_forms(*citation.split())]
    return Lexicon(dict.fromkeys(forms, True))
