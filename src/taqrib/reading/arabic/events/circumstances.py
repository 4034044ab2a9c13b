"""When, where and by whom: what the clause of an event says around its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.events.matters import is_of_a_matter
from taqrib.reading.arabic.events.participants import Participants
from taqrib.reading.arabic.events.rounds import Rounds
from taqrib.reading.arabic.events.triggers import is_noun_of
from taqrib.reading.arabic.wordlists import mixed_list, noun_list, plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.events.triggers import Sense
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.findings import EventType, Statement, Time

_ATTACHED = 4
"""Tokens behind a trigger within which a relative clause still speaks of it; a later one has days of its own."""
_TALKS = frozenset({"meet", "talks"})
_CHANGES = frozenset({"resume", "suspend"})
_AT = {"في", "داخل", "لدي"}
_TOWARDS = {"الي", "نحو"}
_FEW = 4
"""Letters of PT9H: fewer than ten hours."""
_SPAN = 6
"""Tokens between the beginnings of the first and the last day of a span."""
_UNTIL = frozenset({"الي", "حتي", "ولغايه", "لغايه", "وحتي", "-", "–", "—"})
_BETWEEN = frozenset({"بين", "وبين"})
_FROM = {"من", "علي", "عن", "ضد", "حول", "مطار"}


class Circumstances:
    """Days, places and actors by trigger."""

    def __init__(self, prose: Prose, parties: Parties, times: list[Time], statements: list[Statement]) -> None:
        self.prose = prose
        self.parties = parties
        self.days = _days(prose, times)
        self.participants = Participants(prose, parties, statements)
        self.rounds = Rounds(prose, parties, self.days)

    def when(
        self, index: int, *, since: int | None = None, until: int | None = None, denied: bool = False
    ) -> str | None:
        """The day of the clause: the nearest behind the trigger, or else before it.

        :param since: days before this token are those of another deed: "arrived yesterday in order to ...".
        :param until: so are those from this token on: "called off the meeting of Friday".
        :param denied: it did not take place: «لم يلتقيا منذ الأحد» gives no day on which they did not.
        """
        prose = self.prose
        sitting = is_noun_of(prose.norms[index], _TALKS)
        aside = prose.before(index) == "relative"  # الوزير، الذي يزور البلاد، تعهد ... قبل نهاية العام
        for at in range(index + 1, until or self._deed_end(index)):
            if aside and prose.roles[at] == "comma":
                break
            if prose.roles[at] == "relative" and at > index + _ATTACHED:
                break
            if sitting and at > index + 2 and prose.norms[at - 1] != "من" and is_noun_of(prose.norms[at], _TALKS):
                break
            if at in self.days and not (denied and self._is_since(at)) and not self._is_apart(index, at):
                return self.days[at]
        if sitting and prose.norms[index - 1 : index] == ["علي"]:
            return None  # اتفقا أمس على لقاء: not on that day
        for at in range(index - 1, max(prose.starts[index], since or 0) - 1, -1):
            if at in self.days and not self._is_measured(at, index) and not (denied and self._is_since(at)):
                return self.days[at]
        return None

    def _is_apart(self, index: int, at: int) -> bool:
        """Whether the day at ``at`` is another deed's, before or after which it was: قبل يومين من تصويت 5 مايو."""
        norms = self.prose.norms
        if norms[at - 1] == "بعد" and norms[at - 2] == "ما":
            return True  # إلى ما بعد الجمعة
        measured = next((n for n in range(at - 1, index, -1) if norms[n] in {"قبل", "بعد"}), None)
        return measured is not None and "من" in norms[measured + 1 : at]

    def _is_since(self, at: int) -> bool:
        return {"منذ", "ومنذ"} & set(self.prose.norms[max(0, at - 2) : at]) != set()

    def _is_measured(self, at: int, index: int) -> bool:
        """Whether من between the day at ``at`` and the trigger counts from one to the other: قبل يومين من الجولة.

        That of جولة من المحادثات does not.
        """
        prose = self.prose
        counted = (n for n in range(at + 1, index) if prose.norms[n] == "من")
        return any(not is_noun_of(prose.norms[n - 1], _TALKS) and not _is_ordinal(prose.norms[n - 1]) for n in counted)

    def place(self, index: int, type_: EventType) -> str | None:
        """The place of the clause, as the text writes it; what other talks in the clause have stays theirs."""
        prose = self.prose
        end = self._deed_end(index)
        own = index + 2 if type_ not in _CHANGES else self._past_object(index, end)
        for at in range(own, end):
            if is_noun_of(prose.norms[at], _TALKS) and prose.norms[at - 1] != "من" and prose.norms[at][:1] != "و":
                end = at
                break
        envoys = None
        for at in (*range(index + 1, end), *range(index - 1, prose.starts[index] - 1, -1)):
            name = self.parties.place(at)
            if name is None:
                there = self.rounds.there(at)
                if there is not None:
                    return there
                continue
            if not self._is_where(index, at, name, type_):
                continue
            if at < index or not self._follows_envoy(at):
                return name
            envoys = envoys or name  # "the envoy to ..." is sent there, but may be going there too
        return envoys if type_ == "travel" else None

    def actors(self, index: int, sense: Sense, last: int, place: str | None) -> tuple[str, ...]:
        """Whoever takes part.

        :param last: one past the noun phrase of the trigger.
        """
        end = self.prose.ends[index]
        if sense.type == "propose":
            return self.authors(index, sense, last)
        if sense.kind == "verb":
            names = self.participants.of_verb(index, sense, end)
        else:
            names = self.participants.of_noun(index, sense, last, end)
        return self.participants.kept(names, place, sense.type)

    def _past_object(self, index: int, end: int) -> int:
        """One past the talks that are resumed or broken off: their place is that of the resumption."""
        talks = (at for at in range(index + 1, end) if is_noun_of(self.prose.norms[at], _TALKS))
        return next(talks, index) + 2

    def _deed_end(self, index: int) -> int:
        """One past what the clause says of this deed: behind ثم comes another."""
        prose, then = self.prose, plain_list("events", "then")
        end = prose.ends[index]
        return next((at for at in range(index + 1, end) if prose.norms[at] in then), end)

    def authors(self, index: int, sense: Sense, last: int) -> tuple[str, ...]:
        """Whose proposal it is: its genitive, or the subject that tables it."""
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
        if sense.kind == "verb":
            return self.participants.of_verb(index, sense, end)
        return self.participants.of_noun(index, sense, last, end)

    def _is_where(self, index: int, at: int, name: str, type_: EventType) -> bool:  # noqa: PLR0911 - one per turn of phrase
        """Whether the place at ``at`` is where the event is, not whom an envoy is sent to."""
        prose = self.prose
        if prose.norms[at][:1] == "ب" and not name.startswith("ب"):
            return True
        before = at - 1
        towns = noun_list("events", "towns")
        floor = index if at > index else prose.starts[index] - 1
        while before > floor and before > at - 4 and prose.is_content(before) and not towns.find(prose.norms[before]):
            before -= 1  # العاصمة النرويجية أوسلو
        word = prose.norms[before] if before >= 0 else ""
        if towns.find(word):
            return self._is_entered(before, type_)
        if before == at - 1 and word in _AT:
            return not is_of_a_matter(prose, index, at, name)
        if word in _AT and towns.find(prose.norms[before + 1]):
            return True
        if word in _FROM:
            return False
        if before == at - 1 and word in _TOWARDS:
            return type_ in {"travel", "resume"}
        if type_ != "travel" or self._follows_envoy(at):
            return False
        party = self.parties.beginning.get(at)
        return (party is not None and party.kind == "place") or at == index + 1 or prose.roles[at - 1] in {"", "adverb"}

    def _is_entered(self, town: int, type_: EventType) -> bool:
        """Whether the word for a town at ``town`` is behind no preposition that keeps out: على العاصمة."""
        word = self.prose.norms[town - 1] if town else ""
        return word not in _FROM and (word not in _TOWARDS or type_ in {"travel", "resume"})

    def _follows_envoy(self, at: int) -> bool:
        envoys = noun_list("events", "delegations")
        towards = self.prose.norms[at - 1 : at] == ["الي"]
        return towards and any(envoys.find(norm) for norm in self.prose.norms[max(0, at - 4) : at])


