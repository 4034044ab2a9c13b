"""Whether the next word goes on with a noun phrase: a further title, or a word that no list knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.agreement import GROUPS
from taqrib.reading.arabic.actors.known import (
    DESCRIPTIONS,
    GIVEN,
    HEADS,
    PHRASE_WORDS,
    PLACE_HEADS,
    PORTFOLIOS,
    PREPOSITIONS,
    STATES_AS_ADJECTIVES,
    is_definite,
    is_masdar,
    name_at,
)
from taqrib.reading.arabic.actors.phrase import PERSONAL
from taqrib.reading.arabic.actors.titles import Titles
from taqrib.reading.arabic.statements.verbs import is_verb

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.known import Head
    from taqrib.reading.arabic.actors.phrase import Phrase


class Continuations(Titles):
    """The tokens of a document as words that may go on with a phrase."""

    def _takes_head(self, phrase: Phrase, head: Head, at: int) -> bool:
        if head.lemma == "نظير":  # أبلغ الوزير نظيره: another person
            return False
        if phrase.name is not None:
            return (head.kind in PERSONAL and phrase.name[1] == at and not head.plural) or phrase.name[1] < at
        if phrase.head is not None and phrase.head.kind == "document" and head.kind == "role":
            return False
        if self._closed_by_adjective(phrase, at):
            return False
        if head.kind in GROUPS and at - phrase.first > 1 and self._is_served(at - 1):
            return False  # التقى وفد أونداريا وفد غلمورا
        closed = self.has_article(at - 1)
        personal = phrase.head is not None and phrase.head.kind in PERSONAL and not phrase.head.plural
        same = phrase.head is not None and phrase.head.lemma == head.lemma  # one is not two presidents
        apposed = personal and not same and head.kind in PERSONAL and not head.plural and at - phrase.first > 1
        return head.kind != "none" and (not closed or apposed)

    def _closed_by_adjective(self, phrase: Phrase, at: int) -> bool:
        """Whether an adjective closes an indefinite phrase before ``at``: مسؤول مصري رفيع, whose وفد is met."""
        if phrase.definite or phrase.head is None or at - phrase.first < 2:
            return False
        before = self.tokens[at - 1].norm
        if self.tokens[at].norm in DESCRIPTIONS.forms:
            return False  # مسؤول كيني كبير
        named = name_at(self.tokens, at - 1, at)
        adjective = named is not None and named.name.role == "adjective" and not named.clitics
        return adjective or (before in DESCRIPTIONS.forms and HEADS.find(before) is None)

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
        personal = head.kind in PERSONAL or any(
            found is not None and found.value.kind in PERSONAL
            for found in (HEADS.find(t.norm) for t in self.tokens[phrase.first : at])
        )
        named = norm in GIVEN
        if (self.tokens[at - 1].norm in PREPOSITIONS or self._is_served(at)) and not named:
            return at + 1
        if named and not personal and head.kind in GROUPS:
            return max(self.name_end(at, limit), at + 1)  # حكومة فلان: whose it is, not who speaks
        if named or (personal and not construct and self.can_name(at) and not is_masdar(norm)):
            if head.kind == "document":
                return at
            end = self.name_end(at, limit)
            if end > at and (personal or head.kind == "organisation") and not (head.plural and not named):
                if not self._serves(phrase, at):
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

    def _is_served(self, at: int) -> bool:
        """Whether the word at ``at`` is the state of an office, though no list has it: وزيرة خارجية أونداريا فلانة."""
        return self.tokens[at - 1].norm in PHRASE_WORDS["of_states"] and self.can_name(at)

    def _serves(self, phrase: Phrase, at: int) -> bool:
        """Whether the name at ``at`` is another's: مستشار للرئيس فلان says nothing of what he is called himself."""
        if phrase.definite:
            return False
        inner = (HEADS.find(token.norm) for token in self.tokens[phrase.first + 1 : at])
        return any(
            match is not None and match.clitics in {"ل", "لل"} and match.value.kind in PERSONAL for match in inner
        )

    def _is_state_adjective(self, at: int) -> bool:
        """الحكومة السعودية: a state's name that is also its adjective, behind a feminine noun with the article."""
        before = self.tokens[at - 1].norm
        return self.tokens[at].norm in STATES_AS_ADJECTIVES and is_definite(before) and before.endswith("ه")

    def _is_ranked(self, at: int, first: int) -> bool:
        """Whether the words before ``at`` are a military rank: الفريق أول ركن."""
        while at > first and self.tokens[at - 1].norm in PHRASE_WORDS["rank_words"]:
            at -= 1
        match = HEADS.find(self.tokens[at - 1].norm) if at > first else None
        return match is not None and match.value.kind == "rank"
