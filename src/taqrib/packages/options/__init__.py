"""Packages from the record: what is possible, certain and blocked, what to ask next; no numbers, no I/O."""

from taqrib.packages.options.asking import Question, questions
from taqrib.packages.options.blockers import Blocker, Knot, knots
from taqrib.packages.options.constraints import Constraint, constraints
from taqrib.packages.options.counts import Count, Counts, counts
from taqrib.packages.options.estimates import Assumed, Estimates, parse_estimates, with_estimates
from taqrib.packages.options.listing import Package, packages
from taqrib.packages.options.model import Apart, Choice, Condition, Estimate, Ground, Level, Space, View
from taqrib.packages.options.partial import Partial, partial_agreements
from taqrib.packages.options.trades import Concession, Trade, trades
from taqrib.packages.options.views import space_on_record

__all__ = [
    "Apart",
    "Assumed",
    "Blocker",
    "Choice",
    "Concession",
    "Condition",
    "Constraint",
    "Count",
    "Counts",
    "Estimate",
    "Estimates",
    "Ground",
    "Knot",
    "Level",
    "Package",
    "Partial",
    "Question",
    "Space",
    "Trade",
    "View",
    "constraints",
    "counts",
    "knots",
    "packages",
    "parse_estimates",
    "partial_agreements",
    "questions",
    "space_on_record",
    "trades",
    "with_estimates",
]
