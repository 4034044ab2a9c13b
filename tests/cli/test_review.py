"""``taqrib review``."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from commandline import Run
from taqrib.record import Record


def entries(case: Path, **asked: Any) -> list[Any]:
    record = Record.open(case / "record.db")
    try:
        return record.entries(**asked)
    finally:
        record.close()


def test_each_key_decides_on_the_entry_whose_quote_is_shown(run: Run, added: Path) -> None:
    proposed = entries(added)
    done = run("review", added, "--by", "nour", answers="a\nr\ns\nq\n")
    assert done.returncode == 0, done.stderr
    for entry in proposed[:4]:
        assert " ".join(entry.quote.split())[:40] in " ".join(done.stdout.split())
    after = entries(added)
    assert [entry.status for entry in after[:4]] == ["accepted", "rejected", "proposed", "proposed"]
    assert after[0].decided_by == "nour"
    assert f"2 decisions by nour stored; {len(proposed) - 2} proposed entries left" in done.stderr


def test_a_wrong_key_is_asked_again(run: Run, added: Path) -> None:
    done = run("review", added, answers="x\n\na\nq\n")
    assert "Expected one of a, m, r, s, q; found 'x'." in done.stdout
    assert entries(added)[0].status == "accepted"


def test_amending_asks_for_actor_issue_and_date_and_lists_what_exists(run: Run, added: Path) -> None:
    answers = "m\nnobody\nvenn\nfishing:nowhere\npatrols:joint, fishing\nsoon\n2031-05-01\nq\n"
    done = run("review", added, "--by", "sami", answers=answers)
    amended = entries(added)[0]
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


def test_an_amendment_of_nothing_leaves_the_entry_proposed(run: Run, added: Path) -> None:
    run("review", added, answers="m\n\n\n\nq\n")
    assert entries(added)[0].status == "proposed"


def test_a_dash_empties_a_field(run: Run, added: Path) -> None:
    run("review", added, answers="m\n-\n-\n-\nq\n")
    amended = entries(added)[0]
    assert (amended.actor, amended.touches, amended.on) == (None, (), None)


def test_the_end_of_input_and_ctrl_c_lose_nothing(run: Run, added: Path) -> None:
    done = run("review", added, "--by", "nour", answers="a\n")
    assert "1 decisions by nour stored" in done.stderr
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "taqrib", "review", str(added), "--by", "nour"],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as review:
        os.write(leader, b"r\n")
        assert review.stdout is not None
        for line in review.stdout:
            if "rejected." in line:
                break
        review.send_signal(signal.SIGINT)
        _, told = review.communicate()
    assert "1 decisions by nour stored" in told
    assert [entry.status for entry in entries(added)[:3]] == ["accepted", "rejected", "proposed"]


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
