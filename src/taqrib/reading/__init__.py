"""A report's text becomes findings with spans; one engine, two language packs; no file, no network, no clock."""

from taqrib.reading.findings import (
    Event,
    Figure,
    Finding,
    Findings,
    Mention,
    Span,
    Stance,
    Statement,
    Time,
)
from taqrib.reading.reader import language_of, read

__all__ = [
    "Event",
    "Figure",
    "Finding",
    "Findings",
    "Mention",
    "Span",
    "Stance",
    "Statement",
    "Time",
    "language_of",
    "read",
]
