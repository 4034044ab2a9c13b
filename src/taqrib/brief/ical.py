"""The rounds of the brief as a calendar (iCalendar, RFC 5545): whole days, each with the words it rests on.

*Announced*, *possible* and *disputed* rounds are tentative, *held* and *ongoing* ones confirmed, *postponed* (on the
day they were set for), *cancelled* and *denied* ones cancelled; none is ever confirmed because its day has passed. A
date that names no single day covers all it may mean, and says so. A round keeps its identifier from brief to brief and
in both languages, so that a calendar updates it.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from icalendar import Calendar, Event

from taqrib.brief.archive import midnight
from taqrib.brief.lines import one_line, visible
from taqrib.brief.runs import Words, fill, written
from taqrib.brief.telling import told
from taqrib.brief.tongue import tongue
from taqrib.brief.voices import Voices
from taqrib.edtf import days
from taqrib.rounds.calendar import common_day
from taqrib.rounds.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from taqrib.brief.document import Card, Document, Sentence
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan, Scheduled
    from taqrib.brief.runs import Runs
    from taqrib.brief.tongue import Tongue
    from taqrib.record.entry import KeptReport

STATUS = {
    "announced": "TENTATIVE",
    "possible": "TENTATIVE",
    "held": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
    "disputed": "TENTATIVE",
}


def as_icalendar(plan: Plan, material: Material, language: Language) -> str:
    r"""The rounds of the brief in ``language``, lines ending in ``\r\n``; see :func:`undated` for those left out.

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    """
    document = told(plan, material, language)
    calendar = Calendar()
    calendar.add("prodid", "-//Taqrib//Negotiation brief//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", visible(one_line(document.case)))
    writer = _Writer(document, material)
    for fact, sentence in _scheduled(plan, document):
        if fact.round.when is not None:
            calendar.add_component(writer.event(fact, sentence, *days(fact.round.when)))
    return str(calendar.to_ical(sorted=False), "utf-8")


def undated(plan: Plan) -> tuple[str, ...]:
    """The entries of the rounds that no report dates, and that no calendar can hold."""
    facts = cast("tuple[Scheduled, ...]", plan.facts("next"))
    return tuple(entry for fact in facts if fact.round.when is None for entry in fact.entries)


def _scheduled(plan: Plan, document: Document) -> Iterator[tuple[Scheduled, Sentence]]:
    facts = cast("tuple[Scheduled, ...]", plan.facts("next"))
    part = next(part for part in document.parts if part.name == "next")
    return zip(facts, (sentence for group in part.groups for sentence in group.sentences), strict=True)


class _Writer:
    def __init__(self, document: Document, material: Material) -> None:
        self.document = document
        self.material = material
        self.tongue: Tongue = tongue(document.language)
        self.voices = Voices(material, self.tongue)
        self.rtl = document.direction == "rtl"
        self._cards = {card.entry: card for card in document.cards}

    def event(self, fact: Scheduled, sentence: Sentence, first: date, last: date) -> Event:
        """The round as an event of the days from ``first`` to ``last``, both included."""
        round_ = fact.round
        event = Event()
        event.add("uid", self._uid(fact))
        event.add("dtstamp", midnight(max(self._report(entry).known_on for entry in fact.entries)))
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))
        event.add("summary", self._summary(fact))
        if round_.place:
            event.add("location", visible(one_line(round_.place)))
        event.add("description", self._description(fact, sentence, is_vague=first != last))
        event.add("status", STATUS[round_.status])
        event.add("transp", "TRANSPARENT")  # whoever reads the record of a meeting is not busy with it
        return event

    def _report(self, entry: str) -> KeptReport:
        return self.material.reports[self.material.entries[entry].report]

    def _uid(self, fact: Scheduled) -> str:
        """What makes two rounds the same in :func:`taqrib.rounds.rounds`: type, day and place, in this case."""
        round_ = fact.round
        case = self.material.case
        same = "\n".join(
            (case.id, round_.type, common_day(round_.when) or "", Places(case).canonical(round_.place or ""))
        )
        return f"{hashlib.sha256(same.encode()).hexdigest()[:32]}@taqrib"

    def _summary(self, fact: Scheduled) -> str:
        round_ = fact.round
        noun, gender = self.tongue.phrases["rounds"]["nouns"][round_.type]
        what: Runs = (Words(noun),)
        if round_.place:
            pattern = "travel_place" if round_.type == "travel" else "place"
            place = self.voices.place(round_)
            what = (*what, *fill(self.tongue.phrase("rounds", pattern), place=place))
        status = self.tongue.phrase("calendar", "status", round_.status, gender=gender)
        runs = fill(self.tongue.phrase("calendar", "summary"), noun=what, status=status)
        return written(self.tongue.opened(runs), self.document.quotation, rtl=self.rtl)

    def _description(self, fact: Scheduled, sentence: Sentence, *, is_vague: bool) -> str:
        parts = [written(sentence.runs, self.document.quotation, rtl=self.rtl)]
        if is_vague:
            parts.append(self.tongue.phrase("calendar", "vague"))
        parts.extend(self._quote(self._cards[entry]) for entry in fact.entries)
        return "\n\n".join(parts)

    def _quote(self, card: Card) -> str:
        """The entry's words on a line of their own, in their own direction, and where they come from."""
        left, right = self.document.quotation
        report = {self.tongue.phrase("cards", name) for name in ("report", "published")}
        lines = [f"{name}: {written(runs, (left, right), rtl=self.rtl)}" for name, runs in card.lines if name in report]
        return "\n".join([f"[{card.entry}]", f"{left}{visible(one_line(card.quote))}{right}", *lines])
