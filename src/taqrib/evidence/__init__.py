"""Capture: files become immutable, dated reports; the one room that reads files."""

from taqrib.evidence.report import PublishedBasis, Report

__all__ = ["PublishedBasis", "Report"]
