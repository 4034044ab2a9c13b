"""A whole negotiation, invented: ten years of reports in Arabic and English, with what reading would propose of each.

Deterministic: a day's reports follow from the seed and the day alone, so that a record of fewer entries holds the last
days of the same ten years. Its words are in ``synthetic.yaml``. What keeps it realistic: parties hold an option for
months and then move; most reports repeat what is known; one in twenty is a reprint; some dates are vague; events are
announced, then held or called off; words come as often as words do (few common, many rare).

:mod:`filled` puts it into a record.
"""

from __future__ import annotations

import hashlib
import random
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from taqrib.case.model import Actor, Bilingual, Case, Issue, Option, Terms
from taqrib.evidence import Report
from taqrib.reading import Findings
from taqrib.record import Arrival, Touch
from taqrib.record.proposals import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))

FIRST_DAY, LAST_DAY = date(2030, 1, 1), date(2039, 12, 31)
REPORTS_A_DAY = 27
"""On the average: about 100,000 in the ten years, with ten entries each."""

_MONTHS_HELD = 5
"""How long a party holds to an option, on the average."""

_REPRINTED = 0.05
_SLOT = re.compile(r"\{(\w+)\}")


class Phase(NamedTuple):
    """What one actor holds on one issue for some time.

    :ivar first: its first day.
    :ivar manner: how the one who holds it tends to tell it: the kind of stance.
    """

    first: date
    held: str
    excluded: str
    manner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A report's text without its lead, and its proposals, their spans counted in it."""

    language: str
    text: str
    proposed: tuple[Proposal, ...]


def case() -> Case:
    """The case the reports are about."""
    actors = [
        Actor(
            id=actor["id"],
            kind=actor["kind"],
            role=actor.get("role", "observer"),
            name=_bilingual(actor),
            speaks_for=actor.get("speaks_for"),
        )
        for actor in WORDS["actors"]
    ]
    issues = [
        Issue(
            id=topic["id"],
            question=Bilingual(ar=f"كيف تُحسم {topic['ar']}؟", en=f"How is {topic['en']} settled?"),
            terms=Terms(ar=(topic["ar"],), en=(topic["en"],)),
            options=tuple(
                Option(
                    id=manner["id"],
                    label=Bilingual(**{language: f"{topic[language]} {manner[language]}" for language in ("ar", "en")}),
                    terms=Terms(ar=(f"{topic['ar']} {manner['ar']}",), en=(f"{topic['en']} {manner['en']}",)),
                    opposes=tuple(manner["opposes"]),
                )
                for manner in WORDS["manners"]
            ),
        )
        for topic in WORDS["topics"]
    ]
    near, far = (WORDS["closeness"][name] for name in ("near", "far"))
    closeness = Issue(
        id="closeness",
        kind="assessed",
        question=Bilingual(ar="ما مدى تقارب الأطراف؟", en="How close are the sides?"),
        terms=Terms(ar=("تقارب",), en=("closeness",)),
        options=(
            Option(id="near", label=_bilingual(near), terms=_terms(near), opposes=("far",)),
            Option(id="far", label=_bilingual(far), terms=_terms(far), opposes=("near",)),
        ),
    )
    title = Bilingual(ar="محادثات النهر", en="The river talks")
    return Case(id="river", title=title, actors=tuple(actors), issues=(*issues, closeness))


