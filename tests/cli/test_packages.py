"""``taqrib packages``, run as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from commandline import Run

ESTIMATES = """
estimates:
  - {holder: venn, option: "fishing:north-bank", view: cannot, by: nour, dated: 2031-05-06, why: the bank silts up}
"""


def answer(run: Run, *words: object) -> dict[str, Any]:
    done = run("packages", *words, "--as-of", "2031-05-09", "--format", "json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_only_accepted_entries_count_and_the_list_names_no_winner(run: Run, added: Path) -> None:
    before = answer(run, added)
    assert before["counts"] == {"all": 4, "possible": 4, "certain": 0}
    assert before["proposed"] > 0
    run("review", added, "--accept-all", "--by", "nour")
    after = answer(run, added, "--ask", "--why")
    assert after["counts"] == {"all": 4, "possible": 2, "certain": 0}
    assert [one["package"]["fishing"] for one in after["packages"]] == ["north-bank", "north-bank"]
    assert after["packages"][0]["package"]["patrols"] == "joint"
    refusal = next(one for one in after["views"] if one["level"] == "cannot")
    assert (refusal["holder"], refusal["choice"]) == ("venn", "fishing:open-water")
    assert set(refusal["entries"]) <= set(after["quotes"])
    assert all(one["if_no"] for one in after["questions"])


def test_nothing_possible_is_an_answer_with_what_blocks_and_what_would_open(run: Run, added: Path) -> None:
    run("review", added, "--accept-all", "--by", "nour")
    (added / "estimates.yaml").write_text(ESTIMATES, encoding="utf-8")
    told = answer(run, added, "--estimates", added / "estimates.yaml")
    assert told["counts"]["possible"] == 2
    assert told["with_estimates"]["possible"] == 0
    (knot,) = told["knots"]
    assert knot["issues"] == ["fishing"]
    assert [len(opening) for opening in knot["openings"]] == [1, 1]
    page = run("packages", added, "--as-of", "2031-05-09", "--estimates", added / "estimates.yaml", "--ask")
    assert "Nothing is possible." in page.stdout
    assert "(estimate of nour, 2031-05-06: the bank silts up)" in page.stdout
    assert "Nothing is worth asking" in page.stdout


def test_the_page_tells_packages_questions_reasons_and_quotes(run: Run, added: Path) -> None:
    run("review", added, "--accept-all", "--by", "nour")
    page = run("packages", added, "--as-of", "2031-05-09", "--ask", "--why", "--first", "1").stdout
    assert "on record alone: 2 possible, 0 certain" in page
    assert "Possible packages, the fewest open questions first (1 of 2)" in page
    assert "1 of 2 possible packages are excluded" in page or "2 of 2 possible packages are excluded" in page
    assert "cannot: Venn" in page
    assert "best" not in page.lower()


def test_a_file_of_estimates_that_is_wrong_or_not_there_is_one_sentence(run: Run, added: Path) -> None:
    missing = run("packages", added, "--estimates", "nowhere.yaml")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "nowhere.yaml: expected a file of estimates" in missing.stderr
    (added / "estimates.yaml").write_text(ESTIMATES.replace("cannot", "perhaps"), encoding="utf-8")
    wrong = run("packages", added, "--estimates", added / "estimates.yaml")
    assert wrong.returncode == 2
    assert "estimates.yaml:3: expected wants, can live with, cannot, found 'perhaps'" in wrong.stderr
    assert run("packages", "nowhere").returncode == 2
