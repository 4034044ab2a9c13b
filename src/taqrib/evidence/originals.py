"""The originals: a byte-exact copy of every captured file, in the case's ``reports`` folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taqrib.evidence.report import Report


def keep_original(source: Path, report: Report, folder: Path) -> Path:
    """Copy ``source`` into ``folder``, named by the hash of its report's text; an existing copy is left alone.

    The copy appears whole or not at all: a kill leaves no half file under the final name.

    :raises OSError: if the folder cannot be written or the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{report.sha256[:12]}-{source.name}"
    if kept.exists():
        return kept
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(source.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(kept)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return kept
