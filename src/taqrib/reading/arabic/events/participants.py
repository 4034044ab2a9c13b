"""Between whom: the subject of an event, the object it meets, and those the clause names beside them.

Only what a verb or noun takes counts: its subject, a direct object of meeting, whoever stands behind مع or بين, a
genitive, and what و joins to these. Somebody who is only spoken of in the clause takes no part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.conjugation import Form
from taqrib.reading.arabic.events.told import SITTINGS
from taqrib.reading.arabic.events.triggers import is_noun_of
from taqrib.reading.arabic.parties import nationalities
from taqrib.reading.arabic.stances.holders import Holders
from taqrib.reading.arabic.wordlists import mixed_list, noun_list, plain_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.events.triggers import Sense
    from taqrib.reading.arabic.parties import Parties, Party
    from taqrib.reading.arabic.stances.sayings import Holder
    from taqrib.reading.findings import EventType, Statement

_TALKS = frozenset({"meet", "talks"})
_OBJECT = 12
"""Tokens behind a verb's subject within which its object stands."""
_NEAR = 4
_TWO_SIDES = 3
_GATHERING = 6
_REACH = 24
"""Tokens within which مع and بين bring in the others."""
_TOGETHER = frozenset({"meet", "talks", "agree", "resume", "suspend", "mediate", "ceasefire", "release", "breach"})
"""What several do with one another, so that مع and بين name more of them."""
_MET = frozenset({"always", "party"})
_OWNED = frozenset({"meet", "mediate"})
"""What is somebody's with others: لقاؤه الوفد, مساعيها بين الطرفين."""
_BETWEEN = frozenset({"بين", "وبين"})
_PLAIN = Form("perfect")
_LOOSE = frozenset({"speaker-around", "unknown-name"})
"""Subjects nobody has written: good enough for a deed, not for the light verb of a noun."""


