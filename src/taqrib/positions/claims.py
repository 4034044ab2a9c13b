"""Who else says so: accepted entries of any language that make the same claim, and how many sources they come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taqrib.edtf import last_day
from taqrib.positions.occasions import occasions, window
from taqrib.positions.sources import Sources
from taqrib.positions.telling import listed
from taqrib.reading.denials import denies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from taqrib.case import Case
    from taqrib.record import Entry, KeptReport
    from taqrib.record.entry import EntryKind

STANCE_GROUP = {
    "demand": "demand",
    "condition": "demand",
    "accept": "accept",
    "support": "accept",
    "commit": "accept",
    "offer": "offer",
    "reject": "reject",
    "reserve": "reserve",
    "drop": "drop",
}
"""Kinds of stance that careful reporters use for one and the same: a condition is a demand, a welcome an acceptance."""


class ClaimKey(NamedTuple):
    """What makes two entries the same claim, but for the day.

    :ivar type: the group of the stance's kind; ``said`` or ``denied`` for statements; the event's type and status; a
        figure's value.
    """

    kind: EntryKind
    type: str
    actor: str
    issue: str | None
    option: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One entry that makes the claim, and how far to trust it.

    :ivar source: what its report counts as; accounts of one source count once.
    :ivar copy_of: the report whose words it carries; ``None`` if they are its own.
    :ivar reliability: of the source, ``A`` to ``F``, by the report's Admiralty grade; ``None`` if ungraded.
    :ivar credibility: of the claim, ``1`` to ``6``: the entry's own grade, else its report's; ``None`` if ungraded.
    """

    entry: str
    report: str
    source: str
    copy_of: str | None
    reliability: str | None
    credibility: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim, by all who make it.

    :ivar kind: of its entries.
    :ivar type: see :class:`ClaimKey`.
    :ivar on: EDTF date, the most exact one an account gives; the earliest publication where none gives any.
    :ivar dated: whether an account gives ``on``, or only a publication does.
    :ivar accounts: at most :data:`taqrib.positions.telling.MOST_LISTED`, one of each source before any other, in
        order of their numbers; the counts are of all.
    :ivar told: how many entries make the claim.
    :ivar reports: in how many reports.
    :ivar sources: how many independent sources they come to: a text and its copies are one, an outlet is one.
    :ivar voices: how many different speakers vouch for it inside the reports; a report in its own voice counts as its
        source. Several sources with one voice all had it from the same person.
    """

    kind: EntryKind
    type: str
    actor: str
    issue: str | None
    option: str | None
    on: str
    dated: bool
    accounts: tuple[Account, ...]
    told: int
    reports: int
    sources: int
    voices: int

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries listed, in order of their numbers."""
        return tuple(account.entry for account in self.accounts)


def corroboration(
    case: Case, entries: Iterable[Entry], reports: Mapping[str, KeptReport], *, as_of: date
) -> list[Claim]:
    """Every claim made by ``as_of``, in the case's order of issues, then by day; those of no issue last.

    Two entries make the same claim if kind, actor, issue and option are the same and they may be about the same day.
    Words are not compared, so a report in Arabic corroborates one in English. What names nobody in the case, or has no
    date, makes no claim that another could be compared with. Time is n log n in the number of entries.

    :param entries: accepted entries, of any kind.
    :param reports: report id -> report, of these entries and of what they are copies of.
    """
    sources = Sources(case, reports)
    alike: dict[ClaimKey, list[Entry]] = {}
    for entry in entries:
        if entry.on and last_day(entry.on) <= as_of:
            for key in claim_keys(case, entry, reports.get(entry.report)):
                alike.setdefault(key, []).append(entry)
    found = [_claim(key, group, sources, reports) for key, told in alike.items() for group in occasions(told)]
    order = {issue.id: place for place, issue in enumerate(case.issues)}
    return sorted(
        found,
        key=lambda claim: (order.get(claim.issue or "", len(order)), last_day(claim.on), _number(claim.entries[0])),
    )


def claim_keys(case: Case, entry: Entry, report: KeptReport | None) -> list[ClaimKey]:
    """What ``entry`` claims: one thing for each issue it touches; nothing if it names nobody the case knows."""
    actor = case.actor(entry.actor) if entry.actor else None
    if actor is None:
        return []
    match entry.kind:
        case "stance":
            holder = case.counts_as(actor).id
            return [ClaimKey("stance", STANCE_GROUP[entry.type], holder, *touch) for touch in entry.touches]
        case "statement":
            cue = entry.finding.get("cue") if report else None
            said = "denied" if report and cue and denies(report.text[slice(*cue)]) else "said"
            return [ClaimKey("statement", said, actor.id, *touch) for touch in entry.touches]
        case "event":
            status = entry.finding.get("status")
            return [ClaimKey("event", f"{entry.type}: {status}" if status else entry.type, actor.id, None, None)]
        case "figure":
            value = entry.finding.get("value")
            return [] if value is None else [ClaimKey("figure", f"{value:g} {entry.type}", actor.id, None, None)]


def _claim(key: ClaimKey, group: list[Entry], sources: Sources, reports: Mapping[str, KeptReport]) -> Claim:
    source_of = {entry.id: sources.source(entry.report) for entry in group}
    exact = [entry for entry in group if entry.on_basis != "published"]
    on = min(exact or group, key=_exactness).on
    return Claim(
        **key._asdict(),
        on=on or "",
        dated=bool(exact),
        accounts=tuple(_account(entry, source_of[entry.id], sources, reports) for entry in listed(group, sources)),
        told=len(group),
        reports=len({entry.report for entry in group}),
        sources=len(set(source_of.values())),
        voices=len({entry.voice_actor or entry.voice or f"source {source_of[entry.id]}" for entry in group}),
    )


def _exactness(entry: Entry) -> tuple[int, date, int]:
    """Orders entries by how few days they may be about, then by day."""
    first, last = window(entry) or (None, None)
    if first is None or last is None:
        raise ValueError(f"{entry.id} has no date")
    return (last - first).days, last, _number(entry.id)


def _account(entry: Entry, source: str, sources: Sources, reports: Mapping[str, KeptReport]) -> Account:
    report = reports.get(entry.report)
    original = sources.original(entry.report)
    reliability, credibility = grades(entry, report)
    return Account(
        entry=entry.id,
        report=entry.report,
        source=source,
        copy_of=None if original == entry.report else original,
        reliability=reliability,
        credibility=credibility,
    )


def grades(entry: Entry, report: KeptReport | None) -> tuple[str | None, str | None]:
    """How reliable the source is (``A`` to ``F``) and how credible the claim (``1`` to ``6``), each on its own ground.

    The letter is the report's; the digit the entry's own where an analyst gave one, else the report's.
    """
    letter, digit = (report.grade[:1], report.grade[1:]) if report and report.grade else ("", "")
    return letter or None, entry.claim_grade or digit or None


def _number(entry: str) -> int:
    return int(entry[1:])
