"""``taqrib domain`` and ``taqrib fair-division``, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandline import Run

TABLE = """issue,option,harbour,town
fare,,0.6,0.4
fare,low,0,1
fare,high,1,0
boats,,0.4,0.6
boats,none,0,1
boats,two,1,0.5
,reserved,0.1,
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_solving_answers_with_packages_ties_and_the_disagreement_point(run: Run, ferry: Path) -> None:
    answer = json.loads(run("domain", "solve", ferry, "--format", "json").stdout)
    assert answer["ok"]
    assert answer["outcomes"] == 4
    assert answer["frontier"][0] == {
        "package": {"fare": "low", "boats": "none"},
        "utilities": [0.0, 1.0],
        "exact": ["0", "1"],
    }
    assert [point["utilities"] for point in answer["frontier"]] == [[0, 1], [0.4, 0.7], [0.6, 0.6], [1, 0.3]]
    assert [point["package"] for point in answer["egalitarian"]] == [{"fare": "high", "boats": "none"}]
    assert [point["utilities"] for point in answer["utilitarian"]] == [[1, 0.3]]
    assert answer["disagreement"]["exact"] == ["1/10", "0"]
    assert answer["disagreement"]["assumed_zero"] == ["town"]
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "leximin", "utilitarian"):
        assert all(point in answer["frontier"] for point in answer[name])
        assert answer[name]


def test_the_disagreement_point_is_the_users_choice(run: Run, ferry: Path) -> None:
    def point(rule: str) -> list[str]:
        done = run("domain", "solve", ferry, "--format", "json", "--disagreement", rule)
        return list(json.loads(done.stdout)["disagreement"]["exact"])

    assert point("zero") == ["0", "0"]
    assert point("minimum") == ["0", "3/10"]
    assert point("0.25,1/3") == ["1/4", "1/3"]
    done = run("domain", "solve", ferry, "--disagreement", "war")
    assert done.returncode == 2
    assert "reserved, minimum, zero" in done.stderr


def test_exclusions_and_limits_are_kept_and_said(run: Run, ferry: Path) -> None:
    done = run("domain", "solve", ferry, "--format", "json", "--exclude", "fare=high; boats=none|two")
    assert json.loads(done.stdout)["outcomes"] == 2
    done = run("domain", "solve", ferry, "--format", "json", "--exclude", "fare=high|low")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["kind"] == "infeasible"
    done = run("domain", "solve", ferry, "--format", "json", "--limit", "1")
    assert json.loads(done.stdout)["error"]["kind"] == "limit_reached"
    done = run("domain", "solve", ferry, "--format", "json", "--most", "2")
    assert json.loads(done.stdout)["limit"] == {"listed": 2, "of": 4}


def test_a_domain_is_shown_converted_and_drawn(run: Run, ferry: Path, tmp_path: Path) -> None:
    shown = run("domain", "show", ferry)
    assert "ferry: 4 packages" in shown.stdout
    assert "unknown" in shown.stdout
    assert run("domain", "convert", ferry, "--out", "web").returncode == 0
    web = sorted(path.name for path in (tmp_path / "web").iterdir())
    assert web == ["domain.json", "profile-1.json", "profile-2.json"]
    files = [tmp_path / "web" / name for name in web]
    plot = tmp_path / "ferry.svg"
    done = run("domain", "solve", *files, "--format", "json", "--plot", plot)
    assert json.loads(done.stdout)["frontier_packages"] == 4
    assert plot.read_text(encoding="utf-8").startswith("<svg")


def test_points_are_divided_as_exact_fractions(run: Run, tmp_path: Path) -> None:
    points = tmp_path / "points.csv"
    points.write_text("issue,harbour,town\nquay,50,30\ncrane,30,30\nlamp,20,40\n", encoding="utf-8")
    answer = json.loads(run("fair-division", points, "--format", "json").stdout)
    assert answer["split"] == "crane"
    assert answer["points"] == {"harbour": "60", "town": "60"}
    assert answer["shares"]["crane"] == {"harbour": "1/3", "town": "2/3"}
    other = tmp_path / "points.json"
    other.write_text(
        '{"harbour": {"quay": 50, "crane": 30, "lamp": 20}, "town": {"quay": 30, "crane": 30, "lamp": 40}}',
        encoding="utf-8",
    )
    assert json.loads(run("fair-division", other, "--format", "json").stdout) == answer
    assert "1/3" in run("fair-division", points).stdout
