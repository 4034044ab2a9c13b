"""Moved to taqrib.normal (the case room needs it too); this shim goes when everybody imports it from there."""

from taqrib.normal import MARKS, View, normalised, view

__all__ = ["MARKS", "View", "normalised", "view"]
