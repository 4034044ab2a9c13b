"""``taqrib brief``: the kind of file by name or by suffix, whole files, and no bytes on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from taqrib.brief import FORMATS
from taqrib.cli.brief import BriefFormat, Language, brief

BEGINNINGS = {
    "md": b"# Negotiation brief",
    "html": b"<!DOCTYPE html>",
    "docx": b"PK",
    "pdf": b"%PDF",
    "xlsx": b"PK",
    "ics": b"BEGIN:VCALENDAR",
    "csv": b"\xef\xbb\xbfsection",
    "jsonld": b'{\n "@context"',
}


def test_the_formats_offered_are_those_there_are() -> None:
    assert [each.value for each in BriefFormat] == list(FORMATS) == list(BEGINNINGS)


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_suffix_of_the_file_says_what_kind_it_is(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / "out" / f"brief.{name}"
    brief(talks, output=path)
    told = capsys.readouterr()
    assert path.read_bytes().startswith(BEGINNINGS[name])
    assert told.out == ""
    assert f"Wrote {path}." in told.err


def test_the_format_asked_for_wins_over_the_suffix(talks: Path, tmp_path: Path) -> None:
    brief(talks, format=BriefFormat.csv, output=tmp_path / "brief.md")
    assert (tmp_path / "brief.md").read_bytes().startswith(BEGINNINGS["csv"])


def test_a_suffix_nobody_knows_is_refused_and_those_known_are_named(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as stopped:
        brief(talks, output=tmp_path / "brief.doc")
    told = capsys.readouterr().err
    assert stopped.value.exit_code == 2
    assert ".docx" in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_without_a_file_or_a_suffix_it_is_markdown(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief(talks, lang=Language.ar)
    shown = capsys.readouterr().out
    brief(talks, lang=Language.ar, output=tmp_path / "brief")
    assert shown.startswith('<div dir="rtl" lang="ar">')
    assert (tmp_path / "brief").read_text(encoding="utf-8") == shown


def test_a_calendar_names_the_rounds_it_has_no_day_for(
    talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief(talks, since="2031-05-01", until="2031-05-09", output=tmp_path / "brief.ics")
    assert "In no day of the calendar, because no report gives one: e" in capsys.readouterr().err
    brief(talks, since="2031-05-01", until="2031-05-09", output=tmp_path / "brief.csv")
    assert "In no day" not in capsys.readouterr().err


def test_bytes_may_be_sent_on_with_a_pipe(talks: Path) -> None:
    command = [sys.executable, "-m", "taqrib", "brief", talks, "--format", "docx"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.startswith(b"PK")
    assert done.stderr == b""


def test_bytes_are_not_thrown_at_a_terminal(talks: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "taqrib", "brief", talks, "--format", "pdf"]
    # nobody reads at the other end: a command that did write would wait for ever
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    os.close(theirs)
    with pytest.raises(OSError, match="Input/output error"):  # nothing was written, and nobody is left to write
        os.read(ours, 1)
    os.close(ours)
    assert done.returncode == 2
    assert "name one with -o brief.pdf" in done.stderr
    assert done.stderr.count("\n") == 1
