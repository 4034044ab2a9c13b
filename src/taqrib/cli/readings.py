"""Many reports read at once: one process for each core, answers in the order the files were named."""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from taqrib.cli.pool import in_processes
from taqrib.errors import TaqribError, Unreadable
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

_WORTH_A_PROCESS = 8
"""Reports that are read in about the time a process takes to start."""


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
    cores = min(len(os.sched_getaffinity(0)), len(paths) // _WORTH_A_PROCESS)
    with _progress(len(paths)) as step:
        if len(paths) < FEW or cores < 2:
            made: Iterator[Reading | Unread] = map(one, paths)
        else:
            made = in_processes(partial(_portable, one), paths, died=_ended_its_process, processes=cores)
        for reading in made:
            yield reading
            step()


def reading_of(path: Path, *, published: date | None, source: str | None, grade: str | None) -> Reading | Unread:
    """One file captured and read; what is no :class:`TaqribError` is a defect of ours, and is raised."""
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


def _portable(one: Callable[[Path], Reading | Unread], path: Path) -> Reading | Unread:
    """``one`` of ``path``; an error that cannot travel between processes becomes a sentence that can."""
    try:
        return one(path)
    except Exception as error:
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - written by ourselves a moment ago
        except Exception:  # noqa: BLE001 - whatever it is that keeps the error from travelling
            return Unread(path, Unreadable(f"reading failed inside Taqrib ({error!r}); report this", where=str(path)))
        raise


def _ended_its_process(path: Path) -> Unread:
    return Unread(
        path,
        Unreadable("expected a report, found that reading it ends the process; save its text alone", where=str(path)),
    )


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
