"""Reading in several processes: what kills one, and what kills this one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from taqrib.cli.pool import in_processes


def double(number: int) -> int:
    return 2 * number


def end_on_seven(number: int) -> int:
    if number % 10 == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def end_once(flag: Path) -> str:
    if flag.name == "3" and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return flag.name


def fail_on_seven(number: int) -> int:
    if number == 7:
        raise ZeroDivisionError(number)
    return number


def negative(number: int) -> int:
    return -number


def test_answers_come_in_the_order_of_what_was_given() -> None:
    assert list(in_processes(double, range(100), died=negative, processes=2)) == [2 * number for number in range(100)]


def test_what_kills_its_process_costs_its_own_answer_and_no_other() -> None:
    expected = [-number if number % 10 == 7 else 2 * number for number in range(60)]
    assert list(in_processes(end_on_seven, range(60), died=negative, processes=2)) == expected


def test_what_was_killed_from_without_is_made_again(tmp_path: Path) -> None:
    given = [tmp_path / str(number) for number in range(40)]
    names = [path.name for path in given]
    assert list(in_processes(end_once, given, died=lambda path: f"{path} died", processes=2)) == names


def test_a_defect_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(fail_on_seven, range(20), died=negative, processes=2))


def test_without_processes_to_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none_left)
    assert list(in_processes(double, range(20), died=negative, processes=2)) == [2 * number for number in range(20)]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_kill_leaves_no_process_behind(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    words = "Envoy Nada of Orla said on Monday that talks on the lagoon go on and that patrols may follow. "
    for number in range(48):
        (folder / f"{number:02}.txt").write_text(f"Note {number}. " + words * 200)
    reading = subprocess.Popen(
        [sys.executable, "-m", "taqrib", "read", str(folder), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    try:
        assert reading.stdout is not None
        assert reading.stdout.readline()  # so the processes are at work
        children = [
            int(child) for child in Path(f"/proc/{reading.pid}/task/{reading.pid}/children").read_text().split()
        ]
    finally:
        reading.kill()
        reading.communicate(timeout=60)
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core: everything is read in one process")
    assert children
    until = time.monotonic() + 30
    while (alive := [child for child in children if lives(child)]) and time.monotonic() < until:
        os.sched_yield()
    assert not alive


def lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in {"Z", "X"}
