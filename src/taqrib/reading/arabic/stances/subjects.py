"""The subject that a clause writes for its verb.

In order: من قبل after a passive; the noun phrase behind the verb; the one before it; the antecedent of الذي; and
whoever is set against another between commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import is_masdar
from taqrib.reading.arabic.contrasts import before_contrast
from taqrib.reading.arabic.stances.sayings import Holder
from taqrib.reading.arabic.wordlists import plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.conjugation import Form
    from taqrib.reading.arabic.parties import Parties, Party

_REACH = 12
"""Tokens, adjuncts included, within which a subject follows its verb."""
_BARRIERS = frozenset({"that", "stop", "relative", "negator"})
_PRONOUNS = ("ها", "يه", "نه", "هم", "هما", "به", "له", "عه")
"""Endings of a preposition that is complete: يجتمع فيه الوسطاء has its subject still to come."""
_BELOW = frozenset({"تحت", "باي", "مهما", "ابدا", "اطلاقا", "قطعا"})
"""What no name begins with: "under no circumstances", "whatever"."""


class Subjects:
    """Subjects written in the clauses of one report."""

    def __init__(self, prose: Prose, parties: Parties) -> None:
        self.prose = prose
        self.parties = parties

    def agent(self, index: int) -> Holder | None:
        """Whoever acts in a passive: رفض من قبل الحكومة."""
        norms = self.prose.norms
        for at in range(index + 1, min(self.prose.ends[index], index + 6)):
            if norms[at] == "من" and norms[at + 1 : at + 2] in (["قبل"], ["جانب"], ["طرف"]) and at + 2 < len(norms):
                party = self.parties.at(at + 2)
                if party is not None:
                    return Holder.of_party(party, "agent", 0.85)
        return None

    def stands_first(self, index: int) -> bool:
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

    def behind(self, index: int, form: Form) -> Holder | None:
        """The subject after the verb, over adverbs and adjuncts set off by commas."""
        prose = self.prose
        if (form.plural and form.tense != "noun") or self._has_pronoun(index):
            return None  # before its subject a verb stays singular; لكنها تفضل has its subject
        adjunct = False
        for at in range(index + 1, min(prose.ends[index], index + _REACH)):
            role = prose.roles[at]
            if role in _BARRIERS:
                return None
            if role in {"preposition", "comma"} and not prose.norms[at].endswith(_PRONOUNS):
                adjunct = role == "preposition"
            if adjunct:
                continue
            party = self.parties.at(at)
            if party is not None and not self._is_attached(at):
                return Holder.of_party(party, "subject", 0.9) if self.agrees(form, party) else None
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
            return Holder.of_party(party, "subject", 0.85)
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
        return Holder.of_party(self._rather_than(first), "subject-before", 0.8)

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
                return Holder.of_party(self._rather_than(party), "antecedent", 0.75)
        return None

    def set_against(self, index: int) -> Holder | None:
        """The subject of a verb behind a contrast between commas: الحكومة، خلافا للمجلس، ترفض."""
        prose = self.prose
        at = index - 1
        while at > 0 and prose.roles[at] in {"auxiliary", "adverb", "comma"}:
            at -= 1
        party = self.parties.covering.get(at)
        if party is None or prose.sentences[at] != prose.sentences[index]:
            return None
        other = self._rather_than(party)
        return Holder.of_party(other, "subject-before", 0.75) if other is not party else None
