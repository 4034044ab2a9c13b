"""Which way the clause around a time expression looks: what governs it is past, or still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.times.words import EDGES, UNITS, TimeWords
from taqrib.reading.english.words import ADJECTIVES, BE, DETERMINERS, MODALS, NOUNS, PREPOSITIONS, VERBS, Verb
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.calendar import Direction

_TABLE = load("english/times")
_COMING = frozenset(_TABLE["coming"])
_BEFORE_PARTICIPLES = frozenset(_TABLE["before_participles"].split())
_PROSPECTS = frozenset(_TABLE["prospects"].split())
PROSPECTIVE = frozenset(_TABLE["prospective_verbs"].split())
"""Lemmas of verbs whose infinitive is to come."""
_THOUGHT_OF = frozenset(_TABLE["thought_of"].split())
_TIMELESS = frozenset(_TABLE["timeless"].split())
_PAST_AUXILIARIES = frozenset(("did", "didn't", "could", "couldn't", "let", "made", "helped", "saw", "to"))
_LASTING = frozenset(_TABLE["lasting"].split())
_ARRANGED = frozenset(_TABLE["arranged"].split())
_MOVED = frozenset(_TABLE["moved"].split())
_PUT = frozenset(("put", "putting", "pushed", "pushing"))
_PARTS = frozenset(_TABLE["parts_of"].split())
_UNDATED = frozenset(_TABLE["undated"].split()) | _PARTS
_TIMETABLED = frozenset(_TABLE["timetabled"].split())
_REACH_BACK, _REACH_ON = 21, 25
"""Tokens within which a governing verb is sought, before and behind."""

_WERE = frozenset(("was", "were"))
_ARRANGED_BEFORE = frozenset(("due", "scheduled", "slated", "planned", "expected"))
_ORDERING = frozenset(("first", "last"))
"""Before a verb these order it: "the sides last met in May"."""

_SHORT = 6
"""Tokens within which the verb of a short clause is found."""

_CLAUSE_ENDS = frozenset((".", "!", "?", ";", ":", "“", "”", '"'))


class ClauseTense(TimeWords):
    """The direction of a clause."""

    def direction(self, first: int, last: int) -> Direction:
        """Where the clause looks: 1 if what governs the expression is to come, -1 if it is past, 0 if nothing tells."""
        first = self._outermost(first)
        told = self._preposition_tells(first, last)
        if told is not None:
            return told
        governed = self._governed(first)
        return self._followed(last) if governed is None else governed

    def _outermost(self, first: int) -> int:
        """Where the whole expression begins: "the second half of December" is governed in front of "the"."""
        if self.norm(first - 1) == "of" and self.norm(first - 2) in _PARTS:
            for index in range(first - 3, max(first - 6, -1), -1):
                if self.norm(index) == "the":
                    return index
        return first

    def _preposition_tells(self, first: int, last: int) -> Direction | None:
        """What the preposition says: "since" looks back, "until" and "by" look ahead; ``None`` if the verb decides."""
        before, earlier = self.norm(first - 1), self.norm(first - 2)
        told: Direction | None = None
        if before in {"until", "till", "beyond"}:
            told = -1 if self._lasted(first - 2) else 1
        elif before == "by":
            told = -1 if self._had_by_then(first, last) or self._should_have(first) else 1
        elif before == "since" or (before == "of" and self._dates_a_noun(first - 2)):
            told = -1
        elif (
            (before == "to" and (earlier == "up" or self._moved(first - 1)))
            or (before in {"on", "for"} and earlier in {"is", "are"})  # "the next round is on Monday"
            or (before == "for" and self._arranged(first - 1))
        ):
            told = 1
        return told

    def _had_by_then(self, first: int, last: int) -> bool:
        """``By Monday it had vanished``: behind the expression that opens the sentence, the past of a past."""
        opens = first < 2 or self.norm(first - 2) in _CLAUSE_ENDS
        return opens and any(self.norm(index) in {"had", "was", "were"} for index in range(last, last + _SHORT))

    def _should_have(self, first: int) -> bool:
        """``were to have finished by Monday``: by then it was over, or should have been."""
        return any(self.norm(index) == "to" and self.norm(index + 1) == "have" for index in range(first - 6, first - 1))

    def _dates_a_noun(self, noun: int) -> bool:
        """``the declaration of 27 April``: a date is what such a thing bears, a deadline is still to come."""
        norm = self.norm(noun)
        return norm not in _UNDATED and norm not in UNITS and norm not in EDGES and norm not in PREPOSITIONS

    def _arranged(self, preposition: int) -> bool:
        """``has been pencilled in for May``; what was set and then put off is no longer to come."""
        return any(self.norm(index) in _ARRANGED for index in range(preposition - 3, preposition))

    def _moved(self, preposition: int) -> bool:
        """``the postponement of the talks to Friday``, ``have been put back to Friday``."""
        before = range(preposition - _SHORT, preposition)
        put = any(self.norm(index) in _PUT and self.norm(index + 1) in {"off", "back"} for index in before)
        return put or any(self.norm(index) in _MOVED for index in before)

    def _lasted(self, index: int) -> bool:
        """``talked until``, ``went on beyond``: the past of a verb that goes on in time."""
        if self.norm(index) == "on":
            index -= 1
        verb = VERBS.get(self.norm(index))
        return verb is not None and verb.lemma in _LASTING and "d" in verb.forms

    def _governed(self, first: int) -> Direction | None:  # noqa: C901, PLR0911 - a case of the grammar per branch
        """What the nearest verb before the expression says; an infinitive asks the verb that governs it.

        A present is a timetable ("opens on Monday", "faces a vote in May"); ``None`` if there is no verb.
        """
        infinitive = False
        for index in range(first - 1, max(first - 1 - _REACH_BACK, -1), -1):
            norm = self.norms[index]
            if norm in _CLAUSE_ENDS:
                break
            if self._is_coming(norm, index, first) and not self._was_arranged(norm, index):
                return 1
            if norm in _WERE or self._was_arranged(norm, index):
                return -1
            verb = VERBS.get(norm)
            if verb is None:
                continue
            if "b" in verb.forms and self.norm(index - 1) == "to":
                if self.norm(index - 2) in _PROSPECTS:
                    return 1
                infinitive = True
            elif (infinitive and verb.lemma in PROSPECTIVE) or self._is_thought_of(verb, index):
                return 1  # "agreed to meet on Friday", but "agreed on Friday to meet"
            elif "d" in verb.forms and "b" not in verb.forms and not self._is_participle(index):
                return -1
            elif verb.forms == "g" and (turned := self._of_participle(verb, index, first)):
                return turned
            elif "p" in verb.forms and self._is_perfect(index):
                return -1  # "had spoken on Sunday"
            elif self._is_timetable(norm, verb, index):
                return -1 if "after" in self.norms[index + 1 : first] else 1  # "comes after a vote on Sunday"
        return None

    def _is_thought_of(self, verb: Verb, index: int) -> bool:
        """Whether an -ing form is what somebody only thinks of, or will not do: "did not rule out meeting"."""
        governor = VERBS.get(self.norm(index - 1 - (self.norm(index - 1) == "out")))
        return verb.forms == "g" and governor is not None and governor.lemma in _THOUGHT_OF

    def _of_participle(self, verb: Verb, index: int, first: int) -> Direction:
        """``the sides, meeting on Monday, are``, ``a ballot closing on Monday``: as the clause around it looks."""
        if index == first - 2 and verb.lemma in {"start", "begin", "open"}:
            return 1  # "agreed on a truce starting on Monday"
        if verb.lemma not in _TIMETABLED or not self._is_reduced(index):
            return 0
        ahead = any(self._is_coming(self.norms[at], at, first) for at in range(max(index - _REACH_BACK, 0), index))
        if ahead and self.norm(index - 1) != ",":
            return 1
        for at in range(first + 1, min(first + _REACH_ON, self.total)):
            norm = self.norms[at]
            if norm in {".", "!", "?", ";"}:
                break
            if norm in {"is", "are", "will"}:
                return 1
            finite = VERBS.get(norm)
            if norm in {"was", "were", "had", "has", "have"} or (finite and finite.forms in {"d", "dp"}):
                return -1
        return 0

    def _is_reduced(self, index: int) -> bool:
        """Whether an -ing form follows its noun or a comma: no noun itself, and no finite group."""
        before = self.norm(index - 1)
        if before == ",":
            return True
        verbal = before in VERBS or before in BE or before in ADJECTIVES or before in DETERMINERS
        return before.isalpha() and not verbal and before not in PREPOSITIONS

    def _is_perfect(self, index: int) -> bool:
        """Whether a participle stands behind "has" or "had", over one adverb; not behind "will have"."""
        for at in (index - 1, index - 2):
            if self.norm(at) in {"has", "have", "had"}:
                return self.norm(at - 1) not in {"will", "would", "to", "may", "might", "should"}
        return False

    def _is_coming(self, norm: str, index: int, first: int) -> bool:
        """Whether a word points ahead: "will", "due", "is to"; "until" only next to the expression."""
        if norm == "to":
            return self.norm(index - 1) in {"is", "are", "set", "going", "about", "were"}
        if norm == "ahead":
            return self.norm(index + 1) == "of"
        if norm == "would" and self.norm(index + 1) == "have":
            return False  # "would have met on Friday"
        return norm in _COMING and (norm != "until" or index >= first - 2)

    def _was_arranged(self, norm: str, index: int) -> bool:
        """``was due to meet on Monday``: were it still to come, it would be due."""
        return norm in _ARRANGED_BEFORE and not _WERE.isdisjoint({self.norm(index - 1), self.norm(index - 2)})

    def _is_timetable(self, norm: str, verb: Verb, index: int) -> bool:
        """Whether the present tells what is planned: "opens on Friday", "are meeting on"."""
        if verb.forms == "s":
            before = self.norm(index - 1)
            noun = norm in NOUNS or before in PREPOSITIONS or before in DETERMINERS or before in ADJECTIVES
            return not noun and norm not in {"is", "has", "was"} and verb.lemma not in _TIMELESS
        if verb.forms == "b":  # "ministers meet on Thursday", but "did not meet"
            past = {self.norms[at] for at in range(max(index - 3, 0), index)} & _PAST_AUXILIARIES
            before = self.norm(index - 1)
            several = before.endswith("s") or before in {"they", "we"}
            return several and norm not in NOUNS and verb.lemma not in _TIMELESS and not past
        if verb.forms == "g":
            return self.norm(index - 1) in {"is", "are"}
        return False

    def _followed(self, last: int) -> Direction:
        """What the first verb behind the expression says ("On Friday the parties will meet")."""
        for index in range(last, min(last + _REACH_ON, self.total)):
            norm = self.norms[index]
            if norm in {".", "!", "?", ";"}:
                break
            if norm in {"will", "shall", "due", "scheduled", "would"}:
                return 1
            if norm == "to" and self.norm(index - 1) in {"is", "are", "set"}:
                return 1
            verb = VERBS.get(norm)
            if verb and "d" in verb.forms and "b" not in verb.forms and not self._is_participle(index):
                return -1
        return 0

    def _is_participle(self, index: int) -> bool:
        """Whether a past form stands before its noun ("the proposed talks") or is still to come ("to be held")."""
        before = self.norm(index - 1)
        infinite = self.norm(index - 2) in MODALS or self.norm(index - 2) == "to"
        if infinite and before in VERBS and "b" in VERBS[before].forms:
            return True  # "will resume stalled talks"
        return (
            before in _BEFORE_PARTICIPLES
            or before in PREPOSITIONS
            or (before in ADJECTIVES and before not in _ORDERING)
        )
