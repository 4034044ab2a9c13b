"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from commandline import Run
from taqrib.cli.writing import write_whole
from taqrib.errors import Invalid


def test_a_file_appears_with_its_folder_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.md"
    write_whole(path, "one")
    write_whole(path, "قال two")
    assert path.read_text(encoding="utf-8") == "قال two"
    assert [kept.name for kept in path.parent.iterdir()] == ["page.md"]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.pdf", b"%PDF\x00\xff\r\n")
    assert (tmp_path / "page.pdf").read_bytes() == b"%PDF\x00\xff\r\n"


def test_rights_and_links_stay_as_they_were(tmp_path: Path) -> None:
    path, link = tmp_path / "page.md", tmp_path / "link.md"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"page\.md") as raised:
        write_whole(path, "new")
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, str(path))
    assert path.read_text() == "old"
    assert [kept.name for kept in tmp_path.iterdir()] == ["page.md"]


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="a folder is there"):
        write_whole(tmp_path, "page")
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path(os.devnull), "page")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(
    "words",
    [
        ("brief", "{case}", "-o", "{case}/brief.md"),
        ("case", "new", "{case}/new"),
        ("read", "{report}", "--out", "{case}/findings"),
    ],
    ids=lambda words: words[0],
)
def test_a_command_that_runs_out_of_room_names_the_file_and_leaves_none(
    added: Path, reports: list[Path], words: tuple[str, ...]
) -> None:
    (added / "brief.md").write_text("of yesterday")
    before = {path for path in added.rglob("*") if path.is_file()}
    asked = [word.format(case=added, report=reports[0]) for word in words]
    limited = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)); from taqrib.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, *asked], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr
    assert str(added) in done.stderr
    assert (added / "brief.md").read_text() == "of yesterday"
    assert {path for path in added.rglob("*") if path.is_file()} == before


def test_an_empty_leftover_is_no_case(run: Run, tmp_path: Path) -> None:
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "case.yaml").touch()
    assert run("case", "new", "harbour").returncode == 0
    assert run("case", "check", "harbour").returncode == 0


@pytest.mark.parametrize("name", ["record.db", "record.db-wal", "case.yaml", "reports/one.md"])
def test_nothing_a_case_rests_on_is_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / "reports").mkdir()
    for there in {name, "case.yaml"}:
        (tmp_path / there).write_text("evidence", encoding="utf-8")
    with pytest.raises(Invalid, match="expected a file that is no part of a case, found one; name another file"):
        write_whole(tmp_path / name, "a brief")
    assert (tmp_path / name).read_text(encoding="utf-8") == "evidence"
    assert sorted(file.name for file in tmp_path.rglob("*")) == sorted({*name.split("/"), "case.yaml", "reports"})


@pytest.mark.parametrize(
    "name",
    ["record.db", "record.db-wal", "record.db-journal", ".record.db.7.part", "reports/one.md", "reports/new/one.md"],
)
def test_nothing_takes_a_name_that_a_case_may_need(tmp_path: Path, name: str) -> None:
    (tmp_path / "case.yaml").write_text("evidence", encoding="utf-8")
    (tmp_path / "reports").mkdir()
    with pytest.raises(Invalid, match="expected a file that is no part of a case, found one; name another file"):
        write_whole(tmp_path / name, "a brief")
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["case.yaml", "reports"]


def test_a_folder_of_that_name_outside_of_a_case_is_anybodys(tmp_path: Path) -> None:
    write_whole(tmp_path / "reports" / "one.md", "a brief")
    assert (tmp_path / "reports" / "one.md").read_text(encoding="utf-8") == "a brief"