def _is_ordinal(norm: str) -> bool:
    """Whether the word tells one round from others: الجولة الرابعة من المباحثات."""
    return (
        noun_list("events", "ordinals").find(norm) is not None or noun_list("events", "renewals").find(norm) is not None
    )


def _is_hours_away(prose: Prose, index: int, time: Time) -> bool:
    """بعد ساعات, خلال ساعتين: a few hours from the report are on its day."""
    if not index or prose.norms[index - 1] not in plain_list("events", "from_now"):
        return False
    few = time.value is None or (time.value.startswith("PT") and len(time.value) <= _FEW)
    unit = prose.document.text[slice(*time.span)]
    return few and "ساع" in unit


def _days(prose: Prose, times: list[Time]) -> dict[int, str]:
    """The values of dates and parts of days by their first token."""
    tokens = prose.document.tokens
    published = prose.document.published
    found: dict[int, str] = {}
    index = 0
    for time in sorted(times, key=lambda time: time.span):
        while index < len(tokens) and tokens[index].end <= time.span[0]:
            index += 1
        if index >= len(tokens):
            break
        if time.value is not None and time.type in {"DATE", "TIME"}:
            begun = next(reversed(found), None)
            found.setdefault(index, time.value)
            _join(prose, found, begun, index)
        elif published is not None and time.type == "DURATION" and _is_hours_away(prose, index, time):
            found.setdefault(index, published.isoformat())
    return found


def _join(prose: Prose, found: dict[int, str], begun: int | None, index: int) -> None:
    """Give the day at ``begun`` the days to that at ``index``: من 28 أبريل إلى 3 مايو, بين 28 أبريل و3 مايو."""
    if begun is None or not 0 < index - begun <= _SPAN:
        return
    norms = prose.norms
    joint, before = norms[index - 1], norms[begun - 1] if begun else ""
    joined = joint in _UNTIL or ((joint == "و" or norms[index].startswith("و")) and before in _BETWEEN)
    first, last = found[begun], found[index]
    if joined and "/" not in first + last and first < last:
        found[begun] = f"{first}/{last}"
