"""Accepted entries under their keys, looked up by day: each look-up costs the same however long the history is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from taqrib.record.entry import Telling
from taqrib.record.projection import key_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.record.entry import EntryKind, Key
    from taqrib.record.view import View


_DAY = "substr(asked.value, 20)"
"""The day asked for stands behind the 19 digits of the key."""


class StoredTimeline:
    """The timeline of a :class:`taqrib.record.view.View`; see :class:`taqrib.positions.Timeline`.

    All that is asked at once is one query, whose every part seeks in the index of ``told``.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._keys: dict[EntryKind, list[Key]] = {}

    def keys(self, kind: EntryKind) -> list[Key]:
        """Every key of ``kind`` under which anything was ever accepted."""
        if kind not in self._keys:
            self._keys[kind] = self._view.keys(kind)
        return self._keys[kind]

    def latest(self, asked: Sequence[tuple[Key, str]], *, limit: int = 1) -> list[list[Telling]]:
        """For each key and day asked, the latest tellings dated on or before that day, the latest first.

        :param limit: at most so many for each.
        """
        return self._tellings(asked, f"told.day <= {_DAY} AND told.day > ''", "DESC", limit)

    def earliest(self, asked: Sequence[tuple[Key, str]]) -> list[Telling | None]:
        """For each key and day asked, the earliest telling dated after that day."""
        return [found[0] if found else None for found in self._tellings(asked, f"told.day > {_DAY}", "ASC", 1)]

    def undated(self, asked: Sequence[Key], *, limit: int) -> list[list[Telling]]:
        """For each key asked, tellings that nobody dated, the last proposed first."""
        return self._tellings([(key, "") for key in asked], f"told.day = {_DAY}", "DESC", limit)

    def _tellings(self, asked: Sequence[tuple[Key, str]], when: str, order: str, limit: int) -> list[list[Telling]]:
        if not asked:
            return []
        connection = self._view.connection
        words = _WORDS[connection.dialect.name]
        query = words.format(when=when, order=order, stands=self._view.stands_in_words())
        parameters = {"asked": json.dumps([f"{key_id(key):019}{day}" for key, day in asked]), "limit": limit}
        answer = connection.execute(text(query), {**parameters, **self._view.known_in_words()}).scalar()
        listed: Any = json.loads(answer) if isinstance(answer, str) else answer
        found: list[list[Telling]] = [[] for _ in asked]
        for place, tellings in listed:
            found[place] = list(map(Telling._make, tellings or ()))
        return found


_WORDS = {
    "sqlite": """
        SELECT '[' || group_concat('[' || asked.key || ',' || (
            SELECT json_group_array(json_array(day, entry, "on", type)) FROM (
                SELECT told.day, told.entry, told."on", told.type FROM told
                WHERE told.key = CAST(substr(asked.value, 1, 19) AS INTEGER) AND {when} AND {stands}
                ORDER BY told.day {order}, told.entry {order} LIMIT :limit)) || ']') || ']'
        FROM json_each(:asked) AS asked""",
    "postgresql": """
        SELECT json_agg(json_build_array(asked.place - 1, (
            SELECT json_agg(json_build_array(day, entry, "on", type)) FROM (
                SELECT told.day, told.entry, told."on", told.type FROM told
                WHERE told.key = CAST(substr(asked.value, 1, 19) AS bigint) AND {when} AND {stands}
                ORDER BY told.day {order}, told.entry {order} LIMIT :limit) AS found)))
        FROM jsonb_array_elements_text(CAST(:asked AS jsonb)) WITH ORDINALITY AS asked(value, place)""",
}
"""One query in each database's words: both seek ``told`` by its primary key, once for each key and day asked.

What is asked comes as one JSON array and the answer goes as another: a row for each of some thousands of look-ups took
longer than the look-ups.
"""
