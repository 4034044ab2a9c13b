"""A told brief, ready to be written: headings, sentences, one table and the quotes; for writers of any format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taqrib.brief.material import Language
    from taqrib.brief.plan import SectionName
    from taqrib.brief.runs import Runs
    from taqrib.positions.model import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; its last runs are references.

    :ivar anchor: unique in the document (``p1``, ``p2``, ...), so that a quote can lead back to it.
    :ivar entries: the ids it rests on, in the order told.
    """

    anchor: str
    runs: Runs
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sentences under one heading; ``heading`` is ``None`` where the section needs none."""

    heading: Runs | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the gap matrix: an issue, its state in words, and for each column the positions that stand.

    :ivar cells: as many as the table has columns; an empty cell holds one sentence without references that says so.
    """

    issue: Runs
    state: State
    state_word: str
    cells: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The gap matrix.

    :ivar legend: each state that occurs, with its meaning.
    :ivar silent: on whom nothing is on record, in a sentence; empty if there is nobody.
    """

    issue_heading: str
    state_heading: str
    columns: tuple[Runs, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[str, str], ...]
    silent: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One section of the brief.

    :ivar count: how much there is in it, in words ("3 statements").
    :ivar note: what a reader must know before reading it, or why it is empty.
    """

    name: SectionName
    heading: str
    count: str
    note: str | None
    groups: tuple[Group, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An entry's quote, where it stands, and everything that says how far to trust it.

    :ivar before: the report's words just before the quote, and ``after`` just after it; empty where the report ends.
    :ivar quote: whole, as captured.
    :ivar language: of the report.
    :ivar lines: what is known about it: a name for the line, and the line.
    :ivar cited_in: the anchors of the sentences that rest on it.
    """

    entry: str
    title: Runs
    kind: str
    before: str
    quote: str
    after: str
    language: str
    lines: tuple[tuple[str, Runs], ...]
    cited_in: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The brief in one language."""

    language: Language
    direction: str
    quotation: tuple[str, str]
    title: str
    case: str
    facts: tuple[tuple[str, str], ...]
    guide: str
    contents: str
    quiet: str | None
    parts: tuple[Part, ...]
    appendix_heading: str
    appendix_count: str
    appendix_empty: str
    back: str
    cards: tuple[Card, ...]
