"""``taqrib contradictions`` and ``taqrib claims``, on a case of two islands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandline import Run
from lagoon import CASE_TEXT
from taqrib.cli.add import add
from taqrib.cli.review import review

REPORTS = {
    "wire.md": """---
source: Harbour Wire
published: 2031-05-07
grade: B3
---
Orla on Tuesday offered fishing in open water. Nada Mersal said that Venn accepts fishing in open water.
""",
    "courier.md": """---
source: Sarn Courier
published: 2031-05-07
grade: D4
---
Orla on Monday offered fishing in open water.
""",
    "sada.md": """---
source: صدى المرفأ
published: 2031-05-07
---
قالت ندى مرسال إن فين تقبل الصيد في المياه المفتوحة.
""",
}


@pytest.fixture(scope="module")
def two_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with reports that date one offer differently, and in two languages quote one person; all accepted."""
    folder = tmp_path_factory.mktemp("sources") / "lagoon"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE_TEXT, encoding="utf-8")
    for name, text in REPORTS.items():
        (folder.parent / name).write_text(text, encoding="utf-8")
    add(folder, [folder.parent / name for name in REPORTS], by="nour")
    review(folder, accept_all=True, by="nour")
    return folder


def test_two_days_of_one_offer_stand_side_by_side_with_their_quotes(run: Run, two_days: Path) -> None:
    done = run("contradictions", two_days, "--as-of", "2031-05-08")
    assert done.returncode == 0, done.stderr
    assert "1 contradiction" in done.stdout
    (head,) = [line for line in done.stdout.splitlines() if "2031-05-05" in line]
    assert "2031-05-06" in head, "the claims are columns"
    assert "The day of one act. Orla, offer: fishing in open water (since 2031-05-07)" in done.stdout
    assert "source B, claim 3" in done.stdout
    assert "source D, claim 4" in done.stdout
    assert done.stdout.count("offered") == 2, "both quotes"


def test_a_contradiction_answers_programs_with_both_quotes_and_grades(run: Run, two_days: Path) -> None:
    done = run("contradictions", two_days, "--as-of", "2031-05-08", "--format", "json")
    answer = json.loads(done.stdout)
    (one,) = answer["contradictions"]
    assert answer["ok"] is True
    assert (one["matter"], one["issue"], one["option"], one["since"]) == ("date", "fishing", "open-water", "2031-05-07")
    assert [claim["claim"] for claim in one["claims"]] == ["2031-05-05", "2031-05-06"]
    (account,) = one["claims"][1]["accounts"]
    assert (account["reliability"], account["credibility"], account["copy_of"]) == ("B", "3", None)
    assert account["quote"] == "offered fishing in open water"
    assert account["report"] == "r1"


def test_only_what_came_up_since_a_day_is_shown_where_asked(run: Run, two_days: Path) -> None:
    for since, number in (("2031-05-07", 1), ("2031-05-08", 0)):
        done = run("contradictions", two_days, "--since", since, "--as-of", "2031-05-09", "--format", "json")
        assert len(json.loads(done.stdout)["contradictions"]) == number


def test_before_the_second_report_nobody_says_otherwise(run: Run, two_days: Path) -> None:
    done = run("contradictions", two_days, "--as-of", "2031-05-05", "--format", "json")
    assert json.loads(done.stdout)["contradictions"] == []


def test_what_waits_for_a_decision_contradicts_nothing_and_is_said_to_wait(run: Run, added: Path) -> None:
    done = run("contradictions", added)
    assert "0 contradictions" in done.stdout
    assert "wait for a decision" in done.stderr


def test_a_day_that_is_none_is_one_sentence(run: Run, two_days: Path) -> None:
    for command in ("contradictions", "claims"):
        done = run(command, two_days, "--as-of", "soon", "--format", "json")
        assert done.returncode == 2
        assert json.loads(done.stdout)["error"]["where"] == "--as-of"


def test_a_claim_of_two_languages_is_one_with_its_sources(run: Run, two_days: Path) -> None:
    done = run("claims", two_days, "--as-of", "2031-05-08", "--sources", "2", "--format", "json")
    (claim,) = json.loads(done.stdout)["claims"]
    assert (claim["kind"], claim["actor"], claim["option"]) == ("statement", "envoy", "open-water")
    assert (claim["sources"], claim["reports"], claim["dated"]) == (2, 2, False)
    assert [account["reliability"] for account in claim["accounts"]] == ["B", None]
    table = run("claims", two_days, "--as-of", "2031-05-08")
    assert table.returncode == 0, table.stderr
    assert "2 sources" in table.stdout
    assert "1 source" in table.stdout, "a claim that nobody corroborates is listed too"
    assert "(published)" in table.stdout
