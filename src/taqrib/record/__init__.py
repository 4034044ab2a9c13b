"""The append-only ledger of a case: reports, proposed entries, decisions; the one room that talks to the database."""

from taqrib.record.entry import Entry, KeptReport, Touch
from taqrib.record.proposals import Proposal, proposals
from taqrib.record.record import Added, Record
from taqrib.record.verify import Verified, verify

__all__ = ["Added", "Entry", "KeptReport", "Proposal", "Record", "Touch", "Verified", "proposals", "verify"]
