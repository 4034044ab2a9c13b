"""``taqrib retract``, ``undo``, ``remove``, and ``--as-known-at``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandline import FIRST, Run


def one_sentence(done: object, expected: str) -> None:
    assert done.returncode == 2  # type: ignore[attr-defined]
    assert expected in done.stderr  # type: ignore[attr-defined]
    assert done.stderr.count("\n") == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", [("undo",), ("retract", "e1", "--why", "x"), ("remove", "r1", "--why", "x", "--yes")])
def test_nothing_to_take_back_makes_no_record(run: Run, case: Path, words: tuple[str, ...]) -> None:
    command, *others = words
    subject = others[:1] if command != "undo" else []
    done = run(command, *subject, case, *others[len(subject) :], "--by", "nour")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert not (case / "record.db").exists()


def test_who_else_carries_the_words_removed_is_named(run: Run, case: Path, tmp_path: Path) -> None:
    words = " ".join(f"Orla counts {number} nets in the {number * 7}th lagoon." for number in range(20))
    for name, source in (("one", "Example Gazette"), ("two", "Example Post")):
        (tmp_path / f"{name}.md").write_text(f"---\nsource: {source}\npublished: 2031-05-02\n---\n{words}\n")
    assert run("add", case, "one.md", "two.md", "--by", "nour").returncode == 0
    done = run("remove", "r1", case, "--yes", "--why", "asked to", "--by", "nour")
    assert "Its words still stand in r2" in done.stdout


def test_what_is_retracted_is_undone_and_what_is_removed_is_gone(run: Run, added: Path) -> None:
    run("review", added, "--accept-all", "--by", "nour")
    assert "Retracted r1:" in run("retract", "r1", added, "--why", "misheard", "--by", "nour").stdout
    shown = json.loads(run("show", "e1", added, "--format", "json").stdout)
    assert shown["entry"]["status"] == "retracted"
    assert run("undo", added, "--by", "nour").stdout == "Undone: r1.\n"
    one_sentence(run("remove", "r1", added, "--why", "asked to", answers="no\n"), "nothing was removed")
    done = run("remove", "r1", added, "--why", "asked to", "--by", "nour", answers="r1\n")
    assert "Removed r1 and" in done.stdout
    one_sentence(run("show", "e1", added), "the content of e1 was removed")
    again = run("remove", "r1", added, "--yes", "--why", "another reason", "--by", "sami").stdout
    assert again.startswith("r1 was removed already, on ")
    assert "by nour (asked to)" in again
    assert json.loads(run("remove", "r1", added, "--yes", "--why", "x", "--format", "json").stdout)["new"] is False
    kept = b"".join(file.read_bytes() for file in added.rglob("*") if file.is_file())
    assert b"foreign ministry" not in kept
    assert "foreign ministry" in FIRST
    one_sentence(run("add", added, "friday.md"), "asked to")
    assert run("record", "verify", added).returncode == 0


def test_what_cannot_be_taken_back_is_one_sentence(run: Run, added: Path) -> None:
    one_sentence(run("retract", "e1", added), "--why")
    one_sentence(run("retract", "e999", added, "--why", "misheard"), "expected an entry of this record")
    one_sentence(run("undo", added, "--by", "sami"), "expected a decision of sami")
    one_sentence(run("remove", "r9", added, "--yes", "--why", "asked to"), "found no r9")
    one_sentence(run("remove", "e1", added, "--yes", "--why", "asked to"), "such as r12")


def test_what_was_known_then_is_asked_of_every_command(run: Run, added: Path) -> None:
    run("review", added, "--accept-all", "--by", "nour")
    before = "2000-01-01"
    assert "e1" not in run("gaps", added, "--as-known-at", before, "--as-of", "2031-05-07").stdout
    assert "[e" in run("gaps", added, "--as-of", "2031-05-07").stdout
    one_sentence(run("show", "e1", added, "--as-known-at", before), "none yet")
    assert (
        json.loads(run("search", added, "fishing", "--as-known-at", before, "--format", "json").stdout)["entries"] == []
    )
    for command in ("gaps", "packages"):
        one_sentence(run(command, added, "--as-known-at", "soon"), "--as-known-at")
