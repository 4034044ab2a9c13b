"""Capture: files become immutable, dated reports; the one room that reads files."""

from taqrib.evidence.capture import capture
from taqrib.evidence.files import collect
from taqrib.evidence.originals import keep_original
from taqrib.evidence.report import PublishedBasis, Report

__all__ = ["PublishedBasis", "Report", "capture", "collect", "keep_original"]
