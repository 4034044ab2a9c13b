"""Many reports read at once: one process for each core, answers in the order the files were named."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from taqrib.errors import TaqribError
from taqrib.evidence import capture
from taqrib.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from taqrib.evidence import Report
    from taqrib.reading import Findings

FEW = 16
"""Fewer reports than this are read sooner here than another process starts."""

_AT_ONCE = 8
"""Reports handed to a process together: enough to hide the handing over, few enough for steady memory and progress."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One file's report with its findings."""

    path: Path
    report: Report
    findings: Findings


@dataclass(frozen=True, slots=True)
class Unread:
    """One file that could not be read, and why."""

    path: Path
    error: TaqribError


def readings(
    paths: Sequence[Path], *, published: date | None, source: str | None = None, grade: str | None = None
) -> Iterator[Reading | Unread]:
    """Each file of ``paths`` captured and read, in their order; a bad file is one :class:`Unread` among them.

    :param published: the day of publication, given for all of them; ``None`` leaves it to each file, as with
        ``source`` and ``grade``.
    """
    one = partial(reading_of, published=published, source=source, grade=grade)
    cores = min(len(os.sched_getaffinity(0)), len(paths) // _AT_ONCE)
    with _progress(len(paths)) as step:
        if len(paths) < FEW or cores < 2:
            for path in paths:
                yield one(path)
                step()
            return
        with ProcessPoolExecutor(cores) as pool:
            for reading in pool.map(one, paths, chunksize=_AT_ONCE):
                yield reading
                step()


def reading_of(path: Path, *, published: date | None, source: str | None, grade: str | None) -> Reading | Unread:
    """One file captured and read."""
    try:
        report = capture(path, published=published, source=source, grade=grade)
        findings = read(
            report.text,
            published=report.published,
            published_basis=report.published_basis,
            language=report.language,
        )
    except TaqribError as error:
        return Unread(path, error)
    return Reading(path, report, findings)


@contextmanager
def _progress(count: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where a person watches and there is something to wait for."""
    if count < FEW or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=count)
        yield lambda: bar.advance(task)
