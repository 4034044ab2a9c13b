"""Standard output that cannot be written, and text that an encoding lacks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commandline import Run

COMMANDS = [
    ("gaps",),
    ("gaps", "--format", "json"),
    ("brief",),
    ("case", "check"),
    ("review", "--accept-all", "--by", "a"),
]


def called(words: tuple[str, ...], case: Path) -> list[str]:
    return [sys.executable, "-m", "taqrib", *words, str(case)]


@pytest.mark.parametrize("words", [*COMMANDS, ("--help",), ("gaps", "--help")], ids=" ".join)
def test_a_reader_who_has_left_is_no_error(added: Path, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            called(words, added), stdout=writing, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which Linux has")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_full_disk_behind_standard_output_is_one_sentence(added: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            called(words, added), stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr.startswith("taqrib: standard output: the disk is full")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which Linux has")
def test_nobody_to_tell_of_progress_stops_no_work(case: Path, reports: list[Path], run: Run) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*called(("add",), case), *map(str, reports)], stderr=full, stdout=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 0
    assert json.loads(run("record", "verify", case, "--format", "json").stdout)["reports"] == 2


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1256"])
@pytest.mark.parametrize("words", [("case", "show"), ("brief", "--lang", "ar")], ids=" ".join)
def test_any_text_is_written_in_any_encoding(added: Path, words: tuple[str, ...], encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(called(words, added), capture_output=True, check=False, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1256"])
def test_json_stays_json_in_any_encoding(added: Path, encoding: str) -> None:
    words = ("case", "show", "--format", "json")
    told = [
        subprocess.run(
            called(words, added), capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": one}
        )
        for one in (encoding, "utf-8")
    ]
    strange, usual = (json.loads(done.stdout.decode(one)) for done, one in zip(told, (encoding, "utf-8"), strict=True))
    assert strange == usual
    assert usual["case"]["title"]["ar"]
