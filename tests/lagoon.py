"""An invented case for tests: two islands, a mediator, a lagoon; and ways to make entries in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from taqrib.case import Case, parse_case
from taqrib.record import Entry, KeptReport, Touch

CASE_TEXT = """
case: lagoon
title: {ar: "محادثات البحيرة", en: "The lagoon talks"}
actors:
  - {id: orla, kind: state, role: party, name: {ar: "أورلا", en: "Orla"}}
  - {id: venn, kind: state, role: party, name: {ar: "فين", en: "Venn"}}
  - {id: tamar, kind: state, role: mediator, name: {ar: "تمار", en: "Tamar"}}
  - id: premier
    kind: person
    role: ratifier
    name: {ar: "ساهر الوادي", en: "Saher Alwadi"}
    aliases: {ar: ["رئيس وزراء أورلا"], en: ["the Orlan premier"]}
  - id: envoy
    kind: person
    role: observer
    name: {ar: "ندى مرسال", en: "Nada Mersal"}
    speaks_for: venn
issues:
  - id: fishing
    question: {ar: "أين يُسمح بالصيد؟", en: "Where is fishing allowed?"}
    terms: {ar: ["الصيد"], en: ["fishing"]}
    options:
      - {id: open-water, label: {ar: "الصيد في المياه المفتوحة", en: "fishing in open water"},
         terms: {ar: ["المياه المفتوحة"], en: ["open water"]}}
      - {id: north-bank, label: {ar: "الصيد عند الضفة الشمالية", en: "fishing off the north bank"},
         terms: {ar: ["الضفة الشمالية"], en: ["north bank"]}}
  - id: patrols
    question: {ar: "من يسيّر الدوريات؟", en: "Who patrols?"}
    terms: {ar: ["الدوريات"], en: ["patrols"]}
    options:
      - {id: joint, label: {ar: "دوريات مشتركة", en: "joint patrols"},
         terms: {ar: ["دوريات مشتركة"], en: ["joint patrols"]}, opposes: [neutral]}
      - {id: neutral, label: {ar: "دوريات محايدة", en: "neutral patrols"},
         terms: {ar: ["دوريات محايدة"], en: ["neutral patrols"]}}
  - id: closeness
    kind: assessed
    question: {ar: "ما مدى قرب الطرفين؟", en: "How close are the sides?"}
    terms: {ar: ["تقارب"], en: ["closeness"]}
    options:
      - {id: near, label: {ar: "تفاهم على معظم البنود", en: "agreement on most points"},
         terms: {ar: ["معظم البنود"], en: ["most points"]}, opposes: [far]}
      - {id: far, label: {ar: "خلافات باقية", en: "remaining gaps"}, terms: {ar: ["خلافات"], en: ["gaps"]}}
"""


def lagoon() -> Case:
    """The case."""
    return parse_case(CASE_TEXT, where="lagoon.yaml")


def entry(number: int, **changes: Any) -> Entry:
    """An accepted stance of Orla on fishing in open water on 2 May 2031, but for ``changes``."""
    fields: dict[str, Any] = {
        "id": f"e{number}",
        "report": "r1",
        "kind": "stance",
        "type": "demand",
        "span": (0, 4),
        "quote": "Orla",
        "name": "Orla",
        "actor": "orla",
        "voice": None,
        "voice_actor": None,
        "touches": (Touch("fishing", "open-water"),),
        "on": "2031-05-02",
        "on_basis": "text",
        "status": "accepted",
        "finding": {},
        "certainty": 0.9,
    }
    return Entry(**(fields | changes))


def kept_report(number: int, **changes: Any) -> KeptReport:
    """A report of 2 May 2031 in the record, but for ``changes``."""
    fields: dict[str, Any] = {
        "id": f"r{number}",
        "stem": f"day-{number}",
        "sha256": "0" * 64,
        "media_type": "text/plain",
        "language": "en",
        "source": "Example Gazette",
        "title": None,
        "published": date(2031, 5, 2).isoformat(),
        "published_basis": "given",
        "url": None,
        "grade": None,
        "captured_at": "2031-05-02T08:00:00.000+00:00",
        "text": "Orla wants to fish in open water.",
    }
    return KeptReport(**(fields | changes))
