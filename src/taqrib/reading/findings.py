"""What reading saw in one report: six kinds of findings, each with the span it rests on.

Spans are ``(start, end)``, half open, in Unicode code points of the report's text. Dates are EDTF (``2024-07-09``,
``2024-07``, ``2024-06-30/2024-07-06``), durations ISO 8601 (``P3M``); ``None`` is "the text does not say".
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

Span: TypeAlias = tuple[int, int]
Mode = Literal["direct", "indirect", "mixed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
EventType = Literal[
    "meet", "talks", "travel", "resume", "suspend", "propose", "accept", "reject", "agree",
    "mediate", "appoint", "ceasefire", "breach", "release", "aid", "vote",
]  # fmt: skip
EventStatus = Literal["held", "ongoing", "announced", "possible", "postponed", "cancelled", "denied"]
StanceKind = Literal["demand", "condition", "reject", "accept", "offer", "drop", "reserve", "support", "commit"]
MentionKind = Literal["state", "person", "organisation", "body", "place", "source"]
CALLED_OFF: tuple[EventStatus, ...] = ("postponed", "cancelled")
"""What was to be, and was moved to another day or given up: not on the day it was set for."""
UNDONE: tuple[EventStatus, ...] = (*CALLED_OFF, "denied")
"""What is told not to take place."""


@dataclass(slots=True, kw_only=True)
class Finding:
    """What every finding carries beside its own fields.

    :ivar id: unique within the report: ``s1`` for statements, ``t1``, ``e1``, ``h1`` (holds) for stances, ``f1``,
        ``m1``.
    :ivar certainty: how sure the rule usually is, 0 (a guess) to 1 (explicit in the text).
    :ivar rule: the name of the rule that saw it.
    :ivar rests_on: the spans of the words the rule used.
    :ivar unsure: what the rule could not settle, each a short English phrase; empty when nothing was left open.
    """

    id: str = ""
    certainty: float = 1.0
    rule: str = ""
    rests_on: tuple[Span, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Statement(Finding):
    """Speaker, cue and content: one attributed utterance.

    ``speaker`` is ``None`` where no subject is written; ``speaker_name`` then names whom the sentence continues.
    """

    speaker: Span | None
    speaker_name: str | None
    cue: Span
    content: Span
    mode: Mode
    said: str | None = None
    channel: str | None = None
    addressee: str | None = None
    place: str | None = None


@dataclass(slots=True, kw_only=True)
class Time(Finding):
    """An expression that names a calendar date, a part of a day, a duration or a set of them."""

    span: Span
    type: TimeType
    value: str | None


@dataclass(slots=True, kw_only=True)
class Event(Finding):
    """Something that happened or will in the talks; ``trigger`` is the one word that carries it."""

    type: EventType
    trigger: Span
    status: EventStatus
    actors: tuple[str, ...] = ()
    place: str | None = None
    when: str | None = None
    plover: str | None = None


@dataclass(slots=True, kw_only=True)
class Stance(Finding):
    """What a negotiating side, a mediator or a third state wants, accepts or rejects.

    ``requires`` is the other half of a condition ("yes, if ..."): the clause it depends on. ``turned`` are the words
    within the evidence that stand behind a giving up, a "not" or a "rather than" ("demanded that Peru drop ⟨the map⟩"):
    the holder does not demand, reject or accept them, and nobody may take them for what the stance is about.
    ``former`` is whether the words place it in former times ("had previously rejected", «كانت ترفض»): the day of the
    report, or of the statement around it, is not its day. ``acted`` is the time that its own words give to an act of
    the past ("dropped its demand ⟨on 2 April⟩"); ``None`` where they give none.
    """

    holder: str
    kind: StanceKind
    evidence: Span
    requires: Span | None = None
    turned: tuple[Span, ...] = ()
    former: bool = False
    acted: Span | None = None
    issue: str | None = None


@dataclass(slots=True, kw_only=True)
class Figure(Finding):
    """A count of people, money, votes, sites: never a date; ``value`` is ``None`` for "hundreds"."""

    value: float | None
    unit: str | None
    approx: bool
    span: Span
    attributed_to: str | None = None


@dataclass(slots=True, kw_only=True)
class Mention(Finding):
    """A name or description of an actor or a place; ``actor`` is its one name throughout the report."""

    span: Span
    actor: str
    kind: MentionKind


@dataclass(slots=True, kw_only=True)
class Findings:
    """All that reading saw in one report. Each list is ordered by where its findings begin.

    :ivar language: ``ar`` or ``en``.
    :ivar published: the date relative expressions were resolved against; ``None`` leaves them open.
    :ivar published_basis: ``inferred`` when a weekday in the text supplied ``published``.
    """

    language: str
    published: date | None
    published_basis: str
    statements: list[Statement] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The findings as plain JSON values, in the contract's names; spans become ``[start, end]``."""
        return {
            "language": self.language,
            "published": self.published.isoformat() if self.published else None,
            "published_basis": self.published_basis,
            **{kind: [finding_as_json(finding) for finding in getattr(self, kind)] for kind in KINDS},
        }


KINDS = ("statements", "times", "events", "stances", "figures", "mentions")


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """One finding as plain JSON values; the grounds of a rule stay out (see ``--explain``)."""
    return {
        member.name: _plain(getattr(finding, member.name))
        for member in fields(finding)
        if member.name not in {"rests_on", "unsure"}
    }


def _plain(value: object) -> object:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
