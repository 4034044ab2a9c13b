"""What ledger rows do to the tables that follow from them: the same whether they are written, imported or verified.

Each row takes effect after the one before it. A version of a report's facts or of an entry's standing is never changed:
the row that changes it ends it, and begins the next.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, or_, select, update

from taqrib.edtf import last_day
from taqrib.errors import Damaged
from taqrib.record.chain import canonical
from taqrib.record.copies import bands_of
from taqrib.record.entry import Key, is_disputed, key_type
from taqrib.record.many import end_many, insert_many
from taqrib.record.rows import stored
from taqrib.record.shapes import Shape
from taqrib.record.tables import (
    CAPTURED,
    FACTS,
    PROPOSED,
    STANDING,
    bands,
    entries,
    facts,
    keys,
    reports,
    standings,
    told,
    tombstones,
)
from taqrib.record.words import index_words, unindex_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, RowMapping

    from taqrib.record.entry import EntryKind
    from taqrib.record.ledger import LedgerRow

_DECIDED = {"accept": "accepted", "amend": "accepted", "reject": "rejected"}
_CHUNK = 10_000
"""Numbers asked for at once: fewer than either database's limit of parameters."""


class Change(NamedTuple):
    """A row that changes how an entry stands.

    :ivar becomes: from the columns of its standing before, those that are otherwise after.
    """

    row: LedgerRow
    entry: int
    becomes: Callable[[dict[str, Any]], Mapping[str, Any]]


