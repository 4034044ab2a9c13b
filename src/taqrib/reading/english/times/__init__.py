"""Dates, parts of days, durations and sets."""
