"""Who holds what on which issue as of a date, what moved, who else says so and who says otherwise; no I/O."""

from taqrib.positions.claims import Account, Claim, corroboration, grades
from taqrib.positions.contradictions import contradictions
from taqrib.positions.gaps import COLUMNS, gap_matrix, state, states
from taqrib.positions.holdings import positions
from taqrib.positions.model import Contradiction, Gap, Move, Position, State
from taqrib.positions.moves import moves
from taqrib.positions.queue import Queued, review_order
from taqrib.positions.standing import standing
from taqrib.positions.timeline import Tellings, Timeline

__all__ = [
    "COLUMNS",
    "Account",
    "Claim",
    "Contradiction",
    "Gap",
    "Move",
    "Position",
    "Queued",
    "State",
    "Tellings",
    "Timeline",
    "contradictions",
    "corroboration",
    "gap_matrix",
    "grades",
    "moves",
    "positions",
    "review_order",
    "standing",
    "state",
    "states",
]