class Projection:
    """The derived tables, as the rows given to :meth:`apply` leave them.

    :param texts: number -> text of the reports that are captured; their texts stand in no ledger row.
    """

    def __init__(self, connection: Connection, texts: Mapping[int, str]) -> None:
        self._connection = connection
        self._texts = texts
        self._keys: set[int] | None = None
        self._acts: dict[str, Callable[[list[LedgerRow]], None]] = {
            "begin": self._begin,
            "capture": self._capture,
            "correct": self._each(self._correct),
            "propose": self._propose,
            "withdraw": self._decide,
            "accept": self._decide,
            "amend": self._decide,
            "reject": self._decide,
            "retract": self._each(self._retract),
            "undo": self._each(self._undo),
            "remove": self._each(self._remove),
        }

    def apply(self, rows: Iterable[LedgerRow]) -> None:
        """Let ``rows`` take effect, in their order; a row whose content was removed later has none.

        :raises Damaged: if a row does not follow from those before it.
        """
        for act, same in groupby((row for row in rows if row.body is not None), key=lambda row: row.act):
            several = list(same)
            try:
                self._acts[act](several)
            except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
                first, last = several[0].number, several[-1].number
                named = f"ledger row {first}" if first == last else f"one of the ledger rows {first} to {last}"
                raise Damaged(
                    f"{named} is sealed but does not follow from those before it; restore from a copy"
                ) from error

    def _each(self, act: Callable[[LedgerRow, Any], None]) -> Callable[[list[LedgerRow]], None]:
        def several(rows: list[LedgerRow]) -> None:
            for row in rows:
                act(row, row.body)

        return several

    def _begin(self, rows: list[LedgerRow]) -> None:
        """Nothing follows from the first row."""

    # ------------------------------------------------------------------ reports

    def _capture(self, rows: list[LedgerRow]) -> None:
        captured: list[dict[str, Any]] = []
        known: list[dict[str, Any]] = []
        alike: list[dict[str, Any]] = []
        words: list[tuple[int, str]] = []
        for row in rows:
            number, body = _number(row.subject, "r"), _body(row)
            text = self._texts[number]
            captured.append(
                {**{name: body[name] for name in CAPTURED}, "number": number, "captured_at": row.at, "text": text,
                 "copy_of": body.get("copy_of"), "captured": row.number}
            )  # fmt: skip
            fact = {name: body[name] for name in FACTS}
            known.append(
                {**stored(fact), "report": number, "since": row.number, "until": None, "retracted": False,
                 "known_on": fact["published"] or row.at[:10]}
            )  # fmt: skip
            alike.extend({"band": band, "report": number} for band in bands_of(text))
            words.append((number, text))
        insert_many(self._connection, reports, captured)
        insert_many(self._connection, facts, known)
        insert_many(self._connection, bands, alike)
        index_words(self._connection, "report_words", words)

    def _correct(self, row: LedgerRow, body: dict[str, Any]) -> None:
        report = _number(row.subject, "r")
        self._restate(row, report, body["to"])
        self._restand([Change(row, _number(entry, "e"), _always(dated)) for entry, dated in body["dated"].items()])

    def _retract(self, row: LedgerRow, body: dict[str, Any]) -> None:
        if row.subject.startswith("e"):
            numbers = [_number(row.subject, "e")]
        else:
            report = _number(row.subject, "r")
            self._restate(row, report, {"retracted": True})
            numbers = [_number(entry, "e") for entry in body["entries"]]
        retracted = _always({"status": "retracted", "decided_by": row.by})
        self._restand([Change(row, entry, retracted) for entry in numbers])

    def _remove(self, row: LedgerRow, body: dict[str, Any]) -> None:
        report = _number(row.subject, "r")
        numbers = body["entries"]
        connection = self._connection
        text = connection.execute(select(reports.c.text).where(reports.c.number == report)).scalar()
        if text is not None:
            unindex_words(connection, "report_words", [(report, text)])
            connection.execute(delete(bands).where(bands.c.report == report, bands.c.band.in_(bands_of(text))))
        quoted = connection.execute(select(entries).where(entries.c.report == report)).mappings()
        unindex_words(connection, "entry_words", [(entry["number"], entry_words(entry)) for entry in quoted])
        for some in _chunks(numbers):
            connection.execute(delete(told).where(told.c.entry.in_(some)))
            connection.execute(delete(standings).where(standings.c.entry.in_(some)))
            connection.execute(delete(entries).where(entries.c.number.in_(some)))
        connection.execute(delete(keys).where(~select(told.c.key).where(told.c.key == keys.c.id).exists()))
        self._keys = None
        connection.execute(delete(facts).where(facts.c.report == report))
        connection.execute(delete(reports).where(reports.c.number == report))
        stone = {"report": report, "sha256": body["sha256"], "removed": row.number, "at": row.at, "by": row.by}
        insert_many(self._connection, tombstones, [stored({**stone, "why": body["why"], "entries": numbers})])

    def _restate(self, row: LedgerRow, report: int, changes: Mapping[str, Any]) -> None:
        """End the report's standing facts and begin the next."""
        current = select(facts).where(facts.c.report == report, facts.c.until.is_(None))
        fact = dict(self._connection.execute(current).mappings().one_or_none() or {})
        changed = {**fact, **stored(changes), "since": row.number}
        if fact["since"] == row.number:
            raise ValueError(fact)
        captured = select(reports.c.captured_at).where(reports.c.number == report)
        changed["known_on"] = changed["published"] or self._connection.execute(captured).scalar_one()[:10]
        self._connection.execute(
            update(facts).where(facts.c.report == report, facts.c.until.is_(None)).values(until=row.number)
        )
        insert_many(self._connection, facts, [changed])

    # ------------------------------------------------------------------ entries

    def _propose(self, rows: list[LedgerRow]) -> None:
        proposed: list[dict[str, Any]] = []
        standing: list[dict[str, Any]] = []
        words: list[tuple[int, str]] = []
        for row in rows:
            number, body = _number(row.subject, "e"), _body(row)
            entry = {name: body[name] for name in PROPOSED}
            proposed.append({**stored(entry), "number": number})
            standing.append(
                {**stored({name: body[name] for name in STANDING}), "day": _day(body["on"]),
                 "entry": number, "since": row.number, "until": None, "status": "proposed", "claim_grade": None,
                 "amended": False, "decided_by": None, "votes": "{}", "disputed": False}
            )  # fmt: skip
            words.append((number, entry_words(entry)))
        insert_many(self._connection, entries, proposed)
        insert_many(self._connection, standings, standing)
        index_words(self._connection, "entry_words", words)

    def _decide(self, rows: list[LedgerRow]) -> None:
        self._restand([Change(row, _number(row.subject, "e"), _decision(row)) for row in rows])

    def _undo(self, row: LedgerRow, body: dict[str, Any]) -> None:
        """What the row ``of`` ended stands again, as a new version; what was corrected since stays corrected."""
        ended = body["of"]
        if row.subject.startswith("r"):
            report = _number(row.subject, "r")
            self._restate(row, report, {"retracted": False})
            of_report = (
                select(entries.c.number)
                .join(standings, standings.c.entry == entries.c.number)
                .where(entries.c.report == report, standings.c.until.is_(None), standings.c.status != "withdrawn")
            )
            concerned: ColumnElement[bool] = standings.c.entry.in_(of_report)
        else:
            concerned = standings.c.entry == _number(row.subject, "e")
        either = select(standings).where(concerned, or_(standings.c.until == ended, standings.c.since == ended))
        found = self._connection.execute(either.order_by(standings.c.entry, standings.c.since)).mappings().all()
        pairs = list(zip(found[::2], found[1::2], strict=True))
        if not pairs and row.subject.startswith("e"):
            raise ValueError(row)
        self._restand([Change(row, one["entry"], self._restored(one, undone)) for one, undone in pairs])

    def _restored(self, one: RowMapping, undone: RowMapping) -> Callable[[dict[str, Any]], Mapping[str, Any]]:
        """What becomes of an entry's standing when the version ``one`` stands again instead of ``undone``.

        Its date is the last known: one that was not decided on follows the corrections of the report's day.
        """
        dates = ("on", "on_basis")
        before = _without(one, "entry", *_VERSION)
        if all(one[name] == undone[name] for name in dates):
            return _always(_without(before, *dates))
        if one["on_basis"] == "published":
            day = select(facts.c.published).join(entries, entries.c.report == facts.c.report)
            day = day.where(entries.c.number == one["entry"], facts.c.until.is_(None))
            before["on"] = self._connection.execute(day).scalar()
        return _always(before)

    def _restand(self, changes: Sequence[Change]) -> None:
        """End the standing of entries and begin the next, one change after the other."""
        standing = self._standing(sorted({change.entry for change in changes}))
        ended: list[dict[str, Any]] = []
        made: list[dict[str, Any]] = []
        begun: set[int] = set()
        for row, entry, becomes in changes:
            before = standing[entry]
            if entry in begun:
                before["until"] = row.number
            else:
                ended.append({"ended": entry, "at_row": row.number, "was": before["status"]})
                begun.add(entry)
            after = {**before, **stored(becomes(before)), "since": row.number, "until": None}
            after["day"] = _day(after["on"])
            standing[entry] = after
            made.append(after)
        self._end(ended)
        insert_many(self._connection, standings, made)
        self._tell([version for version in made if version["status"] == "accepted"])

    def _standing(self, numbers: Sequence[int]) -> dict[int, dict[str, Any]]:
        found: dict[int, dict[str, Any]] = {}
        for some in _chunks(numbers):
            query = select(standings).where(standings.c.until.is_(None), standings.c.entry.in_(some))
            found.update((row[0], dict(zip(_STANDING, row, strict=True))) for row in self._connection.execute(query))
        return found

    def _end(self, ended: list[dict[str, Any]]) -> None:
        for table, rows in ((standings, ended), (told, [row for row in ended if row["was"] == "accepted"])):
            end_many(self._connection, table, rows)

    def _tell(self, accepted: list[dict[str, Any]]) -> None:
        """Enter what is accepted under each thing it touches."""
        of_entry: dict[int, tuple[EntryKind, str, int]] = {}
        for some in _chunks(sorted({version["entry"] for version in accepted})):
            query = select(entries.c.number, entries.c.kind, entries.c.type, entries.c.report)
            found = self._connection.execute(query.where(entries.c.number.in_(some)))
            of_entry.update((number, (kind, type_, report)) for number, kind, type_, report in found)
        rows: list[dict[str, Any]] = []
        fresh: dict[int, Key] = {}
        for version in accepted:
            kind, type_, report = of_entry[version["entry"]]
            for key in touched_keys(kind, type_, version["actor"], version["touches"]):
                fresh[key_id(key)] = key
                one = {name: version[name] for name in ("entry", "since", "until")}
                dated = {"day": version["day"] or "", "on": version["on"] or ""}
                rows.append({"key": key_id(key), "type": type_, "kind": kind, "report": report, **dated, **one})
        self._learn(fresh)
        insert_many(self._connection, told, rows)

    def _learn(self, fresh: dict[int, Key]) -> None:
        if self._keys is None:
            self._keys = set(self._connection.execute(select(keys.c.id)).scalars())
        new = {id_: key for id_, key in fresh.items() if id_ not in self._keys}
        insert_many(
            self._connection,
            keys,
            [{"id": id_, **{part: value or "" for part, value in key._asdict().items()}} for id_, key in new.items()],
        )
        self._keys.update(new)


