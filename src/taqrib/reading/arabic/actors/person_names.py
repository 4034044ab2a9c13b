"""Where a person's name begins and ends among words that are none."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    AUXILIARIES,
    COMPLEMENTISERS,
    DEMONSTRATIVES,
    DESCRIPTIONS,
    GIVEN,
    HEADS,
    JOINS,
    MASDARS,
    NAMES_THAT_ARE_WORDS,
    PHRASE_WORDS,
    PLACE_HEADS,
    PREPOSITIONS,
    RELATIVES,
    WAW_NAMES,
    WEEKDAYS,
    begins,
    is_definite,
    is_masdar,
    is_owned_masdar,
    name_at,
)
from taqrib.reading.arabic.statements.verbs import PROPS, SAYING_NOUNS, is_verb, participle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Document, Token

NAME_WORDS = 6
"""No name has more words."""

HOLY = frozenset({"الله", "الدين"})
"""What a name's word may be followed by in one name with it: فضل الله, شرف الدين."""

_ADVERB = 5
"""Letters of فاعلا."""
_PARTICIPLES = ("مت", "مست", "مبت", "منف", "محت", "مكت", "مند", "مغت")

_INSIDE_NAMES = frozenset({"الله", "الدين", "الاسلام"})
"""Second words of a given name: ذبيح الله, نور الدين, سيف الإسلام."""
_NO_JOINS = frozenset({"الـ", "فإن"})
_HAMZA = frozenset("أإآ")
_DERIVED = 6
"""Letters of افتعال, the shortest masdar of those that no name is made of."""
SHORTEST = 3
"""A single word of so few letters is a name only if it is a known given name."""


