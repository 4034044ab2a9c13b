"""One negotiation: its actors, issues and ratifying bodies, read from ``case.yaml``; and what its words point at."""

from taqrib.case.index import CaseIndex, Touch, index_of
from taqrib.case.model import Actor, Bilingual, Body, Case, Issue, Option, Terms
from taqrib.case.parse import AmbiguousNames, CaseProblems, Checked, check_case, parse_case
from taqrib.case.starter import new_case_text

__all__ = [
    "Actor",
    "AmbiguousNames",
    "Bilingual",
    "Body",
    "Case",
    "CaseIndex",
    "CaseProblems",
    "Checked",
    "Issue",
    "Option",
    "Terms",
    "Touch",
    "check_case",
    "index_of",
    "new_case_text",
    "parse_case",
]
