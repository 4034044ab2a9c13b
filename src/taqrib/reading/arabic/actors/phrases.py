"""Noun phrases that name or describe an actor: where they begin, what they hold, where they end."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.agreement import GROUPS
from taqrib.reading.arabic.actors.continuations import Continuations
from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    AUXILIARIES,
    COMPLEMENTISERS,
    DEFINITE_ONLY,
    DEMONSTRATIVES,
    DESCRIPTIONS,
    GIVEN,
    HEADS,
    NEGATORS,
    OUTLETS,
    PHRASE_WORDS,
    PORTFOLIOS,
    PREPOSITIONS,
    RELATIVES,
    SEEN,
    SELF,
    begins,
    is_definite,
    name_at,
)
from taqrib.reading.arabic.actors.person_names import SHORTEST
from taqrib.reading.arabic.actors.phrase import PERSONAL, Phrase
from taqrib.reading.arabic.statements.verbs import ANONYMITY, PROPS, SAYING_NOUNS, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Span, Time

MAX_WORDS = 24
"""No phrase is longer; what seems so has swallowed a sentence."""

_NAMED_IN_QUOTES, _BODY_IN_QUOTES = 5, 8
_HANGING = frozenset({"،", "ل"})
_ONE_IN_QUOTES = 3


class Ground(Continuations):
    """A document seen as ground for phrases: its tokens, where times begin, which quotations are only names."""

    def __init__(self, document: Document, times: Iterable[Time]) -> None:
        super().__init__(document, _token_runs(document, times))
        self.timed_inside = {inside for first, last in self.timed.items() for inside in range(first, last)}
        self.ending: dict[int, tuple[int, Phrase]] = {}
        self.names_in_quotes = {
            quote.first - 1: quote.last + 1 for quote in document.quotes if self._may_be_name(quote.first, quote.last)
        }
        self.quoted = {quote.first - 1: quote for quote in document.quotes}
        self.closing = {quote.last: quote for quote in document.quotes}
        self._text = document.text
        self._marks = [quote.first - 1 for quote in document.quotes]

    def _may_be_name(self, first: int, last: int) -> bool:
        """Whether the words in quotation marks are so few, or begin so, that they can be a name: «هيئة ... العليا»."""
        if last - first <= _NAMED_IN_QUOTES:
            return True
        match = HEADS.find(self.tokens[first].norm) if last - first <= _BODY_IN_QUOTES else None
        body = match is not None and match.value.kind in GROUPS and match.clitics in {"", "ال"}
        return body and not any(is_verb(token.norm) for token in self.tokens[first:last])

    def text_of(self, span: Span) -> str:
        """The text of a span."""
        return self._text[slice(*span)]

    def marks(self, first: int, last: int) -> Iterator[int]:
        """The opening marks of the quotations that begin among the tokens ``first:last``."""
        return islice(self._marks, bisect_left(self._marks, first), bisect_left(self._marks, last))

    def words(self, first: int, last: int) -> str:
        """The text of the tokens ``first:last``, with single spaces."""
        return (
            " ".join(self._text[self.tokens[first].start : self.tokens[last - 1].end].split()) if last > first else ""
        )

    def phrase(self, at: int, limit: int) -> Phrase | None:  # noqa: C901, PLR0911, PLR0912 - one case of the grammar after another
        """The phrase that a head noun or a known name begins at ``tokens[at]``; ``None`` if neither stands there."""
        tokens = self.tokens
        norm = tokens[at].norm
        if len(norm) < SHORTEST and norm not in HEADS.forms:
            return None
        if norm in DEMONSTRATIVES and at + 1 < limit:  # نفس المصدر, هذا الوفد
            inner = self.phrase(at + 1, limit)
            if inner is not None and inner.head is not None:
                inner.first, inner.definite = at, True
                return inner
            return None
        named = name_at(tokens, at, limit)
        match = HEADS.find(norm)
        if named is not None and (named.length > 1 or match is None or (not named.clitics and match.clitics)):
            if named.name.role != "adjective":
                end = at + named.length
                adjective = name_at(tokens, end, limit) if end < limit else None
                if adjective is not None and adjective.name.role == "adjective" and adjective.clitics == "ال":
                    end += adjective.length  # قبرص التركية
                return Phrase(at, end, known=named, definite=True, clitics=named.clitics)
            if match is None:
                return None
        if match is None or match.value.kind == "none":
            return None
        phrase = Phrase(at, at + 1, head=match.value, clitics=match.clitics)
        phrase.definite = match.clitics.endswith(("ال", "لل")) or match.form.startswith("ال")
        if not phrase.definite and match.form in DEFINITE_ONLY and tokens[min(at + 1, self.size - 1)].norm != "ال":
            return None
        following = tokens[at + 1].norm if at + 1 < limit else ""
        if match.value.lemma == "كبير" and not self._are_led(at + 1, limit):
            return None
        if match.value.lemma in {"صاحب", "صاحبه"} and following not in PHRASE_WORDS["honours"]:
            return None
        if match.value.lemma == "وسايل" and not following.endswith("اعلام"):
            return None
        if match.value.lemma == "موتمر" and following.lstrip("ال").rstrip("ا") in {"صحفي", "صحافي"}:
            return None
        self._extend(phrase, min(limit, at + MAX_WORDS))
        return phrase

    def person(self, at: int, limit: int) -> Phrase | None:
        """A bare name that begins at ``tokens[at]``, with its apposition (فلان المتحدث باسم ...)."""
        last = self.name_end(at, limit)
        if last == at:
            return None
        phrase = Phrase(at, last, name=(at, last), definite=True)
        if last < limit and self._title_follows(last):
            self._extend(phrase, min(limit, at + MAX_WORDS))
        return phrase

    def _are_led(self, at: int, limit: int) -> bool:
        """Whether those follow whose chief one can be: كبير المفاوضين, كبير مفاوضي الاتحاد."""
        led = HEADS.find(self.tokens[at].norm) if at < limit else None
        if led is None:
            return False
        if self.tokens[at].norm.startswith("ال"):
            return True
        construct = led.value.plural and not led.clitics and at + 1 < limit
        if not construct:
            return False
        known = is_definite(self.tokens[at + 1].norm) or name_at(self.tokens, at + 1, limit) is not None
        return known or self.can_name(at + 1)  # a state that no list has

    def _title_follows(self, at: int) -> bool:
        match = HEADS.find(self.tokens[at].norm)
        if match is not None and match.value.plural and match.clitics != "ال":
            return False  # أبلغ فلان أعضاء المجلس: others
        return match is not None and match.value.kind in PERSONAL and match.clitics in {"", "ال"}

    def names_something(self, mark: int) -> bool:
        """Whether the quotation opened at ``mark`` is the name of what the noun before it says: تنظيم «...»."""
        match = HEADS.find(self.tokens[mark - 1].norm) if mark else None
        if match is not None and match.value.kind in GROUPS:
            return True
        inside = HEADS.find(self.tokens[mark + 1].norm) if mark + 1 < self.size else None
        known = name_at(self.tokens, mark + 1, self.quoted[mark].last) if mark + 1 < self.size else None
        return (known is not None and known.length == self.quoted[mark].last - mark - 1) or (
            inside is not None and inside.value.kind in GROUPS
        )

    # --- the parts of a phrase

    def _extend(self, phrase: Phrase, limit: int) -> None:
        """Take in the words that belong to the phrase, one by one."""
        tokens = self.tokens
        at = phrase.last
        while at < limit:
            taken = self._take(phrase, at, limit)
            if taken <= at:
                break
            at = taken
        while at > phrase.first + 1 and (tokens[at - 1].norm in PREPOSITIONS or tokens[at - 1].norm in _HANGING):
            at -= 1
        phrase.last = at

    def _opens_clause(self, at: int) -> bool:
        """مصدر فضل عدم ذكر اسمه: whether a clause begins that tells of whoever, or of what, the phrase names."""
        norm = self.tokens[at].norm
        if norm not in SEEN and norm not in ANONYMITY.verbs:
            return False
        following = self.tokens[at + 1].norm if at + 1 < self.size else ""
        seen = norm in SEEN and following in {"عليها", "عليه"}  # وثيقة اطلعت عليها صحيفة
        return seen or (norm in ANONYMITY.verbs and following in ANONYMITY.objects)

    def _take(self, phrase: Phrase, at: int, limit: int) -> int:  # noqa: C901, PLR0911, PLR0912 - one case of the grammar after another
        tokens, token = self.tokens, self.tokens[at]
        norm = token.norm
        if at in self.names_in_quotes and self._takes_quoted_name(phrase, at):
            return min(self.names_in_quotes[at], limit)
        if norm == "ال" and at + 1 in self.names_in_quotes:  # الـ«...»
            return min(self.names_in_quotes[at + 1], limit)
        if (
            token.text[0].isdigit()
            and at == phrase.first + 1
            and phrase.head is not None
            and phrase.head.kind == "outlet"
        ):
            return at + 1  # القناة 12
        if not token.text[0].isalpha() or at in self.timed or norm in RELATIVES:
            return at
        if self._is_abbreviated(phrase, at, limit):
            return at + 2
        if norm in COMPLEMENTISERS and token.text != "فان" and not self.is_foreign_particle(at):  # no فإن, no بأن
            return at
        if norm in DEMONSTRATIVES and at == phrase.first + 1 and at + 1 < limit and self.has_article(at + 1):
            return at + 1 if phrase.head is not None and phrase.head.kind in PERSONAL else at  # قائد هذه القوات
        if norm in AUXILIARIES or norm in DEMONSTRATIVES or self._opens_clause(at):
            return at
        if norm in PHRASE_WORDS["rank_words"] and self._is_ranked(at, phrase.first):
            return at + 1
        if norm in SAYING_NOUNS or norm in PROPS:
            return at
        if norm in {"باسمه", "باسمها", "باسمهم"}:
            return at + 1
        if (
            norm in {"منه", "منها", "منهم"}
            and HEADS.find(tokens[at - 1].norm) is not None
            and "مقرب" in tokens[at - 1].norm
        ):
            return at + 1  # مقربون منه
        if norm in SELF:
            return at + 1
        led = self._leader_end(phrase, at, limit)
        if led > at:
            phrase.name = (at + 1, led)
            return led
        if norm in PREPOSITIONS and not (norm == "علي" and self._is_ali(phrase, at)):
            return self._take_preposition(phrase, at, limit)
        if self._is_accusative(phrase, at):
            return at + 1
        described = (
            phrase.head is not None and not phrase.definite and phrase.name is None and norm in DESCRIPTIONS.forms
        )
        if not described and norm not in GIVEN and begins(ADJUNCTS, tokens, at, limit):
            return at
        named = name_at(tokens, at, limit)
        given = norm in GIVEN and phrase.name is None and is_definite(tokens[at - 1].norm) and phrase.head is not None
        if given and phrase.head is not None and phrase.head.kind in PERSONAL and named is not None:
            named = None if named.name.role == "adjective" else named  # العميد تركي المالكي
        if named is not None and named.clitics in {"", "ال"}:
            adjective = named.name.role == "adjective" or self._is_state_adjective(at)
            ended = is_definite(tokens[at - 1].norm) or self._keeps_nun(at - 1)
            closed = ended and not adjective and named.name.words[0] != "الشرق"
            if (phrase.name is not None and phrase.name[1] == at and not adjective) or closed:
                return at  # a phrase closed by a definite word governs no further name: the next is an object
            if phrase.known is None:
                phrase.known = named
            if phrase.name is None or phrase.name[1] < at:
                return at + named.length
        if self.has_article(at):
            return at if self._keeps_nun(at - 1) else self._take_definite(phrase, at)
        if self._is_seat(phrase, at):
            return at + 1
        if norm[0] in "وف" and (self._coordinates(phrase, at) or self._is_second_side(phrase, at, limit)):
            return at + 1
        if norm[0] == "ل" and len(norm) > 3:
            taken = self._take_lam(phrase, at, limit)
            return taken if taken is not None else self._take_unknown(phrase, at, limit)
        match = HEADS.find(norm)
        if match is not None and not match.clitics:
            return at + 1 if self._takes_head(phrase, match.value, at) else at
        if match is not None and match.clitics[:1] in {"و", "ف"} and match.value.kind != "none":
            return at  # وزراء الحكومة وممثلو الأحزاب: others
        if match is None and (norm[0] in "وفبك") and self.known_behind_clitic(norm):
            return at
        if DESCRIPTIONS.find(norm) is not None and (phrase.name is None):
            return at + 1
        if (
            PORTFOLIOS.find(norm) is not None
            and phrase.name is None
            and not is_definite(tokens[at - 1].norm)
            and not (norm[0] in "وفبلك" and norm not in PORTFOLIOS.forms)
        ):
            return at + 1
        return self._take_unknown(phrase, at, limit)

    def _keeps_nun(self, at: int) -> bool:
        """Whether a plural or dual stands at ``at`` that governs nothing: مسؤولون [كينيون], where مسؤولو would."""
        norm = self.tokens[at].norm
        if not norm.endswith(("ون", "ين", "ان")) or is_definite(norm):
            return False
        head = HEADS.find(norm)
        named = name_at(self.tokens, at, at + 1)
        return (head is not None and head.value.plural) or (named is not None and named.name.role == "adjective")

    def _takes_quoted_name(self, phrase: Phrase, at: int) -> bool:
        if phrase.head is None or phrase.name is not None:
            return False
        opens = self.tokens[at + 1].norm
        owner = HEADS.find(opens) if phrase.head.kind == "anonymous" else None
        if owner is not None and owner.value.kind in GROUPS:
            return True  # مصادر «حركة ...»
        if HEADS.find(self.tokens[at - 1].norm) is not None and phrase.head.kind == "outlet":
            return True  # شبكة «إن تي في»
        single = self.names_in_quotes[at] - at <= _ONE_IN_QUOTES
        if phrase.definite and is_definite(self.tokens[at - 1].norm) and not (single or opens.startswith("ال")):
            return False  # الحركة «قدمت تنازلات»
        if opens in NEGATORS or opens in COMPLEMENTISERS or opens in PREPOSITIONS or is_verb(opens):
            return False  # الحكومة «لن تقبل»
        inside = self.tokens[at - 1]
        match = HEADS.find(inside.norm)
        return (
            (match is not None and match.value.kind in GROUPS) or phrase.head.kind in GROUPS or inside.norm in OUTLETS
        )


def _token_runs(document: Document, times: Iterable[Time]) -> dict[int, int]:
    """Expressions of time as token runs: the first token's index to one past the last's."""
    runs: dict[int, int] = {}
    tokens, at = document.tokens, 0
    for start, end in sorted(time.span for time in times):
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if last > at:
            runs[at] = max(last, runs.get(at, 0))
    return runs
