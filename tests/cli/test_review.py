"""``taqrib review``."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from commandline import Run
from lagoon import lagoon
from taqrib.positions import review_order
from taqrib.record import Record, StoredTimeline

PROMPT = "[a]ccept  a[m]end  [r]eject  [s]kip  [q]uit > "


INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from taqrib.cli import main
main()
"""
"""Taqrib with Ctrl-C in force, also where whoever runs the tests ignores it: a job in the background does."""


def entries(case: Path, **asked: Any) -> list[Any]:
    record = Record.open(case / "record.db")
    try:
        return record.entries(**asked)
    finally:
        record.close()


def queue(case: Path) -> list[str]:
    """The ids of the proposed entries in the order of the review."""
    record = Record.open(case / "record.db")
    with record.view() as view:
        order = review_order(lagoon(), StoredTimeline(view), view.entries(status="proposed"), as_of=date(2031, 5, 5))
    record.close()
    return [one.entry.id for one in order]


def decided(case: Path, *ids: str) -> list[Any]:
    """These entries as they stand."""
    return [next(entry for entry in entries(case) if entry.id == id_) for id_ in ids]


def test_each_key_decides_on_the_entry_whose_quote_is_shown(run: Run, added: Path) -> None:
    proposed = queue(added)
    done = run("review", added, "--by", "nour", answers="a\nr\ns\nq\n")
    assert done.returncode == 0, done.stderr
    after = decided(added, *proposed[:4])
    for entry in after:
        assert " ".join(entry.quote.split())[:40] in " ".join(done.stdout.split())
    assert [entry.status for entry in after] == ["accepted", "rejected", "proposed", "proposed"]
    assert after[0].decided_by == "nour"
    assert f"2 decisions by nour stored; {len(proposed) - 2} proposed entries left" in done.stderr


def test_a_wrong_key_is_asked_again(run: Run, added: Path) -> None:
    first, *_ = queue(added)
    done = run("review", added, answers="x\n\na\nq\n")
    assert "Expected one of a, m, r, s, q; found 'x'." in done.stdout
    assert [entry.status for entry in decided(added, first)] == ["accepted"]


def test_amending_asks_for_actor_issue_and_date_and_lists_what_exists(run: Run, added: Path) -> None:
    typed = ("m", "nobody", "venn", "fishing:nowhere", "patrols:joint, fishing", "soon", "2031-05-01")
    answers = "\n".join((*typed, "nice", "written, permanent", "7", "2", "q", ""))
    first, *_ = queue(added)
    done = run("review", added, "--by", "sami", answers=answers)
    (amended,) = decided(added, first)
    assert (amended.actor, [str(touch) for touch in amended.touches]) == ("venn", ["patrols:joint", "fishing"])
    assert (amended.on, amended.on_basis, amended.status, amended.amended) == (
        "2031-05-01",
        "analyst",
        "accepted",
        True,
    )
    assert "expected an actor of the case (orla, venn, tamar, premier, envoy), found 'nobody'" in done.stderr
    assert "expected an option of fishing (open-water, north-bank), found 'nowhere'" in done.stderr
    assert "found 'soon'" in done.stderr
    assert (amended.qualifiers, amended.claim_grade) == (("permanent", "written"), "2")
    assert "expected qualifiers among permanent," in done.stderr
    assert "expected the grade of a claim, 1 (confirmed) to 6 (cannot be judged), found '7'" in done.stderr


def test_an_amendment_of_nothing_leaves_the_entry_proposed(run: Run, added: Path) -> None:
    run("review", added, answers="m\n\n\n\n\n\nq\n")
    assert entries(added)[0].status == "proposed"


def test_a_dash_empties_a_field(run: Run, added: Path) -> None:
    first, *_ = queue(added)
    run("review", added, answers="m\n-\n-\n-\n\n\nq\n")
    (amended,) = decided(added, first)
    assert (amended.actor, amended.touches, amended.on) == (None, (), None)


def test_the_end_of_input_and_ctrl_c_lose_nothing(run: Run, added: Path) -> None:
    order = queue(added)
    done = run("review", added, "--by", "nour", answers="a\n")
    assert "1 decision by nour stored" in done.stderr
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "review", str(added), "--by", "nour"],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as review:
        too_long = threading.Timer(60, review.kill)
        too_long.start()
        try:
            os.write(leader, b"r\n")
            assert review.stdout is not None
            for line in review.stdout:
                if "rejected." in line:
                    break
            review.send_signal(signal.SIGINT)
            _, told = review.communicate()
        finally:
            too_long.cancel()
            os.close(leader)
            os.close(follower)
    assert "1 decision by nour stored" in told
    assert sorted(entry.status for entry in decided(added, *order[:3])) == ["accepted", "proposed", "rejected"]


def test_the_review_says_why_an_entry_comes_first(run: Run, added: Path) -> None:
    done = run("review", added, answers="q\n")
    assert "1 of " in done.stdout
    assert "a party's position" in done.stdout or "would make" in done.stdout


