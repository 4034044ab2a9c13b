"""Taqrib (تقريب, "bringing viewpoints closer"): the sourced record of a negotiation.

The rooms, from left to right, each importing only what stands to its left::

    errors, vocabulary, case -> evidence -> reading -> record -> positions -> rounds -> brief -> cli

Importing this package loads none of them.
"""

__version__ = "0.1.0"
