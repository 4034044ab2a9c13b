"""Reports and proposals to put into a record under test."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from taqrib.evidence import Original, PublishedBasis, Report
from taqrib.reading import Findings
from taqrib.record import Touch
from taqrib.record.proposals import Proposal

TEXT = "Orla wants to fish in open water."


DAY = date(2031, 5, 2)


def a_report(text: str = TEXT, *, source: str | None = "Example Gazette", stem: str = "day-1", **facts: Any) -> Report:
    return Report(
        stem=stem,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        source=source,
        **{"published": DAY, "published_basis": "given", "original": Original("day-1.txt", text.encode()), **facts},
    )


def no_findings(*, published: date | None = DAY, published_basis: PublishedBasis = "given") -> Findings:
    return Findings(language="en", published=published, published_basis=published_basis)


def a_proposal(start: int = 0, end: int = 33, *, on: str | None = "2031-05-02", **fields: Any) -> Proposal:
    made: dict[str, Any] = {
        "kind": "stance",
        "type": "demand",
        "span": (start, end),
        "quote": TEXT[start:end],
        "name": "Orla",
        "actor": "orla",
        "voice": None,
        "voice_actor": None,
        "touches": (Touch("fishing", "open-water"),),
        "on": on,
        "on_basis": "published" if on else "unknown",
        "finding": {"holder": "Orla", "kind": "demand", "evidence": [start, end]},
        "certainty": 0.9,
    }
    return Proposal(**{**made, **fields})