class Participants:
    """The actors of events in one report."""

    def __init__(self, prose: Prose, parties: Parties, statements: list[Statement]) -> None:
        self.prose = prose
        self.parties = parties
        self.holders = Holders(prose, parties, statements)
        self._sources = {party.name for party in parties.beginning.values() if party.kind == "source"}

    def of_verb(self, index: int, sense: Sense, end: int) -> tuple[str, ...]:
        """The subject of the verb at ``index``, whom it meets, and the others with them; ``end`` bounds the clause."""
        found: list[str] = []
        behind = index + 1
        holder = None if sense.need == "talks_run" else self.holders.of(index, sense.form)
        if holder is not None and sense.type == "travel" and self._is_goal(index, holder, end):
            holder = self._goer(index)
        if holder is not None:
            found.append(holder.name)
            if holder.span is None and holder.how == "carried-over" and sense.form.plural:
                found.extend(party.name for party in self._joined(holder.last))  # التقى فلان وفلان واتفقا
            if holder.span is not None:
                behind = max(behind, holder.last)
                found.extend(party.name for party in self._joined(holder.last))
                for party in self._joined(holder.last):
                    behind = max(behind, party.last)
        if sense.type == "meet" and sense.need in _MET:
            found.extend(party.name for party in self._objects(behind, end))
        if sense.type in _TOGETHER:
            found.extend(self._others(index + 1, end))
        if sense.type == "meet" and len(_unique(found)) == 1 and not sense.form.plural:
            found = [*self._carried(index), *found]
        return _unique(found)

    def _is_goal(self, index: int, holder: Holder, end: int) -> bool:
        """Whether the state or town behind a verb of going is where one goes: ستزور طرابلس, and names no second one."""
        if holder.span is None or holder.how != "subject" or index + 1 >= end:
            return False
        party = self.parties.covering.get(index + 1)
        if party is None or party.kind != "state" or party.span != holder.span:
            return False  # a person, or a delegation: he goes
        return all(self.parties.place(at) is None for at in range(party.last, end))

    def _goer(self, index: int) -> Holder | None:
        """Who goes, where no subject is written behind the verb: the one before it, or he of the clause before."""
        return (
            self.holders.subjects.ahead(index)
            or self.holders.subjects.antecedent(index)
            or self.holders.unwritten(index)
        )

    def _carried(self, index: int) -> list[str]:
        """The subject of the clause before, where one alone is named behind a verb of meeting: حيث التقى الوزير."""
        carried = self.holders.unwritten(index)
        return [carried.name] if carried is not None and carried.how == "carried-over" else []

    def of_noun(self, index: int, sense: Sense, last: int, end: int) -> tuple[str, ...]:
        """The genitive of the noun at ``index``, those between whom it is, and the subject of the verb that runs it.

        :param last: one past the noun phrase of the event; ``end`` one past the clause.
        """
        found = self._genitive(index, sense, last, end)
        if sense.type in _TOGETHER:
            found.extend(self._others(index + 1, end))
        if sense.form.suffixed and (not found or (sense.type in _OWNED and len(found) == 1)):
            found = [*self._owner(index, end, sense), *found]
        through = sense.type == "mediate" and self.prose.norms[index].startswith(
            "بوس"
        )  # بوساطة قطرية: not of those who talk
        if not through and (sense.form.suffixed or sense.type not in {"accept", "reject"} or not found):
            found = [*self._runners(index, sense), *found]
        found.extend(self._gathered(index, sense, end))
        if sense.type == "meet" and len(found) == 1:
            found = [*self._one_more(index, sense), *found]
        if sense.type == "breach" and self.prose.norms[index][:1] == "ب":  # accused of it, not accusing
            accused = self.holders.nearest(index)
            found = [accused.name] if accused is not None else []
        return _unique(found or list(self._states(index, end)))

    def _gathered(self, index: int, sense: Sense, end: int) -> list[str]:
        """Whom a meeting brings together: اجتماعا ضم وزراء الخارجية ورئيس اللجنة."""
        if sense.type not in {"meet", "talks"}:
            return []
        for at in range(index + 1, min(end, index + _GATHERING)):
            if self.prose.norms[at] in plain_list("events", "gathering") and at + 1 < end:
                party = self.parties.at(at + 1)
                return [named.name for named in (party, *self._joined(party.last))] if party is not None else []
        return []

    def _genitive(self, index: int, sense: Sense, last: int, end: int) -> list[str]:
        """The party right behind the noun, those joined to it, and whom it meets: لقاء الوزير الوفد."""
        for at in {index + 1, last}:
            party = self.parties.at(at) if at < end and not self.prose.roles[at] else None
            if party is not None and party.kind != "source" and not self._is_joined(at, party):
                met = self._objects(party.last, end) if sense.type == "meet" else []
                return [named.name for named in (party, *self._joined(party.last), *met)]
        return []

    def _one_more(self, index: int, sense: Sense) -> list[str]:
        """Who meets the one party that a noun of meeting names: he who has set out to, and he who speaks there."""
        bound = self._bound(index) if self.prose.norms[index][:1] == "ل" else []
        return bound or ([] if sense.form.suffixed else self._teller(index))

    def _bound(self, index: int) -> list[str]:
        """Who is on his way to meet: المبعوث موجود في البلاد للقاء, ستزور المدينة للقاء."""
        verb_at = self.holders.governor(index)
        ahead = self.holders.subjects.ahead(index)
        if ahead is not None and ahead.how == "subject-before" and not self._is_town(ahead):
            return [ahead.name]
        if verb_at is None or verb_at in self.holders.cues:
            return []
        holder = self.holders.of(verb_at, self.prose.verbs[verb_at] or _PLAIN)
        if holder is not None and self._is_town(holder):
            holder = self._goer(verb_at)
        return [holder.name] if holder is not None and holder.how not in _LOOSE else []

    def _is_town(self, holder: Holder) -> bool:
        """Whether the words of the holder name a town: its government is meant elsewhere, not where one goes."""
        party = self.parties.covering.get(holder.last - 1) if holder.span is not None else None
        if party is None or party.kind != "state":
            return False
        return self.prose.document.text[slice(*party.span)] != holder.name

    def _teller(self, index: int) -> list[str]:
        """قال الوزير خلال لقاء مع الوفد إن: he who speaks at a meeting takes part in it."""
        start = self.prose.document.tokens[index].start
        names = self.holders.speakers_at(start)
        return [name for name in names if self.prose.before(index) == "preposition"]

    def pairs(self) -> list[tuple[int, tuple[str, ...]]]:
        """The sides that بين names together, and the token where."""
        prose = self.prose
        found = []
        for at, norm in enumerate(prose.norms):
            if norm in _BETWEEN and not self._is_fought(at):
                names = _unique(list(self._others(at, min(at + 1, prose.ends[at]), prose.ends[at])))
                if len(names) > 1:
                    found.append((at, names))
        return found

    def _is_fought(self, at: int) -> bool:
        """Whether what is between them is fighting: معارك بين الجيش ومسلحين does not tell who talks."""
        fights = noun_list("events", "fights")
        return any(fights.find(norm) for norm in self.prose.norms[max(0, at - _NEAR) : at])

    def _joined(self, at: int) -> list[Party]:
        """The parties that و joins to the one that ends before ``at``, and whoever leads it (برئاسة)."""
        prose = self.prose
        found: list[Party] = []
        while at + 1 < prose.size:
            if prose.roles[at] in {"comma", "mark"}:
                at += 1
            led = prose.norms[at] in plain_list("events", "led_by")
            at += led
            party = self.parties.at(at) if at < prose.size else None
            if party is None or not (led or self._is_joined(at, party)):
                return found
            if party.kind != "source":
                found.append(party)
            at = party.last
        return found

    def _is_joined(self, at: int, party: Party) -> bool:
        return self.prose.norms[at].startswith("و") and party.span[0] > self.prose.document.tokens[at].start

    def _objects(self, start: int, end: int) -> list[Party]:
        """Whom one meets: the first party behind the subject that no preposition but ب introduces."""
        prose = self.prose
        at, limit = start, min(end, start + _OBJECT)
        while at < limit:
            role = prose.roles[at]
            if role in {"that", "opener", "relative", "stop"}:
                return []
            party = self.parties.at(at)
            if party is not None:
                attached = prose.norms[at][:1] == "ل" and party.span[0] > prose.document.tokens[at].start
                if (
                    party.kind != "source"
                    and prose.before(at) != "preposition"
                    and not (at and is_noun_of(prose.norms[at - 1], _TALKS))  # بعد محادثات مسقط: where they were
                    and not attached | self._is_joined(at, party)
                ):
                    return [party, *self._joined(party.last)]
                at = max(party.last, at + 1)
                continue
            at += 1
        return []

    def _others(self, start: int, end: int, clause: int | None = None) -> Iterator[str]:
        """Whoever stands behind the مع or بين in ``start:end``, with what و joins to it; ``clause`` ends the clause."""
        prose = self.prose
        limit = min(end, start + _REACH)
        end = clause or end
        for at in range(start, limit):
            if prose.roles[at] in {"that", "opener", "relative", "stop"}:
                return
            if prose.norms[at] not in plain_list("events", "beside"):
                continue
            head = at + 1 + (at + 1 < end and prose.norms[at + 1] in {"كل", "كلا", "كلتا"})
            head += prose.norms[head : head + 1] == ["من"]
            party = self.parties.at(head) if head < end else None
            if party is not None and party.kind != "source":
                yield from (named.name for named in (party, *self._joined(party.last)))

    def _owner(self, index: int, end: int, sense: Sense) -> Iterator[str]:
        """Whom the pronoun of لقاؤه or رفضهم means, and whom he meets."""
        owner = self.holders.owner(index, suffixed=True) or self.holders.nearest(index)
        if owner is None and sense.type in SITTINGS:
            owner = self.holders.before(index)  # لدى استقباله: who has spoken
        if owner is not None:
            yield owner.name
        if sense.type == "meet":
            yield from (party.name for party in self._objects(index + 1, end))

    def _runners(self, index: int, sense: Sense) -> list[str]:
        """The subject of the verb that holds, resumes or calls for the event; not of one that only tells of it."""
        governor = self.holders.governor(index)
        if governor is None:
            return []
        statement = self.holders.cues.get(governor)
        if statement is not None and not mixed_list("events", "declaring").find(self.prose.norms[governor]):
            return []
        holder = self.holders.of(governor, self.prose.verbs[governor] or _PLAIN)
        if holder is not None and self._is_town(holder):
            hosts = mixed_list("events", "hosting").find(self.prose.norms[governor]) is not None
            holder = None if hosts else holder  # استضافت أكرا: where, not who
        if holder is None or holder.how in _LOOSE or (statement is not None and sense.type in SITTINGS):
            return []
        return [holder.name, *(party.name for party in self._joined(holder.last))] if holder.span else [holder.name]

    def _states(self, index: int, end: int) -> Iterator[str]:
        """The states whose adjectives qualify the noun: المحادثات الأميركية الصينية."""
        for at in range(index + 1, min(end, index + 6)):
            norm = self.prose.norms[at]
            if self.prose.roles[at]:
                return
            match = nationalities().find(norm)
            if match is not None and match.clitics in {"", "ال"}:
                yield match.value

    def kept(self, names: tuple[str, ...], place: str | None, type_: EventType) -> tuple[str, ...]:
        """The names without the place of the event itself, and without sources: those tell of it."""
        there = {normalised(place)} if type_ == "travel" and place else set()
        return tuple(name for name in names if normalised(name) not in there and name not in self._sources)


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for name in names for each in _each(name)))


def _each(name: str) -> list[str]:
    """The states of two sides that one name holds: الجانبان المصري والسوداني."""
    words = normalised(name).split()
    if len(words) < _TWO_SIDES or not words[-1].startswith("وال"):
        return [name]
    found = [match.value for word in words[1:] if (match := nationalities().find(word)) is not None]
    return found if len(found) == len(words) - 1 else [name]
