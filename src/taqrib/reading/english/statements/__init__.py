"""Attributed utterances: cue, speaker, content."""
