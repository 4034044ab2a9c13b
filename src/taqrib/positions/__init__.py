"""Who holds what on which issue as of a date, what moved, where sources disagree; entries in, answers out, no I/O."""

from taqrib.positions.contradictions import contradictions
from taqrib.positions.gaps import COLUMNS, gap_matrix, state
from taqrib.positions.holdings import HOLDING, day_order, positions
from taqrib.positions.model import Contradiction, Gap, Holding, Move, Position, State
from taqrib.positions.moves import moves

__all__ = [
    "COLUMNS",
    "HOLDING",
    "Contradiction",
    "Gap",
    "Holding",
    "Move",
    "Position",
    "State",
    "day_order",
    "contradictions",
    "gap_matrix",
    "moves",
    "positions",
    "state",
]
