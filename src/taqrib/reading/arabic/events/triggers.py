"""Which words carry an event, and what each needs beside it to do so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from taqrib.normal import normalised
from taqrib.reading.arabic.clauses import is_bare_noun, is_purpose
from taqrib.reading.arabic.conjugation import Form, noun_forms, verb_forms
from taqrib.reading.arabic.wordlists import noun_list, objects, plain_list
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.arabic.stances.holders import Holders
    from taqrib.reading.findings import EventType

_REACH = {"verb": 14, "noun": 5, "masdar": 5}
"""Tokens within which the object stands that a word needs."""
_SIGNATORIES = 30
"""The same for signing, where a list of names comes first."""
_ADJECTIVES = 5
"""Tokens within which the subject of an intransitive verb stands, before it or after."""


class Sense(NamedTuple):
    """One thing a word may mean.

    :ivar need: the class of object that must stand beside it; ``always`` for none.
    :ivar kind: ``noun`` for what happens by itself (اجتماع), ``masdar`` for a verb's noun (رفض).
    """

    type: EventType
    need: str
    kind: Literal["verb", "noun", "masdar"]
    form: Form
    lemma: str


def _is_owned(prose: Prose, index: int) -> bool:
    """Whether the word carries a pronoun and its clause has a verb before it, with no relative between."""
    verb = prose.verbs[index]
    if verb is None or not verb.suffixed:
        return False
    for at in range(index - 1, prose.starts[index] - 1, -1):
        if prose.roles[at] in {"relative", "that", "opener", "mark", "comma"}:
            return False
        if prose.verbs[at] is not None:
            return True
    return False


@cache
def triggers() -> Lexicon[tuple[Sense, ...]]:
    """Every form of every word that may carry an event."""
    found: dict[str, list[Sense]] = {}
    table = load("arabic/events")
    for name in load("plover"):
        type_ = cast("EventType", name)
        entry = table[name]
        for need, citations in entry.get("verbs", {}).items():
            for citation in citations:
                for word, form in verb_forms(*citation.split()).items():
                    found.setdefault(word, []).append(Sense(type_, need, "verb", form, citation))
        for citation in entry.get("nouns", ()):
            for word, form in noun_forms(citation).items():
                found.setdefault(word, []).append(Sense(type_, "always", "noun", form, citation))
        for need, citations in entry.get("masdars", {}).items():
            for citation in citations:
                for word, form in noun_forms(citation).items():
                    found.setdefault(word, []).append(Sense(type_, need, "masdar", form, citation))
    return Lexicon({word: tuple(senses) for word, senses in found.items()})


def is_noun_of(norm: str, types: frozenset[str]) -> bool:
    """Whether the word is a noun that carries an event of one of ``types``."""
    match = triggers().find(norm)
    return match is not None and any(sense.kind == "noun" and sense.type in types for sense in match.value)


def is_of_class(norm: str, name: str, *, joined: bool = True) -> bool:
    """Whether the word is an object of the class ``name``: ``talks``, ``deal``, ``plan`` ...

    :param joined: also behind و.
    """
    match = objects().find(norm)
    return match is not None and name in match.value and (joined or match.clitics[:1] != "و")


class Chosen(NamedTuple):
    """The sense a word has where it stands, and the token of the object that gives it that sense (``None`` without)."""

    sense: Sense
    object: int | None


class Chooser:
    """Tells verbs from nouns of the same spelling, and words that carry an event from the same words elsewhere."""

    def __init__(self, prose: Prose, parties: Parties, holders: Holders) -> None:
        self.prose = prose
        self.parties = parties
        self.holders = holders

    def choose(self, index: int, clitics: str, senses: tuple[Sense, ...]) -> Chosen | None:
        """The first sense whose need is met; a verb's before a noun's where the spelling leaves both open."""
        prose = self.prose
        if prose.roles[index]:
            return None  # قبل is "before" more often than "accepted"
        adjective = prose.document.tokens[index].text.endswith(("ة", "ةً", "ةٌ", "ةٍ"))
        nominal = self.is_noun(index, clitics, ambiguous=any(sense.kind != "verb" for sense in senses))
        for wanted in (True, False) if not nominal else (False,):
            for sense in senses:
                if (sense.kind == "verb") != wanted or (adjective and sense.form.suffixed):
                    continue  # المقترحة is an adjective, not مقترح with a pronoun
                if wanted and is_purpose(clitics) and sense.form.tense != "imperfect":
                    continue
                if wanted and not self._is_spelt(index, sense):
                    continue
                met, at = self._meets(index, sense)
                if met:
                    return Chosen(sense, at)
        return None

    def _is_spelt(self, index: int, sense: Sense) -> bool:
        """Whether the word is the verb, and none of the same letters: نُقل is not "we carry", التام not التأم."""
        if sense.form.first and index not in self.holders.speaking:
            return False
        written = self.prose.document.tokens[index].text
        return (
            normalised(sense.lemma.split()[0]) not in plain_list("events", "with_hamza")
            or "أ" in written
            or "ئ" in written
        )

    def is_noun(self, index: int, clitics: str, *, ambiguous: bool) -> bool:
        """Whether a word must be a noun here: by its clitics, its ending, a preposition, or a verb before it."""
        prose = self.prose
        text = prose.document.tokens[index].text
        if is_bare_noun(clitics) or text.endswith(("ة", "ةً", "ًا", "اً")):
            return True
        before = prose.before(index)
        if before in {"preposition", "demonstrative"} or index in self.holders.opening:
            return True
        if index and prose.norms[index - 1].isdigit():
            return True  # 120 صوتا
        behind_verb = before == "" and prose.verbs[index - 1] is not None
        if ambiguous and not clitics and _is_owned(prose, index):
            return True  # جددت الحكومة رفضها: one clause has one verb
        return behind_verb or (ambiguous and (prose.is_genitive(index) or prose.has_oblique_behind(index)))

    def _meets(self, index: int, sense: Sense) -> tuple[bool, int | None]:  # noqa: PLR0911 - one per need
        """Whether the need of ``sense`` is met at ``index``, and by which token."""
        need = sense.need
        end = self._limit(index, _SIGNATORIES if need == "deal" else _REACH[sense.kind])
        norms = self.prose.norms
        if need == "always":
            return not (sense.type == "reject" and self._is_anonymity(index)), None
        if need == "with":
            return any(norms[at] in plain_list("events", "company") for at in range(index + 1, end)), None
        if need == "على":
            return "علي" in norms[index + 1 : end], None
        if need == "party":
            return self._receives(index, end), None
        if need == "place":
            return self._goes_somewhere(index, end, arrives=sense.lemma.startswith("وصل")), None
        mutual = sense.kind == "verb" and sense.lemma.startswith("تبادل") and index + 1 < end
        if mutual and is_of_class(norms[index + 1], need):
            return False, None  # تبادل الأسرى has no subject: it is the masdar
        at = self._object(index, end, sense)
        if at is None and sense.kind == "verb" and sense.lemma.startswith("قبل"):
            return self._is_taken(index), None
        return at is not None, at

    def _is_taken(self, index: int) -> bool:
        """Whether a party named right beside the verb takes something, whatever it is: تقبل الشركة رحلات إضافية."""
        prose, end = self.prose, self.prose.ends[index]
        behind = self.parties.at(index + 1) if index + 1 < end else None
        if behind is not None:
            return behind.last < end and not prose.roles[behind.last]
        start = prose.starts[index] + (prose.roles[prose.starts[index]] == "that")
        ahead = self.parties.at(start) if start < index else None
        return ahead is not None and ahead.last == index and index + 1 < end and not prose.roles[index + 1]

    def _limit(self, index: int, reach: int) -> int:
        """``index + 1 + reach``, or the end of the sentence."""
        prose = self.prose
        return min(index + 1 + reach, prose.document.sentences[prose.sentences[index]].last)

    def _object(self, index: int, end: int, sense: Sense) -> int | None:
        if sense.need == "talks_run":  # intransitive: the talks are its subject, on either side
            at = self._before(index, "talks")
            return at if at is not None else self._behind(index, min(end, index + _ADJECTIVES), "talks", direct=True)
        at = self._behind(index, end, sense.need, direct=False)
        if at is None and sense.need == "deal" and sense.kind == "verb" and not sense.form.plural:
            at = self._before(index, "deal")  # الاتفاق الذي أبرم
        return at

    def _behind(self, index: int, end: int, name: str, *, direct: bool) -> int | None:
        """The first noun of the class after ``index``, before another clause begins.

        :param direct: no preposition may stand between.
        """
        prose = self.prose
        for at in range(index + 1, end):
            role = prose.roles[at]
            if role in {"stop", "that", "opener"} or (direct and role == "preposition"):
                return None
            if prose.starts[at] == at and prose.verbs[at] is not None:
                return None
            if not role and is_of_class(prose.norms[at], name, joined=False):
                return at
        return None

    def _before(self, index: int, name: str) -> int | None:
        """The noun of the class just before ``index``: المحادثات انهارت."""
        prose = self.prose
        for at in range(index - 1, max(prose.starts[index], index - _ADJECTIVES) - 1, -1):
            if prose.roles[at] in {"stop", "comma", "that"} or prose.norms[at] == "ما":
                return None  # ما لم ترفع القيود: unless
            if is_of_class(prose.norms[at], name):
                return at
        return None

    def _is_anonymity(self, index: int) -> bool:
        """رفض الكشف عن اسمه: the formula by which a source stays unnamed."""
        formula = noun_list("stances", "anonymity")
        return any(formula.find(norm) for norm in self.prose.norms[index + 1 : self._limit(index, 5)])

    def _receives(self, index: int, end: int) -> bool:
        """Whether people are received, and not aid."""
        if self._behind(index, end, "relief", direct=False) is not None:
            return False
        return bool(self.parties.in_range(index + 1, min(end, self.prose.ends[index])))

    def _goes_somewhere(self, index: int, end: int, *, arrives: bool) -> bool:
        """Whether a verb of motion has a place to go to: وصل إلى اتفاق has none.

        :param arrives: the verb may take the place without a preposition, or في.
        """
        prose = self.prose
        for at in range(index + 1, end):
            if prose.roles[at] in {"stop", "that", "opener"}:
                return False
            match = objects().find(prose.norms[at])
            if (
                match is not None
                and at <= index + 2
                and match.value & {"talks", "deal", "plan", "relief"}
                and not is_purpose(match.clitics)
            ):
                return False
            if self.parties.place(at) is None:
                continue
            before = prose.norms[at - 1]
            if before in {"الي", "نحو"} or prose.norms[at][:1] == "ل" or noun_list("events", "towns").find(before):
                return True
            if arrives and (before == "في" or at == index + 1):
                return True
        return False
