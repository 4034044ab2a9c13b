"""Names that their place shows: between a verb and what it governs, between commas, at the end of a title."""

from __future__ import annotations

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
    PREPOSITIONS,
    RELATIVES,
    WEEKDAYS,
    begins,
    is_masdar,
    name_at,
)
from taqrib.reading.arabic.actors.person_names import HOLY, NAME_WORDS, SHORTEST, PersonNames
from taqrib.reading.arabic.actors.phrase import PERSONAL
from taqrib.reading.arabic.statements.verbs import PROPS, SAYING_NOUNS, is_known_verb, is_verb

_CLOSED_WORDS = 4
"""Words in the longest name that its place alone shows."""


class PlacedNames(PersonNames):
    """Where the place of words makes them a name, whatever else they may be."""

    def closed_name_end(self, at: int, limit: int) -> int:
        """Where a name ends that fills the place between a reporting verb and what it governs; ``at`` if none does.

        The place tells what the words do not: in "قال سيمون دول إن" all of it is the name, though دول are states.
        """
        tokens = self.tokens
        end = at
        while end < limit and end - at <= _CLOSED_WORDS:
            if self._closes_name(end, limit):
                break
            end += 1
        norm = tokens[at].norm
        known_first = norm in GIVEN or norm in NAMES_THAT_ARE_WORDS or self.is_foreign_particle(at)
        if end == at or end - at > _CLOSED_WORDS or end >= limit or not (known_first or self.can_name(at)):
            return at
        if any(not self._may_stand_in_name(inside, at) for inside in range(at, end)):
            return at
        if is_masdar(norm) and not known_first:
            return at
        return end if end - at > 1 or self._is_single_name(at) else at

    def set_off_name_end(self, at: int, limit: int) -> int:
        """Where a name ends that a comma closes, as one opened it behind a title; ``at`` if none does."""
        end = at
        while end < limit and end - at <= NAME_WORDS and self.tokens[end].norm != "،":
            end += 1
        if end >= limit or not 1 < end - at <= NAME_WORDS or self.has_article(at):
            return at
        inside = range(at, end)
        known = self.tokens[at].norm[:1] in {"ل", "ب", "ف", "ك"} and self.tokens[at].norm[1:] in GIVEN  # لحسن
        norm = self.tokens[at].norm
        foreign = norm[0] == "ي" and not is_known_verb(norm)  # يورين: between commas behind a title
        if not (known or foreign or self.can_name(at)) or is_masdar(norm):
            return at
        definite = (n for n in inside if self.has_article(n))
        fits = all(self._may_be_definite(n, end) for n in definite)
        return end if fits and all(self.has_article(n) or self._may_stand_in_name(n, at) for n in inside) else at

    def _may_be_definite(self, at: int, end: int) -> bool:
        """Whether a word with the article may stand in a name that ends at ``end``: نور الدين, بن عبد السلام."""
        return at == end - 1 or self.tokens[at].norm in HOLY or self.tokens[at - 1].norm in JOINS

    def may_be_named(self, at: int, first: int) -> bool:
        """Whether the word at ``at`` can belong to the name that closes a title begun before ``first``."""
        norm = self.tokens[at].norm
        if self._is_word(norm):
            return False
        if norm in MASDARS or HEADS.find(norm) is not None or name_at(self.tokens, at, at + 1) is not None:
            before = self.tokens[at - 1].norm if at > first else ""
            return norm in GIVEN or before in GIVEN or before in NAMES_THAT_ARE_WORDS
        if self.has_article(at):
            before = self.tokens[at - 1].norm
            given = before in GIVEN or before in NAMES_THAT_ARE_WORDS
            described = norm[2:] in DESCRIPTIONS.forms or is_masdar(norm[2:])
            return at > first and given and not described
        return self._may_stand_in_name(at, at)

    def _closes_name(self, at: int, limit: int) -> bool:
        """Whether what stands at ``at`` can be no name and opens what is said, or an adjunct."""
        token = self.tokens[at]
        norm = token.norm
        if at in self.timed or norm == ":" or token.text[0] in '«“"':
            return True
        if norm in COMPLEMENTISERS:
            return not self.is_foreign_particle(at)
        if norm in SAYING_NOUNS:
            return True
        named = name_at(self.tokens, at, limit) if norm[0] == "ل" else None
        if named is not None and named.name.role == "outlet":
            return True  # قال فلان لسكاي نيوز إن
        if norm == "،" and at + 1 < limit:  # قال وانغ يي، كبير الدبلوماسيين، إن
            title = HEADS.find(self.tokens[at + 1].norm)
            opens = self.tokens[at + 1].norm in COMPLEMENTISERS
            return opens or (title is not None and title.value.kind in PERSONAL and not title.clitics.startswith("و"))
        return norm in WEEKDAYS or (norm not in GIVEN and begins(ADJUNCTS, self.tokens, at, limit) > 0)

    def _may_stand_in_name(self, at: int, first: int) -> bool:
        token = self.tokens[at]
        norm = token.norm
        if norm in GIVEN or norm in JOINS or norm in NAMES_THAT_ARE_WORDS or self.is_foreign_particle(at):
            return True
        if at > first and self.is_foreign_particle(at - 1):
            return True
        if not token.text[0].isalpha() or norm in PREPOSITIONS or norm in RELATIVES or norm in AUXILIARIES:
            return norm == "علي" and self.can_name(at)
        title = HEADS.find(norm) if at > first else None
        if title is not None and title.value.kind == "office" and not title.clitics and not title.value.plural:
            return False  # قال فلان رئيس جمهورية «...»
        article = self.has_article(at)
        if norm in PHRASE_WORDS["never_names"] or norm in DEMONSTRATIVES or norm in PROPS or article:
            return article and at > first and norm.endswith("ي")
        return not (norm in COMPLEMENTISERS or (is_verb(norm) and norm[0] != "ي") or self.known_behind_clitic(norm))

    def _is_single_name(self, at: int) -> bool:
        """Whether one unknown word can be a name and no adverb: مازحا, متهكما."""
        norm = self.tokens[at].norm
        if norm in GIVEN or (norm in NAMES_THAT_ARE_WORDS and norm not in PREPOSITIONS) or self.is_foreign_particle(at):
            return True
        return len(norm) > SHORTEST and not self.is_adverb(at)
