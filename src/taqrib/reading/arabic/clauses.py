"""Where the clauses of a report begin and end, and what the small words between them do.

Arabic prose strings its clauses with و, ف and particles rather than full stops. A clause here is what one verb
governs: it begins with a sentence, with أن and its sisters, with a word such as حيث or لكن, and with a finite verb
behind و.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from taqrib.reading.arabic.conjugation import Form
from taqrib.reading.arabic.wordlists import inflected_verbs, plain_list
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.reading.document import Document

Role = Literal[
    "", "preposition", "that", "relative", "opener", "negator", "auxiliary", "demonstrative", "adverb",
    "stop", "comma", "mark",
]  # fmt: skip
"""What a token does in its sentence; empty for a word of content."""

_STOPS = {".", "!", "?", "؟", "؛", "..", "...", "…", ":"}
_COMMAS = {"،", ",", "-", "–", "—"}
_WHILE = {"حين", "وقت"}
_BEFORE = {"قبل", "وقبل", "فقبل"}
_MANNER = {"بصوره", "بصفه", "بطريقه"}
_PAST = {"قد", "وقد", "فقد", "كان", "لقد"}


_LONGEST = 120
"""Tokens in the longest clause: a text without marks or verbs is cut, so that nothing is looked for far away."""


def is_nominal(clitics: str) -> bool:
    """Whether a noun carries these clitics: the article, ب or ك, or the ل that a subjunctive may carry too."""
    return "ال" in clitics or "لل" in clitics or clitics[-1:] in {"ب", "ل", "ك"}


def is_bare_noun(clitics: str) -> bool:
    """Whether the clitics leave no verb possible: all nominal ones but a bare ل."""
    return is_nominal(clitics) and (not is_purpose(clitics) or clitics.endswith("لل"))


def is_purpose(clitics: str) -> bool:
    """Whether the clitics end in the ل of purpose or belonging: للقاء, ليلتقي; not in the article."""
    return clitics.endswith("لل") or (clitics.endswith("ل") and not clitics.endswith("ال"))


class Prose:
    """A document's tokens with their clauses; lists run parallel to ``document.tokens``.

    :ivar norms: the normalised tokens.
    :ivar roles: what each token does.
    :ivar verbs: the finite verb form the token shows, or ``None``; some are masdars of the same spelling.
    :ivar starts: the first token of the token's clause.
    :ivar ends: one past the last token of the token's clause.
    :ivar sentences: the index of the token's sentence.
    :ivar quoted: one past the last token of the quotation the token stands in; 0 outside quotations.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.norms = [token.norm for token in document.tokens]
        self.size = len(self.norms)
        self.roles: list[Role] = []
        self.verbs: list[Form | None] = []
        for norm in self.norms:
            role, verb = _analysis(norm)
            if verb is not None and document.tokens[len(self.verbs)].text.endswith("ة"):
                verb = None  # وزارة is no وزاره
            self.roles.append(role)
            self.verbs.append(verb)
        self.sentences = [0] * self.size
        self.quoted = [0] * self.size
        self.starts = [0] * self.size
        self.ends = [0] * self.size
        self._settle()
        for quote in document.quotes:
            self.quoted[quote.first : quote.last] = [quote.last] * (quote.last - quote.first)
        for number, sentence in enumerate(document.sentences):
            self.sentences[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
            self._divide(sentence.first, sentence.last)

    def before(self, index: int) -> Role:
        """The role of the token before ``index`` in its sentence; ``stop`` where there is none."""
        return self.roles[index - 1] if index and self.sentences[index - 1] == self.sentences[index] else "stop"

    def is_content(self, index: int) -> bool:
        """Whether the token is a word of content and no known verb."""
        return not self.roles[index] and self.verbs[index] is None

    def is_genitive(self, index: int) -> bool:
        """Whether an indefinite noun stands right before: دعم is its genitive in كيفية دعم القبائل."""
        if self.before(index) or self.starts[index] == index or self.verbs[index - 1] is not None:
            return False
        noun = self.norms[index - 1]
        return (
            not noun.startswith(("ال", "وال", "بال", "فال", "لل"))
            and not noun.endswith(("ها", "هم"))
            and not noun.isdigit()
        )

    def has_oblique_behind(self, index: int) -> bool:
        """Whether a plural or dual in ين follows at once, which no verb has as its subject: رفض المتمردين is a noun."""
        verb = self.verbs[index]
        if verb is None or verb.tense != "perfect" or index + 1 >= self.ends[index]:
            return False
        following = self.norms[index + 1]
        return following.startswith("ال") and following.endswith("ين") and len(following) > 6

    def _settle(self) -> None:
        """Let the next word decide what some small words do: إلا opens a clause before أن, قبل may be a verb."""
        conditional = plain_list("clauses", "openers_before_that")
        for index, norm in enumerate(self.norms):
            following = self.norms[index + 1] if index + 1 < self.size else ""
            if self.roles[index] == "preposition":
                if norm in {"في", "وفي"} and following in _WHILE:
                    self.roles[index] = "opener"
                elif norm in _BEFORE and (_is_nominative(following) or (index and self.norms[index - 1] in _PAST)):
                    self.roles[index], self.verbs[index] = "", Form("perfect")
            elif norm == "حيث" and index and self.norms[index - 1] == "من":
                self.roles[index] = "adverb"  # من حيث المبدأ
            elif norm == "خاصه" and index and self.norms[index - 1] in _MANNER:
                self.roles[index] = "adverb"  # بصورة خاصة
            elif self.roles[index] == "opener" and norm.removeprefix("و") in conditional:
                clause = index + 1 < self.size and (
                    self.roles[index + 1] == "that" or self.verbs[index + 1] is not None
                )
                if not clause:
                    self.roles[index] = "preposition"

    def _divide(self, first: int, last: int) -> None:
        start = first
        for index in range(first + 1, last):
            if self._opens(index) or index - start >= _LONGEST:
                self._close(start, index)
                start = index
        self._close(start, last)

    def _close(self, start: int, end: int) -> None:
        self.starts[start:end] = [start] * (end - start)
        self.ends[start:end] = [end] * (end - start)

    def _opens(self, index: int) -> bool:
        """Whether a clause begins at the token ``index``, which is not the first of its sentence."""
        role, before, norm = self.roles[index], self.roles[index - 1], self.norms[index]
        if before == "stop":
            return True
        if role in {"that", "opener"}:
            return not (role == "that" and before == "opener")  # غير أن opens once
        joined = norm[:1] in {"و", "ف"}
        if role in {"negator", "auxiliary"}:
            return joined and len(norm) > 2
        if self.verbs[index] is not None:
            return before == "comma" or (joined and _is_joined_verb(norm))
        if role or len(norm) <= 4 or not norm.startswith("وي"):
            return False
        return norm[1:] not in plain_list("clauses", "not_verbs") and norm not in plain_list("names", "in_waw")


def _is_nominative(norm: str) -> bool:
    """Whether a dual or plural shows by its ending that it is a subject: قبل الطرفان is a verb, قبل الطرفين is not."""
    return norm.startswith("ال") and norm.endswith(("ان", "ون"))


def _is_joined_verb(norm: str) -> bool:
    match = _finite_verbs().find(norm)
    return match is not None and match.clitics[:1] in {"و", "ف"}


_ANALYSES: dict[str, tuple[Role, Form | None]] = {}


def _analysis(norm: str) -> tuple[Role, Form | None]:
    """What a word does and which verb form it is, worked out once per word; at most ``1 << 15`` are remembered."""
    answer = _ANALYSES.get(norm)
    if answer is None:
        if len(_ANALYSES) >= 1 << 15:
            _ANALYSES.clear()
        answer = _ANALYSES[norm] = _analyse(norm)
    return answer


def _analyse(norm: str) -> tuple[Role, Form | None]:
    if norm in _STOPS:
        return "stop", None
    if norm in _COMMAS:
        return "comma", None
    if not norm[:1].isalnum():
        return "mark", None
    role = _roles().find(norm)
    if role is not None and role.clitics in {"", "و", "ف"}:
        return role.value, None
    verb = _finite_verbs().find(norm)
    return ("", None) if verb is None or is_nominal(verb.clitics) else ("", verb.value)


def is_told_of(norm: str) -> bool:
    """Whether the word can only be a verb that tells of what stands before it: توصلت, ستجتمع; few nouns look so."""
    _, verb = _analysis(norm)
    if verb is None or verb.suffixed:
        return False
    future = verb.tense == "imperfect" and norm[:1] == "س"
    return future or (verb.tense == "perfect" and verb.feminine and norm.endswith("ت"))


@cache
def _roles() -> Lexicon[Role]:
    keys: tuple[tuple[str, Role], ...] = (
        ("complementisers", "that"), ("openers", "opener"), ("relatives", "relative"), ("negators", "negator"),
        ("auxiliaries", "auxiliary"), ("prepositions", "preposition"), ("demonstratives", "demonstrative"),
        ("adverbs", "adverb"),
    )  # fmt: skip
    roles: dict[str, Role] = {}
    for key, role in keys:
        for word in load("arabic/clauses")[key]:
            roles.setdefault(word, role)
    return Lexicon(roles)


@cache
def _finite_verbs() -> Lexicon[Form]:
    """Every conjugated verb of the vocabulary: those of talks, of stances, of status and the rest."""
    forms = inflected_verbs(_citations())
    # "I ..." is rare in reports, and أحدث or أبرز would be taken for it
    return Lexicon({word: form for word, form in forms.items() if not (form.first and word[0] == "ا")})


def _citations() -> Iterator[str]:
    yield from load("arabic/clauses")["verbs"]
    for table in ("status", "events", "stances"):
        for entry in load(f"arabic/{table}").values():
            verbs = entry.get("verbs", ()) if isinstance(entry, dict) else ()
            for group in verbs.values() if isinstance(verbs, dict) else [verbs]:
                yield from group
