"""What holds for every command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from commandline import Run
from taqrib import __version__
from taqrib.cli.app import app

HEAVY = {
    "altair",
    "docx",
    "hijridate",
    "icalendar",
    "jinja2",
    "lxml",
    "numpy",
    "openpyxl",
    "pydantic",
    "rich.table",
    "sqlalchemy",
    "trafilatura",
    "typst",
    "yaml",
}


def leaves() -> list[tuple[str, ...]]:
    """Every command, as the words that call it."""
    found: list[tuple[str, ...]] = []

    def visit(command: object, words: tuple[str, ...]) -> None:
        below = getattr(command, "commands", None)
        if below is None:
            found.append(words)
        for name, child in (below or {}).items():
            visit(child, (*words, name))

    visit(typer.main.get_command(app), ())
    return found


@pytest.mark.parametrize("words", leaves(), ids=" ".join)
def test_every_command_explains_itself(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout
    assert done.stdout.count("\n") > 8


@pytest.mark.parametrize(
    "words",
    [
        ("case", "check", "nowhere"),
        ("case", "show", "nowhere"),
        ("add", "nowhere", "file.txt"),
        ("review", "nowhere", "--accept-all", "--by", "nour"),
        ("gaps", "nowhere"),
        ("show", "e1", "nowhere"),
        ("record", "verify", "nowhere"),
        ("read", "nowhere.txt"),
    ],
)
def test_what_is_not_there_is_one_sentence_or_one_envelope(run: Run, words: tuple[str, ...]) -> None:
    told = run(*words)
    assert (told.returncode, told.stdout) == (2, "")
    assert "nowhere" in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1
    enveloped = run(*words, "--format", "json")
    assert enveloped.returncode == 2
    answer = json.loads(enveloped.stdout)
    assert answer["ok"] is False
    assert set(answer["error"]) >= {"kind", "message", "where"}


@pytest.mark.parametrize(
    "words",
    [
        ("search", "lagoon", "water", "--limit", "0", "--format", "json"),
        ("search", "lagoon", "water", "--limit", "9" * 30, "--format=json"),
        ("packages", "lagoon", "--first", "9" * 30, "--format", "json"),
        ("gap", "lagoon", "--format", "json"),
        ("show", "--format", "json"),
        ("read", "--format", "jsonl", "--loud"),
    ],
)
def test_a_mistake_in_the_call_is_an_envelope_where_one_was_asked_for(run: Run, words: tuple[str, ...]) -> None:
    told = run(*words)
    assert (told.returncode, told.stderr) == (2, "")
    answer = json.loads(told.stdout)
    assert answer["ok"] is False
    assert answer["error"]["kind"] == "invalid"
    assert "see its --help" in answer["error"]["message"]


@pytest.mark.parametrize(
    "words",
    [
        ("undo", "{case}", "--by", "nour\udcff"),
        ("retract", "r1", "{case}", "--why", "\udcfe", "--by", "nour"),
        ("search", "{case}", "water", "\udcff"),
        ("add", "{case}", "{case}/case.yaml", "--source", "Gazette\udcff"),
    ],
    ids=lambda words: words[0],
)
def test_words_that_are_no_text_are_one_sentence(run: Run, added: Path, words: tuple[str, ...]) -> None:
    told = run(*(word.format(case=added) for word in words))
    assert told.returncode == 2
    assert told.stderr.startswith("taqrib: expected text in UTF-8, found '")
    assert len(told.stderr.splitlines()) == 1


def test_asking_for_help_loads_nothing_heavy() -> None:
    code = "import sys; import taqrib.cli.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY & set(loaded) == set()


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"taqrib {__version__}\n"


def test_a_misspelt_command_or_option_is_refused(run: Run) -> None:
    assert run("gap").returncode == 2
    assert run("gaps", "--asof", "2031-05-02").returncode == 2


def test_case_new_makes_a_case_that_checks(run: Run) -> None:
    assert run("case", "new", "harbour", "--title-en", "The harbour talks").returncode == 0
    checked = run("case", "check", "harbour")
    assert checked.returncode == 0, checked.stderr
    assert "is right" in checked.stdout
    shown = json.loads(run("case", "show", "harbour", "--format", "json").stdout)["case"]
    assert (shown["id"], shown["title"]["en"]) == ("harbour", "The harbour talks")
    again = run("case", "new", "harbour")
    assert again.returncode == 2
    assert "found a case there already" in again.stderr


def test_case_check_lists_every_mistake_with_its_line(run: Run, case: Path) -> None:
    path = case / "case.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("role: mediator", "role: umpire").replace("speaks_for: venn", "speaks_for: van"), "utf-8"
    )
    done = run("case", "check", case)
    assert done.returncode == 2
    first, second = done.stderr.strip().splitlines()
    assert "case.yaml:7" in first
    assert "mediator" in first
    assert "case.yaml:17" in second
    assert "venn" in second


def test_show_opens_a_quote_in_its_report(run: Run, added: Path) -> None:
    told = run("show", "e1", added)
    shown = json.loads(run("show", "e1", added, "--format", "json").stdout)
    start, end = shown["entry"]["span"]
    assert shown["report"]["source"] == "Example Gazette"
    assert f"characters {start} to {end}" in told.stdout
    assert "2031-05-02 (stated)" in told.stdout
    assert "propose by reading" in told.stdout
    assert run("show", "e999", added).returncode == 2


def test_gaps_shows_accepted_entries_only_and_says_what_waits(run: Run, added: Path) -> None:
    waiting = run("gaps", added, "--as-of", "2031-05-09")
    assert "wait for a decision" in waiting.stderr
    rows = json.loads(run("gaps", added, "--as-of", "2031-05-09", "--format", "json").stdout)["issues"]
    assert {row["state"] for row in rows} == {"unknown"}
    run("review", added, "--accept-all", "--by", "nour")
    answer = json.loads(run("gaps", added, "--as-of", "2031-05-09", "--format", "json").stdout)
    fishing = answer["issues"][0]
    assert fishing["cells"]["orla"][0]["option"] == "open-water"
    assert fishing["cells"]["premier"] == []
    assert fishing["entries"]
    earlier = json.loads(run("gaps", added, "--as-of", "2031-04-01", "--format", "json").stdout)["issues"]
    assert {row["state"] for row in earlier} == {"unknown"}


def test_verify_names_what_was_changed(run: Run, added: Path) -> None:
    assert "The record is whole" in run("record", "verify", added).stdout
    import sqlite3

    raw = sqlite3.connect(added / "record.db")
    raw.execute("UPDATE reports SET text = 'else' WHERE number = 2")
    raw.commit()
    raw.close()
    done = run("record", "verify", added)
    assert done.returncode == 2
    assert "report r2" in done.stderr
