"""The tables of a record: the ledger, which is the truth, and what is derived from it for asking.

``ledger`` only ever grows; a trigger refuses anything else. ``reports`` and ``entries`` say how things stand after the
last row, so that a question need not replay the ledger; :func:`taqrib.record.verify.verify` replays it and compares.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

APPLICATION = 0x54515242
"""SQLite's ``application_id`` of a Taqrib record: "TQRB"."""

FORMAT = 1
"""The version of these tables, kept as SQLite's ``user_version``. Format 1 was never released."""

JSON = {"holds": "JSON"}
"""Marks a column of canonical JSON. It is decoded in :mod:`taqrib.record.rows`, which can name the row it fails on."""

metadata = MetaData()

ledger = Table(
    "ledger",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),  # ISO 8601, UTC
    Column("by", String, nullable=False),
    Column("act", String, nullable=False),  # begin, capture, correct, propose, withdraw, accept, amend, reject
    Column("subject", String, nullable=False),  # the case, r1 or e1
    Column("body", Text, nullable=False),  # canonical JSON
    Column("seal", String(64), nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("stem", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("media_type", String, nullable=False),
    Column("language", String(2), nullable=False),
    Column("source", String),
    Column("title", String),
    Column("published", String(10)),
    Column("published_basis", String, nullable=False),
    Column("url", String),
    Column("grade", String(2)),
    Column("given", Text, nullable=False, info=JSON),  # ["grade", "url"]
    Column("original", String),  # the name of the copy in the reports folder
    Column("original_sha256", String(64)),
    Column("captured_at", String, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("sha256", "source"),
)

entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("report", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("type", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("name", String),
    Column("actor", String),
    Column("voice", String),
    Column("voice_actor", String),
    Column("touches", Text, nullable=False, info=JSON),  # [[issue, option or null], ...]
    Column("on", String),
    Column("on_basis", String, nullable=False),
    Column("certainty", Float, nullable=False),
    Column("finding", Text, nullable=False, info=JSON),
    Column("status", String, nullable=False),
    Column("amended", Boolean, nullable=False),
    Column("decided_by", String),
    Index("entries_by_status", "status", "report"),
)

PROPOSED = tuple(
    column.name for column in entries.columns if column.name not in {"number", "status", "amended", "decided_by"}
)
"""The columns of an entry that its proposal fills."""

APPEND_ONLY = tuple(
    f"CREATE TRIGGER ledger_refuses_{act} BEFORE {act} ON ledger "
    f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    for act in ("update", "delete")
)
