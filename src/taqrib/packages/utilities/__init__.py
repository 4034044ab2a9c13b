"""What could be agreed where parties disclose utilities: exact frontiers, bargaining solutions, fair division."""

from taqrib.packages.utilities.acceptability import Acceptability, acceptability, sample_weights
from taqrib.packages.utilities.domain import Domain, Issue, Profile, Rectangle, rectangle
from taqrib.packages.utilities.fair_division import Division, adjusted_winner
from taqrib.packages.utilities.formats import Source, read_domain
from taqrib.packages.utilities.frontier import Frontier, frontier
from taqrib.packages.utilities.plots import frontier_plot
from taqrib.packages.utilities.solutions import Disagreement, Solutions, disagreement_point, solutions
from taqrib.packages.utilities.steps import count_packages

__all__ = [
    "Acceptability",
    "Disagreement",
    "Division",
    "Domain",
    "Frontier",
    "Issue",
    "Profile",
    "Rectangle",
    "Solutions",
    "Source",
    "acceptability",
    "adjusted_winner",
    "count_packages",
    "disagreement_point",
    "frontier",
    "frontier_plot",
    "read_domain",
    "rectangle",
    "sample_weights",
    "solutions",
]