class PersonNames:
    """The names of persons among a document's tokens.

    Press prose has no capital letters and spares titles: a name is a run of words that nothing else explains. Hence
    the long list of what a name cannot be.

    :ivar timed: the runs of tokens that are expressions of time, first to one past the last.
    :ivar undotted: the report ends words in ى where others write ي, as much of Egypt does.
    """

    def __init__(self, document: Document, timed: dict[int, int]) -> None:
        self.tokens: Sequence[Token] = document.tokens
        self.size = len(document.tokens)
        self.timed = timed
        self.undotted = "فى" in document.text and any(token.text == "فى" for token in document.tokens)

    def has_article(self, at: int) -> bool:
        """Whether the word at ``at`` carries the article, which no hamza begins: not أليكسيس, إليسا."""
        token = self.tokens[at]
        return is_definite(token.norm) and token.text[0] not in _HAMZA

    def known_behind_clitic(self, norm: str) -> bool:
        """Whether the first letter of ``norm`` is a clitic before a word the vocabulary knows."""
        rest = norm[1:]
        if len(rest) < 3 or norm in WAW_NAMES or norm in GIVEN:  # كامل is no "as a hope"
            return False
        if HEADS.find(rest) is not None or rest in PREPOSITIONS or rest.startswith("ال") or is_masdar(rest):
            return True
        if rest in PLACE_HEADS or rest in PHRASE_WORDS["things_praised"]:
            return True
        return norm[0] in "وف" and is_verb(rest)

    def can_name(self, at: int) -> bool:  # noqa: C901, PLR0911 - one case of the grammar after another
        """Whether the word at ``at`` can be part of a person's name: unknown otherwise."""
        token = self.tokens[at]
        norm = token.norm
        if token.text == "فإن":
            return False
        if norm in GIVEN or self.joins(at) or self.is_foreign_particle(at) or self._before_son(at):
            return True
        if at > 0 and (self.joins(at - 1) or self.is_foreign_particle(at - 1)) and norm not in COMPLEMENTISERS:
            return True
        if norm[0] == "و" and len(norm) > 3 and not self._waw_name(at):
            return False
        if norm == "علي":  # the name, not the preposition; some writers dot both alike
            return (self.undotted or token.text[-1] == "ي") and at > 0 and self._name_beside(at)
        if not token.text[0].isalpha() or at in self.timed or len(norm) < 2 or "\u064b" in token.text:
            return False  # with tanwin: مهاجمًا, how he spoke
        if (
            norm in COMPLEMENTISERS
            or norm in PREPOSITIONS
            or norm in AUXILIARIES
            or norm in RELATIVES
            or norm in DEMONSTRATIVES
        ):
            return False
        if (
            token.text.endswith("ى")
            and not self.undotted
            and at > 0
            and norm not in NAMES_THAT_ARE_WORDS
            and self.tokens[at - 1].norm not in JOINS
        ):
            return False  # السيسي تلقى: the verb
        if norm.endswith("ات") and len(norm) > SHORTEST + 1 and norm not in NAMES_THAT_ARE_WORDS:
            return at > 0 and self.tokens[at - 1].norm in GIVEN  # ضمانات, but also عبيدات
        if norm in NAMES_THAT_ARE_WORDS and HEADS.find(norm) is None and at > 0 and self.tokens[at - 1].norm in GIVEN:
            return True  # خليل زاد
        verb = is_verb(norm) and norm not in WAW_NAMES
        return not (verb or HEADS.find(norm) is not None or self._small(at))

    def is_ali(self, at: int, limit: int) -> bool:
        """Whether "علي" is the name where the report writes the preposition otherwise, with the rest of it behind."""
        if self.tokens[at].text != "علي" or self.undotted or at + 1 >= limit or self.has_article(at + 1):
            return False
        if not self._dotted:
            return False
        end = self.name_end(at + 1, limit)
        return end > at + 1 and not (end < limit and self.has_article(end))  # وشدد علي أهمية الحوار: the preposition

    @cached_property
    def _dotted(self) -> bool:
        """Whether the report writes the preposition without dots."""
        return any(token.text in {"على", "وعلى"} for token in self.tokens)

    def _before_son(self, at: int) -> bool:
        """Whether بن follows and the word begins with no clitic: يوزي بن راموت, though it looks like a verb."""
        token = self.tokens[at]
        return (
            at + 1 < self.size
            and self.tokens[at + 1].text == "بن"
            and token.text[0].isalpha()
            and token.norm[0] not in "وفبلك"
            and HEADS.find(token.norm) is None
        )

    def joins(self, at: int) -> bool:
        """Whether the word at ``at`` joins a name's parts: آل, فان, دي لا do, الـ before a digit and فإن do not."""
        token = self.tokens[at]
        if token.norm == "لا" and at > 0:  # أومبرتو دي لا كالي
            return self.tokens[at - 1].norm == "دي"
        return token.norm in JOINS and token.text not in _NO_JOINS

    def _name_beside(self, at: int) -> bool:
        before = self.tokens[at - 1].norm
        after = self.tokens[at + 1].norm if at + 1 < self.size else ""
        if before in GIVEN or before in JOINS or before == "،" or HEADS.find(before) is not None:
            return True
        return (
            after in JOINS
            or after in GIVEN
            or (is_definite(after) and after.endswith("ي") and HEADS.find(after) is None)
        )

    def _waw_name(self, at: int) -> bool:
        """Whether the و is the name's first letter (والستروم), not "and": nothing known is left without it."""
        norm = self.tokens[at].norm
        rest = norm[1:]
        if (
            rest.startswith("ال")
            or rest in GIVEN
            or rest in JOINS
            or is_masdar(rest)
            or (is_verb(rest) and norm not in WAW_NAMES)
            or HEADS.find(rest) is not None
        ):
            return False
        before = self.tokens[at - 1].norm if at else ""
        return (
            (before in GIVEN or self._closes_foreign_name(at))
            and rest not in PREPOSITIONS
            and name_at(self.tokens, at, at + 1) is None
            and begins(ADJUNCTS, self.tokens, at, self.size) == 0
        )

    def _closes_foreign_name(self, at: int) -> bool:
        """جوناثان وينر إن: a word in و between one that nothing explains and what is said is no second actor."""
        if at < 1 or at + 1 >= self.size or self.tokens[at + 1].norm not in COMPLEMENTISERS:
            return False
        before = self.tokens[at - 1].norm
        plain = not is_definite(before) and name_at(self.tokens, at - 1, at) is None
        return plain and before[0] != "و" and self.can_name(at - 1)

    def _small(self, at: int) -> bool:
        """Whether the word is one of those no name is made of: props, adjuncts, things, adjectives of several."""
        norm = self.tokens[at].norm
        if norm in PROPS or norm in SAYING_NOUNS or begins(ADJUNCTS, self.tokens, at, self.size):
            return True
        if norm not in GIVEN and self._is_word(norm):
            return True
        named = at > 0 and self.tokens[at - 1].norm in GIVEN and not norm.endswith("ان")  # إيمانويل ماكرون
        if norm[0] == "م" and len(norm) > 5 and norm.endswith(("ان", "ون", "ين")) and not named:
            return True  # an adjective of several: موجودان
        return norm[0] in "وفبلك" and self.known_behind_clitic(norm)

    def _is_word(self, norm: str) -> bool:
        """Whether the word is known to be none of a name's, or looks so: رفضه, لقناتنا, مقترحا."""
        if norm in PHRASE_WORDS["never_names"]:
            return True
        if norm.endswith(("ه", "ها", "هم")) and is_owned_masdar(norm):
            return True
        if norm[:-1] in PHRASE_WORDS["addresses"]:
            return True  # استهل الرئيس خطابه
        if norm[0] == "ل" and norm.endswith("نا") and len(norm) > 5:
            return True  # لقناتنا: to our channel
        if not norm.endswith("ا"):
            return False
        root = norm[0] + norm[2:4] if len(norm) == _ADVERB and norm[1] == "ا" else ""
        acting = participle(norm) is not None or (root and (is_verb(root) or is_masdar(root)))  # رافضا ذكر اسمه
        return bool(acting) or norm[:-1] in PHRASE_WORDS["tabled"] or norm[:-1] in DESCRIPTIONS.forms

    def is_foreign_particle(self, at: int) -> bool:
        """Whether "فان" or "بان" begins a foreign name (فان دير لاين, بان كي مون): written without the hamza."""
        text = self.tokens[at].text
        if text not in {"فان", "بان"} or at + 1 >= self.size:
            return False
        following = self.tokens[at + 1].norm
        if following in COMPLEMENTISERS:
            return True  # وقال بان إن: no two of them stand together, so the first is his name
        return following in JOINS or following in PHRASE_WORDS["name_particles"]

    def is_adverb(self, at: int) -> bool:
        """Whether a word beside a verb says how: مازحا, متهكما; a participle in the accusative."""
        norm = self.tokens[at].norm
        if not norm.endswith("ا") or norm in GIVEN or HEADS.find(norm) is not None:
            return False
        active = len(norm) == _ADVERB and norm[1] == "ا"
        return "\u064b" in self.tokens[at].text or active or (len(norm) > _ADVERB and norm.startswith(_PARTICIPLES))

    def _is_family_name(self, first: int, at: int) -> bool:
        """Whether a definite word that nothing explains closes a name with بن: "... بن محمد الدرويش"."""
        norm = self.tokens[at].norm
        if at - first < 2 or self.tokens[at - 2].norm not in JOINS or HEADS.find(norm) is not None:
            return False
        return not (is_masdar(norm[2:]) or norm[2:] in PHRASE_WORDS["tabled"] or at in self.timed or norm in WEEKDAYS)

    def _is_described(self, at: int, limit: int) -> bool:
        """Whether the definite word at ``at`` is no nisba and has an adjective: المجتمع الدولي, no family name."""
        following = self.tokens[at + 1].norm if at + 1 < limit else ""
        return not self.tokens[at].norm.endswith("ي") and is_definite(following) and following.endswith(("ي", "يه"))

    def _is_surname(self, at: int) -> bool:
        """Whether a fuller name that stands before ends with the word at ``at``, which follows no given name here."""
        if at == 0 or self.tokens[at - 1].norm in GIVEN or self.tokens[at].norm in GIVEN:
            return False
        return self._surnames.get(self.tokens[at].norm, at) < at

    @cached_property
    def _surnames(self) -> dict[str, int]:
        """The words that end a name behind a given name, and where each first does."""
        found: dict[str, int] = {}
        for at in range(1, self.size - 1):
            if self.tokens[at - 1].norm in GIVEN and not self.can_name(at + 1):
                found.setdefault(self.tokens[at].norm, at)
        return found

    def _is_closed(self, at: int) -> bool:
        """Whether a family name with the article stands before ``at``, so that no further name follows."""
        norm, before = self.tokens[at].norm, self.tokens[at - 1].norm
        if norm in GIVEN or norm in JOINS or norm.startswith("ال") or before in _INSIDE_NAMES:
            return False
        return self.has_article(at - 1) and self.tokens[at - 2].norm not in JOINS  # not عبد الرحمن فلان

    def name_end(self, at: int, limit: int) -> int:  # noqa: C901, PLR0912 - one case of the grammar after another
        """Where the name that begins at ``at`` ends; ``at`` itself if none does."""
        end = at
        tokens = self.tokens
        while end < limit and end - at < NAME_WORDS:
            norm = tokens[end].norm
            if end == at + 1 and norm not in GIVEN and norm not in JOINS and self._is_surname(at):
                break  # ووصف عراقجي جولة المحادثات بأنها: what he describes
            if end > at and self.joins(end - 1) and tokens[end].text[0].isalpha():
                end += 1
                continue
            if end - at > 1 and self._is_closed(end):
                break
            if norm.startswith("ال") and len(norm) > 3 and norm not in GIVEN and tokens[end].text[0] not in _HAMZA:
                if self._is_family_name(at, end) or (end > at and norm in HOLY):
                    end += 1  # سالم بن محمد الدرويش, أبو محمد العبد الله
                    continue
                if (end > at and (is_masdar(norm[2:]) or norm in MASDARS)) or (
                    end - at > 1 and not norm.endswith("ي") and tokens[at].norm != "عبد"
                ):
                    break
                if (
                    end > at
                    and norm in PHRASE_WORDS["titles_in_names"]
                    and tokens[end - 1].norm in GIVEN
                    and self.can_name(end + 1)
                ):
                    end += 2  # حسين الحاج حسن
                    continue
                if end == at or HEADS.find(norm) is not None or name_at(tokens, end, limit) is not None:
                    break
                if end == at + 1 and tokens[at].norm not in GIVEN and self._is_described(end, limit):
                    break  # وطالب زهران المجتمع الدولي: whom he asks
                if not self.can_name(end):
                    break
            elif (
                not self.can_name(end)
                or (
                    end > at
                    and norm not in JOINS
                    and norm not in GIVEN
                    and (norm in MASDARS or _is_thing(norm) or (end - at >= 2 and is_masdar(norm)))
                )
                or (
                    end > at
                    and norm not in GIVEN
                    and norm not in JOINS
                    and ((norm[0] == "و" and not self._waw_name(end)) or name_at(tokens, end, limit) is not None)
                )
            ):
                break
            end += 1
        while end > at and tokens[end - 1].norm in JOINS:
            end -= 1
        if (
            end == at + 1
            and len(tokens[at].norm) <= SHORTEST
            and tokens[at].norm not in GIVEN
            and tokens[at].norm != "علي"
            and not self.is_foreign_particle(at)
        ):
            return at
        return end


def _is_thing(norm: str) -> bool:
    """Whether a word behind a name is what its holder speaks of: ورفضت ناصر ⟨فكرة⟩, ⟨اقتراح⟩."""
    if norm in PHRASE_WORDS["things_praised"] or norm in PHRASE_WORDS["tabled"]:
        return True
    return norm.startswith("ا") and len(norm) >= _DERIVED and is_masdar(norm)
