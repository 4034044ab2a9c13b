"""Whether a record still is what was written: every seal, every text, every derived row, every original."""

from __future__ import annotations

import hashlib
from itertools import islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import sqlalchemy
from sqlalchemy import func, select

from taqrib.errors import Damaged, Unreadable
from taqrib.evidence import same_bytes
from taqrib.record.chain import FIRST, digest, seal
from taqrib.record.ledger import as_rows
from taqrib.record.projection import Projection
from taqrib.record.record import ORIGINALS, database_at
from taqrib.record.removing import first_lost
from taqrib.record.schema import expected_parts, make_tables, parts
from taqrib.record.shapes import Shape
from taqrib.record.tables import DERIVED, entries, facts, ledger, reports
from taqrib.record.words import Index, indexed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine, Row, Table

    from taqrib.record.database import Place
    from taqrib.record.ledger import LedgerRow

_BATCH = 5000
"""Ledger rows that take effect together."""


class Verified(NamedTuple):
    """How much was checked and found whole.

    :ivar seal: of the last ledger row. Kept elsewhere, it is what tells a record from one whose last rows, or all of
        them, were written anew: such a record is whole in itself.
    """

    rows: int
    reports: int
    entries: int
    seal: str


def verify(place: Place, originals: Path | None = None, *, case: str | None = None) -> Verified:
    """Check the record at ``place`` from its first row to its last, and the originals it names.

    The ledger is sealed anew and let take effect in an empty database, which must then hold what the record holds.

    :param originals: the folder of the originals; by default ``reports`` beside the record.
    :param case: its case's id; needed for a record in PostgreSQL.
    :raises NotFound: if there is no record.
    :raises Damaged: at the first row whose seal, text or derived state is not what the ledger says, or at the first
        original that is missing or not the one captured; it names the row, the report or the file.
    """
    database = database_at(place, case=case, writable=False)
    if originals is None:
        originals = (place.parent if isinstance(place, Path) else Path()) / ORIGINALS
    try:
        with database.reading() as connection:
            database.check(connection)
            checking = _Checking(connection, database.where)
            whole = checking.whole()
            checking.originals(originals)
    finally:
        database.close()
    return whole


