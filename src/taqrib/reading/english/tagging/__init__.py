"""A class for every token of an English text."""
