"""The seal of a ledger row: SHA-256 over the row and the seal before it, so that no past row can change unseen."""

from __future__ import annotations

import hashlib
import json

FIRST = "0" * 64
"""What stands before the first row."""


def canonical(value: object) -> str:
    """``value`` as JSON with sorted keys, no spaces and no escapes: one text for one value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(previous: str, *, number: int, at: str, by: str, act: str, subject: str, body: str) -> str:
    """The row's seal, 64 hexadecimal digits.

    :param previous: the seal of the row before, or :data:`FIRST`.
    :param body: canonical JSON.
    """
    row = canonical([previous, number, at, by, act, subject, body])
    return hashlib.sha256(row.encode("utf-8", "surrogatepass")).hexdigest()