class Negotiation:
    """The ten years.

    :param seed: another one makes other reports of the same kind.
    :ivar holders: who holds positions, parties first, and how often each is reported.
    :ivar concerns: the topics each of them has positions on: parties on all, the others on some.
    :ivar speakers: who speaks for each of them.
    :ivar names: made-up names, by language.
    """

    def __init__(self, *, seed: int = 1) -> None:
        self._seed = seed
        self.actors = {actor["id"]: actor for actor in WORDS["actors"]}
        self.topics = {topic["id"]: topic for topic in WORDS["topics"]}
        self.manners = {manner["id"]: manner for manner in WORDS["manners"]}
        holders = [actor for actor in WORDS["actors"] if "role" in actor]
        self.holders = [actor["id"] for actor in holders]
        self.weights = [6 if actor["role"] == "party" else 1 for actor in holders]
        self.speakers: dict[str, list[str]] = {
            holder: [actor["id"] for actor in WORDS["actors"] if actor.get("speaks_for") == holder]
            for holder in self.holders
        }
        every = sorted(self.topics)
        self.concerns = {
            actor["id"]: every if actor["role"] == "party" else self._draw("concerns", actor["id"]).sample(every, 5)
            for actor in holders
        }
        self._phases = {
            (holder, topic): self._drawn_phases(holder, topic)
            for holder, concerns in self.concerns.items()
            for topic in concerns
        }
        self._moved: dict[date, list[tuple[str, str]]] = {}
        for place, phases in self._phases.items():
            for phase in phases[1:]:
                self._moved.setdefault(phase.first, []).append(place)
        self.names = {language: _Names(self._draw("names", language), language) for language in ("ar", "en")}

    def days(self, first: date) -> Iterator[tuple[date, list[Arrival]]]:
        """Each day from ``first`` on with the reports published on it, until the last day of all."""
        for number in range((LAST_DAY - first).days + 1):
            day = first + timedelta(days=number)
            yield day, self.reports(day)

    def reports(self, day: date) -> list[Arrival]:
        """The reports published on ``day``; a reprint is of one of the same day."""
        draw = self._draw("day", day.isoformat())
        own: list[Body] = []
        arrivals = []
        for number in range(draw.randint(REPORTS_A_DAY - 7, REPORTS_A_DAY + 7)):
            if own and draw.random() < _REPRINTED:
                body = draw.choice(own)
            else:
                body = _Writing(self, draw, day).body()
                own.append(body)
            arrivals.append(self._arrival(body, draw, day, number))
        return arrivals

    def phase(self, holder: str, topic: str, day: date) -> Phase:
        """What ``holder`` holds on ``topic`` on ``day``."""
        phases = self._phases[holder, topic]
        return phases[bisect_right(phases, day, key=lambda phase: phase.first) - 1]

    def moved(self, day: date) -> list[tuple[str, str]]:
        """Who begins to hold something else on ``day``, on which topic."""
        return self._moved.get(day, [])

    # ------------------------------------------------------------------ within

    def _draw(self, *what: str) -> random.Random:
        return random.Random("/".join((str(self._seed), *what)))  # noqa: S311 - reproducible, not secret

    def _drawn_phases(self, holder: str, topic: str) -> list[Phase]:
        draw = self._draw("phases", holder, topic)
        phases = []
        day = FIRST_DAY
        while day <= LAST_DAY:
            held, excluded = draw.sample(sorted(self.manners), 2)
            manner = draw.choice(("demand", "demand", "demand", "accept", "condition", "offer", "support", "commit"))
            phases.append(Phase(day, held, excluded, manner))
            day += timedelta(days=20 + int(draw.expovariate(1 / (30 * _MONTHS_HELD))))
        return phases

    def _arrival(self, body: Body, draw: random.Random, day: date, number: int) -> Arrival:
        language = body.language
        outlet = draw.choice(WORDS["outlets"][language])
        names = self.names[language]
        lead = WORDS["sentences"][language]["lead"].format(
            town=names.one(draw), name=f"{names.one(draw)} {names.one(draw)}", outlet=outlet
        )
        text = f"{lead}\n{body.text}"
        report = Report(
            stem=f"{day.isoformat()}-{number:02}",
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            media_type="text/plain",
            source=outlet,
            title=lead,
            published=day,
            published_basis="stated",
            language=language,
        )
        moved = [_moved(one, len(lead) + 1) for one in body.proposed]
        return Arrival(report, Findings(language=language, published=day, published_basis="stated"), moved)


