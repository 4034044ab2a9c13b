"""The append-only ledger of a case: reports, proposed entries, decisions; the one room that talks to the database."""

from taqrib.record.adding import Added, Arrival
from taqrib.record.archive import Archive
from taqrib.record.database import Place
from taqrib.record.entry import (
    CLAIM_GRADES,
    HOLDING,
    Entry,
    Holding,
    KeptReport,
    Key,
    Telling,
    Tombstone,
    Touch,
    Vote,
    key_type,
)
from taqrib.record.ledger import LedgerRow
from taqrib.record.record import Record
from taqrib.record.search import Found, Passage, Wanted, search
from taqrib.record.timeline import StoredTimeline
from taqrib.record.verify import Verified, verify
from taqrib.record.view import View

__all__ = [
    "CLAIM_GRADES",
    "HOLDING",
    "Added",
    "Archive",
    "Arrival",
    "Entry",
    "Found",
    "Holding",
    "KeptReport",
    "Key",
    "LedgerRow",
    "Passage",
    "Place",
    "Record",
    "StoredTimeline",
    "Telling",
    "Tombstone",
    "Touch",
    "Verified",
    "View",
    "Vote",
    "Wanted",
    "key_type",
    "search",
    "verify",
]
