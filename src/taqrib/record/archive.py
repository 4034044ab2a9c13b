"""A whole case as one file: a ZIP with the case, the ledger, the texts and the originals, and a hash of each.

::

    manifest.json    the format, the case's id, how many ledger rows, the last seal, SHA-256 of every other file
    case.yaml
    ledger.jsonl     a ledger row a line, in order, each with its seal
    texts/r1.txt     the text of a report, as captured
    reports/...      the originals

The same record gives the same bytes. Importing replays the ledger, so everything else follows from it again.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from contextlib import contextmanager
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from sqlalchemy import select

from taqrib.errors import Damaged, Invalid, Unreadable
from taqrib.evidence import Original, keep_original, same_bytes
from taqrib.record.chain import FIRST, canonical, digest, seal
from taqrib.record.ledger import LedgerRow, begun_for
from taqrib.record.many import insert_many
from taqrib.record.projection import Projection
from taqrib.record.removing import first_lost
from taqrib.record.tables import facts, ledger, reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sqlalchemy import Connection

FORMAT = 1
"""Of the archive."""

_MANIFEST, _CASE, _LEDGER = "manifest.json", "case.yaml", "ledger.jsonl"
_BATCH = 1000
_UNREADABLE = (KeyError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What a ZIP raises whose bytes are not what was written; of a method or a password it lacks, a RuntimeError."""
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the earliest that ZIP knows, so that the same record gives the same bytes."""


def write_archive(connection: Connection, case_yaml: str, originals: Path, file: IO[bytes]) -> str:
    """Write the whole case to ``file``; returns the last seal.

    :param connection: to the record.
    :param originals: the folder of the originals.
    :raises Damaged: if an original is missing or another than was captured.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        writing = _Writing(archive)
        writing.whole(_CASE, case_yaml.encode())
        last = writing.ledger(connection)
        for number, text in connection.execute(select(reports.c.number, reports.c.text).order_by(reports.c.number)):
            writing.whole(f"texts/r{number}.txt", text.encode("utf-8", "surrogatepass"))
        for name, sha256 in connection.execute(_originals()):
            writing.original(originals / name, f"reports/{name}", sha256)
        begun = connection.execute(select(ledger.c.subject).where(ledger.c.number == 1)).scalar()
        manifest = {"format": FORMAT, "case": begun, **last, "files": writing.files}
        writing.whole(_MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    return str(last["seal"])


def _originals() -> Any:  # noqa: ANN401 - a selection of two columns
    named = select(facts.c.original, facts.c.original_sha256).where(facts.c.original.is_not(None))
    return named.distinct().order_by(facts.c.original)


class _Writing:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.files: dict[str, str] = {}

    def whole(self, name: str, content: bytes) -> None:
        with self._opened(name) as file:
            file.write(content)
        self.files[name] = hashlib.sha256(content).hexdigest()

    def ledger(self, connection: Connection) -> dict[str, Any]:
        hashed = hashlib.sha256()
        rows, last = 0, FIRST
        with self._opened(_LEDGER) as file:
            streamed = select(ledger).order_by(ledger.c.number).execution_options(yield_per=_BATCH)
            for row in connection.execute(streamed).mappings():
                body = None if row["body"] is None else json.loads(row["body"])
                line = canonical({**row, "body": body}).encode("utf-8", "surrogatepass") + b"\n"
                file.write(line)
                hashed.update(line)
                rows, last = rows + 1, row["seal"]
        self.files[_LEDGER] = hashed.hexdigest()
        return {"rows": rows, "seal": last}

    def original(self, path: Path, name: str, sha256: str) -> None:
        if not same_bytes(path, sha256):
            found = "is not the file captured" if path.is_file() else "is missing"
            raise Damaged(f"an original {found}; restore it from a copy, then export", where=str(path))
        self.whole(name, path.read_bytes())

    def _opened(self, name: str) -> IO[bytes]:
        return self._archive.open(zipfile.ZipInfo(name, _NEVER), "w", force_zip64=name == _LEDGER)


class Archive:
    """A case in a file, checked against its manifest when it is opened.

    :param file: of the archive.
    :raises Unreadable: if it is no such archive.
    :raises Damaged: if a file in it is missing, not listed in the manifest, or another than that says.
    """

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._where = where
        try:
            self._zip = zipfile.ZipFile(file)
            self.manifest: dict[str, Any] = json.loads(self._zip.read(_MANIFEST))
            files: Mapping[str, str] = dict(self.manifest["files"])
            self.case = str(self.manifest["case"])
        except (*_UNREADABLE, TypeError, ValueError) as error:
            raise Unreadable(
                "expected a case exported by 'taqrib case export', found another kind of file", where=where
            ) from error
        if self.manifest.get("format") != FORMAT:
            raise Invalid(
                f"expected an archive of format {FORMAT}, found {self.manifest.get('format')!r}; import it with the "
                "Taqrib that wrote it",
                where=where,
            )
        unlisted = {_CASE, _LEDGER, *self._zip.namelist()} - {_MANIFEST, *files}
        if unlisted:
            raise Damaged(f"{min(unlisted)} is not in the archive's list of files; export it again", where=where)
        for name, sha256 in files.items():
            if hashlib.sha256(self._read(name)).hexdigest() != sha256:
                raise Damaged(f"{name} in the archive is not what was exported; export it again", where=where)

    @property
    def case_yaml(self) -> str:
        """The text of its ``case.yaml``.

        :raises Damaged: if it is no UTF-8.
        """
        try:
            return self._read(_CASE).decode()
        except UnicodeDecodeError as error:
            raise Damaged(f"{_CASE} in the archive is no UTF-8; export it again", where=self._where) from error

    def restore(self, connection: Connection, originals: Path) -> None:
        """Fill an empty record and its folder of originals.

        :raises Damaged: if the ledger's seals do not hold, or a text or an original is not the one captured.
        """
        projection = Projection(connection, _Texts(self))
        rows = self._sealed_rows()
        while batch := list(islice(rows, _BATCH)):
            insert_many(connection, ledger, [kept for kept, _ in batch])
            self._expect_texts(row for _, row in batch)
            projection.apply([row for _, row in batch])
        if begun_for(connection) != self.case:
            raise Damaged("the ledger in the archive is not that of the case its manifest names", where=self._where)
        lost = first_lost(connection, connection)
        if lost is not None:
            raise Damaged(f"ledger row {lost} in the archive has lost its content", where=self._where)
        named = [(name, self._original(name, sha256)) for name, sha256 in connection.execute(_originals()).all()]
        for _, original in named:
            keep_original(original, originals)

    def _expect_texts(self, rows: Iterable[LedgerRow]) -> None:
        """Refuse a text that is not the one its row has sealed."""
        for row in rows:
            if row.act == "capture" and row.body is not None:
                name = f"texts/{row.subject}.txt"
                if hashlib.sha256(self._read(name)).hexdigest() != row.body.get("sha256"):
                    raise Damaged(f"{name} in the archive is not the text captured", where=self._where)

    def _original(self, name: str, sha256: str) -> Original:
        original = Original(name.partition("-")[2], self._read(f"reports/{name}"))
        if original.sha256 != sha256 or original.kept_as != name or "/" in name:
            raise Damaged(f"the original {name} in the archive is not the file captured", where=self._where)
        return original

    def text(self, number: int) -> str:
        """The text of the report ``number``."""
        return self._read(f"texts/r{number}.txt").decode("utf-8", "surrogatepass")

    def _sealed_rows(self) -> Iterator[tuple[dict[str, Any], LedgerRow]]:
        last, number = FIRST, 0
        for line in self._lines():
            number += 1
            try:
                told = json.loads(line.decode("utf-8", "surrogatepass"))
                row = {column.name: told[column.name] for column in ledger.columns}
            except (KeyError, TypeError, ValueError):
                row = {}
            if not _is_row(row) or not _is_sealed(row, last, number):
                raise Damaged(f"ledger row {number} in the archive is not what was sealed", where=self._where)
            last = row["seal"]
            made = LedgerRow(number, row["at"], row["by"], row["act"], row["subject"], row["body"])
            yield {**row, "body": None if row["body"] is None else canonical(row["body"])}, made
        if (number, last) != (self.manifest.get("rows"), self.manifest.get("seal")):
            raise Damaged("the ledger in the archive does not end where its manifest says", where=self._where)

    def _lines(self) -> Iterator[bytes]:
        with self._explained(_LEDGER), self._zip.open(_LEDGER) as file:
            yield from file

    def _read(self, name: str) -> bytes:
        with self._explained(name):
            return self._zip.read(name)

    @contextmanager
    def _explained(self, name: str) -> Iterator[None]:
        try:
            yield
        except _UNREADABLE as error:
            raise Damaged(
                f"{name} is missing from the archive, or cannot be read; export it again", where=self._where
            ) from error


def _is_row(row: Mapping[str, Any]) -> bool:
    texts = ("at", "by", "act", "subject", "digest", "seal")
    return all(isinstance(row.get(name), str) for name in texts) and isinstance(row["body"], dict | None)


def _is_sealed(row: Mapping[str, Any], last: str, number: int) -> bool:
    covered = {name: row[name] for name in ("number", "at", "by", "act", "subject", "digest")}
    body_is_whole = row["body"] is None or digest(canonical(row["body"])) == row["digest"]
    return row["number"] == number and seal(last, **covered) == row["seal"] and body_is_whole


class _Texts(dict[int, str]):
    """Number -> text, read from the archive when it is asked for."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive

    def __missing__(self, number: int) -> str:
        return self._archive.text(number)