class _Writing:
    """Writes one report of one day."""

    def __init__(self, negotiation: Negotiation, draw: random.Random, day: date) -> None:
        self._negotiation = negotiation
        self._draw = draw
        self._day = day
        self._language = draw.choice(("ar", "en"))
        self._names = negotiation.names[self._language]
        self._templates: dict[str, str] = WORDS["sentences"][self._language]
        self._pieces: list[str] = []
        self._length = 0
        self._proposed: list[Proposal] = []

    def body(self) -> Body:
        """A text of six or seven sentences, and about ten proposals."""
        draw = self._draw
        moved = self._negotiation.moved(self._day)
        if moved and draw.random() < 0.3:
            self._stance(*draw.choice(moved), moving=True)
        holders = draw.choices(self._negotiation.holders, self._negotiation.weights, k=3)
        for holder in holders:
            self._stance(holder, draw.choice(self._negotiation.concerns[holder]))
        if draw.random() < 0.5:
            self._assessment()
        for _ in range(draw.choice((1, 1, 2))):
            self._event()
        for _ in range(draw.choice((1, 2, 2))):
            self._figure()
        return Body(language=self._language, text="\n".join(self._pieces), proposed=tuple(self._proposed))

    # ------------------------------------------------------------------ sentences

    def _stance(self, holder: str, topic: str, *, moving: bool = False) -> None:
        draw, negotiation = self._draw, self._negotiation
        phase = negotiation.phase(holder, topic, self._day)
        kind, manner = phase.manner, phase.held
        if moving and draw.random() < 0.5:
            kind, manner = "drop", negotiation.phase(holder, topic, self._day - timedelta(days=1)).held
        elif not moving and (chance := draw.random()) < 0.35:
            kind, manner = ("reject", phase.excluded) if chance < 0.25 else ("reserve", phase.excluded)
        voices = negotiation.speakers[holder]
        known = draw.choice([holder, *voices]) if draw.random() < 0.8 else None
        spoken = self._actor_name(known) if known else draw.choice(WORDS["unknown"])[self._language]
        spans = self._sentence(
            "stance",
            speaker=spoken,
            holder=self._actor_name(holder),
            verb=WORDS["stances"][kind][self._language],
            topic=negotiation.topics[topic][self._language],
            manner=negotiation.manners[manner][self._language],
        )
        touches = (Touch(topic, manner),)
        on, basis = self._on()
        content = (spans["holder"][0], spans["closing"][1])
        evidence = (spans["holder"][0], spans["manner"][1])
        told = {"speaker": list(spans["speaker"]), "speaker_name": spoken, "cue": list(spans["cue"])}
        self._propose(
            "statement", "indirect", content, spoken, known, touches, on, basis,
            {**told, "content": list(content), "mode": "indirect", "said": on, "channel": None, "addressee": None,
             "place": None},
        )  # fmt: skip
        self._propose(
            "stance", kind, evidence, self._actor_name(holder), holder, touches, on, basis,
            {"holder": self._actor_name(holder), "kind": kind, "evidence": list(evidence), "requires": None,
             "issue": topic},
            voice=(spoken, known),
        )  # fmt: skip

    def _assessment(self) -> None:
        draw = self._draw
        known = draw.choice(self._negotiation.holders)
        spoken = self._actor_name(known)
        option = "near" if draw.random() < 0.5 else "far"
        spans = self._sentence("assessment", speaker=spoken, assessed=WORDS["closeness"][option][self._language])
        content = (spans["assessed"][0], spans["closing"][1])
        on, basis = self._on()
        self._propose(
            "statement", "indirect", content, spoken, known, (Touch("closeness", option),), on, basis,
            {"speaker": list(spans["speaker"]), "speaker_name": spoken, "cue": list(spans["cue"]),
             "content": list(content), "mode": "indirect", "said": on, "channel": None, "addressee": None,
             "place": None},
        )  # fmt: skip

    def _event(self) -> None:
        draw = self._draw
        status = draw.choice(("announced", "announced", "held", "held", "held", "cancelled"))
        ahead = draw.randint(1, 14) if status != "held" else -draw.randint(0, 2)
        when = (self._day + timedelta(days=ahead)).isoformat()
        one, other = draw.sample(self._negotiation.holders[:6], 2)
        place = draw.choice(WORDS["places"])[self._language]
        spans = self._sentence(
            "event",
            one=self._actor_name(one),
            other=self._actor_name(other),
            meet=WORDS["meetings"][status][self._language],
            place=place,
            when=when,
        )
        actors = [self._actor_name(one), self._actor_name(other)]
        kind = draw.choice(("meet", "talks", "travel"))
        self._propose(
            "event", kind, (spans["meet"][0], spans["when"][1]) if self._language == "ar" else spans[""],
            actors[0], one, (), when, "text",
            {"type": kind, "trigger": list(spans["meet"]), "status": status, "actors": actors, "place": place,
             "when": when, "plover": "CONSULT"},
        )  # fmt: skip

    def _figure(self) -> None:
        draw = self._draw
        known = draw.choice(self._negotiation.holders)
        counted = draw.choice(WORDS["counted"])[self._language]
        value = draw.randint(11, 9900)
        spans = self._sentence("figure", speaker=self._actor_name(known), counted=counted, value=str(value))
        on, basis = self._on()
        self._propose(
            "figure", counted, spans["value"], self._actor_name(known), known, (), on, basis,
            {"value": value, "unit": counted, "approx": True, "span": list(spans["value"]),
             "attributed_to": self._actor_name(known)},
        )  # fmt: skip

    # ------------------------------------------------------------------ words

    def _sentence(self, name: str, **slots: str) -> dict[str, tuple[int, int]]:
        """Write a sentence; returns the span of each slot, and under ``""`` that of the whole."""
        filled = {**self._around(), **slots}
        start = self._length
        spans: dict[str, tuple[int, int]] = {}
        written: list[str] = []
        place = start
        for number, piece in enumerate(_SLOT.split(self._templates[name])):
            told = filled[piece] if number % 2 else piece
            if number % 2:
                spans[piece] = (place, place + len(told))
            written.append(told)
            place += len(told)
        spans[""] = (start, place)
        self._pieces.append("".join(written))
        self._length = place + 1
        return spans

    def _around(self) -> dict[str, str]:
        draw, language, names = self._draw, self._language, self._names
        name = f"{names.one(draw)} {names.one(draw)}"
        around = {"town": names.one(draw), "name": name, "cue": draw.choice(WORDS["cues"][language])}
        for slot in ("circumstance", "closing"):
            told = draw.choice(WORDS[f"{slot}s"][language])
            around[slot] = told.format(town=names.one(draw), name=f"{names.one(draw)} {names.one(draw)}")
        return around

    def _actor_name(self, actor: str) -> str:
        return str(self._negotiation.actors[actor][self._language])

    def _on(self) -> tuple[str, str]:
        """A date and what it rests on: mostly the day of publication, at times the day before or a vague one."""
        chance = self._draw.random()
        if chance < 0.7:
            return self._day.isoformat(), "published"
        if chance < 0.97:
            return (self._day - timedelta(days=self._draw.randint(1, 3))).isoformat(), "text"
        return f"{self._day - timedelta(days=6)}/{self._day}", "text"

    def _propose(  # noqa: PLR0917 - the fields of a proposal in their order
        self,
        kind: str,
        type_: str,
        span: tuple[int, int],
        name: str,
        actor: str | None,
        touches: tuple[Touch, ...],
        on: str,
        basis: str,
        finding: dict[str, Any],
        *,
        voice: tuple[str | None, str | None] = (None, None),
    ) -> None:
        number = len(self._proposed) + 1
        begun = self._length - len(self._pieces[-1]) - 1
        self._proposed.append(
            Proposal(
                kind=kind,  # type: ignore[arg-type] # one of the four kinds
                type=type_,
                span=span,
                quote=self._pieces[-1][span[0] - begun : span[1] - begun],
                name=name,
                actor=actor,
                voice=voice[0],
                voice_actor=voice[1],
                touches=touches,
                on=on,
                on_basis=basis,  # type: ignore[arg-type] # "text" or "published"
                finding={"id": f"{kind[0]}{number}", "certainty": 0.9, "rule": "synthetic", **finding},
                certainty=0.9,
            )
        )


