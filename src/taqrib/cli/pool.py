"""Reading in several processes that never outlive this one, and whose death costs one answer at most."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

Given = TypeVar("Given")
Made = TypeVar("Made")

_AHEAD = 8
"""Given things waiting for each process: enough that none is idle, few enough for steady memory."""

_SET_PARENT_DEATH_SIGNAL = 1
"""``PR_SET_PDEATHSIG`` of Linux's prctl(2)."""


def in_processes(
    make: Callable[[Given], Made], given: Sequence[Given], *, died: Callable[[Given], Made], processes: int
) -> Iterator[Made]:
    """``make`` of each of ``given``, in their order, made by several processes at once.

    When one of them dies, what was being made is made again, each in a process of its own, and the rest by new ones.
    Where no process can be started, the rest is made in this one. What ``make`` raises is raised here.

    :param make: can be pickled, as can what it makes and raises.
    :param died: what is made of one that ends even a process of its own.
    """
    done = 0
    while done < len(given):
        pending: deque[Future[Made]] = deque()
        rest = iter(given[done:])
        try:
            with _pool(processes) as pool:
                pending.extend(pool.submit(make, one) for one in islice(rest, processes * _AHEAD))
                while pending:
                    made = pending[0].result()
                    pending.popleft()
                    pending.extend(pool.submit(make, one) for one in islice(rest, 1))
                    done += 1
                    yield made
        except BrokenProcessPool:
            for one in given[done : done + processes * _AHEAD]:
                done += 1
                yield _alone(make, one, died)
        except OSError:  # the system has no process to give
            for child in multiprocessing.active_children():
                child.kill()
            for one in given[done:]:
                done += 1
                yield make(one)


def _alone(make: Callable[[Given], Made], one: Given, died: Callable[[Given], Made]) -> Made:
    try:
        with _pool(1) as pool:
            return pool.submit(make, one).result()
    except BrokenProcessPool:
        return died(one)


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    forks = multiprocessing.get_context("fork") if sys.platform == "linux" else None
    pool = ProcessPoolExecutor(processes, mp_context=forks, initializer=_end_with, initargs=(os.getpid(),))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with(parent: int) -> None:
    """Leave Ctrl-C to the parent, and end when it ends, however it ends: a kill -9 tells its children nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)
