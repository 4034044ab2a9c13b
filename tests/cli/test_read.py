"""``taqrib read``."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from commandline import FIRST, Run

KINDS = {"statements", "times", "events", "stances", "figures", "mentions"}


def test_one_report_is_one_object_in_the_contracts_form(run: Run, reports: list[Path]) -> None:
    answer = json.loads(run("read", reports[0], "--format", "json").stdout)
    text = FIRST.split("---\n")[2].strip()
    assert answer["ok"] is True
    assert (answer["report"], answer["language"]) == ("friday", "en")
    assert answer["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert (answer["published"], answer["published_basis"]) == ("2031-05-02", "stated")
    assert set(answer) >= KINDS
    (friday,) = [time for time in answer["times"] if text[slice(*time["span"])] == "Friday"]
    assert friday["value"] == "2031-05-02"
    said = answer["statements"][-1]
    assert text[slice(*said["content"])].startswith("Venn accepts joint patrols")


def test_the_users_date_beats_the_files(run: Run, reports: list[Path]) -> None:
    answer = json.loads(run("read", reports[0], "--published", "2031-05-09", "--format", "json").stdout)
    assert (answer["published"], answer["published_basis"]) == ("2031-05-09", "given")


def test_without_a_date_relative_dates_stay_open(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The minister said on Friday that talks resume tomorrow.")
    answer = json.loads(run("read", "note.txt", "--format", "json").stdout)
    assert (answer["published"], answer["published_basis"]) == (None, "unknown")
    assert answer["times"]
    assert {time["value"] for time in answer["times"]} == {None}


def test_several_reports_are_one_document_or_one_line_each(run: Run, reports: list[Path]) -> None:
    document = json.loads(run("read", *reports, "--format", "json").stdout)
    assert [report["report"] for report in document["reports"]] == ["friday", "monday"]
    lines = [json.loads(line) for line in run("read", *reports, "--format", "jsonl").stdout.splitlines()]
    assert lines == document["reports"]


def test_out_writes_a_file_for_each_report(run: Run, reports: list[Path], tmp_path: Path) -> None:
    done = run("read", *reports, "--out", "findings")
    assert done.returncode == 0
    assert done.stdout == ""
    assert sorted(path.name for path in (tmp_path / "findings").iterdir()) == ["friday.json", "monday.json"]
    assert json.loads((tmp_path / "findings" / "monday.json").read_text("utf-8"))["language"] == "ar"


def test_a_bad_file_among_good_ones_is_named_and_the_good_ones_read(
    run: Run, reports: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    done = run("read", reports[0], "bad.txt", reports[1], "--format", "jsonl")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) >= 2
    assert "bad.txt" in done.stderr
    assert "1 of 3 files could not be read" in done.stderr


def test_with_a_case_names_and_issues_are_linked(run: Run, case: Path, reports: list[Path]) -> None:
    answer = json.loads(run("read", reports[0], "--case", case, "--format", "json").stdout)
    assert {"envoy"} <= {statement["actor"] for statement in answer["statements"]}
    assert any("patrols:joint" in statement["touches"] for statement in answer["statements"])


def test_the_table_says_who_said_what_when_and_how_certain(run: Run, reports: list[Path]) -> None:
    told = run("read", reports[0]).stdout
    for word in ("who", "said what", "when", "how certain", "Nada Mersal", "2031-05-01"):
        assert word in told
    assert "published 2031-05-02 (stated by the file)" in told


def test_explain_says_for_each_finding_the_rule_its_words_and_its_doubts(run: Run, reports: list[Path]) -> None:
    answer = json.loads(run("read", reports[0], "--explain", "--format", "json").stdout)
    text = FIRST.split("---\n")[2].strip()
    for kind in KINDS:
        for finding in answer[kind]:
            assert finding["rule"]
            assert finding["rests_on"], finding
            assert all(text[start:end].strip() for start, end in finding["rests_on"])
            assert isinstance(finding["unsure"], list)
    told = run("read", reports[0], "--explain").stdout
    for word in ("Why", "on these words", "unsure", answer["statements"][0]["rule"]):
        assert word in told


def test_a_folder_of_many_is_read_in_order_on_all_cores_and_survives_a_bad_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Envoy {number} of Orla said on Monday that talks go on.")
    (folder / "07.txt").write_bytes(b"\x00")
    done = run("read", folder, "--published", "2031-05-02", "--format", "jsonl")
    assert done.returncode == 2
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["report"] for answer in answers] == [f"{number:02}" for number in range(40) if number != 7]
    alone = json.loads(run("read", folder / "39.txt", "--published", "2031-05-02", "--format", "jsonl").stdout)
    assert answers[-1] == alone
    assert "1 of 40 files could not be read" in done.stderr


def test_two_reports_of_one_name_are_not_written_over_each_other(run: Run, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text("Orla said no.")
    done = run("read", "one", "two", "--out", "findings")
    assert done.returncode == 2
    assert "one/report.txt and two/report.txt" in done.stderr
    assert not (tmp_path / "findings").exists()


def test_of_several_reports_json_names_those_that_failed(run: Run, reports: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01")
    (tmp_path / "worse.txt").touch()
    done = run("read", reports[0], bad, "--format", "json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["ok"]) == (2, False)
    assert [report["report"] for report in answer["reports"]] == ["friday"]
    assert [failure["where"] for failure in answer["failures"]] == [str(bad)]
    none = run("read", bad, tmp_path / "worse.txt", "--format", "json")
    answer = json.loads(none.stdout)
    assert (none.returncode, answer["ok"], answer["error"]["where"]) == (2, False, str(bad))
