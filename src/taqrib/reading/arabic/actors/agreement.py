"""Whether an adjective goes with a noun: by gender, case and the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import DESCRIPTIONS, GIVEN, HEADS, PHRASE_WORDS, Head, is_definite, name_at
from taqrib.reading.arabic.actors.placed_names import PlacedNames

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrase import Phrase

_COLOUR = 6
_TWO = 2
_FOUR, _FIVE = 4, 5
_RANKING = frozenset(["كبير", "كبيره"])
GROUPS = {"body", "organisation", "outlet"}


class Agreement(PlacedNames):
    """A document's words seen as nouns and the adjectives that agree with them."""

    def _disagrees(self, head: Head, norm: str) -> bool:
        """Whether a masculine noun follows "حركة السنابل", which no adjective of it or of its genitive looks like."""
        if not head.feminine or head.plural or head.kind not in GROUPS or HEADS.find(norm) is not None:
            return False
        ending = norm.endswith(("ه", "اء", "ي", "ين", "ون", "ات"))
        colour = len(norm) == _COLOUR and norm[2] == "ا"  # الأحمر, الأوسط
        known = norm in PHRASE_WORDS["general"] or norm in PHRASE_WORDS["standing"] or norm[2:] in DESCRIPTIONS.forms
        return not (ending or colour or known or norm[2:] in GIVEN)

    def _agrees(self, head: Head, norm: str) -> bool:
        """Whether a definite word can be the adjective of a definite ``head``: by gender, where the ending shows it."""
        if head.plural or HEADS.find(norm) is not None:
            return True
        return norm.endswith(("ه", "اء", "ي")) if head.feminine else not norm.endswith("ه")

    def _is_adjectival(self, head: Head, norm: str) -> bool:
        """Whether a definite word behind a masculine body is shaped like an adjective: a nisba, a participle, أفعل."""
        if head.feminine or head.plural or HEADS.find(norm) is not None:
            return True
        bare = norm[2:]
        shaped = len(bare) == _FOUR and (bare[1] == "ا" or bare[2] == "ي")  # الحاكم, الكبير
        known = norm in PHRASE_WORDS["general"] or norm in PHRASE_WORDS["standing"] or norm in PHRASE_WORDS["apposed"]
        if len(bare) == _FIVE and bare[0] == "ا" and bare[3] == "ا":
            return False  # الأعمال, الأطراف: things
        return shaped or known or bare in DESCRIPTIONS.forms or bare.endswith(("ي", "ين")) or bare[:1] in {"م", "ا"}

    def _is_accusative(self, phrase: Phrase, at: int) -> bool:
        """Whether the adjective at ``at`` goes with a noun in the accusative: أن مسؤولا أوروبيا سابقا."""
        if phrase.head is None or phrase.definite or phrase.name is not None or phrase.head.plural:
            return False
        norm = self.tokens[at].norm
        if not all(token.norm.endswith("ا") for token in self.tokens[phrase.first : at + 1]):
            return False
        return norm[:-1] in DESCRIPTIONS.forms or (norm.endswith("يا") and len(norm) > _COLOUR - 1)

    def _is_past_adjective(self, phrase: Phrase, at: int) -> bool:
        """عزا مسؤول عماني التأجيل: behind an indefinite adjective no definite word belongs to the same noun."""
        norm, before = self.tokens[at].norm, self.tokens[at - 1].norm
        if phrase.head is None or phrase.definite or phrase.name is not None or norm in PHRASE_WORDS["of_rank"]:
            return False
        if phrase.head.kind not in {"role", "office", "anonymous"} or at - phrase.first < _TWO or is_definite(before):
            return False
        named = name_at(self.tokens, at - 1, at)
        nisba = before.endswith(("ي", "يه")) and named is not None and named.name.role == "adjective"
        governs = HEADS.find(before) is not None and (HEADS.find(norm) is not None or before not in _RANKING)
        return nisba or (before in DESCRIPTIONS.forms and not governs)  # كبير المفاوضين is an office of its own
