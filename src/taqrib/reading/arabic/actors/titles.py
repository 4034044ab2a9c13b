"""What prepositions bring to a title: the envoy to, the secretary-general of, a leader in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.agreement import GROUPS
from taqrib.reading.arabic.actors.definites import Definites
from taqrib.reading.arabic.actors.known import (
    ADDRESSEES,
    ADJUNCTS,
    DESCRIPTIONS,
    GIVEN,
    HEADS,
    JOINS,
    MOTION,
    NAMES_THAT_ARE_WORDS,
    OUTLETS,
    PHRASE_WORDS,
    begins,
    is_definite,
    is_masdar,
    name_at,
)
from taqrib.reading.arabic.actors.phrase import PERSONAL

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.known import Head, Named
    from taqrib.reading.arabic.actors.phrase import Phrase

_TITLE_WORDS = 6
"""Words within which a second "إلى" shows the first to be the title's."""
_ISSUED = frozenset({"document", "anonymous", "body"})


class Titles(Definites):
    """Where a title goes on behind a preposition."""

    def _take_preposition(self, phrase: Phrase, at: int, limit: int) -> int:
        norm = self.tokens[at].norm
        if at + 1 >= limit or (phrase.name is not None and not self._apposition(phrase, at)):
            return at
        if norm in {"باسم", "فيها", "فيه"}:
            return at + 1
        if phrase.head is not None and self._is_posted(phrase, phrase.head, at, limit):
            return at + 1  # مندوبة غانا لدى المنظمة
        if begins(ADJUNCTS, self.tokens, at, limit):
            return at
        if self._belongs(phrase, at, limit):
            return at if norm == "الي" and self._is_destination(phrase, at, limit) else at + 1
        return at

    def _belongs(self, phrase: Phrase, at: int, limit: int) -> bool:
        """Whether the preposition at ``at`` goes on with the title: القيادي في, مصادر مطلعة على, بيان من."""
        head, norm, before = phrase.head, self.tokens[at].norm, self.tokens[at - 1].norm
        previous = HEADS.find(self.tokens[self._described(phrase, at - 1)].norm)
        through = (head.through if head else frozenset()) | (previous.value.through if previous else frozenset())
        if norm == "عن" and head is not None and self._tells_of(phrase, head, at):
            return False
        if norm in through or (norm == "علي" and "مطلع" in before):
            return True
        if norm == "من":
            near = DESCRIPTIONS.find(before) is not None and before.removeprefix("ال")[:3] in {"مقر", "قري"}
            issued = head is not None and not phrase.definite and head.kind in _ISSUED and at == phrase.first + 1
            return near or issued
        if norm != "في":
            return False
        if self._names_after(phrase, at, limit) or self._is_field(phrase, at, limit):
            return True
        return head is not None and (head.kind == "anonymous" or self._is_member(head, at))

    @staticmethod
    def _tells_of(phrase: Phrase, head: Head, at: int) -> bool:
        """Whether عن belongs to the verb: كشف مسؤول رفيع عن اتصالات, نقلت وكالة الأنباء عن الوزيرة."""
        return head.kind == "outlet" or (head.kind == "role" and at > phrase.first + 1)

    def _described(self, phrase: Phrase, at: int) -> int:
        """The noun that the adjectives up to ``at`` describe: المبعوث in "مكتب المبعوث الأممي إلى"."""
        tokens = self.tokens
        while at > phrase.first + 1 and HEADS.find(tokens[at].norm) is None:
            bare = tokens[at].norm.removeprefix("ال")
            named = name_at(tokens, at, at + 1)
            if bare == tokens[at].norm or not (
                bare in DESCRIPTIONS.forms or (named is not None and named.name.role == "adjective")
            ):
                break
            at -= 1
        return at

    def _is_posted(self, phrase: Phrase, head: Head, at: int, limit: int) -> bool:
        norm = self.tokens[at].norm
        if norm not in head.through and head.kind != "rank":
            return False
        return norm == "لدي" or (norm == "عن" and self._names_after(phrase, at, limit))

    def _is_member(self, head: Head, at: int) -> bool:
        """كبير المفاوضين في حركة ...: in what body a person is what he is."""
        if head.kind not in PERSONAL or head.plural:
            return False
        owner = HEADS.find(self.tokens[at + 1].norm)
        return owner is not None and owner.value.kind in GROUPS and not owner.clitics.startswith(("و", "ف"))

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
        if phrase.head is None or phrase.head.kind not in PERSONAL or phrase.name is not None or at + 2 >= limit:
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
        if (
            (token.text[-1] != "ي" and not self.undotted)
            or phrase.head is None
            or phrase.head.kind not in PERSONAL
            or at + 1 >= self.size
        ):
            return False
        following = tokens[at + 1].norm
        if following in GIVEN or following in JOINS or phrase.name is not None:
            return True
        if token.text[-1] != "ي":
            return False
        if self.closed_name_end(at + 1, self.size) > at + 1:  # الباحث علي حداد إن
            return True
        return following.startswith("ال") and following.endswith("ي") and HEADS.find(following) is None

    def _apposition(self, phrase: Phrase, at: int) -> bool:
        """Whether words of a title have followed the name: جون كيربي المتحدث باسم ..."""
        return phrase.name is not None and phrase.name[1] < at

    def _take_lam(self, phrase: Phrase, at: int, limit: int) -> int | None:
        """The attached ل of an office, not of whom was spoken to; ``None`` for a word that ل may be a letter of.

        الأمين العام للأمم المتحدة, بيان لبعثة, المتحدث الرسمي لوزارة.
        """
        norm = self.tokens[at].norm
        apposed = self._apposition(phrase, at)
        if norm in {"لشوون", "للشوون"} and (phrase.name is None or apposed):
            return at + 1
        titled = apposed and self.tokens[at - 1].norm in PHRASE_WORDS["general"]  # فلان المتحدث الرسمي لوزارة
        head = phrase.head
        if titled and head is None and phrase.name is not None:
            match = HEADS.find(self.tokens[phrase.name[1]].norm)
            head = match.value if match is not None else None
        if head is None or (phrase.name is not None and not titled):
            return at
        if self._is_owned(head, at, limit):
            return at + 1
        known = name_at(self.tokens, at, limit)
        if norm in GIVEN or not (norm.startswith("لل") or self.known_behind_clitic(norm) or known):
            return None
        rest = norm[2:] if norm.startswith("لل") else norm[1:]
        hears = rest in OUTLETS or ADDRESSEES.find(rest) is not None or (known and known.name.role == "outlet")
        if (hears and head.kind != "document") or not (
            self._is_bound(phrase, head, at, rest) or self._is_of_state(head, at, known)
        ):
            return at
        return at + (known.length if known else 1)

    def _is_bound(self, phrase: Phrase, head: Head, at: int, rest: str) -> bool:
        """Whether what stands before the ل at ``at`` wants it: الأمين العام لـ, المجلس الأعلى لـ, بيان لـ."""
        previous, owner = self.tokens[at - 1].norm, HEADS.find(rest)
        article = self.tokens[at].norm.startswith("لل")
        if head.kind == "document" or "ل" in head.through or previous.startswith("اعل"):
            return True
        if previous in PHRASE_WORDS["general"] or self._is_purpose(phrase, at):
            return True
        if owner is None:
            return previous in PHRASE_WORDS["institutional"] and head.kind in GROUPS
        if article and owner.value.kind in {"body", "organisation"}:
            return True
        if owner.value.kind not in GROUPS:
            return False
        return previous in PHRASE_WORDS["standing"] or self._closes_body(phrase, at - 1)

    def _closes_body(self, phrase: Phrase, at: int) -> bool:
        """Whether the adjective at ``at`` closes a body inside a title: عضو المجلس الثوري لحركة ..."""
        if phrase.head is None or phrase.head.kind not in PERSONAL or not is_definite(self.tokens[at].norm):
            return False
        match = HEADS.find(self.tokens[at - 1].norm) if at - 1 > phrase.first else None
        return match is not None and match.value.kind in GROUPS and HEADS.find(self.tokens[at].norm) is None

    def _is_of_state(self, head: Head, at: int, known: Named | None) -> bool:
        """المبعوث الخاص لليمن, السفير لمصر: an office closed by a definite word, of a state."""
        closed = known is not None and known.clitics in {"لل", "ل"} and is_definite(self.tokens[at - 1].norm)
        return closed and head.kind == "office"

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

    def _is_owned(self, head: Head, at: int, limit: int) -> bool:
        """الاتحاد العام لعمال الموانئ: an institution's ل before words no list knows, no name's first letter."""
        norm = self.tokens[at].norm
        if norm.startswith("لل") or norm in GIVEN or norm in NAMES_THAT_ARE_WORDS or norm[1:] in GIVEN:
            return False
        following = self.tokens[at + 1].norm if at + 1 < limit else ""
        before = self.tokens[at - 1].norm
        known = HEADS.find(norm[1:]) is not None and before not in PHRASE_WORDS["institutional"]
        if known or ADDRESSEES.find(norm[1:]) is not None or head.kind not in GROUPS | {"office", "role", "rank"}:
            return False
        return is_definite(before) and is_definite(following) and not following.endswith("ي")

    def _is_seat(self, phrase: Phrase, at: int) -> bool:
        """رئيس اللجنة بمجلس النواب, المتحدث بوزارة الري: the body of an office, behind an attached ب."""
        norm = self.tokens[at].norm
        if norm[0] != "ب" or phrase.name is not None or phrase.head is None or phrase.head.kind not in PERSONAL:
            return False
        seat = HEADS.find(norm[1:]) if self.has_article(at - 1) or phrase.head.kind == "role" else None
        return seat is not None and seat.value.kind in GROUPS and not seat.clitics.startswith(("و", "ف", "ب"))

    def _leader_end(self, phrase: Phrase, at: int, limit: int) -> int:
        """رئيس وفد التجمع بقيادة فلان: past the name of who leads, for he is the head of what he leads; or ``at``."""
        heads = phrase.head is not None and phrase.head.kind == "office" and not phrase.head.plural
        if (
            self.tokens[at].norm not in PHRASE_WORDS["led_by"]
            or not heads
            or phrase.name is not None
            or at + 1 >= limit
        ):
            return at
        inside = (HEADS.find(token.norm) for token in self.tokens[phrase.first + 1 : at])
        body = any(match is not None and match.value.kind in GROUPS for match in inside)
        end = self.name_end(at + 1, limit) if body and self.tokens[at + 1].norm in GIVEN else at
        return end if end > at + 1 else at

    def _is_abbreviated(self, phrase: Phrase, at: int, limit: int) -> bool:
        """القيادي في الحركة د. فلان: a rank's letter and its full stop between a title and a name."""
        if self.tokens[at].norm not in PHRASE_WORDS["abbreviated_ranks"] or at + 2 >= limit:
            return False
        titled = phrase.head is not None and phrase.head.kind in PERSONAL and phrase.name is None
        return titled and self.tokens[at + 1].norm == "." and self.can_name(at + 2)
