"""Who tells which of several things: entries gathered by what they claim, and the few of many that are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taqrib.positions.sources import Sources
    from taqrib.record import Entry

MOST_LISTED = 20
"""So many entries of one claim, and so many claims of one matter, are listed; the record has all of them."""


def claims_of(group: Sequence[Entry], sources: Sources, claim: Callable[[Entry], str]) -> dict[str, tuple[str, ...]]:
    """What is claimed -> the ids of the entries that claim it, in the order they first occur.

    A copy's entry stands beside its original's where it claims the same, and nowhere else: it adds no claim.

    :param group: entries about one matter, in order of their numbers.
    """
    first = sources.without_copies(group)
    own = {entry.id for entry in first}
    claims: dict[str, list[Entry]] = {}
    for entry in first:
        claims.setdefault(claim(entry), []).append(entry)
    originals = {value: {sources.original(entry.report) for entry in told} for value, told in claims.items()}
    for entry in group:
        value = claim(entry)
        if entry.id not in own and sources.original(entry.report) in originals.get(value, ()):
            claims[value].append(entry)
    shown = list(claims.items())[:MOST_LISTED]
    return {value: tuple(entry.id for entry in listed(told, sources)) for value, told in shown}


def listed(told: Sequence[Entry], sources: Sources) -> list[Entry]:
    """At most :data:`MOST_LISTED` of ``told``, the first of each source before any other; in order of their numbers."""
    numbered = sorted(told, key=_number)
    firsts = {sources.source(entry.report): entry.id for entry in reversed(numbered)}
    ranked = sorted(numbered, key=lambda entry: firsts[sources.source(entry.report)] != entry.id)
    return sorted(ranked[:MOST_LISTED], key=_number)


def _number(entry: Entry) -> int:
    return int(entry.id[1:])
