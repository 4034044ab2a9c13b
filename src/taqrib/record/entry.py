"""The entry: a finding in the record, with where it stands and what an analyst decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from taqrib.reading import Span

EntryKind = Literal["statement", "event", "stance", "figure"]
OnBasis = Literal["text", "published", "analyst", "unknown"]
Status = Literal["proposed", "accepted", "rejected", "withdrawn", "retracted"]
Decision = Literal["accept", "amend", "reject"]

Holding = Literal["holds", "excludes", "dropped", "reserved"]
"""What a stance does to an option: accept, demand, offer, support, commit and condition hold it; reject excludes it."""

HOLDING: dict[str, Holding] = {
    "demand": "holds",
    "condition": "holds",
    "accept": "holds",
    "offer": "holds",
    "support": "holds",
    "commit": "holds",
    "reject": "excludes",
    "reserve": "reserved",
    "drop": "dropped",
}
"""What each kind of stance does to the option it names."""

CLAIM_GRADES = ("1", "2", "3", "4", "5", "6")
"""The Admiralty grades of a claim, from confirmed to impossible to judge."""


class Key(NamedTuple):
    """What accepted entries are looked up by; ``None`` where the case knows nobody, or the words touch nothing.

    :ivar type: an event's type; of a stance what it does to the option (:data:`HOLDING`), so that one look-up finds all
        kinds of stance that do the same; empty for statements and figures.
    """

    kind: EntryKind
    type: str
    actor: str | None
    issue: str | None
    option: str | None


class Telling(NamedTuple):
    """An accepted entry under one of its keys. Tellings order by day, then by number.

    :ivar day: the last day its date may mean, ``YYYY-MM-DD``; empty if nobody dated it.
    :ivar entry: its number.
    :ivar on: its EDTF date; empty if nobody dated it.
    :ivar type: the entry's type: a stance's kind, an event's type, ...
    """

    day: str
    entry: int
    on: str
    type: str


class Vote(NamedTuple):
    """What one analyst decided last.

    :ivar changes: what they amended; empty if nothing.
    """

    by: str
    status: Status
    changes: dict[str, Any]


class Touch(NamedTuple):
    """An issue of the case that an entry's words touch, and which of its options, where they say."""

    issue: str
    option: str | None = None

    def __str__(self) -> str:
        return f"{self.issue}:{self.option}" if self.option else self.issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One finding in the record, as it stands now.

    :ivar id: ``e1``, ``e2``, ... in the order of proposal; never used twice.
    :ivar report: the id of its report, ``r1``, ``r2``, ...
    :ivar kind: which kind of finding it is.
    :ivar type: the stance's kind (``demand``, ``drop``, ...), the event's type (``meet``, ...), the statement's mode,
        the figure's unit.
    :ivar span: its words in the report's text.
    :ivar quote: those words.
    :ivar name: whom it is about, in the report's own words: speaker, holder, claimant or the event's first actor.
    :ivar actor: the case's id for ``name``; ``None`` if the case knows nobody by it.
    :ivar voice: who vouches for it inside the report: the speaker it is quoted from; ``None`` is the narrator.
    :ivar voice_actor: the case's id for ``voice``.
    :ivar touches: the issues and options its words touch; empty if none.
    :ivar on: EDTF date of the saying, the stance or the event; ``None`` if unknown.
    :ivar on_basis: ``text`` when a time expression gives ``on``, ``published`` when only the report's day does,
        ``analyst`` when a review set it.
    :ivar status: ``proposed`` until somebody decides; amending accepts the amended entry. ``withdrawn`` if nobody had
        decided when its report was read anew for another day of publication; ``retracted`` if it, or its report, was
        taken back.
    :ivar amended: whether it differs from what reading proposed; ``finding`` keeps the proposal.
    :ivar finding: the finding as reading proposed it, as JSON values.
    :ivar certainty: of the rule that saw it, 0 to 1.
    :ivar decided_by: who decided last; ``None`` while proposed.
    :ivar qualifiers: what its words make of what it touches: ``permanent``, ``written``, ``conditional``, ...
    :ivar claim_grade: the Admiralty credibility of this claim, ``1`` to ``6``, where an analyst graded it; ``None``
        leaves it at its report's.
    :ivar votes: what each analyst decided last, in the order of their names.
    :ivar disputed: whether two of them decided otherwise; see :func:`is_disputed`.
    """

    id: str
    report: str
    kind: EntryKind
    type: str
    span: Span
    quote: str
    name: str | None
    actor: str | None
    voice: str | None
    voice_actor: str | None
    touches: tuple[Touch, ...]
    on: str | None
    on_basis: OnBasis
    status: Status = "proposed"
    amended: bool = False
    finding: dict[str, Any]
    certainty: float
    decided_by: str | None = None
    qualifiers: tuple[str, ...] = ()
    claim_grade: str | None = None
    votes: tuple[Vote, ...] = ()
    disputed: bool = False


def key_type(kind: EntryKind, type_: str) -> str:
    """The ``type`` of the keys an entry of this kind and type stands under."""
    return HOLDING[type_] if kind == "stance" else type_ if kind == "event" else ""


def is_disputed(votes: Collection[tuple[str, Mapping[str, Any]]]) -> bool:
    """Whether two analysts decided otherwise: one accepts what another rejects, or they amended it differently.

    :param votes: the status and the changes of each.
    """
    amended = [changes for _, changes in votes if changes]
    return len({status for status, _ in votes}) > 1 or any(changes != amended[0] for changes in amended)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A report in the record; the fields are those of :class:`taqrib.evidence.Report`, the dates as ISO strings.

    :ivar id: ``r1``, ``r2``, ... in the order of capture.
    :ivar captured_at: when it was captured, ISO 8601 in UTC.
    :ivar original: the name of the original's copy in the reports folder; ``None`` for a text that came from no file.
    :ivar original_sha256: of that copy's bytes.
    :ivar copy_of: the id of the earlier report whose words it carries (a wire copy, a reprint); ``None`` if its words
        are its own.
    :ivar retracted: whether its outlet, or who captured it, took it back.
    """

    id: str
    stem: str
    sha256: str
    media_type: str
    language: str
    source: str | None
    title: str | None
    published: str | None
    published_basis: str
    url: str | None
    grade: str | None
    captured_at: str
    text: str

    @property
    def known_on(self) -> date:
        """The day its words could be known: of publication, or of capture where nobody knows when it was published."""
        return date.fromisoformat((self.published or self.captured_at)[:10])

    given: tuple[str, ...] = ()
    original: str | None = None
    original_sha256: str | None = None
    copy_of: str | None = None
    retracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a report whose content was removed.

    :ivar report: its id.
    :ivar entries: the ids of its entries, gone with it.
    :ivar sha256: of the text.
    :ivar at: when it was removed, ISO 8601 in UTC.
    """

    report: str
    entries: tuple[str, ...]
    sha256: str
    at: str
    by: str
    why: str
