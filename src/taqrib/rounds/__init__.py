"""Meetings and journeys: announced, held, cancelled; entries in, rounds out, no I/O."""

from taqrib.rounds.calendar import ROUND_TYPES, is_of_round, rounds
from taqrib.rounds.model import Round

__all__ = ["ROUND_TYPES", "Round", "is_of_round", "rounds"]
