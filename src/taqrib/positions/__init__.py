"""Who holds what on which issue as of a date, what moved, where sources disagree; entries in, answers out, no I/O."""

from taqrib.positions.board import HOLDING
from taqrib.positions.disagreements import disagreements
from taqrib.positions.gaps import COLUMNS, gap_matrix, state, states
from taqrib.positions.holdings import positions
from taqrib.positions.model import Disagreement, Gap, Holding, Move, Position, State
from taqrib.positions.moves import moves
from taqrib.positions.queue import Queued, review_order
from taqrib.positions.standing import standing
from taqrib.positions.timeline import Tellings, Timeline

__all__ = [
    "COLUMNS",
    "HOLDING",
    "Disagreement",
    "Gap",
    "Holding",
    "Move",
    "Position",
    "Queued",
    "State",
    "Tellings",
    "Timeline",
    "disagreements",
    "gap_matrix",
    "moves",
    "positions",
    "review_order",
    "standing",
    "state",
    "states",
]