class _Names:
    """Made-up names, of which some come often and most hardly ever: the n-th comes 1/n as often as the first."""

    def __init__(self, draw: random.Random, language: str) -> None:
        syllables, endings = WORDS["syllables"][language], WORDS["syllables"]["endings"][language]
        made: dict[str, None] = {}
        while len(made) < 20_000:
            length = 2 if len(made) < 1000 else 3
            name = "".join(draw.choices(syllables, k=length)) + draw.choice(endings)
            made[name.capitalize()] = None
        self.names = list(made)
        self._often = list(accumulate(1 / place for place in range(1, len(made) + 1)))

    def one(self, draw: random.Random) -> str:
        """A name drawn."""
        return draw.choices(self.names, cum_weights=self._often)[0]


def names(language: str, *, seed: int = 1) -> list[str]:
    """The made-up names in ``language``, the most common first."""
    return Negotiation(seed=seed).names[language].names


def _moved(proposal: Proposal, by: int) -> Proposal:
    """The proposal with all its spans counted from ``by`` characters earlier."""
    start, end = proposal.span
    finding = {
        name: [value[0] + by, value[1] + by] if _is_span(value) else value for name, value in proposal.finding.items()
    }
    return replace(proposal, span=(start + by, end + by), finding=finding)


def _is_span(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, int) for one in value) and len(value) == 2


def _bilingual(words: dict[str, str]) -> Bilingual:
    return Bilingual(ar=words["ar"], en=words["en"])


def _terms(words: dict[str, str]) -> Terms:
    return Terms(ar=(words["ar"],), en=(words["en"],))