_STANDING = tuple(standings.columns.keys())
_VERSION = ("since", "until")
_VOTES, _TOUCHES = (Shape((column,), "a row") for column in (standings.c.votes, standings.c.touches))


def _always(values: Mapping[str, Any]) -> Callable[[dict[str, Any]], Mapping[str, Any]]:
    return lambda _: values


def _without(version: RowMapping | dict[str, Any], *columns: str) -> dict[str, Any]:
    return {name: value for name, value in version.items() if name not in columns}


def _decision(row: LedgerRow) -> Callable[[dict[str, Any]], Mapping[str, Any]]:
    """What a decision (or a withdrawal) makes of an entry's standing."""
    body = _body(row)
    if row.act == "withdraw":
        return _always({"status": "withdrawn"})
    changes = body["changes"]
    status = _DECIDED[row.act]
    told = canonical(changes)

    def decided(before: dict[str, Any]) -> dict[str, Any]:
        votes, disputed = _voted(before["votes"], row.by, status, told)
        return {
            **changes,
            "status": status,
            "decided_by": row.by,
            "amended": before["amended"] or bool(changes),
            "votes": votes,
            "disputed": disputed,
        }

    return decided


@lru_cache(maxsize=1 << 10)
def _voted(before: str, by: str, status: str, changes: str) -> tuple[str, bool]:
    """The votes after one more, and whether they dispute the entry.

    :param before: the votes, as the table keeps them.
    :param changes: canonical JSON.
    """
    votes = {**_VOTES.read((before,), "")["votes"], by: [status, json.loads(changes)]}
    return canonical(votes), is_disputed(list(votes.values()))


