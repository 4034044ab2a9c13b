"""Who holds what on which issue as of a date, what moved, who else says so and who says otherwise; no I/O."""

from taqrib.positions.claims import Account, Claim, corroboration, grades
from taqrib.positions.contradictions import contradictions
from taqrib.positions.gaps import COLUMNS, gap_matrix, state
from taqrib.positions.holdings import HOLDING, day_order, positions
from taqrib.positions.model import Contradiction, Gap, Holding, Move, Position, State
from taqrib.positions.moves import moves

__all__ = [
    "COLUMNS",
    "HOLDING",
    "Account",
    "Claim",
    "Contradiction",
    "Gap",
    "Holding",
    "Move",
    "Position",
    "State",
    "contradictions",
    "corroboration",
    "day_order",
    "gap_matrix",
    "grades",
    "moves",
    "positions",
    "state",
]
