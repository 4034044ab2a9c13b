"""One event once: which mention is new, which refers back, and which is the fuller of two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.wordlists import noun_list, plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.events.status import Verdict
    from taqrib.reading.arabic.events.triggers import Sense

SITTINGS = frozenset({"meet", "talks", "travel", "vote"})
"""Events that take place somewhere, on a day."""
IN_ROUNDS = frozenset({"meet", "talks", "travel", "resume"})
"""Events of which a sentence may tell several, each with its day and place."""
_FAMILY = {"meet": "sitting", "talks": "sitting"}
"""A meeting may be spoken of as talks, and back."""
_REALITY = {
    "held": "real", "ongoing": "real", "announced": "open", "possible": "open", "postponed": "off", "cancelled": "off",
    "denied": "off",
}  # fmt: skip
_OWN = frozenset({"accept", "reject", "breach", "appoint", "travel", "release"})
"""Events that somebody does: two of them with different actors are two."""


_CHANGES = frozenset({"resume", "suspend"})
"""What befalls the talks, whichever word tells it."""
_REMEMBERED = 60
"""Events back to which a mention may refer."""


@dataclass(slots=True)
class Candidate:
    """A mention of an event, before it is known whether the event has been told already.

    :ivar last: one past the noun phrase the trigger heads.
    :ivar sides_inferred: whether ``actors`` were named elsewhere in the report.
    :ivar ordinals: what tells this sitting from others (السادسة, المقبلة); empty for the talks as such.
    """

    index: int
    clitics: str
    sense: Sense
    last: int
    verdict: Verdict
    when: str | None
    place: str | None
    actors: tuple[str, ...]
    ordinals: frozenset[str] = frozenset()
    sides_inferred: bool = False

    @property
    def reality(self) -> str:
        """``real``, ``open`` or ``off``: what two mentions of one event share, whatever their tense."""
        return _REALITY[self.verdict.status]

    @property
    def definite(self) -> bool:
        """Whether it has the article or a pronoun."""
        return "ال" in self.clitics or "لل" in self.clitics or self.sense.form.suffixed

    @property
    def bare(self) -> bool:
        """Whether it names talks and says nothing more of them."""
        return self.sense.kind == "noun" and self.when is None and self.place is None and not self.ordinals

    @property
    def points_back(self) -> bool:
        """Whether it names the talks as known, with nothing new of when or whether: المفاوضات."""
        known = self.sense.kind == "noun" and self.definite and self.when is None
        return known and self.sense.type != "agree" and self.reality != "off"

    def agrees(self, other: Candidate) -> bool:
        """Whether days and places allow the two to be one event."""
        return (self.when is None or other.when is None or _is_within(self.when, other.when)) and (
            self.place is None or other.place is None or self.place == other.place
        )


class Told:
    """The events told so far, in the order of their triggers."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.candidates: list[Candidate] = []

    def tell(self, new: Candidate) -> bool:
        """Keep ``new`` unless it refers back; drop what it says more fully. Tells whether it was kept."""
        earlier = [old for old in self.candidates[-_REMEMBERED:] if _family(old) == _family(new)]
        outdone = [old for old in earlier if _is_outdone(old, new)]
        if self._refers_back(new, [old for old in earlier if old not in outdone]):
            return False
        if outdone:
            self.candidates = [old for old in self.candidates if old not in outdone]
        self.candidates.append(new)
        return True

    def _refers_back(self, new: Candidate, earlier: list[Candidate]) -> bool:  # noqa: PLR0911 - one per kind of mention
        if new.sense.kind == "verb":
            return any(_is_same_deed(old, new) for old in earlier)
        if earlier and self._is_pointed_at(new):
            return True
        if new.sense.kind == "noun" and not new.definite and self._is_renewed(new):
            return False
        if new.sense.type in _OWN or new.sense.type == "propose":
            actors = set(new.actors)
            earlier = [old for old in earlier if not actors or not old.actors or actors & set(old.actors)]
            if new.sense.type == "propose" and new.sense.kind == "noun":
                return bool(earlier)
        if new.ordinals:
            return any(_is_same_round(old, new) for old in earlier)
        if new.sense.kind == "noun" and self._is_under_way(new):
            return False
        if new.sense.kind == "noun" and self._is_agreed_on(new):
            return any(old.reality == "open" for old in earlier)
        if new.points_back:
            return bool(earlier)
        return any(_is_same_talk(old, new) for old in earlier)

    def _is_pointed_at(self, new: Candidate) -> bool:
        """هذه المفاوضات, وهي المحادثات التي: the words say that they have been named."""
        before = self.prose.norms[new.index - 1] if new.index else ""
        return new.sense.type in SITTINGS and before in plain_list("events", "pointers")

    def _is_renewed(self, new: Candidate) -> bool:
        """جولة جديدة, مفاوضات أخرى: said to be new."""
        renewals = noun_list("events", "renewals")
        return any(renewals.find(norm) for norm in self.prose.norms[new.index + 1 : max(new.last, new.index + 2)])

    def _is_agreed_on(self, new: Candidate) -> bool:
        """اتفقا على الاجتماع مجددا: not the meeting they are at."""
        by = new.verdict.by
        if new.verdict.status != "announced" or by is None or self.prose.norms[new.index - 1 : new.index] != ["علي"]:
            return False
        return self.prose.verbs[by] is not None

    def _is_under_way(self, new: Candidate) -> bool:
        """Whether the noun stands for a verb: يتابع اللقاء مع is not "the meeting" but "goes on meeting"."""
        prose, by = self.prose, new.verdict.by
        if by is None or prose.verbs[by] is None or "مع" not in prose.norms[new.index + 1 : new.index + 4]:
            return False
        return all(prose.norms[old.index] != prose.norms[new.index] for old in self.candidates[-_REMEMBERED:])


