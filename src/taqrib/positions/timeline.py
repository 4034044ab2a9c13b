"""Accepted entries by what they touch and by day: what positions are looked up in, wherever the entries are kept."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Protocol

from taqrib.edtf import last_day
from taqrib.record.entry import Key, Telling, key_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taqrib.record.entry import Entry, EntryKind


class Timeline(Protocol):
    """Accepted entries under their keys, each on the last day its date may mean.

    A look-up costs the same however many entries there are. Days are ISO dates; what nobody dated stands on no day.
    :class:`taqrib.record.StoredTimeline` looks up in a record, :class:`Tellings` in a list.
    """

    def keys(self, kind: EntryKind) -> list[Key]:
        """Every key of ``kind`` under which anything was ever accepted."""
        ...

    def latest(self, asked: Sequence[tuple[Key, str]], *, limit: int = 1) -> list[list[Telling]]:
        """For each key and day asked, the latest tellings on or before that day, the latest first.

        :param limit: at most so many for each.
        """
        ...

    def earliest(self, asked: Sequence[tuple[Key, str]]) -> list[Telling | None]:
        """For each key and day asked, the earliest telling after that day."""
        ...


class Tellings:
    """The timeline of a list of entries.

    :param entries: accepted entries, of any kind.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._told: dict[Key, list[Telling]] = {}
        for entry in entries:
            if entry.on:
                telling = telling_of(entry, entry.on)
                for key in entry_keys(entry):
                    self._told.setdefault(key, []).append(telling)
        for tellings in self._told.values():
            tellings.sort()

    def keys(self, kind: EntryKind) -> list[Key]:
        """See :meth:`Timeline.keys`."""
        return [key for key in self._told if key.kind == kind]

    def latest(self, asked: Sequence[tuple[Key, str]], *, limit: int = 1) -> list[list[Telling]]:
        """See :meth:`Timeline.latest`."""
        return [self._told.get(key, [])[: self._after(key, day)][-limit:][::-1] for key, day in asked]

    def earliest(self, asked: Sequence[tuple[Key, str]]) -> list[Telling | None]:
        """See :meth:`Timeline.earliest`."""
        return [next(iter(self._told.get(key, [])[self._after(key, day) :]), None) for key, day in asked]

    def days(self, kind: EntryKind) -> list[tuple[Key, str]]:
        """Every key of ``kind`` with each day anything was told under it."""
        return [(key, day) for key in self.keys(kind) for day in dict.fromkeys(one.day for one in self._told[key])]

    def _after(self, key: Key, day: str) -> int:
        return bisect_right(self._told.get(key, []), day, key=lambda telling: telling.day)


class Remembered:
    """A timeline that remembers what was the latest under each key: what was told last until a day was so before it.

    A brief asks what stood on several days; under most keys nothing was told between them. Ask as of the latest first.

    :param timeline: what is asked where nothing is remembered.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._last: dict[Key, tuple[str, list[Telling]]] = {}

    def keys(self, kind: EntryKind) -> list[Key]:
        """See :meth:`Timeline.keys`."""
        return self._timeline.keys(kind)

    def latest(self, asked: Sequence[tuple[Key, str]], *, limit: int = 1) -> list[list[Telling]]:
        """See :meth:`Timeline.latest`; only of one telling each is anything remembered."""
        if limit > 1:
            return self._timeline.latest(asked, limit=limit)
        found = [self._remembered(key, day) for key, day in asked]
        unknown = [place for place, told in enumerate(found) if told is None]
        answers = self._timeline.latest([asked[place] for place in unknown])
        for place, told in zip(unknown, answers, strict=True):
            key, day = asked[place]
            found[place] = told
            if day >= self._last.get(key, ("",))[0]:
                self._last[key] = day, told
        return [told or [] for told in found]

    def earliest(self, asked: Sequence[tuple[Key, str]]) -> list[Telling | None]:
        """See :meth:`Timeline.earliest`."""
        return self._timeline.earliest(asked)

    def _remembered(self, key: Key, day: str) -> list[Telling] | None:
        """The latest telling until ``day``, in a list, empty if there is none; ``None`` where that is not known."""
        until, told = self._last.get(key, ("", []))
        known = day <= until and (not told or told[0].day <= day)
        return told if known else None


def entry_keys(entry: Entry) -> list[Key]:
    """The keys an entry stands under: one for each thing it touches, or one for touching nothing."""
    named = key_type(entry.kind, entry.type)
    touches: Sequence[tuple[str | None, str | None]] = [*entry.touches] or [(None, None)]
    return list(dict.fromkeys(Key(entry.kind, named, entry.actor, issue, option) for issue, option in touches))


def telling_of(entry: Entry, on: str) -> Telling:
    """The telling of an entry that is dated ``on``."""
    return Telling(last_day(on).isoformat(), int(entry.id[1:]), on, entry.type)