@lru_cache(maxsize=1 << 14)
def touched_keys(kind: EntryKind, type_: str, actor: str | None, touches: str) -> tuple[Key, ...]:
    """The keys an accepted entry is entered under: one for each thing it touches, or one for touching nothing.

    :param touches: as the table keeps them.
    """
    listed = _TOUCHES.read((touches,), "")["touches"] or [["", None]]
    named = key_type(kind, type_)
    return tuple(dict.fromkeys(Key(kind, named, actor or None, issue or None, option) for issue, option in listed))


@lru_cache(maxsize=1 << 14)
def key_id(key: Key) -> int:
    """The id of a key, which follows from the key: the first 63 bits of its hash."""
    named = hashlib.sha256(canonical([part or "" for part in key]).encode("utf-8", "surrogatepass"))
    return int.from_bytes(named.digest()[:8], "big") >> 1


def entry_words(entry: RowMapping | dict[str, Any]) -> str:
    """The words an entry is found by: its quote, whom it is about, who vouches for it."""
    return " ".join(entry[name] or "" for name in ("quote", "name", "voice"))


def _day(on: str | None) -> str | None:
    return last_day(on).isoformat() if on else None


def _body(row: LedgerRow) -> dict[str, Any]:
    if row.body is None:
        raise ValueError(row)
    return row.body


def _number(subject: str, letter: str) -> int:
    if not subject.startswith(letter):
        raise ValueError(subject)
    return int(subject[1:])


def _chunks(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))
