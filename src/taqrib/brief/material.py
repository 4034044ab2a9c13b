"""What a brief is made of: the entries of a period and what follows from them, already computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from taqrib.case import Case
    from taqrib.positions.model import Contradiction, Gap, Move, State
    from taqrib.record.entry import Entry, KeptReport
    from taqrib.rounds.model import Round

Language: TypeAlias = Literal["ar", "en"]
"""The languages a brief is told in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything a brief may tell, and nothing it may not.

    :ivar since: the first day the brief covers.
    :ivar until: the last day the brief covers; gaps are as of this day.
    :ivar reports: report id -> report.
    :ivar entries: entry id -> every accepted entry; quotes are opened from here, and what rests on an entry that is not
        here is not told.
    :ivar said: the ids of the statements said or become known in the period.
    :ivar moves: the moves of the period.
    :ivar gaps: one row for each negotiated issue.
    :ivar changed: the issues whose state changed in the period: issue, state before, state after.
    :ivar rounds: those announced for a day after ``until``, and those of the period: held, ongoing, put off, cancelled,
        denied, or announced without a report that says they were held.
    :ivar generated_on: EDTF date of the making of the brief; ``None`` leaves it out.
    """

    case: Case
    since: date
    until: date
    reports: dict[str, KeptReport]
    entries: dict[str, Entry]
    said: tuple[str, ...]
    moves: tuple[Move, ...]
    gaps: tuple[Gap, ...]
    changed: tuple[tuple[str, State, State], ...]
    rounds: tuple[Round, ...]
    contradictions: tuple[Contradiction, ...]
    generated_on: str | None = None
