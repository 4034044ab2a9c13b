"""When, where and by whom: what the clause of an event says around its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.events.triggers import is_noun_of
from taqrib.reading.arabic.stances.holders import Holders
from taqrib.reading.arabic.wordlists import mixed_list, noun_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.conjugation import Form
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.findings import EventType, Statement, Time

_ATTACHED = 4
"""Tokens behind a trigger within which a relative clause still speaks of it; a later one has days of its own."""
_TALKS = frozenset({"meet", "talks"})
_AT = {"في", "داخل", "لدي"}
_TOWARDS = {"الي", "نحو"}


class Circumstances:
    """Days, places and actors by trigger."""

    def __init__(self, prose: Prose, parties: Parties, times: list[Time], statements: list[Statement]) -> None:
        self.prose = prose
        self.parties = parties
        self.days = _days(prose, times)
        self.holders = Holders(prose, parties, statements)
        self.speakers = {statement.speaker for statement in statements if statement.speaker}

    def when(self, index: int, *, since: int | None = None) -> str | None:
        """The day of the clause: the nearest behind the trigger, or else before it.

        :param since: days before this token are those of another deed: "arrived yesterday in order to ...".
        """
        prose = self.prose
        sitting = is_noun_of(prose.norms[index], _TALKS)
        for at in range(index + 1, prose.ends[index]):
            if prose.roles[at] == "relative" and at > index + _ATTACHED:
                break
            if sitting and at > index + 2 and prose.norms[at - 1] != "من" and is_noun_of(prose.norms[at], _TALKS):
                break
            if at in self.days:
                return self.days[at]
        for at in range(index - 1, max(prose.starts[index], since or 0) - 1, -1):
            if at in self.days and "من" not in prose.norms[at + 1 : index]:  # "two days before the round"
                return self.days[at]
        return None

    def place(self, index: int, type_: EventType) -> str | None:
        """The place of the clause, as the text writes it; what other talks in the clause have stays theirs."""
        prose = self.prose
        end = prose.ends[index]
        for at in range(index + 2, end):
            if is_noun_of(prose.norms[at], _TALKS) and prose.norms[at - 1] != "من" and prose.norms[at][:1] != "و":
                end = at
                break
        envoys = None
        for at in (*range(index + 1, end), *range(index - 1, prose.starts[index] - 1, -1)):
            name = self.parties.place(at)
            if name is None or not self._is_where(index, at, name, type_):
                continue
            if at < index or not self._follows_envoy(at):
                return name
            envoys = envoys or name  # "the envoy to ..." is sent there, but may be going there too
        return envoys if type_ == "travel" else None

    def actors(self, index: int, form: Form | None = None) -> tuple[str, ...]:
        """The parties of the clause, but for a speaker who only tells of the event, and states that are its place.

        :param form: the form of the verb that carries the event; its subject may stand in the clause before.
        """
        prose = self.prose
        names: list[str] = []
        subject = self.holders.of(index, form) if form is not None else None
        if subject is not None and subject.how == "carried-over":
            names.append(subject.name)
        end = prose.ends[index]
        for at in range(index + _ATTACHED + 1, end):
            if prose.roles[at] == "relative":
                end = at
                break
        for party in self.parties.in_range(prose.starts[index], end):
            if party.kind == "source":
                continue
            if party.span in self.speakers and party.last <= index and prose.verbs[index] is None:
                continue
            before = prose.norms[party.first - 1] if party.first else ""
            if party.kind == "state" and (before in _AT or before in _TOWARDS or before == "من"):
                continue
            if party.name not in names:
                names.append(party.name)
        return tuple(names)

    def authors(self, index: int) -> tuple[str, ...]:
        """Whose proposal it is: its genitive, or the subject that tables it; else all of the clause."""
        prose = self.prose
        end = prose.ends[index]
        if index + 1 < end and not prose.roles[index + 1]:
            party = self.parties.at(index + 1)
            if party is not None:
                return (party.name,)
        tabling = mixed_list("events", "tabling")
        for at in range(index + 1, min(end, index + 7)):
            if tabling.find(prose.norms[at]) and at + 1 < prose.size:
                party = self.parties.at(at + 1)
                if party is not None:
                    return (party.name,)
        return self.actors(index)

    def _is_where(self, index: int, at: int, name: str, type_: EventType) -> bool:  # noqa: PLR0911 - one per turn of phrase
        """Whether the place at ``at`` is where the event is, not whom an envoy is sent to."""
        prose = self.prose
        if prose.norms[at][:1] == "ب" and not name.startswith("ب"):
            return True
        before = at - 1
        towns = noun_list("events", "towns")
        while before > index and before > at - 4 and prose.is_content(before) and not towns.find(prose.norms[before]):
            before -= 1  # العاصمة النرويجية أوسلو
        word = prose.norms[before] if before >= 0 else ""
        if towns.find(word):
            return True
        if before == at - 1 and word in _AT:
            return True
        if word in _AT and towns.find(prose.norms[before + 1]):
            return True
        if before == at - 1 and word in _TOWARDS:
            return type_ in {"travel", "resume"}
        if type_ != "travel" or self._follows_envoy(at):
            return False
        party = self.parties.beginning.get(at)
        return (party is not None and party.kind == "place") or at == index + 1 or not prose.roles[at - 1]

    def _follows_envoy(self, at: int) -> bool:
        envoys = noun_list("events", "delegations")
        towards = self.prose.norms[at - 1 : at] == ["الي"]
        return towards and any(envoys.find(norm) for norm in self.prose.norms[max(0, at - 4) : at])


def _days(prose: Prose, times: list[Time]) -> dict[int, str]:
    """The values of dates and parts of days by their first token."""
    tokens = prose.document.tokens
    found: dict[int, str] = {}
    index = 0
    for time in sorted(times, key=lambda time: time.span):
        while index < len(tokens) and tokens[index].end <= time.span[0]:
            index += 1
        if time.value is not None and time.type in {"DATE", "TIME"} and index < len(tokens):
            found.setdefault(index, time.value)
    return found
