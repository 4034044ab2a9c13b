"""The originals: a byte-exact copy of every captured file, in the case's ``reports`` folder."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

LONGEST_NAME = 100
"""Bytes of a file's own name that its copy keeps: with the hash before it, short enough for every file system."""

_LONGEST_SUFFIX = 12


@dataclass(frozen=True)
class Original:
    """A file as it was read, once: what was captured and what is kept are the same bytes.

    :ivar name: the file's own name.
    :ivar content: its bytes.
    """

    name: str
    content: bytes = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, as 64 hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def kept_as(self) -> str:
        """The name of the copy: the first 16 digits of the hash, then the file's own name, shortened if it is long.

        >>> Original("day-1.md", b"The mediator left.").kept_as
        'b9381a966c8bb7b8-day-1.md'
        """
        return f"{self.sha256[:16]}-{_short(self.name)}"


def keep_original(original: Original, folder: Path) -> Path:
    """Write the copy of ``original`` into ``folder``; one that is there and the same is left alone.

    The copy appears whole or not at all, and is on the disk when this returns: a kill leaves no half file under the
    final name, a power cut none that is empty.

    :raises OSError: if the folder cannot be written or the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / original.kept_as
    if same_bytes(kept, original.sha256):
        return kept
    part = folder / f".{original.sha256[:16]}.{os.getpid()}.part"
    try:
        with part.open("wb") as file:
            file.write(original.content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(kept)
        _sync(folder)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return kept


def copies_of(sha256: str, folder: Path) -> list[Path]:
    """Every copy in ``folder`` of the original with this hash, and what a kill left of writing one."""
    return [*folder.glob(f"{sha256[:16]}-*"), *folder.glob(f".{sha256[:16]}.*.part")]


def same_bytes(path: Path, sha256: str) -> bool:
    """Whether ``path`` is a file whose bytes have this hash.

    :raises OSError: if it is there and cannot be read.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _short(name: str) -> str:
    if len(name.encode()) <= LONGEST_NAME:
        return name
    suffix = Path(name).suffix
    if len(suffix.encode()) > _LONGEST_SUFFIX:
        suffix = ""
    room = LONGEST_NAME - len(suffix.encode())
    return name.encode()[:room].decode("utf-8", "ignore") + suffix


def _sync(folder: Path) -> None:
    """Bring the folder itself, and so the new name in it, to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
