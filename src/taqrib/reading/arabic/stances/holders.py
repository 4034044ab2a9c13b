"""Whose verb is it? The subject of a clause, written or not.

In order: the speaker of the statement whose cue the verb is; the first person, who is the speaker of the statement
around it; من قبل after a passive; the noun phrase behind the verb; the one before it; the antecedent of الذي; and for
a verb with no subject written, the subject of the clause before, or the speaker of the statement it stands in.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import is_masdar
from taqrib.reading.arabic.conjugation import Form
from taqrib.reading.arabic.contrasts import before_contrast
from taqrib.reading.arabic.moods import supposed
from taqrib.reading.arabic.parties import state_of
from taqrib.reading.arabic.stances.sayings import Holder, Sayings
from taqrib.reading.arabic.wordlists import mixed_list, plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.parties import Party
    from taqrib.reading.findings import Span, Statement

_BACK = 80
"""Tokens within which the clause before is looked for."""
_SUBJECT_REACH = 12
"""Tokens, adjuncts included, within which a subject follows its verb."""


_BARRIERS = frozenset({"that", "stop", "relative", "negator"})
_SELVES = {"نحن", "انا", "ونحن", "وانا", "فنحن"}
_PRONOUNS = ("ها", "يه", "نه", "هم", "هما", "به", "له", "عه")
"""Endings of a preposition that is complete: يجتمع فيه الوسطاء has its subject still to come."""
_SEVERAL = ("ون", "ين", "ان", "ات", "اء")
"""Endings of a noun of several, sound or broken: وزراء."""
_PARTICIPLE = Form("noun")


class Holders(Sayings):
    """Subjects of verbs in one report."""

    def of(self, index: int, form: Form) -> Holder | None:
        """The holder of the verb at the token ``index``; ``None`` where the text names none."""
        return self.whose(index, self._of(index, form))

    def whose(self, index: int, holder: Holder | None) -> Holder | None:
        """بلاده and حكومته under the name of the speaker's state, where his title tells it, or else his own."""
        if holder is None or holder.span is None or " " in holder.name.strip():
            return holder
        at = bisect_left(self._starts, holder.span[0])
        if at >= self.prose.size or not self.parties.is_owned(at):
            return holder
        statement = self.speaking.get(index)
        if statement is None or not statement.speaker_name:
            return holder
        title = self.prose.document.text[slice(*statement.speaker)] if statement.speaker is not None else ""
        name = state_of(f"{title} {statement.speaker_name}") or statement.speaker_name
        return holder._replace(name=name, certainty=min(holder.certainty, 0.7))

    def _of(self, index: int, form: Form) -> Holder | None:
        statement = self.cues.get(index)
        if statement is not None and statement.speaker is not None and statement.speaker_name:
            last = self._after(index, statement.speaker)
            return Holder(statement.speaker_name, "speaker", 0.95, statement.speaker, last)
        around = self.speaking.get(index)
        if form.first and around is not None and around.speaker_name:
            return Holder(around.speaker_name, "first-person", 0.9, None, index + 1)
        if form.suffixed and form.plural and statement is not None and statement.speaker_name:
            return Holder(statement.speaker_name, "speaker", 0.8, None, index + 1)  # وطالبوها: not of her
        return (
            self.agent(index)
            or (self._behind(index, form) if form.suffixed else None)  # رفضته الحكومة: what stands ahead is refused
            or (self.ahead(index, nearest=True) if self._follows_subject(index) else None)
            or self._behind(index, form)
            or self.ahead(index)
            or self.antecedent(index)
            or self._set_against(index)
            or self.unwritten(index, bare=form.suffixed and self.prose.before(index) == "relative")
            or (
                Holder(statement.speaker_name, "speaker", 0.8, None, index + 1)
                if statement and statement.speaker_name
                else None
            )
        )

    def owner(self, index: int, *, suffixed: bool) -> Holder | None:
        """The holder of a masdar: رفض الحكومة, رفضها; without either, the subject of the verb that governs it."""
        agent = self.agent(index)
        if agent is not None:
            return agent
        opened = self.opening.get(index)
        if suffixed and opened is not None and opened.speaker_name and self._is_own(index, opened):
            return Holder(opened.speaker_name, "speaker", 0.9, opened.speaker, index + 1)
        if opened is not None and suffixed:
            return self.nearest(index)  # معربا عن استعدادها: his country's
        if not suffixed:
            party = self.parties.at(index + 1) if index + 1 < self.prose.ends[index] else None
            if party is not None:
                return self.whose(index, _holder(party, "genitive", 0.85))
        return self._governing(index) or self.unwritten(index)

    def _is_own(self, index: int, statement: Statement) -> bool:
        """Whether the pronoun of the masdar at ``index`` can be the speaker's: not ها behind a masculine cue."""
        norm = self.prose.norms[index]
        if not norm.endswith("ها"):
            return not _is_of_several(norm)
        cue = bisect_left(self._starts, statement.cue[0])
        verb = self.prose.verbs[cue]
        return verb.feminine if verb is not None else not self.prose.norms[cue].endswith("ا")

    def of_participle(self, index: int) -> Holder | None:
        """The holder of a participle that goes on with a sentence: مطالبا, وداعيا."""
        statement = self.cues.get(index)
        if statement is not None and statement.speaker_name:
            return Holder(statement.speaker_name, "speaker", 0.9, None, index + 1)
        return self.unwritten(index)

    def nearest(self, index: int) -> Holder | None:
        """The actor nearest before ``index`` in the sentence: what a possessive pronoun most often means."""
        prose = self.prose
        for at in range(index - 1, max(-1, index - _BACK), -1):
            if prose.sentences[at] != prose.sentences[index]:
                return None
            party = self.parties.at(at)
            if party is not None and party.kind != "source" and self._may_be_meant(prose.norms[index], party):
                return _holder(party, "nearest", 0.5)
        return None

    def _may_be_meant(self, norm: str, party: Party) -> bool:
        """Whether the pronoun at the end of ``norm`` fits the party: رفضهم is no one person's."""
        if not _is_of_several(norm):
            return True
        head = self.prose.norms[party.first]
        return party.kind not in {"person", "state"} or head.endswith(_SEVERAL)

    def _governing(self, index: int) -> Holder | None:
        at = self.governor(index)
        if at is None:
            return None
        return self.of(at, self.prose.verbs[at] or _PARTICIPLE)

    def _after(self, index: int, span: Span | None) -> int:
        last = index + 1
        if span is not None:
            tokens = self.prose.document.tokens
            while last < len(tokens) and tokens[last].start < span[1]:
                last += 1
        return last

    def agent(self, index: int) -> Holder | None:
        """Whoever acts in a passive: رفض من قبل الحكومة."""
        norms = self.prose.norms
        for at in range(index + 1, min(self.prose.ends[index], index + 6)):
            if norms[at] == "من" and norms[at + 1 : at + 2] in (["قبل"], ["جانب"], ["طرف"]) and at + 2 < len(norms):
                party = self.parties.at(at + 2)
                if party is not None:
                    return _holder(party, "agent", 0.85)
        return None

    def _follows_subject(self, index: int) -> bool:
        """Whether the clause names its subject first: أن الحكومة ترفض, كانت الحكومة قد رفضت, الوفد سيلتقي."""
        prose = self.prose
        start = prose.starts[index]
        if start < index and prose.roles[start] in {"that", "auxiliary"}:
            return True
        party = self.parties.at(start) if start < index else None
        return (
            party is not None
            and party.last <= index
            and not self._is_attached(start)
            and all(prose.roles[at] in {"auxiliary", "negator", "adverb"} for at in range(party.last, index))
        )

    def _behind(self, index: int, form: Form) -> Holder | None:
        """The subject after the verb, over adverbs and adjuncts set off by commas."""
        prose = self.prose
        if (form.plural and form.tense != "noun") or self._has_pronoun(index):
            return None  # before its subject a verb stays singular; لكنها تفضل has its subject
        adjunct = False
        for at in range(index + 1, min(prose.ends[index], index + _SUBJECT_REACH)):
            role = prose.roles[at]
            if role in _BARRIERS:
                return None
            if role in {"preposition", "comma"} and not prose.norms[at].endswith(_PRONOUNS):
                adjunct = role == "preposition"
            if adjunct:
                continue
            party = self.parties.at(at)
            if party is not None and not self._is_attached(at):
                return _holder(party, "subject", 0.9) if self.agrees(form, party) else None
            if role == "mark":
                return self._bracketed(at) if at == index + 1 else None
            if (
                not role
                and not prose.norms[at].isdigit()
                and prose.norms[at] not in plain_list("clauses", "quantities")
            ):
                return self._strange_subject(index, at, form)
        return None

    def _has_pronoun(self, index: int) -> bool:
        """Whether أنه, لكنها or the like stands before the verb, over its negation."""
        prose, at = self.prose, index
        while prose.before(at) in {"negator", "auxiliary"}:
            at -= 1
        return prose.before(at) in {"that", "opener"} and prose.norms[at - 1].endswith(("نه", "نها", "نهم", "نهما"))

    def _strange_subject(self, index: int, at: int, form: Form) -> Holder | None:
        """Words of content before any party: a subject nobody knows if the verb bears its object (رفضها أنصار الحل)."""
        norm = self.prose.norms[at]
        named = form.suffixed and at == index + 1 and not norm.startswith(("ب", "لل")) and not is_masdar(norm[2:])
        return self._phrase(at) if named else None  # else the object of a subject that is not written

    def _bracketed(self, index: int) -> Holder | None:
        """A name in quotation marks or brackets right behind its verb: رفضت «حركة ...»."""
        prose = self.prose
        last = index + 1
        while last < min(prose.size, index + 5) and prose.roles[last] != "mark":
            last += 1
        if last >= prose.size or prose.roles[last] != "mark" or last == index + 1:
            return None
        if prose.roles[index + 1] or prose.norms[index + 1] in _BELOW:
            return None  # لن تقبل «تحت أي ظرف»
        party = self.parties.at(index + 1)
        if party is not None:
            return _holder(party, "subject", 0.85)
        tokens = prose.document.tokens
        span = (tokens[index + 1].start, tokens[last - 1].end)
        return Holder(prose.document.text[span[0] : span[1]], "unknown-name", 0.6, span, last)

    def _phrase(self, index: int) -> Holder | None:
        """The words from ``index`` that may be a name nobody knows, up to the next particle or verb."""
        prose = self.prose
        last = index
        while (
            last < min(prose.ends[index], index + 5)
            and prose.is_content(last)
            and (last == index or prose.norms[last][:1] != "و")
        ):
            last += 1
        if last == index:
            return None
        tokens = prose.document.tokens
        span = (tokens[index].start, tokens[last - 1].end)
        return Holder(prose.document.text[span[0] : span[1]], "unknown-name", 0.6, span, last)

    def between(self, index: int, preposition: str) -> Holder | None:
        """Words that nobody knows between a verb and the preposition that it needs: تحفظت أونداريا على الخريطة.

        Such a verb has no object: what stands there is its subject.
        """
        prose = self.prose
        found = self._phrase(index + 1) if index + 1 < prose.ends[index] else None
        if found is None or found.last >= prose.size or prose.norms[found.last] != preposition:
            return None
        word = prose.document.tokens[index + 1]
        adverbial = "\u064b" in word.text or (word.norm.endswith("ا") and word.norm[:1] == "م")
        return None if adverbial or is_masdar(word.norm) else found

    def _is_attached(self, index: int) -> bool:
        """Whether ب or ل is attached to the noun phrase, so that it is no subject."""
        token = self.prose.document.tokens[index]
        party = self.parties.at(index)
        return party is not None and party.span[0] > token.start and token.norm[:1] in {"ب", "ل", "ك"}

    def agrees(self, form: Form, party: Party) -> bool:
        """Whether a verb of this form can have this subject behind it: طالب cannot have الحكومة."""
        head = self.prose.norms[party.first]
        feminine_head = head.endswith("ه") and party.kind != "person"
        if form.tense == "noun" or form.plural:
            return True
        return form.feminine or not feminine_head

    def ahead(self, index: int, *, nearest: bool = False) -> Holder | None:
        """The subject before the verb: at the head of its clause, or behind إن and كان.

        :param nearest: only if no other verb stands between, which it would rather be the subject of.
        """
        prose = self.prose
        start = prose.starts[index]
        first: Party | None = None
        at = start
        while at < index:
            if prose.roles[at] in {"comma", "mark"} and first is None and at > start + 1:
                at += 1
                continue
            party = self.parties.at(at)
            if party is not None and not self._is_attached(at) and prose.before(at) != "preposition":
                first = party
                break
            if prose.roles[at] == "preposition" or prose.verbs[at] is not None:
                break
            at += 1
        if first is None:
            return self._unknown_ahead(index)
        between = range(first.last, index)
        if nearest and any(prose.verbs[at] is not None for at in between):
            return None
        if any(prose.roles[at] == "relative" for at in between) and prose.before(index) == "relative":
            return None
        return _holder(self._rather_than(first), "subject-before", 0.8)

    def _rather_than(self, party: Party) -> Party:
        """The party that another is set against: in الحكومة، وليس المجلس، تطالب the government, not the council."""
        norms = self.prose.norms
        opening = self.prose.document.sentences[self.prose.sentences[party.first]].first
        before = before_contrast(norms.__getitem__, party.first, opening)
        return party if before is None else self.parties.covering.get(before - 1, party)

    def _unknown_ahead(self, index: int) -> Holder | None:
        """Words that nobody knows before the verb, where a name must stand: أن أنصار الحل رفضوا; غانا وكينيا تخلتا."""
        prose = self.prose
        start = prose.starts[index]
        verb = prose.verbs[index]
        if prose.roles[start] not in {"that", "opener"} or prose.norms[start][-1:] not in {"ن", "ا"}:
            opens = start == prose.document.sentences[prose.sentences[index]].first
            if not opens or verb is None or not verb.plural:
                return None
            start -= 1  # of several who are named first
        last = start + 1
        while last < index and prose.is_content(last):
            last += 1
        if (
            last == start + 1
            or last - start > 5
            or any(prose.roles[at] not in {"auxiliary", "negator", "adverb"} for at in range(last, index))
        ):
            return None
        tokens = prose.document.tokens
        span = (tokens[start + 1].start, tokens[last - 1].end)
        return Holder(prose.document.text[span[0] : span[1]], "unknown-name", 0.6, span, last)

    def antecedent(self, index: int) -> Holder | None:
        """The noun that الذي before the verb restricts."""
        prose = self.prose
        at = index - 1
        while at > prose.starts[index] and prose.roles[at] in {"auxiliary", "negator", "adverb", "mark"}:
            at -= 1
        if at < 1 or prose.roles[at] != "relative":
            return None
        for before in range(at - 1, max(prose.starts[index], at - 8) - 1, -1):
            party = self.parties.at(before)
            if party is not None and at - 3 <= party.last <= at:
                return _holder(self._rather_than(party), "antecedent", 0.75)
        return None

    def _set_against(self, index: int) -> Holder | None:
        """The subject of a verb behind a contrast between commas: الحكومة، خلافا للمجلس، ترفض."""
        prose = self.prose
        at = index - 1
        while at > 0 and prose.roles[at] in {"auxiliary", "adverb", "comma"}:
            at -= 1
        party = self.parties.covering.get(at)
        if party is None or prose.sentences[at] != prose.sentences[index]:
            return None
        other = self._rather_than(party)
        return _holder(other, "subject-before", 0.75) if other is not party else None

    def unwritten(self, index: int, *, bare: bool = False) -> Holder | None:
        """The subject of the nearest clause before in the sentence, or else the speaker around.

        :param bare: the words before the verb are its object, as in الضمانات التي اشترطها.
        """
        prose = self.prose
        clause = prose.starts[index]
        if not bare and any(prose.is_content(at) and prose.norms[at] not in _SELVES for at in range(clause, index)):
            return None  # somebody or something stands there that we cannot name
        around = self.speaking.get(index)
        told = prose.verbs[index] is not None and supposed(prose, index) is None
        floor = index - _BACK
        while clause > max(0, floor) and prose.sentences[clause - 1] == prose.sentences[index]:
            earlier = clause - 1
            if self.speaking.get(earlier) is not around:
                break
            clause = prose.starts[earlier]
            verb_at = next((at for at in range(clause, earlier + 1) if prose.verbs[at] is not None), None)
            if verb_at is None or (told and supposed(prose, verb_at) is not None):
                continue  # whoever is asked to do something is not he who then refuses
            verb = prose.verbs[verb_at]
            first = self.ahead(verb_at, nearest=True) if self._follows_subject(verb_at) else None
            found = first or (verb and (self._behind(verb_at, verb) or self.ahead(verb_at)))
            if found:
                return found._replace(how="carried-over", certainty=0.65, span=None)
            if not _CONTRASTING.isdisjoint(prose.norms[max(0, clause - 1) : verb_at]):
                return None  # فيما تعرض فلانة ... وترفض: hers, whoever she is
        if around is not None and around.speaker_name and not self._accuses(around):
            return Holder(around.speaker_name, "speaker-around", 0.65, None, index + 1)
        return None

    def _accuses(self, statement: Statement) -> bool:
        """اتهمت كينيا الحكومة بأنها ترفض: what somebody is accused of is not what the accuser does."""
        cue = bisect_left(self._starts, statement.cue[0])
        return mixed_list("stances", "accusing").find(self.prose.norms[cue]) is not None


_BELOW = frozenset({"تحت", "باي", "مهما", "ابدا", "اطلاقا", "قطعا"})
"""What no name begins with: "under no circumstances", "whatever"."""
_CONTRASTING = frozenset({"فيما", "بينما", "حين", "وفيما", "وبينما"})
"""Between a clause and one with a subject of its own."""


def _is_of_several(norm: str) -> bool:
    return norm.endswith(("هم", "هما"))


def _holder(party: Party, how: str, certainty: float) -> Holder:
    return Holder(party.name, how, certainty, party.span, party.last)
