"""An invented negotiation over an invented river, small enough to follow by eye, and briefs made of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from taqrib.brief import Material
from taqrib.case import Actor, Bilingual, Case, Issue, Option, Terms
from taqrib.positions.model import Contradiction, Gap, Move, Position
from taqrib.record.entry import Entry, KeptReport, Touch
from taqrib.rounds.model import Round

SALMOR = Bilingual(ar="سالمور", en="Salmor")
KERAV = Bilingual(ar="كيراف", en="Kerav")


def case(first: Bilingual = SALMOR, second: Bilingual = KERAV) -> Case:
    """Two states, their voices, a council that mediates and a news agency; two questions and one assessment."""
    return Case(
        id="river",
        title=Bilingual(ar="محادثات نهر أوردا", en="The Orda river talks"),
        actors=(
            Actor(id="first", kind="state", role="party", name=first),
            Actor(id="second", kind="state", role="party", name=second),
            Actor(
                id="council", kind="body", role="mediator", name=Bilingual(ar="مجلس الأنهار", en="the River Council")
            ),
            Actor(
                id="dovan",
                kind="person",
                name=Bilingual(ar="رامي دوفان", en="Rami Dovan"),
                aliases=Terms(en=("Dovan",)),
                speaks_for="first",
            ),
            Actor(id="agency", kind="outlet", role="outlet", name=Bilingual(ar="وكالة الضفة", en="Bank Agency")),
        ),
        issues=(
            Issue(
                id="share",
                question=Bilingual(ar="كيف تُقسم مياه الصيف؟", en="How is the summer water shared?"),
                terms=Terms(),
                options=(
                    Option(id="equal", label=Bilingual(ar="حصتين متساويتين", en="two equal shares"), terms=Terms()),
                    Option(id="by-area", label=Bilingual(ar="حصص بحسب المساحة", en="shares by area"), terms=Terms()),
                ),
            ),
            Issue(
                id="gate",
                question=Bilingual(ar="من يفتح بوابة السد؟", en="Who opens the dam gate?"),
                terms=Terms(),
                options=(
                    Option(id="joint", label=Bilingual(ar="إدارة مشتركة", en="joint operation"), terms=Terms()),
                    Option(
                        id="council-run",
                        label=Bilingual(ar="إدارة مجلس الأنهار", en="operation by the River Council"),
                        terms=Terms(),
                    ),
                ),
            ),
            Issue(
                id="distance",
                kind="assessed",
                question=Bilingual(ar="إلى أين وصلت المحادثات؟", en="How far are the talks?"),
                terms=Terms(),
                options=(
                    Option(
                        id="near",
                        label=Bilingual(ar="اقتراب من اتفاق", en="an agreement close by"),
                        terms=Terms(),
                        opposes=("far",),
                    ),
                    Option(id="far", label=Bilingual(ar="فجوات واسعة", en="wide gaps"), terms=Terms()),
                ),
            ),
        ),
    )


def report(id_: str, text: str, **fields: Any) -> KeptReport:
    """A report in the record."""
    given: dict[str, Any] = {
        "stem": f"stem-{id_}",
        "media_type": "text/plain",
        "language": "ar",
        "source": None,
        "title": None,
        "published": "2031-05-09",
        "published_basis": "stated",
        "url": None,
        "grade": None,
        "captured_at": "2031-05-09T06:00:00Z",
    }
    sha256 = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return KeptReport(id=id_, text=text, sha256=sha256, **{**given, **fields})


def entry(id_: str, kept: KeptReport, quote: str, *, cue: str | None = None, **fields: Any) -> Entry:
    """An accepted entry whose words are the first occurrence of ``quote`` in the report."""
    start = kept.text.index(quote)
    finding: dict[str, Any] = dict(fields.pop("finding", {}))
    if cue is not None:
        at = kept.text.index(cue)
        finding["cue"] = [at, at + len(cue)]
    given: dict[str, Any] = {
        "kind": "statement",
        "type": "direct",
        "name": None,
        "actor": None,
        "voice": None,
        "voice_actor": None,
        "touches": (),
        "on": kept.published,
        "on_basis": "published" if kept.published else "unknown",
        "status": "accepted",
        "certainty": 0.9,
    }
    span = (start, start + len(quote))
    return Entry(id=id_, report=kept.id, span=span, quote=quote, finding=finding, **{**given, **fields})


def position(actor: str, issue: str, option: str | None, stance: str, since: str | None, *entries: str) -> Position:
    """A position that stands."""
    holdings: dict[str, Any] = {"reject": "excludes", "drop": "dropped", "reserve": "reserved"}
    return Position(
        actor=actor,
        issue=issue,
        option=option,
        holding=holdings.get(stance, "holds"),
        stance=stance,
        since=since,
        until=None,
        entries=entries,
    )


@dataclass
class River:
    """The talks as two reports tell them, ready to be changed by a test before :meth:`material` is asked for."""

    first: Bilingual = SALMOR
    second: Bilingual = KERAV
    entries: dict[str, Entry] = field(default_factory=dict)
    reports: dict[str, KeptReport] = field(default_factory=dict)

    def __post_init__(self) -> None:
        one, two = self.first, self.second
        arabic = report(
            "r1",
            "قال رامي دوفان لإذاعة الوادي أمس: «الماء حق للجميع، ولن نقبل أن تُغلق البوابة». "
            f"ونفى مسؤول في {two.ar} أن تكون بلاده قد رفضت التقسيم. وطلبت {one.ar} حصتين متساويتين قبل أسبوع، "
            f"ثم تخلّت {two.ar} عن الحصص بحسب المساحة. وقالت مصادر مطّلعة إن الطرفين «قريبان من اتفاق». "
            "ويُعقد لقاء في بلدة هيلم بعد غد. وكان لقاء قد تقرر في السادس من مايو.",
            source="وكالة الضفة",
            title="جولة النهر",
            grade="B2",
        )
        english = report(
            "r2",
            f"{one.en} rejected operation by the River Council on Tuesday. "
            f"“We are far apart,” a delegate of {two.en} said. {one.en} asked for two equal shares, "
            f"and {two.en} for shares by area. The envoys met in Helm on 8 May.",
            language="en",
            source="The Delta Courier",
            title="River talks: who holds the gate",
            published="2031-05-08",
            published_basis="given",
        )
        self.reports = {"r1": arabic, "r2": english}
        entries = [
            entry("e1", english, f"{one.en} asked for two equal shares", kind="stance", type="demand", name=one.en,
                  actor="first", touches=(Touch("share", "equal"),)),
            entry("e2", english, f"{two.en} for shares by area", kind="stance", type="demand", name=two.en,
                  actor="second", touches=(Touch("share", "by-area"),)),
            entry("e3", english, f"{one.en} rejected operation by the River Council", kind="stance", type="reject",
                  name=one.en, actor="first", touches=(Touch("gate", "council-run"),),
                  on="2031-05-06", on_basis="text"),
            entry("e4", english, "We are far apart", name=f"a delegate of {two.en}", actor="second", cue="said",
                  touches=(Touch("distance", "far"),)),
            entry("e5", english, "The envoys met in Helm on 8 May", kind="event", type="meet", name=None,
                  on="2031-05-08", on_basis="text"),
            entry("e6", arabic, "الماء حق للجميع، ولن نقبل أن تُغلق البوابة", name="رامي دوفان",
                  actor="dovan", cue="قال", touches=(Touch("gate"),), on="2031-05-08", on_basis="text",
                  finding={"channel": "إذاعة الوادي"}),
            entry("e7", arabic, "أن تكون بلاده قد رفضت التقسيم", name=f"مسؤول في {two.ar}", type="indirect", cue="ونفى",
                  touches=(Touch("share"),)),
            entry("e8", arabic, f"تخلّت {two.ar} عن الحصص بحسب المساحة", kind="stance", type="drop", name=two.ar,
                  actor="second", touches=(Touch("share", "by-area"),)),
            entry("e9", arabic, "إن الطرفين «قريبان من اتفاق»", name="مصادر مطّلعة", type="mixed", cue="وقالت",
                  touches=(Touch("distance", "near"),)),
            entry("e10", arabic, "ويُعقد لقاء في بلدة هيلم بعد غد", kind="event", type="meet", on="2031-05-11",
                  on_basis="text"),
            entry("e11", arabic, "وكان لقاء قد تقرر في السادس من مايو", kind="event", type="meet", on="2031-05-06",
                  on_basis="text"),
        ]  # fmt: skip
        self.entries = {made.id: made for made in entries}

    def material(self, **changes: Any) -> Material:
        """What there is to tell of 8 and 9 May 2031."""
        equal = position("first", "share", "equal", "demand", "2031-05-08", "e1")
        by_area = position("second", "share", "by-area", "demand", "2031-05-08", "e2")
        dropped = position("second", "share", "by-area", "drop", "2031-05-09", "e8")
        refused = position("first", "gate", "council-run", "reject", "2031-05-06", "e3")
        given: dict[str, Any] = {
            "case": case(self.first, self.second),
            "since": date(2031, 5, 8),
            "until": date(2031, 5, 9),
            "reports": self.reports,
            "entries": self.entries,
            "said": ("e4", "e6", "e7", "e9"),
            "moves": (
                Move(
                    actor="second", issue="share", before=by_area, after=dropped, on="2031-05-09", entries=("e2", "e8")
                ),
            ),
            "gaps": (
                Gap(issue="share", state="unknown", cells={"first": (equal,), "second": (dropped,), "council": ()}),
                Gap(issue="gate", state="unknown", cells={"first": (refused,), "second": (), "council": ()}),
            ),
            "changed": (("share", "open", "unknown"),),
            "rounds": (
                Round(type="meet", when="2031-05-06", place=None, status="announced", actors=(), entries=("e11",)),
                Round(
                    type="meet", when="2031-05-08", place="Helm", status="held", actors=("The envoys",), entries=("e5",)
                ),
                Round(
                    type="meet",
                    when="2031-05-11",
                    place="بلدة هيلم",
                    status="announced",
                    actors=(self.first.ar, self.second.ar),
                    entries=("e10",),
                ),
            ),
            "contradictions": (
                Contradiction(
                    matter="assessment",
                    issue="distance",
                    actor=None,
                    option=None,
                    claims=(("near", ("e9",)), ("far", ("e4",))),
                ),
            ),
            "generated_on": "2031-05-10",
        }
        return Material(**{**given, **changes})

    def without(self, *removed: str) -> River:
        """The same talks without some entries, as after a removal."""
        other = replace(self)
        other.entries = {id_: kept for id_, kept in self.entries.items() if id_ not in removed}
        return other
