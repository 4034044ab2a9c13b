"""Files for people, written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from taqrib.cli.folder import CASE_FILE, RECORD_FILE, REPORTS_FOLDER
from taqrib.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_RECORD = {f"{RECORD_FILE}{end}" for end in ("", "-wal", "-shm", "-journal")}


def write_whole(path: Path, content: str | bytes) -> None:
    """Write ``content`` to ``path``, text as UTF-8, making its folder where there is none.

    The file appears whole or not at all: until its last byte is on the disk, what was there before stays. A link is
    followed; a device or a pipe is written to as it is.

    :raises Invalid: if what stands there belongs to a case: its record, its case.yaml, an original.
    :raises OSError: that names ``path``, if its folder cannot be written or the disk is full.
    """
    with writing_whole(path) as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def writing_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into, which appears at ``path`` when the block ends, and not at all if it raises.

    :raises OSError: as :func:`write_whole` does.
    """
    with naming(path):
        target = path.resolve()
        _expect_no_part_of_a_case(target, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder is there", str(path))
        opened = target.open("wb") if target.exists() and not target.is_file() else _replacing(target)
        with opened as file:
            yield file


def _expect_no_part_of_a_case(target: Path, path: Path) -> None:
    """Refuse to write where a case keeps what it rests on: a mistyped name would cost the evidence.

    That is its record with the files SQLite makes beside it, and all of its folder of originals, whether or not there
    is such a file yet. Elsewhere a record or a case.yaml that is there is not written over; an empty one is what a
    failure left, and is nobody's evidence.

    :raises Invalid: if ``target`` is part of a case.
    """
    is_records = target.name in _OF_RECORD or target.name.startswith(f".{RECORD_FILE}.")
    is_there = target.is_file() and target.stat().st_size > 0
    is_of_case = is_records and (target.parent / CASE_FILE).exists()
    is_original = any(
        folder.name == REPORTS_FOLDER and (folder.parent / CASE_FILE).exists() for folder in target.parents
    )
    if is_of_case or is_original or (is_there and (is_records or target.name == CASE_FILE)):
        raise Invalid("expected a file that is no part of a case, found one; name another file", where=str(path))


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let an error of the system inside the block name ``path``: those of writing name no file by themselves."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    part = target.with_name(f".taqrib-{secrets.token_hex(6)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if target.exists():
                os.fchmod(descriptor, target.stat().st_mode & 0o777)
            yield file
            file.flush()
            os.fsync(descriptor)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