def _family(candidate: Candidate) -> str:
    return _FAMILY.get(candidate.sense.type, candidate.sense.type)


def _is_outdone(old: Candidate, new: Candidate) -> bool:
    """Whether ``new`` is the fuller mention of what ``old`` only named."""
    if new.when is None and new.place is None:
        return False
    same = old.reality == new.reality or old.verdict.by is None
    if old.bare and new.sense.kind == "noun" and new.verdict.by is not None and same:
        both = set(old.actors) & set(new.actors)
        return new.sense.type in SITTINGS or (new.when is not None and (bool(both) or not new.actors))
    return (
        old.verdict.status == "possible"
        and old.when is None
        and new.when is not None
        and new.verdict.status == "announced"
        and new.sense.kind == "masdar"
    )


def _is_same_deed(old: Candidate, new: Candidate) -> bool:
    """Whether a verb tells again what has been told: of the same people, with the same outcome."""
    if old.sense.type == new.sense.type in _CHANGES and old.reality == new.reality and old.agrees(new):
        return not old.actors or not new.actors or bool(set(old.actors) & set(new.actors))  # collapsed, broke down
    return (
        old.sense.type == new.sense.type
        and old.reality == new.reality
        and old.agrees(new)
        and bool(new.actors)
        and all(any(_is_same_party(actor, other) for other in old.actors) for actor in new.actors)
        and (new.sense.type in SITTINGS or old.sense.lemma == new.sense.lemma)
    )


def _is_within(day: str, other: str) -> bool:
    """Whether one of two dates or intervals lies in the other; parts of a day are left out of account."""
    (first, last), (other_first, other_last) = _bounds(day), _bounds(other)
    within = other_first <= first and last <= other_last
    return within or (first <= other_first and other_last <= last)


def _bounds(day: str) -> tuple[str, str]:
    """The first and the last day as strings that compare: a month runs from its day 00 to its day 99."""
    first, _, last = day.partition("/")
    first, last = first.partition("T")[0], (last or first).partition("T")[0]
    return (first + "-00-00"[len(first) - 4 :]) if len(first) < 10 else first, last + "-99-99"[len(last) - 4 :]


def _is_same_party(name: str, other: str) -> bool:
    """Whether two names may be one actor's: the same, or all the weighty words of the shorter are in the longer."""
    if name == other:
        return True
    shorter, longer = sorted((_roots(name), _roots(other)), key=len)
    return bool(shorter) and shorter <= longer


@lru_cache(maxsize=1 << 12)
def _roots(name: str) -> frozenset[str]:
    """The beginnings of a name's words, without article and endings: الحوثيين and الحوثية begin alike."""
    words = (word.removeprefix("ال") for word in normalised(name).split())
    return frozenset(word[:4] for word in words if len(word) > 3)


def _is_same_round(old: Candidate, new: Candidate) -> bool:
    """Whether the ordinals are shared, or both are to come: الجولة الخامسة, الجولة المقبلة."""
    to_come = new.definite and new.reality == old.reality == "open" and new.agrees(old)
    return bool(new.ordinals & old.ordinals) or to_come


def _is_another_sitting(old: Candidate, new: Candidate) -> bool:
    """Whether an indefinite mention has its own day, or its own place, where the earlier one has only the other."""
    if new.definite or new.sense.type not in SITTINGS:
        return False
    day, place = old.when is None and new.when is not None, old.place is None and new.place is not None
    return (day and old.place is not None and new.place is None) or (
        place and old.when is not None and new.when is None
    )


def _is_same_talk(old: Candidate, new: Candidate) -> bool:
    if not old.agrees(new) or _is_another_sitting(old, new):
        return False
    if new.reality == "off" != old.reality and new.when is not None:
        return False  # called off since it was announced
    if new.verdict.by is None or old.reality == new.reality:
        return True
    return new.when is not None and new.when == old.when and new.place == old.place
