"""Answers and errors: text is nothing but text, on a terminal and in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandline import Run
from taqrib.cli.output import count, json_text

TRAP = "a\x1b[2J\u202eb\u2066\x9bc"


@pytest.mark.parametrize("text", [TRAP, "\U000e0041", "\ud800", "قال", "line\nline\t\\u202e"])
def test_json_loads_as_it_was_and_commands_no_terminal(text: str) -> None:
    written = json_text({text: [text]}, indent=1)
    assert json.loads(written) == {text: [text]}
    assert not {"\x1b", "\u202e", "\u2066", "\x9b", "\U000e0041", "\ud800"} & set(written)


def test_things_are_counted_as_people_write_them() -> None:
    assert [count(number, "entry", "entries") for number in (0, 1, 2)] == ["0 entries", "1 entry", "2 entries"]


def test_nothing_given_on_the_command_line_commands_the_terminal(run: Run, case: Path, tmp_path: Path) -> None:
    report = tmp_path / f"{TRAP}.txt"
    report.write_text("Orla demands fishing in open water, Nada Mersal said on Friday.")
    told = [
        run("add", case, report, "--source", TRAP),
        run("add", case, report, "--source", TRAP, "--format", "json"),
        run("read", report),
        run("read", report, "--format", "json"),
        run("review", case, "--by", TRAP, answers="a\nq\n"),
        run("review", case, "--by", TRAP, "--accept-all", "--format", "json"),
        run("show", "e1", case),
        run("case", "new", "harbour", "--title-en", TRAP.replace("\x1b", "").replace("\x9b", "")),
        run("case", "show", "harbour"),
        run("case", "check", tmp_path / TRAP),
        run("gaps", case, "--as-of", TRAP),
    ]
    for done in told:
        assert "Traceback" not in done.stderr
        assert not {"\x1b", "\u202e", "\u2066", "\x9b"} & set(done.stdout + done.stderr), done.args
