"""A case's folder: who only asks leaves it as it is, and a record belongs to its case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandline import Run


@pytest.mark.parametrize(
    ("words", "status"),
    [(("gaps",), 0), (("brief",), 0), (("review",), 0), (("show", "e1"), 2), (("record", "verify"), 2)],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
def test_asking_a_case_without_a_record_makes_none(run: Run, case: Path, words: tuple[str, ...], status: int) -> None:
    done = run(*words, case)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in case.iterdir()] == ["case.yaml"]


def test_a_record_of_another_case_is_refused_and_left_alone(run: Run, added: Path, reports: list[Path]) -> None:
    path = added / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("case: ", "case: other-", 1), encoding="utf-8")
    before = (added / "record.db").read_bytes()
    for words in (("gaps", added), ("add", added, *reports), ("review", added, "--accept-all", "--by", "nour")):
        done = run(*words)
        assert done.returncode == 2
        assert "other-" in done.stderr
    assert (added / "record.db").read_bytes() == before


def test_case_check_names_what_accepted_entries_use_and_the_case_no_longer_has(run: Run, added: Path) -> None:
    run("review", added, "--by", "nour", answers="m\nvenn\npatrols:joint, fishing\n\n\n\nq\n")
    assert "is gone" not in run("case", "check", added).stderr
    path = added / "case.yaml"
    text = path.read_text(encoding="utf-8")
    assert "id: joint" in text
    path.write_text(
        text.replace("id: joint", "id: together")
        .replace("id: venn", "id: venna")
        .replace(": venn\n", ": venna\n")
        .replace("[joint", "[together")
        .replace("joint]", "together]"),
        "utf-8",
    )
    warnings = json.loads(run("case", "check", added, "--format", "json").stdout)["warnings"]
    told = [warning["message"] for warning in warnings if warning["line"] is None]
    assert [message.partition(" is gone")[0] for message in told] == [
        "the actor 'venn'",
        "the option 'joint' of 'patrols'",
    ]
    assert len({message.partition("(")[2] for message in told}) == 1
