"""Rounds that share one word: «تُستأنف المفاوضات غدًا في جنيف، ثم في فيينا الأحد» are two.

Each has its own day and its own place.

A day is never paired with the place of another round. «اليوم وغدا في جنيف» and «في جنيف وفيينا غدا» stay one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.events.matters import is_of_a_matter
from taqrib.reading.arabic.wordlists import plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties

_BACK = 120
"""Tokens within which the place stands that هناك points back to."""
_IN = frozenset({"في", "وفي", "داخل", "لدي"})
_TO = frozenset({"الي", "نحو", "والي"})
_AND_IN = frozenset({"وفي", "والي", "ويوم"})
_BREAKS = frozenset({"that", "relative", "opener", "stop"})
_EXISTS = frozenset({"that", "opener", "auxiliary", "negator", "stop", "comma", "mark"})
"""Roles before which هناك says that there is something, not where."""


class Round(NamedTuple):
    """The day and place of one round; it is told in the tokens from ``first`` to before ``last``."""

    first: int
    last: int
    when: str | None
    place: str | None
    then: bool


class Rounds:
    """The coordinated days and places behind the triggers of one report."""

    def __init__(self, prose: Prose, parties: Parties, days: dict[int, str]) -> None:
        self.prose = prose
        self.parties = parties
        self.days = days

    def of(self, index: int) -> list[Round]:
        """The rounds told by the trigger at ``index``: at least two, or none."""
        prose = self.prose
        end = prose.ends[index]
        found = [Round(index + 1, end, None, None, then=False)]
        then = False
        for at in range(index + 1, end):
            if prose.roles[at] in _BREAKS:
                end = at
                break
            then = then or prose.norms[at] in plain_list("events", "then")
            when, place = self.days.get(at), self._place(at, index)
            if when is None and place is None:
                continue
            current = found[-1]
            taken = (when is not None and current.when is not None) or (place is not None and current.place is not None)
            if (current.when or current.place) and (
                then or self._is_joined(at, place) or (taken and self._is_listed(at))
            ):
                start = self._start(at)
                found[-1] = current._replace(last=start)
                current = Round(start, end, None, None, then)
                found.append(current)
            then = False
            found[-1] = current._replace(when=current.when or when, place=current.place or place)
        found[-1] = found[-1]._replace(last=end)
        return found if self._are_several(found, end) else []

    def there(self, index: int) -> str | None:
        """The place named last before هناك at ``index``; ``None`` where هناك only says that there is something."""
        prose = self.prose
        if prose.norms[index] not in plain_list("events", "there") or prose.starts[index] == index:
            return None
        if prose.before(index) in _EXISTS:
            return None
        for at in range(index - 1, max(-1, index - _BACK), -1):
            name = self.parties.place(at)
            if name is not None and (
                (prose.norms[at - 1 : at] and prose.norms[at - 1] in _IN | _TO) or self._carries_b(at)
            ):
                return name
        return None

    def _place(self, at: int, index: int) -> str | None:
        there = self.there(at)
        if there is not None:
            return there
        name = self.parties.place(at)
        if name is None:
            return None
        prose = self.prose
        before = prose.norms[at - 1]
        if before in _IN and is_of_a_matter(prose, index, at, name):
            return None
        if before in _IN or (before in _TO and at > index + 1) or self._carries_b(at):
            return name
        shares = prose.norms[at][:1] == "و" and self.parties.place(at - 1) is not None  # بالدوحة والقاهرة
        return name if shares or before in plain_list("events", "then") else None

    def _carries_b(self, at: int) -> bool:
        """Whether ب is attached to the place at ``at``."""
        norm = self.prose.norms[at].removeprefix("و")
        party = self.parties.beginning.get(at)
        return norm[:1] == "ب" and party is not None and party.span[0] > self.prose.document.tokens[at].start

    def _start(self, at: int) -> int:
        """The first token of the adjunct whose day or place stands at ``at``: its preposition, ثم, the comma."""
        prose = self.prose
        while prose.roles[at - 1] in {"preposition", "comma"} or prose.norms[at - 1] in plain_list("events", "then"):
            at -= 1
        return at

    def _is_joined(self, at: int, place: str | None) -> bool:
        """Whether و joins the day or place at ``at`` to what stands before; the و of وارسو does not."""
        norms = self.prose.norms
        own = place is not None and place.startswith("و")
        return (norms[at].startswith("و") and not own) or norms[at - 1] in _AND_IN

    def _is_listed(self, at: int) -> bool:
        """Whether a comma sets the adjunct off from the one before."""
        start = self._start(at)
        return self.prose.roles[start] == "comma"

    def _are_several(self, rounds: list[Round], end: int) -> bool:
        first = rounds[0]
        if len(rounds) < 2 or first.place is None:
            return False
        for later in rounds[1:]:
            if later.place is None or later.place == first.place:
                return False
            if later.when is None and not later.then:
                return False
            if not later.then and first.when is None:
                return False
        return all(self.prose.verbs[at] is None for at in range(first.first, end))  # a second verb has its own
