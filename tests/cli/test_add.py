"""``taqrib add``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from commandline import Run


def test_reports_become_evidence_and_their_findings_proposals(run: Run, case: Path, reports: list[Path]) -> None:
    done = run("add", case, *reports, "--format", "json", "--by", "nour")
    assert done.returncode == 0, done.stderr
    first, second = json.loads(done.stdout)["added"]
    assert (first["report"], first["new"], first["published"], first["published_basis"]) == (
        "r1",
        True,
        "2031-05-02",
        "stated",
    )
    assert first["entries"] > 0
    assert second["entries"] > 0
    originals = sorted((case / "reports").iterdir())
    assert {path.read_bytes() for path in originals} == {path.read_bytes() for path in reports}


def test_adding_the_same_file_twice_changes_nothing_and_says_so(run: Run, added: Path, reports: list[Path]) -> None:
    before = json.loads(run("record", "verify", added, "--format", "json").stdout)
    again = run("add", added, *reports)
    assert again.returncode == 0
    assert again.stderr.count("already in the record, nothing changed") == 2
    assert json.loads(run("record", "verify", added, "--format", "json").stdout) == before
    assert len(list((added / "reports").iterdir())) == 2


def test_one_bad_file_is_named_and_the_others_are_kept(
    run: Run, case: Path, reports: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("add", case, reports[0], tmp_path / "empty.txt", reports[1])
    assert done.returncode == 2
    assert "empty.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(run("record", "verify", case, "--format", "json").stdout)["reports"] == 2


@pytest.mark.parametrize(
    "file", ["missing.txt", "empty.txt", "image.png", "latin.txt", "huge.txt", "folder.md", "broken.md", "february.md"]
)
def test_what_cannot_be_read_is_one_sentence_and_leaves_the_record_unchanged(
    run: Run, added: Path, tmp_path: Path, file: str
) -> None:
    path = tmp_path / file
    match file:
        case "empty.txt":
            path.touch()
        case "image.png":
            path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        case "latin.txt":
            path.write_bytes("Le négociateur a déclaré".encode("latin-1"))
        case "huge.txt":
            with path.open("wb") as huge:
                huge.truncate(50 * 1024 * 1024)
        case "folder.md":
            path.mkdir()
        case "broken.md":
            path.write_text("---\nsource: [\n---\ntext\n")
        case "february.md":
            path.write_text("---\npublished: 2031-02-31\n---\nOrla said so.\n")
    before = json.loads(run("record", "verify", added, "--format", "json").stdout)
    done = run("add", added, path)
    assert done.returncode == 2
    assert file in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert json.loads(run("record", "verify", added, "--format", "json").stdout) == before


@pytest.mark.parametrize("published", ["2031-02-31", "yesterday", "2031-5-2x", "31/05/2031"])
def test_an_impossible_day_is_refused(run: Run, case: Path, reports: list[Path], published: str) -> None:
    done = run("add", case, reports[0], "--published", published)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"expected a day such as 2024-07-09, found '{published}'" in done.stderr
    assert not (case / "record.db").exists()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_corrupt_record_is_named_and_left_alone(run: Run, case: Path, reports: list[Path], content: bytes) -> None:
    (case / "record.db").write_bytes(content)
    done = run("add", case, *reports, "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["kind"] == "damaged"
    assert (case / "record.db").read_bytes() == content


def test_an_unknown_case_is_named_with_what_to_do(run: Run, reports: list[Path]) -> None:
    done = run("add", "nowhere", *reports)
    assert done.returncode == 2
    assert "nowhere: expected the folder of a case" in done.stderr
    assert "taqrib case new" in done.stderr


def test_a_report_without_a_date_says_what_follows_from_it(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Orla demands fishing in open water, Nada Mersal said on Friday.")
    done = run("add", case, "note.txt")
    assert "no date: relative dates stay open; give --published" in done.stderr
    corrected = run("add", case, "note.txt", "--published", "2031-05-02")
    assert "already in the record, corrected: " in corrected.stderr
    assert "published" in corrected.stderr
    assert "no date" not in corrected.stderr


def test_dates_counted_from_a_day_that_was_wrong_are_named_after_its_correction(
    run: Run, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("Orla rejected joint patrols yesterday, Nada Mersal said.")
    run("add", case, "note.txt", "--published", "2031-05-02")
    run("review", case, "--accept-all", "--by", "nour")
    corrected = run("add", case, "note.txt", "--published", "2031-05-09")
    assert "look at e" in corrected.stderr
    assert "dates counted from the old day" in corrected.stderr


def test_what_stops_the_work_says_how_much_of_it_is_done(
    run: Run, case: Path, reports: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "large.txt").write_text("Orla demands fishing in open water, Nada Mersal said on Friday. " * 2000)
    small = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (350_000, 350_000)); "
    code = small + "from taqrib.cli import main; main()"
    words = [sys.executable, "-c", code, "add", case, reports[0], tmp_path / "large.txt"]
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2
    assert "Stopped; 1 of 2 reports are in the record" in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(run("record", "verify", case, "--format", "json").stdout)["reports"] == 1
