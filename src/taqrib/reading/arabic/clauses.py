"""Where the clauses of a report begin and end, and what the small words between them do.

Arabic prose strings its clauses with و, ف and particles rather than full stops. A clause here is what one verb governs: it
begins with a sentence, with أن and its sisters, with a word such as حيث or لكن, and with a finite verb behind و.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib.reading.arabic.conjugation import Form, noun_forms, verb_forms
from taqrib.reading.arabic.words import Lexicon, Match
from taqrib.reading.normal import normalised
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taqrib.reading.document import Document

STOPS = {".", "!", "?", "؟", "؛", "..", "...", "…", ":"}
COMMAS = {"،", ",", "-", "–", "—"}
_BEFORE = {"قبل", "وقبل", "فقبل"}
_PAST = {"قد", "وقد", "فقد", "كان", "لقد"}
_WHILE = (["حين"], ["وقت"])
_NOMINAL = {"ب", "ل", "ك"}


def is_nominal(clitics: str) -> bool:
    """Whether only a noun can carry these clitics: the article, or ب, ل, ك (a verb takes و, ف, س, and ل of purpose)."""
    return "ال" in clitics or "لل" in clitics or clitics[-1:] in _NOMINAL


def is_bare_noun(clitics: str) -> bool:
    """Whether the clitics leave no verb possible: all nominal ones but the ل that a subjunctive takes too."""
    return is_nominal(clitics) and (not is_purpose(clitics) or clitics.endswith("لل"))


def is_purpose(clitics: str) -> bool:
    """Whether the clitics end in the ل of purpose or belonging: للقاء, ليلتقي; not in the article."""
    return clitics.endswith("لل") or (clitics.endswith("ل") and not clitics.endswith("ال"))


class Prose:
    """A document's tokens with their clauses; lists run parallel to ``document.tokens``.

    :ivar norms: the normalised tokens.
    :ivar roles: what the token does in the sentence: ``preposition``, ``that``, ``relative``, ``opener``, ``negator``,
        ``auxiliary``, ``demonstrative``, ``adverb``, ``stop``, ``comma``, ``mark``, or ``""`` for a word of content.
    :ivar verbs: the finite verb form the token shows, or ``None``; some are masdars of the same spelling.
    :ivar starts: the first token of the token's clause.
    :ivar ends: one past the last token of the token's clause.
    :ivar sentences: the index of the token's sentence.
    :ivar quoted: one past the last token of the quotation the token stands in; 0 outside quotations.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        tokens = document.tokens
        self.size = len(tokens)
        self.norms = [token.norm for token in tokens]
        known = _words()
        self.roles: list[str] = []
        self.verbs: list[Form | None] = []
        for norm in self.norms:
            role, verb = known.get(norm)
            self.roles.append(role)
            self.verbs.append(verb)
        self._demote()
        self.sentences = [0] * self.size
        self.quoted = [0] * self.size
        self.starts = [0] * self.size
        self.ends = [0] * self.size
        for quote in document.quotes:
            self.quoted[quote.first : quote.last] = [quote.last] * (quote.last - quote.first)
        for number, sentence in enumerate(document.sentences):
            self.sentences[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
            self._divide(sentence.first, sentence.last)

    def _demote(self) -> None:
        """Take the openers back that open nothing here: إلا before anything but أن, حتى before a noun."""
        for index, role in enumerate(self.roles):
            if role == "preposition" and self.norms[index] in {"في", "وفي"} and self.norms[index + 1 : index + 2] in _WHILE:
                self.roles[index] = "opener"
            if self.norms[index] in _BEFORE and (self.before_raw(index) in _PAST or self._is_nominative(index + 1)):
                self.roles[index], self.verbs[index] = "", Form("perfect")
            if role != "opener" or self.norms[index].removeprefix("و") not in _conditional_openers():
                continue
            following = index + 1 < self.size
            if not (following and (self.roles[index + 1] == "that" or self.verbs[index + 1] is not None)):
                self.roles[index] = "preposition"

    def before_raw(self, index: int) -> str:
        """The normalised token before ``index``; empty at the beginning."""
        return self.norms[index - 1] if index else ""

    def _is_nominative(self, index: int) -> bool:
        """Whether a dual or plural shows by its ending that it is a subject: قبل الطرفان is a verb, قبل الطرفين is not."""
        return index < self.size and self.norms[index].startswith("ال") and self.norms[index].endswith(("ان", "ون"))

    def _divide(self, first: int, last: int) -> None:
        start = first
        for index in range(first, last):
            if index > start and self._opens(index):
                self._close(start, index)
                start = index
        self._close(start, last)

    def _close(self, start: int, end: int) -> None:
        self.starts[start:end] = [start] * (end - start)
        self.ends[start:end] = [end] * (end - start)

    def _opens(self, index: int) -> bool:
        """Whether a clause begins at the token ``index``, which is not the first of its sentence."""
        role, before = self.roles[index], self.roles[index - 1]
        if before == "stop" or role in {"that", "opener"}:
            return not (role == "that" and before == "opener")  # غير أن opens once
        if role == "mark":
            return False
        norm = self.norms[index]
        if role == "negator" and norm[:1] in {"و", "ف"} and len(norm) > 2:
            return True
        if self.verbs[index] is not None:
            return (norm[:1] in {"و", "ف"} and self._joined(norm)) or before == "comma"
        return norm.startswith("وي") and len(norm) > 4 and _looks_imperfect(norm[1:])

    @staticmethod
    def _joined(norm: str) -> bool:
        match = _finite_verbs().find(norm)
        return match is not None and match.clitics[:1] in {"و", "ف"}

    def is_genitive(self, index: int) -> bool:
        """Whether an indefinite noun stands right before, so that a word like دعم is its genitive: كيفية دعم الأطراف."""
        if self.before(index) or self.starts[index] == index or self.verbs[index - 1] is not None:
            return False
        before = self.norms[index - 1]
        return not before.startswith(("ال", "وال", "بال", "لل", "فال")) and before[-2:] not in {"ها", "هم"} and not before.isdigit()

    def before(self, index: int) -> str:
        """The role of the token before ``index`` in its sentence; ``stop`` where there is none."""
        return self.roles[index - 1] if index and self.sentences[index - 1] == self.sentences[index] else "stop"

    def is_content(self, index: int) -> bool:
        """Whether the token is a word of content and no known verb."""
        return not self.roles[index] and self.verbs[index] is None


def _looks_imperfect(norm: str) -> bool:
    return norm not in _not_verbs()


@cache
def _conditional_openers() -> frozenset[str]:
    return frozenset(normalised(word) for word in load("arabic/clauses")["openers_before_that"])


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(Lexicon(dict.fromkeys(load("arabic/clauses")["not_verbs"], True)).forms)


@cache
def _finite_verbs() -> Lexicon[Form]:
    """Every conjugated verb of the vocabulary: those of talks, of stances, of status and the rest."""
    forms: dict[str, Form] = {}
    for citation in _citations():
        for word, form in verb_forms(*citation.split()).items():
            if not (form.first and word[0] == "ا"):  # "I ..." is rare, and أحدث or أبرز would be taken for it
                forms.setdefault(word, form)
    return Lexicon(forms)


def _citations() -> Iterator[str]:
    yield from load("arabic/clauses")["verbs"]
    for entry in load("arabic/status").values():
        yield from entry.get("verbs", ())
    events, stances = load("arabic/events"), load("arabic/stances")
    for entry in [*events.values(), *stances.values()]:
        if isinstance(entry, dict) and "verbs" in entry:
            for group in entry["verbs"].values():
                yield from group


class _Words(dict[str, tuple[str, Form | None]]):
    """What each normalised token does, worked out once per word and remembered."""

    def __init__(self) -> None:
        super().__init__()
        table = load("arabic/clauses")
        roles: dict[str, str] = {}
        for role, key in (
            ("that", "complementisers"), ("opener", "openers"), ("relative", "relatives"), ("negator", "negators"),
            ("auxiliary", "auxiliaries"), ("preposition", "prepositions"), ("demonstrative", "demonstratives"),
            ("adverb", "adverbs"),
        ):  # fmt: skip
            for word in table[key]:
                roles.setdefault(word, role)
        self._roles: Lexicon[str] = Lexicon(roles)
        self._bare = {"ما", "ان", "لا"}

    def get(self, norm: str, default: object = None) -> tuple[str, Form | None]:  # type: ignore[override]
        del default
        try:
            return self[norm]
        except KeyError:
            pass
        if len(self) >= 1 << 15:
            self.clear()
        answer = self[norm] = self._work_out(norm)
        return answer

    def _work_out(self, norm: str) -> tuple[str, Form | None]:
        if norm in STOPS:
            return "stop", None
        if norm in COMMAS:
            return "comma", None
        if not (norm[0].isalnum()):
            return "mark", None
        role = self._roles.find(norm)
        if role is not None and role.clitics in {"", "و", "ف"}:
            return role.value, None
        verb = _finite_verbs().find(norm)
        if verb is None or is_nominal(verb.clitics):
            return "", None
        return "", verb.value


@cache
def _words() -> _Words:
    return _Words()


def nouns(citations: Iterable[str]) -> dict[str, Form]:
    """The forms of several nouns, for a lexicon."""
    forms: dict[str, Form] = {}
    for citation in citations:
        for word, form in noun_forms(citation).items():
            forms.setdefault(word, form)
    return forms


__all__ = ["COMMAS", "STOPS", "Match", "Prose", "is_bare_noun", "is_nominal", "is_purpose", "nouns"]
