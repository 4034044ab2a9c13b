"""A told brief as rows, one for each sentence, for the formats that are tables: spreadsheets and CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.brief.document import Document, Part, Sentence
    from taqrib.brief.runs import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """One sentence, and where in the brief it stands.

    :ivar topic: the heading above it: an issue, or that it touches none; empty in a section without headings.
    :ivar actor: whose cell of the gap matrix it is; empty outside the matrix.
    """

    part: Part
    topic: Runs
    actor: Runs
    sentence: Sentence


def told_rows(document: Document) -> Iterator[ToldRow]:
    """Every sentence of ``document`` in the order told, those of the gap matrix cell by cell."""
    for part in document.parts:
        for group in part.groups:
            for sentence in group.sentences:
                yield ToldRow(part=part, topic=group.heading or (), actor=(), sentence=sentence)
        if part.table is None:
            continue
        for row in part.table.rows:
            for actor, cell in zip(part.table.columns, row.cells, strict=True):
                for sentence in cell:
                    yield ToldRow(part=part, topic=row.issue, actor=actor, sentence=sentence)
