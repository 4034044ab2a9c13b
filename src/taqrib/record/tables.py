"""The tables of a record: the ledger, which is the truth, and what is derived from it for asking.

``ledger`` only ever grows; a trigger refuses anything else but taking the content out of a row, which a later row must
account for.
Everything else follows from it (:mod:`taqrib.record.projection`) and is kept so that a question need not replay it.

Two time axes: *day* is when something was said or true; ``since`` and ``until`` are the ledger rows between which the
record knew it so. A version that still stands has no ``until``.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

APPLICATION = 0x54515242
"""SQLite's ``application_id`` of a Taqrib record: "TQRB"."""

FORMAT = 4
"""The version of these tables. Those before it were never released."""

JSON = {"holds": "JSON"}
"""Marks a column of canonical JSON. It is decoded in :mod:`taqrib.record.rows`, which can name the row it fails on."""

metadata = MetaData()


def _versions() -> tuple[Column[int], Column[int]]:
    """The ledger row that made a version, and the one that ended it."""
    return (
        Column("since", Integer, primary_key=True, autoincrement=False),
        Column("until", Integer),
    )


ledger = Table(
    "ledger",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),  # ISO 8601, UTC; never earlier than the row before
    Column("by", String, nullable=False),
    Column("act", String, nullable=False),  # one of projection.ACTS
    Column("subject", String, nullable=False),  # the case, r1 or e1
    Column("body", Text),  # canonical JSON; gone once a later row removes it
    Column("digest", String(64), nullable=False),  # SHA-256 of the body, which outlives it
    Column("seal", String(64), nullable=False),
    Index("ledger_by_subject", "subject", "number"),
    Index("ledger_by_time", "at", "number"),
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
    Column("captured_at", String, nullable=False),
    Column("copy_of", Integer),
    Column("captured", Integer, nullable=False),  # the ledger row
    Column("text", Text, nullable=False),
    UniqueConstraint("sha256", "source"),
)

facts = Table(
    "facts",
    metadata,
    Column("report", Integer, primary_key=True, autoincrement=False),
    *_versions(),
    Column("title", String),
    Column("published", String(10)),
    Column("published_basis", String, nullable=False),
    Column("known_on", String(10), nullable=False),  # the day of publication, or of capture where nobody knows it
    Column("url", String),
    Column("grade", String(2)),
    Column("given", Text, nullable=False, info=JSON),  # ["grade", "url"]
    Column("original", String),  # the name of the copy in the reports folder
    Column("original_sha256", String(64)),
    Column("retracted", Boolean, nullable=False),
    Index("facts_by_day", "known_on", "report"),
    sqlite_with_rowid=False,
)

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
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
    Column("voice", String),
    Column("voice_actor", String),
    Column("certainty", Float, nullable=False),
    Column("finding", Text, nullable=False, info=JSON),
    Index("entries_by_report", "report"),
)

standings = Table(
    "standings",
    metadata,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    *_versions(),
    Column("status", String, nullable=False),
    Column("actor", String),
    Column("touches", Text, nullable=False, info=JSON),  # [[issue, option or null], ...]
    Column("on", String),
    Column("day", String(10)),  # the last day "on" may mean
    Column("on_basis", String, nullable=False),
    Column("qualifiers", Text, nullable=False, info=JSON),  # ["permanent", ...]
    Column("claim_grade", String(1)),
    Column("amended", Boolean, nullable=False),
    Column("decided_by", String),
    Column("votes", Text, nullable=False, info=JSON),  # {"nour": ["accepted", {changes}], ...}
    Column("disputed", Boolean, nullable=False),  # follows from the votes: entry.disputed
    Index(
        "standings_disputed",
        "entry",
        sqlite_where=text("until IS NULL AND disputed"),
        postgresql_where=text("until IS NULL AND disputed"),
    ),
    Index(
        "standings_by_status",
        "status",
        "entry",
        sqlite_where=text("until IS NULL"),
        postgresql_where=text("until IS NULL"),
    ),
    sqlite_with_rowid=False,
)

keys = Table(
    "keys",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # follows from the rest: projection.key_id
    Column("kind", String, nullable=False),
    Column("type", String, nullable=False),  # an event's; of stances what they do to the option; else empty
    Column("actor", String, nullable=False),  # empty where the case knows nobody by the name
    Column("issue", String, nullable=False),  # empty where the words touch none
    Column("option", String, nullable=False),  # empty where they name none
    UniqueConstraint("kind", "type", "actor", "issue", "option"),
)

told = Table(
    "told",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", String(10), primary_key=True),  # the last day its date may mean; empty if nobody dated it
    Column("entry", Integer, primary_key=True, autoincrement=False),
    *_versions(),
    Column("on", String, nullable=False),  # empty if nobody dated it
    Column("type", String, nullable=False),  # of the entry
    Column("kind", String, nullable=False),  # of the entry
    Column("report", Integer, nullable=False),  # of the entry
    Index("told_by_day", "kind", "day", "report", "until"),  # all that is asked about a day, without looking further
    Index("told_by_entry", "entry", "since"),
    sqlite_with_rowid=False,
)
"""Every accepted entry, once for each thing it touches: what the questions about a day look things up in."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("report", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), nullable=False),
    Column("removed", Integer, nullable=False),  # the ledger row
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("entries", Text, nullable=False, info=JSON),  # the numbers of its entries
    Index("tombstones_by_hash", "sha256"),
)
"""What is left of a report whose content was removed."""

DERIVED = (reports, facts, bands, entries, standings, keys, told, tombstones)
"""What follows from the ledger (and the texts); :func:`taqrib.record.verify.verify` makes it anew and compares."""

CAPTURED = ("stem", "sha256", "media_type", "language", "source")
FACTS = ("title", "published", "published_basis", "url", "grade", "given", "original", "original_sha256")
"""What a capture says of a report: what never changes, and what a correction may."""

PROPOSED = ("report", "kind", "type", "start", "end", "quote", "name", "voice", "voice_actor", "certainty", "finding")
STANDING = ("actor", "touches", "on", "on_basis", "qualifiers")
"""What a proposal says of an entry: what never changes, and what an amendment may."""