def test_accepting_all_needs_a_name_and_records_it(run: Run, added: Path) -> None:
    refused = run("review", added, "--accept-all")
    assert refused.returncode == 2
    assert "--by NAME" in refused.stderr
    done = run("review", added, "--accept-all", "--by", "nour", "--format", "json")
    accepted = json.loads(done.stdout)["accepted"]
    assert {entry.decided_by for entry in entries(added, status="accepted")} == {"nour"}
    assert len(accepted) == len(entries(added))
    history = json.loads(run("show", accepted[0], added, "--format", "json").stdout)["history"]
    assert history[-1]["body"]["why"] == "accepted together with --accept-all"
    assert "No proposed entry waits" in run("review", added).stdout


def test_what_a_report_says_cannot_command_the_terminal(run: Run, case: Path, tmp_path: Path) -> None:
    report = tmp_path / "trap.txt"
    report.write_text("Orla demands fishing in open water\x1b[2J\u202e, Nada Mersal said on Friday.", encoding="utf-8")
    run("add", case, report, "--published", "2031-05-02")
    done = run("review", case, answers="s\n" * 9)
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_the_prompt_names_every_key_as_it_is_written(run: Run, added: Path) -> None:
    done = run("review", added, answers="x\nm\n\n\n\n\n\nq\n")
    assert done.stdout.count(PROMPT) == 3
    (entry,) = decided(added, queue(added)[0])
    touches = ", ".join(map(str, entry.touches)) or "none"
    for prompt in (f"actor ({entry.actor or 'none'}) > ", f"issue, or issue:option ({touches}) > ", "date ("):
        assert prompt in done.stdout


def test_quitting_ends_the_review_whatever_is_typed_after_it(run: Run, added: Path) -> None:
    done = run("review", added, "--by", "nour", answers="q\na\na\n")
    assert {entry.status for entry in entries(added)} == {"proposed"}
    assert done.stdout.count(PROMPT) == 1
    assert "0 decisions by nour stored" in done.stderr


def test_one_entry_can_be_decided_on_again_with_its_history_before_the_analyst(run: Run, added: Path) -> None:
    run("review", added, "--entry", "e1", "--by", "nour", answers="a\n")
    again = run("review", added, "--entry", "e1", "--by", "sami", answers="r\n")
    assert again.returncode == 0, again.stderr
    assert "accept by nour" in again.stdout
    assert "1 decision by sami stored; e1 is rejected." in again.stderr
    first = entries(added)[0]
    assert (first.status, first.decided_by) == ("rejected", "sami")
    assert (
        "0 decisions by sami stored; e1 is rejected."
        in run("review", added, "--entry", "e1", "--by", "sami", answers="q\n").stderr
    )
    missing = run("review", added, "--entry", "e999", answers="a\n")
    assert (missing.returncode, missing.stdout) == (2, "")


def test_what_somebody_else_decided_meanwhile_stands_and_is_said(added: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "taqrib", "review", str(added), "--by", "nour"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as review:
        assert review.stdout is not None
        for line in review.stdout:
            if "1 of " in line:
                break
        shown, *_ = queue(added)
        record = Record.open(added / "record.db")
        record.decide(shown, "reject", by="sami")
        record.close()
        _, told = review.communicate("a\nq\n", timeout=60)
    (first,) = decided(added, shown)
    assert (first.status, first.decided_by) == ("rejected", "sami")
    assert "Not stored: " in told
    assert "sami" in told
    assert "0 decisions by nour stored" in told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--format", "json"), "expected --accept-all with --format json"),
        (("--format", "json", "--accept-all"), "give --by NAME"),
        (("--format", "json", "--accept-all", "--by", " "), "give --by NAME"),
        (("--format", "json", "--accept-all", "--entry", "e1", "--by", "nour"), "either --accept-all or --entry"),
    ],
)
def test_what_a_review_cannot_be_asked_is_one_envelope(
    run: Run, added: Path, words: tuple[str, ...], expected: str
) -> None:
    done = run("review", added, *words)
    assert done.returncode == 2
    error = json.loads(done.stdout)["error"]
    assert error["kind"] == "invalid"
    assert expected in error["message"]
    assert {entry.status for entry in entries(added)} == {"proposed"}


def test_a_date_that_is_none_is_refused_in_words_a_person_understands(run: Run, added: Path) -> None:
    done = run("review", added, answers="m\n\n\n2031-13-01\n2031-02-30\n\n\n\nq\n")
    for typed in ("2031-13-01", "2031-02-30"):
        assert f"expected a date such as 2024-07-09, 2024-07 or an interval, found '{typed}'" in done.stderr
    assert "month must be" not in done.stderr


def test_bytes_that_are_no_text_are_a_wrong_key(added: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "taqrib", "review", str(added)],
        input=b"\xff\xfe\nq\n",
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    assert b"Expected one of a, m, r, s, q" in done.stdout
