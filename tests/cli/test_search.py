"""``taqrib search``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandline import Run


def test_words_are_found_and_shown_with_their_report(run: Run, added: Path) -> None:
    done = run("search", added, "دوريات*", "patrols*")
    assert done.returncode == 0
    assert "Nothing on record holds all of" in done.stdout
    done = run("search", added, "PATROLS")
    assert (done.returncode, "friday, Example Gazette" in done.stdout) == (0, True)
    assert "joint patrols" in done.stdout
    arabic = json.loads(run("search", added, "صيد", "--format", "json").stdout)
    assert {entry["report"] for entry in arabic["entries"]} == {"r2"}
    assert [report["id"] for report in arabic["reports"]] == ["r2"]


def test_filters_narrow_down_what_is_found(run: Run, added: Path) -> None:
    asked = ("search", added, "fishing", "--actor", "orla", "--issue", "fishing:open-water", "--kind", "stance")
    found = json.loads(run(*asked, "--status", "proposed", "--from", "2031-05-01", "--format", "json").stdout)
    assert {(entry["actor"], entry["kind"]) for entry in found["entries"]} == {("orla", "stance")}
    assert found["reports"] == []
    assert json.loads(run(*asked, "--status", "accepted", "--format", "json").stdout)["entries"] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("?!",), "expected words to look for"),
        (("fish", "--actor", "nobody"), "expected an actor of the case"),
        (("fish", "--issue", "fishing,patrols"), "expected one issue"),
        (("fish", "--kind", "rumour"), "expected one of statement, event, stance, figure, found 'rumour'"),
        (("fish", "--status", "lost"), "found 'lost'"),
        (("fish", "--report", "gazette"), "such as r12"),
        (("fish", "--from", "soon"), "expected a day such as"),
        (("fish", "--as-known-at", "soon"), "--as-known-at"),
        (("fish", "--as-known-at", "9999-12-31T23:59-12:00"), "--as-known-at"),
    ],
)
def test_what_cannot_be_searched_for_is_one_sentence(
    run: Run, added: Path, words: tuple[str, ...], expected: str
) -> None:
    done = run("search", added, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in done.stderr
    assert done.stderr.count("\n") == 1
