"""Reports and proposals to put into a record under test."""

from __future__ import annotations

import hashlib
from datetime import date

from taqrib.evidence import Report
from taqrib.reading import Findings
from taqrib.record import Proposal, Touch

TEXT = "Orla wants to fish in open water."


def a_report(text: str = TEXT, *, source: str | None = "Example Gazette", stem: str = "day-1") -> Report:
    return Report(
        stem=stem,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        source=source,
        published=date(2031, 5, 2),
        published_basis="given",
    )


def no_findings() -> Findings:
    return Findings(language="en", published=date(2031, 5, 2), published_basis="given")


def a_proposal(start: int = 0, end: int = 33) -> Proposal:
    return Proposal(
        kind="stance",
        type="demand",
        span=(start, end),
        quote=TEXT[start:end],
        name="Orla",
        actor="orla",
        voice=None,
        voice_actor=None,
        touches=(Touch("fishing", "open-water"),),
        on="2031-05-02",
        on_basis="published",
        finding={"holder": "Orla", "kind": "demand", "evidence": [start, end]},
        certainty=0.9,
    )
