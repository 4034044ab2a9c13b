"""Definite words behind a head: its adjective, its genitive, the family name, or already the object of the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.agreement import GROUPS, Agreement
from taqrib.reading.arabic.actors.known import (
    DEFINITE_ONLY,
    DESCRIPTIONS,
    HEADS,
    JOINS,
    MASDARS,
    PHRASE_WORDS,
    PORTFOLIOS,
    is_definite,
    is_masdar,
    name_at,
)
from taqrib.reading.arabic.actors.person_names import NAME_WORDS
from taqrib.reading.arabic.actors.phrase import PERSONAL
from taqrib.reading.arabic.statements.verbs import is_verb

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.known import Head
    from taqrib.reading.arabic.actors.phrase import Phrase


class Definites(Agreement):
    """Where a definite word still belongs to a phrase."""

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
        others = after_name and match is not None and match.value.plural  # حمل الوزير فلان المانحين المسؤولية
        if is_verb(norm) or others or (after_name and (match is None or match.value.kind not in PERSONAL)):
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
        if closed and (group or (norm.endswith("ات") and phrase.head is not None and not self._are_women(phrase))):
            return at  # وصف رئيس الوفد المحادثات, يرفض النقابيون الرحلات: the object
        return at + 1

    def _are_women(self, phrase: Phrase) -> bool:
        """Whether a plural head may have an adjective in ات: no sound masculine one."""
        head = self.tokens[phrase.first].norm
        return phrase.head is not None and phrase.head.plural and not head.endswith(("ون", "ين"))

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
        done = norm[2:] in MASDARS and norm.endswith("ي")  # رفض مجلس المدينة التخلي: no nisba
        if (done or norm[2:] in PHRASE_WORDS["tabled"]) and is_definite(before.norm) and phrase.head is not None:
            return phrase.head.kind in GROUPS or phrase.head.kind in PERSONAL
        if phrase.head is not None and not phrase.definite and at == phrase.first + 2 and is_definite(before.norm):
            return self._disagrees(phrase.head, norm)
        if not phrase.definite or phrase.head is None:
            return False
        if at == phrase.first + 1 and phrase.head.kind in GROUPS and not self._is_adjectival(phrase.head, norm):
            return True  # قبل الاتحاد العقد
        described = all(is_definite(token.norm) for token in self.tokens[phrase.first + 1 : at])
        return described and not self._agrees(phrase.head, norm)

    def _name_goes_on(self, first: int, at: int) -> bool:
        """Whether the definite word at ``at`` is the family name: any after one word, a nisba after more."""
        norm = self.tokens[at].norm
        if is_masdar(norm[2:]) or at - first >= NAME_WORDS:
            return False
        if at - first > 1 and self.tokens[at].text.endswith("ى") and not self.undotted:
            return False  # محمد جواد ظريف التقى: the verb
        return at - first == 1 or norm.endswith("ي") or self.tokens[at - 1].norm in JOINS

    def _is_second_side(self, phrase: Phrase, at: int, limit: int) -> bool:
        """الجانبان المصري والسوداني: the second of two, each named by an adjective of its state."""
        if phrase.head is None or phrase.head.kind != "side" or phrase.known is None or at != phrase.first + 2:
            return False
        if not self.tokens[phrase.first].norm.endswith(("ان", "ين")):
            return False
        second = name_at(self.tokens, at, limit)
        return second is not None and second.name.role == "adjective" and second.clitics == "وال"

    def _coordinates(self, phrase: Phrase, at: int) -> bool:
        """وزير الري والموارد, مكتب الصحة والسكان: an office of two things."""
        tokens, norm = self.tokens, self.tokens[at].norm
        if phrase.name is not None or phrase.head is None or not norm.startswith("وال"):
            return False
        if phrase.head.kind not in {"office", "body"} or not is_definite(tokens[at - 1].norm):
            return False
        bare = HEADS.find(norm[1:])
        other = bare is not None and bare.value.kind in PERSONAL | GROUPS | {"side"}  # الحكومة والمعارضة: two
        if (other and PORTFOLIOS.find(norm[1:]) is None) or name_at(tokens, at, at + 3) is not None:
            return False
        owner = at - 2
        while owner > phrase.first and is_definite(tokens[owner].norm):
            owner -= 1  # وزير الموارد المائية والري
        norm = tokens[owner].norm
        return norm in PHRASE_WORDS["coordinating"] or (HEADS.find(norm) is not None and owner >= phrase.first)