class _Checking:
    def __init__(self, connection: Connection, where: str) -> None:
        self._connection = connection
        self._where = where
        self._rows = 0
        self._last = FIRST

    def whole(self) -> Verified:
        made_anew: Engine = sqlalchemy.create_engine("sqlite://")  # a temporary database that spills to the disk
        with made_anew.connect() as anew:
            make_tables(anew)
            projection = Projection(anew, _Texts(self._connection, self._where))
            rows = self._sealed_rows()
            while batch := list(islice(rows, _BATCH)):
                self._take_effect(projection, batch)
            self._expect_removals(anew)
            for table in DERIVED:
                self._compare(table, anew)
            for index in get_args(Index):
                self._compare_words(index, anew)
            self._expect_parts(anew)
        made_anew.dispose()
        return Verified(self._rows, self._count(reports), self._count(entries), self._last)

    def originals(self, folder: Path) -> None:
        """Check the original of every report, corrected ones too.

        :raises Damaged: at the first that is missing or another.
        :raises Unreadable: if one cannot be read.
        """
        query = select(facts.c.report, facts.c.original, facts.c.original_sha256).where(facts.c.original.is_not(None))
        for report, name, sha256 in self._connection.execute(query.distinct().order_by(facts.c.report)):
            copy = folder / name
            try:
                same = same_bytes(copy, sha256)
            except OSError as error:
                raise Unreadable(
                    f"expected the original of report r{report}, found that it cannot be read ({error.strerror}); "
                    "check its permissions",
                    where=str(copy),
                ) from error
            if not same:
                found = "is not the file captured" if copy.is_file() else "is missing"
                raise Damaged(f"the original of report r{report} {found}; restore it from a copy", where=str(copy))

    # ------------------------------------------------------------------ the ledger

    def _sealed_rows(self) -> Iterator[LedgerRow]:
        streamed = select(ledger).order_by(ledger.c.number).execution_options(yield_per=_BATCH)
        with self._connection.execute(streamed) as found:
            for row in found:
                self._rows += 1
                texts = (row.at, row.by, row.act, row.subject, row.digest, row.seal)
                if not all(isinstance(text, str) for text in texts) or not self._is_sealed(row):
                    raise Damaged(
                        f"ledger row {self._rows} is not what was sealed; everything before it is whole; restore from "
                        "a copy",
                        where=self._where,
                    )
                self._last = row.seal
                yield from as_rows([row])

    def _is_sealed(self, row: Any) -> bool:  # noqa: ANN401 - a row of the ledger's table, whatever it holds
        body_is_whole = row.body is None or (isinstance(row.body, str) and digest(row.body) == row.digest)
        return (
            body_is_whole
            and row.number == self._rows
            and row.seal
            == seal(
                self._last, number=row.number, at=row.at, by=row.by, act=row.act, subject=row.subject, digest=row.digest
            )
        )

    def _take_effect(self, projection: Projection, batch: list[LedgerRow]) -> None:
        try:
            projection.apply(batch)
        except (Damaged, sqlalchemy.exc.DBAPIError) as error:
            message = error.message if isinstance(error, Damaged) else f"the ledger contradicts itself ({error})"
            raise Damaged(message, where=self._where) from error

    def _expect_removals(self, anew: Connection) -> None:
        """Every row without a body was removed by a later row: one that lost its body otherwise is damaged."""
        lost = first_lost(self._connection, anew)
        if lost is not None:
            raise Damaged(f"ledger row {lost} has lost its content; restore from a copy", where=self._where)

    # ------------------------------------------------------------------ what follows from it

    def _compare(self, table: Table, anew: Connection) -> None:
        """Find the first row of ``table`` that does not follow from the ledger."""
        shape = Shape(table.columns, _named(table))
        ordered = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_BATCH)
        with self._connection.execute(ordered) as here, anew.execute(ordered) as there:
            for found, expected in zip_longest(here, there):
                if found is not None:
                    shape.read(found, self._where)
                if found is None or expected is None or tuple(found) != tuple(expected):
                    named = _first_of(table, found, expected)
                    raise Damaged(f"{named} is not as the ledger has it; restore from a copy", where=self._where)

    def _compare_words(self, index: Index, anew: Connection) -> None:
        """Find the first word of ``index`` that no text has, or that a text has and nobody would find."""
        with indexed_words(self._connection, index) as here, indexed_words(anew, index) as there:
            for found, expected in zip_longest(here, there):
                if found is None or expected is None or tuple(found) != tuple(expected):
                    number = min(row[0] for row in (found, expected) if row is not None)
                    named = f"entry e{number}" if index == "entry_words" else f"report r{number}"
                    raise Damaged(
                        f"the words by which {named} is found are not those of its text; restore from a copy",
                        where=self._where,
                    )

    def _expect_parts(self, anew: Connection) -> None:
        """What is not Taqrib's in the database may act at the next change, and what is missing guards it no more."""
        found, expected = parts(self._connection), expected_parts(self._connection, anew)
        for name in sorted(found.keys() | expected.keys()):
            if found.get(name) != expected.get(name):
                what = "is missing" if name not in found else "is not one that Taqrib made"
                raise Damaged(f"the {name} of the record {what}; restore from a copy", where=self._where)

    def _count(self, table: Table) -> int:
        return self._connection.execute(select(func.count()).select_from(table)).scalar_one()


class _Texts(dict[int, str]):
    """Number -> text of the reports, looked up in the record when it is asked for, and checked."""

    def __init__(self, connection: Connection, where: str) -> None:
        super().__init__()
        self._connection = connection
        self._where = where

    def __missing__(self, number: int) -> str:
        row = self._connection.execute(
            select(reports.c.text, reports.c.sha256).where(reports.c.number == number)
        ).one_or_none()
        if row is None:
            raise Damaged(f"report r{number} is in the ledger but gone; restore from a copy", where=self._where)
        text = row.text if isinstance(row.text, str) else ""
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row.sha256:
            raise Damaged(
                f"the text of report r{number} is not the one captured; restore from a copy", where=self._where
            )
        return text


def _first_of(table: Table, found: Any, expected: Any) -> str:  # noqa: ANN401 - rows of any table
    """The name of what differs: the earlier of the two rows."""
    rows = [row for row in (found, expected) if row is not None]
    return _name(table, min(rows, key=lambda row: tuple(row._mapping[column.name] for column in table.primary_key)))  # noqa: SLF001


def _name(table: Table, row: Row[Any]) -> str:
    return _named(table).format(**row._mapping)  # noqa: SLF001


def _named(table: Table) -> str:
    """What a row of ``table`` is about, to be filled with its values."""
    match table.name:
        case "reports":
            return "report r{number}"
        case "entries":
            return "entry e{number}"
        case "facts" | "bands":
            return "report r{report}"
        case "standings" | "told":
            return "entry e{entry}"
        case "tombstones":
            return "the tombstone of r{report}"
        case _:
            return f"a row of the table {table.name}"
