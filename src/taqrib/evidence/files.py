"""Files and folders: which of them are reports, and their bytes, read once and never waited for."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from taqrib.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 20_000_000
"""Bytes. A report of 20 MB would be twenty novels: a larger file is something else."""

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
"""The suffixes :func:`collect` takes from a folder."""

_NOT_FILES = (
    (stat.S_ISDIR, "a folder; name a file in it, or collect the folder"),
    (stat.S_ISFIFO, "a pipe; save its contents as a file"),
    (stat.S_ISSOCK, "a socket; name a file"),
    (stat.S_ISCHR, "a device; name a file"),
    (stat.S_ISBLK, "a device; name a file"),
)


def collect(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """The files to capture among ``paths``: each file as named, each folder's reports below it.

    A file that is named is always taken, whatever it is called; from a folder, hidden files and folders and unknown
    suffixes (:data:`SUFFIXES`) are left out, and links to folders are not followed, so that no folder is walked twice.
    Each file comes once, a folder's files sorted by their path.

    :raises Unreadable: if a path does not exist, a folder cannot be listed or holds no report, or links turn in a
        circle.
    """
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if stat.S_ISDIR(_status(path).st_mode):
            below = sorted(_reports_below(path))
            if not below:
                kinds = ", ".join(sorted(SUFFIXES))
                raise Unreadable(f"expected reports in this folder ({kinds}), found none", where=name_of(path))
            found.update(dict.fromkeys(below))
        else:
            found[path] = None
    return list(found)


def _reports_below(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise Unreadable(f"expected a folder to list, found {_reason(error)}", where=name_of(Path(error.filename)))

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES:
                yield path


def read_bytes(path: Path) -> bytes:
    """The contents of a regular file of at most 20 MB, in one reading; never waits for a pipe or a device.

    :raises Unreadable: if it does not exist, is no regular file, is empty, is too large, or may not be read.
    """
    where = name_of(path)
    status = _status(path)
    _expect_file(status, where)
    if status.st_size > LARGEST:
        raise _too_large(status.st_size, where)
    try:
        # Not to block, even if a pipe has taken the file's place since it was looked at.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            _expect_file(os.fstat(descriptor), where)
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(error, where) from error
    if len(data) > LARGEST:
        raise _too_large(len(data), where)
    if not data:
        raise Unreadable("expected a report, found an empty file; save the report again", where=where)
    return data


def name_of(path: Path) -> str:
    """The path as messages show it, also where its name is not valid Unicode."""
    return readable(str(path))


def readable(name: str) -> str:
    """A file's name as text that can be written anywhere: bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(error, name_of(path)) from error


def _expect_file(status: os.stat_result, where: str) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    found = next((words for is_so, words in _NOT_FILES if is_so(status.st_mode)), "something else; name a file")
    raise Unreadable(f"expected a file, found {found}", where=where)


def _unreadable(error: OSError | ValueError, where: str) -> Unreadable:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Unreadable("expected a file, found nothing of that name; check the spelling and the folder", where=where)
    return Unreadable(f"expected a file that can be read, found {_reason(error)}", where=where)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "that you may not read it; ask its owner or change its permissions"
    if isinstance(error, ValueError):
        return "a name with a NUL character; correct the name"
    if error.errno == errno.ELOOP:
        return "links that lead in a circle; name the file itself"
    return f"an error of the system ({error.strerror}); copy the file elsewhere and try again"


def _too_large(size: int, where: str) -> Unreadable:
    return Unreadable(
        f"expected a report of at most {LARGEST // 1_000_000} MB, found {size / 1e6:.1f} MB; save its text alone",
        where=where,
    )
