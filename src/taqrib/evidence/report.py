"""The report: one captured, dated text that never changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from taqrib.evidence.originals import Original

PublishedBasis = Literal["given", "stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text as captured, with where it came from and what its date rests on.

    :ivar stem: the file's name without its suffix; what people call the report.
    :ivar text: the text, immutable; every span in Taqrib counts its Unicode code points from 0.
    :ivar sha256: of the text in UTF-8, as 64 hexadecimal digits: what makes two captures the same report.
    :ivar media_type: what it was captured from: ``text/plain``, ``text/markdown``, ``text/html``, ``application/pdf``
        or ``application/vnd.openxmlformats-officedocument.wordprocessingml.document``.
    :ivar source: the outlet, as the file or the user gave it; ``None`` if nobody did.
    :ivar title: the headline; ``None`` if the file states none.
    :ivar published: the day of publication; ``None`` if unknown.
    :ivar published_basis: ``given`` by the user, ``stated`` by the file, ``inferred`` from the text, or ``unknown``.
    :ivar url: where it was published; kept, never opened.
    :ivar grade: the Admiralty grade of the source and the claim, such as ``B2``; ``None`` if ungraded.
    :ivar language: the ISO 639-1 code the user or the file gave, such as ``ar``; ``None`` leaves it to reading.
    """

    stem: str
    text: str
    sha256: str
    media_type: str
    source: str | None = None
    title: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = "unknown"
    url: str | None = None
    grade: str | None = None
    language: str | None = None
    given: tuple[str, ...] = ()
    original: Original | None = field(default=None, compare=False, repr=False)
