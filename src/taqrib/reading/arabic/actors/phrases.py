"""Noun phrases that name or describe an actor: where they begin, what they hold, where they end."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.agreement import GROUPS, Agreement
from taqrib.reading.arabic.actors.known import (
    ADDRESSEES,
    ADJUNCTS,
    AUXILIARIES,
    COMPLEMENTISERS,
    DEFINITE_ONLY,
    DEMONSTRATIVES,
    DESCRIPTIONS,
    GIVEN,
    HEADS,
    JOINS,
    MOTION,
    NAMES_THAT_ARE_WORDS,
    NEGATORS,
    OUTLETS,
    PHRASE_WORDS,
    PLACE_HEADS,
    PORTFOLIOS,
    PREPOSITIONS,
    RELATIVES,
    SELF,
    Head,
    Named,
    begins,
    is_definite,
    is_masdar,
    name_at,
)
from taqrib.reading.arabic.actors.person_names import NAME_WORDS, SHORTEST
from taqrib.reading.arabic.statements.verbs import PROPS, SAYING_NOUNS, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Span

MAX_WORDS = 24
"""No phrase is longer; what seems so has swallowed a sentence."""

_TITLE_WORDS = 6
"""Words within which a second "إلى" shows the first to be the title's."""

_PERSONAL = {"office", "role", "rank"}
_NAMED_IN_QUOTES = 5
_ONE_IN_QUOTES = 3


@dataclass(slots=True)
class Phrase:
    """A noun phrase, ``tokens[first:last]``.

    :ivar head: what its first noun is; ``None`` for a bare name.
    :ivar name: the tokens of a person's name inside it, ``(first, last)``.
    :ivar of: the tokens of the name of whose office or document it is ("بيان من مكتب فلان").
    :ivar known: the known name it consists of or is qualified by first ("الوفد المصري": مصر).
    :ivar definite: it points to somebody the reader should know ("المصدر").
    :ivar clitics: what is attached before its first word.
    """

    first: int
    last: int
    head: Head | None = None
    name: tuple[int, int] | None = None
    known: Named | None = None
    definite: bool = False
    clitics: str = ""
    of: tuple[int, int] | None = None


