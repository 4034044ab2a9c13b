"""Capture: files become immutable, dated reports; the one room that reads files."""

from taqrib.evidence.capture import capture
from taqrib.evidence.files import collect
from taqrib.evidence.originals import Original, copies_of, keep_original, same_bytes
from taqrib.evidence.report import PublishedBasis, Report

__all__ = ["Original", "PublishedBasis", "Report", "capture", "collect", "copies_of", "keep_original", "same_bytes"]
