"""Whose verb is it? The subject of a clause, written or not.

In order: the speaker of the statement whose cue the verb is; the first person, who is the speaker of the statement
around it; the subject written in its clause; and for a verb with no subject written, the subject of the clause before,
or the speaker of the statement it stands in.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from taqrib.reading.arabic.conjugation import Form
from taqrib.reading.arabic.moods import supposed
from taqrib.reading.arabic.parties import state_of
from taqrib.reading.arabic.stances.sayings import Holder, Sayings
from taqrib.reading.arabic.stances.subjects import Subjects
from taqrib.reading.arabic.wordlists import mixed_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties, Party
    from taqrib.reading.findings import Span, Statement

_BACK = 80
"""Tokens within which the clause before is looked for."""
_SELVES = {"نحن", "انا", "ونحن", "وانا", "فنحن"}
_SEVERAL = ("ون", "ين", "ان", "ات", "اء")
"""Endings of a noun of several, sound or broken: وزراء."""
_PARTICIPLE = Form("noun")


class Holders(Sayings):
    """Whose each verb, masdar and participle of one report is.

    :ivar subjects: the subjects that its clauses write.
    """

    def __init__(self, prose: Prose, parties: Parties, statements: list[Statement]) -> None:
        super().__init__(prose, parties, statements)
        self.subjects = Subjects(prose, parties)

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
            self.subjects.agent(index)
            or (
                self.subjects.behind(index, form) if form.suffixed else None
            )  # رفضته الحكومة: what stands ahead is refused
            or (self.subjects.ahead(index, nearest=True) if self.subjects.stands_first(index) else None)
            or self.subjects.behind(index, form)
            or self.subjects.ahead(index)
            or self.subjects.antecedent(index)
            or self.subjects.set_against(index)
            or self.unwritten(index, bare=form.suffixed and self.prose.before(index) == "relative")
            or (
                Holder(statement.speaker_name, "speaker", 0.8, None, index + 1)
                if statement and statement.speaker_name
                else None
            )
        )

    def owner(self, index: int, *, suffixed: bool) -> Holder | None:
        """The holder of a masdar: رفض الحكومة, رفضها; without either, the subject of the verb that governs it."""
        agent = self.subjects.agent(index)
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
                return self.whose(index, Holder.of_party(party, "genitive", 0.85))
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
                return Holder.of_party(party, "nearest", 0.5)
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
            first = self.subjects.ahead(verb_at, nearest=True) if self.subjects.stands_first(verb_at) else None
            found = first or (verb and (self.subjects.behind(verb_at, verb) or self.subjects.ahead(verb_at)))
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


_CONTRASTING = frozenset({"فيما", "بينما", "حين", "وفيما", "وبينما"})
"""Between a clause and one with a subject of its own."""


def _is_of_several(norm: str) -> bool:
    return norm.endswith(("هم", "هما"))