class Ground(Agreement):
    """A document seen as ground for phrases: its tokens, where times begin, which quotations are only names."""

    def __init__(self, document: Document, timed: dict[int, int] | None = None) -> None:
        super().__init__(document, timed or {})
        self.timed_inside = {inside for first, last in self.timed.items() for inside in range(first, last)}
        self.ending: dict[int, tuple[int, Phrase]] = {}
        self.names_in_quotes = {
            quote.first - 1: quote.last + 1 for quote in document.quotes if quote.last - quote.first <= _NAMED_IN_QUOTES
        }
        self.quoted = {quote.first - 1: quote for quote in document.quotes}
        self.closing = {quote.last: quote for quote in document.quotes}
        self._text = document.text
        self._marks = [quote.first - 1 for quote in document.quotes]

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
        if match.value.lemma == "كبير" and (not following.startswith("ال") or HEADS.find(following) is None):
            return None
        if match.value.lemma in {"صاحب", "صاحبه"} and following not in PHRASE_WORDS["honours"]:
            return None
        if match.value.lemma == "وسايل" and not following.endswith("اعلام"):
            return None
        if match.value.lemma == "موتمر" and following.lstrip("ال") in {"صحفي", "صحافي"}:
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

    def _title_follows(self, at: int) -> bool:
        match = HEADS.find(self.tokens[at].norm)
        if match is not None and match.value.plural and match.clitics != "ال":
            return False  # أبلغ فلان أعضاء المجلس: others
        return match is not None and match.value.kind in _PERSONAL and match.clitics in {"", "ال"}

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
        while at > phrase.first + 1 and (tokens[at - 1].norm in PREPOSITIONS or tokens[at - 1].norm == "،"):
            at -= 1
        phrase.last = at

    def _take(self, phrase: Phrase, at: int, limit: int) -> int:  # noqa: C901, PLR0911, PLR0912 - one case of the grammar after another
        tokens, token = self.tokens, self.tokens[at]
        norm = token.norm
        if at in self.names_in_quotes and self._takes_quoted_name(phrase, at):
            return min(self.names_in_quotes[at], limit)
        if norm == "ال" and at + 1 in self.names_in_quotes:  # الـ«...»
            return min(self.names_in_quotes[at + 1], limit)
        if not token.text[0].isalpha() or at in self.timed or norm in RELATIVES:
            return at
        if norm in COMPLEMENTISERS and token.text != "فان":  # فان is a name's word, فإن is not
            return at
        if norm in AUXILIARIES or norm in DEMONSTRATIVES:
            return at
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
        if given and phrase.head is not None and phrase.head.kind in _PERSONAL and named is not None:
            named = None if named.name.role == "adjective" else named  # العميد تركي المالكي
        if named is not None and named.clitics in {"", "ال"}:
            adjective = named.name.role == "adjective"
            closed = is_definite(tokens[at - 1].norm) and not adjective and named.name.words[0] != "الشرق"
            if (phrase.name is not None and phrase.name[1] == at and not adjective) or closed:
                return at  # a phrase closed by a definite word governs no further name: the next is an object
            if phrase.known is None:
                phrase.known = named
            if phrase.name is None or phrase.name[1] < at:
                return at + named.length
        if is_definite(norm):
            return self._take_definite(phrase, at)
        if norm[0] in "وف" and self._coordinates(phrase, at):
            return at + 1
        if norm[0] == "ل" and len(norm) > 3:
            return self._take_lam(phrase, at, limit)
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

    def _takes_quoted_name(self, phrase: Phrase, at: int) -> bool:
        if phrase.head is None or phrase.name is not None:
            return False
        opens = self.tokens[at + 1].norm
        owner = HEADS.find(opens) if phrase.head.kind == "anonymous" else None
        if owner is not None and owner.value.kind in GROUPS:
            return True  # مصادر «حركة ...»
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

    def _take_preposition(self, phrase: Phrase, at: int, limit: int) -> int:  # noqa: PLR0911 - one case of the grammar after another
        head, norm, tokens = phrase.head, self.tokens[at].norm, self.tokens
        if at + 1 >= limit or (phrase.name is not None and not self._apposition(phrase, at)):
            return at
        if norm in {"باسم", "فيها", "فيه"}:
            return at + 1
        posted = head is not None and (norm in head.through or head.kind == "rank")
        if posted and (norm == "لدي" or (norm == "عن" and self._names_after(phrase, at, limit))):
            return at + 1  # مندوبة غانا لدى المنظمة
        if begins(ADJUNCTS, tokens, at, limit):
            return at
        previous = HEADS.find(tokens[at - 1].norm)
        through = (head.through if head else frozenset()) | (previous.value.through if previous else frozenset())
        if norm == "علي" and "مطلع" in tokens[at - 1].norm:  # مصادر مطلعة على
            return at + 1
        if (
            norm == "من"
            and DESCRIPTIONS.find(tokens[at - 1].norm) is not None
            and tokens[at - 1].norm.removeprefix("ال")[:3] in {"مقر", "قري"}
        ):
            return at + 1
        if (
            norm == "من"
            and head is not None
            and not phrase.definite
            and head.kind in {"document", "anonymous", "body"}
            and at == phrase.first + 1
        ):
            return at + 1
        if norm == "في" and (self._names_after(phrase, at, limit) or self._is_field(phrase, at, limit)):
            return at + 1
        if norm in through or (norm == "في" and head is not None and head.kind == "anonymous"):
            return at if norm == "الي" and self._is_destination(phrase, at, limit) else at + 1
        return at

    def _is_destination(self, phrase: Phrase, at: int, limit: int) -> bool:
        """Whether "إلى" says where an envoy goes: behind a verb of motion, and no name follows."""
        if phrase.first == 0 or MOTION.find(self.tokens[phrase.first - 1].norm) is None:
            return False
        named = name_at(self.tokens, at + 1, limit)
        after = at + 1 + (named.length if named is not None else 1)
        if any(token.norm == "الي" for token in self.tokens[after : min(limit, after + _TITLE_WORDS)]):
            return False
        norm = self.tokens[after].norm if after < limit else ""
        return not (
            norm in GIVEN or (after < limit and not norm.startswith("ال") and self.name_end(after, limit) - after > 1)
        )

    def _names_after(self, phrase: Phrase, at: int, limit: int) -> bool:
        """رئيس الوفد في المفاوضات فلان: the place of an office between it and the name."""
        if phrase.head is None or phrase.head.kind not in _PERSONAL or phrase.name is not None or at + 2 >= limit:
            return False
        where = self.tokens[at + 1].norm
        named = name_at(self.tokens, at + 1, limit)
        after = at + 1 + (named.length if named is not None else 1)
        if (named is None and not where.startswith("ال")) or after >= limit:
            return False
        norm = self.tokens[after].norm
        return norm in GIVEN or (self.can_name(after) and not norm.startswith("ال") and not is_masdar(norm))

    def _is_ali(self, phrase: Phrase, at: int) -> bool:
        """Whether علي is the name here, not على as some writers dot it."""
        token, tokens = self.tokens[at], self.tokens
        if token.text[-1] != "ي" or phrase.head is None or phrase.head.kind not in _PERSONAL or at + 1 >= self.size:
            return False
        following = tokens[at + 1].norm
        if following in GIVEN or following in JOINS or phrase.name is not None:
            return True
        if self.closed_name_end(at + 1, self.size) > at + 1:  # الباحث علي حداد إن
            return True
        return following.startswith("ال") and following.endswith("ي") and HEADS.find(following) is None

    def _apposition(self, phrase: Phrase, at: int) -> bool:
        """Whether words of a title have followed the name: جون كيربي المتحدث باسم ..."""
        return phrase.name is not None and phrase.name[1] < at

    def _take_definite(self, phrase: Phrase, at: int) -> int:  # noqa: PLR0911 - one case of the grammar after another
        norm = self.tokens[at].norm
        match = HEADS.find(norm)
        name = phrase.name
        if name is not None and name[1] == at and match is None and self._name_goes_on(name[0], at):
            phrase.name = (name[0], at + 1)  # عادل الجبير
            return at + 1
        if (
            match is not None
            and match.value.kind == "outlet"
            and phrase.head is not None
            and phrase.head.kind != "outlet"
        ):
            return at + 1
        after_name = name is not None and name[1] == at
        if is_verb(norm) or (after_name and (match is None or match.value.kind not in _PERSONAL)):
            return at
        if self._is_object(phrase, at) or self._is_past_adjective(phrase, at):
            return at
        document = match is not None and match.value.kind == "document" and is_definite(self.tokens[at - 1].norm)
        if document and phrase.head is not None and phrase.head.kind in GROUPS:
            return at  # صدر عن وزارة الري البيان التالي
        group = match is not None and (
            match.value.kind == "side"
            or (match.form not in DEFINITE_ONLY and (match.value.plural or match.value.kind in GROUPS))
        )
        before = self.tokens[at - 1].norm
        if (
            norm in PHRASE_WORDS["apposed"]
            and phrase.head is not None
            and phrase.head.plural
            and at == phrase.first + 1
        ):
            return at + 1  # الدول الأعضاء
        if match is not None and not after_name and self._is_another(phrase, match.value, at):
            return at
        by_name = (
            phrase.known is not None and phrase.known.name.role != "adjective" and before == phrase.known.name.words[-1]
        )
        closed = at > phrase.first and (is_definite(before) or by_name)
        if closed and not group and self._is_second_noun(phrase, at):
            return at
        if closed and (group or (norm.endswith("ات") and phrase.head is not None and not phrase.head.plural)):
            return at  # وصف رئيس الوفد المحادثات: the object
        return at + 1

    def _is_another(self, phrase: Phrase, head: Head, at: int) -> bool:
        """Whether one office follows several: وسأل الصحافيون الوزير."""
        if phrase.head is None or not phrase.head.plural or head.plural or head.kind not in {"office", "role"}:
            return False
        norm, before = self.tokens[at].norm, self.tokens[at - 1].norm
        return is_definite(before) and norm[2:] not in DESCRIPTIONS.forms

    def _is_second_noun(self, phrase: Phrase, at: int) -> bool:
        """Whether a definite word behind "الوفد السوداني" or "رئيس كينيا" is no further adjective, but the object."""
        norm, before = self.tokens[at].norm, self.tokens[at - 1].norm
        if phrase.head is None or phrase.name is not None or HEADS.find(norm) is not None:
            return False
        nisba = before.endswith(("ي", "يه")) and name_at(self.tokens, at - 1, at) is not None
        by_state = phrase.known is not None and not is_definite(before)
        if not (nisba or by_state) or at - phrase.first < 2:
            return False
        adjective = norm.endswith(("ي", "يه", "يين", "يون")) or norm[2:] in DESCRIPTIONS.forms
        return not adjective and norm not in PHRASE_WORDS["general"] and norm not in PHRASE_WORDS["standing"]

    def _is_object(self, phrase: Phrase, at: int) -> bool:
        """Whether the definite word at ``at`` is the object of the verb before: رفضت الحركة المقترح, not المقترحة."""
        norm, before = self.tokens[at].norm, self.tokens[at - 1]
        if before.norm == "المستوي" or not before.text[0].isalpha():  # مصدر رفيع المستوى, حركة «...»
            adjective = norm.endswith(("ي", "يه")) or norm[2:] in DESCRIPTIONS.forms or norm in PHRASE_WORDS["general"]
            return not adjective
        if norm[2:] in PHRASE_WORDS["tabled"] and is_definite(before.norm) and phrase.head is not None:
            return phrase.head.kind in GROUPS or phrase.head.kind in _PERSONAL
        if phrase.head is not None and not phrase.definite and at == phrase.first + 2 and is_definite(before.norm):
            return self._disagrees(phrase.head, norm)
        if not phrase.definite or phrase.head is None:
            return False
        described = all(is_definite(token.norm) for token in self.tokens[phrase.first + 1 : at])
        return described and not self._agrees(phrase.head, norm)

    def _name_goes_on(self, first: int, at: int) -> bool:
        """Whether the definite word at ``at`` is the family name: any after one word, a nisba after more."""
        norm = self.tokens[at].norm
        if is_masdar(norm[2:]) or at - first >= NAME_WORDS:
            return False
        return at - first == 1 or norm.endswith("ي") or self.tokens[at - 1].norm in JOINS

    def _coordinates(self, phrase: Phrase, at: int) -> bool:
        """وزير الري والموارد, مكتب الصحة والسكان: an office of two things."""
        tokens, norm = self.tokens, self.tokens[at].norm
        if phrase.name is not None or phrase.head is None or not norm.startswith("وال"):
            return False
        if phrase.head.kind not in {"office", "body"} or not is_definite(tokens[at - 1].norm):
            return False
        bare = HEADS.find(norm[1:])
        other = bare is not None and bare.value.kind in _PERSONAL | GROUPS | {"side"}  # الحكومة والمعارضة: two
        if (other and PORTFOLIOS.find(norm[1:]) is None) or name_at(tokens, at, at + 3) is not None:
            return False
        owner = at - 2
        while owner > phrase.first and is_definite(tokens[owner].norm):
            owner -= 1  # وزير الموارد المائية والري
        norm = tokens[owner].norm
        return norm in PHRASE_WORDS["coordinating"] or (HEADS.find(norm) is not None and owner >= phrase.first)

    def _take_lam(self, phrase: Phrase, at: int, limit: int) -> int:  # noqa: PLR0911 - one case of the grammar after another
        """الأمين العام للأمم المتحدة, بيان لبعثة: the attached ل of an office, not of whom was spoken to."""
        norm = self.tokens[at].norm
        if norm == "لشوون" and (phrase.name is None or self._apposition(phrase, at)):
            return at + 1
        if phrase.name is not None or phrase.head is None:
            return at
        if self._is_owned(phrase, at, limit):
            return at + 1
        if norm in GIVEN or not (
            norm.startswith("لل") or self.known_behind_clitic(norm) or name_at(self.tokens, at, limit)
        ):
            return self._take_unknown(phrase, at, limit)
        rest = norm[2:] if norm.startswith("لل") else norm[1:]
        if rest in OUTLETS or ADDRESSEES.find(rest) is not None:
            return at
        if norm == "لشوون":
            return at + 1
        previous = self.tokens[at - 1].norm
        group = HEADS.find(rest) if norm.startswith("لل") else None
        bound = (
            phrase.head.kind == "document"
            or (group is not None and group.value.kind in {"body", "organisation"})
            or "ل" in phrase.head.through
            or previous in PHRASE_WORDS["general"]
            or self._is_purpose(phrase, at)
            or (
                previous in PHRASE_WORDS["standing"]
                and (owner := HEADS.find(rest)) is not None
                and owner.value.kind in GROUPS
            )
            or (previous in PHRASE_WORDS["institutional"] and phrase.head.kind in GROUPS and HEADS.find(rest) is None)
            or previous.startswith("اعل")
        )
        known = name_at(self.tokens, at, limit)
        if known is not None and known.name.role == "outlet":
            return at
        if bound or (
            known is not None
            and is_definite(previous)
            and known.clitics in {"لل", "ل"}
            and phrase.head.kind == "office"
        ):
            return at + (known.length if known else 1)
        return at

    def _is_field(self, phrase: Phrase, at: int, limit: int) -> bool:
        """بعثة الأمم المتحدة للدعم في ليبيا: where a mission is, part of its name."""
        purpose = self.tokens[at - 1].norm
        if phrase.head is None or phrase.head.kind != "body" or not purpose.startswith("ل") or at - 1 == phrase.first:
            return False
        return self._is_purpose(phrase, at - 1) and name_at(self.tokens, at + 1, limit) is not None

    def _is_purpose(self, phrase: Phrase, at: int) -> bool:
        """بعثة الأمم المتحدة للدعم, مكتب الأمم المتحدة لتنسيق الشؤون: what a body of a known organisation is for."""
        if phrase.head is None or phrase.head.kind != "body" or phrase.known is None:
            return False
        owner = phrase.known
        if owner.name.kind == "state" or at != phrase.first + 1 + owner.length:
            return False
        norm = self.tokens[at].norm
        return is_masdar(norm[2:] if norm.startswith("لل") else norm[1:])

    def _is_owned(self, phrase: Phrase, at: int, limit: int) -> bool:
        """الاتحاد العام لعمال الموانئ: an institution's ل before words no list knows, no name's first letter."""
        norm = self.tokens[at].norm
        if norm.startswith("لل") or norm in GIVEN or norm in NAMES_THAT_ARE_WORDS or norm[1:] in GIVEN:
            return False
        following = self.tokens[at + 1].norm if at + 1 < limit else ""
        before = self.tokens[at - 1].norm
        known = HEADS.find(norm[1:]) is not None and before not in PHRASE_WORDS["institutional"]
        if (
            known
            or ADDRESSEES.find(norm[1:]) is not None
            or phrase.head is None
            or phrase.head.kind not in GROUPS | {"office", "role", "rank"}
        ):
            return False
        return is_definite(before) and is_definite(following) and not following.endswith("ي")

    def _takes_head(self, phrase: Phrase, head: Head, at: int) -> bool:
        if head.lemma == "نظير":  # أبلغ الوزير نظيره: another person
            return False
        if phrase.name is not None:
            return (head.kind in _PERSONAL and phrase.name[1] == at and not head.plural) or phrase.name[1] < at
        if phrase.head is not None and phrase.head.kind == "document" and head.kind == "role":
            return False
        closed = is_definite(self.tokens[at - 1].norm)
        personal = phrase.head is not None and phrase.head.kind in _PERSONAL and not phrase.head.plural
        same = phrase.head is not None and phrase.head.lemma == head.lemma  # one is not two presidents
        apposed = personal and not same and head.kind in _PERSONAL and not head.plural and at - phrase.first > 1
        return head.kind != "none" and (not closed or apposed)

    def _take_unknown(self, phrase: Phrase, at: int, limit: int) -> int:  # noqa: C901, PLR0911, PLR0912 - one case of the grammar after another
        norm, name = self.tokens[at].norm, phrase.name
        if name is not None and name[1] == at:
            return at
        if name is not None:  # فلان المتحدث باسم الوزير فلان: the other's name
            end = self.closed_name_end(at, limit) if norm in GIVEN or self.can_name(at) else at
            return end if HEADS.find(self.tokens[name[1]].norm) is not None else at
        head = phrase.head
        if head is None:
            return at
        previous = HEADS.find(self.tokens[at - 1].norm)
        construct = (
            previous is not None
            and previous.clitics in {"", "و", "ف", "ب", "ل"}
            and previous.value.kind != "rank"
            and not norm.endswith("ا")
        )
        personal = head.kind in _PERSONAL or any(
            found is not None and found.value.kind in _PERSONAL
            for found in (HEADS.find(t.norm) for t in self.tokens[phrase.first : at])
        )
        named = norm in GIVEN
        if self.tokens[at - 1].norm in PREPOSITIONS and not named:
            return at + 1
        if named and not personal and head.kind in GROUPS:
            return max(self.name_end(at, limit), at + 1)  # حكومة فلان: whose it is, not who speaks
        if named or (personal and not construct and self.can_name(at) and not is_masdar(norm)):
            if head.kind == "document":
                return at
            end = self.name_end(at, limit)
            if end > at and (personal or head.kind == "organisation") and not (head.plural and not named):
                phrase.name = (at, end)
                return end
            if end == at:
                return at
        if (
            construct
            and not personal
            and head.kind in {"document", "body"}
            and self.can_name(at)
            and not is_masdar(norm)
            and PORTFOLIOS.find(norm) is None
            and DESCRIPTIONS.find(norm) is None
            and (end := self.closed_name_end(at, limit)) > at + 1
        ):
            phrase.of = (at, end)
            return end  # بيان من مكتب فلان فلان: the author is the office
        if construct and not is_verb(norm) and not (is_masdar(norm) and head.kind in {"anonymous", "document"}):
            return at + 1
        if self.tokens[at - 1].norm in PREPOSITIONS or self.tokens[at - 1].norm in PLACE_HEADS:
            return at + 1
        if (
            PORTFOLIOS.find(self.tokens[at - 1].norm) is not None
            and not is_definite(self.tokens[at - 1].norm)
            and not is_verb(norm)
        ):
            return at + 1
        if not phrase.definite and norm.endswith(("ي", "يه", "يون", "يين")) and not (is_masdar(norm) or is_verb(norm)):
            return at + 1
        return at
