"""The seal of a ledger row: SHA-256 over the row and the seal before it, so that no past row can change unseen."""

from __future__ import annotations

import hashlib
import json

import orjson

FIRST = "0" * 64
"""What stands before the first row."""

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: object) -> str:
    """``value`` as JSON with sorted keys, no spaces and no escapes: one text for one value."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError:  # half a character of UTF-16, an integer of more than 64 bits
        return _encode(value)


def digest(body: str) -> str:
    """The SHA-256 of a row's body, 64 hexadecimal digits: what the seal covers, and what stays once a body is removed.

    :param body: canonical JSON.
    """
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def seal(previous: str, *, number: int, at: str, by: str, act: str, subject: str, digest: str) -> str:
    """The row's seal, 64 hexadecimal digits.

    :param previous: the seal of the row before, or :data:`FIRST`.
    :param digest: of the row's body; see :func:`digest`.
    """
    # As canonical JSON has it, written out: this is done for each row.
    row = f"[{canonical(previous)},{number},{','.join(map(canonical, (at, by, act, subject, digest)))}]"
    return hashlib.sha256(row.encode("utf-8", "surrogatepass")).hexdigest()
